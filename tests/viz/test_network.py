"""The network, parts of it, and nodes drawn together."""

import pytest

from tests.viz.made_up import JIA, made_up, tie
from viz.contents import Contents, Entity
from viz.network import LIMIT, Edge, Network, Node, aggregated, around, between, network, within
from viz.ties import ties


@pytest.fixture
def drawn() -> Contents:
    """The made-up graph."""
    return made_up()


@pytest.fixture
def whole(drawn: Contents) -> Network:
    """Its network."""
    return network(drawn)


def edges(whole: Network, kind: str) -> dict[tuple[str, str, str], int]:
    """The edges of a kind, with the number of their facts."""
    return {(one.source, one.target, one.detail): len(one.statements) for one in whole.edges if one.kind == kind}


def test_ties_as_they_are_named(drawn: Contents) -> None:
    """A tie joins the party and the partner that the plan names."""
    assert ("jia-xian", "yi") in {(one.party, one.partner) for one in ties(drawn, by_city=False)}
    assert 8 == len(list(ties(drawn, by_city=False)))


def test_ties_between_cities(whole: Network) -> None:
    """Ties of counties and zones count for their city, and a city is not tied to a part of itself."""
    expected = {
        ("jia", "yi", "transport"): 2,
        ("jia", "bing", "innovation"): 1,
        ("jia", "region", "transport"): 1,
        ("jia", "markup", "innovation"): 1,
        ("yi", "ding", "transport"): 1,
        ("yi", "jia", "transport"): 1,
    }
    assert expected == edges(whole, "city-tie")


def test_projects_agencies_and_units(whole: Network) -> None:
    """A project is joined to the places that it involves, an agency to what it leads, a unit to what it names."""
    assert {("road", "jia-xian", "underway"): 1, ("road", "yi", "underway"): 1} == edges(whole, "involves")
    assert {("bureau", "jia-plan/2", "lead"): 1} == edges(whole, "responsible")
    assert ("yi-plan/2", "steel", "") in edges(whole, "names")


def test_every_end_is_a_node(whole: Network) -> None:
    """Edges join nodes, and there is no node without an edge."""
    assert set(whole.nodes) == {end for edge in whole.edges for end in (edge.source, edge.target)}


def test_around_a_place(drawn: Contents, whole: Network) -> None:
    """So many steps lead from a place and what lies in it, and no more."""
    start = within(drawn, whole, "jia")
    assert {"jia", "jia-xian", "zone"} == start
    near = around(whole, start, 1)
    assert {"yi", "region", "markup", "bing-qu", "road"} <= near
    assert "ding" not in near
    assert "ding" in around(whole, start, 2)


def test_between_two_places(whole: Network) -> None:
    """Between two stands what some chain of so many steps leads through, and nothing where none is short enough."""
    assert {"jia-xian", "road", "yi"} <= between(whole, {"jia-xian"}, {"yi"}, 2)
    assert {"jia", "yi", "ding"} == between(whole, {"jia"}, {"ding"}, 2)
    assert set() == between(whole, {"jia"}, {"ding"}, 1)


def star(leaves: int) -> Network:
    """A network of two hubs, each with so many leaves of two kinds."""
    nodes = {name: Node(name, "place", name) for name in ("hub0", "hub1")}
    found = [Edge("hub0", "hub1", "tie", "transport", (0,))]
    for number in range(leaves):
        for hub in ("hub0", "hub1"):
            name = f"leaf{number}-{hub}"
            nodes[name] = Node(name, "project" if number % 2 else "industry", name)
            found.append(Edge(name, hub, "involves", "planned", (number,)))
    return Network(nodes, tuple(found))


def test_a_small_network_stays_as_it_is() -> None:
    """Nothing is drawn together that can be drawn apart."""
    whole = star(40)
    assert whole is aggregated(whole)


def test_many_nodes_are_drawn_together() -> None:
    """Above the limit leaves of a kind on one hub become one node that counts them, and no fact is lost."""
    whole = star(LIMIT)
    drawn = aggregated(whole)
    assert len(drawn.nodes) <= LIMIT
    assert len(whole.nodes) == sum(max(1, len(node.members)) for node in drawn.nodes.values())
    assert {one for edge in whole.edges for one in edge.statements} == {
        one for edge in drawn.edges for one in edge.statements
    }
    assert {"hub0", "hub1"} <= set(drawn.nodes)


def test_what_comes_first_is_drawn_apart() -> None:
    """A node that was asked for stays a node of its own, however few neighbours it has."""
    assert "leaf7-hub1" in aggregated(star(LIMIT), first={"leaf7-hub1"}).nodes


def test_a_chain_of_uppers_that_turns_back_ends() -> None:
    """Two places that lie in one another, which no world has, keep nothing from ending."""
    drawn = made_up(tie(f"{JIA}/1", "a", "b"))
    circle = {
        **drawn.entities,
        "a": Entity("a", "place", "甲", "county", "b"),
        "b": Entity("b", "place", "乙", "county", "a"),
    }
    turned = Contents(circle, drawn.statements, drawn.units, drawn.plans, drawn.words)
    assert {"a", "b"} == within(turned, network(turned), "b")
