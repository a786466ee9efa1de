"""Brackets that hold agencies alone: 。（市教育局、市财政局）."""

import re

from extract.brackets import Group, split
from extract.clauses.bodies import chunks, is_agency_or_place, is_list_of_bodies, is_remark
from extract.clauses.business import share
from extract.clauses.named import Named
from extract.clauses.words import REMARK

_LINE_END = re.compile(r"[。；.;]?(?:\n|$)")
_MEANS_MEMBERS = re.compile("(?:单位|部门|机构|成员|小组|会议|办公室|专班|机关|委员会|联盟|机制|[局委办厅部院署])$")
_SQUARE = tuple("【〖［[〔")
_NEAR = 8


def is_list_of_agencies(text: str, group: Group, named: list[Named]) -> bool:
    """Behind the last stop of a line, a bracket that holds bodies alone is a clause: 。（市教育局、市财政局）.

    In front of that stop it is one where it holds agencies alone, or is no round bracket, and nothing that it may
    explain stands before it (成员单位（市教育局、市财政局）。). What says until when or how (持续推进) names
    none and does not count.
    """
    names = [n.written(text) for n in named]
    before = group.start - (text[group.start - 1 : group.start] == "\n")  # a line of its own
    alone = text[max(0, before - 1) : before] in tuple("。；.;") or (
        (text[group.start] in _SQUARE or all(map(is_agency_or_place, names)))
        and _MEANS_MEMBERS.search(text, max(0, group.start - _NEAR), group.start) is None
    )
    inner = split(text, "；;。", group.start + 1, group.inner_end)
    parts = [part for segment in inner for part in chunks(text, *segment) if not says_nobody(text, *part)]
    all_name = all(any(a <= one.start < b for one in named) and share(text, a, b) is None for a, b in parts)
    ends = _LINE_END.match(text, group.end) is not None
    return alone and ends and all_name and is_list_of_bodies(names)


def says_nobody(text: str, start: int, end: int) -> bool:
    """Whether a part of a clause says until when or how, or which of the bodies leads."""
    return is_remark(text[start:end]) or REMARK.match(text, start, end) is not None
