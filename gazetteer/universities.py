"""The universities and colleges of China with the place where they have their seat.

The table is `universities.csv` in this folder: the ministry of education's list of regular institutions of higher
education. Military academies are not in it, nor are campuses away from the seat.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class University:
    """A regular institution of higher education.

    Attributes:
        name: Official full name, brackets in full width: 中国石油大学（华东）.
        aliases: The name as it is also printed, brackets in half width: 中国石油大学(华东).
        code: Code of the division where it has its seat, a prefecture mostly, 北京市 for Beijing.
        identifier: Ten digits of the ministry of education (学校标识码).
    """

    name: str
    aliases: tuple[str, ...]
    code: str
    identifier: str


@cache
def universities() -> Mapping[str, University]:
    """Give all universities by official name, in the order of their identifiers."""
    text = Path(__file__).with_name("universities.csv").read_text(encoding="utf-8")
    rows = (line.split(",") for line in text.splitlines()[2:])
    return MappingProxyType(
        {
            name: University(name, tuple(aliases.split(";")) if aliases else (), code, identifier)
            for name, aliases, code, identifier in rows
        }
    )


def university_named(text: str) -> University | None:
    """Give the university with exactly this name or alias."""
    return _by_alias().get(text)


@cache
def _by_alias() -> Mapping[str, University]:
    return {
        alias: university for university in universities().values() for alias in (university.name, *university.aliases)
    }
