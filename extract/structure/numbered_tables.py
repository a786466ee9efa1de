"""Tables that lost their frame and number their rows: copied cell by cell, or with single spaces between the cells.

A header of numbers (序号) begins them; the numbers 1, 2, 3 … tell where the rows start. Cells that were wrapped are
put together again, so that a row has a field for each header.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from extract.brackets import CLOSING, OPENING
from extract.clauses.bodies import is_body
from extract.structure.cells import numbers_rows
from extract.structure.table_fields import LINE, PARTED, Run, columns, fields, is_header, stripped, words
from extract.word_lists import either, word_lists

_NUMBER_HEADER = re.compile(rf"^[ \u3000\t]*(?:{either(word_lists('cells')['numbers'])})", re.MULTILINE)
_PAGE = re.compile(r"[-—–－]\s*\d{1,3}\s*[-—–－]")
_FEWEST_ROWS = 2
_MOST_COLUMNS = 12
_NARROWEST, _SEVERAL, _RAGGED = 14, 3, 2
_MARGIN = 1000  # more than any line has: none is known
_WRAPS = 6
_HEADING = re.compile(
    r"[一二三四五六七八九十]{1,3}[、.]|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[章节]|附[件表录]"
)
_GOES_ON = re.compile(r"[、，,和与及或的—\-（(〔《“/]$")
_COMES_BEHIND = re.compile(r"[、，,。；;）)〕》”和与及等—\-/]")


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
            end, found = _spaced(text, held, at) or _stacked(text, held, said, at) or (at, {})
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
        rows.append(_joined(text, row, len(header), _MARGIN))
    whole = sum(len(row) == len(header) for row in rows[1:])
    if whole < _FEWEST_ROWS or whole * 2 < len(rows):
        return None
    return at + len(rows), {line[0]: _filled(row, len(header)) for line, row in zip(held[at:], rows, strict=False)}


def _stacked(text: str, held: list[Run], said: list[str], at: int) -> tuple[int, dict[int, list[Run]]] | None:
    """A table whose cells are a line each, the headers in one line or below each other too."""
    header, below = fields(text, *held[at]), at + 1
    if len(header) == 1:
        below = next((n for n in range(at + 1, min(at + _MOST_COLUMNS, len(said))) if said[n] == "1"), at)
        header = held[at:below]
    if not header or not is_header(text, header) or below == len(said) or said[below] != "1":
        return None
    starts = list(_starts(said, below, len(header)))
    if len(starts) < _FEWEST_ROWS:
        return None
    margin = _margin(said[below : starts[-1]])
    starts.append(_end(text, held, starts[-1], len(header), margin))
    rows = {held[at][0]: header, **{a: [] for a, _ in held[at + 1 : below]}}
    headers = [text[a:b] for a, b in header]
    for start, end in pairwise(starts):
        rows.update((a, []) for a, _ in held[start + 1 : end])
        again = next((n for n in range(start, end) if said[n : n + len(headers)] == headers), end)
        rows[held[start][0]] = _filled(_joined(text, held[start:again], len(header), margin), len(header))
    return starts[-1], rows


def _starts(said: list[str], first: int, width: int) -> Iterator[int]:
    """The lines at which the rows start.

    The next number is looked for where the rhythm of the headers has it, then behind that, where a cell is wrapped or
    the headers stand again on a new page, then before it, where a cell is empty.
    """
    at, number = first, 1
    while True:
        yield at
        number += 1
        rhythm = at + width
        near = (rhythm, *range(rhythm + 1, rhythm + width + _WRAPS), *range(rhythm - 1, at + 1, -1))
        following = next((n for n in near if n < len(said) and said[n] == str(number)), None)
        if following is None:
            return
        at = following


def _margin(said: list[str]) -> int:
    """The columns of a line that reaches the margin of a narrow cell: several are about as wide as any."""
    margin = max(map(columns, said)) - _RAGGED
    return margin if margin >= _NARROWEST and sum(columns(line) >= margin for line in said) >= _SEVERAL else _MARGIN


def _end(text: str, held: list[Run], at: int, width: int, margin: int) -> int:
    """The line behind the last row, which has a line more for each cell that is plainly wrapped."""
    end = at + 1
    while end < len(held) and not _HEADING.match(text, *held[end]):
        said = [text[a:b] for a, b in held[at + 1 : end]]
        if end >= at + width + min(sum(_is_wrapped(*pair, margin) for pair in pairwise(said)), _WRAPS):
            break
        end += 1
    return end


def _joined(text: str, row: list[Run], width: int, margin: int) -> list[Run]:
    """As many fields as there are headers: what was wrapped is joined where it looks least like two cells."""
    row = list(row)
    while len(row) > width:
        at = max(range(1, len(row) - 1), key=lambda n: _likeness(text, row[n], row[n + 1], margin))
        row[at : at + 2] = [(row[at][0], row[at + 1][1])]
    return row


def _likeness(text: str, upper: Run, lower: Run, margin: int) -> tuple[int, int]:
    """How much two runs look like one cell: plainly wrapped, two pieces of text, or two bodies; then by length."""
    said, behind = text[slice(*upper)].rsplit("\n", 1)[-1], text[slice(*lower)]
    if _is_wrapped(said, behind, margin):
        return 3, len(said)
    bodies = is_body(said) + is_body(behind)
    return (0, 0) if bodies == 1 else (1, upper[0]) if bodies else (2, len(said))


def _is_wrapped(said: str, behind: str, margin: int) -> bool:
    """The first of two runs ends in the middle of something, or at the margin, or the second begins so."""
    is_open = sum(map(said.count, OPENING)) > sum(map(said.count, CLOSING))
    goes_on = _GOES_ON.search(said) is not None or _COMES_BEHIND.match(behind) is not None
    return is_open or goes_on or columns(said) >= margin


def _filled(row: list[Run], width: int) -> list[Run]:
    """A row with empty fields at its end where it has too few."""
    return [*row, *[(row[-1][1], row[-1][1])] * (width - len(row))]
