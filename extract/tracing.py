"""What components looked at and left out, noted while somebody asks for it; nothing is noted otherwise.

A component says `reject("places.ordinary_word", start, end)` where it leaves a candidate out. Within `tracing()`
that makes a note; outside it costs one look at an empty variable.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Note:
    """A candidate that was left out.

    Attributes:
        start: where it begins in the text that the component read.
        end: behind its last character.
        reason: name of the reason (`component.reason`), which `rules.toml` explains.
    """

    start: int
    end: int
    reason: str


_NOTES: ContextVar[list[Note] | None] = ContextVar("notes", default=None)


@contextmanager
def tracing() -> Iterator[list[Note]]:
    """Note in the list what is left out within the block, by this thread or task."""
    notes: list[Note] = []
    token = _NOTES.set(notes)
    try:
        yield notes
    finally:
        _NOTES.reset(token)


def is_tracing() -> bool:
    """Whether notes are made: what is looked at for their sake alone is left alone otherwise."""
    return _NOTES.get() is not None


def reject(reason: str, start: int, end: int) -> None:
    """Note that the candidate `text[start:end]` was left out, if somebody asks for it."""
    notes = _NOTES.get()
    if notes is not None and start < end:
        notes.append(Note(start, end, reason))
