"""Tables that lost their frame, their rows numbered and their cells below each other, a line each or several.

The numbers 1, 2, 3 … in lines of their own tell where the rows start, and what the headers name tells how the lines of
a row go into its columns. Headers may be wrapped too, and stand again on a new page.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from extract.brackets import OPENING
from extract.structure.cell_fitting import Fitting, is_wrapped, kind, perfect
from extract.structure.cells import numbers_rows
from extract.structure.table_fields import FEWEST_COLUMNS, HEADING, Run, columns, fields, is_header, words

_FEWEST_ROWS = 2
_MOST_HEADERS, _MOST_LINES, _MOST_ENDS = 20, 40, 3
_WRAPS = 6
_SAMPLE, _CLEARLY = 4, 1.0
_LONGEST_HEADING = 20
_BEHIND = re.compile(r"附[件表录]|抄[送报][：:]|[（(]?(?:备?注|说明)[：:]")


def stacked(text: str, held: list[Run], said: list[str], at: int) -> tuple[int, dict[int, list[Run]]] | None:
    """A table whose cells are a line each or several, the headers in one line or below each other too."""
    first = next((n for n in range(at + 1, min(at + _MOST_HEADERS, len(said))) if said[n] == "1"), len(said))
    if first == len(said) or not any(line.rstrip(".、") == "2" for line in said[first : first + _MOST_LINES]):
        return None
    below = next((n for n in range(at + 1, first) if HEADING.match(said[n])), first)  # a heading of the first rows
    header = fields(text, *held[at])
    header = header if len(header) > 1 else words(text, *held[at])
    if len(header) == 1:
        header = held[at:below]
    elif below > at + 1:
        return None
    if not is_header(text, header) or not all(map(HEADING.match, said[below:first])):
        return None
    reading = _Stack(said, first, said[at:below])
    header = reading.settled(text, header)
    starts = reading.starts()
    if len(starts) < _FEWEST_ROWS:
        return None
    reading.measure(starts)
    rows = {held[at][0]: header, **{a: [] for a, _ in held[at + 1 : first]}}
    behind = [*starts[1:], reading.end(starts)]
    for start, until in zip(starts, behind, strict=True):
        rows.update((a, []) for a, _ in held[start + 1 : until])
        lines = [held[n] for n in reading.kept(start, until)]
        cuts = Fitting([text[a:b] for a, b in lines], reading.kinds, reading.margins).starts()
        rows[held[start][0]] = [
            (lines[a][0], lines[b - 1][1]) if a < b else (lines[a - 1][1], lines[a - 1][1]) for a, b in pairwise(cuts)
        ]
    return behind[-1], rows


def _is_behind(said: list[str], n: int, headers: list[str]) -> bool:
    """Whether a line stands behind a table: a note, an annex, or the headers of another."""
    if _BEHIND.match(said[n]):
        return True
    return numbers_rows(said[n].split(" ", 1)[0]) and not _headers_again(said, n, headers)


def _headers_again(said: list[str], n: int, headers: list[str]) -> int:
    """How many lines say the headers again, be they parted otherwise; 0 where none do."""
    if said[n][:2] != headers[0][:2]:
        return 0
    whole, seen, end = "".join("".join(headers).split()), "", n
    while end < len(said) and len(seen) < len(whole):
        seen += "".join(said[end].split())
        end += 1
    return end - n if seen == whole else 0


class _Stack:
    """Lines in which each cell of a table has one of its own, or several.

    Args:
        said: the lines of a document.
        first: the line with the number of the first row.
        header: the lines of the headers, which may stand again on a new page.
    """

    def __init__(self, said: list[str], first: int, header: list[str]) -> None:
        self._said, self._first, self._header = said, first, header
        self.kinds: list[str] = []
        """Of the columns."""
        self.margins: list[int] = []
        """How wide the lines of each column are at most; none before they are measured."""

    def settled(self, text: str, header: list[Run]) -> list[Run]:
        """The headers, those that are wrapped put together: where a bracket says so, or the rows have fewer cells."""
        for n in range(len(header) - 1, 0, -1):
            lower = text[slice(*header[n])]
            if is_wrapped(text[slice(*header[n - 1])], lower) or lower[0] in OPENING or len(lower) == 1:
                header = joined(header, n)
        best, starts = self._worth(text, header), range(len(header) - 1, 0, -1)
        while len(header) > FEWEST_COLUMNS and best < sum(map(perfect, self.kinds)) - _CLEARLY:
            tries = [joined(header, n) for n in sorted(starts, key=lambda n: header[n][1] - header[n][0])]
            worth, narrower = max(((self._worth(text, one), one) for one in tries), key=lambda pair: pair[0])
            if worth < best + _CLEARLY:
                break
            best, header, starts = worth, narrower, range(len(narrower) - 1, 0, -1)
        self._worth(text, header)
        return header

    def _worth(self, text: str, header: list[Run]) -> float:
        """How well the first rows fit some headers, whose kinds it keeps."""
        self.kinds = ["number", *(kind("".join(text[a:b].split())) for a, b in header[1:])]
        starts = self.starts(_SAMPLE)
        rows = [[self._said[n] for n in self.kept(a, b)] for a, b in pairwise(starts)]
        return sum(Fitting(row, self.kinds).worth[-1] for row in rows) / max(1, len(rows))

    def starts(self, most: int = 1000) -> list[int]:
        """The lines at which the rows start: the next number stands where the row before it fits the columns best."""
        found = [self._first]
        while len(found) < most:
            at, number = found[-1], str(len(found) + 1)
            ends = [n for n in range(at + 2, self._reach(at)) if self._said[n].rstrip(".、") == number][:_MOST_ENDS]
            if not ends:
                break
            found.append(ends[0] if len(ends) == 1 else self._best(at, ends))
        return found

    def measure(self, starts: list[int]) -> None:
        """Learn from the rows how wide the lines of each column are."""
        margins = [0] * len(self.kinds)
        for start, end in pairwise(starts):
            lines = [self._said[n] for n in self.kept(start, end)]
            for column, (a, b) in enumerate(pairwise(Fitting(lines, self.kinds).starts())):
                margins[column] = max(margins[column], *map(columns, lines[a:b]), 0)
        self.margins = margins

    def end(self, starts: list[int]) -> int:
        """The line behind the last row."""
        at, longest = starts[-1], max(len(self.kinds), *(b - a for a, b in pairwise(starts)))
        reach = min(self._reach(at), at + longest + _WRAPS)
        return self._best(at, range(at + 2, reach + 1)) if reach > at + 1 else at + 1

    def _best(self, at: int, ends: Sequence[int]) -> int:
        """The line at which the lines from a place on fit the columns best as one row, of several."""
        kept = self.kept(at, ends[-1])
        worth = Fitting([self._said[n] for n in kept], self.kinds, self.margins).worth
        return max(ends, key=lambda n: (worth[bisect_left(kept, n)], -n))

    def _reach(self, at: int) -> int:
        """The line that a row does not reach: one behind the table, or one too far down."""
        far = min(at + _MOST_LINES, len(self._said))
        return next((n for n in range(at + 1, far) if _is_behind(self._said, n, self._header)), far)

    def kept(self, start: int, end: int) -> list[int]:
        """The lines of a row, without headers that stand again, and without the heading of the rows behind it."""
        lines, n = [start], start + 1
        while n < end:
            if again := _headers_again(self._said, n, self._header):
                n += again
                continue
            if not (HEADING.match(self._said[n]) and len(self._said[n]) <= _LONGEST_HEADING):
                lines.append(n)
            n += 1
        return lines


def joined(runs: list[Run], n: int) -> list[Run]:
    """Runs of which one is put together with the one before it."""
    return [*runs[: n - 1], (runs[n - 1][0], runs[n][1]), *runs[n + 1 :]]
