"""A store is described by VoID and DCAT, and what is said of it is so."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, QuerySolutions, Triple
from rdflib.namespace import DCAT, FOAF, VOID

from kg.store import Reader, Store
from kg.void import description
from ontology.terms import DCTERMS, DK, RDF

ADDRESS = "https://example.org/about"
DATA = f"{ADDRESS}#data"


@pytest.fixture(scope="module")
def reader(plans_store: Path) -> Iterator[Reader]:
    """The store of the two plans, open."""
    with Store(plans_store).open() as opened:
        yield opened


@pytest.fixture(scope="module")
def said(reader: Reader) -> tuple[Triple, ...]:
    """Its description."""
    return description(reader, ADDRESS)


def values(said: tuple[Triple, ...], subject: str, property_: str) -> list[str]:
    """What is said of something by one property."""
    return [
        one.object.value
        for one in said
        if one.subject == NamedNode(subject)
        and one.predicate.value == property_
        and isinstance(one.object, (NamedNode, Literal))
    ]


def counted(reader: Reader, pattern: str) -> int:
    """How many solutions a pattern has."""
    found = reader.query(f"SELECT (COUNT(*) AS ?n) {{ {pattern} }}")
    assert isinstance(found, QuerySolutions)
    return int(next(iter(found))["n"].value)


def test_the_dataset_is_counted(reader: Reader, said: tuple[Triple, ...]) -> None:
    """Triples of the merge, and of each class, property and graph."""
    assert [str(counted(reader, "?s ?p ?o"))] == values(said, DATA, str(VOID.triples))
    for side, (what, how) in {
        "classPartition": (str(VOID["class"]), str(VOID.entities)),
        "propertyPartition": (str(VOID.property), str(VOID.triples)),
    }.items():
        parts = {
            values(said, part, what)[0]: int(values(said, part, how)[0]) for part in values(said, DATA, str(VOID[side]))
        }
        assert len(parts) > 20
        wanted = DK.Target if side == "classPartition" else DK.leads
        pattern = f"?s a <{wanted}>" if side == "classPartition" else f"?s <{wanted}> ?o"
        assert counted(reader, pattern) == parts[wanted]


def test_each_graph_is_a_subset(reader: Reader, said: tuple[Triple, ...]) -> None:
    """The ontology's with its licence."""
    graphs = {values(said, part, DCTERMS.identifier)[0]: part for part in values(said, DATA, str(VOID.subset))}
    assert {name.value for name in reader.graph.named_graphs() if isinstance(name, NamedNode)} == set(graphs)
    name = f"{reader.base}graph/ontology"
    assert ["https://www.apache.org/licenses/LICENSE-2.0"] == values(said, graphs[name], DCTERMS.license)


def test_what_it_is_and_where_it_comes_from(reader: Reader, said: tuple[Triple, ...]) -> None:
    """Title, rights and language, vocabularies, plans with their documents and jurisdictions."""
    assert {VOID.Dataset.toPython(), DCAT.Dataset.toPython()} == set(values(said, DATA, RDF.type))
    assert [DATA] == values(said, ADDRESS, str(FOAF.primaryTopic))
    for name in ("title", "rights", "description"):
        assert 2 == len(values(said, DATA, DCTERMS.title.replace("title", name)))
    vocabularies = values(said, DATA, str(VOID.vocabulary))
    assert {DK.leads.removesuffix("leads"), DCTERMS.title.removesuffix("title")} <= set(vocabularies)
    assert {f"{reader.base}id/plan/{stem}" for stem in ("suzhou", "qiaocheng")} == set(
        values(said, DATA, str(VOID.exampleResource))
    )
    assert 2 == len(values(said, DATA, DCTERMS.source))


def test_every_term_of_the_description_exists(said: tuple[Triple, ...]) -> None:
    """In the closed namespaces that rdflib ships."""
    used = {one.predicate.value for one in said} | {
        one.object.value for one in said if one.predicate.value == RDF.type and isinstance(one.object, NamedNode)
    }
    for space in (VOID, DCAT, FOAF):
        for term in (term for term in used if term.startswith(str(space))):
            assert space[term.removeprefix(str(space))]
    assert {term for term in used if not term.startswith((str(VOID), str(DCAT), str(FOAF)))} <= {
        RDF.type,
        *(f"http://purl.org/dc/terms/{name}" for name in (
            "title", "description", "language", "conformsTo", "rights", "spatial", "source", "identifier", "license",
        )),
    }  # fmt: skip


def test_a_description_is_the_same_each_time_and_stands_beside_the_graphs(reader: Reader) -> None:
    """Sorted; where no address is given, under the store's base."""
    assert description(reader) == description(reader)
    assert f"{reader.base}void#data" in {str(one.subject)[1:-1] for one in description(reader)}
