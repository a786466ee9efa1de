"""Opening a store and asking it.

Opening takes about ten milliseconds, and this module imports little besides pyoxigraph: it is on
the way to every question.
"""

import os
from types import TracebackType
from typing import TYPE_CHECKING, Self

import pyoxigraph

from kg import pointer
from kg.errors import DamagedStoreError, StoreError, StorePath

if TYPE_CHECKING:  # the manifest is read when it is asked for, which a question does not
    from kg.manifest import Manifest, StoredDocument, StoredImport

Results = pyoxigraph.QuerySolutions | pyoxigraph.QueryBoolean | pyoxigraph.QueryTriples


class Reader:
    """A generation of a store, open for reading; it does not change while it is open. Use it in `with`.

    Attributes:
        path: the store's folder.
        generation: the generation's number.
        base: where `id/` and `graph/` stand in it.
        graph: the database. The default graph holds the merge of all graphs: no union is needed.
    """

    def __init__(self, path: StorePath) -> None:
        self.path = os.fspath(path)
        self.generation, self._descriptor = pointer.hold(path)
        try:
            self.base = os.pread(self._descriptor, pointer.LONGEST_BASE, 0).decode()
            self.graph = pyoxigraph.Store.read_only(f"{pointer.folder(path, self.generation)}/graph")
        except BaseException:
            self.close()
            raise

    def query(self, sparql: str, *, base_iri: str | None = None, prefixes: dict[str, str] | None = None) -> Results:
        """Ask a SPARQL question of the merge of all graphs; `GRAPH` asks one of them.

        Raises:
            SyntaxError: where the question is no SPARQL, with its line in the message.
        """
        return self.graph.query(sparql, base_iri=base_iri, prefixes=prefixes)

    def is_current(self) -> bool:
        """Whether a store opened now would be the same generation.

        What keeps a reader open for long, as a server does, asks this before an answer (it reads one line of
        a file), and opens the store again where it is not.
        """
        return pointer.current(self.path) == self.generation

    def manifest(self) -> "Manifest":
        """What the generation holds."""
        from pathlib import Path  # noqa: PLC0415 - slow to import

        from kg.manifest import read  # noqa: PLC0415 - slow to import

        return read(Path(pointer.folder(self.path, self.generation), "manifest.json"), Path(self.path))

    def documents(self) -> tuple["StoredDocument", ...]:
        """The documents that the generation holds, by stem."""
        return self.manifest().documents

    def imports(self) -> tuple["StoredImport", ...]:
        """The imported files that the generation holds, by stem."""
        return self.manifest().imports

    def text(self, sha256: str) -> str:
        """The text of a document as decoded, line ends untouched; every offset in the graph counts in it.

        Raises:
            KeyError: where the store has no such text.
        """
        try:
            with open(f"{self.path}/texts/{sha256}.txt", encoding="utf-8", newline="") as file:  # noqa: PTH123 - as above
                return file.read()
        except FileNotFoundError:
            raise KeyError(sha256) from None

    def close(self) -> None:
        """Let the generation go; a writer may then remove it."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class Store:
    """A store by its folder; nothing is opened before `open`.

    Args:
        path: the folder, which need not exist.
    """

    def __init__(self, path: StorePath) -> None:
        self.path = path

    def open(self) -> Reader:
        """Open the current generation.

        Raises:
            NoStoreError: where there is no store.
            NewerStoreError: where a newer deltakg wrote it.
            DamagedStoreError: where its files are not as deltakg writes them.
            StoreError: where they cannot be read.
        """
        try:
            return Reader(self.path)
        except StoreError:
            raise
        except PermissionError as error:
            raise StoreError(self.path, f"cannot be read ({error.strerror})") from error
        except (OSError, ValueError, RuntimeError) as error:  # pyoxigraph says RuntimeError of corruption
            raise DamagedStoreError(self.path, str(error)) from error

    def documents(self) -> tuple["StoredDocument", ...]:
        """The documents that the store holds, by stem."""
        with self.open() as reader:
            return reader.documents()
