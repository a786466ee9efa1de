"""The ontology is whole: every term is explained in both languages, declared, and current in `terms.py`."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, parse

from extract import facts
from ontology import generate, terms

OWL = "http://www.w3.org/2002/07/owl#"
BUILTIN = (OWL, "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "http://www.w3.org/2000/01/rdf-schema#")
NOT_TERMS = ("https://w3id.org/deltakg/vocabulary/", "https://www.apache.org/")
QUADS = [quad for path in generate.FILES for quad in parse(path=path)]


def iris(quad: Quad) -> Iterator[str]:
    """The IRIs of a statement."""
    yield from (node.value for node in quad.triple if isinstance(node, NamedNode))


def languages(subject: str, predicate: str) -> set[str | None]:
    """The languages in which `subject` has a value of `predicate`."""
    return {
        quad.object.language
        for quad in QUADS
        if isinstance(quad.subject, NamedNode)
        and quad.subject.value == subject
        and quad.predicate.value == predicate
        and isinstance(quad.object, Literal)
    }


def objects(subject: str, predicate: str) -> set[str]:
    """The IRIs that `subject` has as values of `predicate`; a blank node counts as `_`."""
    return {
        "_" if isinstance(quad.object, BlankNode) else str(getattr(quad.object, "value", ""))
        for quad in QUADS
        if isinstance(quad.subject, NamedNode) and quad.subject.value == subject and quad.predicate.value == predicate
    }


def every_term() -> list[str]:
    """The terms that the ontology declares, ours and those of others."""
    return [
        namespace + name
        for namespace, names in generate.declared().values()
        if not namespace.startswith((*BUILTIN, terms.XSD.string.removesuffix("string")))
        for name in names
    ]


def test_terms_module_is_what_the_generator_makes_now() -> None:
    """`terms.py` is current."""
    assert generate.source() == generate.TERMS.read_text(encoding="utf-8")


def test_a_misspelt_term_is_an_attribute_error() -> None:
    """No new IRI comes of a slip."""
    with pytest.raises(AttributeError):
        getattr(terms.DK, "Plann")  # noqa: B009 - the checker would refuse the plain spelling, as it should


@pytest.mark.parametrize("term", every_term())
def test_every_term_is_named_and_defined_in_both_languages(term: str) -> None:
    """A class or property has rdfs:label and skos:definition, in Chinese and in English."""
    assert {"zh", "en"} == languages(term, terms.RDFS.label)
    assert {"zh", "en"} == languages(term, terms.SKOS.definition)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_definition_is_the_name_over_again(language: str) -> None:
    """Beside the name stands a word that is not in it; an article does not count."""
    said: dict[tuple[str, str], list[str]] = {}
    for quad in QUADS:
        if isinstance(quad.object, Literal) and quad.object.language == language:
            said.setdefault((quad.subject.value, quad.predicate.value), []).append(quad.object.value)
    circular = [
        subject
        for (subject, predicate), (meaning, *_) in said.items()
        if predicate == terms.SKOS.definition
        for name in said.get((subject, terms.RDFS.label), []) + said.get((subject, terms.SKOS.prefLabel), [])
        if set(re.findall(r"\w+", meaning.lower())) <= {"a", "an", "the", *re.findall(r"\w+", name.lower())}
    ]
    assert [] == circular


@pytest.mark.parametrize("concept", [iri for scheme in generate.concepts().values() for iri in scheme.values()])
def test_an_english_definition_explains_before_it_lists_words_of_plans(concept: str) -> None:
    """Who reads no Chinese learns what the concept means from three words or more."""
    meanings = [
        quad.object.value
        for quad in QUADS
        if quad.subject == NamedNode(concept)
        and quad.predicate.value == terms.SKOS.definition
        and isinstance(quad.object, Literal)
        and quad.object.language == "en"
    ]
    assert [len(re.findall(r"[A-Za-z]+", re.split("[一-鿿]", meaning)[0])) >= 3 for meaning in meanings] == [True]


@pytest.mark.parametrize("concept", [iri for scheme in generate.concepts().values() for iri in scheme.values()])
def test_every_concept_is_named_and_defined_in_both_languages(concept: str) -> None:
    """A concept has skos:prefLabel and skos:definition, in Chinese and in English, and stands in its scheme."""
    assert {"zh", "en"} == languages(concept, terms.SKOS.prefLabel)
    assert {"zh", "en"} == languages(concept, terms.SKOS.definition)
    assert {concept.rpartition("/")[0]} == objects(concept, terms.SKOS.inScheme)


def test_every_term_that_is_used_is_declared_here() -> None:
    """Nothing is imported, so whatever the ontology speaks of it declares itself."""
    declared = {namespace + name for namespace, names in generate.declared().values() for name in names}
    used = {iri for quad in QUADS for iri in iris(quad) if not iri.startswith((*BUILTIN, *NOT_TERMS))}
    ontology = terms.DK.Plan.rpartition("#")[0]
    loose = {iri for iri in used - declared if not iri.startswith((ontology, "http://www.w3.org/2001/XMLSchema#"))}
    assert set() == loose
    assert set() == {iri for iri in used - declared if iri.startswith(f"{ontology}#")}
    assert not [quad for quad in QUADS if quad.predicate.value == f"{OWL}imports"]


def test_what_may_be_one_thing_is_not_disjoint() -> None:
    """A trading centre is project and organization, a loaded plan is the policy that another cites."""
    disjoint = {
        (quad.subject.value, quad.object.value)
        for quad in QUADS
        if quad.predicate.value == f"{OWL}disjointWith"
        and isinstance(quad.subject, NamedNode)
        and isinstance(quad.object, NamedNode)
    }
    assert {
        (terms.DK.Place, terms.DK.Agency),
        (terms.DK.AgencyGroup, terms.DK.Agency),
        (terms.PROV.Activity, terms.PROV.Entity),
        (terms.SKOS.ConceptScheme, terms.SKOS.Concept),
    } == disjoint


def test_levels_of_involvement_are_subproperties_and_concepts() -> None:
    """Each property under `involves` has its concept in the scheme of levels."""
    below = {
        quad.subject.value
        for quad in QUADS
        if quad.object == NamedNode(terms.DK.involves) and quad.predicate.value.endswith("subPropertyOf")
    }
    dk = terms.DK
    assert {dk.involvesNamed, dk.involvesWithin, dk.involvesKnown, dk.involvesAsGroup} == below
    assert {"named", "within", "known", "as-group"} == set(terms.LEVEL)


@pytest.mark.parametrize("term", [terms.DK.partOf, terms.DK.involvesWithin, terms.DK.involves])
def test_what_stands_on_chains_has_no_characteristic_that_hermit_refuses(term: str) -> None:
    """Non-simple properties are at most transitive."""
    assert objects(term, terms.RDF.type) <= {f"{OWL}ObjectProperty", f"{OWL}TransitiveProperty"}


def test_kinds_of_facts_are_the_classes_that_extraction_emits() -> None:
    """The subclasses of dk:Fact are named as in `extract/facts.py`."""
    subclasses = {
        quad.subject.value.removeprefix("https://w3id.org/deltakg/ontology#")
        for quad in QUADS
        if quad.object == NamedNode(terms.DK.Fact) and quad.predicate.value.endswith("subClassOf")
    }
    assert {kind.kind for kind in facts.Fact.__subclasses__()} == subclasses


@pytest.mark.parametrize(
    ("scheme", "notations"),
    [
        (terms.ROLE, facts.Role),
        (terms.STAGE, facts.Stage),
        (terms.MECHANISM, facts.Mechanism),
        (terms.PARTNER_KIND, facts.PartnerKind),
        (terms.CITATION_RELATION, facts.CitationRelation),
    ],
)
def test_notations_are_the_values_that_extraction_emits(scheme: dict[str, str], notations: object) -> None:
    """Every value of a fact's field is a concept, and no concept is without use."""
    assert set(get_args(notations)) == set(scheme)


@pytest.mark.slow
def test_hermit_finds_the_ontology_consistent_with_no_empty_class(tmp_path: Path) -> None:
    """The reasoner accepts every axiom and finds no class that can have no member."""
    import shutil  # noqa: PLC0415 - for this one test

    if shutil.which("java") is None:
        pytest.skip("HermiT needs Java")
    import owlready2  # noqa: PLC0415 - heavy, for this one test
    from pyoxigraph import RdfFormat, serialize  # noqa: PLC0415 - for this one test

    file = tmp_path / "ontology.nt"
    serialize([quad.triple for quad in QUADS], str(file), format=RdfFormat.N_TRIPLES)
    world = owlready2.World()
    ontology = world.get_ontology(file.as_uri()).load()
    owlready2.sync_reasoner_hermit(ontology, debug=0)
    inconsistent = list(world.inconsistent_classes())
    assert inconsistent == []
    assert len(list(ontology.classes())) > 20
