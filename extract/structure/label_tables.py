"""Tables of labels, a task each: a cell says what the next one holds (牵头单位 | 市教育局 | 配合单位 | 市财政局)."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TypeAlias

from extract.clauses.bodies import bodies, chunks, is_body
from extract.clauses.words import LABEL, names_bodies
from extract.structure.lines import Cell

Entry: TypeAlias = tuple[str, Cell]
"""What a cell holds behind its label; "" where none stands in front of it."""

_ASKED = re.compile("单位|部门|主体|分工|地区|机构|[处科股]室")
_LONGEST_LABEL = 12


def records(rows: Sequence[tuple[Cell, ...]]) -> list[list[Entry]]:
    """What such a table says of each task, in order; nothing where it is no such table.

    A record goes to where the first label comes again, the number in the first cell changes, or a title stands alone.

    Args:
        rows: all rows of a table.
    """
    said = [["".join(line.text for line in cell.lines) for cell in row] for row in rows]
    labels = _label_columns(said)
    if not labels:
        return []
    found: list[list[Entry]] = [[]]
    first = next((cells[0] for cells in said if sum(map(bool, cells)) > 1), "")
    before: list[str] = []
    for row, cells in zip(rows, said, strict=True):
        entries = _entries(row, cells, before, labels)
        titled = sum(map(bool, cells)) == 1
        if titled and LABEL.fullmatch(entries[0][1].lines[0].text + "：" if entries else ""):
            continue  # a label with an empty cell
        begins = (cells[0] != before[0] if before else False) if first.isdecimal() else cells[0] == first
        if found[-1] and (titled or (begins and any(label for label, _ in found[-1]))):
            found.append([])
        found[-1] += entries
        before = before if titled else cells
    return [record for record in found if record]


def _label_columns(said: list[list[str]]) -> frozenset[int]:
    """The columns where a label of bodies stands in front of some."""
    return frozenset(
        column
        for cells in said
        for column, (cell, behind) in enumerate(pairwise(cells))
        if len(cell) <= _LONGEST_LABEL and _ASKED.search(cell) and names_bodies(cell) and _are_bodies(behind)
    )


def _are_bodies(said: str) -> bool:
    """Whether a cell lists bodies, each by its full name."""
    if names_bodies(said):
        return False
    names = [said[slice(*name)] for part in chunks(said, 0, len(said)) for name in bodies(said, *part)]
    return bool(names) and all(map(is_body, names))


def _entries(row: tuple[Cell, ...], cells: list[str], before: list[str], labels: frozenset[int]) -> list[Entry]:
    """What a row says; what a cell that is merged holds is said once."""
    entries: list[Entry] = []
    column = 0
    while column < len(cells):
        cell, behind = cells[column], cells[column + 1] if column + 1 < len(cells) else ""
        if column in labels and behind and behind != cell and 0 < len(cell) <= _LONGEST_LABEL:
            entries.append((cell, row[column + 1]))
            column += 1
        elif cell and before[column : column + 1] != [cell]:
            entries.append(("", row[column]))
        last = cells[column]
        column += 1
        while column < len(cells) and last and cells[column] == last:
            column += 1
    return entries
