"""The townships that a unit names: by full name, behind their parent, in front of a facility, or by their stem."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

import ahocorasick_rs

from extract.common_words import is_common
from extract.components import Found, dictionary, overlaps, scan
from extract.places.meanings import Meanings
from extract.places.rows_of_towns import ENDING, LEADS, behind_count, is_of_word, rows_of_towns
from extract.places.words import is_state_group, plain_name, words
from gazetteer.divisions import Division, gazetteer

_LONGEST = 10
_LONGEST_STEM = 3
_MARSHES = frozenset("淀泊湖")
_OF_NATURE = frozenset("河江湖溪山岛岭峰")
_OF_WATERS = frozenset("山河江湖溪水海岛峡瀑崖岭峰泉关桥洞寺石潭源")
_HAN = re.compile("[\u4e00-\u9fff]")
_DASHES = frozenset("—－-")
_TO = frozenset("至到—－-")
_OF_SIGHTS = frozenset("山桥洞寺湖峡瀑崖岭峰泉关")
_AFTER_STEM = frozenset("至到—－-、，。；）段和与及")


class Townships:
    """Reads the townships of one text.

    Args:
        text: the text.
        names: where names of divisions stand in it, whatever they mean.
        found: what it has been found to name, by its run; townships are added to it.
        meanings: chooses among divisions of one name.
    """

    def __init__(
        self, text: str, names: Sequence[tuple[int, int]], found: dict[tuple[int, int], Found], meanings: Meanings
    ) -> None:
        self._text = text
        self._names = names
        self._found = found
        self._meanings = meanings

    def read(self) -> None:
        """Townships of the plan's own prefecture and those behind their parent, by full name."""
        text = self._text
        prefecture = self._meanings.prefecture
        if prefecture is not None:
            scanner, names = _township_scanner(prefecture.code)
            for start, end in scan(scanner, text):
                self._uncover(start, end)
                if not self._taken(start, end):
                    self._choose(start, end, names[text[start:end]])
            self._found.update(rows_of_towns(text, self._meanings.county, self._found))
            self._facilities(prefecture.code)
            self._proven_elsewhere(prefecture.code)
        self._towns()
        for mention in list(self._found.values()):
            if (
                mention.division.level in ("county", "prefecture")
                and text[mention.start : mention.end][-1] in "市县区旗"
            ):
                self._behind(mention)
        for mention in list(self._found.values()):
            if self._meanings.near(mention.division) or self._meanings.printed(mention.division):
                self._stem_behind(mention)
        self._of_counties_named()

    def _uncover(self, start: int, end: int) -> None:
        """Drop the short name of a place that the full name of a township contains: 新乡 in 长新乡, 新田 in 新田镇."""
        for span in [span for span in self._found if start <= span[0] and span[1] <= end and span != (start, end)]:
            if self._found[span].division.name != self._text[slice(*span)]:
                del self._found[span]

    def _uncover_stem(self, mention: Found) -> None:
        """Put the township right behind its county for a place elsewhere of that name: 丹阳 in 博望丹阳."""
        if mention.division.level != "county":
            return
        after = next((span for span in self._found if span[0] == mention.end), None)
        if after is None or self._found[after].rule == "township":
            return
        other, stem = self._found[after].division, self._text[slice(*after)]
        towns = _stems(mention.division.code, named=True) if other.name != stem else {}
        if stem in towns and other.code != mention.division.code:
            self._take(*after, towns[stem], "behind_parent")

    def _of_counties_named(self) -> None:
        """More townships, by full name, of counties outside of which one is named already (塘桥街道与…、周家渡街道)."""
        towns = [f.division for f in self._found.values() if f.division.level == "township"]
        for code in sorted({d.parent for d in towns if d.parent and not self._meanings.near(d)}):
            scanner, names = _township_scanner(code)
            for start, end in scan(scanner, self._text):
                found = names[self._text[start:end]]
                if len(found) == 1 and not self._taken(start, end):
                    self._take(start, end, found[0], "township")

    def _stem_behind(self, mention: Found) -> None:
        """A township by its stem right behind its county (渠县三汇, 高要金利), or its city on a line (广州石井至…)."""
        text, division = self._text, mention.division
        self._uncover_stem(mention)
        if division.level not in {"county", "prefecture"} or self._taken(mention.end, mention.end + 1):
            return
        names, plain = _stems(division.code, named=division.level == "county"), _stems(division.code)
        for end in range(mention.end + _LONGEST_STEM, mention.end + 1, -1):
            stem = text[mention.end : end]
            if end > len(text) or stem not in names or is_common(text[end - 1 : end + 1]):
                continue
            at_end = text[end : end + 1] in _AFTER_STEM
            on_line = at_end or text.startswith(words().facilities, end)
            is_sight = stem[-1] in _OF_SIGHTS and not text.startswith(words().facilities, end)
            listed = self._listed(end, division) if at_end else []
            if (on_line and not is_sight) or (
                division.level == "county"
                and stem in plain
                and not is_sight
                and not text.startswith(words().products, end)
            ):
                self._take(mention.end, end, names[stem], "behind_parent")
                for a, b, town in listed:
                    self._take(a, b, town, "behind_parent")
            return
        if division.level == "county" and (listed := self._listed(mention.end - 1, division, first=True)):
            for a, b, town in listed:
                self._take(a, b, town, "behind_parent")

    def _listed(self, at: int, division: Division, *, first: bool = False) -> list[tuple[int, int, Division]]:
        """Townships of a county by their stems in a list: 房山长阳、良乡、琉璃河; two at least where none is proven."""
        names, out = _stems(division.code, named=True), []
        start = at + 1
        while first or self._text[start - 1 : start] == "、":
            end = next((start + n for n in (3, 2) if self._text[start : start + n] in names), 0)
            if not end or self._taken(start, end):
                break
            out.append((start, end, names[self._text[start:end]]))
            start, first = end + 1, False
        return out if at < len(self._text) and (self._text[at] == "、" or len(out) > 1) else []

    def _behind(self, mention: Found) -> None:
        """The township that is named right behind its county or city (东莞市虎门镇)."""
        names = _township_names(mention.division.code)
        for end in range(mention.end + _LONGEST, mention.end + 1, -1):
            found = names.get(self._text[mention.end : end], ())
            if len(found) == 1:
                self._take(mention.end, end, found[0], "behind_parent")
                return

    def _choose(self, start: int, end: int, candidates: Sequence[Division]) -> None:
        near = self._meanings.nearest(list(candidates)) if len(candidates) > 1 else list(candidates)
        if near:
            self._take(start, end, near[0], "township")

    def _facilities(self, code: str) -> None:
        """Short names in front of a facility, also in a list (芦庙、古城站点) or side by side (程庄朱楼风电场)."""
        text = self._text
        scanner, names = _township_scanner(code, short=True)
        rivers = [(a, b) for a, b in self._names if text[a:b] in words().rivers]
        proven = -1
        for start, end in reversed(scan(scanner, text)):
            stem, marsh = text[start:end], text[end - 1] in _MARSHES and text.startswith("水库", end)  # 大浪淀水库
            if self._taken(start, end) or marsh or is_of_word(text, start, end, self._found):
                continue
            if overlaps(start, end, rivers) or stem in words().facilities or stem in words().waters_besides:
                continue  # 长江大桥 crosses a river, and is no 大桥镇
            plain = not any(town.ordinary for town in names[text[start:end]])
            joined = proven in (end, end + 1) and text[end:proven] in ("" if plain else "、", "、", "和", "及")
            counted, homely = behind_count(text, end), plain or self._meanings.county is not None
            led = plain and (text.endswith(words().before_township, 0, start) or is_state_group(text, start))
            if (
                joined
                or led
                or text.startswith(words().facilities, counted)
                or (homely and text.startswith((*words().houses, *words().seats_of_towns), counted))
                or (plain and text.startswith(words().towns, end))
            ):
                self._choose(start, end, names[text[start:end]])
                proven = start

    def _proven_elsewhere(self, code: str) -> None:
        """Stems that are no word, on a line (顶山—汊河), or proven somewhere in the plan (白沟 by 白沟新城)."""
        text = self._text
        stems, named = _stems(code), {text[a:b] for a, b in self._names}
        for start, end in scan(_stem_scanner(code), text):
            over = [(a, b) for a, b in self._names if a < end and start < b and not (start <= a and b <= end)]
            if over or self._taken(start, end) or text[start:end] in named:
                continue  # 独山 lies in 独山港
            if end - start < _LONGEST_STEM and is_common(text[end - 1 : end + 1]):
                continue
            if text[end : end + 1] in _OF_NATURE:
                continue  # 熊岳河, 三清山
            stem = text[start:end]
            beside = self._beyond_dash(start, end)
            on_line = text[start - 1 : start] in _TO and any(f.end == start - 1 for f in self._found.values())
            plain = self._apart(start, end, stem)
            if beside or on_line or plain or self._meanings.proves_town(stems[stem], stem, words().towns):
                self._take(start, end, stems[stem], "township")
            if beside:
                self._take(*beside, "beside_place")

    def _apart(self, start: int, end: int, stem: str) -> bool:
        """Whether no word runs into a stem that is none itself, and neither it nor what follows is of nature."""
        text = self._text
        if stem[-1] in _OF_WATERS or stem in words().no_stems or text.startswith(_not_behind(), end):
            return False
        before = text[start - 1 : start]
        if _HAN.match(before) is None or before in words().joints or before in LEADS:
            return True
        return is_common(text[start - 2 : start]) or any(f.end == start for f in self._found.values())

    def _beyond_dash(self, start: int, end: int) -> tuple[int, int, Division] | None:
        """The township of a county that the plan prints, on the other end of a dash, by its stem: 顶山 in 顶山—汊河."""
        text = self._text
        names = self._meanings.stems_printed(_stems)
        for size in (3, 2):
            for a, dash in ((start - 1 - size, start - 1), (end + 1, end)):
                other = text[a : a + size] if a >= 0 else ""
                if text[dash : dash + 1] in _DASHES and other in names and not self._taken(a, a + size):
                    return a, a + size, names[other]
        return None

    def _towns(self) -> None:
        """Towns of the own province that are called by their stem alone, since it ends in 镇 or 乡 (乌镇 of 乌镇镇)."""
        province = self._meanings.province
        if province is not None:
            scanner, names = _town_scanner(province.code)
            for start, end in scan(scanner, self._text):
                if (
                    not is_common(self._text[end - 1 : end + 1])
                    and not self._taken(start, end)
                    and not overlaps(start, end, self._names)
                ):
                    self._choose(start, end, names.get(self._text[start:end], ()))

    def _take(self, start: int, end: int, division: Division, rule: str) -> None:
        self._found[start, end] = Found(start, end, division, rule)

    def _taken(self, start: int, end: int) -> bool:
        return overlaps(start, end, self._found)


@lru_cache(maxsize=512)  # a county each: a corpus names most of them
def _stems(code: str, *, named: bool = False) -> dict[str, Division]:
    """The townships of a county or city by stems that are no other word nor name, and each of one township alone.

    Args:
        code: of the county or city.
        named: whether stems count that are names of divisions besides.
    """
    names: dict[str, list[Division]] = {}
    for town in gazetteer().townships(code):
        stem = ENDING.sub("", town.name)
        if 1 < len(stem) <= _LONGEST_STEM and stem != town.name and not town.ordinary and not is_common(stem):
            names.setdefault(stem, []).append(town)
    return {
        stem: towns[0] for stem, towns in names.items() if len(towns) == 1 and (named or not gazetteer().named(stem))
    }


@cache
def _not_behind() -> tuple[str, ...]:
    return (*words().after_stem, *words().products, *words().joint_parks)


@lru_cache(maxsize=64)
def _stem_scanner(code: str) -> ahocorasick_rs.AhoCorasick:
    return dictionary(stem for stem in _stems(code) if stem[-1] not in _OF_SIGHTS)


@cache
def _town_scanner(province: str) -> tuple[ahocorasick_rs.AhoCorasick, dict[str, list[Division]]]:
    names: dict[str, list[Division]] = {}
    for town in gazetteer().townships(province):
        stem, plain = ENDING.sub("", town.name), not town.ordinary
        if stem.endswith(("镇", "乡")) and stem not in words().no_towns and plain and not gazetteer().named(stem):
            names.setdefault(stem, []).append(town)
    return dictionary(names), {name: towns for name, towns in names.items() if len(towns) == 1}


@lru_cache(maxsize=64)
def _township_scanner(
    code: str, *, short: bool = False
) -> tuple[ahocorasick_rs.AhoCorasick, dict[str, list[Division]]]:
    names = _township_names(code, short=short)
    return dictionary(names), names


@lru_cache(maxsize=512)
def _township_names(code: str, *, short: bool = False) -> dict[str, list[Division]]:
    """The townships of an area by their names, or by their stems."""
    names: dict[str, list[Division]] = {}
    for division in gazetteer().townships(code):
        name = ENDING.sub("", division.name) if short else division.name
        if len(name) > 1 and (short or ENDING.search(name)) and len(name) < len(division.name) + 1 - short:
            names.setdefault(name, []).append(division)
        if plain := plain_name(division):
            names.setdefault(plain.removesuffix("乡") if short else plain, []).append(division)
    return names
