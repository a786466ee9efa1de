"""Named areas that are no divisions (长三角, 皖北), and groups of places written by single characters (沪苏浙, 青吴嘉).

The table is `regions.toml` in this folder. Each entry names the document that it rests on; where that
document lists no whole divisions, `members` is empty.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from gazetteer.divisions import Division, gazetteer


@dataclass(frozen=True, slots=True)
class Region:
    """A named area above the local level that is no administrative division.

    Attributes:
        name: The name that stands for all variants: 长三角.
        english: Its name in English.
        aliases: Other names of the same area: 长江三角洲区域, 长三角地区.
        members: Codes of the divisions that it consists of, () where the source lists none.
        source: The document that defines the area, or that names it.
        note: What the members leave out, or why there are none; "" else.
    """

    name: str
    english: str
    aliases: tuple[str, ...]
    members: tuple[str, ...]
    source: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class PlaceGroup:
    """Several divisions written as one word, mostly by their one-character abbreviations: 沪苏浙, 苏锡常, 青吴嘉.

    Attributes:
        name: The word as it is written.
        members: Codes of the divisions, in the order of the characters; at least two.
        source: The document that the reading rests on.
    """

    name: str
    members: tuple[str, ...]
    source: str


@cache
def regions() -> Mapping[str, Region]:
    """Give all regions by name, in the order of the table."""
    return MappingProxyType({region.name: region for region in _read_regions()})


def region_named(text: str) -> Region | None:
    """Give the region with this name or alias: 长江三角洲区域 is 长三角."""
    return _regions_by_alias().get(text)


@cache
def place_groups() -> Mapping[str, PlaceGroup]:
    """Give the groups that cannot be read off the abbreviations of provinces, by name, in the order of the table."""
    groups = (
        PlaceGroup(entry["name"], tuple(_codes(entry["members"])), entry["source"]) for entry in _table()["group"]
    )
    return MappingProxyType({group.name: group for group in groups})


def place_group_named(text: str, near: str = "") -> PlaceGroup | None:
    """Give the group with this name, out of the table or by `expand_abbreviations`."""
    if text in place_groups():
        return place_groups()[text]
    members = expand_abbreviations(text, near)
    return PlaceGroup(text, members, "中华人民共和国行政区划，简称") if members else None


def expand_abbreviations(text: str, near: str = "") -> tuple[str, ...] | None:
    """Read a word of two characters or more as one-character abbreviations of divisions.

    Only provinces are tried at first: 沪苏浙 gives 上海市, 江苏省, 浙江省. With `near`, the code of a division
    that the text is about, a word that is not all provinces is read as cities, the 直辖市 among them, where each
    character is the abbreviation of one city alone, or of one alone in the province of `near`: 宿淮 is 宿州市 and
    淮安市 nowhere, since 安徽省 has 淮南市 and 淮北市.

    Args:
        text: The whole word. Any other character makes it no group.
        near: Code of a division, or "" for provinces only.

    Returns:
        The codes in the order of the characters; None where a character has no reading or more than one, where
        two characters mean the same division, or where there are fewer than two.
    """
    codes = [_one(_abbreviated("province").get(character, ())) for character in text]
    if near and None in codes:
        above = {division.code for division in (gazetteer()[near], *gazetteer().ancestors(near))}
        codes = [_one(_abbreviated("city").get(character, ()), above) for character in text]
    found = tuple(code for code in codes if code)
    return found if len(found) == len(text) == len(set(found)) >= _FEWEST else None


_FEWEST = 2  # one place is no group


def _one(divisions: Iterable[Division], above: Iterable[str] = ()) -> str | None:
    """Give the code of the only division, or of the only one that lies in one of the areas `above`."""
    candidates = tuple(divisions)
    if len(candidates) > 1:
        candidates = tuple(division for division in candidates if division.parent in above)
    return candidates[0].code if len(candidates) == 1 else None


@cache
def _abbreviated(kind: str) -> Mapping[str, tuple[Division, ...]]:
    """Index provinces, or cities (prefectures and 直辖市), by each of their abbreviations."""
    found: dict[str, tuple[Division, ...]] = {}
    for division in gazetteer().divisions():
        is_province = division.level == "province"
        is_city = division.level == "prefecture" or (is_province and division.name.endswith("市"))
        if is_province if kind == "province" else is_city:
            for character in division.abbreviations:
                found[character] = (*found.get(character, ()), division)
    return found


@cache
def _table() -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads(Path(__file__).with_name("regions.toml").read_text(encoding="utf-8"))


@cache
def _regions_by_alias() -> Mapping[str, Region]:
    return {alias: region for region in regions().values() for alias in (region.name, *region.aliases)}


def _read_regions() -> Iterator[Region]:
    for entry in _table()["region"]:
        yield Region(
            entry["name"],
            entry["english"],
            tuple(entry.get("aliases", ())),
            tuple(_codes(entry.get("members", ()))),
            entry["source"],
            entry.get("note", ""),
        )


def _codes(names: Iterable[str]) -> Iterator[str]:
    """Find the division of each full name; `ValueError` where there is none."""
    for name in names:
        division = next((division for division in gazetteer().named(name) if division.name == name), None)
        if division is None:
            message = f"regions.toml: no division is called {name}"
            raise ValueError(message)
        yield division.code
