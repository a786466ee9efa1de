"""The fields of each kind of fact, as properties and values: what makes it this fact, and what the graph says of it."""

from functools import singledispatch
from typing import TypeAlias

from extract.facts import (
    Citation,
    CooperationTie,
    Entity,
    Fact,
    IndustryMention,
    PartnerMention,
    PlaceMention,
    ProjectMention,
    RegionMention,
    Responsibility,
    Target,
)
from kg.nquads import boolean, integer, iri, literal, number
from ontology.terms import CITATION_RELATION, DK, MECHANISM, PARTNER_KIND, ROLE, STAGE


class IndustryName(str):
    """The name of an industry, which is all that identifies it."""

    __slots__ = ()


Value: TypeAlias = Entity | IndustryName | str
"""An entity, an industry, or an N-Quads term."""
Fields: TypeAlias = tuple[tuple[str, Value], ...]


@singledispatch
def fields(fact: Fact) -> Fields:
    """The properties of a fact and their values, the thing that it speaks of first.

    Places of a project are left out: they do not make it another fact.

    Raises:
        TypeError: for a kind of fact that the graph does not know.
    """
    msg = f"no fields are known of {type(fact).__name__}"
    raise TypeError(msg)


@fields.register
def _(fact: Responsibility) -> Fields:
    return ((DK.agency, fact.agency), (DK.role, iri(ROLE[fact.role])))


@fields.register
def _(fact: PlaceMention) -> Fields:
    return ((DK.place, fact.place),)


@fields.register
def _(fact: RegionMention) -> Fields:
    return ((DK.region, fact.region),)


@fields.register
def _(fact: ProjectMention) -> Fields:
    return ((DK.project, fact.project), (DK.stage, iri(STAGE[fact.stage])))


@fields.register
def _(fact: PartnerMention) -> Fields:
    return ((DK.organization, fact.organization), (DK.partnerKind, iri(PARTNER_KIND[fact.partner_kind])))


@fields.register
def _(fact: CooperationTie) -> Fields:
    return ((DK.party, fact.party), (DK.partner, fact.partner), (DK.mechanism, iri(MECHANISM[fact.mechanism])))


@fields.register
def _(fact: IndustryMention) -> Fields:
    return ((DK.industry, IndustryName(fact.as_written)),)


@fields.register
def _(fact: Target) -> Fields:
    value = literal(fact.value) if isinstance(fact.value, str) else number(fact.value)
    year = ((DK.dueYear, integer(fact.year)),) if isinstance(fact.year, int) else ()
    return (
        (DK.indicator, literal(fact.as_written)),
        (DK.operator, literal(fact.op)),
        (DK.value, value),
        (DK.unitOfMeasure, literal(fact.unit_of_measure)),
        (DK.annual, boolean(fact.year == "annual")),
        *year,
    )


@fields.register
def _(fact: Citation) -> Fields:
    return ((DK.policy, fact.policy), (DK.relation, iri(CITATION_RELATION[fact.relation])))
