"""What the world knows of what documents name stands in its own graph: seats, townships, what zones lie in, members."""

from pathlib import Path

import pytest
from pyoxigraph import NamedNode, QuerySolutions

from gazetteer.universities import university_named
from kg.store import Reader, Store
from ontology.terms import DK, PREFIXES


def rows(reader: Reader, pattern: str) -> set[tuple[str, ...]]:
    """What a pattern finds in the gazetteer's graph."""
    graph = f"<{reader.base}graph/gazetteer>"
    found = reader.query(f"SELECT DISTINCT ?a ?b {{ {pattern.replace('WORLD', f'GRAPH {graph}')} }}", prefixes=PREFIXES)
    assert isinstance(found, QuerySolutions)
    return {(row["a"].value, row["b"].value) for row in found}


@pytest.fixture(scope="module")
def seats(plans_store: Path) -> set[tuple[str, ...]]:
    """The universities that the two plans name, and the codes of their seats."""
    with Store(plans_store).open() as reader:
        return rows(reader, "?org rdfs:label ?a . WORLD { ?org dk:seat ?place . ?place dk:code ?b }")


def test_universities_that_plans_name_have_their_seats(seats: set[tuple[str, ...]]) -> None:
    """As the ministry lists them; a short name has the seat of the university."""
    assert ("中科大", "340100") in seats
    assert ("浙江大学", "330100") in seats
    for name, code in seats:
        university = university_named(name)
        assert university
        assert university.code == code


def test_every_university_that_plans_name_has_one(plans_store: Path, seats: set[tuple[str, ...]]) -> None:
    """Of the organizations that facts name."""
    with Store(plans_store).open() as reader:
        named = {a for a, _ in rows(reader, "?fact dk:organization ?b . ?b a dk:Organization ; rdfs:label ?a")}
    assert {name for name in named if university_named(name)} == {name for name, _ in seats}


def test_a_zone_lies_in_its_jurisdiction_and_townships_that_are_named_are_known(plans_store: Path) -> None:
    """No document says either."""
    with Store(plans_store).open() as reader:
        zones = rows(reader, "?zone a dk:Zone ; rdfs:label ?a . WORLD { ?zone dk:partOf/dk:code ?b }")
        towns = rows(reader, "WORLD { ?place dk:level 'township' ; dk:code ?a ; dk:partOf/dk:code ?b }")
    assert ("宿州高新区", "341300") in zones
    assert towns
    assert all(code.startswith(county) for code, county in towns)


def test_members_of_groups_of_agencies_are_known(plans_store: Path) -> None:
    """Who 各县区人民政府 are."""
    with Store(plans_store).open() as reader:
        members = rows(reader, "?group rdfs:label ?a . WORLD { ?group org:hasMember/rdfs:label ?b }")
    assert ("各县区人民政府", "萧县人民政府") in members


def test_a_store_holds_no_positions_of_its_own(plans_store: Path) -> None:
    """What it holds depends on the documents, not on which packages are installed."""
    with Store(plans_store).open() as reader:
        for term in (DK.latitude, DK.longitude):
            stated = reader.graph.quads_for_pattern(None, NamedNode(term), None, None)
            assert [] == [quad for quad in stated if quad.predicate.value == term]
