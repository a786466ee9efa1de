"""The value types of reading: a document as read, and the plan, sections and units found in it."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias

from extract.facts import Fact, Span

UnitKind: TypeAlias = Literal["measure", "box", "passage"]


PAGE_END = "\f"
"""What parts the printed pages in the text of a document whose reader knows them."""

PAGED = "pdf"
"""How the names of the readers begin that know the pages."""


class Found(NamedTuple):
    """The files that inputs name.

    Attributes:
        paths: the documents among them.
        skipped: those in folders or under patterns that are no documents.
    """

    paths: tuple[Path, ...]
    skipped: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read.

    Attributes:
        stem: the file's name without extension; the plan's id.
        sha256: of the file's bytes, 64 hex digits.
        encoding: Python's name of the codec that decoded it; "" where the format has its own (PDF, Word).
        reader: which reader made the text: `text`, `pdf (pypdfium2)`, `docx (python-docx)`, `html (trafilatura)`.
        text: what it says, every `Span` counts in it: of a text file the decoded text, byte order mark removed, line
            ends untouched; of others what its reader makes of it, `PAGE_END` between the pages where it knows them.
        source: what `sources.toml` beside the file says of it, by field name (see `SOURCE_FIELDS`).
        path: the file, for messages; two documents that differ in it alone are equal.
        unread: its pages, from 1, that show something and have next to no text; told when the file is read, not kept.
    """

    stem: str
    sha256: str
    encoding: str
    reader: str
    text: str
    source: tuple[tuple[str, str], ...] = ()
    path: Path | None = field(default=None, compare=False)
    unread: tuple[int, ...] = field(default=(), compare=False)

    def page_starts(self) -> tuple[int, ...]:
        """Where each printed page starts in the text; none where the reader does not know them."""
        if not self.reader.startswith(PAGED):
            return ()
        return (0, *(at + 1 for at, character in enumerate(self.text) if character == PAGE_END))

    def page(self, start: int) -> int | None:
        """The page that holds a place of the text, from 1; None where the reader does not know the pages."""
        return self.text.count(PAGE_END, 0, start) + 1 if self.reader.startswith(PAGED) else None

    def notice(self) -> str:
        """What the reader of a file should know of it: the pages that cannot be read; "" where there are none."""
        if not self.unread:
            return ""
        runs: list[list[int]] = []
        for page in self.unread:
            if runs and page == runs[-1][-1] + 1:
                runs[-1][1:] = [page]
            else:
                runs.append([page])
        pages = ", ".join("–".join(map(str, run)) for run in runs)
        has = f"page {pages} has" if len(self.unread) == 1 else f"pages {pages} have"
        return f"{self.stem}: {has} no text, or hardly any (a cover, a seal, a scan); recognise it (OCR) if it matters"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it.

    Attributes:
        path: printed numbers from the top, brackets kept, heading words dropped (`十一（三）`).
        heading: the printed heading with its number, one line.
        parent: path of the section around it, None at the top.
        span: the printed heading.
    """

    path: str
    heading: str
    parent: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Repair:
    """A slip of the printed text that reading mended: what stood there, what is read, by which rule."""

    span: Span
    printed: str
    read: str
    rule: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A passage that facts are anchored to.

    Attributes:
        id: as the guidelines name it (`15`, `二（三）4`, `专栏5.2`, `§一（二）`).
        kind: `measure`, `box` (an item of a 专栏) or `passage`.
        section: path of the section that it stands in, None before the first heading.
        locator: how a citation points at it (`第15条`, `第（45）项`, `专栏5第2项`, the heading path).
        text: as read: paragraphs parted by a newline, breaks inside sentences mended, slips repaired.
        offsets: for each character of `text` the place in the document's text that it was read from; never falling.
        repairs: the slips mended in it.

    Raises:
        ValueError: where it is empty, or text and offsets do not match.
    """

    id: str
    kind: UnitKind
    section: str | None
    locator: str
    text: str
    offsets: tuple[int, ...]
    repairs: tuple[Repair, ...] = ()

    def __post_init__(self) -> None:
        if not self.text or len(self.text) != len(self.offsets):
            msg = f"unit {self.id}: {len(self.text)} characters but {len(self.offsets)} offsets"
            raise ValueError(msg)

    def printed(self, start: int, end: int) -> Span:
        """The printed span behind `text[start:end]`."""
        return Span(self.offsets[start], self.offsets[end - 1] + 1)


@dataclass(frozen=True, slots=True)
class Plan:
    """What a document says of itself, and its parts in printed order.

    Attributes:
        stem: the document's.
        title: without 《》, its brackets full-width.
        number: 文号 as printed (`宿长三角办〔2021〕1号`), None where none is.
        issuer: the issuing body as printed, None where none is.
        adopted: ISO date of the adoption, None where none is printed.
        period: first and last year, None where none is printed.
        jurisdiction: code of the division that the plan is for, "100000" for a national one, "" where unknown.
        supplied: names of the fields above that `sources.toml` said and the text does not.
    """

    stem: str
    title: str
    number: str | None
    issuer: str | None
    adopted: str | None
    period: tuple[int, int] | None
    jurisdiction: str
    sections: tuple[Section, ...]
    units: tuple[Unit, ...]
    supplied: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class Extraction:
    """A document, its plan and all facts, in the order of the units: what `kg` turns into RDF."""

    document: Document
    plan: Plan
    facts: tuple[Fact, ...]
