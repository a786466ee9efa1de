"""What is relied on: the ground of a body (以甲、乙为主阵地), and the other side's, which is a partner."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extract.components import Found, Passage, within
from extract.facts import Stage
from extract.projects.objects import Undertaking
from extract.tracing import reject
from extract.word_lists import either, word_lists
from gazetteer.divisions import Division

_NUMBERED = re.compile(r"“[一二两双三四五六七八九十][^“”，]{1,8}”，?$")
_LONGEST_NUMBERED = 14
_LONGEST = 120
_PROVINCE = 2
_LEARNED = ("大学", "学院", "科学院", "农科院", "林科院", "研究院", "研究所", "校区", "设计院")
_OF_STATE = ("大学", "科学院", "校区")
_CLINIC = re.compile(r"大学[^，、]{0,8}医院$")
_STOPS = re.compile(r"[，。；：\n]")


def based(text: str, start: int, end: int) -> Iterator[tuple[int, int, Stage]]:
    """The lists of a clause that it calls its ground (以甲、乙为主阵地), and their stage."""
    for match in _based().finditer(text, start, end) if text.find("以", start, end) >= 0 else ():
        stage: Stage = "operating" if match["base"].endswith(("依托", "支撑")) else "underway"
        yield *match.span("listed"), stage


def of_others(text: str, undertaking: Undertaking, places: Sequence[Found], here: Passage) -> bool:
    """Whether an undertaking that is relied on lies in another province (依托上海张江高科技园区): a partner.

    One that names no place belongs to the first of its list that does.
    """
    start, end = undertaking.runs[0]
    if undertaking.rule == "linked":  # 与上海“一网通办”平台对接
        return any(start <= p.start < end and _is_outside(p.division, here) for p in places)
    learned = text.endswith(_LEARNED, start, end) or _CLINIC.search(text, start, end) is not None
    relied = max(text.rfind(word, max(0, start - _LONGEST), start) for word in ("依托", "发挥", "用好", "用足"))
    if undertaking.stage != "operating" or relied < 0 or _STOPS.search(text, relied, start):
        return False
    if not learned and start - relied > 2 and "、" not in text[relied:start]:  # noqa: PLR2004 - 依托 itself
        return False
    own = any(start <= p.start < end and not _is_outside(p.division, here) for p in places)
    if learned and not (own and not text.endswith(_OF_STATE, start, end)):
        reject("projects.outside", start, end)
        return True
    inside = [p for p in places if start <= p.start < end] or [p for p in places if relied <= p.start < start][:1]
    outside = bool(inside) and all(_is_outside(p.division, here) for p in inside)
    if outside:
        reject("projects.outside", start, end)
    return outside


def _is_outside(division: Division, here: Passage) -> bool:
    own = here.profile.own
    if own is None or here.profile.is_own(division.code) or within(own.code, division.code):
        return False
    return own.code[:_PROVINCE] != division.code[:_PROVINCE]


@cache
def _based() -> re.Pattern[str]:
    base = either(word_lists("project_frames")["base"]["words"])
    return re.compile(rf"(?<![可予难])以(?P<listed>[^，。；：]{{4,120}}?)为(?P<base>{base})(?![^，。；：]{{0,4}}的)")


def explained(text: str, at: int, until: int) -> int | None:
    """Where the list begins that says what a number in quotation marks stands for (“四基地”，即…); None without one."""
    if not text.startswith("即", at, until):
        return None
    return at + 1 if _NUMBERED.search(text, max(0, at - _LONGEST_NUMBERED), at) else None
