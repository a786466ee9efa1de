"""The word lists of `project_lists.toml` that tell what closes a list of undertakings."""

from dataclasses import dataclass
from functools import cache

from extract.word_lists import Endings, word_lists


@dataclass(frozen=True, slots=True)
class ListWords:
    """The word lists of `project_lists.toml` that tell what closes a list, longest first."""

    sums: tuple[str, ...]
    acts: tuple[str, ...]
    act_ends: Endings
    lent_ends: Endings
    sum_ends: Endings
    lent: tuple[str, ...]
    whole: tuple[str, ...]
    kinds: frozenset[str]
    made_there: tuple[str, ...]
    no_kind: tuple[str, ...]
    grown: frozenset[str]
    nature: frozenset[str]
    taken: tuple[str, ...]


@cache
def list_words() -> ListWords:
    """The word lists of closed lists."""
    table = word_lists("project_lists")
    sums, acts, lent, whole = (
        tuple(sorted(table[key], key=len, reverse=True)) for key in ("sums", "acts", "lent", "whole")
    )
    return ListWords(
        sums=sums,
        acts=acts,
        act_ends=Endings(acts),
        lent_ends=Endings(lent),
        sum_ends=Endings(sums),
        lent=lent,
        whole=whole,
        kinds=frozenset(table["kinds"]),
        made_there=tuple(table["made_there"]),
        no_kind=tuple(table["no_kind"]),
        grown=frozenset(table["grown"]),
        nature=frozenset(table["nature"]),
        taken=tuple(table["taken"]),
    )
