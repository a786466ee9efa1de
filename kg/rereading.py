"""Plans read anew for what a store does not keep: out of its texts, or out of files."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from extract.files.reading import read
from extract.pipeline import Extractor, profile_of
from extract.plan import Document, Plan, Unit
from extract.structure.plans import plan
from extract.tracing import Explained
from kg.errors import DamagedStoreError, UnknownStemError
from kg.likeness import unit_key
from kg.store import Store


def documents(store: str, names: Sequence[str]) -> Iterator[Document]:
    """The documents that stems of a store and paths of files name; all of the store where nothing is named.

    Args:
        store: the folder of the store, opened only where a name is no file's.
        names: a name is a path where a file is there.

    Raises:
        UnknownStemError: where a name is neither a file nor a stem of the store.
        StoreError: where the store cannot be used.
        DocumentError: where a file cannot be read.
    """
    for name in names:
        yield read(Path(name)) if _is_file(name) else next(_stored(store, (name,)))
    if not names:
        yield from _stored(store, ())


def _is_file(name: str) -> bool:
    try:
        return Path(name).is_file()
    except (OSError, ValueError):  # no name that a file could have
        return False


def _stored(store: str, stems: Sequence[str]) -> Iterator[Document]:
    with Store(store).open() as reader:
        held = {document.stem: document for document in reader.documents()}
        for stem in stems or held:
            if stem not in held:
                raise UnknownStemError(stem, tuple(held))
            try:
                yield held[stem].document(reader.text(held[stem].sha256))
            except KeyError as error:
                raise DamagedStoreError(store, f"the text of {stem} is missing") from error


def explained(extractor: Extractor, document: Document) -> Iterator[tuple[Plan, Explained]]:
    """Each unit of a document with its facts and what was left out of it, in printed order.

    Raises:
        DocumentError: where the text is no plan.
    """
    found = plan(document)
    profile = profile_of(found)
    for unit in found.units:
        yield found, extractor.explain(unit, profile)


def unit_named(found: Plan, name: str) -> Unit | None:
    """The unit that an id or a locator names (`15`, `第15条`, `二（四）` also as `二/四`); None where none does."""
    wanted = unit_key(name)
    exact = [unit for unit in found.units if name in (unit.id, unit.locator)]
    alike = [unit for unit in found.units if wanted and wanted in (unit_key(unit.id), unit_key(unit.locator))]
    return next(iter(exact + alike), None)
