"""The word lists of `cooperation.toml`: what joins two sides, and how."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from extract.facts import Mechanism
from extract.word_lists import word_lists


@dataclass(frozen=True, slots=True)
class Words:
    """The word lists of `cooperation.toml`, as patterns.

    Attributes:
        joining: what joins the own side with another.
        excluded: what compares, praises or says where it stands.
        trade_fairs: fairs that a plan takes part in.
        shared: behind two places, what they share.
        form: words of form.
        head: the heads of an object that decide.
        topic: words of a topic.
        by_name: what the name of an organisation says that it is joined for.
        works: what the name of an undertaking says that it joins two sides for.
    """

    joining: re.Pattern[str]
    excluded: re.Pattern[str]
    trade_fairs: re.Pattern[str]
    shared: re.Pattern[str]
    form: tuple[tuple[Mechanism, re.Pattern[str]], ...]
    head: tuple[tuple[Mechanism, re.Pattern[str]], ...]
    topic: tuple[tuple[Mechanism, re.Pattern[str]], ...]
    by_name: tuple[tuple[Mechanism, re.Pattern[str]], ...]
    works: tuple[tuple[Mechanism, re.Pattern[str]], ...]


@cache
def words() -> Words:
    """The word lists, compiled once."""
    table = word_lists("cooperation")
    return Words(
        joining=re.compile("|".join(table["joining"])),
        excluded=re.compile("|".join(table["excluded"])),
        trade_fairs=re.compile(table["trade_fairs"]),
        shared=re.compile(f"[^，。；]{{0,24}}?(?:{'|'.join(table['shared'])})"),
        form=_each(table["form"].items()),
        head=_each(table["head"].items()),
        topic=_each(table["topic"].items()),
        by_name=_each((one["mechanism"], one["words"]) for one in table["by_name"]),
        works=_each((one["mechanism"], one["words"]) for one in table["works"]),
    )


def _each(listed: Iterable[tuple[Mechanism, list[str]]]) -> tuple[tuple[Mechanism, re.Pattern[str]], ...]:
    return tuple((mechanism, re.compile("|".join(patterns))) for mechanism, patterns in listed)
