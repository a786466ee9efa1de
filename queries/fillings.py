"""How the parameters of a question of the catalogue are filled from what a question in plain language names."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from queries.catalogue import Question
from queries.lexicon import Lexicon
from queries.patterns import EXAMPLE
from queries.phrasings import SLOT
from queries.spans import BLANK, REST, STOP, TEXT, WORD, Meaning, Span, folded, simplified
from queries.words import data

_MARKS = '“"「『‘《'
_LONGEST_TEXT = 6
"""Spans that a text may run over."""
_THINGS = frozenset({"project", "organization", "region", "place", "policy", "agency"})
_NAMES = _THINGS | {BLANK, "plan", "industry", "year", "unit", "fact"}
"""Kinds of what is named, and so no word by which a question is told."""
_SEARCHED = frozenset({REST, TEXT, "industry", "mechanism", "stage", "partner-kind", *_THINGS})
_LOOSE = 0.15
"""What it costs to take a place for the plan of that place, or a thing for a text."""
_SURPLUS, _BESIDE = 3.0, 1.5
"""What it costs to leave a name out of account, and a topic or an industry."""
IMPLIED = 1.0
"""What it costs to take plans that the question does not name, because the graph holds no others."""
_PLACE = 0.8
"""What it costs to search for the name of a place or a region as a text."""
_JOINED = 0.5
"""What it costs to take a text together of several words that plans do not hold, for each of them."""
_LIST = 3
"""Names of which a list has at least so many; left out of account, it costs what one name does."""
_AND = re.compile(r"\s*(?:[、,/;]|和|与|及|或|以及|and|or|&|\s)*\s*")
_EXAMPLE = 1.0
"""What it costs to take what is said to be an example for what is asked about."""
_UNLIKELY = 1.5
"""What it costs to take a text that does not occur where it should."""


class Filled(NamedTuple):
    """A parameter's argument.

    Attributes:
        argument: what the parameter is given.
        start: where it stands in the folded question; the same as `end` where the question does not say it.
        end: where it ends.
        cost: how unlikely it is.
    """

    argument: str
    start: int
    end: int
    cost: float = 0.0

    def meets(self, start: int, end: int) -> bool:
        """Whether it stands, with a part of it, between two places."""
        return self.start < end and start < self.end


class Filling(NamedTuple):
    """The arguments of a question of the catalogue, and what is left of the question in plain language.

    Attributes:
        arguments: the arguments by position.
        text: the folded question, with `SLOT` for what is named.
        surplus: names that no parameter takes.
        cost: how unlikely it is.
    """

    arguments: tuple[str, ...]
    text: str
    surplus: tuple[str, ...]
    cost: float


class Fillings:
    """The ways in which a question in plain language fills questions of the catalogue.

    Args:
        text: the question, in Chinese or English.
        lexicon: the words and names of the graph.
    """

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self._text = folded(simplified(text))
        self._lexicon = lexicon
        self._spans = lexicon.spans(self._text)
        self._examples = list(self._all_examples())
        self._known: dict[tuple[tuple[str, ...], str], list[Filled]] = {}

    def of(self, question: Question, *, turned: bool = False) -> Iterator[Filling]:
        """Every way to fill the parameters that a question needs, and the plan to look in where one is named.

        Args:
            question: of the catalogue.
            turned: whether its second name is said before its first.
        """
        said = data()["questions"].get(question.name, {})
        needed = [one.kinds for one in question.arguments if one.default is None]
        if "kinds" in said:
            needed[0] = tuple(said["kinds"].split())
        plan = len(needed) < len(question.arguments)
        for filled in self._filled(needed, said.get("text", ""), ()):
            if len(filled) > 1 and (said.get("symmetric") or needed[0] == needed[1]):
                if turned == (filled[0].start < filled[1].start):
                    continue
            elif turned:
                continue
            yield self._left(filled)
            if plan:
                for one in self._options(("plan",), ""):
                    if not any(one.meets(other.start, other.end) for other in filled):
                        yield self._left((*filled, one))
        stems = self._lexicon.stems
        order = len(stems) == 1 or said.get("symmetric")
        if order and not turned and needed == [("plan",)] * len(stems) and not self._options(("plan",), ""):
            yield self._left([Filled(stem, 0, 0, IMPLIED / len(stems)) for stem in stems])

    def unfilled(self) -> Filling:
        """What is left of the question where nothing that it names is taken."""
        return self._left(())

    def guessed(self, question: Question) -> tuple[str, ...]:
        """The arguments of a question, as far as they are said; the others by the names of their parameters."""
        arguments: list[str] = []
        for parameter in question.arguments:
            if parameter.default is None:
                known = next((one.argument for one in self._options(parameter.kinds, "units")), "")
                arguments.append(parameter.name.upper() if not known or known in arguments else known)
        return tuple(arguments)

    def _filled(
        self, needed: Sequence[tuple[str, ...]], where: str, used: tuple[Filled, ...]
    ) -> Iterator[tuple[Filled, ...]]:
        if not needed:
            yield used
            return
        for option in self._options(needed[0], where):
            if not any(option.meets(one.start, one.end) for one in used):
                yield from self._filled(needed[1:], where, (*used, option))

    def _left(self, filled: Sequence[Filled]) -> Filling:
        arguments = tuple(one.argument for one in filled)
        named = [(one.start, one.end) for one in filled if one.end > one.start]
        taken = [one for one in self._examples if any(Filled("", *one).meets(*where) for where in named)]
        cut = [one for one in self._examples if one not in taken]
        surplus: list[Span] = []
        for span in self._spans:
            if any(start <= span.start and span.end <= end for start, end in cut):
                continue
            if not any(one.meets(span.start, span.end) for one in filled) and _is_name(span):
                named.append((span.start, span.end))
                if not any(meaning.value in arguments for meaning in span.meanings):
                    surplus.append(span)
        cost = sum(one.cost for one in filled) + self._of_surplus(surplus) + _EXAMPLE * len(taken)
        text, at = "", 0
        for start, end in sorted([*named, *cut]):
            text, at = text + self._text[at:start] + ("" if (start, end) in cut else SLOT), end
        return Filling(arguments, text + self._text[at:], tuple(span.text for span in surplus), cost)

    def _all_examples(self) -> Iterator[tuple[int, int]]:
        """Where what is said to be an example stands, with the rest of a list of names."""
        for match in EXAMPLE.finditer(self._text):
            start, end = match.span()
            for span in self._spans:
                if span.start >= end and _is_name(span) and _AND.fullmatch(self._text[end : span.start]):
                    end = span.end
            if any(_is_name(span) and start <= span.start and span.end <= end for span in self._spans):
                yield start, end

    def _of_surplus(self, surplus: Sequence[Span]) -> float:
        """What it costs to leave names out of account: Jiangsu, Zhejiang or Shanghai as much as one."""
        lists: list[list[Span]] = []
        for span in surplus:
            if lists and _AND.fullmatch(self._text[lists[-1][-1].end : span.start]):
                lists[-1].append(span)
            else:
                lists.append([span])
        return sum(
            sum(
                _BESIDE if span.values((TEXT, "industry")) else _SURPLUS
                for span in one[: len(one) if len(one) < _LIST else 1]
            )
            for one in lists
        )

    # ------------------------------------------------------------ what a parameter may be

    def _options(self, kinds: tuple[str, ...], where: str) -> list[Filled]:
        key = kinds, where if kinds == (TEXT,) else ""
        if key not in self._known:
            self._known[key] = self._all_texts(where.split()) if kinds == (TEXT,) else list(self._things(kinds))
        return self._known[key]

    def _things(self, kinds: Iterable[str]) -> Iterator[Filled]:
        for span in self._spans:
            for meaning in span.values(kinds):
                loose = meaning.kind == "plan" and bool(span.values(("place",)))
                yield Filled(meaning.value, span.start, span.end, _LOOSE if loose else 0.0)

    def _all_texts(self, places: Sequence[str]) -> list[Filled]:
        found: dict[Filled, float] = {}
        for number, where in enumerate(places):
            for one in self._texts(where):
                found.setdefault(one._replace(cost=0.0), one.cost + (_UNLIKELY if number else 0.0))
        return [one._replace(cost=cost) for one, cost in found.items()]

    def _texts(self, where: str) -> Iterator[Filled]:
        """The texts that the question may search for; what stands in quotation marks, where there is something."""
        if quoted := [span for span in self._spans if span.text[0] in _MARKS]:
            for span in quoted:
                yield from (Filled(one.value, span.start, span.end) for one in span.values((TEXT,)))
            return
        for span in self._spans:
            for meaning in span.values((TEXT,)):
                words = [word for word in meaning.value.split() if where == "any" or self._lexicon.holds(where, word)]
                if words:
                    grounded = next((word for word in words if self._lexicon.holds("units", word)), words[0])
                    yield Filled(grounded, span.start, span.end)
        yield from self._runs(where)

    def _runs(self, where: str) -> Iterator[Filled]:
        """Spans beside each other that make a text, such as plans hold."""
        for first in range(len(self._spans)):
            for last in range(first, min(first + _LONGEST_TEXT, len(self._spans))):
                spans = self._spans[first : last + 1]
                if last > first and spans[-2].end != spans[-1].start:
                    break
                if not _is_searched(spans):
                    continue
                start, end = spans[0].start, spans[-1].end
                text = self._text[start:end]
                if len(text) == 1:
                    continue
                if where == "any" or self._lexicon.holds(where, text):
                    yield Filled(text, start, end, self._of_text(where, text, spans))
                elif not text.isascii() and (part := self._part(where, spans)):
                    start += text.index(part)
                    rare = _UNLIKELY if len(part) * 2 < len(text) else 0.0
                    yield Filled(part, start, start + len(part), rare)

    def _of_text(self, where: str, text: str, spans: Sequence[Span]) -> float:
        """What it costs to search for spans: places and regions have questions of their own."""
        if where == "any" and len(spans) > 1 and not text.isascii() and not self._lexicon.holds("units", text):
            return _JOINED * len(spans)
        if any(span.values(("place", "region")) for span in spans):
            return _PLACE
        return _LOOSE if any(span.values(_THINGS) for span in spans) else 0.0

    def _part(self, where: str, spans: Sequence[Span]) -> str:
        """The longest part of a run of Chinese that plans hold; its ends may lie within what is not known."""
        text = self._text[spans[0].start : spans[-1].end]
        first, last = ((len(one.text) if one.values((REST,)) else 1) for one in (spans[0], spans[-1]))
        starts, ends = range(first), range(len(text) - last + 1, len(text) + 1)
        parts = {text[start:end] for start in starts for end in ends if end - start > 1}
        return next(
            (part for part in sorted(parts, key=lambda one: (-len(one), one)) if self._lexicon.holds(where, part)), ""
        )


def _is_name(span: Span) -> bool:
    kinds = {meaning.kind for meaning in span.meanings}
    return not kinds.isdisjoint(_NAMES | {TEXT}) and kinds.isdisjoint({WORD, STOP})


def _is_searched(spans: Sequence[Span]) -> bool:
    """Whether spans may be a text: some are no words of ours, and none at an end says nothing."""
    searched = [any(meaning.kind in _SEARCHED for meaning in span.meanings) for span in spans]
    return any(searched) and all(Meaning(STOP, "") not in spans[index].meanings or searched[index] for index in (0, -1))
