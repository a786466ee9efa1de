"""N-Quads by hand-joined strings: canonical, and an order of magnitude faster than quad objects.

A term is written once and joined many times. Literals come out as pyoxigraph dumps them (canonical
escapes, language tags in small letters), so a shard and a dump of the store it was loaded into are
the same lines.
"""

import re
from collections.abc import Iterable
from decimal import Decimal

from ontology.terms import XSD

_SPECIAL = re.compile('["\\\\\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]')
_SHORT = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"}


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    if "\ud800" <= character <= "\udfff":
        msg = f"a literal cannot hold the surrogate U+{ord(character):04X}: {match.string[:40]!a}"
        raise ValueError(msg)
    return _SHORT.get(character) or f"\\u{ord(character):04X}"


def iri(value: str) -> str:
    """An IRI as a term. The caller vouches that it is one: `kg.identity` mints no others."""
    return f"<{value}>"


def literal(text: str, language: str = "") -> str:
    """A text as a term, with a language tag where one is given.

    Raises:
        ValueError: where the text holds a surrogate, which no RDF literal can.
    """
    if _SPECIAL.search(text):
        text = _SPECIAL.sub(_escape, text)
    return f'"{text}"@{language.lower()}' if language else f'"{text}"'


def integer(number: int) -> str:
    """A whole number as a term."""
    return f'"{number}"^^<{XSD.integer}>'


def boolean(value: bool) -> str:  # noqa: FBT001 - the value itself, not an option
    """A truth value as a term."""
    return f'"{"true" if value else "false"}"^^<{XSD.boolean}>'


def date(iso: str) -> str:
    """A day, written YYYY-MM-DD, as a term."""
    return f'"{iso}"^^<{XSD.date}>'


def number(value: float) -> str:
    """A number as a term: xsd:integer where it is whole and was given so, else xsd:decimal.

    Raises:
        ValueError: where it is infinite or no number.
    """
    if isinstance(value, int):
        return integer(value)
    exact = Decimal(repr(value))
    if not exact.is_finite():
        msg = f"a target's value is a finite number, not {value!r}"
        raise ValueError(msg)
    digits = f"{exact:f}"
    digits = digits.rstrip("0").rstrip(".") if "." in digits else digits
    return f'"{"0" if digits == "-0" else digits}"^^<{XSD.decimal}>'


class Quads:
    """Statements by graph, each of them also in the default graph, which holds the merge of all."""

    def __init__(self) -> None:
        self._graphs: dict[str, set[str]] = {}

    def graph(self, iri_: str) -> set[str]:
        """The statements of one graph, as a set to add `subject predicate object` strings to."""
        return self._graphs.setdefault(iri(iri_), set())

    def lines(self) -> list[str]:
        """The N-Quads lines without line ends, sorted by code point, each once."""
        merged: set[str] = set()
        lines: list[str] = []
        for graph, statements in self._graphs.items():
            merged |= statements
            end = f" {graph} ."
            lines += [statement + end for statement in statements]
        lines += [f"{statement} ." for statement in merged]
        lines.sort()
        return lines


def write(lines: Iterable[str]) -> bytes:
    """The lines as the content of a file."""
    return "".join([f"{line}\n" for line in lines]).encode()
