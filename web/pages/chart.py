"""The answer to a SELECT as a bar chart: a bar for each row, by a column of names and one of numbers."""

from collections.abc import Sequence
from math import isfinite
from typing import NamedTuple

import pyoxigraph
from pyoxigraph import Literal, NamedNode

from ontology.terms import XSD
from queries.display import width
from queries.engine import Term
from queries.terms import value
from web.pages.site import Site

MOST = 60
"""Bars that are drawn, those of the first rows."""
ROW = 42
"""Pixels from a bar to the next; its name stands above it, so that both have the whole width."""

_WIDEST = 86
"""Percent of the picture that bars take; the number stands behind."""
_LONGEST = 64
"""Columns of the longest name; Chinese characters take two."""
_SPACE = XSD.integer.removesuffix("integer")
_NUMBERS = frozenset(
    """
    integer decimal double float int long short byte nonNegativeInteger positiveInteger nonPositiveInteger
    negativeInteger unsignedInt unsignedLong unsignedShort unsignedByte
    """.split()  # noqa: SIM905 - read more easily so
)


class Bar(NamedTuple):
    """A bar.

    Attributes:
        label: the name, as long as there is room for.
        name: the whole name.
        href: address of its page, "" for none.
        said: the number.
        start, length: in percent of the picture.
        top: pixels from the top of the picture.
    """

    label: str
    name: str
    href: str
    said: str
    start: float
    length: float
    top: int


class Chart(NamedTuple):
    """A bar chart.

    Attributes:
        names: the column of names.
        numbers: the column of numbers that is drawn.
        others: columns of numbers that may be drawn instead.
        bars: the bars, in the order of the rows.
        height: in pixels.
        left_out: rows that have no bar.
    """

    names: str
    numbers: str
    others: Sequence[str]
    bars: Sequence[Bar]
    height: int
    left_out: int


def chart(site: Site, columns: Sequence[str], rows: Sequence[Sequence[Term | None]], wanted: str = "") -> Chart | str:
    """An answer as a bar chart, or the key of the sentence that says why it cannot be one.

    Args:
        site: the page's.
        columns: the variables.
        rows: their terms.
        wanted: the column of numbers that is asked for.
    """
    if not rows:
        return "chart.no-rows"
    numeric = [number for number, _ in enumerate(columns) if _is_numeric([row[number] for row in rows])]
    named = [number for number, _ in enumerate(columns) if number not in numeric and _has_any(rows, number)]
    if not numeric:
        return "chart.no-numbers"
    if not named:  # years and counts: the first column names the bars
        if len(numeric) == 1:
            return "chart.no-names"
        named.append(numeric.pop(0))
    names = next((number for number in named if isinstance(_first(rows, number), Literal)), named[0])
    drawn = next((number for number in numeric if columns[number] == wanted), numeric[0])
    kept = [row for row in rows if _amount(row[drawn]) is not None][:MOST]
    bars = _bars(site, [(row[names], row[drawn], _about(site, row)) for row in kept])
    others = [columns[number] for number in numeric if number != drawn]
    return Chart(columns[names], columns[drawn], others, bars, len(bars) * ROW, len(rows) - len(bars))


def _bars(site: Site, drawn: Sequence[tuple[Term | None, Term | None, str]]) -> list[Bar]:
    amounts = [_amount(number) or 0.0 for _, number, _ in drawn]
    least, most = min(0.0, *amounts), max(0.0, *amounts)
    scale = _WIDEST / (most - least) if most > least else 0.0
    called = site.called(value(name) for name, _, _ in drawn if isinstance(name, NamedNode))
    bars = []
    for number, (name, written, href) in enumerate(drawn):
        text = value(name)
        if text in called:
            known = called[text]
            text = known.english if site.language == "en" and known.english else known.label
        elif isinstance(name, NamedNode):
            text = site.path(text)
        start = (min(0.0, amounts[number]) - least) * scale
        length = max(abs(amounts[number]) * scale, 0.2)
        own = site.href(value(name)) if isinstance(name, NamedNode) else href
        bars.append(Bar(_cut(text), text, own, value(written), round(start, 2), round(length, 2), number * ROW))
    return bars


def _about(site: Site, row: Sequence[Term | None]) -> str:
    """The address of the one thing that a row speaks of, "" where there are several or none."""
    found = {site.href(value(term)) for term in row if isinstance(term, NamedNode)} - {""}
    return found.pop() if len(found) == 1 else ""


def _is_numeric(terms: Sequence[Term | None]) -> bool:
    said = [term for term in terms if term is not None]
    return bool(said) and all(_amount(term) is not None for term in said)


def _amount(term: Term | None) -> float | None:
    """A number, None for anything else and for what has no length."""
    if not isinstance(term, pyoxigraph.Literal) or term.datatype.value.removeprefix(_SPACE) not in _NUMBERS:
        return None
    try:
        amount = float(term.value)
    except ValueError:  # ill-typed
        return None
    return amount if isfinite(amount) else None


def _has_any(rows: Sequence[Sequence[Term | None]], column: int) -> bool:
    return any(row[column] is not None for row in rows)


def _first(rows: Sequence[Sequence[Term | None]], column: int) -> Term | None:
    return next((row[column] for row in rows if row[column] is not None), None)


def _cut(text: str) -> str:
    taken = 0
    for index, character in enumerate(text):
        taken += width(character)
        if taken > _LONGEST:
            return f"{text[:index]}…"
    return text
