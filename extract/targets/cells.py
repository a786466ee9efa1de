"""Targets in the rows of a table of indicators: 指标, 单位 and a column for each year that is aimed at."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from extract.components import Passage
from extract.facts import Operator, Target
from extract.plan import Plan, Unit
from extract.structure.cells import due_year, project_cells
from extract.targets.words import SUFFIXES, words

_CELL = re.compile(r"(?P<label>[^：\n]{1,24})：(?P<said>[^\n]*)")
_YEAR = re.compile(r"20\d{2}")
_WHOLE_YEAR = re.compile(r"[到至]?20\d{2}年?(?:末|底|度|值|达到)?(?:[（(][^（）()]{1,6}[）)])?")
_NUMBER = re.compile(
    r"(?:控制在|稳定在|保持在|达到|提高到|增加到|提升到|降至|增长|下降|累计|力争)?(?P<before>≥|≤|>|<|＞|＜|大于|不低于|不少于|不超过|低于|超过|突破|约|累计)?(?P<open>[\[［〔【])?"
    r"(?P<number>(?:[ⅠⅡⅢⅣⅤ]|I{1,3}(?!V)|IV|V(?!I))(?![A-Za-z])|\d++(?::\d+(?:\.\d+)?)+|\d++(?:,\d{3})*(?:\.\d+)?)[\]］〕】]?(?P<unit>[^\d（(\s]{0,8})?(?:[（(](?P<year>20\d{2})年?[）)])?"
)
_PRINTED_UNIT = re.compile("(?:[%‰万亿类]|[家个项件座条辆台名户人所张处套元吨亩]|个百分点|公里|平方|立方|微克)")
_CLASSES = {"I": "Ⅰ", "II": "Ⅱ", "III": "Ⅲ", "IV": "Ⅳ", "V": "Ⅴ"}
_FALLS, _RISES = ("下降", "降低", "减少", "降幅", "压减"), ("增长", "增加", "增幅")
_BRACKET = re.compile(r"[（(][^（）()]*[）)]$")
_NO_UNIT = re.compile(r"[—－\-–/／无]+")
_PERIODS = {"十四五": 2025, "十五五": 2030}
_BEFORE: dict[str, Operator] = {
    "≥": ">=", "≤": "<=", ">": ">", "<": "<=", "＞": ">", "＜": "<=",
    "大于": ">", "不低于": ">=", "不少于": ">=", "不超过": "<=", "低于": "<=", "超过": ">", "突破": ">", "约": "~",
}  # fmt: skip
_INVESTED = re.compile(
    r"(?:20\d{2}年?|年度|本年|当年|全年)?(?:计划|估算|预计|拟)?(?:完成)?(?:总)?(?:投资|投资额|投资总额|总投资额)(?:计划|规模)?(?:[（(][^（）()]{1,8}[)）])?"
    r"|年度计划(?:完成)?投资(?:额)?(?:[（(][^（）()]{1,8}[)）])?"
)
_AMOUNT = re.compile(r"约?(?P<number>\d++(?:,\d{3})*(?:\.\d+)?)(?P<unit>[万亿]元)?")
_STATED_UNIT = re.compile("(?:金额|投资)?单位[：:](?:人民币)?(?P<unit>[万亿]元)")
_LASTS = re.compile("^[^：\n]*(?:年限|起止|期限|周期|工期|开竣工)[^：\n]*：", re.MULTILINE)
_OF_YEAR = re.compile("年度|本年|当年|全年")
_UNIT = re.compile(r"[（(](?P<unit>[^（）()]{1,12})[）)]$")


@dataclass(frozen=True, slots=True)
class CellAim:
    """A target of a row: where its indicator and its figure stand."""

    indicator: str
    op: Operator
    value: int | float | str
    unit: str
    year: int | Literal["annual"] | None
    runs: tuple[tuple[int, int], ...]


def is_indicator_row(text: str) -> bool:
    """Whether a row of a table names an indicator and says what is aimed at.

    Args:
        text: of the row, a line for each cell behind its header.
    """
    labels = [match["label"] for match in _CELL.finditer(text)]
    return any(map(_names_indicator, labels)) and any(map(_aims_at, labels))


def cell_aims(text: str, begins: int) -> Iterator[CellAim]:
    """The targets of a row of indicators.

    Args:
        text: of the row, a line for each cell behind its header.
        begins: first year of the plan; a column of an earlier year tells what has been reached.
    """
    cells = list(_CELL.finditer(text))
    named = next((cell for cell in cells if _names_indicator(cell["label"])), None)
    if named is None or not named["said"]:
        return
    written = _UNIT.search(named["said"])
    stated = next((cell["said"] for cell in cells if cell["label"] in words().unit_labels), "")
    unit = "" if _NO_UNIT.fullmatch(stated) else stated or (written["unit"] if written else "")
    name = named["said"][: written.start()] if written else named["said"]
    said_aims = any(words().target_label.search(cell["label"]) for cell in cells)
    for cell in cells:
        label = cell["label"]
        figure = _NUMBER.match(cell["said"]) if _aims_at(label) else None
        if figure is None:
            continue
        year, yearly = _YEAR.search(label), words().yearly_label.search(label) is not None
        first = int(year[0]) if year else next((ends for plan, ends in _PERIODS.items() if plan in label), None)
        is_aim = yearly or words().target_label.search(label) or (not said_aims and (first or 0) >= begins)
        if not is_aim:
            continue
        own = _own_unit(figure["unit"] or "")
        if yearly and figure["open"]:  # [13.5] of 年均/累计 is what all years sum up to
            continue
        suffix = next((op for word, op in SUFFIXES.items() if word and cell["said"].endswith(word)), None)
        op: Operator = _BEFORE.get(figure["before"] or "") or suffix or ("+" if yearly else _way(name))
        due: int | Literal["annual"] | None = int(figure["year"]) if figure["year"] else "annual" if yearly else first
        number = _CLASSES.get(figure["number"], figure["number"]).replace(",", "")
        plain = number[0].isdigit() and ":" not in number
        start = cell.start("said")
        yield CellAim(
            name,
            op,
            (float(number) if "." in number else int(number)) if plain else number,
            "" if ":" in number else own or ("%" if yearly else unit),
            due,
            (named.span("said"), (start + figure.start(), start + figure.end())),
        )


def _names_indicator(label: str) -> bool:
    return _BRACKET.sub("", label) in words().indicator_labels


def _way(name: str) -> Operator:
    """How an aim compares whose indicator tells a rise or a fall: 万元GDP用水量下降."""
    return "-" if name.endswith(_FALLS) else "+" if name.endswith(_RISES) else "="


def _own_unit(printed: str) -> str:
    """The unit that a cell prints behind its figure (500家以上), without what compares it."""
    return re.sub("(?:及?以上|以下|以内|之内|左右|以上)$", "", printed) if _PRINTED_UNIT.match(printed) else ""


def _aims_at(label: str) -> bool:
    """Whether a column says what is aimed at: 2025年, 目标值, 年均增长."""
    if words().reached_label.search(label):
        return False
    said = words().target_label.search(label) or words().yearly_label.search(label)
    return said is not None or _WHOLE_YEAR.fullmatch(label) is not None


def investments(text: str, stated: str, year: int | None) -> Iterator[CellAim]:
    """What the row of an undertaking says is to be invested: in all, and in the year of the plan.

    Args:
        text: of the row, a line for each cell behind its header.
        stated: the unit of money that stands above the table.
        year: of the plan, where it is one for a year.
    """
    lasts = due_year(text) if _LASTS.search(text) else None
    for cell, number in _amounts(text):
        label, written = cell["label"], _UNIT.search(cell["label"])
        unit = written["unit"] if written else number["unit"] or stated
        if not unit.endswith("元"):
            continue
        named, due = label[: written.start()] if written else label, _YEAR.search(label)
        of_year = due or _OF_YEAR.search(label)
        value = number["number"].replace(",", "")
        yield CellAim(
            named,
            "=",
            float(value) if "." in value else int(value),
            unit,
            (int(due[0]) if due else year) if of_year else lasts,
            (cell.span("said"),),
        )


def stated_money(plan: Plan, unit: Unit) -> str:
    """The unit of money that the title of a table states above its rows（单位：亿元）; "" where none does."""
    scope = unit.id.rpartition("表")[0]
    texts = [one.text for one in plan.units if one.id.startswith(f"{scope}§")]
    texts += [section.heading for section in plan.sections if section.path == unit.section]
    return next((said["unit"] for text in texts if (said := _STATED_UNIT.search(text))), "")


def amounts(text: str) -> list[tuple[int, int]]:
    """The cells of such a row that say what is invested."""
    return [cell.span() for cell, _ in _amounts(text)]


def _amounts(text: str) -> list[tuple[re.Match[str], re.Match[str]]]:
    if not any(True for _ in project_cells(text)):
        return []
    cells = [cell for cell in _CELL.finditer(text) if _INVESTED.fullmatch(cell["label"])]
    return [(cell, number) for cell in cells if (number := _AMOUNT.fullmatch(cell["said"]))]


def targets_of_cells(here: Passage, found: Iterable[CellAim], rule: str) -> Iterator[Target]:
    """The targets of the cells of a row, by one rule."""
    for aim in found:
        yield Target(
            unit=here.unit.id,
            rule=f"targets.{rule}",
            as_written=aim.indicator,
            evidence=here.evidence(*aim.runs),
            op=aim.op,
            value=aim.value,
            unit_of_measure=aim.unit,
            year=aim.year,
        )
