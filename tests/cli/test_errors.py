"""Wrong usage and bad input: one clear line, and the right exit status."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

Run = Callable[..., tuple[int, str, str]]


@pytest.mark.parametrize(
    ("arguments", "status", "hint"),
    [
        (["quer"], 2, "query"),
        (["query"], 2, "Missing argument 'NAME'"),
        (["query", "projects-involvin", "徐州"], 2, "did you mean projects-involving"),
        (["query", "projects-involving"], 2, "place is missing"),
        (["query", "projects-involving", "palce=徐州"], 2, "did you mean place"),
        (["query", "projects-involving", "徐山"], 2, "did you mean"),
        (["query", "projects-involving", "徐州", "suzhou", "x"], 2, "one argument too many"),
        (["query", "projects-involving", "徐州", "--level", "nmed"], 2, "did you mean named"),
        (["query", "policies-cited", "--level", "named"], 2, "has no levels"),
        (["query", "policies-cited", "--format", "xml"], 2, "'xml' is not one of"),
        (["query", "policies-cited", "--limit", "-1"], 2, "-1"),
        (["queries", "nothing-like-it"], 2, "no question is called 'nothing-like-it'"),
        (["show", "不存在的"], 2, "is called '不存在的'"),
        (["show", "zzz"], 2, "nothing in this store is called 'zzz'"),
        (["show", "abcdef"], 2, "nothing in this store is called 'abcdef'"),
        (["show", "zzz", "1"], 2, "no plan in this store is called 'zzz'; it holds qiaocheng, suzhou"),
        (["show", "suzhou", "999"], 2, "no unit"),
        (["query", "measures-of-plan", "plan=zzz"], 2, "'zzz'; it holds qiaocheng, suzhou"),
        (["show", "a", "b", "c"], 2, "one name, or a plan and one of its measures"),
        (["facts", "suzho"], 2, "did you mean 'suzhou'"),
        (["remove", "suzho"], 2, "did you mean 'suzhou'"),
        (["build"], 2, "Missing argument"),
        (["build", "x", "--base", "no iri"], 2, "--base"),
        (["build", "missing.txt"], 1, "missing.txt"),
        (["stats", "--store", "missing"], 1, "deltakg build"),
        (["query", "policies-cited", "--store", "missing"], 1, "deltakg build"),
        (["query", "policies-cited", "--output", "missing/a.csv"], 1, "missing/a.csv: cannot be written"),
        (["facts", "--output", "missing/a.jsonl"], 1, "missing/a.jsonl: cannot be written"),
        (["export", "--output", "missing/a.nq"], 1, "missing/a.nq: cannot be written"),
        (["completion", "cmd"], 2, "bash"),
    ],
)
def test_what_is_wrong_is_said_in_a_line(
    arguments: list[str], status: int, hint: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The last line says what is wrong and what would be right; nothing is printed as an answer."""
    monkeypatch.chdir(tmp_path)
    found, out, said = run(*arguments)
    *_, last = said.rstrip("\n").split("\n")
    assert (status, "") == (found, out)
    assert last.startswith("Error: ")
    assert hint in last
    assert [] == os.listdir(tmp_path)  # noqa: PTH208 - names are what is compared


BAD = {
    "empty.txt": b"",
    "binary.txt": bytes(range(256)) * 4,
    "gap.txt": "徐州".encode() + b"\xff\xfe\x00\xff" + "一、总则".encode(),
    "prose.txt": "没有标题也没有编号的一段话。".encode(),
    "line.txt": b"a" * 2_000_000,
    "folder": None,
}


@pytest.mark.parametrize("name", BAD)
def test_bad_documents_leave_the_store_as_it_was(name: str, run: Run, plans_store: Path, tmp_path: Path) -> None:
    """A file that cannot be used is named in one line with what to do, and the store is as it was."""
    path = tmp_path / name
    content = BAD[name]
    if content is None:
        path.mkdir()
    else:
        path.write_bytes(content)
    before = (plans_store / "current").read_bytes()
    status, out, said = run("add", str(path))
    assert (1, "") == (status, out)
    assert said.startswith("Error: ")
    assert path.stem in said
    assert 1 == said.count("\n")
    assert before == (plans_store / "current").read_bytes()


@pytest.mark.parametrize("arguments", [["add", "a.txt"], ["build", "a.txt"], ["add", "."], ["sparql", "-f", "a.txt"]])
def test_what_may_not_be_read_is_said_in_a_line(
    arguments: list[str], run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file or folder without permission is no wrong usage: one line, and status 1."""

    def denied(*_: object) -> NoReturn:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    (tmp_path / "a.txt").write_text("一、总则", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(os, "access", lambda *_, **__: False)
    monkeypatch.setattr(Path, "read_bytes", denied)
    monkeypatch.setattr(Path, "iterdir", denied)
    status, out, said = run(*arguments)
    assert (1, "") == (status, out)
    assert said.startswith(f"Error: {arguments[-1]}: cannot be ")
    assert "(Permission denied)" in said
    assert 1 == said.count("\n")


@pytest.mark.parametrize(
    ("content", "hint"),
    [
        (b"99 1\n", "newer than this deltakg"),
        (b"what\n", "damaged"),
        (b"1 7\n", "older than this deltakg"),
        (b"2 7\n", "damaged"),
    ],
)
def test_a_store_that_cannot_be_read_is_named(content: bytes, hint: str, run: Run, tmp_path: Path) -> None:
    """A store of a newer version, or a damaged one, is said to be so."""
    (tmp_path / "current").write_bytes(content)
    status, out, said = run("stats", "--store", str(tmp_path))
    assert (1, "") == (status, out)
    assert said.startswith(f"Error: {tmp_path}: ")
    assert hint in said


def test_a_folder_that_is_no_store_is_not_built_over(run: Run, tmp_path: Path) -> None:
    """Where a folder holds something else, nothing is written into it."""
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    document = Path(__file__).parents[2] / "documents" / "suzhou.txt"
    status, _, said = run("build", str(document), "--store", str(tmp_path))
    assert status == 1
    assert "not a store" in said
    assert ["mine.txt"] == os.listdir(tmp_path)  # noqa: PTH208 - names are what is compared
