"""Completion in a shell."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete

from cli import deltakg
from queries.catalogue import names

Run = Callable[..., tuple[int, str, str]]


def completed(*words: str) -> list[str]:
    """What the last word may become."""
    *before, begun = words
    complete = ShellComplete(deltakg, {}, "deltakg", "_DELTAKG_COMPLETE")
    return [item.value for item in complete.get_completions(before, begun)]


@pytest.fixture(autouse=True)
def store(plans_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The store of the two plans is the one that is meant."""
    monkeypatch.setenv("DELTAKG_STORE", str(plans_store))


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_has_its_script(shell: str, run: Run) -> None:
    """The script for a shell calls the program for completions."""
    status, out, _ = run("completion", shell)
    assert status == 0
    assert f"_DELTAKG_COMPLETE={shell}_complete" in out


def test_verbs_and_questions_are_completed() -> None:
    """Verbs are completed by click, questions from the catalogue."""
    assert ["query", "queries"] == completed("quer")
    assert [name for name in names() if name.startswith("measures-")] == completed("query", "measures-")
    assert ["projects-involving"] == completed("queries", "projects-i")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["query", "projects-involving", "徐州"], ["徐州", "徐州市"]),
        (["query", "projects-involving", "徐州", "su"], ["suzhou"]),
        (["query", "measures-led-by", "市发"], ["市发展改革委"]),
        (["query", "agencies-of-measure", "suzhou", "§前"], ["§前言"]),
        (["query", "projects-by-stage", "pre"], ["preparatory"]),
        (["query", "projects-involving", "徐州", "--level", "w"], ["within"]),
        (["query", "projects-involving", "徐州", "suzhou", "x"], []),
        (["chain", "徐州"], ["徐州", "徐州市"]),
        (["chain", "宿州", "浙江大"], ["浙江大学"]),
        (["viz", "chain", "宿州", "徐州"], ["徐州", "徐州市"]),
        (["viz", "graph", "--agency", "市发"], ["市发展改革委"]),
        (["viz", "map", "--centre", "徐州"], ["徐州", "徐州市"]),
        (["query", "nothing", ""], []),
        (["query", "agencies-of-measure", "nothing", ""], []),
        (["facts", ""], ["qiaocheng", "suzhou"]),
        (["facts", "suzhou", "q"], ["qiaocheng"]),
        (["remove", "s"], ["suzhou"]),
        (["show", "qi"], ["qiaocheng"]),
    ],
)
def test_names_are_completed_from_the_data(words: list[str], expected: list[str]) -> None:
    """Places, agencies, plans, units, stages and levels are completed for the parameter at which the cursor is."""
    found = completed(*words)
    assert expected == (found if len(found) < 20 else [name for name in found if name in expected])


def test_the_store_on_the_line_is_asked(plans_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A store that the line names is the one that completes."""
    monkeypatch.setenv("DELTAKG_STORE", "/nowhere")
    assert [] == completed("facts", "")
    assert ["qiaocheng", "suzhou"] == completed("--store", str(plans_store), "facts", "")
    assert ["qiaocheng", "suzhou"] == completed("facts", "--store", str(plans_store), "")
