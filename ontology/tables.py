"""The `.csv` tables of this folder, and where their concepts stand."""

import csv
from collections.abc import Iterator
from importlib.resources import files

VOCABULARY = "https://w3id.org/deltakg/vocabulary/"
"""Where schemes of concepts and their concepts stand; no option moves them."""


def rows(table: str) -> Iterator[dict[str, str]]:
    """The rows of a table by its file's name; the lines above its head say where it comes from."""
    text = files("ontology").joinpath(table).read_text(encoding="utf-8")
    return csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))


def concept(scheme: str, name: str) -> str:
    """The IRI of a concept of a scheme."""
    return f"{VOCABULARY}{scheme}/{name}"
