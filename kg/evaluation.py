"""How well facts agree with annotations, or one annotator with another: figures a field, and every mistake.

Facts are compared unit by unit and field by field; what is called the same is decided in `kg.likeness`.
Only the units of the annotation are judged, and those whole; of two annotations only those that both have.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from kg.annotations import Key, Units, documents
from kg.facts import KEYS
from kg.likeness import ATTRIBUTES, LIKENESS, Entry, folded
from kg.passages import passage, words_of

Likeness: TypeAlias = Callable[[Entry, Entry], float]
Pairs: TypeAlias = list[tuple[Entry, Entry]]

FIGURES = (*KEYS, *ATTRIBUTES, "units", "macro")
"""The names of all figures, which a bar may be set for."""

ENOUGH = 10
"""Annotated facts that a field needs to count in `macro`."""


@dataclass(frozen=True, slots=True)
class Score:
    """How many facts of a field were annotated, how many found, and how many of them are the same.

    Figures are 0 where there is nothing to divide by.
    """

    gold: int
    found: int
    hits: int

    @property
    def precision(self) -> float:
        """The part of what was found that was annotated."""
        return self.hits / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The part of what was annotated that was found."""
        return self.hits / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.hits / (self.gold + self.found) if self.hits else 0.0


@dataclass(frozen=True, slots=True)
class Share:
    """In how many of the hits of a field both sides say the same of the fact."""

    hits: int
    equal: int

    @property
    def part(self) -> float:
        """The part of the hits, 0 where there are none."""
        return self.equal / self.hits if self.hits else 0.0


@dataclass(frozen=True, slots=True)
class Mistake:
    """Where the two sides differ.

    Attributes:
        document: as the annotation names it.
        unit: likewise.
        name: the field, or the attribute where a hit differs in one.
        kind: `missed` was annotated alone, `wrong` was found alone, `differs` is a hit with another attribute.
        gold: the annotated fact; None where it was found alone.
        found: the found fact; None where it was annotated alone.
        sentence: the sentence that says it most likely, the unit's text where none does, "" without a text.
    """

    document: str
    unit: str
    name: str
    kind: Literal["missed", "wrong", "differs"]
    gold: Entry | None
    found: Entry | None
    sentence: str


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What a comparison gave.

    Attributes:
        documents: of the annotation.
        units: how many units were annotated, how many are found in the same documents, and how many are both.
            Of two annotations: how many units either has, and how many both have.
        missing: the annotated units that were not found: document and id; of two annotations those of the first alone.
        scores: by field, in the order of the guidelines.
        shares: by attribute, of those fields that have hits.
        mistakes: in the order of the fields, then of the units.
        extra: of two annotations, the units of the second alone.
        is_agreement: whether two annotations are compared, so that neither is right.
    """

    documents: tuple[str, ...]
    units: Score
    missing: tuple[tuple[str, str], ...]
    scores: Mapping[str, Score]
    shares: Mapping[str, Share]
    mistakes: tuple[Mistake, ...]
    extra: tuple[tuple[str, str], ...] = ()
    is_agreement: bool = False

    @property
    def counted(self) -> tuple[str, ...]:
        """The fields that count in `macro`: those with at least `ENOUGH` annotated facts, by either of two readers."""
        return tuple(name for name, score in self.scores.items() if self._annotated(score) >= ENOUGH)

    @property
    def macro(self) -> float:
        """The mean F1 of the fields that count, 0 where there is none."""
        counted = [self.scores[name].f1 for name in self.counted]
        return sum(counted) / len(counted) if counted else 0.0

    def _annotated(self, score: Score) -> int:
        return max(score.gold, score.found) if self.is_agreement else score.gold

    def f1(self, score: Score) -> float | None:
        """The F1 of a field, None where nothing is annotated that it could be reckoned from."""
        return score.f1 if self._annotated(score) else None

    def figure(self, name: str) -> float | None:
        """The figure of this name (see `FIGURES`), None where the annotation gives nothing to reckon it from."""
        if name == "units":
            return self.units.f1 if self.is_agreement else self.units.recall
        if name == "macro":
            return self.macro if self.counted else None
        if name in self.shares:
            return self.shares[name].part
        return self.f1(self.scores[name]) if name in self.scores else None

    def below(self, bars: Mapping[str, float]) -> tuple[str, ...]:
        """Which figures are below their bar; one that cannot be reckoned is passed over.

        Args:
            bars: the least that each figure should be, by name.
        """
        return tuple(name for name, bar in bars.items() if (figure := self.figure(name)) is not None and figure < bar)


def evaluate(
    gold: Units,
    found: Units,
    *,
    fields: Collection[str] = KEYS,
    texts: Mapping[Key, str] | None = None,
    is_agreement: bool = False,
) -> Evaluation:
    """Compare facts with annotations, or one annotation with another.

    Args:
        gold: the annotation.
        found: the facts, or another annotation, in documents of the same names.
        fields: those to compare.
        texts: the text of units, in which the sentences of mistakes are looked up.
        is_agreement: whether `found` is another annotation: units that one of the two lacks are not compared but
            counted, and either may come first.
    """
    judged = {key: line for key, line in gold.items() if key in found} if is_agreement else gold
    scores: dict[str, Score] = {}
    shares: dict[str, Share] = {}
    mistakes: list[Mistake] = []
    for field in KEYS:
        if field not in fields:
            continue
        matched: Pairs = []
        many = [0, 0]
        attributes = {name: same for name, same in ATTRIBUTES.items() if name.partition(".")[0] == field}
        for key, line in judged.items():
            ours, theirs = distinct(line[field]), distinct(found[key][field] if key in found else ())
            pairs = paired(ours, theirs, LIKENESS[field])
            matched += pairs
            many[0] += len(ours)
            many[1] += len(theirs)
            text = (texts or {}).get(key, "")
            for name, kind, one, other in _differences(field, attributes, (ours, theirs), pairs):
                sentence = passage(text, words_of(other if one is None else one))
                mistakes.append(Mistake(line["doc"], line["unit"], name, kind, one, other, sentence))
        scores[field] = Score(many[0], many[1], len(matched))
        if matched:
            for name, same in attributes.items():
                shares[name] = Share(len(matched), sum(same(*pair) for pair in matched))
    named = documents(gold)
    both = len(gold.keys() & found.keys())
    units = Score(len(gold), sum(is_agreement or document in named for document, _ in found), both)
    missing = tuple((line["doc"], line["unit"]) for key, line in gold.items() if key not in found)
    extra = [(key[0], line["unit"]) for key, line in found.items() if is_agreement and key not in gold]
    return Evaluation(named, units, missing, scores, shares, tuple(mistakes), tuple(extra), is_agreement)


def _differences(
    field: str, attributes: Mapping[str, Callable[[Entry, Entry], bool]], sides: tuple[list[Entry], ...], pairs: Pairs
) -> Iterator[tuple[str, Literal["missed", "wrong", "differs"], Entry | None, Entry | None]]:
    """What two sides of a unit do not share."""
    hits = {id(entry) for pair in pairs for entry in pair}
    yield from ((field, "missed", entry, None) for entry in sides[0] if id(entry) not in hits)
    yield from ((field, "wrong", None, entry) for entry in sides[1] if id(entry) not in hits)
    for name, same in attributes.items():
        yield from ((name, "differs", one, other) for one, other in pairs if not same(one, other))


def paired(gold: Sequence[Entry], found: Sequence[Entry], likeness: Likeness) -> Pairs:
    """Each entry with at most one of the other side, the most alike first, ties in the order of the annotation."""
    alike = [(-likeness(one, other), i, j) for i, one in enumerate(gold) for j, other in enumerate(found)]
    taken: tuple[set[int], set[int]] = set(), set()
    pairs: Pairs = []
    for against, i, j in sorted(alike):
        if against < 0 and i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            pairs.append((gold[i], found[j]))
    return pairs


def distinct(entries: Sequence[Entry]) -> list[Entry]:
    """The entries without those that repeat another, but for width and white space."""
    first: dict[str, Entry] = {}
    for entry in entries:
        first.setdefault(_written(entry), entry)
    return list(first.values())


def _written(entry: Entry) -> str:
    if isinstance(entry, str):
        return folded(entry)
    return folded(repr(sorted(entry.items())))
