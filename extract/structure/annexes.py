"""Annexes: which lines list them, and which open one."""

import re
from collections.abc import Iterator

from extract.numbering import number_at
from extract.punctuation import HAS_STOP
from extract.structure.lines import Line

_ANNEX = re.compile(r"附[件录表](?P<number>\d{1,2}|[一二三四五六七八九十]{1,2})?(?P<colon>[：:])?(?P<title>.{0,60})$")
_RUNNING_TEXT = tuple("所中的和及与、，）")
_LONGEST_ENTRY = 60


class Annexes:
    """The annexes that a document names: a notice lists them below its text, each opens further down.

    Args:
        lines: all of the document.
    """

    def __init__(self, lines: list[Line]) -> None:
        self.listed: set[int] = set()
        """The lines that only list annexes."""
        self.opening: dict[int, str] = {}
        """The lines that open an annex, and its printed number, "" where it has none."""
        found = list(_mentions(lines))
        last = {match["number"]: i for i, match in found}
        for i, match in found:
            entry = number_at(match["title"])
            numbered = entry is not None and entry.value == 1
            if numbered or last[match["number"]] != i:
                self.listed.add(i)
                self._list(lines, i + 1, 2 if numbered else 1)
            else:
                self.opening[i] = match["number"] or ""

    def _list(self, lines: list[Line], i: int, expected: int) -> None:
        """The entries that go on in the lines below: 2．重点任务分工表."""
        while i < len(lines):
            entry = number_at(lines[i].text)
            if entry is None or entry.value != expected or not _is_entry(lines[i]):
                return
            self.listed.add(i)
            i, expected = i + 1, expected + 1


def _mentions(lines: list[Line]) -> Iterator[tuple[int, re.Match[str]]]:
    for i, line in enumerate(lines):
        match = _ANNEX.match(line.text)
        if match is None or HAS_STOP.search(match["title"]) or match["title"].startswith(_RUNNING_TEXT):
            continue
        if match["number"] or match["colon"] or not match["title"]:
            yield i, match


def _is_entry(line: Line) -> bool:
    return len(line.text) <= _LONGEST_ENTRY and HAS_STOP.search(line.text) is None
