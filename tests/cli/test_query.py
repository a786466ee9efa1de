"""Questions asked of the two plans."""

import csv
import json
import os
import shlex
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from queries.ask import ask
from queries.catalogue import names, question
from queries.engine import Embedded
from queries.terms import value

Run = Callable[..., tuple[int, str, str]]
Start = Callable[..., "subprocess.Popen[str]"]

XUZHOU = {
    "宿州徐州现代产业园区",
    "埇桥—铜山省际毗邻地区新型功能区",
    "徐州轨道交通1号线",
    "徐州—淮北—阜阳高速公路",
    "徐州—砀山—商丘高速公路",
}
NOT_HERE = {"measures-with-only-a-group", "mutual-ties", "one-sided-ties"}
"""Questions that the two plans alone give no rows for; the competency questions ask them of more."""


def test_which_projects_involve_xuzhou(run: Run) -> None:
    """The five projects that a reader finds are found, with at most one more, and each can be quoted."""
    status, out, _ = run("query", "projects-involving", "徐州", "--format", "json")
    rows = json.loads(out)
    found = {row["name"] for row in rows}
    assert status == 0
    assert set() == XUZHOU - found
    assert len(found - XUZHOU) <= 1
    for row in rows:
        assert row["level"] in {"named", "within"}
        assert row["document"] == "suzhou"
        assert row["citation"].startswith("《宿州市推进长三角一体化发展三年行动计划")
        assert row["citation"].endswith(f"第{row['unit']}条, 宿长三角办〔2021〕1号")
        assert row["sentence"].endswith("。")


def test_what_lies_in_tongshan_is_within_xuzhou(run: Run) -> None:
    """Measures that name 铜山区 or 泉山区 involve 徐州市 at level within."""
    _, out, _ = run("query", "measures-involving", "徐州", "--format", "json")
    within = {row["named"] for row in json.loads(out) if row["level"] == "within"}
    assert {"铜山区", "泉山区"} <= within


@pytest.mark.parametrize("name", ["徐州市", "Xuzhou", "xuzhou", "320300"])
def test_a_place_has_many_names(name: str, run: Run) -> None:
    """However the place is written, the answer is the same."""
    assert run("query", "projects-involving", "徐州")[:2] == run("query", "projects-involving", name)[:2]


def test_the_reading_is_said_beside_the_answer(run: Run) -> None:
    """How a name was read goes to standard error, unless it is to be quiet."""
    _, _, said = run("query", "projects-involving", "xuzhou")
    assert "xuzhou is read as 徐州市 (江苏省, 320300), not 叙州区 (宜宾市, 511504)" in said
    assert "" == run("query", "projects-involving", "xuzhou", "--quiet")[2]
    assert "" == run("--quiet", "query", "projects-involving", "xuzhou")[2]


def test_suzhou_asks_back_where_nobody_answers(run: Run) -> None:
    """Without a terminal the candidates are printed, nothing is answered, and the status is 2."""
    status, out, said = run("query", "projects-involving", "suzhou")
    assert (2, "") == (status, out)
    assert "苏州市 (江苏省, 320500)" in said
    assert "宿州市 (安徽省, 341300)" in said


def test_suzhou_asks_back_at_a_terminal(start: Start, run: Run) -> None:
    """At a terminal the candidates are numbered, and the one that is chosen is meant."""
    ours, theirs = os.openpty()
    process = start("query", "projects-involving", "suzhou", "--format", "csv", stdin=theirs, stderr=theirs)
    os.write(ours, b"2\n")
    out, _ = process.communicate(timeout=60)
    said = os.read(ours, 4096).decode()
    os.close(theirs)
    os.close(ours)
    assert process.returncode == 0
    assert "   1  苏州市 (江苏省, 320500)" in said
    assert out == run("query", "projects-involving", "341300", "--format", "csv")[1]


@pytest.mark.parametrize("name", names())
def test_every_example_is_answered(name: str, run: Run) -> None:
    """The example of every question is answered, and has an answer in the two plans that they can give."""
    words = shlex.split(question(name).example())
    assert words[0] == "deltakg"
    status, out, said = run(*words[1:], "--format", "jsonl")
    assert (0, name not in NOT_HERE) == (status, bool(out)), said


@pytest.mark.parametrize(
    ("name", "arguments", "count"),
    [
        ("places-of-plan", ["suzhou"], "measures"),
        ("places-of-plan", ["qiaocheng"], "measures"),
        ("workload-by-agency", [], "measures"),
        ("measures-of-plan", ["suzhou"], "facts"),
        ("regions-of-plan", ["qiaocheng"], "measures"),
        ("industries-of-plan", ["suzhou"], "measures"),
        ("cooperation-matrix", [], "ties"),
        ("cooperation-mechanisms", [], "ties"),
        ("only-in-plan", ["qiaocheng", "suzhou"], "facts"),
    ],
)
def test_counts_can_be_listed(name: str, arguments: list[str], count: str, plans: Embedded) -> None:
    """Each count of the two plans is the number of rows of the question that it names."""
    rows = ask(plans, name, arguments).rows
    counted, listing = rows.columns.index(count), rows.columns.index("question")
    for row in rows.rows[:30]:
        words, _, level = value(row[listing]).partition(" --level ")
        asked, *given = words.split(" ")
        listed = ask(plans, asked, given, level=level or None).rows.rows
        assert value(row[counted]) == str(len(listed)), words


def test_all_clauses_are_read(run: Run) -> None:
    """Each of the 80 measures of the 宿州 plan has its agencies."""
    units = (
        "SELECT (COUNT(DISTINCT ?unit) AS ?n) { ?fact dk:role ?role ; dk:inUnit ?unit ; dk:inPlan/dk:stem 'suzhou' }"
    )
    assert "n\n80\n" == run("sparql", units, "--format", "csv")[1]


@pytest.mark.parametrize("place", ["before", "after", "environment"])
def test_the_store_may_be_named_anywhere(
    place: str, run: Run, plans_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`--store` counts before and after the verb, and DELTAKG_STORE where there is none."""
    store = ["--store", str(plans_store)]
    monkeypatch.setenv("DELTAKG_STORE", str(plans_store) if place == "environment" else "/nowhere")
    before, after = store if place == "before" else [], store if place == "after" else []
    assert run(*before, "stats", *after)[0] == 0


def test_the_nearer_store_counts(run: Run, plans_store: Path) -> None:
    """Where two stores are named, the one after the verb is meant."""
    assert run("--store", "/nowhere", "stats", "--store", str(plans_store))[0] == 0
    assert run("--store", str(plans_store), "stats", "--store", "/nowhere")[0] == 1


def test_an_answer_is_saved_as_a_file(run: Run, tmp_path: Path) -> None:
    """The file's name chooses the format; a CSV file begins with a byte order mark, standard output does not."""
    file = tmp_path / "answer.csv"
    assert (0, "") == run("query", "projects-involving", "徐州市", "--output", str(file))[:2]
    assert file.read_bytes().startswith(b"\xef\xbb\xbfname,stage,")
    with file.open(encoding="utf-8-sig", newline="") as stream:
        assert set() == XUZHOU - {row["name"] for row in csv.DictReader(stream)}
    assert run("query", "projects-involving", "徐州市", "--format", "csv")[1].startswith("name,")


def test_heads_are_in_the_language_asked_for(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Heads and titles are English, or Chinese where an option or the environment says so; data keeps its names."""
    call = ["query", "projects-involving", "徐州市"]
    assert run(*call)[1].startswith("Project ")
    assert run(*call, "--language", "zh")[1].startswith("项目 ")
    monkeypatch.setenv("DELTAKG_LANGUAGE", "zh")
    assert run(*call)[1].startswith("项目 ")
    assert "涉及某地的项目" in run("queries")[1]
    assert run(*call, "--format", "csv")[1].startswith("name,")


def test_an_answer_may_be_cut_or_empty(run: Run) -> None:
    """`--limit` gives the first rows; where there are none, that is said beside an empty table."""
    assert 2 == run("query", "projects-involving", "徐州市", "--limit", "1", "--format", "csv")[1].count("\n")
    status, out, said = run("query", "projects-involving", "拉萨市")
    assert 0 == status
    assert said.startswith("no rows\nthe graph knows 拉萨市, and no plan names it\n")
    assert said.endswith("documents read: qiaocheng, suzhou\n")
    assert out.startswith("Project ")


def test_a_question_is_shown_as_it_can_be_asked(run: Run, tmp_path: Path) -> None:
    """What `queries NAME` shows ends in SPARQL that `sparql` answers with the same rows."""
    shown = run("queries", "projects-involving")[1]
    file = tmp_path / "question.rq"
    file.write_text(shown[shown.index("PREFIX") :], encoding="utf-8")
    assert run("query", "projects-involving", "徐州", "-F", "csv")[1] == run("sparql", "-f", str(file), "-F", "csv")[1]
    listed = json.loads(run("queries", "--format", "json")[1])
    assert names() == sorted(row["question"].partition(" ")[0] for row in listed)
