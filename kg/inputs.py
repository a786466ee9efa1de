"""What goes into a store: the files that a call names, each read once."""

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from unicodedata import normalize

from deltakg import DeltakgError
from extract.errors import DocumentError, InputNotFoundError
from extract.plan import Document, Extraction, Found
from kg.errors import InputsError, SameStemError

if TYPE_CHECKING:  # importing it loads spaCy
    from extract.pipeline import Extractor


_NAMED = 5


class Pipeline(Protocol):
    """Reads files and extracts facts from them."""

    @property
    def version(self) -> str:
        """Changes whenever `extract` may give something else for the same document."""

    def find(self, inputs: Iterable[Path]) -> Found:
        """The documents that files, folders and patterns name."""

    def read(self, path: Path) -> Document:
        """Read one document."""

    def check(self, document: Document) -> None:
        """Raise `DocumentError` where a document is none that facts can be extracted from."""

    def extract(self, document: Document) -> Extraction:
        """The plan of a document and its facts."""


class Extracting:
    """The pipeline of `extract/`; spaCy is loaded when a document is first extracted, not before."""

    @property
    def version(self) -> str:
        """The version of `extract/` and of the data under it."""
        from extract.version import extractor_version  # noqa: PLC0415 - hashes files; only for writing

        return extractor_version()

    def find(self, inputs: Iterable[Path]) -> Found:
        """The documents that files, folders and patterns name."""
        from extract.files.reading import find  # noqa: PLC0415 - only for writing

        return find(inputs)

    def read(self, path: Path) -> Document:
        """Read one document."""
        from extract.files.reading import read  # noqa: PLC0415 - only for writing

        return read(path)

    def check(self, document: Document) -> None:
        """Raise `DocumentError` where a document is no plan."""
        from extract.structure.plans import plan  # noqa: PLC0415 - only for writing

        plan(document)

    def extract(self, document: Document) -> Extraction:
        """The plan of a document and its facts."""
        return self._extractor.extract(document)

    @cached_property
    def _extractor(self) -> "Extractor":
        gc.disable()  # what is loaded stays: to look for garbage in it again and again takes a tenth of a build
        try:
            from extract.pipeline import Extractor  # noqa: PLC0415 - loads spaCy

            return Extractor()
        finally:
            gc.freeze()
            gc.enable()


@dataclass(frozen=True, slots=True)
class Input:
    """A document as read and the name of its file, without folder."""

    document: Document
    file: str

    @property
    def stem(self) -> str:
        """What the document is called in the store."""
        return self.document.stem

    @property
    def content(self) -> tuple[str, tuple[tuple[str, str], ...]]:
        """What is compared when two inputs have one stem."""
        return self.document.sha256, self.document.source


def gather(inputs: Iterable[Path], pipeline: Pipeline, progress: "Progress") -> tuple[dict[str, Input], list[str]]:
    """Read the documents of one call.

    Returns:
        The documents by stem, and what the caller should be told of files that were left out or read in part.

    Raises:
        SameStemError: where two have one stem and different content.
        DeltakgError: where one cannot be found or read.
        InputsError: where that is so of several.
    """
    failures = Failures()
    paths: set[Path] = set()
    others: dict[Path, None] = {}
    for given in inputs:
        with failures.kept():
            found_there = pipeline.find([given])
            paths.update(found_there.paths)
            others.update(dict.fromkeys(found_there.skipped))
    gathered: dict[str, tuple[Path, Input]] = {}
    for done, path in enumerate(sorted(paths), start=1):
        with failures.kept():
            found = Input(pipeline.read(path), normalize("NFC", path.name))
            other_path, other = gathered.setdefault(found.stem, (path, found))
            if other.content != found.content:
                raise SameStemError(found.stem, (str(other_path), str(path)))
            if found.file < other.file:
                gathered[found.stem] = (path, found)
        progress("read", done, len(paths))
    given_ = {stem: found for stem, (_, found) in sorted(gathered.items())}
    if failures.errors:  # what is no plan is found out only later, and is to be named too
        for found in given_.values():
            with failures.kept():
                pipeline.check(found.document)
    failures.end()
    skipped = [path for path in others if path not in paths]
    read_in_part = [notice for found in given_.values() if (notice := found.document.notice())]
    return given_, [*([_skipped(skipped)] if skipped else []), *read_in_part]


class Failures:
    """Errors of several inputs, kept until all have been tried.

    Attributes:
        errors: those so far.
    """

    def __init__(self) -> None:
        self.errors: list[DeltakgError] = []

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Keep the error of one input, and go on."""
        try:
            yield
        except (DocumentError, InputNotFoundError, SameStemError) as error:
            self.errors.append(error)

    def end(self) -> None:
        """Raise what was kept.

        Raises:
            DeltakgError: the error, where there is one.
            InputsError: where there are several.
        """
        if self.errors:
            raise self.errors[0] if len(self.errors) == 1 else InputsError(self.errors)


def _skipped(paths: Sequence[Path]) -> str:
    """The line that says which files were left out."""
    named = ", ".join(path.name for path in paths[:_NAMED]) + (", …" if len(paths) > _NAMED else "")
    return f"skipped {len(paths)} file{'s' if len(paths) > 1 else ''} of other kinds: {named}"


def once(documents: Mapping[str, str]) -> dict[str, str]:
    """Which stems to leave out because the same content stands under a smaller one.

    Args:
        documents: SHA-256 by stem.

    Returns:
        The stem to keep, by the stem to leave out.
    """
    kept: dict[str, str] = {}
    left_out: dict[str, str] = {}
    for stem, sha256 in sorted(documents.items()):
        if (keeper := kept.setdefault(sha256, stem)) != stem:
            left_out[stem] = keeper
    return left_out


class Progress(Protocol):
    """Called as work goes on: `stage` is `read`, `extract`, `load` or `derive`.

    Once all is derived the change is published. Until then whatever is raised here ends the work, and the
    store is as it was.
    """

    def __call__(self, stage: str, done: int, total: int) -> None:
        """`done` of `total` documents are through the stage; to derive is one step for all of them."""


def silent(stage: str, done: int, total: int) -> None:
    """Report no progress."""
