"""Tables of duties that lost their frame, single spaces between the cells and no numbers in front of the rows.

A line of headers says so that names who is responsible (重点任务 牵头单位 完成时限). The cells of the bodies, and of
the time where there is one, tell how the words of a row go into its columns: the first column may be printed once for
several rows, a cell may be wrapped, and the headers may stand again on a new page.
"""

import re
from collections.abc import Iterator
from itertools import combinations

from extract.clauses.bodies import is_body
from extract.clauses.words import names_bodies
from extract.structure.table_fields import FEWEST_COLUMNS, LINE, Run, fields, is_header, stripped, words
from extract.word_lists import word_lists

_FEWEST_ROWS = 2
_MOST_LINES = 5
_MOST_JOINS = 3
_LONGEST_LABEL = 15
_WHEN = re.compile(r"\d{1,2}月|\d{4}年|年底|长期|持续|全年|常态|季度|每[年月季]|[/—-]$")
_NOBODY = re.compile(r"[/—–－-]+|无|暂无")
_PAGE = re.compile(r"[—－–-]*\s*\d{1,3}\s*[—－–-]*")
_LABELS = ("任务", "举措", "措施", "内容", "项目", "事项", "目标", "类别", "领域", "备注")


def spaced_rows(text: str) -> dict[int, list[Run]]:
    """The rows of such tables, headers too: where a line starts, and the runs of its fields.

    The line at which a row starts gets its fields, those of its other lines none.

    Args:
        text: of a document.
    """
    held = [(match.start(), span) for match in LINE.finditer(text) if (span := stripped(text, *match.span()))]
    rows: dict[int, list[Run]] = {}
    at = 0
    while at < len(held):
        header = _header(text, held[at][1])
        found, end = _Reading(text, held, at, header).rows() if header else ({}, at)
        rows.update(found)
        at = max(end, at + 1)
    return rows


def _header(text: str, line: Run) -> list[Run]:
    """The words of a line of headers, none where it is none."""
    if " " not in text[slice(*line)] or len(fields(text, *line)) != 1:
        return []
    runs = words(text, *line)
    if len(runs) < FEWEST_COLUMNS or not is_header(text, runs):
        return []
    said = [text[a:b] for a, b in runs]
    heads = [names_bodies(word) or word in word_lists("cells")["due"] or word.endswith(_LABELS) for word in said]
    return runs if all(heads) and any(map(names_bodies, said)) else []


class _Reading:
    """Reads the rows below a line of headers."""

    def __init__(self, text: str, held: list[tuple[int, Run]], at: int, header: list[Run]) -> None:
        self._text, self._held, self._at, self._header = text, held, at, header
        said = [text[a:b] for a, b in header]
        self._who = [n - len(said) for n, word in enumerate(said) if names_bodies(word)]
        self._timed = said[-1] in word_lists("cells")["due"]
        self._again = {self._said(at), self._said(at - 1)} if at else {self._said(at)}

    def rows(self) -> tuple[dict[int, list[Run]], int]:
        """The rows, and the line behind them."""
        rows = {self._held[self._at][0]: self._header}
        count, at = 0, self._at + 1
        while at < len(self._held):
            if self._said(at) in self._again:
                rows[self._held[at][0]] = []
                at += 1
            elif found := next(self._row(at), None):
                row, taken = found
                rows.update((self._held[n][0], []) for n in taken)
                rows[self._held[at][0]] = row
                count, at = count + 1, taken[-1] + 1
            elif _PAGE.fullmatch(self._said(at)):
                at += 1
            else:
                break
        return (rows if count >= _FEWEST_ROWS else {}), at

    def _said(self, n: int) -> str:
        return self._text[slice(*self._held[n][1])]

    def _row(self, at: int) -> Iterator[tuple[list[Run], list[int]]]:
        """The fields of the row that starts in a line, and its lines; nothing where none does."""
        runs: list[Run] = []
        breaks: list[int] = []
        taken: list[int] = []
        for n in range(at, min(at + _MOST_LINES, len(self._held))):
            if self._said(n) in self._again or _PAGE.fullmatch(self._said(n)):
                if not runs:
                    return
                continue
            breaks.append(len(runs))
            runs += words(self._text, *self._held[n][1])
            taken.append(n)
            row = self._fitted(runs, breaks[1:])
            if row and (not self._timed or _WHEN.search(self._text[slice(*row[-1])])):
                yield row, taken
                return

    def _fitted(self, runs: list[Run], breaks: list[int]) -> list[Run]:
        """The words as one row: those parted at the end of a line joined so that the bodies stand in their columns."""
        width, found = len(self._header), []
        for size in (width, width - 1):
            joins = len(runs) - size
            if not 0 <= joins <= min(_MOST_JOINS, len(breaks)):
                continue
            for joined in combinations(breaks, joins):
                row = list(runs)
                for place in reversed(joined):
                    row[place - 1 : place + 1] = [(row[place - 1][0], row[place][1])]
                if all(self._names(*row[n]) for n in self._who):
                    start = row[0][0]
                    whole = row if size == width else [(start, start), *row]
                    found.append((size == width and row[0][1] - start > _LONGEST_LABEL, joins, whole))
        return min(found, key=lambda one: one[:2])[2] if found else []

    def _names(self, start: int, end: int) -> bool:
        said = "".join(self._text[start:end].split())
        return _NOBODY.fullmatch(said) is not None or all(map(is_body, re.split("[、，,；;]", said.rstrip("等"))))
