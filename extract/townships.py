"""The townships that a unit names: by full name, behind their parent, in front of a facility, or by their stem."""

import re
from collections.abc import Sequence
from functools import cache

import ahocorasick_rs

from extract.common_words import is_common
from extract.components import Found, dictionary, overlaps, scan
from extract.place_meanings import Meanings
from extract.place_words import is_state_group, words
from gazetteer.divisions import Division, gazetteer

_ENDING = re.compile(r"(?:地区办事处|街道办事处|街道|民族乡|镇|乡|苏木)$")
_LONGEST = 10
_LONGEST_STEM = 3
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
                if not self._taken(start, end):
                    self._choose(start, end, names[text[start:end]])
            self._facilities(prefecture.code)
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

    def _stem_behind(self, mention: Found) -> None:
        """A township by its stem right behind its county (渠县三汇, 高要金利), or its city on a line (广州石井至…)."""
        text, division = self._text, mention.division
        if division.level not in {"county", "prefecture"} or self._taken(mention.end, mention.end + 1):
            return
        names = _stems(division.code)
        for end in range(mention.end + _LONGEST_STEM, mention.end + 1, -1):
            stem = text[mention.end : end]
            if end > len(text) or stem not in names or is_common(text[end - 1 : end + 1]):
                continue
            at_end = text[end : end + 1] in _AFTER_STEM
            on_line = at_end or text.startswith(words().facilities, end)
            if on_line or (division.level == "county" and not text.startswith(words().products, end)):
                self._take(mention.end, end, names[stem], "behind_parent")
            return

    def _behind(self, mention: Found) -> None:
        """The township that is named right behind its county or city (东莞市虎门镇)."""
        _, names = _township_scanner(mention.division.code)
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
            if self._taken(start, end):
                continue
            if overlaps(start, end, rivers):
                continue  # 长江大桥 crosses a river
            plain = not any(town.ordinary for town in names[text[start:end]])
            joined = proven in (end, end + 1) and text[end:proven] in ("", "、", "和", "及")
            led = plain and (text.endswith(words().before_township, 0, start) or is_state_group(text, start))
            if (
                joined
                or led
                or text.startswith(words().facilities, end)
                or (plain and text.startswith(words().towns, end))
            ):
                self._choose(start, end, names[text[start:end]])
                proven = start

    def _towns(self) -> None:
        """Towns of the own province that are called by their stem alone, since it ends in 镇 or 乡 (乌镇 of 乌镇镇)."""
        province = self._meanings.province
        if province is not None:
            scanner, names = _town_scanner(province.code)
            for start, end in scan(scanner, self._text):
                if not self._taken(start, end) and not overlaps(start, end, self._names):
                    self._choose(start, end, names.get(self._text[start:end], ()))

    def _take(self, start: int, end: int, division: Division, rule: str) -> None:
        self._found[start, end] = Found(start, end, division, rule)

    def _taken(self, start: int, end: int) -> bool:
        return overlaps(start, end, self._found)


@cache
def _stems(code: str) -> dict[str, Division]:
    """The townships of a county or city by stems that are no other word nor name, and each of one township alone."""
    names: dict[str, list[Division]] = {}
    for town in gazetteer().townships(code):
        stem = _ENDING.sub("", town.name)
        if 1 < len(stem) <= _LONGEST_STEM and stem != town.name and not town.ordinary and not is_common(stem):
            names.setdefault(stem, []).append(town)
    return {stem: towns[0] for stem, towns in names.items() if len(towns) == 1 and not gazetteer().named(stem)}


@cache
def _town_scanner(province: str) -> tuple[ahocorasick_rs.AhoCorasick, dict[str, list[Division]]]:
    names: dict[str, list[Division]] = {}
    for town in gazetteer().townships(province):
        stem, plain = _ENDING.sub("", town.name), not town.ordinary
        if stem.endswith(("镇", "乡")) and stem not in words().no_towns and plain and not gazetteer().named(stem):
            names.setdefault(stem, []).append(town)
    return dictionary(names), {name: towns for name, towns in names.items() if len(towns) == 1}


@cache
def _township_scanner(
    code: str, *, short: bool = False
) -> tuple[ahocorasick_rs.AhoCorasick, dict[str, list[Division]]]:
    names: dict[str, list[Division]] = {}
    for division in gazetteer().townships(code):
        name = _ENDING.sub("", division.name) if short else division.name
        if len(name) > 1 and (short or _ENDING.search(name)) and len(name) < len(division.name) + 1 - short:
            names.setdefault(name, []).append(division)
    return dictionary(names), names
