"""The embedded engine as a worker uses it: with datasets, with limits, and in the thread that asks."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import NamedTuple

import pyoxigraph
from pyoxigraph import DefaultGraph, NamedNode, Quad

from deltakg import DeltakgError
from kg.store import Reader, Results
from queries.engine import Answer, Embedded, Rows, explained
from queries.errors import EngineError
from queries.guard import Dataset
from queries.terms import prefixes

_SHORT, _BRIEF = 50, 5000
"""Rows, and characters of the question, of an answer about a name that is kept."""
_MANY = 1000


class UnknownGraphError(DeltakgError, LookupError):
    """The store has no such graph.

    Attributes:
        graph: its IRI.
    """

    def __init__(self, graph: str) -> None:
        super().__init__(f"there is no graph <{graph}> in this store; nothing outside it is read")
        self.graph = graph


class Limits(NamedTuple):
    """How long an answer may be: in rows or triples, and in bytes."""

    rows: int
    bytes: int


class Direct(Embedded):
    """The embedded engine, in a thread whose stack is large already."""

    def ask(self, sparql: str, prefixes: dict[str, str] | None = None) -> Answer:
        """Ask any SPARQL question; see `Embedded.ask`."""
        with failures(sparql):
            return self._ask(sparql, prefixes)

    def results(self, sparql: str, dataset: Dataset | None) -> Results:
        """Begin to answer a question.

        Args:
            sparql: the question, checked.
            dataset: the graphs that are asked, None for the whole store. A triple of several default graphs
                counts once.

        Raises:
            SparqlError: where it is no SPARQL.
            EngineError: where the store cannot answer.
            UnknownGraphError: where the dataset names a graph that there is not.
        """
        store, base, known = self.reader.graph, self.base, declared()
        with failures(sparql):
            if dataset is None:
                return store.query(sparql, base_iri=base, prefixes=known)
            default, named = (self._graphs(graphs) for graphs in dataset)
            if len(default) > 1:  # the engine would count a triple once for each graph
                merged = self._merged(default, named)
                whole = DefaultGraph()
                return merged.query(sparql, base_iri=base, prefixes=known, default_graph=whole, named_graphs=[*named])
            return store.query(sparql, base_iri=base, prefixes=known, default_graph=[*default], named_graphs=[*named])

    def graph(self, iri: str) -> NamedNode:
        """A graph of the store.

        Raises:
            UnknownGraphError: where there is none.
        """
        try:
            node = NamedNode(iri)
        except ValueError:
            raise UnknownGraphError(iri) from None
        if not self.reader.graph.contains_named_graph(node):
            raise UnknownGraphError(iri)
        return node

    def _graphs(self, iris: Iterable[str]) -> list[NamedNode]:
        return [self.graph(iri) for iri in dict.fromkeys(iris)]

    def _merged(self, default: list[NamedNode], named: list[NamedNode]) -> pyoxigraph.Store:
        merged = pyoxigraph.Store()
        for graph in default:
            quads = self.reader.graph.quads_for_pattern(None, None, None, graph)
            merged.bulk_extend(Quad(quad.subject, quad.predicate, quad.object) for quad in quads)
        for graph in named:
            merged.bulk_extend(self.reader.graph.quads_for_pattern(None, None, None, graph))
        return merged


class Names(Direct):
    """The engine as names are looked up with it: the same ones are asked for again and again, so answers are kept.

    One is made for each generation of a store.
    """

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self._kept: dict[str, Rows] = {}

    def rows(self, sparql: str) -> Rows:
        """Ask a SELECT question; see `Engine.rows`."""
        kept = self._kept.get(sparql)
        if kept is None:
            kept = super().rows(sparql)
            if len(kept.rows) <= _SHORT and len(sparql) <= _BRIEF:
                if len(self._kept) >= _MANY:
                    self._kept.clear()
                self._kept[sparql] = kept
        return kept


class Context(NamedTuple):
    """What a job is given.

    Attributes:
        engine: the open store.
        limits: of the answer.
        names: the same store, for what names mean.
    """

    engine: Direct
    limits: Limits
    names: Names


@contextmanager
def failures(sparql: str) -> Iterator[None]:
    """Turn what the engine raises over a question into errors of ours.

    Raises:
        SparqlError: where it is no SPARQL.
        EngineError: where the store cannot answer.
    """
    try:
        yield
    except DeltakgError:
        raise
    except SyntaxError as error:
        raise explained(str(error), sparql) from None
    except (OSError, ValueError, RuntimeError) as error:
        msg = f"the store could not answer: {error}"
        raise EngineError(msg) from error


@cache
def declared() -> dict[str, str]:
    """The prefixes that a question may use without saying them."""
    return prefixes()
