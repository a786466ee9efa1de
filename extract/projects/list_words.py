"""The word lists of `project_lists.toml` that tell what closes a list of undertakings."""

from dataclasses import dataclass
from functools import cache

from extract.word_lists import word_lists


@dataclass(frozen=True, slots=True)
class ListWords:
    """The word lists of `project_lists.toml` that tell what closes a list, longest first."""

    sums: tuple[str, ...]
    acts: tuple[str, ...]
    lent: tuple[str, ...]
    whole: tuple[str, ...]
    kinds: frozenset[str]


@cache
def list_words() -> ListWords:
    """The word lists of closed lists."""
    table = word_lists("project_lists")
    sums, acts, lent, whole = (
        tuple(sorted(table[key], key=len, reverse=True)) for key in ("sums", "acts", "lent", "whole")
    )
    return ListWords(sums, acts, lent, whole, frozenset(table["kinds"]))
