"""From a question in plain language to questions of the catalogue, ranked by how much of it they explain.

No language model is asked. `queries.lexicon` cuts the question into spans; each pattern of `ask.toml` is
tried on them: the notions that it needs must be there, and its parameters take names, years and texts.
What share of the words it then explains is the confidence. A word that no catalogue answers (what
something costs, why it is so, what is not) leaves none, unless it is the text that is searched for.
"""

import re
import shlex
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from queries.catalogue import Question, question
from queries.engine import Engine
from queries.errors import NotUnderstoodError
from queries.lexicon import Lexicon, data
from queries.spans import REST, STOP, TEXT, WORD, Meaning, Span, folded, simplified

CONFIDENT = 0.8
"""The share of a question that must be explained before it is answered."""
NEAREST = 3

_ALWAYS = frozenset({"PLAN"})
_VETO = ("OUT", "NOT")
_DOUBTED = 0.4
_MARKS = '“"「『‘《'
_THINGS = frozenset({"project", "organization", "region", "place", "policy", "agency"})
_SEARCHED = frozenset({REST, TEXT, "industry", "mechanism", "stage", "partner-kind", *_THINGS})
_LONGEST_TEXT = 6
"""Spans that a text may run over."""
_SAFE = re.compile(r"[\w@%+=:,./-]+")
_LOOSE = 0.03
"""What it costs to take a place for the plan of that place, or a thing for a text."""


class Interpretation(NamedTuple):
    """What a question may ask of the catalogue.

    Attributes:
        question: the question of the catalogue.
        arguments: its arguments by position.
        confidence: the share of the words that this explains, from 0 to 1.
        score: by which interpretations are ranked.
        unexplained: the words that it leaves out of account.
    """

    question: Question
    arguments: tuple[str, ...]
    confidence: float
    score: float
    unexplained: tuple[str, ...]

    def call(self) -> str:
        """How it is asked again: `deltakg query projects-involving 徐州`."""
        return " ".join(["deltakg query", self.question.name, *map(_quoted, self.arguments)])


class _Pattern(NamedTuple):
    question: Question
    slots: tuple[tuple[str, ...], ...]
    needs: tuple[frozenset[str], ...]
    may: frozenset[str]
    text: str
    cost: float
    beside: frozenset[str]
    both: bool


class _Filled(NamedTuple):
    """A parameter's argument, and the spans it is made of, with the weight that it explains of each."""

    argument: str
    spans: dict[int, int]
    cost: float = 0.0


def understand(engine: Engine, text: str, lexicon: Lexicon | None = None) -> list[Interpretation]:
    """What a question in plain language may ask, best first; nothing where no pattern fits.

    Args:
        engine: the graph whose names it may hold.
        text: the question, in Chinese or English.
        lexicon: the words and names of that graph, where they have been read already.
    """
    lexicon = lexicon or Lexicon(engine)
    asked = _Asked(folded(simplified(text)), lexicon)
    best: dict[tuple[str, tuple[str, ...]], Interpretation] = {}
    for pattern in _patterns():
        for found in asked.readings(pattern):
            key = found.question.name, found.arguments
            if key not in best or found.score > best[key].score:
                best[key] = found
    return sorted(best.values(), key=lambda one: (-one.score, one.question.name, one.arguments))


def chosen(text: str, ranked: Sequence[Interpretation]) -> Interpretation:
    """The interpretation that is answered.

    Raises:
        NotUnderstoodError: where none explains enough, with the nearest.
    """
    if ranked and ranked[0].confidence >= CONFIDENT:
        return ranked[0]
    near: dict[str, Interpretation] = {}
    for one in sorted(ranked, key=lambda one: -one.score):
        near.setdefault(one.question.name, one)
    raise NotUnderstoodError(text, tuple(near.values())[:NEAREST])


@cache
def _patterns() -> tuple[_Pattern, ...]:
    patterns = []
    for entry in data()["pattern"]:
        asked = question(entry["name"])
        needed = [parameter for parameter in asked.arguments if parameter.default is None]
        kinds = [tuple(kinds.split()) for kinds in entry.get("slots", "").split(",") if kinds]
        patterns.append(
            _Pattern(
                asked,
                tuple(kinds or [parameter.kinds for parameter in needed]),
                tuple(frozenset(need.split("|")) for need in entry.get("need", "").split()),
                frozenset(entry.get("may", "").split()) | _ALWAYS,
                entry.get("text", "any"),
                entry.get("cost", 0) / 100,
                frozenset(entry.get("beside", "").split()),
                entry.get("both", False),
            )
        )
    return tuple(patterns)


class _Asked:
    """A question in plain language, cut into spans."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self._text = text
        self._lexicon = lexicon
        self._spans = lexicon.spans(text)
        self._total = sum(span.weight for span in self._spans)

    def readings(self, pattern: _Pattern) -> Iterator[Interpretation]:
        """The ways in which a pattern fits; an argument that is not said leaves no confidence."""
        whole = False
        for filled in self._fillings(pattern, pattern.slots, frozenset(), -1):
            whole = True
            if found := self._scored(pattern, filled):
                yield found
            for plan in self._plan(pattern, filled):
                if found := self._scored(pattern, (*filled, plan)):
                    yield found
        if pattern.both and not whole and len(self._lexicon.stems) == len(pattern.slots):
            whole = True
            if found := self._scored(pattern, [_Filled(stem, {}) for stem in self._lexicon.stems]):
                yield found
        if not whole and (found := self._scored(pattern, ())) and found.confidence:
            yield found._replace(arguments=self._guessed(pattern), confidence=0.0, score=found.score - 1)

    def _guessed(self, pattern: _Pattern) -> tuple[str, ...]:
        """The arguments of a question that does not say them all."""
        arguments: list[str] = []
        for parameter, kinds in zip(pattern.question.arguments, pattern.slots, strict=False):
            known = next((one.argument for one in self._things(kinds)), "")
            arguments.append(parameter.name.upper() if not known or known in arguments else known)
        return tuple(arguments)

    def _fillings(
        self, pattern: _Pattern, slots: Sequence[tuple[str, ...]], used: frozenset[int], after: int
    ) -> Iterator[tuple[_Filled, ...]]:
        """Every way to fill the parameters, two of one kind in the order of the words."""
        if not slots:
            yield ()
            return
        kinds, *rest = slots
        options = self._texts(pattern.text) if kinds == ("text",) else self._things(kinds)
        ordered = rest and rest[0] == kinds
        last = len(slots) < len(pattern.slots) and pattern.slots[-len(slots) - 1] == kinds
        for option in options:
            if used.isdisjoint(option.spans) and (not last or min(option.spans) > after):
                position = min(option.spans) if ordered else -1
                for others in self._fillings(pattern, rest, used | option.spans.keys(), position):
                    yield (option, *others)

    def _things(self, kinds: Iterable[str]) -> Iterator[_Filled]:
        for index, span in enumerate(self._spans):
            for meaning in span.values(kinds):
                loose = meaning.kind == "plan" and bool(span.values(("place",)))
                yield _Filled(meaning.value, {index: span.weight}, _LOOSE if loose else 0.0)

    def _plan(self, pattern: _Pattern, filled: Sequence[_Filled]) -> Iterator[_Filled]:
        """The plan to look in, where the question may be kept to one."""
        position = len(pattern.slots)
        arguments = pattern.question.arguments
        if position < len(arguments) and arguments[position].kinds == ("plan",):
            used = {index for one in filled for index in one.spans}
            yield from (one for one in self._things(("plan",)) if used.isdisjoint(one.spans))

    def _texts(self, where: str) -> Iterator[_Filled]:
        """The texts that the question may search for; what stands in quotation marks, where there is something."""
        if quoted := [index for index, span in enumerate(self._spans) if span.text[0] in _MARKS]:
            for index in quoted:
                for meaning in self._spans[index].values((TEXT,)):
                    yield _Filled(meaning.value, {index: self._spans[index].weight})
            return
        for index, span in enumerate(self._spans):
            for meaning in span.values((TEXT,)):
                words = meaning.value.split()
                known = [word for word in words if where in {"any", "topics"} or self._lexicon.holds(where, word)]
                if known:
                    grounded = next((word for word in known if self._lexicon.holds("units", word)), known[0])
                    yield _Filled(grounded, {index: span.weight})
            if where == "topics":
                yield from (_Filled(one.value, {index: span.weight}) for one in span.values(("industry",)))
        if where != "topics":
            yield from self._runs(where)

    def _runs(self, where: str) -> Iterator[_Filled]:
        """Spans beside each other that make a text, such as plans hold."""
        for first in range(len(self._spans)):
            for last in range(first, min(first + _LONGEST_TEXT, len(self._spans))):
                spans = self._spans[first : last + 1]
                if last > first and spans[-2].end != spans[-1].start:
                    break
                if not self._is_searched(spans):
                    continue
                text = self._text[spans[0].start : spans[-1].end]
                weights = {first + number: span.weight for number, span in enumerate(spans)}
                cost = _LOOSE if any(span.values(_THINGS) for span in spans) else 0.0
                if where == "any" or self._lexicon.holds(where, text):
                    yield _Filled(text, weights, cost)
                elif last == first and spans[0].values((REST,)) and (part := self._part(where, text)):
                    yield _Filled(part, {first: len(part)})

    @staticmethod
    def _is_searched(spans: Sequence[Span]) -> bool:
        """Whether spans may be a text: some are no words of ours, and none at an end says nothing."""
        searched = [any(meaning.kind in _SEARCHED for meaning in span.meanings) for span in spans]
        ends = all(Meaning(STOP, "") not in spans[index].meanings or searched[index] for index in (0, -1))
        notions = all(any(one.kind == WORD for one in span.meanings) for span in spans)
        return ends and (any(searched) or (notions and len(spans) == 1 and _is_out(spans[0])))

    def _part(self, where: str, text: str) -> str:
        """The longest part of a run of Chinese characters that plans hold."""
        if text.isascii():
            return ""
        for size in range(len(text) - 1, 1, -1):
            for start in range(len(text) - size + 1):
                if self._lexicon.holds(where, text[start : start + size]):
                    return text[start : start + size]
        return ""

    def _scored(self, pattern: _Pattern, filled: Sequence[_Filled]) -> Interpretation | None:
        taken: dict[int, int] = {}
        for one in filled:
            taken |= one.spans
        free = [index for index in range(len(self._spans)) if index not in taken]
        met = self._met(pattern.needs, free)
        if met is None or not self._total:
            return None
        notions = pattern.may.union(*pattern.needs)
        again = {
            one for index in taken for one in self._spans[index].meanings if one.value in {f.argument for f in filled}
        }
        explained = sum(taken.values())
        unexplained, doubted, told, beside = [], False, 0, 0
        for index in free:
            span = self._spans[index]
            said = {one.value for one in span.values((WORD,))}
            if index in met or said & notions or not again.isdisjoint(span.meanings):
                explained += span.weight
                told += 1
            elif span.weight:
                unexplained.append(span.text)
                doubted = doubted or not said.isdisjoint(_VETO)
                beside += span.weight if span.values(pattern.beside) else 0
        confidence = explained / (self._total - beside) - (0.1 if beside else 0)
        if doubted:
            confidence = min(confidence, _DOUBTED)
        cost = pattern.cost + sum(one.cost for one in filled)
        score = confidence + 0.02 * len(pattern.needs) + 0.015 * len(filled) + 0.004 * told - cost
        arguments = tuple(one.argument for one in filled)
        return Interpretation(pattern.question, arguments, confidence, score, tuple(unexplained))

    def _met(self, needs: Sequence[frozenset[str]], free: Sequence[int]) -> frozenset[int] | None:
        """Spans that meet the needs, a span for each; None where there are none."""
        if not needs:
            return frozenset()
        first, *rest = needs
        for index in free:
            if any(one.value in first for one in self._spans[index].values((WORD,))):
                others = self._met(rest, [other for other in free if other != index])
                if others is not None:
                    return others | {index}
        return None


def _is_out(span: Span) -> bool:
    return Meaning(WORD, "OUT") in span.meanings


def _quoted(argument: str) -> str:
    return argument if _SAFE.fullmatch(argument) else shlex.quote(argument)
