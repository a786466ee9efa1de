"""Shares and rates, which a figure follows with no word that compares: 达标率100%, 占总装机的50%, 每千人床位数45张."""

import re

from extract.targets.figures import Figure
from extract.targets.names import indicator
from extract.targets.words import words

PART = re.compile("占(?:[^，、占]{2,16}的)?约?$")
"""The whole of which a share is told: 占总装机的, 占."""
_REACHED = re.compile(
    "的(?P<who>[^，。；、的\\d]{2,20}?)(?:全面|基本|率先|初步|普遍|能够)?(?:实现|建成|完成|达到|建立|开展|纳入|接入|享受到?)"
    "(?P<what>[^，。；的\\d]{2,16})"
)
URGED = re.compile("推动|推进|引导|力争|确保|争取|实现|使")
"""Words that urge what is behind them, so that a figure there is aimed at."""
_KEPT = re.compile("(?:保持|稳定|稳住|守住|确保)(?:好|住)?(?P<name>[^，。；、：\\d]{3,18})$")
_PER_HEAD = re.compile("每(?:[十百千万]+|百户|名)(?:[户人]|常住|老年|户籍|学生|儿童|居民|劳动)[^，]{2}")


def rate(before: str, unit: str, last: str) -> str:
    """The share or rate that a figure follows; "" where it follows none.

    Args:
        before: what stands in front of the figure, behind the one before.
        unit: of the figure.
        last: the indicator before, whose share a clause may tell that begins with it.
    """
    before = before.removesuffix("力争")
    part = PART.search(before) if unit == "%" else None
    if part:
        whole = indicator(before[: part.start()]) or last
        return whole + part[0].rstrip("的约") if whole else ""
    name = indicator(before)
    if name in ("增速", "增幅", "增长率") and last:  # 生产总值突破1000亿元，年均增速8%
        return last
    return name if words().rate.search(before) or _PER_HEAD.match(name) else ""


def kept(before: str) -> str:
    """What is to be kept as large as the figure behind it says: 稳定生猪存栏150万头左右; "" where nothing is."""
    told = _KEPT.search(before) if "保" in before or "稳" in before or "守" in before else None
    made = told is not None and (words().making.search(told["name"]) or words().compared.search(told["name"]))
    return indicator(told["name"]) if told and not made else ""


def reached(text: str, figure: Figure, before: str, end: int) -> str:
    """What a share of many things is to reach, behind its figure; "" where nothing is told.

    50%以上的市属事业单位建成节水型单位: 市属事业单位节水型单位.

    Args:
        text: of the unit.
        figure: the figure.
        before: what stands in front of it, behind the one before.
        end: of its clause.
    """
    told = _REACHED.match(text, figure.end, end) if figure.unit == "%" else None
    if not (figure.suffix or URGED.search(before)):
        return ""
    return told["who"] + told["what"] if told else ""
