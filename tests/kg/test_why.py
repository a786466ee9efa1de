"""Every statement that was derived is explained by facts and a rule; every other by the graph that states it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Triple

from kg.build import build
from kg.derivations import Rule, rules
from kg.store import Reader, Store
from kg.why import Explanation, NotHeldError, why
from ontology.terms import DK, PREFIXES, RDF, RDFS

MADE_UP = Path(__file__).parents[1] / "plans" / "made-up"
ID = "https://w3id.org/deltakg/id/"
LINE = f"{ID}project/341300/徐州轨道交通1号线"
UNIT = f"{ID}plan/suzhou/unit/15"
DERIVED = [rule for rule in rules() if rule.property not in ("", RDF.type) and not rule.name.startswith("transitive")]


@pytest.fixture(scope="module")
def reader(plans_store: Path) -> Iterator[Reader]:
    """The store of the two plans, open."""
    with Store(plans_store).open() as opened:
        yield opened


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """A store of made-up plans, which share projects and answer each other."""
    store = tmp_path_factory.mktemp("made-up") / "store"
    build(store, [MADE_UP])
    with Store(store).open() as opened:
        yield opened


def inferred(reader: Reader) -> list[Triple]:
    """What the store holds as derived."""
    graph = NamedNode(f"{reader.base}graph/inferred")
    return [quad.triple for quad in reader.graph.quads_for_pattern(None, None, None, graph)]


def statement(subject: str, property_: str, value: str) -> Triple:
    """A statement about IRIs."""
    return Triple(NamedNode(subject), NamedNode(property_), NamedNode(value))


def explained(reader: Reader, subject: str, property_: str, value: str) -> tuple[Explanation, ...]:
    """Why it holds."""
    return why(reader, statement(subject, property_, value))


def premises(one: Explanation) -> list[tuple[str, str, str]]:
    """Subject, property and object of each premise, without the places' base."""
    return [
        (
            str(premise.statement.subject)[1:-1].removeprefix(f"{ID}place/"),
            premise.statement.predicate.value.rpartition("#")[2],
            str(premise.statement.object)[1:-1].removeprefix(f"{ID}place/"),
        )
        for premise in one.premises
    ]


@pytest.mark.parametrize("store", ["reader", "made_up"])
def test_every_derived_statement_has_an_explanation_that_ends_in_facts(
    store: str, request: pytest.FixtureRequest
) -> None:
    """With a sentence and a citation each."""
    opened = request.getfixturevalue(store)
    statements = inferred(opened)
    assert len(statements) > 100
    for one in statements:
        found = why(opened, one)
        assert found[0].statement == one
        facts = [fact for reason in found for fact in reason.facts]
        assert facts
        assert all(fact.sentence and fact.citation and fact.unit and fact.plan for fact in facts)


@pytest.mark.parametrize("store", ["reader", "made_up"])
@pytest.mark.parametrize("rule", [rule for rule in DERIVED if rule.decides], ids=lambda rule: rule.name)
def test_a_rule_gives_nothing_but_what_was_derived(store: str, rule: Rule, request: pytest.FixtureRequest) -> None:
    """The pattern that explains says what `kg/derive.py` does."""
    opened = request.getfixturevalue(store)
    given = {(binding["s"], binding["o"]) for binding in rule.bindings(opened.graph)}
    held = {(one.subject, one.object) for one in inferred(opened) if one.predicate.value == rule.property}
    assert set() == given - held


def test_the_rules_that_decide_give_all_that_was_derived(reader: Reader) -> None:
    """Of their properties, together."""
    for property_ in {rule.property for rule in DERIVED if rule.decides}:
        given = {
            (binding["s"], binding["o"])
            for rule in DERIVED
            if rule.property == property_
            for binding in rule.bindings(reader.graph)
        }
        assert {(one.subject, one.object) for one in inferred(reader) if one.predicate.value == property_} == given


def test_a_place_within_is_explained_by_the_mention_and_the_chain_of_places(reader: Reader) -> None:
    """Two steps from a district to its province."""
    found = explained(reader, UNIT, DK.involvesWithin, f"{ID}place/320000")
    by_chain = {tuple(premises(one)): one for one in found}
    tongshan = by_chain[("320312", "partOf", "320300"), ("320300", "partOf", "320000")]
    assert "part-named" == tongshan.rule
    assert {"gazetteer"} == {premise.source for premise in tongshan.premises}
    (fact,) = tongshan.facts
    assert ("PlaceMention", "suzhou", "15", "铜山区") == (fact.kind, fact.plan, fact.unit, fact.wording)
    assert "支持埇桥区与徐州市铜山区" in fact.sentence
    assert fact.citation.endswith("第15条, 宿长三角办〔2021〕1号")


def test_a_statement_that_the_ontology_implies_is_explained_by_the_one_that_is_written(reader: Reader) -> None:
    """`involves` is written nowhere: a narrower property is, which follows from a fact."""
    first, second = explained(reader, LINE, DK.involves, f"{ID}place/320300")
    assert ("sub-property", ["derived", "ontology"]) == (first.rule, [premise.source for premise in first.premises])
    assert ("place-of-project", DK.involvesNamed) == (second.rule, second.statement.predicate.value)
    assert ["b9a961b7"] == [fact.iri.rpartition("/")[2][:8] for fact in second.facts]


@pytest.mark.parametrize(
    ("subject", "property_", "value", "rule", "steps"),
    [
        ("place/320312", DK.partOf, "place/320300", "gazetteer", []),
        (
            "place/320312",
            DK.partOf,
            "place/320000",
            "transitive-part",
            [("320312", "partOf", "320300"), ("320300", "partOf", "320000")],
        ),
        ("place/320000", DK.contains, "place/320300", "inverse", [("320300", "partOf", "320000")]),
        (
            "place/320000",
            DK.contains,
            "place/320312",
            "transitive-whole",
            [("320312", "partOf", "320300"), ("320300", "partOf", "320000")],
        ),
    ],
)
def test_what_the_world_knows_of_places_is_explained(
    reader: Reader, subject: str, property_: str, value: str, rule: str, steps: list[tuple[str, str, str]]
) -> None:
    """As the gazetteer states it, or by a chain of that."""
    found = explained(reader, ID + subject, property_, ID + value)
    assert (rule, steps) == (found[0].rule, premises(found[0]))


def test_members_of_regions_are_explained_by_their_source(reader: Reader) -> None:
    """The document that lists them."""
    (found,) = explained(reader, f"{ID}place/310000", DK.memberOf, f"{ID}region/长三角")
    assert "gazetteer" == found.rule
    assert Literal("《长江三角洲区域一体化发展规划纲要》（2019）") in [one.statement.object for one in found.premises]


def test_a_field_of_a_fact_is_explained_by_the_fact(reader: Reader) -> None:
    """Which its document states."""
    fact = next(
        quad.subject for quad in reader.graph.quads_for_pattern(None, NamedNode(DK.project), NamedNode(LINE), None)
    )
    (found,) = explained(reader, str(fact)[1:-1], DK.project, LINE)
    assert ("plan", (f"{reader.base}graph/plan/suzhou",)) == (found.rule, found.graphs)
    assert [str(fact)[1:-1]] == [one.iri for one in found.facts]


def test_a_class_above_and_a_class_of_the_ontology_are_explained(reader: Reader) -> None:
    """A measure is a unit as the document says, and a place is a location by two steps."""
    assert "plan" == explained(reader, UNIT, RDF.type, DK.Unit)[0].rule
    found = explained(reader, f"{ID}place/320300", RDF.type, f"{PREFIXES['dcterms']}Location")
    assert "sub-class" == found[0].rule
    assert "ontology" == explained(reader, DK.Zone, f"{PREFIXES['rdfs']}subClassOf", DK.Place)[0].rule


def test_a_tie_holds_both_ways_because_one_names_the_other(reader: Reader) -> None:
    """The premise is explained in its turn."""
    found = explained(reader, f"{ID}place/320312", DK.tiedWith, f"{ID}place/341302")
    assert ["tied-either-way", "party-names-partner"] == [one.rule for one in found]
    assert [("341302", "namesAsPartner", "320312")] == premises(found[0])


def test_what_does_not_hold_is_an_error_that_says_what_does(reader: Reader) -> None:
    """Between the same two, either way."""
    with pytest.raises(NotHeldError, match=r"implies: place/320312 leads place/341302; .* tiedWith") as raised:
        explained(reader, f"{ID}place/320312", DK.leads, f"{ID}place/341302")
    assert (DK.namesAsPartner, DK.tiedWith) == raised.value.others
    with pytest.raises(NotHeldError, match=r"implies: place/320312 label 铜$"):
        why(reader, Triple(NamedNode(f"{ID}place/320312"), NamedNode(RDFS.label), Literal("铜", language="zh")))


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_every_rule_is_said_in_both_languages_as_a_sentence(rule: Rule) -> None:
    """And its premises are of its pattern."""
    words = rule.words
    assert (".", "。") == (words["en"][-1], words["zh"][-1])
    known = {*re.findall(r"\?\w+", rule.pattern), "?s", "?p", "?o"}
    for premise in rule.premises:
        assert {part for part in premise if part.startswith("?")} <= known
