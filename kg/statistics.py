"""How much a store holds."""

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, QuerySolutions

from kg.manifest import StoredImport
from kg.store import Reader
from ontology.terms import PREFIXES

_PLANS = "SELECT ?stem ?title ?plan { ?plan a dk:Plan ; dk:stem ?stem ; dcterms:title ?title } ORDER BY ?stem"
_UNITS = "SELECT ?plan (COUNT(*) AS ?n) { ?unit a dk:Unit ; dk:inPlan ?plan } GROUP BY ?plan"
_FACTS = """
SELECT ?plan ?kind (COUNT(*) AS ?n) {
  VALUES ?kind { dk:Responsibility dk:PlaceMention dk:RegionMention dk:ProjectMention dk:PartnerMention
                 dk:CooperationTie dk:IndustryMention dk:Target dk:Citation }
  ?fact a ?kind ; dk:inPlan ?plan
} GROUP BY ?plan ?kind ORDER BY ?kind"""
_THINGS = """
SELECT ?kind (COUNT(*) AS ?n) {
  VALUES ?kind { dk:Agency dk:AgencyGroup dk:Zone dk:Region dk:PlaceGroup dk:Project dk:Organization dk:Industry
                 dk:Policy dk:AdministrativeDivision dk:Evidence }
  ?thing a ?kind
} GROUP BY ?kind ORDER BY ?kind"""


@dataclass(frozen=True, slots=True)
class PlanCount:
    """What a store holds of one plan: its number of units, and of facts by kind (`Responsibility` …)."""

    stem: str
    title: str
    units: int
    facts: dict[str, int]


@dataclass(frozen=True, slots=True)
class Statistics:
    """What a store holds.

    Attributes:
        generation: the number of its generation.
        plans: each plan, by stem.
        things: how many there are of each class (`Project`, `AdministrativeDivision` …).
        triples: in the merge of all graphs.
        imports: the files that were imported, by stem.
    """

    generation: int
    plans: tuple[PlanCount, ...]
    things: dict[str, int]
    triples: int
    imports: tuple[StoredImport, ...]


def stats(reader: Reader) -> Statistics:
    """Count what an open store holds."""
    facts: dict[str, dict[str, int]] = {}
    for plan, kind, count in _rows(reader, _FACTS):
        facts.setdefault(plan, {})[_name(kind)] = int(count)
    units = {plan: int(count) for plan, count in _rows(reader, _UNITS)}
    plans = tuple(
        PlanCount(stem, title, units.get(plan, 0), facts.get(plan, {})) for stem, title, plan in _rows(reader, _PLANS)
    )
    things = {_name(kind): int(count) for kind, count in _rows(reader, _THINGS)}
    ((triples,),) = _rows(reader, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    return Statistics(reader.generation, plans, things, int(triples), reader.imports())


def _name(iri: str) -> str:
    return iri.rpartition("#")[2]


def _rows(reader: Reader, question: str) -> Iterator[tuple[str, ...]]:
    found = reader.query(question, prefixes=PREFIXES)
    if isinstance(found, QuerySolutions):
        for row in found:
            yield tuple(term.value if isinstance(term, (NamedNode, Literal)) else "" for term in row)
