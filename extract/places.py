"""Component `places`: the administrative divisions that a unit names.

Short names are treacherous (合作, 资源 and 发展 are divisions too), so a name counts by rules of precision:
a full name where its neighbours leave it whole; the short name of a province or prefecture likewise, where it
is no ordinary word; that of a county in the plan's own province, else beside another place or behind its parent.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import ahocorasick_rs
from spacy.language import Language
from spacy.tokens import Doc

from extract.abbreviations import abbreviated, group_names
from extract.components import (
    Found,
    Passage,
    Profile,
    dictionary,
    inside,
    mark,
    marked,
    overlaps,
    passage,
    place_entity,
    related,
    scan,
    within,
)
from extract.facts import PlaceMention
from extract.place_cuts import names_in, unhidden
from extract.place_words import words
from extract.tracing import is_tracing, reject
from gazetteer.divisions import COUNTRY, Division, gazetteer

_HAN = re.compile(r"[\u4e00-\u9fff]")
_TOWN_ENDING = re.compile(r"(?:地区办事处|街道办事处|街道|民族乡|镇|乡|苏木)$")
_SHORTEST_SAFE = 3
_LONGEST_TOWNSHIP = 10
_NUMERALS = frozenset("一二三四五六七八九十百千万双")
_WATERS = frozenset("河江湖溪")
_LATELY = 5  # years for which people go on using a name
_RANKS = {"country": 0, "province": 1, "prefecture": 2, "county": 3, "township": 4}
_LISTED = frozenset("、和与及")
_DASHES = ("—", "——", "－", "-", "–", "~", "～", "―", "至", "到")
_WATER_WORDS = ("江北", "江南", "江东", "江西", "江苏", "江宁", "河南", "河北", "河东", "河西", "湖南", "湖北", "湖州")


@Language.component("places")
def places(doc: Doc) -> Doc:
    """Emit a mention of each division that the unit's body names, outside its responsibility clauses."""
    here = passage(doc)
    clauses = marked(doc, "clauses")
    found = []
    for mention in named_places(here.unit.text, here.profile):
        if inside(mention.start, clauses):
            reject("places.in_clause", mention.start, mention.end)
        else:
            found.append(mention)
    mark(doc, "places", ((f.start, f.end) for f in found))
    doc.user_data["places"] = found
    for mention in found:
        here.facts.append(_fact(here, mention))
    return doc


def _fact(here: Passage, mention: Found) -> PlaceMention:
    return PlaceMention(
        unit=here.unit.id,
        rule=f"places.{mention.rule}",
        as_written=here.unit.text[mention.start : mention.end],
        evidence=here.evidence((mention.start, mention.end)),
        place=place_entity(mention.division),
    )


def named_places(text: str, profile: Profile) -> list[Found]:
    """The divisions that a text names, in order; one name may stand for several (沪苏浙 for three)."""
    return _Reader(text, profile).read()


class _Reader:
    """Reads one text: first what is sure by itself, then what its neighbours prove."""

    def __init__(self, text: str, profile: Profile) -> None:
        self._text = text
        self._profile = profile
        self._own = profile.own
        self._year = _year(profile)
        self._names: list[tuple[int, int]] = []
        self._starting: dict[int, tuple[int, int]] = {}
        self._ending: dict[int, tuple[int, int]] = {}
        self._whole: dict[str, bool] = {}
        self._found: dict[tuple[int, int], Found] = {}

    def read(self) -> list[Found]:
        self._names = names_in(_scanner(), self._text)
        self._ending = {span[1]: span for span in self._names}
        self._starting = {span[0]: span for span in self._names}
        doubtful = self._sure(self._names)
        self._townships()
        rest = self._prove(doubtful)
        while rest:
            inner = unhidden(_scanner(), self._text, rest, list(self._found))
            self._note(span for span in rest if span not in inner)
            rest = self._prove(self._sure(inner))
        groups = [span for span in self._names if self._text[slice(*span)] in group_names()]
        names = [span for span in self._names if span not in groups]
        out = list(self._found.values())
        out += abbreviated(self._text, names, self._own)
        return sorted(out, key=lambda f: (f.start, f.end, f.division.code))

    def _prove(self, doubtful: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        """Take the names that others prove, as often as a proof may prove the next of a list; give the rest."""
        rest = list(doubtful)
        while True:
            proven = [span for span in rest if self._proven(span)]
            if not proven:
                return rest
            rest = [span for span in rest if span not in proven]

    def _note(self, doubtful: Iterable[tuple[int, int]]) -> None:
        for start, end in doubtful if is_tracing() else ():
            division = self._choose(self._candidates(self._text[start:end]))
            reason = "several" if division is None else "ordinary_word" if division.ordinary else "far"
            reject(f"places.{reason}", start, end)

    # names by themselves

    def _sure(self, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        doubtful = []
        for start, end in spans:
            if self._text[start:end] in _longer():
                continue
            span = self._trimmed(start, end)
            if span is None:
                reject("places.part_of_word", start, end)
                continue
            division, sure = self._judge(*span)
            if division is not None and sure:
                self._take(span, division, self._named_by(self._text[slice(*span)], division))
            else:
                doubtful.append(span)
        return doubtful

    def _named_by(self, name: str, division: Division) -> str:
        """The rule by which a name that needs no proof is one."""
        if name == division.name:
            return "full"
        if name != division.short:
            return "former"
        if related(division, self._own):
            return "own_short"
        return "near_short" if division.level == "county" else "short"

    def _take(self, span: tuple[int, int], division: Division, rule: str) -> None:
        self._found[span] = Found(*span, division, rule)

    def _trimmed(self, start: int, end: int) -> tuple[int, int] | None:
        """The name without an ending that begins the next word (徐州市场), None where it is no name at all."""
        text, known = self._text, words()
        name, after = text[start:end], text[end : end + 1]
        ends = {"市": known.after_city, "县": known.after_county, "区": known.after_district}.get(name[-1], ())
        if after and after in ends:
            if not gazetteer().named(name[:-1]):
                return None
            end, name = end - 1, name[:-1]
        before = text[start - 1 : start]
        if after and after in _WATERS and not text.startswith(_WATER_WORDS, end) and _is_county_short(name):
            return None
        if name[0] == "成" and before in set("造形建完达变生组构集合养促落"):
            return None
        if (
            name[0] in _NUMERALS
            and text[end : end + 1] in set("台个大项级类方")
            and not name.endswith(("市", "县", "区"))
        ):
            return None
        if name[-1] in _WATERS and self._lists_waters(start, end):
            return None
        if name[-1] in "南北东西" and name[0] in "河湖山江海云" and text.startswith(known.after_water, end):
            return None if _HAN.match(before) else (start, end)
        return start, end

    def _lists_waters(self, start: int, end: int) -> bool:
        """Among rivers or lakes a name like 包河 is one of them."""
        text = self._text
        if text.startswith(("流域", "水质", "干流", "支流", "河道", "上游", "下游"), end):
            return True
        before, after = text[max(0, start - 2) : start], re.match(r"、[\u4e00-\u9fff]{1,3}(?=[、和等流])", text[end:])
        return (before[1:] == "、" and before[0] in _WATERS) or (after is not None and after[0][-1] in _WATERS)

    def _judge(self, start: int, end: int) -> tuple[Division | None, bool]:
        """The division that a name may mean, and whether it is sure without proof from its neighbours."""
        name = self._text[start:end]
        candidates = self._candidates(name)
        division = self._choose(candidates)
        if division is None:
            return None, False
        is_related = related(division, self._own)
        if name == division.name:
            generic = len(name) < _SHORTEST_SAFE or division.ordinary
            if division.level != "county" or not generic:
                return division, len(candidates) == 1 or self._near(division) or division.level != "county"
            return division, is_related or (self._near(division) and not self._joined_word(start, name))
        if name != division.short:  # a former name
            return division, self._near(division) or (len(candidates) == 1 and self._gone_lately(name))
        if is_related:
            return division, True
        if division.ordinary:
            return division, False
        if division.level in ("province", "prefecture"):
            return division, True
        return division, self._near(division) and len(candidates) == 1

    def _candidates(self, name: str) -> tuple[Division, ...]:
        """What a name may mean in the plan's year: not what was made later, but what was still there then."""
        places, year = gazetteer(), self._year
        found = [d for d in places.named(name) if not (year and d.since > year and name == d.name)]
        if name in places.earlier_names():
            last = max((d.until for d in places.earlier(name)), default=0)
            then = [d for d in places.earlier(name, year) if year or d.until == last]
            if then:
                found = sorted([*(d for d in found if d.name == name), *then], key=lambda d: _RANKS[d.level])
        return tuple(found)

    def _gone_lately(self, name: str) -> bool:
        return bool(self._year and gazetteer().earlier(name, self._year - _LATELY))

    def _joined_word(self, start: int, name: str) -> bool:
        """和县 behind a name is the conjunction and a county of any name."""
        return name[0] == "和" and _HAN.match(self._text[start - 1 : start]) is not None

    def _choose(self, candidates: Sequence[Division]) -> Division | None:
        """The one meant: the highest level; among equals the nearest to the plan, else the one in a named parent."""
        if not candidates:
            return None
        level = candidates[0].level
        equals = [d for d in candidates if d.level == level]
        if len(equals) > 1:
            equals = self._nearest(equals)
        return equals[0] if len(equals) == 1 else None

    def _nearest(self, equals: list[Division]) -> list[Division]:
        places = gazetteer()
        chain = (self._own, *places.ancestors(self._own.code)) if self._own else ()
        for area in chain:
            if area.code != COUNTRY:
                near = [d for d in equals if within(d.code, area.code)]
                if near:
                    return near
        named = {f.division.code for f in self._found.values()}
        whole = [d for d in equals if self._printed_whole(d)]
        if len(whole) == 1:
            return whole
        return [d for d in equals if any(a.code in named for a in places.ancestors(d.code) if a.code != COUNTRY)]

    def _printed_whole(self, division: Division) -> bool:
        """Somewhere in the plan the name stands behind that of its parent (北京市通州区)."""
        known = self._whole.get(division.code)
        if known is None:
            above = gazetteer().get(division.parent)
            names = {above.name, above.short} - {""} if above and above.code != COUNTRY else set()
            wholes = [f"{name}{division.name}" for name in names]
            known = any(whole in unit.text for unit in self._profile.plan.units for whole in wholes)
            self._whole[division.code] = known
        return known

    def _near(self, division: Division) -> bool:
        """In the plan's own province."""
        province = self._province()
        return province is not None and within(division.code, province.code)

    # names by their neighbours

    def _proven(self, span: tuple[int, int]) -> bool:
        """A name right behind its parent, or joined to another place, is a place."""
        start, end = span
        candidates = self._candidates(self._text[start:end])
        parent = next((f for f in self._found.values() if f.end == start), None)
        if parent is not None:
            above = parent.division.code
            below = [d for d in candidates if d.code != above and within(d.code, above)]
            certain = len(below) == 1 and (not below[0].ordinary or below[0].level == "prefecture")
            if certain or (len(below) == 1 and self._text[start:end] == below[0].name):
                self._take(span, below[0], "behind_parent")
                return True
        if self._joined_word(start, self._text[start:end]):
            return False
        division = self._choose(candidates)
        if division is None:
            return self._same_parent(span, candidates)
        if division.level == "county" and self._text[end - 1] in _WATERS and not self._near(division):
            return False  # 清水河 on a line is a river or a town of that name before it is a county far away
        if self._learned_from(start, end, candidates):
            self._take(span, division, "lesson")
            return True
        for between, other in self._beside(start, end):
            sibling = other.parent == division.parent and other.level == division.level
            if not division.ordinary or sibling or (self._near(division) and between in _DASHES):
                self._take(span, division, "beside_place")
                return True
        return False

    def _learned_from(self, start: int, end: int, candidates: Sequence[Division]) -> bool:
        """The short name of one county alone, which the text learns or takes from: 学习义乌经验, 承接昆山产业转移."""
        if len(candidates) > 1 or candidates[0].ordinary or self._text[start:end] != candidates[0].short:
            return False
        return self._text.endswith(words().learns, 0, start) or self._text.startswith(words().lessons, end)

    def _same_parent(self, span: tuple[int, int], candidates: Sequence[Division]) -> bool:
        """Of several divisions of one full name the one that has a parent in common with its neighbour in a list."""
        start, end = span
        text = self._text
        before = self._ending.get(start - 1) if text[start - 1 : start] in _LISTED else None
        after = self._starting.get(end + 1) if text[end : end + 1] in _LISTED else None
        for other in (before, after):
            if other is not None:
                parents = {d.parent for d in gazetteer().named(text[slice(*other)]) if d.level == "county"}
                meant = [d for d in candidates if d.parent in parents and d.name == text[start:end]]
                if len(meant) == 1:
                    self._take(span, meant[0], "beside_place")
                    return True
        return False

    def _beside(self, start: int, end: int) -> Iterator[tuple[str, Division]]:
        """The places that stand beside a name, each with what stands between."""
        for other in self._found.values():
            between = self._text[other.end : start] if other.end <= start else self._text[end : other.start]
            if between and between in words().joints:
                yield between, other.division

    # townships

    def _townships(self) -> None:
        """Townships of the plan's own prefecture and those behind their parent, by full name."""
        text = self._text
        prefecture = self._prefecture()
        if prefecture is not None:
            scanner, names = _township_scanner(prefecture.code)
            for start, end in scan(scanner, text):
                if not self._taken(start, end):
                    self._take_township(start, end, names[text[start:end]])
            self._facilities(prefecture.code)
        self._towns()
        for mention in list(self._found.values()):
            if (
                mention.division.level in ("county", "prefecture")
                and text[mention.start : mention.end][-1] in "市县区旗"
            ):
                self._behind(mention)

    def _behind(self, mention: Found) -> None:
        """The township that is named right behind its county or city (东莞市虎门镇)."""
        _, names = _township_scanner(mention.division.code)
        for end in range(mention.end + _LONGEST_TOWNSHIP, mention.end + 1, -1):
            found = names.get(self._text[mention.end : end], ())
            if len(found) == 1:
                self._take((mention.end, end), found[0], "behind_parent")
                return

    def _take_township(self, start: int, end: int, candidates: Sequence[Division]) -> None:
        near = self._nearest(list(candidates)) if len(candidates) > 1 else list(candidates)
        if near:
            self._take((start, end), near[0], "township")

    def _prefecture(self) -> Division | None:
        if self._own is None:
            return None
        chain = (self._own, *gazetteer().ancestors(self._own.code))
        county = next((d for d in chain if d.level == "county"), None)
        return next((d for d in chain if d.level == "prefecture"), county)

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
            joined = proven in (end, end + 1) and text[end:proven] in ("", "、", "和", "及")
            plain = not any(town.ordinary for town in names[text[start:end]])
            if joined or text.startswith(words().facilities, end) or (plain and text.startswith(words().towns, end)):
                self._take_township(start, end, names[text[start:end]])
                proven = start

    def _towns(self) -> None:
        """Towns of the own province that are called by their stem alone, since it ends in 镇 or 乡 (乌镇 of 乌镇镇)."""
        province = self._province()
        if province is not None:
            scanner, names = _town_scanner(province.code)
            for start, end in scan(scanner, self._text):
                if not self._taken(start, end) and not overlaps(start, end, self._names):
                    self._take_township(start, end, names.get(self._text[start:end], ()))

    def _province(self) -> Division | None:
        if self._own is None:
            return None
        chain = (self._own, *gazetteer().ancestors(self._own.code))
        return next((d for d in chain if d.level == "province"), None)

    def _taken(self, start: int, end: int) -> bool:
        return overlaps(start, end, self._found)


def _year(profile: Profile) -> int | None:
    """The year that a plan was adopted in, else the first of its period."""
    plan = profile.plan
    if plan.adopted:
        return int(plan.adopted[:4])
    return plan.period[0] if plan.period else None


def _is_county_short(name: str) -> bool:
    """The short name of counties alone: in front of 江 it is a river (澜沧江, 漾濞江)."""
    return all(d.level == "county" and d.name != name for d in gazetteer().named(name))


@cache
def _scanner() -> ahocorasick_rs.AhoCorasick:
    names = {*_longer(), *gazetteer().earlier_names()}
    for division in gazetteer().divisions():
        if division.code != COUNTRY:
            names.update(n for n in (division.name, division.short, *division.former) if len(n) > 1)
    return dictionary(names)


@cache
def _longer() -> frozenset[str]:
    """What is no division though one may begin or end in it: words, rivers, groups of places."""
    return frozenset({*words().longer, *words().rivers, *group_names()})


@cache
def _town_scanner(province: str) -> tuple[ahocorasick_rs.AhoCorasick, dict[str, list[Division]]]:
    names: dict[str, list[Division]] = {}
    for town in gazetteer().townships(province):
        stem, plain = _TOWN_ENDING.sub("", town.name), not town.ordinary
        if stem.endswith(("镇", "乡")) and stem not in words().no_towns and plain and not gazetteer().named(stem):
            names.setdefault(stem, []).append(town)
    return dictionary(names), {name: towns for name, towns in names.items() if len(towns) == 1}


@cache
def _township_scanner(
    code: str, *, short: bool = False
) -> tuple[ahocorasick_rs.AhoCorasick, dict[str, list[Division]]]:
    names: dict[str, list[Division]] = {}
    for division in gazetteer().townships(code):
        name = _TOWN_ENDING.sub("", division.name) if short else division.name
        if len(name) > 1 and (short or _TOWN_ENDING.search(name)) and len(name) < len(division.name) + 1 - short:
            names.setdefault(name, []).append(division)
    return dictionary(names), names
