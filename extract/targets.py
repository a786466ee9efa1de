"""Component `targets`: quantified aims — indicator, comparison, value, unit, due year."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from spacy.language import Language
from spacy.tokens import Doc

from extract.cells import due_year
from extract.components import Passage, inside, marked, passage
from extract.facts import Operator, Target
from extract.figures import Figure, figures
from extract.target_cells import cell_aims, is_indicator_row
from extract.target_names import indicator
from extract.target_sizes import circle, is_in_name, measured, reached
from extract.target_words import OPERATORS, SUFFIXES, words
from extract.tracing import reject

_YEAR = re.compile(
    r"(?:到|至|力争|力争到|截至)?(?P<year>20\d{2})年(?:底|末|前|底前|年底)?|(?P<annual>每年|年均(?!浓度|气温|值|降)|年平均(?!浓度|气温|值)|逐年|每年度)"
)
_CLAUSE = re.compile(r"[^，。；;\n]+")
_TWO_YEARS = re.compile(r"(?:到|至)?20\d{2}年(?:[、和]20\d{2}年)+[，]?")
_CONDITION = re.compile(
    r"的[\u4e00-\u9fff]{0,6}?(?:企业|单位|主体|项目|机构|平台|家庭农场|合作社|个人|园区|贷款|人员|大户)"
)
_EXISTING = re.compile(r"(?:等|的|这|该|共|现有|已有|已核准的|纳入)$|第$")
_THIS_PERIOD = 2021  # where a plan does not say when it begins
_OF_THING = re.compile(
    r"(?:以上|级)?的?(?:企业|园区|项目|产业|产业集群|集群|基地|主体|平台|工程)(?=\d)"
)  # 100亿元企业5家
_CONDITIONS = re.compile(f"(?:且|并且|或者|或|同时).*{_CONDITION.pattern}")
_PERIOD = re.compile("“十(?P<which>[二三四五])五”(?:期间|时期|末|规划)?")
_PREDICATE = re.compile(
    r"(?:不断|持续|稳步|进一步|大幅|明显|显著|有所|稳定|快速|逐步|全面)?(?:扩大|壮大|提升|增长|提高|增强|改善|优化|加快)$"
)
_LONGEST_GAP = 20
_TIMES = ("天", "日", "小时", "分钟", "年", "个月", "岁")
_WHO = ("家", "户", "个", "名", "人", "所")
_DEEDS = ("建设", "改造", "治理", "修复", "整治", "培训", "扩建", "改建")  # behind the thing: 碧道建设240公里
_SHORTEST = 2

Year = int | Literal["annual"] | None


@dataclass(frozen=True, slots=True)
class Aim:
    """A target found, with the run of text that it rests on."""

    indicator: str
    op: Operator
    value: int | float | str
    unit: str
    year: Year
    start: int
    end: int
    rule: str


@Language.component("targets")
def targets(doc: Doc) -> Doc:
    """Emit a target for each figure that the unit aims at; counts of what exists are none."""
    here = passage(doc)
    skip = [*marked(doc, "clauses"), *marked(doc, "policies")]
    section = next((s for s in here.profile.plan.sections if s.path == here.unit.section), None)
    if section and words().past_heading.search(section.heading):
        reject("targets.past", 0, len(here.unit.text))
        return doc
    begins = here.profile.plan.period[0] if here.profile.plan.period else _THIS_PERIOD
    if "表" in here.unit.id and is_indicator_row(here.unit.text):
        here.facts += _of_row(here, begins)
        return doc
    due = due_year(here.unit.text)  # 完成时限：2025年 holds for what names no year
    for aim in aims(here.unit.text, begins):
        if not inside(aim.start, skip):
            here.facts.append(
                Target(
                    unit=here.unit.id,
                    rule=f"targets.{aim.rule}",
                    as_written=aim.indicator,
                    evidence=here.evidence((aim.start, aim.end)),
                    op=aim.op,
                    value=aim.value,
                    unit_of_measure=aim.unit,
                    year=due if aim.year is None else aim.year,
                )
            )
    return doc


def _of_row(here: Passage, begins: int) -> Iterator[Target]:
    """The targets of a row of a table of indicators."""
    for aim in cell_aims(here.unit.text, begins):
        yield Target(
            unit=here.unit.id,
            rule="targets.cell",
            as_written=aim.indicator,
            evidence=here.evidence(*aim.runs),
            op=aim.op,
            value=aim.value,
            unit_of_measure=aim.unit,
            year=aim.year,
        )


def aims(text: str, begins: int = _THIS_PERIOD) -> Iterator[Aim]:
    """The targets of a text, in order; a due year holds until the next one is named.

    Args:
        text: the body of a unit.
        begins: first year of the plan; what earlier five-year plans reached is no aim.
    """
    reader = _Reader(text, begins)
    for clause in _CLAUSE.finditer(text):
        yield from reader.clause(*clause.span())


class _Reader:
    """Reads clause after clause; keeps the due year, and the last target, whose indicator a list may go on from."""

    def __init__(self, text: str, begins: int) -> None:
        self._text = text
        self._begins = begins
        self._year: int | None = None
        self._annual = False
        self._last: Aim | None = None
        self._queue: list[str] = []
        self._years: list[int] = []
        self._ahead = ""

    def clause(self, start: int, end: int) -> Iterator[Aim]:
        """The targets of one clause."""
        self._annual = False  # 每年 and 年均 speak of their own clause; a due year holds
        if self._text[start - 1 : start] in "。；\n":
            self._last = None
        at, self._queue = start, []
        self._years = [int(year) for year in re.findall(r"20\d{2}", self._ahead)]
        self._ahead = ""
        if _TWO_YEARS.fullmatch(self._text, start, end):  # 到2023年、2025年，…分别达到
            self._ahead = self._text[start:end]
            return
        if self._is_past(start, end):
            return
        for figure in figures(self._text, start, end):
            if self._text[figure.start - 1 : figure.start] in ("从", "由") or _OF_THING.match(self._text, figure.end):
                continue  # 从20%提高到24%; 100亿元企业5家
            self._due(at, figure.start)
            objection = self._objection(figure, start, at, end)
            found = [] if objection else self._read(figure, start, at, end)
            if not found:
                reject(f"targets.{objection or 'no_aim'}", figure.start, figure.end)
            for aim in found:
                self._last = aim
                yield aim
            at = figure.end
        self._due(at, end)

    def _is_past(self, start: int, end: int) -> bool:
        """Whether a clause tells what has been reached, or stands in a sentence of an earlier five-year plan."""
        ends = {"二": 2015, "三": 2020, "四": 2025, "五": 2030}
        opened = max(self._text.rfind(stop, 0, start) for stop in "。\n") + 1
        period = _PERIOD.search(self._text, opened, end)
        if period and ends[period["which"]] < self._begins:
            return True
        return words().past.search(self._text, start, end) is not None

    def _due(self, start: int, end: int) -> None:
        """Keep the due year that a stretch of text names; a year to compare with (比2015年) is none."""
        for match in _YEAR.finditer(self._text, start, end):
            if self._text[max(0, match.start() - 1) : match.start()] not in ("比", "较", "与", "自", "从"):
                self._annual = match["annual"] is not None
                self._year = self._year if self._annual else int(match["year"])

    def _objection(self, figure: Figure, start: int, at: int, end: int) -> str:
        """Why a figure is no aim: part of a name (“人才30条”), a count of what exists, money granted; else ""."""
        text = self._text
        if text.count("“", start, figure.start) > text.count("”", start, figure.start):
            return "quoted"
        if _EXISTING.search(text[at : figure.start]):
            return "existing"
        if _CONDITION.match(text, figure.end) or _CONDITIONS.match(text, figure.end, end):
            return "condition"
        if is_in_name(text, figure) or figure.unit.endswith("级"):
            return "in_name"
        if figure.unit in _TIMES and text.startswith(("内", "以内", "免"), figure.end):
            return "existing" if not words().compared.search(text, at, figure.start) else ""
        return "granted" if words().granted.search(text, start, end) else ""

    def _read(self, figure: Figure, start: int, at: int, end: int) -> list[Aim]:
        before = self._text[at : figure.start]
        if self._years and self._last and before in ("、", "和"):  # 2025年、2030年甲分别达到 1、2
            due = self._years.pop(0)
            return [replace(self._last, value=figure.value, unit=figure.unit, year=due, end=figure.end)]
        if self._queue and self._last and before in ("、", "和"):  # 甲、乙分别下降 31%、25%
            name = self._queue.pop(0)
            return [replace(self._last, indicator=name, value=figure.value, unit=figure.unit, end=figure.end)]
        years = _TWO_YEARS.match(before) if "分别" in before else None
        if years:
            at += years.end()
            before = before[years.end() :]
            self._years = [int(year) for year in re.findall(r"20\d{2}", years[0])]
        if self._years and "分别" in before:
            self._year = self._years.pop(0)
        else:
            self._years = []
        found = self._compared(figure, at, end) or self._sized(figure, start, at) or self._made(figure, start, at, end)
        if found is None:
            return []
        names = [part for part in re.split("[、和]|(?<=”)(?=“)", found[0]) if part]
        if "分别" in before and len(names) > 1 and self._text[figure.end : figure.end + 1] in ("、", "和", "及", "与"):
            first, *self._queue = names
            names = [first]
        elif not re.search(r"均|各$|分别", before):
            names = [found[0]]
        _, op, rule = found
        year: Year = "annual" if self._annual else self._year
        return [Aim(n, op, figure.value, figure.unit, year, start, figure.end, rule) for n in names]

    def _compared(self, figure: Figure, at: int, end: int) -> tuple[str, Operator, str] | None:
        """An indicator, a word that compares, the figure (森林覆盖率达到24%)."""
        before = self._text[at : figure.start]
        if figure.form == "class":
            return indicator(before), "=", "class"
        for word in reversed(list(words().compared.finditer(before))):
            gap = len(before) - word.end()
            far = word.lastgroup in ("rise", "at_least")
            if gap <= (_LONGEST_GAP if far else 1):
                name = self._compared_name(figure, at, word, end)
                return (name, _operator(str(word.lastgroup), figure.suffix), "compared") if name else None
        moved = words().moved.search(before)
        if moved:  # 扩大服务范围至350项
            return moved["name"], _operator("equal", figure.suffix), "compared"
        if words().rate.search(before):  # 达标率100%
            return indicator(before), _operator("equal", figure.suffix), "rate"
        return None

    def _compared_name(self, figure: Figure, at: int, word: re.Match[str], end: int) -> str:
        """The indicator stands before the word, between it and the figure, or behind (至少2项实质性合作成果)."""
        before = self._text[at : figure.start]
        name, between = indicator(before[: word.start()]), indicator(before[word.end() :])
        behind = self._thing_behind(figure.end, end)
        counted = word.lastgroup == "at_least" and len(behind) > _SHORTEST + 1 and figure.unit in "项个家次名"
        if counted and words().makes.search(between):
            return behind
        if word.lastgroup in ("rise", "at_least") and len(between) >= _SHORTEST:
            return between
        if len(name) < _SHORTEST or counted:
            return behind or self._goes_on(at)
        return name

    def _goes_on(self, at: int) -> str:
        """The indicator of a clause that begins with its comparison: that before it, or its subject (产值扩大，达…)."""
        if self._last:
            return self._last.indicator
        opened = max(self._text.rfind(stop, 0, at - 1) for stop in "，。；;\n") + 1
        named = _PREDICATE.search(self._text, opened, max(at - 1, opened))
        return indicator(self._text[opened : named.start()]) if named else ""

    def _sized(self, figure: Figure, start: int, at: int) -> tuple[str, Operator, str] | None:
        """A figure that sizes the thing to be made (3小时鲜活农产品物流圈; 起步区5平方公里)."""
        before = self._text[at : figure.start]
        thing = circle(self._text, figure)
        if thing:
            return words().making.split(self._text[start : figure.start])[-1] + thing, "=", "sized"
        thing = indicator(reached(self._text, figure, before) or measured(self._text, figure, before))
        return (thing, _operator("equal", figure.suffix), "sized") if len(thing) >= _SHORTEST else None

    def _made(self, figure: Figure, start: int, at: int, end: int) -> tuple[str, Operator, str] | None:
        """Things to be made, counted (培育国家级龙头企业3家、省级35家)."""
        before = self._text[at : figure.start]
        making = list(words().making.finditer(self._text, start, figure.start))
        goes_on = self._last is not None and (at == start or re.search("[、和与]|各$", before) is not None)
        yearly = self._annual and figure.unit not in _TIMES
        urged = words().urges.search(before) is not None and figure.unit in _WHO
        if not (making or goes_on or yearly or urged):
            return None
        op: Operator = "+" if making and making[-1][0] in ("新增", "净增") else _operator("equal", figure.suffix)
        if making and making[-1].end() > at:
            noun = indicator(re.split("[、和]$", self._text[making[-1].end() : figure.start])[-1])
            listed = before.endswith(("、", "和", "与", "及"))
            behind = "" if making[-1][0] in _DEEDS and not listed else self._thing_behind(figure.end, end)
            if len(noun) < _SHORTEST and len(behind) < _SHORTEST:  # 碧道建设240公里; 建设国家储备林120万亩
                noun = indicator(self._text[max(at, making[-2].end() if making[1:] else at) : figure.start])
        elif urged or before.endswith(("、", "和", "与", "及")):
            noun = ""  # 100个企业和1000个场景: what was counted before stands there
        else:
            noun = indicator(re.sub(r"^[、和与及]", "", before))
        noun = noun if len(noun) >= _SHORTEST else self._thing_behind(figure.end, end)
        return (noun, op, "made") if len(noun) >= _SHORTEST else None

    def _thing_behind(self, start: int, end: int) -> str:
        match = re.match(r"(?:以上|左右)?(?P<thing>[^、，。；（(\d]{2,24})", self._text[start:end])
        return re.sub(r"(?:任务|工作|等|目标|和|与|及)$", "", match["thing"]) if match else ""


def _operator(kind: str, suffix: str) -> Operator:
    if kind in ("rise", "fall", "above"):
        return OPERATORS[kind]
    return SUFFIXES.get(suffix, OPERATORS[kind])
