"""Writes the reference of the ontology into `ontology/` beside it: a page, diagrams, examples; a test compares.

The page is made from the ontology itself by `ontology.html.jinja`, the examples from the graph of the two plans.
"""

import tempfile
import tomllib
from collections.abc import Iterator
from html import escape
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, RdfFormat, Store, Triple, parse, serialize

from kg.build import build
from kg.store import Reader
from kg.store import Store as Kept
from ontology import generate
from ontology.terms import DCTERMS, DK, PREFIXES, RDF, RDFS, SKOS, VANN

HERE = Path(__file__).parent
FOLDER = HERE / "ontology"
_OWL, _RDFS = PREFIXES["owl"], PREFIXES["rdfs"]
_EXAMPLES = "# An example of each class, from the graph of the two plans (without dk:extractorVersion)."
_LONG = 2000
"""Characters of an example that is no longer taken in at once."""
_WIDE, _START, _ROW, _APART, _LETTER = 210, 400, 34, 8, 7.4
"""Of a diagram: a box, where values start, a row, what parts boxes, a letter; in pixels."""


class Ontology:
    """The ontology and its vocabularies, to look terms up in."""

    def __init__(self) -> None:
        self.graph = Store()
        for file in (generate.ONTOLOGY, generate.VOCABULARIES):
            self.graph.extend(parse(path=file))

    def values(self, term: str, property_: str) -> list[Any]:
        """The values of a property, in an order that stays."""
        quads = self.graph.quads_for_pattern(NamedNode(term), NamedNode(property_), None, None)
        return sorted((quad.object for quad in quads), key=str)

    def having(self, property_: str, value: str) -> list[str]:
        """The IRIs of what has a value, sorted."""
        quads = self.graph.quads_for_pattern(None, NamedNode(property_), NamedNode(value), None)
        return sorted(quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode))

    def words(self, term: str, property_: str) -> dict[str, str]:
        """What is said of a term, by language."""
        return {one.language or "": one.value for one in self.values(term, property_) if isinstance(one, Literal)}

    def named(self, term: str, property_: str) -> list[str]:
        """The IRIs that are values of a property; of a union its members."""
        return [iri for value in self.values(term, property_) for iri in self._members(value)]

    def listed(self, node: Any) -> Iterator[str]:  # noqa: ANN401 - any node
        """The members of a list of RDF."""
        for first in self._of(node, "first"):
            yield first.value
        for rest in self._of(node, "rest"):
            yield from self.listed(rest)

    def _of(self, node: Any, part: str) -> list[Any]:  # noqa: ANN401 - any node
        """The value of a part of a list, none at its end."""
        return [
            quad.object for quad in self.graph.quads_for_pattern(node, NamedNode(PREFIXES["rdf"] + part), None, None)
        ]

    def _members(self, node: Any) -> Iterator[str]:  # noqa: ANN401 - any node
        if isinstance(node, NamedNode):
            yield node.value
        elif isinstance(node, BlankNode):
            for union in self.graph.quads_for_pattern(node, NamedNode(f"{_OWL}unionOf"), None, None):
                yield from self.listed(union.object)

    def own(self, *kinds: str) -> list[str]:
        """Our terms of some kinds of OWL, in the order of their names."""
        found = {term for kind in kinds for term in self.having(RDF.type, _OWL + kind)}
        ours = (term for term in found if term.startswith(PREFIXES["dk"]))
        return sorted(ours, key=lambda term: (term.lower(), term))


def _common(ontology: Ontology, term: str, over: str) -> dict[str, Any]:
    said = {"examples": ontology.values(term, SKOS.example), "notes": ontology.values(term, SKOS.note)}
    return {
        "iri": term,
        "name": _local(term),
        "label": ontology.words(term, RDFS.label),
        "definition": ontology.words(term, SKOS.definition),
        **{name: [(one.language, one.value) for one in values] for name, values in said.items()},
        "above": ontology.named(term, _RDFS + over),
        "below": ontology.having(_RDFS + over, term),
        "see": ontology.named(term, f"{_RDFS}seeAlso"),
        "source": "; ".join(one.value for one in ontology.values(term, DCTERMS.source)),
    }


def _class(ontology: Ontology, term: str, properties: list[dict[str, Any]], turtle: str) -> dict[str, Any]:
    return {
        **_common(ontology, term, "subClassOf"),
        "disjoint": sorted(set(_disjoint(ontology, term)) - {term}),
        "union": [one for node in ontology.values(term, f"{_OWL}disjointUnionOf") for one in ontology.listed(node)],
        "outgoing": [one["iri"] for one in properties if term in one["domain"]],
        "incoming": [one["iri"] for one in properties if term in one["range"]],
        "turtle": turtle,
    }


def _disjoint(ontology: Ontology, term: str) -> Iterator[str]:
    """The classes with which a class shares no member, itself among them where a list has it."""
    yield from ontology.named(term, f"{_OWL}disjointWith")
    yield from ontology.having(f"{_OWL}disjointWith", term)
    lists = [quad.object for quad in ontology.graph.quads_for_pattern(None, NamedNode(f"{_OWL}members"), None, None)]
    for upper in ontology.named(term, f"{_RDFS}subClassOf"):
        lists += ontology.values(upper, f"{_OWL}disjointUnionOf")
    for members in (list(ontology.listed(node)) for node in lists):
        if term in members:
            yield from members


def _property(ontology: Ontology, term: str) -> dict[str, Any]:
    chains = (ontology.listed(node) for node in ontology.values(term, f"{_OWL}propertyChainAxiom"))
    return {
        **_common(ontology, term, "subPropertyOf"),
        "kinds": sorted(kind.value.removeprefix(_OWL) for kind in ontology.values(term, RDF.type)),
        "domain": ontology.named(term, f"{_RDFS}domain"),
        "range": ontology.named(term, f"{_RDFS}range"),
        "inverse": ontology.named(term, f"{_OWL}inverseOf") + ontology.having(f"{_OWL}inverseOf", term),
        "chains": sorted(map(list, chains)),
    }


def example(reader: Reader, class_: str) -> str:
    """One individual of a class in Turtle: of those that a reader takes in at once the one with most properties.

    Of several the shortest; "" where there is none.

    The version of the extractor is left out: it changes with every rule.
    """
    graph = reader.graph
    quads = graph.quads_for_pattern(None, NamedNode(RDF.type), NamedNode(class_), DefaultGraph())
    best: tuple[bool, int, int, str] | None = None
    for quad in quads:
        about = graph.quads_for_pattern(quad.subject, None, None, DefaultGraph())
        said = [one.triple for one in about if one.predicate.value != DK.extractorVersion]
        text = _turtle(said)
        rank = (len(text) > _LONG, -len({one.predicate for one in said}), len(text), text)
        best = min(best, rank) if best else rank
    return best[-1] if best else ""


def _turtle(triples: list[Triple]) -> str:
    """Triples about one thing, its classes first, without the lines of prefixes."""
    triples.sort(key=lambda one: (one.predicate.value != RDF.type, str(one.predicate), str(one.object)))
    text = (serialize(triples, format=RdfFormat.TURTLE, prefixes=PREFIXES) or b"").decode()
    return "\n".join(line for line in text.splitlines() if not line.startswith("@prefix"))


def diagrams(ontology: Ontology) -> Iterator[dict[str, str]]:
    """The diagrams, as SVG: how the classes stand under each other, then what leads from which to which."""
    yield {"name": "classes", "en": "Classes under classes", "zh": "类的层次", "svg": _tree(ontology)}
    for entry in tomllib.loads((HERE / "ontology_diagrams.toml").read_text(encoding="utf-8"))["diagram"]:
        yield {**{key: entry[key] for key in ("name", "en", "zh")}, "svg": _svg(ontology, entry)}


def _svg(ontology: Ontology, entry: dict[str, Any]) -> str:
    """Rows of class, property and classes of its values; rows of one class share its box."""
    rows = [
        (
            name,
            property_,
            [_short(term).removeprefix("dk:") for term in ontology.named(_term(property_), f"{_RDFS}range")],
        )
        for name in entry["classes"]
        for property_ in entry["properties"]
        if getattr(DK, name) in ontology.named(_term(property_), f"{_RDFS}domain")
    ]
    rows += [(name, property_, [other]) for name, property_, other in entry.get("more", ())]
    order = list(dict.fromkeys(name for name, *_ in rows))
    rows.sort(key=lambda row: order.index(row[0]))
    parts, y = [], 10
    for name, together in groupby(rows, key=itemgetter(0)):
        held = list(together)
        parts.append(_box(ontology, name, y, len(held) * _ROW - _APART))
        for _, property_, values in held:
            parts.append(_row(property_, " · ".join(values), y + (_ROW - _APART) / 2))
            y += _ROW
        y += _APART
    across = _START + max(len(" · ".join(values)) for *_, values in rows) * _LETTER + 40
    return _drawing(entry["en"], across, y, parts)


def _drawing(title: str, across: float, down: float, parts: list[str]) -> str:
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {across:g} {down:g}" width="{across:g}" role="img" '
        f'aria-label="{escape(title)}" font-family="system-ui, sans-serif" font-size="13">'
    )
    tip = '<path d="M0 0L8 4L0 8z" fill="#526079"/>'
    marker = f'<marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8">{tip}</marker>'
    ground = f'<rect width="{across:g}" height="{down:g}" fill="#fff"/>'
    return "\n".join([head, f"<defs>{marker}</defs>", ground, *parts, "</svg>"])


def _box(ontology: Ontology, name: str, y: float, tall: float) -> str:
    label = ontology.words(_term(name), RDFS.label)["zh"]
    middle = y + tall / 2
    return (
        f'<rect x="10" y="{y:g}" width="{_WIDE}" height="{tall:g}" rx="5" fill="#e8eff8" stroke="#0b57a4"/>'
        f'<text x="{10 + _WIDE / 2:g}" y="{middle + 4:g}" text-anchor="middle" fill="#1d2433">{name} {label}</text>'
    )


def _row(property_: str, values: str, y: float) -> str:
    wide = len(values) * _LETTER + 20
    return (
        f'<path d="M{10 + _WIDE} {y:g}H{_START}" stroke="#526079" fill="none" marker-end="url(#tip)"/>'
        f'<text x="{(10 + _WIDE + _START) / 2:g}" y="{y - 4:g}" text-anchor="middle" fill="#0b57a4">{property_}</text>'
        f'<rect x="{_START}" y="{y - 12:g}" width="{wide:g}" height="24" rx="5" fill="#f3f6fa" stroke="#8a98b0"/>'
        f'<text x="{_START + 10}" y="{y + 4:g}" fill="#1d2433">{escape(values)}</text>'
    )


def _tree(ontology: Ontology) -> str:
    """Our classes under those that they stand under, of other vocabularies too; under several, under each."""
    ours = ontology.own("Class")
    uppers = {upper for term in ours for upper in ontology.named(term, f"{_RDFS}subClassOf")}
    roots = [term for term in {*ours, *uppers} if not ontology.named(term, f"{_RDFS}subClassOf")]
    lines: list[tuple[int, str]] = []

    def under(term: str, depth: int) -> None:
        lines.append((depth, term))
        for below in sorted(set(ontology.having(f"{_RDFS}subClassOf", term)) & {*ours, *uppers}):
            under(below, depth + 1)

    for root in sorted(roots, key=_short):
        under(root, 0)
    parts, last = [], dict[int, float]()
    for number, (depth, term) in enumerate(lines):
        x, y = 10 + depth * 26, 20 + number * 22
        last[depth] = y
        if depth:
            parts.append(f'<path d="M{x - 18} {last[depth - 1] + 6:g}V{y - 4}H{x - 4}" stroke="#8a98b0" fill="none"/>')
        label = ontology.words(term, RDFS.label)["zh"]
        colour = "#1d2433" if term in ours else "#526079"
        parts.append(f'<text x="{x}" y="{y}" fill="{colour}">{_short(term)} {label}</text>')
    return _drawing("Classes under classes", 420, 30 + len(lines) * 22, parts)


def _term(name: str) -> str:
    """The IRI of one of our terms by its local name."""
    return PREFIXES["dk"] + name


def _schemes(ontology: Ontology) -> Iterator[dict[str, Any]]:
    for scheme in ontology.having(RDF.type, SKOS.ConceptScheme):
        concepts = [_concept(ontology, concept) for concept in ontology.having(SKOS.inScheme, scheme)]
        yield {"iri": scheme, "label": _called(ontology, scheme), "concepts": concepts}


def _concept(ontology: Ontology, concept: str) -> dict[str, Any]:
    notation = next((one.value for one in ontology.values(concept, SKOS.notation)), "")
    return {
        "notation": notation,
        "label": _called(ontology, concept),
        "definition": ontology.words(concept, SKOS.definition),
    }


def _called(ontology: Ontology, term: str) -> dict[str, str]:
    return ontology.words(term, SKOS.prefLabel) or ontology.words(term, RDFS.label)


def _local(term: str) -> str:
    return term.rpartition("#")[2]


def _short(term: str) -> str:
    found = (f"{name}:{term.removeprefix(space)}" for name, space in PREFIXES.items() if term.startswith(space))
    return next(found, term)


def files(reader: Reader) -> dict[str, str]:
    """The files of the reference by name, each with its text.

    Args:
        reader: a store of the two plans, from which the examples are.
    """
    ontology = Ontology()
    drawn = list(diagrams(ontology))
    properties = [_property(ontology, term) for term in ontology.own("ObjectProperty", "DatatypeProperty")]
    turtle = {term: example(reader, term) for term in ontology.own("Class")}
    head = PREFIXES["dk"].removesuffix("#")
    page = {
        "iri": head,
        "title": ontology.words(head, DCTERMS.title),
        "description": ontology.words(head, DCTERMS.description),
        "version": ontology.values(head, f"{_OWL}versionInfo")[0].value,
        "licence": ontology.values(head, DCTERMS.license)[0].value,
        "creator": ontology.values(head, DCTERMS.creator)[0].value,
        "dates": [ontology.values(head, one)[0].value for one in (DCTERMS.created, DCTERMS.modified)],
        "prefix": ontology.values(head, VANN.preferredNamespacePrefix)[0].value,
        "classes": [_class(ontology, term, properties, text) for term, text in turtle.items()],
        "properties": properties,
        "diagrams": drawn,
        "schemes": list(_schemes(ontology)),
        "local": {one: _local(one) for one in [*turtle, *(one["iri"] for one in properties)]},
    }
    templates = FileSystemLoader(HERE)
    environment = Environment(loader=templates, autoescape=True, trim_blocks=True, keep_trailing_newline=True)
    environment.filters["short"] = _short
    prefixes = "".join(f"@prefix {name}: <{space}> .\n" for name, space in sorted(PREFIXES.items()))
    examples = "\n".join(f"# {_local(term)}\n{text}\n" for term, text in turtle.items() if text)
    return {
        "index.html": environment.get_template("ontology.html.jinja").render(page=page),
        "examples.ttl": f"{_EXAMPLES}\n{prefixes}\n{examples}",
        **{f"{one['name']}.svg": f"{one['svg']}\n" for one in drawn},
    }


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder, "store")
        build(store, [HERE.parent / "documents"])
        with Kept(store).open() as opened:
            for name, text in files(opened).items():
                (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")
