"""Headings: lines that stand for themselves, though no stop ends them - titles, headings of parts, signatures."""

import re

from extract.clauses.bodies import is_body
from extract.clauses.clauses import clauses
from extract.clauses.notes import note
from extract.numbering import CHAPTERS
from extract.punctuation import BREAK_OFF, COLON, HAS_STOP, STOP, TERMINAL, tail
from extract.structure.layout import LONGEST_HEADING, Layout
from extract.structure.lines import Line
from extract.structure.paragraphs import CLAUSE_END, Paragraph, fills
from extract.titles import LONGEST, is_title

_CLOSING_LINE = re.compile(
    r"(?:[\u4e00-\u9fff]{2,80}(?:政府|办公室|办公厅|中心|公司|集团|小组|[局厅委部院会]))?"
    r"(?P<date>[\d〇零一二三四五六七八九]{4}年.{1,3}月.{1,3}日)?(?:印发)?(?:[（(][^（()）：:]{2,20}[)）])?"
)
_NO_TITLE = re.compile(f"{STOP}|{COLON}")
_PROSE = ("为", "根据", "按照", "依据", "现将", "经")
_PARTED = re.compile("[，、：]")
_LONG, _SHORT, _SHORTEST, _RUN_ON = 45, 25, 4, 20
_NO_HEAD = re.compile(r"\d|年|月|长期|持续|专栏|附[件表录]|^(?:[—-]|各|有关|相关|其他)")
_TITLE_LINES = 3
_FILLED = 0.7


class Headings:
    """Tells headings from running text.

    Args:
        lines: all of the document.
        layout: what they tell of it.
    """

    def __init__(self, lines: list[Line], layout: Layout) -> None:
        self._lines = lines
        self._layout = layout

    def numbered(self, i: int, line: Line, style: str, start: int) -> bool:
        """Whether what stands behind a number is the heading of its part.

        Args:
            i: which line it is.
            line: number and text, or what is left of the line.
            style: of the number.
            start: how many characters of the line are the number.
        """
        text = line.text
        if line.heading or not _may_be(text[start:]):
            return line.heading
        if style in CHAPTERS:
            return "，" not in text or not self._layout.runs_on(i)
        if Paragraph(line).in_bracket or self._layout.runs_on(i):
            return False
        if style in self._layout.sentence_styles:
            return len(text) < _RUN_ON and "，" not in text
        return len(text) <= LONGEST_HEADING

    def plain(self, i: int, line: Line, previous: Paragraph | None, *, at_top: bool) -> bool:
        """Whether a line without a number, or what is left of it, stands for itself.

        Args:
            i: which line it is.
            line: the line, or the rest of it.
            previous: the paragraph before it.
            at_top: no numbered part is open: titles may stand here.
        """
        text, width = line.text, self._layout.width
        if line.heading or not _may_be(text) or note(text):
            return line.heading
        if fills(line, width) and line.columns > 2 * len(text) + _RUN_ON:
            return False  # 配, behind a wide space, the rest of which stands in the next line: 合单位：
        goes_on = previous is not None and not previous.heading and previous.goes_on(line, width)
        if goes_on or is_closing_line(text):
            return not goes_on or is_closing_line(text, dated=True)
        if at_top and (text.startswith(_PROSE) or self._begins_title(i)):
            return not text.startswith(_PROSE)
        limit = _LONG if at_top else _SHORT
        if width:
            limit = min(limit, int(_FILLED * width / 2))
        return len(text) < limit and _PARTED.search(text) is None and not Paragraph(line).in_bracket

    def _begins_title(self, i: int) -> bool:
        """A title may be set in several lines."""
        joined = ""
        for line in self._lines[i : i + _TITLE_LINES]:
            if line.cells or len(line.text) > LONGEST or _NO_TITLE.search(line.text):
                return False
            joined += line.text
            if is_title(joined):
                return True
        return False


def heads_group(text: str) -> bool:
    """Whether a heading without a number may stand over numbered parts: it names no body, no time and no figure."""
    return _SHORTEST <= len(text) <= _SHORT and not (
        _NO_HEAD.search(text) or is_body(text) or is_closing_line(text, dated=True)
    )


def is_closing_line(text: str, *, dated: bool = False) -> bool:
    """Whether a line is a signature, a date, or the state of a paper in brackets (（此件公开发布）).

    Args:
        text: the line.
        dated: only if it holds a date.
    """
    match = _CLOSING_LINE.fullmatch(text) if len(text) <= LONGEST else None
    if match is None or (dated and match["date"] is None):
        return False
    return text[:1] not in tuple("（(") or not any(clauses(text, first_leads=False))


def _may_be(text: str) -> bool:
    end = tail(text)
    return not (HAS_STOP.search(text) or any(pattern.search(end) for pattern in (TERMINAL, BREAK_OFF, CLAUSE_END)))
