"""Tables: the text of a row, each cell behind its header, so that it reads like lines (责任单位：市教育局)."""

import re
from itertools import zip_longest
from typing import NamedTuple

from extract.clauses.words import is_labelled, names_bodies
from extract.punctuation import HAS_STOP
from extract.structure.cell_fitting import parts_bodies
from extract.structure.cells import numbers_rows
from extract.structure.label_tables import records
from extract.structure.lines import Cell

_COLON = "："
_HEADER_ROWS = 3
_COLUMNS = 3
_LONGEST_SECTION = 30
_SECTION_NUMBER = re.compile("[（(]?[一二三四五六七八九十]{1,3}[）)]?、?")


class Rows(NamedTuple):
    """What the rows of a table say.

    Attributes:
        duties: a column, or a label in front of cells, says who is responsible.
        texts: of each row, or of each task of a table of labels: its number, its text and the places of the characters.
    """

    duties: bool
    texts: list[tuple[int, tuple[str, tuple[int, ...]]]]


def table_rows(rows: list[tuple[Cell, ...]]) -> Rows:
    """What a table says, the row of headers apart."""
    if by_label := records(rows):
        texts = [row_text(tuple(cell for _, cell in one), [label for label, _ in one]) for one in by_label]
        return Rows(duties=True, texts=list(enumerate(texts, 1)))
    header, body = parted(rows)
    numbered = zip(row_numbers(body, header), (row_text(row, header) for row in body), strict=True)
    return Rows(states_duties(header), list(numbered))


def name_duties(rows: list[tuple[Cell, ...]]) -> bool:
    """Whether a table says who is responsible."""
    return bool(records(rows)) or states_duties(parted(rows)[0])


def parted(rows: list[tuple[Cell, ...]]) -> tuple[list[str], list[tuple[Cell, ...]]]:
    """What the headers of a table say, and the rows below them.

    A title over all columns is no header; headers may stand in several rows (责任单位 over 牵头单位 and 配合单位), and
    again on a new page. A table of one row has no headers. A row over all columns further down is a heading, and none.

    Args:
        rows: all rows of a table.
    """
    said = [["".join(line.text for line in cell.lines) for cell in row] for row in rows]
    first = next((n for n, cells in enumerate(said) if sum(map(bool, cells)) > 1), 0)
    counted = next((n for n in range(first + 1, len(said)) if said[n][0].isdecimal()), len(said))
    below = range(first + 1, min(first + _HEADER_ROWS, counted))
    last = first if states_duties(said[first]) else next((n for n in below if states_duties(said[n][1:])), first)
    while last + 1 in below and states_duties(said[last + 1][1:]):
        last += 1
    headers = said[first : last + 1]
    body = [
        row
        for row, cells in list(zip(rows, said, strict=True))[first:]
        if cells not in headers and not _is_section(cells, max(map(len, headers)))
    ]
    if not body:
        return [], rows
    return [next(filter(None, reversed(column)), "") for column in zip_longest(*headers)], body


def row_numbers(rows: list[tuple[Cell, ...]], header: list[str]) -> list[int]:
    """The numbers of the rows: those that the first column prints where each row has one of its own, else the order."""
    printed = ["".join(line.text for line in row[0].lines).rstrip(".、") for row in rows]
    is_numbered = bool(header) and numbers_rows(header[0]) and all(map(str.isdecimal, printed))
    return (
        list(map(int, printed)) if is_numbered and len(set(printed)) == len(printed) else list(range(1, len(rows) + 1))
    )


def _is_section(cells: list[str], width: int) -> bool:
    """A row over all columns that is the heading of those below: 一 基础设施, or 基础设施 alone."""
    first, *others = cells
    second, *rest = others or [""]
    text = first + second
    if (
        len(cells) < max(width - 1, _COLUMNS)
        or any(rest)
        or not first
        or len(text) > _LONGEST_SECTION
        or HAS_STOP.search(text)
    ):
        return False
    number = _SECTION_NUMBER.match(first)
    return number is not None if second else not first.isdecimal() and (number is None or number.end() < len(first))


def states_duties(header: list[str]) -> bool:
    """Whether a column says who is responsible."""
    return any(map(names_bodies, header))


def row_text(row: tuple[Cell, ...], header: list[str]) -> tuple[str, tuple[int, ...]]:
    """The text of a row, a line for each cell that holds something: its header, a colon, and what it holds.

    Headers are printed once, far above the row: their characters, the colon and the newline behind a cell count as
    the bar in front of the cell, so that the places of the characters go up.

    Args:
        row: the cells.
        header: what the headers above them say; a column without one has "" or none.

    Returns:
        The text, and the place of each character in the document's text.
    """
    text: list[str] = []
    offsets: list[int] = []
    for n, cell in enumerate(row):
        if not cell.lines:
            continue
        label = header[n] if n < len(header) else ""
        before = "\n" * bool(text) + (label + _COLON if label else "")
        text.append(before)
        offsets += [cell.bar] * len(before)
        for m, line in enumerate(cell.lines):
            if m and is_labelled(line.text):
                text.append("\n")
                offsets.append(offsets[-1])
            elif m and names_bodies(label) and parts_bodies("".join(one.text for one in cell.lines[:m]), line.text):
                text.append("、")  # bodies that stand below each other in a cell are a list
                offsets.append(offsets[-1])
            text.append(line.text)
            offsets += line.offsets
    return "".join(text), tuple(offsets)
