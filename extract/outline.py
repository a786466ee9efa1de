"""The tree of numbered parts that a document's lines make.

Which printed number opens a part, and which stands in running text, is told by its sequence: a number
continues the one of its style before it, or starts at one. Nothing else is known of a document's layout.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from extract.numbering import Number, number_at
from extract.paragraphs import Line

_TERMINAL = re.compile(r"[。！？；：!?;:…][”’」』）)〕\]》]*$")
_STOP = re.compile(r"[。！？；]")
_COMMA_END = re.compile(r"[、，,（(〔《“—]$")
_CLAUSE_END = re.compile(r"(?:负责|牵头|配合|参与|单位|下同|政府|部门|[局委办厅部院会])[。]?[）)〕\]]+[。；]?$")
_BRACKETS = str.maketrans("（〔［【", "((((") | str.maketrans("）〕］】", "))))")
_BOX = re.compile(r"专栏(?P<number>\d{1,3}|[一二三四五六七八九十]{1,3})?[：:]?(?P<title>[^。；]{0,40})$")
_ANNEX = re.compile(r"附[件录表](?P<number>\d{1,2}|[一二三四五六七八九十]{1,2})?[：:]?$")
_LABEL = re.compile(
    r"[（(〔【\[]?(?:牵头|责任|主办|主要责任|主责|配合|参与|参加|协办|协同|支持|实施|承办)(?:单位|部门|地区)[^：:。]{0,8}[：:]"
    r"|完成(?:时限|时间|期限)[：:]|时间(?:安排|节点)[：:]"
)
_ENUMERATION = re.compile(r"[一二三四五六七八九十]是|[①-⑳]|——|[-—•●◆■▪·]\s*\w|资料来源[：:]|注[：:]")
_FILING = re.compile(r"抄送[：:]|抄报[：:]|主送[：:]|分送[：:]")
_INLINE = re.compile(r"(?<=[。！？）)〕])(?=[（(〔\d一二三四五六七八九十第])|(?<=\w)(?=[（(][一二三四五六七八九十])")
_TITLE_WORD = re.compile(
    r"(?:方案|计划|规划|纲要|意见|措施|通知|办法|决定|细则|要点|清单|条例|规定|政策|倡议|指引|导则|行动|公告|函|报告)"
    r"(?:[（(][^（()）]{0,20}[)）])*$"
)
_MAX_HEADING = 45
_LONGEST_BRACKET = 600
_MAX_GAP = 3
_SHORT = 25
_SENTENCE_SHORT = 20


@dataclass(slots=True)
class Paragraph:
    """A run of text that is one paragraph to a reader: its characters and their offsets."""

    text: str
    offsets: tuple[int, ...]
    heading: bool = False
    row: bool = False

    def join(self, line: Line) -> None:
        """Add the rest of a paragraph that a line or page break cut."""
        self.text += line.text
        self.offsets += line.offsets


@dataclass(slots=True)
class Node:
    """A part of a document: a numbered one, a box, an annex, or the root of them.

    Attributes:
        number: the printed number, None for the root, a box and an annex.
        component: what it adds to a path.
        kind: `root`, `part`, `box`, `item` (of a box) or `annex`.
        paragraphs: its own text, the one with its number first; `start` characters of that are the number.
    """

    kind: str
    component: str = ""
    number: Number | None = None
    start: int = 0
    paragraphs: list[Paragraph] = field(default_factory=list)
    children: list["Node"] = field(default_factory=list)

    def walk(self) -> Iterator["Node"]:
        """This part and those below it, in printed order."""
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def titled(self) -> bool:
        """Its first paragraph is a heading of its own, not a sentence."""
        return bool(self.paragraphs) and self.paragraphs[0].heading


class Outliner:
    """Builds the tree from lines, one pass.

    Args:
        lines: what `paragraphs.lines` gives.
    """

    def __init__(self, lines: list[Line]) -> None:
        self.root = Node("root")
        self._lines = lines
        self._stack: list[Node] = [self.root]
        self._last: dict[str, int] = {}
        self._width = _wrap_width(lines)
        self._sentence_style = _sentence_styles(lines)
        self._going_on = _going_on(lines)
        self._boxes = 0
        self._box: Node | None = None
        self._paragraph: Paragraph | None = None
        self._closed = False

    def build(self) -> Node:
        """The root of the tree."""
        for i, line in enumerate(self._lines):
            self._take(i, line)
        return self.root

    # a line at a time

    def _take(self, i: int, line: Line) -> None:
        if _FILING.match(line.text):
            self._closed = True
        if line.row:
            self._append(line, heading=False)
            return
        annex, box = _ANNEX.match(line.text), _BOX.match(line.text)
        if annex and self._starts_annex(i):
            self._open_annex(annex["number"] or "", line)
            return
        if box:
            self._open_box(box, line)
            return
        number = number_at(line.text)
        if number is not None and self._accepts(number, line.text, i, inline=False):
            self._closed = False
            self._open(number)
            self._running(i, line, number.end)
        elif self._closed:
            return
        else:
            self._running(i, line, 0)

    def _running(self, i: int, line: Line, start: int) -> None:
        """The text of a line from `start`, parted where a number inside it opens a part."""
        done = 0
        for match in _INLINE.finditer(line.text, max(start, 1)):
            at = match.start()
            number = number_at(line.text, at)
            if number is None or at < done:
                continue
            before = line.text[done:at]
            stopped = line.text[at - 1] in "。！？" or _CLAUSE_END.search(before) is not None
            if not (stopped or self._under_bare_heading(before, number)):
                continue
            number = Number(number.style, number.value, number.component, number.end - at)
            if not self._accepts(number, line.text[at:], i, inline=True):
                continue
            self._add(line.cut(done, at), heading=not stopped)
            self._open(number)
            done = at
        self._add(line.cut(done), heading=self._is_heading(line.cut(done)))

    def _under_bare_heading(self, before: str, number: Number) -> bool:
        """A heading without a stop runs into the number of its first part (一、统筹推进（一）加快…)."""
        own = number_at(before)
        return (
            own is not None and own.style != number.style and len(before) <= _MAX_HEADING and not _STOP.search(before)
        )

    # paragraphs

    def _add(self, line: Line, *, heading: bool) -> None:
        if not line.text:
            return
        paragraph = self._paragraph
        fresh = self._stack[-1].number is not None and not self._stack[-1].paragraphs
        if fresh or paragraph is None or line.heading or not self._continues(paragraph, line):
            self._append(line, heading=heading)
        else:
            paragraph.join(line)

    def _append(self, line: Line, *, heading: bool) -> None:
        self._paragraph = Paragraph(line.text, line.offsets, heading, line.row)
        self._stack[-1].paragraphs.append(self._paragraph)

    def _continues(self, paragraph: Paragraph, line: Line) -> bool:
        if paragraph.row or line.row:
            return False
        if paragraph.heading:
            # a wrapped heading fills its line; what comes then is the rest of it
            return bool(self._width) and len(paragraph.text) >= self._width - 1 and not line.heading
        if _open_brackets(paragraph.text) and not _LABEL.match(line.text):
            return True
        if _LABEL.match(line.text) or (_ENUMERATION.match(line.text) and not _COMMA_END.search(paragraph.text)):
            return False
        if _TERMINAL.search(paragraph.text):
            return False
        return not (_CLAUSE_END.search(paragraph.text) and not _open_brackets(paragraph.text))

    def _is_heading(self, line: Line) -> bool:
        """A line that stands for itself, though no stop ends it."""
        text = line.text
        if line.heading:
            return True
        if _STOP.search(text) or _TERMINAL.search(text) or _COMMA_END.search(text):
            return False
        full = bool(self._width) and len(text) >= self._width - 2
        number = number_at(text)
        if number is not None and self._stack[-1].number is not None and not self._stack[-1].paragraphs:
            if number.style.startswith("chapter"):
                return True
            if _CLAUSE_END.search(text) or _open_brackets(text):
                return False
            if number.style in self._sentence_style and not self._width:
                return len(text) < _SENTENCE_SHORT and "，" not in text
            return len(text) <= _MAX_HEADING + 5 and (not full or self._paragraph is None)
        if self._stack[-1] is self.root and _TITLE_WORD.search(text) and len(text) <= 2 * _MAX_HEADING:
            return True
        previous = self._paragraph
        if previous is not None and not previous.heading and self._continues(previous, line):
            return False
        limit = _MAX_HEADING if self._stack[-1] is self.root else _SHORT
        if self._width:
            limit = min(limit, int(0.7 * self._width))
        return len(text) < limit and not re.search(r"[，、：]", text)

    # parts

    def _accepts(self, number: Number, text: str, i: int, *, inline: bool) -> bool:
        """Whether a printed number opens a part: it continues a sequence or starts one that goes on."""
        value, style = number.value, number.style
        if value < 1 or (number.end >= len(text) and inline):
            return False
        if self._box is not None and self._in_box(number, inline=inline):
            return True
        levels = [node.number.style if node.number else "" for node in self._stack]
        if style in levels:
            current = self._stack[levels.index(style)].number
            assert current is not None  # noqa: S101 - the style was found on it
            if current.whole:
                return not inline and number.component != current.component
            step = value - current.value
            if step == 1 or (not inline and 1 < step <= _MAX_GAP):
                return True
            # a list starts over without a heading of its own: a new plan in the same file
            return not inline and value == 1 and style == "cn" and current.value > 1 and self._after_title()
        if number.whole:
            return not inline
        run_on = self._last.get(style, 0)
        if value == 1:
            return not inline or (style, i) in self._going_on
        return value == run_on + 1 or (not inline and run_on < value <= run_on + _MAX_GAP)

    def _after_title(self) -> bool:
        return (
            self._paragraph is not None and self._paragraph.heading and bool(_TITLE_WORD.search(self._paragraph.text))
        )

    def _in_box(self, number: Number, *, inline: bool) -> bool:
        """Whether a number opens an item of the box that is open; else the box may end here."""
        box = self._box
        assert box is not None  # noqa: S101 - the caller looked
        items = [child for child in box.children if child.number is not None]
        style = items[0].number.style if items and items[0].number else number.style
        expected = (items[-1].number.value if items and items[-1].number else 0) + 1
        outer = {node.number.style: node.number.value for node in self._stack if node.number and node is not box}
        if inline or number.style != style or number.value != expected:
            return False
        return bool(items) or outer.get(style, self._last.get(style, 0)) + 1 != number.value or number.value == 1

    def _open(self, number: Number) -> None:
        if self._box is not None:
            if self._in_box(number, inline=False):
                self._box.children.append(Node("item", number.component, number, number.end))
                self._stack = [*self._stack[: self._stack.index(self._box) + 1], self._box.children[-1]]
                self._paragraph = None
                return
            self._stack = self._stack[: self._stack.index(self._box)]
            self._box = None
        levels = [node.number.style if node.number else "" for node in self._stack]
        if number.style in levels:
            at = levels.index(number.style)
            if number.value == 1 and not number.whole:
                self._last = {}
            self._stack = self._stack[:at]
        node = Node("part", number.component, number, number.end)
        self._stack[-1].children.append(node)
        self._stack.append(node)
        self._last[number.style] = number.value
        self._paragraph = None

    def _open_box(self, match: re.Match[str], line: Line) -> None:
        self._boxes += 1
        if self._box is not None:
            self._stack = self._stack[: self._stack.index(self._box)]
        box = Node("box", match["number"] or str(self._boxes))
        box.paragraphs.append(Paragraph(line.text, line.offsets, heading=True))
        self._stack[-1].children.append(box)
        self._stack.append(box)
        self._box, self._paragraph, self._closed = box, box.paragraphs[0], False

    def _starts_annex(self, i: int) -> bool:
        """附件 opens an annex where numbered parts came before it; before them it heads the plan itself."""
        return i + 1 < len(self._lines) and any(True for child in self.root.children if child.kind == "part")

    def _open_annex(self, number: str, line: Line) -> None:
        annexes = sum(child.kind == "annex" for child in self.root.children)
        node = Node("annex", f"附件{number or annexes + 1}")
        node.paragraphs.append(Paragraph(line.text, line.offsets, heading=True))
        self.root.children.append(node)
        self._stack, self._last, self._box = [self.root, node], {}, None
        self._paragraph, self._closed = node.paragraphs[0], False


def _open_brackets(text: str) -> bool:
    """The last opening bracket is not closed."""
    tail = text[-_LONGEST_BRACKET:].translate(_BRACKETS)
    return tail.count("(") > tail.count(")")


def _wrap_width(lines: list[Line]) -> int:
    """The line length of a document that breaks lines at the margin, in characters; 0 where it does not."""
    lengths = sorted(len(line.text) for line in lines if not line.row)
    if len(lengths) < _SHORT:
        return 0
    width = lengths[int(len(lengths) * 0.9)]
    near = sum(width - 3 <= length <= width + 3 for length in lengths)
    cut = sum(not _TERMINAL.search(line.text) for line in lines)
    return width if width <= 60 and near > len(lengths) * 0.35 and cut > len(lengths) * 0.5 else 0


def _sentence_styles(lines: Iterable[Line]) -> frozenset[str]:
    """The numbering styles whose lines are mostly sentences, not headings."""
    sentences: Counter[str] = Counter()
    for line in lines:
        number = number_at(line.text)
        if number is not None:
            sentences[number.style] += 1 if _STOP.search(line.text) else -1
    return frozenset(style for style, balance in sentences.items() if balance > 0)


def _going_on(lines: list[Line]) -> frozenset[tuple[str, int]]:
    """The styles and lines at which, or after which, a number 2 of that style may open a part."""
    seen: set[str] = set()
    going_on: set[tuple[str, int]] = set()
    for i in range(len(lines) - 1, -1, -1):
        text = lines[i].text
        for at in (0, *(m.start() for m in _INLINE.finditer(text))):
            number = number_at(text, at)
            if number is not None and number.value == 2:  # noqa: PLR2004 - the one after the first
                seen.add(number.style)
        going_on.update((style, i) for style in seen)
    return frozenset(going_on)


def sentence_breaks(text: str) -> list[tuple[int, int]]:
    """The sentences of a text as (start, end), newlines and stops (。！？；) ending them."""
    ends = [m.end() for m in re.finditer(r"[。！？；][”’」』）)〕]*|\n", text)]
    cuts = sorted({0, *ends, len(text)})
    return [(a, b) for a, b in pairwise(cuts) if text[a:b].strip()]
