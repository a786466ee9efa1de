"""What ends the object of a verb and says what it is: a count of a class, 项目, where it settles, how far it goes."""

import re
from collections.abc import Sequence
from functools import cache

from extract.brackets import split
from extract.components import Found
from extract.projects.names import head_of
from extract.projects.proper import holds_a_name
from extract.word_lists import either, word_lists

_LEAST_OF_PRODUCT = 5
_ACTED = ("整治", "治理", "修缮", "修复", "改造")
_LONGEST_SETTLED = 14
_JOINT = re.compile(r"以及|和|及|与")
_NO_PRODUCT = re.compile(
    r"延伸|计划|攻关|科技|人才|合作$|服务|表彰|一批|重点|重大|以上|招商|[和及与]|产业$|储备|示范$|奖补"
)
_CONSISTS = re.compile(r"由(?P<parts>[^，。]{6,80}?)(?:组成|构成)的[^，。、]{2,14}$")
_IN_CLAUSE = re.compile(r"[的等将把]")
_SETTLES = re.compile(r"(?:落户|落地|落子|落址|入驻|迁至|迁入)(?:到|于|在|至)?(?=[^，、]{2,10}$)")
_COUNTED = re.compile(
    r"(?<=[\u4e00-\u9fff）)])(?:[2-9]|\d{2,}|[两二三四五六七八九十]+)余?[个家座所处批](?:以上|左右)?$"
)
_MEASURED = (
    r"\d+(?:\.\d+)?[万亿]?(?:吨/年|吨/日|吨|台|套|辆|片|件|只|千瓦|兆瓦|立方米|平方米|米|GWh?|MWh?|KWh?)"
    r"[\u4e00-\u9fffA-Za-z]{2,14}"
)
_JOINTLY = re.compile(
    r"^[^，、]{2,20}?[与同和][^，]{2,40}?"
    r"(?:战略合作|深度合作|合作|协作|交流|联动|联动发展|协同|对接合作|结对|互动)$"
)
_JOINT_ENDS = ("合作", "协作", "交流", "联动", "发展", "协同", "结对", "互动")
_COUNT_ENDS = frozenset("个家座所处批上右")
_LINE = re.compile(r"铁路|高铁|高速|公路|轨道|通道|[号支干]线")
_LINKS = re.compile(r"[路线道桥河]$|铁路|高速|公路|航道")


def extension(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The run of a line that is to be extended, as a work of its own (甲线路向乙县、丙县延伸工程); None without one."""
    extended = _extended().search(text, start, end)
    return (max(start, text.rfind("、", start, extended.start()) + 1), end) if extended else None


def beyond(text: str, start: int, end: int) -> int:
    """Where a member ends that says how far a line goes, and another stands behind it (甲铁路延伸至乙、丙高铁); -1."""
    reaches = text.find("延伸至", start, end)
    mark = text.find("、", reaches, end) if reaches >= 0 else -1
    return mark if mark > 0 and _LINE.search(text, mark + 3, end) is not None else -1


def parts_of(text: str, start: int, end: int) -> tuple[int, int]:
    """The run of the parts of a thing, where an object names them (由甲网、乙系统和丙平台组成的服务网络)."""
    parts = _CONSISTS.match(text, start, end)
    return parts.span("parts") if parts is not None else (start, end)


def cooperates(text: str, start: int, end: int, tail: str) -> bool:
    """Whether what a verb governs is that two act together (扩大甲港区与乙集团合作), and not a link of two lines."""
    if tail and "合作" not in tail and tail != "联动":
        return False
    if not (tail or text).endswith(_JOINT_ENDS, 0, len(tail) if tail else end):
        return False
    return _JOINTLY.match(text[start:end] + tail) is not None and _LINKS.search(text[start:end]) is None


def without_counts(text: str, start: int, end: int, places: Sequence[Found]) -> int:
    """Where a list ends without the classes at its end of which a number says how many (建成省级示范基地3个)."""
    while text[end - 1 : end] in _COUNT_ENDS and (count := _COUNTED.search(text, start, end)):
        first = text.rfind("、", start, end) + 1 or start
        if holds_a_name(text[first : count.start()], (first, count.start()), places):
            break
        if text.find("等", first, count.start()) >= 0 and not holds_a_name(
            text[start : count.start()], (start, count.start()), places
        ):
            return start  # 国家重点实验室、工程研究中心等创新平台50家
        end = max(first - 1, start)
    return end


def settles(text: str, start: int, end: int, places: Sequence[Found]) -> re.Match[str] | None:
    """Where it is said which place an undertaking comes to (推动甲平台落户乙市)."""
    match = _SETTLES.search(text, max(start, end - _LONGEST_SETTLED), end)
    named = match is not None and any(p.start == match.end() for p in places)
    return match if named and not any(takes in text[start:end] for takes in "将把") else None


def product(text: str, start: int, end: int, whole: int, places: Sequence[Found]) -> tuple[int, int] | None:
    """The run of an undertaking that only the word 项目 behind it shows to be one (推进甲区海水淡化项目建设)."""
    if end + 2 > whole or text.endswith("等", start, end):
        return None
    first = text.rfind("、", start, end) + 1 or start
    joint = next((m for m in _JOINT.finditer(text, first + 2, end - 2) if head_of(text[first : m.start()])), None)
    last = joint.end() if joint else first
    whole_before = (
        last > start
        and not text.endswith(_ACTED, last, end)
        and all(head_of(text[a:b]) for a, b in split(text, "、", start, last - 1))
    )
    if whole_before and _is_bare_product(text, (last, end), places):
        return last, end + 2
    if "、" in text[start:end] and not _process().search(text, start, end):
        return None
    first = last
    return (first, end + 2) if makes(text, (first, end), places) else None


def makes(text: str, run: tuple[int, int], places: Sequence[Found]) -> bool:
    """Whether a run says what is made or done somewhere, or names what a firm makes, so that 项目 makes it a name."""
    return _is_product(text, run, places) or _is_bare_product(text, run, places)


def _is_bare_product(text: str, run: tuple[int, int], places: Sequence[Found]) -> bool:
    """Whether a run has no head and a name of its own (华友锂电铜箔)."""
    name = text[slice(*run)]
    return (
        head_of(name) is None
        and len(name) > _LEAST_OF_PRODUCT
        and not _IN_CLAUSE.search(name)
        and not name.endswith(_general())
        and _NO_PRODUCT.search(name) is None
        and holds_a_name(name, run, places)
    )


def _is_product(text: str, run: tuple[int, int], places: Sequence[Found]) -> bool:
    """Whether a run says what is made or done somewhere (鄯善县危险废物处置), so that 项目 behind it makes a name."""
    name = text[slice(*run)]
    bare = head_of(name) is None and len(name) > _LEAST_OF_PRODUCT
    placed = (
        any(run[0] <= p.start < run[1] for p in places) and name.endswith(_works()) and not name.endswith(_general())
    )
    bare = bare and (placed or _process().search(name) is not None)
    return bare and not _IN_CLAUSE.search(name) and holds_a_name(name, run, places)


@cache
def _process() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(word_lists('project_frames')['processes']['words'])}|{_MEASURED})$")


@cache
def _works() -> tuple[str, ...]:
    return tuple(word_lists("project_frames")["processes"]["works"])


@cache
def _general() -> tuple[str, ...]:
    return tuple(word_lists("project_frames")["processes"]["general"])


@cache
def _extended() -> re.Pattern[str]:
    lines = either(word_lists("project_frames")["processes"]["lines"])
    return re.compile(rf"(?:{lines})(?:[（(][^（()）]{{2,12}}[）)])?向[^，。]{{2,24}}?延伸工程$")
