"""Made-up plans in every layout that the genre knows, read to their units and clauses.

`tests/plans/layouts/` holds each as it is printed, and in a JSON file of the same name what a reader finds in it.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from extract.clauses.clauses import clauses
from extract.clauses.notes import FIRST_LEADS
from extract.files.reading import read
from extract.plan import Plan, Unit
from extract.structure.plans import plan

LAYOUTS = Path(__file__).parents[1] / "plans" / "layouts"
PRINTED = sorted(path for path in LAYOUTS.iterdir() if path.suffix != ".json")


def expected(path: Path) -> dict[str, Any]:
    """What a reader finds in a printed plan."""
    found: dict[str, Any] = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    return found


def described(unit: Unit, *, first_leads: bool) -> dict[str, Any]:
    """A unit as the JSON files write it."""
    named = [body for clause in clauses(unit.text, first_leads=first_leads) for body in clause.named]
    roles = {role: [unit.text[b.start : b.end] for b in named if b.role == role] for role in ("lead", "support")}
    return {"id": unit.id, "kind": unit.kind, "locator": unit.locator, "text": unit.text} | (roles if named else {})


def units(found: Plan) -> list[dict[str, Any]]:
    """The units of a plan; that the first named leads holds from where it is said."""
    said = [FIRST_LEADS.search(unit.text) is not None for unit in found.units]
    return [described(unit, first_leads=any(said[: n + 1])) for n, unit in enumerate(found.units)]


@pytest.mark.parametrize("path", PRINTED, ids=lambda path: path.stem)
def test_a_layout_is_read(path: Path) -> None:
    """Units have the ids and the texts of the guidelines, and clauses name who leads and who supports."""
    found, wanted = plan(read(path)), expected(path)
    assert wanted["units"] == units(found)
    assert wanted["sections"] == [section.path for section in found.sections]


@pytest.mark.parametrize("path", PRINTED, ids=lambda path: path.stem)
def test_a_layout_says_what_it_is(path: Path) -> None:
    """Title, number, issuer and adoption are what the head prints, and absent where it prints none."""
    found, wanted = plan(read(path)), expected(path)
    assert (wanted["title"], wanted["number"]) == (found.title, found.number)
    assert (wanted["issuer"], wanted["adopted"]) == (found.issuer, found.adopted)


def test_every_layout_has_its_reading() -> None:
    """No printed plan is without its JSON file, and no JSON file without its plan."""
    assert {path.stem for path in LAYOUTS.glob("*.json")} == {path.stem for path in PRINTED}
