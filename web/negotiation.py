"""Which format an answer is written in: by the `format` parameter, else by the Accept header."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

_QUALITY = re.compile(r"(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\Z")
_RANGE = re.compile(r"([!#$%&'*+.^_`|~\w-]+)/([!#$%&'*+.^_`|~\w-]+)\Z", re.ASCII)


class Format(NamedTuple):
    """A format of answers.

    Attributes:
        name: its name, as `format` says it.
        types: its media types; the first is its own, the others are answered where they are asked for.
        aliases: other names of it.
    """

    name: str
    types: tuple[str, ...]
    aliases: tuple[str, ...] = ()


class Chosen(NamedTuple):
    """The format of an answer, by name, and its Content-Type."""

    name: str
    content_type: str


_JSON = Format("json", ("application/sparql-results+json", "application/json"), ("srj",))
_XML = Format("xml", ("application/sparql-results+xml", "application/xml", "text/xml"), ("srx",))
SOLUTIONS = (_JSON, _XML, Format("csv", ("text/csv",)), Format("tsv", ("text/tab-separated-values",)))
"""The formats of the answer to SELECT, the first being given where a client has no wish."""
BOOLEANS = (_JSON, _XML)
"""The formats of the answer to ASK."""
TRIPLES = (
    Format("turtle", ("text/turtle", "application/x-turtle", "text/n3", "text/rdf+n3"), ("ttl", "n3")),
    Format("ntriples", ("application/n-triples", "text/plain"), ("nt", "n-triples")),
    Format("rdfxml", ("application/rdf+xml", "application/xml", "text/xml"), ("rdf", "xml", "rdf/xml")),
    Format("jsonld", ("application/ld+json", "application/json"), ("json", "json-ld")),
    Format("trig", ("application/trig",)),
    Format("nquads", ("application/n-quads",), ("nq", "n-quads")),
)
"""The formats of the answer to CONSTRUCT and DESCRIBE, and of graphs."""
_UTF8 = frozenset(
    {"text/csv", "text/tab-separated-values", "text/turtle", "text/n3", "text/plain", "text/xml", "text/markdown"}
)


def chosen(formats: Sequence[Format], accept: str, *named: str | None) -> Chosen | None:
    """The format that a client likes best, None where it likes none of them.

    Args:
        formats: what there is, by preference.
        accept: the Accept header, "" where there is none.
        named: what parameters ask for, names or media types, which count more; the first that there is is taken,
            and None is nothing asked for.
    """
    asked = [one.strip().lower() for one in named if one is not None]
    if not asked:
        return _accepted(tuple(formats), accept)
    for wanted in asked:
        for form in formats:
            if wanted == form.name or wanted in form.aliases:
                return _as(form, form.types[0])
            if wanted in form.types:
                return _as(form, wanted)
    return None


def offered(formats: Iterable[Format]) -> str:
    """The media types of formats, to be told to a client."""
    return ", ".join(form.types[0] for form in formats)


@lru_cache(maxsize=512)
def _accepted(formats: tuple[Format, ...], accept: str) -> Chosen | None:
    ranges = dict(_ranges(accept)) or {"*/*": 1.0}
    best, quality = None, 0.0
    own = [(form, form.types[0]) for form in formats]
    others = [(form, media) for form in formats for media in form.types[1:]]
    for form, media in own + others:
        liked = _quality(media, ranges)
        if liked > quality:
            best, quality = _as(form, media), liked
    return best


def _ranges(accept: str) -> Iterable[tuple[str, float]]:
    """The media ranges of an Accept header with their qualities; what is no media range is passed over."""
    for part in accept.split(","):
        media, *parameters = (piece.strip() for piece in part.split(";"))
        if not _RANGE.match(media):
            continue
        quality = 1.0
        for parameter in parameters:
            name, _, value = parameter.partition("=")
            if name.strip().lower() == "q":
                quality = float(value) if _QUALITY.match(value.strip()) else 0.0
        yield media.lower(), quality


def _quality(media: str, ranges: Mapping[str, float]) -> float:
    """How much a media type is liked: by the range that fits it most closely."""
    for fitting in (media, f"{media.partition('/')[0]}/*", "*/*"):
        if fitting in ranges:
            return ranges[fitting]
    return 0.0


def _as(form: Format, media: str) -> Chosen:
    return Chosen(form.name, f"{media}; charset=utf-8" if media in _UTF8 else media)
