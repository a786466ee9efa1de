"""The word lists of `targets.toml`, and what its words say of how a figure is compared."""

import re
from dataclasses import dataclass
from functools import cache

from extract.facts import Operator
from extract.word_lists import either, word_lists

OPERATORS: dict[str, Operator] = {
    "at_least": ">=",
    "at_most": "<=",
    "above": ">",
    "rise": "+",
    "fall": "-",
    "equal": "=",
}
_SUFFIX = "以上|及以上|及以下|左右|以内|之内|以下|多(?![\u4e00-\u9fff])"
SUFFIXES: dict[str, Operator] = {
    "以上": ">=",
    "及以上": ">=",
    "及以下": "<=",
    "左右": "~",
    "以内": "<=",
    "之内": "<=",
    "以下": "<=",
    "多": ">=",
}


@dataclass(frozen=True, slots=True)
class Words:
    """The word lists of `targets.toml`, as patterns."""

    figure: re.Pattern[str]
    compared: re.Pattern[str]
    moved: re.Pattern[str]
    unitless: re.Pattern[str]
    rate: re.Pattern[str]
    making: re.Pattern[str]
    makes: re.Pattern[str]
    urges: re.Pattern[str]
    sizes: re.Pattern[str]
    amounts: re.Pattern[str]
    size_units: re.Pattern[str]
    granted: re.Pattern[str]
    past: re.Pattern[str]
    past_heading: re.Pattern[str]
    dates: frozenset[str]
    indicator_labels: frozenset[str]
    unit_labels: frozenset[str]
    target_label: re.Pattern[str]
    yearly_label: re.Pattern[str]
    reached_label: re.Pattern[str]


@cache
def words() -> Words:
    """The word lists, compiled once."""
    table = word_lists("targets")
    scales, units, per, alone = (either(table[name]) for name in ("scales", "units", "per", "alone"))
    unit = f"(?:{scales})?(?:{units})(?:/(?:{per})|[（(](?:{either(table['brackets'])})[）)])?|{alone}"
    arabic = r"(?<!\d)\d++(?:,\d{3})*(?:\.\d+)?(?:%?[-—–－~～至到]{1,2}\d++(?:\.\d+)?)?"
    numerals = "一二两三四五六七八九十百千"
    chinese = (
        rf"(?<![零{numerals}])[{numerals}](?:[零{numerals}]{{0,6}}(?=(?:{either(table['counted'])}))"
        rf"|[零{numerals}]{{1,6}}(?=(?:{either(table['counted_many'])})))|万(?=亿)|半(?=小时)"
    )
    compared = [f"(?P<{kind}>{either(listed)})" for kind, listed in table["words"].items() if kind in OPERATORS]
    compared = [one.replace("提升|", "(?<![造治])提升|") if "rise" in one else one for one in compared]  # 改造提升
    reached = [word for kind in ("at_least", "at_most", "above", "equal") for word in table["words"][kind]]
    making = either(table["verbs"]["making"]).replace("争创", "(?<!力)争创")  # 力争创建
    return Words(
        figure=re.compile(f"(?P<number>{arabic}|{chinese})(?P<unit>{unit})(?P<suffix>{_SUFFIX})?"),
        compared=re.compile(
            f"(?:{'|'.join(sorted(compared, key=lambda one: 'equal' not in one))})(?!至|到|值|率|额|量)"
        ),
        moved=re.compile(f"(?:{either(table['words']['moves'])})(?P<name>[^，]{{2,16}}?)[至到]$"),
        unitless=re.compile(
            f"(?:{either(table['words']['unitless'])})[^，。；\\d]{{0,6}}(?:{either(reached)})(?:约)?$"
        ),
        rate=re.compile(f"(?:{either(table['words']['rates'])})$"),
        making=re.compile(making),
        makes=re.compile(f"(?:{making})$"),
        urges=re.compile(f"(?:{either(table['verbs']['urges'])})$"),
        sizes=re.compile(f"(?:{either(table['sizes']['nouns'])})$"),
        amounts=re.compile(f"[\u4e00-\u9fff]{{2,}}(?:{either(table['sizes']['amounts'])})$"),
        size_units=re.compile(f"(?:{scales})?(?:{either(table['sizes']['units'])})"),
        granted=re.compile(either(table["verbs"]["granted"])),
        past=re.compile(either(table["past"]["sentences"]).replace("|目前", "|目前(?<!项目前)")),  # 项目前期
        past_heading=re.compile(either(table["past"]["headings"])),
        dates=frozenset(table["dates"]),
        indicator_labels=frozenset(table["tables"]["indicator"]),
        unit_labels=frozenset(table["tables"]["unit"]),
        target_label=re.compile(either(table["tables"]["target"])),
        yearly_label=re.compile(either(table["tables"]["yearly"])),
        reached_label=re.compile(either(table["tables"]["reached"])),
    )


def operator(kind: str, suffix: str) -> Operator:
    """How an aim compares, by the kind of the word in front of its figure and by what stands behind (以上)."""
    if kind in ("rise", "fall", "above"):
        return OPERATORS[kind]
    return SUFFIXES.get(suffix, OPERATORS[kind])
