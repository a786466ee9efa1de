"""Tables that lost their bars: lines whose fields wide spaces or tabs part, below a line of headers that says so."""

import re
from collections.abc import Iterator
from itertools import pairwise

Run = tuple[int, int]

_LINE = re.compile(r"[^\n\r\f\v\x85\u2028\u2029]+")
_PARTED = re.compile(r"[\u3000\t]+|[ \u00a0]{2,}")
_HEADER = re.compile("序号|指标|单位|目标|任务|项目|名称|牵头|责任|时限|内容|属性|20\\d{2}年?")
_FEWEST_COLUMNS, _FEWEST_HEADERS, _FEWEST_ROWS = 3, 2, 2
_LONGEST_HEADER, _LONGEST_SECTION = 14, 20
_MOST_ROWS = 200
_STOP = re.compile("[。；;]")


def flat_rows(text: str) -> dict[int, list[Run]]:
    """The rows of such tables, headers too: where a line starts, and the runs of its fields.

    A row has as many fields as there are headers; a short line of one field before a row heads a section.

    Args:
        text: of a document.
    """
    if _PARTED.search(text) is None:
        return {}
    rows: dict[int, list[Run]] = {}
    held = [(match.start(), _fields(text, *match.span())) for match in _LINE.finditer(text)]
    held = [(start, fields) for start, fields in held if fields]
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
    """The runs of a line that wide white space parts."""
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
