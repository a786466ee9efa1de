"""Statements about the things that facts speak of: what they are, their names, where they belong.

What a document calls them goes to its own graph; what the world knows of them (a zone lies in its
jurisdiction, 各县区人民政府 are these five) goes to the gazetteer's.
"""

from extract.facts import Entity
from gazetteer.divisions import gazetteer
from gazetteer.universities import university_named
from kg.departments import department_statements
from kg.fields import IndustryName, Value
from kg.identity import Names
from kg.nquads import iri, literal
from kg.world import division_statements, zone_statements
from ontology.terms import DK, ORG, RDF, RDFS, SKOS

_TYPE = iri(RDF.type)
_LABEL = iri(RDFS.label)
_ALT = iri(SKOS.altLabel)
_JURISDICTION = iri(DK.jurisdiction)
_PART_OF = iri(DK.partOf)
_MEMBER_OF = iri(DK.memberOf)
_HAS_MEMBER = iri(ORG.hasMember)
_SEAT = iri(DK.seat)
_CLASSES = {
    "place": (iri(DK.AdministrativeDivision), iri(DK.Place)),
    "zone": (iri(DK.Zone), iri(DK.Place)),
    "region": (iri(DK.Region),),
    "place_group": (iri(DK.PlaceGroup),),
    "agency": (iri(DK.Agency),),
    "agency_group": (iri(DK.AgencyGroup),),
    "organization": (iri(DK.Organization),),
    "project": (iri(DK.Project),),
    "policy": (iri(DK.Policy),),
}


class Entities:
    """Terms of entities, stated as they are first asked for.

    Args:
        names: mints the IRIs.
        stem: the plan whose facts they come from.
        said: statements of the plan's own graph, added to.
        known: statements of the gazetteer's graph, added to.
    """

    def __init__(self, names: Names, stem: str, said: set[str], known: set[str]) -> None:
        self._names = names
        self._stem = stem
        self._said = said
        self._known = known
        self._terms: dict[Entity, str] = {}

    def term(self, entity: Entity, as_written: str = "") -> str:
        """The entity as an N-Quads term; what it is and `as_written`, a name of it, are stated.

        Raises:
            ValueError: where the entity has no name, or a place no code.
        """
        term = self._terms.get(entity)
        if term is None:
            term = iri(self._names.entity(entity, self._stem))
            self._terms[entity] = term
            self._state(term, entity)
        # A place's names are the gazetteer's: 苏 in 苏锡常 is no name of 江苏省.
        if as_written and as_written != entity.name and entity.kind != "place":
            self._said.add(f"{term} {_ALT} {literal(as_written, 'zh')}")
        return term

    def value(self, value: Value, as_written: str = "") -> str:
        """The value of a fact's field as a term; an entity is stated, with `as_written` as a name of it.

        The wording of a tie is no name of its parties; give none.
        """
        if isinstance(value, Entity):
            return self.term(value, as_written)
        return self.industry(value) if isinstance(value, IndustryName) else value

    def industry(self, name: str) -> str:
        """An industry by its name, as a term."""
        term = iri(self._names.industry(name))
        self._said.update([f"{term} {_TYPE} <{DK.Industry}>", f"{term} {_LABEL} {literal(name, 'zh')}"])
        return term

    def place(self, code: str) -> str:
        """A division by its code, as a term; a township or one of earlier years is stated in the gazetteer's graph."""
        found = gazetteer().get(code)
        if found and (found.level == "township" or found.until):
            self._known.update(division_statements(found, self._names))
        return iri(self._names.place(code))

    def _state(self, term: str, entity: Entity) -> None:
        if entity.kind == "place" and gazetteer().get(entity.jurisdiction):
            self.place(entity.jurisdiction)
            return
        self._said.update(self._description(term, entity))
        if entity.kind == "zone" and entity.jurisdiction:
            self._known.add(f"{term} {_PART_OF} {self.place(entity.jurisdiction)}")
            self._known.update(zone_statements(term, entity.name, entity.jurisdiction))
        if entity.kind == "organization" and (university := university_named(entity.name)):
            self._known.add(f"{term} {_SEAT} {self.place(university.code)}")
        if entity.kind == "agency":
            self._known.update(department_statements(term, entity.name, entity.jurisdiction))
        for member in entity.members:
            self._member(term, entity, member)

    def _description(self, term: str, entity: Entity) -> list[str]:
        statements = [f"{term} {_TYPE} {kind}" for kind in _CLASSES[entity.kind]]
        statements.append(f"{term} {_LABEL} {literal(entity.name, 'zh')}")
        if entity.jurisdiction and entity.kind not in {"place", "region", "place_group", "organization"}:
            statements.append(f"{term} {_JURISDICTION} {self.place(entity.jurisdiction)}")
        return statements

    def _member(self, group: str, entity: Entity, member: Entity) -> None:
        """World knowledge: no document says who 各县区 are, so members are described where they are stated."""
        if member.kind == "place":
            self._known.add(f"{self.place(member.jurisdiction)} {_MEMBER_OF} {group}")
            return
        term = iri(self._names.entity(member, self._stem))
        self._known.update(self._description(term, member))
        if member.kind == "agency":
            self._known.update(department_statements(term, member.name, member.jurisdiction))
        relation = f"{group} {_HAS_MEMBER} {term}" if entity.kind == "agency_group" else f"{term} {_MEMBER_OF} {group}"
        self._known.add(relation)
