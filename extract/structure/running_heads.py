"""Running heads: the lines over or under each page that name the paper or the gazette, beside the page number."""

import re
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from extract.brackets import CLOSING, OPENING
from extract.numbering import number_at
from extract.punctuation import HAS_STOP
from extract.structure.furniture import DASHES
from extract.titles import is_title

THIN_SPACE = "\u2009"
"""What stands for a page number that was left out inside a line."""
_BREAK = re.compile(f"\f|{THIN_SPACE}")
_IN_SENTENCE = re.compile("[，、；：]")
_SHORTEST, _LONG, _LONGEST = 5, 8, 60
_FEWEST, _TITLE_FEWEST = 3, 2
_DEEP = 2
_PAGE = re.compile(rf"^[\d{re.escape(DASHES)}]+|[\d{re.escape(DASHES)}]+$")


def running_heads(text: str, found: Sequence[tuple[str, Sequence[int]]], pages: AbstractSet[int]) -> set[int]:
    """Which lines say at the edges of three pages or more what is said nowhere else; two may stand above each other.

    Args:
        text: of a document.
        found: what its lines say, and the place of each character; a row of a table says nothing.
        pages: the lines that are page numbers or ornaments.
    """
    known = sorted(i for i, (_, places) in enumerate(found) if places)
    breaks = [(i, j) for i, j in pairwise(known) if _BREAK.search(text, found[i][1][-1], found[j][1][0])]
    near = {k for edge in breaks for k in edge} | {k for i in pages for k in (i - 1, i + 1)} | {0, len(found) - 1}
    heads: set[int] = set()
    if len(breaks) + len(pages) < _TITLE_FEWEST - 1:
        return heads
    named = [_PAGE.sub("", said) if len(said) <= _LONGEST else "" for said, _ in found]
    everywhere = Counter(named)
    first = named[0] if len(named[0]) > _LONG else None
    for _ in range(_DEEP):
        near = {i for i in near - pages - heads if 0 <= i < len(found)}
        there = Counter(named[i] for i in near)
        enough = {said: _TITLE_FEWEST if said == first or is_title(said) else _FEWEST for said in there}
        alike = {said for said, many in there.items() if many >= enough[said] and everywhere[said] == many}
        fresh = {i for i in near if named[i] in alike and _is_head(named[i])}
        heads |= fresh
        near |= {k for i in fresh for k in (i - 1, i + 1)}
    return heads - {0} if is_title(named[0]) else heads


def _is_head(said: str) -> bool:
    """Whether a line names something: no part of a sentence or of a list, as that of a clause may be on many pages."""
    in_brackets = sum(map(said.count, OPENING)) != sum(map(said.count, CLOSING))
    sentence = HAS_STOP.search(said) or _IN_SENTENCE.search(said)
    return len(said) >= _SHORTEST and not sentence and not in_brackets and number_at(said) is None
