"""Component `industries`: industries, sectors and product lines that a unit develops, attracts or serves."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import ahocorasick_rs
from spacy.language import Language
from spacy.tokens import Doc

from extract.components import Found, around, dictionary, floor_of, inside, mark, marked, passage, scan
from extract.facts import IndustryMention
from extract.industry_lists import (
    before_head,
    dealt_in,
    governed,
    grown,
    headed,
    in_names,
    listed,
    trades_of,
    without_brackets,
)
from extract.industry_objects import pursued, supplied
from extract.industry_words import grammar, words
from extract.partner_extents import Organization
from extract.tracing import reject

_DEVELOPS = re.compile(
    r"发展|培育|壮大|承接|布局|招引|主攻|打造|共建|推进|推动|加快|引进|建设|做强|做大|聚焦|围绕|支持|产业|集群|基地|园|中心|企业|开发|提升|构建|完善|实施|促进|新业态|示范|平台|研发|项目|工程|优势|体系|水平|能源|利用|市场|转型|种植|贸易|加工|竞争力|服务|依托|领域|出口|业态|赛道|招引|配套|交易额|中试|攻关|投产|满产"
)
_MADE = re.compile(
    r"(?:(?:[、和与及]|以及)(?![\u4e00-\u9fff]{0,6}(?:融合|应用|赋能))[\u4e00-\u9fffA-Z0-9]{2,8}){0,8}等?"
    r"(?:前沿|新兴|核心|关键|领域|行业|重点|未来|数字|高新|高端|顶尖|复合型|龙头|骨干|行业应用|技术|(?:的)?研究和)*"
    r"(?:学院|担保|产业|企业|人才|集群|制造业|基金|研发平台|基地|园区|(?:创新|高质量)?发展(?![^，。；]{0,6}(?:融合|场景))"
    r"|[、等]?[^，。；]{0,8}研发平台)"
)
_USED = re.compile("[^，。；\n]{0,40}?(?:[中上]|领域|方面|场景|行业|等)的?(?:规模化|示范|推广|广泛)?(?:应用|使用|运用)")
_CULTURE = re.compile("(?:、[^，。；、]{1,8})*(?:推广|资源|内涵|遗产|传承|传播|交流|素养)")
_HEAD, _LONGEST_FIRST = 2, 5
_BEFORE_HEAD = re.compile("产业(?![城带园]|基地)")
_CHANCE = re.compile("机遇|抵押|质押")


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
    companies = [run for o in organizations if o.kind == "company" for run in o.runs]
    found: dict[str, list[tuple[int, int]]] = {}
    rules: dict[str, str] = {}
    for start, end, rule in _mentions(text, doc.user_data.get("places", [])):
        if inside(start, skip) or (inside(start, companies) and inside(end - 1, companies)):
            reject("industries.in_name", start, end)
        else:
            found.setdefault(text[start:end], []).append((start, end))
            rules.setdefault(text[start:end], rule)
    found = {n: spans for n, spans in found.items() if not _in_longer(n, spans, found, text)}
    mark(doc, "industries", (span for spans in found.values() for span in spans))
    for name, spans in found.items():
        here.facts.append(
            IndustryMention(
                unit=here.unit.id, rule=f"industries.{rules[name]}", as_written=name, evidence=here.evidence(*spans)
            )
        )
    return doc


def _in_longer(name: str, spans: list[tuple[int, int]], found: Iterable[str], text: str) -> bool:
    """Whether a name is but a part of another one that the unit names; one before 产业 stands for itself."""
    if any(_BEFORE_HEAD.match(text, end) for _, end in spans):
        return False
    weak = name in words().weak
    return any(other != name and (other.startswith(name) or (weak and other.endswith(name))) for other in found)


def _mentions(text: str, places: Sequence[Found]) -> Iterator[tuple[int, int, str]]:
    """What names an industry, and by which rule; of runs that overlap the first and longest counts."""
    spans: dict[tuple[int, int], str] = {}
    masked, trades = without_brackets(text), trades_of(text)
    for rule, found in (
        ("headed", headed(text)),
        ("sector", _sectors(text)),
        ("technology", _technologies(text)),
        ("before_head", before_head(text, places)),
        ("listed", listed(text, masked, places)),
        ("governed", governed(text, masked)),
        ("grown", grown(text, places)),
        ("pursued", pursued(text, masked, places)),
        ("supplied", supplied(text, masked, places)),
        ("dealt_in", dealt_in(text, trades)),
        ("in_name", in_names(text, trades)),
    ):
        for span in found:
            spans.setdefault(span, rule)
    last = 0
    for (start, end), rule in sorted(spans.items(), key=lambda one: (one[0][0], -one[0][1])):
        kind = start == last > 0 and text.startswith("先进制造业", start)  # 智能家电先进制造业集群
        if (
            end > last
            and not kind
            and not (text.startswith("商贸城", end - 2))
            and (rule == "headed" or _developed(text, start, end))
        ):
            yield start, end, rule
        last = max(last, end)


def _sectors(text: str) -> Iterator[tuple[int, int]]:
    """Sectors with their modifiers; where two share a head, both together (动力及储能电池)."""
    for match in grammar().finditer(text):
        start, end = match.span()
        shared = text[end - _HEAD : end]
        if start > _HEAD and text[start - 1] in "及和与":
            for first in range(start - 1 - _HEAD, max(start - _LONGEST_FIRST, 0) - 1, -1):
                one = text[first : start - 1]
                if one + shared in words().names and one not in words().names:
                    yield first, end
        yield start, end


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


def _developed(text: str, start: int, end: int) -> bool:
    """The sentence is about making or attracting something; a word inside a longer name of another thing is none."""
    used = not text.startswith("产业", end) and words().tools.search(text[max(0, start - 20) : start])
    applied = "在" in text[floor_of(text, start, "，。；\n") : start] and _USED.match(text, end)
    if used or applied or text.startswith(("接", "圈"), end):
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
