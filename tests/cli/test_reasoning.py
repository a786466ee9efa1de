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


def test_a_statement_is_explained_by_rule_fact_sentence_and_places(run: Run) -> None:
    """Each reason is the statement, the rule in words, and a table of what it rests on."""
    status, out, said = run("why", "徐州轨道交通1号线", "involves", "江苏")
    assert (0, "") == (status, said)
    first, second = out.split("\n\n徐州轨道交通1号线 involvesWithin")
    assert first.startswith(
        "徐州轨道交通1号线 involves 江苏省\nA narrower property holds between the two. (sub-property)\n"
    )
    assert "derived   徐州轨道交通1号线 involvesWithin 江苏省" in first
    assert "names a place that lies in it. (part-of-project)" in second
    assert "    推进徐州轨道交通1号线延伸到萧县项目前期工作。" in second
    assert "    —— 《宿州市推进长三角一体化发展三年行动计划（2021-2023年）》第34条, 宿长三角办〔2021〕1号" in second
    assert "gazetteer       徐州市 partOf 江苏省" in second


def test_reasons_in_chinese_and_in_other_formats(run: Run) -> None:
    """Whole IRIs, a row for each fact and each premise."""
    status, out, _ = run("why", "徐州轨道交通1号线", "涉及其下属", "江苏", "--format", "json", "--language", "zh")
    rows = json.loads(out)
    assert (0, ["ProjectMention", "gazetteer"]) == (status, [row["source"] for row in rows])
    assert {"徐州轨道交通1号线 涉及其下属 江苏省"} == {row["statement"] for row in rows}
    assert "徐州市 隶属 江苏省" == rows[1]["premise"]
    assert rows[0]["fact"].startswith("https://w3id.org/deltakg/id/fact/")
    assert {"1"} == {str(row["reason"]) for row in rows}
    assert "项目名称或提及该项目的分句所点名的地方位于其中。" == rows[0]["says"]


def test_what_is_stated_is_explained_by_its_graph(run: Run) -> None:
    """The world knows it, and no fact says so."""
    status, out, _ = run("why", "徐州", "level", "prefecture", "--format", "csv")
    (row,) = csv.DictReader(io.StringIO(out))
    assert (0, "gazetteer", "graph") == (status, row["rule"], row["source"])


@pytest.mark.parametrize(
    ("words", "status", "message"),
    [
        (("suzhou/15", "leads", "徐州"), 2, "no unit in this store is called '徐州'; it is the name of a place"),
        (
            ("宿州", "partOf", "徐州"),
            1,
            "says or implies: place/341300 partOf place/320300",
        ),
        (("宿州", "nothing", "徐州"), 2, "no property in this store is called 'nothing'"),
    ],
)
def test_what_does_not_hold_or_is_no_statement_is_said(
    run: Run, words: tuple[str, ...], status: int, message: str
) -> None:
    """1 for what does not hold, 2 for a name that nothing has; nothing on standard output."""
    ended, out, said = run("why", *words)
    assert (status, "") == (ended, out)
    assert message in said
