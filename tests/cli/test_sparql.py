"""SPARQL of one's own."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]

STEMS = "SELECT ?stem { ?plan dk:stem ?stem } ORDER BY ?stem"


class Input(io.TextIOWrapper):
    """A standard input that holds some bytes."""

    def __init__(self, data: bytes, *, terminal: bool = False) -> None:
        super().__init__(io.BytesIO(data), encoding="utf-8")
        self._terminal = terminal

    def isatty(self) -> bool:
        """Whether someone sits at it."""
        return self._terminal


def test_the_four_forms_are_answered(run: Run) -> None:
    """SELECT, ASK, CONSTRUCT and DESCRIBE print rows, a truth and Turtle, and need no PREFIX for the graph's terms."""
    assert (0, "stem\nqiaocheng\nsuzhou\n") == run("sparql", STEMS, "--format", "csv")[:2]
    assert (0, "true\n") == run("sparql", 'ASK { ?plan dk:stem "suzhou" }')[:2]
    assert "@prefix dk:" in run("sparql", "CONSTRUCT WHERE { ?plan dk:stem ?stem }")[1]
    assert '"徐州市"@zh' in run("sparql", "DESCRIBE <https://w3id.org/deltakg/id/place/320300>")[1]


def test_a_question_comes_from_a_file_or_standard_input(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The question may be an argument, a file (a byte order mark is no part of it), or standard input."""
    file = tmp_path / "a.rq"
    file.write_text(f"\ufeff{STEMS}", encoding="utf-8")
    expected = run("sparql", STEMS)
    assert expected == run("sparql", "--file", str(file))
    for arguments in ([], ["-f", "-"]):
        monkeypatch.setattr("sys.stdin", Input(STEMS.encode()))
        assert expected == run("sparql", *arguments)


def test_a_question_of_the_catalogue_runs_as_it_stands(run: Run) -> None:
    """The file of a question, header and all, is SPARQL."""
    file = Path(__file__).parents[2] / "queries" / "projects-involving.rq"
    rows = json.loads(run("sparql", "-f", str(file), "-F", "json")[1])
    assert "徐州轨道交通1号线" in {row["name"] for row in rows}


@pytest.mark.parametrize(
    ("text", "status", "hint"),
    [
        ("SELECT * {\n ?s ?p }", 1, "SPARQL line 2, column 8: “}” cannot stand here; expected an object"),
        ("SELECT * { SERVICE <http://x> {} }", 1, "SERVICE would ask another server"),
        ("SELECT * FROM <http://x> {}", 1, "FROM is not needed"),
        ("LOAD <http://x>", 1, "`deltakg add`"),
        ("CLEAR ALL", 1, "questions only"),
        ("\udcff", 1, "SPARQL"),
    ],
)
def test_a_mistake_is_one_clear_error(text: str, status: int, hint: str, run: Run) -> None:
    """What is no question, or is refused, is said with its line."""
    found, out, said = run("sparql", text)
    assert (status, "") == (found, out)
    assert said.startswith("Error: ")
    assert hint in said


def test_files_that_are_no_question_are_named(run: Run, tmp_path: Path) -> None:
    """A file that is missing, a folder, or no UTF-8 is named, with the line."""
    (tmp_path / "gbk.rq").write_bytes("SELECT *\n# 徐州".encode("gb18030"))
    for name, hint in (("missing.rq", "No such file"), (".", "directory"), ("gbk.rq", "line 2 is no UTF-8")):
        status, _, said = run("sparql", "-f", str(tmp_path / name))
        assert status == 1
        assert said.startswith(f"Error: {tmp_path / name}: ")
        assert hint in said


def test_nothing_to_ask_is_wrong_usage(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two questions, or none where someone sits at the terminal, are wrong usage."""
    assert run("sparql", STEMS, "-f", "x.rq")[0] == 2
    monkeypatch.setattr("sys.stdin", Input(b"", terminal=True))
    assert run("sparql")[0] == 2
