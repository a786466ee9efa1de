"""The word lists of `counterparts.toml`: whom a plan joins, whom it obeys, and what is set up or held together."""

import re
from functools import cache
from typing import NamedTuple

from extract.facts import PartnerKind
from extract.word_lists import either, word_lists


class Words(NamedTuple):
    """The word lists of `counterparts.toml`, most as patterns."""

    centre: re.Pattern[str]
    asked: re.Pattern[str]
    branches: tuple[str, ...]
    kinds: dict[PartnerKind, tuple[str, ...]]
    institution: re.Pattern[str]
    event: re.Pattern[str]
    body: re.Pattern[str]
    made: tuple[str, ...]
    makes: re.Pattern[str]
    learns: re.Pattern[str]
    basins: tuple[str, ...]
    joined_whole: tuple[str, ...]
    as_one: frozenset[str]
    awards: tuple[str, ...]
    agreement: re.Pattern[str]
    breed: re.Pattern[str]
    means: re.Pattern[str]


@cache
def words() -> Words:
    """The word lists, compiled once."""
    table = word_lists("counterparts")
    kinds, around = table["institutions"], table["around_institutions"]
    events, bodies = table["events"], table["bodies"]
    last = either(word for listed in kinds.values() for word in listed)
    return Words(
        centre=re.compile(f"{either(table['centre'])}|[\u4e00-\u9fff]{{2,6}}部$"),
        asked=re.compile(f"(?:{either(table['asking'])}|(?<!面)向)$"),  # 向国铁集团争取: who is asked stands above
        branches=tuple(table["branches"]),
        kinds={kind: tuple(listed) for kind, listed in kinds.items()},
        institution=re.compile(
            f"(?:(?![与和及在的对等]|同(?!济|仁)|{either(around['not_within'])})[\u4e00-\u9fff]){{0,12}}?"
            f"(?:{last})(?=[、，。；和与及等的）“签结互在]|$|{either(around['behind'])})"
        ),
        event=re.compile(
            f"(?:(?:[、和][^、和，。；等]{{2,4}}){{0,6}}等[地市]?)?(?:(?![与和同及在的对等]|{either(events['not_within'])})[\u4e00-\u9fff]){{0,16}}?(?:{either(events['names'])})"
        ),
        body=re.compile(
            f"(?:{either(bodies['tasks'])})?(?:{either(bodies['of_regions'])}|办(?=[会牵统、，。；）]|$))"
            f"|[\u4e00-\u9fff]{{0,2}}(?:{either(bodies['offices'])})"
        ),
        made=tuple(table["made"]),
        makes=re.compile(f"(?:{either(table['making'])})“[^，。；与同]*$"),
        learns=re.compile(either(table["learning"])),
        basins=tuple(table["basins"]),
        awards=tuple(table["awards"]),
        as_one=frozenset(table["as_one"]),
        joined_whole=tuple(table["joined_whole"]),
        agreement=re.compile(either(table["agreements"])),
        means=re.compile(f"(?:{either(table['means'])})[^，。；与和同]{{0,24}}$"),
        breed=re.compile(f"(?:{either(table['breeds'])})(?![业企农场产肉])|{either(table['branches_there'])}"),
    )
