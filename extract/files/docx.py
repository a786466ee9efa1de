"""Word files (.docx): what a reader of the printed paper sees, in order, numbers of lists and rows of tables too.

Page headers and footers, footnotes, comments, hidden text and a table of contents are left out. Of tracked changes
the last state is read: insertions are text, deletions are not. A text box stands behind the paragraph that holds it.
Source of the names: ECMA-376, part 1, 17 (WordprocessingML).
"""

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from extract.errors import DocumentError
from extract.files.rows import MOST_COLUMNS, Merged, labelled, table_text

if TYPE_CHECKING:
    from extract.files.docx_numbering import Numbering

Element: TypeAlias = Any
"""An element of lxml, which has no types."""

READER = "docx (python-docx)"
"""What a document says of how its text was made."""

MAX_EXPANDED = 64 * 1024 * 1024
"""The most bytes that the parts of a file may unpack to."""

MAX_XML = 24 * 1024 * 1024
"""The most bytes of them that may be XML; a tree of it takes twenty times that, and a long plan has 5 MB."""

_MOST_PARTS = 5000
_CHUNK = 1 << 20
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".emf", ".wmf", ".bin")
_LONGEST_HEADING = 50
_STOP = re.compile("。|[；：！？，;:]$")
_WRAPPERS = {"ins", "moveTo", "smartTag", "customXml", "sdt", "sdtContent", "AlternateContent", "Choice"}
_FORMULAS = {"oMath", "oMathPara", "sSub", "sSup", "f", "num", "den", "e", "sub", "sup", "d"}
_THROUGH = _WRAPPERS | _FORMULAS | {"r", "hyperlink", "fldSimple", "dir", "bdo", "ruby", "rubyBase"}
_BOXES = {"drawing", "pict", "object"}
_MARKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
_CORRUPT = "is no whole Word file; open it in a word processor and save it as .docx again"
_BOMB = (
    f"unpacks to more than {MAX_EXPANDED // 2**20} MB, or {MAX_XML // 2**20} MB of text, which no plan needs; "
    "save the text alone, without pictures"
)


def read_docx(data: bytes, path: Path) -> str:
    """The text of a Word file: a line for each paragraph, and rows of tables as `extract.files.rows` writes them.

    Args:
        data: the bytes of the file.
        path: the file, for messages.

    Raises:
        DocumentError: where it is no Word file, or unpacks to more than a plan may.
    """
    from docx import Document  # noqa: PLC0415 - only for this kind of file

    try:
        if not _is_bomb(data):
            return _Reading(Document(io.BytesIO(data))).text()
    except Exception as error:  # a malformed package makes zipfile, python-docx and lxml raise anything
        raise DocumentError(path, _CORRUPT) from error
    raise DocumentError(path, _BOMB)


def _is_bomb(data: bytes) -> bool:
    """Unpack every part once, a piece at a time: what a package says of its sizes may be a lie."""
    expanded = text = 0
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = package.infolist()
        if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > MAX_EXPANDED:
            return True
        for part in parts:
            is_text = not part.filename.lower().endswith(_PICTURES)
            with package.open(part) as file:
                while piece := file.read(_CHUNK):
                    expanded += len(piece)
                    text += len(piece) * is_text
                    if expanded > MAX_EXPANDED or text > MAX_XML:
                        return True
    return False


class _Reading:
    """The reading of one file."""

    def __init__(self, document: Any) -> None:  # noqa: ANN401 - what python-docx opens
        self._body = _whole(document.element, "document").body
        styles = _Styles(_whole(document.styles.element, "styles"))
        self._contents, self._headings = styles.contents, styles.headings
        self._numbering = _numbering(document.part, styles.lists)

    def text(self) -> str:
        """The text of the whole file."""
        return "\n".join(self._blocks(self._body))

    def _blocks(self, parent: Element, *, in_cell: bool = False) -> Iterator[str]:
        """The paragraphs and tables in a body, a text box or a cell, where a table is the lines of its cells."""
        kept = ""
        for child in parent:
            name = _name(child)
            if name == "p":
                boxes: list[Element] = []
                said = kept + "".join(_inline(child, boxes))
                goes_on = _find(child, "pPr", "rPr", "del") is not None  # its end was deleted
                kept = said if goes_on else ""
                if not goes_on:
                    yield from filter(None, [self._paragraph(child, said.strip())])
                for box in boxes:
                    yield from self._blocks(box, in_cell=in_cell)
            elif name == "tbl" and (in_cell or _is_frame(child)):
                for row in _within(child, "tr"):
                    held = ["\n".join(self._blocks(cell, in_cell=in_cell)) for cell in _within(row, "tc")]
                    yield labelled(held) if in_cell else held[0]
            elif name == "tbl":
                yield self._table(child)
            elif name in _WRAPPERS and not _is_contents(child):
                yield from self._blocks(child, in_cell=in_cell)
        if kept:
            yield kept

    def _paragraph(self, element: Element, said: str) -> str:
        """A paragraph as it is printed, its number in front; a heading is marked as in Markdown."""
        style = _value(_find(element, "pPr", "pStyle"))
        if style in self._contents:
            return ""
        level = _value(_find(element, "pPr", "numPr", "ilvl"))
        use = _value(_find(element, "pPr", "numPr", "numId"))
        label = self._numbering.label(use, int(level) if level.isdecimal() else None, style)
        if not said:  # counted all the same
            return ""
        is_heading = style in self._headings and len(said) <= _LONGEST_HEADING and not _STOP.search(said)
        return "# " * is_heading + label + said

    def _table(self, element: Element) -> str:
        rows: list[list[Merged]] = []
        above: dict[int, str] = {}
        for row in _within(element, "tr"):
            if _find(row, "trPr", "del") is not None:
                continue
            before = min(_count(_find(row, "trPr", "gridBefore"), 0), MOST_COLUMNS)
            cells = [Merged("", before)] if before else []
            column, texts = before, {}
            for cell in _within(row, "tc"):
                columns = min(_count(_find(cell, "tcPr", "gridSpan"), 1), MOST_COLUMNS)
                merged = _find(cell, "tcPr", "vMerge")
                goes_on = merged is not None and _value(merged) != "restart"
                text = above.get(column, "") if goes_on else "\n".join(self._blocks(cell, in_cell=True))
                cells.append(Merged(text, columns))
                texts[column] = text
                column += columns
            rows.append(cells)
            above = texts
        return table_text(rows)


class _Styles:
    """What the styles of a file say of their paragraphs.

    Args:
        element: the root of `styles.xml`.

    Attributes:
        contents: ids of the styles of a table of contents.
        headings: ids of those of headings.
        lists: which list and level the paragraphs of a style stand on.
    """

    def __init__(self, element: Element) -> None:
        names: dict[str, str] = {}
        based: dict[str, str] = {}
        own: dict[str, tuple[str, int | None]] = {}
        for style in element:
            if _name(style) == "style":
                name = style.get(_w("styleId"), "")
                names[name] = _value(_find(style, "name")).lower()
                based[name] = _value(_find(style, "basedOn"))
                level = _value(_find(style, "pPr", "numPr", "ilvl"))
                own[name] = (_value(_find(style, "pPr", "numPr", "numId")), int(level) if level.isdecimal() else None)
        self.contents = {name for name, said in names.items() if said.startswith("toc ")}
        self.headings = {name for name, said in names.items() if said.startswith(("heading ", "title"))}
        self.lists = {name: _inherited(name, based, own) for name in names}


def _inherited(name: str, based: dict[str, str], own: dict[str, tuple[str, int | None]]) -> tuple[str, int | None]:
    """The list of a style, or that of the nearest style that it is based on."""
    seen = set()
    while name in own and name not in seen:
        seen.add(name)
        if own[name][0]:
            return own[name]
        name = based[name]
    return "", None


def _numbering(part: Any, lists: dict[str, tuple[str, int | None]]) -> "Numbering":  # noqa: ANN401 - python-docx's part
    from docx.opc.constants import RELATIONSHIP_TYPE  # noqa: PLC0415 - only for this kind of file

    from extract.files.docx_numbering import Numbering  # noqa: PLC0415 - only for this kind of file

    try:
        held = part.part_related_by(RELATIONSHIP_TYPE.NUMBERING)
    except KeyError:  # the file has no lists
        return Numbering(None, lists)
    return Numbering(_whole(held.element, "numbering"), lists)


def _whole(root: Element, name: str) -> Element:
    """The root of a part, which is what it should be.

    Raises:
        ValueError: where it is something else, or declares entities, as no Word file does.
    """
    if _name(root) != name or root.getroottree().docinfo.doctype:
        msg = f"no part {name}"
        raise ValueError(msg)
    return root


def _inline(parent: Element, boxes: list[Element]) -> Iterator[str]:
    """The characters of a paragraph; the text boxes in it are put to `boxes`."""
    for child in parent:
        name = _name(child)
        if name == "t":
            yield child.text or ""
        elif name in _MARKS:
            yield _MARKS[name]
        elif name == "r" and _is_hidden(child):
            continue
        elif name in _THROUGH:
            yield from _inline(child, boxes)
        elif name in _BOXES:
            boxes += [box for box in child.iter(_w("txbxContent")) if not _inside_box(box, child)]


def _inside_box(box: Element, top: Element) -> bool:
    """Whether a text box stands in another one, which prints it, or is another form of one."""
    above = box.getparent()
    while above is not None and above is not top:
        if _name(above) in {"txbxContent", "Fallback"}:
            return True
        above = above.getparent()
    return False


def _is_hidden(run: Element) -> bool:
    vanish = _find(run, "rPr", "vanish")
    return vanish is not None and _value(vanish) not in {"0", "false", "off"}


def _is_contents(block: Element) -> bool:
    """Whether a block is a table of contents that Word made."""
    return "Table of Contents" in _value(_find(block, "sdtPr", "docPartObj", "docPartGallery"))


def _within(parent: Element, name: str) -> Iterator[Element]:
    """The rows of a table (tr), or the cells of a row (tc)."""
    for child in parent:
        if _name(child) == name:
            yield child
        elif _name(child) in _WRAPPERS:
            yield from _within(child, name)


def _is_frame(table: Element) -> bool:
    """Whether a table is a box around text: each row is one cell, and tables may stand in it."""
    return all(sum(1 for _ in _within(row, "tc")) == 1 for row in _within(table, "tr"))


def _name(element: Element) -> str:
    """The local name of an element; "" of a comment and the like."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _w(name: str) -> str:
    from docx.oxml.ns import qn  # noqa: PLC0415 - only for this kind of file

    return qn(f"w:{name}")


def _find(element: Element, *names: str) -> Element | None:
    """The first child of a child …, by local names."""
    found: Element | None = element
    for name in names:
        found = next((child for child in found if _name(child) == name), None) if found is not None else None
    return found


def _value(element: Element | None) -> str:
    return "" if element is None else element.get(_w("val"), "")


def _count(element: Element | None, otherwise: int) -> int:
    value = _value(element)
    return int(value) if value.isdecimal() else otherwise
