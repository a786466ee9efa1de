"""A fact in the form of the annotation guidelines, as extraction gives it: the list that it belongs to, and its entry.

The same as `kg.facts` reads back out of a store, for what was extracted a moment ago.
"""

from extract.facts import (
    Citation,
    CooperationTie,
    Fact,
    PartnerMention,
    PlaceMention,
    ProjectMention,
    RegionMention,
    Responsibility,
    Target,
)
from kg.likeness import Entry


def entry(fact: Fact) -> tuple[str, Entry]:
    """The key of the list that a fact belongs to, and its entry there."""
    match fact:
        case Responsibility():
            return fact.role, fact.as_written
        case PlaceMention():
            return "places", fact.place.name
        case RegionMention():
            return "regions", fact.region.name
        case ProjectMention():
            places = sorted(place.name for place in fact.places)
            return "projects", {"name": fact.as_written, "stage": fact.stage, "places": places}
        case PartnerMention():
            return "partners", {"name": fact.as_written, "kind": fact.partner_kind}
        case CooperationTie():
            sides = {"party": fact.party.name, "partner": fact.partner.name}
            return "cooperation", {**sides, "mechanism": fact.mechanism}
        case Target():
            said = {"indicator": fact.as_written, "op": fact.op, "value": fact.value}
            return "targets", {**said, "unit": fact.unit_of_measure, "year": fact.year}
        case Citation():
            return "policies", fact.as_written
    return "industries", fact.as_written
