"""What a store holds depends on its documents alone; what cannot be done leaves it as it was."""

import errno
import fcntl
import io
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

import pyoxigraph
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deltakg import DeltakgError
from extract.plan import Document, Extraction
from kg import assembly, generations
from kg.build import add, build, remove
from kg.errors import (
    BusyStoreError,
    DamagedStoreError,
    NewerStoreError,
    NoStoreError,
    NotAStoreError,
    OlderStoreError,
    SameStemError,
    UnknownStemError,
    WriteError,
)
from kg.export import dump
from kg.generations import writing
from kg.pointer import FORMAT
from kg.store import Store
from tests.kg.made_up import MadeUpPipeline, alpha, beta, gamma

pytestmark = pytest.mark.usefixtures("small_world")
Write = Callable[[str, str], Path]


def lines(store: Path) -> bytes:
    """The sorted N-Quads of a store."""
    out = io.BytesIO()
    with Store(store).open() as reader:
        dump(reader, "nquads", out)
    return out.getvalue()


def stems(store: Path) -> list[str]:
    """The stems that a store holds."""
    return [document.stem for document in Store(store).documents()]


def files(store: Path, folder: str) -> set[str]:
    """The names in a folder of a store."""
    return {path.name for path in (store / folder).iterdir()}


def everything(store: Path) -> dict[Path, bytes]:
    """All files in a store with their content; none where there is no store."""
    return {path: path.read_bytes() for path in store.rglob("*") if path.is_file()}


@pytest.fixture
def three(write_text: Write) -> tuple[Path, Path, Path]:
    """Three documents."""
    return (
        write_text("a.txt", "徐州和宿州。\n铜山。"),
        write_text("b.txt", "埇桥。\n宿州。"),
        write_text("c.txt", "阜阳。"),
    )


def test_a_store_depends_on_its_documents_alone(tmp_path: Path, three: tuple[Path, Path, Path]) -> None:
    """`build A B` is `build B A`, `build A` and `add B`, and `build A B C` and `remove C`."""
    a, b, c = three
    build(tmp_path / "ab", [a, b], pipeline=MadeUpPipeline())
    build(tmp_path / "ba", [b, a], pipeline=MadeUpPipeline())
    build(tmp_path / "a+b", [a], pipeline=MadeUpPipeline())
    add(tmp_path / "a+b", [b], pipeline=MadeUpPipeline())
    build(tmp_path / "abc-c", [a, b, c], pipeline=MadeUpPipeline())
    remove(tmp_path / "abc-c", ["c"], pipeline=MadeUpPipeline())
    build(tmp_path / "c,ab", [c], pipeline=MadeUpPipeline())
    build(tmp_path / "c,ab", [a.parent / "b.txt", a], pipeline=MadeUpPipeline())
    expected = lines(tmp_path / "ab")
    assert expected.count(b"\n") > 1000
    assert {expected} == {lines(tmp_path / name) for name in ("ba", "a+b", "abc-c", "c,ab")}


@pytest.mark.slow
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_way_to_the_same_documents_gives_the_same_store(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Whatever was added and removed on the way."""
    folder = tmp_path_factory.mktemp("ways")
    texts = data.draw(
        st.dictionaries(st.sampled_from("abcd"), st.sampled_from(["徐州。", "宿州。\n", "铜山\t阜阳。", "埇"]))
    )
    paths = {stem: folder / f"{stem}.txt" for stem in "abcd"}
    for stem, path in paths.items():
        path.write_text(texts.get(stem, f"其他{stem}"), encoding="utf-8")
    ways = data.draw(st.permutations([stem for stem in "abcd" if stem in texts]))
    if not ways:
        return
    pipeline = MadeUpPipeline()
    build(folder / "straight", [paths[stem] for stem in ways], pipeline=pipeline)
    others = [paths[stem] for stem in "abcd" if stem not in texts]
    build(folder / "winding", [paths[ways[0]], *others], pipeline=pipeline)
    for stem in ways[1:]:
        add(folder / "winding", [paths[stem]], pipeline=pipeline)
    remove(folder / "winding", [path.stem for path in others], pipeline=pipeline)
    assert lines(folder / "straight") == lines(folder / "winding")


def test_a_moved_base_moves_data_and_stays_with_the_store(tmp_path: Path, three: tuple[Path, Path, Path]) -> None:
    """`add` uses the base that `build` was given; terms stay where they are."""
    build(tmp_path / "s", three[:1], base="http://example.org/", pipeline=MadeUpPipeline())
    add(tmp_path / "s", three[1:], pipeline=MadeUpPipeline())
    with Store(tmp_path / "s").open() as reader:
        assert reader.base == "http://example.org/"
    text = lines(tmp_path / "s").decode()
    assert "https://w3id.org/deltakg/id/" not in text
    assert "https://w3id.org/deltakg/graph/" not in text
    assert "<http://example.org/id/plan/b> " in text
    assert "<https://w3id.org/deltakg/ontology#Plan>" in text


def test_adding_a_stored_stem_replaces_it_and_says_so(tmp_path: Path, write_text: Write) -> None:
    """The old document is gone whole."""
    path = write_text("a.txt", "徐州。")
    build(tmp_path / "s", [path], pipeline=MadeUpPipeline())
    write_text("a.txt", "宿州。")
    outcome = add(tmp_path / "s", [path], pipeline=MadeUpPipeline())
    assert outcome.notices == ("a: replaced",)
    build(tmp_path / "anew", [path], pipeline=MadeUpPipeline())
    assert lines(tmp_path / "anew") == lines(tmp_path / "s")


def test_two_inputs_of_one_stem_and_different_content_are_an_error(tmp_path: Path, write_text: Write) -> None:
    """Nothing is made of it."""
    one = write_text("a.txt", "徐州。")
    other = write_text("a.md", "宿州。")
    with pytest.raises(SameStemError, match=r"a\.txt.*'a'; rename one") as raised:
        build(tmp_path / "s", [one, other], pipeline=MadeUpPipeline())
    assert raised.value.stem == "a"
    assert not (tmp_path / "s").exists()


def test_two_inputs_of_one_stem_and_the_same_content_are_one(tmp_path: Path, write_text: Write) -> None:
    """Whichever comes first, the smaller file name is kept."""
    inputs = [write_text("a.txt", "徐州。"), write_text("a.md", "徐州。")]
    for order in (inputs, inputs[::-1]):
        outcome = build(tmp_path / "s", order, pipeline=MadeUpPipeline())
        assert [("a", "a.md")] == [(document.stem, document.file) for document in outcome.documents]


def test_the_same_content_under_two_names_is_kept_once_under_the_smaller(tmp_path: Path, write_text: Write) -> None:
    """In one call and in two, in either order, with a notice."""
    a, b = write_text("a.txt", "徐州。"), write_text("b.txt", "徐州。")
    notice = ("b: same content as a; kept once, as a",)
    assert notice == build(tmp_path / "s", [b, a], pipeline=MadeUpPipeline()).notices
    assert stems(tmp_path / "s") == ["a"]
    assert notice == add(tmp_path / "s", [b], pipeline=MadeUpPipeline()).notices
    build(tmp_path / "t", [b], pipeline=MadeUpPipeline())
    assert notice == add(tmp_path / "t", [a], pipeline=MadeUpPipeline()).notices
    assert lines(tmp_path / "s") == lines(tmp_path / "t")


def test_removing_what_is_not_there_is_an_error_with_a_guess(tmp_path: Path, three: tuple[Path, Path, Path]) -> None:
    """And removes nothing of what is there."""
    build(tmp_path / "s", three, pipeline=MadeUpPipeline())
    before = lines(tmp_path / "s")
    with pytest.raises(UnknownStemError, match="no document 'aa'; did you mean 'a'\\?") as raised:
        remove(tmp_path / "s", ["b", "aa"], pipeline=MadeUpPipeline())
    assert raised.value.known == ("a", "b", "c")
    assert before == lines(tmp_path / "s")


def test_a_store_may_be_emptied(tmp_path: Path, three: tuple[Path, Path, Path]) -> None:
    """What the world knows stays."""
    build(tmp_path / "s", three[:1], pipeline=MadeUpPipeline())
    assert remove(tmp_path / "s", ["a", "a"], pipeline=MadeUpPipeline()).documents == ()
    assert b"graph/plan" not in lines(tmp_path / "s")
    assert b"graph/gazetteer" in lines(tmp_path / "s")


def test_what_was_extracted_is_not_extracted_again(tmp_path: Path, three: tuple[Path, Path, Path]) -> None:
    """Unless the extractor is another; then from the stored text, though the file be gone."""
    a, b, c = three
    pipeline = MadeUpPipeline()
    build(tmp_path / "s", [a, b], pipeline=pipeline)
    add(tmp_path / "s", [c], pipeline=pipeline)
    remove(tmp_path / "s", ["b"], pipeline=pipeline)
    assert ["a", "b", "c"] == pipeline.extracted
    a.unlink()
    newer = MadeUpPipeline(version="2")
    add(tmp_path / "s", [b], pipeline=newer)
    assert ["a", "b", "c"] == newer.extracted


def test_the_stored_text_is_the_decoded_text(tmp_path: Path, write_text: Write) -> None:
    """Line ends as they are: offsets count in it."""
    path = write_text("a.txt", "徐州。")
    path.write_bytes("徐州。\r\n宿州。\r".encode())
    outcome = build(tmp_path / "s", [path], pipeline=MadeUpPipeline())
    with Store(tmp_path / "s").open() as reader:
        assert reader.text(outcome.documents[0].sha256) == "徐州。\r\n宿州。\r"
        with pytest.raises(KeyError):
            reader.text("0" * 64)


def test_progress_is_told_for_every_document(tmp_path: Path, three: tuple[Path, Path, Path]) -> None:
    """Stage by stage, each to its end."""
    told: list[tuple[str, int, int]] = []
    build(tmp_path / "s", three, pipeline=MadeUpPipeline(), progress=lambda *step: told.append(step))
    expected = [(stage, done, 3) for stage in ("read", "extract", "load") for done in (1, 2, 3)]
    assert [*expected, ("derive", 1, 1)] == told


def test_the_two_newest_generations_stay(tmp_path: Path, three: tuple[Path, Path, Path]) -> None:
    """With what they need, and no more."""
    pipeline = MadeUpPipeline()
    build(tmp_path / "s", three, pipeline=pipeline)
    remove(tmp_path / "s", ["a"], pipeline=pipeline)
    remove(tmp_path / "s", ["b"], pipeline=pipeline)
    assert files(tmp_path / "s", "generations") == {"2", "3"}
    assert len(files(tmp_path / "s", "shards")) == 4
    assert len(files(tmp_path / "s", "texts")) == 2


def test_a_generation_that_a_reader_holds_stays(tmp_path: Path, three: tuple[Path, Path, Path]) -> None:
    """And answers as before; when it is let go the next writer removes it."""
    pipeline = MadeUpPipeline()
    build(tmp_path / "s", three, pipeline=pipeline)
    with Store(tmp_path / "s").open() as reader:
        before = len(reader.graph)
        for _ in range(3):
            build(tmp_path / "s", three[:1], pipeline=pipeline)
        assert files(tmp_path / "s", "generations") == {"1", "3", "4"}
        assert before == len(list(reader.graph))
        assert [document.stem for document in reader.documents()] == ["a", "b", "c"]
        assert not reader.is_current()
    build(tmp_path / "s", three[:1], pipeline=pipeline)
    assert files(tmp_path / "s", "generations") == {"4", "5"}


class FailingPipeline(MadeUpPipeline):
    """Fails when it extracts one document, having extracted those before it."""

    def __init__(self, failure: BaseException, stem: str) -> None:
        super().__init__()
        self.failure = failure
        self.stem = stem

    def extract(self, document: Document) -> Extraction:
        """Raise the failure, where it is that document."""
        if document.stem == self.stem:
            raise self.failure
        return super().extract(document)


@pytest.mark.parametrize("failure", [ValueError("bug"), KeyboardInterrupt(), DeltakgError("no plan")])
@pytest.mark.parametrize("existing", [True, False])
def test_a_failure_in_one_document_leaves_the_store_as_it_was(
    tmp_path: Path, three: tuple[Path, Path, Path], failure: BaseException, *, existing: bool
) -> None:
    """To the last file, also those of the documents before it; where there was no store no folder is left behind."""
    store = tmp_path / "s"
    if existing:
        build(store, three[:1], pipeline=MadeUpPipeline())
    before = everything(store)
    for change in (build, add) if existing else (build,):
        with pytest.raises(type(failure)):
            change(store, three[1:], pipeline=FailingPipeline(failure, "c"))
        assert before == everything(store)
    assert existing == store.exists()


def interrupting(call: Callable[..., object], *, done: bool) -> Callable[..., object]:
    """Ctrl-C the first time that something is called, before it is done or when it is."""
    calls = []

    def called(*arguments: object, **options: object) -> object:
        calls.append(arguments)
        first = len(calls) == 1
        result = call(*arguments, **options) if done or not first else None
        if first:
            raise KeyboardInterrupt
        return result

    return called


@pytest.mark.parametrize("folder", [True, False])
@pytest.mark.parametrize("done", [True, False])
@pytest.mark.parametrize(
    ("owner", "name"),
    [
        (generations, "_open_folder"),
        (generations, "_locked"),
        (fcntl, "flock"),
        (generations, "Writer"),
        (generations.Writer, "clean"),
        (generations.Writer, "begin"),
    ],
)
def test_an_interrupt_while_a_store_is_opened_leaves_nothing(
    tmp_path: Path,
    three: tuple[Path, Path, Path],
    owner: object,
    name: str,
    monkeypatch: pytest.MonkeyPatch,
    *,
    done: bool,
    folder: bool,
) -> None:
    """From the first moment at which there is anything to take away; an empty folder that was there stays."""
    store = tmp_path / "s"
    if folder:
        store.mkdir()
    monkeypatch.setattr(owner, name, interrupting(getattr(owner, name), done=done))
    with pytest.raises(KeyboardInterrupt):
        build(store, three, pipeline=MadeUpPipeline())
    assert folder == store.exists()
    assert [] == list(store.glob("*"))


def test_an_interrupt_once_it_is_published_leaves_the_new_generation(
    tmp_path: Path, three: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whole: the pointer says what is current, and nothing that it needs is taken away."""
    store = tmp_path / "s"
    build(store, three[:1], pipeline=MadeUpPipeline())
    replace = Path.replace

    def interrupted(path: Path, target: Path) -> None:
        replace(path, target)
        if target.name == "current":
            raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", interrupted)
        with pytest.raises(KeyboardInterrupt):
            add(store, three[1:], pipeline=MadeUpPipeline())
    assert ["a", "b", "c"] == stems(store)
    with Store(store).open() as reader:
        assert all(reader.text(document.sha256) for document in reader.documents())


FULL = OSError(errno.ENOSPC, "No space left on device")


def full_disk(*_: object, **__: object) -> None:
    """A disk that is full."""
    raise FULL


class FullStore:
    """A database on a disk that is full when the world, or when documents, are loaded."""

    def __init__(self, path: Path, *, fails_at: str) -> None:
        self._fails_at = fails_at
        self.extend = pyoxigraph.Store(path).extend

    def bulk_load(self, *given: object, **_: object) -> None:
        """Load the world from a path, documents from a file."""
        if self._fails_at == ("documents" if given else "world"):
            raise FULL


@pytest.mark.parametrize("place", ["save", "begin", "world", "documents", "publish", "manifest", "sync"])
def test_a_full_disk_leaves_the_store_as_it_was(
    tmp_path: Path, three: tuple[Path, Path, Path], place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever it strikes; the error says so in one line, and nothing unfinished stays."""
    store = tmp_path / "s"
    build(store, three[:1], pipeline=MadeUpPipeline())
    before = lines(store)

    with monkeypatch.context() as patch:
        match place:
            case "world" | "documents":
                patch.setattr(assembly, "Store", partial(FullStore, fails_at=place))
            case "manifest":
                patch.setattr(Path, "write_bytes", full_disk)
            case "sync":
                patch.setattr(generations, "_sync", full_disk)
            case _:
                patch.setattr(generations.Writer, place, full_disk)
        with pytest.raises(WriteError, match=r"s: cannot be written \(No space left on device\); it is as it was"):
            add(store, three[1:], pipeline=MadeUpPipeline())
    assert before == lines(store)
    assert files(store, "generations") == {"1"}
    assert not list(store.rglob(".*"))
    add(store, three[1:], pipeline=MadeUpPipeline())
    assert ["a", "b", "c"] == stems(store)


@pytest.mark.parametrize("last", [("read", 1, 2), ("extract", 2, 2), ("load", 1, 2), ("derive", 1, 1)])
def test_an_interrupt_at_any_step_leaves_the_store_as_it_was(
    tmp_path: Path, three: tuple[Path, Path, Path], last: tuple[str, int, int]
) -> None:
    """Ctrl-C between two documents, or just before the change is published."""

    def interrupt(stage: str, done: int, total: int) -> None:
        if (stage, done, total) == last:
            raise KeyboardInterrupt

    build(tmp_path / "s", three[:1], pipeline=MadeUpPipeline())
    before = everything(tmp_path / "s")
    with pytest.raises(KeyboardInterrupt):
        build(tmp_path / "s", three[1:], pipeline=MadeUpPipeline(), progress=interrupt)
    assert before == everything(tmp_path / "s")


def test_one_writer_at_a_time(tmp_path: Path, three: tuple[Path, Path, Path]) -> None:
    """A second is told so at once; readers are not in the way."""
    store = tmp_path / "s"
    build(store, three[:1], pipeline=MadeUpPipeline())
    busy = pytest.raises(BusyStoreError, match="another process is writing")
    with writing(store, create=False), Store(store).open(), busy:
        add(store, three[1:], pipeline=MadeUpPipeline())
    add(store, three[1:], pipeline=MadeUpPipeline())


def test_what_a_killed_writer_left_is_removed_by_the_next(tmp_path: Path, three: tuple[Path, Path, Path]) -> None:
    """Unfinished files, and a generation that never became current."""
    store = tmp_path / "s"
    build(store, three[:1], pipeline=MadeUpPipeline())
    (store / "generations" / ".new" / "graph").mkdir(parents=True)
    (store / "generations" / "7").mkdir()
    (store / "shards" / ".half.nq").write_text("half")
    (store / ".current").write_text("half")
    outcome = add(store, three[1:], pipeline=MadeUpPipeline())
    assert outcome.generation == 2
    assert files(store, "generations") == {"1", "2"}
    assert not list(store.rglob(".*"))


def test_a_folder_that_is_no_store_is_left_alone(tmp_path: Path, three: tuple[Path, Path, Path]) -> None:
    """A store is made in a new or an empty folder."""
    with pytest.raises(NotAStoreError, match="not a store and not empty"):
        build(three[0].parent, three, pipeline=MadeUpPipeline())
    assert {"a.txt", "b.txt", "c.txt"} == {path.name for path in three[0].parent.iterdir()}
    with pytest.raises(NotAStoreError):
        build(three[0], three, pipeline=MadeUpPipeline())
    (tmp_path / "empty").mkdir()
    build(tmp_path / "empty", three, pipeline=MadeUpPipeline())
    assert stems(tmp_path / "empty") == ["a", "b", "c"]


@pytest.mark.parametrize("change", [add, remove])
def test_there_must_be_a_store_to_change(
    tmp_path: Path, three: tuple[Path, Path, Path], change: Callable[..., object]
) -> None:
    """`add` and `remove` make none."""
    inputs: Iterable[object] = three if change is add else ["a"]
    with pytest.raises(NoStoreError, match="make one with `deltakg build`"):
        change(tmp_path / "s", inputs, pipeline=MadeUpPipeline())
    assert not (tmp_path / "s").exists()


def test_a_store_of_a_newer_version_is_refused(tmp_path: Path, three: tuple[Path, Path, Path]) -> None:
    """By readers and writers alike."""
    store = tmp_path / "s"
    build(store, three, pipeline=MadeUpPipeline())
    (store / "current").write_text(f"{FORMAT + 1} 1\n")
    for attempt in (Store(store).open, lambda: add(store, three, pipeline=MadeUpPipeline())):
        with pytest.raises(NewerStoreError, match=f"newer than this deltakg's {FORMAT}; upgrade"):
            attempt()
    with pytest.raises(NewerStoreError):
        build(store, three, pipeline=MadeUpPipeline())


def test_a_store_of_an_older_version_is_built_anew(tmp_path: Path, three: tuple[Path, Path, Path]) -> None:
    """Readers, `add` and `remove` refuse it and say so; `build` replaces it."""
    store = tmp_path / "s"
    build(store, three, pipeline=MadeUpPipeline())
    (store / "current").write_text(f"{FORMAT - 1} 1\n")
    for attempt in (Store(store).open, lambda: add(store, three, pipeline=MadeUpPipeline())):
        with pytest.raises(OlderStoreError, match=f"older than this deltakg's {FORMAT}; build it anew"):
            attempt()
    build(store, three, pipeline=MadeUpPipeline())
    with Store(store).open() as reader:
        assert reader.generation > 1


@pytest.mark.parametrize("content", [b"", b"x", b"1 seven", b"\xff"])
def test_a_pointer_that_does_not_point_is_a_damaged_store(
    tmp_path: Path, three: tuple[Path, Path, Path], content: bytes
) -> None:
    """One clear line."""
    build(tmp_path / "s", three[:1], pipeline=MadeUpPipeline())
    (tmp_path / "s" / "current").write_bytes(content)
    with pytest.raises(DamagedStoreError, match="damaged"):
        Store(tmp_path / "s").open()


def test_plans_that_know_of_each_other_are_joined(tmp_path: Path, write_text: Write) -> None:
    """One road of two plans is one; a plan that another cites is that policy; both go with the document."""
    made = {one.document.stem: one for one in (alpha(), beta(), gamma())}

    class Given(MadeUpPipeline):
        def extract(self, document: Document) -> Extraction:
            given = made[document.stem]
            return Extraction(given.document, given.plan, given.facts)

    paths = [write_text(f"{stem}.txt", made[stem].document.text) for stem in made]
    build(tmp_path / "s", paths, pipeline=Given())
    question = "SELECT ?one ?other { ?one <https://w3id.org/deltakg/ontology#%s> ?other } ORDER BY ?one"
    with Store(tmp_path / "s").open() as reader:
        same = [tuple(term.value[28:] for term in row) for row in reader.query(question % "sameProjectAs")]  # type: ignore[union-attr]  # a SELECT
        loaded = [tuple(term.value[28:] for term in row) for row in reader.query(question % "loadedAs")]  # type: ignore[union-attr]  # a SELECT
    road = "project/%s/徐州—淮北—阜阳高速公路"
    assert same == [(road % "320300", road % "341300"), (road % "341300", road % "320300")]
    assert [one for _, one in loaded] == ["plan/alpha"]
    remove(tmp_path / "s", ["alpha"], pipeline=Given())
    assert b"sameProjectAs> <https://w3id.org/deltakg/id/" not in lines(tmp_path / "s")
