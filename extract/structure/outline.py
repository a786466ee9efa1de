"""The tree of numbered parts that a document's lines make: what each line is, one after the other."""

import re

from extract.brackets import CLOSING
from extract.clauses.clauses import clauses
from extract.clauses.notes import note
from extract.clauses.words import is_labelled
from extract.numbering import Number, number_at
from extract.punctuation import BREAK_OFF, ENOUGH, HAS_STOP
from extract.structure.annexes import Annexes
from extract.structure.headings import Headings, heads_group
from extract.structure.layout import Layout
from extract.structure.lines import Cell, Line
from extract.structure.numbers_alone import with_numbers
from extract.structure.open_parts import OpenParts
from extract.structure.paragraphs import ITEM_MARK, Paragraph
from extract.structure.tree import Node, Table
from extract.titles import GLUED, NUMBER, is_title

_BOX = re.compile(r"专栏(?P<number>\d{1,3}(?:[-—.]\d{1,2})?|[一二三四五六七八九十]{1,3})?[：:]?[^。；]{0,40}$")
_FILING = re.compile("抄送[：:]|抄报[：:]|主送[：:]|分送[：:]")
_CAPTION = re.compile(r"(?:附)?表(?P<number>\d{1,2})(?!\d)")
_NOTE = re.compile(r"[（(]?(?:备?注|说明|数据来源|资料来源)\d?[）)]?[：:、.]|【注")
_LONGEST_HEADING, _LONGEST_PART = 45, 40
_NEAR, _LONGEST_REST, _TITLED = 3, 4, 2


def outline(lines: list[Line]) -> Node:
    """The root of the tree that lines make."""
    return _Outliner(list(with_numbers(lines))).build()


class _Outliner:
    """Takes the lines one by one."""

    def __init__(self, lines: list[Line]) -> None:
        self._root = Node("root")
        self._lines = lines
        self._layout = Layout(lines)
        self._headings = Headings(lines, self._layout)
        self._annexes = Annexes(lines)
        self._open = OpenParts(self._root, self._layout)
        self._plan_count, self._annex_count, self._box_count = 1, 0, 0
        self._paragraph: Paragraph | None = None
        self._table: Table | None = None
        self._closed = False

    def build(self) -> Node:
        for i, line in enumerate(self._lines):
            if line.cells:
                self._row(line.cells)
            else:
                self._table = None
                self._take(i, line)
        return self._root

    # what a line is

    def _take(self, i: int, line: Line) -> None:
        if _FILING.match(line.text):
            self._closed = True
        if i in self._annexes.listed:
            self._paragraph = Paragraph(line, heading=True)
        elif i in self._annexes.opening and (self._annexes.opening[i] or self._has_begun()):
            self._annex_count += 1
            self._open_top(Node("annex", self._annexes.opening[i] or str(self._annex_count)), line)
        elif self._starts_plan(i, line):
            self._plan_count += 1
            self._open_top(Node("plan", str(self._plan_count)), line)
        elif box := _BOX.match(line.text):
            self._box_count += 1
            self._open.open_box(Node("box", box["number"] or str(self._box_count)))
            self._append(line, heading=True)
            self._closed = False
        else:
            number = self._layout.start(i)
            if number is not None and self._open.goes_on_outside(number) and self._is_measure(i):
                self._open.leave_box(number)
                self._paragraph = None
            if number is not None and self._open.accept(number, i, self._paragraph, inline=False):
                self._closed = False
                self._leave_out_head(number)
                self._open_part(number, number.end)
                self._running(i, line, number.end)
            elif not self._closed:
                if self._is_behind_box(i, line):
                    self._open.leave_box(self._layout.next_start(i), within=is_labelled(line.text))
                    self._paragraph = None
                self._running(i, line, 0)

    def _has_begun(self) -> bool:
        """What may have annexes was read; one without a number before it is the plan itself, below a notice."""
        return self._open.top is not self._root or self._root.first_part is not None or bool(self._root.tables)

    def _starts_plan(self, i: int, line: Line) -> bool:
        """A title behind which the numbers of the highest level start over opens a further plan in the same file."""
        top, following = self._open.top, self._layout.next_start(i)
        first = top.first_part.number if top.first_part else None
        return (
            top.kind != "annex"
            and first is not None
            and following is not None
            and (following.style, following.value) == (first.style, 1)
            and self._layout.start(i) is None
            and is_title(line.text)
            and HAS_STOP.search(line.text) is None
        )

    def _is_behind_box(self, i: int, line: Line) -> bool:
        """A line of prose behind the last item of a box: the items bear marks, numbers or stand in a table, it none."""
        box, paragraph = self._open.box, self._paragraph
        if box is None or ITEM_MARK.match(line.text) or _NOTE.match(line.text):
            return False
        if box.tables and not box.children:
            return len(box.paragraphs) == 1 or not box.paragraphs[-1].heading
        if paragraph is None or paragraph.heading or paragraph.goes_on(line, self._layout.width):
            return False
        if self._headings.plain(i, line, paragraph, at_top=False):
            return False
        if box.children:
            items, following = box.children, self._layout.next_start(i)
            last = items[-1].number
            goes_on = following and last and (following.style, following.value) == (last.style, last.value + 1)
            return not goes_on and all(len(item.paragraphs) == 1 for item in items)
        marked = [ITEM_MARK.match(one.text) is not None for one in box.paragraphs[1:]]
        behind = self._lines[i + 1 : i + 1 + _NEAR]
        return (
            any(marked) and all(marked[marked.index(True) :]) and not any(ITEM_MARK.match(one.text) for one in behind)
        )

    def _is_measure(self, i: int) -> bool:
        """Whether the part that begins in a line ends with who is responsible, as no item of the open box does."""
        text = self._lines[i].text
        for k in range(i + 1, min(i + _LONGEST_PART, len(self._lines))):
            if self._layout.start(k) is not None:
                break
            text += self._lines[k].text
        items = [paragraph.text for item in (self._open.box or self._root).children for paragraph in item.paragraphs]
        return any(clauses(text, first_leads=False)) and not any(any(clauses(t, first_leads=False)) for t in items)

    def _row(self, cells: tuple[Cell, ...]) -> None:
        said = [cell for cell in cells if cell.lines]
        if len(said) == 1 and (line := next((one for one in said[0].lines if note(one.text)), None)):
            self._append(line, heading=False)  # over or under the rows: 列第一位的为牵头单位
            return
        if self._table is None:
            part = self._open.innermost
            caption = part.paragraphs.pop() if len(part.paragraphs) > 1 and part.paragraphs[-1].heading else None
            number = _CAPTION.match(caption.text) if caption else None
            self._table = Table(number["number"] if number else None)
            part.tables.append(self._table)
        self._table.rows.append(cells)

    # running text

    def _running(self, i: int, line: Line, start: int) -> None:
        """The text of a line from `start`, parted where a number inside it opens a part."""
        done = self._title_in_front(line)
        for at, number in self._layout.inside(i):
            if at < max(done, start):
                continue
            before = line.text[max(done, at - ENOUGH) : at]
            stopped = (
                before[-1:] in tuple("。！？.：") or before[-1:] in tuple(CLOSING) or is_labelled(_sentence(before))
            )
            if not (stopped or _is_bare_heading(line.text, done, at, number)):
                continue
            if self._open.accept(number, i, self._paragraph, inline=True):
                self._add(line.cut(done, at), heading=not stopped)
                self._open_part(number, number.end - at)
                done = at
        rest = line.cut(done)
        self._add(rest, heading=self._is_heading(i, rest))

    def _title_in_front(self, line: Line) -> int:
        """Where the text begins behind a title with its number that stands in front of it in the same line."""
        glued = GLUED.match(line.text) if self._open.innermost is self._root and self._paragraph is None else None
        number = NUMBER.match(line.text, glued.end()) if glued else None
        if number is None or number.end() == len(line.text):
            return 0
        self._append(line.cut(0, number.end()), heading=True)
        return number.end()

    def _is_heading(self, i: int, line: Line) -> bool:
        part = self._open.innermost
        if part.number is not None and self._is_fresh(part):
            return self._headings.numbered(i, line, part.number.style, part.start)
        return self._headings.plain(i, line, self._paragraph, at_top=part is self._open.top)

    @staticmethod
    def _is_fresh(part: Node) -> bool:
        """Its number was just read, and nothing behind it."""
        return part.number is not None and not part.paragraphs

    def _add(self, line: Line, *, heading: bool) -> None:
        if not line.text:
            return
        paragraph = self._paragraph
        begins = paragraph is None or self._is_fresh(self._open.innermost) or self._begins_field(paragraph, line)
        if paragraph is None or begins or not paragraph.goes_on(line, self._layout.width):
            self._append(line, heading=heading)
        else:
            paragraph.join(line)

    def _begins_field(self, paragraph: Paragraph, line: Line) -> bool:
        if not self._layout.begins_field(line) or paragraph.in_bracket or paragraph.fills(self._layout.width):
            return False
        label, before = line.text[: line.text.index("：") + 1], paragraph.tail
        broken = any(is_labelled(before[-n:] + label) for n in range(1, min(len(before), _LONGEST_REST) + 1))
        return not broken and BREAK_OFF.search(before) is None

    def _append(self, line: Line, *, heading: bool) -> None:
        self._paragraph = Paragraph(line, heading=heading)
        self._open.innermost.paragraphs.append(self._paragraph)

    def _open_part(self, number: Number, start: int) -> None:
        self._open.open(number, start)
        self._paragraph = None

    def _leave_out_head(self, number: Number) -> None:
        """A heading without a number in front of a numbered part is no text of the part before it."""
        part, last = self._open.innermost, self._paragraph
        held = part.paragraphs
        if last is None or not last.heading or part.kind != "part" or len(held) == 1 or held[-1] is not last:
            return
        ended = held[-2].is_whole if self._open.closes(number) else len(held) == _TITLED and held[0].heading
        if ended and heads_group(last.text):
            held.pop()

    def _open_top(self, top: Node, line: Line) -> None:
        self._open.open_top(top)
        self._append(line, heading=True)
        self._closed = False


def _sentence(text: str) -> str:
    """The last sentence of a text, from its last stop on."""
    return text[text.rfind("。") + 1 :]


def _is_bare_heading(text: str, start: int, end: int, number: Number) -> bool:
    """A heading without a stop runs into the number of its first part (一、统筹推进（一）加快…)."""
    if end - start > _LONGEST_HEADING:
        return False
    own = number_at(text, start)
    return own is not None and own.style != number.style and HAS_STOP.search(text[start:end]) is None
