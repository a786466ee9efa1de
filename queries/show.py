"""Everything that a store says of one thing: a plan, a measure, a place, an agency, a fact."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import NamedTuple

from queries import lookup
from queries.ask import Asked, ask
from queries.catalogue import bound, read
from queries.display import clean, wrapped
from queries.engine import Engine
from queries.errors import ArgumentError, UnknownNameError
from queries.names import Choose, Reading, refuse, resolve
from queries.terms import iri, path, value

_LISTINGS = {"plan": "measures-of-plan", "unit": "facts-of-measure", "fact": "evidence-of"}
_ABOUT = "facts-about"
_KINDS = ("plan", *(kind for kind in lookup.KINDS if kind not in {"plan", "unit", "stage", "fact"}))


class Shown(NamedTuple):
    """What a store says of one thing.

    Attributes:
        reading: how the name was read.
        properties: what is said of the thing itself: names of properties, each with a value.
        listed: its measures, its facts, or its evidence, as the catalogue lists them.
    """

    reading: Reading
    properties: tuple[tuple[str, str], ...]
    listed: Asked


def show(engine: Engine, names: Sequence[str], *, limit: int | None = None, choose: Choose = refuse) -> Shown:
    """What a store says of one thing.

    Args:
        engine: the store.
        names: one name, stem, code, path or IRI; or a plan and one of its measures, also as `plan/measure`.
        limit: the most rows to list, None for all.
        choose: what to do with a name that may mean several things.

    Raises:
        ArgumentError: where more names are given than a plan and a measure.
        UnknownNameError: where nothing is called so.
        AmbiguousNameError: where several things are and `choose` takes none.
    """
    reading = _reading(engine, names, choose)
    taken = reading.taken
    arguments = [taken.iri]
    if taken.kind == "unit":
        arguments.insert(0, taken.iri.rpartition("/unit/")[0])
    rows = engine.rows(bound(read("lookups/properties.rq"), {"entity": [iri(taken.iri)]})).rows
    properties = tuple((_local(value(name)), value(said)) for name, said in rows)
    listed = ask(engine, _LISTINGS.get(taken.kind, _ABOUT), arguments, limit=limit)
    return Shown(reading, (("path", path(taken.iri)), *properties), listed)


def _local(name: str) -> str:
    """The last part of a property's IRI."""
    return name.replace("#", "/").rpartition("/")[2]


def heading(shown: Shown, columns: int) -> Iterator[str]:
    """The lines that stand above the rows: the name, and what is said of the thing itself.

    Args:
        shown: what was found.
        columns: the width that they may take.
    """
    yield f"{shown.reading.taken.label}\n"
    widest = max(len(name) for name, _ in shown.properties) + 2
    for name, said in shown.properties:
        for number, line in enumerate(wrapped(clean(said), max(columns - widest - 2, 2))):
            yield f"  {'' if number else name:<{widest}}{line}\n"
    yield "\n"


def _reading(engine: Engine, names: Sequence[str], choose: Choose) -> Reading:
    if len(names) == 1 and "/" in names[0]:
        name = names[0]
        entity = name.strip("<>") if "://" in name else f"{engine.base}id/{name}"
        if found := lookup.described(engine, tuple(lookup.KINDS), [entity]):
            return Reading(name, found[0])
        if "://" not in name:
            names = name.split("/", 1)
    if len(names) == 1:
        return _alone(engine, names[0], choose)
    if len(names) != 2:  # noqa: PLR2004 - a plan and a measure
        verb, reason = "show", "takes one name, or a plan and one of its measures"
        raise ArgumentError(verb, reason)
    plan = resolve(engine, ("plan",), names[0], choose=choose).taken
    return resolve(engine, ("unit",), names[1], plan=plan.iri, choose=choose)


def _alone(engine: Engine, name: str, choose: Choose) -> Reading:
    """What a name without a plan means; the digits of a fact are tried last, and are no guess at a misspelt name."""
    try:
        return resolve(engine, _KINDS, name, choose=choose)
    except UnknownNameError as error:
        if name.isascii() and name.isalnum():
            with suppress(UnknownNameError):
                return resolve(engine, ("fact",), name, choose=choose)
        if error.other:
            raise
        raise UnknownNameError(name, (), error.near) from None
