"""The administrative divisions of China, from the country down to townships, looked up by code and by name.

The tables are `divisions.csv` and `townships.csv` in this folder; `SOURCES.md` says where they come
from. Codes are those of GB/T 2260 (six digits) and of the ministry's table of townships (nine digits,
the first six of which are the county's). The levels that exist in the code alone (市辖区,
省直辖县级行政区划) are skipped: 鼓楼区 lies in 徐州市, 朝阳区 in 北京市, 仙桃市 in 湖北省.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path
from typing import Literal

Level = Literal["country", "province", "prefecture", "county", "township"]

COUNTRY = "100000"
"""The code under which everything lies."""


@dataclass(frozen=True, slots=True)
class Division:
    """One administrative division, as of 2025-12-31.

    Attributes:
        code: Six digits of GB/T 2260, nine for a township.
        name: Official full name with no parent in front: 徐州市, 铜山区, 蕲县镇.
        level: 直辖市 are "province"; counties and cities that a province governs directly (仙桃市) are "county".
        parent: Code of the division above, "" for the country.
        short: The name without its generic ending (徐州, 延边), "" where that is no name of its own (萧县).
        brief: Names that stand for the full one in plans: 大理州 for 大理白族自治州, 石林县, 莫旗.
        former: Former full names that this division continues, latest first: 铜山县.
        abbreviations: One-character abbreviations, the usual one first: 沪申; "" where there is none.
        ordinary: Whether the short name is also an ordinary word of Chinese: 合作, 资源, 鼓楼.
        pinyin: The short name, else the full name, in pinyin without tones: Xuzhou, Lu'an, Xiaoxian.
        english: The name in English: Xuzhou, Tongshan District, Xiao County, Qixian Town.
        since: First year of the name, 0 where it is older than the tables (1987) or unknown.
        until: Last year of a division that is gone by now (`Gazetteer.earlier`), 0 for all others.
    """

    code: str
    name: str
    level: Level
    parent: str
    short: str = ""
    former: tuple[str, ...] = ()
    abbreviations: str = ""
    ordinary: bool = False
    pinyin: str = ""
    english: str = ""
    since: int = 0
    until: int = 0
    brief: tuple[str, ...] = ()

    def is_whole(self, name: str) -> bool:
        """Say whether a name is the full one, or one that stands for it (大理州)."""
        return name == self.name or name in self.brief


class Gazetteer:
    """All divisions, indexed. Get the one instance from `gazetteer()`.

    Townships are a table of their own that is read when one is first asked for: by its code, by
    `townships` or by `children` of a county. `named` and `divisions` know none.
    """

    def __init__(self) -> None:
        self._by_code = {division.code: division for division in _read_divisions()}
        self._townships_of: dict[str, tuple[Division, ...]] = {}

    def get(self, code: str) -> Division | None:
        """Give the division with this code, also one of earlier years, or None."""
        found = self._by_code.get(code)
        if found is None and len(code) == _TOWNSHIP_DIGITS:
            found = next((township for township in self._within(code[:_COUNTY_DIGITS]) if township.code == code), None)
        return found or self._earlier_by_code.get(code)

    def __getitem__(self, code: str) -> Division:
        """Give the division with this code; KeyError where there is none."""
        if (found := self.get(code)) is None:
            raise KeyError(code)
        return found

    def divisions(self) -> Sequence[Division]:
        """Give the country, provinces, prefectures and counties, in the order of their codes."""
        return tuple(self._by_code.values())

    def named(self, name: str) -> tuple[Division, ...]:
        """Give the divisions with exactly this full, brief, short or former name.

        The highest level comes first; within one level names of today before former ones, then by code.
        """
        return self._by_name.get(name, ())

    def earlier(self, name: str, year: int | None = None) -> tuple[Division, ...]:
        """Give the divisions of earlier years that bore a full name, each under its own code: 闸北区 (310108).

        `named` leads from such a name to the division of today that continues it; here its parent is that one, or
        what it lay in where no one continues it whole. `divisions` and `children` know none.

        Args:
            name: the full name.
            year: of the paper that says it; those gone before it are left out. None for any.
        """
        found = [d for d in self._earlier_by_code.values() if d.name == name] if name in self._earlier_names else []
        return tuple(d for d in found if year is None or year <= d.until + 1)

    def earlier_names(self) -> frozenset[str]:
        """Give the full names of the divisions of earlier years."""
        return self._earlier_names

    def earlier_short(self, short: str, year: int | None = None) -> tuple[Division, ...]:
        """Give the divisions gone since 2015 by the short name that no other bears, like `earlier`: 渝北 for 渝北区."""
        found = (d for name in self.earlier_shorts.get(short, ()) for d in self.earlier(name, year))
        return tuple(replace(d, short=short) for d in found)

    @cached_property
    def earlier_shorts(self) -> dict[str, tuple[str, ...]]:
        """The full names of divisions gone since 2015, by short names that are no words and that no division bears."""
        out: dict[str, tuple[str, ...]] = {}
        for division in self._earlier_by_code.values():
            short = division.name[:-1]
            if division.until >= _SINCE and not division.ordinary and len(short) > 1 and short not in self._by_name:
                out[short] = (*out.get(short, ()), division.name)
        return out

    def children(self, code: str) -> tuple[Division, ...]:
        """Give the divisions right below, in the order of their codes; those of a county are its townships."""
        if code in self._children:
            return self._children[code]
        return self.townships(code) if code in self._by_code else ()

    def townships(self, code: str) -> tuple[Division, ...]:
        """Give all townships in a county, a prefecture or a province, in the order of their codes."""
        own = self._within(code)  # 大兴安岭地区 has some of its own beside its counties
        below = (township for child in self._children.get(code, ()) for township in self.townships(child.code))
        return (*own, *below)

    def ancestors(self, code: str) -> tuple[Division, ...]:
        """Give the divisions above, the nearest first, the country last; KeyError for an unknown code."""
        return tuple(self._upwards(self[code].parent))

    def within(self, code: str, area: str) -> bool:
        """Say whether a division is the area or lies in it; False where the code is unknown."""
        division = self.get(code)
        return division is not None and any(above.code == area for above in self._upwards(code))

    def path(self, code: str) -> str:
        """Write the full name with all parents but the country in front: 江苏省徐州市铜山区."""
        names = [division.name for division in self._upwards(code) if division.code != COUNTRY or code == COUNTRY]
        return "".join(reversed(names))

    def _upwards(self, code: str) -> Iterator[Division]:
        while code:
            division = self[code]
            yield division
            code = division.parent

    @cached_property
    def _children(self) -> dict[str, tuple[Division, ...]]:
        below: dict[str, list[Division]] = {}
        for division in self._by_code.values():
            below.setdefault(division.parent, []).append(division)
        return {code: tuple(children) for code, children in below.items()}

    @cached_property
    def _by_name(self) -> dict[str, tuple[Division, ...]]:
        by_name: dict[str, list[Division]] = {}
        for level in _LEVELS:
            divisions = [division for division in self._by_code.values() if division.level == level]
            for division in divisions:
                for name in {division.name, division.short, *division.brief} - {""}:
                    by_name.setdefault(name, []).append(division)
            for division in divisions:
                for name in set(division.former) - set(division.brief):
                    by_name.setdefault(name, []).append(division)
        return {name: tuple(divisions) for name, divisions in by_name.items()}

    def _within(self, code: str) -> tuple[Division, ...]:
        """Give the townships right in a county or prefecture; the table is long, and few are ever asked for."""
        if code not in self._townships_of:
            rows = self._township_rows
            first, end = bisect_left(rows, code), bisect_left(rows, code + _AFTER_DIGITS)
            self._townships_of[code] = tuple(map(_township, rows[first:end])) if len(code) == _COUNTY_DIGITS else ()
        return self._townships_of[code]

    @cached_property
    def _earlier_by_code(self) -> dict[str, Division]:
        rows = (row.split(",") for row in _rows("earlier.csv"))
        return {
            code: Division(
                code,
                name,
                level,  # type: ignore[arg-type]  # one of the four words, as in the other table
                parent,
                ordinary=flag == "1",
                pinyin=pinyin,
                english=english,
                until=int(until),
            )
            for code, name, parent, level, until, flag, pinyin, english in rows
        }

    @cached_property
    def _earlier_names(self) -> frozenset[str]:
        return frozenset(division.name for division in self._earlier_by_code.values())

    @cached_property
    def _township_rows(self) -> list[str]:
        return _rows("townships.csv")


@cache
def gazetteer() -> Gazetteer:
    """Give the gazetteer, read once a process."""
    return Gazetteer()


_LEVELS: tuple[Level, ...] = ("country", "province", "prefecture", "county")
_SINCE = 2015
_COUNTY_DIGITS = 6
_TOWNSHIP_DIGITS = 9
_AUTONOMOUS = "州县旗"
_AFTER_DIGITS = ":"  # the character that follows 9


def _rows(table: str) -> list[str]:
    """Read a table of this folder, in the order of codes: comma-separated without quotes, after source and header.

    `importlib.resources` would cost more than the reading.
    """
    text = Path(__file__).with_name(table).read_text(encoding="utf-8")
    return text.splitlines()[2:]


def _read_divisions() -> Iterator[Division]:
    briefs: dict[str, list[str]] = {}
    for row in _rows("brief_names.csv"):
        brief, name = row.split(",")
        briefs.setdefault(name, []).append(brief)
    for row in _rows("divisions.csv"):
        code, name, short, parent, level, former, abbreviations, pinyin, english, ordinary, since = row.split(",")
        yield Division(
            code,
            name,
            level,  # type: ignore[arg-type]  # the table holds the four words, which a test asserts
            parent,
            short,
            tuple(former.split(";")) if former else (),
            abbreviations,
            ordinary == "1",
            pinyin,
            english,
            int(since or 0),
            brief=(*_of_autonomous(name, short), *briefs.get(name, ())),
        )


def _of_autonomous(name: str, short: str) -> tuple[str, ...]:
    """The short name with the ending alone: 大理州, 石林县; () where the area is not autonomous, or a region."""
    return (short + name[-1],) if short and "自治" in name and name[-1] in _AUTONOMOUS else ()


def _township(row: str) -> Division:
    code, name, short, ordinary, pinyin, english = row.split(",")
    return Division(
        code,
        name,
        "township",
        code[:_COUNTY_DIGITS],
        short,
        ordinary=ordinary == "1",
        pinyin=pinyin,
        english=english,
    )
