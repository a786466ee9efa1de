"""A sound graph violates nothing; each way to spoil it is caught by the shape or the query that is meant for it."""

from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, RdfFormat, Store, parse

from gazetteer.divisions import gazetteer
from kg.errors import RdfFileError
from kg.identity import BASE, Names
from kg.mapping import quads
from kg.nquads import Quads
from kg.store import Store as StoreFolder
from kg.validation import validate, validate_file, validate_store
from kg.violations import Violation, rules, violations
from kg.world import division_statements
from ontology import generate
from ontology.terms import PREFIXES
from tests.kg.conftest import CODES
from tests.kg.made_up import alpha, beta

TEXTS = {one.document.sha256: one.document.text for one in (alpha(), beta())}
ID = f"{BASE}id/"
V = "https://w3id.org/deltakg/vocabulary/"
UPDATE = "".join(f"PREFIX {prefix}: <{space}>\n" for prefix, space in PREFIXES.items())


def sound() -> Store:
    """Two made-up plans, the places that they name, and the vocabularies."""
    graph = Store()
    for extraction in (alpha(), beta()):
        graph.load("\n".join(quads(extraction, version="1")), RdfFormat.N_QUADS)
    graph.load("\n".join(places()), RdfFormat.N_QUADS)
    for file in (generate.VOCABULARIES, generate.CLASSIFICATIONS):
        graph.extend(parse(path=file))
    return graph


def places() -> list[str]:
    """The gazetteer's graph with the divisions that the plans name, and those that 沪苏浙 stands for."""
    known = Quads()
    graph = known.graph(Names().graph("gazetteer"))
    for code in (*CODES, "310000", "330000"):
        graph.update(division_statements(gazetteer()[code], Names()))
    return known.lines()


def thing(path: str) -> str:
    """Something of the graph, as SPARQL writes it."""
    return f"<{ID}{path}>"


def concept(path: str) -> str:
    """A concept, as SPARQL writes it."""
    return f"<{V}{path}>"


def changed(what: str, predicate: str, value: str, where: str = "") -> str:
    """An update that puts another value into the place of one."""
    old, new = f"{what} {predicate} ?y", f"{what} {predicate} {value}"
    return f"DELETE {{ {old} }} INSERT {{ {new} }} WHERE {{ {old} {where} }}"


def replaced(predicate: str, value: str, kind: str) -> str:
    """An update that gives whatever is of a kind another value."""
    return changed("?x", predicate, value, f". ?x a dk:{kind}")


def dropped(predicate: str, kind: str) -> str:
    """An update that takes a property from whatever is of a kind."""
    return f"DELETE {{ ?x {predicate} ?y }} WHERE {{ ?x a dk:{kind} ; {predicate} ?y }}"


def added(statement: str, where: str = "") -> str:
    """An update that adds a statement."""
    return f"INSERT {{ {statement} }} WHERE {{ {where} }}"


UNIT, OTHER = thing("plan/alpha/unit/1"), thing("plan/alpha/unit/2")
PLAN, BETA = thing("plan/alpha"), thing("plan/beta")
PLACE, COUNTRY = thing("place/320300"), thing("place/100000")
AGENCY = thing("agency/341300/宿州市发展和改革委员会")
SECTION = thing("plan/alpha/section/一")
MUTATIONS = {
    "a dropped evidence": (dropped("dk:evidence", "RegionMention"), "Fact.evidence"),
    "evidence of no fact": (dropped("dk:evidence", "IndustryMention"), "Evidence.fact"),
    "a fact of no unit": (dropped("dk:inUnit", "RegionMention"), "Fact.inUnit"),
    "a fact without its rule": (dropped("dk:rule", "RegionMention"), "Fact.rule"),
    "a fact without a wording": (dropped("dk:asWritten", "PartnerMention"), "Fact.asWritten"),
    "a fact without its sentence": (dropped("dk:sentence", "Target"), "Fact.sentence"),
    "a fact of two kinds": (added("?x a dk:Target", "?x a dk:RegionMention"), "Fact"),
    "a wrong role": (replaced("dk:role", concept("stage/planned"), "Responsibility"), "Responsibility.role"),
    "a place that is responsible": (replaced("dk:agency", PLACE, "Responsibility"), "Responsibility.agency"),
    "an agency that is mentioned as a place": (replaced("dk:place", AGENCY, "PlaceMention"), "PlaceMention.place"),
    "a region mention without a region": (dropped("dk:region", "RegionMention"), "RegionMention.region"),
    "an unknown stage": (replaced("dk:stage", concept("stage/dreamt-of"), "ProjectMention"), "ProjectMention.stage"),
    "a stage as text": (replaced("dk:stage", '"planned"', "ProjectMention"), "ProjectMention.stage"),
    "a partner of no kind": (dropped("dk:partnerKind", "PartnerMention"), "PartnerMention.partnerKind"),
    "a mechanism of another scheme": (
        replaced("dk:mechanism", concept("partner-kind/alliance"), "CooperationTie"),
        "CooperationTie.mechanism",
    ),
    "a tie with two parties": (added(f"?x dk:party {PLACE}", "?x a dk:CooperationTie"), "CooperationTie.party"),
    "a tie with oneself": (changed("?x", "dk:partner", "?z", "; dk:party ?z"), "tie-within-own-side"),
    "a tie with a part of oneself": (
        replaced("dk:partner", thing("place/341322"), "CooperationTie"),
        "tie-within-own-side",
    ),
    "a value without unit": (dropped("dk:unitOfMeasure", "Target"), "Target.unitOfMeasure"),
    "a target without value": (dropped("dk:value", "Target"), "Target.value"),
    "an unknown comparison": (replaced("dk:operator", '"≥"', "Target"), "Target.operator"),
    "a year as text": (replaced("dk:dueYear", '"2023年"', "Target"), "Target.dueYear"),
    "a year beyond all plans": (replaced("dk:dueYear", "20235", "Target"), "Target.dueYear"),
    "an annual target that is due once": (added("?x dk:dueYear 2023", "?x dk:annual true"), "target-annual-and-due"),
    "an unknown relation to a policy": (replaced("dk:relation", concept("role/lead"), "Citation"), "Citation.relation"),
    "end before start": (replaced("oa:end", "0", "Evidence"), "Evidence.start"),
    "a quote of another length": (replaced("oa:exact", '"徐"', "Evidence"), "evidence-length"),
    "a quote that is not in the text": (
        changed("?x", "oa:exact", '"珠三角"', 'FILTER(?y = "长三角")'),
        "evidence-quote",
    ),
    "evidence outside its unit": (
        changed(UNIT, "dk:start", "?z", "; dk:end ?e BIND(?e - 1 AS ?z)"),
        "evidence-outside-unit",
    ),
    "evidence of another document": (
        changed("?x", "prov:wasQuotedFrom", "?z", f". {BETA} prov:wasDerivedFrom ?z"),
        "evidence-of-other-document",
    ),
    "a fact of another plan": (replaced("dk:inPlan", BETA, "RegionMention"), "fact-of-other-plan"),
    "a unit of no kind": (f"DELETE {{ {UNIT} a dk:Measure }} WHERE {{}}", "Unit"),
    "an empty unit": (changed(UNIT, "dk:text", '""@zh'), "Unit.text"),
    "one order twice": (changed(UNIT, "dk:order", "?z", f". {OTHER} dk:order ?z"), "unit-order-twice"),
    "one id twice": (changed(UNIT, "dk:unitId", '"2"'), "unit-id-twice"),
    "a section in itself": (added(f"{SECTION} dk:inSection {SECTION}"), "section-circle"),
    "a section of another plan": (changed(SECTION, "dk:inPlan", BETA), "section-of-other-plan"),
    "a plan without title": (f"DELETE {{ {PLAN} dcterms:title ?y }} WHERE {{ {PLAN} dcterms:title ?y }}", "Plan.title"),
    "a period that ends before it starts": (replaced("dk:periodEnd", "2020", "Plan"), "Plan.periodStart"),
    "one stem twice": (replaced("dk:stem", '"alpha"', "Plan"), "stem-twice"),
    "a short hash": (replaced("dk:sha256", '"abc"', "Document"), "Document.sha256"),
    "two labels": (added('?x rdfs:label "别名"@zh', "?x a dk:Project"), "Project.label"),
    "a lead without a fact": (added(f"{AGENCY} dk:leads {OTHER}"), "role-without-fact"),
    "a department of another scheme": (
        replaced("dk:department", concept("duty/economy"), "Agency"),
        "Agency.department",
    ),
    "a place that is an agency": (added(f"{PLACE} a dk:Agency"), "Place"),
    "a place in itself": (added(f"{COUNTRY} dk:partOf {PLACE}"), "part-of-circle"),
    "a code of letters": (replaced("dk:code", '"32030X"', "AdministrativeDivision"), "AdministrativeDivision.code"),
    "a latitude beyond the pole": (added(f"{PLACE} dk:latitude 117.5"), "AdministrativeDivision.latitude"),
    "two longitudes": (added(f"{PLACE} dk:longitude 117.5, 118.5"), "AdministrativeDivision.longitude"),
    "a former name in English": (added(f"{PLACE} dk:formerName 'Tongshan'@en"), "AdministrativeDivision.formerName"),
    "an unknown level": (replaced("dk:level", '"village"', "AdministrativeDivision"), "AdministrativeDivision.level"),
    "a sector above itself": (
        added(f"{concept('sector/旅游')} skos:broader {concept('sector/乡村旅游')}"),
        "broader-circle",
    ),
    "a sector that is related to what is above it": (
        added(f"{concept('sector/乡村旅游')} skos:relatedMatch {concept('sector/旅游')}"),
        "concept-clash",
    ),
    "a class that is related to a sector below it": (
        added(f"{concept('industry/01')} skos:relatedMatch {concept('sector/种植业')}"),
        "concept-clash",
    ),
    "an industry that is a sector and under it": (
        added("?x skos:exactMatch ?s ; skos:broader ?s", f"?x a dk:Industry BIND({concept('sector/旅游')} AS ?s)"),
        "concept-clash",
    ),
}
"""How the graph is spoilt, and which rule says so."""


def test_a_sound_graph_violates_nothing() -> None:
    """Neither shapes nor queries find anything."""
    assert [] == validate(sound(), TEXTS.__getitem__)


@pytest.mark.parametrize("name", MUTATIONS)
def test_a_mutation_is_caught_by_the_rule_that_is_meant_for_it(name: str) -> None:
    """What is spoilt is named, with a message in both languages."""
    update, check = MUTATIONS[name]
    graph = sound()
    graph.update(UPDATE + update)
    found = validate(graph, TEXTS.__getitem__)
    assert check in {one.check for one in found}
    assert all(one.message("en") and one.message("zh") for one in found)


def test_every_query_has_a_mutation_that_it_catches() -> None:
    """No rule stands there untested."""
    assert {rule.name for rule in rules()} <= {check for _, check in MUTATIONS.values()}


def one(update: str, check: str) -> Violation:
    """The one violation of a rule in a graph so spoilt."""
    graph = sound()
    graph.update(UPDATE + update)
    (found,) = (violation for violation in validate(graph, TEXTS.__getitem__) if violation.check == check)
    return found


def test_a_violation_names_document_unit_and_fact() -> None:
    """Of a fact these are its own, of evidence those of the fact that rests on it."""
    of_fact = one(dropped("dk:region", "RegionMention"), "RegionMention.region")
    assert ("alpha", "1", of_fact.fact) == (of_fact.document, of_fact.unit, of_fact.node)
    of_evidence = one(*MUTATIONS["a quote that is not in the text"])
    assert ("alpha", "1", "珠三角") == (of_evidence.document, of_evidence.unit, of_evidence.value)
    assert of_evidence.node.startswith(f"{ID}evidence/")
    assert of_evidence.fact == of_fact.fact


def test_what_is_no_part_of_a_unit_names_what_there_is() -> None:
    """A plan has no unit, a place no document."""
    of_plan = one(*MUTATIONS["a plan without title"])
    assert ("alpha", "", "") == (of_plan.document, of_plan.unit, of_plan.fact)
    of_document = one(
        "DELETE { ?x dk:reader ?y } WHERE { <" + ID + "plan/alpha> prov:wasDerivedFrom ?x . ?x dk:reader ?y }",
        "Document.reader",
    )
    assert ("alpha", "", "") == (of_document.document, of_document.unit, of_document.fact)
    of_place = one(f"DELETE {{ {PLACE} dk:code ?y }} WHERE {{ {PLACE} dk:code ?y }}", "AdministrativeDivision.code")
    assert ("", "", "", f"{ID}place/320300") == (of_place.document, of_place.unit, of_place.fact, of_place.node)


def test_a_file_is_checked_like_a_store_and_need_not_hold_the_vocabularies(tmp_path: Path) -> None:
    """Turtle has no named graphs; its content is one."""
    graph = sound()
    for name in list(graph.named_graphs()):
        graph.remove_graph(name)
    sound_file, spoilt_file = tmp_path / "sound.ttl", tmp_path / "spoilt.ttl"
    graph.dump(str(sound_file), RdfFormat.TURTLE, from_graph=DefaultGraph())
    assert [] == validate_file(sound_file)
    graph.update(UPDATE + dropped("dk:region", "RegionMention"))
    graph.dump(str(spoilt_file), RdfFormat.TURTLE, from_graph=DefaultGraph())
    (found,) = validate_file(spoilt_file)
    assert ("alpha", "1", "RegionMention.region") == (found.document, found.unit, found.check)


def test_a_file_that_cannot_be_read_is_explained(tmp_path: Path) -> None:
    """Nothing is said to be valid that was not read."""
    file = tmp_path / "graph.ttl"
    file.write_text("<a> <b> .", encoding="utf-8")
    with pytest.raises(RdfFileError, match=r"graph\.ttl"):
        validate_file(file)


def test_progress_tells_how_many_graphs_are_checked() -> None:
    """A call for each named graph."""
    said: list[tuple[str, int, int]] = []
    validate(sound(), progress=lambda *call: said.append(call))
    assert [("check", done, 4) for done in (1, 2, 3, 4)] == said


def test_queries_alone_need_no_shapes() -> None:
    """A build asks only these: what a shape says is not among what they find."""
    graph = sound()
    graph.update(UPDATE + MUTATIONS["an unknown stage"][0])
    assert [] == list(violations(graph))
    graph.update(UPDATE + MUTATIONS["a section in itself"][0])
    assert ["section-circle"] == [violation.check for violation in violations(graph)]


@pytest.mark.slow
def test_both_plans_violate_nothing(plans_store: Path) -> None:
    """Neither what they state, nor what was derived from it, nor what the world knows."""
    with StoreFolder(plans_store).open() as reader:
        assert [] == validate_store(reader)
