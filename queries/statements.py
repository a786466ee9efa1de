"""A statement as it is typed, by names, paths, prefixed names or IRIs: 徐州轨道交通1号线 involves 徐州."""

from collections import defaultdict
from typing import NamedTuple

from pyoxigraph import NamedNode, Triple

from kg.derivations import expanded
from ontology.terms import RDF
from queries import lookup
from queries.catalogue import bound, read
from queries.engine import Engine, Term
from queries.errors import UnknownNameError
from queries.lookup import CONCEPTS, KINDS
from queries.names import Choose, Reading, refuse, resolve
from queries.suggestions import near
from queries.terms import iri, path, value

_KINDS = tuple(kind for kind in KINDS if kind not in {"zone", "fact"})


class Statement(NamedTuple):
    """A statement that was typed.

    Attributes:
        triple: what it says.
        readings: how names in it were read.
    """

    triple: Triple
    readings: tuple[Reading, ...]


class _Property(NamedTuple):
    """A property, and the names of the classes on either side of it."""

    iri: str
    names: set[str]
    sides: dict[str, set[str]]


def statement(engine: Engine, subject: str, property_: str, object_: str, choose: Choose = refuse) -> Statement:
    """What a typed statement says.

    Args:
        engine: the store.
        subject: a name, a prefixed name, a path (`place/320300`), a plan and its unit (`suzhou/15`), or an IRI.
        property_: a prefixed name, a local name or a label of a property in either language, or an IRI.
        object_: as `subject`; or the text of a value.
        choose: what to do with a name that may mean several things.

    Raises:
        UnknownNameError: where nothing is called so.
        AmbiguousNameError: where several things are and `choose` takes none.
    """
    taken = _property(engine, property_)
    readings: list[Reading] = []
    start = _thing(engine, subject, taken.sides.get("subject", set()), choose, readings)
    end: Term | None = _value(engine, start, taken.iri, object_)
    if end is None and taken.iri == RDF.type and ":" not in object_:
        end = NamedNode(expanded(f"dk:{object_}"))
    if end is None:
        end = _thing(engine, object_, taken.sides.get("object", set()), choose, readings)
    return Statement(Triple(start, NamedNode(taken.iri), end), tuple(readings))


def _property(engine: Engine, text: str) -> _Property:
    known: dict[str, _Property] = {}
    for row in engine.rows(read("lookups/relations.rq")).rows:
        name, label, side, class_ = map(value, row)
        one = known.setdefault(name, _Property(name, {_local(name)}, defaultdict(set)))
        one.names.add(label)
        one.sides[side].add(_local(class_))
    if (whole := _whole(text)) in known or "://" in whole:
        return known.get(whole) or _Property(whole, set(), {})
    ours = expanded("dk:")
    found = sorted(
        (one for one in known.values() if text in one.names),
        key=lambda one: (not one.iri.startswith(ours), _local(one.iri) != text, one.iri),
    )
    if not found:
        names = {name for one in known.values() for name in one.names if name}
        raise UnknownNameError(text, ("property",), near(text, sorted(names)))
    return found[0]


def _thing(engine: Engine, text: str, classes: set[str], choose: Choose, readings: list[Reading]) -> NamedNode:
    """A thing by its name, among those of the kinds that a property takes, or of any kind."""
    if "://" in (whole := _whole(text)):
        return NamedNode(whole)
    kinds = tuple(kind for kind in _KINDS if classes & set(KINDS[kind]) and kind not in CONCEPTS) or _KINDS
    stem, slash, unit = text.partition("/")
    if slash and stem in lookup.stems(engine):
        plan = resolve(engine, ("plan",), stem, choose=choose).taken
        reading = resolve(engine, ("unit",), unit, plan=plan.iri, choose=choose)
    elif stem == "fact" and slash:
        reading = resolve(engine, ("fact",), unit, choose=choose)
    elif slash and (found := lookup.described(engine, tuple(KINDS), [f"{engine.base}id/{text}"])):
        reading = Reading(text, found[0])
    elif slash:
        return NamedNode(f"{engine.base}id/{text}")  # a fact's evidence, a document: nothing that has a name
    else:
        reading = resolve(engine, kinds, text, choose=choose)
    readings.append(reading)
    return NamedNode(reading.taken.iri)


def _value(engine: Engine, subject: NamedNode, property_: str, text: str) -> Term | None:
    """The value that a thing has and that is written, or called, so; None where none of them is."""
    values = {"subject": [str(subject)], "property": [iri(property_)]}
    whole = _whole(text)
    for one, name in engine.rows(bound(read("lookups/objects.rq"), values)).rows:
        if text in {value(one), value(name), path(value(one))} or whole == value(one):
            return one
    return None


def _whole(text: str) -> str:
    """The IRI of a prefixed name or in `<>`; another text as it is."""
    text = text.strip()
    if text.startswith("<") and text.endswith(">"):
        return text[1:-1]
    try:
        return expanded(text)
    except KeyError:
        return text


def _local(name: str) -> str:
    return name.replace("#", "/").rpartition("/")[2]
