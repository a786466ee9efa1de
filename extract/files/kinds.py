"""Kinds of files: which are read, told by their names and their first bytes, and what to do about the others."""

from pathlib import PurePath
from typing import Final, Literal, TypeAlias

Kind: TypeAlias = Literal["text", "html", "docx", "pdf"]

SUFFIXES: Final[dict[str, Kind]] = {
    ".txt": "text",
    ".md": "text",
    ".markdown": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".docx": "docx",
    ".pdf": "pdf",
}
"""The kind of file that an extension of its name, in lower case, says that it is."""

READABLE = f"{', '.join(list(SUFFIXES)[:-1])} or {list(SUFFIXES)[-1]}"
"""The extensions, for messages."""

_MEGABYTE = 1024 * 1024
MAX_BYTES: Final[dict[Kind, int]] = {
    "text": 4 * _MEGABYTE,
    "html": 8 * _MEGABYTE,
    "docx": 64 * _MEGABYTE,
    "pdf": 64 * _MEGABYTE,
}
"""The largest file of a kind that is read; the longest plans of the genre have under 1 MB of text, but pictures too."""

_SAVE = "save it as .docx or .pdf"
_OFFICE = f"is an old office file or one with a password; {_SAVE}, without a password"
_PICTURE = "is a picture; recognise its text (OCR) first and give that"
_ARCHIVE = "is an archive; unpack it and give the documents in it"
_REMEDIES = {
    ".doc": _SAVE,
    ".docm": _SAVE,
    ".dot": _SAVE,
    ".wps": _SAVE,
    ".wpt": _SAVE,
    ".rtf": _SAVE,
    ".odt": _SAVE,
    ".pages": _SAVE,
    ".ofd": "print it to .pdf",
    ".ceb": "print it to .pdf",
    ".epub": _SAVE,
    ".xls": "save its sheet as .html, or put it into a .docx",
    ".xlsx": "save its sheet as .html, or put it into a .docx",
    ".et": "save its sheet as .html, or put it into a .docx",
    ".csv": "put it into a .docx, or into a .md as a table",
    ".ppt": _SAVE,
    ".pptx": "save it as .pdf",
    ".mht": "save the page as .html",
    ".mhtml": "save the page as .html",
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff"), _PICTURE.partition("; ")[2]),
    **dict.fromkeys((".zip", ".rar", ".7z", ".gz"), _ARCHIVE.partition("; ")[2]),
}
_SIGNS = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _OFFICE),
    (b"{\\rtf", f"is rich text (RTF); {_SAVE}"),
    (b"\x89PNG\r\n\x1a\n", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"Rar!\x1a\x07", _ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", _ARCHIVE),
    (b"\x1f\x8b", _ARCHIVE),
)
_ZIP = b"PK\x03\x04"
_PDF = b"%PDF-"
_PDF_HEAD = 1024
_PAGES = (b"<!doctype html", b"<html")
_LEFT_OVER = ("~$", ".~", "#", ".")
_BACKUP = ("~", ".bak", ".tmp")


def kind_of(path: PurePath) -> Kind | None:
    """The kind of file that a name says, None for one that is not read: backups, locks, hidden and other files."""
    if path.name.startswith(_LEFT_OVER) or path.name.endswith(_BACKUP):
        return None
    return SUFFIXES.get(path.suffix.lower())


def remedy(path: PurePath) -> str:
    """What to do about a file whose name says a kind that is not read."""
    return _REMEDIES.get(path.suffix.lower(), f"give {READABLE}")


def sniffed(data: bytes, named: Kind) -> tuple[Kind, str]:
    """The kind of file that bytes are, whatever its name says, and why it cannot be read ("" where it can).

    Args:
        data: the bytes.
        named: what the name says.
    """
    for sign, reason in _SIGNS:
        if data.startswith(sign):
            return named, reason
    if _PDF in data[:_PDF_HEAD]:
        return "pdf", ""
    if data.startswith(_ZIP):
        is_word = named == "docx" or b"word/document.xml" in data
        return "docx", "" if is_word else _ARCHIVE
    if named in {"docx", "pdf"} and data.strip():
        return named, f"is no .{named} file inside; name it by what it is, or save it as .{named} again"
    is_page = named == "html" or data[:_PDF_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_PAGES)
    return "html" if is_page else "text", ""
