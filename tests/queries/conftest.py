"""What the tests of questions share: an engine over the small graph in `data/fixture.trig`."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pyoxigraph
import pytest

from kg.build import build
from kg.export import dump
from kg.store import Reader, Results, Store
from queries.engine import Embedded
from tests.queries.servers import oxigraph

DOCUMENTS = Path(__file__).parents[2] / "documents"
MADE_UP = Path(__file__).parents[1] / "plans" / "made-up"
FIXTURE = Path(__file__).parent / "data" / "fixture.trig"


class InMemory:
    """A graph in memory, asked as a store is."""

    base = "https://w3id.org/deltakg/"

    def __init__(self, trig: str) -> None:
        self.graph = pyoxigraph.Store()
        self.graph.load(trig.encode(), format=pyoxigraph.RdfFormat.TRIG)
        # A store's default graph holds the merge of all graphs.
        self.graph.extend([pyoxigraph.Quad(quad.subject, quad.predicate, quad.object) for quad in self.graph])

    def query(self, sparql: str, *, base_iri: str | None = None, prefixes: dict[str, str] | None = None) -> Results:
        """Ask a SPARQL question."""
        return self.graph.query(sparql, base_iri=base_iri, prefixes=prefixes)


@pytest.fixture(scope="session")
def engine() -> Embedded:
    """An engine over the small graph."""
    return Embedded(cast("Reader", InMemory(FIXTURE.read_text(encoding="utf-8"))))


@pytest.fixture(scope="session")
def endpoint(plans: Embedded, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Oxigraph's server over the N-Quads of the two plans."""
    folder = tmp_path_factory.mktemp("oxigraph")
    with (folder / "graph.nq").open("wb") as file:
        dump(plans.reader, "nquads", file)
    with oxigraph(folder / "graph.nq", folder / "db") as url:
        yield url


@pytest.fixture(scope="session")
def corpora(plans: Embedded, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Embedded]]:
    """Engines by corpus: the two plans, and these with the three made-up ones that answer them."""
    store = tmp_path_factory.mktemp("corpora") / "store"
    build(store, [DOCUMENTS, MADE_UP])
    with Store(store).open() as reader:
        yield {"plans": plans, "all": Embedded(reader)}
