"""Component `industries`: industries, sectors and product lines that a unit develops, attracts or serves."""

import re
from collections.abc import Iterable, Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from extract.components import Found, floor_of, inside, mark, marked, passage
from extract.facts import IndustryMention
from extract.industries.frames import opened, produced, researched, sited, techniques, undertaken, worked_on
from extract.industries.goods import is_goods
from extract.industries.joined import chained, covered, fused, modelled, standardized, suited, weighty
from extract.industries.lists import behind_place, governed, grown, is_known, listed, name_start, without_brackets
from extract.industries.objections import objection
from extract.industries.objects import brought_on, enlarged, pursued, supplied, turned_to
from extract.industries.sectors import sectors, technologies
from extract.industries.served import in_fields, traded, with_heads
from extract.industries.titles import before_head, centred, headed
from extract.industries.trades import dealt_in, in_names, trades_of
from extract.industries.words import governs, words
from extract.partners.extents import Organization
from extract.tracing import reject

_PART = re.compile("(?:关键|核心|配套)?(?:零部件|零配件|配件|部件|组件|材料|制品|深加工|精深加工|加工|设备|装备)")
_PLACES = re.compile("[京津冀沪苏浙皖鲁豫鄂湘赣闽粤港澳桂琼川渝云贵藏陕甘宁青新蒙晋辽吉黑台]{2,}")
_MADE_OF, _LONGEST = ("材料", "装备", "设备", "零部件", "电池", "激光"), 9
_NAMES = ("in_name", "dealt_in")
_SURE = (
    "served",
    "traded",
    "field",
    "pursued",
    "supplied",
    "governed",
    "grown",
    "researched",
    "produced",
    "brought_on",
)
_OF_PLACES = ("listed", "brought_on", "governed")
_ALWAYS = ("headed", "joined")
_CARE = re.compile("(?:租赁|康养|养生|旅游|医疗|诊疗|医养结合|医养融合)服务$")
_SOUND = re.compile("健康(?=发展|有序|稳定|可持续|成长|规范)")  # 平台经济健康发展
_OF_BRANCH = re.compile("业(?![态务主内绩余界者扶园区])")
_ADORNED = re.compile(  # 优质棉纱, 国产大型邮轮, 境内外知名船舶管理机构
    "(?:新一代(?=智能)|世界(?!级|遗产|旅游)|高(?:附加值|技术含量|成长性|时效性?|效益|可靠性?)|一批|境内外|国内外|海内外|知名|优质|优势|高产|名优|国产|重大|高附加值|高品质|精品|国际|中国(?:[东南西北][部方])?|大宗(?=优质|制|原)|流动|普通|[上下](?:游|(?=普|液))|(?:[东南西北中]部)?[十百千万]+[亿吨]+级)+"
)
_MADE_BY = re.compile(  # 氢能装备制造企业, 海上风电装备研发制造基地
    "(?:(?P<sure>制造(?=企业)|制造业(?=创新中心))|研发制造|(?<!装备)(?<!设备)制造(?=项目|基地|落地|中心))"
)
_SYSTEM = re.compile("(?:标准|服务|质量)?体系")
_OF_PROVINCES = re.compile("[京津冀沪苏浙皖鲁豫鄂湘赣闽粤桂琼川渝滇黔藏陕甘宁蒙晋辽吉黑]{2,4}")
_BARE = frozenset({"直播", "检测", "化工", "商贸", "航空", "零售"})
_FOUNDS = re.compile("建设|共建|组建|创建|筹建|打造|设立|成立|落地")
_TRADED = ("出口", "进口")
_BUILT = re.compile("(?:等[^，。；、]{0,12})?(?:建设|组建|筹建)(?:[，。；、（]|$)")
_FEW = 4
_JOINTS = frozenset("、等和与及")
_HEAD, _BOTH, _AREA = 2, "及", ("地区", "区域", "省", "市", "县", "区", "州")
_LEVELS = ("省", "市", "县", "区", "州", "旗")
_SITE = re.compile("基地|园|市场|产业集聚区|集聚区|小镇|交易中心")
_LANDS = frozenset("江湖湾河岛州城洲桥岭泉沙浦滩角贝路庄")
_NO_LANDS = frozenset({"内河", "沿江", "环湖", "滨江", "滨湖", "智慧城", "无人岛"})
_BEFORE_HEAD = re.compile("产业(?![城带])|园(?!区|[林艺丁])")


@Language.component("industries")
def industries(doc: Doc) -> Doc:
    """Emit a mention of each industry that the unit names; the longest name counts where one holds another."""
    here = passage(doc)
    text = here.unit.text
    skip = [*marked(doc, "clauses"), *marked(doc, "policies")]
    organizations: list[Organization] = doc.user_data.get("partners", [])
    skip += [
        run
        for o in organizations
        if o.kind in ("alliance", "association", "event", "government", "platform")
        for run in o.runs
    ]
    companies = [
        run
        for o in organizations
        if o.kind in {"company", "institute", "university", "hospital"}
        for run in o.runs
        if o.kind != "institute" or not _is_founded(text, *run)
    ]
    found: dict[str, list[tuple[int, int]]] = {}
    rules: dict[str, str] = {}
    firms = {run[0]: run[1] for run in companies}
    places = doc.user_data.get("places", [])
    of_places = {(p.start, p.end) for p in places}
    for whole, end, rule in _mentions(text, places):
        start = firms.get(whole, whole) if firms.get(whole, end) < end - 1 else whole  # 科达利精密结构件
        firm = next((run for run in companies if run[0] <= start and end <= run[1]), None)
        if firm and rule in _OF_PLACES and firm[1] == end and (firm[0], start) in of_places:
            firm = None  # 铜陵铜基新材料 in a list of industries
        if inside(start, skip) or firm:
            reject("industries.in_name", start, end)
        else:
            found.setdefault(text[start:end], []).append((start, end))
            rules.setdefault(text[start:end], rule)
    found = {n: spans for n, spans in found.items() if not _in_longer(n, spans, found, text)}
    mark(doc, "industries", (span for spans in found.values() for span in spans))
    for name, spans in found.items():
        here.facts.append(
            IndustryMention(
                unit=here.unit.id, rule=f"industries.{rules[name]}", as_written=name, evidence=here.evidence(*spans)
            )
        )
    return doc


def _is_founded(text: str, start: int, end: int) -> bool:
    """Whether an institute is to be built: what it works on is to grow (共建洁净能源研究院)."""
    return bool(_BUILT.match(text, end) or _FOUNDS.search(text, floor_of(text, start, "，。；\n"), start))


def _in_longer(name: str, spans: list[tuple[int, int]], found: Iterable[str], text: str) -> bool:
    """Whether a name is but a part of another one that the unit names; not one before 产业 or in a list."""
    pairs = ((whole, whole.find(name)) for whole in found if _BOTH in whole and whole != name)
    if any(at >= 0 and all(text.startswith(whole, start - at) for start, _ in spans) for whole, at in pairs):
        return True  # 新材料 in 锂电及新材料
    if any(_BEFORE_HEAD.match(text, end) or _is_member(text, start, end) for start, end in spans):
        return False
    weak = name in words().weak
    return any(
        other != name
        and (
            other.startswith(name)
            or (other.endswith(name) and (weak or all(text.endswith(other, 0, end) for _, end in spans)))
        )
        for other in found
    )


def _is_member(text: str, start: int, end: int) -> bool:
    """Whether a name is a whole member of a list (葡萄酒、枸杞、牛奶)."""
    if text[end : end + 1] not in _JOINTS:
        return False
    first = text[end] == "、" and (text.endswith(_AREA, 0, start) or governs(text, start - _HEAD, start))
    return first or text[start - 1 : start] == "、"


def _framed(text: str, places: Sequence[Found]) -> dict[tuple[int, int], str]:
    """All that the rules find, each with its rule; with that of a frame that develops rather than of another."""
    spans: dict[tuple[int, int], str] = {}
    masked, trades = without_brackets(text), trades_of(text)
    for rule, found in (
        ("headed", headed(text)),
        ("in_name", centred(text)),
        ("joined", fused(text, masked, places)),
        ("joined", covered(text, masked, places)),
        ("joined", chained(text)),
        ("joined", weighty(text, masked, places)),
        ("pursued", standardized(text, masked, places)),
        ("pursued", suited(text, masked)),
        ("field", modelled(text)),
        ("served", with_heads(text, places)),
        ("field", in_fields(text, masked, places)),
        ("traded", traded(text, masked, places)),
        ("sector", sectors(text, trades, places)),
        ("technology", technologies(text)),
        ("before_head", before_head(text, places)),
        ("listed", listed(text, masked, places)),
        ("governed", governed(text, masked)),
        ("grown", grown(text, places)),
        ("pursued", pursued(text, masked, places)),
        ("supplied", turned_to(text, masked, places)),
        ("supplied", supplied(text, masked, places)),
        ("brought_on", brought_on(text, masked, places)),
        ("supplied", enlarged(text, masked, places)),
        ("dealt_in", dealt_in(text, trades)),
        ("in_name", in_names(text, trades)),
        ("researched", researched(text, masked, places)),
        ("researched", opened(text, masked, places)),
        ("researched", techniques(text, masked, places)),
        ("produced", produced(text)),
        ("worked", worked_on(text, places)),
        ("in_name", sited(text, masked, trades, places)),
        ("in_name", undertaken(text, places)),
    ):
        for span in found:
            kept = spans.get(span)
            if not kept or (kept not in (*_ALWAYS, *_SURE) and rule in (*_SURE, "listed")):
                spans[span] = rule
    return spans


def _mentions(text: str, places: Sequence[Found]) -> Iterator[tuple[int, int, str]]:
    """What names an industry, and by which rule; of runs that overlap the first and longest counts."""
    spans = _framed(text, places)
    named_places = {(p.start, p.end) for p in places}
    of_places = {(p.end, p.end + 1) for p in places}  # 鱼 in 武昌鱼
    joined: list[tuple[int, int, str]] = []
    for (start, end), rule in sorted(spans.items(), key=lambda one: (one[0][0], -one[0][1])):
        single = (start, end) in of_places and not text.startswith("产业", end)
        if (start, end) in named_places or single or _PLACES.fullmatch(text, start, end):
            continue
        if _doubled(text, start, places):  # 钛及钛合金
            joined.append((start - _HEAD, end, rule))
            continue
        before = next((one for one in joined[-_FEW:] if one[1] == start and start > one[0]), None)
        if before and text.endswith(_MADE_OF, start, end) and end - before[0] <= _LONGEST:
            joined.append((before[0], end, before[2]))  # 钒钛新材料
        first = next((one for one in joined[-_FEW:] if one[1] == start - 1), None) if text[start - 1] == "及" else None
        if first and _depends(text, first[0], first[1], end):
            joined.append((first[0], end, first[2]))  # 有色金属及金属深加工
        else:
            joined.append((start, end, rule))
    joined = [
        (_behind_praise(text, _behind_division(text, start, end, places), end), end, rule)
        for start, end, rule in joined
    ]
    last = 0
    for start, end, rule in sorted(joined, key=lambda one: (one[0], -one[1])):
        kind = start == last > 0 and text.startswith("先进制造业", start)  # 智能家电先进制造业集群
        if (
            start >= last
            and not kind
            and not (text.startswith("商贸城", end - 2))
            and not (rule in _NAMES and text[start:end] in _BARE)
            and (rule in _ALWAYS or _developed(text, start, end, rule))
        ):
            yield start, _stop(text, start, end), rule
        last = max(last, end)


def _stop(text: str, start: int, end: int) -> int:
    """Where a name ends: before services of care and what is but a way, behind the word that makes it a branch."""
    branch = _OF_BRANCH.match(text, end) is not None  # 软件和信息服务业, 住宿业
    made = _MADE_BY.search(text, max(start, end - len("研发制造")))
    if made and made.end() == end and text[start:end] not in words().names:
        stop = made.start()
        if made["sure"] or (is_goods(text, start, stop) and stop - start > _HEAD + 1):
            return stop
    wide = text.endswith("茶产业", start, end) and end - start > _HEAD + 1  # 六堡茶产业; 茶产业 keeps it
    wide = wide or (text.endswith(_TRADED, start, end) and end - start > _HEAD + 1)  # 动漫游戏出口
    cut = _HEAD if wide or _CARE.search(text, start, end) or _SOUND.match(text, max(start, end - _HEAD)) else 0
    return end - cut + branch


def _behind_division(text: str, start: int, end: int, places: Sequence[Found]) -> int:
    """Where a name starts behind the division in front of it (醴陵市陶瓷)."""
    for place in places:
        if place.start <= start < place.end <= end - _HEAD and text.endswith(_LEVELS, start, place.end):
            return place.end
    return start


def _behind_praise(text: str, start: int, end: int) -> int:
    """Where a name starts behind what praises it or says whose it is, where the rest is a name of its own."""
    start, _ = behind_place(text, start, end)
    if _SITE.match(text, end) and not is_known(text, start, end):
        for at in range(min(end - _HEAD, start + _FEW), start + 1, -1):
            if text[at - 1] in _LANDS and text[start:at] not in _NO_LANDS and is_known(text, at, end):
                return at  # 八角湾海工装备基地
    praise = _ADORNED.match(text, start, end) or _OF_PROVINCES.match(text, start, end)
    if text[start:end] in words().names or text[start:end] in words().members:
        return start
    rest = praise.end() if praise else start + len("现代")
    if not praise and not (text.startswith("现代", start) and end - rest >= _FEW and _SYSTEM.match(text, end)):
        return start  # 现代|农机流通|体系
    return rest if end - rest > 1 and (is_known(text, rest, end) or is_goods(text, rest, end)) else start


def _doubled(text: str, start: int, places: Sequence[Found]) -> bool:
    """Whether 及 joins to a name its own first character, which is a name in front of it."""
    if start <= _HEAD or text[start - 1] != "及" or text[start - _HEAD] != text[start]:
        return False
    floor = floor_of(text, start - _HEAD, "、，。；：\n")
    return name_start(text, floor, start - 1, places) == start - _HEAD


def _depends(text: str, start: int, joint: int, end: int) -> bool:
    """Whether what 及 joins to a name repeats its last word, or is but a part of it: both are one industry."""
    again = len(text[max(start, joint - _HEAD) : joint])
    if text.startswith(text[joint - again : joint], joint + 1, end):
        return text.endswith("加工", joint + 1 + again, end)
    return _PART.fullmatch(text, joint + 1, end) is not None


def _developed(text: str, start: int, end: int, rule: str) -> bool:
    """Whether nothing speaks against an industry; what does is noted."""
    reason = objection(text, start, end, served=rule in _SURE)
    if reason:
        reject(f"industries.{reason}", start, end)
    return reason is None
