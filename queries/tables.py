"""An answer as a table for reading: on a terminal, or in Markdown."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, zip_longest
from operator import itemgetter
from typing import NamedTuple

from queries.display import clean, padded, unbroken, width, wrapped
from queries.engine import Rows, Term
from queries.terms import short

_GAP = "  "
_NARROWEST = 6
_INDENT = "    "


class Layout(NamedTuple):
    """How the columns of an answer are shown.

    Attributes:
        titles: heads by variable; a variable that has none is its own head.
        hidden: variables that a table leaves out.
        below: variables that a table sets beneath their row, over its whole width.
    """

    titles: Mapping[str, str] = {}
    hidden: Sequence[str] = ()
    below: Sequence[str] = ()


def table(rows: Rows, layout: Layout, columns: int) -> Iterator[str]:
    """The lines of a table; rows that share what is set beneath them stand together.

    Args:
        rows: the answer.
        layout: how its columns are shown.
        columns: the width that the table may take; cells wrap to stay in it.
    """
    across = [
        index for index, name in enumerate(rows.columns) if name not in layout.hidden and name not in layout.below
    ]
    below = [index for index, name in enumerate(rows.columns) if name in layout.below]
    heads = [layout.titles.get(rows.columns[index], rows.columns[index]) for index in across]
    cells = [[clean(short(row[index])) for index in across] for row in rows.rows]
    right = [all(row[index].isdigit() for row in cells) for index in range(len(across))]
    widths = _widths([heads, *cells], columns)
    yield from _line(heads, widths, right)
    yield _GAP.join("─" * one for one in widths)
    texts = [[_text(rows.columns[index], row[index]) for index in below] for row in rows.rows]
    for number, (shared, together) in enumerate(groupby(zip(texts, cells, strict=True), key=itemgetter(0))):
        if below and number:
            yield ""
        for _, shown in together:
            yield from _line(shown, widths, right)
        for text in filter(None, shared):
            yield from (_INDENT + line for line in wrapped(text, max(columns - len(_INDENT), _NARROWEST)))


def _text(column: str, term: Term | None) -> str:
    text = clean(short(term))
    return f"—— {text}" if text and column == "citation" else text


def markdown(rows: Rows, layout: Layout) -> Iterator[str]:
    """The lines of a table in Markdown, a column for each that is not hidden."""
    across = [index for index, name in enumerate(rows.columns) if name not in layout.hidden]
    yield _cells([layout.titles.get(rows.columns[index], rows.columns[index]) for index in across])
    yield _cells(["---"] * len(across))
    for row in rows.rows:
        yield _cells([clean(short(row[index])) for index in across])


def _cells(texts: Sequence[str]) -> str:
    escaped = (text.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;") for text in texts)
    return f"| {' | '.join(escaped)} |"


def _widths(lines: Sequence[Sequence[str]], columns: int) -> list[int]:
    """As wide as the widest cell of each column, the widest columns narrowed until the table fits.

    Prose is narrowed first; an identifier or a number is broken only where that is not enough.
    """
    cells = list(zip(*lines, strict=True))
    widths = [max(map(width, column)) for column in cells]
    excess = sum(widths) - (columns - len(_GAP) * (len(widths) - 1))
    if excess > 0:
        for least in ([max(_NARROWEST, *map(unbroken, column)) for column in cells], [_NARROWEST] * len(cells)):
            excess -= _narrow(widths, least, excess)
    return widths


def _narrow(widths: list[int], least: Sequence[int], excess: int) -> int:
    """Narrow the widest columns by so much, none below its least width; returns by how much they were."""
    for done in range(excess):
        wide = [index for index, one in enumerate(widths) if one > least[index]]
        if not wide:
            return done
        widths[max(wide, key=widths.__getitem__)] -= 1
    return excess


def _line(texts: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> Iterator[str]:
    """A row of cells, in as many lines as its longest cell takes."""
    for parts in zip_longest(*map(wrapped, texts, widths), fillvalue=""):
        cells = (padded(part, one, right=set_right) for part, one, set_right in zip(parts, widths, right, strict=True))
        yield _GAP.join(cells).rstrip()
