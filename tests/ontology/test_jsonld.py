"""The context of JSON-LD is current, and what is written with it is read back as it was."""

import json
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import NamedNode
from rdflib import Graph, URIRef
from rdflib.compare import isomorphic

from kg.store import Store
from ontology import generate, jsonld
from ontology.terms import DK, PREFIXES, RDF

CONTEXT = json.loads(jsonld.CONTEXT.read_text(encoding="utf-8"))["@context"]
ID = "https://w3id.org/deltakg/id/"


def test_the_context_is_what_the_generator_makes_now() -> None:
    """`context.jsonld` is current."""
    made = jsonld.source(generate.ONTOLOGY, generate.prefixes())
    assert made == jsonld.CONTEXT.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("leads", {"@id": "dk:leads", "@type": "@id"}),
        ("dueYear", {"@id": "dk:dueYear", "@type": f"{PREFIXES['xsd']}integer"}),
        ("unitId", "dk:unitId"),
        ("value", "dk:value"),
        ("Target", "dk:Target"),
        ("oa:start", {"@id": "oa:start", "@type": f"{PREFIXES['xsd']}integer"}),
        ("prov:wasDerivedFrom", {"@id": "prov:wasDerivedFrom", "@type": "@id"}),
    ],
)
def test_values_are_things_datatypes_or_text_as_their_ranges_say(name: str, expected: object) -> None:
    """A range of several datatypes gives none."""
    assert expected == CONTEXT[name]


@pytest.fixture(scope="module")
def plan(plans_store: Path) -> Graph:
    """What the graph of one plan says."""
    with Store(plans_store).open() as reader:
        quads = reader.graph.quads_for_pattern(None, None, None, NamedNode(f"{reader.base}graph/plan/qiaocheng"))
        lines = "".join(f"{quad.triple} .\n" for quad in quads)
    return Graph().parse(data=lines, format="nt")


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib warns of itself
def test_a_plan_comes_back_as_it_was(plan: Graph) -> None:
    """Through JSON-LD with the context: no statement lost or changed."""
    text = plan.serialize(format="json-ld", context=CONTEXT, auto_compact=True)
    assert isomorphic(plan, Graph().parse(data=text, format="json-ld"))


def test_json_reads_as_plain_names(plan: Graph) -> None:
    """An engineer finds `type`, `id`, `dueYear`, `inUnit` and no full IRI of ours as a key."""
    nodes: list[dict[str, Any]] = json.loads(plan.serialize(format="json-ld", context=CONTEXT, auto_compact=True))[
        "@graph"
    ]
    assert set() == {key for node in nodes for key in node if "://" in key}
    targets = {str(one) for one in plan.subjects(URIRef(RDF.type), URIRef(DK.Target))}
    dated = [node for node in nodes if "dueYear" in node]
    assert dated
    assert {node["id"] for node in dated} <= targets
    assert all(isinstance(node["inUnit"], str) and node["inUnit"].startswith(f"{ID}plan/") for node in dated)
