"""From a file to a `Document`: which files are read, how their bytes become text."""

import codecs
import hashlib
import tomllib
import unicodedata
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from extract.errors import DocumentError, InputNotFoundError
from extract.plan import Document
from gazetteer.divisions import gazetteer

SUFFIXES = (".txt", ".md", ".markdown")
"""File name extensions of the texts that can be read, in lower case."""

MAX_BYTES = 4 * 1024 * 1024
"""The largest file that is read; the longest plans of the genre have under 1 MB of text."""

SOURCES = "sources.toml"
"""The file beside documents that says of them what their text does not print."""

SOURCE_FIELDS = ("title", "number", "issuer", "adopted", "jurisdiction", "url", "legal_basis")
"""What a table of `sources.toml` (named by the document's stem) may say; all are strings."""

_KINDS = f"{', '.join(SUFFIXES[:-1])} or {SUFFIXES[-1]}"
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY = "looks binary, not text; export the document as UTF-8 text"
_CONTROLS = "".join(chr(c) for c in range(1, 32) if chr(c) not in "\t\n\r\f\v")
_LEGACY = ("gb18030", "utf_16_le", "utf_16_be", "big5hkscs")


def find(inputs: Iterable[Path]) -> list[Path]:
    """The documents that files and folders name: a folder stands for the readable files in it, not below.

    Raises:
        InputNotFoundError: where an input does not exist or a folder holds no document.
        DocumentError: where a file is of a kind that cannot be read, or a folder cannot be listed.
    """
    found: dict[Path, None] = {}
    for path in inputs:
        try:
            is_folder, is_there = path.is_dir(), path.exists()
        except OSError as error:  # a folder above may not be searched
            raise DocumentError(path, f"cannot be read ({error.strerror}); check its permissions") from error
        if is_folder:
            found.update(dict.fromkeys(_inside(path)))
        elif not is_there:
            raise InputNotFoundError(path, "no such file or folder; check the path")
        elif path.suffix.lower() not in SUFFIXES:
            raise DocumentError(path, f"cannot read this kind of file; give {_KINDS}")
        else:
            found[path] = None
    return list(found)


def _inside(folder: Path) -> list[Path]:
    try:
        inside = sorted(path for path in folder.iterdir() if path.suffix.lower() in SUFFIXES and path.is_file())
    except OSError as error:
        raise DocumentError(folder, f"cannot be listed ({error.strerror}); check its permissions") from error
    if not inside:
        raise InputNotFoundError(folder, f"no documents in this folder; it should hold {_KINDS} files")
    return inside


def read(path: Path) -> Document:
    """Read one document.

    Raises:
        InputNotFoundError: where there is no such file.
        DocumentError: where the file is unreadable, empty, too large, binary, or in no known encoding.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise DocumentError(path, f"larger than {MAX_BYTES // 2**20} MB, which no plan is; give the text alone")
        data = path.read_bytes()
    except FileNotFoundError:
        raise InputNotFoundError(path, "no such file; check the path") from None
    except OSError as error:
        raise DocumentError(path, f"cannot be read ({error.strerror}); check its permissions") from error
    text, encoding = decode(data, path)
    if not text.strip():
        raise DocumentError(path, "the file is empty; give a document with text")
    stem = unicodedata.normalize("NFC", path.stem)
    return Document(
        stem=stem,
        sha256=hashlib.sha256(data).hexdigest(),
        encoding=encoding,
        reader="text",
        text=text,
        source=_source(path, stem),
        path=path,
    )


def decode(data: bytes, path: Path) -> tuple[str, str]:
    """The text of `data` and the name of the codec: a byte order mark decides, then UTF-8, then the old ones.

    The mark is no part of the text; line ends are left as they are.

    Raises:
        DocumentError: where the bytes are no text.
    """
    for bom, codec in _BOMS:
        if data.startswith(bom):
            try:
                return _checked(data.decode(codec), path), codec
            except UnicodeDecodeError as error:
                raise DocumentError(path, _undecodable(codec, error)) from error
    try:
        text = data.decode("utf-8")
        if "\0" not in text:  # UTF-16 without its mark may be UTF-8 by chance
            return _checked(text, path), "utf-8"
        reason = _BINARY
    except UnicodeDecodeError as error:
        reason = _undecodable("utf-8", error)
    from charset_normalizer import from_bytes  # noqa: PLC0415 - only the rare file without UTF-8 pays for it

    best = from_bytes(data, cp_isolation=list(_LEGACY)).best()
    if best is None:
        raise DocumentError(path, _BINARY if _is_binary(data.decode("latin-1")) else reason)
    return _checked(data.decode(best.encoding), path), best.encoding


def _checked(text: str, path: Path) -> str:
    if _is_binary(text):
        raise DocumentError(path, _BINARY)
    return text


def _is_binary(text: str) -> bool:
    return "\0" in text or sum(map(text.count, _CONTROLS)) > len(text) // 100


def _undecodable(codec: str, error: UnicodeDecodeError) -> str:
    return (
        f"byte {error.start} (0x{error.object[error.start]:02x}) is not {codec}, and the file is in no other "
        "encoding known for Chinese text (GB18030, UTF-16, Big5); save it as UTF-8"
    )


def _source(path: Path, stem: str) -> tuple[tuple[str, str], ...]:
    """What `sources.toml` says of a document, checked; nothing where there is no such file."""
    file = path.with_name(SOURCES)
    if not file.is_file():
        return ()
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8")).get(stem, {})
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise DocumentError(file, f"is no readable TOML ({error}); mend or remove it") from error
    if not isinstance(table, dict):
        raise DocumentError(file, f"[{stem}] is no table; write [{stem}] and fields below it")
    return tuple(sorted((name, _field(file, stem, name, value)) for name, value in table.items()))


def _field(file: Path, stem: str, name: str, value: object) -> str:
    if isinstance(value, date) and name == "adopted":
        value = value.isoformat()
    if name not in SOURCE_FIELDS or not isinstance(value, str) or not value:
        raise DocumentError(file, f"[{stem}] {name}: known fields are {', '.join(SOURCE_FIELDS)}, all strings")
    if name == "adopted" and not _is_date(value):
        raise DocumentError(file, f"[{stem}] adopted: {value} is no date; write it as 2021-04-28")
    if name == "jurisdiction" and gazetteer().get(value) is None:
        raise DocumentError(file, f"[{stem}] jurisdiction: {value} is no code of a division; write one such as 341300")
    return value


def _is_date(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
