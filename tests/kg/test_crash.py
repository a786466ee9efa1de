"""A writer that is killed at any moment leaves the old generation, or the new one, whole."""

import io
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg import world
from kg.build import add, build
from kg.export import dump
from kg.store import Store
from tests.kg.conftest import few_lines
from tests.kg.made_up import MadeUpPipeline

KILLS = 50
LONGEST_WAIT = 0.6
WRITER = """
import sys
from pathlib import Path
from kg import world
from kg.build import add, build
from tests.kg.conftest import few_lines
from tests.kg.made_up import MadeUpPipeline

world.lines = few_lines
folder = Path(sys.argv[1])
print("ready", flush=True)
while True:
    add(folder / "s", [folder / "b.txt"], pipeline=MadeUpPipeline())
    build(folder / "s", [folder / "a.txt"], pipeline=MadeUpPipeline())
"""


def lines(store: Path) -> bytes:
    """The sorted N-Quads of a store."""
    out = io.BytesIO()
    with Store(store).open() as reader:
        dump(reader, "nquads", out)
    return out.getvalue()


@pytest.mark.slow
def test_a_killed_writer_leaves_a_whole_generation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fifty times `kill -9`, at random moments of `build` and `add`."""
    monkeypatch.setattr(world, "lines", few_lines)
    (tmp_path / "a.txt").write_text("徐州。\n宿州。\n" * 50, encoding="utf-8")
    (tmp_path / "b.txt").write_text("铜山。\n埇桥。\n" * 50, encoding="utf-8")
    store = tmp_path / "s"
    build(store, [tmp_path / "a.txt"], pipeline=MadeUpPipeline())
    one = lines(store)
    add(store, [tmp_path / "b.txt"], pipeline=MadeUpPipeline())
    two = lines(store)
    assert one != two

    chance = random.Random(20210301)  # noqa: S311 - moments, not secrets
    environment = {**os.environ, "PYTHONPATH": str(Path.cwd())}
    interrupted = 0
    for _ in range(KILLS):
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(tmp_path)], env=environment, stdout=subprocess.PIPE
        )
        with writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == b"ready\n"
            time.sleep(chance.uniform(0, LONGEST_WAIT))
            writer.kill()
        interrupted += (store / "generations" / ".new").exists()
        assert lines(store) in {one, two}
    assert interrupted >= KILLS // 5, "too few of the kills struck a generation in the making"

    add(store, [tmp_path / "b.txt"], pipeline=MadeUpPipeline())
    assert two == lines(store)
    assert not list(store.rglob(".*"))
