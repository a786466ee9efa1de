"""Names of zones in Latin letters: 宿州高新区 is Suzhou High-tech Zone.

The table is `zones.csv` in this folder; `SOURCES.md` says where it comes from.
"""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from gazetteer.divisions import Division


class ZoneNames(NamedTuple):
    """A zone's name in Latin letters.

    Attributes:
        english: Suzhou High-tech Zone.
        pinyin: Suzhou Gaoxinqu.
    """

    english: str
    pinyin: str


def zone_names(name: str, division: Division) -> ZoneNames | None:
    """Give the names of a zone that is called after the division it lies in, None for any other.

    Args:
        name: as written, 宿州高新区.
        division: its jurisdiction.
    """
    for own in (division.name, division.short):
        kind = _kinds().get(name.removeprefix(own)) if own and name.startswith(own) else None
        if kind and division.pinyin:
            return ZoneNames(f"{division.pinyin} {kind.english}", f"{division.pinyin} {kind.pinyin}")
    return None


@cache
def _kinds() -> dict[str, ZoneNames]:
    rows = Path(__file__).with_name("zones.csv").read_text(encoding="utf-8").splitlines()[2:]
    return {kind: ZoneNames(english, pinyin) for kind, english, pinyin in (row.split(",") for row in rows)}
