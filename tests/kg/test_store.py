"""A store opens fast, and says in one line why it does not."""

import errno
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from kg import pointer
from kg.build import build
from kg.errors import DamagedStoreError, NoStoreError, StoreError, WriteError
from kg.generations import writing
from kg.manifest import Manifest, StoredDocument, read
from kg.pointer import FORMAT
from kg.store import Store
from tests.kg.made_up import MadeUpPipeline

SLOW_MODULES = {
    "dataclasses", "gazetteer", "importlib.resources", "inspect", "json", "kg.manifest", "ontology", "owlready2",
    "pathlib", "rdflib", "shutil", "spacy", "tempfile", "yaml",
}  # fmt: skip


@pytest.fixture
def store(tmp_path: Path, small_world: None, write_text: Callable[[str, str], Path]) -> Path:  # noqa: ARG001 - for what it does
    """A store of one document."""
    build(tmp_path / "s", [write_text("a.txt", "徐州和宿州。")], pipeline=MadeUpPipeline())
    return tmp_path / "s"


def test_a_question_is_answered_from_the_merge(store: Path) -> None:
    """No union, no FROM; a statement of two graphs counts once."""
    with Store(store).open() as reader:
        found = reader.query(
            "SELECT ?l { ?p a dk:Plan ; dk:stem ?l }", prefixes={"dk": "https://w3id.org/deltakg/ontology#"}
        )
        assert [row["l"].value for row in found] == ["a"]  # type: ignore[union-attr]  # a SELECT


def test_an_open_store_cannot_be_written(store: Path) -> None:
    """Generations do not change."""
    with Store(store).open() as reader, pytest.raises(RuntimeError, match="read-write"):
        reader.graph.clear()


def test_a_question_that_is_no_sparql_is_a_syntax_error(store: Path) -> None:
    """The caller says where."""
    with Store(store).open() as reader, pytest.raises(SyntaxError):
        reader.query("SELECT ?s {")


def test_opening_imports_nothing_slow(store: Path) -> None:
    """It is on the way to every question."""
    program = "import sys; from kg.store import Store; Store(sys.argv[1]).open(); print(*sys.modules)"
    environment = {**os.environ, "PYTHONPATH": str(Path.cwd())}
    command = [sys.executable, "-S", "-c", program, str(store)]
    environment["PYTHONPATH"] += os.pathsep + os.pathsep.join(path for path in sys.path if "site-packages" in path)
    run = subprocess.run(command, env=environment, capture_output=True, check=True, text=True)
    assert set() == SLOW_MODULES & set(run.stdout.split())
    assert "kg.pointer" in run.stdout


def test_no_store_is_no_store(tmp_path: Path) -> None:
    """Nor is a file, nor an empty folder."""
    (tmp_path / "file").write_text("x")
    (tmp_path / "empty").mkdir()
    for name in ("missing", "file", "empty"):
        with pytest.raises(NoStoreError, match=f"{name}: no store is here; make one with `deltakg build`"):
            Store(tmp_path / name).open()


def test_a_missing_generation_is_a_damaged_store(store: Path) -> None:
    """One clear line."""
    (store / "current").write_text(f"{FORMAT} 5\n")
    with pytest.raises(DamagedStoreError, match=r"generation 5 is missing\); build it again"):
        Store(store).open()


@pytest.mark.parametrize("name", ["CURRENT", "manifest.json"])
def test_a_broken_file_is_a_damaged_store(store: Path, name: str) -> None:
    """In the database, or beside it."""
    file = next(store.rglob(name))
    file.write_text("broken")
    with pytest.raises(DamagedStoreError, match="damaged"):
        Store(store).documents()


def test_errors_of_stores_are_errors_of_the_system() -> None:
    """A caller may catch the builtin; the message stays one line."""
    error = NoStoreError("x")
    assert isinstance(error, (StoreError, FileNotFoundError))
    assert "\n" not in str(error)


def test_a_reader_that_finds_the_pointer_moved_opens_again(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between reading the pointer and holding the generation the generation may go."""
    stale = iter([7])
    real = pointer.current
    monkeypatch.setattr(pointer, "current", lambda path: next(stale, None) or real(path))
    with Store(store).open() as reader:
        assert reader.generation == 1


def test_readers_do_not_fail_while_a_writer_writes(store: Path, write_text: Callable[[str, str], Path]) -> None:
    """Whatever is removed under them."""
    stop = threading.Event()
    failures: list[Exception] = []
    opened = 0

    def read_on() -> None:
        nonlocal opened
        while not stop.is_set():
            try:
                with Store(store).open() as reader:
                    assert bool(reader.query("ASK { ?s ?p ?o }"))
                    opened += 1
            except Exception as error:  # noqa: BLE001 - whatever it is, the test fails of it
                failures.append(error)

    thread = threading.Thread(target=read_on)
    thread.start()
    path = write_text("b.txt", "阜阳。")
    for _ in range(6):
        build(store, [path], pipeline=MadeUpPipeline())
    stop.set()
    thread.join()
    assert failures == []
    assert opened > 5


def test_a_manifest_reads_back_as_it_was(tmp_path: Path) -> None:
    """With what sources.toml said."""
    document = StoredDocument("宿州", "宿州.txt", "0" * 64, "utf-8", "text", (("number", "1号"),), "key")
    manifest = Manifest("http://e/", ("o", "g"), (document,))
    (tmp_path / "manifest.json").write_bytes(manifest.to_json())
    assert manifest == read(tmp_path / "manifest.json", tmp_path)
    assert manifest.shard_keys() == ["o", "g", "key"]
    assert document.document("文").text == "文"


@pytest.mark.parametrize(
    ("error", "remedy"),
    [
        (OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), "Make room, or name another"),
        (OSError(errno.EDQUOT, os.strerror(errno.EDQUOT)), "Make room, or name another"),
        (OSError(f"IO error: {os.strerror(errno.ENOSPC)}: While appending to file"), "Make room, or name another"),
        (OSError(errno.EACCES, os.strerror(errno.EACCES)), "Check its permissions, or name another"),
        (OSError(errno.EROFS, os.strerror(errno.EROFS)), "Check its permissions, or name another"),
    ],
    ids=str,
)
def test_what_to_do_depends_on_why_a_store_cannot_be_written(error: OSError, remedy: str) -> None:
    """Room helps where there is none, and permissions elsewhere."""
    assert remedy in str(WriteError("s", error))
    assert "IO error" not in str(WriteError("s", error))


def test_a_store_that_was_never_published_is_taken_away(tmp_path: Path) -> None:
    """The folder too, where it was made."""
    (tmp_path / "there").mkdir()
    for name in ("made", "there"):
        with writing(tmp_path / name, create=True) as writer:
            assert writer.current is None
            writer.begin()
    assert not (tmp_path / "made").exists()
    assert list((tmp_path / "there").iterdir()) == []
