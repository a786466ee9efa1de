"""The own-side actors that stand beside a partner: 甲高新区 in 甲高新区与乙开发区, 市中医院 in 丙医院托管市中医院."""

import re
from collections.abc import Iterable, Sequence

from extract.components import Found, Profile, overlaps, within
from extract.cooperation.actor_words import words
from extract.cooperation.own_names import LISTED, Acting, OwnNames
from extract.facts import Entity
from extract.partners.extents import Organization
from extract.places.grouped import ABBREVIATED

_UNKNOWN = re.compile("(?<=[、与同])[^，。；：、与同和及]{2,16}$")
_AND = re.compile("[和及与]")
_SETS_UP = ("布局", "落子", "落地", "设立")  # 对接甲公司布局灾备中心: what it sets up does not act
_LONGEST, _REACH, _SHORT = 30, 16, 2


class Actors:
    """Reads who of the own side stands beside a partner in one unit.

    Args:
        text: the unit's text.
        profile: of the plan.
        places: the divisions named.
        partners: the organisations named.
        regions: the regions named, as (start, end, …).

    Attributes:
        names: the reader of the names of the own side.
    """

    def __init__(
        self,
        text: str,
        profile: Profile,
        places: Sequence[Found],
        partners: Sequence[Organization],
        regions: Iterable[tuple[int, int, str, str]],
    ) -> None:
        self._text = text
        self._profile = profile
        self._places = places
        self._outside = [(p.start, p.end) for p in places if self._is_outside(p)]
        self._region_starts = {a for a, *_ in regions}
        home = {p.start for p in places if profile.is_own(p.division.code)}  # 宿州学院 acts, though it be a partner too
        branched = words().branch.search(text) is not None
        self._branches = (
            {o.start for o in partners if any(self._is_branch(o, p) for p in places)} if branched else set()
        )
        home |= self._branches
        self._named = [run for o in partners if not o.own and o.start not in home for run in o.runs]
        self._home = [run for o in partners if o.own or o.start in home for run in o.runs]
        self._organizations = {run[0]: run[1] for o in partners for run in o.runs}
        self._others = sorted({*self._outside, *self._named, *((a, b) for a, b, *_ in regions)})
        short = {(a, b) for a, b, *_ in regions if b - a <= _SHORT}  # 川南 in 川南临港片区
        short |= {(p.start, p.end) for p in places if p.rule in ABBREVIATED}  # 马 in 宿马园区
        own_ends = {p.end for p in places if profile.is_own(p.division.code)}  # 天府新区 in 眉山天府新区
        short |= {(a, b) for a, b, *_ in regions if a in own_ends} | {run for run in self._named if run[0] in own_ends}
        self.names = OwnNames(text, profile, places, [run for run in self._others if run not in short])
        self._start_by_end = {b: a for a, b in self._others}
        self._end_by_start = dict(self._others)
        self._list_starts: dict[int, dict[int, int]] = {}

    def _is_branch(self, organization: Organization, place: Found) -> bool:
        """Whether an organisation's name ends in what it has at home, and acts: 甲大学宿州校区与."""
        if not (organization.start < place.start < organization.end and self._profile.is_own(place.division.code)):
            return False
        branch = words().branch.fullmatch(self._text, place.end, organization.end)
        return branch is not None and self._text.startswith(("与", "同", "、"), organization.end)

    def is_joined(self, partner: int, floor: int) -> bool:
        """Whether a joining word stands in front of the list that a partner is of.

        Args:
            partner: where the partner's name starts.
            floor: where the clause starts.
        """
        at = self._list_start(partner, floor)
        return words().join.search(self._text, max(floor, at - _REACH), at) is not None

    def is_coupled(self, partner: int, floor: int) -> bool:
        """Whether 与 joins one of the own side and the list that a partner is of.

        Args:
            partner: where the partner's name starts.
            floor: where the clause starts.
        """
        at = self._list_start(partner, floor)
        return self._text.endswith(("与", "同"), floor, at) and bool(self.before(partner, floor))

    def before(self, partner: int, floor: int) -> list[Acting]:
        """Those that the word joins which stands in front of the list that a partner is of: 甲区、乙区与丙、丁.

        Args:
            partner: where the partner's name starts.
            floor: where the clause starts.
        """
        at = self._list_start(partner, floor)
        join = words().join.search(self._text, max(floor, at - _REACH), at)
        if join is None or join.start() == floor:
            return []
        found: list[Acting] = []
        beside: list[Acting] = []
        end = join.start()
        while end > floor and (acting := self._ending_at(end, floor) or self._other_ending_at(end, floor)):
            (found if self._is_home(acting) else beside).insert(0, acting)
            start = acting[1][0][0]
            separator = next((s for s in LISTED if self._text.endswith(s, floor, start)), "")
            end = start - len(separator)
            if not separator or (end in self._start_by_end and not self._other_ending_at(end, floor)):
                break
            if not (self._ending_at(end, floor) or self._other_ending_at(end, floor)):
                if beside and not found and words().unknown_backed.search(self._text, floor, end):
                    return beside  # 支持甲药业、乙药业与丙合作, where 甲药业 is no partner
                return []  # a list of other things (甲硒鸽、食用菌、乙产业园) acts as that of its place
        listed = sorted(found + beside, key=lambda acting: acting[1])
        if beside and listed[0] in beside and self._text.endswith(("与", "同"), floor, listed[0][1][0][0]):
            of_couple = max(n for n, acting in enumerate(listed) if acting in beside or not found)
            return found or listed[of_couple:] if len(listed) > 1 else []  # 甲与乙、丙与丁: 乙 is of the other couple
        backed = beside and not found and self._is_backed(beside[0][1][0][0], floor, at)
        return listed if found or backed else []

    def _is_backed(self, start: int, floor: int, partner: int) -> bool:
        """Whether a clause has organisations act that it takes for those at home: 支持甲学院与乙大学共建."""
        beside = self._text[start - 1 : start] in ("，", "、") and self._text.startswith(words().backing, floor)
        backed = self._text.endswith(words().backing, floor, start) or self._is_of_superior(start, floor)
        if start > floor and not (beside or backed):
            return False
        behind = (p for p in self._places if partner < p.start < partner + 2 * _LONGEST)
        return not any(
            self._profile.is_own(p.division.code) and self._text[p.start - 1] in "在来到" for p in behind
        ) and not words().here.search(self._text, partner, partner + 2 * _LONGEST)

    def _is_of_superior(self, start: int, floor: int) -> bool:
        """Whether a clause begins with an institution called by a place above or a region: 推进江苏甲学院与乙大学."""
        own = self._profile.own
        lead = words().lead.match(self._text, floor)
        if own is None or lead is None or lead.end() != start:
            return False
        above = any(p.start == start and within(own.code, p.division.code) for p in self._places)
        return above or start in self._region_starts  # 推进皖南职业教育集团与乙学院

    def _is_home(self, acting: Acting) -> bool:
        return acting[1][0] not in self._named

    def _other_ending_at(self, end: int, floor: int) -> Acting | None:
        """The organisation that ends there, at home by its name or those beside it: 甲市师专、安徽冶金学院与乙大学."""
        start = next((a for a, b in (*self._named, *self._home) if b == end and a >= floor), None)
        if start is None or (start not in self._branches and any(start <= a < end for a, _ in self._outside)):
            return None
        return Entity("organization", self._text[start:end]), ((start, end),)

    def behind(self, partner: int, end: int) -> list[Acting]:
        """Those with, in or at whom a partner acts that stands in front: 甲大学在乙县, 丙医院托管丁医院.

        Args:
            partner: behind the partner's name.
            end: behind the clause.
        """
        at = self._list_end(partner, end)
        joined = words().behind.match(self._text, at, end)
        if joined is None or overlaps(at, joined.end(), self._others):
            return []
        found = self.names.listed_from(joined.end(), end)
        if any(verb in joined[0] for verb in _SETS_UP):
            own = {p.start for p in self._places if self._profile.is_own(p.division.code)}
            return [acting for acting in found if acting[0].kind != "organization" and acting[1][0][0] in own]
        return found

    def comes(self, partner: int, end: int) -> bool:
        """Whether a partner comes to the own side: 支持甲集团在乙县投资, 争取丙市在我市建立.

        Args:
            partner: behind the partner's name.
            end: behind the clause.
        """
        at = self._list_end(partner, end)
        here = words().comes_here.match(self._text, at, end)
        if here is None or overlaps(at, here.end(), self._others):
            return False
        if here["here"] is None:
            place = self.names.starting_at(here.end(), end)
            if place is None or place[0].kind != "place":
                return False
            here_end = place[1][-1][1]
        else:
            here_end = here.end()
        return words().does_here.match(self._text, here_end, end) is not None

    def couple_begins(self, at: int, end: int) -> bool:
        """Whether organisations with 与 behind them begin there: 与甲合作，乙、丙与丁合作.

        Args:
            at: a place in the text.
            end: behind the sentence.
        """
        while True:
            acting = self.names.starting_at(at, end)
            behind = self._organizations.get(at) or (acting[1][-1][1] if acting else end)
            if behind >= end or self._text[behind] in "与同":
                return behind < end
            if self._text[behind] not in "、和及":
                return False
            at = behind + 1

    def coupled_behind(self, partner: tuple[int, int], end: int) -> list[Acting]:
        """Those at home with whom a couple of a list joins one outside in front: …、甲医院与市医院、….

        Args:
            partner: where the partner's name starts and ends.
            end: behind the clause.
        """
        start, at = partner
        if self._text[start - 1 : start] not in ("、", "，") or self._text[at : at + 1] not in ("与", "同"):
            return []
        found = self.names.listed_from(at + 1, end)
        if len(found) > 1 and self._text[found[-1][1][-1][1] : end].startswith(("与", "同")):
            found.pop()  # it is of the next couple
        return found if any(acting.kind != "place" for acting, _ in found) else []

    def _list_start(self, at: int, floor: int) -> int:
        """Where the list of others begins that one of them, starting there, is of; kept, as each of a list asks."""
        passed: list[int] = []
        known = self._list_starts.setdefault(floor, {})
        while at not in known:
            passed.append(at)
            before = self._before_in_list(at, floor)
            if before == at:
                break
            at = before
        at = known.get(at, at)
        known.update(dict.fromkeys(passed, at))
        return at

    def _before_in_list(self, at: int, floor: int) -> int:
        """Where the one in front begins of the list that one starting there is of; there itself if it is the first."""
        parent = self._start_by_end.get(at, -1)  # 上海市 in front of 徐汇区
        if parent >= floor:
            return parent
        before = next((at - len(s) for s in LISTED if self._text.endswith(s, floor, at)), None)
        if before is None:
            return at
        start = self._start_by_end.get(before, -1)
        if start < floor:
            unknown = _UNKNOWN.search(self._text, max(floor, before - _LONGEST), before)
            return at if unknown is None else unknown.start()
        return start

    def _list_end(self, at: int, end: int) -> int:
        """Where the list of others ends that one of them, ending there, is of."""
        while True:
            behind = next((at + len(s) for s in (*LISTED, "") if self._text.startswith(s, at)), at)
            following = self._end_by_start.get(behind, end + 1)
            if following > end:
                return at
            at = following

    def _ending_at(self, end: int, floor: int) -> Acting | None:
        """The actor whose name ends there, with a list mark, a word that leads or the clause's start in front."""
        low = max(floor, end - _LONGEST)
        start = max([self._text.rfind(mark, low, end) + 1 for mark in "，。；：、\n"] + [low])
        lead = words().lead.match(self._text, start, end)
        starts = [lead.end()] if lead and (start > low or low == floor) else []
        for at in (*starts, *(m.end() for m in _AND.finditer(self._text, start, end))):
            acting = self.names.starting_at(at, end)
            if acting and acting[1][-1][1] == end:
                return acting
        acts = lead is not None and starts and lead.end() > start and self._text[end : end + 1] in ("与", "同", "、")
        if acts and not overlaps(starts[0], end, self._others) and words().sight.fullmatch(self._text, starts[0], end):
            return Entity("organization", self._text[starts[0] : end]), ((starts[0], end),)
        return None

    def _is_outside(self, place: Found) -> bool:
        own = self._profile.own
        return (
            own is not None
            and not self._profile.is_own(place.division.code)
            and not within(own.code, place.division.code)
        )
