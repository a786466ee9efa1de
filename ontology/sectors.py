"""Sectors by the names that plans write, in the classification of `industries.csv` and `sectors.csv`.

The first is GB/T 4754-2017, sections and divisions; the second is the sectors that plans speak of,
each under what holds it. A name that is none of these but ends in one is a narrower thing: in
Chinese the head stands last (特色文化旅游 is 文化旅游).
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from ontology.tables import concept, rows

_SHORTEST = 2


@cache
def written_sectors() -> Mapping[str, str]:
    """Every name of a sector or a class of industries, and the IRI of its concept."""
    names: dict[str, str] = {}
    for row in rows("sectors.csv"):
        for name in filter(None, (row["name"], *row["aliases"].split("|"))):
            names[name] = concept("sector", row["name"])
    # A section and a division of one name (房地产业) are the section, which holds the other.
    for row in rows("industries.csv"):
        names.setdefault(row["name"], concept("industry", row["code"]))
    return MappingProxyType(names)


def sector_named(name: str) -> str | None:
    """The concept of which this is a name, None where there is none."""
    return written_sectors().get(name)


def sector_above(name: str) -> str | None:
    """The concept whose name is the longest that this one ends in, None where there is none."""
    names = written_sectors()
    ends = (name[start:] for start in range(1, len(name) - _SHORTEST + 1))
    return next((names[end] for end in ends if end in names), None)
