"""The word lists of `places.toml`: what decides whether a name stands for a place."""

from dataclasses import dataclass
from functools import cache

from extract.word_lists import word_lists


@dataclass(frozen=True, slots=True)
class Words:
    """The word lists of `places.toml`."""

    facilities: tuple[str, ...]
    lines: tuple[str, ...]
    joint_parks: tuple[str, ...]
    joint_areas: tuple[str, ...]
    longer: tuple[str, ...]
    rivers: tuple[str, ...]
    words_before: tuple[str, ...]
    words_after: tuple[str, ...]
    before_seam_end: tuple[str, ...]
    seam_end: tuple[str, ...]
    towns: tuple[str, ...]
    no_towns: tuple[str, ...]
    learns: tuple[str, ...]
    lessons: tuple[str, ...]
    compounds: tuple[str, ...]
    after_compound: tuple[str, ...]
    before_compound: tuple[str, ...]
    after_water: tuple[str, ...]
    after_city: tuple[str, ...]
    after_county: tuple[str, ...]
    after_district: tuple[str, ...]
    joints: frozenset[str]


@cache
def words() -> Words:
    """The word lists, read once."""
    table = word_lists("places")
    joints = frozenset(table.pop("joints"))
    return Words(joints=joints, **{name: tuple(listed) for name, listed in table.items()})
