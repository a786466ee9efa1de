"""Tables that lost their frame: fields parted by wide spaces, tabs or inner bars, or each in a line of its own.

A line of headers says so; below it stand the rows, each in one line, or cell by cell in the rhythm of the headers.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from extract.cells import numbers_rows
from extract.word_lists import either, word_lists

Run = tuple[int, int]

_LINE = re.compile(r"[^\n\r\f\v\x85\u2028\u2029]+")
_BAR = re.compile("[｜│┃¦]")
_PARTED = re.compile(rf"{_BAR.pattern}|[\u3000\t]+|[ \u00a0]{{2,}}")
_HEADER = re.compile("序号|指标|单位|目标|任务|项目|名称|牵头|责任|时限|内容|属性|20\\d{2}年?")
_FEWEST_COLUMNS, _FEWEST_HEADERS, _FEWEST_ROWS = 3, 2, 2
_LONGEST_HEADER, _LONGEST_SECTION = 14, 20
_MOST_ROWS = 200
_MOST_COLUMNS = 12
_NUMBER_HEADER = re.compile(rf"^[ \u3000\t]*(?:{either(word_lists('cells')['numbers'])})", re.MULTILINE)
_STOP = re.compile("[。；;]")


def flat_rows(text: str) -> dict[int, list[Run]]:
    """The rows of such tables, headers too: where a line starts, and the runs of its fields.

    A row has as many fields as there are headers; a short line of one field before a row heads a section.

    Args:
        text: of a document.
    """
    rows = _stacked(text)
    if _PARTED.search(text) is None:
        return rows
    held = [(match.start(), _fields(text, *match.span())) for match in _LINE.finditer(text)]
    held = [(start, fields) for start, fields in held if fields and start not in rows]
    at = 0
    while at < len(held):
        width = len(held[at][1])
        table = list(_table(text, held, at, width)) if _is_header(text, held[at][1]) else []
        if sum(len(fields) == width for _, fields in table) > _FEWEST_ROWS:
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
        below = [(start, _cells(text, start, fields, width)) for start, fields in below]
    for (start, fields), (_, following) in pairwise(below):
        if len(fields) == width:
            yield start, fields
        elif len(fields) == 1 and len(following) == width and _is_short(text, fields[0]):
            yield start, fields + [(fields[0][1], fields[0][1])] * (width - 1)
        else:
            return


def _cells(text: str, start: int, fields: list[Run], width: int) -> list[Run]:
    """The fields of a line that single tabs part, empty ones too, as those merged with the one above are."""
    if len(fields) < _FEWEST_HEADERS:
        return fields
    edges = [start, *(edge for gap in re.finditer("\t", text[start : fields[-1][1]]) for edge in gap.span())]
    edges = [start, *(start + edge for edge in edges[1:]), fields[-1][1]]
    end = edges[-1]
    return [*zip(edges[::2], edges[1::2], strict=True), *[(end, end)] * (width - len(edges) // 2)]


def _fields(text: str, start: int, end: int) -> list[Run]:
    """The runs of a line that wide white space or bars part; between bars empty ones too."""
    bars = list(_BAR.finditer(text, start, end))
    if bars:
        edges = [start, *(edge for bar in bars for edge in bar.span()), end]
        runs = list(zip(edges[::2], edges[1::2], strict=True))
        return runs[runs[0][0] == runs[0][1] : len(runs) - (runs[-1][0] == runs[-1][1])]  # a frame at the ends
    edges = [start, *(edge for gap in _PARTED.finditer(text, start, end) for edge in gap.span()), end]
    runs = [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if text[a:b].strip()]
    return [] if any(_STOP.search(text, a, b) for a, b in runs) and len(runs) < _FEWEST_COLUMNS else runs


def _is_header(text: str, fields: list[Run]) -> bool:
    said = [text[a:b] for a, b in fields]
    return (
        len(said) >= _FEWEST_COLUMNS
        and all(len(name) <= _LONGEST_HEADER and not _STOP.search(name) for name in said)
        and sum(_HEADER.search(name) is not None for name in said) >= _FEWEST_HEADERS
    )


def _is_short(text: str, run: Run) -> bool:
    return run[1] - run[0] <= _LONGEST_SECTION and _STOP.search(text, *run) is None


def _stacked(text: str) -> dict[int, list[Run]]:
    """The rows of tables that were copied cell by cell: a line each, the first the number of the row.

    The headers stand in one line or below each other too, and begin with that of the number; a row has a line for
    each header. The line at which a row starts gets its fields, those of its other lines none.
    """
    rows: dict[int, list[Run]] = {}
    if _NUMBER_HEADER.search(text) is None:
        return rows
    held = [span for match in _LINE.finditer(text) if (span := _stripped(text, *match.span()))]
    said = [text[a:b] for a, b in held]
    at = 0
    while at < len(held):
        if not numbers_rows(_PARTED.split(said[at], 1)[0]):
            at += 1
            continue
        fields = _fields(text, *held[at])
        below = at + 1
        if len(fields) == 1:
            below = next((n for n in range(at + 1, min(at + _MOST_COLUMNS, len(said))) if said[n] == "1"), at)
            fields = held[at:below]
        width, number, header = len(fields), 1, fields
        end = below
        while header and _is_header(text, header) and end + width <= len(said) and said[end] == str(number):
            behind = end + width
            if any(said[n].isdecimal() and said[n] == str(number + 1) for n in range(end + 1, behind - 1)):
                break
            rows[held[end][0]] = held[end:behind]
            rows.update((a, []) for a, _ in held[end + 1 : behind])
            end, number = behind, number + 1
        if number > _FEWEST_ROWS:
            rows[held[at][0]] = header
            rows.update((a, []) for a, _ in held[at + 1 : below])
        else:
            for a, _ in held[at:end]:
                rows.pop(a, None)
        at = max(end, at + 1)
    return rows


def _stripped(text: str, start: int, end: int) -> Run | None:
    """A line without the white space around it; None where it says nothing."""
    said = text[start:end]
    first = start + len(said) - len(said.lstrip())
    return (first, first + len(said.strip())) if said.strip() else None
