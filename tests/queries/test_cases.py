"""What each question answers on the small graph: cases that are data, one file a question in `cases/`."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from queries.ask import ask
from queries.catalogue import names
from queries.engine import Embedded, Term
from queries.terms import short

CASES = Path(__file__).parent / "cases"


def cases() -> Iterator[Any]:
    """The cases of all files."""
    for file in sorted(CASES.glob("*.json")):
        for number, case in enumerate(json.loads(file.read_text(encoding="utf-8"))):
            yield pytest.param(file.stem, case, id=f"{file.stem}-{number}")


def cell(term: Term | None) -> str | int | None:
    """A term as a case writes it: a number, or text with its IRI short."""
    datatype = getattr(term, "datatype", None)
    if datatype and datatype.value.endswith("#integer"):
        return int(short(term))
    return None if term is None else short(term)


@pytest.mark.parametrize(("name", "case"), list(cases()))
def test_a_question_answers_as_its_case_says(name: str, case: dict[str, Any], engine: Embedded) -> None:
    """The rows are those of the case, in its order."""
    rows = ask(engine, name, case["arguments"], level=case.get("level")).rows
    indexes = [rows.columns.index(column) for column in case["columns"]]
    assert case["rows"] == [[cell(row[index]) for index in indexes] for row in rows.rows]


def test_every_question_has_a_case() -> None:
    """A question is added to the catalogue with a case, and a case goes with its question."""
    assert names() == sorted(file.stem for file in CASES.glob("*.json"))
