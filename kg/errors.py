"""What can go wrong with a store, each error holding what offended and saying what to do."""

import os
from errno import EDQUOT, ENOSPC
from typing import TYPE_CHECKING, TypeAlias

from deltakg import DeltakgError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.violations import Violation

StorePath: TypeAlias = str | os.PathLike[str]

_FULL = (ENOSPC, EDQUOT)


class StoreError(DeltakgError, OSError):
    """A store cannot be used.

    Attributes:
        path: the store's folder.
    """

    def __init__(self, path: StorePath, reason: str) -> None:
        super().__init__(f"{os.fspath(path)}: {reason}")
        self.path = path

    def __str__(self) -> str:
        """The message alone: OSError may print a tuple."""
        return str(self.args[0])


class NoStoreError(StoreError, FileNotFoundError):
    """There is no store, or it was never built to the end."""

    def __init__(self, path: StorePath) -> None:
        super().__init__(path, "no store is here; make one with `deltakg build`, or name another with --store")


class NotAStoreError(StoreError, FileExistsError):
    """The folder holds something else; nothing is written into it."""

    def __init__(self, path: StorePath) -> None:
        super().__init__(path, "is not a store and not empty; name a new or an empty folder with --store")


class NewerStoreError(StoreError):
    """The store was written by a newer deltakg.

    Attributes:
        version: the store's format.
    """

    def __init__(self, path: StorePath, version: int, known: int) -> None:
        reason = f"has store format {version}, newer than this deltakg's {known}; upgrade deltakg, or build a new store"
        super().__init__(path, reason)
        self.version = version


class OlderStoreError(StoreError):
    """The store was written by an older deltakg.

    Attributes:
        version: the store's format.
    """

    def __init__(self, path: StorePath, version: int, known: int) -> None:
        reason = f"has store format {version}, older than this deltakg's {known}; build it anew with `deltakg build`"
        super().__init__(path, reason)
        self.version = version


class DamagedStoreError(StoreError):
    """The store's files are not as deltakg writes them."""

    def __init__(self, path: StorePath, reason: str) -> None:
        super().__init__(path, f"the store is damaged ({reason}); build it again into a new folder")


class BusyStoreError(StoreError, BlockingIOError):
    """Another process is writing to the store."""

    def __init__(self, path: StorePath) -> None:
        super().__init__(path, "another process is writing to this store; try again when it has ended")


class WriteError(StoreError):
    """Writing failed, by a full disk or a folder that may not be written; the store is as it was."""

    def __init__(self, path: StorePath, error: OSError) -> None:
        full = next((said for said in map(os.strerror, _FULL) if said in str(error)), "")
        cause = full or error.strerror or str(error)  # the database says more than helps
        remedy = "Make room" if full else "Check its permissions"
        super().__init__(path, f"cannot be written ({cause}); it is as it was. {remedy}, or name another with --store")
        self.errno = error.errno


class SameStemError(DeltakgError, ValueError):
    """Two inputs of one call have one stem and different content.

    Attributes:
        stem: the stem.
        files: the two files.
    """

    def __init__(self, stem: str, files: tuple[str, str]) -> None:
        super().__init__(f"{files[0]} and {files[1]} would both be stored as {stem!r}; rename one of them")
        self.stem = stem
        self.files = files


class InputsError(DeltakgError, ValueError):
    """Several inputs of one call cannot be used.

    Attributes:
        errors: what is wrong, an error for each.
    """

    def __init__(self, errors: "Sequence[DeltakgError]") -> None:
        listed = "".join(f"\n  {error}" for error in errors)
        super().__init__(f"{len(errors)} inputs cannot be used, so the store stays as it is:{listed}")
        self.errors = tuple(errors)


class RdfFileError(DeltakgError, ValueError):
    """An RDF file cannot be imported.

    Attributes:
        path: the file.
        line: number of the line that offends, from 1; 0 where it is the file as a whole.
    """

    def __init__(self, path: StorePath, reason: str, line: int = 0) -> None:
        super().__init__(f"{os.fspath(path)}{f':{line}' if line else ''}: {reason}")
        self.path = path
        self.line = line


class AsItIsError(StoreError):
    """A dataset that is kept exactly as it is stands alone in its store."""

    def __init__(self, path: StorePath) -> None:
        super().__init__(
            path, "a dataset that is kept as it is shares its store with nothing else; name a new one with --store"
        )


class RefusedError(DeltakgError, ValueError):
    """No document of a call can be stored, because each violates a rule of the ontology.

    Attributes:
        violations: what is violated.
    """

    def __init__(self, violations: "Sequence[Violation]") -> None:
        first = violations[0]
        super().__init__(
            f"nothing is stored, for every document violates a rule; first {first.described()}. "
            "The fault is in how deltakg reads it; report it with the document"
        )
        self.violations = tuple(violations)


class UnknownStemError(DeltakgError, LookupError):
    """The store holds no document of this stem.

    Attributes:
        stem: the stem that was asked for.
        known: the stems that the store holds.
        exit_status: what a program ends with that is used wrongly.
    """

    exit_status = 2

    def __init__(self, stem: str, known: tuple[str, ...]) -> None:
        from difflib import get_close_matches  # noqa: PLC0415 - needed only here, off the path of a question

        near = get_close_matches(stem, known, 1, 0.5)
        names = f"did you mean {near[0]!r}?" if near else f"it holds {', '.join(known) or 'none'}"
        super().__init__(f"the store holds no document {stem!r}; {names}")
        self.stem = stem
        self.known = known


class AnnotationError(DeltakgError, ValueError):
    """A file of annotations cannot be read.

    Attributes:
        path: the file.
        line: number of the line that offends, from 1; 0 where it is the file as a whole.
    """

    def __init__(self, path: StorePath, reason: str, line: int = 0) -> None:
        super().__init__(f"{os.fspath(path)}{f', line {line}' if line else ''}: {reason}")
        self.path = path
        self.line = line


class UnknownDocumentError(DeltakgError, LookupError):
    """One side of a comparison has no document of this name.

    Attributes:
        name: the name that was given.
        side: which side.
        known: the documents that it has.
    """

    exit_status = 2

    def __init__(self, name: str, side: str, known: tuple[str, ...]) -> None:
        super().__init__(f"{side} has no document {name!r}; it has {', '.join(known) or 'none'}")
        self.name = name
        self.side = side
        self.known = known
