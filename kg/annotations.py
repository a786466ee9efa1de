"""Files of annotations in the form of the guidelines: one JSON object a line, one line a unit.

What `deltakg facts` prints has the same form, so that either may be compared with either.
"""

import json
from collections.abc import Collection, Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeAlias

from kg.errors import AnnotationError, StorePath
from kg.facts import KEYS, Line
from kg.likeness import Entry, unit_key
from ontology.terms import MECHANISM, PARTNER_KIND, STAGE

Key: TypeAlias = tuple[str, str]
"""A unit: its document, and its id folded for comparing."""
Units: TypeAlias = dict[Key, Line]
"""Lines by unit."""

_NEEDED = {
    "projects": ("name",),
    "partners": ("name",),
    "cooperation": ("party", "partner"),
    "targets": ("indicator", "value"),
}
_WHOLE = {
    "projects": ("name", "stage", "places"),
    "partners": ("name", "kind"),
    "cooperation": ("party", "partner", "mechanism"),
    "targets": ("indicator", "op", "value", "unit", "year"),
}
_ALLOWED = {
    "stage": tuple(STAGE),
    "kind": tuple(PARTNER_KIND),
    "mechanism": tuple(MECHANISM),
    "op": ("=", ">=", "<=", ">", "~", "+", "-"),
}
_NOTE = "note"
"""The key of a line that annotators may use as they like."""
_LARGEST = 1 << 28
"""Bytes; far more than anyone annotates, and little enough to hold."""


def read(paths: Iterable[StorePath], *, fields: Collection[str] = KEYS) -> Units:
    """The units of annotation files, pooled, in their order.

    Args:
        paths: JSON Lines in UTF-8; empty lines are passed over.
        fields: the lists that each line must have; the others are empty where they are left out.

    Raises:
        AnnotationError: where a file cannot be read, or a line is none of the guidelines' to the last key and value, or
            a unit stands twice.
    """
    units: Units = {}
    for path in paths:
        before = len(units)
        for number, text in enumerate(_text(path).split("\n"), start=1):
            if text.strip():
                try:
                    line = _parsed(text)
                    _check_keys(line)
                    _take(units, line)
                    _check_lists(line, fields)
                except ValueError as error:
                    raise AnnotationError(path, str(error), number) from None
        if len(units) == before:
            reason = "holds no unit; give JSON Lines, a line a unit, as `deltakg facts` prints them"
            raise AnnotationError(path, reason)
    return units


def keyed(lines: Iterable[Line]) -> Units:
    """Lines by unit; a list that a line lacks is empty.

    Raises:
        ValueError: where a line is none of the guidelines', or a unit stands twice.
    """
    units: Units = {}
    for line in lines:
        _take(units, line)
    return units


def documents(units: Iterable[Key]) -> tuple[str, ...]:
    """The documents of units, each once, in their order."""
    return tuple(dict.fromkeys(document for document, _ in units))


def renamed(units: Mapping[Key, Any], names: Mapping[str, str], wanted: Iterable[str]) -> dict[Key, Any]:
    """What is said by unit, under the names that the documents have in other annotations.

    Args:
        units: anything by unit.
        names: a document's name here, by its name there; one that is not named is called the same.
        wanted: the documents there.
    """
    called: dict[str, list[str]] = {}
    for document in wanted:
        called.setdefault(names.get(document, document), []).append(document)
    return {(there, unit): said for (here, unit), said in units.items() for there in called.get(here, ())}


def _text(path: StorePath) -> str:
    try:
        with Path(path).open("rb") as file:
            content = file.read(_LARGEST + 1)
    except OSError as error:
        raise AnnotationError(path, f"cannot be read ({error.strerror})") from error
    if len(content) > _LARGEST:
        raise AnnotationError(path, "is too large for a file of annotations")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise AnnotationError(path, "is no UTF-8 text", content.count(b"\n", 0, error.start) + 1) from None


def _parsed(text: str) -> Line:
    try:
        line = json.loads(text)
    except RecursionError:
        line = None
    except ValueError as error:
        msg = f"is no JSON ({error})"
        raise ValueError(msg) from None
    if not isinstance(line, dict):
        msg = "is no JSON object with `doc`, `unit` and the lists of the guidelines"
        raise ValueError(msg)  # noqa: TRY004 - what is wrong is the file, not an argument
    return line


def _check_keys(line: Line) -> None:
    """Refuse a key that the guidelines do not know: most likely it is misspelt."""
    known = ("doc", "unit", *KEYS, _NOTE)
    for key in line:
        if key not in known:
            near = get_close_matches(key, known, 1)
            meant = f" (did you mean {near[0]!r}?)" if near else ""
            msg = f"no key is called {key!r}{meant}; there are {', '.join(known)}"
            raise ValueError(msg)


def _check_lists(line: Line, fields: Collection[str]) -> None:
    """Refuse a line that lacks a list, and an entry that lacks something or says what there is not."""
    if missing := [field for field in KEYS if field in fields and line.get(field) is None]:
        msg = f"has no {', '.join(missing)}; a line has each list of the guidelines, [] where the unit says nothing"
        raise ValueError(msg)
    for field, keys in _WHOLE.items():
        for entry in line.get(field) or ():
            if sorted(entry) != sorted(keys):
                msg = f"{field}: an entry has the keys {', '.join(entry)}; it should have {', '.join(keys)}"
                raise ValueError(msg)
            for key, allowed in _ALLOWED.items():
                if key in entry and entry[key] not in allowed:
                    msg = f"{field}: {key} is {_json(entry[key])}; it should be one of {', '.join(allowed)}"
                    raise ValueError(msg)
    for entry in line.get("targets") or ():
        year = entry["year"]
        if year not in (None, "annual") and (not isinstance(year, int) or isinstance(year, bool)):
            msg = f"targets: year is {_json(year)}; it should be a number, annual or null"
            raise ValueError(msg)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _take(units: Units, line: Line) -> None:
    for name in ("doc", "unit"):
        if not isinstance(line.get(name), str | int):
            msg = f"says no {name}"
            raise ValueError(msg)  # noqa: TRY004 - as above
    document, unit = str(line["doc"]), str(line["unit"])
    key = document, unit_key(unit)
    if key in units:
        msg = f"unit {unit} of {document} stands twice"
        raise ValueError(msg)
    units[key] = {"doc": document, "unit": unit, **{field: _entries(line, field) for field in KEYS}}


def _entries(line: Line, field: str) -> list[Entry]:
    entries = line.get(field) or []
    if not isinstance(entries, list):
        msg = f"{field} is no list"
        raise ValueError(msg)  # noqa: TRY004 - as above
    needed = _NEEDED.get(field)
    for entry in entries:
        if needed and not (isinstance(entry, dict) and all(key in entry for key in needed)):
            msg = f"{field} wants objects with {' and '.join(needed)}"
            raise ValueError(msg)
        if not needed and not isinstance(entry, str):
            msg = f"{field} wants strings"
            raise ValueError(msg)
        if field == "projects" and not isinstance(entry.get("places") or [], list):
            msg = "the places of a project are a list"
            raise ValueError(msg)
    return entries
