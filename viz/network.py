"""The network that the explorer draws: what facts speak of, joined by what they say."""

from collections import Counter, defaultdict, deque
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from viz.contents import Contents, Statement
from viz.ties import ties

LIMIT = 1500
"""The most nodes that a picture holds; what is beyond is drawn together, with a count."""

_NAMED = {
    "ProjectMention": "project",
    "PartnerMention": "organization",
    "IndustryMention": "industry",
    "Citation": "policy",
}
"""Kinds of facts that join a unit to what it names, with the role of that."""


@dataclass(frozen=True, slots=True)
class Node:
    """A node: an entity, a unit, or many of them together.

    Attributes:
        iri: its IRI; of many together a text of its own.
        kind: one of the values of `contents.CLASSES`.
        label: what it is called; of many together what the node is called that holds them.
        members: the labels of many together, () for one.
    """

    iri: str
    kind: str
    label: str
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge: what one or more facts say of two nodes.

    Attributes:
        source: IRI of the node that it goes out from.
        target: IRI of the node that it goes to.
        kind: `city-tie` (between cities), `tie` (between what is named), `involves` (a project, a place),
            `responsible` (an agency, a unit) or `names` (a unit, something else).
        detail: notation of the mechanism, stage or role, "" where there is none.
        statements: positions of the facts in `Contents.statements`.
    """

    source: str
    target: str
    kind: str
    detail: str
    statements: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes and edges.

    Attributes:
        nodes: by IRI, sorted.
        edges: sorted; their ends are among the nodes.
    """

    nodes: Mapping[str, Node]
    edges: tuple[Edge, ...]

    def among(self, kept: Collection[str]) -> "Network":
        """The part that has these nodes alone."""
        nodes = {iri: node for iri, node in self.nodes.items() if iri in kept}
        return Network(nodes, tuple(edge for edge in self.edges if edge.source in nodes and edge.target in nodes))

    def degrees(self) -> Counter[str]:
        """How many neighbours each node has."""
        pairs = {frozenset((edge.source, edge.target)) for edge in self.edges}
        return Counter(iri for pair in pairs for iri in pair)


def network(drawn: Contents) -> Network:
    """The network of a graph."""
    found: defaultdict[tuple[str, str, str, str], list[int]] = defaultdict(list)
    number = {statement.iri: position for position, statement in enumerate(drawn.statements)}
    for by_city in (True, False):
        for tie in ties(drawn, by_city=by_city):
            key = (tie.party, tie.partner, "city-tie" if by_city else "tie", tie.mechanism)
            found[key].append(number[tie.statement.iri])
    for position, statement in enumerate(drawn.statements):
        for source, target, kind in _joined(statement):
            found[source, target, kind, statement.detail].append(position)
    edges = tuple(Edge(*key, tuple(sorted(set(found[key])))) for key in sorted(found))
    return Network(_nodes(drawn, {iri for edge in edges for iri in (edge.source, edge.target)}), edges)


def _joined(statement: Statement) -> Iterator[tuple[str, str, str]]:
    unit = statement.unit.iri
    for agency in statement.roles.get("agency", ()):
        yield agency, unit, "responsible"
    for named in statement.roles.get(_NAMED.get(statement.kind, ""), ()):
        yield unit, named, "names"
        for place in statement.roles.get("involvedPlace", ()):
            yield named, place, "involves"


def _nodes(drawn: Contents, iris: Iterable[str]) -> dict[str, Node]:
    nodes = {}
    for iri in sorted(iris):
        if entity := drawn.entities.get(iri):
            nodes[iri] = Node(iri, entity.kind, entity.label)
        elif unit := drawn.units.get(iri):
            nodes[iri] = Node(iri, "unit", unit.locator)
    return nodes


# ---------------------------------------------------------------- a part of it


def within(drawn: Contents, whole: Network, iri: str) -> set[str]:
    """A place and everything of the network that lies in it; of what is no place, the thing itself."""
    entity = drawn.entities.get(iri)
    if entity is None or entity.kind not in {"place", "zone"}:
        return {iri} & set(whole.nodes)
    return {other for other in whole.nodes if iri in _chain(drawn, other)}


def _chain(drawn: Contents, iri: str) -> list[str]:
    """A place and what it lies in, upwards."""
    chain: list[str] = []
    while (entity := drawn.entities.get(iri)) and entity.kind in {"place", "zone"} and iri not in chain:
        chain.append(iri)
        iri = entity.upper
    return chain


def around(whole: Network, starts: Collection[str], hops: int) -> set[str]:
    """The nodes that so many steps lead to, the starts among them."""
    return {iri for iri, steps in _steps(whole, starts).items() if steps <= hops}


def between(whole: Network, ones: Collection[str], others: Collection[str], hops: int) -> set[str]:
    """The nodes on every chain of so many steps, or fewer, from one side to the other; none where there is none."""
    from_one, from_other = _steps(whole, ones), _steps(whole, others)
    return {iri for iri in from_one if iri in from_other and from_one[iri] + from_other[iri] <= hops}


def _steps(whole: Network, starts: Collection[str]) -> dict[str, int]:
    """How many steps lead to each node from the nearest start."""
    neighbours: defaultdict[str, set[str]] = defaultdict(set)
    for edge in whole.edges:
        neighbours[edge.source].add(edge.target)
        neighbours[edge.target].add(edge.source)
    steps = dict.fromkeys((iri for iri in starts if iri in whole.nodes), 0)
    waiting = deque(steps)
    while waiting:
        here = waiting.popleft()
        for neighbour in neighbours[here] - steps.keys():
            steps[neighbour] = steps[here] + 1
            waiting.append(neighbour)
    return steps


# ---------------------------------------------------------------- many together


def aggregated(whole: Network, *, limit: int = LIMIT, first: Collection[str] = ()) -> Network:
    """The network with no more than so many nodes.

    The nodes with the most neighbours stay as they are. Each of the others joins those of its kind that
    hang on the same node, the one of its neighbours that has the most; their edges and facts go with them.

    Args:
        whole: the network.
        limit: the most nodes that it may have, 50 or more.
        first: nodes that stay before all others.
    """
    if len(whole.nodes) <= limit:
        return whole
    degrees = whole.degrees()
    ranked = sorted(whole.nodes, key=lambda iri: (iri not in first, -degrees[iri], iri))
    strongest = _strongest(whole, {iri: rank for rank, iri in enumerate(ranked)})
    for kept in range(limit, -1, -max(1, limit // 30)):
        own = set(ranked[:kept])
        home = {iri: iri if iri in own else _home(whole.nodes[iri], strongest.get(iri, ""), own) for iri in ranked}
        if len(set(home.values())) <= limit:
            break
    return _joined_in(whole, home)


def _strongest(whole: Network, rank: Mapping[str, int]) -> dict[str, str]:
    """The first-ranked neighbour of each node."""
    found: dict[str, str] = {}
    for edge in whole.edges:
        for one, other in ((edge.source, edge.target), (edge.target, edge.source)):
            if one not in found or rank[other] < rank[found[one]]:
                found[one] = other
    return found


def _home(node: Node, neighbour: str, own: Collection[str]) -> str:
    return f"{node.kind}@{neighbour if neighbour in own else ''}"


def _joined_in(whole: Network, home: Mapping[str, str]) -> Network:
    members: defaultdict[str, list[Node]] = defaultdict(list)
    for iri, node in whole.nodes.items():
        members[home[iri]].append(node)
    nodes = {}
    for iri, held in sorted(members.items()):
        holder = whole.nodes.get(iri.partition("@")[2])
        labels = tuple(sorted(node.label for node in held))
        nodes[iri] = held[0] if iri == held[0].iri else Node(iri, held[0].kind, holder.label if holder else "", labels)
    found: defaultdict[tuple[str, str, str, str], set[int]] = defaultdict(set)
    for edge in whole.edges:
        source, target = home[edge.source], home[edge.target]
        if source != target:
            found[source, target, edge.kind, edge.detail].update(edge.statements)
    return Network(nodes, tuple(Edge(*key, tuple(sorted(found[key]))) for key in sorted(found)))
