"""Three short made-up plans as extractions, and a pipeline that makes such out of any text, without spaCy."""

import hashlib
import re
from collections.abc import Callable, Iterable
from itertools import chain
from pathlib import Path

from extract.facts import (
    Citation,
    CooperationTie,
    Entity,
    Fact,
    IndustryMention,
    PartnerMention,
    PlaceMention,
    ProjectMention,
    RegionMention,
    Responsibility,
    Span,
    Target,
)
from extract.plan import Document, Extraction, Found, Plan, Repair, Section, Unit

SUZHOU = Entity("place", "宿州市", "341300")
XUZHOU = Entity("place", "徐州市", "320300")
TONGSHAN = Entity("place", "铜山区", "320312")
YONGQIAO = Entity("place", "埇桥区", "341302")
XIAO = Entity("place", "萧县", "341322")
FUYANG = Entity("place", "阜阳市", "341200")
TOWN = Entity("place", "蕲县镇", "341302113")
DELTA = Entity("region", "长三角")
SHANGHAI_JIANGSU_ZHEJIANG = Entity("place_group", "沪苏浙")
COMMISSION = Entity("agency", "宿州市发展和改革委员会", "341300")
COUNTIES = Entity(
    "agency_group",
    "各县区人民政府",
    "341300",
    (Entity("agency", "埇桥区人民政府", "341302"), Entity("agency", "萧县人民政府", "341322")),
)
PARK = Entity("zone", "宿州高新区", "341300")
ROAD = Entity("project", "徐州—淮北—阜阳高速公路", "341300")
UNIVERSITY = Entity("organization", "中国矿业大学")
COMPANY = Entity("organization", "徐工集团")
OUTLINE = Entity("policy", "长江三角洲区域一体化发展规划纲要", "100000")

ALPHA_TITLE = "宿州市推进《一体化纲要》行动计划（2021-2023年）"
ALPHA_UNITS = (
    ("§前言", "passage", "为落实《长江三角洲区域一体化发展规划纲要》，制定本计划。"),
    (
        "1",
        "measure",
        (
            "加强与徐州市合作。推进徐州—淮北—阜阳高速公路建设，涉及徐州、阜阳。淮桥区承接长三角产业。\n"
            "依托中国矿业大学发展云计算。到2023年通车里程突破500.5公里，每年增长“1:2”。"
            "（市发展改革委牵头，市发改委、各县区人民政府按职责分工负责）"
        ),
    ),
    ("2", "measure", "支持铜山区与埇桥区共建。与沪苏浙、徐工集团合作。依托宿州高新区、蕲县镇。再次支持铜山区。"),
    ("专栏1.1", "box", "本项没有事实。"),
)


class Draft:
    """A document that is being made up: units one after the other, and facts that quote them.

    Args:
        stem: the plan's.
        units: id, kind and text of each.
    """

    def __init__(self, stem: str, units: Iterable[tuple[str, str, str]]) -> None:
        self.stem = stem
        self.text = f"《{stem}》\r\n"
        self.units: list[Unit] = []
        self.facts: list[Fact] = []
        for name, kind, text in units:
            start = len(self.text)
            self.text += f"{text}\r\n\r\n"
            offsets = tuple(range(start, start + len(text)))
            section = None if name == "§前言" else "一"
            self.units.append(Unit(name, kind, section, f"第{name}条", text, offsets))  # type: ignore[arg-type]  # as given

    def spans(self, unit: str, quotes: str) -> tuple[Span, ...]:
        """Where a unit holds the quotes, which `|` parts; `words@2` is their second place."""
        found = next(one for one in self.units if one.id == unit)
        spans = []
        for quote in quotes.split("|"):
            words, _, nth = quote.partition("@")
            start = -1
            for _ in range(int(nth or 1)):
                start = found.text.index(words, start + 1)
            spans.append(found.printed(start, start + len(words)))
        return tuple(spans)

    def state(
        self,
        kind: Callable[..., Fact],
        unit: str,
        quotes: str,
        *values: object,
        rule: str = "made.up",
        as_written: str = "",
    ) -> None:
        """Add a fact that rests on the quotes; its wording is the first of them unless given."""
        wording = as_written or quotes.partition("@")[0]
        self.facts.append(kind(unit, rule, wording, self.spans(unit, quotes), *values))

    def extraction(self, title: str, jurisdiction: str, **fields: object) -> Extraction:
        """The extraction; `fields` are those of `Plan`."""
        sections = (
            Section("一", "一、总体", None, Span(0, 1)),
            Section("一（一）", "（一）目标", "一", Span(1, 2)),
        )
        known: dict[str, object] = {"number": None, "issuer": None, "adopted": None, "period": None} | fields
        plan = Plan(
            stem=self.stem,
            title=title,
            jurisdiction=jurisdiction,
            sections=sections,
            units=tuple(self.units),
            **known,  # type: ignore[arg-type]  # fields of Plan, as the caller gives them
        )
        sha256 = hashlib.sha256(self.text.encode()).hexdigest()
        return Extraction(Document(self.stem, sha256, "utf-8", "text", self.text), plan, tuple(self.facts))


def alpha() -> Extraction:
    """A plan of 宿州 with every kind of fact, facts that are said twice, a repair, and a unit without any."""
    draft = Draft("alpha", ALPHA_UNITS)
    repair = Repair(draft.spans("1", "淮桥区")[0], "淮", "埇", "one-character")
    first = draft.units[1]
    draft.units[1] = Unit("1", "measure", "一", first.locator, first.text, first.offsets, (repair,))
    state = draft.state
    state(Citation, "§前言", "长江三角洲区域一体化发展规划纲要", OUTLINE, "implements")
    state(Responsibility, "1", "市发展改革委", COMMISSION, "lead", rule="made.lead")
    state(Responsibility, "1", "市发改委", COMMISSION, "support")
    state(Responsibility, "1", "各县区人民政府", COUNTIES, "support")
    state(PlaceMention, "1", "徐州市", XUZHOU)
    state(PlaceMention, "1", "徐州@2", XUZHOU, rule="made.short")
    state(PlaceMention, "1", "淮桥区", YONGQIAO, as_written="埇桥区")
    state(RegionMention, "1", "长三角", DELTA)
    state(ProjectMention, "1", ROAD.name, ROAD, "underway", (FUYANG, XUZHOU))
    state(PartnerMention, "1", "中国矿业大学", UNIVERSITY, "university")
    state(IndustryMention, "1", "云计算")
    state(Target, "1", "通车里程突破500.5公里", ">", 500.5, "公里", 2023, as_written="通车里程")
    state(Target, "1", "每年增长“1:2”", "=", "1:2", "", "annual", as_written="增长")
    state(Target, "1", "2023", "=", 2023, "年", as_written="年份")
    state(PlaceMention, "2", "铜山区", TONGSHAN)
    state(PlaceMention, "2", "铜山区@2", TONGSHAN)
    state(PlaceMention, "2", "蕲县镇", TOWN)
    state(CooperationTie, "2", "铜山区|埇桥区", YONGQIAO, TONGSHAN, "joint-park", as_written="支持铜山区与埇桥区共建")
    state(CooperationTie, "2", "沪苏浙", SUZHOU, SHANGHAI_JIANGSU_ZHEJIANG, "strategic", as_written="与沪苏浙合作")
    state(CooperationTie, "2", "徐工集团", SUZHOU, COMPANY, "strategic", as_written="与徐工集团合作")
    state(PartnerMention, "2", "徐工集团", COMPANY, "company")
    state(ProjectMention, "2", "宿州高新区", Entity("project", "宿州高新区", "341300"), "operating", (PARK,))
    return draft.extraction(
        ALPHA_TITLE,
        "341300",
        number="宿长三角办〔2021〕1号",
        issuer="宿州市办公室",
        adopted="2021-03-04",
        period=(2021, 2023),
        supplied=frozenset({"number"}),
    )


def beta() -> Extraction:
    """A plan of 徐州 that answers: it names 宿州, has the same road, and cites alpha."""
    draft = Draft(
        "beta", [("1", "measure", "支持徐州—淮北—阜阳高速公路。与宿州合作。依据《行动计划》。建设食品产业园。")]
    )
    road = Entity("project", ROAD.name, "320300")
    hall = Entity("project", "食品产业园", "320300")
    draft.state(ProjectMention, "1", ROAD.name, road, "planned", (XUZHOU, FUYANG))
    draft.state(ProjectMention, "1", hall.name, hall, "underway")
    draft.state(CooperationTie, "1", "宿州", XUZHOU, SUZHOU, "strategic")
    draft.state(Citation, "1", "行动计划", Entity("policy", ALPHA_TITLE, "341300"), "based-on")
    return draft.extraction("徐州市方案", "320300")


def gamma() -> Extraction:
    """A plan of no known jurisdiction, with a park of the same name as beta's."""
    draft = Draft("gamma", [("1", "measure", "建设食品产业园。")])
    hall = Entity("project", "食品产业园", "")
    draft.state(ProjectMention, "1", hall.name, hall, "underway")
    return draft.extraction("某市方案", "")


PLACES = {place.name[:2]: place for place in (SUZHOU, XUZHOU, TONGSHAN, YONGQIAO, FUYANG)}
_PLACE = re.compile("|".join(PLACES))


class MadeUpPipeline:
    """Makes an extraction out of any text: each line is a unit, the known places in it are its facts.

    Attributes:
        version: changes the key of every shard.
        extracted: stems in the order in which they were extracted.
    """

    def __init__(self, version: str = "1") -> None:
        self.version = version
        self.extracted: list[str] = []

    def find(self, inputs: Iterable[Path]) -> Found:
        """The files, and the text files in the folders."""
        files = (sorted(path.glob("*.txt")) if path.is_dir() else [path] for path in inputs)
        return Found(tuple(chain.from_iterable(files)))

    def read(self, path: Path) -> Document:
        """Read UTF-8."""
        data = path.read_bytes()
        return Document(path.stem, hashlib.sha256(data).hexdigest(), "utf-8", "text", data.decode())

    def check(self, document: Document) -> None:
        """Any text is a plan."""

    def extract(self, document: Document) -> Extraction:
        """One unit a line, one mention a place; a text that says so cannot be extracted."""
        self.extracted.append(document.stem)
        if "不可抽取" in document.text:
            message = f"{document.stem}: no plan"
            raise ValueError(message)
        units = []
        facts: list[Fact] = []
        for number, match in enumerate(re.finditer(r"[^\r\n]+", document.text), start=1):
            name = str(number)
            offsets = tuple(range(match.start(), match.end()))
            units.append(Unit(name, "measure", None, f"第{name}条", match[0], offsets))
            for place in _PLACE.finditer(document.text, match.start(), match.end()):
                evidence = (Span(place.start(), place.end()),)
                facts.append(PlaceMention(name, "places.short", place[0], evidence, PLACES[place[0]]))
        plan = Plan(document.stem, document.text[:10], None, None, None, None, "341300", (), tuple(units))
        return Extraction(document, plan, tuple(facts))
