"""Names of regions and the short names of divisions, as they stand in front of an industry."""

from functools import cache

from gazetteer.divisions import gazetteer
from gazetteer.regions import regions

_HEAD, _SHORT_NAME, _SEVERAL, _SHORTEST = 2, 2, 3, 2


def region_length(text: str, at: int, end: int) -> int:
    """How long the region is that a run begins with; 0 where it begins with none."""
    if text[at : at + _HEAD] not in _region_heads():
        return 0
    known = _regions()
    return next((n for n in _region_lengths() if at + n <= end and text[at : at + n] in known), 0)


@cache
def short_names() -> frozenset[str]:
    """The short names of two characters that divisions have."""
    return frozenset({d.short for d in gazetteer().divisions() if len(d.short) == _SHORT_NAME} | {"雄安"})


def behind_places(text: str, members: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The members of a list without their places, where most begin with one (盐山管道、孟村弯头、肃宁裘皮)."""
    placed = [text[x : x + _SHORT_NAME] in short_names() and y - x >= _SHORT_NAME + _SHORTEST for x, y in members]
    if sum(placed) < _SEVERAL or 2 * sum(placed) <= len(members):
        return members
    return [(x + _SHORT_NAME * has, y) for (x, y), has in zip(members, placed, strict=True)]


@cache
def _regions() -> frozenset[str]:
    return frozenset(name for region in regions().values() for name in (region.name, *region.aliases))


@cache
def _region_heads() -> frozenset[str]:
    return frozenset(name[:_HEAD] for name in _regions())


@cache
def _region_lengths() -> tuple[int, ...]:
    return tuple(sorted({len(name) for name in _regions()}, reverse=True))
