"""Tables that lost their frame: fields parted by wide spaces, tabs or inner bars, or each in a line of its own.

A line of headers says so; below it stand the rows, each in one line, or cell by cell in the rhythm of the headers.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from extract.numbering import NUMERALS
from extract.structure.alignment import Alignment
from extract.structure.label_records import label_rows
from extract.structure.numbered_tables import numbered_rows
from extract.structure.spaced_tables import spaced_rows
from extract.structure.table_fields import LINE, PARTED, STOP, Run, fields, is_header, pieces

_FEWEST_HEADERS, _FEWEST_ROWS = 2, 2
_LONGEST_SECTION = 20
_MOST_ROWS = 200
_EMPTY_LINE = re.compile(r"\n[ \u00a0\r]*\n")


def flat_rows(text: str) -> dict[int, list[Run]]:
    """The rows of such tables, headers too: where a line starts, and the runs of its fields.

    A row has as many fields as there are headers; a short line of one field before a row heads a section.

    Args:
        text: of a document.
    """
    rows = {**label_rows(text), **spaced_rows(text), **numbered_rows(text)}
    if PARTED.search(text) is None:
        return rows
    lines = [(match.start(), fields(text, *match.span()), match.end()) for match in LINE.finditer(text)]
    held = [(start, runs) for start, runs, _ in lines if runs and start not in rows]
    said = [(start, end) for start, runs, end in lines if not runs]
    at = 0
    while at < len(held):
        width = len(held[at][1])
        table = list(_table(text, held, at, said)) if is_header(text, held[at][1]) else []
        if sum(len(runs) == width for _, runs in table) > _FEWEST_ROWS:
            rows.update(table)
            at += len(table)
        else:
            at += 1
    return rows


def _table(text: str, held: list[tuple[int, list[Run]]], at: int, said: list[Run]) -> Iterator[tuple[int, list[Run]]]:
    """The header at a place and the rows below it; a line of pieces of wrapped cells has no fields."""
    yield held[at]
    width = len(held[at][1])
    gaps = {text[a:b] for (_, a), (b, _) in pairwise(held[at][1])}
    below = held[at + 1 : at + 1 + _MOST_ROWS]
    if gaps == {"\t"}:
        below = list(_whole(below, text, width))
    elif all(map(str.isspace, gaps)) and not any("\t" in gap for gap in gaps):
        below = _unwrapped(text, below, held[at][1], said)
    below = [*below, (len(text), [])]
    for (start, runs), (behind, following) in pairwise(below):
        if len(runs) in (0, width):
            yield start, runs
        elif text[runs[-1][1] : behind].strip():
            return  # a sentence stands under it: a part of the paper
        elif len(following) == width and _heads_section(text, runs):
            yield start, runs + [(runs[-1][1], runs[-1][1])] * (width - len(runs))
        else:
            return


def _unwrapped(
    text: str, below: list[tuple[int, list[Run]]], header: list[Run], said: list[Run]
) -> list[tuple[int, list[Run]]]:
    """The lines of a table, those without fields that hold pieces of wrapped cells alone.

    The columns of bodies that such pieces stand in are empty in the rows beside them: half a list is none.
    """
    alignment = Alignment(text, header)
    width = len(header)
    whole = [runs for _, runs in below if len(runs) == width]
    if len(whole) < _FEWEST_ROWS or not alignment.holds(whole):
        return below
    first, last = bisect_left(said, header[0]), bisect_left(said, (below[-1][0], 0))
    sentences = [(start, pieces(text, start, end)) for start, end in said[first:last]]
    below = sorted(below + [(start, runs) for start, runs in sentences if alignment.wrapped(runs) is not None])
    wrapped = [alignment.wrapped(runs) if len(runs) < width else None for _, runs in below]
    found: list[tuple[int, list[Run]]] = []
    for n, (start, runs) in enumerate(below):
        if wrapped[n] is not None:
            found.append((start, []))
            continue
        cut: set[int] = set()
        for step in (-1, 1):
            beside = n + step
            while 0 <= beside < len(below) and (held := wrapped[beside]) is not None:
                if _is_apart(text, *sorted((below[beside][0], below[beside - step][0]))):
                    break
                cut |= held
                beside += step
        found.append((start, [(a, a) if k in cut else (a, b) for k, (a, b) in enumerate(runs)]))
    return found


def _is_apart(text: str, upper: int, lower: int) -> bool:
    """Whether an empty line stands between two lines."""
    return _EMPTY_LINE.search(text, upper, lower) is not None


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


def _heads_section(text: str, runs: list[Run]) -> bool:
    """A short line of one field, or of a Chinese numeral and what it counts (一　做强基地)."""
    *number, title = runs
    return _is_short(text, title) and [text[slice(*run)].rstrip("、") in NUMERALS for run in number] in ([], [True])


def _is_short(text: str, run: Run) -> bool:
    return run[1] - run[0] <= _LONGEST_SECTION and STOP.search(text, *run) is None
