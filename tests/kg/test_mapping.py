"""A document's shard says all that its extraction says, in the terms of the ontology."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, parse

from extract.facts import Entity, PlaceMention, ProjectMention, Span
from kg.mapping import quads
from ontology import generate
from ontology.terms import DK
from tests.kg.made_up import ALPHA_TITLE, ROAD, XUZHOU, Draft, alpha, beta, gamma

PREFIXES = {
    "dk": "https://w3id.org/deltakg/ontology#",
    "dcterms": "http://purl.org/dc/terms/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "id": "https://w3id.org/deltakg/id/",
}
LINES = quads(alpha(), file_name="alpha.txt", version="7")


@pytest.fixture(scope="module")
def shard() -> Store:
    """Alpha's shard, loaded."""
    store = Store()
    store.load("\n".join(LINES), RdfFormat.N_QUADS)
    return store


def rows(store: Store, question: str) -> list[tuple[str, ...]]:
    """The rows of a question, as the values of their terms, sorted."""
    found = store.query(question, prefixes=PREFIXES)
    return sorted(tuple(term.value for term in row) for row in found)  # type: ignore[union-attr]  # a SELECT


def graphs(store: Store) -> set[str]:
    """The named graphs."""
    return {graph.value for graph in store.named_graphs()}


def test_lines_are_sorted_and_each_stands_once() -> None:
    """Two shards of one document are the same bytes."""
    assert sorted(set(LINES)) == LINES
    assert LINES == quads(alpha(), file_name="alpha.txt", version="7")


@pytest.mark.parametrize("seed", ["1", "2"])
def test_lines_do_not_depend_on_the_hash_seed(seed: str) -> None:
    """Sets are iterated in another order, and the shard is the same."""
    program = "from tests.kg.made_up import alpha; from kg.mapping import quads; print(*quads(alpha()), sep='\\n')"
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path.cwd()), "PYTHONUTF8": "1"}
    run = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, check=True)
    assert quads(alpha()) == run.stdout.decode().split("\n")[:-1]


def test_a_shard_is_what_its_database_dumps(shard: Store) -> None:
    """No literal is normalised into another, no statement is lost."""
    assert LINES == sorted((shard.dump(format=RdfFormat.N_QUADS) or b"").decode().split("\n"))[1:]


def test_the_default_graph_is_the_merge_of_the_named(shard: Store) -> None:
    """Each triple stands in it once, and none besides."""
    named = {quad.triple for quad in shard if isinstance(quad.graph_name, NamedNode)}
    merged = [quad.triple for quad in shard if not isinstance(quad.graph_name, NamedNode)]
    assert len(named) == len(merged)
    assert named == set(merged)
    expected = {"graph/plan/alpha", "graph/gazetteer", "graph/inferred"}
    assert expected == {graph.removeprefix("https://w3id.org/deltakg/") for graph in graphs(shard)}


def test_every_property_and_class_is_declared() -> None:
    """The graph speaks no term that the ontology does not."""
    declared = {namespace + name for namespace, names in generate.declared().values() for name in names}
    used: set[str] = set()
    for extraction in (alpha(), beta(), gamma()):
        for quad in parse("\n".join(quads(extraction, version="7")), RdfFormat.N_QUADS):
            used.add(quad.predicate.value)
            if quad.predicate.value.endswith("#type"):
                assert isinstance(quad.object, NamedNode)
                used.add(quad.object.value)
    assert set() == used - declared
    assert DK.CooperationTie in used


def test_no_blank_nodes(shard: Store) -> None:
    """Everything in a data graph has a name."""
    assert all(isinstance(quad.subject, NamedNode) for quad in shard)


def test_the_plan_says_what_its_document_prints(shard: Store) -> None:
    """Title, number, issuer, adoption, period, jurisdiction, and what was supplied from elsewhere."""
    question = """SELECT ?title ?number ?issuer ?date ?start ?end ?place ?supplied ?file {
      ?plan dcterms:title ?title ; dk:number ?number ; dk:issuer ?issuer ; dcterms:dateAccepted ?date ;
        dk:periodStart ?start ; dk:periodEnd ?end ; dk:jurisdiction ?place ; dk:suppliedField ?supplied ;
        prov:wasDerivedFrom/dk:fileName ?file ; prov:wasGeneratedBy/dk:extractorVersion "7" }"""
    place = "https://w3id.org/deltakg/id/place/341300"
    number = "宿长三角办〔2021〕1号"
    expected = (ALPHA_TITLE, number, "宿州市办公室", "2021-03-04", "2021", "2023", place, "number", "alpha.txt")
    assert [expected] == rows(shard, question)


def test_what_a_plan_does_not_print_is_absent() -> None:
    """No empty number, issuer, day or period."""
    lines = quads(gamma())
    for term in (DK.issuer, DK.periodStart, DK.jurisdiction, DK.suppliedField):
        assert not [line for line in lines if f"<{term}>" in line]


def test_units_stand_in_printed_order_with_a_ready_citation(shard: Store) -> None:
    """The marks inside the title are the small ones."""
    question = "SELECT ?order ?id ?citation { ?unit dk:order ?order ; dk:unitId ?id ; dk:citation ?citation }"
    title = "宿州市推进〈一体化纲要〉行动计划（2021-2023年）"
    expected = [
        (str(order), unit, f"《{title}》第{unit}条, 宿长三角办〔2021〕1号")
        for order, unit in enumerate(["§前言", "1", "2", "专栏1.1"], start=1)
    ]
    assert expected == rows(shard, question)


def test_units_and_sections_know_where_they_stand(shard: Store) -> None:
    """A unit its section, a section the one around it."""
    question = "SELECT ?unit ?section { ?u dk:unitId ?unit ; dk:inSection/dk:number ?section }"
    assert [("1", "一"), ("2", "一"), ("专栏1.1", "一")] == rows(shard, question)
    question = "SELECT ?inner ?outer { ?s a dk:Section ; dk:number ?inner ; dk:inSection/dk:number ?outer }"
    assert [("一（一）", "一")] == rows(shard, question)


def test_evidence_quotes_the_text_as_printed(shard: Store) -> None:
    """`text[start:end] == exact`, for every evidence."""
    text = alpha().document.text
    found = rows(
        shard, "SELECT ?start ?end ?exact { ?e a dk:Evidence ; oa:start ?start ; oa:end ?end ; oa:exact ?exact }"
    )
    assert len(found) >= 20
    for start, end, exact in found:
        assert text[int(start) : int(end)] == exact


def test_units_and_evidence_know_their_page(shard: Store) -> None:
    """Where the reader knows the pages, unit, citation and evidence say theirs, counted from 1; elsewhere none does."""
    assert [] == rows(shard, "SELECT ?page { ?thing dk:page ?page }")
    extraction = alpha()
    text = extraction.document.text
    second = next(unit for unit in extraction.plan.units[1:] if text[unit.offsets[0] - 1] == "\n").offsets[0]
    paged = replace(
        extraction.document, reader="pdf (pypdfium2)", encoding="", text=f"{text[: second - 1]}\f{text[second:]}"
    )
    store = Store()
    store.load("\n".join(quads(replace(extraction, document=paged))), RdfFormat.N_QUADS)
    pages = rows(store, "SELECT ?start ?page { ?unit a dk:Unit ; dk:start ?start ; dk:page ?page }")
    assert [(str(unit.offsets[0]), str(1 + (unit.offsets[0] >= second))) for unit in extraction.plan.units] == sorted(
        pages, key=lambda row: int(row[0])
    )
    quoted = rows(store, "SELECT ?start ?page { ?evidence a dk:Evidence ; oa:start ?start ; dk:page ?page }")
    assert quoted
    assert [str(1 + (int(start) >= second)) for start, _ in quoted] == [page for _, page in quoted]
    for page, said in rows(store, "SELECT ?page ?citation { ?unit dk:page ?page ; dk:citation ?citation }"):
        assert f"（第{page}页）" in said
    assert [] == rows(store, "SELECT ?codec { ?document dk:encoding ?codec }")


def test_a_fact_is_cited_by_the_pages_of_its_evidence(shard: Store) -> None:
    """A unit goes over pages: it is cited by the one that it starts on, its facts by those that hold them."""
    question = "SELECT DISTINCT ?citation { ?fact a dk:Fact ; dk:citation ?citation ; dk:inUnit/dk:unitId '1' }"
    title = "宿州市推进〈一体化纲要〉行动计划（2021-2023年）"
    number = "宿长三角办〔2021〕1号"
    assert [(f"《{title}》第1条, {number}",)] == rows(shard, question)
    extraction = alpha()
    text = extraction.document.text.replace("承接长三角产业。\n", "承接长三角产业。\f")
    paged = replace(extraction.document, reader="pdf (pypdfium2)", encoding="", text=text)
    store = Store()
    store.load("\n".join(quads(replace(extraction, document=paged))), RdfFormat.N_QUADS)
    pages = {
        (unit, written): said
        for unit, written, said in rows(
            store,
            """SELECT ?unit ?written ?said { ?fact dk:asWritten ?written ; dk:citation ?said ;
              dk:inUnit ?in . ?in dk:citation ?unit ; dk:unitId '1' }""",
        )
    }
    assert {f"《{title}》第1条（第1页）, {number}"} == {unit for unit, _ in pages}
    told = {written: said.partition("（第")[2].partition("页）")[0] for (_, written), said in pages.items()}
    assert ("1", "2", "2") == (told["徐州—淮北—阜阳高速公路"], told["中国矿业大学"], told["市发展改革委"])


def test_a_repair_stands_beside_the_quote(shard: Store) -> None:
    """The quote is as printed, the wording as read."""
    question = """SELECT ?written ?exact ?repair { ?f dk:asWritten ?written ; dk:evidence ?e .
      ?e oa:exact ?exact ; dk:repair ?repair }"""
    assert [("埇桥区", "淮桥区", "淮→埇 (one-character)")] == rows(shard, question)


def test_a_fact_that_a_unit_says_twice_is_one_with_two_evidences(shard: Store) -> None:
    """And with both wordings, where they differ."""
    question = """SELECT ?n ?written { ?f dk:place id:place\\/320300 ; dk:asWritten ?written
      { SELECT ?f (COUNT(*) AS ?n) { ?f dk:evidence ?e } GROUP BY ?f } }"""
    assert [("2", "徐州"), ("2", "徐州市")] == rows(shard, question)
    question = "SELECT ?rule { ?f dk:place id:place\\/320300 ; dk:rule ?rule }"
    assert [("made.short",), ("made.up",)] == rows(shard, question)


def test_one_agency_in_two_roles_is_two_facts_about_one_agency(shard: Store) -> None:
    """Both wordings are its names."""
    named = '?a rdfs:label ?label ; dk:jurisdiction ?j FILTER(LANG(?label) = "zh")'
    question = f"SELECT ?role ?label {{ ?f dk:role ?role ; dk:agency ?a . {named} }}"
    role = "https://w3id.org/deltakg/vocabulary/role"
    name = "宿州市发展和改革委员会"
    expected = [(f"{role}/lead", name), (f"{role}/support", name), (f"{role}/support", "各县区人民政府")]
    assert sorted(expected) == rows(shard, question)
    question = f'SELECT ?name {{ ?a rdfs:label "{name}"@zh ; skos:altLabel ?name }}'
    assert [("市发展改革委",), ("市发改委",)] == rows(shard, question)


def test_a_group_knows_its_members_as_world_knowledge(shard: Store) -> None:
    """No document says who 各县区 are."""
    question = "SELECT ?m ?j { GRAPH ?g { ?x org:hasMember ?y . ?y rdfs:label ?m ; dk:jurisdiction/dk:code ?j } }"
    assert rows(shard, question) == []  # the codes stand in the gazetteer's own shard
    question = "SELECT ?m { GRAPH <https://w3id.org/deltakg/graph/gazetteer> { ?x org:hasMember/rdfs:label ?m } }"
    english = ("Xiao County People's Government",), ("Yongqiao District People's Government",)
    assert [*english, ("埇桥区人民政府",), ("萧县人民政府",)] == rows(shard, question)


def test_a_zone_and_a_township_lie_in_their_places(shard: Store) -> None:
    """Stated in the gazetteer's graph."""
    question = """SELECT ?n ?p { GRAPH <https://w3id.org/deltakg/graph/gazetteer> { ?t dk:partOf ?p }
      ?t rdfs:label ?n FILTER(LANG(?n) = "zh") }"""
    place = "https://w3id.org/deltakg/id/place"
    assert [("宿州高新区", f"{place}/341300"), ("蕲县镇", f"{place}/341302")] == rows(shard, question)


def test_a_zone_and_a_township_have_names_in_latin_letters_as_world_knowledge(shard: Store) -> None:
    """The document prints none of them."""
    question = """SELECT ?n ?latin { GRAPH <https://w3id.org/deltakg/graph/gazetteer> {
      ?t dk:partOf ?p ; rdfs:label ?latin FILTER(LANG(?latin) != "zh") } ?t rdfs:label ?n FILTER(LANG(?n) = "zh") }"""
    assert [
        ("宿州高新区", "Suzhou Gaoxinqu"),
        ("宿州高新区", "Suzhou High-tech Zone"),
        ("蕲县镇", "Qixian"),
        ("蕲县镇", "Qixian Town"),
    ] == rows(shard, question)


def test_a_place_has_no_names_from_documents(shard: Store) -> None:
    """徐州 in 苏锡常徐 would be a name of any of them."""
    assert rows(shard, "SELECT ?n { id:place\\/320300 rdfs:label|skos:altLabel ?n }") == []


def test_targets_are_numbers_where_they_are(shard: Store) -> None:
    """A decimal, an integer, a string; a year, each year, none."""
    question = """SELECT ?i ?op ?v ?annual ?year {
      ?t dk:indicator ?i ; dk:operator ?op ; dk:value ?v ; dk:annual ?annual
      OPTIONAL { ?t dk:dueYear ?y } BIND(COALESCE(?y, "none") AS ?year) }"""
    expected = [
        ("增长", "=", "1:2", "true", "none"),
        ("年份", "=", "2023", "false", "none"),
        ("通车里程", ">", "500.5", "false", "2023"),
    ]
    assert sorted(expected) == rows(shard, question)


def facts(lines: list[str]) -> set[str]:
    """The names of the facts in a shard."""
    return {line.split(" ", 1)[0] for line in lines if line.startswith("<https://w3id.org/deltakg/id/fact/")}


def test_an_edit_elsewhere_leaves_the_names_of_facts_alone() -> None:
    """They hold no offsets, no version and no file name."""
    draft = Draft("p", [("1", "measure", "往徐州。"), ("2", "measure", "到徐州。")])
    longer = Draft("p", [("1", "measure", "往徐州，很远很远。"), ("2", "measure", "又到徐州。")])
    for one in (draft, longer):
        one.state(PlaceMention, "1", "徐州", XUZHOU)
        one.state(PlaceMention, "2", "徐州", XUZHOU)
    before = quads(draft.extraction("标题", "341300"), version="1")
    after = quads(longer.extraction("标题", "341300"), "http://example.org/", version="2")
    assert {fact.removeprefix("<https://w3id.org/deltakg/") for fact in facts(before)} == {
        line.split(" ", 1)[0].removeprefix("<http://example.org/")
        for line in after
        if "org/id/fact/" in line.split(" ")[0]
    }
    assert len(facts(before)) == 2


def test_places_of_a_project_said_twice_are_united() -> None:
    """They do not make it another fact."""
    draft = Draft("p", [("1", "measure", "徐州的路。宿州的路。")])
    draft.state(ProjectMention, "1", "路", ROAD, "planned", (XUZHOU,))
    draft.state(ProjectMention, "1", "路@2", ROAD, "planned", (Entity("place", "宿州市", "341300"),))
    lines = quads(draft.extraction("标题", "341300"))
    assert len(facts(lines)) == 1
    assert len([line for line in lines if f"<{DK.involvedPlace}>" in line]) == 4


def contradictions() -> Iterator[object]:
    """Extractions that contradict themselves."""
    whole = alpha()
    lost = PlaceMention("99", "r", "徐州", (Span(0, 1),), XUZHOU)
    yield pytest.param(replace(whole, facts=(lost,)), "unit '99'", id="a fact of no unit")
    twice = replace(whole.plan, units=(*whole.plan.units, whole.plan.units[0]))
    yield pytest.param(replace(whole, plan=twice), "one id", id="a unit twice")
    nowhere = PlaceMention("1", "r", "徐州", (Span(0, 1),), Entity("place", "徐州市"))
    yield pytest.param(replace(whole, facts=(nowhere,)), "empty name", id="a place without a code")


@pytest.mark.parametrize(("extraction", "message"), [*contradictions()])
def test_an_extraction_that_contradicts_itself_is_refused(extraction: object, message: str) -> None:
    """Better no shard than a wrong one."""
    with pytest.raises(ValueError, match=message):
        quads(extraction)  # type: ignore[arg-type]  # an Extraction


def test_labels_have_a_language(shard: Store) -> None:
    """A name is Chinese, that of a known department or place in Latin letters too, and each says so."""
    labels: list[Quad] = list(
        shard.quads_for_pattern(None, NamedNode("http://www.w3.org/2000/01/rdf-schema#label"), None, None)
    )
    languages = {label.object.language for label in labels if isinstance(label.object, Literal)}
    assert {"zh", "en", "zh-latn-pinyin"} == languages


def test_an_agency_is_a_department_as_world_knowledge(shard: Store) -> None:
    """Its kind, which leads to its field of duty, and its English name are derived from its formal name."""
    question = """SELECT ?kind ?english {
      GRAPH <https://w3id.org/deltakg/graph/gazetteer> { ?a dk:department ?kind ; rdfs:label ?english }
      FILTER(LANG(?english) = "en")
    }"""
    kind = "https://w3id.org/deltakg/vocabulary/department/发展和改革"
    assert [(kind, "Suzhou Municipal Development and Reform Commission")] == rows(shard, question)
