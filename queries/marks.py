"""What is marked in a unit's text: its facts, and the candidates that were left out, each with a number."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from extract.facts import Citation, Fact, Responsibility, Span
from extract.plan import Document, Plan, Unit
from extract.rules import rules
from extract.tracing import Explained
from kg.candidates import Candidate, candidates, said_of
from kg.entries import entry
from queries.wording import said

_LEFT_OUT = "left_out"


class Mark(NamedTuple):
    """A fact, or a candidate that was left out, with the runs of the unit's text that it rests on.

    Attributes:
        label: its number: `3` of a fact, `x3` of what was left out.
        kind: the component that found it.
        what: in one line.
        names: of the rules that found it, or of the reason.
        runs: half-open, in characters of the unit's text, in order.
        fact: the fact; None of what was left out.
        spans: the printed characters.
    """

    label: str
    kind: str
    what: str
    names: tuple[str, ...]
    runs: tuple[tuple[int, int], ...]
    fact: Fact | None
    spans: tuple[Span, ...]

    @property
    def style(self) -> str:
        """What it is coloured as."""
        return self.kind if self.fact else _LEFT_OUT

    def says(self, language: str) -> str:
        """What its rules find, or why it was left out."""
        says = rules().__getitem__ if self.fact else said_of
        return "; ".join(f"{name}: {says(name)[language]}" for name in self.names)


class Explanation(NamedTuple):
    """What is shown: a document, its plan, one of its units with what was read in it."""

    document: Document
    plan: Plan
    unit: Unit
    marks: tuple[Mark, ...]


def explanation(document: Document, plan: Plan, explained: Explained) -> Explanation:
    """The facts and the candidates of a unit, numbered in printed order; one that stands at several spots is one."""
    unit = explained.unit
    together: dict[tuple[str, str], list[Fact]] = {}
    for fact in explained.facts:
        together.setdefault((_kind(fact.rule), _what(fact)), []).append(fact)
    facts = [
        _mark(unit, fact, what, {one.rule for one in same}, {s for one in same for s in one.evidence})
        for (_, what), same in together.items()
        for fact in same[:1]
    ]
    alike: dict[tuple[str, str], set[Span]] = {}
    for one in explained.left_out:
        alike.setdefault((one.reason, _quoted(unit, one.span)), set()).add(one.span)
    left_out = [_mark(unit, None, what, {reason}, spans) for (reason, what), spans in alike.items()]
    left_out += [_unread(unit, one) for one in candidates(plan, explained) if "." not in one.reason]
    return Explanation(document, plan, unit, (*_numbered(facts, ""), *_numbered(left_out, "x")))


def _mark(unit: Unit, fact: Fact | None, what: str, names: set[str], spans: set[Span]) -> Mark:
    kind = _kind(min(names))
    return Mark("", kind, what, tuple(sorted(names)), _runs(unit, spans), fact, tuple(sorted(spans)))


def _unread(unit: Unit, one: Candidate) -> Mark:
    """A candidate that no component looked at."""
    return Mark("", one.kind, one.text, (one.reason,), (one.run,), None, (unit.printed(*one.run),))


def _numbered(marks: Iterable[Mark], prefix: str) -> Iterator[Mark]:
    ordered = sorted(marks, key=lambda mark: (mark.runs, mark.kind, mark.what))
    return (mark._replace(label=f"{prefix}{number}") for number, mark in enumerate(ordered, start=1))


def _kind(name: str) -> str:
    return name.partition(".")[0]


def _runs(unit: Unit, spans: Iterable[Span]) -> tuple[tuple[int, int], ...]:
    """The runs of the unit's text that were read from printed spans."""
    offsets = unit.offsets
    runs = sorted((bisect_left(offsets, span.start), bisect_left(offsets, span.end)) for span in spans)
    return tuple((start, end) for start, end in runs if start < end)


def _quoted(unit: Unit, span: Span) -> str:
    return "".join(unit.text[start:end] for start, end in _runs(unit, (span,))).replace("\n", " ")


def _what(fact: Fact) -> str:
    """A fact in one line."""
    _, value = entry(fact)
    match fact:
        case Responsibility():
            return f"{fact.as_written} ({fact.role}; {fact.agency.name})"
        case Citation():
            return f"{fact.as_written} ({fact.relation})"
    return said(value)
