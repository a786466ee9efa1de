"""What reviewers of ontologies look for first: metadata, names, terms that hang in the air, circles, double ranges."""

import re
from collections import defaultdict

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, parse

from deltakg import __version__
from ontology import generate
from ontology.terms import DCTERMS, DK, PREFIXES, RDF, VANN

OWL, RDFS, DKG = PREFIXES["owl"], PREFIXES["rdfs"], PREFIXES["dk"]
ONTOLOGY = DKG.removesuffix("#")
TRIPLES = {quad.triple for quad in parse(path=generate.ONTOLOGY)}
SAID: defaultdict[str, defaultdict[str, list[NamedNode | BlankNode | Literal]]] = defaultdict(lambda: defaultdict(list))
for one in TRIPLES:
    if isinstance(one.subject, NamedNode) and not isinstance(one.object, type(one)):
        SAID[one.subject.value][one.predicate.value].append(one.object)
OWN = [DKG + name for name in generate.declared()["DK"][1]]
CLASSES = [term for term in OWN if NamedNode(f"{OWL}Class") in SAID[term][RDF.type]]
PROPERTIES = sorted(set(OWN) - set(CLASSES))


def texts(term: str, property_: str) -> list[str]:
    """The literals and IRIs that a term has as values of a property."""
    return [one.value for one in SAID[term][property_]]


def test_the_ontology_says_who_made_it_when_under_what_licence_and_how_to_abbreviate_it() -> None:
    """Each once; the IRI of the version ends in the version of the package."""
    version = __version__
    expected = {
        f"{OWL}versionInfo": version,
        f"{OWL}versionIRI": f"{ONTOLOGY}/{version}",
        DCTERMS.license: "https://www.apache.org/licenses/LICENSE-2.0",
        DCTERMS.creator: "The deltakg developers",
        VANN.preferredNamespacePrefix: "dk",
        VANN.preferredNamespaceUri: DKG,
    }
    assert {name: [value] for name, value in expected.items()} == {name: texts(ONTOLOGY, name) for name in expected}
    (created,), (modified,) = texts(ONTOLOGY, DCTERMS.created), texts(ONTOLOGY, DCTERMS.modified)
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", created)
    assert created <= modified


@pytest.mark.parametrize("term", OWN)
def test_every_term_says_which_ontology_defines_it(term: str) -> None:
    """So that a term that is met alone leads to the rest."""
    assert [ONTOLOGY] == texts(term, f"{RDFS}isDefinedBy")


def test_no_term_of_others_is_said_to_be_defined_here() -> None:
    """They are named and explained here, and defined by their authors."""
    others = [term for term in SAID if not term.startswith(ONTOLOGY) and SAID[term][f"{RDFS}isDefinedBy"]]
    assert [] == others


def test_names_tell_classes_from_properties() -> None:
    """Classes are in UpperCamelCase, properties in lowerCamelCase; no two of a kind differ by their case alone."""
    assert [] == [term for term in CLASSES if not re.fullmatch(r"([A-Z][a-z]+)+", term.removeprefix(DKG))]
    assert [] == [term for term in PROPERTIES if not re.fullmatch(r"[a-z]+([A-Z][a-z]+)*\d*", term.removeprefix(DKG))]
    for kind in (CLASSES, PROPERTIES):
        assert len(kind) == len({term.lower() for term in kind})


def test_no_property_has_two_domains_or_two_ranges() -> None:
    """Several would mean what is in all of them at once; a choice is a union."""
    for side in ("domain", "range"):
        assert [] == [term for term in SAID if len(SAID[term][RDFS + side]) > 1]


def test_no_class_or_property_stands_above_itself() -> None:
    """There are no circles."""
    for relation in (f"{RDFS}subClassOf", f"{RDFS}subPropertyOf"):
        for start in list(SAID):
            above, seen = texts(start, relation), set[str]()
            while above:
                upper = above.pop()
                assert upper != start
                if upper not in seen:
                    seen.add(upper)
                    above += texts(upper, relation)


def test_no_class_of_ours_hangs_in_the_air() -> None:
    """Each stands in a domain or a range, or under a class that does, or has one under it that does."""
    used = {
        triple.object.value
        for triple in TRIPLES
        if triple.predicate.value in {f"{RDFS}domain", f"{RDFS}range", f"{PREFIXES['rdf']}first"}
        and isinstance(triple.object, NamedNode)
    }
    alone = [term for term in CLASSES if term not in used and not used & set(texts(term, f"{RDFS}subClassOf"))]
    assert [] == alone


def test_inverses_lead_back_from_the_range_to_the_domain() -> None:
    """What is read backwards has the domain of the one as its range, where both are plain classes."""
    pairs = [(term, other) for term in PROPERTIES for other in texts(term, f"{OWL}inverseOf")]
    assert len(pairs) >= 5
    for term, other in pairs:
        for side, opposite in (("domain", "range"), ("range", "domain")):
            here, there = SAID[term][RDFS + side], SAID[other][RDFS + opposite]
            if isinstance(here[0], NamedNode) and isinstance(there[0], NamedNode):
                assert here == there


def test_every_kind_of_fact_and_of_unit_stands_in_its_union() -> None:
    """Each fact is of one of the kinds, and each unit."""
    first, rest = PREFIXES["rdf"] + "first", PREFIXES["rdf"] + "rest"
    follow = {(triple.subject, triple.predicate.value): triple.object for triple in TRIPLES}
    for whole in (DK.Fact, DK.Unit):
        (node,) = SAID[whole][f"{OWL}disjointUnionOf"]
        members = set[str]()
        while (member := follow.get((node, first))) is not None:
            members.add(getattr(member, "value", ""))
            node = follow[node, rest]
        assert {term for term in CLASSES if whole in texts(term, f"{RDFS}subClassOf")} == members
