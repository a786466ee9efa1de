"""The word lists of `places.toml`: what decides whether a name stands for a place."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


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
    table = tomllib.loads(files("extract").joinpath("places.toml").read_text(encoding="utf-8"))
    joints = frozenset(table.pop("joints"))
    return Words(joints=joints, **{name: tuple(listed) for name, listed in table.items()})
