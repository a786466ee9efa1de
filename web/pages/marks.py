"""The text of a passage in runs: where a fact rests on it, with the fact."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

_LABEL = re.compile("[^：\n]{1,16}：")
_FRAME = re.compile(r"[\s|｜*]+")
_AHEAD = 400
"""Characters of the document that are looked through for the next one of a passage: a page's foot may stand between."""


class Mark(NamedTuple):
    """A fact with printed characters that it rests on.

    Attributes:
        fact: its IRI.
        kind: its class, as the ontology names it.
        written: what it says, as written.
        start: offset in the document's text.
        end: the same; half-open.
    """

    fact: str
    kind: str
    written: str
    start: int
    end: int


class Run(NamedTuple):
    """A run of text.

    Attributes:
        text: the characters.
        marks: the facts that rest on it, the one of the fewest characters first; () for none.
    """

    text: str
    marks: tuple[Mark, ...]


def offsets(text: str, printed: str, start: int) -> list[int]:
    """Where each character of a passage, as read, stands in the document; -1 where that is not found.

    What is read differs from what is printed by white space, by line breaks, and by repairs.

    Args:
        text: the passage as read.
        printed: the part of the document that it was read from.
        start: offset of that part.
    """
    found: list[int] = []
    at = 0
    for line in text.splitlines(keepends=True):
        label = _unprinted(line, printed, at)
        found += [-1] * label
        for character in line[label:]:
            position = -1 if character.isspace() else _next(printed, character, at)
            found.append(-1 if position < 0 else start + position)
            at = position + 1 if position >= 0 else at
    return found


def _unprinted(line: str, printed: str, at: int) -> int:
    """How many characters of a line are the header of a column, which a table prints once far above its cells."""
    label = _LABEL.match(line)
    if label is None or _folded(label[0]) in _folded(printed[at : at + _AHEAD]):
        return 0
    return label.end()


def _folded(text: str) -> str:
    """A text without white space and without what frames the cells of a table, its signs in one form."""
    return _FRAME.sub("", unicodedata.normalize("NFKC", text))


def _next(printed: str, character: str, at: int) -> int:
    position = printed.find(character, at, at + _AHEAD)
    if position >= 0:
        return position
    for other in range(at, min(at + _AHEAD, len(printed))):
        if unicodedata.normalize("NFKC", printed[other]) == unicodedata.normalize("NFKC", character):
            return other
    return -1


def paragraphs(text: str, places: Sequence[int], marks: Iterable[Mark]) -> list[list[Run]]:
    """A passage in paragraphs, and each in runs.

    Args:
        text: as read.
        places: `offsets` of it.
        marks: facts with printed spans.
    """
    at: Mapping[int, int] = {place: index for index, place in enumerate(places) if place >= 0}
    held: list[set[Mark]] = [set() for _ in text]
    for mark in marks:
        inside = [at[place] for place in range(mark.start, mark.end) if place in at]
        if inside:
            for index in range(min(inside), max(inside) + 1):
                held[index].add(mark)
    found: list[list[Run]] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            found.append(list(_runs(line, held[start : start + len(line)])))
        start += len(line) + 1
    return found


def _runs(line: str, held: Sequence[set[Mark]]) -> Iterable[Run]:
    start = 0
    for end in range(1, len(line) + 1):
        if end == len(line) or held[end] != held[start]:
            marks = sorted(held[start], key=lambda mark: (mark.end - mark.start, mark.kind, mark.fact))
            yield Run(line[start:end], tuple(marks))
            start = end
