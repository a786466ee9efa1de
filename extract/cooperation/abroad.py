"""Countries and cities abroad that a unit names: sides as regions are, though no mention of one is emitted."""

import re
from functools import cache

import ahocorasick_rs
from spacy.tokens import Doc

from extract.components import dictionary, marked, overlaps, passage, scan
from extract.word_lists import either, word_lists
from gazetteer.divisions import COUNTRY

Region = tuple[int, int, str, str]
"""Where a region is named, its name, and the rule that found it."""


def sides_abroad(doc: Doc) -> list[Region]:
    """The regions of a unit with what it names abroad; of a plan of the whole country only what lies abroad.

    Args:
        doc: the unit.
    """
    here = passage(doc)
    regions: list[Region] = doc.user_data.get("regions", [])
    found = scan(_scanner(), here.unit.text)
    national = here.profile.own is not None and here.profile.own.code == COUNTRY
    named = [region for region in regions if is_abroad(region[2])] if national else regions
    if not found:
        return named
    taken = [(start, end) for start, end, *_ in regions]
    taken += [*marked(doc, "partners"), *marked(doc, "places"), *marked(doc, "policies")]
    return sorted(named + _standing(here.unit.text, found, taken))


def _standing(text: str, found: list[tuple[int, int]], taken: list[tuple[int, int]]) -> list[Region]:
    """Those of the names found that stand alone, outside the runs that are taken."""
    aliases = word_lists("abroad")["aliases"]
    starts = {start for start, _ in found}
    return [
        (start, end, aliases.get(text[start:end], text[start:end]), "abroad")
        for start, end in found
        if end not in starts  # 波兰 in 波兰马瓦
        and not (overlaps(start, end, taken) or _behind().match(text, end) or text[start - 1 : start] in _before())
    ]


def is_abroad(name: str) -> bool:
    """Whether a region lies abroad: 东南亚."""
    return name in word_lists("regions")["abroad"] or name in _names()


@cache
def _names() -> frozenset[str]:
    table = word_lists("abroad")
    return frozenset((*word_lists("partners")["proper"]["countries"], *table["countries"], *table["cities"]))


@cache
def _scanner() -> ahocorasick_rs.AhoCorasick:
    return dictionary(_names())


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(
        f"{either(word_lists('abroad')['cut']['behind'])}|[\u4e00-\u9fff]{{0,8}}?(?:展(?=[、，。等会和与及])|博览会|交易会)"
    )


@cache
def _before() -> frozenset[str]:
    return frozenset(word_lists("abroad")["cut"]["before"])
