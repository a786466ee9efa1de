"""How far the name of an organisation reaches: its trade and form behind it, its place in front, its branch."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from extract.components import Found, Passage, within
from extract.facts import PartnerKind
from extract.partner_names import name_start
from extract.partner_words import words
from extract.word_lists import either

_OF_COMPANY = re.compile(
    "(?:技术|科技|通信|网络|信息|电子|新?能源|绿能|汽车|重工|实业|工业|建设|工程|投资|发展|制药|医药|生物|材料|智能|软件|电气|装备|物流"
    "|集团|股份|控股)*(?:有限责任公司|有限公司|集团公司|总公司)|集团|股份|控股|重工"
)
_ALONE = re.compile("[、，。；：（“和与]")
_BRANCHED = {"university": ("校区", "分校"), "finance": ("分行", "支行", "基地")}
_OF_HOSPITAL = re.compile("(?:[\u4e00-\u9fff]{2,3}(?:院区|分院)|[东西南北]院区?)(?![\u4e00-\u9fff]{0,3}医院)")
_BRACKETED = ("company", "institute")
_BEHIND = re.compile("[、，。；：等和与及的]|$")


@dataclass(frozen=True, slots=True)
class Organization:
    """An organisation named: its name, kind, and the runs of text that make the name.

    Attributes:
        own: whether it has its seat in the plan's own jurisdiction: it is a partner of nobody's cooperation.
    """

    name: str
    kind: PartnerKind
    runs: tuple[tuple[int, int], ...]
    rule: str
    own: bool = False

    @property
    def start(self) -> int:
        """Where its first run starts."""
        return self.runs[0][0]

    @property
    def end(self) -> int:
        """Where its last run ends."""
        return self.runs[-1][1]


def whole(text: str, name: tuple[int, int], places: Sequence[Found], here: Passage) -> tuple[int, int]:
    """A company's name with its form or trade behind it, and its place outside in front (西安比亚迪, 康佳电器)."""
    start, end = name
    tail = _OF_COMPANY.match(text, end) or _trade_behind().match(text, end)
    before = next((p.start for p in places if p.end == start and p.end - p.start > 1), start)
    alone = before and _ALONE.match(text[before - 1]) is None and name_start(text, start, start) < before
    own = any(p.start == before and not is_outside(p, here) for p in places)
    return start if own or alone else before, tail.end() if tail else end


def with_branch(named: Organization, text: str, places: Sequence[Found], here: Passage) -> Organization:
    """An organisation with its branch (北师大珠海校区, 贵州银行遵义分行) or its place in a bracket (台积电（南京）).

    Args:
        named: the organisation as found.
        text: the text as read.
        places: the divisions named.
        here: the unit.
    """
    start, end = named.start, named.end
    branch = next((p for p in places if p.start == end), None)
    if branch is not None and named.kind in _BRANCHED:
        tails = _BRANCHED[named.kind] if is_outside(branch, here) or named.kind == "finance" else ()
        tail = next((t for t in tails if text.startswith(t, branch.end)), "")
        if tail:
            run = (start, branch.end + len(tail))
            return replace(named, name=text[slice(*run)], runs=(run,))
    if named.kind == "hospital" and (tail_of := _OF_HOSPITAL.match(text, end)):
        inner = next((p for p in places if p.start == end), None)
        if inner is None or not here.profile.is_own(inner.division.code):
            run = (start, tail_of.end())
            return replace(named, name=text[slice(*run)], runs=(run,))
    if named.kind not in _BRACKETED or text[end : end + 1] not in ("（", "("):
        return named
    place = next((p for p in places if p.start == end + 1 and text[p.end : p.end + 1] in ("）", ")")), None)
    if place is None or here.profile.is_own(place.division.code) or not _BEHIND.match(text, place.end + 1):
        return named
    run = (start, place.end + 1)
    return replace(named, name=text[slice(*run)], runs=(*named.runs[:-1], (named.runs[-1][0], place.end + 1)))


def is_outside(place: Found, here: Passage) -> bool:
    """Whether a place lies outside the plan's own and is none that this lies in."""
    own = here.profile.own
    return not here.profile.is_own(place.division.code) and not (own and within(own.code, place.division.code))


@cache
def _trade_behind() -> re.Pattern[str]:
    return re.compile(f"(?:{either(words().sure_trades)})(?=[、，。；等和与及]|{either(words().acts)})")
