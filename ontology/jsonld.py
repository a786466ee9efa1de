"""Makes `context.jsonld`, by which JSON-LD names the terms of the ontology by their local names.

Run `python -m ontology.generate` after a change of the ontology; a test compares.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from pyoxigraph import NamedNode, parse

CONTEXT = Path(__file__).with_name("context.jsonld")

_OWL = "http://www.w3.org/2002/07/owl#"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_DATE = {"dcterms:dateAccepted": f"{_XSD}date"}
"""Datatypes of annotations, which have no ranges."""
_PLAIN = frozenset({f"{_XSD}string", f"{_RDF}PlainLiteral"})


def source(ontology: Path, prefixes: dict[str, str]) -> str:
    """The text of the context.

    Args:
        ontology: the Turtle file that declares the terms.
        prefixes: namespaces by prefix.
    """
    kinds: dict[str, set[str]] = {}
    ranges: dict[str, set[str]] = {}
    for quad in parse(path=ontology):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
            if quad.predicate.value == f"{_RDF}type":
                kinds.setdefault(quad.subject.value, set()).add(quad.object.value)
            elif quad.predicate.value == f"{_RDFS}range":
                ranges.setdefault(quad.subject.value, set()).add(quad.object.value)
    context: dict[str, object] = {"@version": 1.1, "id": "@id", "type": "@type", **prefixes}
    context.update(_terms(kinds, ranges, prefixes))
    return json.dumps({"@context": context}, ensure_ascii=False, indent=2) + "\n"


def _terms(
    kinds: dict[str, set[str]], ranges: dict[str, set[str]], prefixes: dict[str, str]
) -> Iterator[tuple[str, object]]:
    """The terms, ours by their local names, others by prefixed names where their values need a type."""
    own = prefixes["dk"]
    for term in sorted(kinds):
        short = _short(term, prefixes)
        type_ = _type(kinds[term], ranges.get(term, ()), short)
        name = term.removeprefix(own)
        if term.startswith(own):
            yield name, {"@id": f"dk:{name}", "@type": type_} if type_ else f"dk:{name}"
        elif type_:
            yield short, {"@id": short, "@type": type_}


def _type(kinds: set[str], ranges: Iterable[str], short: str) -> str:
    """How values of a property are read: as things, as a datatype, or as the text that they are."""
    if f"{_OWL}ObjectProperty" in kinds:
        return "@id"
    if short in _DATE:
        return _DATE[short]
    return next((one for one in ranges if one.startswith(_XSD) and one not in _PLAIN), "")


def _short(term: str, prefixes: dict[str, str]) -> str:
    found = (f"{name}:{term.removeprefix(space)}" for name, space in prefixes.items() if term.startswith(space))
    return next(found, term)
