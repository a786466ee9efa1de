"""Component `regions`: named areas above the local level that are no divisions (长三角, 皖北, 沱河流域)."""

import re
from functools import cache

import ahocorasick_rs
from spacy.language import Language
from spacy.tokens import Doc

from extract.components import Passage, dictionary, inside, mark, marked, passage, scan
from extract.facts import Entity, RegionMention
from extract.partners.words import known_names
from extract.places.printed import own_compounds
from extract.regions.frames import bordering, parts_of_country, wilds
from extract.regions.heads import ABBREVIATIONS, Named, basins, headed, of_provinces, words
from extract.regions.shared import lent_heads
from extract.tracing import reject
from extract.word_lists import either
from gazetteer.divisions import COUNTRY, Division, gazetteer
from gazetteer.regions import region_named, regions

_REACH = re.compile(
    r"(?:长江|黄河|珠江|淮河|松花江|赣江|湘江|汉江|渭河|西江|嘉陵江|金沙江)(?:上中|中上|中下|上|中|下)游"
)
_DIRECTION = re.compile(
    rf"(?<![\u4e00-\u9fff]江)(?!京东|沪东中华)(?P<of>[{ABBREVIATIONS}]{{1,2}})(?:东西北|东北|西北|东南|西南|中南|[东西南北中])(?![省市县州方京沙宫岛湖河山港东西南北]|关村|出西进|出北进|进东出|下北上|区(?!域))"
)
_PART = re.compile("(?:东北|西北|东南|西南|中西|中东|[东西南北中])部(?!战区|大学)|沿海(?=地区|经济带)")
_PART_OF_AREA = re.compile(r"(?:成渝|川渝|长三角|珠三角|京津冀)(?:地区)?[东西南北中]部(?!战区)")
_SIDE = re.compile(f"[{ABBREVIATIONS}][东西南北中]")  # quickly told, unlike what stands around it
_SHORT = 2
_LISTED = ("、", "和", "与", "及")
_SIDES = ("东", "西", "南", "北", "中")
_OF_FIRMS = ("银行", "集团", "港集团", "控股")
_FAIRS = ("国家博览会", "博览会", "经贸博览会")


@Language.component("regions")
def region_mentions(doc: Doc) -> Doc:
    """Emit a mention of each region that the unit's body names, under the name that stands for its variants."""
    here = passage(doc)
    text = here.unit.text
    skip = marked(doc, "clauses")
    found: list[Named] = []
    places = marked(doc, "places")
    whole = known_names(here)
    own = here.profile.own
    directions, heads = _directions(text, places), headed(text, places, own)
    counted = of_provinces(text)
    longer = {a: b for a, b, *_ in directions} | {a: b for a, b, name, _ in heads if _DIRECTION.match(name)}
    named_whole = [*counted, *wilds(text)]
    longest = {a: b for a, b, *_ in named_whole}
    for start, end in scan(_scanner(), text):
        if (end < longer.get(start, 0) and end - start == _SHORT) or end <= longest.get(start, 0):
            continue  # 浙西 in 浙西南, 浙中 in 浙中城市群, 东北三省
        split = any(a < start < b < end or start < a < end < b or (start, end) == (a, b) for a, b in places)
        if split or _cut_out(text, start, end, own, places) or any(a <= start and end <= b for a, b in whole):
            reject("regions.part_of_name", start, end)
        else:
            found.append((start, end, _name(text[start:end], text, own), "dictionary"))
    found += _in_compounds(here)
    taken = [(start, end) for start, end, *_ in found]
    for start, end, name, rule in [
        *named_whole,
        *bordering(text),
        *parts_of_country(text, places, own),
        *basins(text),
        *heads,
        *directions,
        *_reaches(text),
        *_parts(text, places),
    ]:
        if not any(a < end and start < b for a, b in taken):
            found.append((start, end, name, rule))
            taken.append((start, end))
    if lent := lent_heads(text, found, places):
        found = [one for one in found if not any(a <= one[0] and one[1] <= b for a, b, *_ in lent)]
        found += [(a, b, _name(name, text, own), rule) for a, b, name, rule in lent]
    found = [_around(text, *one) for one in found]
    for start, end, *_ in found:
        if inside(start, skip):
            reject("regions.in_clause", start, end)
    found = sorted(f for f in found if not inside(f[0], skip))
    mark(doc, "regions", ((start, end) for start, end, *_ in found))
    doc.user_data["regions"] = found
    for start, end, name, rule in found:
        here.facts.append(
            RegionMention(
                unit=here.unit.id,
                rule=f"regions.{rule}",
                as_written=text[start:end],
                evidence=here.evidence((start, end)),
                region=Entity("region", name),
            )
        )
    return doc


def _cut_out(text: str, start: int, end: int, own: Division | None, places: list[tuple[int, int]]) -> bool:
    """Whether a name that is listed is none here."""
    name = text[start:end]
    return (
        _ends_word(text, start, end)
        or _elsewhere(text, end, name, own)
        or _of_works(text, end, name)
        or (name in words().divided and any(b == start for _, b in places))  # 吉林中西部
        or (name in words().abroad and _of_fairs(text, start, end, places))
    )


def _ends_word(text: str, start: int, end: int) -> bool:
    """The end or the beginning of a longer word: 浙中 in 沪苏浙中医药, 珠三角 in 泛珠三角."""
    before, name, after = text[start - 1 : start], text[start:end], text[end : end + 1]
    joined = (before and before in words().before.get(name, "")) or (after and after in words().after.get(name, ""))
    return bool(joined) or before == "泛" or (end - start == _SHORT and before in set(ABBREVIATIONS))


def _elsewhere(text: str, end: int, name: str, own: Division | None) -> bool:
    """A name that the plan's province has for something else, or that counts at home only in front of any word."""
    if own is not None and name in words().besides and own.code.startswith(words().besides[name]):
        return True
    home = name in words().at_home and _at_home(own, words().at_home[name])
    return not home and name in words().only_before and not text.startswith(words().only_before[name], end)


def _of_works(text: str, end: int, name: str) -> bool:
    """Part of the name of a firm, a work, a branch or a park: 广西北部湾银行, 华东分公司, 祁连山国家公园."""
    if text.startswith(_OF_FIRMS, end) or (len(name) == _SHORT and text.startswith(words().of_names, end)):
        return True
    if name in words().of_branches and _branch().match(text, end):
        return True
    return any(word in text for word in words().parks) and _park().match(text, end) is not None


def _of_fairs(text: str, start: int, end: int, places: list[tuple[int, int]]) -> bool:
    """An area of the world in the name of a fair or a work: 中国—中东欧国家博览会, 大连东北亚国际航运中心."""
    led = text.endswith("中国—", 0, start) or any(b == start for _, b in places)
    return led or text.startswith(_FAIRS, end)


def _around(text: str, start: int, end: int, name: str, rule: str) -> Named:
    """An area with what lies around it: 京津冀及周边地区."""
    around = next((word for word in words().around if text.startswith(word, end)), "")
    return start, end + len(around), name + around, rule


def _name(written: str, text: str, own: Division | None) -> str:
    """The name that stands for all variants of an area, or that which is written."""
    region = region_named(written)
    if region is None:
        return written
    home = written in words().at_home and _at_home(own, words().at_home[written])
    whole = written in words().besides and (home or region.name in text)
    return written if written in words().as_written and not whole else region.name


@cache
def _scanner() -> ahocorasick_rs.AhoCorasick:
    return dictionary(alias for region in regions().values() for alias in (region.name, *region.aliases))


def _at_home(own: Division | None, provinces: tuple[str, ...]) -> bool:
    """Whether the plan is one of the whole country or of a province that an area holds, by the digits of its code."""
    return own is not None and (own.code == COUNTRY or own.code.startswith(provinces))


@cache
def _park() -> re.Pattern[str]:
    return re.compile(f"(?:、[\u4e00-\u9fff]{{2,10}})*(?:{either(words().parks)})")


@cache
def _branch() -> re.Pattern[str]:
    return re.compile(f"[\u4e00-\u9fff]{{0,4}}(?:{either(words().branches)})")


def _in_compounds(here: Passage) -> list[Named]:
    """The areas that a character stands for in a compound of the own city and others (京雄保)."""
    text = here.unit.text
    out = []
    for run in own_compounds(here.profile):
        for character, name in words().characters.items():
            if character in run and run in text:
                starts = (match.start() + run.index(character) for match in re.finditer(run, text))
                out += [(at, at + 1, name, "compound") for at in starts]
    return out


def _directions(text: str, places: list[tuple[int, int]]) -> list[Named]:
    """A province's abbreviation and a direction (皖北, 鲁西南, 川渝东北), where they are no division's name (黔南)."""
    names = [(a, b) for a, b in places if b - a > 1]
    out = []
    for match in _DIRECTION.finditer(text) if _SIDE.search(text) else ():
        start, end = match.span()
        behind = text[start - 1 : start] in set(ABBREVIATIONS)
        named = gazetteer().named(match[0]) or f"{match[0]}区" in gazetteer().earlier_names()
        paired = start >= _SHORT and text[start - _SHORT] == text[start] and (start, end) not in places  # 湘南湘西
        paired = paired or _has_sister(text, start, end)
        shown = len(match[0]) > _SHORT and gazetteer().named(text[start : start + _SHORT])  # 陕西北人
        if (
            (named and not paired)
            or behind
            or text.startswith(words().of_names, end)
            or shown
            or match["of"] == "京"
            or (len(match["of"]) > 1 and (match[0][-1] == "中" or text.startswith("部", end)))  # 服务京津中加快发展
            or any(a < start < b for a, b in names)
        ):
            reject("regions.division", start, end)
            continue
        out.append((start, end, match[0], "direction"))
    return out


def _has_sister(text: str, start: int, end: int) -> bool:
    """Whether another direction of the same province stands beside one in a list: 湘中、湘西."""
    before = text[start - 1 : start] in _LISTED and text[max(0, start - 3) : start - 2] == text[start]
    after = text[end : end + 1] in _LISTED and text[end + 1 : end + 2] == text[start]
    return (before and text[start - 2] in _SIDES) or (after and text[end + 2 : end + 3] in _SIDES)


def _parts(text: str, places: list[tuple[int, int]]) -> list[Named]:
    """A part of a province or an area by its name: 内蒙古东部, 江苏沿海地区, 成渝中部; not of a city (合肥北部)."""
    out: list[Named] = [(*m.span(), m[0], "direction") for m in _PART_OF_AREA.finditer(text)] if "部" in text else []
    for start, end in places:
        match = _PART.match(text, end) if end - start > 1 else None
        if match and any(d.level == "province" for d in gazetteer().named(text[start:end])):
            out.append((start, match.end(), text[start : match.end()], "direction"))
    return out


def _reaches(text: str) -> list[Named]:
    """A stretch of a great river (长江中下游地区)."""
    found = (match for match in _REACH.finditer(text) if not text.startswith(words().of_reaches, match.end()))
    return [(*match.span(), match[0], "reach") for match in found]
