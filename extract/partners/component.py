"""Component `partners`: named organisations outside the plan's own government and its agencies."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from extract.components import Found, Passage, inside, mark, marked, passage, scan, within
from extract.facts import Entity, PartnerKind, PartnerMention
from extract.partners.branches import acts, is_built, with_branch
from extract.partners.events import event_extent, is_alias
from extract.partners.extents import Organization
from extract.partners.forms import formed, sharing
from extract.partners.known import by_name
from extract.partners.listed import answers, listed, state_groups
from extract.partners.names import INDEPENDENT, NEED_JOINING, SUPERIOR, name_start, objection_to
from extract.partners.words import ending_scanner, known_names, name_scanner, words
from extract.partners.works import companies_at_work
from extract.tracing import reject
from gazetteer.divisions import gazetteer

_AGREED = re.compile("合作|协议|共识|备忘录")
_LEADING_GROUP = re.compile(
    r"(?P<first>国家|省|市)(?:[及和、](?P<second>省|市))?"
    r"(?P<group>(?:(?![与及向由]|同(?!城|步)|加强|对接|[省市](?!场)|[一二三]办)[\u4e00-\u9fff]){4,20}?领导小组(?:办公室)?)"
)
_SHARING = ("superior", "shared_ending")
_GROUPS = ("集团", "公司", "控股")
_USED = re.compile("[^，。；]{0,16}?作用|体系")
_FULL = ("集团", "股份", "公司", "集团公司", "有限公司")
_BESIDE = ("platform", "institute")
_LONGEST = 20
_INNER = (("government", "institute"), ("government", "platform"), ("finance", "institute"), ("institute", "hospital"), ("university", "institute"), ("university", "hospital"))
_WHOLE = ("company", "event")
_UNNAMED = ("no_proper_name",)
_ALIKE = ("other", "hospital")
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
    "织": ("国家", "成员", "地方", "经贸", "示范", "部"),
    "节": ("目", "点", "能", "水", "约", "假", "庆", "气"),
    "心": ("血管", "脏", "脑", "城", "村", "镇", "校", "粮", "组", "体系", "节点"),
}
_GOES_ON = frozenset("化型级性")
_DOING = frozenset(f"{c}办" for c in "举承主协兴创开合申筹联领督经代停新快好能通会同民公自试该各交")
_OF_DOING = frozenset("学医班事好展赛会节园公法理联校企结成")
_PART_OF_UNIVERSITY = re.compile("第?[一二三四五六]?附(?:属|设|中|小)")


@Language.component("partners")
def partners(doc: Doc) -> Doc:
    """Emit a mention of each organisation that the unit's body names and that is not of the plan's own side."""
    here = passage(doc)
    found = _without_short(list(_organizations(doc, here)))
    mark(doc, "partners", (run for o in found for run in o.runs))
    doc.user_data["partners"] = found
    for organization in {o.name: o for o in reversed(found)}.values():
        runs = [run for o in found if o.name == organization.name for run in o.runs]
        here.facts.append(
            PartnerMention(
                unit=here.unit.id,
                rule=f"partners.{organization.rule}",
                as_written=organization.name,
                evidence=here.evidence(*runs),
                organization=Entity("organization", organization.name),
                partner_kind=organization.kind,
            )
        )
    return doc


def _without_short(found: list[Organization]) -> list[Organization]:
    """Organisations without the companies that the same text names in full: 柳工 beside 柳工集团."""
    names = {o.name for o in found}
    return [
        o
        for o in found
        if words().short_names.get(o.name) not in names
        and (o.kind != "company" or not any(o.name + group in names for group in _FULL))
    ]


def _organizations(doc: Doc, here: Passage) -> Iterator[Organization]:
    text = here.unit.text
    places: list[Found] = doc.user_data.get("places", [])
    titles = [(a, b) for a, b in marked(doc, "policies") if not _AGREED.search(text, a, b) or "关于" in text[a:b]]
    skip = [*marked(doc, "clauses"), *titles]
    taken: list[tuple[int, int, bool]] = []
    read = [
        *_superiors(text, here),
        *(Organization(name, kind, runs, "shared_ending") for name, kind, runs in sharing(text, places, here.profile)),
        *(Organization(text[a:b], kind, ((a, b),), rule) for a, b, kind, rule in formed(text, places, here.profile)),
        *_by_ending(text, places, doc),
        *(Organization(text[a:b], "company", ((a, b),), "at_work") for a, b in companies_at_work(text)),
        *by_name(text, places, here),
        *listed(text, here),
        *state_groups(text, places),
    ]
    read = [with_branch(organization, text, places, here) for organization in read]
    starting: defaultdict[int, list[Organization]] = defaultdict(list)
    for organization in read:
        starting[organization.start].append(organization)
    named = [o for o in read if len(o.runs) == 1]
    whole = [(o.start, o.end, o.kind) for o in named if o.kind in _WHOLE or o.name.endswith("）")]
    for organization in read:
        start, end = organization.start, organization.end
        if any(
            a <= start and end <= b and b - a > end - start and _is_inner(organization, kind) for a, b, kind in whole
        ):
            continue
        if inside(start, skip):
            reject("partners.in_clause", start, end)
            continue
        if organization.kind == "event" and is_alias(organization.name, text):
            continue
        if organization.name.endswith(_GROUPS) and answers(organization.name, here.profile):
            reject("partners.own_side", start, end)
            continue
        if any(o.runs[0][1] > end and _is_part(organization, o, text) for o in starting[start]):
            continue
        # who bears a laboratory is named beside it: 浙江大学 and 浙江大学数字法治实验室
        longer = [(a, at_lab) for a, b, at_lab in taken if a < end and start < b and b - a >= end - start]
        bears_all = organization.kind in INDEPENDENT and all(at_lab and a == start for a, at_lab in longer)
        if longer and organization.rule not in _SHARING and not bears_all:
            continue
        taken.append((start, end, organization.name.endswith("实验室")))
        yield organization


def _is_inner(organization: Organization, kind: PartnerKind) -> bool:
    """Whether a body is no other than that of some kind which its name stands in: 衡钢 in 华菱衡钢."""
    second = kind == "university" and organization.kind == "institute"
    return second or (organization.kind == kind and kind in _WHOLE)


def _is_part(short: Organization, whole: Organization, text: str) -> bool:
    """世界互联网大会 in 世界互联网大会乌镇峰会, a university in its hospital; a laboratory has its bearer beside it."""
    if whole.name.endswith("实验室"):
        return False
    pair = (short.kind, whole.kind)
    if whole.name.endswith("医联体") or pair in _INNER:
        return True
    if short.kind in {"park", "event"} and whole.kind in {"company", "government"}:
        return True  # 南京江北新区 in 南京江北新区大数据公司, 临港新片区 in 临港新片区管委会
    return whole.kind in {short.kind, "event"} or _PART_OF_UNIVERSITY.match(text, short.end) is not None


def _superiors(text: str, here: Passage) -> Iterator[Organization]:
    """Leading groups of the levels above, and their offices: 国家及省…领导小组办公室 are two."""
    own = here.profile.own
    above = {
        "国家": True,
        **{
            level: own is not None and own.level in under and own.name[-1] != level for level, under in SUPERIOR.items()
        },
    }
    for match in _LEADING_GROUP.finditer(text) if "领导小组" in text else ():
        for which in ("first", "second"):
            if match[which] and above.get(match[which], False):
                runs = dict.fromkeys((match.span(which), match.span("group")))
                yield Organization(match[which] + match["group"], "government", tuple(runs), "superior")


def _by_ending(text: str, places: Sequence[Found], doc: Doc) -> Iterator[Organization]:
    """Names by their endings, the words that run into them left out; a shared ending is distributed over places."""
    here = passage(doc)
    last = (0, 0)
    accepted: dict[int, PartnerKind] = {}
    known = known_names(here)
    known_ends = {b: (a,) for a, b in known}
    known_starts = {a for a, _ in known}
    regions = marked(doc, "regions")
    for start, ending, kind in _endings(text):
        at, end = _extent(text, (start, ending), kind, places, regions)
        name = text[at:end]
        if kind == "hospital" and name.endswith("医学中心") and "医院" in name:
            continue  # 同济医院国家医学中心
        if kind == "university" and any(a > at and gazetteer().named(text[at:a]) for a in known_ends.get(end, ())):
            continue  # 深圳清华大学研究院
        objection = objection_to(at, end, kind, doc)
        own = any(at <= p.start < end and here.profile.is_own(p.division.code) for p in places)
        if (
            objection in {"no_proper_name", "not_joined"}
            and kind in _BESIDE
            and at not in known_starts
            and _is_beside(text, at, end)
        ):
            yield Organization(name, kind, ((at, end),), "beside")
            continue
        if objection == "not_joined" and kind == "university" and at in known_starts and end not in known_ends:
            objection = ""  # 河海大学文天学院
        if objection in _UNNAMED and kind in _ALIKE and accepted.get(at - 1) == kind and text[at - 1] in "、和":
            objection = ""  # 重庆巴蜀中学、南开中学
        if kind == "institute" and (own or name in words().seats):
            objection = _objection_at_home(text, at, end, objection)
        if objection or (name.endswith(_MEETINGS) and _holds(text, at, end)):
            reject(f"partners.{objection or 'made'}", at, end)
            continue
        accepted[end] = kind
        lent = _lent(text, last, (at, start, end), places)
        last = (at, end)
        if lent:
            yield Organization(text[slice(*lent)] + name, kind, (lent, (at, end)), "shared_beginning")
            continue
        yield Organization(name, kind, ((at, end),), "joined" if kind in NEED_JOINING else "ending", own)
        first = next((p for p in places if p.start == at), None)
        if first is not None and name not in words().parks:
            for lender in _listed_before(text, at, places):
                runs = ((lender.start, lender.end), (first.end, end))
                yield Organization("".join(text[a:b] for a, b in runs), kind, runs, "shared_ending")


def _objection_at_home(text: str, start: int, end: int, objection: str) -> str:
    """Why an institute is no partner at home: it is built; one known by its own name is where it acts."""
    if is_built(text, start, end):
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
    if kind == "park" and text.startswith(_WITH_CHINA, at):
        at += len(_WITH_CHINA)
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
