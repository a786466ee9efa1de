"""Importing RDF by the command line."""

from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]

ASKED = "SELECT ?o { <http://e/a> <http://e/b> ?o }"


@pytest.fixture
def file(tmp_path: Path) -> str:
    """A file of two statements, one of them with a relative name."""
    path = tmp_path / "roads.ttl"
    path.write_text("<http://e/a> <http://e/b> <c> , 1 .", encoding="utf-8")
    return str(path)


@pytest.mark.slow
def test_a_file_is_imported_listed_and_removed(file: str, run: Run, tmp_path: Path) -> None:
    """`import` says what the store holds then, `stats` lists it, `sparql` asks it, `remove` takes it out."""
    store = ["--store", str(tmp_path / "s")]
    said = run("import", file, "--name", "rail", "--base", "http://e/", *store)
    assert (0, "", f"{store[1]} holds 0 documents; 1 import: rail\n") == said
    assert "rail  imported" in run("stats", *store)[1]
    assert {"o", "http://e/c", "1"} == set(run("sparql", ASKED, "-F", "csv", *store)[1].split())
    assert (0, "", f"{store[1]} holds 0 documents\n") == run("remove", "rail", *store)
    assert "o\n" == run("sparql", ASKED, "-F", "csv", *store)[1]


def test_a_dataset_is_imported_as_it_is(file: str, run: Run, tmp_path: Path) -> None:
    """`export` gives the same statements back."""
    store = ["--store", str(tmp_path / "s")]
    assert 0 == run("import", file, "--as-is", "--base", "http://e/", *store)[0]
    expected = '<http://e/a> <http://e/b> "1"^^<http://www.w3.org/2001/XMLSchema#integer> .'
    assert f"{expected}\n<http://e/a> <http://e/b> <http://e/c> .\n" == run("export", *store)[1]


def test_mistakes_are_one_line(file: str, run: Run, tmp_path: Path) -> None:
    """A line that is no RDF is named with its file; a base that is no IRI is wrong usage."""
    Path(file).write_text("<http://e/a>\n.", encoding="utf-8")
    status, out, said = run("import", file, "--store", str(tmp_path / "s"))
    assert (1, "", True) == (status, out, said.startswith(f"Error: {file}:2: "))
    assert 1 == said.count("\n")
    assert 2 == run("import", file, "--base", "e/", "--store", str(tmp_path / "s"))[0]
    assert not (tmp_path / "s").exists()
