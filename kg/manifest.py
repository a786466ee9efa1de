"""The list of what a generation holds, as JSON beside its database."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from extract.plan import Document
from kg.errors import DamagedStoreError
from kg.pointer import FORMAT


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document that a store holds.

    Attributes:
        stem: the file's name without extension; no two documents of a store have one.
        file: the file's name, without folder.
        sha256: of the file's bytes, 64 hex digits.
        encoding: the codec that decoded it.
        reader: which reader made its text.
        source: what `sources.toml` says of it, by field name.
        shard: key of its N-Quads in `shards/`.
    """

    stem: str
    file: str
    sha256: str
    encoding: str
    reader: str
    source: tuple[tuple[str, str], ...] = ()
    shard: str = ""

    @classmethod
    def of(cls, document: Document, file: str) -> "StoredDocument":
        """What a manifest says of a document that was read."""
        return cls(document.stem, file, document.sha256, document.encoding, document.reader, document.source)

    def document(self, text: str) -> Document:
        """The document as it was read, from its stored text."""
        return Document(self.stem, self.sha256, self.encoding, self.reader, text, self.source)


@dataclass(frozen=True, slots=True)
class StoredImport:
    """An imported RDF file that a store holds (see `kg.rdf_files.RdfFile`).

    Attributes:
        stem: what it is called; no document and no other import of the store is called so.
        file: the file's name, without folder.
        sha256: of the file's bytes, 64 hex digits.
        quads: how many statements it makes.
        shard: key of its N-Quads in `shards/`.
        as_is: whether the store holds this dataset exactly as the file has it.
    """

    stem: str
    file: str
    sha256: str
    quads: int
    shard: str
    as_is: bool = False


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation holds.

    Attributes:
        base: where `id/` and `graph/` stand.
        shards: keys of the shards of the ontology and the gazetteer.
        documents: by stem.
        imports: by stem.
    """

    base: str
    shards: tuple[str, ...]
    documents: tuple[StoredDocument, ...]
    imports: tuple[StoredImport, ...] = ()

    def shard_keys(self) -> list[str]:
        """The keys of all shards."""
        return [*self.shards, *(document.shard for document in self.documents), *(one.shard for one in self.imports)]

    def to_json(self) -> bytes:
        """The manifest as a file's content."""
        content = {"format": FORMAT, **asdict(self)}
        return json.dumps(content, ensure_ascii=False, indent=1).encode() + b"\n"


def read(path: Path, store: Path) -> Manifest:
    """Read a manifest.

    Args:
        path: the file.
        store: the store's folder, for the error.

    Raises:
        DamagedStoreError: where it is no manifest.
    """
    try:
        content = json.loads(path.read_bytes())
        documents = [_document(entry) for entry in content["documents"]]
        imports = [StoredImport(**entry) for entry in content.get("imports", ())]
        return Manifest(content["base"], tuple(content["shards"]), tuple(documents), tuple(imports))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DamagedStoreError(store, f"{path.name} of generation {path.parent.name}: {error}") from error


def _document(entry: dict[str, str | Sequence[Sequence[str]]]) -> StoredDocument:
    source = tuple((str(name), str(value)) for name, value in entry.pop("source"))
    return StoredDocument(**{name: str(value) for name, value in entry.items()}, source=source)
