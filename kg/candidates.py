"""What looks like a fact and gave none: the view of who wants to know what extraction misses.

The words in `candidates.toml` are wider than those of extraction, so most candidates are rightly none; what a
component noted when it left one out is the reason that is given.
"""

import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal, TypeAlias

import ahocorasick_rs

from extract.brackets import bracketed
from extract.clauses.bodies import is_body
from extract.components import dictionary, inside, overlaps, scan
from extract.facts import PlaceMention, Span
from extract.plan import Plan
from extract.rules import Said, reasons
from extract.tracing import Explained
from gazetteer.divisions import COUNTRY, gazetteer
from kg.sentences import ends

Kind: TypeAlias = Literal[
    "cooperation", "partners", "targets", "policies", "responsibilities", "projects", "industries", "places"
]
Run: TypeAlias = tuple[int, int]
Found: TypeAlias = tuple[Run, str]
"""Where a candidate stands, and the name of the reason."""

_TWO = 2
_YEAR = re.compile(r"20\d\d年?$")
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Candidate:
    """What looks like a fact.

    Attributes:
        plan: the plan's stem.
        unit: id of the unit.
        kind: the component that would have found the fact.
        text: the words, as read.
        sentence: the sentence around them.
        reason: name of the reason, `component.reason` where a component left it out, else as in `candidates.toml`.
        says: the reason in words.
        run: where the words stand in the unit's text.
    """

    plan: str
    unit: str
    kind: Kind
    text: str
    sentence: str
    reason: str
    says: Said
    run: Run


@dataclass(frozen=True, slots=True)
class _Words:
    cooperation: re.Pattern[str]
    organisations: re.Pattern[str]
    stops: frozenset[str]
    longest_name: int
    aims: re.Pattern[str]
    figures: re.Pattern[str]
    duties: re.Pattern[str]
    labels: re.Pattern[str]
    undertakings: re.Pattern[str]
    industries: re.Pattern[str]
    reasons: dict[str, Said]


@cache
def _words() -> _Words:
    table: dict[str, Any] = tomllib.loads(Path(__file__).with_name("candidates.toml").read_text(encoding="utf-8"))
    return _Words(
        cooperation=re.compile(_either(table["cooperation"])),
        organisations=re.compile(f"{_either(table['organisations'])}(?!{_either(table['goes_on'])})"),
        stops=frozenset(table["stops"]),
        longest_name=table["longest_name"],
        aims=re.compile(_either(table["aims"])),
        figures=re.compile(rf"\d+(?:[.,]\d+)*{_either(table['units'])}"),
        duties=re.compile(_either(table["duties"])),
        labels=re.compile(f"^[（(【〔]?{_either(table['labels'])}.*$", re.MULTILINE),
        undertakings=re.compile(f"{_either(table['undertakings'])}(?!{_either(table['no_undertaking'])})"),
        industries=re.compile(f"{_either(table['industries'])}(?!{_either(table['no_industry'])})"),
        reasons={name: Said(**said) for name, said in table["reasons"].items()},
    )


def _either(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})"


def said_of(reason: str) -> Said:
    """What a reason says in words; KeyError for an unknown one."""
    return reasons()[reason] if "." in reason else _words().reasons[reason]


@cache
def _divisions() -> ahocorasick_rs.AhoCorasick:
    """A scanner of the names of counties and of what is above them, in full and short."""
    return dictionary(
        name for d in gazetteer().divisions() if d.code != COUNTRY for name in (d.name, d.short) if len(name) >= _TWO
    )


def candidates(plan: Plan, explained: Explained) -> Iterator[Candidate]:
    """What looks like a fact in a unit and gave none, kind by kind, each in the order of the text."""
    reader = _Reader(plan, explained)
    found_by_kind: tuple[tuple[Kind, Iterator[Found]], ...] = (
        ("cooperation", reader.ties()),
        ("partners", reader.organisations()),
        ("targets", reader.figures()),
        ("policies", reader.titles()),
        ("responsibilities", reader.clauses()),
        ("projects", reader.undertakings()),
        ("industries", reader.industries()),
        ("places", reader.divisions()),
    )
    for kind, found in found_by_kind:
        for run, reason in found:
            yield reader.candidate(kind, run, reason)


class _Reader:
    def __init__(self, plan: Plan, explained: Explained) -> None:
        self._plan = plan
        self._unit = explained.unit
        self._text = explained.unit.text
        self._facts: dict[str, list[Run]] = {}
        self._places: list[tuple[Run, str]] = []
        for fact in explained.facts:
            runs = [self._run(span) for span in fact.evidence]
            self._facts.setdefault(fact.rule.partition(".")[0], []).extend(runs)
            if isinstance(fact, PlaceMention):
                self._places += ((run, fact.place.jurisdiction) for run in runs)
        self._left_out = [(self._run(one.span), one.reason) for one in explained.left_out]
        self._brackets = [(g.start, g.end) for g in bracketed(self._text)]
        self._clauses = [run for run in self._brackets if self._holds("responsibilities", run)]

    def candidate(self, kind: Kind, run: Run, reason: str) -> Candidate:
        """A candidate with its sentence and its reason in words."""
        sentence = next((one for one in self._sentences() if one[0] <= run[0] < one[1]), run)
        sentence = sentence[0], max(sentence[1], run[1])
        says = said_of(reason)
        text, whole = (self._text[slice(*one)].strip() for one in (run, sentence))
        if kind == "cooperation":
            text = "、".join(dict.fromkeys(self._text[slice(*one)] for one, _ in self._named(run)))
        return Candidate(self._plan.stem, self._unit.id, kind, text, whole, reason, says, run)

    def ties(self) -> Iterator[Found]:
        """Sentences with two places, one of another side, and a word of cooperation, in which no tie rests."""
        for start, end in self._sentences():
            codes = {code for _, code in self._named((start, end))}
            others = [code for code in codes if not self._is_own(code)]
            if len(codes) < _TWO or not others or self._holds("cooperation", (start, end)):
                continue
            if _words().cooperation.search(self._text, start, end):
                left = [one for one in self._left_out if start <= one[0][0] < end and self._of(one, "cooperation")]
                yield (start, end), next((reason for _, reason in left), "tie")

    def organisations(self) -> Iterator[Found]:
        """Names that end like an organisation's and are part of no fact, title or clause."""
        known = _words()
        for match in known.organisations.finditer(self._text):
            at = self._begins(match)
            left = next((one for one in self._left_out if one[0][1] == match.end() and self._of(one, "partners")), None)
            run, reason = left or ((at, match.end()), "organisation")
            if run[0] < match.start() and not self._is_part_of_fact(match.end() - 1):
                yield run, reason

    def figures(self) -> Iterator[Found]:
        """Figures with a unit of measure in sentences that aim at something, which became no target."""
        for match in _words().figures.finditer(self._text):
            start, end = match.span()
            sentence = next(one for one in self._sentences() if one[0] <= start < one[1])
            aimed = _words().aims.search(self._text, *sentence) is not None
            taken = self._is_part_of_fact(start, "policies", "responsibilities", "projects")
            if aimed and not taken and not _YEAR.match(match[0]) and not self._is_target(start, end):
                left = (one for one in self._left_out if one[0][0] < end and start < one[0][1])
                yield (start, end), next((one[1] for one in left if self._of(one, "targets")), "figure")

    def titles(self) -> Iterator[Found]:
        """Marks 《 that open no title."""
        for match in re.finditer("《", self._text):
            start = match.start()
            if not any(a - 1 <= start < b for a, b in self._facts.get("policies", ())):
                close = self._text.find("》", start)
                line = self._text.find("\n", start)
                end = close + 1 if close >= 0 else line if line >= 0 else len(self._text)
                yield (start, min(end, start + _LONGEST)), "unclosed" if close < 0 else "empty"

    def clauses(self) -> Iterator[Found]:
        """Brackets and lines that speak of duties or list bodies, and in which no responsibility rests."""
        known = _words()
        brackets = [run for run in self._brackets if known.duties.search(self._text, *run) or self._lists_bodies(run)]
        lines = [match.span() for match in known.labels.finditer(self._text)]
        taken = -1
        for run in sorted(brackets + lines, key=lambda one: (one[0], -one[1])):
            if run[0] >= taken and not self._holds("responsibilities", run):
                taken = run[1]
                left = (one for one in self._left_out if run[0] <= one[0][0] < run[1])
                yield run, next((one[1] for one in left if self._of(one, "responsibilities")), "no_body")

    def undertakings(self) -> Iterator[Found]:
        """What the component of projects left out, and names that end like an undertaking's."""
        return self._of_component("projects", _words().undertakings, "undertaking")

    def industries(self) -> Iterator[Found]:
        """What the component of industries left out, and names that end like an industry's."""
        return self._of_component("industries", _words().industries, "industry")

    def divisions(self) -> Iterator[Found]:
        """What the component of places left out, and other names of divisions."""
        left = [one for one in self._noted("places") if one[1] != "places.ordinary_word"]  # 合作, hardly ever the city
        taken = [
            *self._facts.get("places", ()),
            *self._facts.get("regions", ()),
            *(run for run, _ in self._noted("places")),
        ]
        named = (((a, b), "place") for a, b in scan(_divisions(), self._text) if not inside(a, self._clauses))
        yield from sorted([*left, *(one for one in named if not overlaps(*one[0], taken))])

    def _of_component(self, component: str, endings: re.Pattern[str], reason: str) -> Iterator[Found]:
        """Names with an ending that are neither part of a fact nor noted, and those that the component noted."""
        left = self._noted(component)
        taken = [*self._facts.get(component, ()), *(run for run, _ in left)]
        found = [
            ((self._begins(match), match.end()), reason)
            for match in endings.finditer(self._text)
            if not overlaps(match.start() - 1, match.end(), taken) and not self._is_part_of_fact(match.end() - 1)
        ]
        bare = {match.span() for match in endings.finditer(self._text)}  # 基地 alone names nothing
        found = [one for one in found if one[0] not in bare]
        yield from sorted([*left, *found])

    def _noted(self, component: str) -> list[Found]:
        """What a component left out and no fact of its own covers, each run once."""
        facts = self._facts.get(component, ())
        noted = {run: reason for run, reason in self._left_out if reason.startswith(f"{component}.")}
        return [
            (run, reason)
            for run, reason in noted.items()
            if not reason.endswith(".in_clause") and not overlaps(*run, facts)
        ]

    # what is where

    def _begins(self, ending: re.Match[str]) -> int:
        """Where a name with an ending begins, as far as stops and its length let it."""
        at, known = ending.start(), _words()
        while at and ending.end() - at < known.longest_name and self._text[at - 1] not in known.stops:
            at -= 1
        return at

    def _lists_bodies(self, run: Run) -> bool:
        """A component found names of bodies in a bracket, and left it out."""
        left = (one for one in self._left_out if run[0] <= one[0][0] < run[1] and self._of(one, "responsibilities"))
        return any(is_body(self._text[slice(*name)]) for name, _ in left)

    def _run(self, span: Span) -> Run:
        offsets = self._unit.offsets
        return bisect_left(offsets, span.start), bisect_left(offsets, span.end)

    def _sentences(self) -> Iterator[Run]:
        return pairwise([0, *ends(self._text)])

    def _named(self, run: Run) -> list[tuple[Run, str]]:
        return [one for one in self._places if run[0] <= one[0][0] < run[1]]

    def _is_own(self, code: str) -> bool:
        own = self._plan.jurisdiction
        return bool(own) and own != COUNTRY and gazetteer().within(code, own)

    def _of(self, left_out: tuple[Run, str], component: str) -> bool:
        return left_out[1].startswith(f"{component}.")

    def _holds(self, component: str, run: Run) -> bool:
        return any(run[0] <= a < run[1] for a, _ in self._facts.get(component, ()))

    def _is_target(self, start: int, end: int) -> bool:
        """A target ends in its figure, with a suffix (以上) at most."""
        runs = self._facts.get("targets", ())
        return any(a <= start and end <= b and re.search(r"\d", self._text[end:b]) is None for a, b in runs)

    def _is_part_of_fact(self, at: int, *components: str) -> bool:
        chosen = components or ("partners", "projects", "responsibilities", "policies")
        runs = [run for component in chosen for run in self._facts.get(component, ())]
        return any(a <= at < b for a, b in (*runs, *self._clauses))
