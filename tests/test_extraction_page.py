"""The page of the rules: current, whole, and honest about what is missed."""

import runpy
from pathlib import Path
from typing import Any

import pytest

from extract.pipeline import COMPONENTS
from extract.rules import rules
from queries.engine import Embedded
from tests.extract.passages import extractor, profile, unit

ROOT = Path(__file__).parents[1]
SCRIPT: dict[str, Any] = runpy.run_path(str(ROOT / "docs" / "make_extraction.py"))
PAGE = ROOT / "docs" / "extraction.md"
GAPS = [(kind["name"], gap["example"]) for kind in SCRIPT["KINDS"] for gap in kind["gaps"] if "example" in gap]


def test_the_page_is_current(plans: Embedded) -> None:
    """The committed figures are those of the rules as they are today; `make docs` writes them anew."""
    assert SCRIPT["page"](plans.reader) == PAGE.read_text(encoding="utf-8")


def test_every_rule_and_every_kind_stands_on_the_page() -> None:
    """With what it finds; each kind says what is not extracted."""
    text = PAGE.read_text(encoding="utf-8")
    assert [] == [name for name, said in rules().items() if f"| `{name}` | {said.en} |" not in text]
    assert set(COMPONENTS) == {kind["name"] for kind in SCRIPT["KINDS"]}
    assert all(kind["gaps"] for kind in SCRIPT["KINDS"])


@pytest.mark.parametrize(("kind", "example"), GAPS)
def test_what_is_said_to_be_missed_is_missed(kind: str, example: str) -> None:
    """The example of a gap gives no fact of its kind; one that does has closed, and goes from the list."""
    found = extractor().facts(unit(example), profile())
    assert [] == [fact.rule for fact in found if fact.rule.startswith(f"{kind}.")]
