"""The vocabularies keep the integrity conditions of the SKOS Reference (S9 to S46), and what checkers look for."""

from collections import defaultdict
from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, parse

from ontology import generate
from ontology.terms import PREFIXES, RDF, SKOS

TRIPLES = [quad.triple for file in (generate.VOCABULARIES, generate.CLASSIFICATIONS) for quad in parse(path=file)]
LABELS = (SKOS.prefLabel, SKOS.altLabel, f"{PREFIXES['skos']}hiddenLabel")
MAPPINGS = (SKOS.exactMatch, SKOS.closeMatch, SKOS.broadMatch, SKOS.relatedMatch)


def pairs(*properties: str) -> set[tuple[str, str]]:
    """What stands in one of some relations to what."""
    return {
        (triple.subject.value, triple.object.value)
        for triple in TRIPLES
        if triple.predicate.value in properties
        and isinstance(triple.subject, NamedNode)
        and isinstance(triple.object, NamedNode)
    }


CONCEPTS = {subject for subject, kind in pairs(RDF.type) if kind == SKOS.Concept}
SCHEMES = {subject for subject, kind in pairs(RDF.type) if kind == SKOS.ConceptScheme}
SCHEME_OF = dict(pairs(SKOS.inScheme))
BROADER = pairs(SKOS.broader)


def above(concept: str) -> Iterator[str]:
    """What is broader than a concept, at any distance."""
    for upper in (upper for lower, upper in BROADER if lower == concept):
        yield upper
        yield from above(upper)


def test_no_concept_is_a_scheme_and_every_one_is_in_one_scheme() -> None:
    """S9; each scheme has concepts."""
    assert len(CONCEPTS) > 400
    assert set() == CONCEPTS & SCHEMES
    assert CONCEPTS == set(SCHEME_OF)
    assert len(SCHEME_OF) == len(pairs(SKOS.inScheme))
    assert SCHEMES == set(SCHEME_OF.values())


def test_every_concept_has_one_preferred_name_a_language_which_is_no_other_name_of_it() -> None:
    """S13 and S14, and no name stands twice."""
    names: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    preferred: defaultdict[tuple[str, str], int] = defaultdict(int)
    for triple in TRIPLES:
        if triple.predicate.value in LABELS and isinstance(triple.object, Literal):
            key = (str(triple.subject), triple.object.language or "")
            names[key].append(triple.object.value)
            preferred[key] += triple.predicate.value == SKOS.prefLabel
    assert {} == {key: found for key, found in names.items() if len(found) > len(set(found))}
    assert {1} == set(preferred.values())


def test_in_one_scheme_a_preferred_name_means_one_concept() -> None:
    """But for the divisions of GB/T 4754 that are all of their section, and bear its Chinese name."""
    held: defaultdict[tuple[str, str, str], set[str]] = defaultdict(set)
    for triple in TRIPLES:
        if triple.predicate.value == SKOS.prefLabel and isinstance(triple.object, Literal):
            iri = triple.subject.value
            held[SCHEME_OF.get(iri, ""), triple.object.language or "", triple.object.value].add(iri)
    several = {(language, name) for (scheme, language, name), found in held.items() if scheme and len(found) > 1}
    assert {("zh", "房地产业"), ("zh", "教育"), ("zh", "国际组织")} == {one for one in several if one[0] == "zh"}


def test_a_notation_means_one_concept_of_its_scheme() -> None:
    """As a code does."""
    found = [
        (SCHEME_OF[triple.subject.value], triple.object.value)
        for triple in TRIPLES
        if triple.predicate.value == SKOS.notation and isinstance(triple.subject, NamedNode)
    ]
    assert len(found) == len(set(found))


def test_what_is_broader_is_not_also_related() -> None:
    """S27 and S46: related concepts are none that lie above or below, and exact matches are neither."""
    hierarchy = {(lower, upper) for lower in CONCEPTS for upper in above(lower)}
    related = pairs(f"{PREFIXES['skos']}related", SKOS.relatedMatch)
    exact = pairs(SKOS.exactMatch)
    assert set() == related & (hierarchy | {(upper, lower) for lower, upper in hierarchy})
    assert set() == exact & (hierarchy | related)
    assert set() == {(one, other) for one, other in hierarchy if one == other}


def test_mappings_lead_to_other_schemes_and_imply_what_they_imply() -> None:
    """S38 to S41: a broad match is broader; between concepts of two schemes what is broader is mapped so."""
    mapped = pairs(*MAPPINGS)
    assert mapped
    assert set() == {pair for pair in mapped if SCHEME_OF[pair[0]] == SCHEME_OF[pair[1]]}
    across = {(lower, upper) for lower, upper in BROADER if SCHEME_OF[lower] != SCHEME_OF[upper]}
    assert across == pairs(SKOS.broadMatch)


def test_every_concept_is_at_the_top_of_its_scheme_or_below_one_that_is() -> None:
    """S7 and S8: a scheme is entered from its top; no concept lies apart."""
    tops = pairs(SKOS.topConceptOf)
    assert tops <= set(SCHEME_OF.items())
    entries = {concept for concept, _ in tops}
    inside = {(lower, upper) for lower, upper in BROADER if SCHEME_OF[lower] == SCHEME_OF[upper]}
    assert set() == entries & {lower for lower, _ in inside}
    apart = {concept for concept in CONCEPTS - entries if not entries & set(above(concept))}
    assert set() == apart


def test_every_value_of_a_relation_is_a_concept_that_exists() -> None:
    """S19, S20 and S4: relations hold between concepts, schemes hold them."""
    related = pairs(SKOS.broader, f"{PREFIXES['skos']}related", *MAPPINGS)
    assert {node for pair in related for node in pair} <= CONCEPTS
    assert {scheme for _, scheme in pairs(SKOS.inScheme, SKOS.topConceptOf)} <= SCHEMES
