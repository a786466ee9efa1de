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
_SHORTEST, _LONGEST = 2, 8


def repaired(units: tuple[Unit, ...], jurisdiction: str) -> tuple[Unit, ...]:
    """The units with slips mended, character for character, so that offsets stay.

    Args:
        units: all units of a plan, as printed.
        jurisdiction: code of the division that the plan is for; "" where unknown.
    """
    own = gazetteer().get(jurisdiction)
    slips = _slips(units, own) if own is not None else {}
    pattern = re.compile("|".join(map(re.escape, slips))) if slips else None
    return tuple(_mended(unit, slips, pattern) for unit in units)


def _mended(unit: Unit, slips: dict[str, str], pattern: re.Pattern[str] | None) -> Unit:
    names = (
        [(match.start(), match[0], slips[match[0]], "own_name") for match in pattern.finditer(unit.text)]
        if pattern
        else []
    )
    text = list(unit.text)
    repairs = []
    for start, wrong, right, rule in (*names, *_dashes(unit.text)):
        for at, (printed, read) in enumerate(zip(wrong, right, strict=True), start):
            if printed != read:
                text[at] = read
                repairs.append(Repair(unit.printed(at, at + 1), printed, read, rule))
    repairs.sort(key=lambda repair: repair.span)
    return replace(unit, text="".join(text), repairs=tuple(repairs)) if repairs else unit


def _slips(units: tuple[Unit, ...], own: Division) -> dict[str, str]:
    """Misread forms of the jurisdiction's name, each with the right one; rarer in the plan than the right one."""
    right = own.short or own.name
    if own.code == COUNTRY or len(right) < _SHORTEST:
        return {}
    text = "\n".join(unit.text for unit in units)
    forms = [re.escape(right[:i]) + "." + re.escape(right[i + 1 :]) for i in range(len(right))]
    seen = Counter(match[1] for form in forms for match in re.finditer(f"(?=({form}))", text, re.DOTALL))
    printed = seen.pop(right, 0) // len(forms)  # it has each of the forms
    return {
        name: right
        for name, count in seen.items()
        if count < printed and _differs_in_shape(name, right) and not _is_division(name, own)
    }


def _differs_in_shape(name: str, right: str) -> bool:
    pairs = [(a, b) for a, b in zip(name, right, strict=True) if a != b]
    return len(pairs) == 1 and _alike(*pairs[0])


def _alike(one: str, other: str) -> bool:
    """They share a part that few characters have: 隹 in 谯 and 淮, not the 氵 of 江 and 河."""
    parts = _parts()
    shared = set(parts.get(one, "")) & set(parts.get(other, ""))
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
        if _is_name_beside(text, at, before=True) and _is_name_beside(text, at + 1, before=False):
            yield at, "一", "—", "dash"


def _is_name_beside(text: str, at: int, *, before: bool) -> bool:
    """Whether the name of a division ends at a place, or starts there."""
    lengths = range(_SHORTEST, _LONGEST + 1)
    runs = (text[max(0, at - n) : at] if before else text[at : at + n] for n in lengths)
    return any(division.code != COUNTRY for run in runs for division in gazetteer().named(run))


@cache
def _parts() -> dict[str, str]:
    """What each character is written of."""
    table = files("extract.words").joinpath("shapes.csv").read_text(encoding="utf-8")
    rows = csv.reader(line for line in table.splitlines() if not line.startswith("#"))
    return {row[0]: row[1] for row in rows}


@cache
def _frequency() -> Counter[str]:
    """In how many characters a part occurs."""
    return Counter(part for parts in _parts().values() for part in set(parts))
