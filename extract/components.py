"""What the pipeline's components share: the profile of a plan, and how a component reads a unit and adds facts.

A unit is one spaCy `Doc`, one token a character, so that character and token offsets are the same thing.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

import ahocorasick_rs
from spacy.tokens import Doc

from extract.clauses.notes import Order
from extract.facts import Entity, Fact, Span
from extract.plan import Plan, Section, Unit
from gazetteer.divisions import COUNTRY, Division, gazetteer
from gazetteer.regions import regions

_REACH = 300
_KINDS = (
    ("高新技术产业开发区", "高新区"),
    ("经济技术开发区", "经开区"),
    ("经济开发区", "经开区"),
    ("综合保税区", "综保区"),
)
_OF_ZONE = re.compile(
    "(?P<name>[^、，]{2,20}?(?:[园区城]|经开|高新))(?:党工委、?|工委、?|（[^）]*）)*管(?:理委员会|委会)(?:办公室|党政办公室)?"
)


@dataclass(frozen=True, slots=True)
class Profile:
    """What a document as a whole tells the extraction of each of its units.

    Attributes:
        plan: the plan.
        own: the division that it is for; None where that is unknown.
        orders: which body leads, by ids of the units for which the document says it once (列第一位的为牵头单位，下同).
        memory: what components have read off the plan as a whole, each under a name of its own.
    """

    plan: Plan
    own: Division | None
    orders: Mapping[str, Order] = field(default_factory=dict)
    memory: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    def is_own(self, code: str) -> bool:
        """Whether a division is the plan's jurisdiction or lies in it."""
        return self.own is not None and within(code, self.own.code)

    def prints(self, name: str, text: str = "") -> bool:
        """Whether a name stands in the plan, or in a text of it that is being read."""
        if name in text:
            return True
        printed = self.memory.get("printed")
        if printed is None:
            printed = self.memory["printed"] = "\n".join(unit.text for unit in self.plan.units)
        return name in printed

    def section(self, unit: Unit) -> Section | None:
        """The section that a unit stands in."""
        known = self.memory.get("sections")
        if known is None:
            known = self.memory["sections"] = {section.path: section for section in reversed(self.plan.sections)}
        found: Section | None = known.get(unit.section)
        return found

    @property
    def side(self) -> Entity:
        """Whose plan it is, as a party: the zone that issued it, the region of a national one, else a division."""
        known: Entity | None = self.memory.get("side")
        if known is None:
            own = self.own or gazetteer()[COUNTRY]
            zone = _OF_ZONE.fullmatch(self.plan.issuer or "") if own.code != COUNTRY else None
            division = place_entity(own) if own.code != COUNTRY else _of_title(self.plan.title, own)
            known = Entity("zone", zone["name"].removeprefix("中共"), own.code) if zone else division
            self.memory["side"] = known
        return known

    def zone(self, name: str) -> Entity:
        """A zone of the own side as a party: the one whose plan it is under its short name too (甲高新区, 高新区)."""
        side = self.side
        own = side.kind == "zone" and (name == side.name or _short_of(side.name).endswith(_short_of(name)))
        return side if own else Entity("zone", name, side.jurisdiction)

    def party(self, division: Division) -> Entity:
        """A division of the own side as a party: the plan's jurisdiction, or a part of it."""
        return self.side if division.code == self.side.jurisdiction else place_entity(division)


def _short_of(zone: str) -> str:
    """A zone's name with its kind in short: 甲高新区 for 甲高新技术产业开发区, no 市 of the city in it."""
    for kind, short in _KINDS:
        zone = zone.replace(kind, short)
    return zone.replace("市", "").removeprefix("国家级")


def _of_title(title: str, country: Division) -> Entity:
    """The region that a national plan is for by its title (东北振兴), else the country."""
    named = max((name for name in regions() if name in title), key=len, default="")
    return Entity("region", named) if named else Entity("place", country.short, country.code)


@dataclass(slots=True)
class Passage:
    """A unit on its way through the pipeline: what components found so far.

    Attributes:
        unit: what is read.
        profile: of its plan.
        facts: those found.
        marks: the runs of its text that a component marked, by their kind.
        names: where names of organisations stand that lists know; None as long as nobody has looked.
    """

    unit: Unit
    profile: Profile
    facts: list[Fact] = field(default_factory=list)
    marks: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    names: list[tuple[int, int]] | None = None

    def evidence(self, *spans: tuple[int, int]) -> tuple[Span, ...]:
        """The printed spans behind runs of the unit's text, in order."""
        return tuple([self.unit.printed(a, b) for a, b in dict.fromkeys(spans)])


@dataclass(frozen=True, slots=True)
class Found:
    """A division named at a place in the text."""

    start: int
    end: int
    division: Division
    rule: str


def register() -> None:
    """Declare the attribute under which a `Doc` carries its passage."""
    if not Doc.has_extension("passage"):
        Doc.set_extension("passage", getter=passage)


def passage(doc: Doc) -> Passage:
    """The passage that a document of the pipeline carries."""
    found: Passage = doc.user_data["passage"]
    return found


def mark(doc: Doc, kind: str, spans: Iterable[tuple[int, int]]) -> None:
    """Mark the spans of a kind, in order, each once."""
    passage(doc).marks[kind] = sorted(set(spans))


def marked(doc: Doc, kind: str) -> list[tuple[int, int]]:
    """The spans of a kind as (start, end)."""
    return passage(doc).marks.get(kind, [])


@lru_cache(maxsize=8192)
def within(code: str, area: str) -> bool:
    """Whether a division is the area or lies in it; asked again and again for the same few."""
    return gazetteer().within(code, area)


def related(division: Division, own: Division | None) -> bool:
    """Whether a division is of the own side or above it; of a plan of the centre everything would be, so nothing is."""
    if own is None or own.code == COUNTRY:
        return False
    return within(division.code, own.code) or within(own.code, division.code)


def inside(at: int, spans: Iterable[tuple[int, int]]) -> bool:
    """Whether a place in the text lies in one of the spans."""
    for a, b in spans:  # noqa: SIM110 - a loop takes half the time of a generator, and this is asked very often
        if a <= at < b:
            return True
    return False


def around(text: str, start: int, end: int, stops: str) -> tuple[int, int]:
    """The stretch of a text around a run, up to the nearest stops on both sides, at most 300 characters away."""
    return floor_of(text, start, stops), stop_of(text, end, stops)


def floor_of(text: str, start: int, stops: str) -> int:
    """The left end of the stretch around a run that starts there, as `around` has it."""
    left = max(0, start - _REACH)
    last = _up_to(stops).match(text, left, start)
    return last.end() if last else left


def stop_of(text: str, end: int, stops: str) -> int:
    """The right end of the stretch around a run that ends there, as `around` has it."""
    stop = _any_of(stops).search(text, end, end + _REACH)
    return stop.start() if stop else min(len(text), end + _REACH)


@cache
def _up_to(characters: str) -> re.Pattern[str]:
    """All up to the last of some characters, found from the end backwards in one step."""
    return re.compile(f"(?s:.*[{re.escape(characters)}])")


@cache
def _any_of(characters: str) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(characters)}]")


def overlaps(start: int, end: int, spans: Iterable[tuple[int, int]]) -> bool:
    """Whether a run shares a character with one of the spans."""
    for a, b in spans:  # noqa: SIM110 - as above
        if a < end and start < b:
            return True
    return False


def place_entity(division: Division) -> Entity:
    """A division as an entity of the facts."""
    return Entity("place", division.name, division.code)


def dictionary(names: Iterable[str]) -> ahocorasick_rs.AhoCorasick:
    """A scanner that finds the longest of the names at the leftmost place."""
    return ahocorasick_rs.AhoCorasick(
        sorted(set(names)), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest, store_patterns=True
    )


def scan(scanner: ahocorasick_rs.AhoCorasick, text: str) -> list[tuple[int, int]]:
    """The places where a scanner's names stand, as (start, end)."""
    found = scanner.find_matches_as_indexes(text)
    return [(start, end) for _, start, end in found] if found else []
