"""Direct statements derived from facts, for easy asking: leads, mentionsPlace, involvesNamed.

Those that one document's facts give are part of its shard; those that need several documents
(`sameProjectAs`, `loadedAs`) are derived when a generation is put together.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

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
)
from gazetteer.regions import place_group_named, region_named
from gazetteer.universities import university_named
from kg.entities import Entities
from kg.fields import fields
from kg.nquads import iri
from kg.world import containers
from ontology.sectors import sector_above, sector_named
from ontology.terms import DK, SKOS

_GROUPS = frozenset({"region", "place_group", "agency_group"})
_LED = {"lead": iri(DK.leads), "support": iri(DK.supports)}
_MENTIONS = {
    "PlaceMention": iri(DK.mentionsPlace),
    "RegionMention": iri(DK.mentionsRegion),
    "ProjectMention": iri(DK.mentionsProject),
    "PartnerMention": iri(DK.mentionsPartner),
    "IndustryMention": iri(DK.mentionsIndustry),
    "Citation": iri(DK.cites),
}
_RESTS = {"implements": iri(DK.implements), "based-on": iri(DK.basedOn)}
_NAMED = iri(DK.involvesNamed)
_WITHIN = iri(DK.involvesWithin)
_KNOWN = iri(DK.involvesKnown)
_AS_GROUP = iri(DK.involvesAsGroup)
_NAMES_AS_PARTNER = iri(DK.namesAsPartner)
_TIED_WITH = iri(DK.tiedWith)
_EXACT_MATCH = iri(SKOS.exactMatch)
_BROADER = iri(SKOS.broader)


def member_codes(entity: Entity) -> tuple[str, ...]:
    """The codes of the places that a region or group stands for: what extraction says, else the gazetteer."""
    if entity.members:
        return tuple(member.jurisdiction for member in entity.members if member.jurisdiction)
    if entity.kind == "region":
        region = region_named(entity.name)
        return region.members if region else ()
    group = place_group_named(entity.name) if entity.kind == "place_group" else None
    return group.members if group else ()


class Derivation:
    """Derives from the facts of one plan.

    Args:
        entities: gives the terms.
        jurisdiction: code of the plan's jurisdiction, "" where unknown.
    """

    def __init__(self, entities: Entities, jurisdiction: str) -> None:
        self._entities = entities
        self._own = entities.place(jurisdiction) if jurisdiction else ""

    def involvement(self, subject: str, entity: Entity) -> Iterator[str]:
        """How `subject` (a term) involves places because a text names `entity`."""
        if entity.kind in _GROUPS:
            for code in member_codes(entity):
                yield f"{subject} {_AS_GROUP} {self._entities.place(code)}"
        elif entity.kind in {"place", "zone"}:
            yield f"{subject} {_NAMED} {self._entities.term(entity)}"
            codes = containers(entity.jurisdiction)
            if entity.kind == "zone" and entity.jurisdiction:
                codes = (entity.jurisdiction, *codes)
            for code in codes:
                yield f"{subject} {_WITHIN} {self._entities.place(code)}"

    def seat(self, subject: str, organization: Entity) -> Iterator[str]:
        """How `subject` involves the seat of a university, and what the seat lies in."""
        if university := university_named(organization.name):
            for code in (university.code, *containers(university.code)):
                yield f"{subject} {_KNOWN} {self._entities.place(code)}"

    def statements(self, unit: str, facts: Sequence[Fact]) -> Iterator[str]:
        """What the facts of one unit give.

        Args:
            unit: the unit, as a term.
            facts: all facts of the unit.
        """
        partners = [fact.organization for fact in facts if isinstance(fact, PartnerMention)]
        for fact in facts:
            thing = fields(fact)[0][1]
            if mentions := _MENTIONS.get(fact.kind):
                yield f"{unit} {mentions} {self._entities.value(thing)}"
            match fact:
                case Responsibility():
                    yield f"{self._entities.term(fact.agency)} {_LED[fact.role]} {unit}"
                    yield from self.involvement(unit, fact.agency)
                case PlaceMention() | RegionMention() if isinstance(thing, Entity):
                    yield from self.involvement(unit, thing)
                case ProjectMention():
                    yield from self._project(unit, fact, partners)
                case PartnerMention():
                    yield from self.seat(unit, fact.organization)
                case CooperationTie():
                    yield from self._tie(unit, fact)
                case IndustryMention():
                    yield from self._classified(fact.as_written)

    def of_plan(self, plan: str, facts: Iterable[Fact]) -> Iterator[str]:
        """What the facts of a plan (a term) give for it as a whole: the policies that it carries out or rests on."""
        for fact in facts:
            if isinstance(fact, Citation) and fact.relation in _RESTS:
                yield f"{plan} {_RESTS[fact.relation]} {self._entities.term(fact.policy)}"

    def _project(self, unit: str, fact: ProjectMention, partners: Iterable[Entity]) -> Iterator[str]:
        project = self._entities.term(fact.project)
        for place in fact.places:
            yield from self.involvement(unit, place)
            yield from self.involvement(project, place)
        for partner in partners:
            if partner.name in fact.project.name:
                yield from self.seat(project, partner)

    def _classified(self, name: str) -> Iterator[str]:
        """The sector that an industry is, or the one that its name ends in."""
        if sector := sector_named(name):
            yield f"{self._entities.industry(name)} {_EXACT_MATCH} {iri(sector)}"
        elif sector := sector_above(name):
            yield f"{self._entities.industry(name)} {_BROADER} {iri(sector)}"

    def _tie(self, unit: str, fact: CooperationTie) -> Iterator[str]:
        partner = self._entities.term(fact.partner)
        for side in {self._entities.term(fact.party), self._own} - {"", partner}:
            yield f"{side} {_NAMES_AS_PARTNER} {partner}"
            yield f"{side} {_TIED_WITH} {partner}"
            yield f"{partner} {_TIED_WITH} {side}"
        if fact.partner.kind in _GROUPS:
            yield from self.involvement(unit, fact.partner)


@dataclass(frozen=True, slots=True)
class ProjectRecord:
    """A project of a store: its IRI, its name, and every name of the places that it involves by name."""

    iri: str
    name: str
    place_names: tuple[frozenset[str], ...]


_DASHES = re.compile("[-‐-―－~～〜]+")
_NATIONAL_ROAD = re.compile(r"G\d+|\d+国道")
_NUMBERED_LINE = re.compile(r"\d+号线|[一二三四五六七八九十]+号线")


def folded(name: str) -> str:
    """A name for comparing: NFKC, no white space, one kind of dash."""
    return _DASHES.sub("—", "".join(unicodedata.normalize("NFKC", name).split()))


def _tells_itself(name: str, records: Iterable[ProjectRecord]) -> bool:
    """Whether a name is one project wherever it stands: it holds two places, or the number of a line."""
    if _NATIONAL_ROAD.search(name):
        return True
    places = {names for record in records for names in record.place_names}
    held = sum(any(place in name for place in names) for names in places)
    return held >= (1 if _NUMBERED_LINE.search(name) else 2)


def same_projects(records: Iterable[ProjectRecord]) -> Iterator[str]:
    """`sameProjectAs` both ways between projects of different jurisdictions that one name proves to be one.

    Every county has a 食品产业园, so a name alone proves nothing; it must hold two places that the
    project involves, one place and a line's number (徐州轨道交通1号线), or the number of a national road.
    """
    by_name: defaultdict[str, list[ProjectRecord]] = defaultdict(list)
    for record in records:
        by_name[folded(record.name)].append(record)
    same = iri(DK.sameProjectAs)
    for name, found in by_name.items():
        if len(found) > 1 and _tells_itself(name, found):
            for one in found:
                for other in found:
                    if one.iri != other.iri:
                        yield f"{iri(one.iri)} {same} {iri(other.iri)}"


def loaded_policies(policies: Iterable[tuple[str, str, str]], plans: Iterable[tuple[str, str, str]]) -> Iterator[str]:
    """`loadedAs` between a policy that is cited and the plan that it is.

    Args:
        policies: IRI, title and IRI of the jurisdiction of each.
        plans: the same of each plan.
    """
    loaded: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for plan, title, jurisdiction in plans:
        loaded[folded(title), jurisdiction].append(plan)
    for policy, title, jurisdiction in policies:
        for plan in loaded.get((folded(title), jurisdiction), ()):
            yield f"{iri(policy)} {iri(DK.loadedAs)} {iri(plan)}"
