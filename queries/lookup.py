"""Asking a store what there is of a name: the questions of `lookups/`, which are no part of the catalogue."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from queries.catalogue import bound, read
from queries.engine import Engine
from queries.terms import iri, literal, path, value

KINDS = {
    "place": ("AdministrativeDivision", "Zone"),
    "zone": ("Zone",),
    "region": ("Region", "PlaceGroup"),
    "agency": ("Agency", "AgencyGroup"),
    "project": ("Project",),
    "organization": ("Organization",),
    "industry": ("Industry",),
    "policy": ("Policy",),
    "plan": ("Plan",),
    "unit": ("Measure", "BoxItem", "Passage"),
    "stage": ("Concept",),
    "mechanism": ("Concept",),
    "partner-kind": ("Concept",),
    "fact": ("Fact",),
}
"""What a parameter may name, with the classes of the ontology that are meant."""

CONCEPTS = tuple(kind for kind, classes in KINDS.items() if classes == ("Concept",))
"""The kinds that are concepts; each is the name of their vocabulary too."""


class Candidate(NamedTuple):
    """Something that a name may mean.

    Attributes:
        iri: its IRI.
        kind: what it is, one of `KINDS`.
        label: its main name.
        rank: level of an administrative division, "" for everything else.
        code: code of a division, stem of a plan, "" for everything else.
        above: name of what it lies in or belongs to.
    """

    iri: str
    kind: str
    label: str
    rank: str = ""
    code: str = ""
    above: str = ""

    def described(self) -> str:
        """The name, and what tells it from others: `徐州市 (江苏省, 320300)`."""
        if self.kind in {"unit", "fact", *CONCEPTS}:
            return self.label
        upper = "" if self.rank == "province" else self.above
        return f"{self.label} ({', '.join(filter(None, (upper, self.code or path(self.iri))))})"


def exactly(engine: Engine, kinds: tuple[str, ...], names: Iterable[str]) -> list[Candidate]:
    """What has one of these names, codes, stems, numbers or notations, written exactly so."""
    terms = [term for name in names for term in (literal(name, "zh"), literal(name))]
    return _candidates(engine, kinds, "exact", {"name": terms})


def described(engine: Engine, kinds: tuple[str, ...], entities: Iterable[str]) -> list[Candidate]:
    """What has one of these IRIs; a text that is no IRI is passed over."""
    terms = []
    for entity in entities:
        try:
            terms.append(iri(entity))
        except ValueError:
            continue
    return _candidates(engine, kinds, "described", {"entity": terms}) if terms else []


def labels(engine: Engine, kinds: tuple[str, ...]) -> dict[str, list[str]]:
    """Every name, code, stem, number and notation of what is of these kinds, by IRI."""
    classes = [f"dk:{name}" if name != "Concept" else "skos:Concept" for kind in kinds for name in KINDS[kind]]
    found: defaultdict[str, list[str]] = defaultdict(list)
    concepts = set(kinds) <= set(CONCEPTS)
    for entity, name in engine.rows(bound(read("lookups/labels.rq"), {"class": classes})).rows:
        if not concepts or _vocabulary(value(entity)) in kinds:
            found[value(entity)].append(value(name))
    return dict(found)


def named_in(engine: Engine, plan: str, entities: Iterable[str]) -> set[str]:
    """Which of these things a plan names, by their IRIs."""
    values = {"entity": map(iri, entities), "plan": [iri(plan)]}
    return {value(entity) for (entity,) in engine.rows(bound(read("lookups/named-in.rq"), values)).rows}


def stems(engine: Engine) -> list[str]:
    """The stems of all plans, sorted."""
    return sorted(value(stem) for (stem,) in engine.rows(read("lookups/stems.rq")).rows)


def facts(engine: Engine) -> list[str]:
    """The IRIs of all facts."""
    return [value(entity) for (entity,) in engine.rows(read("lookups/facts.rq")).rows]


def above(engine: Engine, entities: Iterable[str]) -> dict[str, list[str]]:
    """The names of everything that each place lies in, by the place's IRI."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for entity, name in engine.rows(bound(read("lookups/above.rq"), {"entity": map(iri, entities)})).rows:
        found[value(entity)].append(value(name))
    return dict(found)


def _candidates(engine: Engine, kinds: tuple[str, ...], lookup: str, values: dict[str, list[str]]) -> list[Candidate]:
    wanted = {name: kind for kind in kinds for name in KINDS[kind] if name != "Concept"}
    found = {}
    for row in engine.rows(bound(read(f"lookups/{lookup}.rq"), values)).rows:
        entity, class_, label, rank, code, upper = map(value, row)
        concept = _vocabulary(entity)
        kind = wanted.get(class_.rpartition("#")[2]) or (concept if concept in CONCEPTS else "")
        if kind in kinds:
            found[entity] = Candidate(entity, kind, label or path(entity).rpartition("/")[2], rank, code, upper)
    return list(found.values())


def _vocabulary(entity: str) -> str:
    """The vocabulary that a concept is of, by its IRI; of anything else a text that no vocabulary is called."""
    return entity.rpartition("/")[0].rpartition("/")[2]
