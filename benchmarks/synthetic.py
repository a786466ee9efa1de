"""Made-up plans in the shape of real ones, as many as a graph of any size needs; the same number is the same plan.

They name places, sectors, departments and universities that exist, but nothing that the plans of the corpus name: what
a question about these starts from has as many facts in a graph of any size. What is new with each plan (projects,
agencies, companies, regions) is shared with the plans next to it alone; mechanisms, stages and years with all.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from random import Random
from typing import get_args

from extract.facts import (
    Citation,
    CitationRelation,
    CooperationTie,
    Entity,
    Fact,
    IndustryMention,
    Mechanism,
    PartnerMention,
    PlaceMention,
    ProjectMention,
    RegionMention,
    Responsibility,
    Span,
    Stage,
    Target,
)
from extract.plan import Document, Extraction, Plan, Section, Unit
from gazetteer.divisions import COUNTRY, Division, gazetteer
from gazetteer.regions import region_named, regions
from gazetteer.universities import universities
from ontology.departments import written_names
from ontology.sectors import written_sectors

HOME = "长三角"
"""The region of the corpus; no synthetic plan names a place in it."""
RULE = "synthetic.author"
UNITS = 90
UNITS_OF_A_SECTION = 9
AGENCIES = 40
"""Of a jurisdiction, about."""
STRIDE = 37
"""The jurisdiction of a plan stands so far behind that of the plan before; prime, so that all have their turn."""
FACILITIES = ("食品产业园", "轨道交通1号线", "科技创新中心", "保税物流园", "数据中心", "文化旅游度假区")
WORDINGS = {"strategic": "开展战略合作", "transport": "推进轨道交通对接", "joint-park": "共建合作园区"}
INDICATORS = ("森林覆盖率", "地区生产总值", "研发经费投入强度", "城镇化率", "高新技术企业数量")


class Plans:
    """Synthetic plans by number.

    Args:
        texts: those of the corpus; a name that stands there is in no synthetic plan.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        corpus = "\n".join(texts)
        home = region_named(HOME)
        near = frozenset(home.members if home else ())
        divisions = gazetteer().divisions()
        far = [one for one in divisions if f"{one.code[:2]}0000" not in near and one.code != COUNTRY]
        self._places = [place(one) for one in far]
        self._homes = [one for one in far if one.level in {"prefecture", "county"} and one.short]
        self._sectors = sorted(name for name in written_sectors() if name not in corpus)
        self._departments = sorted(set(written_names().values()), key=lambda one: one.formal_name("", ""))
        self._universities = [Entity("organization", name) for name in universities() if name not in corpus]
        self._regions = [
            Entity("region", one.name)
            for one in regions().values()
            if one.members and one.name not in corpus and not any(f"{code[:2]}0000" in near for code in one.members)
        ]

    def home(self, number: int) -> Division:
        """The jurisdiction of a plan."""
        return self._homes[number * STRIDE % len(self._homes)]

    def extraction(self, number: int) -> Extraction:
        """One plan, with the facts that reading it would find."""
        return _Author(self, number).write()

    def sides(self, number: int) -> tuple[Entity, ...]:
        """The jurisdictions of the plans before and behind, which name this one's."""
        return tuple(place(self.home(number + step)) for step in (-2, -1, 1, 2) if number + step >= 0)

    def any_place(self, random: Random) -> Entity:
        """Some place or other."""
        return random.choice(self._places)

    def agencies(self, home: Division) -> list[Entity]:
        """The departments of a jurisdiction."""
        names = dict.fromkeys(one.formal_name(home.name, home.short) for one in self._departments)
        return [Entity("agency", name, home.code) for name in list(names)[:: len(names) // AGENCIES]]

    def region(self, random: Random, near: Division) -> Entity:
        """A region of the country, or that around a jurisdiction."""
        return random.choice(self._regions) if likely(random, 0.5) else Entity("region", f"{near.short}都市圈")

    def organization(self, random: Random, near: Division) -> tuple[Entity, str]:
        """A university, or a company of a jurisdiction, with its kind."""
        if likely(random, 0.2):
            return random.choice(self._universities), "university"
        return Entity("organization", f"{near.short}{random.choice(self._sectors)}集团"), "company"

    def sector(self, random: Random) -> str:
        """An industry."""
        return random.choice(self._sectors)


def likely(random: Random, share: float) -> bool:
    """Whether something that is so in a share of cases is so in this one."""
    return random.random() < share


def place(division: Division) -> Entity:
    """A division as facts speak of it."""
    return Entity("place", division.name, division.code)


def title(home: Division) -> str:
    """The title of the plan of a jurisdiction."""
    return f"{home.name}推进区域合作行动计划（2021—2025年）"


class _Author:
    """Writes one plan from its first character to its last, and notes what each sentence states."""

    def __init__(self, plans: Plans, number: int) -> None:
        self._plans = plans
        self._number = number
        self._random = Random(number)  # noqa: S311 - the same plan each time, and no secret
        self._home = plans.home(number)
        self._own = place(self._home)
        self._agencies = plans.agencies(self._home)
        self._governments = Entity("agency_group", "各县区人民政府", self._home.code, tuple(self._below()))
        self._facts: list[Fact] = []
        self._unit = ""
        self._text = ""

    def write(self) -> Extraction:
        random, home = self._random, self._home
        sections, units = [], []
        self._text = f"{title(home)}\n"
        for order in range(UNITS):
            path = str(order // UNITS_OF_A_SECTION + 1)
            if order % UNITS_OF_A_SECTION == 0:
                sections.append(
                    Section(path, f"{path}、推进重点领域合作", None, self._put(f"{path}、推进重点领域合作"))
                )
                self._text += "\n"
            first = order % UNITS_OF_A_SECTION == 0
            self._unit = f"§{path}" if first else str(order)
            start = len(self._text)
            for sentence in self._sentences(responsible=not first):
                sentence()
            offsets = tuple(range(start, len(self._text)))
            locator = f"第{path}部分" if first else f"第{order}条"
            kind = "passage" if first else "measure"
            units.append(Unit(self._unit, kind, path, locator, self._text[start:], offsets))  # type: ignore[arg-type]
            self._text += "\n"
        stem = f"synthetic-{self._number:06}"
        document = Document(stem, hashlib.sha256(self._text.encode()).hexdigest(), "utf-8", "text", self._text)
        adopted = f"2021-{random.randint(1, 12):02}-01"
        number = f"{home.short}政办〔2021〕{self._number}号"
        plan = Plan(
            stem, title(home), number, f"{home.name}人民政府", adopted, (2021, 2025), home.code,
            tuple(sections), tuple(units),
        )  # fmt: skip
        return Extraction(document, plan, tuple(self._facts))

    def _sentences(self, *, responsible: bool) -> list[Callable[[], None]]:
        random = self._random
        often = (
            (self._cooperate, (1, 2, 2)),
            (self._mention, (1, 1, 2)),
            (self._undertake, (0, 1, 2)),
            (self._develop, (0, 1, 2)),
            (self._partner, (0, 0, 1)),
            (self._aim, (0, 0, 0, 1)),
            (self._cite, (0,) * 9 + (1,)),
        )
        written = [write for write, counts in often for _ in range(random.choice(counts))]
        random.shuffle(written)
        return [*written, self._assign] if responsible else written

    def _put(self, text: str) -> Span:
        start = len(self._text)
        self._text += text
        return Span(start, len(self._text))

    def _state(self, kind: Callable[..., Fact], written: str, spans: tuple[Span, ...], *values: object) -> None:
        self._facts.append(kind(self._unit, RULE, written, spans, *values))

    def _below(self) -> Iterator[Entity]:
        for child in gazetteer().children(self._home.code):
            if child.level == "county":
                yield Entity("agency", f"{child.name}人民政府", child.code)

    def _other(self) -> Entity:
        near = self._plans.sides(self._number)
        return self._random.choice(near) if likely(self._random, 0.5) else self._plans.any_place(self._random)

    def _cooperate(self) -> None:
        random = self._random
        party, partner = self._own, self._other()
        if likely(random, 0.1):
            party = Entity("zone", f"{self._home.short}经济开发区", self._home.code)
        if likely(random, 0.3):
            partner = self._plans.region(random, self._home)
        if partner == self._own:
            return
        mechanism = random.choice(get_args(Mechanism))
        spans = [self._put(party.name)]
        self._text += "与"
        spans.append(self._put(partner.name))
        wording = self._put(WORDINGS.get(mechanism, "建立合作机制"))
        self._text += "。"
        written = f"{party.name}与{partner.name}合作"
        self._state(CooperationTie, written, (*spans, wording), party, partner, mechanism)
        for one, span in ((party, spans[0]), (partner, spans[1])):
            if one.kind == "place":
                self._state(PlaceMention, one.name, (span,), one)
        if partner.kind == "region":
            self._state(RegionMention, partner.name, (spans[1],), partner)

    def _mention(self) -> None:
        region, other = self._plans.region(self._random, self._home), self._plans.any_place(self._random)
        self._text += "主动融入"
        self._state(RegionMention, region.name, (self._put(region.name),), region)
        self._text += "发展格局，学习"
        self._state(PlaceMention, other.name, (self._put(other.name),), other)
        self._text += "先进经验，完善体制机制和配套政策措施。"

    def _undertake(self) -> None:
        random = self._random
        beside = self._plans.home(max(0, self._number - random.randint(0, 1)))
        other = self._other()
        (kind,) = random.choices(("road", "namesake", "joint", "own"), (1, 1, 2, 6))
        places: tuple[Entity, ...] = ()
        if kind == "road":  # a road that the plan beside names too
            name, places = f"{beside.short}—{self._home.short}高速公路", (place(beside), self._own)
        elif kind == "namesake":  # a name that stands in the plan beside for another project
            name = f"第{self._number // 2}{random.choice(FACILITIES)}"
        else:
            theirs = other.name if kind == "joint" else ""
            name = f"{self._home.short}{theirs}{self._unit}{random.choice(FACILITIES)}"
            places = (self._own, other) if theirs else (self._own,)
        project = Entity("project", name, self._home.code)
        self._text += "加快推进"
        self._state(ProjectMention, name, (self._put(name),), project, random.choice(get_args(Stage)), places)
        self._text += "建设，力争早日建成投用。"

    def _develop(self) -> None:
        name = self._plans.sector(self._random)
        self._text += "大力发展"
        self._state(IndustryMention, name, (self._put(name),))
        self._text += "，培育产业集群。"

    def _partner(self) -> None:
        organization, kind = self._plans.organization(self._random, self._home)
        self._text += "支持与"
        self._state(PartnerMention, organization.name, (self._put(organization.name),), organization, kind)
        self._text += "共建创新平台。"

    def _aim(self) -> None:
        random = self._random
        indicator, year = random.choice(INDICATORS), random.choice((2023, 2025, "annual", None))
        self._text += f"到{year}年，" if isinstance(year, int) else ""
        span = self._put(indicator)
        value = random.randint(1, 99)
        self._text += f"达到{value}%。"
        self._state(Target, indicator, (span,), random.choice(("=", ">=")), value, "%", year)

    def _cite(self) -> None:
        random = self._random
        if likely(random, 0.5):
            policy = Entity("policy", f"国家区域协调发展第{random.randint(1, 60)}号规划纲要", COUNTRY)
        else:
            beside = self._plans.home(self._number + 1)
            policy = Entity("policy", title(beside), beside.code)
        self._text += "落实《"
        self._state(Citation, policy.name, (self._put(policy.name),), policy, random.choice(get_args(CitationRelation)))
        self._text += "》要求。"

    def _assign(self) -> None:
        random = self._random
        leading = random.sample(self._agencies, random.choice((0, 1, 1, 1, 1, 2)))
        supporting = random.sample(self._agencies, random.randint(0, 3))
        self._text += "（责任单位："
        for role, agencies in (("lead", leading), ("support", [*supporting, self._governments])):
            for agency in agencies:
                if agency != self._governments or likely(random, 0.5):
                    self._state(Responsibility, agency.name, (self._put(agency.name),), agency, role)
                    self._text += "、"
        self._text += "）"
