"""How two sides are tied through third ones: ties are asked of the graph, and searched here.

A side is a place or an organization. What lies in one of the two that are asked for counts for it; any
other place counts for its prefecture or municipality. Ties hold both ways; a region, a group such as
沪苏浙 and a document tie nobody, or all would be tied with all.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from pyoxigraph import Literal

from queries.catalogue import bound, read
from queries.engine import Engine, Row, Rows
from queries.tables import Layout
from queries.terms import iri, value

HOPS = 4
"""How many ties a chain may have unless more are asked for."""
MOST = 5
"""How many chains are given: of many that are equally short, these few."""

_MUNICIPALITY = "市"
_HEADS = {
    "chain": {"en": "Chain", "zh": "链"},
    "step": {"en": "Step", "zh": "步"},
    "from": {"en": "From", "zh": "自"},
    "to": {"en": "To", "zh": "至"},
    "party": {"en": "Party", "zh": "本方"},
    "partner": {"en": "Partner", "zh": "对方"},
    "mechanism": {"en": "Mechanism", "zh": "机制"},
    "ties": {"en": "Ties", "zh": "关系数"},
    "document": {"en": "Document", "zh": "文件"},
    "unit": {"en": "Unit", "zh": "单元"},
    "sentence": {"en": "Sentence", "zh": "原句"},
    "citation": {"en": "Citation", "zh": "引注"},
    "fact": {"en": "Fact", "zh": "事实"},
}


class Step(NamedTuple):
    """One step of a chain.

    Attributes:
        here: name of the side that it leaves.
        there: name of the side that it reaches.
        ties: the ties between the two: party, partner, mechanism, document, unit, sentence, citation, fact;
            in the order in which the documents print them.
    """

    here: str
    there: str
    ties: tuple[Row, ...]


class Chain(NamedTuple):
    """A chain of ties from one side to another."""

    steps: tuple[Step, ...]

    @property
    def via(self) -> tuple[str, ...]:
        """The names of the third sides that it leads through."""
        return tuple(step.there for step in self.steps[:-1])


class _Sides:
    """Which side each entity counts for."""

    def __init__(self, engine: Engine, ends: tuple[str, str], entities: Iterable[str]) -> None:
        self._ends = ends
        self._uppers: defaultdict[str, dict[str, tuple[str, str]]] = defaultdict(dict)
        terms = map(iri, sorted({*entities, *ends}))
        for entity, upper, name, rank in engine.rows(bound(read("lookups/uppers.rq"), {"entity": terms})).rows:
            self._uppers[value(entity)][value(upper)] = (value(name), value(rank))
        self.names = {upper: name for uppers in self._uppers.values() for upper, (name, _) in uppers.items()}

    def of(self, entity: str) -> str:
        uppers = self._uppers[entity]
        held = [end for end in self._ends if end in uppers]
        if held:
            return max(held, key=lambda end: len(self._uppers[end]))  # of 宿州市 and 萧县 in it, the nearer
        for upper, (name, rank) in uppers.items():
            if rank == "prefecture" or (rank == "province" and name.endswith(_MUNICIPALITY)):
                return upper
        return entity


def chains(engine: Engine, first: str, second: str, *, hops: int = HOPS, most: int = MOST) -> list[Chain]:
    """The shortest chains of ties between two sides.

    Args:
        engine: what is asked.
        first: IRI of a place or an organization.
        second: IRI of another.
        hops: how many ties a chain may have.
        most: how many chains to give at most.

    Returns:
        Chains of one length, those with the most ties first; none where no chain is short enough.
    """
    found = engine.rows(read("lookups/ties.rq")).rows
    sides = _Sides(engine, (first, second), {value(end) for row in found for end in row[:2]})
    between: defaultdict[str, defaultdict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in found:
        here, there = (sides.of(value(end)) for end in row[:2])
        if here != there:
            between[here][there].append(row[2:])
            between[there][here].append(row[2:])
    paths = list(_shortest(between, first, second, hops))
    paths.sort(key=lambda path: (-min(len(between[here][there]) for here, there in _pairs(path)), path))
    return [
        Chain(
            tuple(
                Step(sides.names[here], sides.names[there], tuple(between[here][there])) for here, there in _pairs(path)
            )
        )
        for path in paths[:most]
    ]


def rows(found: Iterable[Chain]) -> Rows:
    """Chains as rows, one a step, with the first of its ties and how many there are."""
    return Rows(tuple(_HEADS), tuple(_rows(found)))


def laid_out(language: str) -> Layout:
    """How a table shows them: the sentence and the citation beneath."""
    return Layout({name: heads[language] for name, heads in _HEADS.items()}, (), ("sentence", "citation"))


def _rows(found: Iterable[Chain]) -> Iterator[Row]:
    for number, chain in enumerate(found, start=1):
        for position, step in enumerate(chain.steps, start=1):
            party, partner, mechanism, *evidence = step.ties[0]
            ends = (Literal(step.here), Literal(step.there))
            yield (
                *(Literal(number), Literal(position), *ends),
                *(party, partner, mechanism, Literal(len(step.ties)), *evidence),
            )


def _pairs(path: tuple[str, ...]) -> list[tuple[str, str]]:
    return list(pairwise(path))


def _shortest(
    between: Mapping[str, Mapping[str, object]], first: str, second: str, hops: int
) -> Iterator[tuple[str, ...]]:
    """Every shortest path from one to the other, in no more than so many steps."""
    left = {second: 0}  # how far each side is from the second
    waiting = deque([second])
    while waiting:
        here = waiting.popleft()
        for there in between.get(here, ()):
            if there not in left and left[here] < hops:
                left[there] = left[here] + 1
                waiting.append(there)
    paths: list[tuple[str, ...]] = [(first,)] if first in left and first != second else []
    while paths and paths[0][-1] != second:
        paths = [
            (*path, there)
            for path in paths
            for there in sorted(between[path[-1]])
            if left.get(there, hops) == left[path[-1]] - 1
        ]
    yield from paths
