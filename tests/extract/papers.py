"""Plans written as Word files, web pages and PDF files, to be read back."""

import io
import re
import zipfile
from collections.abc import Callable, Iterable
from html import escape

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.extract.strategies import broken

MARGIN = 72
"""Columns of a printed line: thirty-six Chinese characters."""

LINES = 28
"""Lines of a printed page."""


def paragraphs(text: str) -> list[str]:
    """The printed lines of a text without marks of headings and white space around them."""
    return [line for line in (re.sub("[#*]", "", line).strip() for line in text.splitlines()) if line]


def word(body: Iterable[str], *, numbering: str = "", styles: str = "") -> bytes:
    """A Word file.

    Args:
        body: the XML of its paragraphs and tables; of a plain string without `<`, a paragraph is made.
        numbering: the XML of its lists.
        styles: the XML of styles that come on top of Word's own.
    """
    document = Document()
    for piece in body:
        xml = piece if piece.startswith("<") else f"<w:p><w:r><w:t>{escape(piece)}</w:t></w:r></w:p>"
        document.element.body.insert_element_before(_parsed(xml), "w:sectPr")
    if numbering:
        root = document.part.numbering_part.element
        for child in list(root):
            root.remove(child)
        root.extend(_parsed(f"<w:numbering>{numbering}</w:numbering>"))
    if styles:
        document.styles.element.extend(_parsed(f"<w:styles>{styles}</w:styles>"))
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def _parsed(xml: str) -> "object":
    return parse_xml(re.sub(r"^<([\w:]+)", lambda tag: f"{tag[0]} {nsdecls('w', 'wp', 'a')}", xml))


def as_word(text: str) -> bytes:
    """A text as a Word file, a paragraph a line."""
    return word(paragraphs(text))


def as_page(text: str) -> bytes:
    """A text as a page of a website, with its menus around it."""
    menu = "".join(f'<li><a href="/{name}">{name}</a></li>' for name in ("首页", "政务公开", "政策文件", "互动交流"))
    article = "\n".join(f"<p>&emsp;&emsp;{escape(line)}</p>" for line in paragraphs(text))
    return (
        '<!DOCTYPE html><html><head><meta charset="utf-8"><title>政策文件</title>'
        '<script>var a = "责任单位：脚本";</script></head>'
        f'<body><div class="top"><ul>{menu}</ul></div><div class="main"><div id="zoom">{article}</div></div>'
        "<footer>版权所有 网站标识码 0000000000</footer></body></html>"
    ).encode()


def as_pdf(text: str) -> bytes:
    """A text as a PDF file, broken at the margin, a page number below each page."""
    lines = [line for paragraph in paragraphs(text) for line in broken(paragraph, MARGIN)]
    pages = [lines[at : at + LINES] for at in range(0, len(lines), LINES)]
    return pdf([[(72, 780 - 24 * n, line) for n, line in enumerate(page)] for page in pages])


def pdf(pages: list[list[tuple[float, float, str]]], *, numbered: bool = True, rotate: int = 0) -> bytes:
    """A PDF file.

    Args:
        pages: the runs of text of each page, each behind the place where it starts, in points from the lower left.
        numbered: each page prints its number below the text.
        rotate: by how many degrees pages are shown turned, and the text on them so that it stands upright.
    """

    def place(x: float, y: float) -> str:
        turned = {0: (1, 0, 0, 1, x, y), 90: (0, 1, -1, 0, 842 - y, x), 180: (-1, 0, 0, -1, 842 - x, 842 - y)}
        return "{} {} {} {} {} {}".format(*turned.get(rotate, (0, -1, 1, 0, y, 842 - x)))

    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [4 0 R] >>",
        (
            b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000"
            b" /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 5 >> /FontDescriptor 5 0 R >>"
        ),
        (
            b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -250 1000 880] /ItalicAngle 0"
            b" /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>"
        ),
    ]
    kids = []
    for number, runs in enumerate(pages, 1):
        printed = [*runs, (280, 30, f"— {number} —")] if numbered else runs
        content = b"".join(
            f"BT /F1 12 Tf {place(x, y)} Tm <{run.encode('utf-16-be').hex()}> Tj ET\n".encode() for x, y, run in printed
        )
        objects.append(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(content), content))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 842] /Rotate %d /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % (rotate, len(objects))
        )
        kids.append(len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%b] >>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))
    return assembled(objects)


def assembled(objects: list[bytes], trailer: bytes = b"") -> bytes:
    """A PDF file of these objects, numbered from 1; the first is the root.

    Args:
        objects: what stands between `obj` and `endobj`.
        trailer: more entries of the trailer.
    """
    held = bytearray(b"%PDF-1.7\n")
    places = []
    for number, said in enumerate(objects, 1):
        places.append(len(held))
        held += b"%d 0 obj\n%b\nendobj\n" % (number, said)
    start = len(held)
    held += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    held += b"".join(b"%010d 00000 n \n" % place for place in places)
    held += b"trailer\n<< /Size %d /Root 1 0 R %b >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)
    return bytes(held)


def package(parts: dict[str, bytes]) -> bytes:
    """A zip archive of these files."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return held.getvalue()


WRITERS: dict[str, Callable[[str], bytes]] = {".docx": as_word, ".html": as_page, ".pdf": as_pdf}
"""How a text is written, by the extension of the file."""
