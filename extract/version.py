"""The version of the extraction: shards that another version made are made anew."""

from functools import cache
from hashlib import sha256
from importlib.resources import files


@cache
def extractor_version() -> str:
    """A hash of all that decides what is extracted: the code and data of ontology, gazetteer and extract."""
    digest = sha256()
    for folder in ("ontology", "gazetteer", "extract"):
        for file in sorted(files(folder).iterdir(), key=lambda f: f.name):
            if file.is_file() and file.name.endswith((".py", ".csv", ".toml", ".ttl")):
                digest.update(f"{folder}/{file.name}\0".encode() + file.read_bytes())
    return digest.hexdigest()[:16]
