"""How quick and how steady `deltakg serve` is, beside bare pyoxigraph and rdflib-endpoint with the same data.

All servers run on this machine, one after another, and each measurement ends by itself. Nothing is
asserted: the aims stand beside. rdflib-endpoint may be installed in another environment (`--peer`).
"""

import argparse
import asyncio
import http.client
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from socket import create_server
from statistics import median
from tempfile import TemporaryDirectory
from time import monotonic, perf_counter, sleep
from urllib.parse import quote

import pyoxigraph

from kg.build import build
from kg.store import Store
from queries.catalogue import question
from queries.engine import Embedded
from queries.parameters import bind

DOCUMENTS = Path(__file__).parents[1] / "documents"
HOST = "127.0.0.1"
SERVE = "from cli import main; main()"
EMPTY = """
import sys, uvicorn
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route
async def empty(request):
    return Response()
uvicorn.run(Starlette(routes=[Route("/", empty)]), port=int(sys.argv[1]), log_level="error")
"""
PEER = """
import sys, uvicorn
from rdflib import Graph
from rdflib_endpoint import SparqlEndpoint
graph = Graph()
graph.parse(sys.argv[2], format="nt")
uvicorn.run(SparqlEndpoint(path="/sparql", graph=graph), port=int(sys.argv[1]), log_level="error")
"""
CANNED = ("projects-involving", "徐州"), ("measures-led-by", "市发展改革委"), ("workload-by-agency",)
MIXED = (
    "SELECT ?name { <https://w3id.org/deltakg/id/place/320300> rdfs:label ?name }",
    "SELECT ?fact { ?fact dk:involvedPlace <https://w3id.org/deltakg/id/place/320300> }",
    "SELECT ?plan ?title { ?plan a dk:Plan ; dcterms:title ?title }",
    "SELECT ?part ?name { ?part dk:partOf <https://w3id.org/deltakg/id/place/341300> ; rdfs:label ?name }",
    "SELECT ?unit (COUNT(?fact) AS ?facts) { ?fact a dk:PartnerMention ; dk:inUnit ?unit } GROUP BY ?unit",
    "ASK { ?fact a dk:CooperationTie ; dk:inUnit ?unit }",
    "CONSTRUCT { ?project rdfs:label ?name } WHERE { ?project a dk:Project ; rdfs:label ?name } LIMIT 50",
)
PREFIXES = """PREFIX dk: <https://w3id.org/deltakg/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX dcterms: <http://purl.org/dc/terms/>
"""


def free_port() -> int:
    """A port that nobody listens to."""
    with create_server((HOST, 0)) as opened:
        return int(opened.getsockname()[1])


@contextmanager
def running(python: str, program: str, *arguments: str, port: int, path: str) -> Iterator[int]:
    """A server as a process of its own, from its first answer on."""
    nowhere = subprocess.DEVNULL
    process = subprocess.Popen([python, "-c", program, *arguments], stdout=nowhere, stderr=nowhere)
    try:
        end = monotonic() + 60
        while True:
            try:
                Client(port).get(path)
                break
            except OSError:
                if process.poll() is not None or monotonic() > end:
                    raise
                sleep(0.1)
        yield port
    finally:
        process.kill()
        process.wait()


class Client:
    """A client that keeps its connection."""

    def __init__(self, port: int) -> None:
        self.connection = http.client.HTTPConnection(HOST, port, timeout=60)

    def get(self, path: str) -> bytes:
        """The body of an answer."""
        self.connection.request("GET", path)
        return self.connection.getresponse().read()


def latencies(store: Path, serving: int, empty: int, runs: int) -> Iterator[tuple[str, str, str, str]]:
    """The p50 of canned questions, to the same SPARQL on the bare store and an empty response, taking turns."""
    ours, theirs = Client(serving), Client(empty)
    with Store(store).open() as reader:
        bare = pyoxigraph.Store.read_only(f"{store}/generations/{reader.generation}/graph")
        for name, *arguments in CANNED:
            asked = question(name)
            sparql = bind(Embedded(reader), asked, arguments).sparql
            said = "&".join(f"{one.name}={quote(text)}" for one, text in zip(asked.arguments, arguments, strict=False))
            seconds: dict[str, list[float]] = {"bare": [], "empty": [], "again": [], "new": []}
            for turn in range(runs):
                begun = perf_counter()
                for row in bare.query(sparql):  # type: ignore[union-attr]
                    tuple(row)
                seconds["bare"].append(perf_counter() - begun)
                for what, client, path in (
                    ("empty", theirs, "/"),
                    ("again", ours, f"/queries/{name}?{said}"),
                    ("new", ours, f"/queries/{name}?{said}&limit={1000 + turn}"),  # another question to the cache
                ):
                    begun = perf_counter()
                    client.get(path)
                    seconds[what].append(perf_counter() - begun)
            middle = {what: median(times) for what, times in seconds.items()}
            floor = middle["bare"] + middle["empty"]
            yield f"{name}: bare pyoxigraph + empty response", _ms(floor), "1.00×", ""
            yield f"{name}: asked again", _ms(middle["again"]), f"{middle['again'] / floor:.2f}×", "≤ 1.50×"
            yield f"{name}: asked for the first time", _ms(middle["new"]), f"{middle['new'] / floor:.2f}×", "≤ 1.50×"


async def load(port: int, clients: int, seconds: float, *, distinct: bool) -> Counter[str]:
    """What clients are answered that ask one question after another: how many of each status, and of errors."""
    found: Counter[str] = Counter()
    numbers = count()
    end = monotonic() + seconds

    async def ask(number: int) -> None:
        reader, writer = await asyncio.open_connection(HOST, port, limit=1 << 22)
        turn = number
        try:
            while monotonic() < end:
                text = PREFIXES + MIXED[turn % len(MIXED)] + (f" # {next(numbers)}" if distinct else "")
                turn += 1
                head = f"GET /sparql?query={quote(text)} HTTP/1.1\r\nHost: {HOST}:{port}\r\nAccept: */*\r\n\r\n"
                writer.write(head.encode())
                answer = await reader.readuntil(b"\r\n\r\n")
                await reader.readexactly(int(re.findall(rb"content-length: (\d+)", answer.lower())[0]))
                found[answer[9:12].decode()] += monotonic() < end
        except (OSError, asyncio.IncompleteReadError, IndexError) as error:
            found[type(error).__name__] += 1
        finally:
            writer.close()

    asking = [asyncio.ensure_future(ask(number)) for number in range(clients)]
    _, late = await asyncio.wait(asking, timeout=seconds + 1)
    for one in late:
        one.cancel()
    await asyncio.gather(*asking, return_exceptions=True)
    return found


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.2f} ms"


def _print(title: str, table: Iterator[tuple[str, str, str, str]]) -> None:
    print(f"\n{title}", flush=True)
    for name, *cells in table:
        print(f"{name:<64}" + "".join(f"{cell:>17}" for cell in cells), flush=True)


def loads(ours: int, peer: int, clients: int, seconds: float) -> Iterator[tuple[str, str, str, str]]:
    """Answers a second under load, to the peer's."""
    for how, distinct in (("the same few questions", False), ("every question a new one", True)):
        rates = []
        for name, port in (("rdflib-endpoint", peer), ("deltakg serve", ours)):
            found = asyncio.run(load(port, clients, seconds, distinct=distinct))
            rates.append(found["200"] / seconds)
            said = f"{rates[-1] / max(rates[0], 1 / seconds):.1f}×, {found.total() - found['200']} errors"
            yield f"{name}, {how}", f"{rates[-1]:.0f}/s", said, "≥ 8×, 0 errors" if port == ours else ""


def main() -> None:
    """Measure, and print a table each."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--runs", type=int, default=300, help="questions of each kind; 300 unless said")
    parser.add_argument("--seconds", type=float, default=20, help="of each load; 20 unless said, 60 at most")
    parser.add_argument("--clients", type=int, default=200, help="at once; 200 unless said, 500 at most")
    parser.add_argument("--peer", default=sys.executable, help="a Python that has rdflib-endpoint")
    said = parser.parse_args()
    clients, seconds = min(said.clients, 500), min(said.seconds, 60)
    with TemporaryDirectory() as folder:
        store, dump = Path(folder, "store"), Path(folder, "graph.nt")
        build(store, [DOCUMENTS])
        with Store(store).open() as reader:
            merge = pyoxigraph.DefaultGraph()
            reader.graph.dump(str(dump), pyoxigraph.RdfFormat.N_TRIPLES, from_graph=merge)
        port, empty, peer = free_port(), free_port(), free_port()
        serve = ("serve", "--port", str(port), "--store", str(store))
        with running(sys.executable, SERVE, *serve, port=port, path="/ready"):
            with running(sys.executable, EMPTY, str(empty), port=empty, path="/"):
                _print("A canned question over a kept connection, p50", latencies(store, port, empty, said.runs))
            with running(said.peer, PEER, str(peer), str(dump), port=peer, path="/sparql"):
                title = f"{clients} clients at once for {seconds:g} s, mixed questions in SPARQL"
                _print(title, loads(port, peer, clients, seconds))


if __name__ == "__main__":
    main()
