"""The ontology uses terms of other vocabularies that exist, and as their authors mean them."""

import tomllib
from pathlib import Path

import pytest
import rdflib.namespace as shipped
from pyoxigraph import NamedNode, parse

from ontology import generate
from ontology.terms import DK, PREFIXES, RDFS

CLOSED = {
    "dcterms": shipped.DCTERMS,
    "geo": shipped.GEO,
    "org": shipped.ORG,
    "prov": shipped.PROV,
    "schema": shipped.SDO,
    "skos": shipped.SKOS,
}
LISTED = tomllib.loads(Path(__file__).with_name("external-terms.toml").read_text(encoding="utf-8"))
BUILTIN = {"owl": shipped.OWL, "rdf": shipped.RDF, "rdfs": shipped.RDFS, "xsd": shipped.XSD}
USED = sorted(
    {
        node.value
        for file in generate.FILES
        for quad in parse(path=file)
        for node in quad.triple
        if isinstance(node, NamedNode)
        and not node.value.startswith(("https://w3id.org/deltakg/", "https://www.apache"))
    }
)
TRIPLES = {quad.triple for quad in parse(path=generate.ONTOLOGY)}


def known(iri: str) -> bool:
    """Whether the vocabulary that an IRI belongs to has this term."""
    prefix, namespace = next((prefix, space) for prefix, space in PREFIXES.items() if iri.startswith(space))
    name = iri.removeprefix(namespace)
    return name in LISTED[prefix] if prefix in LISTED else name in (CLOSED | BUILTIN)[prefix]


@pytest.mark.parametrize("iri", USED)
def test_every_external_term_exists(iri: str) -> None:
    """It is in the closed namespace that rdflib ships, or in the list with its source."""
    assert known(iri)


@pytest.mark.parametrize("name", ["prov#Entitty", "skos/core#broaderer"])
def test_a_misspelt_external_term_is_found(name: str) -> None:
    """The check above can fail."""
    vocabulary, _, term = name.partition("#")
    space = next(space for space in PREFIXES.values() if space.endswith(f"{vocabulary}#"))
    assert not known(space + term)
    assert not known(PREFIXES["oa"] + term)


@pytest.mark.parametrize("name", ["DCTERMS", "ELI", "GEO", "OA", "ORG", "PROV", "SCHEMA", "SKOS"])
def test_every_vocabulary_of_the_design_is_aligned_to(name: str) -> None:
    """Some term of ours stands under, or points at, a term of each."""
    namespace = generate.declared()[name][0]
    relations = {RDFS.label.replace("label", word) for word in ("subClassOf", "subPropertyOf", "seeAlso")}
    found = [
        triple
        for triple in TRIPLES
        if isinstance(triple.object, NamedNode)
        and triple.predicate.value in relations
        and triple.object.value.startswith(namespace)
    ]
    assert found


@pytest.mark.parametrize(
    ("term", "other"),
    [(DK.Project, "Project"), (DK.Agency, "GovernmentOrganization")],
)
def test_what_does_not_truly_fit_is_only_pointed_at(term: str, other: str) -> None:
    """A project of a plan is no organization, as schema:Project is; a Party committee is no body of government."""
    theirs = NamedNode(PREFIXES["schema"] + other)
    relations = {
        triple.predicate.value.rpartition("#")[2]
        for triple in TRIPLES
        if triple.subject == NamedNode(term) and triple.object == theirs
    }
    assert {"seeAlso"} == relations
