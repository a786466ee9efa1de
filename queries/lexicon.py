"""What the words of a question in plain language may mean.

A question is cut into spans: names of the graph, years, numbers of measures, words of `ask.toml`, and
what is none of these. Names are found by Aho-Corasick, the longest first; a span may mean several things.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

import ahocorasick_rs

from extract.numbering import NUMERALS
from queries import agency_names, lookup
from queries.catalogue import bound, read
from queries.engine import Engine
from queries.patterns import BLANKS, LITERAL, PATTERNS, PLACEHOLDER
from queries.spans import BLANK, QUALITY, REST, STOP, TEXT, Meaning, Span, best, folded, is_whole, with_rests
from queries.terms import value
from queries.words import data, words

_PLAN_WORDS = ("三年行动计划", "行动计划", "行动方案", "实施方案", "规划", "计划", "方案")
_ENGLISH_PLANS = ("action plan", "plan")
_THINGS = ("place", "region", "project", "organization", "industry", "policy", "plan", "agency")
_INDICATOR = 4
"""Characters of the shortest indicator that is known by its name; shorter ones are common words."""
_LONG = 5
"""Letters of the shortest name that a slip of the pen is looked for in."""
_GENERIC = frozenset({"city", "province", "district", "county", "prefecture", "municipality", "市", "区", "县", "省"})
_JOINTS = frozenset({"in", "and", "or", "和", "与", "及", "或", "以及", "或者"})
"""What stands between two spans that mean one thing: Suzhou in Anhui, universities and colleges."""
_ENDINGS = {"大学": "university", "学院": "college", "集团": "group", "医院": "hospital", "公司": "company"}


class Lexicon:
    """The words of `ask.toml` and the names of a graph.

    Args:
        engine: what is asked for its names.

    Attributes:
        stems: the stems of all plans, sorted.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._words = words()
        self._names = self._words.exact
        self._codes: defaultdict[str, set[str]] = defaultdict(set)
        self._places: dict[str, tuple[str, str]] = {}
        self._texts: dict[str, str] = {}
        self._likely: set[str] = set()
        self._common = set(self._names)
        self._add_things()
        for name in [name for name, meanings in self._names.items() if not name or not meanings]:
            del self._names[name]
        self._keys = sorted(self._names)
        self._scanner = ahocorasick_rs.AhoCorasick(self._keys)

    # ------------------------------------------------------------ names of the graph

    def _add_things(self) -> None:
        self._labels = {kind: lookup.labels(self._engine, (kind,)) for kind in _THINGS}
        classes = [f"dk:{name}" for kind in _THINGS for name in lookup.KINDS[kind]]
        rows = self._engine.rows(bound(read("lookups/official-names.rq"), {"class": classes})).rows
        self._officials = {value(entity): value(name) for entity, name in rows}
        named = self._named()
        plans = self._plans()
        for kind in ("place", "region", "project", "organization", "industry", "policy"):
            for entity, names in self._labels[kind].items():
                official = self._official(entity, names)
                for name in names:
                    if kind == "place" and not self._stands_alone(name, entity, named):
                        continue
                    taken = name if kind in {"place", "region"} else official
                    if kind == "place":
                        code = entity.rpartition("/")[2]
                        self._codes[name].add(code)
                        self._likely |= {folded(name)} if entity in named else set()
                        self._places[code] = official, plans.get(entity, "")
                    self._add(name, Meaning(kind, taken))
                    if kind == "place" and entity in plans:
                        self._add(name, Meaning("plan", plans[entity]))
                if kind == "policy":
                    for name in names:
                        self._add(name.strip("《》"), Meaning(kind, official))
        self._add_plans(plans)
        self._add_agencies()
        self._add_organizations()
        self._add_topics()

    def _official(self, entity: str, names: Iterable[str]) -> str:
        return self._officials.get(entity) or min(names)

    def _add(self, name: str, meaning: Meaning) -> None:
        key = folded(name)
        usual = key in self._common and meaning.kind != "agency"
        if len(key) > 1 and not usual and not key.isdigit():
            self._names[key].add(meaning)

    def _named(self) -> set[str]:
        """The places that plans name."""
        return {value(place) for (place,) in self._engine.rows(read("lookups/named-places.rq")).rows}

    def _stands_alone(self, name: str, entity: str, named: set[str]) -> bool:
        """Whether a name of a place is taken where no word beside it says so: in full, of a city, or of a plan."""
        if entity in named:
            return True
        code = entity.rpartition("/")[2]
        high = code.endswith("00")
        return high or (len(name) > 2 and name[-1] in "市区县旗") or " " in name  # noqa: PLR2004 - 沛县 is short as well

    def _plans(self) -> dict[str, str]:
        """The stems of plans by the place that they are for; one of several is not known by its place."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for place, stem in self._engine.rows(read("lookups/plans-of-places.rq")).rows:
            found[value(place)].add(value(stem))
        return {place: min(stems) for place, stems in found.items() if len(stems) == 1}

    def _add_plans(self, plans: Mapping[str, str]) -> None:
        self.stems = lookup.stems(self._engine)
        for names in self._labels["plan"].values():
            stem = next(name for name in names if name in self.stems)
            for name in names:
                key = folded(name.strip("《》"))
                self._names[key].add(Meaning("plan", stem))
        places = self._labels["place"]
        for place, stem in plans.items():
            for name in map(folded, places[place]):
                ways = [f"{word} {joint} {name}" for word in _ENGLISH_PLANS for joint in ("of", "for")]
                if name.isascii():
                    ways += [f"{name}{joint} {word}" for word in _ENGLISH_PLANS for joint in ("", "'s")]
                    ways += [f"{word} of {name} {what}" for word in _ENGLISH_PLANS for what in ("city", "district")]
                else:
                    ways += [f"{name}{joint}{word}" for word in _PLAN_WORDS for joint in ("", "的")]
                for way in ways:
                    self._names[way].add(Meaning("plan", stem))

    def _add_agencies(self) -> None:
        """Agencies by every way to write them; a way that several share means none of them alone."""
        ways: defaultdict[str, set[str]] = defaultdict(set)
        for entity, names in self._labels["agency"].items():
            code = entity.rpartition("/agency/")[2].partition("/")[0]
            places = self._labels["place"].items()
            above = [name for place, written in places if place.endswith(f"/{code}") for name in written]
            for way in agency_names.ways(names, above):
                ways[way].add(self._official(entity, names))
        for way, officials in ways.items():
            self._add(way, Meaning("agency", min(officials) if len(officials) == 1 else way))

    def _add_organizations(self) -> None:
        """Organizations by their English names, by pinyin, and universities by the place that they are called after."""
        from pypinyin import lazy_pinyin  # noqa: PLC0415 - slow to import

        for entity, names in self._labels["organization"].items():
            meaning = Meaning("organization", self._official(entity, names))
            for name in names:
                self._add("".join(lazy_pinyin(name)), meaning)
                for ending, english in _ENDINGS.items():
                    if name.endswith(ending):
                        self._add(f"{''.join(lazy_pinyin(name.removesuffix(ending)))} {english}", meaning)
        for english, chinese in data()["names"].items():
            known = [one for word in chinese.split() for one in self._names.get(folded(word), ())]
            meant = set(known[:1]) or {Meaning("organization", chinese.split()[0])}
            for said in (english, *chinese.split()):
                self._names[said] |= self._names.get(said) or meant

    def _add_topics(self) -> None:
        for english, chinese in data()["policies"].items():
            self._names[english] |= {one for one in self._names.get(folded(chinese), ()) if one.kind == "policy"}
        for english, chinese in data()["topics"].items():
            rates = " ".join(f"{word}率" for word in chinese.split())
            for said, meant in ((english, chinese), (f"{english} rate", rates)):
                self._names[said].add(Meaning(TEXT, meant))
                self._names[said] |= self._industries(meant.split())
        for english, chinese in data()["qualities"].items():
            self._names[english].add(Meaning(QUALITY, chinese))
        for (indicator,) in self._engine.rows(read("lookups/texts-of-indicators.rq")).rows:
            if len(value(indicator)) >= _INDICATOR:
                self._add(value(indicator), Meaning(TEXT, value(indicator)))

    def _industries(self, chinese: Iterable[str]) -> set[Meaning]:
        return {one for word in chinese for one in self._names.get(word, ()) if one.kind == "industry"}

    # ------------------------------------------------------------ texts

    def holds(self, where: str, text: str) -> bool:
        """Whether plans hold a text: in `units`, names of `projects`, or `indicators`."""
        if where not in self._texts:
            rows = self._engine.rows(read(f"lookups/texts-of-{where}.rq")).rows
            self._texts[where] = "\n".join(value(one) for (one,) in rows)
        return text in self._texts[where] or text.upper() in self._texts[where]

    # ------------------------------------------------------------ cutting

    def spans(self, text: str) -> list[Span]:
        """Cut a folded question into spans that touch nothing of each other."""
        found: defaultdict[tuple[int, int], set[Meaning]] = defaultdict(set)
        for index, start, end in self._scanner.find_matches_as_indexes(text, overlapping=True):
            if is_whole(text, start, end):
                found[start, end] |= self._names[self._keys[index]]
        for where, meaning in self._words.begun(text):
            found[where].add(meaning)
        for kind, regex in PATTERNS:
            for match in regex.finditer(text):
                found[match.span()] |= self._of_pattern(kind, match["it"])
        for regex in LITERAL:
            for match in regex.finditer(text):
                found[match.span("it")].add(Meaning(TEXT, match["it"]))
        for match in BLANKS.finditer(text):
            found[match.span()].add(Meaning(BLANK, match[0]))
        spans = [self._spelt(span) for span in with_rests(text, best(text, found))]
        return self._joined(text, spans)

    def _spelt(self, span: Span) -> Span:
        """A span that is nothing known, as the place that plans name and that it is a slip of the pen for."""
        if not span.values((REST,)):
            return span
        near = [name for name in sorted(self._likely) if _is_slip(span.text, name)]
        return span._replace(meanings=span.meanings | self._names[near[0]]) if len(near) == 1 else span

    def _joined(self, text: str, spans: list[Span]) -> list[Span]:
        """Spans put together that mean one thing: a place and what it lies in, two topics that plans write in one."""
        done: list[Span] = []
        for span in spans:
            before = done[-2:-1] if done and done[-1].text in _JOINTS else done[-1:]
            if before and (meanings := self._together(text, before[0], span)):
                del done[done.index(before[0]) :]
                start = before[0].start
                done.append(Span(start, span.end, text[start : span.end], frozenset(meanings)))
            else:
                done.append(span)
        return done

    def _together(self, text: str, one: Span, other: Span) -> set[Meaning]:
        """What two spans mean together; nothing where they mean nothing together."""
        between = text[one.end : other.start].strip(" ,()")
        if alike := {same for same in one.meanings & other.meanings if same.kind in data()["values"]}:
            return alike if between in {*_JOINTS, "、", "/"} - {"in"} else set()
        if between not in {"", "in"}:
            return set()
        if other.values(("place",)) and one.values(("place", "plan")):
            return self._inner(one, other) or self._inner(other, one)
        if one.values(("place", "plan")) and other.text in _GENERIC:
            return set(one.meanings)
        first, second = one.values((TEXT, QUALITY)), other.values((TEXT,))
        if first and second and not between and one.text.isascii():
            words = [before + after for before in first[0].value.split() for after in second[0].value.split()]
            known = [word for word in words if self.holds("units", word)]
            return {Meaning(TEXT, known[0]), *self._industries(known)} if known else set()
        return set()

    def _inner(self, upper: Span, inner: Span) -> set[Meaning]:
        """What a place means behind what it lies in: Suzhou in Anhui is 宿州市."""
        uppers = {code for one in upper.values(("place",)) for code in self._codes[one.value]}
        codes = {code for one in inner.values(("place",)) for code in self._codes[one.value]}
        plans = inner.values(("plan",))
        if not codes:  # the plan of a place
            codes = {code for code, (_, stem) in self._places.items() if stem in {plan.value for plan in plans}}
        found = {code for code in codes if _lies_in(code, uppers)}
        if len(found) != 1:
            return set()
        place, stem = self._places[found.pop()]
        meanings = {Meaning("plan", stem)} if stem else set()
        return meanings | ({Meaning("place", place)} if inner.values(("place",)) else set())

    def _of_pattern(self, kind: str, text: str) -> set[Meaning]:
        if kind == "unit":
            return {Meaning("unit", str(NUMERALS.get(text, text)))}
        if kind in {"quoted", "titled"}:
            text = PLACEHOLDER.sub("", text.strip())
            if not text:
                return {Meaning(BLANK, "")}
            return {Meaning(TEXT, text), *(one for one in self._names.get(text, ()) if one.kind != STOP)}
        return {Meaning(kind, text)}


def _is_slip(text: str, name: str) -> bool:
    """Whether a text is a name with one wrong letter, or with a character that sounds like the right one."""
    if text.isascii() != name.isascii():
        return False
    if text.isascii():
        from rapidfuzz.distance import OSA  # noqa: PLC0415 - slow to import

        return len(name) >= _LONG and text[0] == name[0] and OSA.distance(text, name, score_cutoff=1) == 1
    from pypinyin import lazy_pinyin  # noqa: PLC0415 - slow to import

    alike = len(text) == len(name) and sum(map(str.__ne__, text, name)) == 1
    return alike and lazy_pinyin(text) == lazy_pinyin(name)


def _lies_in(code: str, uppers: Iterable[str]) -> bool:
    """Whether a division lies in one of others, by its code: 341300 lies in 340000."""
    return any(code != upper and code.startswith(upper.rstrip("0") or "1") for upper in uppers)
