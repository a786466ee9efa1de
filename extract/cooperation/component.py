"""Component `cooperation`: ties of the plan's own side with places, regions and organisations outside it."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from extract.components import Found, Passage, inside, marked, passage, within
from extract.cooperation.abroad import Region, sides_abroad
from extract.cooperation.actor_words import words
from extract.cooperation.actors import Actors
from extract.cooperation.clause_joins import Joins
from extract.cooperation.counterparts import Counterparts
from extract.cooperation.firms import Firms
from extract.cooperation.mechanisms import Wording, of_name
from extract.cooperation.parties import Parties
from extract.cooperation.side_words import words as side_words
from extract.cooperation.sides import Sides
from extract.cooperation.subjects import Subjects
from extract.cooperation.values import Counterpart
from extract.cooperation.words import words as joins
from extract.cooperation.works import Tie, Works, holds
from extract.facts import CooperationTie, Entity
from extract.partners.extents import Organization
from extract.partners.words import words as partner_words
from extract.projects.objects import Undertaking
from extract.tracing import is_tracing, reject
from gazetteer.divisions import COUNTRY, Division

_SENTENCE = re.compile(r"[^。；;\n]+")
_CLAUSE = re.compile(r"[^，,]+")
_REACH = 100
_RESULT = re.compile("累计|力争|到20|20\\d\\d年|每年|年内|年均|确保|新增|总")
_OF_TRADE = ("transport", "industry", "strategic")
_OF_TWO = re.compile("[^。，；]{2,24}。")
_OPEN_LIST = re.compile(
    "(?:会同|联合|携手|与)(?:(?!合作|共建|开展|对接|建立|推进|加强|签订|协作|联动|实施|组建|打造|举办|共同|建设)[^，与同]){2,24}"
)
_MAKE = re.compile("(?:共建|合建|打造|建设|编制|推出|构建|组建|共同|推进|推动|开展)[^，]{0,6}$")
_TOGETHER = re.compile("(?:协同|联合|共同|合力|携手|一起)(?:打造|建设|创建|开发|推出)")
_FOUNDED = ("hospital", "university", "institute", "platform", "park", "other")
_FOUNDS = re.compile("(?:共建|合建|(?:合作|联合|共同)(?:建设|共建|组建|设立|成立|创办|打造|举办))(?:的|“)?$")
_AIMS = re.compile("总体要求|总体思路|基本原则")
_GOALS = re.compile("[^，。；]{0,3}(?:主要|工作|发展|总体|预期|具体|行动|阶段)目标")


@Language.component("cooperation")
def cooperation(doc: Doc) -> Doc:
    """Emit a tie for each party and partner that a sentence joins, once a mechanism."""
    here = passage(doc)
    regions = sides_abroad(doc)
    own = here.profile.own
    if own is None or not (regions or doc.user_data.get("partners") or is_tracing() or _names_others(doc, own)):
        return doc
    seen: dict[tuple[str, str], list[Tie]] = {}
    for tie in _Reader(doc, here, regions).ties():
        known = seen.setdefault((tie.party.name, tie.partner.name), [])
        if tie.worded:
            known[:] = [k for k in known if k.worded]
        if not known or (tie.worded and all(k.mechanism != tie.mechanism for k in known)):
            known.append(tie)
    for ties in seen.values():
        for tie in ties:
            here.facts.append(
                CooperationTie(
                    unit=here.unit.id,
                    rule=f"cooperation.{tie.rule}",
                    as_written=f"{tie.party.name}—{tie.partner.name}",
                    evidence=here.evidence(*tie.runs),
                    party=tie.party,
                    partner=tie.partner,
                    mechanism=tie.mechanism,
                )
            )
    return doc


def _names_others(doc: Doc, own: Division) -> bool:
    """Whether a place that a unit names lies neither in the own side nor above it."""
    places: list[Found] = doc.user_data.get("places", [])
    return any(not within(p.division.code, own.code) and not within(own.code, p.division.code) for p in places)


class _Reader:
    """Reads one unit."""

    def __init__(self, doc: Doc, here: Passage, regions: list[Region]) -> None:
        self._text = here.unit.text
        self._wording = Wording(here.unit.text, marked(doc, "partners"), marked(doc, "regions"))
        self._profile = here.profile
        self._skip = marked(doc, "clauses")
        national = here.profile.own is not None and here.profile.own.code == COUNTRY
        places: list[Found] = [] if national else doc.user_data.get("places", [])
        places = [self._of_park(p) for p in places]
        self._places = list({(p.start, p.end, p.division.code): p for p in reversed(places)}.values())[::-1]
        self._place_starts, self._place_ends = {p.start for p in self._places}, {p.end for p in self._places}
        self._partners: list[Organization] = [] if national else doc.user_data.get("partners", [])
        self._partner_ends = {organization.end for organization in self._partners}
        self._projects: list[Undertaking] = [] if national else doc.user_data.get("projects", [])
        self._regions = regions
        self._sides = Sides(self._text, self._profile, self._places, self._projects, marked(doc, "partners"))
        self._actors = Actors(self._text, self._profile, self._places, self._partners, self._regions)
        self._starts = sorted(
            [p.start for p in self._places if self._sides.is_outside(p.division)]
            + [organization.start for organization in self._partners]
            + [a for a, *_ in self._regions]
        )
        firms = Firms(self._text, self._profile, self._places, marked(doc, "partners"))
        subjects = Subjects(self._text, self._profile, self._places, self._projects, self._actors.names)
        self._parties = Parties(self._text, self._sides, self._actors, firms, subjects)
        self._works = Works(self._text, self._profile, self._places, self._partners, self._regions, self._sides)
        section = here.profile.section(here.unit)
        self._preamble = here.unit.id.endswith("§前言")
        heading = section.heading if section is not None and here.unit.kind == "passage" else ""
        self._ideology = (here.unit.kind == "passage" and self._preamble) or "指导思想" in heading
        self._joins = Joins(
            self._text,
            wording=self._wording,
            sides=self._sides,
            actors=self._actors,
            places=self._places,
            ideology=self._ideology,
            preamble=self._preamble,
        )
        self._counterparts = Counterparts(
            self._text,
            self._profile,
            places=self._places,
            partners=self._partners,
            regions=self._regions,
            projects=self._projects,
            policies=marked(doc, "policies"),
            sides=self._sides,
            actors=self._actors,
            works=self._works,
            aims=_AIMS.search(heading) is not None and _GOALS.match(self._text) is None,
        )

    def ties(self) -> Iterator[Tie]:
        """The ties, in the order of the text."""
        built: list[Tie] = []
        for project in self._projects if not self._preamble else ():
            built += self._works.ties(project)
        read = [] if self._ideology and not (self._preamble or is_tracing()) else list(self._of_sentences(built))
        whole = self._profile.side
        in_part = [(t.partner, self._clause_at(t)) for t in read if t.party != whole]
        for tie in built:
            at = self._clause_at(tie)
            head = at < 0 and _OF_TWO.match(self._text)  # 共建湘粤合作园区。推动甲县与乙市共建
            told = any(
                holds(tie.partner, p)
                if head or at == clause
                else tie.partner == p and clause <= at and "。" not in self._text[clause + 1 : at]
                for p, clause in in_part
            )
            if tie.party != whole or not told:
                yield tie
        yield from read

    def _clause_at(self, tie: Tie) -> int:
        """Where the clause starts that a tie stands in."""
        return max(self._text.rfind(mark, 0, tie.runs[-1][0]) for mark in "，。；;\n")

    def _of_sentences(self, built: Sequence[Tie]) -> Iterator[Tie]:
        """The ties that clauses state and no undertaking in them does."""
        if not is_tracing() and not self._starts:
            return
        whole = self._profile.side
        for sentence in _SENTENCE.finditer(self._text):
            for start, end in self._clauses(*sentence.span()):
                if not inside(start, self._skip):
                    covered = [t for t in built if start <= t.runs[0][0] < end]
                    for tie in self._of_clause(start, end, sentence.span()):
                        line = tie.party == whole and tie.partner.kind == "region"  # 复航甲县至东京航线
                        if not any(t.partner == tie.partner and (line or t.party == tie.party) for t in covered):
                            yield tie

    def _clauses(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The clauses of a sentence; a list of places that commas part is one: 与甲、乙，丙、丁共建."""
        at = start
        for clause in _CLAUSE.finditer(self._text, start, end):
            long = clause.end() - at > _REACH
            listed = clause.end() in self._place_ends and clause.end() + 1 in self._place_starts
            opened = clause.end() + 1 in self._place_starts and _OPEN_LIST.fullmatch(self._text, at, clause.end())
            # 市医院与甲、乙，市中医院与丙的专科联盟
            couple = self._ends_in_partner(clause.end()) and self._actors.couple_begins(clause.end() + 1, end)
            if long or not (listed or opened or couple):
                yield at, clause.end()
                at = clause.end() + 1

    def _of_park(self, place: Found) -> Found:
        """A place, or the whole own side where the name of a part is better known as a park's: 中关村, 张江."""
        own = self._profile.own
        is_park = place.division.level == "township" and self._text[place.start : place.end] in partner_words().parks
        return replace(place, division=own) if is_park and own and self._profile.is_own(place.division.code) else place

    def _ends_in_partner(self, at: int) -> bool:
        zone = side_words().zone.search(self._text, max(0, at - 3), at)
        return at in self._partner_ends or (zone is not None and zone.end() == at)

    # a clause that joins

    def _of_clause(self, start: int, end: int, sentence: tuple[int, int]) -> Iterator[Tie]:
        at = bisect_left(self._starts, start)
        if not is_tracing() and (at == len(self._starts) or self._starts[at] >= end):
            return  # it names nobody outside
        clause = self._text[start:end]
        counterparts = [c for c in self._counterparts.of(start, end) if not self._joins.stands_here(c, clause)]
        if not counterparts:
            return
        objection = self._joins.objection(start, clause, counterparts)
        dashed = self._dashed(start, end) if objection == "no_joining_word" else []
        for party, partner, runs in dashed:
            shared = joins().shared.match(self._text, max(b for _, b in runs), end)
            yield Tie(party, partner.entity, of_name(shared[0] if shared else clause) or "joint-park", runs, "pair")
        if objection:
            for counterpart in counterparts:
                reject(f"cooperation.{objection}", counterpart.start, counterpart.end)
            return
        yield from self._joined(start, end, sentence, counterparts)

    def _joined(
        self, start: int, end: int, sentence: tuple[int, int], counterparts: Sequence[Counterpart]
    ) -> Iterator[Tie]:
        """The ties of a clause that joins: of couples first, then of the others that it names."""
        rest = self._own_clauses_behind(end, sentence[1])
        pairs = self._sides.pairs(start, end) or self._dashed(start, end)
        for party, partner, runs in pairs:
            mechanism, worded = self._wording.of_clause(start, end, sentence, partner, rest)
            yield Tie(party, partner.entity, mechanism, runs, "pair", worded)
        others = [c for c in counterparts if not any(p.start <= c.start <= p.end for _, p, _ in pairs)]
        before = self._counterparts.of(sentence[0], start) if _TOGETHER.match(self._text, start) else ()
        others = [c for c in others if not self._is_of_object(c, start, (*before, *counterparts))]
        acting_for = self._parties.acting_for(start, end, sentence, others)
        act = {run for _, acting in acting_for for _, runs in acting for run in runs}
        named = {run for _, acting in acting_for for party, runs in acting if party.kind != "place" for run in runs}
        self._wording.leave_out(named)
        for partner, acting in acting_for:
            if inside(partner.start, act):
                continue  # it acts itself, or stands in the name of who does (宿马园区)
            mechanism, worded = self._wording.of_clause(start, end, sentence, partner, rest)
            rule = f"with_{partner.entity.kind.removeprefix('place_')}"
            for party, runs in acting:
                parks = not worded and party.kind == "zone" and partner.kind == "park"
                sights = mechanism in _OF_TRADE and words().sight.fullmatch(party.name)
                stated = "joint-park" if parks else "public-service" if sights else mechanism
                tie = Tie(party, partner.entity, stated, (*runs, (partner.start, partner.end)), rule, worded)
                yield tie
                if worded and self._wording.learns(rest):
                    yield replace(tie, mechanism="benchmark")

    def _is_of_object(self, region: Counterpart, start: int, counterparts: Sequence[Counterpart]) -> bool:
        """Whether it is made, or a region in what is made: 与甲大学合作建设乙医院, 与甲市共建长三角创新带."""
        if region.kind in _FOUNDED and _FOUNDS.search(self._text, start, region.start):
            return any(c.end <= region.start and self._actors.is_joined(c.start, start) for c in counterparts)
        if region.kind != "region":
            return False
        before = [c for c in counterparts if c.end <= region.start and c.kind != "region"]
        if any(c.end < start for c in before):
            together = _TOGETHER.match(self._text, start)
            return together is not None and together.end() == region.start
        made = _MAKE.search(self._text, max(c.end for c in before), region.start) if before else None
        return made is not None and any(self._actors.is_joined(c.start, start) for c in before)

    def _dashed(self, start: int, end: int) -> list[tuple[Entity, Counterpart, tuple[tuple[int, int], ...]]]:
        """The couples of own and other places that a dash joins before what they share: 甲—乙协作园."""
        return [
            (party, partner, runs)
            for party, partner, runs in self._sides.pairs(start, end, dashed=True)
            if joins().shared.match(self._text, max(b for _, b in runs), end)
        ]

    def _own_clauses_behind(self, start: int, end: int) -> list[tuple[int, int]]:
        """The clauses that follow in the sentence up to one that names another side of its own."""
        out = []
        for clause in _CLAUSE.finditer(self._text, start, end):
            if self._counterparts.of(*clause.span()):
                break
            if not _RESULT.match(clause[0]):
                out.append(clause.span())
        return out
