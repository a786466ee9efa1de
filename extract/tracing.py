"""What components looked at and left out, noted while somebody asks for it; nothing is noted otherwise.

A component says `reject("places.ordinary_word", start, end)` where it leaves a candidate out. Within `tracing()`
that makes a note; outside it costs one look at an empty variable.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from extract.facts import Fact, Span
from extract.plan import Unit


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

    @property
    def is_of_clause(self) -> bool:
        """Whether it tells something of a responsibility clause, in which other components have nothing to find."""
        return self.reason.startswith("responsibilities.") or self.reason.endswith(".in_clause")


@dataclass(frozen=True, slots=True, order=True)
class LeftOut:
    """A candidate that was left out, by its printed characters; `reason` as in `Note`."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Explained:
    """A unit, its facts as extraction emits them, and what was left out, in printed order, each once."""

    unit: Unit
    facts: tuple[Fact, ...]
    left_out: tuple[LeftOut, ...]


def explained(unit: Unit, facts: Iterable[Fact], left_out: Iterable[LeftOut]) -> Explained:
    """What is said of a unit; a candidate that another rule of its component took is not left out."""
    facts = tuple(facts)
    edges = {(_component(fact.rule), edge) for fact in facts for span in fact.evidence for edge in _edges(span)}
    left = {one for one in left_out if edges.isdisjoint((_component(one.reason), edge) for edge in _edges(one.span))}
    return Explained(unit, facts, tuple(sorted(left)))


def _component(name: str) -> str:
    return name.partition(".")[0]


def _edges(span: Span) -> tuple[tuple[str, int], tuple[str, int]]:
    """Where a run starts and where it ends: two readings of one name share an edge at least."""
    return ("start", span.start), ("end", span.end)


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
