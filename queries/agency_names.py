"""The ways to write an agency: with its place or 市 before it, by variants of its stem and endings, in English."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from ontology.departments import department, written_names
from queries.words import data

_LEVELS = {"市": ("municipal", "city"), "区": ("district",), "县": ("county",), "省": ("provincial",)}
_MUNICIPAL = re.compile(r"^.*?\b(?:Municipal|District|County|Provincial|City)\s+(?=Bureau|Development|Commission|\w)")


def ways(names: Iterable[str], places: Iterable[str]) -> set[str]:
    """Every way to write an agency.

    Args:
        names: the names that it has in the graph.
        places: the names of the place that it is of.
    """
    places = tuple(places)
    chinese = [place for place in places if not place.isascii()]
    level = next((place[-1] for place in chinese if place[-1] in "市区县省"), "")
    english = [f"{place}{joint} " for place in places if place.isascii() for joint in ("", "'s")]
    english += [f"{before}{word} " for before in ("", *english) for word in _LEVELS.get(level, ())]
    found = set(names)
    for name in names:
        if name.isascii():
            befores = english
            field = _MUNICIPAL.sub("", name)
            writings = {way for one in (field, *_others(field)) for way in _english(one)}
        else:
            befores = [*chinese, level]
            cores = {name, *(name.removeprefix(place) for place in chinese), name.lstrip("市区县")}
            kinds = [(core, department(core)) for core in cores]
            writings = {way for core, meant in kinds for way in (_written()[meant.kind] if meant else {core})}
        found |= {before + way for way in writings for before in ("", *befores)}
    return found


@cache
def _written() -> Mapping[str, set[str]]:
    """Every way to write a department without its place, by its kind."""
    by_kind: defaultdict[str, set[str]] = defaultdict(set)
    for written, meant in written_names().items():
        by_kind[meant.kind].add(written)
    return by_kind


def _others(core: str) -> Iterator[str]:
    """An agency in English with other words for its field: Bureau of Market Supervision for Market Regulation."""
    for field, others in data()["fields"].items():
        if core.lower().endswith(field):
            yield from (core[: -len(field)] + other.strip() for other in others.split(","))


def _english(core: str) -> Iterator[str]:
    """The ways to write an agency in English: Bureau of Transport, Transport Bureau, transport department."""
    yield core
    match = re.fullmatch(r"(Bureau|Department|Office|Commission) of (.+)", core)
    field = match[2] if match else re.sub(r" (?:Commission|Bureau|Administration|Office|Department)$", "", core)
    if field == core:
        return
    for ending in ("bureau", "department", "commission", "authority", "authorities", "office", "administration"):
        yield f"{field} {ending}"
        yield f"{ending} of {field}"
