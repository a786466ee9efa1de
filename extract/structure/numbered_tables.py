"""Tables that lost their frame and number their rows: copied cell by cell, or with single spaces between the cells.

A header of numbers (序号) begins them; the numbers 1, 2, 3 … tell where the rows start. Cells that were wrapped are
put together again, so that a row has a field for each header.
"""

import re
from bisect import bisect_left
from collections.abc import Callable
from itertools import pairwise
from typing import TypeAlias

from extract.structure.alignment import Alignment
from extract.structure.cell_fitting import Fitting, kind
from extract.structure.cells import numbers_rows
from extract.structure.stacked_tables import stacked
from extract.structure.table_fields import (
    HEADING,
    LINE,
    PARTED,
    STOP,
    Run,
    fields,
    is_header,
    stripped,
    wide_words,
    words,
)
from extract.word_lists import either, word_lists

_NUMBER_HEADER = re.compile(rf"^[ \u3000\t]*(?:{either(word_lists('cells')['numbers'])})", re.MULTILINE)
_PAGE = re.compile(r"[-—–－]\s*\d{1,3}\s*[-—–－]")
_ROW = re.compile(r"(?P<number>\d{1,3})[.、]?[ \u3000\t]+(?=\S)")
_FIRST_ROW = re.compile(r"1[.、]?[ \u3000\t]+\S")
_MOST_HEADERS, _MOST_ROW_LINES = 8, 40
_FEWEST_ROWS = 2
_FEWEST_PARTS = 2
_MOST_WRAPS = 5
_OTHER_GAPS = re.compile("[\t｜│┃¦]")

_Parts: TypeAlias = Callable[[str, int, int], list[Run]]


def numbered_rows(text: str) -> dict[int, list[Run]]:
    """The rows of such tables, headers too: where a line starts, and the runs of its fields.

    The line at which a row starts gets its fields, those of its other lines none.

    Args:
        text: of a document.
    """
    rows: dict[int, list[Run]] = {}
    if _NUMBER_HEADER.search(text) is None:
        return rows
    lines = [(match.start(), span) for match in LINE.finditer(text) if (span := stripped(text, *match.span()))]
    lines = [(start, span) for start, span in lines if not _PAGE.fullmatch(text, *span)]
    begins, held = {span[0]: start for start, span in lines}, [span for _, span in lines]
    said = [text[a:b] for a, b in held]
    at = 0
    while at < len(held):
        end = at
        if numbers_rows(PARTED.split(said[at], 1)[0].split(" ", 1)[0]):
            end, found = _spaced(text, held, at) or stacked(text, held, said, at) or _part_stacked(text, held, at)
            rows.update(found)
        at = max(end, at + 1)
    return {begins[start]: runs for start, runs in rows.items() if start in begins}


def _part_stacked(text: str, held: list[Run], at: int) -> tuple[int, dict[int, list[Run]]]:
    """A table whose headers stand in several lines, and whose rows have their number in front of the first cell."""
    first = next((n for n in range(at + 1, min(at + _MOST_HEADERS, len(held))) if _FIRST_ROW.match(text, *held[n])), at)
    if first <= at + 1 or any(HEADING.match(text, *line) for line in held[at:first]):
        return at, {}
    if len(wide_words(text, *held[first])) > _FEWEST_PARTS:
        return at, {}  # its cells stand beside each other
    lines = [part for line in held[at:first] for part in words(text, *line)]
    number, last = 1, first
    for n, line in enumerate(held[first:], first):
        numbered = _ROW.match(text, *line)
        if numbered and int(numbered["number"]) == number:
            number, last = number + 1, n
            lines += [numbered.span("number"), (numbered.end(), line[1])]
        elif n - last < _MOST_ROW_LINES:
            lines.append(line)
        else:
            break
    end, rows = stacked(text, lines, [text[a:b] for a, b in lines], 0) or (0, {})
    behind = lines[end][0] if end < len(lines) else lines[-1][1]
    return (bisect_left(held, (behind, 0)), rows) if rows else (at, {})


def _spaced(text: str, held: list[Run], at: int) -> tuple[int, dict[int, list[Run]]] | None:
    """A table whose rows are lines, their cells parted by spaces, where wide ones do only if rows are wrapped."""
    header = fields(text, *held[at])
    parts = wide_words if len(header) > 1 else words
    header = parts(text, *held[at])
    if not is_header(text, header) or _OTHER_GAPS.search(text, *held[at]):
        return None
    kinds = [kind(text[a:b]) for a, b in header]
    rows: dict[int, list[Run]] = {held[at][0]: header}
    begin, number, whole, wrapped = at + 1, 1, 0, parts is words
    lines: dict[int, list[Run]] = {}
    while begin < len(held):
        taken = _row(text, held, begin, number, len(header), parts)
        if not taken:
            if HEADING.match(text, *held[begin]) and _row(text, held, begin + 1, number, len(header), parts):
                rows[held[begin][0]] = []
                begin += 1
                continue
            break
        row = [word for line in taken for word in parts(text, *line)]
        whole += len(row) >= len(header)
        if len(row) > len(header):
            cuts = Fitting([text[a:b] for a, b in row], kinds).starts()
            row = [(row[a][0], row[b - 1][1]) if a < b else (row[a - 1][1],) * 2 for a, b in pairwise(cuts)]
        rows[taken[0][0]] = _filled(row, len(header))
        lines[taken[0][0]] = taken
        rows.update((start, []) for start, _ in taken[1:])
        begin, number, wrapped = begin + len(taken), number + 1, wrapped or len(taken) > 1
    if not (wrapped and whole >= _FEWEST_ROWS and whole * 2 > number - 1):
        return None
    return begin, rows if parts is words else _placed(text, header, rows, lines)


def _placed(
    text: str, header: list[Run], rows: dict[int, list[Run]], lines: dict[int, list[Run]]
) -> dict[int, list[Run]]:
    """The rows, without bodies that stand below another header than the one they were given to."""
    alignment = Alignment(text, header)
    if not alignment.holds([rows[start] for start, taken in lines.items() if len(taken) == 1]):
        return rows
    pieces = {start: [word for line in taken for word in wide_words(text, *line)] for start, taken in lines.items()}
    return rows | {start: alignment.without_misplaced(rows[start], held) for start, held in pieces.items()}


def _row(text: str, held: list[Run], begin: int, number: int, width: int, parts: _Parts) -> list[Run]:
    """The lines of a row that begins with its number: to where the next stands, or as many as its cells need."""
    first = parts(text, *held[begin]) if begin < len(held) else []
    if len(first) < _FEWEST_PARTS or text[slice(*first[0])].rstrip(".、") != str(number):
        return []
    count = len(first)
    needed = 0
    for n, line in enumerate(held[begin + 1 : begin + 1 + _MOST_WRAPS], 1):
        if count >= width and not needed:
            needed = n
        said = parts(text, *line)
        if text[slice(*said[0])].rstrip(".、") == str(number + 1) and len(said) > 1:
            return held[begin : begin + n]
        if HEADING.match(text, *line) or STOP.search(text, *line):
            break
        count += len(said)
    return held[begin : begin + max(1, needed)]


def _filled(row: list[Run], width: int) -> list[Run]:
    """A row with empty fields at its end where it has too few."""
    return [*row, *[(row[-1][1], row[-1][1])] * (width - len(row))]
