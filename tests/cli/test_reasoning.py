"""`reason` says whether the graph contradicts itself; `why` says what a statement rests on."""

import csv
import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from ontology.terms import PREFIXES

Run = Callable[..., tuple[int, str, str]]

needs_java = pytest.mark.skipif(shutil.which("java") is None, reason="Java, which HermiT needs, is not installed")


@pytest.mark.slow
@needs_java
def test_the_two_plans_contradict_nothing(run: Run) -> None:
    """Each finding is a row; status 0."""
    status, out, said = run("reason", "--sample", "3", "--format", "json")
    assert (0, "") == (status, said)
    found = {row["question"]: row["answer"] for row in json.loads(out)}
    assert found.pop("individuals")
    assert {"consistent": "yes", "unsatisfiable classes": "0", "taxonomy": "as the ontology says"} == found


def turtle(tmp_path: Path, text: str) -> str:
    """A file of Turtle."""
    file = tmp_path / "given.ttl"
    prefixes = [f"@prefix {name}: <{PREFIXES[name]}> ." for name in ("dk", "rdfs")]
    file.write_text("\n".join([*prefixes, text]), encoding="utf-8")
    return str(file)


@pytest.mark.slow
@needs_java
def test_a_place_that_is_an_agency_makes_a_file_inconsistent(run: Run, tmp_path: Path) -> None:
    """Status 1, and nothing is said of classes."""
    file = turtle(tmp_path, "<http://e/徐州> a dk:Place, dk:Agency .")
    status, out, _ = run("reason", file, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert (1, ["individuals", "consistent"]) == (status, [row["question"] for row in rows])
    assert ("1 of 1", "no") == (rows[0]["answer"], rows[1]["answer"])


@pytest.mark.slow
@needs_java
def test_a_class_that_nothing_can_be_in_is_named(run: Run, tmp_path: Path) -> None:
    """With how the taxonomy differs; status 1."""
    file = turtle(tmp_path, "dk:Region rdfs:subClassOf dk:Agency , dk:Place .")
    status, out, _ = run("reason", file, "--format", "csv")
    found = {row["question"]: row for row in csv.DictReader(io.StringIO(out))}
    assert (1, "yes", "1") == (status, found["consistent"]["answer"], found["unsatisfiable classes"]["answer"])
    assert "https://w3id.org/deltakg/ontology#Region" == found["unsatisfiable classes"]["detail"]
    assert "differs" == found["taxonomy"]["answer"]
    assert "+" in found["taxonomy"]["detail"]


def test_without_java_one_line_says_so(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Status 1, no traceback."""
    monkeypatch.setenv("PATH", "")
    status, out, said = run("reason", turtle(tmp_path, "<http://e/徐州> a dk:Place ."))
    assert (1, "") == (status, out)
    assert said.startswith("Error: no reasoning: Java is not installed")
    assert 1 == said.count("\n")
