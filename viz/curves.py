"""Curves of arcs, as paths of SVG."""

from math import hypot
from typing import NamedTuple


class Curve(NamedTuple):
    """A curve from one point to another.

    Attributes:
        path: as a path of SVG.
        middle: the point half way along it.
    """

    path: str
    middle: tuple[float, float]


def curve(one: tuple[float, float], other: tuple[float, float], *, offset: float, short: float = 0) -> Curve:
    """A curve that leaves the straight way to its left.

    Args:
        one: where it begins.
        other: where it leads to.
        offset: how far its bend stands off; below 0 to the right.
        short: how far before the other point it ends.
    """
    (x, y), (far_x, far_y) = one, other
    across, down = far_x - x, far_y - y
    length = hypot(across, down) or 1
    via_x, via_y = (x + far_x) / 2 + offset * down / length, (y + far_y) / 2 - offset * across / length
    rest = hypot(far_x - via_x, far_y - via_y) or 1
    end_x, end_y = far_x - short * (far_x - via_x) / rest, far_y - short * (far_y - via_y) / rest
    path = f"M{x:.1f} {y:.1f}Q{via_x:.1f} {via_y:.1f} {end_x:.1f} {end_y:.1f}"
    return Curve(path, (round((x + 2 * via_x + end_x) / 4, 1), round((y + 2 * via_y + end_y) / 4, 1)))
