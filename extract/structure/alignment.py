"""Where the fields of a table stand on the page: what white space parts is set below its header.

Cells that are wrapped beside each other stand in the text line by line; put in one order they would give a body to the
wrong column, so where a piece stands below another header than the one it was given to, who is responsible is not read.
"""

from collections.abc import Sequence
from typing import TypeAlias

from extract.clauses.words import names_bodies
from extract.structure.table_fields import Run, columns

Range: TypeAlias = tuple[int, int]
"""The columns on the page that a field takes."""

_MOST_ODD = 10
_MOST_COLUMNS = 30
_LONGEST_LINE = 400


class Alignment:
    """The headers of a table, and the columns on the page that they take.

    Args:
        text: of the document.
        header: the runs of the headers, in one line.
    """

    def __init__(self, text: str, header: Sequence[Run]) -> None:
        self._text = text
        self._header = [self._range(*run) for run in header]
        self._who = {n for n, (a, b) in enumerate(header) if names_bodies("".join(text[a:b].split()))}

    def column(self, run: Run) -> int | None:
        """Below which header a field stands, or next to it; None where it stands below several."""
        start, end = self._range(*run)
        far = [max(a - end, start - b, 0) for a, b in self._header]
        near = min(far)
        return far.index(near) if far.count(near) == 1 else None

    def holds(self, rows: Sequence[Sequence[Run]]) -> bool:
        """Whether the fields of rows that are a line each stand below their headers, but for one in ten."""
        if len(self._header) > _MOST_COLUMNS:
            return False
        told = [(n, self.column(run)) for row in rows for n, run in enumerate(row) if run[0] < run[1]]
        odd = sum(column not in (None, n) for n, column in told)
        return bool(told) and _MOST_ODD * odd <= len(told)

    def without_misplaced(self, row: Sequence[Run], pieces: Sequence[Run]) -> list[Run]:
        """A row whose columns of bodies are empty where a piece of them was given to another, or the other way round.

        Args:
            row: the run of each cell.
            pieces: the fields of its lines.
        """
        given = [next((n for n, (a, b) in enumerate(row) if a <= piece[0] < b), -1) for piece in pieces]
        below = [self.column(piece) for piece in pieces]
        odd = {n for pair in zip(given, below, strict=True) if None not in pair and pair[0] != pair[1] for n in pair}
        return [(a, a) if n in self._who & odd else (a, b) for n, (a, b) in enumerate(row)]

    def wrapped(self, fields: Sequence[Run]) -> set[int] | None:
        """The columns of bodies that the fields of a line stand in, where it holds pieces of wrapped cells alone.

        None where its first field stands below the first header, or below none for certain.
        """
        below = [self.column(run) for run in fields]
        return None if not below or below[0] in (0, None) else {n for n in below if n is not None and n in self._who}

    def _range(self, start: int, end: int) -> Range:
        text, far = self._text, max(0, start - _LONGEST_LINE)
        begins = max(text.rfind(sign, far, start) for sign in "\n\f") + 1
        left = columns(text[max(begins, far) : start].replace("\u00a0", " "))
        return left, left + columns(text[start:end])
