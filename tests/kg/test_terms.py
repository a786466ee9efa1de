"""What a store states is said in terms that the ontology declares."""

from pathlib import Path

from pyoxigraph import DefaultGraph, NamedNode

from kg.store import Store
from ontology import generate
from ontology.terms import PREFIXES, RDF, XSD

DECLARED = {space + name for space, names in generate.declared().values() for name in names}
OWN = PREFIXES["owl"], PREFIXES["rdfs"], PREFIXES["rdf"]


def test_every_property_and_class_in_a_store_is_declared(plans_store: Path) -> None:
    """No graph but that of the ontology uses what only OWL itself has."""
    with Store(plans_store).open() as reader:
        names = [name for name in reader.graph.named_graphs() if not str(name).endswith("/ontology>")]
        quads = [quad for name in names for quad in reader.graph.quads_for_pattern(None, None, None, name)]
        merged = list(reader.graph.quads_for_pattern(None, None, None, DefaultGraph()))
    used = {quad.predicate.value for quad in quads}
    used |= {quad.object.value for quad in quads if quad.predicate.value == RDF.type}  # type: ignore[union-attr]  # a class
    assert used
    assert set() == used - DECLARED
    loose = {quad.predicate.value for quad in merged} - DECLARED
    assert set() == {term for term in loose if not term.startswith(OWN)}


def test_every_datatype_in_a_store_is_known(plans_store: Path) -> None:
    """Those of `terms.py`, and text with a language."""
    known = {getattr(XSD, name) for name in vars(XSD) if not name.startswith("_")} | {f"{PREFIXES['rdf']}langString"}
    with Store(plans_store).open() as reader:
        found = reader.query("SELECT DISTINCT ?type { ?s ?p ?o FILTER(ISLITERAL(?o)) BIND(DATATYPE(?o) AS ?type) }")
        datatypes = {row["type"] for row in found}  # type: ignore[union-attr]  # rows
    assert datatypes <= set(map(NamedNode, known))
