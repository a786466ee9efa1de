"""Regions by their last word: rivers in front of 流域, and what stands in front of 都市圈, 经济带 and the like."""

import re
from dataclasses import dataclass
from functools import cache

import ahocorasick_rs

from extract.common_words import is_common
from extract.components import dictionary, scan
from extract.places.lines import pair_of_cities
from extract.projects.words import leading_word
from extract.tracing import reject
from extract.word_lists import either, word_lists
from gazetteer.divisions import Division, gazetteer
from gazetteer.regions import place_group_named, region_named

ABBREVIATIONS = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔滇陕甘"
"""The characters that stand for provinces and are part of few other words."""
_BASIN = re.compile(
    r"(?P<rivers>(?:[\u4e00-\u9fff]{1,4}[河江湖川溪水海池塘][、和与及—])*[\u4e00-\u9fff]{1,4}[河江湖川溪水海池塘淀])(?P<etc>等)?(?:[两一二三四五六七八九十]大)?(?:重点|主要|跨界|跨省|内陆河|河流)?流域"
)
_RIVER = re.compile(r"[\u4e00-\u9fff]{1,3}[河江湖川溪水海池塘淀]$")
_NO_RIVER = re.compile(
    r"(?:跨界|重点|主要|大|小|各|内|跨省|跨境|入海|沿海|鱼|坑|江|[省市县区])(?:河|江|湖|水|海|池|塘)$|^[河江湖水]+$"
)
_GEOGRAPHIC = re.compile(
    r"(?:[沿环泛大][\u4e00-\u9fff]{1,4}|[\u4e00-\u9fff]{1,3}[江河湖海湾山](?:生态)?|[\u4e00-\u9fff]{1,5}[东西南北中]|[\u4e00-\u9fff]{1,3}山[东西南北][坡麓])$"
)
_ENDS_WORD = frozenset(
    "的在对与和及、，。；：“”（）《》为是将以由向从把跨推广加强进化善理设展实行治开全入区市省县立护治复修境域动用到参接融处"
)
_HAN = re.compile(r"[\u4e00-\u9fff]")
_CHAIN = re.compile(r"(?:[\u4e00-\u9fff]{2}[—－-])+\Z")  # 贵阳—贵安— in front of 安顺都市圈
_AROUND = ("沿", "环", "泛")
_ALONG = ("沿江", "沿海", "沿河", "沿湖", "沿山", "沿黄", "沿淮")
_BELTS = ("科创带", "创新带")
_AXES = ("发展主轴", "发展轴")
_FAR = 12
_LONGEST = 3
_SHORT = 2
_REACH = 8

Named = tuple[int, int, str, str]
"""Where a region's name starts and ends, the name, and the rule that found it."""


@dataclass(frozen=True, slots=True)
class Words:
    """The word lists of `regions.toml`."""

    heads: tuple[str, ...]
    between: tuple[str, ...]
    long_rivers: tuple[str, ...]
    old_names: tuple[str, ...]
    abroad: frozenset[str]
    around: tuple[str, ...]
    at_home: dict[str, tuple[str, ...]]
    beside: tuple[str, ...]
    divided: frozenset[str]
    wilds: tuple[str, ...]
    wild_heads: tuple[str, ...]
    parks: tuple[str, ...]
    of_reaches: tuple[str, ...]
    besides: dict[str, str]
    branches: tuple[str, ...]
    of_branches: frozenset[str]
    old_bases: tuple[str, ...]
    parts: dict[str, tuple[str, ...]]
    characters: dict[str, str]
    as_written: frozenset[str]
    of_provinces: tuple[str, ...]
    of_names: tuple[str, ...]
    only_before: dict[str, tuple[str, ...]]
    before: dict[str, str]
    after: dict[str, str]


@cache
def words() -> Words:
    """The word lists, read once."""
    table = word_lists("regions")
    return Words(
        heads=tuple(table["heads"]),
        between=("", *table["between"]),
        long_rivers=tuple(table["long_rivers"]),
        old_names=tuple(table["old_names"]),
        abroad=frozenset(table["abroad"]),
        around=tuple(table["around"]),
        at_home={name: tuple(codes) for name, codes in table["at_home"].items()},
        beside=tuple(table["beside"]),
        divided=frozenset(table["divided"]),
        wilds=tuple(table["wilds"]),
        wild_heads=tuple(table["wild_heads"]),
        parks=tuple(table["parks"]),
        of_reaches=tuple(table["of_reaches"]),
        besides=table["besides"],
        branches=tuple(table["branches"]),
        of_branches=frozenset(table["of_branches"]),
        old_bases=tuple(table["old_bases"]),
        parts={name: tuple(listed) for name, listed in table["parts"].items()},
        characters=table["characters"],
        as_written=frozenset(table["as_written"]),
        of_provinces=tuple(table["of_provinces"]),
        of_names=tuple(table["of_names"]),
        only_before={name: tuple(listed) for name, listed in table["only_before"].items()},
        before=table["not"]["before"],
        after=table["not"]["after"],
    )


def basins(text: str) -> list[Named]:
    """Rivers in front of 流域; the head is shared by the members of a list (沱河、新汴河等流域)."""
    out = []
    for match in _BASIN.finditer(text) if "流域" in text else ():
        at = match.start("rivers")
        for part in re.finditer(r"[^、和与及—]+", match["rivers"]):
            end = at + part.end()
            start = at + part.start() + _river_start(part[0])
            river = text[start:end]
            if _RIVER.search(river) and not _NO_RIVER.search(part[0]) and len(river) > 1:
                out.append((start, end, f"{river}流域", "basin"))
            else:
                reject("regions.no_river", at + part.start(), end)
    return out


def _river_start(written: str, longest: int = _LONGEST) -> int:
    """Where the name of a river starts behind the words that run into it (推进我区淮河, 加快涡河)."""
    start = max(0, len(written) - longest)
    if written.endswith(words().long_rivers):
        return len(written) - next(len(river) for river in words().long_rivers if written.endswith(river))
    while start > 0 and start + _SHORT < len(written) and _runs_in(written, start):
        start += 1
    for i in range(len(written) - _SHORT - 1, start - 1, -1):
        if written[i] in _ENDS_WORD:
            return i + 1
    return start


def _runs_in(written: str, start: int) -> bool:
    """Whether a word ends at the first character of what may be a river's name: 编制滁河, 修订昌江."""
    pair = written[start - 1 : start + 1]
    return len(leading_word(written, start - 1, start + 1)) == _SHORT or is_common(pair)


def headed(text: str, places: list[tuple[int, int]], own: Division | None) -> list[Named]:
    """A place, a word of geography or abbreviations of cities in front of 都市圈, 经济带 and the like.

    Args:
        text: the text as read.
        places: where divisions are named.
        own: the division that the plan is for.
    """
    out = []
    starts = {b: a for a, b in reversed(places)}
    for at, end in scan(_head_scanner(), text):
        start = _joined(text, at, starts)
        ends = [at - len(word) for word in words().between if text.endswith(word, 0, at)]
        run = next((found for b in ends if (found := _abbreviations(text, b, own)) is not None), None)
        run = _pair_of_cities(text, at) if run is None else run
        if run is not None and (start is None or run <= start):
            if region_named(text[run:end]) is None:
                out += [(a, b, text[a:b] + text[at:end], "headed") for a, b in _lenders(text, run, own)]
            start = run
        if start is None:
            before = re.split(r"[^\u4e00-\u9fffA-Z0-9]", text[max(0, at - 8) : at])[-1]
            tail = next((word for word in words().between if word and before.endswith(word)), "")
            tail = "" if tail in _ALONG else tail
            core = before.removesuffix(tail)
            name = core[_river_start(core + "圈", _LONGEST + 1) :] if core else ""
            if not _GEOGRAPHIC.match(name) or len(name) < _SHORT:
                reject("regions.no_name", at - len(before), end)
                continue
            start = at - len(tail) - len(name)
            start -= text[start - 1 : start] in _AROUND
        start = next((a for a, b in places if a < start < b), start)  # 杭州城西科创大走廊
        if _is_local(text[at:end], text[start:at]):
            reject("regions.no_name", start, end)
            continue
        if chain := _CHAIN.search(text[max(0, start - _FAR) : start]):
            start -= len(chain[0])
        out.append((start, end, text[start:end], "headed"))
    return out


def _is_local(head: str, name: str) -> bool:
    """Whether an area lies within one city or county: 沿江科创带, 金山湾区."""
    if head == "湾区":
        return any(d.level == "county" for d in gazetteer().named(name))
    if head in _AXES:
        wide = any(d.level in {"province", "prefecture"} for d in gazetteer().named(name))
        return not wide and place_group_named(name) is None
    return head in _BELTS and name in _ALONG


def of_provinces(text: str) -> list[Named]:
    """Areas by a number of provinces: 沿黄九省（区）, 西南五省, 泛珠三角九省区."""
    found = _provinces_counted().finditer(text) if "省" in text else ()
    return [(*match.span(), match[0], "provinces") for match in found]


def _joined(text: str, at: int, starts: dict[int, int]) -> int | None:
    """Where the place or old name starts that stands before a head, words like 生态 between them."""
    for word in words().between:
        end = at - len(word)
        if text.startswith(word, max(0, end)):
            if end in starts:
                start = starts[end]
                while start == end - 1 and start in starts and starts[start] == start - 1:
                    start, end = start - 1, start  # 粤桂黔滇高铁经济带
                return start - (text[start - 1 : start] in _AROUND)
            old = next((name for name in words().old_names if text.endswith(name, 0, end)), "")
            if old:
                return end - len(old)
    return None


def _abbreviations(text: str, end: int, own: Division | None) -> int | None:
    """Where a run of abbreviations of places starts that ends here: 广佛肇清云韶."""
    known = _characters(own.code[:2] if own else "")
    start = end
    while start > max(0, end - _REACH) and text[start - 1] in known:
        start -= 1
    while end - start >= _SHORT and start and _HAN.match(text[start - 1]) and text[start - 1] not in _ENDS_WORD:
        start += 1
    return start if end - start > _SHORT else None


def _pair_of_cities(text: str, at: int) -> int | None:
    """Where two cities of one character each stand in front of a head: 宁杭生态经济带."""
    ends = (at - len(word) for word in words().between if text.startswith(word, max(0, at - len(word))))
    return next((start for end in ends if (start := pair_of_cities(text, end)) is not None), None)


def _lenders(text: str, start: int, own: Division | None) -> list[tuple[int, int]]:
    """The runs of a list that share the head of the last (广深港、广珠澳科技创新走廊)."""
    out = []
    while start and text[start - 1] in "、和与":
        end = start - 1
        before = _abbreviations(text, end, own)
        if before is None:
            break
        out.append((before, end))
        start = before
    return out


@cache
def _head_scanner() -> ahocorasick_rs.AhoCorasick:
    return dictionary(words().heads)


@cache
def _provinces_counted() -> re.Pattern[str]:
    return re.compile(
        f"(?:{either(words().of_provinces)})(?:[一二两三四五六七八九]|十[一二三]?|[1-9][0-9]?)个?省"
        "(?:（(?:自治)?区(?:、?市)?）|[一1]区|、?(?:自治)?区(?![域内间])(?:、?市(?!场))?)?"
    )


@cache
def _characters(province: str) -> frozenset[str]:
    """Characters that abbreviate a province or a city, or that a city of the own province begins with."""
    cities = [d for d in gazetteer().divisions() if d.level in {"province", "prefecture"}]
    own = {d.name[0] for d in cities if province and d.code.startswith(province)}
    return frozenset(own.union(*(d.abbreviations for d in cities)))
