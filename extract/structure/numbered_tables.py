"""Tables that lost their frame and number their rows: copied cell by cell, or with single spaces between the cells.

A header of numbers (序号) begins them; the numbers 1, 2, 3 … tell where the rows start. Cells that were wrapped are
put together again, so that a row has a field for each header.
"""

import re

from extract.clauses.bodies import is_body
from extract.structure.cell_fitting import is_wrapped
from extract.structure.cells import numbers_rows
from extract.structure.stacked_tables import joined, stacked
from extract.structure.table_fields import LINE, PARTED, Run, fields, is_header, stripped, words
from extract.word_lists import either, word_lists

_NUMBER_HEADER = re.compile(rf"^[ \u3000\t]*(?:{either(word_lists('cells')['numbers'])})", re.MULTILINE)
_PAGE = re.compile(r"[-—–－]\s*\d{1,3}\s*[-—–－]")
_FEWEST_ROWS = 2


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
            end, found = _spaced(text, held, at) or stacked(text, held, said, at) or (at, {})
            rows.update(found)
        at = max(end, at + 1)
    return {begins[start]: runs for start, runs in rows.items()}


def _spaced(text: str, held: list[Run], at: int) -> tuple[int, dict[int, list[Run]]] | None:
    """A table whose rows are lines, their cells parted by single spaces; where it ends, and its rows."""
    header = words(text, *held[at])
    if len(fields(text, *held[at])) > 1 or not is_header(text, header):
        return None
    rows = [header]
    for n, line in enumerate(held[at + 1 :], 1):
        row = words(text, *line)
        if text[slice(*row[0])].rstrip(".、") != str(n) or len(row) == 1:
            break
        rows.append(_joined(text, row, len(header)))
    whole = sum(len(row) == len(header) for row in rows[1:])
    if whole < _FEWEST_ROWS or whole * 2 < len(rows):
        return None
    return at + len(rows), {line[0]: _filled(row, len(header)) for line, row in zip(held[at:], rows, strict=False)}


def _joined(text: str, row: list[Run], width: int) -> list[Run]:
    """As many fields as there are headers: what was wrapped is joined where it looks least like two cells."""
    while len(row) > width:
        row = joined(row, 1 + max(range(1, len(row) - 1), key=lambda n: _likeness(text, row[n], row[n + 1])))
    return row


def _likeness(text: str, upper: Run, lower: Run) -> tuple[int, int]:
    """How much two runs look like one cell: plainly wrapped, two pieces of text, or two bodies; then by length."""
    said, behind = text[slice(*upper)], text[slice(*lower)]
    if is_wrapped(said, behind):
        return 3, len(said)
    bodies = is_body(said) + is_body(behind)
    return (0, 0) if bodies == 1 else (1, upper[0]) if bodies else (2, len(said))


def _filled(row: list[Run], width: int) -> list[Run]:
    """A row with empty fields at its end where it has too few."""
    return [*row, *[(row[-1][1], row[-1][1])] * (width - len(row))]
