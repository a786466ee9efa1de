"""The graph as rdflib sees it, for Python code that speaks rdflib; the hot path does not."""

from typing import TYPE_CHECKING

from kg.store import Reader

if TYPE_CHECKING:  # rdflib takes a third of a second to import
    from rdflib import Graph


def graph(reader: Reader, name: str = "") -> "Graph":
    """A read-only rdflib graph over an open store, with nothing copied.

    Args:
        reader: an open store; the graph ends with it.
        name: IRI of a named graph; the merge of all graphs where none is given.
    """
    from oxrdflib import OxigraphStore  # noqa: PLC0415 - imports rdflib
    from rdflib import Graph, URIRef  # noqa: PLC0415 - slow to import
    from rdflib.graph import DATASET_DEFAULT_GRAPH_ID  # noqa: PLC0415 - slow to import

    identifier = URIRef(name) if name else DATASET_DEFAULT_GRAPH_ID
    return Graph(OxigraphStore(store=reader.graph), identifier=identifier)
