"""Putting a generation together: one bulk load of its shards, and what needs several documents derived."""

import io
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from pyoxigraph import Literal, NamedNode, QuerySolutions, RdfFormat, Store, parse

from kg.derive import ProjectRecord, loaded_policies, same_projects
from kg.identity import Names
from kg.inputs import Progress
from kg.manifest import Manifest
from kg.nquads import Quads, write

_PREFIXES = {
    "dk": "https://w3id.org/deltakg/ontology#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
}
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


def assemble(folder: Path, manifest: Manifest, shard: Callable[[str], Path], progress: Progress) -> None:
    """Write the database, the derived statements and the manifest of a generation.

    Args:
        folder: the generation's, empty.
        manifest: what it is to hold; the first of its shards is the ontology's.
        shard: gives the file of a shard.
        progress: called as shards are loaded.
    """
    ontology, *others = manifest.shard_keys()
    graph = Store(folder / "graph")
    # A bulk load gives blank nodes new names each time; the ontology alone has any.
    graph.extend(parse(path=shard(ontology), format=RdfFormat.N_QUADS))
    files = _Chained(map(shard, others), progress, len(others))
    graph.bulk_load(io.BufferedReader(files, 1 << 20), RdfFormat.N_QUADS, lenient=True)
    derived = Quads()
    inferred = derived.graph(Names(manifest.base).graph("inferred"))
    inferred.update(same_projects(_projects(graph)))
    inferred.update(loaded_policies(_titled(graph, _POLICIES), _titled(graph, _PLANS)))
    lines = write(derived.lines())
    if lines:
        graph.load(lines, RdfFormat.N_QUADS)
    graph.flush()
    (folder / "derived.nq").write_bytes(lines)
    (folder / "manifest.json").write_bytes(manifest.to_json())


def _solutions(graph: Store, question: str) -> Iterator[tuple[str, ...]]:
    found = graph.query(question, prefixes=_PREFIXES)
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


class _Chained(io.RawIOBase):
    """Files one after the other, as one to read from."""

    def __init__(self, paths: Iterable[Path], progress: Progress, total: int) -> None:
        self._paths = iter(paths)
        self._progress = progress
        self._total = total
        self._done = 0
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
            self._done += 1
            self._progress("load", self._done, self._total)
