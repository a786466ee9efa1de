"""What `sources.toml` beside documents says of them that their text does not print."""

import tomllib
from datetime import date
from pathlib import Path

from extract.errors import DocumentError
from gazetteer.divisions import gazetteer

SOURCES = "sources.toml"
"""The name of the file."""

SOURCE_FIELDS = ("title", "number", "issuer", "adopted", "jurisdiction", "url", "legal_basis")
"""What a table of it (named by the document's stem) may say; all are strings."""


def source(path: Path, stem: str) -> tuple[tuple[str, str], ...]:
    """What is said of a document, checked; nothing where there is no such file.

    Args:
        path: the document.
        stem: its name without extension, which names the table.

    Raises:
        DocumentError: where the file is no TOML, or says what it may not.
    """
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
