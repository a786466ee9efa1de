"""The bracketed runs of a text that may be responsibility clauses."""

from collections.abc import Iterator

from extract.brackets import Group, bracketed

LONGEST = 1000
"""Characters of a clause, at most."""
_DEEPEST = 2
_UNCLOSED_TRIES = 3


def candidates(text: str) -> Iterator[Group]:
    """The bracketed runs that may be clauses: short, not deep inside others, and few of those that nothing closes."""
    unclosed = 0
    line_end = -1
    for group in bracketed(text):
        if group.depth > _DEEPEST or group.inner_end - group.start > LONGEST:
            continue
        if group.inner_end == group.end:
            unclosed = unclosed + 1 if group.end == line_end else 1
            line_end = group.end
            if unclosed > _UNCLOSED_TRIES:
                continue
        yield group
