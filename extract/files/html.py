"""Web pages (.html): the text of the article, numbers of lists and rows of tables too.

trafilatura finds where the article stands, and all of that part of the page is read: what it would leave out of an
article may be a clause. Scripts, menus, lists of links and what is hidden are no text.
"""

import logging
import re
from collections import Counter
from copy import deepcopy
from pathlib import Path

from extract.errors import DocumentError
from extract.files.encodings import decode
from extract.files.html_text import PARTS, TABLES, Element, compact, is_data, rendered
from extract.titles import is_title

READER = "html (trafilatura)"
"""What a document says of how its text was made."""

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)
_HEAD = 4096
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_SAME = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs"}
_KILLED = {"aside", "audio", "canvas", "footer", "head", "iframe", "nav", "noscript", "rp", "rt", "template", "video"}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CLAUSE = re.compile(r"(?:牵头|责任|配合|参与)(?:单位|部门)[：:]|(?:负责|牵头|配合|参与)[）)〕]")
_SITE = re.compile(r"[_|｜]|\s[-–—]\s")
_ARTICLE, _FOUND = 0.9, 0.5
_MOST_COUNTED = 200_000
_MOST_ELEMENTS = 20_000
_MENU, _LINKS = 3, 0.7
_NOTHING = "is a page without text; save the whole page as .html again, or give its text alone"
_TANGLED = "is no readable web page; save the whole page as .html again, or give its text alone"


def read_html(data: bytes, path: Path) -> tuple[str, str]:
    """The text of a page and the name of the codec: a line for each paragraph, tables as `rows` writes them.

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
    text = rendered(article)
    if article is not body and _lost(rendered(body), text):
        text = rendered(body)
    return f"{title}\n{text}" if title and text and compact(title) not in compact(text) else text


def _title(root: Element) -> str:
    """The title that the page declares; "" where what it declares is none."""
    declared = [
        *root.xpath("//meta[@name='ArticleTitle']/@content"),
        *(heading.text_content() for heading in root.iter("h1")),
        *(_SITE.split(title.text or "", maxsplit=1)[0] for title in root.iter("title")),
    ]
    said = (" ".join(title.split()) for title in declared)
    return next((title for title in said if is_title(title)), "")


def _is_hidden(element: Element) -> bool:
    return element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "") is not None


def _is_menu(element: Element) -> bool:
    """A block of hardly anything but links."""
    if element.tag not in {"div", "ul", "td"} or sum(1 for _ in element.iter("a")) < _MENU:
        return False
    text = compact(element.text_content())
    links = sum(len(compact(link.text_content())) for link in element.iter("a"))
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
    main = compact(getattr(found, "text", None) or "")[:_MOST_COUNTED]
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
        if inner.tag not in PARTS | TABLES or (inner.tag == "table" and is_data(inner)):
            break
        article = inner
    return article


def _weight(text: str | None, main: str) -> int:
    said = compact(text or "")
    return len(said) if len(said) > 1 and said in main else 0


def _lost(whole: str, part: str) -> bool:
    """Whether clauses of responsibility stand on the page that do not stand in a part of it."""
    return len(_CLAUSE.findall(whole)) > len(_CLAUSE.findall(part))
