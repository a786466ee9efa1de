"""What planners ask and a reader answered by hand: `golden/competency.jsonl`, asked of the plans themselves.

The rows were written by someone who read the plans and had not seen the program. A row counts by the
columns that its question names; a complete answer has these rows and no others.
"""

import json
import runpy
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from kg.likeness import same_name
from queries.ask import Asked, ask
from queries.chains import chains
from queries.engine import Embedded
from queries.names import resolve
from queries.terms import short

COMPETENCY = Path(__file__).parent / "golden" / "competency.jsonl"
QUESTIONS: list[dict[str, Any]] = [
    json.loads(line) for line in COMPETENCY.read_text(encoding="utf-8").splitlines() if line
]
CALLED = {
    "mutual-ties": {"place": "first", "place2": "second"},
    "one-sided-ties": {"party": "side", "partner": "opposite"},
    "policies-cited": {"name": "title"},
    "policies-implemented": {"name": "title"},
    "agencies-working-with": {"count": "measures"},
    "cooperation-matrix": {"count": "ties"},
}
"""What the reader's columns are called in the answer, where they are called otherwise."""


def answered(engine: Embedded, asked: dict[str, Any]) -> set[tuple[str, ...]]:
    """The rows that the program gives, by the columns of the reader."""
    arguments = [str(argument) for argument in asked["arguments"]]
    if asked["query"] == "chain":
        first, second = (resolve(engine, ("place",), name).taken.iri for name in arguments)
        return {chain.via for chain in chains(engine, first, second)}
    found = ask(engine, asked["query"], arguments, level=asked["options"].get("level"))
    if asked["query"] == "workload-by-agency":
        return workload(found)
    called = {"agency": "name"} | CALLED.get(asked["query"], {})
    indexes = [found.rows.columns.index(called.get(column, column)) for column in asked["columns"]]
    return {tuple(short(row[index]) for index in indexes) for row in found.rows.rows}


def workload(found: Asked) -> set[tuple[str, ...]]:
    """A row an agency: how many measures it leads, and how many it supports."""
    name, role, many = (found.rows.columns.index(column) for column in ("name", "notation", "measures"))
    counts: defaultdict[str, dict[str, str]] = defaultdict(lambda: {"lead": "0", "support": "0"})
    for row in found.rows.rows:
        counts[short(row[name])][short(row[role])] = short(row[many])
    return {(agency, count["lead"], count["support"]) for agency, count in counts.items()}


def expected(engine: Embedded, asked: dict[str, Any]) -> set[tuple[str, ...]]:
    """The rows of the reader; an agency that is written as printed has the formal name of the answer."""
    plan = next((f"{engine.base}id/plan/{name}" for name in asked["arguments"] if name in {"suzhou", "huaibei"}), "")

    def text(column: str, cell: str | int) -> str:
        if column == "agency":
            return resolve(engine, ("agency",), str(cell), plan=plan).taken.label
        return str(cell)

    return {tuple(map(text, asked["columns"], row)) for row in asked["rows"]}


def alike(found: set[tuple[str, ...]], wanted: set[tuple[str, ...]], columns: Sequence[str]) -> set[tuple[str, ...]]:
    """The rows found; a name that is cut differently from the reader's (with 延伸到萧县 or without) is put as his."""
    if "name" not in columns:
        return found
    at = columns.index("name")

    def put(row: tuple[str, ...]) -> tuple[str, ...]:
        rest = (row[:at], row[at + 1 :])
        beside = (one for one in wanted if rest == (one[:at], one[at + 1 :]) and same_name(one[at], row[at]))
        return next(beside, row)

    return {row if row in wanted else put(row) for row in found}


def unordered(rows: set[tuple[str, ...]]) -> set[tuple[str, ...]]:
    """Pairs that have no first."""
    return {tuple(sorted(row)) for row in rows}


@pytest.mark.parametrize("asked", QUESTIONS, ids=lambda one: one["id"])
def test_a_question_is_answered_as_a_reader_answers_it(asked: dict[str, Any], corpora: dict[str, Embedded]) -> None:
    """Every row of the reader is in the answer, and no other where the reader gave them all."""
    engine = corpora[asked["corpus"]]
    wanted = expected(engine, asked)
    found = alike(answered(engine, asked), wanted, asked["columns"])
    if asked["query"] == "mutual-ties":
        wanted, found = unordered(wanted), unordered(found)
    assert wanted == (found if asked["complete"] else found & wanted)


def test_every_question_has_a_call_and_a_reason() -> None:
    """The 44 questions have names of their own and are asked in both languages, each with how it was worked out."""
    assert len(QUESTIONS) == len({one["id"] for one in QUESTIONS}) == 44
    assert all(one["zh"] and one["en"] and one["note"] for one in QUESTIONS)


def test_the_page_is_current() -> None:
    """The committed page of competency questions is what they say today; `make docs` writes it anew."""
    docs = Path(__file__).parents[2] / "docs"
    made = runpy.run_path(str(docs / "make_competency.py"))["page"]()
    assert made == (docs / "competency-questions.md").read_text(encoding="utf-8")
