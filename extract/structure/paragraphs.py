"""Paragraphs: lines that a margin or a page parted, joined again, and what tells that a line goes on."""

import re
from functools import cached_property
from itertools import chain

from extract.brackets import CLOSING, OPENING, split, track
from extract.clauses.bodies import is_body, is_known_body
from extract.clauses.words import ENDS_IN_LABEL, is_labelled
from extract.punctuation import BREAK_OFF, HAS_STOP, TERMINAL, tail
from extract.structure.lines import Line
from extract.titles import is_title

CLAUSE_END = re.compile(r"(?:负责|牵头|配合|参与|单位|下同|政府|部门|[局委办厅部院会])[。]?[）)〕\]】］]+[。；;]?$")
"""The end of a line that is the end of a responsibility clause."""

ITEM_MARK = re.compile(r"[•●◆■▪·○◎★☆▲△▶►◇□﹒∙※➢✓]|[-—][^-—\d]|——")
"""What a point of a list that is not numbered begins with."""

_WHOLE = re.compile("[。；！][”’）)]*$")
_ENUMERATION = re.compile(rf"[一二三四五六七八九十]是|[①-⑳]|{ITEM_MARK.pattern}|资料来源[：:]|注[：:]")
_DASHED = re.compile("—[\u4e00-\u9fff]")
_IN_NAME = re.compile("[\u4e00-\u9fff]$")
_LONGEST_BRACKET = 600
_COMMA = re.compile("[、，,；;。]")
_RAGGED = 6
_LONGEST_BODY, _LONGEST_LIST, _FEW = 40, 120, 3
_LONGEST_LABEL = 100  # with what may stand in brackets behind it
_JOINT = re.compile("[及和等]")


class Paragraph:
    """A run of text that is one paragraph to a reader, made of one line or of several.

    Args:
        line: the first line.
        heading: it stands for itself, as titles, headings and signatures do.
    """

    def __init__(self, line: Line, *, heading: bool = False) -> None:
        self.heading = heading
        self._lines: list[Line] = []
        self._length = 0
        self._open: list[int] = []
        self._head = ""
        self.tail = ""
        """The last characters of it."""
        self.join(line)

    def join(self, line: Line) -> None:
        """Add the rest of a paragraph that a line or page break cut."""
        self._lines.append(line)
        track(self._open, line.text, self._length)
        self._length += len(line.text)
        if len(self._head) < _LONGEST_LABEL:
            self._head += line.text
        self.tail = tail(self.tail + line.text)
        self.__dict__.pop("text", None)

    def _last(self, count: int) -> str:
        """The last characters of it, so many; it may have many lines, and is asked after each."""
        end = ""
        for line in reversed(self._lines):
            end = line.text + end
            if len(end) >= count:
                break
        return end[-count:]

    def _opens_label(self, line: str) -> bool:
        """The bracket that is open begins with a label, which the line end may break: （牵头单位：甲　责任单位：乙."""
        return is_labelled(self.text[self._open[-1] : self._open[-1] + _LONGEST_BODY] + line)

    def _names_who(self) -> bool:
        """A line behind a label (责任单位：甲、乙) whose last body is named in full."""
        if not is_labelled(self._head):
            return False
        end = self._last(_LONGEST_BODY)
        return is_body(end[slice(*split(end, "、，,；;：: ")[-1])])

    def _ends_with_duties(self) -> bool:
        """The bracket that ends it begins with a label: （责任单位：县财政局、园区）."""
        said, depth = self._last(_LONGEST_BRACKET), 0
        for at in range(len(said) - 1, -1, -1):
            depth += (said[at] in CLOSING) - (said[at] in OPENING)
            if not depth:
                return is_labelled(said[at:])
        return False

    @cached_property
    def text(self) -> str:
        """Its characters, nothing between the lines."""
        return "".join(line.text for line in self._lines)

    @property
    def offsets(self) -> tuple[int, ...]:
        """The place of each character in the document's text."""
        return tuple(chain.from_iterable(line.offsets for line in self._lines))

    @property
    def is_whole(self) -> bool:
        """It ends with a stop, or says who is responsible."""
        return _WHOLE.search(self.tail) is not None or CLAUSE_END.search(self.tail) is not None or self._names_who()

    @property
    def in_bracket(self) -> bool:
        """A bracket was opened not long ago and nothing has closed it."""
        return bool(self._open) and self._length - self._open[-1] <= _LONGEST_BRACKET

    def fills(self, width: int) -> bool:
        """Its last line reaches the margin."""
        return fills(self._lines[-1], width)

    def goes_on(self, line: Line, width: int) -> bool:
        """Whether a line is the rest of this paragraph.

        Args:
            line: the next line.
            width: of the lines of a document that breaks them at the margin, in columns; 0 where it does not.
        """
        if line.heading:
            return False
        if self.heading:  # a wrapped heading fills its line, and what comes then is short
            short = HAS_STOP.search(line.text) is None and not fills(line, width)
            return fills(self._lines[-1], width) and short and not is_title(self.text)
        end = self.tail
        broken_off = BREAK_OFF.search(end) is not None
        if is_labelled(line.text):
            return self.in_bracket and (broken_off or end.endswith(("；", ";")) or self._opens_label(line.text))
        if self.in_bracket:
            return True
        if end.endswith(tuple(CLOSING)) and self._ends_with_duties():
            return False
        if ENDS_IN_LABEL.search(end):
            names = _COMMA.split(line.text[:_LONGEST_LIST])[:_FEW] + _JOINT.split(line.text[:_LONGEST_BODY])[:1]
            return fills(self._lines[-1], width) or is_body(names[0]) or any(map(is_known_body, names))
        dashed = fills(self._lines[-1], width) and _DASHED.match(line.text) and _IN_NAME.search(end)
        if not (broken_off or dashed) and (
            _ENUMERATION.match(line.text) or (not fills(self._lines[-1], width) and self._names_who())
        ):
            return False
        return TERMINAL.search(end) is None and CLAUSE_END.search(end) is None


def fills(line: Line, width: int) -> bool:
    """Whether a line reaches the margin, as far as figures and punctuation that must not be parted let it.

    Args:
        line: the line, or a part of it.
        width: of lines that are broken at the margin, in columns; 0 where they are not.
    """
    return 0 < width <= line.columns + _RAGGED
