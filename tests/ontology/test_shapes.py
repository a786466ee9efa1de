"""Shapes and violation queries speak of every class, in declared terms and in both languages."""

import re
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Store, parse
from pyshacl import validate
from rdflib import SH, Graph

from ontology import generate
from ontology.terms import PREFIXES

TRIPLES = {quad.triple for quad in parse(path=generate.SHAPES)}
SHAPES = "https://w3id.org/deltakg/shapes#"
DECLARED = {space + name for space, names in generate.declared().values() for name in names}
QUERIES = sorted(generate.FOLDER.glob("*-violation.rq"))
NO_SHAPE_NEEDED = {"Measure", "BoxItem", "Passage"}
"""They are units and no more; the shape of the unit says that it is one of them."""


def named(predicate: str) -> set[str]:
    """The IRIs that some shape has as value of a property of SHACL."""
    wanted = str(SH[predicate])
    values = (triple.object for triple in TRIPLES if triple.predicate.value == wanted)
    return {value.value for value in values if isinstance(value, NamedNode)}


def test_every_class_has_a_shape() -> None:
    """Every class of ours that data have members of, and concepts."""
    classes = {
        quad.subject.value
        for quad in parse(path=generate.ONTOLOGY)
        if quad.object == NamedNode(f"{PREFIXES['owl']}Class") and isinstance(quad.subject, NamedNode)
    }
    own = {iri for iri in classes if iri.startswith(PREFIXES["dk"])}
    without = own - named("targetClass")
    assert {PREFIXES["dk"] + name for name in NO_SHAPE_NEEDED} == without


def test_shapes_speak_of_declared_terms_alone() -> None:
    """A misspelt class or property would check nothing, and nobody would know."""
    builtin = tuple(PREFIXES[prefix] for prefix in ("rdf", "rdfs", "xsd", "owl"))
    terms = {node.value for triple in TRIPLES for node in triple if isinstance(node, NamedNode)}
    apart = (
        *builtin,
        SHAPES,
        SHAPES.rstrip("#"),
        str(SH),
        "https://w3id.org/deltakg/vocabulary/",
        "https://www.apache",
    )
    assert set() == {iri for iri in terms - DECLARED if not iri.startswith(apart)}
    assert all(iri.removeprefix(str(SH)) in SH for iri in terms if iri.startswith(str(SH)))


def test_every_scheme_that_a_shape_names_exists() -> None:
    """Values of vocabularies are checked by the scheme that they stand in."""
    schemes = {
        quad.subject.value
        for file in (generate.VOCABULARIES, generate.CLASSIFICATIONS)
        for quad in parse(path=file)
        if quad.object == NamedNode(f"{PREFIXES['skos']}ConceptScheme")
    }
    assert named("hasValue")
    assert named("hasValue") <= schemes


@pytest.mark.parametrize(
    ("said", "conforms"),
    [
        ("<urn:x> a dk:Industry ; rdfs:label '云计算'@zh .", True),
        ("<urn:x> a skos:Concept ; skos:prefLabel 'cloud'@en , '云计算'@zh .", False),
        ("<urn:x> a skos:Concept ; skos:inScheme <urn:s> ; skos:prefLabel 'cloud'@en .", False),
        ("<urn:x> a skos:Concept ; skos:inScheme <urn:s> ; skos:prefLabel 'cloud'@en , '云计算'@zh .", True),
    ],
)
def test_shapes_read_with_the_ontology_ask_only_concepts_of_schemes_for_names(said: str, conforms: bool) -> None:  # noqa: FBT001 - a case
    """Other tools know by the ontology that an industry is a concept too; it has the name of its plan alone."""
    prefixes = "".join(f"@prefix {name}: <{space}> .\n" for name, space in PREFIXES.items())
    data = Graph().parse(data=prefixes + said, format="turtle")
    found, _, report = validate(
        data, shacl_graph=Graph().parse(generate.SHAPES), ont_graph=Graph().parse(generate.ONTOLOGY)
    )
    assert conforms == found, report


def test_every_property_shape_is_used_and_has_a_message_in_both_languages() -> None:
    """It is named after the class whose shape holds it."""
    properties = {triple.subject.value for triple in TRIPLES if triple.object == NamedNode(str(SH.PropertyShape))}
    used = {
        (triple.subject.value, triple.object.value)
        for triple in TRIPLES
        if triple.predicate.value == str(SH.property)
        and isinstance(triple.subject, NamedNode)
        and isinstance(triple.object, NamedNode)
    }
    assert properties == {shape for _, shape in used}
    assert all(shape.startswith(f"{holder}.") for holder, shape in used)
    for shape in properties:
        said = [triple for triple in TRIPLES if triple.subject == NamedNode(shape)]
        messages = [triple.object for triple in said if triple.predicate.value == str(SH.message)]
        assert {"zh", "en"} == {message.language for message in messages if isinstance(message, Literal)}


@pytest.mark.parametrize("file", QUERIES, ids=lambda file: file.name)
def test_every_query_says_what_it_asks_for_and_runs(file: Path) -> None:
    """In both languages, in its first two lines; it selects what offends, and in what."""
    text = file.read_text(encoding="utf-8")
    english, chinese = text.splitlines()[:2]
    assert english.startswith("#+ en: ")
    assert chinese.startswith("#+ zh: ")
    solutions = Store().query(text)
    assert ["node", "value"] == [variable.value for variable in solutions.variables]  # type: ignore[union-attr]  # a SELECT
    assert [] == list(solutions)  # type: ignore[arg-type]  # as above


@pytest.mark.parametrize("file", QUERIES, ids=lambda file: file.name)
def test_every_query_speaks_of_declared_terms_alone(file: Path) -> None:
    """By the prefixes that it declares."""
    text = file.read_text(encoding="utf-8")
    body = re.sub(r"^(PREFIX|#).*$", "", text, flags=re.MULTILINE)
    spaces = dict(re.findall(r"^PREFIX (\w+): <(.*)>$", text, re.MULTILINE))
    used = {spaces[prefix] + name for prefix, name in re.findall(r"\b(\w+):(\w+)", body) if prefix in spaces}
    assert used
    assert set() == {iri for iri in used - DECLARED if not iri.startswith(PREFIXES["rdfs"])}
