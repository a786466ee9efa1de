"""The firms that a clause has act or grow: parties of a tie, or nobody's partners."""

import re
from collections.abc import Sequence

from extract.components import Found, Profile
from extract.cooperation.side_words import words
from extract.cooperation.values import Counterpart

_UNKNOWN = re.compile("(?:(?![与同])[\u4e00-\u9fffA-Za-z]){2,8}?(?=[、等]|和(?!平|谐))")
_SEPARATORS = "、和及"


class Firms:
    """Reads one unit.

    Args:
        text: the unit's text.
        profile: of the plan.
        places: the divisions named.
        names: where organisations are named.
    """

    def __init__(self, text: str, profile: Profile, places: Sequence[Found], names: Sequence[tuple[int, int]]) -> None:
        self._text = text
        self._names = dict(names)
        self._own = [p.start for p in places if profile.is_own(p.division.code)]
        self._outside = [p.start for p in places if not profile.is_own(p.division.code)]

    def acting(self, start: int, counterparts: Sequence[Counterpart]) -> Counterpart | None:
        """The company that a clause has act with another: 支持甲公司联合乙大学攻关.

        Args:
            start: where the clause starts.
            counterparts: what it names outside the own side.
        """
        lead = words().lead.match(self._text, start)
        if lead is None or not lead["verb"]:
            return None
        first = next((c for c in counterparts if c.start == lead.end() and c.kind == "company"), None)
        joined = words().together.match(self._text, first.end) if first else None
        if first is None or joined is None or not any(c.start == joined.end() for c in counterparts):
            return None
        return None if any(first.start <= a < first.end for a in self._outside) else first

    def growing(self, start: int, end: int, counterparts: Sequence[Counterpart]) -> list[Counterpart]:
        """The companies that a clause has grow, as those at home: 支持甲公司、乙公司等链主企业在丙布局.

        Args:
            start: where the clause starts.
            end: behind it.
            counterparts: what it names outside the own side.
        """
        lead = words().lead.match(self._text, start)
        if lead is None or lead["verb"] not in words().supporting:
            return []
        organizations = {c.start: c for c in counterparts if c.entity.kind == "organization"}
        at_home = any(
            c.start <= a < c.end for c in organizations.values() for a in self._own
        )  # 支持甲研究所、乙集团攻关
        names = self._names
        listed: list[Counterpart] = []
        at = last = lead.end()
        while at < end:
            named = organizations.get(at)
            if named is not None and (at_home or named.kind == "company"):
                listed.append(named)
                last = named.end
            elif at in names:
                last = names[at]
            elif lead["verb"] and (unknown := _UNKNOWN.match(self._text, at, end)):
                last = unknown.end()
            else:
                break
            if last == end or self._text[last] not in _SEPARATORS:
                break
            at = last + 1
        if not listed or self._text[last : last + 1] in ("与", "同") or words().comes.search(self._text, last, end):
            return []
        there = [a for a in self._own if last <= a < end]
        settles = words().settles.search(self._text, last, end) or not lead["verb"]
        comes = settles and any(not lead["verb"] or words().there.search(self._text, last, a) for a in there)
        return [] if comes else listed
