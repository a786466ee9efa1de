"""The small picture of a place page: the place in the middle, those it is tied with around it."""

from collections.abc import Sequence
from math import cos, pi, sin
from typing import NamedTuple

from queries.display import width

MOST = 14
"""Partners that are drawn, those of the most ties."""

_WIDTH, _HEIGHT = 800, 400
_ACROSS, _DOWN = 230, 150
_LONGEST = 22
"""Columns of the longest name; Chinese characters take two."""
_THICKEST = 9


class Partner(NamedTuple):
    """A side that a place is tied with.

    Attributes:
        label: what it is called.
        href: address of its page.
        ties: how many ties.
        answers: whether it names the place as well.
    """

    label: str
    href: str
    ties: int
    answers: bool


class Spoke(NamedTuple):
    """A partner as it is drawn: its spot, the width of its line, and where its name stands."""

    partner: Partner
    x: float
    y: float
    width: float
    anchor: str
    text_x: float
    text_y: float


class Wheel(NamedTuple):
    """The picture: its size, its middle, and its spokes."""

    width: int
    height: int
    x: float
    y: float
    spokes: Sequence[Spoke]
    left_out: int


def wheel(partners: Sequence[Partner]) -> Wheel:
    """The picture of a place's partners.

    Args:
        partners: those of the most ties first.
    """
    drawn = partners[:MOST]
    most = max((partner.ties for partner in drawn), default=1)
    middle_x, middle_y = _WIDTH / 2, _HEIGHT / 2
    spokes = []
    for number, partner in enumerate(_spread(drawn)):
        turn = 2 * pi * number / len(drawn) - pi / 2
        x, y = middle_x + _ACROSS * cos(turn), middle_y + _DOWN * sin(turn)
        side = "middle" if abs(cos(turn)) < 0.2 else "start" if cos(turn) > 0 else "end"  # noqa: PLR2004 - near the axis
        away = {"middle": 0, "start": 10, "end": -10}[side]
        lift = (-14 if sin(turn) < 0 else 24) if side == "middle" else 5
        thick = round(1 + (_THICKEST - 1) * partner.ties / most, 1)
        spokes.append(Spoke(partner, round(x, 1), round(y, 1), thick, side, round(x + away, 1), round(y + lift, 1)))
    return Wheel(_WIDTH, _HEIGHT, middle_x, middle_y, spokes, len(partners) - len(drawn))


def shortened(label: str) -> str:
    """A name that has room beside its spot."""
    taken = 0
    for index, character in enumerate(label):
        taken += width(character)
        if taken > _LONGEST:
            return f"{label[:index]}…"
    return label


def _spread(partners: Sequence[Partner]) -> list[Partner]:
    """The partners in turn from the top, strong and weak ones alternating, so that lines and names part."""
    half = (len(partners) + 1) // 2
    strong, weak = partners[:half], partners[half:]
    return [partner for pair in zip(strong, [*weak, None], strict=False) for partner in pair if partner]
