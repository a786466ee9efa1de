"""An answer as a network: triples, or pairs of things, as the explorer draws its nodes and edges."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from pyoxigraph import BlankNode, Literal, NamedNode

from ontology.terms import RDFS
from queries.engine import Term
from queries.terms import value
from viz.page import palette, text_of
from web.pages.search import entries
from web.pages.site import Site
from web.pages.tables import Cell, Column, Row, Table, arranged

MOST = 150
"""Nodes that are drawn, those of the first edges."""
_TRIPLES = (("s", "p", "o"), ("subject", "predicate", "object"))
"""Names of columns that are triples."""
_PLAIN = "unit"
"""What is drawn as nothing else is."""
_FEW = 3
"""Labels of a line."""
_LINE = 10
"""Characters of a label in one line."""


class Edge(NamedTuple):
    """An edge: its ends, and what it says ("" for nothing)."""

    source: NamedNode | BlankNode
    target: NamedNode | BlankNode
    said: Term | None


class Node(NamedTuple):
    """A node: what it is called, its kind in the palette of pictures, and the address of its page, "" for none."""

    label: str
    kind: str
    href: str


class Network(NamedTuple):
    """A network.

    Attributes:
        nodes: in the order in which edges name them.
        edges: positions of the two nodes, and what stands on the edge.
        left_out: edges that are not drawn, since there are nodes enough.
        values: rows that join a thing to a text or a number, and make no edge.
    """

    nodes: Sequence[Node]
    edges: Sequence[tuple[int, int, str]]
    left_out: int
    values: int

    def data(self) -> dict[str, Any]:
        """What the page's script reads, as JSON can say it; what joins two nodes the same way round is one line."""
        said: defaultdict[tuple[int, int], dict[str, None]] = defaultdict(dict)
        for source, target, label in self.edges:
            said[source, target][label] = None
        kinds = {node.kind for node in self.nodes}
        return {
            "nodes": [
                {"id": number, "label": _lines(node.label), "name": node.label, "kind": node.kind, "href": node.href}
                for number, node in enumerate(self.nodes)
            ],
            "edges": [
                {"from": source, "to": target, "label": _few(labels)} for (source, target), labels in said.items()
            ],
            "palette": {"kind": {kind: style for kind, style in palette()["kind"].items() if kind in kinds}},
            "options": json.loads(text_of("options.json")),
        }

    @property
    def legend(self) -> list[tuple[str, dict[str, Any]]]:
        """The kinds that are drawn, with how."""
        kinds = {node.kind for node in self.nodes} - {_PLAIN}
        return [(kind, style) for kind, style in palette()["kind"].items() if kind in kinds]

    def table(self, site: Site) -> Table:
        """The edges as a table: the network for who does not see it."""
        columns = [Column(key, site.t(f"network.{key}")) for key in ("from", "relation", "to")]
        rows = [
            Row({"from": _cell(self.nodes[one]), "relation": Cell(label), "to": _cell(self.nodes[other])})
            for one, other, label in self.edges
        ]
        return arranged(
            site, Table("edges", site.t("network.edges"), columns, ["from", "relation", "to"], rows, len(rows))
        )


def network(site: Site, columns: Sequence[str], rows: Sequence[Sequence[Term | None]]) -> Network | str:
    """An answer as a network, or the key of the sentence that says why it cannot be one.

    Args:
        site: the page's.
        columns: the variables; subject, predicate and object of triples.
        rows: their terms.
    """
    if not rows:
        return "network.no-rows"
    ends = _ends(columns, rows)
    if ends is None:
        return "network.no-pairs"
    one, other, said = ends
    named = {value(row[one]): value(row[other]) for row in rows if said is not None and value(row[said]) == RDFS.label}
    found = [
        Edge(source, target, row[said] if said is not None else None)
        for row in rows
        if isinstance(source := row[one], NamedNode | BlankNode)
        and isinstance(target := row[other], NamedNode | BlankNode)
    ]
    if not found:
        return "network.no-pairs"
    edges = list(dict.fromkeys(found))
    numbers: dict[NamedNode | BlankNode, int] = {}
    drawn = []
    for edge in edges:
        if len(numbers) + len({edge.source, edge.target} - numbers.keys()) <= MOST:
            for end in (edge.source, edge.target):
                numbers.setdefault(end, len(numbers))
            drawn.append(edge)
    return Network(
        _nodes(site, list(numbers), named),
        [(numbers[edge.source], numbers[edge.target], _said(site, edge.said)) for edge in drawn],
        len(edges) - len(drawn),
        len(rows) - len(found),
    )


def _ends(columns: Sequence[str], rows: Sequence[Sequence[Term | None]]) -> tuple[int, int, int | None] | None:
    """The columns of the two ends and of what stands between, None where there is none for the ends."""
    for triple in _TRIPLES:
        if set(triple) <= set(columns):
            one, said, other = map(columns.index, triple)
            return one, other, said
    things = [number for number, _ in enumerate(columns) if _are_things([row[number] for row in rows])]
    if len(things) < 2:  # noqa: PLR2004 - the ends of an edge
        return None
    one, other = things[:2]
    return one, other, next((number for number, _ in enumerate(columns) if number not in things), None)


def _are_things(terms: Sequence[Term | None]) -> bool:
    said = [term for term in terms if term is not None]
    return bool(said) and all(isinstance(term, NamedNode | BlankNode) for term in said)


def _nodes(site: Site, things: Sequence[NamedNode | BlankNode], named: dict[str, str]) -> list[Node]:
    kinds = {entry.iri: entry.kind for entry in entries(site)}
    called = site.called(value(one) for one in things if isinstance(one, NamedNode))
    nodes = []
    for thing in things:
        iri = value(thing)
        if iri in called:
            own = called[iri]
            label = own.english if site.language == "en" and own.english else own.label
        else:
            label = named.get(iri) or _short(site, thing)
        kind = kinds.get(iri, _PLAIN)
        nodes.append(Node(label, kind if kind in palette()["kind"] else _PLAIN, site.href(iri)))
    return nodes


def _said(site: Site, term: Term | None) -> str:
    """What stands on an edge: the short name of a property, or a value."""
    if isinstance(term, Literal):
        return term.value
    return _short(site, term) if term is not None else ""


def _short(site: Site, term: Term) -> str:
    """The end of an IRI, which is what differs."""
    text = value(term)
    path = site.path(text)
    return path if path != text else text.rstrip("/#").replace("#", "/").rpartition("/")[2] or text


def _few(labels: Iterable[str]) -> str:
    first, *more = [label for label in labels if label] or [""]
    return "\n".join([first, *more[: _FEW - 1], *(["…"] if len(more) >= _FEW else [])])


def _cell(node: Node) -> Cell:
    return Cell(node.label, node.href)


def _lines(label: str) -> str:
    """A label in lines of about the same length."""
    count = -(-len(label) // _LINE) or 1
    length = -(-len(label) // count) or 1
    return "\n".join(label[start : start + length] for start in range(0, len(label), length))
