"""Component `places`: the administrative divisions that a unit names.

Short names are treacherous (合作, 资源 and 发展 are divisions too), so a name counts by rules of precision:
a full name where its neighbours leave it whole; the short name of a province or prefecture likewise, where it
is no ordinary word; that of a county in the plan's own province, else beside another place or behind its parent.
"""

from collections.abc import Iterable, Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from extract.components import (
    Found,
    Passage,
    Profile,
    inside,
    mark,
    marked,
    overlaps,
    passage,
    place_entity,
    related,
    within,
)
from extract.facts import PlaceMention
from extract.places.abbreviations import abbreviated, explained_in, group_names
from extract.places.cuts import names_in, unhidden
from extract.places.doubts import (
    ends_water,
    is_hidden,
    is_plain_word,
    is_port,
    is_unlikely,
    is_whole,
    is_word_of_province,
    joined_word,
    parted,
    stands_apart,
)
from extract.places.lines import names_lines, of_areas, of_lines, runs_of
from extract.places.meanings import Meanings
from extract.places.names import longer, names_besides, scanner
from extract.places.neighbours import is_behind_other, is_on_way, leads_too_far, learned_from, of_same_parent
from extract.places.townships import Townships
from extract.places.trims import is_seam, trimmed
from extract.places.words import words
from extract.tracing import is_tracing, reject
from gazetteer.divisions import COUNTRY, Division

_SHORTEST_SAFE = 3
_NATURE = frozenset("河江湖溪山岭海岛港桥")
_LISTED = frozenset("、和与及")
_DASHES = ("经", "—", "——", "－", "-", "–", "~", "～", "―", "至", "到")


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
        self._own = profile.own
        self._profile = profile
        self._names: list[tuple[int, int]] = []
        self._starting: dict[int, tuple[int, int]] = {}
        self._ending: dict[int, tuple[int, int]] = {}
        self._found: dict[tuple[int, int], Found] = {}
        self._meanings = Meanings(profile, self._found)

    def read(self) -> list[Found]:
        self._names = names_in(scanner(), self._text)
        self._ending = {span[1]: span for span in self._names}
        self._starting = {span[0]: span for span in self._names}
        doubtful = self._sure(self._names)
        Townships(self._text, self._names, self._found, self._meanings).read()
        rest = self._prove([span for span in doubtful if not overlaps(*span, self._found)])
        while rest:
            inner = unhidden(scanner(), self._text, rest, list(self._found))
            self._note(span for span in rest if span not in inner)
            rest = self._prove(self._sure(inner))
        joined, wider = group_names(), longer()
        names = [span for span in self._names if self._text[slice(*span)] not in joined]
        out = list(self._found.values())
        out += abbreviated(self._text, names, self._profile)
        sure = [span for span in names if self._text[slice(*span)] in wider] if names_lines(self._text) else names
        lines = of_lines(self._text, [*sure, *((f.start, f.end) for f in out)], self._profile)
        longer_lines = [(a, b) for a, b in runs_of(lines) if b - a >= _SHORTEST_SAFE]
        shown = explained_in(self._text, [*names, *longer_lines], self._profile)
        taken = [*names, *((f.start, f.end) for f in (*out, *lines, *shown))]
        out += [f for f in lines if all(f.start != one.start for one in shown)] + shown + of_areas(self._text, taken)
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
            division = self._meanings.choose(self._meanings.candidates(self._text[start:end]))
            reason = "several" if division is None else "ordinary_word" if division.ordinary else "far"
            reject(f"places.{reason}", start, end)

    def _sure(self, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        doubtful, besides = [], names_besides()
        for start, end in spans:
            if self._text[start:end] in besides and is_hidden(self._text, start, end, self._profile):
                continue
            span = trimmed(self._text, start, end, self._own)
            if span is None:
                reject("places.part_of_word", start, end)
                continue
            division, sure = self._judge(*span)
            if division and sure and not (division.level == "county" and is_seam(self._text, *span)):
                self._take(span, division, self._named_by(self._text[slice(*span)], division))
            else:
                doubtful.append(span)
        return doubtful

    def _named_by(self, name: str, division: Division) -> str:
        """The rule by which a name that needs no proof is one."""
        if division.is_whole(name):
            return "full"
        if name != division.short:
            return "former"
        if related(division, self._own):
            return "own_short"
        near = self._meanings.near(division)
        if division.level == "county" and (near or name not in words().known_counties):
            return "near_short" if near else "printed_short"
        return "short"

    def _take(self, span: tuple[int, int], division: Division, rule: str) -> None:
        self._found[span] = Found(*span, division, rule)

    def _judge(self, start: int, end: int) -> tuple[Division | None, bool]:
        """The division that a name may mean, and whether it is sure without proof from its neighbours."""
        name = self._text[start:end]
        candidates = self._meanings.candidates(name)
        division = self._meanings.choose(candidates)
        if division is None:
            return None, False
        is_related, alone = related(division, self._own), len(candidates) == 1
        if division.is_whole(name):
            return division, self._full(start, division, alone=alone)
        if name != division.short:  # a former name
            return division, self._meanings.near(division) or (alone and self._meanings.gone_lately(name))
        if is_related and not self._is_word_afar(start, division):
            word = division.ordinary and is_plain_word(self._text, start, end, at_home=division == self._own)
            return division, not (word or (division.ordinary and self._is_river(start, end, division)))
        if division.ordinary:
            return division, is_port(self._text, end, name)
        if division.level in ("province", "prefecture") or is_port(self._text, end, name):
            return division, True
        if alone and len(name) > _SHORTEST_SAFE - 1 and name[-1] not in _NATURE:
            return division, True  # 霍尔果斯, 阿拉山口
        other = not self._meanings.near(division) and is_behind_other(start, division, self._found.values())
        proven = not other and (alone or self._meanings.parent_printed(division))  # 武汉东湖综保区
        if proven and self._text.startswith(words().zones, end):
            return division, True
        if other or self._is_river(start, end, division):
            return division, False
        wide = self._own is not None and self._own.code == COUNTRY and is_whole(self._text, start, end)
        near = self._meanings.near(division) or wide
        return division, self._meanings.printed(division) or (near and alone)

    def _full(self, start: int, division: Division, *, alone: bool) -> bool:
        """Whether a full name is sure: not where it is a word besides (城区), or many have it."""
        name, is_related = division.name, related(division, self._own)
        if len(name) < _SHORTEST_SAFE and name[-1] == "区":
            return is_related and (start in self._ending or stands_apart(self._text, start, self._own))
        worded = division.ordinary and "自治" not in name
        if division.level == "county" and (len(name) < _SHORTEST_SAFE or worded):
            near = self._meanings.near(division) or (alone and len(name) < _SHORTEST_SAFE and parted(self._text, start))
            return is_related or (near and not joined_word(self._text, start, name))
        return alone or self._meanings.near(division) or division.level != "county"

    def _is_word_afar(self, start: int, division: Division) -> bool:
        """A word that is a county's name too, in the plan of a province, and not behind the county's city."""
        behind = any(f.end == start and f.division.code == division.parent for f in self._found.values())
        return is_word_of_province(division, self._own) and not behind

    def _is_river(self, start: int, end: int, division: Division) -> bool:
        return start not in self._ending and ends_water(self._text, start, end, division)

    def _proven(self, span: tuple[int, int]) -> bool:
        """A name right behind its parent, or joined to another place, is a place."""
        start, end = span
        candidates = self._meanings.candidates(self._text[start:end])
        parent = next((f for f in self._found.values() if f.end == start), None)
        if parent is not None:
            above = parent.division.code
            below = [d for d in candidates if d.code != above and within(d.code, above)]
            certain = len(below) == 1 and (
                not below[0].ordinary
                or below[0].level == "prefecture"
                or self._closes_list(end)
                or self._text.startswith(words().seats, end)
            )
            if certain or (len(below) == 1 and self._text[start:end] == below[0].name):
                self._take(span, below[0], "behind_parent")
                return True
        of_county = parent is not None and parent.division.level == "county"  # 陇西文峰 is a town
        if of_county or joined_word(self._text, start, self._text[start:end]):
            return False
        if parent is None and self._in_list(span, candidates):
            return True
        division = self._meanings.choose(candidates)
        if division is None:
            return self._same_parent(span, candidates)
        far = division.level == "county" and not self._meanings.near(division)
        beside = list(self._beside(start, end))
        way = far and is_on_way(self._text, beside, division, self._own)
        kin = way or any(b == "经" or other.code[:2] == division.code[:2] for b, other, _ in beside)
        off = far and not way and leads_too_far(self._text, beside, division, self._own)
        if off or (far and is_unlikely(self._text, start, end, kin=kin)):
            return False
        if way or learned_from(self._text, self._starting, start, end, candidates):
            self._take(span, division, "beside_place" if way else "lesson")
            return True
        amid = self._meanings.near(division) and [between for between, *_ in beside] == ["、", "、"]  # 海沧、石狮、诏安
        for between, other, _ in beside:
            sibling = other.parent == division.parent and other.level == division.level
            is_near = self._meanings.near(division) or self._meanings.printed(division)
            on_line = between in _DASHES and (is_near or division.level != "county")
            if not division.ordinary or sibling or on_line or amid:
                self._take(span, division, "beside_place")
                return True
        return False

    def _in_list(self, span: tuple[int, int], candidates: Sequence[Division]) -> bool:
        """The one of a name that lies in the parent of the member before it: 南京鼓楼、玄武、建邺等区."""
        start, end = span
        if self._text[start - 1 : start] not in _LISTED:
            return False
        before = next((f for f in self._found.values() if f.end == start - 1), None)
        if before is None or before.division.level != "county":
            return False
        meant = [d for d in candidates if d.parent == before.division.parent and d.level == "county"]
        if len(meant) != 1 or (meant[0].ordinary and not self._closes_list(end)):
            return False
        self._take(span, meant[0], "beside_place")
        return True

    def _closes_list(self, end: int) -> bool:
        """Whether a list goes on or says behind a name that it is one of counties: 、, 等区, 两县."""
        return self._text.startswith(words().closes_list, end) or self._text.startswith("、", end)

    def _same_parent(self, span: tuple[int, int], candidates: Sequence[Division]) -> bool:
        start, end = span
        before = self._ending.get(start - 1) if self._text[start - 1 : start] in _LISTED else None
        after = self._starting.get(end + 1) if self._text[end : end + 1] in _LISTED else None
        meant = of_same_parent(self._text, (before, after), self._text[start:end], candidates)
        if meant is not None:
            self._take(span, meant, "beside_place")
        return meant is not None

    def _beside(self, start: int, end: int) -> Iterator[tuple[str, Division, int]]:
        """The places that stand beside a name, each with what stands between, and where both end."""
        for other in self._found.values():
            between = self._text[other.end : start] if other.end <= start else self._text[end : other.start]
            if between and between in words().joints:
                yield between, other.division, max(end, other.end)
