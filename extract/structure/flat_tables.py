"""Tables that lost their frame: fields parted by wide spaces, tabs or inner bars, or each in a line of its own.

A line of headers says so; below it stand the rows, each in one line, or cell by cell in the rhythm of the headers.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from extract.structure.numbered_tables import numbered_rows
from extract.structure.spaced_tables import spaced_rows
from extract.structure.table_fields import LINE, PARTED, STOP, Run, fields, is_header

_FEWEST_HEADERS, _FEWEST_ROWS = 2, 2
_LONGEST_SECTION = 20
_MOST_ROWS = 200


def flat_rows(text: str) -> dict[int, list[Run]]:
    """The rows of such tables, headers too: where a line starts, and the runs of its fields.

    A row has as many fields as there are headers; a short line of one field before a row heads a section.

    Args:
        text: of a document.
    """
    rows = {**spaced_rows(text), **numbered_rows(text)}
    if PARTED.search(text) is None:
        return rows
    held = [(match.start(), fields(text, *match.span())) for match in LINE.finditer(text)]
    held = [(start, runs) for start, runs in held if runs and start not in rows]
    at = 0
    while at < len(held):
        width = len(held[at][1])
        table = list(_table(text, held, at, width)) if is_header(text, held[at][1]) else []
        if sum(len(runs) == width for _, runs in table) > _FEWEST_ROWS:
            rows.update(table)
            at += len(table)
        else:
            at += 1
    return rows


def _table(text: str, held: list[tuple[int, list[Run]]], at: int, width: int) -> Iterator[tuple[int, list[Run]]]:
    """The header at a place and the rows below it."""
    yield held[at]
    tabs = {text[a:b] for (_, a), (b, _) in pairwise(held[at][1])} == {"\t"}
    below = held[at + 1 : at + 1 + _MOST_ROWS]
    if tabs:
        below = list(_whole(below, text, width))
    below = [*below, (len(text), [])]
    for (start, runs), (_, following) in pairwise(below):
        if len(runs) in (0, width):
            yield start, runs
        elif len(runs) == 1 and len(following) == width and _is_short(text, runs[0]):
            yield start, runs + [(runs[0][1], runs[0][1])] * (width - 1)
        else:
            return


def _whole(below: list[tuple[int, list[Run]]], text: str, width: int) -> Iterator[tuple[int, list[Run]]]:
    """The rows of lines that single tabs part, with empty cells; a row whose cell is wrapped goes on in the next line.

    The other lines of such a row have no fields.
    """
    at = 0
    while at < len(below):
        start, runs = below[at]
        row, end = _cells(text, start, runs), at + 1
        while 1 < len(row) < width and end < len(below):
            more = _cells(text, *below[end])
            if len(row) + len(more) - 1 > width:
                break
            row = [*row[:-1], (row[-1][0], more[0][1]), *more[1:]]
            end += 1
        last = row[-1][1]
        yield start, row if len(row) in (1, width) else [*row, *[(last, last)] * (width - len(row))]
        yield from ((line, []) for line, _ in below[at + 1 : end])
        at = end


def _cells(text: str, start: int, runs: list[Run]) -> list[Run]:
    """The fields of a line that single tabs part, empty ones too, as those merged with the one above are."""
    end = re.compile("$", re.MULTILINE).search(text, runs[-1][1])
    tabs = [start + match.start() for match in re.finditer("\t", text[start : end.start() if end else len(text)])]
    return list(zip([start, *(tab + 1 for tab in tabs)], [*tabs, end.start() if end else len(text)], strict=True))


def _is_short(text: str, run: Run) -> bool:
    return run[1] - run[0] <= _LONGEST_SECTION and STOP.search(text, *run) is None
