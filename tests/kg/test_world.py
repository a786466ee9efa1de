"""The gazetteer's graph says what the world knows of every division, region and group."""

import pytest
from pyoxigraph import RdfFormat, Store

from gazetteer.divisions import gazetteer
from kg import world
from kg.identity import BASE

PREFIXES = {
    "dk": "https://w3id.org/deltakg/ontology#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "place": "https://w3id.org/deltakg/id/place/",
}


@pytest.fixture(scope="module")
def graph() -> Store:
    """The gazetteer's graph."""
    store = Store()
    store.bulk_load("\n".join(world.lines(BASE)).encode(), RdfFormat.N_QUADS)
    return store


def column(graph: Store, question: str) -> list[str]:
    """The only column of a question, sorted."""
    return sorted(row[0].value for row in graph.query(question, prefixes=PREFIXES))  # type: ignore[union-attr]  # a SELECT


def test_lines_are_sorted_and_each_stands_once() -> None:
    """The same bytes each time."""
    lines = world.lines(BASE)
    assert sorted(set(lines)) == lines


def test_every_division_down_to_counties_has_its_code_level_and_parent(graph: Store) -> None:
    """Only the country lies in nothing."""
    question = "SELECT ?code { ?place dk:code ?code ; dk:level ?level ; a dk:AdministrativeDivision, dk:Place }"
    assert [division.code for division in gazetteer().divisions()] == column(graph, question)
    assert column(graph, "SELECT ?code { ?p dk:code ?code FILTER NOT EXISTS { ?p dk:partOf ?parent } }") == ["100000"]


def test_a_place_has_its_names_by_language_and_its_other_names(graph: Store) -> None:
    """Official, English and pinyin; short and former."""
    assert column(graph, "SELECT ?n { place:320312 rdfs:label ?n FILTER(LANG(?n) = 'zh') }") == ["铜山区"]
    assert column(graph, "SELECT ?n { place:320312 rdfs:label ?n FILTER(LANG(?n) = 'en') }") == ["Tongshan District"]
    assert column(graph, "SELECT ?n { place:320312 rdfs:label ?n FILTER(LANG(?n) = 'zh-latn-pinyin') }") == ["Tongshan"]
    assert column(graph, "SELECT ?n { place:320312 skos:altLabel ?n }") == ["铜山", "铜山县"]


def test_former_names_are_told_from_short_ones(graph: Store) -> None:
    """铜山区 was a county, and 淮安市 was called otherwise; each former name is another name too."""
    assert column(graph, "SELECT ?n { place:320312 dk:formerName ?n }") == ["铜山县"]
    assert column(graph, "SELECT ?n { place:320800 dk:formerName ?n }") == ["淮阴市"]
    assert column(graph, "SELECT ?n { ?p dk:formerName ?n FILTER NOT EXISTS { ?p skos:altLabel|rdfs:label ?n } }") == []
    assert sum(len(division.former) for division in gazetteer().divisions()) == len(
        column(graph, "SELECT ?n { ?p dk:formerName ?n }")
    )


@pytest.mark.parametrize("language", ["zh", "en", "zh-latn-pinyin"])
def test_every_place_down_to_counties_is_named_in_chinese_english_and_pinyin(graph: Store, language: str) -> None:
    """Once each."""
    names = column(graph, f"SELECT ?n {{ ?p dk:code ?c ; rdfs:label ?n FILTER(LANG(?n) = '{language}') }}")
    assert len(gazetteer().divisions()) == len(names)


def test_a_county_lies_in_its_prefecture_and_province(graph: Store) -> None:
    """By the path of dk:partOf."""
    expected = ["中国", "徐州市", "江苏省"]
    names = column(graph, "SELECT ?n { place:320312 dk:partOf+/rdfs:label ?n FILTER(LANG(?n) = 'zh') }")
    assert [name.replace("中华人民共和国", "中国") for name in names] == expected


def test_official_members_belong_to_their_region_and_group(graph: Store) -> None:
    """长三角 is three provinces and a city."""
    question = "SELECT ?code { ?place dk:memberOf/rdfs:label '长三角'@zh ; dk:code ?code }"
    assert column(graph, question) == ["310000", "320000", "330000", "340000"]
    question = "SELECT ?code { ?place dk:memberOf/rdfs:label '苏锡常'@zh ; dk:code ?code }"
    assert column(graph, question) == ["320200", "320400", "320500"]


def test_what_a_place_lies_in_ends_at_the_province() -> None:
    """The nearest first; nothing for the country, a province or an unknown code."""
    assert world.containers("320312") == ("320300", "320000")
    assert world.containers("341302113") == ("341302", "341300", "340000")
    for code in ("100000", "320000", "999999"):
        assert world.containers(code) == ()


def test_the_hash_of_the_data_is_of_this_data() -> None:
    """The same in every call."""
    assert len(world.data_hash()) == 64
    assert world.data_hash.__wrapped__() == world.data_hash()
