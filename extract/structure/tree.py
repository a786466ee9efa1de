"""The tree that a document is read into: its numbered parts, boxes, annexes, and the tables in them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from extract.numbering import Number
from extract.structure.lines import Cell
from extract.structure.paragraphs import Paragraph

NodeKind: TypeAlias = Literal["root", "plan", "annex", "part", "box", "item"]
TOPS = frozenset({"root", "plan", "annex"})
"""The kinds of what numbers run on through."""


@dataclass(slots=True)
class Table:
    """A table.

    Attributes:
        number: what a caption above it prints (表2), None where none does.
        rows: the cells of each row, the row of headers first.
    """

    number: str | None
    rows: list[tuple[Cell, ...]] = field(default_factory=list)


@dataclass(slots=True)
class Node:
    """A part of a document.

    Attributes:
        kind: `root`, `plan` (a further one in the same file), `annex`, `part` (numbered), `box`, or `item` of a box.
        component: what it adds to a path; the printed number of a box, an annex or a plan, or their order.
        number: the printed number of a part or an item.
        start: how many characters of the first paragraph are the number.
        paragraphs: its own text, the one with its number first.
        tables: the tables among them.
        children: what stands in it.
        first_part: the first numbered part of these.
    """

    kind: NodeKind
    component: str = ""
    number: Number | None = None
    start: int = 0
    paragraphs: list[Paragraph] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    children: list["Node"] = field(default_factory=list)
    first_part: "Node | None" = None

    def add(self, child: "Node") -> None:
        """Put a part below the others in it."""
        self.children.append(child)
        if child.kind == "part" and self.first_part is None:
            self.first_part = child

    def walk(self) -> Iterator["Node"]:
        """This part and those below it, in printed order."""
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def parts(self) -> list["Node"]:
        """The numbered parts right below it."""
        return [child for child in self.children if child.kind == "part"]

    @property
    def titled(self) -> bool:
        """Its first paragraph is a heading of its own, not a sentence."""
        return bool(self.paragraphs) and self.paragraphs[0].heading
