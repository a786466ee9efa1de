"""RDF files from elsewhere, read into the N-Quads of a shard.

Nothing is fetched: a JSON-LD context must stand in the file. Blank nodes are numbered in the order in
which the file names them, so that one file always gives the same shard.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from unicodedata import normalize
from xml.parsers import expat

from pyoxigraph import BlankNode, DefaultGraph, Quad, RdfFormat, Triple, parse

from kg.errors import RdfFileError
from kg.identity import Names
from kg.nquads import iri, write

FORMATS = {
    ".nt": RdfFormat.N_TRIPLES,
    ".nq": RdfFormat.N_QUADS,
    ".ttl": RdfFormat.TURTLE,
    ".trig": RdfFormat.TRIG,
    ".rdf": RdfFormat.RDF_XML,
    ".xml": RdfFormat.RDF_XML,
    ".owl": RdfFormat.RDF_XML,
    ".jsonld": RdfFormat.JSON_LD,
    ".json": RdfFormat.JSON_LD,
}
"""The formats that are read, by the end of a file's name."""

_BOM = b"\xef\xbb\xbf"
_WHERE = re.compile(r"^Parser error (?:at|between) .*?\d: ")
_REMOTE = "LoadDocumentCallback"


@dataclass(frozen=True, slots=True)
class RdfFile:
    """An RDF file that was read.

    Attributes:
        stem: what it is called in the store: its name without extension, unless another is given.
        file: its name, without folder.
        sha256: of its bytes.
        quads: how many different statements it makes, a statement in two graphs counting twice.
        content: the N-Quads of its shard.
        as_is: whether that is the dataset exactly as the file has it.
    """

    stem: str
    file: str
    sha256: str
    quads: int
    content: bytes
    as_is: bool


def read(path: Path, names: Names, *, stem: str = "", as_is: bool = False, relative_to: str = "") -> RdfFile:
    """Read an RDF file.

    Its named graphs keep their names. What it says in its default graph alone stands in a graph of its own,
    `graph/import/<stem>`, and the default graph of the shard holds the merge of all, like that of other shards.
    Blank nodes become IRIs under `id/genid/<stem>/`.

    Args:
        path: the file; the end of its name says its format.
        names: the IRIs of the store that it is for.
        stem: what it is to be called, its name without extension where none is given.
        as_is: keep the dataset exactly as the file has it, blank nodes and default graph included.
        relative_to: what relative IRIs are relative to, the graph of the import where it is not given.

    Raises:
        RdfFileError: where it cannot be read, with the line.
    """
    stem = normalize("NFC", stem or path.stem)
    form = FORMATS.get(path.suffix.lower())
    if form is None:
        raise RdfFileError(path, f"its name ends in none of {', '.join(FORMATS)}, which say the format")
    if not stem.isprintable() or "/" in stem:
        raise RdfFileError(path, f"{stem!r} is no name for it; give another with --name")
    graph = names.import_graph(stem)
    try:
        data = path.read_bytes()
        if form == RdfFormat.RDF_XML:
            expat.ParserCreate().Parse(data, True)  # noqa: FBT003 - by position alone; a file cut short is no error to the next
        quads = parse(data.removeprefix(_BOM), form, base_iri=relative_to or graph)
        nodes = _AsItIs(stem) if as_is else _Skolem(names, stem)
        lines = set(map(nodes.line, quads))
    except SyntaxError as error:
        raise _explained(path, error) from None
    except expat.ExpatError as error:
        raise RdfFileError(path, expat.ErrorString(error.code), error.lineno) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise RdfFileError(path, f"cannot be read ({reason})") from error
    content = write(sorted(" ".join(line) + " ." for line in lines) if as_is else _merged(lines, iri(graph)))
    return RdfFile(stem, normalize("NFC", path.name), hashlib.sha256(data).hexdigest(), len(lines), content, as_is)


def _merged(lines: set[tuple[str, ...]], graph: str) -> Iterator[str]:
    """The sorted lines of a shard: named graphs, what no named graph holds, and the merge of both."""
    named = {line[0] for line in lines if len(line) > 1}
    statements = {line[0] for line in lines}
    alone = ((statement, graph) for statement in statements - named)
    quads = [*(line for line in lines if len(line) > 1), *alone, *((statement,) for statement in statements)]
    return iter(sorted(" ".join(quad) + " ." for quad in quads))


class _Skolem:
    """Statements with IRIs in the place of blank nodes."""

    def __init__(self, names: Names, stem: str) -> None:
        self._names = names
        self._stem = stem
        self._numbers: dict[str, int] = {}

    def line(self, quad: Quad) -> tuple[str, ...]:
        """A statement, and the graph where that is not the default graph."""
        statement = f"{self._term(quad.subject)} {quad.predicate} {self._term(quad.object)}"
        graph = quad.graph_name
        return (statement,) if isinstance(graph, DefaultGraph) else (statement, self._term(graph))

    def _term(self, term: object) -> str:
        if isinstance(term, BlankNode):
            return self._node(self._numbers.setdefault(term.value, len(self._numbers) + 1))
        if isinstance(term, Triple):
            return f"<<( {self._term(term.subject)} {term.predicate} {self._term(term.object)} )>>"
        return str(term)

    def _node(self, number: int) -> str:
        return iri(self._names.generated(self._stem, number))


class _AsItIs(_Skolem):
    """Statements with blank nodes whose labels no other import has."""

    def __init__(self, stem: str) -> None:
        super().__init__(Names(), stem)
        self._label = hashlib.sha256(stem.encode()).hexdigest()[:12]

    def _node(self, number: int) -> str:
        return f"_:b{self._label}n{number}"


def _explained(path: Path, error: SyntaxError) -> RdfFileError:
    said = " ".join((error.msg or str(error)).split())
    if _REMOTE in said:
        return RdfFileError(path, "names a context of another place, which is not fetched; write it into the file")
    return RdfFileError(path, _WHERE.sub("", said), error.lineno or 0)
