"""Plans of other places, unlabelled, which stand outside the project: `make generality`."""

import os
from pathlib import Path

import pytest

from extract.facts import Responsibility
from extract.files.reading import read
from extract.pipeline import Extractor
from kg.annotations import documents
from kg.annotations import read as read_annotations
from kg.build import build
from kg.comparison import stored
from kg.evaluation import evaluate
from kg.store import Store
from kg.validation import validate_store
from tests.extract.passages import told

VARIABLE = "DELTAKG_MORE_PLANS"
FOLDER = os.environ.get(VARIABLE)
PLANS = sorted(path for path in Path(FOLDER).iterdir() if path.suffix in {".txt", ".pdf"}) if FOLDER else []

pytestmark = pytest.mark.skipif(not FOLDER, reason=f"{VARIABLE} names no folder of more plans")


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    """One extractor for all plans."""
    return Extractor()


def test_the_folder_holds_plans() -> None:
    """The folder that the variable names holds text and PDF files: a wrong name must not pass as no plans."""
    assert {".txt", ".pdf"} == {path.suffix for path in PLANS}


@pytest.mark.slow
@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.name)
def test_a_plan_of_another_place_is_read(path: Path, extractor: Extractor) -> None:
    """A plan of the genre from anywhere gives units and clauses of responsibility, all inside its text."""
    document = read(path)
    extraction = extractor.extract(document)
    clauses = {fact.unit for fact in extraction.facts if isinstance(fact, Responsibility)}
    units = extraction.plan.units
    print(f"{len(units)} units, {len(clauses)} with a clause, {len(extraction.facts)} facts")  # noqa: T201 - make generality shows it
    assert units
    assert clauses
    assert len(document.text) >= max(span.end for fact in extraction.facts for span in fact.evidence)


TWICE = [path for path in PLANS if path.suffix == ".pdf" and path.with_suffix(".txt") in PLANS]


@pytest.mark.parametrize("path", TWICE, ids=lambda path: path.stem)
def test_a_plan_says_the_same_in_both_its_forms(path: Path, extractor: Extractor) -> None:
    """A plan that is there as text and as PDF has the same units in both, and all but a few facts."""
    text, printed = (extractor.extract(read(form)) for form in (path.with_suffix(".txt"), path))
    assert [unit.id for unit in text.plan.units] == [unit.id for unit in printed.plan.units]
    stated, restated = told(text), told(printed)
    assert 0.97 * len(stated | restated) <= len(stated & restated)


@pytest.mark.slow
@pytest.mark.parametrize("form", [".txt", ".pdf"])
def test_no_plan_of_another_place_violates_a_rule(form: str, tmp_path: Path) -> None:
    """None is left out of a build, and neither shapes nor queries find anything in what it stores."""
    plans = [path for path in PLANS if path.suffix == form]
    assert () == build(tmp_path / "store", plans).refused
    with Store(tmp_path / "store").open() as reader:
        assert len(plans) == len(reader.documents())
        assert [] == validate_store(reader)


GOLD = Path(__file__).parent / "gold" / "elsewhere"
SETS = {
    "looked at while rules were mended": (["04", "05", "07", "10", "18"], 0.9),
    "held out": (["11", "15"], 0.87),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", SETS)
def test_annotated_plans_of_other_places(name: str, tmp_path: Path) -> None:
    """Facts of plans of other places agree with their annotations; `make generality` shows how well, field by field."""
    numbers, bar = SETS[name]
    gold = read_annotations([path for path in sorted(GOLD.glob("*.jsonl")) if path.stem[:2] in numbers])
    plans = [path for path in PLANS if path.stem.split(".")[0] in documents(gold)]
    chosen = {path.stem: path for path in sorted(plans)}  # the text where a plan is there as a PDF too
    build(tmp_path / "store", list(chosen.values()))
    with Store(tmp_path / "store").open() as reader:
        outcome = evaluate(gold, stored(reader, gold, {}).units)
    for field, score in outcome.scores.items():
        print(f"{field:12} gold {score.gold:4}  found {score.found:4}  F1 {score.f1:.3f}")  # noqa: T201 - as above
    print(f"macro {outcome.macro:.3f}")  # noqa: T201 - as above
    assert bar <= outcome.macro
