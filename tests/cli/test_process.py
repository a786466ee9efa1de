"""The program as a process: what it imports, its streams, and its end."""

import os
import signal
import subprocess
import termios
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from queries.display import width

Start = Callable[..., "subprocess.Popen[str]"]

DOCUMENTS = Path(__file__).parents[2] / "documents"
HEAVY = {
    "rdflib",
    "oxrdflib",
    "spacy",
    "owlready2",
    "pyvis",
    "pypinyin",
    "yaml",
    "SPARQLWrapper",
    "rapidfuzz",
    "opencc",
}
SLOW = {"json", "csv", "pathlib", "dataclasses", "tempfile", "logging", "asyncio", "importlib.resources", "subprocess"}
SEEING = """
import sys, cli
status = cli.run(sys.argv[1:])
print(*sorted({{name for name in sys.modules}} & {names!r}), file=sys.stderr, end="")
sys.exit(status)
"""
SWALLOWING = """
import contextlib, signal
from extract.files import reading
find = reading.find
def swallow(inputs):
    with contextlib.suppress(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)
    return find(inputs)
reading.find = swallow
from cli import main
main()
"""
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . FILTER(?c < ?f && ?f < ?i) }"


@pytest.mark.parametrize(
    "arguments", [["--help"], ["query", "--help"], ["query", "projects-involving", "徐州市"]], ids=" ".join
)
def test_a_question_waits_for_nothing_it_does_not_use(arguments: list[str], start: Start) -> None:
    """Help and a question of the catalogue import no heavy package, and nothing of Python's own that is slow."""
    process = start(*arguments, program=SEEING.format(names=HEAVY | SLOW))
    out, imported = process.communicate(timeout=60)
    assert (0, "") == (process.returncode, imported)
    assert out


def test_who_has_read_enough_may_leave(start: Start) -> None:
    """Where the reader of the answer goes away nothing is complained of."""
    process = start("facts")
    assert process.stdout
    assert process.stderr
    assert process.stdout.readline().startswith("{")
    process.stdout.close()
    assert "" == process.stderr.read()
    assert 0 == process.wait(timeout=60)
    process.stderr.close()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("verb", ["facts", "export", "stats"])
def test_a_full_disk_is_said(verb: str, start: Start) -> None:
    """Where standard output takes no more, that is one line and status 1."""
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        process = start(verb, stdout=full)
        _, said = process.communicate(timeout=60)
    assert (1, "Error: standard output: cannot be written (No space left on device)\n") == (process.returncode, said)


@pytest.mark.parametrize(
    "settings",
    [{"LC_ALL": "C"}, {"LC_ALL": "POSIX"}, {"PYTHONIOENCODING": "ascii"}, {"PYTHONIOENCODING": "latin-1"}],
    ids=str,
)
def test_answers_are_utf8_whatever_the_locale(settings: dict[str, str], start: Start) -> None:
    """Chinese comes out as UTF-8 on both streams, though the locale knows no Chinese."""
    process = start("query", "projects-involving", "徐州", env=settings)
    out, said = process.communicate(timeout=60)
    assert process.returncode == 0
    assert "徐州轨道交通1号线" in out
    assert "徐州 is read as 徐州市" in said


def test_ctrl_c_ends_a_question(start: Start) -> None:
    """A question that would take for ever ends at once, with status 130 and a word."""
    process = start("sparql", ENDLESS, stdin=subprocess.PIPE)
    time.sleep(1)
    assert process.poll() is None
    process.send_signal(signal.SIGINT)
    out, said = process.communicate(timeout=20)
    assert (130, "", "interrupted") == (process.returncode, out, said.strip())


@pytest.mark.slow
def test_ctrl_c_ends_a_build(start: Start, tmp_path: Path) -> None:
    """A build that is interrupted leaves no store behind, and no traceback."""
    process = start("build", str(DOCUMENTS), "--store", str(tmp_path / "store"))
    while not (tmp_path / "store" / "lock").exists():
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    out, said = process.communicate(timeout=60)
    assert (130, "", "interrupted") == (process.returncode, out, said.strip())
    assert [] == list(tmp_path.iterdir())


def test_ctrl_c_is_not_lost_on_the_way(start: Start, tmp_path: Path) -> None:
    """Also where a package swallows it, the build ends and leaves no store."""
    process = start("build", str(DOCUMENTS), "--store", str(tmp_path / "store"), program=SWALLOWING)
    out, said = process.communicate(timeout=60)
    assert (130, "", "interrupted") == (process.returncode, out, said.strip())
    assert [] == list(tmp_path.iterdir())


@pytest.mark.slow
def test_long_work_shows_how_far_it_is(start: Start, tmp_path: Path) -> None:
    """At a terminal each stage of a build has a bar, unless it is to be quiet."""
    for quiet in ([], ["--quiet"]):
        ours, theirs = os.openpty()
        process = start("build", str(DOCUMENTS), "--store", str(tmp_path / "store"), *quiet, stderr=theirs)
        process.communicate(timeout=60)
        os.write(theirs, b"end")
        said = os.read(ours, 65536).decode()
        os.close(theirs)
        os.close(ours)
        assert process.returncode == 0
        assert quiet == ["--quiet"] or all(f"{stage} " in said for stage in ("read", "extract", "load", "derive"))
        assert ("end" == said) == bool(quiet)


def test_ctrl_c_at_a_prompt_ends_it(start: Start) -> None:
    """Who is asked back may also leave."""
    ours, theirs = os.openpty()
    process = start("query", "projects-involving", "suzhou", stdin=theirs, stderr=theirs)
    said = ""
    while "which one" not in said:
        said += os.read(ours, 1024).decode()
    time.sleep(0.3)  # a signal just before the wait for a key is heard at the next key only
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=20)
    os.close(theirs)
    os.close(ours)
    assert process.returncode == 130
    assert "Traceback" not in said


@pytest.mark.parametrize("columns", [60, 0])
def test_a_table_is_as_wide_as_the_terminal(columns: int, start: Start) -> None:
    """At a terminal a table takes its width, and the usual one where the terminal does not say."""
    ours, theirs = os.openpty()
    termios.tcsetwinsize(theirs, (24, columns))
    process = start("query", "projects-involving", "徐州市", "--limit", "1", stdout=theirs)
    process.communicate(timeout=60)
    os.write(theirs, b"end")
    lines = os.read(ours, 65536).decode().split("\r\n")
    os.close(theirs)
    os.close(ours)
    assert all(width(line) <= (columns or 100) for line in lines)
    assert any(width(line) > (columns or 100) * 0.8 for line in lines)


def test_closed_streams_are_no_traceback(start: Start) -> None:
    """Without a standard output there is an error, and no traceback."""
    process = start("stats", prefix=["bash", "-c", 'exec "$0" "$@" >&-'])
    _, said = process.communicate(timeout=60)
    assert (1, "Error: standard output: cannot be written (it is closed)\n") == (process.returncode, said)
