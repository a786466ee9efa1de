"""How the time of each question grows with the graph: `make bench-growth`.

Two stores hold the plans of the corpus and synthetic ones up to so many triples (the merge of all graphs counted once).
Each question is asked of both in turns: as its file stands, at its widest level, and in one plan. What starts from
something that has as many facts in both stores should take as long in both; what counts over the whole graph grows
with it. Nothing is asserted: the aim stands beside.
"""

import argparse
from collections.abc import Iterator
from dataclasses import replace
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

import pyoxigraph

from benchmarks.synthetic import Plans
from extract.files.reading import find, read
from extract.plan import Document
from kg.assembly import Assembly
from kg.generations import writing
from kg.identity import BASE
from kg.inputs import Extracting, silent
from kg.manifest import StoredDocument
from kg.mapping import quads
from kg.nquads import write
from kg.shards import Shards
from queries.catalogue import Question, names, question
from queries.parameters import LEVELS

DOCUMENTS = Path(__file__).parents[1] / "documents"
SIZES = (1_000_000, 10_000_000)
SHARED = frozenset({"text", "year", "mechanism", "stage", "partner-kind"})
"""Kinds of parameters whose values have more facts in a larger graph."""
PLAN = f"<{BASE}id/plan/suzhou>"
AIM = 1.5


def make(store: Path, triples: int) -> tuple[int, int]:
    """Make a store of the corpus and synthetic plans.

    Args:
        store: a folder that is not there.
        triples: how many statements it is to hold at least, the merge counted once.

    Returns:
        How many plans and how many statements it holds.
    """
    corpus = [read(path) for path in find([DOCUMENTS]).paths]
    plans = Plans(document.text for document in corpus)
    with writing(store, create=True) as writer:
        shards = Shards(writer, BASE, Extracting())
        with Assembly(writer.begin(), shards) as assembly:
            held, documents = 0, []
            for document in corpus:
                writer.save(shards.text_path(document.sha256), document.text.encode())
                stored = StoredDocument.of(document, f"{document.stem}.txt")
                documents.append(replace(stored, shard=shards.document(stored)))
            number = 0
            while held < triples:
                document, lines = synthetic(plans, number)
                stored = StoredDocument.of(document, f"{document.stem}.txt")
                documents.append(replace(stored, shard=document.stem))
                shards.path(document.stem).write_bytes(lines)
                held += lines.count(b"\n") // 2
                number += 1
            assembly.finish(BASE, tuple(documents), (), silent)
        writer.publish(BASE)
    for path in (store / "shards").iterdir():  # they take as much room as the database
        path.unlink()
    database = pyoxigraph.Store.read_only(str(graph(store)))
    return len(documents), sum(1 for _ in database.quads_for_pattern(None, None, None, pyoxigraph.DefaultGraph()))


def synthetic(plans: Plans, number: int) -> tuple[Document, bytes]:
    """A plan, and its N-Quads; nearly every statement stands twice, in a graph and in the merge."""
    extraction = plans.extraction(number)
    file = f"{extraction.document.stem}.txt"
    return extraction.document, write(quads(extraction, BASE, file_name=file, version="synthetic"))


def graph(store: Path) -> Path:
    """The database of a store."""
    (found,) = (store / "generations").glob("*/graph")
    return found


def forms(asked: Question) -> Iterator[tuple[str, str, bool]]:
    """The ways to ask a question: how it is called, its SPARQL, and whether it starts from a fixed number of facts."""
    fixed = any(not SHARED.issuperset(one.kinds) for one in asked.parameters if one.default is None)
    yield asked.name, asked.sparql(), fixed
    wider = {one.name: [f'"{level}"' for level in LEVELS] for one in asked.parameters if one.kinds == ("level",)}
    if wider:
        yield f"{asked.name}, widest level", asked.bound(wider), fixed
    narrower = {one.name: [PLAN] for one in asked.parameters if one.kinds == ("plan",) and one.default is not None}
    if narrower:
        yield f"{asked.name}, in one plan", asked.bound(narrower), True


def answer(path: str, pipe: Connection, cpu: bool) -> None:  # noqa: FBT001 - handed over by position
    """Answer questions until there are no more: the seconds and the number of rows of each."""
    store = pyoxigraph.Store.read_only(path)
    clock = process_time if cpu else perf_counter
    while sparql := pipe.recv():
        begun = clock()
        rows = len(list(store.query(sparql)))  # type: ignore[arg-type]
        pipe.send((clock() - begun, rows))


class Asking:
    """A process of its own that asks a store, and is ended when an answer takes too long.

    Args:
        store: the store.
        limit: seconds that an answer may take.
        cpu: whether the time counts that the process computes, not that which passes.
    """

    def __init__(self, store: Path, limit: float, *, cpu: bool) -> None:
        self._path = str(graph(store))
        self._limit = limit
        self._cpu = cpu
        self._start()

    def _start(self) -> None:
        context = get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(
            target=answer, args=(self._path, theirs), kwargs={"cpu": self._cpu}, daemon=True
        )
        self._process.start()

    def ask(self, sparql: str) -> tuple[float, int] | None:
        """The seconds that an answer took and how many rows it has, None where it took too long."""
        self._pipe.send(sparql)
        if self._pipe.poll(self._limit):
            seconds, rows = self._pipe.recv()
            return seconds, rows
        self.end()
        self._start()
        return None

    def end(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.join()


def measure(asking: list[Asking], sparql: str, runs: int, limit: float) -> list[tuple[float, int] | None]:
    """The median seconds and the rows at each size, asked in turns; None where it took too long."""
    found = [one.ask(sparql) for one in asking]
    seconds: list[list[float]] = [[] for _ in asking]
    spent = perf_counter()
    for _ in range(runs):
        for one, first, times in zip(asking, found, seconds, strict=True):
            again = one.ask(sparql) if first else None
            if again:
                times.append(again[0])
        if perf_counter() - spent > limit:
            break
    return [(median(times), first[1]) if first and times else None for first, times in zip(found, seconds, strict=True)]


def main() -> None:
    """Make the stores, ask, and print a row a question."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--sizes", type=int, nargs=2, default=SIZES, help="triples of the two stores")
    parser.add_argument("--runs", type=int, default=11, help="of each question; 11 unless said")
    parser.add_argument("--limit", type=float, default=20, help="seconds that an answer may take; 20 unless said")
    parser.add_argument("--cpu", action="store_true", help="count the time of the processor, on a busy machine")
    parser.add_argument("--folder", type=Path, help="where to make the stores, and keep them for the next time")
    parser.add_argument("questions", nargs="*", help="those to ask; all unless said")
    said = parser.parse_args()
    with TemporaryDirectory() as temporary:
        folder = said.folder or Path(temporary)
        stores = [folder / str(size) for size in said.sizes]
        for store, size in zip(stores, said.sizes, strict=True):
            if not store.exists():
                begun = perf_counter()
                plans, triples = make(store, size)
                print(f"{plans} plans, {triples:,} triples, made in {perf_counter() - begun:.0f} s", flush=True)
        asking = [Asking(store, said.limit, cpu=said.cpu) for store in stores]
        print(f"{'':52}" + "".join(f"{size:>11,}" for size in said.sizes) + f"{'rows':>9}{'ratio':>9}{'aim':>9}")
        missed = 0
        for name in said.questions or names():
            for called, sparql, fixed in forms(question(name)):
                missed += _print(called, measure(asking, sparql, said.runs, said.limit), said.limit, fixed=fixed)
        print(f"{missed} of fixed degree grow more than {AIM}×")
        for one in asking:
            one.end()


def _print(called: str, found: list[tuple[float, int] | None], limit: float, *, fixed: bool) -> bool:
    cells = [f"{one[0] * 1000:.1f} ms" if one else f">{limit:g} s" for one in found]
    small, large = found
    ratio = large[0] / small[0] if small and large else None
    rows = str(large[1]) if large else ""
    aim = f"≤ {AIM}×" if fixed else ""
    print(f"{called:52}" + "".join(f"{cell:>11}" for cell in cells) + f"{rows:>9}", end="")
    print(f"{f'{ratio:.2f}×' if ratio else '':>9}{aim:>9}", flush=True)
    return fixed and (ratio is None or ratio > AIM)


if __name__ == "__main__":
    main()
