"""Makes `terms.py`, the constants of every term and concept, from the `.ttl` files beside it.

The `.csv` tables beside it become `classifications.ttl`, and the terms `context.jsonld`. Run
`python -m ontology.generate` after a change of the ontology, the vocabularies or the tables; a test compares.
"""

from pathlib import Path

from pyoxigraph import NamedNode, parse

from ontology import classifications, jsonld

FOLDER = Path(__file__).parent
ONTOLOGY = FOLDER / "deltakg.ttl"
VOCABULARIES = FOLDER / "vocabularies.ttl"
CLASSIFICATIONS = FOLDER / "classifications.ttl"
FILES = (ONTOLOGY, VOCABULARIES, CLASSIFICATIONS)
"""What the ontology's graph holds."""
SHAPES = FOLDER / "shapes.ttl"
TERMS = FOLDER / "terms.py"

_OWL = "http://www.w3.org/2002/07/owl#"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_KINDS = frozenset(_OWL + kind for kind in ("Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty"))
# What OWL itself provides is not declared in an ontology; these are the terms of it that data uses.
_BUILTIN = {
    "RDF": (_RDF, ("type",)),
    "RDFS": ("http://www.w3.org/2000/01/rdf-schema#", ("label",)),
    "XSD": ("http://www.w3.org/2001/XMLSchema#", ("boolean", "date", "decimal", "integer", "string")),
}

_HEAD = '''"""Constants of the ontology's terms and the vocabularies' concepts, made by `ontology/generate.py`.

A misspelt term is an AttributeError here, not a new IRI in the graph.
"""
# ruff: noqa: N815 - the names are the ontology's own
'''


def declared() -> dict[str, tuple[str, tuple[str, ...]]]:
    """The declared terms: class name (`DK`) → namespace and local names, sorted, with OWL's own added."""
    parser = parse(path=ONTOLOGY)
    types = [quad for quad in parser if quad.predicate.value == f"{_RDF}type"]
    terms = sorted(
        {
            quad.subject.value
            for quad in types
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode)
            if quad.object.value in _KINDS
        }
    )
    found = dict(_BUILTIN)
    for prefix, namespace in sorted(parser.prefixes.items()):
        names = tuple(term.removeprefix(namespace) for term in terms if term.startswith(namespace))
        if names:
            found[prefix.upper()] = (namespace, names)
    return dict(sorted(found.items()))


def concepts() -> dict[str, dict[str, str]]:
    """The concepts: constant's name (`PARTNER_KIND`) → notation → IRI, in the order of the notations."""
    schemes: dict[str, dict[str, str]] = {}
    for quad in parse(path=VOCABULARIES):
        if quad.predicate.value == f"{_SKOS}notation":
            iri = quad.subject.value
            scheme = iri.rsplit("/", 2)[1].upper().replace("-", "_")
            schemes.setdefault(scheme, {})[quad.object.value] = iri
    return {scheme: dict(sorted(members.items())) for scheme, members in sorted(schemes.items())}


def prefixes() -> dict[str, str]:
    """The namespaces that the ontology declares or that data uses, by prefix."""
    parser = parse(path=ONTOLOGY)
    list(parser)  # the prefixes are known once all is read
    return dict(sorted((parser.prefixes | {name.lower(): space for name, (space, _) in _BUILTIN.items()}).items()))


def source() -> str:
    """The text of `terms.py` as the `.ttl` files have it now."""
    known = prefixes()
    base = known["dk"].removesuffix("ontology#")
    lines = [_HEAD, f'BASE = "{base}"', '"""Where `id/` and `graph/` stand unless a store says otherwise."""']
    lines += ["", "PREFIXES = {", *(f'    "{prefix}": "{namespace}",' for prefix, namespace in known.items()), "}", ""]
    for name, (namespace, terms) in declared().items():
        lines += ["", f"class {name}:", f'    """Terms of <{namespace}>."""', ""]
        lines += [f'    {term} = "{namespace}{term}"' for term in terms]
        lines.append("")
    for scheme, members in concepts().items():
        lines += ["", f"{scheme} = {{"]
        lines += [f'    "{notation}": "{iri}",' for notation, iri in members.items()]
        lines.append("}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    CLASSIFICATIONS.write_text(classifications.turtle(), encoding="utf-8", newline="\n")
    TERMS.write_text(source(), encoding="utf-8", newline="\n")
    jsonld.CONTEXT.write_text(jsonld.source(ONTOLOGY, prefixes()), encoding="utf-8", newline="\n")
