"""Component `industries`: industries, sectors and product lines that a unit develops, attracts or serves."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from extract.components import Found, around, inside, mark, marked, passage
from extract.facts import IndustryMention
from extract.partners import Organization
from extract.project_words import leading_word
from extract.tracing import reject
from extract.word_lists import word_lists

_DEVELOPS = re.compile(
    r"发展|培育|壮大|承接|打造|推进|推动|加快|引进|建设|做强|做大|聚焦|围绕|支持|产业|集群|基地|园|中心|企业|开发|提升|构建|完善|实施|促进|新业态|示范|平台|研发|项目|工程|优势|体系|水平|能源|利用|市场|转型|种植|贸易|加工|竞争力|服务|依托|领域"
)
_STARTS = re.compile(
    r".*(?:发展|培育|壮大|承接|打造|推进|推动|加快|引进|建设|做强|做大|聚焦|围绕|支持|促进|提升|构建|完善|延伸|重点|积极|等|的|和|与|及|对|为|以|将|从|在|向|由|全|大)"
)
_SHORTEST, _LONGEST = 2, 10


@dataclass(frozen=True, slots=True)
class Words:
    """The word lists of `industries.toml`."""

    sectors: tuple[str, ...]
    no_industry: frozenset[str]
    heads: tuple[str, ...]
    not_inside: tuple[str, ...]
    morphemes: tuple[str, ...]
    modifiers: tuple[str, ...]
    products: tuple[str, ...]
    activities: tuple[str, ...]
    tools: re.Pattern[str]


@cache
def words() -> Words:
    """The word lists, read once."""
    table = word_lists("industries")
    return Words(
        sectors=tuple(table["sectors"]),
        no_industry=frozenset(table["no_industry"]),
        heads=tuple(sorted(table["heads"], key=len, reverse=True)),
        not_inside=tuple(table["not_inside"]),
        morphemes=tuple(table["morphemes"]),
        modifiers=tuple(table["modifiers"]),
        products=tuple(table["products"]),
        activities=tuple(table["activities"]),
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
    for start, end in _mentions(text, doc.user_data.get("places", [])):
        if inside(start, skip):
            reject("industries.in_name", start, end)
        else:
            found.setdefault(text[start:end], []).append((start, end))
    found = {n: spans for n, spans in found.items() if not any(other != n and other.startswith(n) for other in found)}
    mark(doc, "industries", (span for spans in found.values() for span in spans))
    for name, spans in found.items():
        here.facts.append(
            IndustryMention(
                unit=here.unit.id, rule="industries.sector", as_written=name, evidence=here.evidence(*spans)
            )
        )
    return doc


def _mentions(text: str, places: Sequence[Found]) -> Iterator[tuple[int, int]]:
    spans = {*(match.span() for match in _grammar().finditer(text)), *_before_head(text, places)}
    last = 0
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if end > last and _developed(text, start, end):
            yield start, end
        last = max(last, end)


@cache
def _grammar() -> re.Pattern[str]:
    """A sector with its modifiers and what is done, or goods and what is done with them."""
    known = words()
    modifiers = f"(?:{_either(known.modifiers)})*"
    goods, done = f"(?:{_either(known.products)})", f"(?<!电商)(?:{_either(known.activities)})"
    sectors = f"(?:{_either(known.sectors)})"
    whole = f"(?:{_either(known.modifiers)})+(?:农业|能源)"
    return re.compile(f"{modifiers}(?:{sectors}(?:{done})*|{goods}(?:[与及和]{goods})*(?:{done})+)|{whole}")


def _either(names: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


def _before_head(text: str, places: Sequence[Found]) -> Iterator[tuple[int, int]]:
    """What stands right before 产业 (中医药文化旅游产业), where it says more than the kind of industry."""
    for match in re.finditer("产业集群|全?产业链|产业", text):
        floor, _ = around(text, match.start(), match.end(), "，。；：、“”（）《》\n")
        before = text[max(floor, match.start() - 12) : match.start()]
        starts = _STARTS.match(before)
        name = before[starts.end() :] if starts else before
        while word := leading_word(name, 0, len(name)):
            name = name[len(word) :]
        place = next((p for p in places if p.start == match.start() - len(name)), None)
        name = name[place.end - place.start :] if place else name
        if not name.endswith(words().morphemes):
            continue
        known = name not in words().no_industry and not name.startswith(("各", "我"))
        odd = re.search(r"\d|一二三|转移|[“”]", name) or text.startswith(("基金", "扶贫", "工人"), match.end())
        if _SHORTEST <= len(name) <= _LONGEST and known and not odd:
            yield match.start() - len(name), match.start()


def _developed(text: str, start: int, end: int) -> bool:
    """The sentence is about making or attracting something; a word inside a longer name of another thing is none."""
    if words().tools.search(text[max(0, start - 20) : start]) or text.startswith(("接", "圈"), end):
        reject("industries.tool", start, end)
        return False
    if text.startswith(words().not_inside, end):
        reject("industries.in_name", start, end)
        return False
    develops = _DEVELOPS.search(text, *around(text, start, end, "。\n")) is not None
    if not develops:
        reject("industries.not_developed", start, end)
    return develops
