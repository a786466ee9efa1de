"""Brackets of any shape, as officials mix them: （甲、乙) or 〔…（…）〕."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

OPENING = "（(〔［[【〖"
CLOSING = "）)〕］]】〗"

_MARK = re.compile(f"[{re.escape(OPENING + CLOSING)}\n]")


class Group(NamedTuple):
    """A bracketed run of a text.

    Attributes:
        start: where its opening bracket stands.
        inner_end: where its content ends, which begins behind the opening bracket.
        end: behind its closing bracket; where none closes it, `inner_end`.
        depth: how many closed groups it stands in.
    """

    start: int
    inner_end: int
    end: int
    depth: int


def track(opened: list[int], text: str, start: int = 0) -> None:
    """Go on with the places of the brackets that nothing has closed yet; shapes need not agree.

    Args:
        opened: the brackets that are open before the text; changed to those that are open behind it.
        text: what is read.
        start: the place of its first character.
    """
    for match in _MARK.finditer(text):
        if match[0] in OPENING:
            opened.append(start + match.start())
        elif match[0] in CLOSING and opened:
            opened.pop()


def bracketed(text: str) -> list[Group]:
    """The bracketed runs of each line, outer ones before those inside them; shapes need not agree.

    A bracket that the line does not close ends with the line.
    """
    runs: list[tuple[int, int, int]] = []
    opened: list[int] = []
    for match in _MARK.finditer(text):
        if match[0] in OPENING:
            opened.append(match.start())
        elif match[0] in CLOSING:
            if opened:
                runs.append((opened.pop(), match.start(), match.end()))
        else:
            runs += [(start, match.start(), match.start()) for start in opened]
            opened.clear()
    runs += [(start, len(text), len(text)) for start in opened]
    return list(_nested(sorted(runs)))


def _nested(runs: list[tuple[int, int, int]]) -> Iterator[Group]:
    around: list[int] = []
    for start, inner_end, end in runs:
        while around and around[-1] <= start:
            around.pop()
        yield Group(start, inner_end, end, len(around))
        if inner_end < end:
            around.append(end)


def split(text: str, separators: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The parts between separators that stand outside brackets, as (start, end); empty parts are left out."""
    until = len(text) if end is None else end
    splitter = _splitter(separators)
    if splitter.search(text, start, until) is None:  # most texts are one part
        return [(start, until)] if text[start:until].strip() else []
    parts, depth, at = [], 0, start
    for match in splitter.finditer(text, start, until):
        if match[0] in OPENING:
            depth += 1
        elif match[0] in CLOSING:
            depth = max(0, depth - 1)
        elif depth == 0:
            parts.append((at, match.start()))
            at = match.end()
    parts.append((at, until))
    return [(a, b) for a, b in parts if text[a:b].strip()]


@cache
def _splitter(separators: str) -> re.Pattern[str]:
    """What a split looks at: brackets and separators."""
    return re.compile(f"[{re.escape(OPENING + CLOSING + separators)}]")
