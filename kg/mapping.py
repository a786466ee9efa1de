"""From an extraction to the N-Quads lines of its document's shard.

A fact that a unit states at several spots, or in several words, is one Fact with several evidences
and wordings: its identity is what it says (see `kg.identity.fact_hash`).
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from extract.facts import CooperationTie, Entity, Fact, ProjectMention, Span
from extract.plan import Document, Extraction, Plan, Unit
from kg.derive import Derivation
from kg.entities import Entities
from kg.fields import fields
from kg.identity import BASE, Names, fact_hash, path_of
from kg.nquads import Quads, date, integer, iri, literal
from kg.sentences import Sentences
from ontology.terms import DCTERMS, DK, OA, PROV, RDF, RDFS

_TYPE = iri(RDF.type)
_LABEL = iri(RDFS.label)
_UNIT_CLASSES = {"measure": iri(DK.Measure), "box": iri(DK.BoxItem), "passage": iri(DK.Passage)}
_INNER_MARKS = str.maketrans("《》", "〈〉")


def citation(plan: Plan, unit: Unit, pages: Iterable[int | None] = ()) -> str:
    """The ready citation: 《…行动计划（2021-2023年）》第15条, 宿长三角办〔2021〕1号; marks in the title are 〈〉.

    Args:
        plan: the plan.
        unit: the unit.
        pages: those that hold what is cited (第15条（第3页）, 第15条（第3、5页）), none where the file has none.
    """
    number_ = f", {plan.number}" if plan.number else ""
    held = "、".join(map(str, sorted({page for page in pages if page})))
    pages_ = f"（第{held}页）" if held else ""
    return f"《{plan.title.translate(_INNER_MARKS)}》{unit.locator}{pages_}{number_}"


def quads(extraction: Extraction, base: str = BASE, *, file_name: str = "", version: str = "") -> list[str]:
    """The sorted N-Quads lines of one document: its own graph, its part of the others, and the merge.

    Args:
        extraction: the document, its plan and the facts.
        base: where `id/` and `graph/` stand.
        file_name: the file's name with extension, without folder.
        version: of the extractor.

    Raises:
        ValueError: where the extraction contradicts itself: a unit twice, a fact of no unit, a place without code.
    """
    return _Shard(extraction, Names(base)).lines(file_name, version)


@dataclass(slots=True)
class _Stated:
    """What one unit says once or more: the facts with one identity, together."""

    fact: Fact
    spans: set[Span] = field(default_factory=set)
    wordings: set[str] = field(default_factory=set)
    rules: set[str] = field(default_factory=set)
    places: dict[Entity, None] = field(default_factory=dict)


class _Shard:
    def __init__(self, extraction: Extraction, names: Names) -> None:
        self._names = names
        self._document = extraction.document
        self._plan = extraction.plan
        self._facts = extraction.facts
        self._stem = extraction.plan.stem
        self._quads = Quads()
        self._said = self._quads.graph(names.plan_graph(self._stem))
        self._inferred = self._quads.graph(names.graph("inferred"))
        known = self._quads.graph(names.graph("gazetteer"))
        self._entities = Entities(names, self._stem, self._said, known)
        self._document_term = iri(names.document(self._document.sha256))
        self._plan_term = iri(names.plan(self._stem))
        self._page_starts = extraction.document.page_starts()

    def lines(self, file_name: str, version: str) -> list[str]:
        self._state_document(self._document, file_name, version)
        self._state_plan(self._plan)
        derivation = Derivation(self._entities, self._plan.jurisdiction)
        facts: dict[str, list[Fact]] = {unit.id: [] for unit in self._plan.units}
        if len(facts) < len(self._plan.units):
            msg = f"{self._stem}: two units of one plan have one id"
            raise ValueError(msg)
        for fact in self._facts:
            if fact.unit not in facts:
                msg = f"{self._stem}: a fact of unit {fact.unit!r}, which the plan does not have: {fact!r}"
                raise ValueError(msg)
            facts[fact.unit].append(fact)
        for order, unit in enumerate(self._plan.units, start=1):
            term = iri(self._names.unit(self._stem, unit.id))
            self._state_unit(term, unit, order)
            self._state_facts(term, unit, facts[unit.id])
            self._inferred.update(derivation.statements(term, facts[unit.id]))
        self._inferred.update(derivation.of_plan(self._plan_term, self._facts))
        return self._quads.lines()

    def _state(self, subject: str, predicate: str, *objects: str) -> None:
        self._said.update([f"{subject} <{predicate}> {object_}" for object_ in objects])

    def _state_document(self, document: Document, file_name: str, version: str) -> None:
        term = self._document_term
        self._state(term, RDF.type, iri(DK.Document), iri(PROV.Entity))
        self._state(term, DK.sha256, literal(document.sha256))
        if document.encoding:
            self._state(term, DK.encoding, literal(document.encoding))
        self._state(term, DK.reader, literal(document.reader))
        if file_name:
            self._state(term, DK.fileName, literal(file_name))
        if version:
            extraction = iri(self._names.extraction(self._stem))
            self._state(extraction, RDF.type, iri(DK.Extraction))
            self._state(extraction, PROV.used, term)
            self._state(extraction, DK.extractorVersion, literal(version))
            self._state(self._plan_term, PROV.wasGeneratedBy, extraction)

    def _state_plan(self, plan: Plan) -> None:
        term = self._plan_term
        self._state(term, RDF.type, iri(DK.Plan))
        self._state(term, DCTERMS.title, literal(plan.title, "zh"))
        self._state(term, RDFS.label, literal(plan.title, "zh"))
        self._state(term, DK.stem, literal(plan.stem))
        self._state(term, PROV.wasDerivedFrom, self._document_term)
        if plan.number:
            self._state(term, DK.number, literal(plan.number))
        if plan.issuer:
            self._state(term, DK.issuer, literal(plan.issuer))
        if plan.adopted:
            self._state(term, DCTERMS.dateAccepted, date(plan.adopted))
        if plan.period:
            self._state(term, DK.periodStart, integer(plan.period[0]))
            self._state(term, DK.periodEnd, integer(plan.period[1]))
        if plan.jurisdiction:
            self._state(term, DK.jurisdiction, self._entities.place(plan.jurisdiction))
        self._state(term, DK.suppliedField, *map(literal, plan.supplied))
        for section in plan.sections:
            heading = iri(self._names.section(self._stem, section.path))
            self._state(heading, RDF.type, iri(DK.Section))
            self._state(heading, DK.number, literal(section.path))
            self._state(heading, RDFS.label, literal(section.heading, "zh"))
            self._state(heading, DK.inPlan, term)
            self._state(heading, DK.start, integer(section.span.start))
            self._state(heading, DK.end, integer(section.span.end))
            if section.parent is not None:
                self._state(heading, DK.inSection, iri(self._names.section(self._stem, section.parent)))

    def _state_unit(self, term: str, unit: Unit, order: int) -> None:
        self._state(term, RDF.type, iri(DK.Unit), _UNIT_CLASSES[unit.kind])
        self._state(term, DK.unitId, literal(unit.id))
        self._state(term, DK.order, integer(order))
        self._state(term, DK.inPlan, self._plan_term)
        self._state(term, DK.locator, literal(unit.locator))
        page = self._page(unit.offsets[0])
        if page:
            self._state(term, DK.page, integer(page))
        self._state(term, DK.citation, literal(citation(self._plan, unit, [page])))
        self._state(term, DK.text, literal(unit.text, "zh"))
        if unit.section is not None:
            self._state(term, DK.inSection, iri(self._names.section(self._stem, unit.section)))
        if unit.offsets:
            self._state(term, DK.start, integer(unit.offsets[0]))
            self._state(term, DK.end, integer(unit.offsets[-1] + 1))

    def _state_facts(self, unit_term: str, unit: Unit, facts: Sequence[Fact]) -> None:
        stated: dict[tuple[str, ...], _Stated] = {}
        for fact in facts:
            identity = self._identity(fact)
            together = stated.setdefault(identity, _Stated(fact))
            together.spans.update(fact.evidence)
            together.wordings.add(fact.as_written)
            together.rules.add(fact.rule)
            if isinstance(fact, ProjectMention):
                together.places.update(dict.fromkeys(fact.places))
        sentences = Sentences(unit) if stated else None
        for identity, one in stated.items():
            term = iri(self._names.fact(fact_hash(self._stem, unit.id, identity)))
            self._said.update(
                [
                    f"{term} {_TYPE} <{DK.Fact}>",
                    f"{term} {_TYPE} <{getattr(DK, one.fact.kind)}>",
                    f"{term} <{DK.inUnit}> {unit_term}",
                    f"{term} <{DK.inPlan}> {self._plan_term}",
                ]
            )
            self._state(term, DK.rule, *map(literal, one.rules))
            self._state(term, DK.asWritten, *map(literal, one.wordings))
            self._state(term, DK.evidence, *[self._evidence(span, unit) for span in one.spans])
            pages = [self._page(span.start) for span in one.spans]
            self._state(term, DK.citation, literal(citation(self._plan, unit, pages)))
            if sentences:
                self._state(term, DK.sentence, literal(sentences.around(one.spans), "zh"))
            # The wording of a tie is no name of its parties.
            names = {""} if isinstance(one.fact, CooperationTie) else one.wordings
            for predicate, value in fields(one.fact):
                self._state(term, predicate, *[self._entities.value(value, name) for name in names])
            self._state(term, DK.involvedPlace, *map(self._entities.term, one.places))

    def _evidence(self, span: Span, unit: Unit) -> str:
        term = iri(self._names.evidence(self._document.sha256, span.start, span.end))
        self._state(term, RDF.type, iri(DK.Evidence))
        self._state(term, OA.start, integer(span.start))
        self._state(term, OA.end, integer(span.end))
        self._state(term, OA.exact, literal(self._document.text[span.start : span.end]))
        page = self._page(span.start)
        if page:
            self._state(term, DK.page, integer(page))
        self._state(term, PROV.wasQuotedFrom, self._document_term)
        for repair in unit.repairs:
            if repair.span.start < span.end and span.start < repair.span.end:
                self._state(term, DK.repair, literal(f"{repair.printed}→{repair.read} ({repair.rule})"))
        return term

    def _page(self, start: int) -> int | None:
        """The page that holds a place of the text, None where the file has no pages."""
        return bisect_right(self._page_starts, start) or None

    def _identity(self, fact: Fact) -> tuple[str, ...]:
        """What makes a fact of its unit this one and not another; no choice of base changes it."""
        values = [path_of(value, self._stem) if isinstance(value, Entity) else value for _, value in fields(fact)]
        return (fact.kind, *values)
