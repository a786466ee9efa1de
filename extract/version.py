"""The version of the extraction: shards that another version made are made anew."""

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable


@cache
def extractor_version() -> str:
    """A hash of all that decides what is extracted: the code and data of ontology, gazetteer and extract."""
    digest = sha256()
    for folder in ("ontology", "gazetteer", "extract"):
        for name, file in sorted(_inside(files(folder), folder)):
            digest.update(f"{name}\0".encode() + file.read_bytes())
    return digest.hexdigest()[:16]


def _inside(folder: Traversable, name: str) -> Iterator[tuple[str, Traversable]]:
    """The files of code and data in a folder of modules and in the folders of modules in it, by their paths."""
    for file in folder.iterdir():
        path = f"{name}/{file.name}"
        if file.is_file() and file.name.endswith((".py", ".csv", ".toml", ".ttl")):
            yield path, file
        elif file.is_dir() and file.joinpath("__init__.py").is_file():
            yield from _inside(file, path)
