"""What the tests of the graph share: a small world, so that a store is built quickly, and files to build from."""

from collections.abc import Callable
from pathlib import Path

import pytest

from gazetteer.divisions import gazetteer
from kg import world
from kg.identity import Names
from kg.nquads import Quads

CODES = ("100000", "320000", "320300", "320312", "340000", "341200", "341300", "341302", "341322")


def few_lines(base: str) -> list[str]:
    """The gazetteer's graph with only the divisions that the made-up plans name."""
    quads = Quads()
    names = Names(base)
    graph = quads.graph(names.graph("gazetteer"))
    for code in CODES:
        graph.update(world.division_statements(gazetteer()[code], names))
    return quads.lines()


@pytest.fixture
def small_world(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stores are built with a few divisions only, and without waiting for the disk."""
    monkeypatch.setattr(world, "lines", few_lines)
    monkeypatch.setattr("os.fsync", lambda _: None)


@pytest.fixture
def write_text(tmp_path: Path) -> Callable[[str, str], Path]:
    """Write a text file into a folder of its own; give its path."""

    def write(name: str, text: str) -> Path:
        path = tmp_path / "in" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write
