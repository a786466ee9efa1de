"""Component `targets`: quantified aims — indicator, comparison, value, unit, due year."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from spacy.language import Language
from spacy.tokens import Doc

from extract.components import inside, marked, passage
from extract.facts import Operator, Target
from extract.numbering import number_at
from extract.tracing import reject

_UNITS = (
    "万亿元|万亿斤|亿立方米|万立方米|立方米|亿美元|万美元|亿元|万元|美元|元|亿千瓦时|千瓦时|万千瓦|亿千瓦|千瓦|兆瓦|万标准箱|标准箱|亿斤|万斤|亿吨|万吨|吨|公斤|斤|万亩|亩|公顷|平方公里|万平方米|平方米|公里|千米|米"
    "|万户|户|万人次|万人|人次|万名|人|名|万家|家|个百分点|%|‰|个月|个|项|次|条|座|所|处|套|件|台|辆|艘|只|头|支|批|类|级|位|门|期|场|张|宗|款|部|天|日|小时|分钟|年|岁|分|倍|EFLOPS|PB|TEU|万辆|万台|万张|万件|千万|万|亿"
)
_NUMBER = r"(?P<number>(?<!\d)\d++(?:,\d{3})*(?:\.\d+)?|[一二三四五六七八九十百千]{1,4}(?=[个项家所座条成]))"
_FIGURE = re.compile(rf"{_NUMBER}(?P<unit>{_UNITS})(?P<suffix>以上|及以上|左右|以内|之内|以下|多)?")
_RATIO = re.compile(r"(?P<number>(?<!\d)\d++[:：]\d+)(?P<suffix>左右|以上|以内)?")
_CLASS = re.compile(r"(?:改善|达|提升|保持)(?:到|至|在|为)?(?P<number>[ⅠⅡⅢⅣⅤ])(?P<unit>类)")
_WORD = re.compile(
    r"(?P<at_least>不低于|不少于|不小于|至少|高于|不低於)|(?P<at_most>不超过|不高于|低于|控制在|压减到|压降到)|(?P<above>突破|超过|大于|超)"
    r"|(?P<rise>新增|增长|增加|提高|提升|增幅|上升)(?!至|到)|(?P<fall>下降|降低|减少|压减|降幅|缩短)(?!至|到)"
    r"|(?P<equal>达到|达|为|保持在|稳定在|稳定保持在|提高到|提升到|提升至|提高至|降至|降低到|缩短至|缩短到|压缩至|压缩到|压减至|扩大到|增长到|增加到|实现|完成|取得|均达)"
)
_OPERATORS: dict[str, Operator] = {
    "at_least": ">=",
    "at_most": "<=",
    "above": ">",
    "rise": "+",
    "fall": "-",
    "equal": "=",
}
_SUFFIXES: dict[str, Operator] = {
    "以上": ">=",
    "及以上": ">=",
    "左右": "~",
    "以内": "<=",
    "之内": "<=",
    "以下": "<=",
    "多": ">=",
}
_YEAR = re.compile(
    r"(?:到|至|力争|力争到|截至)?(?P<year>20\d{2})年(?:底|末|前|底前|年底)?|(?P<annual>每年|年均|年平均|逐年|每年度)"
)
_MAKING = re.compile(
    r"(?:培育|建设|建成|打造|创建|新增|新建|完成|引进|支持|培养|推出|形成|发展|改造|实施|组织|举办|入选|遴选|建立|布局|取得|推广|认定|设立|获批|招引|共建|开工|培训|定向培养|选派|配备|制定)"
)
_MAKES = re.compile(f"{_MAKING.pattern}$")
_CLAUSE = re.compile(r"[^，。；;\n]+")
_STRIP = re.compile(
    r"^(?:(?:到|至|力争|确保|努力|争取|实现|其中|使|推动|加快|积极|全面|基本|总体|全[市区县省]|我[市区县省]|各[县区]+|每年|年均|年平均|均|再|且|并|以|的|约|将|和|及"
    r"|20\d{2}年底?前?|(?:比|较)20\d{2}年|(?:培育|建设|建成|创建|打造|取得|完成|支持|引进|培养|新建|推出|共建)(?=[\u4e00-\u9fff“]{2}))[，：]?)+"
)
_TRAIL = re.compile(
    r"(?:20\d{2}年|年均|年平均|均|分别|力争|要|应|将|总体|全部|都|各|也|已|累计|比20\d{2}年|较20\d{2}年|保持|增速|每年|[从由][\d.]+[^，\d]{0,3})+$"
)
_SIZED = re.compile(
    r"(?P<number>\d+)(?P<unit>小时|分钟|公里|万亩)(?P<thing>[\u4e00-\u9fff]{2,16}?(?:圈|带|开发区|示范区|基地))"
)
_GRANTED = re.compile(r"给予|补助|补贴|奖励|额度|担保额|贴息|费率|补偿|最高|资助|罚款|承担单个|择优|可享受|可直接")
_TWO_YEARS = re.compile(r"(?:到|至)?20\d{2}年(?:[、和]20\d{2}年)+[，]?")
_CONDITION = re.compile(
    r"的[\u4e00-\u9fff]{0,6}?(?:企业|单位|主体|项目|机构|平台|家庭农场|合作社|个人|园区|贷款|人员|大户)"
)
_EXISTING = re.compile(r"(?:等|的|这|该|共|现有|已有|已核准的|纳入)$|第$")
_DATES = ("日", "期", "级", "类", "届")
_LONGEST_GAP = 20
_SHORTEST = 2

Year = int | Literal["annual"] | None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit, where it stands.

    Attributes:
        form: `plain` (60万亩), `ratio` (1:2) or `class` (Ⅴ类).
        suffix: what behind it says how to compare (以上, 左右).
    """

    start: int
    end: int
    value: int | float | str
    unit: str
    suffix: str
    form: str


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
    for aim in aims(here.unit.text):
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
                    year=aim.year,
                )
            )
    return doc


def aims(text: str) -> Iterator[Aim]:
    """The targets of a text, in order; a due year holds until the next one is named."""
    reader = _Reader(text)
    for clause in _CLAUSE.finditer(text):
        yield from reader.clause(*clause.span())


class _Reader:
    """Reads clause after clause; keeps the due year, and the last target, whose indicator a list may go on from."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._year: int | None = None
        self._annual = False
        self._last: Aim | None = None
        self._queue: list[str] = []
        self._years: list[int] = []

    def clause(self, start: int, end: int) -> Iterator[Aim]:
        """The targets of one clause."""
        self._annual = False  # 每年 and 年均 speak of their own clause; a due year holds
        if self._text[start - 1 : start] in "。；\n":
            self._last = None
        at, self._queue, self._years = start, [], []
        for figure in _figures(self._text, start, end):
            if self._text[figure.start - 1 : figure.start] in ("从", "由"):  # 从20%提高到24%
                continue
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
        if _CONDITION.match(text, figure.end):
            return "condition"
        return "granted" if _GRANTED.search(text, start, end) else ""

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
            self._year, *self._years = map(int, re.findall(r"20\d{2}", years[0]))
        found = self._compared(figure, at, end) or self._sized(figure, start) or self._made(figure, start, at, end)
        if found is None:
            return []
        names = [part for part in re.split("[、和]", found[0]) if part]
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
            return _indicator(before), "=", "class"
        for word in reversed(list(_WORD.finditer(before))):
            gap = len(before) - word.end()
            far = word.lastgroup in ("rise", "at_least")
            if gap <= (_LONGEST_GAP if far else 1):
                name = self._compared_name(figure, before, word, end)
                return (name, _operator(str(word.lastgroup), figure.suffix), "compared") if name else None
        return None

    def _compared_name(self, figure: Figure, before: str, word: re.Match[str], end: int) -> str:
        """The indicator stands before the word, between it and the figure, or behind (至少2项实质性合作成果)."""
        name, between = _indicator(before[: word.start()]), _indicator(before[word.end() :])
        behind = self._thing_behind(figure.end, end)
        counted = word.lastgroup == "at_least" and len(behind) > _SHORTEST + 1 and figure.unit in "项个家次名"
        if counted and _MAKES.search(between):
            return behind
        if word.lastgroup in ("rise", "at_least") and len(between) >= _SHORTEST:
            return between
        if len(name) < _SHORTEST or counted:
            return behind or (self._last.indicator if self._last else "")
        return name

    def _sized(self, figure: Figure, start: int) -> tuple[str, Operator, str] | None:
        """A figure that sizes the thing to be made (3小时鲜活农产品物流圈)."""
        sized = _SIZED.match(self._text, figure.start)
        if sized is None:
            return None
        return _MAKING.split(self._text[start : figure.start])[-1] + sized["thing"], "=", "sized"

    def _made(self, figure: Figure, start: int, at: int, end: int) -> tuple[str, Operator, str] | None:
        """Things to be made, counted (培育国家级龙头企业3家、省级35家)."""
        before = self._text[at : figure.start]
        making = list(_MAKING.finditer(self._text, start, figure.start))
        goes_on = self._last is not None and (at == start or re.search("[、和与]|各$", before) is not None)
        if not making and not goes_on:
            return None
        op: Operator = "+" if making and making[-1][0] == "新增" else _operator("equal", figure.suffix)
        if making and making[-1].end() > at:
            noun = _indicator(self._text[making[-1].end() : figure.start])
        elif before.endswith(("、", "和", "与", "及")):
            noun = ""  # 100个企业和1000个场景: what was counted before stands there
        else:
            noun = _indicator(re.sub(r"^[、和与及]", "", before))
        noun = noun if len(noun) >= _SHORTEST else self._thing_behind(figure.end, end)
        return (noun, op, "made") if len(noun) >= _SHORTEST else None

    def _thing_behind(self, start: int, end: int) -> str:
        match = re.match(r"(?:以上|左右)?(?P<thing>[^、，。；（(\d]{2,24})", self._text[start:end])
        return re.sub(r"(?:任务|工作|等|目标|和|与|及)$", "", match["thing"]) if match else ""


def _figures(text: str, start: int, end: int) -> list[Figure]:
    """The figures of a clause, in order; years, dates, ordinals and 一个 are none."""
    found = []
    for form, pattern in (("plain", _FIGURE), ("ratio", _RATIO), ("class", _CLASS)):
        for match in pattern.finditer(text, start, end):
            groups = match.groupdict()
            unit = groups.get("unit") or ""
            dated = form == "plain" and (unit in _DATES or (unit == "年" and len(match["number"]) == len("2025")))
            if not dated and match["number"] != "一" and text[match.start() - 1 : match.start()] not in tuple("“第G-—"):
                suffix = groups.get("suffix") or ""
                found.append(Figure(*match.span(), _value(match["number"]), unit, suffix, form))
    return sorted(found, key=lambda f: f.start)


def _operator(kind: str, suffix: str) -> Operator:
    if kind in ("rise", "fall", "above"):
        return _OPERATORS[kind]
    return _SUFFIXES.get(suffix, _OPERATORS[kind])


def _indicator(written: str) -> str:
    """The indicator without what leads to it and what leads on from it (到2025年全市…均)."""
    return _TRAIL.sub("", _STRIP.sub("", written.strip("、：:—"))).strip("、：:的—（）()”")


def _value(number: str) -> int | float | str:
    plain = number.replace(",", "").replace("：", ":")
    if re.fullmatch(r"\d+", plain):
        return int(plain)
    if re.fullmatch(r"\d+\.\d+", plain):
        return float(plain)
    numeral = number_at(f"{plain}、")  # 二十三 is written in figures as in headings
    return numeral.value if numeral else plain
