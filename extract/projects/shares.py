"""What a member of a list takes of a later one: what follows its places, its river or its kind, or its head alone."""

import re
from collections.abc import Sequence
from functools import cache

from extract.components import Found
from extract.projects.lending import AREA, ROUTE, ROUTES
from extract.projects.names import head_of
from extract.projects.proper import holds_a_word, is_ordinary, is_word
from extract.projects.words import heads_of, words

_DASHES = "—–－-~"
_OF_PLACE = re.compile(r"(?P<of>[\u4e00-\u9fff]{2,8})[（(][\u4e00-\u9fff]{2,8}[）)]$")
_OF_PLACE_TOO = re.compile(r"[\u4e00-\u9fff]{2,8}[（(][\u4e00-\u9fff]{2,8}[）)](?=[\u4e00-\u9fff]{3})")
_LONGEST_FRONT = 4
_WATER = re.compile(
    r"[\u4e00-\u9fff]{1,3}?(?:[江湖溪湾](?!河)|河(?!河(?![口道岸段流])))(?![江湖溪湾岛至])(?=[\u4e00-\u9fff]{2})"
)
_OF_NATURE = tuple("镇乡村圩岛湾湖山河江")
_OF_WATER = re.compile(r"[河江湖溪湾口港渠]$")
_LONG_ACT = 4
_DONE = ("重建", "新建", "扩建", "改建", "搬迁", "申报", "创建", "建设", "前期", "申建")
_MADE = re.compile(r"设立|建设|打造|新建|申报")
_LONGEST_NAME = 5
_TYPE = "型"
_OF_KIND = re.compile(
    r"(?P<short>[\u4e00-\u9fff]{2,4}?)(?:片区|灌区|水库|水厂|水源地|小流域|流域|港区|作业区|园区|组团|景区|古镇|古城|社区|街道|[镇乡村圩岛]|河段|泵站|矿区|林场|农场|牧场)"
    r"(?=[\u4e00-\u9fff\d]{3})"
)
_TOWN = re.compile(r"[\u4e00-\u9fff]{1,6}(?P<town>[镇乡村县])$")
_LONGEST_SHORT = 4
_JOINS = re.compile(r"[—–-]|至")
_LONGEST_TOWN = 6
_PORT = re.compile(r"(?:(?:国际|支线|通用|民用)?机场|水利枢纽|灌区|水库|水厂|变电站|港区)$")
_PORT_IN = re.compile(r"(?<=[\u4e00-\u9fff]{4})(?:国际|支线|通用|民用)?机场")
_JOINT = re.compile(r"(?<=[\u4e00-\u9fff]{2})至(?=[\u4e00-\u9fff]{2})")
_OF_LINE = re.compile(
    r"(?:国家|省际|出省|跨省|城际|市域|高速|快速|高等级|二级|一级|旅游|客货共线|货运|疏港|双线|单线|普速|专用)*$"
)


def shared_head(  # noqa: C901 - one step for each way in which a list shares
    text: str, item: tuple[int, int], lender: tuple[int, int], places: Sequence[Found]
) -> tuple[int, int] | None:
    """The run of the lender that its list shares: what follows its places where the item ends in one, else its head."""
    a, b = lender
    route = ROUTE.search(text, a, b) if text.endswith(ROUTES, a, b) else None
    if route and route.start() > a:
        return route.span()
    bracketed = _OF_PLACE.match(text, *item)
    if bracketed and text.startswith(bracketed["of"], a, b):  # 中国（广州）、中国（深圳）人力资源服务产业园
        other = _OF_PLACE_TOO.match(text, a, b)
        return (other.end(), b) if other else None
    placed = any(p.end == item[1] for p in places)
    behind = _aligned(text, item, lender, places)
    if placed and behind is None:
        behind = _of_line(text, item, lender) or shared_behind_places(text, item, lender, places)
    if behind is not None or placed:
        return behind
    chain = next((p.end for p in places if a < p.start and text[p.start - 1] in _DASHES and p.end < b), None)
    if chain is not None and any(dash in text[slice(*item)] for dash in _DASHES):
        return chain, b
    river = _WATER.match(text, a, b)
    if river and _OF_WATER.search(text, *item) and not _JOINS.search(text, *item):
        return river.end(), b
    begins = next((p.end for p in places if p.start == a and p.end - a == item[1] - item[0]), None)
    if begins is not None and b - begins > _LONGEST_FRONT and holds_a_word(text[slice(*item)]):
        return begins, b  # 苗尾、检槽麦地湾梨种植基地: a table of places does not know all
    kind = _OF_KIND.match(text, a, b)
    short = 1 < item[1] - item[0] <= _LONGEST_SHORT
    if kind and short and not (is_ordinary(kind["short"]) and is_ordinary(text[slice(*item)])):
        return kind.end() if text.endswith(_OF_NATURE, *item) else kind.end("short"), b  # 团结、关坪片区农村供水工程
    acts = [
        d for d in words().acts if len(d) >= _LONG_ACT and text.endswith(d, a, b) and holds_a_word(text[a : b - len(d)])
    ]
    brief = next((act for act in words().acts_of_named if text.endswith(act, a, b)), "")
    thing = next(iter(heads_of(text[a : b - len(brief)])), "") if brief else ""
    if len(thing) > 1 and b - len(brief) - len(thing) > a:
        return b - len(brief) - len(thing), b  # 甲、乙引黄闸改建
    done = next((d for d in (*words().done, *acts) if text.endswith(d, a, b) and b - len(d) > a), None)
    if done:
        line = next((h for h in heads_of(text[a : b - len(done)]) if h in words().lines), "")
        port = _PORT.search(text, a + 2, b - len(done)) if not line and head_of(text[slice(*item)]) is None else None
        cut = b - len(done) - len(line)
        if not line and port is None and text[item[1] - 1] not in "河江湖溪渠库道段路站厂":
            cut = next((c for c in range(a + 2, cut) if _is_kind(text[c:b]) and not is_ordinary(text[a:c])), cut)
        return port.start() if port else cut, b  # 津保、京广高铁提速扩能
    return _lent_head(text, item, lender, places)


def _aligned(
    text: str, item: tuple[int, int], lender: tuple[int, int], places: Sequence[Found]
) -> tuple[int, int] | None:
    """The run behind the place and the name in it, where both begin with a place (甲省乙、丙省丁抽水蓄能电站)."""
    (a, b), front = lender, _place_length(*item, places)
    first = _place_length(a, b, places)
    river, other = (None, None) if front or first else (_WATER.match(text, *item), _WATER.match(text, a, b))
    if river and other:
        front, first = river.end() - item[0], other.end() - a  # 嘉陵江利泽、涪江双江航电枢纽
    own = item[1] - item[0] - front
    if not front or not first or not 0 < own <= _LONGEST_NAME or _JOINS.search(text, *item):
        return None
    if text[item[1] - 1] == _TYPE and (at := text.find(_TYPE, a, b) + 1):
        return at, b  # 甲陆港型、乙港口型国家物流枢纽
    if is_ordinary(text[a + first : b]) or _JOINS.search(text, a, b):
        return None
    for cut in (a + first + own, *range(a + first + 1, min(a + first + _LONGEST_NAME, b))):
        if b - cut > 1 and heads_of(text[cut:b]) and _is_kind(text[cut:b]):
            return cut, b
    return None


def _place_length(start: int, end: int, places: Sequence[Found]) -> int:
    """How long the place is that begins a run and does not fill it; 0 where none does."""
    return max((p.end - start for p in places if p.start == start and p.end < end), default=0)


def _of_line(text: str, item: tuple[int, int], lender: tuple[int, int]) -> tuple[int, int] | None:
    """The run that says what line the lender is, where both join two by 至 (甲至乙、丙至丁省际铁路)."""
    a, b = lender
    if _JOINT.search(text, *item) is None:
        return None
    line = next((h for h in heads_of(text[a:b])[:1] if h in words().lines), "")
    if not line or _JOINT.search(text, a, b - len(line)) is None:
        return None
    kind = _OF_LINE.search(text, a, b - len(line))
    return (kind.start() if kind else b - len(line)), b


def _lent_head(
    text: str, item: tuple[int, int], lender: tuple[int, int], places: Sequence[Found]
) -> tuple[int, int] | None:
    """The run of the lender's head, with what usually stands before it; None where the item is whole by itself."""
    a, b = lender
    if text.endswith(_DONE, *item):
        return None  # 甲水电站重建、乙保税区申报
    heads, longest = _compound_heads()
    cut = next((at for at in range(max(a + 1, b - longest), b) if text[at:b] in heads), None)
    short = cut is not None and b - cut < _LONGEST_SHORT and text[cut:b] not in words().lines
    if cut is None or (short and _is_named(text, item, places)):
        return None  # 引江补汉、甲水利枢纽: whole by itself
    if _JOINS.search(text, *item) or text.endswith(words().acts, *item):
        return cut, b
    return next((c for c in range(a + 2, cut) if _is_kind(text[c:b]) and not is_ordinary(text[a:c])), cut), b


def _is_kind(said: str) -> bool:
    """Whether ordinary words, the first of two characters, say of what kind a thing is (特色工艺芯片生产线)."""
    return is_word(said[:2]) and is_ordinary(said) and _MADE.search(said) is None


def _is_named(text: str, item: tuple[int, int], places: Sequence[Found]) -> bool:
    """Whether a member without a head is a name of its own that joins no places."""
    area = AREA.match(text, *item)
    own = text[area.end() if area else item[0] : item[1]]
    placed = any(item[0] <= p.start < item[1] for p in places)
    return len(own) >= _LONGEST_SHORT and not placed and _JOINS.search(own) is None and holds_a_word(own)


def shared_behind_places(
    text: str, item: tuple[int, int], lender: tuple[int, int], places: Sequence[Found]
) -> tuple[int, int] | None:
    """The run of the lender behind its places, which a member that ends in a place shares; None where it shares none.

    Both may have as many characters in front: 甲电大旺、乙电肇庆热电联产.
    """
    a, b = lender
    if head_of(text[a:b]) is None and not text.startswith("项目", b):
        return None
    ends = max((p.start for p in places if p.end == item[1]), default=None)
    if ends is None:
        return _behind_town(text, item, lender)
    port = _PORT_IN.search(text, a + 2, b) if item[0] < ends else None
    if port is not None:
        return port.start(), b  # 甲市乙、丙市丁国际机场: each has a name of its own
    cut = places_end(a, b, places)
    first = min((p.start for p in places if a < p.start and p.end < b), default=None)
    if cut == a and first is not None and first - a == ends - item[0] <= _LONGEST_FRONT:
        cut = places_end(first, b, places)
    return (cut, b) if a < cut < b else None


def _behind_town(text: str, item: tuple[int, int], lender: tuple[int, int]) -> tuple[int, int] | None:
    """The run of the lender behind its town or village, where the item is one (甲乡、乙乡2022年高标准农田建设项目)."""
    town = _TOWN.match(text, *item)
    if town is None:
        return None
    at = text.find(town["town"], lender[0] + 1, min(lender[1], lender[0] + _LONGEST_TOWN)) + 1
    return (at, lender[1]) if at and lender[1] - at > _LONGEST_FRONT else None


@cache
def _compound_heads() -> tuple[frozenset[str], int]:
    """Heads with what usually stands before them (研发平台, 综合治理工程), and the length of the longest."""
    before = ("研发", "创新", "公共服务", "综合治理", "改扩建", "建设", "示范", "现代", "合作", "产业", "")
    return frozenset(b + h for b in before for h in words().heads), max(map(len, before)) + len(words().heads[0])


def places_end(start: int, end: int, places: Sequence[Found]) -> int:
    """The end of the chain of places that begins a run."""
    at = start
    for place in sorted(places, key=lambda p: (p.start, -p.end)):
        if place.start == at and place.end <= end:
            at = place.end
            if any(p.start == at + 1 for p in places) and at + 1 < end:
                at += 1
    return at
