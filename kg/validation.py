"""Whether a graph is as the ontology says: its shapes (SHACL), and its queries that must have no rows.

Shapes are checked a named graph at a time. The data graph is what the merge says of the things that the
named graph speaks of, and of everything beyond these only what it is; a thing is checked once.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Store, Triple, parse

from kg.identity import Names
from kg.inputs import Progress, silent
from kg.rdf_files import read
from kg.store import Reader
from kg.violations import Owners, Texts, Violation, violations
from ontology import generate
from ontology.terms import RDF, SKOS, XSD

if TYPE_CHECKING:  # rdflib takes a third of a second to import
    from rdflib import Graph
    from rdflib.term import Node

Subject: TypeAlias = NamedNode | BlankNode | Triple

_MERGE = DefaultGraph()


def validate_store(reader: Reader, progress: Progress = silent) -> list[Violation]:
    """What a store holds that it must not hold, sorted; quotes are compared with the stored texts.

    Args:
        reader: the store, open.
        progress: called as named graphs are checked.
    """
    return validate(reader.graph, reader.text, progress)


def validate_file(path: Path, progress: Progress = silent) -> list[Violation]:
    """What an RDF file holds that it must not hold, sorted. It need not hold the vocabularies.

    Args:
        path: the file; the end of its name says its format.
        progress: called as named graphs are checked.

    Raises:
        RdfFileError: where the file cannot be read.
    """
    graph = Store()
    graph.bulk_load(read(path, Names()).content, RdfFormat.N_QUADS)
    for file in (generate.VOCABULARIES, generate.CLASSIFICATIONS):
        graph.extend(parse(path=file))
    return validate(graph, None, progress)


def validate(graph: Store, texts: Texts | None = None, progress: Progress = silent) -> list[Violation]:
    """What a graph holds that it must not hold, sorted.

    Args:
        graph: a store whose default graph holds the merge of all graphs, the vocabularies among them.
        texts: where given, quotes are compared with the documents' texts.
        progress: called as named graphs are checked.
    """
    found = set(violations(graph, texts))
    owners = Owners(graph)
    names = sorted(graph.named_graphs(), key=str)
    checked: set[Subject] = set()
    for done, name in enumerate(names, start=1):
        subjects = {quad.subject for quad in graph.quads_for_pattern(None, None, None, name)} - checked
        found.update(_results(graph, subjects, owners))
        checked |= subjects
        progress("check", done, len(names))
    return sorted(found)


@cache
def _shapes() -> "Graph":
    from rdflib import Graph  # noqa: PLC0415 - slow to import

    return Graph().parse(generate.SHAPES, format="turtle")


def _results(graph: Store, subjects: set[Subject], owners: Owners) -> Iterator[Violation]:
    """What the shapes find amiss with some things."""
    from pyshacl import validate as check  # noqa: PLC0415 - slow to import
    from rdflib import SH, Graph  # noqa: PLC0415 - slow to import
    from rdflib import Literal as Text  # noqa: PLC0415 - slow to import

    data = _data(graph, subjects)
    conforms, report, _ = check(data, shacl_graph=_shapes(), inplace=True)
    if conforms:
        return
    assert isinstance(report, Graph)  # noqa: S101 - pyshacl gives its report as bytes only where that is asked for
    for result in sorted(set(report.objects(None, SH.result)), key=str):
        node = str(report.value(result, SH.focusNode))
        if NamedNode(node) in subjects:  # the rest was only said to be something
            shape = str(report.value(result, SH.sourceShape)).rpartition("#")[2]
            said = (message for message in report.objects(result, SH.resultMessage) if isinstance(message, Text))
            messages = sorted((message.language or "", str(message)) for message in said)
            yield owners.violation(node, shape, str(report.value(result, SH.value) or ""), tuple(messages))


def _data(graph: Store, subjects: set[Subject]) -> "Graph":
    """All that is said of some things, and what those are that it speaks of."""
    from rdflib import Graph  # noqa: PLC0415 - slow to import

    data = Graph()
    beyond = set()
    for subject in subjects:
        for quad in graph.quads_for_pattern(subject, None, None, _MERGE):
            data.add(_triple(quad))
            if isinstance(quad.object, NamedNode) and quad.object not in subjects:
                beyond.add(quad.object)
    for thing in beyond:
        for predicate in (RDF.type, SKOS.inScheme):
            for quad in graph.quads_for_pattern(thing, NamedNode(predicate), None, _MERGE):
                data.add(_triple(quad))
    return data


def _triple(quad: Quad) -> "tuple[Node, Node, Node]":
    return _term(quad.subject), _term(quad.predicate), _term(quad.object)


def _term(term: Subject | Literal) -> "Node":
    """A term as rdflib has it; to rdflib a plain literal has no datatype."""
    from rdflib import BNode, URIRef  # noqa: PLC0415 - slow to import
    from rdflib import Literal as Text  # noqa: PLC0415 - slow to import

    if isinstance(term, Literal):
        plain = term.language or term.datatype.value == XSD.string
        return Text(term.value, lang=term.language, datatype=None if plain else URIRef(term.datatype.value))
    return URIRef(term.value) if isinstance(term, NamedNode) else BNode(str(term))
