"""Component `policies`: the titles between 《 and 》, who issued them, and what the plan does with them.

The word that governs a title, or the list that it stands in, says whether the plan carries the paper out
(贯彻落实《…》) or rests on it (根据《…》); a title in a title stays part of it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from extract.components import mark, passage
from extract.facts import Citation, CitationRelation, Entity
from extract.structure.metadata import leading_division
from extract.word_lists import word_lists
from gazetteer.divisions import COUNTRY

_TITLE = re.compile(r"《([^《》]*(?:《[^《》]*》[^《》]*)*)》")
_OURS = re.compile(r"(?:我[省市县区州]|本[省市县区])$")
_STOPS = re.compile(r"[，,。；;：:！？!?\n》]")
_NUMBER = r"(?:[（(][^（()）《》\n]{0,40}[)）]|〔[^〔〕《》\n]{0,40}〕)?"
_JOINED = re.compile(rf"{_NUMBER}(?:以及|[，,]以及|[，,]?[和及与并]|、)?[^，,。；;：:、！？!?\n《》]{{0,16}}")
_REACH = 40
_RANK: dict[CitationRelation, int] = {"implements": 2, "based-on": 1, "cites": 0}
_RULES: dict[CitationRelation, str] = {"implements": "implements", "based-on": "based_on", "cites": "title"}


@dataclass(frozen=True, slots=True)
class Words:
    """The word lists of `policies.toml`, as patterns."""

    governing: re.Pattern[str]
    pushes: re.Pattern[str]
    settled: re.Pattern[str]
    grounds: re.Pattern[str]


@cache
def words() -> Words:
    """The word lists, compiled once; the longest word counts where several begin at one place."""
    table = word_lists("policies")
    kinds = ("implements", "based_on", "other")
    listed = sorted(((word, kind) for kind in kinds for word in table[kind]), key=lambda one: -len(one[0]))
    says = "|".join(f"(?P<{kind}_{n}>{word})" for n, (word, kind) in enumerate(listed))
    etc = "(?:等[^，。；《]{0,12}?)?"
    behind = f"{_NUMBER}{etc}(?:提出|确定|明确)?的?(?:各项)?(?:任务|政策|要求|精神|部署|规定)?(?:全面|深入|有效)?"
    return Words(
        governing=re.compile(says),
        pushes=re.compile(_either(table["pushes"])),
        settled=re.compile(f"{behind}{_either(table['settled'])}(?!{_either(table['names_on'])})"),
        grounds=re.compile(f"{_NUMBER}{etc}为(?:重要|根本|基本|主要)?{_either(table['grounds'])}"),
    )


def _either(listed: Iterable[str]) -> str:
    return f"(?:{'|'.join(sorted(listed, key=len, reverse=True))})"


@Language.component("policies")
def policies(doc: Doc) -> Doc:
    """Emit a citation for each title; what the unit does with a paper at one spot holds for all its spots."""
    here = passage(doc)
    text = here.unit.text
    found = [m for m in _TITLE.finditer(text) if m[1].strip()]
    mark(doc, "policies", (m.span() for m in found))
    own = _written(here.profile.plan.title)
    done = [(m, _written(m[1]), relation) for m, relation in zip(found, relations(text, found), strict=True)]
    done = [(m, title, "cites" if title == own else relation) for m, title, relation in done]
    for match, title, relation in done:
        strongest = max((r for _, t, r in done if t == title), key=_RANK.__getitem__)
        here.facts.append(
            Citation(
                unit=here.unit.id,
                rule=f"policies.{_RULES[relation]}",
                as_written=title,
                evidence=here.evidence(match.span(1)),
                policy=Entity("policy", title, _issuer(title, text[: match.start()], here.profile.side.jurisdiction)),
                relation=strongest,
            )
        )
    return doc


def _written(title: str) -> str:
    return re.sub(r"\s+", "", title)


def relations(text: str, titles: Sequence[re.Match[str]]) -> Iterator[CitationRelation]:
    """What the text does with each of its titles, in order; the members of a list share the word in front of it."""
    for members in _lists(text, titles):
        relation = _relation(text, members[0].start(), members[-1].end())
        yield from (relation for _ in members)


def _lists(text: str, titles: Sequence[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """The titles in lists: parted by joints, papers' numbers and the names of who issued them."""
    members: list[re.Match[str]] = []
    for title in titles:
        between = text[members[-1].end() : title.start()] if members else ""
        if members and (_JOINED.fullmatch(between) is None or words().governing.search(between)):
            yield members
            members = []
        members.append(title)
    if members:
        yield members


def _relation(text: str, start: int, end: int) -> CitationRelation:
    """The nearest word in front that governs decides; one in a clause about the paper (印发的《…》) governs nothing."""
    floor = max(0, start - _REACH)
    floor = max((m.end() for m in _STOPS.finditer(text, floor, start)), default=floor)
    if text.rfind("以", floor, start) >= 0 and words().grounds.match(text, end):
        return "based-on"
    governing = None
    for match in words().governing.finditer(text, floor, start):
        of_the_paper = (match.lastgroup or "").startswith("other") and text[match.end() : start] in ("的", "了")
        governing = governing if of_the_paper else match
    if governing is not None:
        kind = (governing.lastgroup or "").rpartition("_")[0]
        return "implements" if kind == "implements" else "based-on" if kind == "based_on" else "cites"
    pushed = words().pushes.search(text, floor, start) and words().settled.match(text, end)
    return "implements" if pushed else "cites"


def _issuer(title: str, before: str, own: str) -> str:
    """Whose paper it is: of the place that begins the title or stands right before it, else of the centre."""
    division = leading_division(title)
    if division is not None:
        return division.code
    if _OURS.search(before):
        return own
    for length in range(min(11, len(before)), 1, -1):
        division = leading_division(before[-length:])
        if division is not None and before[-length:] in (division.name, division.short):
            return division.code
    return COUNTRY
