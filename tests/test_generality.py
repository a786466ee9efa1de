"""Plans of other places, unlabelled, which stand outside the project: `make generality`."""

import os
from pathlib import Path

import pytest

from extract.facts import Responsibility
from extract.pipeline import Extractor
from extract.reading import read
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
