"""The sentences of a unit around the characters that a fact rests on."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from extract.facts import Span
from extract.plan import Unit

_END = re.compile("[。！？!?]+[”’」』》〉）)】〕\\]]*|\n+")
OMISSION = "……"
"""Stands between sentences that do not adjoin."""


def ends(text: str) -> list[int]:
    """Where each sentence of a text ends; the last one ends where the text does."""
    found = [match.end() for match in _END.finditer(text)]
    return found if found and found[-1] == len(text) else [*found, len(text)]


class Sentences:
    """The sentences of one unit.

    Args:
        unit: its `text` as read, with the place in the document of each character.
    """

    def __init__(self, unit: Unit) -> None:
        self._text = unit.text
        self._offsets = unit.offsets
        self._ends = ends(unit.text)

    def around(self, spans: Iterable[Span]) -> str:
        """The sentences that hold the spans, as read, in order; those that do not adjoin are parted by `……`.

        Args:
            spans: code points of the document's text; one that the unit was not read from is passed over.
        """
        wanted: set[int] = set()
        for span in spans:
            start = bisect_left(self._offsets, span.start)
            end = bisect_left(self._offsets, span.end)
            if start < end:
                wanted.update(range(bisect_right(self._ends, start), bisect_right(self._ends, end - 1) + 1))
        runs: list[list[int]] = []
        for index in sorted(wanted):
            if runs and runs[-1][1] == index - 1:
                runs[-1][1] = index
            else:
                runs.append([index, index])
        return OMISSION.join(self._slice(first, last) for first, last in runs)

    def _slice(self, first: int, last: int) -> str:
        start = self._ends[first - 1] if first else 0
        return self._text[start : self._ends[last]].strip()
