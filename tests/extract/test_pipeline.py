"""The pipeline as a whole, on the two plans of the corpus."""

import json
import unicodedata
from functools import cache
from pathlib import Path

import pytest

from extract.components import passage
from extract.facts import Citation, PlaceMention, RegionMention, Responsibility
from extract.files.reading import read
from extract.pipeline import COMPONENTS, Extractor, profile_of
from extract.plan import Extraction
from tests.extract.passages import extractor, profile, unit

ROOT = Path(__file__).parents[2]
STEMS = ("suzhou", "qiaocheng")


@cache
def extraction(stem: str) -> Extraction:
    """A document of the corpus, extracted once."""
    return extractor().extract(read(ROOT / "documents" / f"{stem}.txt"))


def gold(stem: str) -> dict[str, dict[str, list[str]]]:
    """The annotated units of a document."""
    lines = (ROOT / "tests/gold" / f"{stem}.dev.jsonl").read_text(encoding="utf-8").splitlines()
    return {row["unit"]: row for row in map(json.loads, lines)}


def test_components_are_these() -> None:
    """The components and their order are part of the interface."""
    expected = (
        "responsibilities", "policies", "places", "regions", "projects", "partners", "cooperation", "industries",
        "targets",
    )  # fmt: skip
    assert expected == COMPONENTS


@pytest.mark.parametrize("name", COMPONENTS)
def test_each_component_runs_alone(name: str) -> None:
    """A component finds nothing wrong without those before it."""
    doc = Extractor((name,)).read(unit("推进宿州与徐州市合作，到2025年达到3项。（市发展改革委牵头）"), profile())
    assert passage(doc).unit.text == doc.text


@pytest.mark.parametrize("stem", STEMS)
def test_evidence_quotes_the_document(stem: str) -> None:
    """Every span lies in the unit that its fact names, and the document prints something there."""
    found = extraction(stem)
    printed = {u.id: (u.offsets[0], u.offsets[-1] + 1) for u in found.plan.units}
    for fact in found.facts:
        start, end = printed[fact.unit]
        for span in fact.evidence:
            assert start <= span.start < span.end <= end
            assert found.document.text[span.start : span.end].strip()


@pytest.mark.parametrize("stem", STEMS)
def test_printed_words_are_the_written_ones(stem: str) -> None:
    """An agency, a place or a title is written as its evidence prints it, but for breaks, width and repairs."""
    found = extraction(stem)
    repaired = {repair.span.start: repair.read for u in found.plan.units for repair in u.repairs}
    for fact in found.facts:
        if isinstance(fact, Responsibility | PlaceMention | RegionMention | Citation) and len(fact.evidence) == 1:
            (span,) = fact.evidence
            text = found.document.text
            characters = [repaired.get(i, text[i]) for i in range(span.start, span.end)]
            assert folded(fact.as_written) == folded("".join(characters))


def folded(text: str) -> str:
    """A text for comparing: NFKC, without white space and marks of emphasis."""
    return "".join(unicodedata.normalize("NFKC", text).replace("*", "").split())


@pytest.mark.parametrize("stem", STEMS)
@pytest.mark.parametrize("field", ["lead", "support", "places", "regions", "policies"])
def test_agrees_with_the_annotation(stem: str, field: str) -> None:
    """What the careful reader wrote down for a unit is what is extracted from it, in these fields to the letter."""
    found: dict[str, set[str]] = {u.id: set() for u in extraction(stem).plan.units}
    for fact in extraction(stem).facts:
        match field, fact:
            case ("lead" | "support", Responsibility()) if fact.role == field:
                found[fact.unit].add(folded(fact.as_written))
            case "places", PlaceMention():
                found[fact.unit].add(fact.place.name)
            case "regions", RegionMention():
                found[fact.unit].add(fact.region.name)
            case "policies", Citation():
                found[fact.unit].add(folded(fact.policy.name))
    expected = {name: {folded(value) for value in row[field]} for name, row in gold(stem).items()}
    assert expected == {name: found[name] for name in expected}


def test_facts_of_a_unit_do_not_depend_on_other_units() -> None:
    """A unit read alone, under the same profile, states the same facts."""
    whole = extraction("suzhou")
    alone = extractor()
    one = next(u for u in whole.plan.units if u.id == "15")
    assert [f for f in whole.facts if f.unit == "15"] == alone.facts(one, profile_of(whole.plan))
