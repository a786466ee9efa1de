"""The word lists of `places.toml`: what decides whether a name stands for a place."""

import re
from dataclasses import dataclass
from functools import cache

from extract.word_lists import either, word_lists
from gazetteer.divisions import Division


@dataclass(frozen=True, slots=True)
class Words:
    """The word lists of `places.toml`."""

    facilities: tuple[str, ...]
    houses: tuple[str, ...]
    before_row: tuple[str, ...]
    behind_row: tuple[str, ...]
    lines: tuple[str, ...]
    joint_parks: tuple[str, ...]
    joint_areas: tuple[str, ...]
    longer: tuple[str, ...]
    rivers: tuple[str, ...]
    of_river: tuple[str, ...]
    mountains: tuple[str, ...]
    plain_words: frozenset[str]
    plain_afar: tuple[str, ...]
    words_before: tuple[str, ...]
    words_after: tuple[str, ...]
    great: tuple[str, ...]
    before_seam_end: tuple[str, ...]
    seam_end: tuple[str, ...]
    towns: tuple[str, ...]
    seats_of_towns: tuple[str, ...]
    no_towns: tuple[str, ...]
    common_stems: tuple[str, ...]
    no_stems: frozenset[str]
    waters_besides: tuple[str, ...]
    port_counties: tuple[str, ...]
    known_counties: tuple[str, ...]
    great_waters: tuple[str, ...]
    two_words: tuple[str, ...]
    of_land: tuple[str, ...]
    after_stem: tuple[str, ...]
    zones: tuple[str, ...]
    seats: tuple[str, ...]
    learns: tuple[str, ...]
    joins: tuple[str, ...]
    after_joined: tuple[str, ...]
    opens_list: tuple[str, ...]
    lessons: tuple[str, ...]
    products: tuple[str, ...]
    group_provinces: tuple[str, ...]
    group_trades: tuple[str, ...]
    behind_group: tuple[str, ...]
    before_township: tuple[str, ...]
    compounds: tuple[str, ...]
    after_compound: tuple[str, ...]
    before_compound: tuple[str, ...]
    after_mountain: tuple[str, ...]
    after_water: tuple[str, ...]
    before_city: tuple[str, ...]
    after_city: tuple[str, ...]
    after_county: tuple[str, ...]
    after_district: tuple[str, ...]
    closes_list: tuple[str, ...]
    behind_own: tuple[str, ...]
    nationalities: tuple[str, ...]
    across: tuple[str, ...]
    built_lines: tuple[str, ...]
    areas: tuple[str, ...]
    line_counties: tuple[str, ...]
    intercity: tuple[str, ...]
    before_line: tuple[str, ...]
    before_area: tuple[str, ...]
    running: tuple[str, ...]
    neighbours: dict[str, tuple[str, ...]]
    regions_besides: dict[str, tuple[str, ...]]
    joints: frozenset[str]


def is_state_group(text: str, end: int) -> bool:
    """Whether a province's company of one trade is named right in front: 粤电 in 粤电大旺, 浙能 in 浙能宁海."""
    return end > 1 and text[end - 2] in words().group_provinces and text[end - 1] in words().group_trades


def plain_name(town: Division) -> str:
    """A township's name without its nationalities, "" where it has none: 团结乡 for 团结彝族乡."""
    found = _of_nationality().match(town.name)
    return found["stem"] + "乡" if found else ""


@cache
def _of_nationality() -> re.Pattern[str]:
    return re.compile(rf"(?P<stem>.{{2,}}?)(?:{either(words().nationalities)}){{1,3}}(?:民族)?乡$")


@cache
def words() -> Words:
    """The word lists, read once."""
    table = word_lists("places")
    joints, no_stems, plain = (frozenset(table.pop(name)) for name in ("joints", "no_stems", "plain_words"))
    besides = {name: tuple(home) for name, home in table.pop("regions_besides").items()}
    neighbours = {code: tuple(codes) for code, codes in table.pop("neighbours").items()}
    listed = {name: tuple(words) for name, words in table.items()}
    return Words(
        joints=joints,
        no_stems=no_stems,
        plain_words=plain,
        regions_besides=besides,
        neighbours=neighbours,
        **listed,
    )
