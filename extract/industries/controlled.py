"""Branches that a sentence does not grow but keeps within bounds: what they emit, burn and owe, and their machines."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache

import ahocorasick_rs

from extract.components import dictionary, scan, stop_of
from extract.word_lists import either, word_lists

_LISTED = "(?:企业|生产|经营)?(?:（[^（）]{1,6}）)?(?:[、和与及][^，。；、等\n]{1,10}){0,8}(?:等[^，。；、\n]{0,4})?"
_BETTER = "(?!节能|降碳|绿色|清洁生产)"  # 节能改造 makes a branch better
_HEADS = "(?:新领域、?新业态|行业|领域|企业|产品|产业|项目|市场|单位)*的?"
_FOR, _STOPS = "为重点，", "，。；\n"
_AIMED_AT = re.compile("对(?!接|标|外|口|内|俄|东|港)")
_NO_BRANCH = re.compile("(?!产业|企业|项目|产品|产值)")
_ADJECTIVE = re.compile(  # 节能环保农机, 节能环保示范园区
    "农机|渔船|车|灯|锅炉|炉|建筑|改造|型|要求|标准|意识|理念|监[管察]|法规|水平|新技术|新工艺|[^，。；、产]{0,4}(?:园区|工程|行动|工作)"
)
_MADE_INTO = re.compile("化(?![学工肥纤解妆石合成工])")  # 公共领域车辆新能源化
_REACH = 120
_REUSES, _SAVING = ("秸秆综合利用", "粪污资源化利用", "粪污综合利用"), "节能环保"


@dataclass(frozen=True, slots=True)
class Controlled:
    """The word lists of `controlled.toml`, as they stand behind a name; `machines` by the ends of names."""

    behind: re.Pattern[str]
    rules: re.Pattern[str]
    owed: re.Pattern[str]
    asked: re.Pattern[str]
    machines: dict[str, tuple[str, ...]]
    scanner: ahocorasick_rs.AhoCorasick


@cache
def _lists() -> Controlled:
    table = word_lists("controlled")
    emitted = f"{_HEADS}{_BETTER}[^，。；、\n]{{0,8}}?(?:{either(table['emitted'])})(?!化)"
    ruled = f"{_HEADS}[^，。；、\n]{{0,10}}?(?:{either(table['ruled'])})(?!中心|仓|场|区)"
    cleaned = f"(?:行业|领域){_FOR}(?![^，。；]{{0,16}}改造)[^，。；]{{0,16}}(?:{either(table['cleaned'])})"
    return Controlled(
        behind=re.compile(f"{_LISTED}(?:{emitted}|{ruled}|{cleaned})"),
        rules=re.compile(either(table["rules"])),
        owed=re.compile(f"{_LISTED}企业(?:要|应当?|依法|自觉|严格|主动)*(?:{either(table['owed'])})"),
        asked=re.compile(either(table["asked"])),
        machines={name: tuple(listed) for name, listed in table["machines"].items()},
        scanner=dictionary({*table["emitted"], *table["ruled"], *table["cleaned"], *table["owed"], *table["rules"]}),
    )


def is_controlled(text: str, start: int, end: int, floor: int, stop: int) -> bool:
    """Whether what it emits, burns or owes is meant, or a machine that is called after it.

    Args:
        text: of a unit.
        start: where the name starts.
        end: where it ends.
        floor: where its clause starts.
        stop: where its clause ends.
    """
    if text.endswith("排放标准", 0, start) or _is_machine(text, start, end):
        return True
    known = _lists()
    if text.startswith("企业", end) and known.asked.search(text, floor, start):
        return True
    words = _control_words(text)
    at = bisect_left(words, end)
    if at == len(words) or words[at] > end + _REACH:
        return False
    wide = stop_of(text, stop + 1, _STOPS) if text.startswith(_FOR, stop + 1 - len(_FOR)) else stop
    if words[at] >= wide:
        return False
    if known.behind.match(text, end, wide) or known.owed.match(text, end, stop):
        return True
    return _AIMED_AT.match(text, floor, start) is not None and known.rules.search(text, end, stop) is not None


def _is_machine(text: str, start: int, end: int) -> bool:
    """Whether a name goes on to one of a machine, of a chore of farming or of what is but sparing (节能环保农机)."""
    if _MADE_INTO.match(text, end):
        return True
    behind = _lists().machines.get(text[max(start, end - 2) : end])
    if behind and text.startswith(behind, end) and not text.startswith("厂家", end):
        return True
    if text.endswith(_REUSES, start, end):
        return _NO_BRANCH.match(text, end) is not None
    return text.endswith(_SAVING, start, end) and _ADJECTIVE.match(text, end) is not None


@lru_cache(maxsize=1)  # all names of one unit are asked about in turn
def _control_words(text: str) -> list[int]:
    """Where the words stand that control."""
    return sorted(start for start, _ in scan(_lists().scanner, text))
