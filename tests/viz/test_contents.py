"""What pictures are drawn from."""

import pytest

from queries.engine import Embedded
from tests.viz.made_up import made_up
from viz.contents import Contents, contents


@pytest.fixture(scope="module")
def drawn(plans: Embedded) -> Contents:
    """What the two plans hold."""
    return contents(plans)


def test_every_fact_is_there(drawn: Contents, plans: Embedded) -> None:
    """Each fact of the graph is one statement, with a sentence and a citation."""
    facts = plans.rows("SELECT DISTINCT ?fact { ?fact a <https://w3id.org/deltakg/ontology#Fact> }").rows
    assert sorted(str(fact) for (fact,) in facts) == sorted(f"<{one.iri}>" for one in drawn.statements)
    assert [] == [one for one in drawn.statements if not (one.sentence and one.citation)]


def test_what_facts_speak_of_is_known(drawn: Contents) -> None:
    """Every entity in a role of a fact has a kind and a name."""
    named = {iri for one in drawn.statements for entities in one.roles.values() for iri in entities}
    assert set() == named - set(drawn.entities)


def test_facts_stand_in_printed_order(drawn: Contents) -> None:
    """Statements of a plan follow its units."""
    order = list(drawn.units)
    positions = [order.index(one.unit.iri) for one in drawn.statements]
    assert sorted(positions) == positions


def test_words_are_in_both_languages(drawn: Contents) -> None:
    """Mechanisms, stages, roles and classes are called something in English and in Chinese."""
    assert ("industry", "产业") == tuple(drawn.words["mechanism"]["industry"][one] for one in ("en", "zh"))
    assert [] == [
        (scheme, notation)
        for scheme in ("mechanism", "stage", "role", "class")
        for notation, labels in drawn.words[scheme].items()
        if not {"en", "zh"} <= set(labels)
    ]


@pytest.mark.parametrize(
    ("iri", "city"),
    [
        ("jia", "jia"),
        ("jia-xian", "jia"),
        ("zone", "jia"),
        ("bing-qu", "bing"),
        ("ding", "ding"),
        ("wan", "wan"),
        ("region", "region"),
        ("markup", "markup"),
        ("road", "road"),
        ("unheard of", "unheard of"),
    ],
)
def test_the_city_of(iri: str, city: str) -> None:
    """A place counts for its prefecture, a district for its municipality, a county under a province for itself."""
    assert city == made_up().city(iri)
