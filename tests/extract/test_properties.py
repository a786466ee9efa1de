"""What holds of reading for any text at all."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.clauses import clauses
from extract.errors import DocumentError
from extract.plan import Document, Plan, Unit
from extract.structure import plan
from tests.extract.strategies import PLANS, PRINTERS, MadeUp, texts

patient = settings(deadline=None)
"""The first example also loads the gazetteer."""


def read(text: str) -> Plan | None:
    """The plan of a text, None where it is none."""
    try:
        return plan(Document("made-up", "0" * 64, "utf-8", "text", text))
    except DocumentError:
        return None


def quotes_the_text(unit: Unit, text: str) -> bool:
    """Whether offsets never fall, and lie in the text."""
    rising = all(a <= b for a, b in pairwise(unit.offsets))
    return rising and 0 <= unit.offsets[0] and unit.offsets[-1] < len(text)


@patient
@given(texts())
def test_any_text_is_a_plan_or_none(text: str) -> None:
    """Any text gives a plan or one DocumentError; its units quote the text, and so does what clauses name."""
    found = read(text)
    for unit in found.units if found else ():
        assert unit.text
        assert quotes_the_text(unit, text)
        for clause in clauses(unit.text, first_leads=True):
            assert clause.named
            for named in clause.named:
                span = unit.printed(named.start, named.end)
                assert 0 <= span.start < span.end <= len(text)
                assert clause.start <= named.start < named.end <= clause.end


@patient
@given(texts())
def test_paths_are_unique(text: str) -> None:
    """No two units have one id, no two sections one path, and every unit stands in a section that exists or in none."""
    found = read(text)
    if found is not None:
        paths = [section.path for section in found.sections]
        assert len(paths) == len(set(paths))
        assert len(found.units) == len({unit.id for unit in found.units})
        assert {unit.section for unit in found.units} <= {*paths, None}
        assert {section.parent for section in found.sections} <= {*paths, None}


@patient
@given(texts(), st.integers(0, 3))
def test_reading_is_repeatable(text: str, repeat: int) -> None:
    """The same text gives the same plan, however often it is read."""
    assert all(read(text) == read(text) for _ in range(repeat))


@pytest.mark.parametrize("printer", PRINTERS)
@patient
@given(made_up=PLANS)
def test_what_was_printed_is_read(printer: Callable[[MadeUp], str], made_up: MadeUp) -> None:
    """A plan that is printed in any layout and read back has the same units with the same texts."""
    text = printer(made_up)
    found = read(text)
    assert found is not None
    units = {unit.id.removeprefix("§"): unit for unit in found.units}
    assert made_up.units == {name: unit.text.replace("\n", "") for name, unit in units.items()}
    assert all(quotes_the_text(unit, text) for unit in found.units)
