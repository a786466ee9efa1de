"""Tables copied as lines of labels, a record after the other: 任务名称：甲, 牵头单位：乙, and again 任务名称."""

import re
from collections.abc import Sequence
from typing import TypeAlias

from extract.clauses.bodies import is_known_body
from extract.clauses.words import LABEL, names_bodies
from extract.numbering import number_at
from extract.punctuation import BREAK_OFF
from extract.structure.table_fields import LINE, Run, stripped

_ASKED = re.compile("(?:单位|部门)[：:]")
_LABEL = re.compile("(?P<label>[\u4e00-\u9fff]{2,8})[：:]")
_ITEM = re.compile(r"[—\-•●◆■★☆▲①-⑳]")
_LIST = re.compile(r"[、，,；;。\s]")
_FEWEST = 2
_MOST_LABELS, _LONG = 15, 24
_Held: TypeAlias = tuple[int, Run]
_Labelled: TypeAlias = tuple[_Held, re.Match[str] | None]


def label_rows(text: str) -> dict[int, list[Run]]:
    """The lines of such tables as rows of two cells, a label and what it says: where each starts, and their runs.

    A line without a label goes on with the one above, and has no cells. Labels below numbers are none of a table.

    Args:
        text: of a document.
    """
    if _ASKED.search(text) is None:
        return {}
    held = [(match.start(), span) for match in LINE.finditer(text) if (span := stripped(text, *match.span()))]
    labels = [_LABEL.match(text, *span) for _, span in held]
    rows: dict[int, list[Run]] = {}
    at = 0
    while at < len(held):
        end = _end(text, held, labels, at) if labels[at] else at
        found = list(zip(held[at:end], labels[at:end], strict=True))
        if found and _is_table(text, found):
            rows.update(_rows(found))
        at = max(end, at + 1)
    return rows


def _end(text: str, held: list[_Held], labels: Sequence[re.Match[str] | None], at: int) -> int:
    """The line behind the block of labels that begins there; a line without one goes on with a long or open one."""
    end = at + 1
    while end < len(held) and not number_at(text, held[end][1][0]):
        start, stop = held[end - 1][1]
        if not labels[end] and stop - start < _LONG and not BREAK_OFF.search(text, start, stop):
            break
        if not labels[end] and _ITEM.match(text, held[end][1][0]):
            break
        end += 1
    return end


def _is_table(text: str, found: list[_Labelled]) -> bool:
    """The first label, which says what is to be done, comes again and again, and one of bodies in each record."""
    said = [label["label"] for _, label in found if label]
    records = said.count(said[0])
    if records < _FEWEST or len(set(said)) > _MOST_LABELS or LABEL.fullmatch(said[0] + "："):
        return False
    who = (text[label.end() : end] for (_, (_, end)), label in found if label and names_bodies(label["label"]))
    return sum(is_known_body(_LIST.split(names.strip(), maxsplit=1)[0]) for names in who) >= records


def _rows(found: list[_Labelled]) -> dict[int, list[Run]]:
    rows: dict[int, list[Run]] = {}
    last = found[0][0][0]
    for (start, (_, end)), label in found:
        if label:
            last = start
            rows[start] = [label.span("label"), (label.end(), end)]
        else:
            rows[last][1] = (rows[last][1][0], end)
            rows[start] = []
    return rows
