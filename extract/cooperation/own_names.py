"""The names of the own side's zones, institutions and places in a unit: 甲高新区, 市中医院, 乙县."""

import re
from collections.abc import Sequence

from extract.components import Found, Profile, inside, overlaps, within
from extract.cooperation.actor_words import words
from extract.facts import Entity

Acting = tuple[Entity, tuple[tuple[int, int], ...]]
"""One of the own side, and where it is named."""

LISTED = ("、", "和", "及", "以及")
"""What stands between those of a list."""

_SHORT = 2
_HERE = ("在", "来", "驻")  # 甲大学在粤研究院 is its own branch
_CLAUSE = re.compile("[^，,]+")


class OwnNames:
    """Reads the names of one unit.

    Args:
        text: the unit's text.
        profile: of the plan.
        places: the divisions named.
        others: where those are named that no name of the own side holds.
    """

    def __init__(self, text: str, profile: Profile, places: Sequence[Found], others: Sequence[tuple[int, int]]) -> None:
        self._text = text
        self._profile = profile
        self._places = places
        self._others = others

    def starting_at(self, at: int, end: int) -> Acting | None:
        """The actor whose name starts there: an own zone or institution, else an own place.

        Args:
            at: a place in the text.
            end: what its name does not reach over.
        """
        name = words().name.match(self._text, at, end)
        if (
            name
            and name.end() - at > _SHORT
            and not overlaps(*name.span(), self._others)
            and not self._joins_within(*name.span())
            and not self._is_class(*name.span())
            and not (
                name["institution"]
                and name.end() - at == len(name["institution"]) + 1
                and self._text[at - 1 : at] in _HERE
            )
        ):
            institution = name["institution"] is not None
            return Entity("organization", name[0]) if institution else self._profile.zone(name[0]), (name.span(),)
        own = [p for p in self._places if p.start == at and p.end <= end and self._profile.is_own(p.division.code)]
        if not own:
            return None
        place = max(own, key=lambda p: p.end)
        part = next(
            (p for p in self._places if p.start == place.end and within(p.division.code, place.division.code)), None
        )
        last = part or place
        if words().facility.match(self._text, last.end):
            return None
        return self._profile.party(last.division), ((place.start, last.end),)

    def listed_from(self, at: int, end: int) -> list[Acting]:
        """The actors listed from a place in the text on.

        Args:
            at: the place.
            end: behind the clause.
        """
        found: list[Acting] = []
        while acting := self.starting_at(at, end):
            found.append(acting)
            at = acting[1][-1][1]
            separator = next((s for s in LISTED if self._text.startswith(s, at)), "")
            if not separator:
                break
            at += len(separator)
        return found

    def first(self, start: int, until: int) -> list[Acting]:
        """The zones and institutions with which a clause begins: 推动市中心医院、甲学院积极与乙共建.

        Args:
            start: where the clause starts.
            until: where the partner's name starts.
        """
        lead = words().lead.match(self._text, start, until)
        found = self.listed_from(lead.end() if lead else start, until)
        return found if any(acting.kind != "place" for acting, _ in found) else []

    def leading(self, start: int, end: int) -> list[Acting]:
        """The zone or institution with which a sentence begins, of whom its later clauses speak.

        Args:
            start: where the sentence starts.
            end: behind it.
        """
        lead = words().has_act.match(self._text, start, end)
        at = lead.end() if lead else start
        name = words().subject.match(self._text, at, end)
        acting = self.starting_at(at, name.end()) if name else None
        return [acting] if acting and name and acting[1][-1][1] == name.end() and acting[0].kind != "place" else []

    def carried(self, sentence: int, clause: int) -> list[Acting]:
        """The zone that a clause within a sentence has act, where those behind go on: 支持甲高新区…，加入乙联盟.

        Args:
            sentence: where the sentence starts.
            clause: where the clause starts that goes on.
        """
        before = [m.start() for m in _CLAUSE.finditer(self._text, sentence, clause)]
        at = clause
        while before and words().goes_on.match(self._text, at):
            at = before.pop()
            lead = words().supports.match(self._text, at)
            if lead:
                return [acting for acting in self.listed_from(lead.end(), clause) if acting[0].kind == "zone"]
        return []

    def _is_class(self, start: int, end: int) -> bool:
        """Whether all parks of a place are meant: 宿州市产业园区."""
        place = next((p for p in self._places if p.start == start and p.end < end), None)
        full = place is not None and self._text[start : place.end] == place.division.name
        return place is not None and full and self._text[place.end : end] in words().classes

    def _joins_within(self, start: int, end: int) -> bool:
        """Whether a 和 or 同 in a name is no part of a place's (和县高新区)."""
        runs = [(p.start, p.end) for p in self._places]
        return any(not inside(start + m.start(), runs) for m in re.finditer("[和同]", self._text[start:end]))
