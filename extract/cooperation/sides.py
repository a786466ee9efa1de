"""The sides of a tie: who of the plan's own side acts, with which places outside."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, product

from extract.components import Found, Profile, inside, place_entity, within
from extract.cooperation.actor_words import words as actor_words
from extract.cooperation.counterpart_words import words as counterpart_words
from extract.cooperation.side_words import words
from extract.cooperation.values import Counterpart, Couple
from extract.facts import Entity
from extract.places.grouped import ABBREVIATED, each_once, grouped, is_one_side, without_parents
from extract.projects.objects import Undertaking
from gazetteer.divisions import COUNTRY, Division

_WITH, _TO = re.compile(r"[与同和—－-]|分别与"), re.compile("[至—－-]")
_FEWEST_COUPLES, _COUPLES_BEGIN = 2, "、，；：动与"
_LONGEST_SUBJECT = 48
_BRACKETED_PARK = re.compile("）[^，。；、]{0,8}(?:园|城|区|基地|中心)")
_BESIDE = re.compile("[、与同和至到—－-]")
_LISTS = re.compile("[、和及]|以及")


class Sides:
    """Who is who in a unit.

    Args:
        text: the unit's text.
        profile: of the plan.
        places: the divisions named.
        projects: the undertakings named.
        names: where organisations are named: a place in a name acts with nobody (南京 in 南京大学).
    """

    def __init__(
        self,
        text: str,
        profile: Profile,
        places: Sequence[Found],
        projects: Sequence[Undertaking],
        names: Sequence[tuple[int, int]] = (),
    ) -> None:
        self._text = text
        self._profile = profile
        self._places = places
        self._projects = projects
        self._names = names
        self._whole = [p for p in places if p.division.code == profile.side.jurisdiction]
        self._ending_at = {p.end: p for p in places}

    def pairs(self, start: int, end: int, *, dashed: bool = False) -> list[Couple]:
        """甲、乙与丙、丁: own places with the outside ones behind their 与 or dash, in order where they are paired."""
        places = sorted(
            (p for p in self._places if start <= p.start < end and not inside(p.start, self._names)),
            key=lambda p: p.start,
        )
        places = without_parents(places)
        joint = _TO if dashed else _WITH
        couples = list(self._couples(places, joint))
        if couples:
            return couples
        lists = list(self._lists(places))
        pairs: list[Couple] = []
        for first, second in pairwise(lists):
            paired = len(first) == len(second) > 1 and words().each_its_own.search(self._text, start, end)
            turned = self.is_outside(first[0].division) and (dashed or paired)
            own, others = (second, first) if turned else (first, second)
            if not self._profile.is_own(own[-1].division.code) or not self.is_outside(others[0].division):
                continue
            parent = self._ending_at.get(others[0].start)
            if parent is not None and (own is second or parent.start < own[-1].end):
                parent = None
            behind = self._begin(second[0], first[-1].end) if own is second else (parent or others[0]).start
            if joint.fullmatch(self._text, first[-1].end, behind) is None:
                continue
            sides = self._counterparts(others)
            in_order = len(own) == len(sides) and words().each_its_own.search(self._text, start, end)
            for mine, other in zip(own, sides, strict=True) if in_order else product(each_once(own), sides):
                begin = parent.start if parent is not None and other is sides[0] else other.start
                partner = Counterpart(begin, other.end, other.entity, other.kind)
                runs = ((mine.start, mine.end), (begin, other.end))
                pairs.append((self._profile.party(mine.division), partner, runs))
        return pairs

    def _couples(self, places: Sequence[Found], joint: re.Pattern[str]) -> Iterator[Couple]:
        """甲与乙、丙与丁结对: couples of an own place and one outside, in either order; 甲—乙及丙 is two."""
        joined = [
            n
            for n, (p, q) in enumerate(pairwise(places))
            if joint.fullmatch(self._text, p.end, self._begin(q, p.end))
            and self.is_outside(p.division) != self.is_outside(q.division)
        ]
        couples = [n for n in joined if n + 2 in joined or n - 2 in joined or n + 3 in joined or n - 3 in joined]
        couples = [n for n in couples if n - 1 not in couples]
        if len(couples) < _FEWEST_COUPLES or not all(
            self._text[self._begin(places[n], 0) - 1] in _COUPLES_BEGIN for n in couples[1:]
        ):
            return
        for n in couples:
            first, second = places[n], places[n + 1]
            also = [
                p
                for p in places[n + 2 : n + 3]
                if n + 2 not in couples
                and self._text[second.end : p.start] in ("及", "和")
                and self._same_side(second, p)
            ]
            for one, other in ((first, q) for q in (second, *also)):
                own, outside = (other, one) if self.is_outside(one.division) else (one, other)
                if self._profile.is_own(own.division.code):
                    partner = Counterpart(outside.start, outside.end, place_entity(outside.division), "place")
                    yield (
                        self._profile.party(own.division),
                        partner,
                        ((own.start, own.end), (outside.start, outside.end)),
                    )

    def _counterparts(self, places: Sequence[Found]) -> list[Counterpart]:
        """The sides that a list of places names: a compound of provinces (港澳) is one."""
        found: dict[str, Counterpart] = {}
        for group in grouped(places):
            start, end = group[0].start, group[-1].end
            name = self._text[start:end]
            if len(group) > 1 and is_one_side(name, [place.division for place in group]):
                members = tuple(place_entity(place.division) for place in group)
                found.setdefault(name, Counterpart(start, end, Entity("place_group", name, COUNTRY, members), "group"))
                continue
            for place in group:
                side = Counterpart(place.start, place.end, place_entity(place.division), "place")
                found.setdefault(place.division.code, side)
        return list(found.values())

    def _lists(self, places: Sequence[Found]) -> Iterator[list[Found]]:
        """Places in the order of the text, those of one side that stand in a list together."""
        listed: list[Found] = []
        for place in places:
            gap = self._text[listed[-1].end : self._begin(place, listed[-1].end)] if listed else ""
            compound = not gap and place.rule in ABBREVIATED and listed and listed[-1].rule in ABBREVIATED
            if listed and not ((compound or _LISTS.fullmatch(gap)) and self._same_side(listed[-1], place)):
                yield listed
                listed = []
            listed.append(place)
        if listed:
            yield listed

    def _begin(self, place: Found, floor: int) -> int:
        """Where the name of a place begins, that of its parent in front of it too, behind some place."""
        parent = self._ending_at.get(place.start)
        return parent.start if parent is not None and parent.start >= floor else place.start

    def _same_side(self, one: Found, other: Found) -> bool:
        return self._profile.is_own(one.division.code) == self._profile.is_own(other.division.code)

    def host(self, partner: Counterpart) -> tuple[Entity, tuple[tuple[int, int], ...]] | None:
        """The own place whose park or institute bears the partner's name: 萧县 in 张江萧县科技园."""
        if partner.entity.kind != "organization":
            return None
        near = (p for p in self._places if p.start == partner.end or self._in_name(p, partner))
        place = next((p for p in near if self._profile.is_own(p.division.code)), None)
        return (place_entity(place.division), ((place.start, place.end),)) if place else None

    def behind_compound(self, partner: Counterpart) -> tuple[Entity, tuple[tuple[int, int], ...]] | None:
        """The own part behind a compound of abbreviations: 大丰 in 沪苏大丰产业联动集聚区."""
        if not any(p.end == partner.end and p.rule in ABBREVIATED for p in self._places):
            return None
        below = (p for p in self._places if p.start == partner.end and self._profile.is_own(p.division.code))
        place = next((p for p in below if p.division.code != self._profile.side.jurisdiction), None)
        return (place_entity(place.division), ((place.start, place.end),)) if place else None

    def _in_name(self, place: Found, partner: Counterpart) -> bool:
        """Whether a bracket in a name says where it stands: 甲集团（萧县）产业园."""
        bracket = place.start == partner.end + 1 and self._text[partner.end] == "（"
        return bracket and _BRACKETED_PARK.match(self._text, place.end) is not None

    def names_whole(self, start: int, end: int, partner: Counterpart) -> bool:
        """Whether a clause names the plan's jurisdiction as a side: 开通宿州至徐州专线, 徐州、宿州结果互认.

        Args:
            start: where the clause starts.
            end: behind it.
            partner: whom it names.
        """
        named = [p for p in self._whole if start <= p.start < end]
        return any(
            _LISTS.fullmatch(self._text, partner.end, p.start) or _BESIDE.match(self._text, p.end, end) for p in named
        )

    def party(self, start: int, until: int) -> tuple[Entity, tuple[tuple[int, int], ...]]:
        """The most specific own-side actor named before the partner: a zone, a part, else the jurisdiction."""
        before = (p for p in self._places if start <= p.start < until and not self._is_of_one_name(p))
        own = without_parents(p for p in before if self._profile.is_own(p.division.code))
        project_runs = [run for project in self._projects for run in project.runs]
        for place in own:
            zone = words().zone.match(self._text, place.end)
            if zone:
                name = self._text[place.start : zone.end()]
                return self._profile.zone(name), ((place.start, zone.end()),)
        goods = self._goods_until(start, until)
        for place in own:
            if place.start < goods or self._is_joined_too(place):
                continue
            below = place.division.code != self._profile.side.jurisdiction and not inside(place.start, project_runs)
            if below and not self._names_goods(place) and actor_words().facility.match(self._text, place.end) is None:
                return place_entity(place.division), ((place.start, place.end),)
        return self._profile.side, ()

    def _is_joined_too(self, place: Found) -> bool:
        """Whether an own place stands among those with whom the whole acts: 无锡 in 加强与宜兴、溧阳等地协作."""
        if self._text[place.end : place.end + 1] != "、" or not words().together.match(self._text, place.start - 1):
            return False
        behind = (p for p in self._places if p.start == place.end + 1)
        return any(self.is_outside(p.division) for p in behind)

    def _is_of_one_name(self, place: Found) -> bool:
        """Whether a place is but a character of what many places are called together: 成 in 成渝地区."""
        if place.rule not in ABBREVIATED or place.end - place.start > 1:
            return False
        return any(self._text.startswith(name, place.start) for name in counterpart_words().as_one)

    def _names_goods(self, place: Found) -> bool:
        """四会 in 端砚、四会玉雕、高要春社等非遗: the short name in front of what comes from there."""
        text, end = self._text, place.end
        if text[place.start : end].endswith(words().full) or text.startswith(
            ("、", "和", "与", "及", "等", "至", "到"), end
        ):
            return False
        return words().goods.match(text, end) is not None and words().zone.match(text, end) is None

    def _goods_until(self, start: int, until: int) -> int:
        """Where a list of goods ends that a clause begins with: 支持甲大蒜、乙血鸭等特色产业面向丙销售."""
        summed = words().goods_summed.search(self._text, start, until)
        return summed.start() if summed else start

    def subjects(self, start: int, until: int) -> list[tuple[Entity, tuple[tuple[int, int], ...]]]:
        """The own places whose sights, parks or goods a clause has act: 推动甲县白山、乙县天桥与丙共建."""
        lead = words().lead.match(self._text, start, until)
        at = lead.end() if lead else start
        joined = words().joined.search(self._text, at, until)
        if joined is None or joined.start() - at > _LONGEST_SUBJECT:
            return []
        named = [p for p in self._places if at <= p.start < joined.start()]
        if not named or named[0].start != at or any(self.is_outside(p.division) for p in named):
            return []
        if self._goods_until(at, joined.start()) > at:
            return []
        named = [p for p in without_parents(named) if p.start == at or self._text[p.start - 1] in "、和及"]
        if len(named) == 1 and not (lead and lead["verb"]) and self._names_goods(named[0]):
            return []
        own = [p for p in each_once(named) if self._profile.is_own(p.division.code)]
        own = [p for p in own if actor_words().facility.match(self._text, p.end) is None]
        if all(p.division.code == self._profile.side.jurisdiction for p in own):
            return []
        if any(words().zone.match(self._text, p.end) for p in own):
            return []
        return [(place_entity(p.division), ((p.start, p.end),)) for p in own]

    def is_outside(self, division: Division) -> bool:
        """Neither of the own side nor above it: a superior is no partner."""
        own = self._profile.own
        if own is None or self._profile.is_own(division.code):
            return False
        return not within(own.code, division.code)
