"""What the lines of a document as a whole tell of how it is laid out, looked up line by line."""

import re
from collections import Counter
from dataclasses import replace

from extract.numbering import COUNTED_FIRSTS, PADDED, Number, bare_number, number_at
from extract.punctuation import HAS_STOP, TERMINAL, tail
from extract.structure.lines import Line
from extract.structure.paragraphs import fills

_INLINE = re.compile(
    rf"(?<=[。！？）)〕])(?=[（(〔\d一二三四五六七八九十第{COUNTED_FIRSTS}])|(?<=[\u4e00-\u9fff”）)%]\.)(?=[（(\d一二三四五六七八九十])|(?<=：)(?=一、)"
    r"|(?<=[】\]］])(?=[（(〔\d一二三四五六七八九十第])"
    r"|(?<=[\w”])(?=[（(](?:[一二三四五六七八九十]|\d{1,2}[）)]))|(?<=[\u4e00-\u9fff])(?=\d{1,2}[.、]\D)"
)
_FIELD = re.compile("[\u4e00-\u9fff]{2,6}：")
LONGEST_HEADING = 50
"""More characters than this make no heading of a part."""

_FEW = 25
_NARROWEST, _WIDEST = 40, 120
_NEAR = 6
_ALIKE = 3
_SECOND = 2


class Layout:
    """The numbers that lines hold, and the habits of the document.

    Args:
        lines: all of them, in order.
    """

    def __init__(self, lines: list[Line]) -> None:
        self._lines = lines
        self._starts = _restarting([_start(line) for line in lines])
        self._inside = {i: found for i, line in enumerate(lines) if (found := _inside(line.text))}
        self._next = _next_start(self._starts)
        self._next_alike = _next_alike(self._starts)
        self._seconds = self._lines_before_seconds()
        self._decimals = {number.figures for number in self._starts if number is not None and number.figures}
        self._fields = _repeated_fields(lines)
        self.width = _width(lines, self._starts)
        """The width of lines that are broken at the margin, in columns; 0 where they are not."""
        self.sentence_styles = self._sentence_styles(lines)
        """The numbering styles whose numbers mostly stand before sentences, not headings."""

    def start(self, i: int) -> Number | None:
        """The number at the start of a line."""
        return self._starts[i]

    def inside(self, i: int) -> list[tuple[int, Number]]:
        """The places inside a line where a number stands behind a stop or a bracket, and the numbers."""
        return self._inside.get(i, [])

    def next_start(self, i: int) -> Number | None:
        """The number at the start of the nearest line behind this one that has one."""
        return self._next[i]

    def next_alike(self, i: int) -> Number | None:
        """The number of the same style that starts the nearest line behind this one."""
        return self._next_alike.get(i)

    def goes_on(self, style: str, i: int) -> bool:
        """Whether a number 2 of a style stands in this line or behind it."""
        return self._seconds.get(style, -1) >= i

    def is_scheme(self, number: Number) -> bool:
        """Whether the lines hold another number that goes with a decimal one: beside, above or below it, or a cousin.

        A cousin is the first below the part before or behind its own (2.1.1 and 2.2.1).
        """
        *above, last = number.figures
        related = {(*above, last - 1), (*above, last + 1), (*above, last, 1), tuple(above)}
        if last == 1 and len(above) > 1:
            *higher, parent = above
            related |= {(*higher, parent - 1, 1), (*higher, parent + 1, 1)}
        return not related.isdisjoint(self._decimals)

    def begins_field(self, line: Line) -> bool:
        """Whether a line begins with a label that others begin with too (牵头：, 目标：)."""
        return bool(self._fields) and (label := _FIELD.match(line.text)) is not None and label[0] in self._fields

    def runs_on(self, i: int) -> bool:
        """A line reaches the margin, and the next is no short rest of a heading."""
        line, following = self._lines[i], self._lines[i + 1 : i + 2]
        if not fills(line, self.width) or not following or self.start(i + 1):
            return False
        rest = following[0].text
        return (
            HAS_STOP.search(rest) is not None
            or fills(following[0], self.width)
            or len(line.text + rest) > LONGEST_HEADING
        )

    def _sentence_styles(self, lines: list[Line]) -> frozenset[str]:
        sentences: Counter[str] = Counter()
        for i, line in enumerate(lines):
            start = self._starts[i]
            numbers = [(0, start), *self.inside(i)] if start else self.inside(i)
            ends = [*(at for at, _ in numbers[1:]), len(line.text)]
            for (at, number), end in zip(numbers, ends, strict=True) if numbers else ():
                said = HAS_STOP.search(line.text, at, end) or (end == len(line.text) and self.runs_on(i))
                sentences[number.style] += 1 if said else -1
        return frozenset(style for style, balance in sentences.items() if balance > 0)

    def _lines_before_seconds(self) -> dict[str, int]:
        """The last line that holds a number 2, by style."""
        last: dict[str, int] = {}
        for i, start in enumerate(self._starts):
            inside = (number for _, number in self._inside.get(i, ()))
            for number in (start, *inside):
                if number is not None and number.value == _SECOND:
                    last[number.style] = i
        return last


def _start(line: Line) -> Number | None:
    if line.cells:
        return None
    return bare_number(line.text, line.gap) if line.gap else number_at(line.text)


def _restarting(starts: list[Number | None]) -> list[Number | None]:
    """The numbers, bare figures that start over under each heading as those with a point behind them (1 建设园区)."""
    found = [number for number in starts if number is not None]
    if len(found) > 1 and all(number.style == PADDED for number in found) and found[0].value == 1:  # 01, 02 alone
        return [number and replace(number, style="n", component=str(number.value)) for number in starts]
    decimals = [number for number in found if number.figures]
    firsts = sum(number.figures == (1,) for number in decimals)
    if firsts < _SECOND or any(len(number.figures) > 1 for number in decimals):
        return starts
    return [replace(number, style="n") if number is not None and number.figures else number for number in starts]


def _repeated_fields(lines: list[Line]) -> frozenset[str]:
    """The labels that several lines begin with."""
    seen = Counter(label[0] for line in lines if not line.cells and (label := _FIELD.match(line.text)))
    return frozenset(label for label, count in seen.items() if count > 1)


def _inside(text: str) -> list[tuple[int, Number]]:
    places = (match.start() for match in _INLINE.finditer(text) if match.start())
    return [(at, number) for at in places if (number := number_at(text, at)) is not None]


def _next_start(starts: list[Number | None]) -> list[Number | None]:
    behind: list[Number | None] = []
    number = None
    for start in reversed(starts):
        behind.append(number)
        number = start or number
    return behind[::-1]


def _next_alike(starts: list[Number | None]) -> dict[int, Number]:
    behind: dict[int, Number] = {}
    nearest: dict[str, Number] = {}
    for i in range(len(starts) - 1, -1, -1):
        start = starts[i]
        if start is not None:
            if start.style in nearest:
                behind[i] = nearest[start.style]
            nearest[start.style] = start
    return behind


def _width(lines: list[Line], starts: list[Number | None]) -> int:
    """Most lines are about as wide as the widest tenth, and end within a sentence; or the widest lines do."""
    widths = sorted(line.columns for line in lines if not line.cells)
    if len(widths) >= _FEW:
        width = widths[int(len(widths) * 0.9)]
        near = sum(width - _NEAR <= one <= width + _NEAR for one in widths)
        cut = sum(TERMINAL.search(tail(line.text)) is None for line in lines)
        if width <= _WIDEST and near > len(widths) * 0.35 and cut > len(widths) * 0.5:
            return width
    widest = widths[-1] if widths else 0
    full = [i for i, line in enumerate(lines) if line.columns > widest - _NEAR and not line.cells]
    open_ended = (i for i in full if TERMINAL.search(tail(lines[i].text)) is None)
    cut = sum(following is None for i in open_ended for following in starts[i + 1 : i + 2])
    return widest if _NARROWEST <= widest <= _WIDEST and cut >= _ALIKE and 2 * cut > len(full) else 0
