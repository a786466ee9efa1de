"""N-Quads that are joined by hand are what pyoxigraph reads and writes."""

import math
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, RdfFormat, Store, parse

from kg.nquads import Quads, boolean, date, integer, literal, number, write

SUBJECT = "<http://example.org/s>"
PREDICATE = "<http://example.org/p>"
TEXT = st.text(st.characters(codec="utf-8"))


def read(term: str) -> Literal:
    """A term as pyoxigraph reads it."""
    (quad,) = parse(f"{SUBJECT} {PREDICATE} {term} .\n", RdfFormat.N_QUADS)
    assert isinstance(quad.object, Literal)
    return quad.object


def dumped(term: str) -> str:
    """A term as a database gives it back."""
    store = Store()
    store.load(f"{SUBJECT} {PREDICATE} {term} .\n", RdfFormat.N_QUADS)
    return (store.dump(format=RdfFormat.N_QUADS) or b"").decode()


@given(TEXT)
def test_any_text_reads_back_as_it_was(text: str) -> None:
    """Quotes, line ends, control characters and anything else."""
    assert text == read(literal(text)).value
    assert Literal(text, language="zh") == read(literal(text, "zh"))


@given(TEXT)
def test_a_literal_is_written_as_a_database_writes_it(text: str) -> None:
    """So that a shard and a dump of its store are the same lines."""
    assert f"{SUBJECT} {PREDICATE} {literal(text)} .\n" == dumped(literal(text))
    assert f"{SUBJECT} {PREDICATE} {literal(text, 'zh-Latn-pinyin')} .\n" == dumped(literal(text, "zh-Latn-pinyin"))


@pytest.mark.parametrize("text", ["\ud800", "宿州\udfff"])
def test_a_surrogate_is_refused(text: str) -> None:
    """It has no place in RDF."""
    with pytest.raises(ValueError, match="surrogate U\\+D"):
        literal(text)


@pytest.mark.parametrize(
    ("value", "term"),
    [
        (500, '"500"'),
        (0, '"0"'),
        (-3, '"-3"'),
        (500.5, '"500.5"'),
        (50.0, '"50"'),
        (-0.0, '"0"'),
        (1e-7, '"0.0000001"'),
    ],
)
def test_numbers_are_canonical(value: float, term: str) -> None:
    """Without needless digits or exponents."""
    assert number(value).startswith(f"{term}^^")
    assert dumped(number(value)) == f"{SUBJECT} {PREDICATE} {number(value)} .\n"


@given(st.floats(min_value=-1e12, max_value=1e12, allow_nan=False).map(lambda value: round(value, 6)))
def test_decimals_keep_their_value(value: float) -> None:
    """What a plan prints is what the graph holds."""
    assert Decimal(repr(value)) == Decimal(read(number(value)).value)


@pytest.mark.parametrize("value", [math.inf, math.nan])
def test_what_is_no_number_is_refused(value: float) -> None:
    """A target has a figure."""
    with pytest.raises(ValueError, match="finite number"):
        number(value)


@pytest.mark.parametrize("term", [integer(2023), boolean(bool(1)), boolean(bool(0)), date("2021-03-04")])
def test_typed_terms_are_written_as_a_database_writes_them(term: str) -> None:
    """Integers, truth values and days."""
    assert dumped(term) == f"{SUBJECT} {PREDICATE} {term} .\n"


def test_each_statement_stands_in_its_graphs_and_once_in_the_merge() -> None:
    """The default graph holds the merge of all."""
    quads = Quads()
    statement = f"{SUBJECT} {PREDICATE} {literal('x')}"
    quads.graph("http://example.org/b").add(statement)
    quads.graph("http://example.org/a").add(statement)
    expected = [f"{statement} .", f"{statement} <http://example.org/a> .", f"{statement} <http://example.org/b> ."]
    assert expected == quads.lines()
    assert "\n".join([*expected, ""]).encode() == write(quads.lines())
