"""The places of a line that is not built yet, by one character each: 通苏嘉甬铁路, 金丽衢城际, 盐泰锡常宜铁路."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from extract.common_words import is_common
from extract.components import Found, Profile, overlaps, within
from extract.places.printed import printed_by_character
from extract.places.words import words
from extract.word_lists import either
from gazetteer.divisions import Division, gazetteer

_LONGEST = 5
_SHORTEST = 3
_PAIR = 2
_PROVINCE_DIGITS = 2
_SURE = 4  # so many cities in a row are the name of a line
_CITIES = ("北京市", "天津市", "上海市", "重庆市")
_COMMON = frozenset("新大中安平和长江海高")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_PLAIN = frozenset("三四六七九十百万双大无来自新安长平重本和那山随开内雄")
_RAILS = ("高铁", "铁路", "高速铁路", "中线")
_SEGMENT = re.compile(r"[\u4e00-\u9fff]{2,12}?(?:段|支线|境)")
# A road that is widened or prolonged is there already: 江肇高速公路改扩建.
_STANDS = re.compile(
    r"[^，。；、]{0,8}?(?:改扩建|扩容|拓宽|扩能|外绕|外迁|提速|[东西南北]延|运营后)|[^，。；、]{0,6}方向"
)


def names_lines(text: str) -> bool:
    """Whether a word for a line that is being planned or built stands in a text."""
    return _head().search(text) is not None


def of_lines(text: str, names: Sequence[tuple[int, int]], profile: Profile) -> list[Found]:
    """The places that the characters of a line's name stand for, the own place or one inside it among them.

    A line that has been running for long counts nowhere (京沪高铁), and no line without the own side does.

    Args:
        text: the text as read.
        names: where longer names stand, whose characters abbreviate nothing.
        profile: that of the plan.
    """
    own = profile.own
    if own is None or own.level == "country":
        return []
    known = _known(profile, own)
    more = known if own.level != "prefecture" else _printed(profile, known)
    out: list[Found] = []
    begins: set[int] = set()
    for end, behind in _heads(text):
        if _STANDS.match(text, behind):
            continue
        begins = begins or {start for start, _ in names}
        through = behind in begins and _SEGMENT.match(text, behind) is not None
        # 盐泰锡常宜铁路: the last one may be no city
        found = _line(text, end, names, more, own, through=through) or _line(
            text, end, names, known, own, through=through
        )
        out += found or _line(text, end - 1, names, known, own, least=_SURE - through)
    return out


def runs_of(lines: Sequence[Found]) -> list[tuple[int, int]]:
    """Where the names of lines stand, of whose characters each is a place."""
    out: list[tuple[int, int]] = []
    for mention in sorted(lines, key=lambda f: f.start):
        if out and out[-1][1] == mention.start:
            out[-1] = (out[-1][0], mention.end)
        else:
            out.append((mention.start, mention.end))
    return out


def of_areas(text: str, names: Sequence[tuple[int, int]]) -> list[Found]:
    """The cities that the characters of an area's name stand for, wherever they are: 宁杭生态经济带.

    Args:
        text: the text as read.
        names: where longer names stand, whose characters abbreviate nothing.
    """
    out = []
    for match in _area().finditer(text):
        start, end = pair_of_cities(text, match.start()), match.start()
        if start is not None and not overlaps(start, end, names):
            out += [Found(i, i + 1, _cities()[text[i]], "line") for i in range(start, end)]
    return out


def pair_of_cities(text: str, end: int) -> int | None:
    """Where two cities of one character each start that end there, and no word runs into them; else None."""
    start = end - _PAIR
    if start < 0 or not set(text[start:end]) <= _cities().keys() or is_common(text[start:end]):
        return None
    before = text[start - 1 : start]
    led = _HAN.match(before) is None or before in words().joints or text.endswith(words().before_area, 0, start)
    return start if led else None


def _heads(text: str) -> Iterator[tuple[int, int]]:
    for match in _head().finditer(text):
        yield match.span()


def _line(
    text: str,
    end: int,
    names: Sequence[tuple[int, int]],
    known: dict[str, tuple[Division, bool]],
    own: Division,
    least: int = 0,
    *,
    through: bool = False,
) -> list[Found]:
    """The places of the longest run of known characters in front of a word for a line; [] where it is no such name.

    One of them must be of the own side, unless the line goes `through` a place that stands behind it (津潍高铁沧州段).
    """
    start = end
    while start > max(0, end - _LONGEST) and text[start - 1] in known:
        start -= 1
    if start < end and is_common(text[start - 1 : start + 1]):
        start += 1  # 建成杭长高速 has no 成都
    run = text[start:end]
    if len(run) < (least or _PAIR) or len({known[c][0] for c in run}) < len(run) or overlaps(start, end, names):
        return []
    runs = run in words().running and not text.startswith("中线", end)  # 成渝中线高铁 is new
    if not (through or any(known[c][1] for c in run)) or runs or is_common(run):
        return []
    capitals = not through and text.startswith(_RAILS, end) and all(_is_capital(known[c][0]) for c in run)
    if not capitals and any(not adjoin(known[a][0], known[b][0], own) for a, b in pairwise(run)):
        return []  # 渝昆高铁 goes far, a motorway does not
    if len(run) == _PAIR and _HAN.match(text[start - 1 : start]) and not text.endswith(words().before_line, 0, start):
        return []
    return [Found(start + i, start + i + 1, known[c][0], "line") for i, c in enumerate(run)]


def _is_capital(city: Division) -> bool:
    return city.name in _CITIES or (city.code.endswith("0100") and city.name[0] != "合")  # 兰合铁路 goes to 合作


def adjoin(one: Division, other: Division, own: Division) -> bool:
    """Whether two divisions lie in one province, or in two that border on each other or both on the own one."""
    first, second = one.code[:_PROVINCE_DIGITS], other.code[:_PROVINCE_DIGITS]
    around = words().neighbours.get(own.code[:_PROVINCE_DIGITS], ())
    return first == second or second in words().neighbours.get(first, ()) or (first in around and second in around)


def _known(profile: Profile, own: Division) -> dict[str, tuple[Division, bool]]:
    """Cities by their characters, each with whether it is on the own side; of two of one character the own one."""
    known: dict[str, tuple[Division, bool]] | None = profile.memory.get("places of lines")
    if known is None:
        known = {c: (d, within(d.code, own.code)) for c, d in _cities().items()}
        known |= {c: (d, within(d.code, own.code)) for c, d in _of_province(own.code[:_PROVINCE_DIGITS]).items()}
        above = [d for d in gazetteer().ancestors(own.code) if d.level == "prefecture"]
        if own.level == "county":
            known |= {
                c: (d, False) for c, d in _neighbours(own, profile).items() if not _is_printed(known.get(c), profile)
            }
        if own.level == "prefecture":
            known = {c: (d, True) for c, d in _counties_alone(own).items()} | known
        for mine in (own, *above):
            if mine.level in ("prefecture", "county"):
                known |= dict.fromkeys((mine.name[0], *mine.abbreviations), (mine, True))
        profile.memory["places of lines"] = known
    return known


def _printed(profile: Profile, known: dict[str, tuple[Division, bool]]) -> dict[str, tuple[Division, bool]]:
    """Those known, and counties outside that the plan prints in full: 万 for 万州 in 成达万高铁."""
    out: dict[str, tuple[Division, bool]] | None = profile.memory.get("places of longer lines")
    if out is None:
        own, out = profile.own.code if profile.own else "", {}
        for character, named in printed_by_character(profile).items():
            outside = [d for d in named if not within(d.code, own)]
            if len(outside) == 1 and outside[0].level == "county" and character not in _COMMON:
                out[character] = (outside[0], False)
        out |= known
        profile.memory["places of longer lines"] = out
    return out


def _is_printed(city: tuple[Division, bool] | None, profile: Profile) -> bool:
    return city is not None and profile.prints(city[0].name)


def _neighbours(own: Division, profile: Profile) -> dict[str, Division]:
    """Counties of the same city that the plan prints, by characters of one of them alone: 盐 for 海盐 beside 平湖."""
    found: dict[str, list[Division]] = {}
    for county in gazetteer().children(own.parent):
        short = county.short or county.name[:-1]
        if county != own and county.level == "county" and len(short) == _PAIR and profile.prints(short):
            for character in short:
                found.setdefault(character, []).append(county)
    return {character: counties[0] for character, counties in found.items() if len(counties) == 1}


@cache
def _of_province(digits: str) -> dict[str, Division]:
    """Cities of a province by the characters that the names of one of them alone begin with: 常德 in 湖南."""
    cities = [d for d in gazetteer().divisions() if d.level == "prefecture" and d.code.startswith(digits)]
    first = [d.name[0] for d in cities]
    alone = [d for d in cities if first.count(d.name[0]) == 1]
    known = cities_by_character()
    return {
        d.name[0]: d for d in alone if d.name[0] in d.abbreviations or d.name[0] in known or d.name[0] not in _PLAIN
    }


def _counties_alone(own: Division) -> dict[str, Division]:
    """Counties of a city by the characters that the name of one of them alone begins with: 宜 for 宜兴 in 无锡."""
    counties = [d for d in gazetteer().children(own.code) if d.level == "county"]
    first = [d.name[0] for d in counties]
    return {d.name[0]: d for d in counties if first.count(d.name[0]) == 1 and d.name[0] not in _PLAIN | _COMMON}


@cache
def _cities() -> dict[str, Division]:
    """Cities by the characters that abbreviate one of them, or that the name of one of them alone begins with."""
    return _cities_alone() | cities_by_character()


@cache
def _cities_alone() -> dict[str, Division]:
    """Cities by the characters that the name of no other city of the country begins with: 潍 for 潍坊."""
    found: dict[str, list[Division]] = {}
    for division in gazetteer().divisions():
        if division.level == "prefecture":
            found.setdefault(division.name[0], []).append(division)
    alone = {c: cities[0] for c, cities in found.items() if len(cities) == 1 and c not in _PLAIN}
    return alone | {name[0]: gazetteer().named(name)[0] for name in words().line_counties}


@cache
def cities_by_character() -> dict[str, Division]:
    """Cities, 直辖市 among them, by the characters that abbreviate one of them alone."""
    found: dict[str, list[Division]] = {}
    for division in gazetteer().divisions():
        if division.level == "prefecture" or division.name in _CITIES:
            for character in division.abbreviations:
                found.setdefault(character, []).append(division)
    return {character: cities[0] for character, cities in found.items() if len(cities) == 1}


@cache
def _area() -> re.Pattern[str]:
    return re.compile(either(words().areas))


@cache
def _head() -> re.Pattern[str]:
    return re.compile(either(words().built_lines))
