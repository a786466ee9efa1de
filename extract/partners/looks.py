"""What a member of a list looks like: a company known or named by its trade, a field of business, another body."""

import re
from functools import cache, lru_cache
from typing import Literal

from extract.common_words import is_common, reads_plainly
from extract.partners.words import is_known, universities_by_name, words
from extract.word_lists import Endings, either, word_lists
from gazetteer.companies import companies
from gazetteer.divisions import gazetteer
from gazetteer.regions import expand_abbreviations, region_named

Named = Literal["known", "word", "body", "shaped", "short", "placed", "plain", "branch", "unknown", "tiny"]
Look = Named | Literal["common", "field", "works", "other", ""]
_WORD = re.compile(r"[\u4e00-\u9fffA-Za-z]{2,12}")
_WORKS = re.compile("[\u4e00-\u9fff]{4,18}(?:厂|有限公司|有限责任公司)")
_CLASS = re.compile("或|大型|中型|小型|一批|规模|加工厂$|工厂$|电厂$|水厂$|处理厂$|[的各等个家]")
_OF_PLACE = ("石化", "重工", "钢铁", "特钢", "化纤", "电气", "铜业", "锌业", "铝业")
_SCHOOL = re.compile("[一二三四五六七八九十高][中小]$")
_SHORT, _LONG_STEM, _FOUR = 2, 5, 4
_JOINING = ("合作", "共建", "对接", "联合", "合资")
_SITES = frozenset("城园谷湾岛港省市县区州旗镇乡")
_AREA = frozenset("区县市群带圈园")


@lru_cache(maxsize=4096)
def look(name: str) -> Look:
    """What a member of a list looks like.

    A known company, one by its trade, a short one, a place's, any name; a common word, a field, works of a company,
    another body; "" for what no body is called.
    """
    if _WORKS.fullmatch(name) and not _CLASS.search(name):
        return "shaped"  # 云龙县诺邓火腿食品厂
    if not _WORD.fullmatch(name) or _no_name().search(name):
        return ""
    if name in _fields():
        return "field"
    if is_known(name) or name in companies():
        return "word" if name in words().ambiguous else "known"  # 蜂蜜、小米、黄梨
    if name in universities_by_name():
        return "body"
    if begun := _of_known(name):
        return begun
    if gazetteer().named(name):
        return ""
    if name.endswith(_of_others()) or _SCHOOL.search(name):
        return "other"
    return _of_two(name) if len(name) == _SHORT else _other(name)


def _of_two(name: str) -> Look:
    """How a name of two characters looks: a place's company (马钢), or no word at all (越疆)."""
    if name[0] in _of_places() and name[1] in words().trade_characters:
        return "short"
    return "tiny" if is_odd(name) and not is_area(name) else ""


def _of_known(name: str) -> Look:
    """How a name looks that begins with a known company's: a branch of it, or its works; "" where it begins so not."""
    known = next((name[:n] for n in range(_SHORT, len(name)) if is_known(name[:n])), "")
    if known and known not in words().ambiguous:
        rest = name.removeprefix(known)
        is_branch = (
            _SHORT <= len(rest) <= _FOUR
            and not reads_plainly(rest)
            and rest[-1] not in _AREA
            and not rest.endswith(words().works)
            and not rest.startswith(_JOINING)
        )
        return "branch" if is_branch else "works"  # 吉利百矿; not 宁德时代动力及储能电池项目
    return ""


def _is_bare(stem: str, trade: str) -> bool:
    """Whether a place, a sector or a common word stands in front of a trade; 洛阳石化 are works of the state."""
    if gazetteer().named(stem):
        return trade not in _OF_PLACE
    return stem in _sectors() or reads_plainly(stem)


def _other(name: str) -> Look:
    """How a name looks by its trade, by a place and a word that is none (四川炬原), or such a word alone (大华农)."""
    trade = trade_of(name)
    stem = name.removesuffix(trade)
    if trade and _SHORT <= len(stem) <= _LONG_STEM and not _is_class(name):
        return "plain" if _is_bare(stem, trade) else "shaped"
    for length in (2, 3):
        rest = name[length:]
        if gazetteer().named(name[:length]) and len(rest) <= _FOUR and is_odd(rest) and rest[-1] not in _SITES:
            return "placed"
    if is_area(name):
        return ""
    if len(name) > _LONG_STEM:
        return ""
    return "unknown" if is_odd(name) else "common"


def is_odd(word: str) -> bool:
    """Whether a word is no common one, nor made of common ones."""
    if len(word) < _SHORT or reads_plainly(word) or gazetteer().named(word) or word in _sectors():
        return False
    return word[-1] not in words().no_ending or (len(word) == _FOUR and not is_common(word[:_SHORT]))


def is_area(name: str) -> bool:
    """Whether a name is that of a region, a country, of several places together, or of a part of a province: 皖北."""
    if name in words().countries or any(
        gazetteer().named(name[:n]) and gazetteer().named(name[n:]) for n in range(_SHORT, len(name) - 1)
    ):
        return True
    part = len(name) == _SHORT and name[0] in _of_places() and name[1] in "东西南北中"
    return part or region_named(name) is not None or bool(expand_abbreviations(name))


def is_sure(name: str) -> bool:
    """Whether a name ends in a trade behind a stem in which no word is: 昌昊中药, 南京安居建设集团; not 营商环境."""
    if name.endswith(("集团", "有限公司")) and len(name) > _FOUR:
        return not reads_plainly(name) and not _is_class(name)
    if not name.endswith(words().sure_trades):
        return False
    trade = next(t for t in words().sure_trades if name.endswith(t))
    stem = name.removesuffix(trade)
    city = next((n for n in (4, 3, 2) if gazetteer().named(stem[:n])), 0)
    rest = stem[city:]
    if len(rest) == _SHORT and expand_abbreviations(rest):
        return False  # 川渝汽车
    return is_odd(rest) and not any(is_common(rest[i : i + 2]) for i in range(len(rest) - 1))


def _is_class(name: str) -> bool:
    """Whether a name is made of words of classes in front of its trade: 大型商超集团."""
    stem = name.removesuffix(trade_of(name))
    while stem.startswith(words().generic):
        stem = stem.removeprefix(next(g for g in words().generic if stem.startswith(g)))
    return not stem


def trade_of(name: str) -> str:
    """The trade that a name ends in, "" where in none."""
    return _trades().of(name, 0, len(name))


@cache
def _trades() -> Endings:
    return Endings(words().trades)


@cache
def _no_name() -> re.Pattern[str]:
    last = "企|企业|机构|单位|高校|院校|部门|资源|公交|设施|要素"
    return re.compile(f"{either(('或', *words().kinds_of_company))}|(?:{last})$")


@cache
def _of_others() -> tuple[str, ...]:
    """The endings of organisations that are no companies."""
    return tuple(ending for ending, kind in words().endings if kind != "company")


@cache
def _fields() -> frozenset[str]:
    """Branches, goods and services that lists of companies' fields name."""
    listed = [*word_lists("trades").values(), *word_lists("industry_classes").values()]
    return _sectors().union(*(names for value in listed for names in _listed(value)))


def _listed(value: object) -> list[list[str]]:
    if isinstance(value, dict):
        return [names for inner in value.values() for names in _listed(inner)]
    return [value] if isinstance(value, list) else []


@cache
def _sectors() -> frozenset[str]:
    table = word_lists("industries")
    return frozenset((*table["sectors"], *table["technologies"]))


@cache
def _of_places() -> frozenset[str]:
    """Characters that places are called by in front of a trade: their abbreviations, and the first of their names."""
    divisions = [d for d in gazetteer().divisions() if d.level in {"province", "prefecture"}]
    return frozenset(c for d in divisions for c in (*d.abbreviations, d.name[0]))
