"""The parts of a document that are open at a place, and which printed number goes on with them.

A number continues the one of its style before it, or starts at one: so the numbers that open parts are told from
those in running text.
"""

from extract.numbering import PADDED, Number, is_counted
from extract.structure.layout import Layout
from extract.structure.paragraphs import Paragraph
from extract.structure.tree import TOPS, Node

_OUTER = frozenset({"chapter编", "chapter篇", "chapter部分", "chapter章", "cn"})
_GAP = 3
_DEEP = 3


class OpenParts:
    """The open parts, the outermost first.

    Args:
        root: the tree that grows.
        layout: what the document's lines tell of it.
    """

    def __init__(self, root: Node, layout: Layout) -> None:
        self._layout = layout
        self._stack = [root]
        self._last: dict[str, int] = {}
        self._decimals: dict[int, tuple[int, ...]] = {}
        self._box: Node | None = None

    @property
    def innermost(self) -> Node:
        """The part that is being read."""
        return self._stack[-1]

    @property
    def box(self) -> Node | None:
        """The box that is being read."""
        return self._box

    @property
    def top(self) -> Node:
        """The plan or annex that is being read."""
        return self._stack[1] if len(self._stack) > 1 and self._stack[1].kind in TOPS else self._stack[0]

    # what may come next

    def accept(self, number: Number, i: int, before: Paragraph | None, *, inline: bool) -> bool:
        """Whether a printed number opens a part: it continues a sequence or starts one that goes on.

        Args:
            number: the number.
            i: the line in which it stands.
            before: the paragraph before it.
            inline: it stands inside the line.
        """
        if number.value < 1:
            return False
        if number.style == PADDED and (self._box is None or not (number.value > 1 or self._layout.goes_on(PADDED, i))):
            return False
        if self._box is not None and self._opens_item(number, inline=inline):
            return True
        if number.figures:
            return not inline and self._continues_decimal(number)
        value, style = number.value, number.style
        current = next((node.number for node in self._stack if node.number and node.number.style == style), None)
        if current is not None:
            # a list that starts over stands behind a heading of its own
            restarts = value == 1 and before is not None and before.heading
            return self._goes_on(number, current.value, i, inline=inline) or (restarts and not inline)
        if value == 1:
            goes_on = self._layout.goes_on(style, i)
            return goes_on if inline else (goes_on or not is_counted(style)) and not (before and before.in_bracket)
        return self._goes_on(number, self._last.get(style, 0), i, inline=inline)

    def _goes_on(self, number: Number, before: int, i: int, *, inline: bool) -> bool:
        """It is the next number; a line may also leave some out, where none of those comes behind it."""
        step = number.value - before
        if inline or step <= 1 or step > _GAP:
            return step == 1
        following = self._layout.next_alike(i)
        return following is None or not before < following.value < number.value

    def _continues_decimal(self, number: Number) -> bool:
        """Behind 1.2 may come 1.3 and 1.2.1, and 2 or 2.1 too."""
        figures = number.figures
        under = self.innermost.number if len(figures) > 1 else None
        if not self._layout.is_scheme(number) and not (under and (under.value,) == figures[:-1]):
            return False
        first = all(figure == 1 for figure in figures[1:])
        numbers = (node.number for node in reversed(self._stack))
        current = next((open_number.figures for open_number in numbers if open_number and open_number.figures), ())
        if not current and figures[-1] == 1 and self._decimals:
            return 0 < self._beyond(figures) <= _GAP  # 2.2.1 below a heading that is numbered otherwise (第二节)
        if not current or first:
            return first and figures > current
        above = len(figures) - 1
        step = figures[above] - (current[above] if len(current) > above else 0)
        return figures[:above] == current[:above] and 0 < step <= _GAP

    def _beyond(self, figures: tuple[int, ...]) -> int:
        """How many steps the part above a first number is from the part above the last one of as many figures."""
        before = self._decimals.get(len(figures), ())
        return figures[-2] - before[-2] if len(figures) > 1 and figures[:-2] == before[:-2] else 0

    def _opens_item(self, number: Number, *, inline: bool) -> bool:
        """Whether a number opens an item of the box that is open; else the box may end here."""
        item = self._box.children[-1].number if self._box and self._box.children else None
        if number.figures or (item and item.style != number.style) or (inline and number.style == "cn"):
            return False
        return number.value == (item.value if item else 0) + 1

    def goes_on_outside(self, number: Number) -> bool:
        """Whether a number goes on with the items of the open box as well as with the parts outside it."""
        beside = self._box is not None and bool(self._box.children) and self._opens_item(number, inline=False)
        return beside and number.value == self._last.get(number.style, 0) + 1

    def closes(self, number: Number) -> bool:
        """Whether a number that was accepted stands beside the part that is being read, or above it, not in it."""
        return self._level(number) < len(self._stack)

    # opening

    def open(self, number: Number, start: int) -> None:
        """Open the part of a number that was accepted; what it does not stand under is closed.

        Args:
            number: its number.
            start: how many characters of its first line are the number.
        """
        if self._box is not None and self._opens_item(number, inline=False):
            self._stack = self._stack[: self._stack.index(self._box) + 1]
            self._push(Node("item", number.component, number, start))
            return
        self._close_box()
        level = self._level(number)
        if level < len(self._stack) and number.value == 1 and not number.figures:
            self._last = {}
        self._stack = self._stack[:level]
        self._push(Node("part", number.component, number, start))
        self._last[number.style] = number.value
        if number.figures:
            self._decimals[len(number.figures)] = number.figures

    def open_box(self, box: Node) -> None:
        """Open a box in the part that is being read."""
        self._close_box()
        self._push(box)
        self._box = box

    def leave_box(self, following: Number | None, *, within: bool = False) -> None:
        """Close the open box: running text stands behind it.

        It belongs to the numbered part that holds the box where the next number goes on beside that one, else to the
        part above, whose last part this was.

        Args:
            following: the next number at the start of a line; None where there is none.
            within: it goes on with what stood before the box in any case: it says who answers for that.
        """
        self._close_box()
        number = self.innermost.number
        if within or number is None or len(self._stack) < _DEEP or self._stack[-2].number is None:
            return
        if following is None or (following.style, following.value) != (number.style, number.value + 1):
            self._stack = self._stack[:-1]

    def open_top(self, top: Node) -> None:
        """Open a plan or an annex, whose numbers start anew."""
        self._stack, self._last, self._box = self._stack[:1], {}, None
        self._decimals = {}
        self._push(top)

    def _push(self, node: Node) -> None:
        self._stack[-1].add(node)
        self._stack.append(node)

    def _close_box(self) -> None:
        if self._box is not None:
            self._stack = self._stack[: self._stack.index(self._box)]
            self._box = None

    def _level(self, number: Number) -> int:
        """How many of the open parts a number stands under: those before the first that it follows or outranks."""
        for level, node in enumerate(self._stack):
            open_number = node.number
            if open_number is None:
                continue
            style, deeper = open_number.style, len(open_number.figures)
            outranked = number.style in _OUTER and style not in _OUTER and not style.startswith("chapter")
            if style == number.style or outranked or (deeper and 0 < len(number.figures) <= deeper):
                return level
        return len(self._stack)
