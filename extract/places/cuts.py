"""Names of divisions that lie across two words: 保定 in 医保定点, 通化 in 沟通化解.

The words are `place_cuts.csv`, made by `scripts/make_cuts.py`, and two lists of `places.toml`.
"""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import ahocorasick_rs

from extract.components import overlaps, scan
from extract.places.words import words
from extract.tracing import reject
from gazetteer.divisions import gazetteer

_LENGTH = 2
_LONGEST = 15


def names_in(scanner: ahocorasick_rs.AhoCorasick, text: str) -> list[tuple[int, int]]:
    """The names that a scanner finds, but for those across two words; what such a one hid is found too.

    Args:
        scanner: finds full, short and former names, and longer words.
        text: the text as read.
    """
    out: list[tuple[int, int]] = []
    for start, end in scan(scanner, text):
        span: tuple[int, int] | None = (start, end)
        if out and start < out[-1][1]:
            continue
        while span and is_cut(text, *span):
            reject("places.part_of_word", *span)
            span = hidden(scanner, text, *span)
        if span:
            out.append(span)
    return out


def hidden(scanner: ahocorasick_rs.AhoCorasick, text: str, start: int, end: int) -> tuple[int, int] | None:
    """The name that begins inside a run that is none, and was hidden by it (南通 behind 路南 in 铁路南通段)."""
    found = scan(scanner, text[start + 1 : end + _LONGEST])
    first = next(iter(found), None)
    if first is None or start + 1 + first[0] >= end:
        return None
    return start + 1 + first[0], start + 1 + first[1]


def is_cut(text: str, start: int, end: int) -> bool:
    """Whether a short name is the end of one word and the beginning of the next."""
    before, after = _sides()
    if text[start:end].endswith(words().before_seam_end) and text.startswith(words().seam_end, end):
        return True  # 清城 in 广清城际
    if end - start != _LENGTH or text[start - 1 : start + 1] not in before:
        return False
    tail = text[end - 1 : end + 1]
    return tail in after or bool(gazetteer().named(tail))


def unhidden(
    scanner: ahocorasick_rs.AhoCorasick, text: str, spans: Sequence[tuple[int, int]], taken: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """The names that runs which proved to be none hid, and that share no character with a name taken."""
    found = ((hidden(scanner, text, *span), span[1]) for span in spans)
    beyond = (span for span, end in found if span and span[1] > end)  # 峨眉山 hides no 眉山
    return [span for span in beyond if not overlaps(*span, taken) and not is_cut(text, *span)]


def is_word(pair: str) -> bool:
    """Whether two characters that could abbreviate two cities are a word: 黄金, 温泉."""
    return pair in _table()["pair"]


@cache
def _sides() -> tuple[frozenset[str], frozenset[str]]:
    """Words that end in the first character of a name, and words that begin with its second."""
    table = _table()
    return table["before"] | set(words().words_before), table["after"] | set(words().words_after)


@cache
def _table() -> dict[str, frozenset[str]]:
    lines = files("extract.words").joinpath("place_cuts.csv").read_text(encoding="utf-8").splitlines()[2:]
    rows = [line.split(",") for line in lines]
    return {side: frozenset(word for word, of in rows if of == side) for side in ("before", "after", "pair")}
