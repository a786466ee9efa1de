"""Townships of the plan's own county by their stems, which a road joins (永兴至复兴公路) or a list names in a row."""

import re
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache

import ahocorasick_rs

from extract.common_words import is_common
from extract.components import Found, dictionary, overlaps, scan
from extract.places.words import words
from gazetteer.divisions import Division, gazetteer

ENDING = re.compile(r"(?:地区办事处|街道办事处|街道|民族乡|镇|乡|苏木)$")
"""The last word of a township's name."""
LEADS = frozenset("在于至到对由从向以将把是为")
"""Words of one character in front of a name."""
_COUNT = re.compile(
    r"等(?:[两三四五六七八九十]|\d{1,2})?[座个所处条家]?|(?:[两三四五六七八九十]|\d{1,2})[座个所处条家]"
)
_HAN = re.compile("[\u4e00-\u9fff]")
_COUNTS = frozenset("等两三四五六七八九十0123456789")
_BETWEEN = ("至", "到", "—", "－", "-", "~", "～", "、", "和", "与", "及")


def rows_of_towns(
    text: str, county: Division | None, taken: Collection[tuple[int, int]]
) -> dict[tuple[int, int], Found]:
    """The townships that stand in a row, each beside the next: 高台至新南公路, 永兴、马山等重点产茶区.

    Args:
        text: the text as read.
        county: that of the plan; none where it is for a wider area.
        taken: where other places are named.
    """
    out: dict[tuple[int, int], Found] = {}
    if county is None:
        return out
    scanner, towns = _by_stems(county.code)
    for row in _rows(text, scan(scanner, text)):
        sure = any(not is_common(text[a:b]) and not towns[text[a:b]].ordinary for a, b in row)
        led = row[0][0] == 0 or text.endswith(words().before_row, 0, row[0][0])
        if len(row) > 1 and sure and led and text.startswith(words().behind_row, row[-1][1]):
            out |= {span: Found(*span, towns[text[slice(*span)]], "township") for span in row}
    return {span: found for span, found in out.items() if not overlaps(*span, taken)}


def behind_count(text: str, end: int) -> int:
    """Where the facility stands that a list of places counts: 洗马、石莲、茅坪3座垃圾转运站."""
    counted = _COUNT.match(text, end) if text[end : end + 1] in _COUNTS else None
    return counted.end() if counted else end


def is_of_word(text: str, start: int, end: int, taken: Collection[tuple[int, int]]) -> bool:
    """Whether a stem belongs to the word in front of it (综合交通枢纽), or to that behind it (全市中小学)."""
    stem, before = text[start:end], text[max(0, start - 1) : start]
    if text.startswith("中小学", end - 1):
        return True
    word = (stem in words().common_stems or is_common(stem)) and _HAN.match(before) is not None
    return word and before not in words().joints and before not in LEADS and all(b != start for _, b in taken)


def _rows(text: str, spans: Sequence[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    rows: list[list[tuple[int, int]]] = []
    for start, end in spans:
        if rows and rows[-1][-1][1] == start - 1 and text.startswith(_BETWEEN, start - 1):
            rows[-1].append((start, end))
        else:
            rows.append([(start, end)])
    return rows


@lru_cache(maxsize=64)
def _by_stems(county: str) -> tuple[ahocorasick_rs.AhoCorasick, Mapping[str, Division]]:
    found: dict[str, list[Division]] = {}
    for town in gazetteer().townships(county):
        stem = ENDING.sub("", town.name)
        if len(stem) > 1 and stem != town.name:
            found.setdefault(stem, []).append(town)
    names = {stem: towns[0] for stem, towns in found.items() if len(towns) == 1}
    return dictionary(names), names
