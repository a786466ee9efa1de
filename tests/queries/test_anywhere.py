"""A file of the catalogue runs as it stands in another SPARQL engine."""

import pytest
import rdflib
from rdflib.query import ResultRow

from queries.catalogue import names, question
from queries.engine import Embedded
from queries.terms import value


@pytest.fixture(scope="module")
def merged(engine: Embedded) -> rdflib.Graph:
    """The merge of the small graph, in rdflib."""
    graph = rdflib.Graph()
    triples = (f"{quad.subject} {quad.predicate} {quad.object} ." for quad in engine.reader.graph)
    return graph.parse(data="\n".join(triples), format="nt")


@pytest.mark.parametrize("name", names())
def test_another_engine_answers_the_same(name: str, engine: Embedded, merged: rdflib.Graph) -> None:
    """The rows are those that rdflib gives, in their order."""
    text = question(name).text
    expected = [tuple(map(value, row)) for row in engine.rows(text).rows]
    rows = [row for row in merged.query(text) if isinstance(row, ResultRow)]
    assert expected == [tuple("" if term is None else str(term) for term in row) for row in rows]
