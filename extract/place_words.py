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
    longer: tuple[str, ...]
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
