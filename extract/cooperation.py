"""Component `cooperation`: ties of the plan's own side with places, regions and organisations outside it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from extract.components import Found, Passage, around, inside, marked, passage, place_entity, within
from extract.facts import CooperationTie, Entity, Mechanism
from extract.partners import Organization
from extract.projects import Undertaking
from extract.tracing import is_tracing, reject
from extract.word_lists import word_lists
from gazetteer.divisions import COUNTRY, Division

_SENTENCE = re.compile(r"[^。；;\n]+")
_CLAUSE = re.compile(r"[^，,]+")
_ZONE = re.compile(r"(?:高新区|经开区|高新技术产业开发区|经济技术开发区|经济开发区|开发区|园区)")
_TAKES_OVER = re.compile(r"承接[^，]*产业[^，]*转移")
_IDEOLOGY = re.compile(r"指导思想|总体要求|总体思路|保障|组织领导|基本原则")


@dataclass(frozen=True, slots=True)
class Words:
    """The word lists of `cooperation.toml`, as patterns."""

    joining: re.Pattern[str]
    excluded: re.Pattern[str]
    trade_fairs: re.Pattern[str]
    form: tuple[tuple[Mechanism, re.Pattern[str]], ...]
    topic: tuple[tuple[Mechanism, re.Pattern[str]], ...]


@cache
def words() -> Words:
    """The word lists, compiled once."""
    table = word_lists("cooperation")
    return Words(
        joining=re.compile("|".join(table["joining"])),
        excluded=re.compile("|".join(table["excluded"])),
        trade_fairs=re.compile(table["trade_fairs"]),
        form=tuple((m, re.compile("|".join(listed))) for m, listed in table["form"].items()),
        topic=tuple((m, re.compile("|".join(listed))) for m, listed in table["topic"].items()),
    )


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A place, group, region or organisation outside the own side, where the text names it."""

    start: int
    end: int
    entity: Entity
    kind: str


@dataclass(frozen=True, slots=True)
class Tie:
    """A tie found."""

    party: Entity
    partner: Entity
    mechanism: Mechanism
    runs: tuple[tuple[int, int], ...]
    rule: str


@Language.component("cooperation")
def cooperation(doc: Doc) -> Doc:
    """Emit a tie for each party and partner that a sentence joins, once a mechanism."""
    here = passage(doc)
    seen: dict[tuple[str, str], list[Tie]] = {}
    for tie in _Reader(doc, here).ties():
        known = seen.setdefault((tie.party.name, tie.partner.name), [])
        if not known or all(k.mechanism != tie.mechanism for k in known):
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


class _Reader:
    """Reads one unit."""

    def __init__(self, doc: Doc, here: Passage) -> None:
        self._text = here.unit.text
        self._topics = _masked(here.unit.text, marked(doc, "partners"))
        self._profile = here.profile
        self._skip = marked(doc, "clauses")
        self._policies = marked(doc, "policies")
        self._places: list[Found] = doc.user_data.get("places", [])
        self._partners: list[Organization] = doc.user_data.get("partners", [])
        self._projects: list[Undertaking] = doc.user_data.get("projects", [])
        self._regions: list[tuple[int, int, str, str]] = doc.user_data.get("regions", [])
        section = next((s for s in here.profile.plan.sections if s.path == here.unit.section), None)
        self._ideology = here.unit.kind == "passage" and (
            here.unit.id.endswith("§前言") or (section is not None and _IDEOLOGY.search(section.heading) is not None)
        )

    def ties(self) -> Iterator[Tie]:
        """The ties, in the order of the text."""
        if self._profile.own is None or self._profile.own.code == COUNTRY:
            return
        for project in self._projects:
            yield from self._of_project(project)
        if self._ideology and not is_tracing():
            return
        for sentence in _SENTENCE.finditer(self._text):
            for clause in _CLAUSE.finditer(self._text, *sentence.span()):
                if not inside(clause.start(), self._skip):
                    yield from self._of_clause(clause.start(), clause.end(), sentence.span())

    # a line, a park, a network whose name holds both sides

    def _of_project(self, project: Undertaking) -> Iterator[Tie]:
        spans = (*project.runs, *project.around)
        named = [p for p in self._places if any(a <= p.start and p.end <= b for a, b in spans)]
        own = [p.division for p in named if self._profile.is_own(p.division.code)]
        outside = [p.division for p in named if self._is_outside(p.division)]
        mechanism = self._of_name(project)
        if mechanism is None or not outside:
            return
        clause = around(self._text, *project.runs[0], "。；，\n")
        parties = [place_entity(d) for d in dict.fromkeys(own)]
        if not parties and re.search("参与|对接|合作|联合|共建", self._text[clause[0] : project.runs[0][0]]):
            parties = [self._profile.side]
        if not parties:
            reject("cooperation.line_elsewhere", *project.runs[0])
        for party in parties:
            for partner in dict.fromkeys(outside):
                yield Tie(party, place_entity(partner), mechanism, project.runs, "project")

    def _of_name(self, project: Undertaking) -> Mechanism | None:
        """The mechanism that the name of an undertaking states, by its head."""
        name = project.name
        tests: tuple[tuple[str, Mechanism], ...] = (
            ("天然气|输气|输油|电网|输变电|管道|管网|联络线|供热", "energy"),
            ("铁路|高铁|高速|公路|轨道|机场|航道|港|大桥|通道|地铁|号线", "transport"),
            ("光纤|数据|通信|网络|云", "data"),
            ("毗邻|功能区|园区|产业园|合作区|科技园|飞地|示范区", "joint-park"),
            ("水库|调水|供水|引水", "water-ecology"),
            ("研究院|创新中心|研发|实验室|科创", "innovation"),
        )
        return next((mechanism for pattern, mechanism in tests if re.search(pattern, name)), None)

    # a clause that joins

    def _of_clause(self, start: int, end: int, sentence: tuple[int, int]) -> Iterator[Tie]:
        clause = self._text[start:end]
        counterparts = list(self._counterparts(start, end))
        if not counterparts:
            return
        objection = self._objection(clause)
        if objection:
            for counterpart in counterparts:
                reject(f"cooperation.{objection}", counterpart.start, counterpart.end)
            return
        pairs = self._pairs(start, end)
        for party, partner, runs in pairs:
            yield Tie(party, partner.entity, self._mechanism(start, end, sentence, partner), runs, "pair")
        paired = {partner.start for _, partner, _ in pairs}
        for partner in counterparts:
            if partner.start in paired or any(p.start <= partner.start <= p.end for _, p, _ in pairs):
                continue
            party, runs = self._party(start, partner.start)
            mechanism = self._mechanism(start, end, sentence, partner)
            rule = f"with_{partner.entity.kind.removeprefix('place_')}"
            yield Tie(party, partner.entity, mechanism, (*runs, (partner.start, partner.end)), rule)

    def _objection(self, clause: str) -> str:
        """Why a clause joins nobody; "" where it does."""
        if self._ideology:
            return "ideology"
        if words().excluded.search(clause):
            return "compares"
        return "" if words().joining.search(clause) else "no_joining_word"

    def _counterparts(self, start: int, end: int) -> Iterator[Counterpart]:
        """What a clause names outside the own side; the name of an organisation hides the places in it."""
        hidden = [run for project in self._projects for run in project.runs if self._holds_both(project)]
        for organization in self._partners:
            if start <= organization.start < end:
                hidden += organization.runs
                if organization.kind != "event":
                    entity = Entity("organization", organization.name)
                    yield Counterpart(organization.start, organization.end, entity, organization.kind)
                else:
                    reject("cooperation.event", organization.start, organization.end)
        for a, b, name, _ in self._regions:
            if start <= a < end and not inside(a, hidden) and (not inside(a, self._policies) or self._agreed(a)):
                yield Counterpart(a, b, Entity("region", name), "region")
        yield from self._named_places(start, end, hidden)

    def _agreed(self, at: int) -> bool:
        """The title of a paper of agreement is a tie with those it names."""
        return any(a <= at < b and re.search("合作|协议|共识|备忘录|框架", self._text[a:b]) for a, b in self._policies)

    def _holds_both(self, project: Undertaking) -> bool:
        named = [p for p in self._places if any(a <= p.start < b for a, b in (*project.runs, *project.around))]
        return any(self._is_outside(p.division) for p in named)

    def _named_places(self, start: int, end: int, hidden: Sequence[tuple[int, int]]) -> Iterator[Counterpart]:
        places = [p for p in self._places if start <= p.start < end and not inside(p.start, [*hidden, *self._policies])]
        groups = list(_grouped(places))
        for group in groups:
            if len(group) > 1:
                a, b = group[0].start, group[-1].end
                outside = [p.division for p in group if self._is_outside(p.division)]
                if len(outside) == len(group):
                    members = tuple(place_entity(d) for d in outside)
                    yield Counterpart(a, b, Entity("place_group", self._text[a:b], COUNTRY, members), "group")
                else:  # the own side is one of them
                    yield from (Counterpart(a, b, place_entity(d), "place") for d in outside)
            elif self._is_outside(group[0].division) and not self._is_parent_of_next(group[0], places):
                yield Counterpart(group[0].start, group[0].end, place_entity(group[0].division), "place")
            elif not self._profile.is_own(group[0].division.code):
                reject("cooperation.superior", group[0].start, group[0].end)

    def _is_parent_of_next(self, place: Found, places: Sequence[Found]) -> bool:
        return any(p.start == place.end and within(p.division.code, place.division.code) for p in places)

    def _is_outside(self, division: Division) -> bool:
        """Neither of the own side nor above it: a superior is no partner."""
        own = self._profile.own
        if own is None or self._profile.is_own(division.code):
            return False
        return not within(own.code, division.code)

    # who

    def _pairs(self, start: int, end: int) -> list[tuple[Entity, Counterpart, tuple[tuple[int, int], ...]]]:
        """甲与乙、丙与丁: each own place with the outside place behind its 与 or dash."""
        places = sorted((p for p in self._places if start <= p.start < end), key=lambda p: p.start)
        pairs: list[tuple[Entity, Counterpart, tuple[tuple[int, int], ...]]] = []
        for i, place in enumerate(places):
            if not self._profile.is_own(place.division.code) or i + 1 >= len(places):
                continue
            j = i + 1
            if re.fullmatch(r"(?:与|同|和|—|－|-)", self._text[place.end : places[j].start]) is None:
                continue
            while j + 1 < len(places) and places[j + 1].start == places[j].end:
                j += 1
            other = places[j]
            if self._is_outside(other.division):
                partner = Counterpart(places[i + 1].start, other.end, place_entity(other.division), "place")
                runs = ((place.start, place.end), (places[i + 1].start, other.end))
                pairs.append((place_entity(place.division), partner, runs))
        return pairs

    def _party(self, start: int, until: int) -> tuple[Entity, tuple[tuple[int, int], ...]]:
        """The most specific own-side actor named before the partner: a zone, a part, else the jurisdiction."""
        own = [p for p in self._places if start <= p.start < until and self._profile.is_own(p.division.code)]
        project_runs = [run for project in self._projects for run in project.runs]
        for place in own:
            zone = _ZONE.match(self._text, place.end)
            if zone:
                name = self._text[place.start : zone.end()]
                side = self._profile.side
                return Entity("zone", name, side.jurisdiction), ((place.start, zone.end()),)
        for place in own:
            if place.division.code != self._profile.side.jurisdiction and not inside(place.start, project_runs):
                return place_entity(place.division), ((place.start, place.end),)
        return self._profile.side, ()

    # how

    def _mechanism(self, start: int, end: int, sentence: tuple[int, int], partner: Counterpart) -> Mechanism:
        """The word of form, else the topic nearest to the object of the joining verb, else of the sentence."""
        clause = self._text[start:end]
        if partner.kind == "alliance" and re.search("参与|参加|加入|建设", clause):
            return "alliance"
        for mechanism, pattern in words().form:
            if mechanism != "alliance" and pattern.search(clause):
                return mechanism
        if _TAKES_OVER.search(clause):
            return "industry"
        if words().trade_fairs.search(clause) and partner.kind in ("region", "group"):
            return "trade"
        behind = self._topic(partner.end, end, forward=True) or self._topic(start, partner.start, forward=False)
        if behind:
            return behind
        whole = self._text[slice(*sentence)]
        if re.search("招商|招引|项目", whole):
            return "industry"
        if partner.kind in ("university", "institute"):
            return "innovation"
        return self._topic(end, sentence[1], forward=True) or self._topic(*sentence, forward=True) or "strategic"

    def _topic(self, start: int, end: int, *, forward: bool) -> Mechanism | None:
        """The topic whose word stands first in a stretch of text, or last."""
        found = [
            (match.start() if forward else -match.end(), match.start() - match.end(), mechanism)
            for mechanism, pattern in words().topic
            for match in pattern.finditer(self._topics, start, end)
        ]
        return min(found)[2] if found else None


def _masked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with the names of organisations blanked: their words are no topic of the clause."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _grouped(places: Iterable[Found]) -> Iterator[list[Found]]:
    """Places one by one, those of a compound of abbreviations (沪苏浙) together."""
    group: list[Found] = []
    for place in places:
        joined = (
            group
            and place.rule in ("abbreviation", "group")
            and (place.start == group[-1].end or (place.start, place.end) == (group[-1].start, group[-1].end))
        )
        if group and not joined:
            yield group
            group = []
        group.append(place)
    if group:
        yield group
