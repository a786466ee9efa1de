"""Companies without an ending of their own, where a list says what they are: 引进天齐锂业、盛新锂能等龙头企业."""

import re
from collections.abc import Set as AbstractSet
from functools import cache
from typing import Literal

from extract.common_words import is_common, reads_plainly
from extract.components import Profile
from extract.partners.lists import Listing, lists
from extract.partners.words import is_known, universities_by_name, words
from extract.word_lists import Endings, word_lists
from gazetteer.companies import companies
from gazetteer.divisions import gazetteer
from gazetteer.regions import expand_abbreviations, region_named

Look = Literal[
    "known", "word", "body", "shaped", "short", "placed", "plain", "branch", "unknown", "tiny", "common", "field", "works", "other", ""
]
_WORD = re.compile(r"[\u4e00-\u9fffA-Za-z]{2,8}")
_WORKS = re.compile("[\u4e00-\u9fff]{4,18}(?:厂|有限公司|有限责任公司)")
_CLASS = re.compile("或|大型|中型|小型|一批|规模|加工厂$|工厂$|电厂$|水厂$|处理厂$|[的各等个家]")
_LEAD = re.compile("引进|引育|招引|引入|招商|依托|携手|联合|支持|对接|合作|以|与")
_OF_PLACE = ("石化", "重工", "钢铁", "特钢", "化纤", "电气", "铜业", "锌业", "铝业")
_SCHOOL = re.compile("[一二三四五六七八九十高][中小]$")
_SHORT, _LONG_STEM, _FOUR = 2, 5, 4
_FEW = 2
_GO_ON = ("新材料", "新能源")
_SITES = frozenset("城园谷湾岛港省市县区州旗镇乡")
_BLAND = frozenset(("", "common", "field", "works", "other"))
_NAMES = frozenset(("works", "known", "shaped", "short", "placed", "unknown", "branch", "tiny", "body"))
_AREA = frozenset("区县市群带圈园")


def listed_companies(text: str, known: AbstractSet[str] = frozenset()) -> dict[tuple[int, int], bool]:
    """Where members of lists stand that are companies by what the list says and by how they look, in order.

    Args:
        text: the text as read.
        known: companies that the plan names, so that a member may be one without its trade (新荣昌 for 新荣昌环保).

    Returns:
        Whether the list says for certain that they are companies, by their span.
    """
    stems = {name.removesuffix(_trade(name)) for name in known}
    found: dict[tuple[int, int], bool] = {}
    for listing in lists(text):
        is_sure = listing.says == "companies"
        named = _companies(text, listing)
        if listing.says == "bearers":
            named += _heads(text, listing.members)
        named += [(a, b) for a, b in listing.members if b - a > _SHORT and text[a:b] in stems]
        for span in named:
            found[span] = is_sure or found.get(span, False)
    return dict(sorted(found.items()))


def companies_of_plan(profile: Profile) -> frozenset[str]:
    """The companies that lists anywhere in the plan name, of three characters at least."""
    known: frozenset[str] | None = profile.memory.get("listed companies")
    if known is None:
        spans = ((unit.text, span) for unit in profile.plan.units for span in listed_companies(unit.text))
        known = frozenset(text[a:b] for text, (a, b) in spans if b - a > _SHORT)
        profile.memory["listed companies"] = known
    return known


def _trade(name: str) -> str:
    return _trades().of(name, 0, len(name))


@cache
def _trades() -> Endings:
    return Endings(words().trades)


def _companies(text: str, listing: Listing) -> list[tuple[int, int]]:
    sure: list[bool] = []
    if listing.says == "dealt":
        sure = [is_known(text[a:b]) or _is_sure(text[a:b]) for a, b in listing.members]
    looks = [look(text[a:b]) for a, b in listing.members]
    if listing.says == "dealt" and not any(sure):
        placed = [b - a for (a, b), kind in zip(listing.members, looks, strict=True) if kind == "placed"]
        if len(placed) < _FEW or max(placed) <= _FOUR or not _NAMES.issuperset(looks):
            return []  # 平湖广陈、金山廊下 are townships
    anchors = sum(kind in {"known", "body", "shaped"} for kind in looks)
    bland = not _BLAND.isdisjoint(looks)
    takes = set[Look]()
    if listing.says == "backed" or (listing.says == "companies" and _backs(text, listing.members[0][0])):
        is_closed = listing.says == "companies"
        goods = not is_closed and any(text.endswith(words().no_body, a, b) for a, b in listing.members)
        takes = set() if goods else _taken_of_backed(looks, is_closed=is_closed)
    if listing.says == "companies":
        led = len(looks) >= _FEW and (anchors or "field" not in looks) and listing.members[0][0] > 0 and _attracts(text, listing.members[0][0])
        takes |= {"known", "word", "shaped", "short", "branch"}
        takes |= {"placed", "unknown"} if anchors or led else set()
        takes |= {"tiny"} if (anchors or led) and not bland and "plain" not in looks else set()
        takes |= {"plain", "tiny"} if anchors >= _FEW or (anchors and not bland) else set()
    elif listing.says == "dealt":
        takes = {"known", "word", "short", "placed", "unknown"}
        takes |= {"tiny"} if not bland and "plain" not in looks else set()
        looks = ["known" if is_sure else kind for kind, is_sure in zip(looks, sure, strict=True)]
    elif listing.says == "backed":
        pass
    elif anchors + looks.count("short") >= _FEW:
        takes = {"known", "word", "shaped", "short", "placed"}
    elif anchors:
        takes = {"known", "placed", "word"}
    taken = [kind in takes for kind in looks]
    between = [0 < i < len(taken) - 1 and taken[i - 1] and taken[i + 1] for i in range(len(taken))]
    return [
        span
        for span, kind, take, is_between in zip(listing.members, looks, taken, between, strict=True)
        if take or (is_between and kind == "unknown")
    ]


def _taken_of_backed(looks: list[Look], *, is_closed: bool) -> set[Look]:
    """Which looks are companies' in a list of what the plan's side backs: none where it names a field or few names."""
    names = sum(kind in _NAMES for kind in looks)
    if "field" in looks or not names or ("" in looks and not is_closed):
        return set()
    takes: set[Look] = {"known", "shaped", "short", "placed", "unknown", "branch", "word"}
    if len(looks) > 1 and 2 * names >= len(looks):
        takes |= {"tiny", "plain", "common"} if is_closed or 2 * names > len(looks) else {"tiny"}
    return takes


def _is_sure(name: str) -> bool:
    """Whether a name ends in a trade behind a stem in which no word is: 昌昊中药, 南京安居建设集团; not 营商环境."""
    if name.endswith(("集团", "有限公司")) and len(name) > _FOUR:
        return not reads_plainly(name) and not _is_class(name)
    if not name.endswith(words().sure_trades):
        return False
    trade = next(t for t in words().sure_trades if name.endswith(t))
    stem = name.removesuffix(trade)
    city = next((n for n in (4, 3, 2) if gazetteer().named(stem[:n])), 0)
    rest = stem[city:]
    return is_odd(rest) and not any(is_common(rest[i : i + 2]) for i in range(len(rest) - 1))


def _is_class(name: str) -> bool:
    """Whether a name is made of words of classes in front of its trade: 大型商超集团."""
    stem = name.removesuffix(_trade(name))
    while stem.startswith(words().generic):
        stem = stem.removeprefix(next(g for g in words().generic if stem.startswith(g)))
    return not stem


def _heads(text: str, members: tuple[tuple[int, int], ...]) -> list[tuple[int, int]]:
    """Companies in front of their products, where a list of their projects has two that show it by their trade."""
    ends = [(a, b, _head(text[a:b])) for a, b in members]
    if sum(n > 0 for *_, n in ends) < _FEW:
        return []
    odd = [
        (
            a,
            b,
            n
            or next((k for k in (4, 3) if is_known(text[a : a + k])), 0)
            or (_FOUR if b - a > _FOUR + 1 and not any(is_common(text[i : i + 2]) for i in range(a, a + _FOUR)) else 0),
        )
        for a, b, n in ends
    ]
    return [
        (a, a + n)
        for a, b, n in odd
        if n and _WORD.fullmatch(text, a, a + n) and not any(gazetteer().named(text[a : a + k]) for k in (2, 3))
    ]


def _head(member: str) -> int:
    """How long a company's name is that a member begins with, by its trade; 0 where none does."""
    for length in range(_FOUR, min(len(member), _FOUR + _FEW) + 1):
        if not member.endswith(words().sure_trades, 0, length) or member.startswith(_GO_ON, length - 2):
            continue  # 锂宝新材 in 锂宝新材料
        trade = next(t for t in words().sure_trades if member.endswith(t, 0, length))
        if member.startswith(words().longer_trades, length - len(trade)):
            continue  # 新能 in 新能源
        stem = member[: length - len(trade)]
        if len(stem) >= _SHORT and is_odd(stem) and not any(is_common(stem[i : i + 2]) for i in (0, 1)):
            return length
    return 0


def _backs(text: str, at: int) -> bool:
    """Whether a verb by which the plan's side backs or uses bodies stands in front, or the clause starts here."""
    return text.endswith(words().backing, 0, at)


def _attracts(text: str, at: int) -> bool:
    return any(m.end() == at for m in _LEAD.finditer(text, max(0, at - _FOUR), at))


def look(name: str) -> Look:
    """What a member of a list looks like: a known company, one by its trade, a short one, a place's, any name."""
    if _WORKS.fullmatch(name) and not _CLASS.search(name):
        return "shaped"  # 云龙县诺邓火腿食品厂
    if not _WORD.fullmatch(name) or "或" in name or any(kind in name for kind in words().kinds_of_company):
        return ""
    if name in _fields():
        return "field"
    if is_known(name) or name in companies():
        return "word" if name in words().ambiguous else "known"  # 蜂蜜、小米、黄梨
    if name in universities_by_name():
        return "body"
    known = next((name[:n] for n in range(_SHORT, len(name)) if is_known(name[:n])), "")
    if known and known not in words().ambiguous:
        rest = name.removeprefix(known)
        is_branch = (
            _SHORT <= len(rest) <= _FOUR
            and not reads_plainly(rest)
            and rest[-1] not in _AREA
            and not rest.endswith(words().works)
        )
        return "branch" if is_branch else "works"  # 吉利百矿; not 宁德时代动力及储能电池项目
    if gazetteer().named(name):
        return ""
    if name.endswith(_of_others()) or _SCHOOL.search(name):
        return "other"
    if len(name) == _SHORT:
        if name[0] in _of_places() and name[1] in words().trade_characters:
            return "short"
        return "tiny" if is_odd(name) and not is_area(name) else ""
    trade = _trade(name)
    stem = name.removesuffix(trade)
    if trade and _SHORT <= len(stem) <= _LONG_STEM and not _is_class(name):
        return "plain" if _is_bare(stem, trade) else "shaped"
    return _other(name)


def _is_bare(stem: str, trade: str) -> bool:
    """Whether a place, a sector or a common word stands in front of a trade; 洛阳石化 are works of the state."""
    if gazetteer().named(stem):
        return trade not in _OF_PLACE
    return stem in _sectors() or reads_plainly(stem)


def _other(name: str) -> Look:
    """How a name without a trade looks: a place and a word that is none (四川炬原), or such a word alone (大华农)."""
    for length in (2, 3):
        rest = name[length:]
        if gazetteer().named(name[:length]) and is_odd(rest) and rest[-1] not in _SITES:
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


@cache
def _of_others() -> tuple[str, ...]:
    """The endings of organisations that are no companies."""
    return tuple(ending for ending, kind in words().endings if kind != "company")


def is_area(name: str) -> bool:
    """Whether a name is that of a region, a country, of several places together, or of a part of a province: 皖北."""
    if name in words().countries or any(
        gazetteer().named(name[:n]) and gazetteer().named(name[n:]) for n in range(_SHORT, len(name) - 1)
    ):
        return True
    part = len(name) == _SHORT and name[0] in _of_places() and name[1] in "东西南北中"
    return part or region_named(name) is not None or bool(expand_abbreviations(name))


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
