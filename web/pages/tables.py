"""Tables of pages: cells with links, sorted, and cut to what a page can show."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from web.pages.site import Site

_NUMBER = re.compile(r"-?\d{1,15}(\.\d+)?\Z", re.ASCII)
MOST = 100
"""Rows that a page shows of a table at once."""


class Cell(NamedTuple):
    """A cell.

    Attributes:
        text: what it says.
        href: address that it leads to, "" for none.
        note: what stands small beside it: an English name.
        parts: several links in one cell, in the place of all others.
    """

    text: str
    href: str = ""
    note: str = ""
    parts: tuple["Cell", ...] = ()


class Says(NamedTuple):
    """What a row rests on.

    Attributes:
        measure: the beginning of the passage, "" where it is not said.
        sentence: in runs, each with whether it is the very words that the fact rests on.
        citation: how it is cited.
        unit: address of the passage.
        fact: address of the fact.
    """

    measure: str
    sentence: tuple[tuple[str, bool], ...]
    citation: str
    unit: str
    fact: str


class Column(NamedTuple):
    """A column: its key and its head."""

    key: str
    title: str


@dataclass(frozen=True)
class Row:
    """A row.

    Attributes:
        cells: by column.
        says: what it rests on, None where it is no fact.
        anchor: its id on the page, "" for none.
    """

    cells: Mapping[str, Cell]
    says: Says | None = None
    anchor: str = ""


@dataclass(frozen=True)
class Table:
    """A table of a page.

    Attributes:
        id: its name on the page, in ASCII.
        title: what it shows.
        columns: all columns, which a download has.
        shown: keys of those that the page shows.
        rows: the rows, all or those that the page shows.
        count: how many rows there are.
        start: how many rows stand before those that are shown.
        most: how many are shown at once.
        sorted_by: the column that it is sorted by, with `-` in front for downwards.
        more: address of a page that has all rows, "" where this one leads through them.
        note: a sentence below its title.
        numbers: keys of the columns that hold numbers alone.
    """

    id: str
    title: str
    columns: Sequence[Column]
    shown: Sequence[str]
    rows: Sequence[Row]
    count: int
    start: int = 0
    most: int = MOST
    sorted_by: str = ""
    more: str = ""
    note: str = ""
    numbers: frozenset[str] = field(default_factory=frozenset)

    @property
    def heads(self) -> list[Column]:
        """The columns that the page shows."""
        return [column for column in self.columns if column.key in self.shown]

    @property
    def is_whole(self) -> bool:
        """Whether the page shows all rows."""
        return len(self.rows) == self.count

    @property
    def quotes(self) -> bool:
        """Whether its rows rest on sentences."""
        return any(row.says for row in self.rows)


def arranged(site: Site, table: Table, most: int = MOST) -> Table:
    """A table as it is asked for: sorted, and cut to what a page shows; whole where it is downloaded.

    Args:
        site: the page's.
        table: with all rows.
        most: rows that are shown at once.
    """
    rows = list(table.rows)
    numbers = frozenset(
        column.key for column in table.columns if rows and all(is_number(_text(row, column.key)) for row in rows)
    )
    by = site.asked.sorting
    sorted_by = ""
    if by and by.table == table.id and by.column in {column.key for column in table.columns}:
        rows.sort(key=lambda row: sort_key(_text(row, by.column)), reverse=by.down)
        sorted_by = f"{'-' if by.down else ''}{by.column}"
    start = 0
    if site.asked.table != table.id:
        start = 0 if table.more else min(_start(site, table.id), max(len(rows) - 1, 0))
        rows = rows[start : start + most]
    return replace(
        table, rows=rows, count=len(table.rows), start=start, most=most, sorted_by=sorted_by, numbers=numbers
    )


def _start(site: Site, table: str) -> int:
    """Where a table begins: `?from=partners.25`."""
    named, _, said = site.asked.query.get("from", "").partition(".")
    return int(said) if named == table and is_number(said) and said.isdecimal() else 0


def sort_key(text: str) -> tuple[int, float, bytes]:
    """What a cell is sorted by: numbers first, then texts; GB 18030 has most Chinese characters in order of pinyin."""
    if is_number(text):
        return (0, float(text), b"")
    return (1, 0.0, text.casefold().encode("gb18030", errors="replace"))


def _text(row: Row, key: str) -> str:
    cell = row.cells.get(key)
    return cell.text if cell else ""


def is_number(text: str) -> bool:
    """Whether a text is a number in digits."""
    return _NUMBER.match(text) is not None
