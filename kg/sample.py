"""A part of a graph that is small enough to reason about: some individuals of each class, and all that they rest on."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, RdfFormat, Store, Triple

from kg.errors import StorePath
from kg.identity import Names
from kg.rdf_files import read
from ontology import reasoner
from ontology.terms import PREFIXES, RDF, RDFS

_MERGE = DefaultGraph()
_TYPE = NamedNode(RDF.type)
_LOGIC = (PREFIXES["owl"], PREFIXES["rdfs"])


@dataclass(frozen=True, slots=True)
class Sample:
    """Some individuals of a graph.

    Attributes:
        triples: what is said of them, and what the graph says of classes and properties.
        taken: how many individuals these are, those that the chosen ones lead to among them.
        held: how many individuals the graph has.
    """

    triples: frozenset[Triple]
    taken: int
    held: int


def sample(graph: Store, per_class: int) -> Sample:
    """Take individuals of each class, spread over its members in the order of their IRIs, and whatever they lead to.

    What the ontology itself describes, such as concepts, is no individual of the graph.

    Args:
        graph: a store whose default graph holds the merge of all graphs.
        per_class: how many of each class, 0 for all.
    """
    known = {triple.subject for triple in reasoner.ontology()}
    members: defaultdict[str, set[NamedNode]] = defaultdict(set)
    for quad in graph.quads_for_pattern(None, _TYPE, None, _MERGE):
        if isinstance(quad.subject, NamedNode) and quad.subject not in known and not _is_logic(quad):
            members[str(quad.object)].add(quad.subject)
    chosen = {one for found in members.values() for one in _spread(sorted(found, key=str), per_class)}
    reached: set[NamedNode] = set()
    triples = set(_closure(graph, chosen, known, reached))
    triples.update(quad.triple for quad in graph.quads_for_pattern(None, None, None, _MERGE) if _is_logic(quad))
    return Sample(frozenset(triples), len(reached), len(set().union(*members.values())))


def _spread(found: list[NamedNode], many: int) -> Iterable[NamedNode]:
    return found[:: -(-len(found) // many)] if many else found


def _is_logic(quad: Quad) -> bool:
    """Whether a statement is about a class or a property; those of the ontology that have blank nodes are known."""
    if quad.predicate == _TYPE:
        return isinstance(quad.subject, NamedNode) and str(quad.object)[1:].startswith(_LOGIC)
    if isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode):
        return False
    return quad.predicate.value.startswith(_LOGIC) and quad.predicate.value != RDFS.label


def _closure(
    graph: Store, chosen: Iterable[NamedNode], known: Collection[object], reached: set[NamedNode]
) -> Iterator[Triple]:
    """What is said of things, and of those that it leads to; all of them are added to `reached`."""
    ahead = list(chosen)
    while ahead:
        subject = ahead.pop()
        if subject in reached or subject in known:
            continue
        reached.add(subject)
        for quad in graph.quads_for_pattern(subject, None, None, _MERGE):
            yield quad.triple
            if isinstance(quad.object, NamedNode) and quad.predicate != _TYPE:
                ahead.append(quad.object)


def sample_of_file(path: StorePath, per_class: int) -> Sample:
    """Take individuals of an RDF file, as `sample` does.

    Raises:
        RdfFileError: where the file cannot be read.
    """
    graph = Store()
    graph.bulk_load(read(Path(path), Names()).content, RdfFormat.N_QUADS)
    return sample(graph, per_class)
