"""The ontology stays in OWL 2 DL, in what HermiT takes, and says the same to every library that reads it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, CanonicalizationAlgorithm, Dataset, NamedNode, RdfFormat, Triple, parse, serialize

from extract import facts
from ontology import generate
from ontology.terms import DK, PREFIXES, SKOS

OWL, RDF, RDFS, XSD = (PREFIXES[prefix] for prefix in ("owl", "rdf", "rdfs", "xsd"))
TRIPLES = {quad.triple for file in generate.FILES for quad in parse(path=file)}
GUIDELINES = (Path(__file__).parents[2] / "docs" / "guidelines.md").read_text(encoding="utf-8")
DATATYPES = {
    *(XSD + name for name in ("boolean", "decimal", "integer", "string", "dateTime", "anyURI")),
    f"{RDF}PlainLiteral",
}
"""Those of the datatype map of OWL 2 that may be of use here; xsd:date and xsd:gYear are not in it."""
MORE_THAN_TRANSITIVE = {
    OWL + name
    for name in (
        "FunctionalProperty", "InverseFunctionalProperty", "AsymmetricProperty", "IrreflexiveProperty",
        "ReflexiveProperty",
    )
}  # fmt: skip


def objects(subject: object, predicate: str) -> list[object]:
    """What is said of a term by one property."""
    return [triple.object for triple in TRIPLES if triple.subject == subject and triple.predicate.value == predicate]


def typed(*names: str) -> set[str]:
    """The IRIs that are of one of these kinds of OWL."""
    kinds = {NamedNode(OWL + name) for name in names}
    return {
        triple.subject.value
        for triple in TRIPLES
        if isinstance(triple.subject, NamedNode) and triple.predicate.value == f"{RDF}type" and triple.object in kinds
    }


def above(term: str, predicate: str) -> Iterator[str]:
    """A term, and what stands over it by one property."""
    yield term
    for upper in objects(NamedNode(term), predicate):
        if isinstance(upper, NamedNode):
            yield from above(upper.value, predicate)


PROPERTIES = sorted(term for term in typed("ObjectProperty", "DatatypeProperty") if term.startswith(PREFIXES["dk"]))


@pytest.mark.parametrize("term", PROPERTIES)
def test_every_property_has_a_domain_and_a_range(term: str) -> None:
    """Its own, or that of a property over it."""
    for side in ("domain", "range"):
        assert any(objects(NamedNode(upper), RDFS + side) for upper in above(term, f"{RDFS}subPropertyOf")), side


@pytest.mark.parametrize("term", sorted(typed("DatatypeProperty")))
def test_every_range_of_data_is_a_datatype_of_owl(term: str) -> None:
    """A union of such counts."""
    for value in objects(NamedNode(term), f"{RDFS}range"):
        names = {node.value for node in members(value) if isinstance(node, NamedNode)}
        assert names
        assert names <= DATATYPES


def members(value: object) -> Iterator[object]:
    """What a range holds: itself, or the members of a union."""
    if isinstance(value, NamedNode):
        yield value
    for union in objects(value, f"{OWL}unionOf"):
        yield from listed(union)


def listed(node: object) -> Iterator[object]:
    """The members of a list of RDF."""
    yield from objects(node, f"{RDF}first")
    for rest in objects(node, f"{RDF}rest"):
        yield from listed(rest)


def test_no_term_is_of_two_kinds() -> None:
    """No class is a property or an individual, and no property of objects is one of data or an annotation."""
    kinds = [
        typed("Class"),
        typed("ObjectProperty"),
        typed("DatatypeProperty"),
        typed("AnnotationProperty"),
        typed("NamedIndividual"),
    ]
    for index, kind in enumerate(kinds):
        for other in kinds[index + 1 :]:
            assert set() == kind & other


def test_every_concept_is_a_named_individual() -> None:
    """Concepts and schemes are individuals only."""
    concepts = {
        triple.subject.value
        for triple in TRIPLES
        if triple.predicate.value == f"{RDF}type"
        and triple.object in (NamedNode(SKOS.Concept), NamedNode(SKOS.ConceptScheme))
        and isinstance(triple.subject, NamedNode)
    }
    assert concepts == typed("NamedIndividual")
    assert len(concepts) > 400


def test_what_is_not_simple_has_no_characteristic_that_needs_it() -> None:
    """Transitive and chained properties, and those over them, are nothing else and in no cardinality."""
    complex_ = {upper for term in typed("TransitiveProperty") for upper in above(term, f"{RDFS}subPropertyOf")}
    chained = {triple.subject.value for triple in TRIPLES if triple.predicate.value == f"{OWL}propertyChainAxiom"}
    assert {DK.involvesWithin} == chained
    complex_ |= {upper for term in chained for upper in above(term, f"{RDFS}subPropertyOf")}
    assert {DK.partOf, DK.involvesWithin, DK.involves} <= complex_
    for term in complex_ | {DK.contains}:
        kinds = {getattr(kind, "value", "") for kind in objects(NamedNode(term), f"{RDF}type")}
        assert set() == kinds & MORE_THAN_TRANSITIVE
    restricted = {triple.object for triple in TRIPLES if triple.predicate.value == f"{OWL}onProperty"}
    assert set() == restricted & set(map(NamedNode, complex_))


def test_nothing_is_used_that_hermit_or_the_design_refuses() -> None:
    """No imports, no keys, no disjoint properties."""
    used = {triple.predicate.value for triple in TRIPLES}
    assert set() == used & {f"{OWL}imports", f"{OWL}hasKey", f"{OWL}propertyDisjointWith"}


def test_what_reads_backwards_is_declared_so_once() -> None:
    """Each of these says nothing that the other does not."""
    inverses = {
        (str(triple.subject), str(triple.object)) for triple in TRIPLES if triple.predicate.value == f"{OWL}inverseOf"
    }
    pairs = {
        (DK.inUnit, DK.states),
        (DK.partOf, DK.contains),
        (DK.memberOf, DK.hasMember),
        (DK.leads, DK.ledBy),
        (DK.supports, DK.supportedBy),
    }
    assert {(f"<{one}>", f"<{other}>") for one, other in pairs} == inverses


@pytest.mark.parametrize("kind", [one.kind for one in facts.Fact.__subclasses__()])
def test_every_kind_of_fact_has_an_example_and_the_section_of_the_guidelines(kind: str) -> None:
    """The section is a heading of the guidelines, and the field a row of its table."""
    term = NamedNode(getattr(DK, kind))
    languages = {getattr(example, "language", None) for example in objects(term, SKOS.example)}
    assert {"zh", "en"} == languages
    (source,) = (getattr(value, "value", "") for value in objects(term, f"{PREFIXES['dcterms']}source"))
    heading, names = re.fullmatch(r"docs/guidelines\.md, (.*): (.*)", source).groups()  # type: ignore[union-attr]  # it matches
    assert f"\n## {heading}\n" in GUIDELINES
    for name in names.split(", "):
        assert re.search(rf"^\| (`\w+`, )?`{name}`", GUIDELINES, re.MULTILINE)


def canonical(triples: Iterator[Triple]) -> set[str]:
    """Triples with blank nodes named by what is said of them."""
    from pyoxigraph import Quad  # noqa: PLC0415 - for this one function

    dataset = Dataset(Quad(*triple) for triple in triples)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return {str(quad) for quad in dataset}


@pytest.mark.parametrize("file", [*generate.FILES, generate.SHAPES], ids=lambda file: file.name)
def test_rdflib_and_pyoxigraph_read_the_same(file: Path) -> None:
    """The graphs are isomorphic, and so each library's Turtle is what the other reads."""
    import rdflib  # noqa: PLC0415 - slow to import

    theirs = rdflib.Graph().parse(file, format="turtle").serialize(format="nt", encoding="utf-8")
    read = (quad.triple for quad in parse(theirs, RdfFormat.N_TRIPLES))
    ours = (quad.triple for quad in parse(path=file))
    assert canonical(ours) == canonical(read)


@pytest.fixture(scope="module")
def owlready_terms(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """The IRIs of what owlready2 reads, by kind."""
    import owlready2  # noqa: PLC0415 - slow to import

    file = tmp_path_factory.mktemp("owl") / "ontology.nt"
    serialize(TRIPLES, str(file), format=RdfFormat.N_TRIPLES)
    read = owlready2.World().get_ontology(file.as_uri()).load()
    return {
        "Class": {one.iri for one in read.classes()},
        "ObjectProperty": {one.iri for one in read.object_properties()},
        "DatatypeProperty": {one.iri for one in read.data_properties()},
        "AnnotationProperty": {one.iri for one in read.annotation_properties()},
        "NamedIndividual": {one.iri for one in read.individuals()},
    }


@pytest.mark.parametrize(
    "kind", ["Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty", "NamedIndividual"]
)
def test_owlready_reads_the_same_terms(owlready_terms: dict[str, set[str]], kind: str) -> None:
    """Through N-Triples, for it reads no Turtle."""
    assert typed(kind) == owlready_terms[kind]


def test_a_blank_node_is_no_term() -> None:
    """The checks above look at IRIs alone; what is blank stands for a union, a list or an axiom."""
    blank = {triple.subject for triple in TRIPLES if isinstance(triple.subject, BlankNode)}
    kinds = {kind for node in blank for kind in objects(node, f"{RDF}type")}
    assert {NamedNode(f"{OWL}Class"), NamedNode(f"{RDFS}Datatype"), NamedNode(f"{OWL}AllDisjointClasses")} == kinds
