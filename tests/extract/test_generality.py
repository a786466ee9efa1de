"""Reading plans of other places, which stand outside the project: `DELTAKG_MORE_PLANS` names their folder."""

import os
import re
from collections import Counter
from pathlib import Path
from unicodedata import normalize

import pytest

from extract.brackets import bracketed
from extract.clauses.clauses import clauses
from extract.clauses.notes import FIRST_LEADS
from extract.files.reading import read
from extract.plan import Document, Plan
from extract.structure.lines import lines
from extract.structure.plans import plan

VARIABLE = "DELTAKG_MORE_PLANS"
FOLDER = os.environ.get(VARIABLE)
PATHS = sorted(path for path in Path(FOLDER).iterdir() if path.suffix in {".txt", ".pdf"}) if FOLDER else []
CLAUSE = re.compile(r"(?:牵头|责任|参与|配合)(?:单位|部门).*|.*(?:负责|牵头)", re.DOTALL)

pytestmark = pytest.mark.skipif(not FOLDER, reason=f"{VARIABLE} names no folder of more plans")


@pytest.fixture(scope="module", params=PATHS, ids=lambda path: path.name)
def document(request: pytest.FixtureRequest) -> Document:
    """A plan of another place."""
    path: Path = request.param
    return read(path)


@pytest.fixture(scope="module")
def found(document: Document) -> Plan:
    """What is read in it."""
    return plan(document)


def stated(text: str) -> Counter[str]:
    """The bracketed runs of a text that look like clauses, outermost ones."""
    runs = (text[group.start + 1 : group.inner_end] for group in bracketed(text) if group.depth == 0)
    return Counter(run.replace("\n", "") for run in runs if CLAUSE.fullmatch(run))


def test_a_plan_has_units_and_clauses(found: Plan) -> None:
    """A plan of the genre from anywhere gives a title, units, and clauses of responsibility."""
    assert found.title != found.stem
    assert found.units
    assert any(clause.named for unit in found.units for clause in clauses(unit.text, first_leads=False))


def test_no_clause_is_left_unread(found: Plan) -> None:
    """Brackets that end in 负责 or 牵头, or begin with 责任单位 and its like, name bodies."""
    first_leads = False
    for unit in found.units:
        first_leads = first_leads or FIRST_LEADS.search(unit.text) is not None
        read_here = {(c.start, c.end) for c in clauses(unit.text, first_leads=first_leads)}
        for group in bracketed(unit.text):
            if group.depth == 0 and CLAUSE.fullmatch(unit.text, group.start + 1, group.inner_end):
                assert (group.start, group.end) in read_here, unit.text[group.start : group.end]


def test_no_clause_is_lost(document: Document, found: Plan) -> None:
    """What looks like a clause in the printed lines stands in a unit."""
    printed = stated("".join(line.text for line in lines(document.text)))
    assert printed == sum((stated(unit.text) for unit in found.units), Counter())


def test_offsets_quote_the_text(document: Document, found: Plan) -> None:
    """Every character of a unit stands at its place in the text, but for white space, folded figures and repairs."""
    for unit in found.units:
        mended = {repair.span.start for repair in unit.repairs}
        pairs = ((c, document.text[at]) for c, at in zip(unit.text, unit.offsets, strict=True) if at not in mended)
        assert [] == [
            (c, printed) for c, printed in pairs if c != "\n" and normalize("NFKC", c) != normalize("NFKC", printed)
        ]
