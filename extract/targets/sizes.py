"""Figures that size the thing to be made: 3小时物流圈, 起步区5平方公里, …扩建（占地约1300亩）."""

import re

from extract.targets.figures import Figure
from extract.targets.words import words

_CIRCLE = re.compile(
    r"(?P<number>\d+|半|[一二两三])(?P<unit>小时|分钟|刻钟|公里|万亩)”?(?P<thing>[\u4e00-\u9fff]{2,16}?(?:圈|带|开发区|示范区|基地))"
    r"(?![\u4e00-\u9fff]{1,10}?(?:\d|率))"  # 15分钟生活圈示范片区5个, 生活圈覆盖率
)
_REACHED = re.compile("(?:内)?(?:通达|直达|可达|到达|互达|互通|通勤|(?:[上进]|驶入|到)高速(?:公路)?)")
_IN_NAME = re.compile(
    "[^，。；、：（）\n]{0,10}?(?:电站|电厂|机组|发电|变电站|输变电|线路|泊位|航道|码头|生产线|项目|基地)"
)
_POWER = re.compile("千瓦|千伏|兆瓦|吉瓦|吨级")
_LOAD = re.compile("吨|立方米|片|平方米/|米/|/[年日天]")
_PLANT = re.compile(
    r"[^，。；、：（）\n\d]{1,14}?(?:项目|生产线|装置|技改|工厂)(?!的?(?:产能|能力|规模))"
)  # 300万吨氧化铝项目
_SCALES = "百千万亿"
_PROGRAMME = re.compile("[^，。；、：（）\n\\d]{2,16}?(?:行动|工程|计划|规划|战略)")
_YIELDS = re.compile(
    "(?:年产|日产|年加工|日加工|年处理|日处理|年供|产能|能力|规模|产量|达到?|总面积|建筑面积|面积|约)$"
)
_YIELD = re.compile("(?:年产|日产|年加工|日加工|年处理|日处理|年供)$")
_REACHES = re.compile("(?:形成|新增|达到|具备|实现)年.$")  # 形成年产1000架甲和2000架乙的能力
_YIELD_OF = re.compile(
    r"(?P<thing>[^，。；、：（）\n\d]{1,20}?)(?:的?(?:产能|能力|规模))?(?:项目|生产线|基地|工程|装置|$|(?=[，。；、]|[和与及]\d))"
)
_BRACKET = re.compile("[（(〔]")
_STAGE = re.compile("(?:[一二三四]|首|近)期$|规划$")
_OF_THING = re.compile(
    r"的(?P<thing>[\u4e00-\u9fff（）“”]{2,20}?(?:基金|产业园|园区|中心|基地|示范区|市场)(?![\u4e00-\u9fff]{0,3}(?:企业|项目))"
    r"|[\u4e00-\u9fffA-Za-z（）“”]{3,20}?(?:项目|工程)(?![\d二三四五六七八九十百]))"
)
_IN_YEAR = re.compile(r"(?<=[\u4e00-\u9fff]{3})[到至]?20\d{2}年(?:底|末|前)?$")  # 集装箱吞吐量2025年80万标箱
_MEMBER = re.compile("[、：:]")


def size_of(text: str, figure: Figure, start: int, before: str) -> str:
    """What a figure sizes (3小时鲜活农产品物流圈; 起步区5平方公里); "" where it sizes nothing.

    Args:
        text: of the unit.
        figure: the figure.
        start: of its clause.
        before: what stands in front of it, behind the figure before.
    """
    thing = circle(text, figure)
    if thing:
        led = words().making.split(re.split("[”、]", text[start : figure.start])[-1])[-1]
        return led.replace("“", "") + thing
    return reached(text, figure, before) or yielded(text, figure, before) or measured(text, figure, before)


def circle(text: str, figure: Figure) -> str:
    """The thing behind a figure that sizes it (3小时鲜活农产品物流圈); "" where none is."""
    sized = _CIRCLE.match(text, figure.start)
    return sized["thing"] if sized else ""


def is_reached(text: str, figure: Figure) -> bool:
    """Whether a figure says how soon a place is reached (县城20分钟内上高速公路)."""
    return figure.unit in ("小时", "分钟") and _REACHED.match(text, figure.end) is not None


def reached(text: str, figure: Figure, before: str) -> str:
    """Whom a figure says to be reached in that time (与广州1小时通达); "" where it says no such thing."""
    behind = _REACHED.match(text, figure.end)
    if behind is None or figure.unit not in ("小时", "分钟"):
        return ""
    said_before = _REACHED.match(before)  # 到各市2小时通达、到各县1小时通达
    before = before[said_before.end() :].lstrip("、") if said_before else before
    return before.rstrip("、：") + behind[0].removeprefix("内")


def of_thing(text: str, figure: Figure) -> str:
    """The thing behind a figure of its size (总规模50亿元的引导基金); "" where none is."""
    thing = None if figure.suffix else _OF_THING.match(text, figure.end)
    return thing["thing"] if thing else ""


def sized_thing(text: str, figure: Figure, before: str) -> str:
    """The size of a thing that stands behind its figure: 总规模不低于50亿元的主题基金; "" where none does."""
    noun = words().sizes.search(before)
    thing = of_thing(text, figure) if noun else ""
    return thing + noun[0] if noun and thing else ""


def measured(text: str, figure: Figure, before: str) -> str:
    """What a noun of size right in front of the figure, or a bracket behind a thing, measures; "" where none does."""
    if not words().size_units.fullmatch(figure.unit):
        return ""
    before = _IN_YEAR.sub("", before.removesuffix("约").removesuffix("共"))
    noun = words().sizes.search(before) or words().amounts.search(before)
    bracket = max((match.end() for match in _BRACKET.finditer(before)), default=0)
    stage = _STAGE.search(before)
    opened = bracket == (stage.start() if stage else len(before)) > 0
    if not noun and not (opened and text[figure.end : figure.end + 1] in ("）", ")", "〕", "，")):
        return ""
    sized = of_thing(text, figure)
    if noun and sized:  # 总规模50亿元的引导基金
        return sized + noun[0]
    thing = before[: max(bracket - 1, 0)]
    if not bracket:
        return _MEMBER.split(before)[-1]
    return _MEMBER.split(thing)[-1] + _MEMBER.split(before[bracket:])[-1]


def is_in_name(text: str, figure: Figure) -> bool:
    """Whether a figure of power or of load is part of the name of a plant or a line (150万千瓦燃气发电)."""
    if text[figure.start] in _SCALES and not figure.suffix and _PROGRAMME.match(text, figure.end):
        return True  # 千亿斤粮食产能提升行动
    if text.startswith("级", figure.end) or _POWER.search(figure.unit):
        return _IN_NAME.match(text, figure.end) is not None
    loaded = (
        _LOAD.search(figure.unit) is not None and _YIELDS.search(text, max(0, figure.start - 4), figure.start) is None
    )
    return loaded and _PLANT.match(text, figure.end) is not None


def yielded(text: str, figure: Figure, before: str) -> str:
    """What a plant is to yield in a year or a day (年产10万片碳化硅衬底项目); "" where no such word stands before."""
    said = _YIELD.search(before)
    thing = _YIELD_OF.match(text, figure.end) if said else None
    if (
        not said
        or not thing
        or (text[thing.end() : thing.end() + 1] in tuple("和与及") and not _REACHES.search(before))
    ):
        return ""
    return re.sub("等(?:重大|重点)?$", "", thing["thing"]) + said[0]
