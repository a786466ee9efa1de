"""`validate` says what the graph violates, a line each, and ends with status 1 where it does."""

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, RdfFormat

from tests.kg.test_refusal import Careless
from tests.kg.test_validation import MUTATIONS, UPDATE, sound

Run = Callable[..., tuple[int, str, str]]


def spoilt(tmp_path: Path, *mutations: str) -> str:
    """A Turtle file of the made-up plans, spoilt in some ways."""
    graph = sound()
    for name in mutations:
        graph.update(UPDATE + MUTATIONS[name][0])
    file = tmp_path / "graph.ttl"
    graph.dump(str(file), RdfFormat.TURTLE, from_graph=DefaultGraph())
    return str(file)


def test_a_sound_file_has_no_violations(run: Run, tmp_path: Path) -> None:
    """Nothing on standard output, status 0."""
    file = spoilt(tmp_path)
    assert (0, "", f"{file}: no violations\n") == run("validate", file)


def test_each_violation_is_a_line_that_names_document_unit_and_fact(run: Run, tmp_path: Path) -> None:
    """A head, a rule, and the violations."""
    file = spoilt(tmp_path, "a place in itself", "an unknown stage")
    status, out, said = run("validate", file)
    lines = out.splitlines()
    (stage,) = (line for line in lines if line.startswith("alpha     1 ") and "ProjectMention.stage" in line)
    assert 1 == status
    assert re.search(r" [0-9a-f]{8} .*dreamt-of +The stage is one of the scheme of stages\.$", stage)
    assert 3 == sum("part-of-circle" in line for line in lines)
    assert f"{file}: {len(lines) - 2} violations\n" == said


def test_a_violation_in_the_other_formats(run: Run, tmp_path: Path) -> None:
    """JSON and CSV have whole IRIs and values, and the message in the language that is asked for."""
    file = spoilt(tmp_path, "a dropped evidence")
    status, out, _ = run("validate", file, "--format", "json", "--language", "zh")
    (found,) = (one for one in json.loads(out) if one["check"] == "Fact.evidence")
    assert 1 == status
    assert ("alpha", "1", found["fact"], "事实须有依据。") == (
        found["document"], found["unit"], found["node"], found["message"],
    )  # fmt: skip
    status, out, _ = run("validate", file, "--format", "csv")
    assert "Fact.evidence" in {row["check"] for row in csv.DictReader(io.StringIO(out))}


def test_no_violations_are_a_table_without_rows(run: Run, tmp_path: Path) -> None:
    """A program that reads the answer reads an empty one."""
    assert (0, "[]\n") == run("validate", spoilt(tmp_path), "--format", "json")[:2]


def test_a_file_that_is_no_rdf_is_explained(run: Run, tmp_path: Path) -> None:
    """Status 1, one line."""
    file = tmp_path / "plan.txt"
    file.write_text("x", encoding="utf-8")
    status, out, said = run("validate", str(file))
    assert (1, "") == (status, out)
    assert said.startswith("Error: ")
    assert 1 == said.count("\n")


@pytest.mark.slow
def test_the_store_of_the_two_plans_has_no_violations(run: Run) -> None:
    """The store is checked where no file is given."""
    status, out, said = run("validate")
    assert (0, "") == (status, out)
    assert said.endswith(": no violations\n")


def test_a_build_names_what_it_leaves_out(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The others are stored, and the status is 1."""
    monkeypatch.setattr("kg.build.Extracting", Careless)
    (tmp_path / "good.txt").write_text("支持徐州\n", encoding="utf-8")
    (tmp_path / "bad.txt").write_text("徐州\n越界\n", encoding="utf-8")
    store = str(tmp_path / "store")
    status, _, said = run("build", str(tmp_path / "good.txt"), str(tmp_path / "bad.txt"), "--store", store)
    assert 1 == status
    first, last = said.splitlines()
    assert first.startswith("left out: bad, unit ")
    assert first.endswith("(evidence-outside-unit: 徐州)")
    assert f"{store} holds 1 document: good" == last
