"""Ports and airports of other places that the sentence ties to the own side: 宁波舟山港, 虹桥机场, 杭州萧山机场."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

import ahocorasick_rs

from extract.components import Found, Profile, around, dictionary, scan
from extract.facts import PartnerKind
from extract.partners.words import words
from extract.places.grouped import ABBREVIATED
from extract.word_lists import either, word_lists
from gazetteer.divisions import COUNTRY

Named = tuple[int, int, PartnerKind, str]
"""Where an organisation's name starts and ends, its kind, and the rule that found it."""

_FAR = 20
_TO_END = re.compile("[至到往—－](?:[\u4e00-\u9fff]{2,8}、)*(?:[\u4e00-\u9fff]{2,3}(?<!港))?$")


class _Words(NamedTuple):
    """Patterns of what stands around ports and airports, from `partners.toml`."""

    port: re.Pattern[str]
    behind_gate: re.Pattern[str]
    tied: re.Pattern[str]
    shipped: re.Pattern[str]


@cache
def _words() -> _Words:
    table = word_lists("partners")["ports"]
    name, behind = "[\u4e00-\u9fff]{0,3}港|[\u4e00-\u9fff]{0,2}(?:国际)?机场", either(table["behind"])
    return _Words(
        port=re.compile(f"(?:{name})(?=[、，。；和与及等间之签共联的“]|{behind})"),
        behind_gate=re.compile(f"$|[、，。；：和与及等间（）共联的“]|{behind}|{either(table['behind_gate'])}"),
        tied=re.compile(either(table["tied"])),
        shipped=re.compile(
            f"(?:、[\u4e00-\u9fff]{{2,10}}?){{0,4}}的?(?:“[^”]{{1,6}}”)?(?:{either(table['cargoes'])})?(?:{either(table['ways'])})?(?:{either(table['lines'])})"
        ),
    )


def ports(text: str, places: Sequence[Found], profile: Profile) -> Iterator[Named]:
    """Ports and airports outside, by their place or by a name that is known without it.

    Args:
        text: the text as read.
        places: the divisions named.
        profile: of the plan.
    """
    if ("港" not in text and "机场" not in text) or (profile.own is not None and profile.own.code == COUNTRY):
        return
    own = [(p.start, p.end) for p in places if profile.is_own(p.division.code)]
    for start, end in scan(_gates(), text):
        placed = any(p.end == start for p in places) or any(a < end and start <= b for a, b in own)
        if not placed and _words().behind_gate.match(text, end) and _is_tied(text, start, end):
            yield start, end, "other", "port"
    for place in places:
        if not profile.is_own(place.division.code) and place.end - place.start > 1 and place.rule not in ABBREVIATED:
            match = _words().port.match(text, place.end)
            bare = match is not None and match[0] in ("机场", "港口", "港")  # 安徽机场 are several, 上海港 is one
            wide = bare and place.division.level == "province" and not place.division.name.endswith("市")
            if match and not wide and _is_tied(text, place.start, match.end()):
                yield place.start, match.end(), "other", "port"


def _is_tied(text: str, start: int, end: int) -> bool:
    """Whether the sentence ties a port to the own side, more than as the end of a shipping line."""
    tied = _words().tied.search(text, *around(text, start, end, "。；\n")) is not None
    return tied and not is_line_end(text, start, end)


def is_line_end(text: str, start: int, end: int) -> bool:
    """Whether a port stands where a shipping line ends: 郑蒲港至上海洋山港、太仓港直达航线."""
    to_end = _TO_END.search(text, max(0, start - _FAR), start)
    return to_end is not None and _words().shipped.match(text, end) is not None


@cache
def _gates() -> ahocorasick_rs.AhoCorasick:
    return dictionary(words().gates)
