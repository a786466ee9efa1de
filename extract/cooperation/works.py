"""Ties that the name of an undertaking states: a line, a park, a network whose name holds both sides."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from extract.components import Found, Profile, around, inside, overlaps, place_entity, within
from extract.cooperation.abroad import is_abroad
from extract.cooperation.counterpart_words import words
from extract.cooperation.mechanisms import BY_KIND, of_name
from extract.cooperation.sides import Sides
from extract.facts import Entity, Mechanism
from extract.partners.extents import Organization
from extract.places.grouped import ABBREVIATED, grouped, is_one_side, without_parents
from extract.projects.objects import Undertaking
from extract.tracing import reject
from gazetteer.divisions import COUNTRY

_REACH = 100
_SERVICE = re.compile("(?:航线|航班|航点|班列|班线|专列|线路|班轮)$")
_ACTS = re.compile("(?:对接|融入|承接)(?!路|工程|线|段|项目|通道|平台|基地|区|园|示范)")
_LINE_OF_TWO = re.compile("[^，。；、]{0,8}(?:管道|管线|管网|铁路|高铁|高速|公路|输电|特高压|通道(?!口)|航道|走廊)")
_LED = re.compile("(?:延伸|延长|连接|接入|联通|连通|直达|直通)(?:线)?[至到]?|向")
_GATE = re.compile("(?:国际)?机场|港(?!口)|[东南西北]?站")
_AREAS = ("大湾区", "城市群", "经济区", "经济圈")
_AIRPORT_LINE = re.compile("机场[至到]")
_OPENS = re.compile("开通|开行|开辟|新增|加密|增开|恢复")
_JOINT = re.compile("[协合]作|毗邻|(?<!全国)一体化|飞地|共建|协同")
_BETWEEN = re.compile("[—·－-]")
_PARK = re.compile("[^，。；、（）]{0,10}?(?:产业园|科技园|园区|工业园|产业城|产业新城|科技城|创新园|合作园)")


@dataclass(frozen=True, slots=True)
class Tie:
    """A tie found; `worded` tells whether words of its own say its mechanism."""

    party: Entity
    partner: Entity
    mechanism: Mechanism
    runs: tuple[tuple[int, int], ...]
    rule: str
    worded: bool = True


def holds(partner: Entity, other: Entity) -> bool:
    """Whether two partners are one, or a place lies in the other: 闽浙…示范区 of a county with one of 浙.

    Args:
        partner: one side.
        other: the side that may lie in it.
    """
    places = partner.kind == other.kind == "place"
    return partner == other or (places and within(other.jurisdiction, partner.jurisdiction))


class Works:
    """Reads the undertakings of one unit.

    Args:
        text: the unit's text.
        profile: of the plan.
        places: the divisions named.
        partners: the organisations named.
        regions: the regions named, as (start, end, name, rule).
        sides: who is who in the unit.
    """

    def __init__(
        self,
        text: str,
        profile: Profile,
        places: Sequence[Found],
        partners: Sequence[Organization],
        regions: Sequence[tuple[int, int, str, str]],
        sides: Sides,
    ) -> None:
        self._text = text
        self._profile = profile
        self._places = places
        self._partners = partners
        self._regions = regions
        own = [p.start for p in places if profile.is_own(p.division.code)]
        # 武汉—襄阳科创走廊 is joint, 粤港澳大湾区 in the name of a centre of 广东 no tie
        self._elsewhere = [
            (a, b) for a, b, name, _ in regions if name.endswith(_AREAS) or not any(a <= at < b for at in own)
        ]
        self._sides = sides
        self._ending_at = {p.end: p for p in places}

    def ties(self, project: Undertaking) -> Iterator[Tie]:
        """The ties of an undertaking: with what lies outside in its name, and with those whose branch it is.

        Args:
            project: the undertaking.
        """
        if _ACTS.search(project.name):
            return  # 甲县北部片区对接乙区 is no work
        spans = (*project.runs, *project.around)
        hidden = [run for organization in self._partners if not organization.own for run in organization.runs]
        named = [p for p in self._places if any(a <= p.start and p.end <= b for a, b in spans)]
        named = [p for p in named if not inside(p.start, hidden)]
        if self._is_own_part(project, named):
            return
        named = self._of_segment(self.without_sites(named))
        named = self._without_parents_of_runs(without_parents(self.without_details(named)), project)
        short = [(p.start, p.end) for p in named if p.rule in ABBREVIATED]
        named = [p for p in named if p.rule in ABBREVIATED or not overlaps(p.start, p.end, short)]  # 荣隆镇 in 荣隆园区
        own = dict.fromkeys(p.division for p in named if self._profile.is_own(p.division.code))
        outside = list(dict.fromkeys((*self._outside_of(named), *self._new_areas(project))))
        parties = [self._profile.party(division) for division in own]
        if own and _AIRPORT_LINE.search(project.name):
            parties = [self._profile.side]  # 武当山机场至北京航线 is no township's
        if parties:
            yield from self._of_bearers(project, parties)
        yield from self._of_parks(project)
        mechanism = of_name(project.name) if outside else None
        if mechanism is None:
            return
        parties = parties or self._named_by_clause(project, above=self._beside_superior(named))
        if not parties:
            reject("cooperation.line_elsewhere", *project.runs[0])
        for party, partner in product(parties, outside):
            yield Tie(party, partner, mechanism, project.runs, "project")

    def without_sites(self, named: Sequence[Found]) -> list[Found]:
        """Places without those that say where an airport or port of one in front lies: 芜湖宣州机场, 深圳盐田港.

        Args:
            named: the places.
        """
        return [p for p in named if not self._is_site(p, self._ending_at.get(p.start))]

    def _is_site(self, place: Found, before: Found | None) -> bool:
        if before is None or _GATE.match(self._text, place.end) is None or not self._sides.is_outside(place.division):
            return False
        return self._profile.is_own(before.division.code) or within(place.division.code, before.division.code)

    def _of_segment(self, named: list[Found]) -> list[Found]:
        """The places of a segment (平潮至广陵段) without those of the line that it is of (沪陕高速)."""
        ends = (p for p in named if self._text.startswith("段", p.end))
        if not any(self._text[p.start - 1 : p.start] in ("至", "到") for p in ends):
            return named
        rest = [p for p in named if p.rule != "line"]
        return rest if any(self._profile.is_own(p.division.code) for p in rest) else named

    def _named_by_clause(self, project: Undertaking, *, above: bool) -> list[Entity]:
        """The own side where the name of an undertaking holds none of it, and the words around it say that it acts."""
        clause = around(self._text, *project.runs[0], "。；，\n")
        before = self._text[clause[0] : project.runs[0][0]]
        joining = "参与|对接|配合" if above else "参与|对接|配合|合作|联合|共建"  # 川渝东北…中心 says where it lies
        acts = (
            (above and re.search("合作|毗邻|省际|飞地", project.name))  # 粤桂合作…区 says who acts together
            or re.search("对接|接口|贯通|互通", project.name)  # 甲路与乙区丙路对接工程
            or (_SERVICE.search(project.name) and _OPENS.search(before + project.name))  # 增开至甲市航线
        )
        if acts:
            return [self._profile.side]
        return self._reached(project) or ([self._profile.side] if re.search(joining, before) else [])

    def _reached(self, project: Undertaking) -> list[Entity]:
        """The own place that a line of others is to be led to: 甲城际铁路延伸至乙."""
        led = _LED.match(self._text, project.runs[-1][1])
        own = (p for p in self._places if led and p.start == led.end() and self._profile.is_own(p.division.code))
        return [self._profile.party(p.division) for p in own][:1]

    def _without_parents_of_runs(self, named: Sequence[Found], project: Undertaking) -> list[Found]:
        """The places of a name of several runs without a parent in front of one of the next run (房山 … 良乡)."""
        ends = {a_b[1]: following[0] for a_b, following in pairwise(project.runs)}
        starts = {p.start: p for p in named}
        parts = ((p, starts.get(ends.get(p.end, -1))) for p in named)
        return [p for p, part in parts if part is None or not within(part.division.code, p.division.code)]

    def _new_areas(self, project: Undertaking) -> Iterator[Entity]:
        """The new areas (雄安新区) and sides abroad in a name, and where an air line ends: sides as places are."""
        served = _SERVICE.search(project.name)
        for a, b, name, _ in self._regions:
            if (served or name.endswith("新区") or is_abroad(name)) and any(x <= a and b <= y for x, y in project.runs):
                yield Entity("region", name)

    def without_details(self, named: Sequence[Found]) -> list[Found]:
        """The places of a name without those of a region's name, and without what a bracket says of one beside it."""
        named = [p for p in named if not inside(p.start, self._elsewhere)]
        if "（" not in self._text:
            return named
        detailed = {id(p) for p in named if self._in_bracket(p)}
        sides = {self._sides.is_outside(p.division) for p in named if id(p) in detailed}
        told = any(id(p) not in detailed and self._profile.is_own(p.division.code) for p in named)
        across = any(self._sides.is_outside(p.division) for p in named if id(p) not in detailed)
        if detailed and False in sides and across and not told:  # 赣湘合作产业园（湘东）
            return named
        if len(sides) > 1 and not told:  # 闽浙边界（福鼎—苍南）合作区: the bracket says between whom
            inner = [p.division.code for p in named if id(p) in detailed]
            return [p for p in named if id(p) in detailed or not any(within(c, p.division.code) for c in inner)]
        beside = {q.division.code for q in named if id(q) not in detailed}
        return [p for p in named if id(p) not in detailed or not any(within(p.division.code, c) for c in beside)]

    def _in_bracket(self, place: Found) -> bool:
        opened, closed = (self._text.rfind(mark, max(0, place.start - _REACH), place.start) for mark in "（）")
        return opened > closed

    def _beside_superior(self, named: Sequence[Found]) -> bool:
        """Whether a compound of abbreviations joins a division above the own side with one outside."""
        groups = [group for group in grouped(named) if len(group) > 1]
        return any(not self._sides.is_outside(p.division) for group in groups for p in group)

    def is_line_of_superior(self, group: Sequence[Found]) -> bool:
        """Whether a compound of a division above the own side and others names a line: 皖苏天然气管道 for 芜湖.

        Args:
            group: the compound.
        """
        above = any(not self._sides.is_outside(p.division) for p in group)
        own = any(self._profile.is_own(p.division.code) for p in group)
        return above and not own and _LINE_OF_TWO.match(self._text, group[-1].end) is not None

    def _outside_of(self, named: Sequence[Found]) -> Iterator[Entity]:
        """The sides outside that a name holds; provinces as one group (沪苏浙, 港澳), others one by one."""
        codes = [p.division.code for p in named]
        for group in grouped(named):
            above = any(not self._sides.is_outside(p.division) for p in group)
            if above and any(self._holds_one(p.division.code, codes) for p in group if self._is_other(p)):
                continue  # 遂潼川渝毗邻地区: 潼南 is meant, not all of 渝
            if self._text.startswith("边", group[-1].end) and any(
                not self._sides.is_outside(p.division) for p in group
            ):
                continue  # 赣湘边 says where it lies
            outside = [p.division for p in group if self._sides.is_outside(p.division)]
            name = self._text[group[0].start : group[-1].end]
            one = is_one_side(name, outside) or name in words().as_one
            if len(outside) == len(group) > 1 and one:
                yield Entity("place_group", name, COUNTRY, tuple(map(place_entity, outside)))
            else:
                yield from map(place_entity, outside)

    def _is_other(self, place: Found) -> bool:
        return place.rule in ABBREVIATED and self._sides.is_outside(place.division)

    @staticmethod
    def _holds_one(code: str, codes: Sequence[str]) -> bool:
        """Whether a division holds another of those named."""
        return any(other != code and within(other, code) for other in codes)

    def _is_own_part(self, project: Undertaking, named: Sequence[Found]) -> bool:
        """Whether a bracket says that of what several hold the own part is meant: 成渝国家枢纽节点（四川）."""
        if not project.name.endswith("）") or _JOINT.search(project.name):
            return False
        last = project.runs[-1][1] - 1
        return any(p.end == last and self._profile.is_own(p.division.code) for p in named)

    def _of_parks(self, project: Undertaking) -> Iterator[Tie]:
        """The zones of others by which a park of an own place is called: 合肥高新区霍邱现代产业园."""
        start, end = project.runs[0]
        parks = [o for o in self._partners if o.kind == "park" and not o.own and start <= o.start < end]
        for place in self._places if parks else ():
            if not (start <= place.start < end and self._profile.is_own(place.division.code)):
                continue
            party = self._profile.party(place.division)
            for park in parks:
                bears = park.start == start and place.start == park.end and _PARK.match(self._text, place.end, end)
                joined = _BETWEEN.fullmatch(self._text, *sorted((place.end, park.start, park.end, place.start))[1:3])
                stated = "joint-park" if bears else of_name(project.name) if joined else None
                if stated:
                    yield Tie(party, Entity("organization", park.name), stated, project.runs, "project")

    def _of_bearers(self, project: Undertaking, parties: Sequence[Entity]) -> Iterator[Tie]:
        """The universities, institutes and hospitals whose branch centre has an own place in its name (…宿州分中心)."""
        if not project.name.endswith(("分中心", "服务基地")):
            return  # 浙江大学宿州研究院 stands on its own
        for organization in self._partners:
            mechanism = BY_KIND.get(organization.kind)
            if mechanism and not organization.own and any(a == organization.start for a, _ in project.runs):
                for party in parties:
                    yield Tie(party, Entity("organization", organization.name), mechanism, project.runs, "bearer")
