"""Organisations that the dictionaries know: parks, events, ministries, companies, hospitals, universities and so on."""

import re
from collections.abc import Iterator, Sequence

from extract.components import Found, Passage, around
from extract.facts import PartnerKind
from extract.partners.extents import Organization, is_outside, whole
from extract.partners.names import is_wide, seats_here
from extract.partners.ports import is_line_end
from extract.partners.words import known_names, universities_by_name, words
from extract.tracing import reject
from gazetteer.companies import companies
from gazetteer.divisions import COUNTRY, gazetteer

_AUTHOR = ("《", "〈", "关于", "印发")
_PART_OF_WORD = re.compile(
    r"[其集当之城市区园]中.|中.[食辆位道断]|[北南]京东|[低高航太]空客|早日立|[国东南海川厦深山]航[天空道运站程线母海拍行标]|[中全外]国航"
)
_OF_PARK = re.compile(
    "(?:综合性国家)?科学城|综合性国家科学中心|高科技园区?|科技园区?|国家自主创新示范区|科技城|片区|(?:新兴技术|经济技术)?开发区|高新区"
    "|(?:[\u4e00-\u9fff]{2,3})?(?:直管区|起步区|核心区)"
    "|(?:生物|医药|医疗器械|集成电路|芯片|半导体|人工智能|软件|光?电子|信息|数字|文化|创意|机器人|航[空天]|新材料|汽车|细胞|智能制造|现代服务业)+"
    "(?:产业)?(?:基地|产业园|园区?|港)"
)
_POWER = re.compile(
    "[\u4e00-\u9fff]{0,6}?(?:光伏|风电|光热|水电|储能|抽水蓄能|热电|火电|生物质|光储)"
    "|(?:智能)?(?:科技园|产业园|产业基地|制造基地|生产基地|研发基地|工厂|研究院|研发中心|制造中心)"
)
_SECOND = re.compile("（[\u4e00-\u9fff]{2,6}(?:科学院|研究院|工学院|学院)）")
_LONGER_TRADE = re.compile("能源重?化工|(?:新材料|新能源)(?:产业|科技|园|城|基地|集群|制造)")
_SHORT = 3
_STREET = re.compile("路(?![虎演由])|大道|大街|街道|立交|港区|码头|休闲旅游")  # 青浦区东航路, 松下港区, 京东休闲旅游区
_ALONE_BEHIND = re.compile("[、，和与及]")
_WITH = ("集团与", "公司与", "企业与", "股份与", "医院与", "大学与", "学院与", "院所与", "高校与", "机构与")
_ACTOR = ("支持", "依托", "鼓励", "推动", "联合", "发挥", "携手", "会同", "引导", "组织", "用好")


def by_name(  # noqa: C901, PLR0912 - one branch a dictionary
    text: str, places: Sequence[Found], here: Passage
) -> Iterator[Organization]:
    """Companies, parks, events and universities that the dictionaries know."""
    for start, end in known_names(here):
        name = text[start:end]
        if name in words().parks and text.startswith(words().not_before, end):
            reject("partners.part_of_word", start, end)
        elif name in words().parks:
            run = _park(text, (start, end), places, here)
            if run:
                yield Organization(text[slice(*run)], "park", (run,), "park")
            else:
                reject("partners.own_side", start, end)
        elif name in words().bodies:
            part = text.startswith(("国家", "成员", "地方", "经贸", "示范"), end)
            if not part and words().bodies_joined.search(text, *around(text, start, end, "。；，\n")):
                yield Organization(name, "other", ((start, end),), "body")
        elif name in words().events:
            yield Organization(name, "event", ((start, end),), "event")
        elif name in words().ministries:
            if here.profile.own is not None and here.profile.own.code != COUNTRY and not _is_author(text, end, here):
                yield Organization(name, "government", ((start, end),), "ministry")
        elif name in words().companies or name in words().ambiguous or name in companies():
            alone = name in words().ambiguous and not _does_business(text, end, places)
            if alone or _is_part_of_word(text, start, end):
                reject("partners.part_of_word", start, end)
                continue
            run = whole(text, (start, end), places, here)
            kind: PartnerKind = "finance" if name in words().finance else "company"
            yield Organization(text[slice(*run)], kind, (run,), "company")
        elif name in words().hospitals:
            before = next((p.start for p in places if p.end == start and is_outside(p, here)), start)
            if text[before - 1 : before] not in set("市县区省属大"):
                yield Organization(text[before:end], "hospital", ((before, end),), "hospital")
        elif name in words().institutes:
            if seats_here(name, here):
                reject("partners.own_side", start, end)
                continue
            yield Organization(name, "institute", ((start, end),), "institute")
        elif name in words().universities and name not in universities_by_name():
            yield Organization(name, "university", ((start, end),), "university")
        else:
            own = here.profile.is_own(universities_by_name()[name].code)
            run = (start, _second_name(text, end))
            if own and not is_wide(here) and _is_own_school(name, run, text, here):
                reject("partners.own_side", *run)
                continue
            yield Organization(text[slice(*run)], "university", (run,), "university", own)


def _is_part_of_word(text: str, start: int, end: int) -> bool:
    around_it = text[max(0, start - 1) : end + 1]
    part = end - start <= _SHORT and _PART_OF_WORD.search(around_it) is not None
    part = part or _STREET.match(text, end) is not None
    part = part or (text.startswith("子", end) and text.endswith(("微电", "光电"), 0, end))
    return part or _LONGER_TRADE.match(text, end - 2) is not None


def _second_name(text: str, end: int) -> int:
    """The end of a university's name with the academy that is one with it: 齐鲁工业大学（山东省科学院）."""
    second = _SECOND.match(text, end)
    return second.end() if second else end


def _park(text: str, name: tuple[int, int], places: Sequence[Found], here: Passage) -> tuple[int, int] | None:
    """A park's name with its city in front and its kind behind, None where it lies in the plan's own jurisdiction."""
    start, end = name
    before = next((p for p in places if p.end == start), None)
    if seats_here(text[start:end], here) or text[start - 1 : start] == "—" or is_line_end(text, start, end):
        return None
    tail = _OF_PARK.match(text, end)
    named = (p for p in places if p.start == start or p is before)
    is_part = text.startswith(("分", "飞地"), tail.end() if tail else end)  # 海宁漕河泾开发区分区
    if not is_part and any(here.profile.is_own(place.division.code) for place in named):
        return None  # 眉山天府新区, 苏州高新区
    outside = before is not None and not here.profile.is_own(before.division.code)
    return (before.start if before and outside else start), tail.end() if tail else end


def _is_own_school(name: str, at: tuple[int, int], text: str, here: Passage) -> bool:
    """Whether a university is the own city's: a vocational one, or one called by the city that does not act."""
    alone = _ALONE_BEHIND.match(text, at[1]) is not None
    acts = (alone and text.endswith((*_ACTOR, "、"), 0, at[0])) or text.endswith(_WITH, 0, at[0])
    return "职业" in name or (_names_own(name, here) and not acts)


def _names_own(name: str, here: Passage) -> bool:
    """Whether a university is called by the plan's own city: its own, where those of the province are no part of it."""
    own = here.profile.own
    return own is not None and any(d.short and d.short in name for d in (own, *gazetteer().children(own.code)))


def _does_business(text: str, end: int, places: Sequence[Found]) -> bool:
    at = next((p.end for p in places if p.start == end), end)
    return text.startswith(words().does, at) or (at > end and _POWER.match(text, at) is not None)


def _is_author(text: str, end: int, here: Passage) -> bool:
    """Whether a ministry wrote the paper that a preamble follows (落实国家发展改革委《…》), or 部 begins 部门."""
    return text.startswith("门", end) or (here.unit.id.endswith("§前言") and text.startswith(_AUTHOR, end))
