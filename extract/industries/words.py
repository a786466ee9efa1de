"""The word lists of industries, of the classifications of statistics and of trades; the grammar of a sector's name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import ahocorasick_rs

from extract.components import dictionary
from extract.word_lists import Endings, either, opening, tree, word_lists

_SCALE = "(?:标准化|规模化|集约化|高标准|现代化|优质|绿色|有机|生态|[万千]亩|核心|特色|专业|商品|示范|种植|养殖|繁育)*"
_DEEDS = ("油气开发", "旅游开发", "资源开发", "保障", "供应", "孵化", "储备", "维护", "服务")  # 维修保障
_SERVED = "(?<!服务(?=机构|体系|站|点|项目|纳入|一体化|能力|功能|标准|商|模式|队伍|网络))"


@dataclass(frozen=True, slots=True)
class Words:
    """The word lists of `industries.toml`, `industry_classes.toml` and `trades.toml`.

    Attributes:
        trades: what is an industry in a list of industries and in the name of a park.
        governed: what is one in a list of industries and where 发展 and the like govern it.
        members: these, and what is one in a list of industries alone.
    """

    sectors: tuple[str, ...]
    technologies: tuple[str, ...]
    weak: tuple[str, ...]
    weak_before: tuple[str, ...]
    no_industry: frozenset[str]
    heads: tuple[str, ...]
    not_inside: tuple[str, ...]
    services: tuple[str, ...]
    public: tuple[str, ...]
    sums: frozenset[str]
    steps: tuple[str, ...]
    zones: frozenset[str]
    morphemes: Endings
    modifiers: tuple[str, ...]
    products: tuple[str, ...]
    activities: tuple[str, ...]
    grows: tuple[str, ...]
    parts: tuple[str, ...]
    part: re.Pattern[str]
    leisure: tuple[str, ...]
    leisure_ends: tuple[str, ...]
    scale: re.Pattern[str]
    tools: re.Pattern[str]
    trades: frozenset[str]
    governed: frozenset[str]
    members: frozenset[str]
    of_their_own: frozenset[str]
    names: frozenset[str]
    facilities: re.Pattern[str]
    qualities: re.Pattern[str]
    list_verbs: re.Pattern[str]
    dealings: re.Pattern[str]
    worked: re.Pattern[str]
    pursues: frozenset[str]
    narrow: frozenset[str]
    governors: frozenset[str]
    no_goods: Endings
    networks: frozenset[str]
    not_governing: frozenset[str]


@cache
def words() -> Words:
    """The word lists, read once."""
    table, more = word_lists("industries"), word_lists("trades")
    others = {"facilities", "qualities", "list_verbs", "dealings", "worked"}
    others |= {"no_goods", "narrow", "pursues", "networks", "not_governing", "governing"}
    trades = {word for name, listed in more.items() if name not in others for word in listed}
    classes = word_lists("industry_classes")
    compounds = {prefix + head for head, prefixes in classes["compounds"].items() for prefix in prefixes}
    named = {word for listed in classes.values() for word in listed.get("named", ())} | compounds
    governed = {word for listed in classes.values() for word in listed.get("governed", ())}
    members = governed | {word for listed in classes.values() for word in listed.get("in_lists", ())}
    trades |= {word for listed in classes.values() for word in listed.get("in_frames", ())}
    sectors = tuple(dict.fromkeys((*table["sectors"], *sorted(named - set(table["no_industry"])))))
    return Words(
        sectors=sectors,
        technologies=tuple(table["technologies"]),
        weak=tuple(table["weak"]),
        weak_before=tuple(table["weak_before"]),
        no_industry=frozenset(table["no_industry"]),
        heads=tuple(sorted(table["heads"], key=len, reverse=True)),
        not_inside=tuple(table["not_inside"]),
        services=tuple(table["services"]),
        public=tuple(table["public"]),
        sums=frozenset(table["sums"]),
        steps=tuple(table["steps"]),
        zones=frozenset(table["zones"]),
        morphemes=Endings(table["morphemes"]),
        modifiers=tuple(table["modifiers"]),
        products=tuple(table["products"]),
        activities=tuple(table["activities"]),
        grows=tuple(table["grows"]),
        parts=tuple(table["parts"]),
        part=re.compile(either(table["parts"])),
        leisure=tuple(table["leisure"]),
        leisure_ends=tuple(table["leisure_ends"]),
        scale=re.compile(table["scale"]),
        tools=re.compile(
            rf"(?:{'|'.join(table['tools'])})(?!、)(?:(?!发展|培育|壮大|打造|做强|赋能|助力|支撑|建设|开发|推进|推动|引进|加快|支持|促进|布局|招引|承接|集聚)[^，。；])*$"
        ),
        trades=frozenset(trades),
        governed=frozenset(governed),
        of_their_own=frozenset(members | set(table["no_industry"])),
        members=frozenset(members - trades),
        names=frozenset(trades | set(sectors)),
        facilities=re.compile(f"{_SCALE}(?:{either(more['facilities'])})(?![动来头领市乡镇区林艺丁状])"),
        qualities=re.compile(f"(?:{either(more['qualities'])})*"),
        list_verbs=re.compile(opening(more["list_verbs"]) + f"(?:{either(more['list_verbs'])})"),
        dealings=re.compile(
            opening(more["dealings"], ("等",)) + f"(?:等(?:[^，。；、]{{0,6}}产品)?)?(?:{either(more['dealings'])})"
        ),
        worked=re.compile(f"(?:{either(more['worked'])})(?=业|基地|园|规模|企业|项目|带|区|示范|小区|。|$)"),
        pursues=frozenset(more["pursues"]),
        narrow=frozenset(more["narrow"]),
        governors=frozenset(more["list_verbs"]),
        no_goods=Endings(more["no_goods"]),
        networks=frozenset(more["networks"]),
        not_governing=frozenset(more["not_governing"]),
    )


@cache
def grammar() -> re.Pattern[str]:
    """A sector with its modifiers and what is done, or goods and what is done with them."""
    known = words()
    modifier, goods = (f"(?:{opening(listed)}(?:{either(listed)}))" for listed in (known.modifiers, known.products))
    modifiers, done = f"{modifier}{{0,4}}", f"(?<!电商)(?:{either(known.activities)}){_SERVED}"
    sector = f"{opening(known.sectors)}(?:{tree(known.sectors)})"
    whole_words = "(?<!公共)(?<!人工)(?<!泉)(?!(?<=国)家电)(?!(?<=[油白红绿黑黄青花果富])茶产业)"
    sectors = f"{whole_words}{sector}(?:{either(known.parts)})*"
    leisure = f"(?:{either(known.leisure)}){{1,4}}(?:{either(known.leisure_ends)})"
    whole = f"(?!新型农业|设施能源)(?<!中国){modifier}{{1,4}}(?:农业(?:装备)?|能源)"
    weak = f"(?:(?<![泉用料])(?!教育基地)(?:{either(known.weak)}))(?={either(known.weak_before)})"
    weak += "|(?:旅游|文旅)(?=合作|圈|开发|一体化|协作|廊道|走廊|环线)"
    first = opening(known.modifiers, known.leisure, known.sectors, known.products, known.weak)
    return re.compile(
        f"{first}(?:{modifiers}(?:{leisure}|{sectors}(?:{done})*|{goods}(?:[与及和]{goods})*(?:{done})+)|{whole}|{weak})"
    )


@cache
def opening_scanner() -> ahocorasick_rs.AhoCorasick:
    """A scanner of all words that a match of the grammar begins with, also of those inside each other."""
    known = words()
    firsts = {*known.modifiers, *known.leisure, *known.sectors, *known.products, *known.weak}
    return ahocorasick_rs.AhoCorasick(sorted(firsts))


def grammar_matches(text: str) -> Iterator[re.Match[str]]:
    """The matches of the grammar in a text, as a search finds them; only places where one can begin are tried."""
    pattern, last = grammar(), 0
    found = opening_scanner().find_matches_as_indexes(text, overlapping=True)
    for start in sorted({start for _, start, _ in found}):
        if start >= last and (match := pattern.match(text, start)):
            yield match
            last = match.end()


@cache
def trade_scanner() -> ahocorasick_rs.AhoCorasick:
    """A scanner of the trades."""
    return dictionary(words().trades)


@cache
def pursuit_scanner() -> ahocorasick_rs.AhoCorasick:
    """A scanner of the verbs whose object, where it is a list of goods, is an industry."""
    return dictionary(words().pursues | words().narrow)


@cache
def governor_scanner() -> ahocorasick_rs.AhoCorasick:
    """A scanner of the verbs of which a list of industries is the object."""
    return dictionary(words().governors)


def governs(text: str, start: int = 0, end: int | None = None) -> bool:
    """Whether a word stands there that governs a name and never begins one; at the end of a name some name a deed."""
    end = len(text) if end is None else end
    return any(stop < end or not text.endswith(_DEEDS, start, end) for stop in governed_ends(text, start, end))


def governed_ends(text: str, start: int, end: int) -> Iterator[int]:
    """Where the words end that govern a name and never begin one; those that are part of a name are none."""
    parts_of_names = words().not_governing
    for match in _governing().finditer(text, start, end):
        if match[0] not in parts_of_names:
            yield match.end()


@cache
def _governing() -> re.Pattern[str]:
    listed = {word for words_of in word_lists("governing").values() for word in words_of}
    listed |= set(word_lists("trades")["governing"])
    return re.compile(tree(listed | words().not_governing))
