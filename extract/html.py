"""Web pages (.html): the text of the article, numbers of lists and rows of tables too.

trafilatura finds where the article stands, and all of that part of the page is read: what it would leave out of an
article may be a clause. Scripts, menus, lists of links and what is hidden are no text.
"""

import logging
import re
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from itertools import islice
from pathlib import Path
from typing import Any, TypeAlias
from unicodedata import normalize

from extract.encodings import decode
from extract.errors import DocumentError
from extract.numbering import number_at
from extract.numerals import written
from extract.rows import Merged, table_text
from extract.titles import is_title

Element: TypeAlias = Any
"""An element of lxml, which has no types."""

READER = "html (trafilatura)"
"""What a document says of how its text was made."""

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)
_HEAD = 4096
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_SAME = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs"}
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_TABLES = frozenset({"table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th"})
_LISTS = frozenset({"dl", "dt", "dd", "ol", "ul", "li"})
_PARTS = frozenset({"html", "body", "article", "center", "div", "figure", "form", "header", "main", "section"})
_BLOCKS = _HEADINGS | _TABLES | _LISTS | _PARTS | {"address", "blockquote", "fieldset", "figcaption", "hr", "p", "pre"}
_KILLED = {"aside", "audio", "canvas", "footer", "head", "iframe", "nav", "noscript", "rp", "rt", "template", "video"}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([\w-]+)", re.IGNORECASE)
_ASCII_SPACE = re.compile(r"[ \t\r\n\f]+")
_SOURCE_BREAK = "\x1f"
_BREAK_IN_TEXT = re.compile(rf" *{_SOURCE_BREAK}[ {_SOURCE_BREAK}]*")
_WIDE = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’—…·]"
_BREAK_BETWEEN_WIDE = re.compile(rf"(?<={_WIDE}){_BREAK_IN_TEXT.pattern}(?={_WIDE})")
_STOP = re.compile("。|[；：！？，;:]$")
_CLAUSE = re.compile(r"(?:牵头|责任|配合|参与)(?:单位|部门)[：:]|(?:负责|牵头|配合|参与)[）)〕]")
_SITE = re.compile(r"[_|｜]|\s[-–—]\s")
_LONGEST_HEADING, _LONGEST_CELL = 60, 2000
_ARTICLE, _FOUND = 0.95, 0.5
_MOST_COUNTED = 200_000
_MOST_ELEMENTS = 20_000
_MENU, _LINKS = 3, 0.7
_FEW_RUNS = 5
_ROWS_AND_COLUMNS = 2
_NOTHING = "is a page without text; save the whole page as .html again, or give its text alone"
_TANGLED = "is no readable web page; save the whole page as .html again, or give its text alone"


def read_html(data: bytes, path: Path) -> tuple[str, str]:
    """The text of a page and the name of the codec: a line for each paragraph, tables as `extract.rows` writes them.

    Args:
        data: the bytes of the file.
        path: the file, for messages.

    Raises:
        DocumentError: where it is no page, or in no known encoding.
    """
    page, encoding = _decode(data, path)
    try:
        text = _text(page)
    except Exception as error:  # a malformed page makes lxml and what rests on it raise anything
        raise DocumentError(path, _TANGLED) from error
    if not text:
        raise DocumentError(path, _NOTHING)
    return text, encoding


def _decode(data: bytes, path: Path) -> tuple[str, str]:
    """UTF-8 where it is that, else what the page declares, else what its bytes look like."""
    declared = _CHARSET.search(data, 0, _HEAD)
    if declared:
        name = declared[1].decode().lower()
        for codec in ("utf-8", _SAME.get(name, name)):
            try:
                text = data.decode(codec)
            except (UnicodeDecodeError, LookupError):
                continue
            if "\0" not in text:
                return text.removeprefix("\ufeff"), codec
    return decode(data, path)


def _text(page: str) -> str:
    from lxml.html import HTMLParser, document_fromstring  # type: ignore[import-untyped] # noqa: PLC0415 - only here
    from lxml_html_clean import Cleaner  # noqa: PLC0415 - only for this kind of file

    page = _DECLARATION.sub("", page)
    if not page.strip():
        return ""
    parser = HTMLParser()
    root = document_fromstring(page, parser=parser)
    if any(error.level_name == "FATAL" for error in parser.error_log):  # nested so deep that the rest was left out
        raise ValueError(_TANGLED)
    title = _title(root)
    clean = Cleaner(style=True, inline_style=False, safe_attrs_only=False, page_structure=False, kill_tags=_KILLED)
    clean(root)
    for element in [element for element in root.iter() if _is_hidden(element) or _is_menu(element)]:
        if element.getparent() is not None:
            element.drop_tree()
    body = root.find("body") if root.find("body") is not None else root
    article = _article(body)
    text = _rendered(article)
    if article is not body and _lost(_rendered(body), text):
        text = _rendered(body)
    return f"{title}\n{text}" if title and text and _compact(title) not in _compact(text) else text


def _title(root: Element) -> str:
    """The title that the page declares; "" where what it declares is none."""
    declared = [
        *root.xpath("//meta[@name='ArticleTitle']/@content"),
        *(heading.text_content() for heading in root.iter("h1")),
        *(_SITE.split(title.text or "", maxsplit=1)[0] for title in root.iter("title")),
    ]
    said = (_ASCII_SPACE.sub(" ", title).strip() for title in declared)
    return next((title for title in said if is_title(title)), "")


def _is_hidden(element: Element) -> bool:
    return element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "") is not None


def _is_menu(element: Element) -> bool:
    """A block of hardly anything but links."""
    if element.tag not in {"div", "ul", "td"} or sum(1 for _ in element.iter("a")) < _MENU:
        return False
    text = _compact(element.text_content())
    links = sum(len(_compact(link.text_content())) for link in element.iter("a"))
    return links > _LINKS * len(text) and "附件" not in text


def _article(body: Element) -> Element:
    """The smallest part of the page that holds what trafilatura takes for the article.

    A page of more elements than any article has is read whole: trafilatura takes time as the square of them.
    """
    import trafilatura  # noqa: PLC0415 - only for this kind of file

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # its warnings are about pages, not for users
    page = body.getroottree().getroot()
    if sum(1 for _ in page.iter()) > _MOST_ELEMENTS:
        return body
    found = trafilatura.bare_extraction(deepcopy(page), fast=True, favor_recall=True, include_comments=False)
    main = _compact(getattr(found, "text", None) or "")[:_MOST_COUNTED]
    weights: Counter[Element] = Counter()
    for element in body.iter():
        if isinstance(element.tag, str):
            weights[element] += _weight(element.text, main)
        if element is not body:
            weights[element.getparent()] += _weight(element.tail, main)
    for element in reversed(list(body.iter())):
        if element is not body:
            weights[element.getparent()] += weights[element]
    whole = weights[body]
    if whole < _FOUND * len(main) or not main:
        return body
    article = body
    while (inner := next((child for child in article if weights[child] >= _ARTICLE * whole), None)) is not None:
        if inner.tag not in _PARTS:
            break
        article = inner
    return article


def _weight(text: str | None, main: str) -> int:
    said = _compact(text or "")
    return len(said) if len(said) > 1 and said in main else 0


def _lost(whole: str, part: str) -> bool:
    """Whether clauses of responsibility stand on the page that do not stand in a part of it."""
    return len(_CLAUSE.findall(whole)) > len(_CLAUSE.findall(part))


def _compact(text: str) -> str:
    return "".join(text.split())


def _rendered(root: Element) -> str:
    """The lines of a part of a page, empty ones left out."""
    return "\n".join(line for printed in "".join(_pieces(root)).split("\n") if (line := _line(printed)))


def _line(line: str) -> str:
    return _BREAK_IN_TEXT.sub(" ", _BREAK_BETWEEN_WIDE.sub("", line)).strip(" ")


def _pieces(root: Element) -> Iterator[str]:
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
            if tag == "table" and element is not root and _is_data(element):
                yield _table(element)
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
        said = _compact(element.text_content())
        return "# " if 0 < len(said) <= _LONGEST_HEADING and not _STOP.search(said) else ""
    parent = element.getparent()
    if element.tag != "li" or parent is None or parent.tag != "ol":
        return ""
    number = _integer(element.get("value"), counts.get(parent, _integer(parent.get("start"), 1) - 1) + 1)
    counts[parent] = number
    style = _LIST_STYLE.search((element.get("style") or "") + ";" + (parent.get("style") or ""))
    said = written(number, style[1] if style else parent.get("type") or "decimal")
    first = normalize("NFKC", _compact("".join(islice(element.itertext(), _FEW_RUNS))))
    if not said or number_at(first) is not None:  # the page prints none, or the text its own
        return ""
    return said + ("、" if said > "\u3000" else ". ")


def _is_data(table: Element) -> bool:
    """Whether a table is one of data, none that only lays out the page."""
    rows = [[cell for cell in row if cell.tag in {"td", "th"}] for row in table.iter("tr")]
    if next(table.iterdescendants("table"), None) is not None or len(rows) < _ROWS_AND_COLUMNS:
        return False
    longest = max((len(cell.text_content()) for row in rows for cell in row), default=0)
    return max(map(len, rows)) >= _ROWS_AND_COLUMNS and longest <= _LONGEST_CELL


def _table(table: Element) -> str:
    caption = next((_rendered(caption) + "\n" for caption in table.iterchildren("caption")), "")
    rows = [
        [
            Merged(_rendered(cell), _integer(cell.get("colspan"), 1), _integer(cell.get("rowspan"), 1))
            for cell in row
            if cell.tag in {"td", "th"}
        ]
        for row in table.iter("tr")
    ]
    return caption + table_text(rows)


def _integer(text: str | None, otherwise: int) -> int:
    digits = (text or "").strip()
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 6 else otherwise  # noqa: PLR2004 - no page counts further
