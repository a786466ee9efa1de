"""Who of the own side acts with each of those whom a clause names."""

import re
from collections.abc import Sequence

from extract.cooperation.abroad import is_abroad
from extract.cooperation.actors import Actors
from extract.cooperation.firms import Firms
from extract.cooperation.own_names import Acting
from extract.cooperation.sides import Sides
from extract.cooperation.subjects import Subjects
from extract.cooperation.values import Counterpart

_OF_PLAN = re.compile("(?:积极|大力|主动)?(?:组织|选派|引导|鼓励|支持|推动)")


class Parties:
    """Reads one unit.

    Args:
        text: the unit's text.
        sides: who is who in it.
        actors: who of the own side stands beside a partner.
        firms: the firms that act or grow in it.
        subjects: with whom its sentences begin.
    """

    def __init__(self, text: str, sides: Sides, actors: Actors, firms: Firms, subjects: Subjects) -> None:
        self._text = text
        self._sides = sides
        self._actors = actors
        self._firms = firms
        self._subjects = subjects

    def acting_for(
        self, start: int, end: int, sentence: tuple[int, int], counterparts: Sequence[Counterpart]
    ) -> list[tuple[Counterpart, list[Acting]]]:
        """Each counterpart with those of the own side that act with it; without companies that act or only grow.

        Args:
            start: where the clause starts.
            end: behind it.
            sentence: the sentence that it is part of.
            counterparts: whom it names.
        """
        one = self._firms.acting(start, counterparts)
        left_out = [one] if one else self._firms.growing(start, end, counterparts)
        others = [c for c in counterparts if c not in left_out]
        each = self._each_its_own(start, end, others)
        out: list[tuple[Counterpart, list[Acting]]] = []
        for partner in others:
            if one and partner.start > one.end:
                acting: list[Acting] = [(one.entity, ((one.start, one.end),))]
            elif each:
                acting = [each[partner.entity.name]]
            else:
                acting = self._acting(start, end, partner, sentence)
                if partner.entity.kind == "region" and is_abroad(partner.entity.name):
                    named = {(c.start, c.end) for c in counterparts}  # 支持甲等企业与越南合作: firms act for all
                    acting = [a for a in acting if a[1][:1] not in [(run,) for run in named]] or [self._whole(start)]
            out.append((partner, acting))
        return out

    def _whole(self, start: int) -> Acting:
        """The plan's jurisdiction, where nobody else acts."""
        return self._sides.party(start, start)

    def _each_its_own(self, start: int, end: int, counterparts: Sequence[Counterpart]) -> dict[str, Acting]:
        """甲医院、乙医院分别与丙、丁: the institutions with those behind them, in order, by their names."""
        behind = sorted(counterparts, key=lambda c: c.start)
        if not behind or "分别" not in self._text[start:end]:
            return {}
        own = self._actors.names.first(start, behind[0].start)
        matched = len(own) == len(behind) > 1
        return {c.entity.name: mine for mine, c in zip(own, behind, strict=True)} if matched else {}

    def _acting(self, start: int, end: int, partner: Counterpart, sentence: tuple[int, int]) -> list[Acting]:
        """Who of the own side acts with a partner that a clause names."""
        host = self._sides.host(partner) or self._sides.behind_compound(partner)
        if host:
            return [host]
        found = (
            self._actors.coupled_behind((partner.start, partner.end), end)
            or self._actors.before(partner.start, start)
            or self._actors.behind(partner.end, end)
            or self._actors.names.first(start, partner.start)
            or self._sides.subjects(start, partner.start)
        )
        if found:
            return found
        party, runs = self._sides.party(start, partner.start)
        if runs or self._sides.names_whole(start, end, partner):
            return [(party, runs)]
        names = self._actors.names
        if start > sentence[0]:
            if _OF_PLAN.match(self._text, start):
                return [(party, runs)]
            found = (
                self._subjects.of_sentence(*sentence) or names.leading(*sentence) or names.carried(sentence[0], start)
            )
        return found or self._subjects.of_unit(start) or [(party, runs)]
