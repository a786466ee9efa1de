"""Slips of scanning that a document itself proves, mended by two general rules; each repair is recorded.

`own_name`: a name that differs from the plan's own jurisdiction in one character of similar shape, and is no
division itself, is the jurisdiction's (淮城 in the plan of 谯城区). `dash`: 一 between two names of places is a dash.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from importlib.resources import files

from extract.plan import Repair, Unit
from gazetteer.divisions import COUNTRY, Division, gazetteer

_COMMON_PART = 150


def repaired(units: tuple[Unit, ...], jurisdiction: str) -> tuple[Unit, ...]:
    """The units with slips mended, character for character, so that offsets stay.

    Args:
        units: all units of a plan, as printed.
        jurisdiction: code of the division that the plan is for; "" where unknown.
    """
    own = gazetteer().get(jurisdiction)
    slips = _slips(units, own) if own is not None else {}
    return tuple(_mended(unit, slips) for unit in units)


def _mended(unit: Unit, slips: dict[str, str]) -> Unit:
    text = list(unit.text)
    repairs = []
    for at, wrong, right, rule in (*_names(unit.text, slips), *_dashes(unit.text)):
        for i, (printed, read) in enumerate(zip(wrong, right, strict=True), at):
            if printed != read:
                text[i] = read
                repairs.append(Repair(unit.printed(i, i + 1), printed, read, rule))
    return replace(unit, text="".join(text), repairs=tuple(sorted(repairs, key=lambda r: r.span))) if repairs else unit


def _names(text: str, slips: dict[str, str]) -> Iterator[tuple[int, str, str, str]]:
    for wrong, right in slips.items():
        for match in re.finditer(re.escape(wrong), text):
            yield match.start(), wrong, right, "own_name"


def _slips(units: tuple[Unit, ...], own: Division) -> dict[str, str]:
    """Misread forms of the jurisdiction's name, each with the right one; rarer in the plan than the right one."""
    right = own.short or own.name
    if own.code == COUNTRY or len(right) < 2:  # noqa: PLR2004 - one character proves nothing
        return {}
    text = "\n".join(unit.text for unit in units)
    seen = Counter(text[i : i + len(right)] for i in range(len(text) - len(right) + 1))
    return {
        name: right
        for name, count in seen.items()
        if count < seen[right] and _differs_in_shape(name, right) and not _is_division(name, own)
    }


def _differs_in_shape(name: str, right: str) -> bool:
    pairs = [(a, b) for a, b in zip(name, right, strict=True) if a != b]
    return len(pairs) == 1 and _alike(*pairs[0])


def _alike(one: str, other: str) -> bool:
    """They share a part that few characters have: 隹 in 谯 and 淮, not the 氵 of 江 and 河."""
    shared = set(_parts().get(one, "")) & set(_parts().get(other, ""))
    return any(_frequency()[part] <= _COMMON_PART for part in shared)


def _is_division(name: str, own: Division) -> bool:
    places = gazetteer()
    if any(places.named(name + ending) for ending in ("", "省", "市", "县", "区")):
        return True
    area = places.ancestors(own.code)[0].code if own.level == "county" else own.code
    return any(township.name.startswith(name) for township in places.townships(area))


def _dashes(text: str) -> Iterator[tuple[int, str, str, str]]:
    for match in re.finditer("一", text):
        at = match.start()
        if _name_ends(text, at) and _name_starts(text, at + 1):
            yield at, "一", "—", "dash"


def _name_ends(text: str, at: int) -> bool:
    return any(_is_name(text[at - length : at]) for length in range(2, min(at, 8) + 1))


def _name_starts(text: str, at: int) -> bool:
    return any(_is_name(text[at : at + length]) for length in range(2, min(len(text) - at, 8) + 1))


def _is_name(name: str) -> bool:
    return any(d.code != COUNTRY for d in gazetteer().named(name))


@cache
def _parts() -> dict[str, str]:
    """What each character is written of."""
    table = files("extract").joinpath("shapes.csv").read_text(encoding="utf-8")
    rows = csv.reader(line for line in table.splitlines() if not line.startswith("#"))
    return {row[0]: row[1] for row in rows}


@cache
def _frequency() -> Counter[str]:
    """In how many characters a part occurs."""
    return Counter(part for parts in _parts().values() for part in set(parts))
