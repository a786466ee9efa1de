"""Lists of the places that a clause names: without parents, with compounds of abbreviations as one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from extract.components import Found, within
from gazetteer.divisions import Division
from gazetteer.regions import regions

ABBREVIATED = ("abbreviation", "group", "explained")
"""The rules that find a place in a compound of one-character names."""
_FEWEST = 2


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


def is_one_side(compound: str, members: Sequence[Division]) -> bool:
    """Whether a compound of abbreviations is one side: of provinces (沪苏浙), or of an area's cities (长株潭).

    Args:
        compound: as written.
        members: the divisions that it stands for.
    """
    return all(division.level == "province" for division in members) or (len(compound) > _FEWEST and _is_area(compound))


@cache
def _is_area(compound: str) -> bool:
    names = (name for region in regions().values() for name in (region.name, *region.aliases))
    return any(name.startswith(compound) for name in names)
