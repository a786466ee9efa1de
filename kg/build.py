"""The ways to change a store: `build` it anew, `add` documents, `import_file` RDF, `remove` some of them.

Each makes a new generation out of shards; nothing is changed before that is whole. What the store
holds afterwards depends on the documents alone: `build A B` is `build A` and `add B`.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from deltakg import DeltakgError
from kg.assembly import Assembly
from kg.errors import (
    AsItIsError,
    DamagedStoreError,
    RefusedError,
    SameStemError,
    StorePath,
    UnknownStemError,
    WriteError,
)
from kg.generations import Writer, writing
from kg.identity import BASE, Names
from kg.inputs import Extracting, Failures, Input, Pipeline, Progress, gather, once, silent
from kg.interrupts import LAST
from kg.manifest import Manifest, StoredDocument, StoredImport, read
from kg.pointer import folder
from kg.rdf_files import RdfFile
from kg.rdf_files import read as read_rdf
from kg.shards import Shards
from kg.violations import Violation


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a call did.

    Attributes:
        generation: number of the generation that it made.
        documents: what the store holds now, by stem.
        imports: the imported files that it holds now, by stem.
        notices: what the caller should be told, one line each.
        refused: what documents of the call violate; they are left out, or stay as the store had them.
    """

    generation: int
    documents: tuple[StoredDocument, ...]
    imports: tuple[StoredImport, ...] = ()
    notices: tuple[str, ...] = ()
    refused: tuple[Violation, ...] = ()


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
        RefusedError: where every document violates a rule.
        DeltakgError: where an input cannot be used or the store not be written; it is then as it was.
    """
    base, pipeline = Names(base).base, pipeline or Extracting()
    given, notices = gather(map(Path, inputs), pipeline, progress)
    with _failures(store), writing(store, create=True) as writer:
        gone = [f"{one.stem}: no longer imported; import {one.file} again to have it" for one in _imports(writer)]
        return _Change(writer, base, pipeline, progress).to({}, given, {}, [*notices, *gone])


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
        imports = {one.stem: one for one in manifest.imports}
        for stem in given.keys() & imports.keys():
            raise SameStemError(stem, (given[stem].file, f"the import of {imports[stem].file}"))
        return _Change(writer, manifest.base, pipeline, progress).to(_by_stem(manifest), given, imports, notices)


def import_file(
    store: StorePath,
    path: StorePath,
    *,
    name: str = "",
    as_is: bool = False,
    relative_to: str = "",
    pipeline: Pipeline | None = None,
    progress: Progress = silent,
) -> Outcome:
    """Import an RDF file into a store; one that is called as it is replaced, with a notice.

    Args:
        store: the store's folder, made where it is not there.
        path: the file (see `kg.rdf_files`).
        name: what it is to be called, the file's name without extension where none is given.
        as_is: keep the dataset exactly as the file has it; the store then holds nothing else but such datasets,
            neither what the world knows nor the ontology.
        relative_to: what relative IRIs are relative to, the graph of the import where it is not given.
        pipeline: as for `build`.
        progress: as for `build`.

    Raises:
        RdfFileError: where the file cannot be read.
        SameStemError: where a document of the store is called so.
        AsItIsError: where the store holds something that must not meet this.
        DeltakgError: where the store cannot be written; it is then as it was.
    """
    with _failures(store), writing(store, create=True) as writer:
        manifest = _manifest(writer) if writer.current else Manifest(BASE, (), ())
        given = read_rdf(Path(path), Names(manifest.base), stem=name, as_is=as_is, relative_to=relative_to)
        held, imports = _by_stem(manifest), {one.stem: one for one in manifest.imports}
        if given.stem in held:
            raise SameStemError(given.stem, (given.file, held[given.stem].file))
        said = [f"{given.stem}: replaced"] if imports.pop(given.stem, None) else []
        change = _Change(writer, manifest.base, pipeline or Extracting(), progress)
        return change.to(held, {}, imports, said, [given])


def remove(
    store: StorePath, stems: Sequence[str], *, pipeline: Pipeline | None = None, progress: Progress = silent
) -> Outcome:
    """Remove documents and imported files from a store, by stem.

    Raises:
        UnknownStemError: where it holds none that is called so.
        DeltakgError: as `add` does.
    """
    with _failures(store), writing(store, create=False) as writer:
        manifest = _manifest(writer)
        held, imports = _by_stem(manifest), {one.stem: one for one in manifest.imports}
        known = (*held, *imports)
        for stem in dict.fromkeys(stems):
            if held.pop(stem, None) is None and imports.pop(stem, None) is None:
                raise UnknownStemError(stem, known)
        return _Change(writer, manifest.base, pipeline or Extracting(), progress).to(held, {}, imports)


class _Change:
    def __init__(self, writer: Writer, base: str, pipeline: Pipeline, progress: Progress) -> None:
        self._writer = writer
        self._base = base
        self._progress = progress
        self._shards = Shards(writer, base, pipeline)

    def to(
        self,
        held: dict[str, StoredDocument],
        given: dict[str, Input],
        imports: dict[str, StoredImport],
        said: Sequence[str] = (),
        files: Sequence[RdfFile] = (),
    ) -> Outcome:
        """Make the generation that holds what stays (`held`, `imports`) and what comes (`given`, `files`).

        Args:
            held: the documents that stay, by stem.
            given: those that come.
            imports: the imports that stay, by stem.
            said: notices of how documents were found.
            files: the imports that come.
        """
        imports |= {file.stem: self._shards.imported(file) for file in files}
        as_is = any(one.as_is for one in imports.values())
        if as_is and (held or given or not all(one.as_is for one in imports.values())):
            raise AsItIsError(self._writer.store)
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
        imported = tuple(imports[stem] for stem in sorted(imports))
        documents, refused = self._assembled(merged, merged.keys() & given.keys(), held, imported, as_is=as_is)
        stayed = {f"{violation.document}: replaced" for violation in refused}
        notices = [notice for notice in notices if notice not in stayed]
        self._progress(LAST, 1, 1)
        generation = self._writer.publish(self._base)
        with suppress(OSError):  # the generation is there; what stays is removed by the next writer
            _prune(self._writer)
        return Outcome(generation, documents, imported, tuple(notices), tuple(refused))

    def _assembled(
        self,
        wanted: dict[str, StoredDocument],
        checked: set[str],
        held: Mapping[str, StoredDocument],
        imports: tuple[StoredImport, ...],
        *,
        as_is: bool,
    ) -> tuple[tuple[StoredDocument, ...], list[Violation]]:
        """Put a generation together, again without what violates a rule until nothing does.

        Args:
            wanted: the documents that it is to hold, by stem.
            checked: those of them that must violate no rule.
            held: what stands for one of these that does.
            imports: what else it is to hold.
            as_is: whether that are datasets exactly as they are.

        Returns:
            What it holds, and what was violated.

        Raises:
            RefusedError: where no document is left.
        """
        refused: list[Violation] = []
        while True:
            with Assembly(self._writer.begin(), self._shards, as_is=as_is) as assembly:
                documents = self._with_shards([wanted[stem] for stem in sorted(wanted)])
                found = assembly.finish(self._base, documents, imports, self._progress, checked)
            if not found:
                return documents, refused
            refused += found
            violating = {violation.document for violation in found}
            checked = checked - violating
            wanted = {stem: document for stem, document in wanted.items() if stem not in violating}
            wanted |= {stem: held[stem] for stem in violating if stem in held}
            if not wanted:
                raise RefusedError(refused)

    def _with_shards(self, documents: list[StoredDocument]) -> tuple[StoredDocument, ...]:
        done, failures = list[StoredDocument](), Failures()
        for number, document in enumerate(documents, start=1):
            with failures.kept():
                done.append(replace(document, shard=self._shards.document(document)))
            self._progress("extract", number, len(documents))
        failures.end()
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


def _imports(writer: Writer) -> tuple[StoredImport, ...]:
    """What a store that is made anew holds of imports; none where there is no store, or none that can be read."""
    try:
        return _manifest(writer).imports if writer.current else ()
    except DamagedStoreError:
        return ()


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
