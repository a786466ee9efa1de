"""Scenic sites of other places with which the own side offers tours: 与大足石刻、隆昌石牌坊共推精品线路."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from extract.components import Found, Profile
from extract.partners.ports import Named
from extract.partners.words import is_known
from extract.word_lists import either, word_lists

_NAME = "[\u4e00-\u9fff·]"
_MARKS = re.compile("[、和及]")


class _Words(NamedTuple):
    """Patterns of `partners.toml` of sites and of what is done with them."""

    tours: re.Pattern[str]
    joined: re.Pattern[str]
    sites: tuple[str, ...]
    classes: re.Pattern[str]


@cache
def _words() -> _Words:
    table = word_lists("partners")["sights"]
    names = f"{_NAME}{{2,12}}?(?:、{_NAME}{{2,12}}?){{0,7}}?(?:[和及]{_NAME}{{2,10}}?)?"
    closed = f"(?:等{_NAME}{{0,8}}?)?(?:{either(table['adverbs'])})*"
    return _Words(
        tours=re.compile(either(table["tours"])),
        joined=re.compile(
            f"(?:{either(table['joins'])})(?P<names>{names}){closed}"
            f"(?:(?:{either(table['verbs'])})[^，。；：、\n]{{0,12}}?(?:{either(table['tours'])})"
            f"|(?:{either(table['tours'])}){{1,3}}(?:{either(table['ties'])}))"
        ),
        sites=tuple(table["sites"]),
        classes=re.compile(either(table["classes"])),
    )


def sights(text: str, places: Sequence[Found], profile: Profile) -> Iterator[Named]:
    """Sites listed where the own side offers tours with them, one at least of which is called like a site.

    Args:
        text: the text as read.
        places: the divisions named.
        profile: of the plan.
    """
    if _words().tours.search(text) is None:
        return
    whole = {(p.start, p.end) for p in places}
    own = [p for p in places if profile.is_own(p.division.code)]
    for match in _words().joined.finditer(text):
        start, end = match.span("names")
        cuts = [start, *(m.end() for m in _MARKS.finditer(text, start, end)), end + 1]
        members = [(a, b - 1) for a, b in pairwise(cuts)]
        named = [(a, b) for a, b in members if b - a > 1 and (a, b) not in whole and _is_one(text[a:b])]
        if any(text.endswith(_words().sites, a, b) for a, b in named):
            for a, b in named:
                if not any(a <= p.start < b for p in own) and not any(p.start >= a and p.end == b for p in places):
                    yield a, b, "other", "sight"


def _is_one(name: str) -> bool:
    return _words().classes.search(name) is None and not is_known(name)
