"""Companies in front of what they build or do, and beside verbs by which they act: 曼德电子线束项目, 与和丰铜业联合."""

import re
from collections.abc import Iterator
from functools import cache

import ahocorasick_rs

from extract.common_words import is_common, reads_plainly
from extract.components import dictionary, scan
from extract.partners.looks import is_area, is_odd, look
from extract.partners.names import name_start
from extract.partners.words import words
from extract.projects.proper import is_ordinary
from extract.word_lists import either
from gazetteer.companies import companies
from gazetteer.divisions import gazetteer

_BOUNDARY = re.compile(r"[、，。；：！？“”（）()《》〈〉\s|｜【】〔〕—·]")
_MEMBER = re.compile(r"[^、，。；！？：\n|｜]*")
_PLANTS = ("光伏", "煤电")
_STEM = (2, 4)
_LONGEST = 8
_AHEAD = 24
_THREE = 3
_PURSUES = ("推进", "配合", "加快", "建成", "抓好", "盘活", "确保", "重点推进")
_FIELDS = (
    "产业",
    "行业",
    "领域",
    "企业",
    "集群",
    "园区",
    "基地",
    "城",
    "市场",
    "技术",
    "人才",
    "链",
    "产品",
    "园",
    "向",
)
_SCHOOLS = ("大学", "学院", "职业", "学校", "中学")
_BRACKET = re.compile("（[一-鿿]{2,4}）")
_SITES = frozenset("岛港湾镇乡村城园区县")
_FUNCTION = frozenset("涉往用企向与和基的等为及于之更其各该此市县区省镇乡我全本上下内外新老多类级型性化式")
_PHASE = re.compile("(?:（[^（）]{1,8}）)?[一二三四五六七八]期(?=$|[、，。；：等达投建项工扩厂年竣（])|年产(?=[0-9])")


def companies_at_work(text: str) -> list[tuple[int, int]]:
    """Where companies stand by their trade, or by a short name that is listed, in front of works or of an act.

    Args:
        text: the text as read.
    """
    return sorted({*_by_trade(text), *_by_listed_name(text), *_by_phase(text), *_around_bracket(text)})


def _around_bracket(text: str) -> Iterator[tuple[int, int]]:
    """Names with their place in a bracket in front of their trade: 中晶（嘉兴）半导体."""
    for match in _bracketed().finditer(text) if "）" in text else ():
        at = name_start(text, match.start("place") - 1, match.start("place") - 1)
        at = max((at, *(m.end() for m in _BOUNDARY.finditer(text, max(0, at), match.start("place") - 1))))
        stem = text[at : match.start("place") - 1]
        local = any(d.level != "province" for d in gazetteer().named(match["place"]))
        longer = text.startswith((*words().longer_trades, "电子信息"), match.end("place") + 1)
        if local and not longer and _STEM[0] <= len(stem) <= _STEM[1] and is_odd(stem):
            yield at, match.end()


def _by_trade(text: str) -> Iterator[tuple[int, int]]:
    last = 0
    for start, end in scan(_trades(), text):
        if start < last or text.startswith(words().longer_trades, start) or text.startswith(_SCHOOLS, end):
            continue
        if text[start:end] in _PLANTS:
            continue  # 检槽光伏 is a plant
        at = _begin(text, start, last)
        if at is None:
            continue
        bracket = _BRACKET.match(text, end)
        if _works(text, bracket.end() if bracket else end) or _acts(text, at, end):
            last = end
            yield at, end


def _begin(text: str, end: int, floor: int) -> int | None:
    """Where a name begins whose trade stands at `end`: a stem that is no word, with its city in front."""
    at = name_start(text, end, end)
    at = max((at, floor, *(m.end() for m in _BOUNDARY.finditer(text, max(0, end - _LONGEST), end))))
    stem = text[max(at, end - _LONGEST) : end]
    if at < end - _LONGEST:
        return None
    city = next((n for n in (4, 3, 2) if gazetteer().named(stem[:n])), 0)
    rest = stem[city:]
    is_stem = _STEM[0] <= len(rest) <= _STEM[1] and is_odd(rest) and not set(rest) & _FUNCTION
    if rest.startswith(("州", "盟", "旗")):
        return None  # 黔南州磷化工
    if not is_stem or any(is_common(rest[i : i + 2]) for i in range(len(rest) - 1)):
        return None
    if rest[-1] in _SITES or look(rest) == "field":
        return None  # 粗芦岛船舶, 甲醇动力
    if is_area(rest):
        return None  # 沪苏浙科技合作, 浙西航空物流
    if any(trade in rest for trade in words().trades if len(trade) > 1):
        return None  # 沪苏浙中医药科技
    return at


def _by_listed_name(text: str) -> Iterator[tuple[int, int]]:
    """Short names of listed companies that are words besides (容百科技), where an undertaking of theirs follows."""
    for start, end in scan(_ordinary(), text):
        if (start == 0 or _BOUNDARY.match(text, start - 1) or name_start(text, end, end) == start) and _works(
            text, end
        ):
            yield start, end


def _by_phase(text: str) -> Iterator[tuple[int, int]]:
    """A name that is no word right in front of the phase of a work (博西华三期)."""
    for match in _PHASE.finditer(text) if "期" in text or "年产" in text else ():
        at = name_start(text, match.start(), match.start())
        at = max((at, *(m.end() for m in _BOUNDARY.finditer(text, max(0, match.start() - _LONGEST), match.start()))))
        name = text[at : match.start()]
        is_short = (
            len(name) == _THREE
            and name[-1] not in words().no_company
            and not name.endswith(words().no_body)
            and not set(name) & _FUNCTION
        )
        is_word = any(is_common(name[i : i + 2]) for i in (0, 1)) or gazetteer().named(name[:2])
        if is_short and is_odd(name) and not is_word:
            yield at, match.start()


def _works(text: str, end: int) -> bool:
    """Whether an undertaking follows in the same member of a list."""
    member = _MEMBER.match(text, end, end + _AHEAD)
    rest = member[0] if member else ""
    return rest[:1] != "园" and _work().search(rest) is not None


def _acts(text: str, start: int, end: int) -> bool:
    """Whether a verb behind the name says that it acts, or one in front that the plan's side deals with it."""
    if text.startswith(words().acts, end) or (text.startswith("、", end) and _listed_act().match(text, end)):
        return True
    if text.endswith(words().moving, 0, start) or text.endswith(_PURSUES, 0, start):
        return not text.startswith(_FIELDS, end) and not is_ordinary(text[start : start + 2])
    return text.endswith(words().deals, 0, start) and _open(text, end)


def _open(text: str, end: int) -> bool:
    return end == len(text) or text[end] in "、，。；：和与及等的（" or text.startswith(words().acts, end)


@cache
def _trades() -> ahocorasick_rs.AhoCorasick:
    return dictionary(words().sure_trades)


@cache
def _bracketed() -> re.Pattern[str]:
    forms = f"(?:[一-鿿]{{0,6}}(?:有限公司|公司)|{either(words().sure_trades)})"
    return re.compile(f"（(?P<place>[一-鿿]{{2,4}})）{forms}")


@cache
def _ordinary() -> ahocorasick_rs.AhoCorasick:
    return dictionary(n for n, ordinary in companies().items() if ordinary and len(n) > _THREE and not reads_plainly(n))


@cache
def _listed_act() -> re.Pattern[str]:
    return re.compile(f"(?:、[\u4e00-\u9fff]{{2,6}}?){{1,2}}(?:{either(a for a in words().acts if len(a) > 1)})")


@cache
def _work() -> re.Pattern[str]:
    return re.compile(either(words().works))
