"""Settling what an ambiguous name means, where what is asked tells: the one reading that has an answer."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from queries.catalogue import Question, bound, read
from queries.engine import Engine
from queries.errors import AmbiguousNameError, UsageError
from queries.lookup import Candidate, exactly
from queries.names import Reading
from queries.parameters import bind
from queries.plain import Interpretation
from queries.terms import iri, path

_MOST = 64
"""Readings of a whole question beyond which none is tried."""


class Settled(NamedTuple):
    """A question whose names mean one thing each, as far as can be told.

    Attributes:
        interpretation: the question, with names that mean one thing.
        readings: how the names were read that might mean several.
    """

    interpretation: Interpretation
    readings: tuple[Reading, ...] = ()


class _Way(NamedTuple):
    arguments: tuple[str, ...]
    sparql: str
    readings: tuple[Reading, ...]


def settled(engine: Engine, asked: Interpretation) -> Settled:
    """Read ambiguous names so that the question has rows or, where it never has, as what plans name.

    A name stays as it was typed where several readings are as good: asking will ask back.

    Args:
        engine: the graph.
        asked: a question, with names as they were typed.
    """
    try:
        ways = list(islice(_ways(engine, asked.question, asked.arguments, ()), _MOST + 1))
    except UsageError:  # asking will say so
        return Settled(asked)
    if not 1 < len(ways) <= _MOST:
        return Settled(asked)
    best = [way for way in ways if engine.rows(way.sparql).rows] or [way for way in ways if _are_named(engine, way)]
    arguments, readings = list(asked.arguments), []
    for one in best[0].readings if best else ():
        if {one.taken} == {other.taken for way in best for other in way.readings if other.text == one.text}:
            others = {other.taken for way in ways for other in way.readings if other.text == one.text} - {one.taken}
            readings.append(one._replace(others=tuple(sorted(others))))
            arguments[asked.arguments.index(one.text)] = _name(engine, one.taken)
    return Settled(asked._replace(arguments=tuple(arguments)), tuple(readings))


def _ways(
    engine: Engine, question: Question, arguments: Sequence[str], readings: tuple[Reading, ...]
) -> Iterator[_Way]:
    """Every way to read the names of a question."""
    try:
        sparql = bind(engine, question, arguments).sparql
    except AmbiguousNameError as error:
        at = [argument.strip() for argument in arguments].index(error.text)
        for one in error.candidates:
            taken = [*arguments[:at], path(one.iri), *arguments[at + 1 :]]
            yield from _ways(engine, question, taken, (*readings, Reading(arguments[at], one)))
    else:
        yield _Way(tuple(arguments), sparql, readings)


def _are_named(engine: Engine, way: _Way) -> bool:
    """Whether plans name everything that was ambiguous."""
    iris = [iri(one.taken.iri) for one in way.readings]
    return all(engine.rows(bound(read("lookups/mentioned.rq"), {"entity": [one]})).rows for one in iris)


def _name(engine: Engine, taken: Candidate) -> str:
    """What a thing is called, or else its code or path, where others are called so too."""
    return taken.label if len(exactly(engine, (taken.kind,), [taken.label])) == 1 else taken.code or path(taken.iri)
