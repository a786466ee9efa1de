"""Printed lines: what a file prints, cleaned of markup and page furniture, each character with its offset."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from extract.brackets import track
from extract.numbering import COUNTED
from extract.structure.box_titles import parted_titles, titled_items
from extract.structure.characters import plain
from extract.structure.flat_tables import flat_rows
from extract.structure.furniture import DASHES, NUMBER_ALONE, is_furniture
from extract.structure.labels import with_colons
from extract.structure.marks import without_marks
from extract.structure.rare_brackets import with_round
from extract.structure.rare_labels import with_colon_signs
from extract.structure.running_heads import THIN_SPACE, running_heads
from extract.structure.spaced_bodies import parted
from extract.structure.stars import stars
from extract.structure.table_fields import columns
from extract.structure.white_space import LONG_LINE, narrow_gaps

_LINE = re.compile(r"[^\n\r\f\v\x85\u2028\u2029]+")
# Documents copied from web pages lose their line ends and keep the indent of each paragraph, wide or of one space.
_WIDE_SPACE = re.compile(r"\u3000{2,}|[ \u00a0]{8,}")
_SIGNATURE = re.compile(
    r"(?<=[。）)〕])[^。；，（()）]{0,60}[\d〇○零一二三四五六七八九]{4}年[\d一二三四五六七八九十]{1,3}月"
    r"[\d一二三四五六七八九十]{1,3}日(?:印发)?(?:[（(][^（()）]{2,12}[）)])?\s*$"
)
_SIGNATURE_TAIL = 120
# In a text on one line the title of a box runs from a stop to the number of its first item.
_BOX_TITLE = re.compile(
    r"(?<=[。；！？）)〕】\]])\s*(?P<title>专栏[ \u3000]*(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
    r"(?!\d|[、，和及与中所的])[^。；\n]{2,40}?)"
    r"(?=1[.、．]\D|[（(][1一][）)]|①)"
)
_MARKUP = re.compile(
    r"^\s*>\s*|^\s*#{1,6}\s+|^\s*[-*+]\s+(?=[（(\d一二三四五六七八九十第*])|(?<!\d)\*{1,3}(?=\S)|(?<=\S)\*{1,3}(?!\d)"
    r"|\\(?=[.#*_()\[\]|-])|&(?:nbsp|emsp|ensp);|</?(?:br|p|b|span|strong)(?:\s[^<>\n]{0,200})?/?>|\s+"
)
_HEADING = re.compile(r"\s*#{1,6}\s+")
_GAP = re.compile(
    rf"[\s*#>]*(?P<number>\d{{1,2}}|[零一二三四五六七八九十]{{1,3}}|{COUNTED})\s+(?=[^\d\s.、)）%年月日个家亿万千百条项座处名户次件套台所种类倍元吨米亩])"
)
_CELL_BREAK = re.compile(r"<br\s*/?>|\n", re.IGNORECASE)
_CELL_END = re.compile(r"(?<!\\)\|")
_TABLE_RULE = re.compile(r"[\s:|-]+")
_PAGE_DIGITS = 3
_NEAR = 6
_GLUED_PAGE_NUMBER = re.compile(r"[—－─]\s{0,3}(\d{1,3})\s{0,3}[—－─]")
_MIN_PAGES = 2
_LINES_OF_CLAUSE = 6
_OPENS_CLAUSE = re.compile(r".(?:[^，。；：]{0,8}(?:单位|部门)|牵头|责任|由?[省市县区]|各|国家|中央)")
_GOES_ON = re.compile(r"(?![个座条家项处所万亿年月日章节号])[\u4e00-\u9fff、，；）)〕]")
_INDENT = 4
_DOT_LEADER = re.compile(r"(?:…{2,}|[.·•]{4,})\d*$")
_CONTENTS = ("目录", "目次")
_ENTRY_TAIL = 40


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line, or a part of one, without markup and needless white space.

    Attributes:
        text: its characters, full-width letters and digits folded, the punctuation of Chinese widened.
        offsets: the place of each in the document's text.
        heading: it is marked up as a heading.
        columns: how wide the line is printed that it is, or is a part of: two for a Chinese character, one for a Latin.
        gap: how many of its first characters are a figure that white space alone parts from the rest (1 总则); else 0.
        cells: what the cells of a row of a table hold, empty ones too; none for a line that is no row.
    """

    text: str
    offsets: tuple[int, ...]
    heading: bool = False
    columns: int = 0
    gap: int = 0
    cells: tuple["Cell", ...] = ()

    def cut(self, start: int, end: int | None = None) -> "Line":
        """The part between two places."""
        return replace(self, text=self.text[start:end], offsets=self.offsets[start:end], gap=0 if start else self.gap)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table.

    Attributes:
        bar: the place of the bar in front of it in the document's text.
        lines: what it holds, a line each.
    """

    bar: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class _Run:
    """Lines that count up by one."""

    line: int
    before: "_Run | None"
    length: int


def lines(text: str) -> list[Line]:
    """The printed lines of a document that say something, in order.

    Page numbers, ornaments, rules of tables and a table of contents are left out; characters of the
    traditional script are read as the simplified ones.
    """
    text = parted(
        parted_titles(with_colons(with_colon_signs(without_marks(_without_page_numbers(with_round(plain(text)))))))
    )
    rows = flat_rows(text)
    found = [line for piece in _pieces(text, rows) if (line := _line(text, *piece, rows)).text or line.cells]
    gone = _page_numbers(text, found) | {
        i for i, line in enumerate(found) if not line.cells and is_furniture(line.text)
    }
    gone |= running_heads(text, [(line.text, line.offsets) for line in found], gone)
    return _without_contents([line for i, line in enumerate(found) if i not in gone])


def _pieces(text: str, rows: dict[int, list[tuple[int, int]]]) -> Iterator[tuple[int, int, int]]:
    """The parts of each line that are paragraphs or the ends of some, and how wide all is that ends with them."""
    titles = titled_items(text)
    for match in _LINE.finditer(text):
        start, end = match.span()
        if start in rows:
            yield start, end, 0
            continue
        wide = _wide(match[0]) if end - start < LONG_LINE else 0
        gaps = list(_WIDE_SPACE.finditer(text, start, end)) or narrow_gaps(text, start, end)
        gaps = [titles[start]] if start in titles else gaps
        for gap in gaps:
            if gap.start() - start == 1:  # a word set wide: 标　　题, 附　　则
                continue
            yield start, gap.start(), 0
            start = gap.end()
        for title in _BOX_TITLE.finditer(text, start, end) if end - start > LONG_LINE else ():
            yield start, title.start(), 0
            yield *title.span("title"), 0
            start = title.end()
        signature = _SIGNATURE.search(text, max(start, end - _SIGNATURE_TAIL), end)
        if signature:
            yield start, signature.start(), 0
            start, wide = signature.start(), 0
        yield start, end, wide


def _without_page_numbers(text: str) -> str:
    """The text with thin spaces for page numbers between dashes, also inside a line (`…推进— 2 —加快…`).

    Page numbers count up by one; anything between dashes that does not is left alone.
    """
    pages: list[re.Match[str]] = []
    for match in _GLUED_PAGE_NUMBER.finditer(text):
        if not pages or int(match[1]) == int(pages[-1][1]) + 1:
            pages.append(match)
    if len(pages) < _MIN_PAGES:
        return text
    ends = [0, *(page.end() for page in pages)]
    starts = [*(page.start() for page in pages), len(text)]
    blanks = [*(THIN_SPACE * len(page[0]) for page in pages), ""]
    return "".join(text[a:b] + blank for a, b, blank in zip(ends, starts, blanks, strict=True))


def _line(text: str, start: int, end: int, wide: int, rows: dict[int, list[tuple[int, int]]]) -> Line:
    if start in rows:
        return Line("", (), cells=tuple(_cell(text, a - 1, b) for a, b in rows[start]))
    printed = text[start:end].strip()
    if len(printed) > 1 and printed[0] == printed[-1] == "|":
        if _TABLE_RULE.fullmatch(printed):
            return Line("", ())
        bars = [match.start() for match in _CELL_END.finditer(text, start, end)]
        cells = tuple(_cell(text, bar, until) for bar, until in pairwise(bars))
        if len(cells) > 1:
            return Line("", (), cells=cells)
        start, end = bars[0] + 1, bars[-1]
    line = _clean(text, start, end)
    return replace(line, columns=wide) if wide > line.columns else line


def _cell(text: str, bar: int, until: int) -> Cell:
    breaks = [(match.start(), match.end()) for match in _CELL_BREAK.finditer(text, bar + 1, until)]
    starts = [bar + 1, *(after for _, after in breaks)]
    ends = [*(before for before, _ in breaks), until]
    held = (_clean(text, start, end) for start, end in zip(starts, ends, strict=True))
    said = [line for line in held if line.text]
    return Cell(bar, tuple(line for line in said if len(said) == 1 or not is_furniture(line.text)))


def _clean(text: str, start: int, end: int) -> Line:
    """A run of a document's text without markup and white space."""
    piece = text[start:end]
    marks = stars(piece) if "*" in piece else ()
    gone = [m.span() for m in _MARKUP.finditer(piece) if m.start() not in marks and not _parts_words(piece, m)]
    kept = list(zip([0, *(b for _, b in gone)], [*(a for a, _ in gone), len(piece)], strict=True))
    gap = _GAP.match(piece)
    return Line(
        "".join(piece[a:b] for a, b in kept),
        tuple(chain.from_iterable(range(start + a, start + b) for a, b in kept)),
        _HEADING.match(piece) is not None,
        _wide(piece),
        len(gap["number"]) if gap else 0,
    )


def _wide(printed: str) -> int:
    """How wide a line is printed, the indent of a paragraph included, no more."""
    said = printed.strip()
    indent = columns(printed[: printed.find(said[:1])]) if said else 0
    return columns(said) + (indent if indent <= _INDENT else 0)


def _parts_words(piece: str, match: re.Match[str]) -> bool:
    """A space counts only between two words of a Latin script; Chinese is written without."""
    before, after = piece[match.start() - 1 : match.start()], piece[match.end() : match.end() + 1]
    return match[0] == " " and (before + after).isascii() and before.isalpha() and after.isalpha()


def _page_numbers(text: str, found: list[Line]) -> set[int]:
    """Which lines are bare page numbers: they stand alone, beside dashes, or count up through the document."""
    pages: set[int] = set()
    runs: dict[int, _Run] = {}
    for i, line in enumerate(found):
        printed = _page(line)
        if printed is None:
            continue
        beside = [found[near] for near in (i - 1, i + 1) if 0 <= near < len(found)]
        alone = i - 1 in pages or any(not near.text.strip(DASHES) for near in beside) or _stands_alone(text, line)
        if alone or _parts_a_clause(found, i):
            pages.add(i)
        before = runs.get(printed - 1)
        runs[printed] = _Run(i, before, before.length + 1 if before else 1)
    run = max(runs.values(), key=lambda run: run.length, default=None)
    if run is not None and run.length >= _MIN_PAGES:
        while run is not None:
            pages.add(run.line)
            run = run.before
    return pages


def _page(line: Line) -> int | None:
    """The number that a line prints and nothing else, be it between dashes."""
    bare = line.text.strip(DASHES)
    return (
        int(bare)
        if not (line.cells or NUMBER_ALONE.fullmatch(line.text)) and bare.isdecimal() and len(bare) <= _PAGE_DIGITS
        else None
    )


def _parts_a_clause(found: list[Line], i: int) -> bool:
    """The lines around say who is responsible, in a bracket that is open, and the next goes on with a name."""
    opened: list[int] = []
    before = "".join(line.text for line in found[max(0, i - _LINES_OF_CLAUSE) : i])
    track(opened, before)
    return (
        bool(opened)
        and i + 1 < len(found)
        and _OPENS_CLAUSE.match(before, opened[-1]) is not None
        and _GOES_ON.match(found[i + 1].text) is not None
    )


def _stands_alone(text: str, line: Line) -> bool:
    """Empty lines, or the ends of pages, are before and behind it."""
    start, end = line.offsets[0], line.offsets[-1] + 1
    around = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    return all(run.count("\n") > 1 or "\f" in run for run in around)


def _without_contents(found: list[Line]) -> list[Line]:
    """The lines without a table of contents: the entries behind 目录, to where the first of them comes again."""
    for i, line in enumerate(found):
        if line.text in _CONTENTS and i + 1 < len(found):
            first, behind = _entry(found[i + 1]), range(i + 2, len(found))
            again = next((j for j in behind if found[j].text.startswith(first) and not _leads(found[j])), len(found))
            body = next((j for j in range(i + 1, again) if "。" in found[j].text), again)
            if again == len(found):
                return found[:i] + [rest for rest in found[i + 1 :] if not _leads(rest)]
            return found[:i] + found[body:]
    return found


def _leads(line: Line) -> bool:
    """It ends in the dots and the page number of an entry in a table of contents."""
    return _DOT_LEADER.search(line.text[-_ENTRY_TAIL:]) is not None


def _entry(line: Line) -> str:
    tail = line.text[-_ENTRY_TAIL:]
    return line.text[:-_ENTRY_TAIL] + re.sub(r"\d+$", "", _DOT_LEADER.sub("", tail))
