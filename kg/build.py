"""The three ways to change a store: `build` it anew, `add` documents to it, `remove` some of them.

Each makes a new generation out of shards; nothing is changed before that is whole. What the store
holds afterwards depends on the documents alone: `build A B` is `build A` and `add B`.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from deltakg import DeltakgError
from kg.assembly import Assembly
from kg.errors import DamagedStoreError, StorePath, UnknownStemError, WriteError
from kg.generations import Writer, writing
from kg.identity import BASE, Names
from kg.inputs import Extracting, Input, Pipeline, Progress, gather, once, silent
from kg.interrupts import LAST
from kg.manifest import Manifest, StoredDocument, read
from kg.pointer import folder
from kg.shards import Shards


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a call did.

    Attributes:
        generation: number of the generation that it made.
        documents: what the store holds now, by stem.
        notices: what the caller should be told, one line each.
    """

    generation: int
    documents: tuple[StoredDocument, ...]
    notices: tuple[str, ...] = ()


def build(
    store: StorePath,
    inputs: Sequence[StorePath],
    *,
    base: str = BASE,
    pipeline: Pipeline | None = None,
    progress: Progress = silent,
) -> Outcome:
    """Make a store of the documents that files and folders name; whatever it held before is gone from it.

    Args:
        store: the store's folder, made where it is not there.
        inputs: files and folders.
        base: where `id/` and `graph/` stand.
        pipeline: reads and extracts; that of `extract/` unless another is given.
        progress: called as work goes on.

    Raises:
        ValueError: where the base is no IRI.
        DeltakgError: where an input cannot be used or the store not be written; it is then as it was.
    """
    pipeline = pipeline or Extracting()
    base = Names(base).base
    given, notices = gather(map(Path, inputs), pipeline, progress)
    with _failures(store), writing(store, create=True) as writer:
        return _Change(writer, base, pipeline, progress).to({}, given, notices)


def add(
    store: StorePath,
    inputs: Sequence[StorePath],
    *,
    pipeline: Pipeline | None = None,
    progress: Progress = silent,
) -> Outcome:
    """Add documents to a store; one whose stem it holds already is replaced, with a notice.

    Raises:
        NoStoreError: where there is no store.
        DeltakgError: as `build` does.
    """
    pipeline = pipeline or Extracting()
    given, notices = gather(map(Path, inputs), pipeline, progress)
    with _failures(store), writing(store, create=False) as writer:
        manifest = _manifest(writer)
        return _Change(writer, manifest.base, pipeline, progress).to(_by_stem(manifest), given, notices)


def remove(
    store: StorePath, stems: Sequence[str], *, pipeline: Pipeline | None = None, progress: Progress = silent
) -> Outcome:
    """Remove documents from a store, by stem.

    Raises:
        UnknownStemError: where it holds no such document.
        DeltakgError: as `add` does.
    """
    with _failures(store), writing(store, create=False) as writer:
        manifest = _manifest(writer)
        held = _by_stem(manifest)
        known = tuple(held)
        for stem in dict.fromkeys(stems):
            if held.pop(stem, None) is None:
                raise UnknownStemError(stem, known)
        return _Change(writer, manifest.base, pipeline or Extracting(), progress).to(held, {})


class _Change:
    def __init__(self, writer: Writer, base: str, pipeline: Pipeline, progress: Progress) -> None:
        self._writer = writer
        self._base = base
        self._progress = progress
        self._shards = Shards(writer, base, pipeline)

    def to(self, held: dict[str, StoredDocument], given: dict[str, Input], said: Sequence[str] = ()) -> Outcome:
        """Make the generation that holds what stays (`held`) and what comes (`given`).

        Args:
            held: the documents that stay, by stem.
            given: those that come.
            said: notices of how they were found.
        """
        notices = [*said, *(f"{stem}: replaced" for stem in given if stem in held)]
        merged = held | {stem: StoredDocument.of(found.document, found.file) for stem, found in given.items()}
        left_out = once({stem: document.sha256 for stem, document in merged.items()})
        for stem, keeper in left_out.items():
            notices.append(f"{stem}: same content as {keeper}; kept once, as {keeper}")
            del merged[stem]
        for stem in sorted(merged.keys() & given.keys()):
            document = given[stem].document
            path = self._shards.text_path(document.sha256)
            if not path.exists():
                self._writer.save(path, document.text.encode())
        with Assembly(self._writer.begin(), self._shards) as assembly:
            documents = self._with_shards([merged[stem] for stem in sorted(merged)])
            assembly.finish(self._base, documents, self._progress)
        self._progress(LAST, 1, 1)
        generation = self._writer.publish(self._base)
        with suppress(OSError):  # the generation is there; what stays is removed by the next writer
            _prune(self._writer)
        return Outcome(generation, documents, tuple(notices))

    def _with_shards(self, documents: list[StoredDocument]) -> tuple[StoredDocument, ...]:
        done = []
        for number, document in enumerate(documents, start=1):
            done.append(replace(document, shard=self._shards.document(document)))
            self._progress("extract", number, len(documents))
        return tuple(done)


def _prune(writer: Writer) -> None:
    """Remove generations that nobody needs, and the shards and texts that no other has."""
    try:
        manifests = [read(path, writer.store) for path in writer.manifests(writer.prune())]
    except DamagedStoreError:
        return  # what it needs is unknown, so nothing is removed
    keys = {key for manifest in manifests for key in manifest.shard_keys()}
    texts = {document.sha256 for manifest in manifests for document in manifest.documents}
    for name, needed in (("shards", keys), ("texts", texts)):
        for path in (writer.store / name).iterdir():
            if path.stem not in needed:
                path.unlink(missing_ok=True)


def _manifest(writer: Writer) -> Manifest:
    return read(Path(folder(writer.store, writer.current or 0), "manifest.json"), writer.store)


def _by_stem(manifest: Manifest) -> dict[str, StoredDocument]:
    return {document.stem: document for document in manifest.documents}


@contextmanager
def _failures(store: StorePath) -> Iterator[None]:
    """Turn what the system refuses (a full disk, a folder that may not be written) into one clear line."""
    try:
        yield
    except DeltakgError:
        raise
    except OSError as error:
        raise WriteError(store, error) from error
