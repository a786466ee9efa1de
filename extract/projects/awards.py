"""Titles that a higher level awards (争创国家级旅游度假区, 创建三级甲等医院), and the places that are to win them."""

import re
from collections.abc import Sequence

from extract.components import Found
from extract.projects.words import words

AWARDS = (
    "创建",
    "争创",
    "申报",
    "申建",
    "冲刺",
    "创成",
    "争取",
    "争取创建",
    "申创",
    "培育创建",
    "申报创建",
    "申办",
    "创成",
    "评创",
)
AWARDED_TAILS = frozenset(
    {"创建", "创建工作", "创建申报", "申报", "申报创建", "申报工作", "申创", "申创工作", "争创", "争创工作", "申建"}
)
OF_RANK = re.compile(
    r"(?:国家级|省级)[^，、]{2,}|(?:国家|世界|国际(?=湿地|消费中心|性综合交通)|区域(?=消费中心)|全国|全省|省级|省|联合国|部级|天府|齐鲁|燕赵|三晋|荆楚|潇湘|八桂|八闽|三秦|陇原|彩云|岭南|龙江|江淮)(?![道网家])[^，、]{3,}"
)
_HOSPITAL = re.compile(r"[三二](?:级(?:甲等?|乙等?)?|甲|乙)[^，、的等]{0,8}(?:医院|妇幼保健院|中医院)$")


def award_of(name: str, verb: str) -> bool:
    """Whether a name is that of a title that a higher level awards, by its verb (争创国家级旅游度假区)."""
    if verb.endswith(AWARDS) and _HOSPITAL.match(name):
        return True  # 创建三级甲等综合医院
    return (
        verb.endswith(AWARDS)
        and name.endswith(words().titles)
        and OF_RANK.match(name) is not None
        and not any(mark in name for mark in "的等批")
    )


def winner_of(text: str, run: tuple[int, int], verb: str, places: Sequence[Found]) -> tuple[int, int] | None:
    """The run of the place in front of a title that it is to win (推进甲镇|全国乡村治理示范镇创建)."""
    start, end = run
    winner = max((p.end for p in places if p.start == start), default=None) if verb.endswith(AWARDS) else None
    if winner is None:
        return None
    told = next((word for word in AWARDS if text.startswith(word, winner)), "")  # 甲镇创建国家级旅游度假区
    return (start, winner + len(told)) if award_of(text[winner + len(told) : end], verb) else None
