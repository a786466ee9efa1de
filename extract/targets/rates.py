"""Shares and rates, which a figure follows with no word that compares: 达标率100%, 占总装机的50%, 每千人床位数45张."""

import re

from extract.targets.names import indicator
from extract.targets.words import words

PART = re.compile("占(?:[^，、占]{2,16}的)?约?$")
"""The whole of which a share is told: 占总装机的, 占."""
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
