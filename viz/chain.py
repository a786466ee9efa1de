"""Chains: how two places are tied, through which others, and by what sentences."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import sqrt
from typing import NamedTuple

from queries.chains import Chain
from queries.engine import Rows
from queries.terms import value
from viz.contents import Contents
from viz.curves import Curve, curve
from viz.errors import PictureError
from viz.page import evidence, page, palette, table, text_of

_WIDE, _HIGH = 170, 44
"""Size of a side's box."""
_STEP, _ROW, _TRACK = 420, 76, 56
"""Between columns of boxes, between boxes, and between the bends of lines that join the same two."""
_MARGIN = 30


class Box(NamedTuple):
    """A side of a chain, as it is drawn.

    Attributes:
        name: what it is called.
        x, y: its middle.
        is_end: whether it is one of the two that were asked for.
    """

    name: str
    x: float
    y: float
    is_end: bool


class Line(NamedTuple):
    """The ties of one mechanism that one side states with the next, or the next with it.

    Attributes:
        party: name of the side whose plans speak.
        partner: name of the other.
        mechanism: notation of the mechanism.
        statements: positions of the facts.
        curve: how it is drawn.
        width: how wide it is drawn.
    """

    party: str
    partner: str
    mechanism: str
    statements: tuple[int, ...]
    curve: Curve
    width: float


class Picture(NamedTuple):
    """Chains from one side to another.

    Attributes:
        drawn: the graph.
        title: the two sides.
        boxes: the sides.
        lines: the ties.
        size: width and height of the drawing.
    """

    drawn: Contents
    title: str
    boxes: Sequence[Box]
    lines: Sequence[Line]
    size: tuple[float, float]

    def table(self) -> Rows:
        """A row for each line."""
        english = {one.label: one.english for one in self.drawn.entities.values()}
        return table(
            ("from", "to", "mechanism", "ties", "citations", "from_en", "to_en"),
            (
                (
                    line.party,
                    line.partner,
                    line.mechanism,
                    len(line.statements),
                    "; ".join(dict.fromkeys(self.drawn.statements[one].citation for one in line.statements)),
                    english.get(line.party, ""),
                    english.get(line.partner, ""),
                )
                for line in self.lines
            ),
        )

    def says(self, statements: Sequence[int]) -> list[Mapping[str, str]]:
        """The sentences of facts with their citations."""
        return evidence(self.drawn, statements)

    def html(self, language: str) -> str:
        """The page.

        Args:
            language: `en` or `zh`, which it is shown in at first.
        """
        used = {line.mechanism for line in self.lines}
        return page(
            "chain.html",
            self.drawn,
            language,
            scripts=[text_of("assets/page.js"), text_of("assets/lists.js")],
            styles=[text_of("assets/page.css"), text_of("assets/chain.css")],
            picture=self,
            box=(_WIDE, _HIGH),
            mechanisms=[notation for notation in palette()["mechanism"] if notation in used],
        )


def picture(drawn: Contents, first: str, second: str, found: Sequence[Chain], hops: int) -> Picture:
    """The picture of chains.

    Args:
        drawn: the graph.
        first: IRI of one side.
        second: IRI of the other.
        found: the chains between them.
        hops: how many steps were looked for.

    Raises:
        PictureError: where there is no chain.
    """
    ends = [drawn.entities[iri].label for iri in (first, second)]
    title = " — ".join(ends)
    if not found:
        raise PictureError(title, f"no chain of {hops} steps joins them; look for longer ones with --hops")
    columns: defaultdict[int, list[str]] = defaultdict(list)
    for chain in found:
        sides = [chain.steps[0].here, *(step.there for step in chain.steps)]
        for position, name in enumerate(sides):
            if name not in columns[position]:
                columns[position].append(name)
    joined = _joined(drawn, found)
    tracks = max(len(together) for together in joined.values())
    row = max(_ROW, _TRACK / 2 * tracks + _HIGH)
    height = max(map(len, columns.values())) * row + 2 * _MARGIN
    boxes = {
        (position, name): Box(
            name,
            _MARGIN + _WIDE / 2 + position * _STEP,
            height / 2 + (number - (len(names) - 1) / 2) * row,
            position in {0, len(columns) - 1},
        )
        for position, names in columns.items()
        for number, name in enumerate(names)
    }
    lines = [line for key, together in joined.items() for line in _lines(key, together, boxes)]
    width = 2 * _MARGIN + _WIDE + (len(columns) - 1) * _STEP
    return Picture(drawn, title, list(boxes.values()), lines, (width, height))


_Key = tuple[int, str, str]
_Ties = dict[tuple[bool, str], list[int]]


def _joined(drawn: Contents, found: Sequence[Chain]) -> dict[_Key, _Ties]:
    """The facts of each step, by whether the side on the left speaks, and by mechanism."""
    number = {statement.iri: position for position, statement in enumerate(drawn.statements)}
    joined: dict[_Key, _Ties] = {}
    for chain in found:
        for position, step in enumerate(chain.steps):
            together: _Ties = {}
            for tie in step.ties:
                fact = number[value(tie[-1])]
                statement = drawn.statements[fact]
                speaks = any(step.here in _held(drawn, party) for party in statement.roles.get("party", ()))
                together.setdefault((speaks, statement.detail), []).append(fact)
            joined.setdefault((position, step.here, step.there), together)
    return joined


def _held(drawn: Contents, iri: str) -> Iterator[str]:
    """The names of a place and of what it lies in."""
    seen: set[str] = set()
    while (entity := drawn.entities.get(iri)) and iri not in seen:
        seen.add(iri)
        yield entity.label
        iri = entity.upper


def _lines(key: _Key, together: _Ties, boxes: Mapping[tuple[int, str], Box]) -> Iterator[Line]:
    position, here, there = key
    left, right = boxes[position, here], boxes[position + 1, there]
    for track, ((speaks, mechanism), facts) in enumerate(sorted(together.items())):
        offset = (track - (len(together) - 1) / 2) * _TRACK
        rims = (left.x + _WIDE / 2, left.y), (right.x - _WIDE / 2, right.y)
        one, other = rims if speaks else rims[::-1]
        drawn = curve(one, other, offset=offset if speaks else -offset, short=4)
        party, partner = (here, there) if speaks else (there, here)
        yield Line(party, partner, mechanism, tuple(facts), drawn, round(1.5 + 1.3 * sqrt(len(facts)), 1))
