"""Component `targets`: quantified aims — indicator, comparison, value, unit, due year."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc

from extract.components import Passage, inside, marked, passage
from extract.facts import Operator, Target
from extract.structure.cells import due_year, project_cells
from extract.targets.cells import (
    amounts,
    cell_aims,
    investments,
    is_indicator_row,
    stated_money,
    targets_of_cells,
)
from extract.targets.deeds import (
    LISTS,
    SUMS,
    counts_tasks,
    finished,
    grown_before,
    is_measure_alone,
    led_behind,
    made_noun,
    standard,
    subject_before,
    thing_behind,
    treated,
)
from extract.targets.figures import Figure, figures
from extract.targets.names import ADVERBS, EACH, FROM, JOBS, goes_on_from, indicator, is_no_name, with_tail
from extract.targets.objections import SHARE_OF, TIMES, is_of_name, objection_to
from extract.targets.rates import kept, rate, reached
from extract.targets.sizes import size_of, sized_thing
from extract.targets.words import operator, words
from extract.targets.years import Due, Year, annual_year, first_year, years_in_digits
from extract.tracing import reject

_CLAUSE = re.compile(r"[^，。；;\n]+")
_TWO_YEARS = re.compile(r"(?:力争|确保|计划)?(?:到|至)?20\d{2}年(?:底|末)?(?:[、和]20\d{2}年(?:底|末)?)+[，]?")
_THIS_PERIOD = 2021  # where a plan does not say when it begins
_YEARLY_DEED = re.compile("(?<!每)年(?:服务|供应|接待|处理|加工|销售|发运|培训|运送|输送|集货|发货)[^，、]{0,6}$")
_LONGEST_GAP, _FAR = 20, 300  # so far in front of a figure is the verb that makes what it counts
_COUNTED = "项个家次名所座条处套支场"
_WHO, _SHORTEST = ("家", "户", "个", "名", "人", "所"), 2


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
    section = here.profile.section(here.unit)
    if section and words().past_heading.search(section.heading):
        reject("targets.past", 0, len(here.unit.text))
        return doc
    plan, memory = here.profile.plan, here.profile.memory
    known: tuple[int | None, int] | None = memory.get("targets.years")
    this_year, told = known or memory.setdefault("targets.years", (annual_year(plan), first_year(plan)))
    begins = plan.period[0] if plan.period else this_year or _THIS_PERIOD
    if ("表" in here.unit.id or "专栏" in here.unit.id) and is_indicator_row(here.unit.text):
        here.facts += targets_of_cells(here, cell_aims(here.unit.text, begins), "cell")
        return doc
    if "表" in here.unit.id:
        here.facts += targets_of_cells(here, investments(here.unit.text, _stated_money(here), this_year), "investment")
        skip += amounts(here.unit.text)
    skip += marked(doc, "partners")
    # of works, whenever they are built
    sizes = "表" in here.unit.id and any(True for _ in project_cells(here.unit.text))
    due = due_year(here.unit.text, None if sizes else this_year)
    for aim in aims(here.unit.text, begins, this_year):
        if not inside(aim.end - 1, skip) and not (isinstance(aim.year, int) and aim.year < told):
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


def _stated_money(here: Passage) -> str:
    """The unit of money of the unit's table, looked for once a table."""
    table = (here.unit.id.rpartition("表")[0], here.unit.section)
    memory: dict[tuple[str, str | None], str] = here.profile.memory.setdefault("targets.money", {})
    if table not in memory:
        memory[table] = stated_money(here.profile.plan, here.unit)
    return memory[table]


def aims(text: str, begins: int = _THIS_PERIOD, this_year: int | None = None) -> Iterator[Aim]:
    """The targets of a text, in order; a due year holds until the next one is named.

    Args:
        text: the body of a unit.
        begins: first year of the plan; what earlier five-year plans reached is no aim.
        this_year: of a plan for one year, which 全年, 年内 and 10月底前 speak of.
    """
    text = years_in_digits(text)
    reader = _Reader(text, begins, this_year)
    for clause in _CLAUSE.finditer(text):
        yield from reader.clause(*clause.span())


class _Reader:
    """Reads clause after clause; keeps the due year, and the last target, whose indicator a list may go on from."""

    def __init__(self, text: str, begins: int, this_year: int | None) -> None:
        self._text = text
        self._due = Due(text, begins, this_year)
        self._last: Aim | None = None
        self._told: list[str] = []  # the indicators of the sentence so far
        self._shared = ""  # the last indicator in front of a semicolon
        self._queue: list[str] = []
        self._years: list[int] = []
        self._ahead = ""

    def clause(self, start: int, end: int) -> Iterator[Aim]:
        """The targets of one clause."""
        goes_on = self._text[start - 1 : start] in ("，", ",") and (
            self._text.startswith("其中", start) or words().making.match(self._text, start) is not None
        )
        if self._text[start - 1 : start] == "。":
            self._due.sentence()
        self._due.clause(start, goes_on=goes_on)
        if self._text[start - 1 : start] in "。；\n":
            self._shared = self._last.indicator if self._last and self._text[start - 1] == "；" else ""
            self._last = None
            self._told = []
        at, self._queue = start, []
        self._years = [int(year) for year in re.findall(r"20\d{2}", self._ahead)] if self._ahead else []
        self._ahead = ""
        if self._text[start] in "到至2" and _TWO_YEARS.fullmatch(self._text, start, end):  # 到2023年、2025年，…分别达到
            self._ahead = self._text[start:end]
            return
        if self._due.is_past(start, end):
            return
        for figure in figures(self._text, start, end):
            if FROM.search(self._text, at, figure.start) or is_of_name(figure, self._text):
                continue  # 从20%提高到24%; 100亿元企业5家
            self._due.read(at, figure.start, figure=True)
            objection = objection_to(figure, self._text, start, at, end)
            found = [] if objection else self._read(figure, start, at, end)
            if not found:
                reject(f"targets.{objection or 'no_aim'}", figure.start, figure.end)
            for aim in found:
                self._last = aim
                self._told.append(aim.indicator)
                yield aim
            at = figure.end
        self._due.read(at, end, figure=False)

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
            self._due.set(self._years.pop(0))
        else:
            self._years = []
        found = self._compared(figure, at, end) or self._sized(figure, start, at) or self._made(figure, start, at, end)
        if found is None:
            return []
        names = with_tail([part for part in re.split("[、和]|(?<=”)(?=“)", found[0]) if part])
        if "分别" in before and len(names) > 1 and self._text[figure.end : figure.end + 1] in ("、", "和", "及", "与"):
            first, *self._queue = names
            names = [first]
        elif not EACH.search(before):
            names = [found[0]]
        _, op, rule = found
        return [Aim(n, op, figure.value, figure.unit, self._due.year, start, figure.end, rule) for n in names]

    def _compared(self, figure: Figure, at: int, end: int) -> tuple[str, Operator, str] | None:
        """An indicator, a word that compares, the figure (森林覆盖率达到24%)."""
        before = self._text[at : figure.start]
        if jobs := JOBS.search(before):  # 城镇新增就业12万人
            return jobs["name"], operator("equal", figure.suffix), "compared"
        if figure.form == "class":
            return indicator(before), operator("equal", figure.suffix), "class"
        for word in reversed(list(words().compared.finditer(before))):
            gap = len(before) - word.end()
            if gap == 1 and before[-1] in "成标率到":  # 通达率98%
                continue
            far = word.lastgroup == "at_least" or (word.lastgroup == "rise" and "、" not in before[word.end() :])
            shared = SHARE_OF.fullmatch(before, word.end()) and word.start() > 0  # 达到平均水平的85%
            if gap <= (_LONGEST_GAP if far else 1) or shared:
                name = self._compared_name(figure, at, word, end)
                return (name, operator(str(word.lastgroup), figure.suffix), "compared") if name else None
        moved = words().moved.search(before)
        if moved:  # 扩大服务范围至350项
            return moved["name"], operator("equal", figure.suffix), "compared"
        share = rate(before, figure.unit, self._last.indicator if self._last else "")
        share = share or reached(self._text, figure, before, end) or kept(before)
        return (share, operator("equal", figure.suffix), "rate") if share else None

    def _compared_name(self, figure: Figure, at: int, word: re.Match[str], end: int) -> str:
        """The indicator stands before the word, between it and the figure, or behind (至少2项实质性合作成果)."""
        before = self._text[at : figure.start]
        if sized := sized_thing(self._text, figure, before[: word.start()]):
            return sized
        if figure.unit == "年一遇":
            last = self._last.indicator if self._last and self._last.unit == figure.unit else ""
            return standard(self._text, figure, indicator(before[: word.start()]), last)
        name, between = indicator(before[: word.start()]), indicator(before[word.end() :])
        if word[0] in ("高于", "低于") and figure.unit.endswith("百分点"):  # 增速高于全省平均水平2个百分点
            return name
        behind = thing_behind(self._text, figure.end, end)
        counted = word.lastgroup == "at_least" and len(behind) > _SHORTEST + 1 and figure.unit in _COUNTED
        if led := led_behind(before[: word.start()], between if counted else "", behind):
            return led  # 每年安排不少于5%新增用地指标
        share = before.endswith("的")  # 不低于全市利用外资的70%
        if word.lastgroup in ("rise", "at_least") and not share and not is_no_name(between):
            return between
        if self._last and (of_last := goes_on_from(self._last.indicator, name)):
            return of_last
        if not name and "分别" in before and len(self._told) > 1:  # 接待游客…，旅游收入…，分别增长15%、18%
            return "、".join(self._told[-len(figures(self._text, at, end)) :])
        if self._shared and not self._last and ADVERBS.fullmatch(name):  # 到2027年，进一步提高到60%
            return self._shared
        if counted or is_no_name(name):
            return behind or self._goes_on(at)
        return name

    def _goes_on(self, at: int) -> str:
        """The indicator of a clause that begins with its comparison: that before it, or its subject (产值扩大，达…)."""
        if not self._last:
            return subject_before(self._text, at)
        return grown_before(self._text, at, self._last.end) or self._last.indicator

    def _sized(self, figure: Figure, start: int, at: int) -> tuple[str, Operator, str] | None:
        """A figure that sizes the thing to be made (3小时鲜活农产品物流圈; 起步区5平方公里)."""
        thing = indicator(size_of(self._text, figure, start, self._text[at : figure.start]))
        suffix = "以内" if self._text.startswith("内", figure.end) else figure.suffix  # 30分钟内上高速
        return (thing, operator("equal", suffix), "sized") if len(thing) >= _SHORTEST else None

    def _made(self, figure: Figure, start: int, at: int, end: int) -> tuple[str, Operator, str] | None:
        """Things to be made, counted (培育国家级龙头企业3家、省级35家)."""
        before = self._text[at : figure.start]
        making = list(words().making.finditer(self._text, max(start, figure.start - _FAR), figure.start))
        goes_on = self._last is not None and (at == start or re.search("[、和与]|各$|（其中", before) is not None)
        yearly = self._due.is_annual and figure.unit not in TIMES
        urged = words().urges.search(before) is not None and figure.unit.endswith(_WHO)
        thing = "" if making else finished(self._text, figure, before, end)
        if not thing and (not making or before.endswith("等")):
            thing = treated(self._text, figure, before, end)
        if thing:
            return thing, operator("equal", figure.suffix), "made"
        if not (making or goes_on or yearly or urged or _YEARLY_DEED.search(before)):
            return None
        if counts_tasks(self._text, figure):
            return None
        op: Operator = "+" if making and making[-1][0] in ("新增", "净增") else operator("equal", figure.suffix)
        if making and making[-1].end() > at:
            noun = made_noun(self._text, figure, making, at, end)
        elif urged or before.endswith(LISTS):
            noun = ""  # 100个企业和1000个场景: what was counted before stands there
        else:
            noun = indicator(re.sub(r"^[、和与及]", "", before))
        noun = (
            noun if len(noun) >= _SHORTEST and not is_measure_alone(noun) else thing_behind(self._text, figure.end, end)
        )
        if not noun and self._last and self._last.unit == figure.unit:  # 到2024年产值90亿元，到2025年120亿元
            noun = self._last.indicator
        if words().makes.fullmatch(noun) or noun in SUMS:  # 共建实验室，到2025年建成10家
            noun = self._last.indicator if self._last else subject_before(self._text, start)
        return (noun, op, "made") if len(noun) >= _SHORTEST else None
