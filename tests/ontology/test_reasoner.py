"""HermiT finds the ontology consistent, its classes where the committed taxonomy has them, and what is broken."""

import shutil

import pytest
from pyoxigraph import NamedNode, Triple

from ontology import reasoner
from ontology.terms import DK, PREFIXES, RDF

needs_java = pytest.mark.skipif(shutil.which("java") is None, reason="Java, which HermiT needs, is not installed")
SUBCLASS = NamedNode(PREFIXES["rdfs"] + "subClassOf")
XUZHOU = NamedNode("https://w3id.org/deltakg/id/place/320300")
HERE = NamedNode("https://w3id.org/deltakg/id/org/甲")
THERE = NamedNode("https://w3id.org/deltakg/id/org/乙")


def typed(thing: NamedNode, *classes: str) -> list[Triple]:
    """What it is."""
    return [Triple(thing, NamedNode(RDF.type), NamedNode(one)) for one in classes]


@pytest.fixture(scope="module")
def outcome() -> reasoner.Outcome:
    """What HermiT finds in the ontology alone."""
    return reasoner.reason()


@pytest.mark.slow
@needs_java
def test_the_ontology_is_consistent_and_every_class_can_have_members(outcome: reasoner.Outcome) -> None:
    """Nothing contradicts anything."""
    assert (True, ()) == (outcome.consistent, outcome.unsatisfiable)


@pytest.mark.slow
@needs_java
def test_the_inferred_taxonomy_is_the_committed_one(outcome: reasoner.Outcome) -> None:
    """`python -m ontology.reasoner` writes it anew."""
    assert reasoner.TAXONOMY.read_text(encoding="utf-8") == outcome.taxonomy()
    assert {DK.Place} == outcome.parents[DK.Zone]
    assert {DK.Unit} == outcome.parents[DK.Measure]


@pytest.mark.slow
@needs_java
@pytest.mark.parametrize(
    "broken",
    [
        typed(XUZHOU, DK.Place, DK.Agency),
        [*typed(XUZHOU, DK.Agency), Triple(XUZHOU, NamedNode(DK.partOf), NamedNode("https://e/province"))],
    ],
    ids=["by its classes", "by the domain of a property"],
)
def test_a_place_that_is_an_agency_is_a_contradiction(broken: list[Triple]) -> None:
    """Whether it is said to be one, or what is said of it makes it one."""
    assert not reasoner.reason(broken).consistent


@pytest.mark.slow
@needs_java
@pytest.mark.parametrize(
    "classes", [(DK.Target, DK.Citation), (DK.Measure, DK.BoxItem), (DK.Document, DK.Plan), (DK.Agency, DK.AgencyGroup)]
)
def test_kinds_that_nothing_can_share_are_a_contradiction(classes: tuple[str, str]) -> None:
    """A fact and a unit are of one kind each, a file is no plan, and a group of agencies no agency."""
    assert not reasoner.reason(typed(HERE, *classes)).consistent


@pytest.mark.slow
@needs_java
def test_a_trading_centre_may_be_project_and_organization_and_a_plan_a_policy() -> None:
    """What plans speak of is not parted more than the world parts it."""
    found = reasoner.reason([*typed(HERE, DK.Project, DK.Organization, DK.Zone), *typed(THERE, DK.Plan, DK.Policy)])
    assert found.consistent


@pytest.mark.slow
@needs_java
def test_things_of_chinese_names_are_told_apart() -> None:
    """Whatever the locale: one is an agency, the other is a place."""
    assert reasoner.reason([*typed(HERE, DK.Agency), *typed(THERE, DK.Place)]).consistent


@pytest.mark.slow
@needs_java
def test_a_class_that_nothing_can_be_in_is_named_and_the_taxonomy_differs() -> None:
    """A zone under the agencies would be a place and an agency."""
    found = reasoner.reason([Triple(NamedNode(DK.Zone), SUBCLASS, NamedNode(DK.Agency))])
    assert (True, (DK.Zone,)) == (found.consistent, found.unsatisfiable)
    assert reasoner.TAXONOMY.read_text(encoding="utf-8") != found.taxonomy()


@pytest.mark.slow
@needs_java
def test_what_hermit_cannot_read_is_an_error_that_says_so() -> None:
    """xsd:gYear is no datatype of OWL 2."""
    from pyoxigraph import Literal  # noqa: PLC0415 - for this one test

    year = Literal("2021", datatype=NamedNode(PREFIXES["xsd"] + "gYear"))
    with pytest.raises(reasoner.ReasonerError, match=r"HermiT refuses .* datatype"):
        reasoner.reason([Triple(THERE, NamedNode(DK.periodStart), year)])


def test_without_java_one_line_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """And what to install."""
    monkeypatch.setenv("PATH", "")
    with pytest.raises(reasoner.ReasonerError, match="Java is not installed") as raised:
        reasoner.reason()
    assert 1 == len(str(raised.value).splitlines())
    assert str(raised.value).endswith(raised.value.reason)


def test_a_class_under_several_stands_under_each() -> None:
    """The tree is indented, and sorted by name."""
    dk = PREFIXES["dk"]
    parents = {f"{dk}a": frozenset[str](), f"{dk}c": frozenset({f"{dk}a", f"{dk}b"}), f"{dk}b": frozenset({f"{dk}a"})}
    assert "dk:a\n  dk:b\n    dk:c\n  dk:c\n" == reasoner.Outcome(consistent=True, parents=parents).taxonomy()
