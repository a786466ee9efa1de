"""The shards of a store: the N-Quads of one document, of the gazetteer or of the ontology, each made once.

A shard is found by a key: a hash of all that decides what is in it. What an older extractor made, or
an older mapping, has another key and is made again from the stored text.
"""

import hashlib
import json
from functools import cache
from pathlib import Path

from pyoxigraph import CanonicalizationAlgorithm, Dataset, DefaultGraph, NamedNode, Quad, RdfFormat, parse, serialize

from extract.errors import DocumentError
from kg import mapping, world
from kg.generations import Writer
from kg.identity import Names
from kg.inputs import Pipeline
from kg.manifest import StoredDocument, StoredImport
from kg.nquads import write
from kg.rdf_files import RdfFile
from ontology import generate


class Shards:
    """The shards of the store that is being written.

    Args:
        writer: the store's writer.
        base: where `id/` and `graph/` stand.
        pipeline: extracts what has no shard yet.
    """

    def __init__(self, writer: Writer, base: str, pipeline: Pipeline) -> None:
        self._writer = writer
        self._base = base
        self._pipeline = pipeline

    def path(self, key: str) -> Path:
        """Where a shard stands."""
        return self._writer.store / "shards" / f"{key}.nq"

    def text_path(self, sha256: str) -> Path:
        """Where the text of a document stands."""
        return self._writer.store / "texts" / f"{sha256}.txt"

    def ontology(self) -> str:
        """The key of the ontology's shard, which is there afterwards."""
        key = _key("ontology", self._base, _code_hash())
        if not self.path(key).exists():
            self._writer.save(self.path(key), ontology_lines(self._base))
        return key

    def gazetteer(self) -> str:
        """The key of the gazetteer's shard, which is there afterwards."""
        key = _key("gazetteer", self._base, _code_hash(), world.data_hash())
        if not self.path(key).exists():
            self._writer.save(self.path(key), write(world.lines(self._base)))
        return key

    def document_key(self, stored: StoredDocument) -> str:
        """The key that a document's shard has now."""
        return _key(
            "document",
            self._base,
            _code_hash(),
            world.data_hash(),
            self._pipeline.version,
            [stored.stem, stored.file, stored.sha256, stored.encoding, stored.reader, stored.source],
        )

    def document(self, stored: StoredDocument) -> str:
        """The key of a document's shard, which is there afterwards; its text must be there already."""
        key = self.document_key(stored)
        if not self.path(key).exists():
            text = self.text_path(stored.sha256).read_bytes().decode()
            try:
                extraction = self._pipeline.extract(stored.document(text))
            except DocumentError as error:  # extraction knows the stem; a reader looks for the file
                raise DocumentError(Path(stored.file), error.reason) from error
            lines = mapping.quads(extraction, self._base, file_name=stored.file, version=self._pipeline.version)
            self._writer.save(self.path(key), write(lines))
        return key

    def imported(self, given: RdfFile) -> StoredImport:
        """What a manifest says of a file that was read, and its shard, which is there afterwards."""
        key = _key("import", hashlib.sha256(given.content).hexdigest())
        if not self.path(key).exists():
            self._writer.save(self.path(key), given.content)
        return StoredImport(given.stem, given.file, given.sha256, given.quads, key, given.as_is)


def ontology_lines(base: str) -> bytes:
    """The ontology and its vocabularies as sorted N-Quads, blank nodes named by RDFC-1.0."""
    dataset = Dataset(quad for file in generate.FILES for quad in parse(path=file))
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    graph = NamedNode(Names(base).graph("ontology"))
    quads = [
        Quad(quad.subject, quad.predicate, quad.object, name) for quad in dataset for name in (graph, DefaultGraph())
    ]
    lines = serialize(quads, format=RdfFormat.N_QUADS) or b""
    return b"".join(sorted(lines.splitlines(keepends=True)))


def _key(*parts: object) -> str:
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()[:32]


@cache
def _code_hash() -> str:
    """A hash of the code that makes shards, and of the ontology."""
    digest = hashlib.sha256()
    files = [*Path(__file__).parent.glob("*.py"), *generate.FOLDER.glob("*.py"), *generate.FILES]
    for file in sorted(files):
        digest.update(f"{file.name}\0".encode() + file.read_bytes())
    return digest.hexdigest()
