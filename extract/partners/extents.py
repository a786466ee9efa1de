"""How far the name of an organisation reaches: its trade and form behind it, its place in front."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extract.common_words import reads_plainly
from extract.components import Found, Passage, within
from extract.facts import PartnerKind
from extract.partners.names import name_start
from extract.partners.words import words
from extract.word_lists import either
from gazetteer.divisions import gazetteer

_OF_COMPANY = re.compile(
    "(?:技术|科技|通信|网络|信息|电子|新?能源|绿能|汽车|重工|实业|工业|建设|工程|投资|发展|制药|医药|生物|材料|智能|软件|电气|装备|物流"
    "|集团|股份|控股)*(?:有限责任公司|有限公司|集团公司|总公司)|集团|股份|控股|重工|资本"
)
_GOES_ON = ("新材料", "新能源")
_DRAWN = ("引进", "招引", "引入", "对接")
_OF_CARS = ("汽车", "汽", "有色", "广")
_FUNCTION = frozenset("的等与和及在为各个将把从到向由对以所者间层级类型式化品")
_GROUP = re.compile("(?:(?![等和与及的在、两三各])[\u4e00-\u9fff]){2,4}?(?:集团|公司)(?!化|[一二三四五六七八九]级)")
_OIL_COMPANIES = ("中石油", "中石化", "中海油", "中国石油", "中国石化")
_OIL = re.compile("[\u4e00-\u9fff]{2}(?:石化|炼化|油田)(?:公司)?")
_ALONE = re.compile("[、，。；：（“和与]")


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
    if text.startswith(_GOES_ON, end - 2):
        end += 1
    tail = (
        (_OIL.match(text, end) if text[start:end] in _OIL_COMPANIES else None)
        or _OF_COMPANY.match(text, end)
        or _GROUP.match(text, end)
        or _trade_behind().match(text, end)
        or _second(text, name)
    )
    before = next((p.start for p in places if p.end == start and p.end - p.start > 1), start)
    alone = before and _ALONE.match(text[before - 1]) is None and name_start(text, start, start) < before
    own = any(p.start == before and not is_outside(p, here) for p in places)
    own = own or any(p.start == start for p in places)  # 河南省洛阳石化
    return start if own or alone else before, tail.end() if tail else end


def _second(text: str, name: tuple[int, int]) -> re.Match[str] | None:
    """The second name of a joint company behind a known one, where no word is and the name ends: 中远海运川崎."""
    start, end = name
    known = text[start:end]
    before = text[start - 1 : start]
    if known.endswith(_OF_CARS) or known in words().ambiguous or before == "“":
        return None
    if before != "、" and not text.endswith((*words().moving, *_DRAWN), 0, start):
        return None  # 宁德时代湖东基地
    match = _second_name().match(text, end)
    if match is None:
        return None
    second = match[0]
    is_word = reads_plainly(second) or second in words().brands or second[0] in _FUNCTION or second[1] in _FUNCTION
    is_other = gazetteer().named(second) or second.startswith(words().acts) or second.endswith(words().works)
    return None if is_word or is_other else match


def is_outside(place: Found, here: Passage) -> bool:
    """Whether a place lies outside the plan's own and is none that this lies in."""
    own = here.profile.own
    return not here.profile.is_own(place.division.code) and not (own and within(own.code, place.division.code))


@cache
def _second_name() -> re.Pattern[str]:
    ends = either((*words().acts, *words().agents))
    return re.compile(f"[\u4e00-\u9fff]{{2}}(?=[、，。；等（]|{ends})")


@cache
def _trade_behind() -> re.Pattern[str]:
    return re.compile(
        f"(?:时代|半导体|国际|中国|新)?(?:{either(words().sure_trades)})(?=[、，。；等和与及]|{either(words().acts)})"
    )
