"""Tables that lost their frame: fields parted by wide spaces, tabs or inner bars, or each in a line of its own.

A line of headers says so; below it stand the rows, each in one line, or cell by cell in the rhythm of the headers.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from extract.numbered_tables import numbered_rows
from extract.table_fields import LINE, PARTED, STOP, Run, fields, is_header

_FEWEST_HEADERS, _FEWEST_ROWS = 2, 2
_LONGEST_SECTION = 20
_MOST_ROWS = 200


def flat_rows(text: str) -> dict[int, list[Run]]:
    """The rows of such tables, headers too: where a line starts, and the runs of its fields.

    A row has as many fields as there are headers; a short line of one field before a row heads a section.

    Args:
        text: of a document.
    """
    rows = numbered_rows(text)
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
    below = [*held[at + 1 : at + 1 + _MOST_ROWS], (len(text), [])]
    if tabs:
        below = [(start, _cells(text, start, runs, width)) for start, runs in below]
    for (start, runs), (_, following) in pairwise(below):
        if len(runs) == width:
            yield start, runs
        elif len(runs) == 1 and len(following) == width and _is_short(text, runs[0]):
            yield start, runs + [(runs[0][1], runs[0][1])] * (width - 1)
        else:
            return


def _cells(text: str, start: int, runs: list[Run], width: int) -> list[Run]:
    """The fields of a line that single tabs part, empty ones too, as those merged with the one above are."""
    if len(runs) < _FEWEST_HEADERS:
        return runs
    edges = [start, *(edge for gap in re.finditer("\t", text[start : runs[-1][1]]) for edge in gap.span())]
    edges = [start, *(start + edge for edge in edges[1:]), runs[-1][1]]
    end = edges[-1]
    return [*zip(edges[::2], edges[1::2], strict=True), *[(end, end)] * (width - len(edges) // 2)]


def _is_short(text: str, run: Run) -> bool:
    return run[1] - run[0] <= _LONGEST_SECTION and STOP.search(text, *run) is None
