"""Lists of the places that a clause names: without parents, with compounds of abbreviations as one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from extract.components import Found, within

ABBREVIATED = ("abbreviation", "group", "explained")
"""The rules that find a place in a compound of one-character names."""


def without_parents(places: Iterable[Found]) -> list[Found]:
    """Places without those that stand in front of their own part as its parent (徐州市铜山区)."""
    listed = list(places)
    parts: defaultdict[int, list[Found]] = defaultdict(list)
    for place in listed:
        parts[place.start].append(place)
    return [p for p in listed if not any(within(q.division.code, p.division.code) for q in parts.get(p.end, ()))]


def grouped(places: Iterable[Found]) -> Iterator[list[Found]]:
    """Places one by one, those of a compound of abbreviations (沪苏浙) together."""
    group: list[Found] = []
    for place in places:
        joined = (
            group
            and place.rule in ABBREVIATED
            and (place.start == group[-1].end or (place.start, place.end) == (group[-1].start, group[-1].end))
        )
        if group and not joined:
            yield group
            group = []
        group.append(place)
    if group:
        yield group


def each_once(places: Iterable[Found]) -> list[Found]:
    """Places without those of a division that another names."""
    return list({place.division.code: place for place in places}.values())
