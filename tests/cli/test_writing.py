"""Building a store by the command line, and everything that reads the whole of it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

Run = Callable[..., tuple[int, str, str]]

DOCUMENTS = Path(__file__).parents[2] / "documents"
FORMATS = {"nq": RdfFormat.N_QUADS, "trig": RdfFormat.TRIG, "ttl": RdfFormat.TURTLE, "jsonld": RdfFormat.JSON_LD}


@pytest.mark.slow
def test_a_store_is_built_and_changed(run: Run, tmp_path: Path) -> None:
    """`build`, `add` and `remove` say what the store holds then, and what they replaced."""
    store = str(tmp_path / "store")
    built = run("build", str(DOCUMENTS / "suzhou.txt"), "--store", store)
    assert (0, "", f"{store} holds 1 document: suzhou\n") == built
    added = run("add", str(DOCUMENTS), "--store", store)
    assert (0, "", f"suzhou: replaced\n{store} holds 2 documents: qiaocheng, suzhou\n") == added
    removed = run("remove", "suzhou", "--store", store)
    assert (0, "", f"{store} holds 1 document: qiaocheng\n") == removed
    assert (0, "", "") == run("remove", "qiaocheng", "--store", store, "--quiet")
    _, counted, _ = run("stats", "--store", store, "--format", "csv")
    head, *rows = counted.splitlines()
    assert "plan,what,count" == head
    assert {""} == {row.split(",")[0] for row in rows}  # what is left is of no plan


@pytest.mark.slow
def test_a_base_moves_the_data(run: Run, tmp_path: Path) -> None:
    """Under another base everything is found as before, and the answers carry IRIs of that base."""
    store, base = str(tmp_path / "store"), "https://example.org/kg#"
    assert run("build", str(DOCUMENTS / "suzhou.txt"), "--store", store, "--base", base)[0] == 0
    for place in ("徐州", "place/320300"):
        _, out, _ = run("query", "projects-involving", place, "--store", store, "--format", "jsonl")
        rows = list(map(json.loads, out.splitlines()))
        assert rows
        assert all(row["fact"].startswith(f"{base}id/fact/") for row in rows)
    _, out, _ = run("query", "workload-by-agency", "--store", store, "--format", "jsonl")
    listing = json.loads(out.splitlines()[0])
    asked = listing["question"].split(" ")
    _, out, _ = run("query", *asked, "--store", store, "--format", "jsonl")
    assert listing["measures"] == len(out.splitlines())
    assert run("show", "suzhou/15", "--store", store)[0] == 0


def test_facts_are_a_line_a_unit(run: Run) -> None:
    """The facts are JSON Lines, one line for every unit, of the plans that are named, or of all."""
    lines = [json.loads(line) for line in run("facts", "suzhou")[1].splitlines()]
    assert (87, {"suzhou"}) == (len(lines), {line["doc"] for line in lines})
    assert 237 == run("facts")[1].count("\n")
    assert lines == json.loads(run("facts", "suzhou", "--format", "json")[1])


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_graph_is_exported_in_every_format(suffix: str, run: Run, tmp_path: Path) -> None:
    """The file's name chooses the format, and what is written can be read again."""
    file = tmp_path / f"graph.{suffix}"
    assert (0, "") == run("export", "--output", str(file))[:2]
    quads = list(parse(path=file, format=FORMATS[suffix]))
    assert len(quads) > 10_000


def test_the_store_is_counted(run: Run) -> None:
    """`stats` gives rows: which plan, what, how many."""
    rows = json.loads(run("stats", "--format", "json")[1])
    assert {"plan": "suzhou", "what": "units", "count": 87} in rows


@pytest.mark.parametrize(
    ("arguments", "begins", "holds"),
    [
        (["suzhou"], "宿州市推进长三角一体化发展三年行动计划", "宿长三角办〔2021〕1号"),
        (["suzhou", "15"], "15\n", "铜山区"),
        (["suzhou/15"], "15\n", "铜山区"),
        (["徐州"], "徐州市\n", "宿州徐州现代产业园区"),
        (["市发展改革委"], "宿州市发展和改革委员会\n", "lead"),
    ],
)
def test_a_thing_is_shown(arguments: list[str], begins: str, holds: str, run: Run) -> None:
    """What is said of a thing itself stands above its facts."""
    status, out, _ = run("show", *arguments)
    assert status == 0
    assert out.startswith(begins)
    assert holds in out


def test_what_is_shown_as_data_is_rows_alone(run: Run) -> None:
    """In formats of data the rows come without a heading."""
    rows = json.loads(run("show", "suzhou", "15", "--format", "json")[1])
    assert {"15"} == {row["unit"] for row in rows}
