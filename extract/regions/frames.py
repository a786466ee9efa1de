"""Areas that no table holds: borders of provinces (湘赣边), old bases (鄂豫皖苏区), parts of the country (西北产区)."""

import re
from functools import cache

import ahocorasick_rs

from extract.components import dictionary, overlaps, scan
from extract.regions.heads import ABBREVIATIONS, Named, words
from extract.word_lists import either
from gazetteer.divisions import COUNTRY, Division

_BORDER = re.compile(rf"(?P<name>[{ABBREVIATIONS}]{{2,5}}边)(?:地?区域?|区)?(?![界境检防远贸民际缘城沿陲上疆关])")

_NO_PART = frozenset(f"{ABBREVIATIONS}省市县区城州中")  # 鄂西北, 城西北


def bordering(text: str) -> list[Named]:
    """The land where provinces meet (湘粤赣边区), and the bases of the revolution by their provinces (川陕苏区)."""
    out = [(m.start(), m.end("name"), m["name"], "provinces") for m in _BORDER.finditer(text)] if "边" in text else []
    if "老区" in text or "苏区" in text:
        out += [(*match.span(), match[0], "provinces") for match in _bases().finditer(text)]
    return out


def parts_of_country(text: str, places: list[tuple[int, int]], own: Division | None) -> list[Named]:
    """Parts of the country, where what stands behind shows that they are meant, or other parts beside them.

    Args:
        text: the text as read.
        places: where divisions are named.
        own: the division that the plan is for; in one of the centre 西北 in a list of parts is a part of the country.
    """
    out: list[Named] = []
    for at, end in scan(_parts(), text):
        led = text[at - 1 : at] in _NO_PART or overlaps(at, end, places)
        if not led and (text.startswith(words().parts[text[at:end]], end) or _in_list(text, at, end, own)):
            out.append((at, end, text[at:end], "direction"))
    return out


@cache
def _parts() -> ahocorasick_rs.AhoCorasick:
    return dictionary(words().parts)


def wilds(text: str) -> list[Named]:
    """Forests and grasslands, each with the last word of their list: 呼伦贝尔草原 in 呼伦贝尔、科尔沁草原."""
    out = []
    for match in _wilds().finditer(text) if any(head in text for head in words().wild_heads) else ():
        for name in re.finditer("[^、和与及]+", match["names"]):
            start = match.start() + name.start()
            out.append((start, start + len(name[0]), name[0] + match["head"], "headed"))
    return out


def _in_list(text: str, start: int, end: int, own: Division | None) -> bool:
    """Whether a part of the country stands in front or behind: 华南、西南饲料企业."""
    before = _part_in_front().search(text, max(0, start - 8), start)
    after = _part_behind().match(text, end)
    wide = own is not None and own.code == COUNTRY
    return any(found is not None and (wide or found["part"][0] == "华") for found in (before, after))


@cache
def _part_in_front() -> re.Pattern[str]:
    return re.compile(rf"(?P<part>{either(words().beside)})(?:地区|产区)?[、和与及]$")


@cache
def _part_behind() -> re.Pattern[str]:
    return re.compile(rf"(?:地区|产区)?[、和与及](?P<part>{either(words().beside)})")


@cache
def _wilds() -> re.Pattern[str]:
    name = either(words().wilds)
    return re.compile(rf"(?P<names>(?:(?:{name})[、和与及])*(?:{name}))(?P<head>{either(words().wild_heads)})")


@cache
def _bases() -> re.Pattern[str]:
    return re.compile(rf"[{ABBREVIATIONS}]{{2,5}}(?:{either(words().old_bases)})")
