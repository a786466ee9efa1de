"""Putting a generation together: its shards loaded in bulk, and what needs several documents derived."""

import io
from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from traceback import clear_frames
from types import TracebackType
from typing import Self

from pyoxigraph import Literal, NamedNode, QuerySolutions, RdfFormat, Store, parse

from kg.derive import ProjectRecord, loaded_policies, same_projects
from kg.identity import Names
from kg.inputs import Progress
from kg.manifest import Manifest, StoredDocument, StoredImport
from kg.nquads import Quads, write
from kg.shards import Shards
from kg.violations import Violation, violations
from ontology.terms import PREFIXES

_BUFFER = 1 << 20
_PORTION = 16 << 20
"""Bytes of N-Quads that are loaded at once: what a bulk load keeps in memory grows with what it loads."""
_PROJECTS = """
SELECT ?project ?name ?place ?placeName WHERE {
  ?project a dk:Project ; rdfs:label ?name .
  OPTIONAL {
    ?project dk:involvesNamed ?place . ?place rdfs:label|skos:altLabel ?placeName .
    FILTER(LANG(?placeName) = "zh")
  }
}"""
_POLICIES = (
    "SELECT ?thing ?title ?jurisdiction { ?thing a dk:Policy ; rdfs:label ?title ; dk:jurisdiction ?jurisdiction }"
)
_PLANS = "SELECT ?thing ?title ?jurisdiction { ?thing a dk:Plan ; rdfs:label ?title ; dk:jurisdiction ?jurisdiction }"


class Assembly:
    """A generation that is being put together. Use it in `with`.

    What the world knows is loaded by a thread of its own from the start, while documents are still
    being extracted: the database does not hold Python's lock, and a store is built a quarter sooner.

    Args:
        folder: the generation's, empty.
        shards: gives and makes the shards.
        as_is: whether it is to hold imported datasets exactly as they are, and nothing else.
    """

    def __init__(self, folder: Path, shards: Shards, *, as_is: bool = False) -> None:
        self._folder = folder
        self._shards = shards
        self._as_is = as_is
        self._thread = ThreadPoolExecutor(1)
        self._world = self._thread.submit(self._load_world)

    def finish(
        self,
        base: str,
        documents: tuple[StoredDocument, ...],
        imports: tuple[StoredImport, ...],
        progress: Progress,
        checked: Collection[str] = (),
    ) -> tuple[Violation, ...]:
        """Load the documents and imports, derive what needs several of them, and write the manifest.

        Args:
            base: where `id/` and `graph/` stand.
            documents: what the generation is to hold; their shards are there.
            imports: what else it is to hold; their shards are there.
            progress: called as they are loaded.
            checked: stems of the documents that must violate no rule.

        Returns:
            What violates one, none where nothing is checked.
        """
        graph, world = self._world.result()
        shards = [*(document.shard for document in documents), *(one.shard for one in imports)]
        paths = list(map(self._shards.path, shards))
        if self._as_is:  # a bulk load would give blank nodes new names
            for path in paths:
                graph.bulk_extend(parse(path=path, format=RdfFormat.N_QUADS))
        else:
            read = _Counted(progress, len(paths))
            portions = list(_portions(paths))
            for some in portions:
                graph.bulk_load(io.BufferedReader(_Chained(some, read), _BUFFER), RdfFormat.N_QUADS, lenient=True)
            if len(portions) > 1:  # each lies in files of its own, and a look-up would search the files of all
                graph.optimize()
        lines = b"" if self._as_is else write(_derived(graph, base))
        if lines:
            graph.load(lines, RdfFormat.N_QUADS)
        graph.flush()
        (self._folder / "derived.nq").write_bytes(lines)
        (self._folder / "manifest.json").write_bytes(Manifest(base, world, documents, imports).to_json())
        found = violations(graph) if checked else ()
        return tuple(sorted(violation for violation in found if violation.document in checked))

    def _load_world(self) -> tuple[Store, tuple[str, ...]]:
        """Load ontology and gazetteer, if they are wanted; returns the database and the keys of the two."""
        if self._as_is:
            return Store(self._folder / "graph"), ()
        ontology, gazetteer = self._shards.ontology(), self._shards.gazetteer()
        graph = Store(self._folder / "graph")
        # A bulk load gives blank nodes new names each time; the ontology alone has any.
        graph.extend(parse(path=self._shards.path(ontology), format=RdfFormat.N_QUADS))
        graph.bulk_load(path=self._shards.path(gazetteer), format=RdfFormat.N_QUADS, lenient=True)
        return graph, (ontology, gazetteer)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Wait for the thread, and close the database: its folder is about to be moved, or removed.

        Nothing but the last reference closes it, and the frames of a failure hold some.
        """
        self._thread.shutdown()
        for failure in (error, self._world.exception()):
            if failure:
                clear_frames(failure.__traceback__)
        del self._world


def _derived(graph: Store, base: str) -> list[str]:
    """The lines of what needs several documents."""
    quads = Quads()
    inferred = quads.graph(Names(base).graph("inferred"))
    inferred.update(same_projects(_projects(graph)))
    inferred.update(loaded_policies(_titled(graph, _POLICIES), _titled(graph, _PLANS)))
    return quads.lines()


def _solutions(graph: Store, question: str) -> Iterator[tuple[str, ...]]:
    found = graph.query(question, prefixes=PREFIXES)
    if isinstance(found, QuerySolutions):
        for row in found:
            yield tuple(term.value if isinstance(term, (NamedNode, Literal)) else "" for term in row)


def _projects(graph: Store) -> list[ProjectRecord]:
    names: dict[str, str] = {}
    places: dict[str, dict[str, set[str]]] = {}
    for project, name, place, place_name in _solutions(graph, _PROJECTS):
        names[project] = name
        held = places.setdefault(project, {})
        if place:
            held.setdefault(place, set()).add(place_name)
    return [
        ProjectRecord(project, name, tuple(map(frozenset, places[project].values())))
        for project, name in sorted(names.items())
    ]


def _titled(graph: Store, question: str) -> list[tuple[str, str, str]]:
    return sorted((thing, title, jurisdiction) for thing, title, jurisdiction in _solutions(graph, question))


def _portions(paths: Iterable[Path]) -> Iterator[list[Path]]:
    """Files in order, so many at a time as are loaded at once; one that is larger stands alone."""
    portion: list[Path] = []
    size = 0
    for path in paths:
        more = path.stat().st_size
        if portion and size + more > _PORTION:
            yield portion
            portion, size = [], 0
        portion.append(path)
        size += more
    if portion:
        yield portion


class _Counted:
    """Tells how many files are loaded of how many."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress = progress
        self._total = total
        self._done = 0

    def __call__(self) -> None:
        self._done += 1
        self._progress("load", self._done, self._total)


class _Chained(io.RawIOBase):
    """Files one after the other, as one to read from; `done` is called behind each."""

    def __init__(self, paths: Iterable[Path], done: Callable[[], None]) -> None:
        self._paths = iter(paths)
        self._is_done = done
        self._file: io.BufferedReader | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview[int] | bytearray") -> int:  # type: ignore[override]  # what is handed in
        while True:
            if self._file is None:
                path = next(self._paths, None)
                if path is None:
                    return 0
                self._file = path.open("rb")
            if count := self._file.readinto(buffer):
                return count
            self._file.close()
            self._file = None
            self._is_done()
