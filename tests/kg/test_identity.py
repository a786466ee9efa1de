"""IRIs are deterministic, readable and legal, and tell apart what is two things."""

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from extract.facts import Entity
from kg.identity import Names, fact_hash, path_of, segment

TEXT = st.text(min_size=1)


@given(TEXT)
def test_a_segment_reads_back_as_the_text_that_it_was_made_of(text: str) -> None:
    """Whatever the name holds, nothing of it is lost."""
    assert text == unquote(segment(text))


@given(TEXT)
def test_a_segment_is_one_legal_segment(text: str) -> None:
    """A database accepts the IRI, and no part of a name becomes a folder, a query or a fragment."""
    written = segment(text)
    assert not set(written) & set('/?#<>"{}|\\^` \t\n\u3000\u200b\u2028')
    assert written not in {".", ".."}
    assert NamedNode(f"https://w3id.org/deltakg/id/org/{written}").value.endswith(written)


@pytest.mark.parametrize(
    "name", ["徐州—淮北—阜阳高速公路", "“一港十中心”", "《纲要》", "§一（二）", "二（三）4", "9.1.1", "𠮷"]
)
def test_chinese_names_stay_readable(name: str) -> None:
    """Nothing that an IRI may hold is escaped."""
    assert name == segment(name)


def test_an_empty_name_is_refused() -> None:
    """No IRI ends in nothing."""
    with pytest.raises(ValueError, match="empty name"):
        segment("")


def test_a_surrogate_is_refused() -> None:
    """Half a character is no text."""
    with pytest.raises(ValueError, match="surrogates"):
        segment("\ud800")


@pytest.mark.parametrize(
    ("entity", "path"),
    [
        (Entity("place", "徐州市", "320300"), "place/320300"),
        (Entity("zone", "宿州高新区", "341300"), "zone/341300/宿州高新区"),
        (Entity("region", "长三角"), "region/长三角"),
        (Entity("place_group", "沪苏浙"), "place-group/沪苏浙"),
        (Entity("agency", "国家发展和改革委员会", "100000"), "agency/100000/国家发展和改革委员会"),
        (Entity("agency_group", "各县区人民政府", "341300"), "group/341300/各县区人民政府"),
        (Entity("organization", "徐工集团"), "org/徐工集团"),
        (Entity("project", "食品产业园", "341602"), "project/341602/食品产业园"),
        (Entity("policy", "行动计划", "340000"), "policy/340000/行动计划"),
        (Entity("project", "食品产业园", ""), "project/unknown-qiaocheng/食品产业园"),
    ],
)
def test_an_entity_is_what_its_kind_is_known_by(entity: Entity, path: str) -> None:
    """A place by its code, an agency by jurisdiction and name, a region by its name, an unknown by its plan."""
    assert path == path_of(entity, "qiaocheng")


@given(st.lists(TEXT, min_size=1, max_size=4), st.lists(TEXT, min_size=1, max_size=4))
def test_facts_are_one_where_their_values_are(one: list[str], other: list[str]) -> None:
    """No two lists of values run together into one."""
    assert (one == other) == (fact_hash("plan", "1", one) == fact_hash("plan", "1", other))


def test_a_moved_base_moves_data_alone() -> None:
    """The base stands in front of `id/` and `graph/`."""
    names = Names("http://example.org/")
    assert names.unit("suzhou", "专栏5.2") == "http://example.org/id/plan/suzhou/unit/专栏5.2"
    assert names.plan_graph("a b") == "http://example.org/graph/plan/a%20b"


@pytest.mark.parametrize("base", ["", "example", "http://example.org", "http://exa mple.org/", "//example.org/"])
def test_a_base_that_is_no_iri_is_refused(base: str) -> None:
    """It must be absolute and end where names can follow."""
    with pytest.raises(ValueError, match="base IRI"):
        Names(base)
