"""How far the name of an event reaches: its quotation marks, its number, what stands between it and who takes part."""

import re
from collections.abc import Sequence

from extract.components import Found
from extract.partners.names import name_start
from extract.partners.words import words
from extract.word_lists import word_lists

_QUOTED = 30
_TAIL = 8
_LONGEST = 28
_ORDINAL = re.compile("第[一二三四五六七八九十百\\d]+届")
_YEAR = re.compile("(?:20\\d\\d|每|[今明本]|当)年(?:度|的)?")
_TAKES_PART = re.compile("(?:参加|参与|参展|亮相|赴会|赴|出席|列席)(?:好|了)?(?:[^，。；：！？、\n“”的]{2,16}、)*")
_STOPS = re.compile("[，。；：！？、\n（）《》的]")
_HOLDS = re.compile("举办|召开|开展|办好|承办")
_AND, _SHORT = "与和及暨", 8
_ORGANIZED = ("上海合作组织", "上合组织")


def event_extent(
    text: str, name: tuple[int, int], ending: int, places: Sequence[Found], regions: Sequence[tuple[int, int]]
) -> tuple[int, int]:
    """Where the name of an event starts and ends.

    Args:
        text: the text as read.
        name: as its ending and the words in front of it bound it.
        ending: where its ending starts.
        places: the divisions named.
        regions: where regions are named.
    """
    at, end = name
    opened = text.rfind("“", max(0, ending - _QUOTED), ending)
    closed = text.find("”", end, end + _TAIL)
    if opened >= 0 <= closed and "”" not in text[opened:ending] and not _STOPS.search(text, opened + 1, closed):
        return opened + 1, closed
    if at > 0 and text.endswith(_ORGANIZED, 0, at):
        at -= len(next(name for name in _ORGANIZED if text.endswith(name, 0, at)))
    if within := next((p.start for p in places if p.start < at < p.end), 0):  # 长三角（和县）蔬菜博览会
        at = name_start(text, within - 1, within - 1) if text[within - 1] == "（" else within
    if at > 1 and text[at - 1] in _AND and ending - at <= _SHORT and not words().proper.match(text, at):
        left = name_start(text, at - 1, at - 1)
        named = any(text.endswith(e, left, at - 1) for e, _ in words().endings)
        at = left if words().proper.match(text, left) and left < at - 1 and not named else at
    if part := _part(text, ending):
        lead = next((x for x in (*(p.start for p in places), *(a for a, _ in regions)) if x == part), None)
        if lead is not None and lead < at and not _HOLDS.search(text, lead, at):
            at = lead
    for pattern in (_ORDINAL, _YEAR):
        for match in pattern.finditer(text, at, ending):
            before = text[at : match.start()]
            if before and any(p.start == at for p in places):
                continue  # 深圳第二十届高交会
            at = match.start() if pattern is _ORDINAL else match.end()
    return at, end


def _part(text: str, ending: int) -> int | None:
    """Where a name starts in front of an ending, behind a verb of those who take part and the names before it."""
    floor = max(0, ending - 2 * _LONGEST)
    found = [m.end() for m in _TAKES_PART.finditer(text, floor, ending)]
    at = found[-1] if found else None
    return None if at is None or ending - at > _LONGEST or _STOPS.search(text, at, ending) else at


def is_alias(name: str, text: str) -> bool:
    """Whether an event's short name stands beside its full one in a text: 进博会, 中国国际进口博览会."""
    full = word_lists("partners")["full_names"].get(name)
    return full is not None and full in text
