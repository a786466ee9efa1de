"""The text layer of a PDF, as a program of its own: bytes come in, JSON goes out.

PDFium is native code that reads what anybody wrote: a process that may be ended keeps its crashes, its loops and
its memory away from what reads documents. Run by `extract.files.pdf`; nothing else of this project is imported.
"""

import ctypes
import json
import re
import resource
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from math import pi
from typing import Any, TypeAlias

MAX_PAGES = 2000
MAX_CHARACTERS = 4_000_000
TOO_LONG = "characters"
CPU_SECONDS = 60
FEWEST = 10
"""Characters that a page has at least whose text can be read."""
MEMORY = 2 * 1024**3
"""Bytes of address space."""

_ADJOINS, _COLUMNS_APART = 1.5, 4.0
_GAP = "\u3000\u3000"
_FEW_PIECES = 1000
_SAMPLE = 200
_NOTHING = frozenset({0, 2, 10, 13, 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)})
_PAGE_NUMBER = re.compile(r"[-—–―－─_·.第共页/，,|]*(?:\d{1,4}|[ivxlc]{1,6})[-—–―－─_·.第共页/，,|\d]*", re.IGNORECASE)
_FIGURES = re.compile(r"\d+")
_SPACES = re.compile(r"\s+")
_RUNNING_LINES, _RUNNING_PAGES, _RUNNING_SHARE = 2, 3, 3

Box: TypeAlias = tuple[float, float, float, float]
"""Left, bottom, right and top, in points."""


class RefusedError(Exception):
    """The file cannot be read; the message is one of the reasons that `extract.files.pdf` explains."""


class Line:
    """Characters on one baseline, in the order in which the page draws them.

    Args:
        box: of the first one.
    """

    def __init__(self, box: Box) -> None:
        self.left, self.bottom, self.right, self.top = box
        self._characters: list[str] = []

    @property
    def text(self) -> str:
        """Its characters."""
        return "".join(self._characters).strip()

    def is_beside(self, box: Box) -> bool:
        """Whether a box stands on the same baseline, however tall it is."""
        _, bottom, _, top = box
        return self.bottom < (bottom + top) / 2 < self.top or bottom < (self.bottom + self.top) / 2 < top

    def add(self, character: str, box: Box) -> None:
        """Put a character behind the others; what stands far from them belongs to another column."""
        if box[0] - self.right > _COLUMNS_APART * (self.top - self.bottom):
            while self._characters[-1:] == [" "]:
                self._characters.pop()
            self._characters.append(_GAP)
        self._characters.append(character)
        self.right = max(self.right, box[2])

    def space(self) -> None:
        """Put a space behind the others."""
        self._characters.append(" ")

    def take(self, other: "Line") -> bool:
        """Join what was drawn later if it adjoins on the same baseline, behind or in front."""
        if not self.is_beside((other.left, other.bottom, other.right, other.top)):
            return False
        near = _ADJOINS * (self.top - self.bottom)
        if -near < other.left - self.right < near:
            self._characters += other._characters  # noqa: SLF001 - of its own class
        elif -near < self.left - other.right < near:
            self._characters = other._characters + self._characters  # noqa: SLF001 - of its own class
        else:
            return False
        self.left, self.right = min(self.left, other.left), max(self.right, other.right)
        return True


def pages(data: bytes) -> Iterator[tuple[list[Line], bool]]:
    """The lines of each page of a PDF, in the order in which it draws them, and whether it shows more than text.

    Raises:
        RefusedError: where it is no PDF, asks for a password, or has too many pages.
    """
    import pypdfium2  # type: ignore[import-untyped] # noqa: PLC0415 - the limits of this process are set first

    try:
        document = pypdfium2.PdfDocument(data)
        if not 0 < len(document) <= MAX_PAGES:
            raise RefusedError("pages" if len(document) else "corrupt")
        for number in range(len(document)):
            page = document[number]
            lines = _lines(page, page.get_textpage(), pypdfium2.raw)
            yield lines, any(shown.type != pypdfium2.raw.FPDF_PAGEOBJ_TEXT for shown in page.get_objects(max_depth=1))
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower() or "security" in str(error).lower()
        raise RefusedError("password" if locked else "corrupt") from error


def _lines(page: Any, layer: Any, raw: Any) -> list[Line]:  # noqa: ANN401 - PDFium's bindings are untyped
    left, bottom, right, top = page.get_mediabox()
    turn = _turn(layer, raw)
    lines: list[Line] = []
    box = raw.FS_RECTF()
    for i in range(layer.count_chars()):
        code = raw.FPDFText_GetUnicode(layer, i)
        if code in _NOTHING:
            continue
        character = chr(code)
        if character.isspace():
            if lines:
                lines[-1].space()
            continue
        raw.FPDFText_GetLooseCharBox(layer, i, ctypes.byref(box))
        if box.right < left or box.left > right or box.top < bottom or box.bottom > top:
            continue  # drawn beside the paper
        upright = _turned((box.left, box.bottom, box.right, box.top), turn)
        if not (lines and lines[-1].is_beside(upright) and upright[0] >= lines[-1].left):
            lines.append(Line(upright))
        lines[-1].add(character, upright)
    return _joined(lines) if len(lines) < _FEW_PIECES else lines


def _turn(layer: Any, raw: Any) -> int:  # noqa: ANN401 - PDFium's bindings are untyped
    """By how many quarters the text of a page is turned: a table may be set across the paper."""
    count = layer.count_chars()
    sample = range(0, count, max(1, count // _SAMPLE))
    angles = (raw.FPDFText_GetCharAngle(layer, i) for i in sample)  # clockwise; below 0 where there is none
    turns = Counter(round(-angle / (pi / 2)) % 4 for angle in angles if angle >= 0)
    return max(turns, key=lambda turn: turns[turn], default=0)


def _turned(box: Box, turn: int) -> Box:
    """A box as a reader sees it who turns the paper by so many quarters."""
    left, bottom, right, top = box
    return (
        box,
        (bottom, -right, top, -left),
        (-right, -top, -left, -bottom),
        (-top, left, -bottom, right),
    )[turn]


def _joined(lines: list[Line]) -> list[Line]:
    """The lines, those that a page draws in pieces put together."""
    joined: list[Line] = []
    for line in lines:
        if line.text and not any(other.take(line) for other in reversed(joined)):
            joined.append(line)
    return joined


def without_furniture(found: list[list[Line]]) -> list[list[Line]]:
    """The pages without page numbers and running titles: what stands highest or lowest on them.

    A running title stands there on every third page or more, whatever figures it holds.
    """
    for _ in range(_RUNNING_LINES):
        edges = [{id(line): line for line in (_highest(page), _lowest(page)) if line} for page in found]
        said = Counter(said for page in edges for said in {_bare(line) for line in page.values()})
        often = max(_RUNNING_PAGES, len(found) / _RUNNING_SHARE)
        gone = {
            at
            for page in edges
            for at, line in page.items()
            if said[_bare(line)] >= often or _PAGE_NUMBER.fullmatch(_SPACES.sub("", line.text))
        }
        found = [[line for line in page if id(line) not in gone] for page in found]
    return found


def _highest(page: list[Line]) -> Line | None:
    return max(page, key=lambda line: line.top, default=None)


def _lowest(page: list[Line]) -> Line | None:
    return min(page, key=lambda line: line.bottom, default=None)


def _bare(line: Line) -> str:
    return _FIGURES.sub("0", _SPACES.sub("", line.text))


def read(data: bytes) -> dict[str, object]:
    """What a PDF says: its text, pages parted by a form feed, and how well each can be read.

    Returns:
        `text`; `characters`, how many the text of each page has; `shows`, whether each shows more than text.

    Raises:
        RefusedError: where it cannot be read.
    """
    found, shows = [], []
    characters = 0
    for page, more in pages(data):
        found.append(page)
        shows.append(more)
        characters += sum(len(line.text) for line in page)
        if characters > MAX_CHARACTERS:
            raise RefusedError(TOO_LONG)
    texts = ["\n".join(line.text for line in page) for page in without_furniture(found)]
    many = [len(_SPACES.sub("", text)) for text in texts]
    return {"text": "\f".join(texts), "characters": many, "shows": shows}


def main() -> None:
    """Read standard input, write to standard output."""
    for limit, value in ((resource.RLIMIT_CPU, CPU_SECONDS), (resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CORE, 0)):
        with suppress(ValueError, OSError):  # not every system has every limit
            resource.setrlimit(limit, (value, value))
    try:
        said = read(sys.stdin.buffer.read())
    except RefusedError as error:
        said = {"refused": str(error)}
    sys.stdout.buffer.write(json.dumps(said).encode())


if __name__ == "__main__":
    main()
