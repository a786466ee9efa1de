"""Brackets of any shape, as officials mix them: （甲、乙) or 〔…（…）〕."""

from collections.abc import Iterator

OPENING = "（(〔［[【"
CLOSING = "）)〕］]】"


def bracketed(text: str) -> Iterator[tuple[int, int]]:
    """The outermost bracketed runs of each line as (start, end), brackets included.

    A bracket that the line does not close ends with the line; shapes need not agree.
    """
    depth = start = 0
    for i, c in enumerate(text):
        if c in OPENING:
            if depth == 0:
                start = i
            depth += 1
        elif c in CLOSING and depth:
            depth -= 1
            if depth == 0:
                yield start, i + 1
        elif c == "\n" and depth:
            yield start, i
            depth = 0
    if depth:
        yield start, len(text)


def split(text: str, separators: str) -> list[tuple[int, int]]:
    """The parts between separators that stand outside brackets, as (start, end); empty parts are left out."""
    parts, depth, start = [], 0, 0
    for i, c in enumerate(text):
        if c in OPENING:
            depth += 1
        elif c in CLOSING:
            depth = max(0, depth - 1)
        elif depth == 0 and c in separators:
            parts.append((start, i))
            start = i + 1
    parts.append((start, len(text)))
    return [(a, b) for a, b in parts if text[a:b].strip()]
