"""Where the object of a verb begins and ends: what describes it, what sizes it, what is done with it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extract.brackets import CLOSING, OPENING
from extract.components import Found
from extract.facts import Stage
from extract.projects.lending import STREET
from extract.projects.lists import items
from extract.projects.names import act_of_named, head_of
from extract.projects.proper import holds_a_name
from extract.projects.words import words
from extract.word_lists import word_lists
from gazetteer.divisions import COUNTRY, Division

_DESCRIBED = re.compile(r"(?:具有|具备|用于|可|能够|融合?|集|基于|服务|覆盖|连通|辐射|涵盖|以)[^，]*的(?=[^的]+$)")
_IS_SO = re.compile(
    r"(?:建成|在建|新建|开发|运营|管理|承建|投资建设|规划建设|拟建|现有|组建|投用|落成|牵头|主导|建设)$"
)
_BUILT = re.compile(r"(?:已|已经|新|基本)?(?:建成|投用|投运|开通)(?:投用|运营|投产)?的")
_FURNISHED = re.compile(r"(?:公共|配套)?(?:基础设施|配套设施)(?:建设)?$")
_WIDENS = ("扩区调位", "调区扩区", "扩区升级", "扩区", "扩园", "升格")
_CHORES = ("任务", "应用", "推广")
_ABLE = ("功能", "作用", "优势", "功能提升", "功能完善")
_ROLE = re.compile(
    r"(?:(?:综合|核心|国际|国内|全国性|区域性|龙头|交通|综合交通|物流|开放|对外|战略|集疏运|中转|区域|航运|航空|贸易)*(?:枢纽|门户|窗口|平台|载体|桥头堡|节点|支点|引擎)"
    r"|龙头|出海口|主阵地|主战场|集散)$"
)
_ZONES_AS_PLATFORMS = tuple(f"{kind}平台" for kind in ("试验区", "实验区", "综试区", "示范区", "自贸区", "保税区"))
_SEATS = ("站", "港", "机场", "口岸", "区", "园", "综保区")
_ONE = re.compile(r"(?:一|两|三)(?:个|条|座|处|所|家|项|块)(?=[\u4e00-\u9fff\d]{4})")
_FIRST = re.compile(
    r"(?:全[国省市县区]|[国省市]内|全球|世界|亚洲|[东西]部|中西部|中部)?首[个家条座处所台](?=[\u4e00-\u9fff\dA-Z]{4})"
)
_SIZED = re.compile(
    r"(?:(?:总|首期)?规模|首期)?(?:不低于|不少于|不小于|达到?|超过?|约)?[\d.]+万?(?:亩|平方米|公里|平方公里|公顷|吨|千瓦|兆瓦|亿元)(?:以上)?的?"
    r"(?=[\u4e00-\u9fff]{4,})"
)
_OF_WHOM = re.compile(  # 落实省委、省政府“千企升级”工程
    r"(?:(?:党中央|国务院|[省市州县区旗]委|[省市州县区旗](?:委、)?(?:人民)?政府)、?)+(?=“)"
)
_BECOMES = re.compile(r"为(?![民农老企侨军])(?=[\u4e00-\u9fff]{4})")  # 升级|为综合保税区
_IN_FRONT = (_SIZED, _ONE, _FIRST, _OF_WHOM, _BECOMES)
_OF_ALL_COUNTRY = re.compile(r"(?:区|园|市场|集群|节点|枢纽|小镇|综合体|城市|[县市镇村])$")
_OF_EACH_COUNTY = ("县级", "乡级", "镇级", "村级", "乡镇")
_OF_EACH = ("省级", "市级", "县级", "县域", "乡镇", "村级", "基层", "地方", "区域性")
_MARKED = re.compile(r"[A-Z\d“（(]")
_TELLING = 8
_LONGEST_MEASURE = 16
_MEASURED = re.compile(
    r"(?:总?(?:长度?|里程|面积)|约|近|共|超过?)?(?:[\d.]+万?(?:公里|千米|亩|平方公里|平方米)|(?<=[\u4e00-\u9fff）)])\d[个座条处])(?:以上|左右)?$"
)
_MEASURES = tuple("里米亩个座条处上右")  # the last characters of measures
_AND_MORE = re.compile(r"建设[与和及][^，、]{2,8}$")  # 宿州电网建设与智能化运用
_FIGURES = re.compile(
    r"\d[\d.]*\s?(?:[万余多约]|)(?:公里|千米|米|亩|平方|公顷|亿|万元|元|[张床年月日%个家人套辆座条处项栋间户吨])|总投资|总装机|总库容|总规模|占地|投资|^[^段期]*、[^段期]*$"
)
_WHEN = re.compile(r"^(?:计划|预计)?(?:20\d\d年)?(?:\d{1,2}月)?(?:年?底前?|前)?")
_TOGETHER = re.compile(r"[与和同跟]")
_JOINTLY = re.compile(r"(?:合作|协作|结对|互动|交流|联营|联盟|签约|共建|互送客源|客源互送|互动发展|合作开发[^、，]*)$")
_ETC = re.compile(r"(?<!级[甲乙])(?<![高平同])等(?!级|高[线耕种])")


@dataclass(frozen=True, slots=True)
class Undertaking:
    """A project found.

    Attributes:
        name: as written, complete.
        stage: by the verb that governs it.
        runs: of text that it rests on.
        around: the stretches of text whose places it joins, as its name does.
        rule: that found it.
        sides: the stretches whose places it involves besides: who is to build it, what it goes through.
        subjects: those whose places it involves where nothing else names one: of whom the sentence speaks.
    """

    name: str
    stage: Stage
    runs: tuple[tuple[int, int], ...]
    around: tuple[tuple[int, int], ...]
    rule: str
    sides: tuple[tuple[int, int], ...] = ()
    subjects: tuple[tuple[int, int], ...] = ()


def outside(run: tuple[int, int], skip: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """What is left of a run without the spans that are to be passed over."""
    start, end = run
    left = []
    for a, b in sorted(skip):
        if start < b and a < end:
            left.append((start, max(a, start)))
            start = b
    return [(a, b) for a, b in (*left, (start, end)) if a < b]


def named_from(text: str, start: int, end: int, places: Sequence[Found]) -> int:
    """Where the object's name begins, behind what describes it (面向长三角的…, 规则统一的…), sizes or praises it."""
    described = _DESCRIBED.match(text, start, end)
    start = described.end() if described else start
    of = text.rfind("的", start, end) + 1
    if of and (
        _IS_SO.search(text, start, of - 1)
        or any(p.start == of for p in places)
        or _is_described_by_list(text, start, of - 1, places)
    ):
        start = of
    before = next((m for m in (pattern.match(text, start, end) for pattern in _IN_FRONT) if m), None)
    return before.end() if before else start


def act_jointly(text: str, start: int, end: int) -> bool:
    """Whether the object is what two actors do together (甲高新区与乙开发区合作), so that neither is built."""
    for joint in _TOGETHER.finditer(text, start, end):
        rest = text[joint.end() + 2 : end]
        until = joint.start() - (1 if text.endswith("等", start, joint.start()) else 0)
        if text.endswith(words().actors, start, until):
            return any(act in rest for act in words().joint_acts) or (
                joint[0] == "与" and rest.endswith(words().actors)
            )
        if _JOINTLY.search(rest) and not text.endswith(tuple(words().lines), start, joint.start()):
            return True  # 甲滑雪场与乙集团开展合作
    return False


def is_one(name: str, run: tuple[int, int], places: Sequence[Found]) -> bool:
    """What is relied on is one thing where it has a place, a name of its own, or much to tell it by."""
    named = any(run[0] <= p.start < run[1] for p in places) or name.startswith(("国家", "“")) or name.endswith("工程")
    return named or len(name) >= _TELLING


def is_one_of_own(undertaking: Undertaking, text: str, places: Sequence[Found], own: Division | None) -> bool:
    """Whether a plan of the centre, of a province or of a city means one thing: what each county has is a class.

    So are the titles that the centre awards (建设国家农业科技园区), but for those that places are told to win.
    """
    if own is None or own.level in ("county", "township"):
        return True
    name = undertaking.name
    told = (*undertaking.runs, *undertaking.around, *undertaking.sides)
    each = _OF_EACH if own.code == COUNTRY else _OF_EACH_COUNTY
    if name.startswith(each) and not (name.endswith("工程") or _MARKED.search(name)):
        return any(a <= p.start < b for p in places for a, b in told)  # 县级物流配送中心
    if own.code != COUNTRY or (_OF_ALL_COUNTRY.search(name) is None and not name.startswith("国家级")):
        return True
    runs = undertaking.runs
    if not name.startswith("国家") and any(holds_a_name(text[a:b], (a, b), places) for a, b in runs):
        return True
    if _MARKED.search(name):
        return True  # 国家“芯火”双创园区
    return any(a <= p.start < b for p in places for a, b in (*runs, *undertaking.around, *undertaking.sides))


def _is_described_by_list(text: str, start: int, end: int, places: Sequence[Found]) -> bool:
    """Whether a list of words without a head describes what stands behind it (全省联网、规则统一的交易市场)."""
    listed = "、" in text[start:end] and "至" not in text[start:end]  # 甲至乙、丙的货运包机 is a list of lines
    parts = items(text, start, end, places) if listed else []
    return bool(parts) and not any(head_of(part.name(text)) for part in parts)


def without_tail(text: str, start: int, end: int, stage: Stage) -> tuple[int, Stage, str]:
    """The object without what ends it (…等项目前期工作), and the stage that an earlier-stage noun gives."""
    also = _AND_MORE.search(text, start, end) if text.find("建设", start, end - 2) >= 0 else None
    if also and also.start() > start:
        end = also.start() + 2
        stage = "preparatory" if "前期" in also[0] else stage
    sized = text[end - 1 : end] in _MEASURES
    measured = _MEASURED.search(text, max(start, end - _LONGEST_MEASURE), end) if sized else None
    end = measured.start() if measured and measured.start() > start else end
    if text.endswith(_CHORES, start + 2, end) and (text[end - 1] == "务" or head_of(text[start : end - 2])):
        end -= 2  # 推进甲平台|应用
    last = text.rfind("、", start, end) + 1
    named = last if last and STREET.match(text, last, end) else start
    acted = text.endswith(words().acts, start, end) or act_of_named(text[named:end])
    found = "" if acted else words().tails.of(text, start + 1, end)
    if found:
        end -= len(found)
        end -= len(role(text, start, end)) if found in _ABLE else 0
        says = words().tail_stages[found]
        if says is not None and not (says == "operating" and stage == "planned"):
            stage = says
        end -= len(_before(text, start, end)) if says in ("preparatory", "planned") else 0
    if not found and text.endswith(("设施", "设施建设"), start, end):
        end = _without_furnishing(text, start, end)
    return _without_nouns(text, start, end), stage, found


def _without_nouns(text: str, start: int, end: int) -> int:
    """Where an object ends without 项目, 工作 and 等 behind it."""
    if text.endswith(_ZONES_AS_PLATFORMS, start, end):
        return end - 2  # 用好甲综合试验区|平台
    if text[end - 1] not in "的目作等":
        return end
    if text.endswith("的", start, end):
        end -= 1
    for tail in ("等项目", "项目", "等工作"):
        if text.endswith(tail, start, end) and not text.endswith(("示范项目", "互补项目"), start, end):
            end -= len(tail)
            break
    if text.endswith("工作", start, end) and text.endswith(words().titles, start, end - 2):
        end -= 2  # 申报世界自然遗产|工作
    if text.endswith("等", start, end):
        end -= 1
    return end


def role(text: str, start: int, end: int) -> str:
    """What a station, a port or a zone is to others, in front of its 功能 or 作用 (甲站|枢纽|功能); "" without one."""
    said = _ROLE.search(text, start + 2, end)
    return said[0] if said and text.endswith(_SEATS, start, said.start()) else ""


def _without_furnishing(text: str, start: int, end: int) -> int:
    """Where a thing ends whose utilities are built (甲集聚区|基础设施, 甲港区|等基础设施)."""
    furnished = _FURNISHED.search(text, start + 2, end)
    if furnished is None:
        return end
    until = furnished.start()
    if "、" not in text[start:until] and text[until - 1] == "等":
        return until - 1
    return until if head_of(text[start:until]) else end


def _before(text: str, start: int, end: int) -> str:
    """What is done to a thing in front of the word that says how far it is (甲合作区|扩区|前期研究)."""
    second = next((word for word in _WIDENS if text.endswith(word, start + 1, end)), "")
    return second if second and head_of(text[start : end - len(second)]) is not None else ""


def until_etc(text: str, start: int, end: int) -> int | None:
    """Where 等 ends a list that sums up what stands before it; None where none does."""
    match = _ETC.search(text, start, end)
    return match.start() if match else None


def without_note(text: str, run: tuple[int, int]) -> tuple[tuple[int, int], tuple[int, int] | None, Stage | None]:
    """A name without the bracket behind it that gives figures or says how far it is, that bracket, and what it says.

    （怀集至郁南段） and （一期） belong to the name.
    """
    start, end = run
    if end <= start or text[end - 1] not in CLOSING:
        return run, None, None
    opening = max(text.rfind(mark, start, end) for mark in OPENING)
    if opening <= start:
        return run, None, None
    note = text[opening + 1 : end - 1]
    stage = notes().get(note) or notes().get(_WHEN.sub("", note))
    if stage is None and not _FIGURES.search(note):
        return run, None, None
    return (start, opening), (opening, end), stage


@cache
def notes() -> dict[str, Stage]:
    """The notes that say how far an undertaking is, with its stage."""
    return {note: stage for stage, listed in word_lists("project_lists")["notes"].items() for note in listed}
