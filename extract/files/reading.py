"""From a file to a `Document`: which files are read, and by which reader their bytes become text."""

import hashlib
import re
import stat
import unicodedata
from collections.abc import Iterable
from glob import glob, has_magic
from pathlib import Path

from extract.errors import DocumentError, InputNotFoundError
from extract.files.encodings import decode
from extract.files.kinds import MAX_BYTES, READABLE, SUFFIXES, Kind, kind_of, remedy, sniffed
from extract.files.sources import SOURCES, source
from extract.plan import Document, Found

MAX_CHARACTERS = 4_000_000
"""The longest text that is read, from whatever file."""

_EMPTY = "the file is empty; give a document with text"
_UNPRINTED = re.compile("[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff]")


def find(inputs: Iterable[Path]) -> Found:
    """The documents that files, folders and patterns (`plans/*.pdf`) name.

    A folder stands for the readable files in it, not below; what else is in it, or matches a pattern, is left out:
    hidden files, locks and backups of office programs, and kinds that are not read.

    Raises:
        InputNotFoundError: where an input does not exist, or a folder or a pattern gives no document.
        DocumentError: where a file is of a kind that cannot be read, or a folder cannot be listed.
    """
    found: dict[Path, None] = {}
    skipped: dict[Path, None] = {}
    for path in inputs:
        try:
            is_folder, is_there = path.is_dir(), path.exists()
        except OSError as error:  # a folder above may not be searched
            raise DocumentError(path, f"cannot be read ({error.strerror}); check its permissions") from error
        if is_folder or (not is_there and has_magic(str(path))):
            held = _inside(path) if is_folder else sorted(map(Path, glob(str(path), recursive=True)))  # noqa: PTH207 - a pattern may be absolute
            files = [file for file in held if file.is_file() and file.name != SOURCES]
            documents = [file for file in files if kind_of(file)]
            if not documents:
                where = "in this folder" if is_folder else "match this pattern"
                raise InputNotFoundError(path, f"no documents {where}; they should be {READABLE} files")
            found.update(dict.fromkeys(documents))
            skipped.update(dict.fromkeys(file for file in files if not kind_of(file)))
        elif not is_there:
            raise InputNotFoundError(path, "no such file or folder; check the path")
        elif path.suffix.lower() not in SUFFIXES:
            raise DocumentError(path, f"cannot read this kind of file; {remedy(path)}")
        else:
            found[path] = None
    return Found(tuple(found), tuple(file for file in skipped if file not in found))


def _inside(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError as error:
        raise DocumentError(folder, f"cannot be listed ({error.strerror}); check its permissions") from error


def read(path: Path) -> Document:
    """Read one document; what it is, its bytes say, not its name alone.

    Raises:
        InputNotFoundError: where there is no such file.
        DocumentError: where the file is unreadable, empty, too large, damaged, protected, or in no known encoding.
    """
    named = SUFFIXES.get(path.suffix.lower(), "text")
    data = _bytes(path, MAX_BYTES[named])
    kind, reason = sniffed(data, named)
    if reason or not data:
        raise DocumentError(path, reason or _EMPTY)
    unread: tuple[int, ...] = ()
    if kind == "pdf":
        from extract.files import pdf  # noqa: PLC0415 - only for this kind of file

        (text, unread), encoding, reader = pdf.read_pdf(data, path), "", pdf.READER
    else:
        text, encoding, reader = _text(data, kind, path)
    text = text if kind == "text" else _UNPRINTED.sub("", text)
    if not text.strip():
        raise DocumentError(path, _EMPTY)
    if len(text) > MAX_CHARACTERS:
        limit = f"holds more than {MAX_CHARACTERS // 10**6} million characters, which no plan has"
        raise DocumentError(path, f"{limit}; give the plan alone")
    stem = unicodedata.normalize("NFC", path.stem)
    return Document(
        stem=stem,
        sha256=hashlib.sha256(data).hexdigest(),
        encoding=encoding,
        reader=reader,
        text=text,
        source=source(path, stem),
        path=path,
        unread=unread,
    )


def _bytes(path: Path, limit: int) -> bytes:
    try:
        about = path.stat()
        if about.st_size > limit:
            raise DocumentError(path, f"larger than {limit // 2**20} MB, which no plan is; give the text alone")
        if not (stat.S_ISREG(about.st_mode) or stat.S_ISDIR(about.st_mode)):
            raise DocumentError(path, "is no file but a device or a pipe; save the document to a file")
        return path.read_bytes()
    except FileNotFoundError:
        raise InputNotFoundError(path, "no such file; check the path") from None
    except OSError as error:
        raise DocumentError(path, f"cannot be read ({error.strerror}); check its permissions") from error


def _text(data: bytes, kind: Kind, path: Path) -> tuple[str, str, str]:
    """The text, the codec ("" where the format has its own), and the reader."""
    if kind == "text":
        text, encoding = decode(data, path)
        return text, encoding, "text"
    if kind == "html":
        from extract.files import html  # noqa: PLC0415 - only for this kind of file

        text, encoding = html.read_html(data, path)
        return text, encoding, html.READER
    from extract.files import docx  # noqa: PLC0415 - only for this kind of file

    return docx.read_docx(data, path), "", docx.READER
