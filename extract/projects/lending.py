"""What members of a list of undertakings lend those beside them: a modifier, a rank, an origin, a repair."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.components import Found
from extract.projects.names import act_of_named, head_of
from extract.projects.proper import is_ordinary
from extract.projects.words import words

_FIELD = re.compile(r"[^、，的和与及]{2,10}领域的?")
_LINE = re.compile(r"(?:高速|高铁|铁路|轨道|国道|省道|航道|干线)$")
_ROAD = re.compile(r"[GSX]\d")
_NUMBERED = re.compile(r"[GSXY]\d{1,4}线?$")
_RANK = re.compile(r"\d+千伏|[国省县]道(?=[GSX]\d)")
_NUMBERED_LINE = re.compile(r"(?P<of>[\u4e00-\u9fff]{2,12}?)\d{1,2}号线")
_LINE_NUMBER = re.compile(r"\d{1,2}号线")
_ORIGIN = re.compile(r"[\u4e00-\u9fff]{0,8}至(?=[\u4e00-\u9fff]{2})")
ROUTE = re.compile(
    r"(?:国际|国内|中欧|中亚|中老|集装箱|件杂货|散货|货运|客运|客货|全货机|全货运|短途|通勤|支线|低空|运输|物流|旅游|文旅|直达|直通|定期|定班|固定|常态化|班轮|直航|内外贸|内贸|外贸|江海|联运|直达|近洋|远洋|铁海|铁水|公铁|海铁|冷链|邮政|城际|跨城|跨市|跨省|无人机|直升机|eVTOL|航空|跨境|跨海|岛际|市内|观光|空中|低空|海上|水上|公共|快速|夜间|载人|接驳|通航|空中交通|双向|对开|红色|研学|“?点对点”?|“[^“”]{2,8}”)*"
    r"(?:航线|(?:公交|客运|客货邮融合)线路|直航|直飞|班列|班轮|航班|专列|直通车|公交|专线|快线|巴士|客车|列车|航班线|包机|“[^“”，、]{0,6}班列”)$"
)
_JOINS = re.compile(r"[至到—–－～-]")
ROUTES = (
    "航线",
    "包机",
    "直航",
    "班列",
    "班轮",
    "专列",
    "直飞航线",
    "直通车",
    "公交",
    "专线",
    "航班",
    "快线",
    "巴士",
    "班列”",
    "公交线路",
    "客运线路",
    "跨市线路",
)
GENERAL_WORKS = re.compile(r"(?:重点|重大|骨干|标志性|关键|国家|省级|生态|水利|交通|能源|民生|治理|修复)*工程")
STREETS = ("路", "街", "大道", "巷")
STREET = re.compile(r"[\u4e00-\u9fff]{1,5}?(?:大道|(?<![道公铁线电])路|街|巷)(?=[\u4e00-\u9fff]{2})")
ROADS = ("道路", "公路", "通道", "干道", "干线")
_REPAIRS = ("修缮", "除险加固", "贯通提升", "治理", "整治", "复航整治", "修复")
_BODY = re.compile(r"(?:大学|学院|公司|集团)$")
_WHOLE = re.compile(r"地铁|铁路|高铁|高速|轨道")
_KINDS = ("口岸", "机场", "客运站", "火车站", "高铁站", "物流园", "产业园", "港区", "博物馆", "图书馆", "医院")
_LONGEST_KIND = 6
_PORT = re.compile(r"[\u4e00-\u9fff]{1,4}?港(?=[\u4e00-\u9fff]{1,6}?(?:港区|作业区))")
_SEAT = re.compile(
    r"[\u4e00-\u9fff]{2,12}?(?:机场|高铁站|火车站|[东西南北]站|水库|电厂|电站|核电)(?=[\u4e00-\u9fffT\d])"
)
_PART = re.compile(r"(?:第?[二三四五]跑道|T\d|第?[一二三四五]期|航站[楼区]|飞行区|站坪|机坪|货运区|货站|\d号机组)")
_BASIN = re.compile(r"[\u4e00-\u9fff]{1,6}?(?:港区|作业区)")
AREA = re.compile(r"[\u4e00-\u9fff]{2,8}?(?:毗邻地区|地区|片区|山区|流域|库区|沿线|沿江|毗邻区)(?=[\u4e00-\u9fff]{2})")
_MIN_MODIFIER = 2
_LONGEST_LENT = 3
LONGEST_OF_QUOTED = 8
_SIGHTS = frozenset("山峡洞岭峰崖瀑")
# 省、市、县三级; 国家、省、市
LEVEL = "(?:国家|[国省市县区乡镇村])级?"
LEVELS = re.compile(
    rf"{LEVEL}(?:、{LEVEL})*$|{LEVEL}(?:、{LEVEL})+(?:(?<=、[省市县区乡镇村])(?:[两二三四五]级|一体|贯通|联动|联网|共享)|(?=[^镇乡村区县市、级]{{4}}))"
)


@dataclass(slots=True)
class Item:
    """A member of a list: the runs of text that make its name, in order, and what they read together."""

    runs: list[tuple[int, int]]

    def name(self, text: str) -> str:
        """The name, runs joined."""
        return "".join(text[a:b] for a, b in self.runs)


def behind_street(text: str, run: tuple[int, int], acts: tuple[str, ...]) -> tuple[int, int] | None:
    """The run of what is done to a street that begins a run (甲路|雨污分流管网改造); None where nothing is."""
    street = STREET.match(text, *run)
    rest = text[street.end() : run[1]] if street else ""
    done = rest in acts or (rest.endswith(acts) and is_ordinary(rest))
    return (street.end(), run[1]) if street and done else None


def takes_works(text: str, run: tuple[int, int], summed: str, places: Sequence[Found]) -> bool:
    """Whether a member without a head is works by what sums it up (国家储备林、甲生态廊道等重大工程), and no place."""
    start, end = run
    says = end - start > _LONGEST_LENT and is_ordinary(text[start : start + 2])
    return says and GENERAL_WORKS.fullmatch(summed) is not None and not any(p.end == end for p in places)


def lend_works(text: str, done: list[Item]) -> None:
    """甲高速、乙高速甲段“四改八”扩建: what is done to the last line is done to those before it, and so are repairs."""
    if done and text.endswith(_REPAIRS, *done[-1].runs[-1]):
        end = done[-1].runs[-1][1]
        repair = next(r for r in _REPAIRS if text.endswith(r, *done[-1].runs[-1]))
        for item in done[:-1]:
            head = head_of(item.name(text))
            if len(item.runs) == 1 and head not in (None, *words().acts, *words().acts_of_named, "工程"):
                item.runs.append((end - len(repair), end))
    _lend_act(text, done)
    for i, item in enumerate(done[:-1]):
        start, end = item.runs[0]
        if len(item.runs) == 1 and _LINE.search(text[start:end]):
            a, b = done[-1].runs[0]
            line = re.match(r"[\u4e00-\u9fff]{2,4}?(?:高速|高铁|铁路)(?=[\u4e00-\u9fff]+[“”])", text[a:b])
            if line:
                done[i] = Item([(start, end), (a + line.end(), b)])


def _lend_act(text: str, done: list[Item]) -> None:
    """甲灌区、乙灌区改扩建: what is done to the last is done to those in front of it that end in the same."""
    a, b = done[-1].runs[-1] if len(done) > 1 else (0, 0)
    short = next((act for act in words().acts if len(act) <= _LONGEST_LENT and text.endswith(act, a, b)), "")
    act = short or act_of_named(text[a:b])
    if not act:
        return
    head = head_of(text[a : b - len(act)])
    head = head if short or head == "段" else None  # 甲线乙段、丙线丁段升级改造
    for item in done[:-1] if head else ():
        if len(item.runs) == 1 and head_of(item.name(text)) == head:
            item.runs.append((b - len(act), b))


def lend_number(text: str, done: list[Item]) -> None:
    """城市轨道交通1号线、2号线: the line of the first is that of those that begin with a number."""
    first = _NUMBERED_LINE.match(text, *done[0].runs[0]) if len(done) > 1 else None
    if first is None:
        return
    for item in done[1:]:
        if len(item.runs) == 1 and _LINE_NUMBER.match(text, *item.runs[0]):
            item.runs.insert(0, first.span("of"))


def lend_route(text: str, done: list[Item]) -> None:
    """甲港至乙港、丙港集装箱航线: the first has no head; it takes what says what runs there."""
    a, b = done[-1].runs[-1] if done else (0, 0)
    runs = (
        ROUTE.search(text, a, b) if len(done) > 1 and text.endswith((*ROUTES, "直飞", "客车", "列车"), a, b) else None
    )
    if runs is None or runs.start() == a:
        return
    if text[runs.start() - 1] == "的":  # 甲至乙、丙的货运包机
        done[-1].runs[-1:] = [(a, runs.start() - 1), runs.span()]
    for item in done[:-1]:
        name = item.name(text)
        if _JOINS.search(name) and not name.endswith(ROUTES) and not name.endswith(("线", "铁路", "公路", "高速")):
            item.runs.append(runs.span())


def lend_modifier(  # noqa: C901 - one step for each kind of modifier
    text: str, items: list[Item], places: Sequence[Found]
) -> None:
    """A modifier in front of the first member's places counts for those after it that begin with a place."""
    if len(items) < 2:  # noqa: PLR2004 - a list has two members
        return
    a, b = items[0].runs[0]
    if text.endswith(ROUTES, *items[-1].runs[-1]) and (origin := _ORIGIN.match(text, a, b)):
        for item in items[1:]:
            if not any(mark in text[slice(*item.runs[0])] for mark in "至—经-"):
                item.runs.insert(0, origin.span())
        return
    field = _FIELD.match(text, a, b)
    if field and field.end() < b:
        for item in items[1:]:
            item.runs.insert(0, field.span())
        return
    _lend_rank(text, items)
    _lend_area(text, items, places)
    _lend_place(text, items, places)
    while len(items) > 1 and not any(p.start == items[1].runs[0][0] for p in places):
        items = items[1:]
        a, b = items[0].runs[0]
    opening = text.find("（", a, b)
    first = next(
        (
            p.start
            for p in sorted(places, key=lambda p: p.start)
            if a < p.start < b and not 0 <= opening < p.start < text.find("）", a)
        ),
        None,
    )
    if first is not None and _BODY.search(text, a, first):
        return
    if first is None or first - a < _MIN_MODIFIER or _head_inside(text[a:first]) is None:
        return
    head = head_of(text[a:b])
    if head == "工程" and _NUMBERED.search(text, a, first):
        return  # 国道G1线甲至乙段改造工程、丙大桥工程
    for item in items[1:]:
        start, end = item.runs[0]
        alike = len(items[0].runs) > 1 or (
            head_of(text[start:end]) == head and not _WHOLE.search(text, start, end)
        )  # 来安大道快速路 is whole
        if alike and any(p.start == start for p in places):
            item.runs.insert(0, (a, first))


def _lent_by_last(items: list[Item]) -> bool:
    """Whether the first member takes what the last one ends in."""
    start, end = items[0].runs[-1]
    return len(items[0].runs) > 1 and items[-1].runs[0][0] <= start and end <= items[-1].runs[-1][1]


def _lend_area(text: str, items: list[Item], places: Sequence[Found]) -> None:
    """甲流域柑橘、蔬菜产业带; 甲港散货港区码头、综合港区航道: what stands in front of the first counts for all."""
    a, b = items[0].runs[0]
    port = _PORT.match(text, a, b) if text.find("港", a, b - 2) > 0 else None
    seat = _SEAT.match(text, a, b) if len(items) > 1 and _PART.match(text, *items[1].runs[0]) else None
    area = AREA.match(text, a, b) if port is None and _lent_by_last(items) else None
    lender = port or seat or area
    if lender is None:
        return
    for item in items[1:]:
        start, end = item.runs[0]
        basin = _BASIN.match(text, start, end)
        own = basin[0] if basin and port else text[start:end]
        placed = any(start <= p.start < start + len(own) for p in places)
        part = seat is not None and _PART.match(text, start, end) is not None
        if part or (is_ordinary(own) and not placed and (area or basin)):
            item.runs.insert(0, (lender.start(), lender.end()))


def _lend_place(text: str, items: list[Item], places: Sequence[Found]) -> None:
    """甲铁路口岸、公路口岸: the place in front of the first is that of those of its kind that have no name."""
    a, b = items[0].runs[0]
    place = max((p.end for p in places if p.start == a and p.end < b), default=None)
    head = head_of(text[a:b]) if place is not None else None
    if head is None or place is None or head not in _KINDS:
        return
    for item in items[1:]:
        name = item.name(text)
        placed = any(item.runs[0][0] <= p.start < item.runs[0][1] for p in places)
        alike = len(item.runs) == 1 and len(name) <= _LONGEST_KIND and head_of(name) == head
        if alike and not placed and is_ordinary(name):
            item.runs.insert(0, (a, place))


def _lend_rank(text: str, items: list[Item]) -> None:
    """220千伏甲、乙电网工程; 国道G1线甲段、G2线: what ranks a member ranks those behind it that say no rank."""
    rank: re.Match[str] | None = None
    lent = False
    for item in items:
        start, end = item.runs[0]
        said = _RANK.match(text, start, end)
        shares = lent or len(item.runs) > 1
        lent = len(item.runs) > 1
        if said or rank is None:
            rank = said
        elif _ROAD.match(text, start, end) if rank[0].endswith("道") else shares:
            item.runs.insert(0, rank.span())
        else:
            rank = None


def _head_inside(modifier: str) -> str | None:
    return head_of(modifier) or ("段" if _LINE.search(modifier) else None)


def behind_quotes(text: str, item: Item, after: list[Item]) -> tuple[int, int] | None:
    """What a member in quotation marks takes of the next one, which says what both are (“甲通”“乙办”平台)."""
    start, end = item.runs[0]
    if not after or text[end - 1] != "”" or head_of(text[start:end]) is not None:
        return None
    a, b = next((other.runs[0] for other in after if text[other.runs[0][1] - 1] != "”"), after[-1].runs[0])
    closing = text.rfind("”", a, b) + 1
    beside = after[0].runs[0][0] - end <= 1 and text[after[0].runs[0][0]] == "“"
    shared = text[a] == "“" and text.count("“", a, b) == 1 and 1 < b - closing <= LONGEST_OF_QUOTED
    return (closing, b) if shared and beside and head_of(text[a:b]) is not None else None


def is_sight(text: str, run: tuple[int, int], places: Sequence[Found]) -> bool:
    """Whether a member is a mountain or the like, whole without a head (甲山、乙古镇), and no place."""
    return text[run[1] - 1] in _SIGHTS and not any(p.end == run[1] for p in places)
