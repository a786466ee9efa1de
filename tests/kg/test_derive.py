"""Direct statements follow from facts, each at its level of involvement."""

import pytest
from pyoxigraph import NamedNode, RdfFormat, Store

from extract.facts import Entity, IndustryMention, PartnerMention, PlaceMention, ProjectMention, Span
from kg.derive import Derivation, ProjectRecord, folded, loaded_policies, member_codes, same_projects
from kg.entities import Entities
from kg.identity import Names
from kg.mapping import quads
from ontology.terms import DK, SKOS
from tests.kg.made_up import DELTA, PARK, ROAD, SHANGHAI_JIANGSU_ZHEJIANG, SUZHOU, UNIVERSITY, XUZHOU, Draft, alpha

ID = "https://w3id.org/deltakg/id/"
INFERRED = NamedNode("https://w3id.org/deltakg/graph/inferred")


@pytest.fixture(scope="module")
def inferred() -> Store:
    """Alpha's inferred statements."""
    store = Store()
    store.load("\n".join(quads(alpha())), RdfFormat.N_QUADS)
    return store


def pairs(store: Store, term: str) -> set[tuple[str, str]]:
    """Subject and object of the inferred statements of a property, without the base."""
    found = store.quads_for_pattern(None, NamedNode(term), None, INFERRED)
    values = ((quad.subject, quad.object) for quad in found)
    return {(s.value.removeprefix(ID), o.value.removeprefix(ID)) for s, o in values}  # type: ignore[union-attr]  # IRIs


def of(store: Store, term: str, subject: str) -> set[str]:
    """The objects of the inferred statements of a property about one subject."""
    return {value for one, value in pairs(store, term) if one == subject}


ONE = "plan/alpha/unit/1"
TWO = "plan/alpha/unit/2"
ROAD_PATH = f"project/341300/{ROAD.name}"


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        (DK.leads, {("agency/341300/宿州市发展和改革委员会", ONE)}),
        (DK.supports, {("agency/341300/宿州市发展和改革委员会", ONE), ("group/341300/各县区人民政府", ONE)}),
        (DK.mentionsRegion, {(ONE, "region/长三角")}),
        (DK.mentionsProject, {(ONE, ROAD_PATH), (TWO, "project/341300/宿州高新区")}),
        (DK.mentionsPartner, {(ONE, "org/中国矿业大学"), (TWO, "org/徐工集团")}),
        (DK.mentionsIndustry, {(ONE, "industry/云计算")}),
        (DK.cites, {("plan/alpha/unit/§前言", "policy/100000/长江三角洲区域一体化发展规划纲要")}),
        (DK.implements, {("plan/alpha", "policy/100000/长江三角洲区域一体化发展规划纲要")}),
        (DK.basedOn, set()),
    ],
)
def test_what_a_fact_names_its_unit_mentions(inferred: Store, term: str, expected: set[tuple[str, str]]) -> None:
    """One direct statement for each kind of fact."""
    assert expected == pairs(inferred, term)


def test_a_named_place_is_named_and_what_it_lies_in_is_within_up_to_the_province(inferred: Store) -> None:
    """蕲县镇 lies in 埇桥区, 宿州市 and 安徽省; the country is not said."""
    assert of(inferred, DK.involvesNamed, TWO) == {"place/320312", "place/341302113", "zone/341300/宿州高新区"}
    within = {"place/320300", "place/320000", "place/341302", "place/341300", "place/340000"}
    assert within == of(inferred, DK.involvesWithin, TWO)


def test_a_project_involves_the_places_of_its_mentions(inferred: Store) -> None:
    """Those named, and those that they lie in."""
    assert of(inferred, DK.involvesNamed, ROAD_PATH) == {"place/320300", "place/341200"}
    assert of(inferred, DK.involvesWithin, ROAD_PATH) == {"place/320000", "place/340000"}


def test_a_region_a_group_of_places_and_a_group_of_agencies_involve_their_members(inferred: Store) -> None:
    """At level group, and no lower: what lies in a member is left to the question."""
    delta = {f"place/{code}" for code in ("310000", "320000", "330000", "340000")}
    assert delta | {"place/341302", "place/341322"} == of(inferred, DK.involvesAsGroup, ONE)
    assert delta - {"place/340000"} == of(inferred, DK.involvesAsGroup, TWO)


def test_a_university_involves_its_seat_as_the_world_knows(inferred: Store) -> None:
    """The text does not say where it is."""
    assert of(inferred, DK.involvesKnown, ONE) == {"place/320300", "place/320000"}


def test_a_university_in_a_projects_name_involves_its_seat() -> None:
    """The project is tied to the university, so to its place."""
    draft = Draft("p", [("1", "measure", "建设中国矿业大学研究院。")])
    institute = Entity("project", "中国矿业大学研究院", "341300")
    draft.state(PartnerMention, "1", "中国矿业大学", UNIVERSITY, "university")
    draft.state(ProjectMention, "1", institute.name, institute, "underway")
    store = Store()
    store.load("\n".join(quads(draft.extraction("标题", "341300"))), RdfFormat.N_QUADS)
    assert of(store, DK.involvesKnown, f"project/341300/{institute.name}") == {"place/320300", "place/320000"}


def test_a_party_and_its_plans_jurisdiction_name_the_partner(inferred: Store) -> None:
    """Directed; the tie itself goes both ways."""
    named = {
        ("place/341302", "place/320312"),
        ("place/341300", "place/320312"),
        ("place/341300", "place-group/沪苏浙"),
        ("place/341300", "org/徐工集团"),
    }
    assert named == pairs(inferred, DK.namesAsPartner)
    assert named | {(partner, party) for party, partner in named} == pairs(inferred, DK.tiedWith)


def test_nothing_lies_in_a_place_of_an_unknown_code() -> None:
    """A code of another year is a place all the same."""
    draft = Draft("p", [("1", "measure", "到旧县。")])
    draft.state(PlaceMention, "1", "旧县", Entity("place", "旧县", "999999"))
    store = Store()
    store.load("\n".join(quads(draft.extraction("标题", ""))), RdfFormat.N_QUADS)
    assert pairs(store, DK.involvesNamed) == {("plan/p/unit/1", "place/999999")}
    assert pairs(store, DK.involvesWithin) == set()


@pytest.mark.parametrize(
    ("entity", "codes"),
    [
        (DELTA, ("310000", "320000", "330000", "340000")),
        (SHANGHAI_JIANGSU_ZHEJIANG, ("310000", "320000", "330000")),
        (Entity("region", "沱河流域"), ()),
        (Entity("place_group", "徐宿", "", (XUZHOU, SUZHOU)), ("320300", "341300")),
        (PARK, ()),
    ],
)
def test_members_are_what_extraction_says_else_what_the_world_knows(entity: Entity, codes: tuple[str, ...]) -> None:
    """A region without official members has none."""
    assert codes == member_codes(entity)


def record(jurisdiction: str, name: str, *places: str) -> ProjectRecord:
    """A project that involves places of these names."""
    return ProjectRecord(f"http://e/{jurisdiction}/{name}", name, tuple(frozenset({place}) for place in places))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (record("a", "徐州—阜阳高速公路", "徐州", "阜阳"), record("b", "徐州－阜阳高速公路", "徐州"), True),
        (record("a", "徐州轨道交通1号线", "徐州"), record("b", "徐州轨道交通1号线"), True),
        (record("a", "G30改扩建工程"), record("b", "G30改扩建工程"), True),
        (record("a", "轨道交通1号线"), record("b", "轨道交通1号线"), False),
        (record("a", "食品产业园", "徐州"), record("b", "食品产业园", "徐州", "阜阳"), False),
        (record("a", "徐州机场", "徐州", "阜阳"), record("b", "徐州机场"), False),
        (record("a", "徐州—阜阳高速公路", "徐州", "阜阳"), record("b", "徐州—阜阳铁路", "徐州", "阜阳"), False),
    ],
)
def test_projects_of_two_jurisdictions_are_one_by_two_places_or_a_line(
    one: ProjectRecord,
    other: ProjectRecord,
    same: bool,  # noqa: FBT001 - an expected value
) -> None:
    """A name alone proves nothing: every county has a 食品产业园."""
    expected = {f"<{a.iri}> <{DK.sameProjectAs}> <{b.iri}>" for a, b in ((one, other), (other, one))} if same else set()
    assert expected == set(same_projects([one, other]))


def test_a_project_is_never_said_to_be_itself() -> None:
    """One record gives nothing."""
    assert list(same_projects([record("a", "徐州—阜阳高速公路", "徐州", "阜阳")])) == []


def test_a_cited_policy_is_the_loaded_plan_of_its_title_and_jurisdiction() -> None:
    """Every province has a 《行动计划》, so the title alone is not enough."""
    policies = [
        ("http://e/1", "行动计划（2021-2023年）", "341300"),
        ("http://e/2", "行动计划（2021-2023年）", "340000"),
    ]
    plans = [("http://e/plan", "行动计划(2021—2023年)", "341300")]
    assert list(loaded_policies(policies, plans)) == [f"<http://e/1> <{DK.loadedAs}> <http://e/plan>"]


def test_names_are_compared_without_width_space_and_kind_of_dash() -> None:
    """As the guidelines compare text."""
    assert folded("徐州－阜阳 （一期）") == folded("徐州—阜阳(一期)")


@pytest.mark.parametrize(
    ("name", "relation", "concept"),
    [
        ("云计算", SKOS.exactMatch, "sector/云计算"),
        ("现代中医药", SKOS.exactMatch, "sector/中医药"),
        ("林业", SKOS.exactMatch, "sector/林业"),
        ("保险业", SKOS.exactMatch, "industry/68"),
        ("特色文化旅游", SKOS.broader, "sector/文化旅游"),
        ("中药材电子商务", SKOS.broader, "sector/电子商务"),
    ],
)
def test_an_industry_is_the_sector_of_its_name_or_under_the_one_that_ends_it(
    name: str, relation: str, concept: str
) -> None:
    """A name or an alias is the sector itself; the head of a longer name stands last."""
    said: set[str] = set()
    derivation = Derivation(Entities(Names(), "alpha", said, set()), "")
    fact = IndustryMention("1", "made.up", name, (Span(0, 1),))
    found = [line for line in derivation.statements("<u>", [fact]) if "vocabulary" in line]
    expected = f"<{ID}industry/{name}> <{relation}> <https://w3id.org/deltakg/vocabulary/{concept}>"
    assert [expected] == found


def test_an_industry_of_no_known_name_is_under_nothing() -> None:
    """Nothing is guessed."""
    derivation = Derivation(Entities(Names(), "alpha", set(), set()), "")
    fact = IndustryMention("1", "made.up", "某某", (Span(0, 1),))
    assert [] == [line for line in derivation.statements("<u>", [fact]) if "vocabulary" in line]
