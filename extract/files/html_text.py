"""The text of a part of a web page: a line for each paragraph, numbers of lists and rows of tables too."""

import re
from collections.abc import Iterator
from itertools import islice, pairwise
from typing import Any, TypeAlias
from unicodedata import normalize

from extract.files.numerals import written
from extract.files.rows import Merged, labelled, table_text
from extract.numbering import number_at

Element: TypeAlias = Any
"""An element of lxml, which has no types."""

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LISTS = frozenset({"dl", "dt", "dd", "ol", "ul", "li"})
PARTS = frozenset({"html", "body", "article", "center", "div", "figure", "form", "header", "main", "section"})
"""The elements that make parts of a page."""
TABLES = frozenset({"table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th"})
"""The elements that tables are made of, which may lay out a page too."""
_BLOCKS = PARTS | TABLES | _HEADINGS | _LISTS | {"address", "blockquote", "fieldset", "figcaption", "hr", "p", "pre"}
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([\w-]+)", re.IGNORECASE)
_ASCII_SPACE = re.compile(r"[ \t\r\n\f]+")
_SOURCE_BREAK = "\x1f"
_BREAK_IN_TEXT = re.compile(rf" *{_SOURCE_BREAK}[ {_SOURCE_BREAK}]*")
_WIDE = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’—…·]"
_BREAK_BETWEEN_WIDE = re.compile(rf"(?<={_WIDE}){_BREAK_IN_TEXT.pattern}(?={_WIDE})")
_STOP = re.compile("。|[；：！？，;:]$")
_LONGEST_HEADING, _LONGEST_CELL = 60, 2000
_HEADER = re.compile("单位|部门|任务|序号")
_LONGEST_HEADER = 12
_FEW_RUNS = 5
_ROWS_AND_COLUMNS = 2
_LABELS = frozenset(
    {
        "索引号",
        "主题分类",
        "主题词",
        "发文机关",
        "发布机构",
        "标题",
        "名称",
        "文号",
        "发文字号",
        "成文日期",
        "发布日期",
        "有效性",
    }
)
_NUMBER_LABELS = frozenset({"发文字号", "文号"})
_FEW_LABELS = 3


def compact(text: str) -> str:
    """A text without white space."""
    return "".join(text.split())


def rendered(root: Element, *, in_cell: bool = False) -> str:
    """The lines of a part of a page, empty ones left out; in a cell, rows of tables are lines without bars."""
    pieces = "".join(_pieces(root, in_cell=in_cell))
    return "\n".join(line for printed in pieces.split("\n") if (line := _line(printed)))


def _line(line: str) -> str:
    return _BREAK_IN_TEXT.sub(" ", _BREAK_BETWEEN_WIDE.sub("", line)).strip(" ")


def _pieces(root: Element, *, in_cell: bool) -> Iterator[str]:
    """Runs of text and the line ends between them, as the page prints them."""
    from lxml.etree import iterwalk  # type: ignore[import-untyped] # noqa: PLC0415 - only for this kind of file

    walk = iterwalk(root, events=("start", "end", "comment", "pi"))
    preformatted = 0
    counts: dict[Element, int] = {}
    for event, element in walk:
        tag = element.tag
        if event == "start":
            preformatted += tag == "pre"
            if tag in _BLOCKS or tag == "br":
                yield "\n"
            if tag == "table" and element is not root and is_data(element):
                yield _lines(element) if in_cell else _record(element) or _table(element)
                walk.skip_subtree()
            else:
                yield _mark(element, counts)
                yield _run(element.text, preformatted)
        else:
            if tag in _BLOCKS:
                yield "\n"
            preformatted -= tag == "pre"
            if element is not root:
                yield _run(element.tail, preformatted)


def _run(text: str | None, preformatted: int) -> str:
    if not text:
        return ""
    if preformatted:
        return text.replace("\r", "")
    return _ASCII_SPACE.sub(lambda space: _SOURCE_BREAK if "\n" in space[0] else " ", text.replace(_SOURCE_BREAK, ""))


def _mark(element: Element, counts: dict[Element, int]) -> str:
    """What stands in front of an element's text: the mark of a heading, the number of an item.

    Args:
        element: the element.
        counts: the number of the last item of each list; this one is counted.
    """
    if element.tag in _HEADINGS:
        said = compact(element.text_content())
        return "# " if 0 < len(said) <= _LONGEST_HEADING and not _STOP.search(said) else ""
    parent = element.getparent()
    if element.tag != "li" or parent is None or parent.tag != "ol":
        return ""
    number = _integer(element.get("value"), counts.get(parent, _integer(parent.get("start"), 1) - 1) + 1)
    counts[parent] = number
    style = _LIST_STYLE.search((element.get("style") or "") + ";" + (parent.get("style") or ""))
    said = written(number, style[1] if style else parent.get("type") or "decimal")
    first = normalize("NFKC", compact("".join(islice(element.itertext(), _FEW_RUNS))))
    if not said or number_at(first) is not None:  # the page prints none, or the text its own
        return ""
    return said + ("、" if said > "\u3000" else ". ")


def is_data(table: Element) -> bool:
    """Whether a table is one of data, none that only lays out the page."""
    rows = _rows(table)
    if len(rows) < _ROWS_AND_COLUMNS:
        return False
    if next(table.iterdescendants("table"), None) is not None and not _has_headers(rows):
        return False
    longest = max((len(cell.text_content()) for row in rows for cell in row), default=0)
    return max(map(len, rows)) >= _ROWS_AND_COLUMNS and longest <= _LONGEST_CELL


def _rows(table: Element) -> list[list[Element]]:
    """The cells of each row, of tables in them none."""
    rows = (row for row in table.iter("tr") if next(row.iterancestors("table")) is table)
    return [[cell for cell in row if cell.tag in {"td", "th"}] for row in rows]


def _has_headers(rows: list[list[Element]]) -> bool:
    """Whether a table that holds others is one of data itself: short headers stand over all its columns."""
    headers = [compact(cell.text_content()) for cell in rows[0]]
    return (
        all(0 < len(header) <= _LONGEST_HEADER for header in headers)
        and any(map(_HEADER.search, headers))
        and all(len(row) == len(headers) for row in rows)
    )


def _lines(table: Element) -> str:
    """A table in a cell of another: its rows as lines."""
    return "\n".join(labelled([rendered(cell, in_cell=True) for cell in row]) for row in _rows(table)) + "\n"


def _record(table: Element) -> str:
    """The number of the paper, where a table is its record in a catalogue (索引号, 发文机关, 发文字号 …); else ""."""
    cells = [compact(cell.text_content()).rstrip("：:") for cell in table.iter("td", "th")]
    if len(_LABELS.intersection(cells)) < _FEW_LABELS:
        return ""
    return next((said for label, said in pairwise(cells) if label in _NUMBER_LABELS and said not in _LABELS), "\n")


def _table(table: Element) -> str:
    caption = next((rendered(caption) + "\n" for caption in table.iterchildren("caption")), "")
    rows = [
        [
            Merged(rendered(cell, in_cell=True), _integer(cell.get("colspan"), 1), _integer(cell.get("rowspan"), 1))
            for cell in row
        ]
        for row in _rows(table)
    ]
    return caption + table_text(rows)


def _integer(text: str | None, otherwise: int) -> int:
    digits = (text or "").strip()
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 6 else otherwise  # noqa: PLR2004 - no page counts further
