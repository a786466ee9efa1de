"""What holds of reading and of extraction for any text at all."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.clauses.clauses import clauses
from extract.errors import DocumentError
from extract.facts import Fact, Responsibility
from extract.pipeline import profile_of
from extract.plan import Document, Extraction, Plan, Unit
from extract.rules import reasons, rules
from extract.structure.plans import plan
from tests.extract.passages import extractor
from tests.extract.strategies import PLANS, PRINTERS, MadeUp, sayings, texts

_PRINTED, _BESIDE = "places.printed_short", "places.beside_place"
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


# ---------------------------------------------------------------- facts

HEAD = "宿州市行动计划\n一、任务\n"


def extraction(text: str) -> Extraction | None:
    """What a text gives, None where it is no plan."""
    try:
        return extractor().extract(Document("made-up", "0" * 64, "utf-8", "text", text))
    except DocumentError:
        return None


def told(facts: list[Fact], by: int) -> list[Fact]:
    """Facts as if the text before them were shorter by so many characters.

    A place beside another may stand in full elsewhere in the document, which a rule of its own says (`printed_short`).
    """
    shown = [replace(fact, rule=_BESIDE) if fact.rule == _PRINTED else fact for fact in facts]
    return [
        replace(fact, evidence=tuple(replace(s, start=s.start - by, end=s.end - by) for s in fact.evidence))
        for fact in shown
    ]


@patient
@given(st.one_of(texts(), texts().map(HEAD.__add__), st.lists(sayings(), max_size=4).map("\n".join).map(HEAD.__add__)))
def test_any_text_is_extracted_or_refused(text: str) -> None:
    """Any text gives a plan with facts or one DocumentError; facts and what was left out quote it and are explained."""
    found = extraction(text)
    if found is None:
        return
    units = {unit.id: unit for unit in found.plan.units}
    for fact in found.facts:
        first, *_, last = units[fact.unit].offsets * 2
        assert all(first <= span.start < span.end <= last + 1 for span in fact.evidence)
        assert fact.rule in rules()
    for unit in found.plan.units:
        one = extractor().explain(unit, profile_of(found.plan))
        assert one.facts == tuple(fact for fact in found.facts if fact.unit == unit.id)
        assert all(0 <= left.span.start < left.span.end <= len(text) for left in one.left_out)
        assert {left.reason for left in one.left_out} <= set(reasons())


@patient
@given(st.lists(sayings(), min_size=3, max_size=3), st.lists(sayings(), min_size=2, max_size=2))
def test_facts_of_a_unit_rest_on_its_own_text(said: list[str], other: list[str]) -> None:
    """What the units around it say changes no fact of a unit, as long as the document's profile is the same."""
    facts = []
    for before, behind in ((said[0], said[2]), other):
        found = extraction(f"{HEAD}1. {before}\n2. {said[1]}\n3. {behind}\n")
        assert found is not None
        assert ["1", "2", "3"] == [unit.id for unit in found.plan.units][:3]
        facts.append(told([fact for fact in found.facts if fact.unit == "2"], len(before)))
    assert facts[0] == facts[1]


def test_what_says_that_it_holds_for_the_rest_does() -> None:
    """That the first leads is one of the rules by which one unit speaks for the others, as the guidelines have it."""
    bodies = "（责任单位：市教育局、市财政局）"
    remark = "（责任单位：市教育局、市财政局，列第一位的为牵头单位，下同）"
    found = extraction(f"{HEAD}1. 推进工作。{bodies}\n2. 推进工作。{remark}\n3. 推进工作。{bodies}\n")
    assert found is not None
    roles = [fact.role for fact in found.facts if isinstance(fact, Responsibility)]
    assert ["lead", "support"] * 3 == roles
