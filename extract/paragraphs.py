"""Printed lines: what a file prints, cleaned of markup and page furniture, each character with its offset."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LINE = re.compile(r"[^\n\r\f\v\x85\u2028\u2029]+")
# Documents copied from web pages lose their line ends and keep the indent of each paragraph.
_WIDE_SPACE = re.compile(r"\u3000{2,}|[ \u00a0]{8,}")
_MARKDOWN_HEADING = re.compile(r"\s*(#{1,6})\s+")
_MARKDOWN_MARK = re.compile(r"\*{1,3}(?=\S)|(?<=\S)\*{1,3}|^\s*>\s*|\\(?=[.#*_()\[\]-])")
_TABLE_RULE = re.compile(r"^\|?[\s:|-]+\|?$")
_PAGE_NUMBER = re.compile(
    r"^[-—–―－─_=·.]*\s*(?:第?\s*\d{1,4}\s*页?(?:\s*[,，/共]*\s*\d{1,4}\s*页)?)?\s*[-—–―－─_=·.]*$"
)
_ORNAMENT = re.compile(r"^(.)\1{7,}$")
_GLUED_PAGE_NUMBER = re.compile(r"[—－─]\s{0,3}(\d{1,3})\s{0,3}[—－─]")
_DOT_LEADER = re.compile(r"(?:…{2,}|[.．·•]{4,})\s*\d*$")
_MIN_PAGES = 2

# Full-width letters, digits and signs of arithmetic are folded, one character to one; punctuation stays as printed.
FOLD = {c: c - 0xFEE0 for c in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
FOLD |= {0xFF05: ord("%"), 0xFF0B: ord("+"), 0xFF0E: ord(".")}


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line, or a part of one, without markup and needless white space.

    Attributes:
        text: its characters, full-width letters and digits folded.
        offsets: the place of each in the document's text.
        heading: it is marked up as a heading.
        row: it is a row of a table, its cells parted by tabs.
    """

    text: str
    offsets: tuple[int, ...]
    heading: bool = False
    row: bool = False

    def cut(self, start: int, end: int | None = None) -> "Line":
        """The part between two places."""
        return Line(self.text[start:end], self.offsets[start:end], self.heading, self.row)


def lines(text: str) -> list[Line]:
    """The printed lines of a document that say something, in order.

    Page numbers, ornaments, rules of tables and a table of contents are left out.
    """
    glued = _glued_page_numbers(text)
    found = []
    for piece, start in _pieces(text):
        line = _clean(piece, start, glued)
        folded = line.text.replace("\t", "")
        if folded and not _PAGE_NUMBER.match(folded) and not _ORNAMENT.match(folded):
            found.append(line)
    return _without_contents(found)


def _pieces(text: str) -> Iterator[tuple[str, int]]:
    for match in _LINE.finditer(text):
        start = match.start()
        for gap in _WIDE_SPACE.finditer(match[0]):
            yield text[start : match.start() + gap.start()], start
            start = match.start() + gap.end()
        yield text[start : match.end()], start


def _glued_page_numbers(text: str) -> frozenset[int]:
    """Offsets of the characters of page numbers that stand inside a line (`…推进— 2 —加快…`).

    Page numbers count up by one; anything between dashes that does not is left alone.
    """
    pages, expected = [], None
    for match in _GLUED_PAGE_NUMBER.finditer(text):
        number = int(match[1])
        if expected is None or number == expected:
            pages.append(match)
            expected = number + 1
    if len(pages) < _MIN_PAGES:
        return frozenset()
    return frozenset(i for match in pages for i in range(*match.span()))


def _clean(piece: str, start: int, dropped: frozenset[int]) -> Line:
    marks = {i for match in _MARKDOWN_MARK.finditer(piece) for i in range(*match.span())}
    heading = _MARKDOWN_HEADING.match(piece)
    if heading:
        marks.update(range(heading.end()))
    row = piece.strip().startswith("|") and piece.strip().endswith("|")
    if row and _TABLE_RULE.match(piece.strip()):
        return Line("", ())
    text, offsets = [], []
    for i, c in enumerate(piece):
        if i in marks or start + i in dropped:
            continue
        if row and c == "|":
            text.append("\t")
            offsets.append(start + i)
        elif not c.isspace() or _parts_words(piece, i):
            text.append(chr(FOLD.get(ord(c), ord(c))))
            offsets.append(start + i)
    return Line("".join(text), tuple(offsets), heading is not None, row)


def _parts_words(piece: str, i: int) -> bool:
    """White space counts only between two words of a Latin script; Chinese is written without."""
    before, after = piece[i - 1 : i], piece[i + 1 : i + 2]
    return before.isascii() and before.isalpha() and after.isascii() and after.isalpha()


def _without_contents(found: list[Line]) -> list[Line]:
    """The lines without a table of contents: from 目录 to where its first entry comes again as a heading."""
    for i, line in enumerate(found):
        if line.text in ("目录", "目次") and i + 1 < len(found):
            first = _entry(found[i + 1].text)
            for j in range(i + 2, len(found)):
                if found[j].text.startswith(first) and not _DOT_LEADER.search(found[j].text):
                    return found[:i] + found[j:]
            return found[:i] + [rest for rest in found[i + 1 :] if not _DOT_LEADER.search(rest.text)]
    return found


def _entry(text: str) -> str:
    return re.sub(r"\d+$", "", _DOT_LEADER.sub("", text))
