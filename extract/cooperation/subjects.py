"""The own parts with which a sentence or a unit begins, of whom what follows speaks."""

from collections.abc import Sequence

from extract.components import Found, Profile, inside, within
from extract.cooperation.own_names import Acting, OwnNames
from extract.cooperation.side_words import words
from extract.projects.objects import Undertaking

_SHORT_TITLE = 30


class Subjects:
    """Reads one unit.

    Args:
        text: the unit's text.
        profile: of the plan.
        places: the divisions named.
        projects: the undertakings named.
        names: the reader of the names of the own side.
    """

    def __init__(
        self,
        text: str,
        profile: Profile,
        places: Sequence[Found],
        projects: Sequence[Undertaking],
        names: OwnNames,
    ) -> None:
        self._text = text
        self._profile = profile
        self._places = places
        self._projects = projects
        self._names = names

    def of_sentence(self, start: int, until: int) -> list[Acting]:
        """The own part with which a sentence begins, of whom its later clauses speak: 支持甲市依托…，与乙共建."""
        lead = words().lead.match(self._text, start, until)
        at = lead.end() if lead else start
        for _ in range(2):
            place = next((p for p in self._places if p.start == at), None)
            if place is None:
                return []
            if self._profile.is_own(place.division.code):
                listed = [place]
                while self._text[listed[-1].end : listed[-1].end + 1] in ("、", "和"):
                    following = next((p for p in self._places if p.start == listed[-1].end + 1), None)
                    if following is None or not self._profile.is_own(following.division.code):
                        return []
                    listed.append(following)
                below = all(p.division.code != self._profile.side.jurisdiction for p in listed)
                if self._begins_couples(listed, until):
                    return []
                acts = words().acts.match(self._text, listed[-1].end)
                named = any(inside(at, project.runs) for project in self._projects)  # 推进甲县机场建设
                if not (below and acts) or named or words().zone.match(self._text, place.end):
                    return []
                return [(self._profile.party(p.division), ((p.start, p.end),)) for p in listed]
            if self._text[place.end : place.end + 1] not in ("—", "-", "－"):
                return []
            at = place.end + 1
        return []

    def of_unit(self, start: int) -> list[Acting]:
        """The one own part named in front, where the unit begins with it: 定远县坚持…。…。与丙共建.

        Args:
            start: where the clause starts that names a partner and nobody of the own side.
        """
        whole = self._profile.side.jurisdiction
        own = [p for p in self._places if self._profile.is_own(p.division.code) and p.division.code != whole]
        first = self._text.find("。") + 1
        for at in (0, first) if first <= _SHORT_TITLE else (0,):
            zone = self._names.leading(at, len(self._text))
            if zone and zone[0][0].kind == "zone" and zone[0][1][0][0] == at < start:
                return zone
        if not own or not first or any(not within(p.division.code, own[0].division.code) for p in own):
            return []
        part = own[0]
        if first <= _SHORT_TITLE and part.start < first and part.division.level != "township":  # no 诺邓火腿
            return [(self._profile.party(part.division), ((part.start, part.end),))]
        opening = [0, first] if first <= _SHORT_TITLE else [0]
        for at in opening:
            lead = words().lead.match(self._text, at)
            begin = lead.end() if lead else at
            if part.start != begin or (at and begin > at) or words().zone.match(self._text, part.end):
                continue  # 促进直播发展。支持甲市…。鼓励各地…: the unit is of all
            if words().acts.match(self._text, part.end):
                return [(self._profile.party(part.division), ((part.start, part.end),))]
        return []

    def _begins_couples(self, listed: Sequence[Found], until: int) -> bool:
        """Whether others of the own side follow in couples: 推动甲与丙、乙与丁结对，引进…, which all do."""
        end = listed[-1].end
        if self._text[end : end + 1] not in ("与", "同"):
            return False
        comma = self._text.find("，", end, until)
        behind = [p for p in self._places if end < p.start < (comma if comma > 0 else until)]
        return any(
            self._profile.is_own(p.division.code) and not any(within(p.division.code, q.division.code) for q in listed)
            for p in behind
        )
