"""How the parts of a document are called: their paths of printed numbers, and which numbering makes the measures."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from extract.numbering import ARTICLE, may_run
from extract.structure.duties import says_who
from extract.structure.tree import Node

_SEVERAL = 2


@dataclass(slots=True)
class Scope:
    """What numbers run on through: a plan or an annex.

    Attributes:
        prefix: what stands in front of all its ids: nothing, `附件1/` or `方案2/`.
        measures: the numbering style of its measures in Arabic digits that run on; None where none do.
        tables: how many tables were named in it.
    """

    prefix: str
    measures: str | None
    tables: int = 0

    @property
    def name(self) -> str:
        """What a citation calls it."""
        return self.prefix.rstrip("/")


@dataclass(slots=True)
class Part:
    """A node of the outline and its name.

    Attributes:
        node: what was read.
        above: the part that it stands in.
        scope: the plan or annex that it belongs to.
        path: the printed numbers from the top; `专栏N` for a box.
        below: the parts in it.
        holds_list: what is numbered in it is a list of one measure.
    """

    node: Node
    above: "Part | None"
    scope: Scope
    path: str
    below: list["Part"] = field(default_factory=list)
    holds_list: bool = False

    def walk(self) -> Iterator["Part"]:
        """This part and those below it, in printed order."""
        yield self
        for part in self.below:
            yield from part.walk()

    @property
    def is_measure(self) -> bool:
        """Its number runs on through the document, as those of articles do, or it holds a list of one measure."""
        number = self.node.number
        if self.node.kind != "part" or number is None:
            return False
        return self.holds_list or number.style in (self.scope.measures, ARTICLE)

    @property
    def in_measure(self) -> bool:
        """It is a part of a measure."""
        return self.above is not None and (self.above.is_measure or self.above.in_measure)

    @property
    def is_leaf(self) -> bool:
        """No numbered part stands in it."""
        return self.node.first_part is None

    @property
    def is_empty(self) -> bool:
        """It is a heading, and nothing stands under it."""
        node = self.node
        return node.titled and not (node.children or node.tables or any(not p.heading for p in node.paragraphs))

    @property
    def is_section(self) -> bool:
        """It is a heading with something under it."""
        if self.node.kind != "part":
            return self.node.kind in {"box", "annex", "plan"}
        if self.is_measure or self.in_measure:
            return False
        return not self.is_leaf or (self.node.titled and not self.is_empty)

    @property
    def section_path(self) -> str:
        """What its section is called."""
        return self.scope.prefix + self.path if self.path else self.scope.name

    @property
    def section(self) -> str | None:
        """What the section is called that it stands in."""
        above = self.above
        while above is not None and not above.is_section:
            above = above.above
        return above.section_path if above else None

    @property
    def own_section(self) -> str | None:
        """The section that its text stands in: its own, or the one around it."""
        return self.section_path if self.is_section else self.section


def named(root: Node) -> Part:
    """The parts of a tree with their names."""
    several = any(child.kind == "plan" for child in root.children)
    return _part(root, None, Scope("方案1/" if several else "", _measures(root)))


def _part(node: Node, above: Part | None, scope: Scope) -> Part:
    if node.kind in {"annex", "plan"}:
        word = "附件" if node.kind == "annex" else "方案"
        scope = Scope(f"{word}{node.component}/", _measures(node))
    part = Part(node, above, scope, _path(node, above))
    part.below = [_part(child, part, scope) for child in node.children]
    return part


def _path(node: Node, above: Part | None) -> str:
    if node.kind == "box":
        return f"专栏{node.component}"
    if node.number is None or above is None:
        return ""
    return node.component if node.number.figures else above.path + node.component


def _measures(top: Node) -> str | None:
    """The finest numbering in Arabic digits that runs on through the whole of a plan; None where none does.

    One that stands under a single heading runs on where that is of the highest level and most of what is numbered
    there or deeper bears it, and what is numbered above it alone names no responsible bodies; else it is a list of that
    heading alone (1. to 3. of the principles).
    """
    values: dict[str, list[int]] = {}
    parents: dict[str, set[int]] = {}
    depths: dict[str, int] = {}
    leaves: list[tuple[str, int, Node]] = []
    schemes: set[str] = set()
    for node, depth in _parts(top, 0):
        for part in node.parts:
            if part.number is None:
                continue
            style = part.number.style
            if _heads_decimals(part):
                schemes.add(style)  # 1、 above 1.1 and 1.2
            if part.first_part is None:
                leaves.append((style, depth, part))
            if may_run(style):
                values.setdefault(style, []).append(part.number.value)
                parents.setdefault(style, set()).add(id(node))
                depths[style] = max(depths.get(style, 0), depth)

    def is_main(style: str) -> bool:
        beside = [other for other, depth, _ in leaves if depth >= depths[style]]
        if not (depths[style] <= 1 < len(values[style]) and 2 * len(values[style]) > len(beside)):
            return False
        above = [any(map(says_who, part.paragraphs)) for _, depth, part in leaves if depth < depths[style]]
        return sum(above) < _SEVERAL or 2 * sum(above) <= len(above)

    running = [
        style
        for style, seen in values.items()
        if style not in schemes
        and seen[0] == 1
        and all(a < b for a, b in pairwise(seen))
        and (len(parents[style]) > 1 or is_main(style))
    ]
    return max(running, key=lambda style: depths[style], default=None)


def _heads_decimals(part: Node) -> bool:
    """The numbers right below a part go on with its own."""
    first, number = part.first_part, part.number
    return bool(number and first and first.number and first.number.figures[:1] == (number.value,))


def _parts(node: Node, depth: int) -> Iterator[tuple[Node, int]]:
    yield node, depth
    for part in node.parts:
        yield from _parts(part, depth + 1)
