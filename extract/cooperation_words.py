"""The word lists of `cooperation.toml`: what joins two sides, and how."""

import re
from dataclasses import dataclass
from functools import cache

from extract.facts import Mechanism
from extract.word_lists import word_lists


@dataclass(frozen=True, slots=True)
class Words:
    """The word lists of `cooperation.toml`, as patterns."""

    joining: re.Pattern[str]
    excluded: re.Pattern[str]
    trade_fairs: re.Pattern[str]
    form: tuple[tuple[Mechanism, re.Pattern[str]], ...]
    head: tuple[tuple[Mechanism, re.Pattern[str]], ...]
    topic: tuple[tuple[Mechanism, re.Pattern[str]], ...]


@cache
def words() -> Words:
    """The word lists, compiled once."""
    table = word_lists("cooperation")
    return Words(
        joining=re.compile("|".join(table["joining"])),
        excluded=re.compile("|".join(table["excluded"])),
        trade_fairs=re.compile(table["trade_fairs"]),
        form=tuple((m, re.compile("|".join(listed))) for m, listed in table["form"].items()),
        head=tuple((m, re.compile("|".join(listed))) for m, listed in table["head"].items()),
        topic=tuple((m, re.compile("|".join(listed))) for m, listed in table["topic"].items()),
    )
