"""Places written by one character each: 沪苏浙, 青吴嘉, 宿马园区."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

import ahocorasick_rs

from extract.common_words import is_common
from extract.components import Found, Profile, dictionary, overlaps, scan
from extract.places.cuts import is_word
from extract.places.printed import explained, own_compounds, printed_by_character
from extract.places.words import words
from extract.tracing import reject
from gazetteer.divisions import Division, gazetteer
from gazetteer.regions import expand_abbreviations, place_groups

_AMBIGUOUS = frozenset("新云台青宁贵川港藏蒙澳吉海甘秦申")
_RUN = re.compile("[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀贵黔云滇藏陕甘陇青宁新]{2,}")
_LINE = re.compile(rf"[\u4e00-\u9fff]{{0,2}}?(?:{'|'.join(words().lines)})")
_LINE_HEAD = re.compile(rf"(?:{'|'.join(words().lines)})")
_PIPELINE = re.compile(r"[\u4e00-\u9fff]{0,4}(?:天然气|输气|输油)")
_TRAIN = ("班列（", "班列(")
_PAIR = re.compile("[\u4e00-\u9fff]{2}")
_LISTED_PAIR = 4
_CITIES = ("北京市", "天津市", "上海市", "重庆市")
_PLAIN = frozenset("州山阳安平江南北东西新上中口家城门头水昌海宁")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_MIN_CERTAIN = 2


def abbreviated(text: str, names: Sequence[tuple[int, int]], profile: Profile) -> list[Found]:
    """The divisions that compounds of one-character names stand for; not in the name of a line (京沪高铁).

    Args:
        text: the text as read.
        names: where longer names stand, whose characters abbreviate nothing.
        profile: that of the plan.
    """
    out = []
    taken = list(names)
    for start, end in scan(_group_scanner(), text):
        runs_on = is_common(text[end - 1 : end + 1])  # 万达开业
        if not runs_on and not overlaps(start, end, names) and not _names_line(text, start, end):
            out += [Found(start, end, gazetteer()[code], "group") for code in _groups()[text[start:end]]]
            taken.append((start, end))
    for match in _RUN.finditer(text):
        start, end = _compound(text, *match.span())
        if _is_compound(text[start:end]) and not overlaps(start, end, taken) and not _names_line(text, start, end):
            out += [Found(i, i + 1, _provinces()[text[i]], "abbreviation") for i in range(start, end)]
            taken.append((start, end))
    return out + _joint_parks(text, taken, profile)


def explained_in(text: str, names: Sequence[tuple[int, int]], profile: Profile) -> list[Found]:
    """The places of compounds that the plan explains: 万达开 beside 万州区 and 开州区, 镇广 beside 镇巴至广安.

    Args:
        text: the text as read.
        names: where longer names stand, whose characters abbreviate nothing.
        profile: that of the plan.
    """
    out: list[Found] = []
    with_own = own_compounds(profile)
    for run, members in explained(profile).items():
        for match in re.finditer(run, text) if run in text else ():
            start, end = match.span()
            ends_line = _LINE_HEAD.match(text, end) is not None
            if (
                len(run) == _MIN_CERTAIN
                and run not in with_own
                and (not ends_line or text[start - 1 : start] in _of_cities())
            ):
                continue  # 佛肇 in 广佛肇城际
            if ends_line and run in words().running and len(run) == _MIN_CERTAIN:
                continue  # 衢宁铁路
            if not overlaps(start, end, names):
                whole = len(members) < len(run)  # 京雄保: one of its characters stands for a region
                spans = [(start, end) if whole else (start + i, start + i + 1) for i in range(len(members))]
                out += [Found(*span, division, "explained") for span, division in zip(spans, members, strict=True)]
    return out


def _names_line(text: str, start: int, end: int) -> bool:
    if text.endswith(_TRAIN, 0, start):
        reject("places.line", start, end)
        return True  # 中欧班列（成渝）
    tail = text[end : end + 10]
    if tail.startswith((*words().across, "运河")):  # 浙赣粤运河 is still planned
        return False
    is_line = _LINE.match(tail) is not None and _PIPELINE.match(tail) is None
    if is_line:
        reject("places.line", start, end)
    return is_line


def _joint_parks(text: str, taken: Sequence[tuple[int, int]], profile: Profile) -> list[Found]:
    own = profile.own
    if own is None or own.level in ("country", "province"):
        return []
    out = []
    for at in _pairs(text):
        if overlaps(at, at + 2, taken):
            continue
        is_park = text.startswith(("、", *words().joint_parks), at + 2)
        written = text[at : at + 2]
        pair = None if is_word(written) else _printed_pair(written, profile)
        if pair is None and not is_word(written):
            pair = _joint_pair(written, own, listed=not is_park)
        if pair is not None:
            out += [Found(at + i, at + i + 1, division, "joint_park") for i, division in enumerate(pair)]
    return out


def _pairs(text: str) -> list[int]:
    """Where two characters stand in front of what two places share, or of one more pair of a list of parks."""
    found = scan(_joint_scanner(), text)
    parks = [a for a, b in found if a > _LISTED_PAIR and text[a - 3] == "、" and text[a:b] in words().joint_parks]
    starts = [*(a - 2 for a, _ in found if a > 1), *(a - 5 for a in parks)]
    return [at for at in starts if _PAIR.match(text, at)]


@cache
def _joint_scanner() -> ahocorasick_rs.AhoCorasick:
    return dictionary((*words().joint_parks, *words().joint_areas))


@cache
def _group_scanner() -> ahocorasick_rs.AhoCorasick:
    return dictionary(_groups())


@cache
def _groups() -> dict[str, tuple[str, ...]]:
    """The codes of the members of each group of places, and of each compound of provinces that is listed."""
    groups = {group.name: group.members for group in place_groups().values()}
    return groups | {name: expand_abbreviations(name) or () for name in words().compounds}


@cache
def group_names() -> frozenset[str]:
    """What stands for several places at once; a shorter name inside it is none (清城 in 广清城际)."""
    return frozenset(_groups())


@cache
def _of_cities() -> frozenset[str]:
    return frozenset(c for d in gazetteer().divisions() if d.level == "prefecture" for c in d.abbreviations)


@cache
def _provinces() -> dict[str, Division]:
    return {c: d for d in gazetteer().divisions() if d.level == "province" for c in d.abbreviations}


def _compound(text: str, start: int, end: int) -> tuple[int, int]:
    """A run without ambiguous characters at its ends that begin or end another word: 沪苏浙 in 沪苏浙新型显示."""
    while end > start and text[end - 1] in _AMBIGUOUS and not _parts(text, end, words().after_compound):
        end -= 1
    while start < end and text[start] in _AMBIGUOUS and not _follows(text, start):
        start += 1
    return start, end


def _parts(text: str, end: int, followers: tuple[str, ...]) -> bool:
    return _HAN.match(text, end) is None or text.startswith(followers, end)


def _follows(text: str, start: int) -> bool:
    return _HAN.match(text[start - 1 : start]) is None or text.endswith(words().before_compound, 0, start)


def _is_compound(run: str) -> bool:
    """Two characters at least that are no part of many words: 创新 and 云计算 prove nothing by 新 and 云."""
    return sum(c not in _AMBIGUOUS for c in run) >= _MIN_CERTAIN


def _printed_pair(pair: str, profile: Profile) -> tuple[Division, Division] | None:
    """The own place and the one place outside that the plan prints in full, by their first characters: 荣隆."""
    known = printed_by_character(profile)
    both = [known.get(character, ()) for character in pair]
    if any(len(found) != 1 for found in both) or profile.own not in (both[0][0], both[1][0]):
        return None
    return both[0][0], both[1][0]


@lru_cache(maxsize=1024)
def _joint_pair(pair: str, own: Division, *, listed: bool) -> tuple[Division, Division] | None:
    """The two places whose abbreviations a park's name joins: one of the own side, one of the same level elsewhere.

    Where `listed`, both are cities, and the other one by an abbreviation of the gazetteer.
    """
    places = gazetteer()
    above = [d for d in places.ancestors(own.code) if d.level == "prefecture"]
    for mine, other in ((pair[0], pair[1]), (pair[1], pair[0])):
        family = (own, *places.children(own.code), *above)
        sides = [d for d in family if d.level != "township" and _stands_for(mine, d)]
        for side in sides:
            partner = _listed(other, side) if listed else _abbreviated(other, side)
            if partner is not None:
                return (side, partner) if mine == pair[0] else (partner, side)
    return None


def _stands_for(character: str, division: Division) -> bool:
    """The first character of a name, its abbreviation, or for a prefecture any of its own (饶 for 上饶)."""
    own = (division.short or division.name[:-1]) if division.level == "prefecture" else division.name[0]
    return character in division.abbreviations or (character in own and character not in _PLAIN)


def _abbreviated(character: str, side: Division) -> Division | None:
    """The one division of a level that a character stands for: its first or any, in the province, then the country."""
    places = gazetteer()
    province = next((d for d in places.ancestors(side.code) if d.level == "province"), None)
    equals = [d for d in places.divisions() if d.level == side.level and not places.within(d.code, side.code)]
    inner = [d for d in equals if province is not None and places.within(d.code, province.code)]
    stems = [(d, d.short or d.name[:-1]) for d in inner]
    tiers = (
        [d for d, stem in stems if stem[0] == character],
        [d for d, stem in stems if character in stem],
        [d for d in equals if (d.short or d.name)[0] == character and side.level == "prefecture"],
    )
    for tier in tiers:
        if len(tier) == 1:
            return tier[0]
        if tier and tier is not tiers[-1]:
            return None
    return _listed(character, side)


def _listed(character: str, side: Division) -> Division | None:
    """The one city that a character abbreviates, 直辖市 among them; of several the one in the own province."""
    if side.level != "prefecture":
        return None
    cities = [d for d in gazetteer().divisions() if d.level == "prefecture" or d.name in _CITIES]
    found = [d for d in cities if character in d.abbreviations and d != side]
    near = [d for d in found if d.parent == side.parent]
    best = near or found
    return best[0] if len(best) == 1 else None
