"""A question in plain language, cut into spans that each mean something, or nothing known."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

STOP, WORD, REST, TEXT = "stop", "word", "rest", "text"
"""Kinds of meanings that are no things: a word that says nothing, a notion, nothing known, a text to search for."""
QUALITY, BLANK = "quality", "blank"
"""Further ones: an English adjective that makes a narrower topic, and what stands for a name that is not said."""

CJK = "一-鿿㐀-䶿"
"""Chinese characters, as a class of a regular expression."""
_PIECE = re.compile(rf"[{CJK}]|[^\W{CJK}]+(?:[-'&][^\W{CJK}]+)*", re.UNICODE)
_LATIN = re.compile(r"[a-z0-9]")
_NAME = 3
"""The weight of a name, however long: what is asked of it counts too."""


class Meaning(NamedTuple):
    """What a span may mean.

    Attributes:
        kind: a kind of `queries.lookup.KINDS`, `year`, `unit`, `stage` …, or one of the constants above.
        value: the argument it gives a question, or the notion.
    """

    kind: str
    value: str


class Span(NamedTuple):
    """A part of a question.

    Attributes:
        start: where it begins, in characters of the folded question.
        end: where it ends.
        text: its characters.
        meanings: what it may mean.
    """

    start: int
    end: int
    text: str
    meanings: frozenset[Meaning]

    @property
    def weight(self) -> int:
        """How much it matters that it is understood: a Chinese character counts one, another word two, a name three."""
        if Meaning(STOP, "") in self.meanings:
            return 0
        size = sum(1 if re.match(f"[{CJK}]", piece) else 2 for piece in _PIECE.findall(self.text))
        return size if all(one.kind in {WORD, REST} for one in self.meanings) else min(size, _NAME)

    def values(self, kinds: Iterable[str]) -> list[Meaning]:
        """Its meanings of these kinds, the first kind first."""
        order = list(kinds)
        return sorted((one for one in self.meanings if one.kind in order), key=lambda one: (order.index(one.kind), one))


def folded(text: str) -> str:
    """A name or a question as it is compared: NFKC, small letters, one space at a time."""
    return " ".join(unicodedata.normalize("NFKC", text).replace("’", "'").casefold().split())


def simplified(text: str) -> str:
    """A question with simplified characters, as plans have them."""
    if not re.search(f"[{CJK}]", text):
        return text
    from opencc import OpenCC  # noqa: PLC0415 - slow to import

    return str(OpenCC("t2s").convert(text))


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether a match is no part of a longer word of letters; `'s` and a plural may follow."""
    if _LATIN.match(text[start]) and start and re.match(r"[a-z0-9-]", text[start - 1]):
        return False
    if not _LATIN.match(text[end - 1]):
        return True
    return not re.match(r"[a-z0-9]|-[a-z]", text[end : end + 2]) if text[end : end + 1] else True


def best(text: str, found: Mapping[tuple[int, int], set[Meaning]]) -> list[Span]:
    """The spans that together say most: names before words, as many characters as can be, in few and long pieces."""
    begins: defaultdict[int, list[tuple[int, frozenset[Meaning], float]]] = defaultdict(list)
    for (start, end), known in found.items():
        if end > start:
            begins[start].append((end, frozenset(known), _gain(text[start:end], known)))
    best: list[tuple[float, Span | None]] = [(0.0, None)] * (len(text) + 1)
    for start in range(len(text) - 1, -1, -1):
        best[start] = (best[start + 1][0], None)
        for end, meanings, gain in begins[start]:
            total = gain + best[end][0]
            if total > best[start][0]:
                best[start] = (total, Span(start, end, text[start:end], meanings))
    spans, at = [], 0
    while at < len(text):
        span = best[at][1]
        if span:
            spans.append(span)
        at = span.end if span else at + 1
    return spans


def _gain(text: str, meanings: Iterable[Meaning]) -> float:
    kinds = {meaning.kind for meaning in meanings}
    size = len(text) if not text.isascii() else len(text) / 2
    if kinds == {STOP}:
        return size * (0.35 if size == 1 else 0.8) - 0.1
    return size * (1.0 if kinds <= {STOP, WORD} else 1.1) - 0.45


def with_rests(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """The spans, and between them what is none; single characters that say nothing go with what is beside them."""
    at = 0
    for span in [*spans, Span(len(text), len(text), "", frozenset())]:
        for piece in re.finditer(rf"[{CJK}]+|[^\W{CJK}]+(?:[-'][^\W{CJK}]+)*", text[at : span.start]):
            if piece[0] not in {"s", "'s"}:
                yield Span(at + piece.start(), at + piece.end(), piece[0], frozenset({Meaning(REST, piece[0])}))
        if span.text:
            yield span
        at = span.end
