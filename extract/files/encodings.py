"""From bytes to text: a byte order mark decides, then UTF-8, then the old encodings of Chinese."""

import codecs
from pathlib import Path

from extract.errors import DocumentError

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


def decode(data: bytes, path: Path) -> tuple[str, str]:
    """The text of `data` and the name of the codec.

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
