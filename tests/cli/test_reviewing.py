"""Explaining units and listing candidates by the command line."""

import json
import os
import pty
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from extract.files.reading import read
from tests.cli.conftest import Start
from tests.conftest import DOCUMENTS

Run = Callable[..., tuple[int, str, str]]


def test_a_unit_is_explained(run: Run) -> None:
    """Its text, its facts with their rules, and what was left out; without colours where nobody sits."""
    status, out, told = run("explain", "suzhou", "15")
    assert (0, "") == (status, told)
    assert "埇桥区 → 铜山区 (strategic)" in out
    assert "places.ordinary_word" in out
    assert "\x1b" not in out


def test_a_file_is_explained_without_a_store(run: Run, tmp_path: Path) -> None:
    """The unit may be named as a citation does."""
    path = str(DOCUMENTS / "suzhou.txt")
    status, out, _ = run("explain", path, "第15条", "--format", "json", "--store", str(tmp_path / "none"))
    assert (0, "15") == (status, json.loads(out)["unit"])


@pytest.mark.parametrize("arguments", [("explain", "{}", "15"), ("candidates", "{}", "--kind", "targets")])
def test_pages_that_cannot_be_read_are_told_of(
    arguments: tuple[str, ...], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file of which some pages have no text is read, and one line on standard error names them."""
    monkeypatch.setattr("kg.rereading.read", lambda path: replace(read(path), unread=(2,)))
    status, _, told = run(*(one.format(DOCUMENTS / "suzhou.txt") for one in arguments))
    assert (0, 1) == (status, told.count("suzhou: page 2 has no text, or hardly any")), told


def test_a_page_of_a_unit_is_saved(run: Run, tmp_path: Path) -> None:
    """The name of the file chooses HTML."""
    page = tmp_path / "15.html"
    assert (0, "", "") == run("explain", "suzhou", "15", "--output", str(page), "--language", "zh")
    assert '<mark class="places"' in page.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("suzho", "15"), "did you mean 'suzhou'"),
        (("suzhou", "150"), "suzhou has no unit '150'; did you mean"),
        (("suzhou", "何"), "suzhou has no unit '何'; it has §前言"),
    ],
)
def test_unknown_names_are_wrong_usage(run: Run, arguments: tuple[str, ...], says: str) -> None:
    """With what is near, or what there is."""
    status, out, told = run("explain", *arguments)
    assert (2, "") == (status, out)
    assert says in told


@pytest.mark.parametrize(("no_color", "expected"), [("", True), ("1", False)])
def test_a_terminal_gets_colours_unless_told_not_to(start: Start, no_color: str, expected: bool) -> None:  # noqa: FBT001 - a case
    """NO_COLOR turns them off."""
    ours, theirs = pty.openpty()
    with start("explain", "suzhou", "15", stdout=theirs, env={"NO_COLOR": no_color}) as process:
        os.close(theirs)
        printed = b""
        with suppress(OSError):  # the other end is closed
            while piece := os.read(ours, 1 << 16):
                printed += piece
        os.close(ours)
        assert 0 == process.wait(timeout=60)
    assert expected == (b"\x1b[34m" in printed)
    assert "埇桥区" in printed.decode()


def test_candidates_are_rows_in_every_format(run: Run) -> None:
    """Each with plan, unit, kind, the words, the reason and the sentence; --kind lists some only."""
    status, out, told = run("candidates", "--format", "jsonl")
    rows = [json.loads(line) for line in out.splitlines()]
    assert (0, "") == (status, told)
    assert ["plan", "unit", "kind", "candidate", "reason", "why", "sentence"] == list(rows[0])
    assert {"qiaocheng", "suzhou"} == {row["plan"] for row in rows}
    assert all(row["candidate"] for row in rows)
    some = run("candidates", "suzhou", "--kind", "targets", "--format", "jsonl")[1].splitlines()
    assert [row for row in rows if row["plan"] == "suzhou" and row["kind"] == "targets"] == list(map(json.loads, some))
    assert "Candidate" in run("candidates", "suzhou")[1]
    assert "候选" in run("candidates", "suzhou", "--language", "zh")[1]
