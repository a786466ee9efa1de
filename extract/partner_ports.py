"""Ports and airports of other places that the sentence ties to the own side: 宁波舟山港, 虹桥机场, 杭州萧山机场."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

import ahocorasick_rs

from extract.components import Found, Profile, around, dictionary, scan
from extract.facts import PartnerKind
from extract.partner_words import words

Named = tuple[int, int, PartnerKind, str]
"""Where an organisation's name starts and ends, its kind, and the rule that found it."""

_PORT = re.compile(
    "(?P<name>(?:[\u4e00-\u9fff]{0,3}港|[\u4e00-\u9fff]{0,2}(?:国际)?机场))(?=[、，。；和与及等间之签]|错位|协同|水水|货运|客运|功能|航线|支线|开展|建立|海铁|铁海|江海|共|联|合作|开行|对接|的)"
)
_TO_PORT = re.compile(
    "合作|协作|组合港|友好港|衔接|联动|联运|班列|对接|航线|直达|联合|共[建推享]|错位|协同|水水中转|协议|对标|联盟"
)
_FAR = 14
_SHIPPED = re.compile(
    "(?:、[\u4e00-\u9fff]{2,10}?){0,4}(?:集装箱|外贸|内贸|货运|水运|江海)?(?:直达|支线)?(?:航线|航道|航班|快线)"
)
_TO_END = re.compile("[至到往—－](?:[\u4e00-\u9fff]{2,6}、)*$")
_BEHIND_GATE = re.compile(
    "$|[、，。；：和与及等间（）]|错位|协同|协作|水水|货运|客运|功能|航线|支线|开展|建立|联动|海铁|铁海|江海|共|联|合作|开行|对接|的"
)


def ports(text: str, places: Sequence[Found], profile: Profile) -> Iterator[Named]:
    """Ports and airports outside, by their place or by a name that is known without it.

    Args:
        text: the text as read.
        places: the divisions named.
        profile: of the plan.
    """
    if "港" not in text and "机场" not in text:
        return
    own = [(p.start, p.end) for p in places if profile.is_own(p.division.code)]
    for start, end in scan(_gates(), text):
        placed = any(p.end == start for p in places) or any(a < end and start <= b for a, b in own)
        if not placed and _BEHIND_GATE.match(text, end) and _is_tied(text, start, end):
            yield start, end, "other", "port"
    for place in places:
        if not profile.is_own(place.division.code) and place.end - place.start > 1:
            match = _PORT.match(text, place.end)
            if match and _is_tied(text, place.start, match.end()):
                yield place.start, match.end(), "other", "port"


def _is_tied(text: str, start: int, end: int) -> bool:
    """Whether the sentence ties a port to the own side, more than as the end of a shipping line."""
    tied = _TO_PORT.search(text, *around(text, start, end, "。；\n")) is not None
    return tied and not _is_line_end(text, start, end)


def _is_line_end(text: str, start: int, end: int) -> bool:
    """Whether a port stands where a shipping line ends: 郑蒲港至上海洋山港、太仓港直达航线."""
    return _TO_END.search(text, max(0, start - _FAR), start) is not None and _SHIPPED.match(text, end) is not None


@cache
def _gates() -> ahocorasick_rs.AhoCorasick:
    return dictionary(words().gates)
