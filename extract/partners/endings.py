"""Organisations by how their names end (…协会, …银行, …研究院), and what such names share with those beside them."""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from extract.components import Found, marked, passage, scan, within
from extract.facts import PartnerKind
from extract.partners.branches import acts, is_built
from extract.partners.events import event_extent
from extract.partners.extents import Organization
from extract.partners.names import NEED_JOINING, name_start, objection_to, seats_here
from extract.partners.words import ending_scanner, known_names, name_scanner, words
from extract.places.grouped import ABBREVIATED
from extract.tracing import reject
from gazetteer.divisions import gazetteer

_USED = re.compile("[^，。；]{0,16}?作用|体系")
_BESIDE = ("platform", "institute")
_SCHOOL = re.compile("[\u4e00-\u9fff]{2,12}大学(?:(?![与和及的等各])[\u4e00-\u9fff]){2,8}学院")
_LONGEST = 20
_UNNAMED = ("no_proper_name", "not_joined")
_ALIKE = {"other": ("other",), "hospital": ("hospital",), "park": ("park", "platform")}
_MEDICAL = ("医院医联体", "医院医疗联合体", "医院专科联盟")
_WORKED_IN = ("合作", "建设", "共建", "协作", "关系", "帮扶")
_HOLDING = ("召开", "建立", "健全", "完善", "组织", "执行", "推行", "实行")
_MEETINGS = ("联席会", "联席会议", "座谈会")
_WITH_CHINA = "中国—"
_LONGER = {
    "份": ("转让", "改造", "合作", "制", "经济", "权", "化"),
    "府": (
        "救助",
        "采购",
        "网",
        "门户",
        "平台",
        "投资",
        "基金",
        "债",
        "数据",
        "服务",
        "信息",
        "引导",
        "储备",
        "购买",
        "专项",
        "补贴",
        "性",
    ),
    "行": ("流水", "账户", "账号", "卡", "存款", "保函", "承兑", "间市场"),
    "织": ("国家", "成员", "地方", "经贸", "示范", "部"),
    "展": ("览", "会", "销", "示"),
    "节": ("目", "点", "能", "水", "约", "假", "庆", "气"),
    "会": ("址",),
    "盟": ("路", "大道"),
    "心": ("医院", "血管", "脏", "脑", "城", "村", "镇", "校", "粮", "组", "体系", "节点"),
}
_GOES_ON = frozenset("化型级性")
_DOING = frozenset(f"{c}办" for c in "举承主协兴创开合申筹联领督经代停新快好能通会同民公自试该各交")
_OF_DOING = frozenset("学医班事好展赛会节园公法理联校企结成")


def by_ending(text: str, places: Sequence[Found], doc: Doc) -> Iterator[Organization]:
    """Names by their endings, the words that run into them left out; a shared ending is distributed over places.

    Args:
        text: the text as read.
        places: the divisions named.
        doc: of the text.
    """
    here = passage(doc)
    last = (0, 0)
    accepted: dict[int, PartnerKind] = {}
    known = known_names(here)
    known_ends = {b: (a,) for a, b in known}
    known_starts = {a for a, _ in known}
    regions = marked(doc, "regions")
    named = gazetteer().named
    for start, ending, kind in _endings(text):
        at, end = _extent(text, (start, ending), kind, places, regions)
        name = text[at:end]
        after_place = kind == "university" and any(named(text[at:a]) for a in known_ends.get(end, ()))
        if after_place or _is_two(name, kind, text[end : end + 2]):
            continue  # 深圳清华大学研究院
        own_to = end + 1 if text[end : end + 1] == "（" and kind == "institute" else end - 1
        own = any(at <= p.start <= own_to and here.profile.is_own(p.division.code) for p in places)
        own = own or (name in words().seats and seats_here(name, here))
        objection = objection_to(at, end, kind, doc)
        starts_known = at in known_starts
        if objection in _UNNAMED and kind in _BESIDE and not starts_known and _is_beside(text, at, end):
            yield Organization(name, kind, ((at, end),), "beside")
            continue
        if objection and kind == "university" and starts_known and end not in known_ends:
            objection = _objection_to_school(name, objection)
        if objection == "no_proper_name" and accepted.get(at - 1) in _ALIKE.get(kind, ()) and text[at - 1] in "、和":
            objection = ""  # 重庆巴蜀中学、南开中学
        if kind == "institute" and (own or name in words().seats or name.startswith("国际")):
            objection = _objection_at_home(text, at, end, objection)
        bare = kind == "park" and at == start
        city = _lent_city(text, last, at, places) if bare else None
        if objection or bare != bool(city) or (name.endswith(_MEETINGS) and _holds(text, at, end)):
            reject(f"partners.{objection or 'made'}", at, end)
            continue
        accepted[end] = kind
        lent = city or _lent(text, last, (at, start, end), places)
        last = (last[0] if city else at, end)
        if lent:
            yield Organization(text[slice(*lent)] + name, kind, (lent, (at, end)), "shared_beginning")
            continue
        yield Organization(name, kind, ((at, end),), "joined" if kind in NEED_JOINING else "ending", own)
        if name not in words().parks:
            yield from _of_places_before(text, (at, end), kind, places)


def _without_province(at: int, places: Sequence[Found]) -> int:
    """Where a school's name starts: 宣城中学 in 安徽宣城中学, 上海闵行中学 with its city."""
    provinces = (p for p in places if p.start == at and p.division.level == "province")
    first = next((p for p in provinces if not p.division.name.endswith("市")), None)
    second = next((p for p in places if first and p.start == first.end), None)
    return second.start if first and second and within(second.division.code, first.division.code) else at


def _objection_to_school(name: str, objection: str) -> str:
    """Why the school of a known university is no partner: 河海大学文天学院, 清华大学美术学院 are."""
    return "" if objection == "not_joined" or (objection == "no_proper_name" and _SCHOOL.fullmatch(name)) else objection


def _is_two(name: str, kind: PartnerKind, behind: str) -> bool:
    """Whether a name is a hospital's with what it is to become (同济医院国家医学中心), or does: 与甲医院医联体合作."""
    if kind == "alliance" and name.endswith(_MEDICAL) and behind in _WORKED_IN:
        return True
    return kind == "hospital" and name.endswith("医学中心") and "医院" in name


def _of_places_before(
    text: str, name: tuple[int, int], kind: PartnerKind, places: Sequence[Found]
) -> Iterator[Organization]:
    """What a name that begins with a place shares with the places listed in front of it."""
    at, end = name
    first = next((p for p in places if p.start == at), None)
    if first is None:
        return
    for lender in _listed_before(text, at, places):
        runs = ((lender.start, lender.end), (first.end, end))
        yield Organization("".join(text[a:b] for a, b in runs), kind, runs, "shared_ending")


def _objection_at_home(text: str, start: int, end: int, objection: str) -> str:
    """Why an institute is no partner at home: it is built; one known by its own name is where it acts."""
    if is_built(text, start, text.find("）", end) + 1 if text[end : end + 1] == "（" else end):
        return objection or "made"
    if objection != "own_side":
        return objection
    by_itself = text[start:end] in words().seats and not _USED.match(text, end)
    return "" if by_itself or acts(text, start, end) else objection


def _extent(
    text: str, ending: tuple[int, int], kind: PartnerKind, places: Sequence[Found], regions: Sequence[tuple[int, int]]
) -> tuple[int, int]:
    """Where a name with some ending starts and ends."""
    at = name_start(text, *ending)
    at = next((p.start for p in places if p.start < at < p.end and p.rule not in ABBREVIATED), at)  # 和田地区人民医院
    if kind == "park" and text.startswith(_WITH_CHINA, at):
        at += len(_WITH_CHINA)
    if kind == "other":
        at = _without_province(at, places)
    return event_extent(text, (at, ending[1]), ending[0], places, regions) if kind == "event" else (at, ending[1])


def _holds(text: str, start: int, end: int) -> bool:
    """Whether a meeting of several sides is one that the text sets up or convenes, and no body."""
    return text.endswith(_HOLDING, 0, start) or text.startswith(("制度", "机制"), end)


def _is_beside(text: str, start: int, end: int) -> bool:
    """Whether a university or company that is known stands right beside a name in a list."""
    reach = max(0, start - _LONGEST)
    around = [(reach + a, reach + b) for a, b in scan(name_scanner(), text[reach : end + _LONGEST])]
    before = text[start - 1 : start] == "、" and any(b == start - 1 for _, b in around)
    return before or (text[end : end + 1] == "、" and any(a == end + 1 for a, _ in around))


def _lent_city(text: str, last: tuple[int, int], at: int, places: Sequence[Found]) -> tuple[int, int] | None:
    """The place that a bare word for a park takes from the one before it: 合肥 in 合肥高新区、经开区."""
    if at != last[1] + 1 or text[last[1]] not in "、和":
        return None
    return next(((p.start, p.end) for p in places if p.start == last[0] and p.end < last[1]), None)


def _lent(
    text: str, last: tuple[int, int], named: tuple[int, int, int], places: Sequence[Found]
) -> tuple[int, int] | None:
    """What a name takes from the one before it: 安徽自由贸易试验区 in 安徽自由贸易试验区合肥片区、蚌埠片区."""
    at, start, end = named
    if at != last[1] + 1 or text[last[1]] != "、" or not any((p.start, p.end) == (at, start) for p in places):
        return None
    inner = last[1] - (end - start)
    before = next((p for p in places if p.end == inner and p.start > last[0]), None)
    second = next(p for p in places if (p.start, p.end) == (at, start))
    of_place = next((p for p in places if before and p.start == last[0] and p.end == before.start), None)
    if of_place is not None and not within(second.division.code, of_place.division.code):
        return None  # 上海闵行中学、苏州中学
    return (last[0], before.start) if before and text.endswith(text[start:end], 0, last[1]) else None


def _endings(text: str) -> Iterator[tuple[int, int, PartnerKind]]:
    """Where an ending stands that no longer word goes on from."""
    kinds = words().kinds
    for start, end in scan(ending_scanner(), text):
        after = text[end : end + 1]
        longer = text.startswith(_LONGER.get(text[end - 1], ()), end)
        by_verb = text[end - 2 : end] in _DOING and text[end - 3 : end] != "科创办"
        does = text[end - 1] == "办" and (after in _OF_DOING or by_verb)
        if after not in _GOES_ON and not longer and not does:
            yield start, end, kinds[text[start:end]]


def _listed_before(text: str, at: int, places: Sequence[Found]) -> Iterator[Found]:
    """The places of a list that ends in a name (上海、合肥农业产业化交易会)."""
    while at > 0 and text[at - 1] in "、和":
        before = next((p for p in places if p.end == at - 1), None)
        if before is not None and text[before.end - 1] in "省市" and text[before.end :].startswith("、"):
            return  # 与深圳市、广州港集团共建
        if before is None or (before.start > 0 and text[before.start - 1] not in "、，和加会与"):
            return
        yield before
        at = before.start
