"""Component `regions`: named areas above the local level that are no divisions (长三角, 皖北, 沱河流域)."""

import re
from functools import cache

import ahocorasick_rs
from spacy.language import Language
from spacy.tokens import Doc

from extract.components import Passage, dictionary, inside, mark, marked, overlaps, passage, scan
from extract.facts import Entity, RegionMention
from extract.partners.words import known_names
from extract.places.printed import own_compounds
from extract.regions.heads import Named, basins, headed, of_provinces, words
from extract.tracing import reject
from gazetteer.divisions import gazetteer
from gazetteer.regions import region_named, regions

_ABBREVIATIONS = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔滇陕甘"
_REACH = re.compile(
    r"(?:长江|黄河|珠江|淮河|松花江|赣江|湘江|汉江|渭河|西江|嘉陵江|金沙江)(?:上中|中上|中下|上|中|下)游"
)
_DIRECTION = re.compile(
    rf"(?<![\u4e00-\u9fff]江)(?!京东|沪东中华)(?P<of>[{_ABBREVIATIONS}]{{1,2}})(?:东西北|东北|西北|东南|西南|中南|[东西南北中])(?![省市县州方京沙宫岛湖河山港东西南北]|区(?!域))"
)
_PART = re.compile("(?:东北|西北|东南|西南|中西|中东|[东西南北中])部(?!战区|大学)|沿海(?=地区|经济带)")
_SIDE = re.compile(f"[{_ABBREVIATIONS}][东西南北中]")  # quickly told, unlike what stands around it
_SHORT = 2
_ABROAD = ("东盟", "南亚", "中亚", "中东欧", "中东欧国家", "东北亚", "非洲", "拉美")
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
    longest = {a: b for a, b, *_ in counted}
    for start, end in scan(_scanner(), text):
        if (end < longer.get(start, 0) and end - start == _SHORT) or end <= longest.get(start, 0):
            continue  # 浙西 in 浙西南, 浙中 in 浙中城市群, 东北三省
        split = any(a < start < b < end or start < a < end < b for a, b in places)
        if split or _cut_out(text, start, end) or any(a <= start and end <= b for a, b in whole):
            reject("regions.part_of_name", start, end)
        else:
            found.append((start, end, _name(text[start:end]), "dictionary"))
    found += _tails(here, places, found)
    found += _in_compounds(here)
    taken = [(start, end) for start, end, *_ in found]
    for start, end, name, rule in [
        *counted,
        *basins(text),
        *heads,
        *directions,
        *_reaches(text),
        *_parts(text, places),
    ]:
        if not any(a < end and start < b for a, b in taken):
            found.append((start, end, name, rule))
            taken.append((start, end))
    found = _glued(sorted(found))
    for start, end, *_ in found:
        if inside(start, skip):
            reject("regions.in_clause", start, end)
    found = [f for f in found if not inside(f[0], skip)]
    mark(doc, "regions", ((start, end) for start, end, *_ in found))
    doc.user_data["regions"] = sorted(found)
    for start, end, name, rule in sorted(found):
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


def _cut_out(text: str, start: int, end: int) -> bool:
    """The end of a longer name: 浙中 in 沪苏浙中医药, 珠三角 in 泛珠三角."""
    before, name = text[start - 1 : start], text[start:end]
    if before and before in words().before.get(name, ""):
        return True
    if name in words().only_before and not text.startswith(words().only_before[name], end):
        return True
    if text[end : end + 1] and text[end] in words().after.get(name, ""):
        return True
    if end - start == _SHORT and text.startswith(words().of_names, end):
        return True
    if text.startswith(_OF_FIRMS, end):
        return True  # 广西北部湾银行
    if name in _ABROAD and text.startswith(_FAIRS, end):
        return True  # 中国—中东欧国家博览会
    return before == "泛" or (end - start == _SHORT and before in set(_ABBREVIATIONS))


def _name(written: str) -> str:
    region = None if written in words().as_written else region_named(written)
    return region.name if region else written


@cache
def _scanner() -> ahocorasick_rs.AhoCorasick:
    return dictionary(alias for region in regions().values() for alias in (region.name, *region.aliases))


def _tails(here: Passage, places: list[tuple[int, int]], found: list[Named]) -> list[Named]:
    """The end of a name that the plan has printed whole, for the whole: 大湾区, 双城经济圈."""
    text = here.unit.text
    taken = [*places, *((start, end) for start, end, *_ in found)]
    out = []
    for tail, name in words().tails.items():
        own = here.profile.own
        elsewhere = tail in words().alone and own is not None and not own.code.startswith(words().alone[tail])
        if tail in text and (elsewhere or here.profile.prints(name, text)):
            spans = [match.span() for match in re.finditer(tail, text)]
            free = [(a, b) for a, b in spans if not overlaps(a - 1, b, taken)]
            out += [(a, b, name, "dictionary") for a, b in free]
    return out


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
        behind = text[start - 1 : start] in set(_ABBREVIATIONS)
        shown = len(match[0]) > _SHORT and gazetteer().named(text[start : start + _SHORT])  # 陕西北人
        if (
            gazetteer().named(match[0])
            or behind
            or text.startswith(words().of_names, end)
            or shown
            or match["of"] == "京"
            or any(a < start < b for a, b in names)
        ):
            reject("regions.division", start, end)
            continue
        out.append((start, end, match[0], "direction"))
    return out


def _parts(text: str, places: list[tuple[int, int]]) -> list[Named]:
    """A part of a province by its name: 内蒙古东部, 江苏沿海地区; not of a city (合肥北部)."""
    out = []
    for start, end in places:
        match = _PART.match(text, end) if end - start > 1 else None
        if match and any(d.level == "province" for d in gazetteer().named(text[start:end])):
            out.append((start, match.end(), text[start : match.end()], "direction"))
    return out


def _glued(found: list[Named]) -> list[Named]:
    """Two parts of provinces written as one word are one area: 川南渝西."""
    out: list[Named] = []
    for start, end, name, rule in found:
        last = out[-1] if out else None
        if (
            last is not None
            and last[1] == start
            and len(name) == len(last[2]) == end - start == _SHORT
            and name[0] != last[2][0]
        ):
            out[-1] = (last[0], end, last[2] + name, "direction")
        else:
            out.append((start, end, name, rule))
    return out


def _reaches(text: str) -> list[Named]:
    """A stretch of a great river (长江中下游地区)."""
    return [(*match.span(), match[0], "reach") for match in _REACH.finditer(text)]
