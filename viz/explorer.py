"""The explorer: the network of a graph as one interactive page, drawn by the vis-network that pyvis bundles."""

import json
import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from importlib.util import find_spec
from math import ceil
from pathlib import Path
from typing import Any, NamedTuple

from pypinyin import lazy_pinyin

from queries.engine import Rows
from queries.terms import path
from viz.contents import Contents
from viz.errors import MissingPackageError, PictureError
from viz.network import Edge, Network, Node, aggregated, around, between, network, within
from viz.page import page, palette, table, text_of

_PYVIS = "pyvis"
_LINE = 9
"""Characters of a label in one line, at most."""
_BENEATH = 15
"""Size of the letters beneath a shape, at most."""
_SMALLEST, _LARGEST = 17, 34
"""Size of the letters of the node with the most neighbours; the smallest stand first."""


class Explorer(NamedTuple):
    """What the explorer shows.

    Attributes:
        drawn: the graph.
        network: its nodes and edges, or those of a part of it.
        focus: the nodes that are shown at first; where there are none, the ties between cities are.
        title: what it is called where it has a focus.
    """

    drawn: Contents
    network: Network
    focus: Collection[str] = ()
    title: str = ""

    def edges(self) -> list[Edge]:
        """The edges that are shown at first."""
        if not self.focus:
            return [edge for edge in self.network.edges if edge.kind == "city-tie"]
        return [edge for edge in self.network.among(self.focus).edges if edge.kind != "city-tie"]

    def table(self) -> Rows:
        """The edges that are shown at first, each with the number of facts and their citations."""
        nodes = self.network.nodes
        return table(
            ("from", "from_class", "to", "to_class", "relation", "detail", "facts", "citations", "from_en", "to_en"),
            (
                (
                    _called(nodes[edge.source]),
                    nodes[edge.source].kind,
                    _called(nodes[edge.target]),
                    nodes[edge.target].kind,
                    edge.kind,
                    edge.detail,
                    len(edge.statements),
                    "; ".join(dict.fromkeys(self.drawn.statements[one].citation for one in edge.statements)),
                    self.drawn.english(edge.source),
                    self.drawn.english(edge.target),
                )
                for edge in self.edges()
            ),
        )

    def html(self, language: str) -> str:
        """The page.

        Args:
            language: `en` or `zh`, which it is shown in at first.

        Raises:
            MissingPackageError: where pyvis is not installed as it should be.
        """
        return page(
            "graph.html",
            self.drawn,
            language,
            scripts=[
                vis_network(),
                text_of("assets/page.js"),
                text_of("assets/picture.js"),
                text_of("assets/graph.js"),
            ],
            styles=[text_of("assets/page.css"), text_of("assets/graph.css")],
            data=self._data(),
            title=self.title,
            plans=self.drawn.plans,
            kinds=[
                kind for kind in palette()["kind"] if any(node.kind == kind for node in self.network.nodes.values())
            ],
            classes=_CLASS_WORDS,
        )

    def _data(self) -> dict[str, Any]:
        """What the page's scripts read: nodes and edges as vis-network takes them, facts, and where to begin."""
        number = {iri: position for position, iri in enumerate(self.network.nodes)}
        nodes, edges, options = _in_pyvis(self.network, number, self.drawn)
        sentences = _Numbers()
        units = _Numbers()
        facts = []
        for statement in self.drawn.statements:
            about = [number[iri] for role in _ROLES for iri in statement.roles.get(role, ()) if iri in number]
            facts.append(
                [
                    statement.kind,
                    statement.detail,
                    sentences[statement.sentence],
                    units[statement.citation, statement.unit.document],
                    about,
                    statement.target.said() if statement.target else "",
                    number.get(statement.unit.iri, -1),
                ]
            )
        return {
            "nodes": nodes,
            "edges": edges,
            "options": options,
            "facts": facts,
            "sentences": list(sentences),
            "units": list(units),
            "palette": palette(),
            "classes": _CLASS_WORDS,
            "focus": sorted(number[iri] for iri in self.focus),
        }


_ROLES = (
    "party", "partner", "agency", "project", "involvedPlace", "organization", "industry", "policy", "place", "region",
)  # fmt: skip
"""The roles of what facts speak of, in the order in which they are said."""

_CLASS_WORDS = {
    "place": "class.AdministrativeDivision",
    "zone": "class.Zone",
    "region": "class.Region",
    "group": "class.PlaceGroup",
    "organization": "class.Organization",
    "agency": "class.Agency",
    "agency-group": "class.AgencyGroup",
    "project": "class.Project",
    "industry": "class.Industry",
    "policy": "class.Policy",
    "unit": "class.Unit",
}
"""What a kind of node is called: the key of its word."""


class _Numbers(dict[Any, int]):
    """Numbers for things, in the order in which they are first asked for."""

    def __missing__(self, key: Any) -> int:  # noqa: ANN401 - whatever may be a key
        self[key] = len(self)
        return self[key]


def _called(node: Node) -> str:
    return f"{node.label} ×{len(node.members)}" if node.members else node.label


def _in_pyvis(
    drawn: Network, number: Mapping[str, int], contents: Contents
) -> tuple[list[dict[str, Any]], list[dict[str, Any]], dict[str, Any]]:
    """The network as pyvis has it: nodes, edges and options of vis-network."""
    from pyvis.network import Network as Vis  # noqa: PLC0415 - heavy, and only the explorer needs it

    vis = Vis(directed=True)
    vis.set_options(text_of("options.json"))
    degrees = drawn.degrees()
    most = max(degrees.values(), default=1)
    for iri, node in drawn.nodes.items():
        style = palette()["kind"][node.kind]
        size = round(_SMALLEST + (_LARGEST - _SMALLEST) * (degrees[iri] / most) ** 0.5)
        vis.add_node(
            number[iri],
            label=_wrapped(_called(node)),
            shape=style["shape"],
            color={"background": style["fill"], "border": style["border"]},
            size=round(size * 0.7),
            font={"size": size if style["shape"] in {"ellipse", "box"} else min(size, _BENEATH)},
            kind=node.kind,
            name=node.label,
            **_about(node, contents),
        )
    for edge in drawn.edges:
        vis.add_edge(
            number[edge.source],
            number[edge.target],
            kind=edge.kind,
            detail=edge.detail,
            facts=list(edge.statements),
            arrows="" if edge.kind == "involves" else "to",
        )
    nodes, edges, *_, options = vis.get_network_data()
    for one in nodes:
        one["font"]["color"] = "#111111"
    return nodes, edges, json.loads(options)


def _about(node: Node, contents: Contents) -> dict[str, Any]:
    """What a node is called otherwise, and what the search compares."""
    entity = contents.entities.get(node.iri)
    unit = contents.units.get(node.iri)
    names = {node.label, *(entity.names if entity else ()), *((unit.name, unit.citation) if unit else ())}
    spelled = {"".join(lazy_pinyin(name)) for name in names if not node.members}
    about: dict[str, Any] = {"names": sorted(names), "find": sorted({_folded(name) for name in names | spelled})}
    if entity and entity.english:
        about["english"] = entity.english
    if unit:
        about["citation"] = unit.citation
    if node.members:
        about["members"] = list(node.members)
    return about


def _folded(name: str) -> str:
    """A name for comparing, as the script folds what is typed: NFKC, in one case, letters and digits alone."""
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", name).lower())


def _wrapped(label: str) -> str:
    """A label in lines of about the same length."""
    length = ceil(len(label) / ceil(len(label) / _LINE)) if label else 1
    return "\n".join(label[start : start + length] for start in range(0, len(label), length))


def vis_network() -> str:
    """The script of the vis-network that pyvis bundles, the newest of several.

    Raises:
        MissingPackageError: where it cannot be found.
    """
    package = find_spec(_PYVIS)
    folders = package.submodule_search_locations if package else None
    found = [file for folder in folders or () for file in Path(folder).glob("lib/vis-*/vis-network.min.js")]
    if not found:
        raise MissingPackageError(_PYVIS, "bundles no vis-network; install deltakg anew, with what it requires")
    newest = max(found, key=lambda file: [int(part) for part in re.findall(r"\d+", file.parent.name)])
    script = re.sub(r"\n//# sourceMappingURL=.*", "", newest.read_text(encoding="utf-8"))
    return script.replace("</script", "<\\/script")


def explorer(drawn: Contents) -> Explorer:
    """The explorer of a graph, which begins with who is tied to whom."""
    whole = network(drawn)
    tied = {end for edge in whole.edges if edge.kind == "city-tie" for end in (edge.source, edge.target)}
    return Explorer(drawn, aggregated(whole, first=tied))


def focused(drawn: Contents, iris: Sequence[str], hops: int) -> Explorer:
    """The explorer of a graph, which begins around one thing or between two.

    Args:
        drawn: the graph.
        iris: IRIs of one thing or two; a place stands for what lies in it, too.
        hops: how many steps may lead from it, or from one to the other.

    Raises:
        PictureError: where no fact speaks of it, or no chain joins the two.
    """
    whole = network(drawn)
    labels = [drawn.entities[iri].label if iri in drawn.entities else path(iri) for iri in iris]
    ends = [within(drawn, whole, iri) for iri in iris]
    for label, end in zip(labels, ends, strict=True):
        if not end:
            raise PictureError(label, "nothing joins it to anything; see `deltakg query facts-about`")
    if len(ends) == 1:
        focus = around(whole, ends[0], hops)
    else:
        focus = between(whole, ends[0], ends[1], hops)
        if not focus:
            raise PictureError(" — ".join(labels), f"no chain of {hops} steps joins them; ask for more with --hops")
    part = aggregated(whole, first=focus)
    return Explorer(drawn, part, [iri for iri in part.nodes if iri in focus], " — ".join(labels))
