"""Component `regions`: named areas above the local level that are no divisions (长三角, 皖北, 沱河流域)."""

import re
from functools import cache

import ahocorasick_rs
from spacy.language import Language
from spacy.tokens import Doc

from extract.components import dictionary, inside, mark, marked, passage, scan
from extract.facts import Entity, RegionMention
from extract.project_words import leading_word
from extract.tracing import reject
from gazetteer.divisions import gazetteer
from gazetteer.regions import region_named, regions

_HEADS = "都市圈|城市群|城镇群|城市带|经济区|经济带|经济圈|大湾区|湾区|科创走廊|创新走廊|创新带"
_ABBREVIATIONS = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔滇陕甘"
_REACH = re.compile(r"(?:长江|黄河|珠江|淮河|松花江|赣江|湘江|汉江|渭河)(?:上中|中上|中下|上|中|下)游")
_DIRECTION = re.compile(
    rf"(?<![\u4e00-\u9fff]江)(?!京东|沪东中华)[{_ABBREVIATIONS}](?:东北|西北|东南|西南|[东西南北中])(?![省市县区州方京沙宫岛湖河山])"
)
_HEADED = re.compile(rf"(?:{_HEADS})")
_BASIN = re.compile(
    r"(?P<rivers>(?:[\u4e00-\u9fff]{1,4}[河江湖川溪水海][、和与及])*[\u4e00-\u9fff]{1,4}[河江湖川溪水])(?P<etc>等)?(?:重点|主要|跨界|跨省)?流域"
)
_RIVER = re.compile(r"[\u4e00-\u9fff]{1,3}[河江湖川溪水海]$")
_NO_RIVER = re.compile(r"(?:跨界|重点|主要|大|小|各|内|跨省|跨境|入海|江|[省市县区])(?:河|江|湖|水)$|^[河江湖水]+$")
_GEOGRAPHIC = re.compile(
    r"(?:[沿环泛大][\u4e00-\u9fff]{1,4}|[\u4e00-\u9fff]{1,3}[江河湖海湾山](?:生态)?|[\u4e00-\u9fff]{2,5}[东西南北中])$"
)
_ENDS_WORD = frozenset(
    "的在对与和及、，。；：“”（）《》为是将以由向从把跨推广加强进化善理设展实行治开全入区市省县立护治复修境域动用到参接融"
)
_LONGEST = 3
_SHORT = 2


@Language.component("regions")
def region_mentions(doc: Doc) -> Doc:
    """Emit a mention of each region that the unit's body names, under the name that stands for its variants."""
    here = passage(doc)
    text = here.unit.text
    skip = marked(doc, "clauses")
    found: list[tuple[int, int, str, str]] = []
    for start, end in scan(_scanner(), text):
        if _cut_out(text, start, end):
            reject("regions.part_of_name", start, end)
        else:
            found.append((start, end, _name(text[start:end]), "dictionary"))
    taken = [(start, end) for start, end, *_ in found]
    places = marked(doc, "places")
    for start, end, name, rule in [*_basins(text), *_headed(text, places), *_directions(text), *_reaches(text)]:
        if not any(a < end and start < b for a, b in taken):
            found.append((start, end, name, rule))
            taken.append((start, end))
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
    before = text[start - 1 : start]
    return before == "泛" or (end - start == _SHORT and before in set(_ABBREVIATIONS))


def _name(written: str) -> str:
    region = region_named(written)
    return region.name if region else written


@cache
def _scanner() -> ahocorasick_rs.AhoCorasick:
    return dictionary(alias for region in regions().values() for alias in (region.name, *region.aliases))


def _basins(text: str) -> list[tuple[int, int, str, str]]:
    """Rivers in front of 流域; the head is shared by the members of a list (沱河、新汴河等流域)."""
    out = []
    for match in _BASIN.finditer(text):
        at = match.start("rivers")
        for part in re.finditer(r"[^、和与及]+", match["rivers"]):
            end = at + part.end()
            start = at + part.start() + _river_start(part[0])
            river = text[start:end]
            if _RIVER.search(river) and not _NO_RIVER.search(part[0]) and len(river) > 1:
                out.append((start, end, f"{river}流域", "basin"))
            else:
                reject("regions.no_river", at + part.start(), end)
    return out


def _river_start(written: str) -> int:
    """Where the name of a river starts behind the words that run into it (推进我区淮河, 加快涡河)."""
    start = max(0, len(written) - _LONGEST)
    while start > 0 and len(leading_word(written, start - 1, start + 1)) == _SHORT:
        start += 1
    for i in range(len(written) - 2, start - 1, -1):
        if written[i] in _ENDS_WORD:
            return i + 1
    return start


def _headed(text: str, places: list[tuple[int, int]]) -> list[tuple[int, int, str, str]]:
    """A place, or a word of geography, in front of 都市圈, 经济带 and the like."""
    out = []
    for match in _HEADED.finditer(text):
        start = next(
            (a for a, b in places if b == match.start() or text[b : match.start()] in ("大", "生态", "现代化")), None
        )
        if start is None:
            before = re.split(r"[^\u4e00-\u9fffA-Z0-9]", text[max(0, match.start() - 8) : match.start()])[-1]
            at = _river_start(before + "圈") if before else 0
            if not _GEOGRAPHIC.match(before[at:]) or len(before[at:]) < 2:  # noqa: PLR2004 - a name has two characters
                reject("regions.no_name", match.start() - len(before), match.end())
                continue
            start = match.start() - len(before[at:])
        out.append((start, match.end(), text[start : match.end()], "headed"))
    return out


def _directions(text: str) -> list[tuple[int, int, str, str]]:
    """A province's abbreviation and a direction (皖北, 鲁西南), where they are no division's name (黔南)."""
    out = []
    for match in _DIRECTION.finditer(text):
        if gazetteer().named(match[0]) or text[match.start() - 1 : match.start()] in set(_ABBREVIATIONS):
            reject("regions.division", *match.span())
            continue
        out.append((*match.span(), match[0], "direction"))
    return out


def _reaches(text: str) -> list[tuple[int, int, str, str]]:
    """A stretch of a great river (长江中下游地区)."""
    return [(*match.span(), match[0], "reach") for match in _REACH.finditer(text)]
