"""Component `industries`: industries, sectors and product lines that a unit develops, attracts or serves."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import ahocorasick_rs
from spacy.language import Language
from spacy.tokens import Doc

from extract.brackets import split
from extract.components import Found, around, dictionary, inside, mark, marked, passage, scan
from extract.facts import IndustryMention
from extract.partners import Organization
from extract.project_words import leading_word
from extract.tracing import reject
from extract.word_lists import either, opening, word_lists
from gazetteer.regions import regions

_DEVELOPS = re.compile(
    r"发展|培育|壮大|承接|打造|推进|推动|加快|引进|建设|做强|做大|聚焦|围绕|支持|产业|集群|基地|园|中心|企业|开发|提升|构建|完善|实施|促进|新业态|示范|平台|研发|项目|工程|优势|体系|水平|能源|利用|市场|转型|种植|贸易|加工|竞争力|服务|依托|领域"
)
_MADE = re.compile(
    r"(?:(?:[、和与及]|以及)(?![\u4e00-\u9fff]{0,6}(?:融合|应用|赋能))[\u4e00-\u9fffA-Z0-9]{2,8}){0,8}等?"
    r"(?:前沿|新兴|核心|关键|领域|行业|重点|未来|数字|高新|高端|顶尖|复合型|龙头|骨干|行业应用|技术|(?:的)?研究和)*"
    r"(?:学院|担保|产业|企业|人才|集群|制造业|基金|研发平台|基地|园区|(?:创新|高质量)?发展(?![^，。；]{0,6}(?:融合|场景))"
    r"|[、等]?[^，。；]{0,8}研发平台)"
)
_LIST_END = re.compile(
    "等(?:[^，。；、（）]{0,8}?)(?:产业|行业|业态)(?!化)|产业集群|产业(?!化|引进|转移|合作|对接|政策|项目)|行业"
)
_ODD = re.compile(r"\d|一二三|转移|[“”的]")
_MEMBERS = 2
_REACH = 60
_SCOPE = re.compile("长三角(?:区域|地区)?|区域|全国|国家级?|省级|市级|[我全][国省市县区]")
_SERVED = "(?<!服务(?=机构|体系|项目|纳入|一体化|能力|标准|商|模式|队伍|网络))"
_GROWN = re.compile("发展|培育|壮大|做强|做大|做优")
_NO_NAME_END = ("化", "人", "人才", "者", "组织", "机构", "体系", "平台", "模式", "主体")
_CULTURE = re.compile("(?:、[^，。；、]{1,8})*(?:推广|资源|内涵|遗产|传承|传播|交流|素养)")
_CHANCE = re.compile("机遇|抵押|质押")
_SHORTEST, _LONGEST = 2, 10


@dataclass(frozen=True, slots=True)
class Words:
    """The word lists of `industries.toml`."""

    sectors: tuple[str, ...]
    technologies: tuple[str, ...]
    weak: tuple[str, ...]
    weak_before: tuple[str, ...]
    no_industry: frozenset[str]
    heads: tuple[str, ...]
    not_inside: tuple[str, ...]
    morphemes: tuple[str, ...]
    modifiers: tuple[str, ...]
    products: tuple[str, ...]
    activities: tuple[str, ...]
    grows: tuple[str, ...]
    parts: tuple[str, ...]
    leisure: tuple[str, ...]
    leisure_ends: tuple[str, ...]
    scale: re.Pattern[str]
    tools: re.Pattern[str]


@cache
def words() -> Words:
    """The word lists, read once."""
    table = word_lists("industries")
    return Words(
        sectors=tuple(table["sectors"]),
        technologies=tuple(table["technologies"]),
        weak=tuple(table["weak"]),
        weak_before=tuple(table["weak_before"]),
        no_industry=frozenset(table["no_industry"]),
        heads=tuple(sorted(table["heads"], key=len, reverse=True)),
        not_inside=tuple(table["not_inside"]),
        morphemes=tuple(table["morphemes"]),
        modifiers=tuple(table["modifiers"]),
        products=tuple(table["products"]),
        activities=tuple(table["activities"]),
        grows=tuple(table["grows"]),
        parts=tuple(table["parts"]),
        leisure=tuple(table["leisure"]),
        leisure_ends=tuple(table["leisure_ends"]),
        scale=re.compile(table["scale"]),
        tools=re.compile(rf"(?:{'|'.join(table['tools'])})[^，。；]*$"),
    )


@Language.component("industries")
def industries(doc: Doc) -> Doc:
    """Emit a mention of each industry that the unit names; the longest name counts where one holds another."""
    here = passage(doc)
    text = here.unit.text
    skip = [*marked(doc, "clauses"), *marked(doc, "policies")]
    organizations: list[Organization] = doc.user_data.get("partners", [])
    skip += [
        run
        for o in organizations
        if o.kind in ("alliance", "association", "event", "government", "platform")
        for run in o.runs
    ]
    found: dict[str, list[tuple[int, int]]] = {}
    rules: dict[str, str] = {}
    for start, end, rule in _mentions(text, doc.user_data.get("places", [])):
        if inside(start, skip):
            reject("industries.in_name", start, end)
        else:
            found.setdefault(text[start:end], []).append((start, end))
            rules.setdefault(text[start:end], rule)
    found = {n: spans for n, spans in found.items() if not any(other != n and other.startswith(n) for other in found)}
    mark(doc, "industries", (span for spans in found.values() for span in spans))
    for name, spans in found.items():
        here.facts.append(
            IndustryMention(
                unit=here.unit.id, rule=f"industries.{rules[name]}", as_written=name, evidence=here.evidence(*spans)
            )
        )
    return doc


def _mentions(text: str, places: Sequence[Found]) -> Iterator[tuple[int, int, str]]:
    """What names an industry, and by which rule; of runs that overlap the first and longest counts."""
    spans: dict[tuple[int, int], str] = {}
    for rule, found in (
        ("sector", (match.span() for match in _grammar().finditer(text))),
        ("technology", _technologies(text)),
        ("before_head", _before_head(text, places)),
        ("listed", _listed(text, places)),
        ("grown", _grown(text, places)),
    ):
        for span in found:
            spans.setdefault(span, rule)
    last = 0
    for (start, end), rule in sorted(spans.items(), key=lambda one: (one[0][0], -one[0][1])):
        if end > last and _developed(text, start, end):
            yield start, end, rule
        last = max(last, end)


@cache
def _grammar() -> re.Pattern[str]:
    """A sector with its modifiers and what is done, or goods and what is done with them."""
    known = words()
    modifiers = f"(?:{either(known.modifiers)}){{0,4}}"
    goods, done = f"(?:{either(known.products)})", f"(?<!电商)(?:{either(known.activities)}){_SERVED}"
    sectors = f"(?<!公共)(?:{either(known.sectors)})(?:{either(known.parts)})*"
    leisure = f"(?:{either(known.leisure)}){{1,4}}(?:{either(known.leisure_ends)})"
    whole = f"(?!新型农业)(?<!中国)(?:{either(known.modifiers)}){{1,4}}(?:农业(?:装备)?|能源)"
    weak = f"(?:{either(known.weak)})(?={either(known.weak_before)})"
    first = opening(known.modifiers, known.leisure, known.sectors, known.products, known.weak)
    return re.compile(
        f"{first}(?:{modifiers}(?:{leisure}|{sectors}(?:{done})*|{goods}(?:[与及和]{goods})*(?:{done})+)|{whole}|{weak})"
    )


def _technologies(text: str) -> Iterator[tuple[int, int]]:
    """Technologies that are made or sold: in front of 产业, 企业 and the like, or what 发展 and 培育 govern."""
    last = 0
    for start, end in scan(_technology_scanner(), text):
        governed = text.endswith(words().grows, 0, start) or (start - 1 == last and text[last] in "、和与及")
        if (governed and text[end : end + 1] in set("、，。；等和与及")) or _MADE.match(text, end):
            yield start, end
            last = end


@cache
def _technology_scanner() -> ahocorasick_rs.AhoCorasick:
    return dictionary(words().technologies)


def _before_head(text: str, places: Sequence[Found]) -> Iterator[tuple[int, int]]:
    """What stands right before 产业 (中医药文化旅游产业), where it says more than the kind of industry."""
    for match in re.finditer("产业集群|全?产业链|产业(?!化)", text):
        floor, _ = around(text, match.start(), match.end(), "，。；：、“”（）《》\n")
        start = _name_start(text, max(floor, match.start() - 12), match.start(), places)
        name = text[start : match.start()]
        if name.endswith(words().morphemes) and not text.startswith(("基金", "扶贫", "工人"), match.end()):
            yield from _named(text, start, match.start())


def _listed(text: str, places: Sequence[Found]) -> Iterator[tuple[int, int]]:
    """The members of a list that 等产业 or 行业 sums up, where one of them is a known sector or ends like one."""
    for match in _LIST_END.finditer(text):
        floor, _ = around(text, match.start(), match.end(), "，。；：（）《》“”\n")
        members: list[tuple[int, int]] = []
        for a, b in split(text[floor : match.start()], "、"):
            if members and scan(_governing(), text[floor + a : floor + b].replace("与", "、").replace("和", "、")):
                members = []
                break
            soft = re.search("以及|(?<!参)[和与及]", text[floor + a : floor + b])
            cuts = [(floor + a, floor + b)]
            if soft and floor + b == match.start() and not _grammar().fullmatch(text, floor + a, floor + b):
                cuts = [(floor + a, floor + a + soft.start()), (floor + a + soft.end(), floor + b)]
            members += [(_name_start(text, x, y, places) if i == 0 else x, y) for i, (x, y) in enumerate(cuts)]
        if len(members) < _MEMBERS:
            continue
        known = [_grammar().fullmatch(text, x, y) or text.endswith(words().morphemes, x, y) for x, y in members]
        if any(known):
            for x, y in members:
                yield from _named(text, x, y)


def _grown(text: str, places: Sequence[Found]) -> Iterator[tuple[int, int]]:
    """The members of a list that 发展 and the like govern, up to the stop, which end like an industry."""
    for match in _GROWN.finditer(text):
        _, stop = around(text, match.start(), match.end(), "，。；：（）《》“”等\n")
        end = min(stop, match.end() + _REACH)
        for a, b in split(text[match.end() : end], "、"):
            first = a == 0
            for part in re.finditer("(?:(?!以及|[和与及]).)+", text[match.end() + a : match.end() + b]):
                x, y = match.end() + a + part.start(), match.end() + a + part.end()
                while first and (word := leading_word(text, x, y)):
                    x += len(word)
                first = False
                x = next((p.end for p in places if p.start == x and p.end < y), x)
                x = words().scale.match(text, x, y).end()  # type: ignore[union-attr]  # it matches nothing, too
                if text.endswith(words().morphemes, x, y) and not scan(_governing(), text[x:y]):
                    yield from _named(text, x, y)


def _name_start(text: str, start: int, end: int, places: Sequence[Found]) -> int:
    """Where the name of an industry starts: behind the last word that governs it, and behind a place."""
    at = max([start, *(b for _, b in scan(_governing(), text[start:end]) for b in (start + b,) if b < end)])
    while word := leading_word(text, at, end):
        at += len(word)
    at = next((p.end for p in places if p.start == at and p.end < end), at)
    region = max((len(name) for name in _regions() if text.startswith(name, at, end)), default=0)
    scope = _SCOPE.match(text, at + region, end)
    at = scope.end() if scope else at + region
    scale = words().scale.match(text, at, end)
    return scale.end() if scale else at


@cache
def _regions() -> frozenset[str]:
    return frozenset(name for region in regions().values() for name in (region.name, *region.aliases))


@cache
def _governing() -> ahocorasick_rs.AhoCorasick:
    return dictionary(word for listed in word_lists("governing").values() for word in listed)


def _named(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    name = text[start:end]
    known = name not in words().no_industry and not name.startswith(("各", "我", "其他", "一批"))
    if _SHORTEST <= len(name) <= _LONGEST and known and not _ODD.search(name) and not name.endswith(_NO_NAME_END):
        yield start, end


def _developed(text: str, start: int, end: int) -> bool:
    """The sentence is about making or attracting something; a word inside a longer name of another thing is none."""
    used = not text.startswith("产业", end) and words().tools.search(text[max(0, start - 20) : start])
    if used or text.startswith(("接", "圈"), end):
        reject("industries.tool", start, end)
        return False
    served = text.endswith("服务", start, end) and not text.endswith("社会化服务", start, end)
    heritage = text.endswith("文化", start, end) and _CULTURE.match(text, end)
    if text.startswith(words().not_inside, end) or (served and text.startswith("组织", end)) or heritage:
        reject("industries.in_name", start, end)
        return False
    if _CHANCE.search(text, *around(text, start, end, "，。；\n")) or text.startswith(
        ("发展）领导小组", "）领导小组"), end
    ):
        reject("industries.not_developed", start, end)
        return False
    develops = _DEVELOPS.search(text, *around(text, start, end, "。\n")) is not None
    if not develops:
        reject("industries.not_developed", start, end)
    return develops
