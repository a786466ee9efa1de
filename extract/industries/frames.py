"""Goods that no list knows, where only a branch of production can stand: what is researched, made, worked and grown."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

import ahocorasick_rs

from extract.components import Found, dictionary, floor_of, scan, stop_of
from extract.industries.goods import goods, is_branch, is_goods
from extract.industries.lists import Run, is_known, members_of, name_start, named
from extract.industries.objects import may_be
from extract.industries.words import governs, words

_STOPS = "，。；：《》“”（）\n"
_REACH, _BACK = 60, 14
_LEAST, _SPECIFIC, _KINDS, _SHORTEST = 2, 4, 10, 4
_RESEARCHED = re.compile(
    "(?=[研攻突量])(?:研究开发|研制|攻关|攻克|突破|量产|(?<![\u4e00-\u9fff])研发|(?<=[快合点持励业主])研发)(?:[和及与]产业化)?(?![、和与及，的项])"
)
_OPENED = re.compile(  # 开展智能座舱芯片、自动驾驶芯片研发, 提升核岛主设备、压缩机组等研制水平
    "(?=[开提增加推支])(?:开展|提升|提高|增强|加快|加强|推进|推动|支持)(?:面向[^，。；、的]{2,14}的)?(?P<list>[^，。；：“”（）、和]{2,12}[、和][^，。；：“”（）]{2,60}?)"
    "(?:等(?P<kind>[^，。；、]{0,6}?))?的?(?:关键|核心|共性|前沿|适配|联合|协同|自主|技术|产品)*"
    "(?:研发|攻关|研制(?!水平|能力)|量产|产业化(?!项目|基地|示范|工程|水平|经营|发展|联合|龙头|组织|集群|[、和与及])|商业化运营|(?:研制|设计制造|研发制造|生产制造|生产)(?:水平|能力))"
)
_TECHNOLOGIES = re.compile(  # 加快智能语音、机器视觉等技术研发和产业化
    "等(?:领域|前沿|关键|核心|共性|新)*技术(?:和产品|产品|及产品)?(?:的)?(?:联合|协同|创新)?(?:研发|攻关|突破|产业化|攻坚|研究(?!院|所|中心)|(?=[，。；]))"
)
_RAISES = ("产业化", "设计制造", "研发", "攻关", "研制", "量产", "商业化运营", "生产")
_TAKES_UP = re.compile("开展|提升|提高|增强|推进|推动")
_ENOUGH = re.compile("等|关键|核心技术|技术|产业化|[一两二三四五六七八九十][大个条类项]|共性|工艺|“卡")
_APPLIED = re.compile("机械化|薄弱|种源|育种|应用|推广|使用|运用|部署|场景|模型|数据|算法")
_OF_TECHNOLOGY = re.compile("[^，。；]{0,10}(?:技术|算法|理论|工艺|方法)")
_CAPACITY = re.compile(
    r"(?<![\d.])\d[\d.]{0,9}[十百千万亿]{0,3}(?:余|多)?(?:吨|台套|台|套|辆|片|件|米|平方米|立方米|只|支|颗|块|架|艘|羽|GWh|GW|MW|吉瓦时|吉瓦)(?:/年)?"
    r"(?P<name>[\u4e00-\u9fffA-Z0-9—-]{2,12}?)"
    r"(?:及?(?:深加工|精深加工|加工|制造|生产|配套))?(?:一体化|扩建|扩能|技改|升级改造|产业化|[一二三]期)*"
    r"(?:等?项目|等?装置|生产线|产能|生产基地|能力|(?<=—)|(?=[、，及]\d|及下游))"
)
_NO_CAPACITY = re.compile("污水|垃圾|供水|自来水|净水|泊位|冷库|粮仓|吞吐|处理|储备|船舶$|停车|充电|装卸")
_PROJECT, _NO_PROJECT = re.compile("项目(?![区库制经法])"), frozenset("等类个批）型业目大新点")
_BUILDS = re.compile("建设|推进|推动|加快|支持|谋划|开工|建成|投产|达产|竣工|前期|达效|落地|扩能|扩建")
_UNBUILT = re.compile("审批|核准|新上|新建|严格|禁止|不得|限制|淘汰|联审|控制")
_SIZE = re.compile(r"(?:年产)?[\d.]+[十百千万亿]*(?:吨|英寸|台套?|套|辆|片|件|平方米|GWh|GW|MW|吉瓦时?)?(?:/年)?级?")
_FIRM = re.compile(
    "集团|公司|股份|科技|新能源|能源|电子|智能|锂业|锂能|重工|化学|石化|制药|药业|生物|光电|电气|精密|特材"
)
_COMMON = ("零部件", "设备", "装备", "材料", "制品", "部件")
_FAR, _NEAR, _MEASURES = 16, 6, frozenset("寸米级瓦伏G")
_BREAKS = tuple("等，。；、和与及")
_BEHIND_WORK = re.compile("业|产业|基地|园|规模|能力|企业|项目|带|示范|小区|中心|厂|车间|大县|强县")
_GROWN = re.compile("发展|培育|壮大|做[强大优精]|主攻|招引|延伸|承接")
_PUSHED = re.compile("推进|推动|鼓励|支持|提升|开展")
_KIND_OF_SITE = re.compile(
    "(?:种植|养殖|生产|加工|繁育|良种|示范|标准化|原料|出口|直供|供应|规模化?|高标准|优质|绿色|有机|生态|现代化|万亩|千亩|核心|特色|国家地方联合|国家级?|省级|市级)+$"
)


def researched(text: str, masked: str, places: Sequence[Found]) -> Iterator[Run]:
    """The members of a list of goods that are to be developed (攻关高端轴承、工业母机等技术).

    Args:
        text: of a unit.
        masked: the text with its bracketed runs blanked.
        places: the divisions named.
    """
    for match in _RESEARCHED.finditer(masked):
        stop = stop_of(masked, match.end(), _STOPS)
        stop = min(stop, match.end() + _REACH)
        some = _ENOUGH.search(masked, match.end(), stop)
        if (some and _OF_TECHNOLOGY.match(masked, some.start(), stop)) or _APPLIED.search(masked, match.end(), stop):
            continue
        members = members_of(text, masked, match.end(), some.start() if some else stop, places)
        members = [(x, y) for x, y in members if x >= match.end()]
        sure = [m for m in members if is_known(text, *m) or is_branch(text, *m)]
        if len(members) < _LEAST:
            sure = [(x, y) for x, y in sure if y - x >= _SPECIFIC]
        elif sure and all(may_be(text, *m) for m in members):
            sure = members
        for x, y in sure:
            if not governs(text, x, y):
                yield from named(text, x, y)


def opened(text: str, masked: str, places: Sequence[Found]) -> Iterator[Run]:
    """The members of a list of goods whose making is taken up or raised (开展智能座舱芯片、自动驾驶芯片研发).

    Args:
        text: of a unit.
        masked: the text with its bracketed runs blanked.
        places: the divisions named.
    """
    for match in _OPENED.finditer(masked) if any(word in masked for word in _RAISES) else ():
        if _APPLIED.search(match[0]):
            continue
        start, end = match.span("list")
        start = max((verb.end() for verb in _TAKES_UP.finditer(masked, start, end)), default=start)
        members = members_of(text, masked, start, end, places)
        sure = [m for m in members if is_known(text, *m) or is_branch(text, *m)]
        if len(members) >= _LEAST and 2 * len(sure) >= len(members):
            for x, y in members if all(may_be(text, *m) for m in members) else sure:
                if not governs(text, x, y):
                    yield from named(text, x, y)


def techniques(text: str, masked: str, places: Sequence[Found]) -> Iterator[Run]:
    """The members of a list that 等技术研发 or 等关键技术攻关 closes, where most are branches, goods or technologies.

    Args:
        text: of a unit.
        masked: the text with its bracketed runs blanked.
        places: the divisions named.
    """
    for match in _TECHNOLOGIES.finditer(masked):
        floor = floor_of(masked, match.start(), _STOPS)
        members = members_of(text, masked, max(floor, match.start() - _REACH), match.start(), places)
        sure = [
            m for m in members if is_known(text, *m) or is_branch(text, *m) or text[slice(*m)] in words().technologies
        ]
        if match[0].endswith("技术") and not _RESEARCHED.search(
            masked, max(floor, match.start() - _REACH), match.start()
        ):
            continue
        if len(members) >= _LEAST and 2 * len(sure) > len(members):
            for x, y in sure:
                yield from named(text, x, y)


def produced(text: str) -> Iterator[Run]:
    """Goods of which a plant makes so and so much (年产20万吨己二酸项目)."""
    for match in _CAPACITY.finditer(text):
        x, y = match.span("name")
        sure = is_known(text, x, y) or is_goods(text, x, y)
        made = text.endswith("年产", 0, match.start()) or sure
        if made and not _NO_CAPACITY.search(text, x, y) and may_be(text, x, y):
            yield from named(text, x, y)


def worked_on(text: str, places: Sequence[Found]) -> Iterator[Run]:
    """Goods with what is done to them: 连翘加工 in 沁水县连翘加工基地, 做强旱碱麦种植."""
    for start_of_work, end in scan(_work_scanner(), text):
        sure = _BEHIND_WORK.match(text, end)
        if not sure and text[end : end + 1] not in _BREAKS:
            continue
        start = _start(text, start_of_work, places)
        low = floor_of(text, start, _STOPS)
        pushed = text.endswith("加工", 0, end) and text[start - 1] != "、" and _PUSHED.search(text, low, start)
        if not sure and not pushed and not _GROWN.search(text, low, start):
            continue
        name = text[start:start_of_work]
        if name not in goods().manners and (is_goods(text, start, start_of_work) or name in words().trades):
            yield from named(text, start, end)


def sited(text: str, masked: str, trades: dict[int, int], places: Sequence[Found]) -> Iterator[Run]:
    """Goods in the name of a base, a market or a line that makes, grows or sells them (藏鸡养殖基地)."""
    for site, _ in scan(_site_scanner(), masked):
        kind = _KIND_OF_SITE.search(text, max(0, site - _KINDS), site)
        end = kind.start() if kind else site
        if not (is_goods(text, max(0, end - _SHORTEST), end) or end in trades):
            continue
        floor = floor_of(text, end, _STOPS)
        for x, y in members_of(text, masked, max(floor, end - _REACH), end, places):
            if is_goods(text, x, y) or text[x:y] in words().names:
                yield from named(text, x, y)


def undertaken(text: str, places: Sequence[Found]) -> Iterator[Run]:
    """Goods in the name of a project that is built (甲锂业电池级碳酸锂项目), behind its company and its size."""
    for match in _PROJECT.finditer(text):
        end = match.start()
        if text[end - 1] in _NO_PROJECT or not goods().ends.of(text, max(0, end - _BACK), end):
            continue
        floor = max(floor_of(text, end, f"、和与及{_STOPS}"), end - _FAR)
        if text.endswith(_COMMON, floor, end):
            continue
        clause = floor_of(text, end, "，。；\n")
        if not _BUILDS.search(text, clause, match.end() + _NEAR) or _UNBUILT.search(text, clause, end):
            continue
        start = name_start(text, floor, end, places)
        size = _SIZE.match(text, start, end)
        sized = size is not None or text[start - 1 : start] in _MEASURES
        start = size.end() if size else start
        start = next((at for at in _behind_firm(text, start, end) if is_goods(text, at, end)), start)
        known = next((at for at in range(start, end - _LEAST) if is_known(text, at, end)), None)
        if known is not None:
            yield from named(text, known, end)
        elif end - start > _LEAST - sized and is_goods(text, start, end):
            yield from named(text, start, end)


def _behind_firm(text: str, start: int, end: int) -> Iterator[int]:
    """Where the name of a company can end that a run begins with."""
    for match in _FIRM.finditer(text, start, end):
        if match.start() > start + 1:
            yield match.end()


@cache
def _work_scanner() -> ahocorasick_rs.AhoCorasick:
    return dictionary(goods().done.words)


@cache
def _site_scanner() -> ahocorasick_rs.AhoCorasick:
    return dictionary(goods().sites)


def _start(text: str, end: int, places: Sequence[Found]) -> int:
    floor = floor_of(text, end, f"、{_STOPS}")
    return name_start(text, max(floor, end - _BACK), end, places)
