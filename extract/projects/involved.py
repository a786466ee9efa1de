"""Which places an undertaking involves: those in its name, and those that build it or that it goes through."""

import re
from collections.abc import Sequence

from extract.components import Found
from extract.projects.objects import Undertaking

# 江西 in 江西理工大学创建 X, 郑州 in 与郑州果树研究所共建 X: a body that is named after a place.
_BODY = re.compile(
    r"(?:(?!建设|打造|依托|共建|设立|组建|建立|推进|实施|创建|申报)[^，。；、与及和在]){0,12}?"
    r"(?:大学|师范|农大|科大|学院|公司|集团|商会|协会|医院|银行|研究院|研究所|院所|科学院|证券|交易所|交易中心|托管中心|电气|数控)"
)
_REGIONS = ("京津冀", "粤港澳大湾区")
_LENGTH_OF_COMPOUND = 3
_LONGEST = 200
_ENDS = 2
_LINE = re.compile("[至—－-]")


def involved(text: str, undertaking: Undertaking, places: Sequence[Found]) -> list[Found]:
    """The places that an undertaking involves.

    A region that its name holds stands for none (京津冀国家技术创新中心), nor do bodies in the clause around it; who
    helps to build a line from one place to another is none of its ends.

    Args:
        text: the text as read.
        undertaking: the project.
        places: the places of the text.
    """
    own = [p for p in _within(places, undertaking.runs) if not _is_region(text, p)]
    sides = (
        undertaking.sides if len({p.division.code for p in own}) < _ENDS or not _LINE.search(undertaking.name) else ()
    )
    beside = [p for p in _within(places, (*undertaking.around, *sides)) if _BODY.match(text, p.end) is None]
    return [*own, *beside] or _within(places, undertaking.subjects)


def _within(places: Sequence[Found], runs: Sequence[tuple[int, int]]) -> list[Found]:
    return [p for p in places if any(a <= p.start and p.end <= b for a, b in runs)]


def is_ground(text: str, start: int, undertaking: Undertaking, places: Sequence[Found]) -> bool:
    """Whether one with a place in its name is only relied on, by whom the clause tells to act: 福州市依托江阴港城.

    Args:
        text: the text as read.
        start: of the clause.
        undertaking: the project.
        places: the places of the text.
    """
    begin, end = undertaking.runs[0]
    if undertaking.stage != "operating" or text.find("依托", max(start, begin - _LONGEST), begin) < 0:
        return False
    return any(begin <= p.start < end for p in places)


def _is_region(text: str, place: Found) -> bool:
    begin = max(0, place.start - _LENGTH_OF_COMPOUND + 1)
    at = next((i for i in range(begin, place.start + 1) if text.startswith(_REGIONS, i)), None)
    return at is not None and place.end <= at + _LENGTH_OF_COMPOUND
