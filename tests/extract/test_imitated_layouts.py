"""Papers in the layouts of many provinces and ministries, imitated by writers, and the units that readers saw in them.

`tests/plans/imitated/layouts/` holds the papers, `tests/gold/imitated/layouts/` a line for each unit: how it is called,
how its text begins, who leads and who supports.
"""

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from extract.facts import Responsibility
from extract.files.reading import read
from extract.pipeline import Extractor
from extract.plan import Extraction

TESTS = Path(__file__).parents[1]
PAPERS = sorted((TESTS / "plans/imitated/layouts").glob("*.txt"))
ENOUGH = 8
"""Characters of a beginning that are compared."""
BARS = {"units": 0.92, "beginnings": 0.92, "clauses": 0.91}


def folded(text: str) -> str:
    """A text without white space, its signs in one form."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def wanted(path: Path) -> dict[str, dict[str, Any]]:
    """What a reader saw, by the name of the unit."""
    lines = (TESTS / "gold/imitated/layouts" / f"{path.stem}.jsonl").read_text(encoding="utf-8").splitlines()
    return {folded(unit["unit"]): unit for unit in map(json.loads, lines)}


def bodies(found: Extraction) -> dict[str, set[tuple[str, str]]]:
    """Who leads and who supports, by the name of the unit."""
    roles: dict[str, set[tuple[str, str]]] = {folded(unit.id): set() for unit in found.plan.units}
    for fact in found.facts:
        if isinstance(fact, Responsibility):
            roles[folded(fact.unit)].add((fact.role, folded(fact.as_written)))
    return roles


@pytest.fixture(scope="module")
def shares() -> dict[str, float]:
    """The share of the units that are found by name, of those with their beginning, and of those with their clauses."""
    extractor = Extractor()
    counts = dict.fromkeys(BARS, 0)
    total = 0
    for path in PAPERS:
        found, units = extractor.extract(read(path)), wanted(path)
        texts, roles = {folded(unit.id): folded(unit.text) for unit in found.plan.units}, bodies(found)
        total += len(units)
        for name, unit in units.items():
            said = {(role, folded(body)) for role in ("lead", "support") for body in unit[role]}
            counts["units"] += name in texts
            counts["beginnings"] += folded(unit["begins"])[:ENOUGH] in texts.get(name, "")
            counts["clauses"] += said == roles.get(name)
    return {what: count / total for what, count in counts.items()}


@pytest.mark.parametrize("what", BARS)
def test_layouts_are_read_as_well_as_they_were(what: str, shares: dict[str, float]) -> None:
    """Where the guidelines leave room for what is a measure, readers differ; no change may read fewer units alike."""
    assert shares[what] >= BARS[what]
