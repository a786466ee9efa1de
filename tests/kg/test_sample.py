"""A sample has some individuals of each class, and all that they lead to."""

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode

from kg.errors import RdfFileError
from kg.sample import Sample, sample, sample_of_file
from kg.store import Store
from ontology.terms import DK, RDF


def members(taken: Sample, class_: str) -> set[str]:
    """The individuals of a class in a sample."""
    return {
        str(one.subject) for one in taken.triples if one.predicate.value == RDF.type and one.object == NamedNode(class_)
    }


@pytest.fixture(scope="module")
def taken(plans_store: Path) -> Sample:
    """Three individuals of each class of the two plans."""
    with Store(plans_store).open() as reader:
        return sample(reader.graph, 3)


@pytest.mark.parametrize(
    ("class_", "least"),
    [
        (DK.Target, 3),
        (DK.Citation, 3),
        (DK.Zone, 1),
        (DK.Extraction, 2),
        (DK.Policy, 3),
        (DK.AdministrativeDivision, 3),
    ],
)
def test_every_class_is_there(taken: Sample, class_: str, least: int) -> None:
    """With three at least, or all that there are."""
    assert len(members(taken, class_)) >= least


def test_what_is_led_to_is_there(taken: Sample) -> None:
    """Every value of a property of objects that is an individual is described."""
    described = {triple.subject for triple in taken.triples}
    evidence = {triple.object for triple in taken.triples if triple.predicate.value == DK.evidence}
    places = {triple.object for triple in taken.triples if triple.predicate.value == DK.partOf}
    assert evidence
    assert places
    assert evidence | places <= described


def test_the_same_sample_each_time(taken: Sample, plans_store: Path) -> None:
    """A choice by order, not by chance; fewer than there are."""
    with Store(plans_store).open() as reader:
        assert taken == sample(reader.graph, 3)
    assert taken.taken < taken.held / 5


def test_all_are_taken_where_no_number_is_given(plans_store: Path) -> None:
    """Each individual of the store."""
    with Store(plans_store).open() as reader:
        everything = sample(reader.graph, 0)
    assert everything.held == everything.taken
    assert 3212 < len(members(everything, DK.AdministrativeDivision))


def test_a_file_brings_what_it_says_of_classes(tmp_path: Path) -> None:
    """Beside its individuals; a label is no logic."""
    file = tmp_path / "more.ttl"
    file.write_text(
        "@prefix dk: <https://w3id.org/deltakg/ontology#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        'dk:Zone rdfs:subClassOf dk:Agency ; rdfs:label "zone" . <http://e/a> a dk:Zone ; dk:code "1" .',
        encoding="utf-8",
    )
    found = sample_of_file(file, 20)
    assert (1, 1) == (found.taken, found.held)
    assert {NamedNode(DK.Agency), NamedNode(DK.Zone), Literal("1")} == {triple.object for triple in found.triples}


def test_a_file_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    """As for whatever else reads RDF."""
    with pytest.raises(RdfFileError):
        sample_of_file(tmp_path / "none.ttl", 20)
