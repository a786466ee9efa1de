"""By when an aim is due: the years that a text names as it is read, and the one year of an annual plan."""

import re
from collections import Counter
from typing import Literal

from extract.plan import Plan
from extract.targets.words import words

Year = int | Literal["annual"] | None

_ENDS = {"二": 2015, "三": 2020, "四": 2025, "五": 2030, "六": 2035}
_YEAR = re.compile(
    r"(?P<to>(?:力争)?[到至]|截至)?(?:(?P<year>20\d{2})年(?:\d{1,2}月(?:[底末]前?|前)|年?底前?|末前?|前)?|“?十(?P<plan>[四五六])五”?(?:期)?末)"
    r"|(?P<annual>每年|年均(?!浓度|气温|值|降)|年平均(?!浓度|气温|值)|逐年|每年度|年递增|年增长?(?=[\d.])|(?<![\d一二两三四五六七八九十半每今去本全当近末往历同年])年(?=培养|引进|引育|培训|选派|投放|发运|签约|提高|下降|降低|减少|增加))"
    r"|(?P<this>全年|(?<![\d一二两三四五六七八九十几])年内|今年|本年度?|年度(?=投资|目标|计划投资)|当年|(?<![\d一二三四五每])年[底末]前?|(?<![\d年])1?\d月(?:[底末]前?|前|\d{1,2}日前))"
)
_COMPARES = ("比", "较", "与", "自", "从", "同")
_OPENS = re.compile(r"(?:力争|确保|争取|努力|其中|计划)?(?:于|在)?$")
_PERIOD = re.compile("“十(?P<which>[二三四五])五”(?:期间|时期|末|规划)?")
_PRESENT = re.compile("[由从](?:目前|现在|现有)")
_TITLE_YEAR = re.compile(r"(?<![-—–―－~～至到\d])(?P<year>20\d{2})年度?(?!\d|[-—–―－~～至前底末])")
_OF_NUMBER = re.compile(r"[〔\[（(【](?P<year>20\d{2})[〕\]）)】]")
_TELLS = re.compile(
    r"近年来|近[一两三四五几]年|去年|上年|今年以来|过去[一两三四五几]年|截至(?:目前|20\d{2}年)|[^，]{0,12}以来"
)
_AIMS = re.compile("力争|确保|计划|目标|将|下一步|争取|预计")
_ADOPTED = re.compile(r"《(?P<title>[^》]*20\d{2}年[^》]*)》(?=已|经)")
_ISSUERS = ("办公室", "办公厅", "政府", "委员会", "办", "局", "小组")
_PLANS_LONG = re.compile("规划|纲要|“?十[三四五六]五”?|[三五]年|行动计划")
_NAMED = re.compile(r"20\d{2}(?=年)")
_WRITTEN = re.compile("二[〇○零][一二三四五][〇○零一二三四五六七八九](?=年)")
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_OF_A_YEAR = re.compile("要点|重点|清单|安排|年度|工作|任务|计划|方案|分工|项目")


def years_in_digits(text: str) -> str:
    """The text with years such as 二〇二五年 in digits, which take as much room."""
    return _WRITTEN.sub(lambda match: match[0].translate(_DIGITS), text) if "二" in text else text


def annual_year(plan: Plan) -> int | None:
    """The year of a plan for one year (2023年工作要点); None for any other."""
    if plan.period:
        return plan.period[0] if plan.period[0] == plan.period[1] else None
    title = plan.title
    if title.endswith(_ISSUERS) and plan.units:  # the paper calls itself by its title: 《2023年重点工作》已经…同意
        adopted = _ADOPTED.search(plan.units[0].text)
        title = adopted["title"] if adopted else title
    named = {match["year"] for match in _TITLE_YEAR.finditer(title)}
    if named:
        return int(named.pop()) if len(named) == 1 and _OF_A_YEAR.search(title) else None
    return _year_of_measures(plan)


def _year_of_measures(plan: Plan) -> int | None:
    """The year that measures without one in their title are for: that of their number, where they name none oftener."""
    numbered = _OF_NUMBER.search(plan.number or "")
    year = int(numbered["year"]) if numbered else int(plan.adopted[:4]) if plan.adopted else 0
    if not year or _PLANS_LONG.search(plan.title):
        return None
    named = Counter(int(found) for unit in plan.units for found in _NAMED.findall(unit.text))
    later = {one: count for one, count in named.items() if one > year}
    return year if not later or named[year] > sum(later.values()) else None


def first_year(plan: Plan) -> int:
    """The first year that a plan speaks for, else that of its number (〔2022〕); 0 where it says none."""
    if plan.period:
        return plan.period[0]
    numbered = _OF_NUMBER.search(plan.number or "")
    return annual_year(plan) or (int(numbered["year"]) if numbered else 0)


class Due:
    """The due year, stretch after stretch of a text: one that opens a clause holds on, one inside it for the clause.

    Args:
        text: of a unit.
        begins: first year of the plan; what earlier five-year plans reached is no aim.
        this_year: of a plan for one year, which 全年, 年内 and 10月底前 speak of.
    """

    def __init__(self, text: str, begins: int, this_year: int | None = None) -> None:
        self._text = text
        self._begins = begins
        self._this_year = this_year
        self._holds: int | None = None
        self._frames = False  # 到2025年， opened: it holds for the sentences to come
        self._year: int | None = None
        self._annual = False
        self._leads = False  # 每年 opened a clause
        self._tells = False  # 近年来 opened the sentence
        self._start = 0

    @property
    def year(self) -> Year:
        """By when a figure that stands here is due."""
        return "annual" if self._annual else self._year

    @property
    def is_annual(self) -> bool:
        """Whether each year is meant."""
        return self._annual

    def set(self, year: int) -> None:
        """Take a year of several that were named ahead."""
        self._year = self._holds = year

    def sentence(self) -> None:
        """Begin a sentence: a year that framed no list of aims (2025年产值达…) held for its own sentence alone."""
        self._tells = False
        if not self._frames:
            self._holds = None

    def clause(self, start: int, *, goes_on: bool) -> None:
        """Begin a clause: 每年 and 年均 speak of their own, and of what is done behind a comma (每年办展10场，培训…).

        Args:
            start: of the clause.
            goes_on: whether it goes on with what is done.
        """
        if not (goes_on and self._leads):
            self._annual = self._leads = False
        self._start = start
        self._year = self._holds

    def read(self, start: int, end: int, *, figure: bool) -> None:
        """Keep the year that a stretch of the clause names; a year to compare with (比2015年) is none.

        Args:
            start: of the stretch.
            end: behind it.
            figure: whether a figure stands behind it; else the clause ends.
        """
        if all(self._text.find(sign, start, end) < 0 for sign in ("年", "末", "月")):
            return
        for match in _YEAR.finditer(self._text, start, end):
            if self._compares(match.start()) or self._is_shut(match, end) or (match["this"] and not self._this_year):
                continue
            self._annual = match["annual"] is not None
            if self._annual:
                self._leads = match.start() == self._start and match[0] == "每年"
                continue
            self._leads = False
            self._year = self._named(match)
            opens = _OPENS.fullmatch(self._text, self._start, match.start())
            alone = match.end() == end  # 到2025年，; 目标是：到2025年，
            if (opens and (figure or match["to"] or alone)) or (match["to"] and alone):
                self._holds = self._year
                self._frames = alone and match["to"] is not None

    def _named(self, match: re.Match[str]) -> int | None:
        if match["this"]:
            return self._this_year
        return int(match["year"]) if match["year"] else _ENDS[match["plan"]]

    def _compares(self, at: int) -> bool:
        """Whether a year there is one to compare with: 比2015年; not 占比2025年达到."""
        before = self._text[max(0, at - 2) : at]
        return before.endswith(_COMPARES) and before != "占比"

    def _is_shut(self, match: re.Match[str], end: int) -> bool:
        """Whether a year stands in a bracket that closes before the figure: （2023年建成）."""
        opened = self._text.rfind("（", self._start, match.start())
        if opened <= self._text.rfind("）", self._start, match.start()):
            return False
        return self._text.find("）", match.end(), end) >= 0

    def is_past(self, start: int, end: int) -> bool:
        """Whether a clause tells what has been reached, or stands in a sentence of an earlier five-year plan."""
        opened = max(self._text.rfind("。", 0, start), self._text.rfind("\n", 0, start)) + 1
        period = _PERIOD.search(self._text, opened, end) if self._text.find("十", opened, end) >= 0 else None
        if period and _ENDS[period["which"]] < self._begins:
            return True
        if self._tells and not _AIMS.search(self._text, start, end):
            return True
        said = words().past.search(self._text, start, end)
        self._tells = _TELLS.match(self._text, start, end) is not None
        return said is not None and not _PRESENT.match(self._text, said.start() - 1)
