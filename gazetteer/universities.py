"""The universities and colleges of China with the place where they have their seat.

The table is `universities.csv` in this folder: the ministry of education's list of regular institutions of higher
education. Military academies are not in it, nor are campuses away from the seat.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class University:
    """A regular institution of higher education.

    Attributes:
        name: Official full name, brackets in full width: 中国石油大学（华东）.
        aliases: The name as it is also printed: brackets in half width, 中国石油大学(华东), or short, 中科大.
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
    short: dict[str, list[str]] = {}
    for alias, name in _rows("university_aliases.csv"):
        short.setdefault(name, []).append(alias)
    return MappingProxyType(
        {
            name: University(name, (*(aliases.split(";") if aliases else ()), *short.get(name, ())), code, identifier)
            for name, aliases, code, identifier in _rows("universities.csv")
        }
    )


def _rows(table: str) -> Iterator[list[str]]:
    text = Path(__file__).with_name(table).read_text(encoding="utf-8")
    return (line.split(",") for line in text.splitlines()[2:])


def university_named(text: str) -> University | None:
    """Give the university with exactly this name or alias."""
    return _by_alias().get(text)


@cache
def _by_alias() -> Mapping[str, University]:
    return {
        alias: university for university in universities().values() for alias in (university.name, *university.aliases)
    }
