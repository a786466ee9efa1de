"""Who is to build: bodies, zones and places between a verb that moves them and one of building (支持甲、乙等建设 X)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extract.components import Found
from extract.projects.lending import Item
from extract.projects.objects import until_etc
from extract.projects.proper import holds_a_name, is_ordinary
from extract.projects.words import words
from extract.word_lists import either, word_lists

MOVES = ("支持", "鼓励", "引导", "推动", "组织", "指导")
_URGES = (*MOVES, "推进", "加快", "促进", "力争", "争取", "确保", "助力", "助推")
_BUILDS = (
    "创建|争创|申报|申建|申创|申办|创成|创办|建设|打造|组建|设立|建立|成立|共建|搭建|承建|筹建|新建|(?<!改)扩建|开设"
)
_APPLIES = "(?:(?:申报|争取|规划)(?=建设|创建|设立))?"
AIMS = re.compile(rf"(?:牵头)?{_APPLIES}(?:{_BUILDS})(?=[^，、]{{3,}}$)")
_AWARDED = re.compile(r"(?:创建|争创|申报|申建|申创|申办|创成)(?=[^，、]{4,}$)")
OF_MANY = re.compile(r"有条件的|符合条件的|具备条件的|(?<![\u4e00-\u9fff])各[省市县区地镇乡]|条件成熟的")
_ACTOR = re.compile(r"公司|集团|企业|大学|学院|牵头|在|与|联合|会同")
_SITED = re.compile(r"在[^，在]{2,30}$")
_AWARDS = ("创建", "争创", "申报", "申建", "申创", "申办", "创成")
_SETTLES = re.compile(r"在(?P<site>[^，、在]{2,12}?)(?P<aims>布局(?:建设)?|投建|投资建设)(?=[^，、]{4,}$)")
_SEATED = re.compile(
    r"(?P<seat>[^、，的]{2,12}(?:机场|港|港区|口岸|陆港|空港))(?:建设|打造|创建)(?=[^、，的]{2,16}(?:枢纽|门户|中心|基地|口岸|机场)$)"
)
_TOGETHER = re.compile(r"[两二三四五六七八九][省市县区州地]$")
_BODIES = ("高校", "院校", "高等院校", "科研院所", "企业", "龙头企业", "公司")
_SAYS_BUILDERS = ("创", "申", "共建", "等", "设立")
_ABLE = re.compile(r"(?:有|符合|具备)(?:相应)?(?:条件|能力|实力|基础|需求|意愿)的?")
_JOINING = ("融入", "主动融入", "参与", "深度参与", "加入", "对接", "承接", "抢抓", "与", "赴", "联合")
_CLASS_AT = re.compile(r"[^、在]{0,6}(?:企业|机构|高校|院所|主体|单位)在")
_LONGEST_KIND = 8
_LONGEST_SITE = 34
_LONGEST_LIST = 160


@dataclass(frozen=True, slots=True)
class Builders:
    """Who is to build.

    Attributes:
        until: where they end and the verb of building begins.
        at: where what is built begins.
        sited: whether a place builds it, or is where it is built.
        named: whether they are more than a class of bodies (支持养殖企业建设 X; 支持甲、乙等企业建设 X).
    """

    until: int
    at: int
    sited: bool
    named: bool = True


def builders(text: str, start: int, end: int, verb: str, places: Sequence[Found]) -> Builders | None:
    """Who is to build, where the object of a verb begins with them; None where it is what is built.

    Args:
        text: of the unit.
        start: where the object begins.
        end: where the clause ends.
        verb: that governs it.
        places: those that the unit names.
    """
    if not verb.endswith(_URGES):
        return None
    moves = verb.endswith(MOVES)
    sites = start if moves else _places_end(text, start, end, places)
    builds = _builds().match(text, sites, end) if sites > start else None
    if builds is not None:
        return Builders(sites, builds.end(), sited=True)  # 推进甲区、乙区建设 X
    seat = None if moves else _SEATED.match(text, start, end)
    if seat is not None and any(p.start == start and p.end < seat.end("seat") for p in places):
        return Builders(seat.end("seat"), seat.end(), sited=True)  # 推进甲机场建设乙枢纽
    if not moves and not any(text.find(mark, start, end) >= 0 for mark in _SAYS_BUILDERS):
        return None
    etc = until_etc(text, start, end)
    aims = (AIMS if moves else _AWARDED).search(text, start, end) if etc is None else None
    noun = aims is not None and _nouns().match(text, aims.end(), end) is not None
    if aims and moves and (noun or not _acts(text, start, aims.start(), places)):
        aims = None
    settles = _SETTLES.search(text, start, end) if moves and etc is None and aims is None else None
    if settles:
        return Builders(settles.start("aims"), settles.end("aims"), sited=True)
    bodies = etc is not None and text.startswith(_BODIES, etc + 1)
    shared = moves or bodies or text.find("共建", start, end) > 0 or text.find("在", start + 2, end) > 0
    aims = aims or (_listed_aims(text, start, end, etc, places) if shared else None)
    if aims is None:
        return None
    named = any(start <= p.start < aims.start() for p in places)
    if "、" in text[aims.end() : end]:
        site = _SITED.search(text, max(start, aims.start() - _LONGEST_SITE), aims.start())
        named = site is not None or any(p.end == aims.start() for p in places)
    who = text[start : aims.start()]
    any_of_them = (
        who in word_lists("project_frames")["builders"]["anywhere"]
        or who.endswith(_classes())
        or _CLASS_AT.match(who) is not None
    )
    return Builders(aims.start(), aims.end(), named, named=not any_of_them)


def by_any(text: str, start: int, end: int, places: Sequence[Found]) -> bool:
    """Whether a run says that bodies of a class, which it does not name, are moved to build (鼓励龙头企业建设…)."""
    moved = _moved().search(text, start, end)
    if moved is None or any(start <= p.start < end for p in places):
        return False
    return all(is_ordinary(who) for who in _ABLE.sub("", moved["who"]).split("、"))


def of_any(name: str) -> bool:
    """Whether a name, where many are to build it, is that of none: a fund, or described (面向老人的社区)."""
    described, _, thing = name.rpartition("的")
    return name.endswith("基金") or (described != "" and is_ordinary(thing))


@cache
def _moved() -> re.Pattern[str]:
    before = either(word_lists("project_frames")["builders"]["before"])
    return re.compile(
        rf"(?:{either(MOVES)})(?P<who>[^，与]{{0,24}}?(?:企业|机构|合作社|单位|主体|农户|园区|高校|院校|院所|地区|地方|各地|[市县]|银行))(?:在[^，、]{{2,14}}?)?(?:{before})*(?:{_BUILDS}|实施)$"
    )


def without_zones(text: str, listed: list[Item], places: Sequence[Found]) -> list[Item]:
    """The members without the zones that stand beside places: they are places, too (甲县、乙高新区、丙县水厂)."""
    if len(listed) <= 1:
        return listed
    *before, last = listed
    left = [item for item in before if not text.endswith(_zones(), *item.runs[0])]
    sites = {(p.start, p.end) for p in places} if len(left) < len(before) else set()
    return [*left, last] if any(item.runs[0] in sites for item in left) else listed


def acts_listed(text: str, start: int, end: int, places: Sequence[Found]) -> bool:
    """Whether bodies or places that a list names do something that builds nothing (支持甲、乙等市依托口岸发展物流)."""
    summed = until_etc(text, start, end)
    if summed is not None and _kind_acts().match(text, summed + 1, end):
        return True
    if text.find("、", start, end) < 0:
        return False
    for deed in _deeds().finditer(text, start + 2, end):
        at = deed.start()
        listed = text.find("、", start, at) >= 0
        bodies = text.endswith((*_learned(), *_zones()), start, at - (1 if text[at - 1] == "等" else 0))
        joins = deed[0].startswith(_JOINING) and text.endswith((*words().zones, "城"), start, at)
        if listed and (any(p.end == at for p in places) or bodies or joins):
            return True
    return False


def goes_ahead(text: str, start: int, end: int) -> bool:
    """Whether a run says what zones do by themselves (甲自贸片区、乙新区先行先试)."""
    return text.endswith(_of_zones(), start, end)


def _acts(text: str, start: int, end: int, places: Sequence[Found]) -> bool:
    """Whether a run is one that acts: a zone, a body, or a name of its own (支持甲起亚|建设 X)."""
    if text.endswith(words().zones, start, end) or _ACTOR.search(text, start, end):
        return True
    return end - start > 1 and "的" not in text[start:end] and holds_a_name(text[start:end], (start, end), places)


def _listed_aims(text: str, start: int, end: int, etc: int | None, places: Sequence[Found]) -> re.Match[str] | None:
    """The verb of building behind a list of those who build (支持甲、乙等建设 X; 支持甲园、乙园建设 X、Y)."""
    for aims in _builds().finditer(text, start + 2, min(end, start + _LONGEST_LIST)):
        until = aims.start()
        if etc is not None and etc < until:
            kind = text[etc + 1 : until]
            bodies = len(kind) <= _LONGEST_KIND and (kind == "地" or kind.endswith(_bodies()))
            return aims if bodies or (not kind and not aims[0].endswith(_AWARDS)) else None
        number = _TOGETHER.search(text, start, until)
        sides = number.start() if number else until
        listed = text.find("、", start, until) >= 0
        if any(p.end == sides and (listed or p.start == start) for p in places):
            return aims  # 支持甲、乙建设 X; 支持甲建设 X、Y
        if _SITED.search(text, max(start, until - _LONGEST_SITE), until) or text.endswith(_bodies(), start, until):
            return aims
    return None


def _places_end(text: str, start: int, end: int, places: Sequence[Found]) -> int:
    """The end of the places that begin a run, side by side (甲区、乙区); its start where none does."""
    at = start
    while place := max((p.end for p in places if p.start == at and p.end < end), default=0):
        if text[place] not in "、和及":
            return place
        at = place + 1
    return start


@cache
def _zones() -> tuple[str, ...]:
    return tuple(word_lists("project_lists")["zones_that_act"])


@cache
def _classes() -> tuple[str, ...]:
    return tuple(word_lists("project_frames")["builders"]["classes"])


@cache
def _of_zones() -> tuple[str, ...]:
    return tuple(word_lists("project_frames")["builders"]["of_zones"])


@cache
def _builds() -> re.Pattern[str]:
    table = word_lists("project_frames")["builders"]
    return re.compile(
        rf"(?:{either(table['before'])})*(?:(?:申报|争取|规划)(?=建设|创建|设立))?(?:{_BUILDS})(?!{_nouns().pattern})"
    )


@cache
def _nouns() -> re.Pattern[str]:
    """What makes a verb of building a noun, behind it: 建设用地, 建设和运营."""
    nouns = either(word_lists("project_frames")["builders"]["nouns"])
    return re.compile(f"(?!工程(?:机械|技术|塑料|装备|研究|实验|学院|中心))(?:{nouns}|[和与及、，等]|$)")


@cache
def _bodies() -> tuple[str, ...]:
    return (*word_lists("project_frames")["builders"]["bodies"], *words().zones)


@cache
def _learned() -> tuple[str, ...]:
    return tuple(word_lists("project_frames")["builders"]["learned"])


@cache
def _deeds() -> re.Pattern[str]:
    deeds = either(word_lists("project_frames")["builders"]["deeds"])
    manners = either(word_lists("project_frames")["builders"]["manners"])
    return re.compile(rf"(?:(?:{manners})(?:{deeds}|布局|建设)|(?:{deeds}))(?=[^，、的]{{2}})")


@cache
def _kind_acts() -> re.Pattern[str]:
    kinds = either(word_lists("project_frames")["builders"]["kinds"])
    return re.compile(rf"[^、，]{{0,10}}?(?:{kinds})(?:{_deeds().pattern})")
