"""Writing a whole store out in the exchange formats of RDF."""

from typing import BinaryIO, Literal, TypeAlias

from pyoxigraph import DefaultGraph, RdfFormat

from kg.store import Reader
from ontology.terms import PREFIXES

Format: TypeAlias = Literal["nquads", "trig", "turtle", "jsonld"]

_FORMATS = {
    "nquads": RdfFormat.N_QUADS,
    "trig": RdfFormat.TRIG,
    "turtle": RdfFormat.TURTLE,
    "jsonld": RdfFormat.JSON_LD,
}
FORMATS: tuple[str, ...] = tuple(_FORMATS)
"""The formats, by name. N-Quads and TriG hold every graph and the merge; Turtle and JSON-LD the merge alone."""


def dump(reader: Reader, format_: Format, out: BinaryIO) -> None:
    """Write the store.

    N-Quads come sorted by code point, so that two stores of the same documents give the same bytes;
    they are sorted in memory. The other formats are streamed.

    Args:
        reader: an open store.
        format_: one of `FORMATS`.
        out: where to write, in binary.

    Raises:
        ValueError: for another format.
    """
    if format_ not in _FORMATS:
        msg = f"no export format {format_!r}; choose {', '.join(FORMATS)}"
        raise ValueError(msg)
    rdf = _FORMATS[format_]
    if format_ == "nquads":
        lines = (reader.graph.dump(format=rdf) or b"").split(b"\n")
        lines.sort()
        out.writelines(line + b"\n" for line in lines if line)
    else:
        merge = None if format_ == "trig" else DefaultGraph()
        reader.graph.dump(out, rdf, from_graph=merge, prefixes=PREFIXES)
