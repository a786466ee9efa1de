"""Graphs in the formats of RDF, cut at limits where they must be, and well-formed all the same."""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import TypeVar

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

from deltakg import DeltakgError
from queries.errors import EngineError
from queries.terms import value
from web.engine import Limits, declared
from web.results import Written, cut_at, explanation, in_xml

Item = TypeVar("Item")

_FORMATS = {
    "turtle": RdfFormat.TURTLE,
    "ntriples": RdfFormat.N_TRIPLES,
    "rdfxml": RdfFormat.RDF_XML,
    "jsonld": RdfFormat.JSON_LD,
    "trig": RdfFormat.TRIG,
    "nquads": RdfFormat.N_QUADS,
}
_PREFIX_LINES = re.compile(rb"(?:@prefix \S+ <\S*> \.\n)+")
_LOCAL_NAME = re.compile(r"[^\W\d][\w.\-]*\Z")
"""What an element of XML may be called, at the end of a predicate."""


class UnwritableError(DeltakgError, ValueError):
    """A graph holds what a format cannot say."""


def graph(triples: Iterable[Triple], form: str, limits: Limits) -> Written:
    """Triples in a format of RDF.

    Args:
        triples: no more are taken than are written, save one.
        form: a name in `negotiation.TRIPLES`.
        limits: at which it is cut.

    Raises:
        UnwritableError: where the format cannot say one of them.
    """
    found = list(islice(triples, limits.rows + 1))
    replaced = False
    if form == "rdfxml":
        _check_predicates(found)
        fitting = list(map(_for_xml, found))
        replaced, found = fitting != found, fitting
    body, cut = fitted(found, lambda some: _serialized(some, form), limits)
    if cut and form != "jsonld":
        said = explanation(cut)
        body += (f"<!-- {said} -->\n" if form == "rdfxml" else f"\n# {said}\n").encode()
    return Written(body, cut, replaced)


def fitted(items: Sequence[Item], write: Callable[[Sequence[Item]], bytes], limits: Limits) -> tuple[bytes, str]:
    """As many of the items as the limits allow.

    Args:
        items: rows or triples, one more than the limit where there are more.
        write: writes some of them.
        limits: of the whole.

    Returns:
        The bytes, and the limit at which they were cut, "" where they are whole.
    """
    taken = items[: limits.rows]
    cut = cut_at("rows", limits.rows) if len(items) > limits.rows else ""
    body = write(taken)
    while len(body) > limits.bytes and taken:
        cut = cut_at("bytes", limits.bytes)
        taken = taken[: len(taken) * limits.bytes // len(body) * 9 // 10]
        body = write(taken)
    return body, cut


def _serialized(triples: Sequence[Triple], form: str) -> bytes:
    rdf = _FORMATS[form]
    known = declared() if form in {"turtle", "trig", "rdfxml"} else None
    try:
        body = serialize(triples, format=rdf, prefixes=known) or b""
    except (OSError, ValueError) as error:
        if form == "jsonld":
            raise UnwritableError(str(error)) from None
        raise EngineError(str(error)) from error
    if form == "rdfxml":
        return body.replace(b"\r", b"&#13;")
    return _without_idle_prefixes(body) if known else body


def _without_idle_prefixes(body: bytes) -> bytes:
    """Turtle or TriG that declares the prefixes it uses; the engine declares all that it is given."""
    head = _PREFIX_LINES.match(body)
    if not head:
        return body
    rest = body[head.end() :]
    kept = (line for line in head[0].splitlines(keepends=True) if line.split()[1] in rest)
    return b"".join(sorted(kept)) + rest


def _check_predicates(triples: Iterable[Triple]) -> None:
    for predicate in {triple.predicate for triple in triples}:
        name = re.split("[/#:]", predicate.value)[-1]
        if not _LOCAL_NAME.search(name):
            msg = f"RDF/XML has no way to write the predicate {predicate}; ask for another format"
            raise UnwritableError(msg)


def _for_xml(triple: Triple) -> Triple:
    """A triple whose literal XML can hold."""
    said = triple.object
    if not isinstance(said, Literal) or said.value.isprintable() or in_xml(said.value) == said.value:
        return triple
    text = in_xml(said.value)
    if said.language:
        return Triple(triple.subject, triple.predicate, Literal(text, language=said.language))
    return Triple(triple.subject, triple.predicate, Literal(text, datatype=NamedNode(value(said.datatype))))
