"""Undertakings as subjects of a clause (甲水厂二期主体封顶), and behind a verb in its middle (与甲大学共办乙研究院)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from extract.components import Found
from extract.facts import Stage
from extract.projects.lists import members
from extract.projects.names import NOT_SEVERAL, head_of
from extract.projects.objects import Undertaking
from extract.projects.proper import holds_a_name
from extract.projects.refusals import refused
from extract.projects.unbuilt import NO_FRAGMENTS
from extract.projects.verbs import TOLD
from extract.projects.words import words
from extract.word_lists import either, word_lists

_SHORTEST = 4
_LONGEST_CLAUSE = 160
_LONGEST_WHEN = 14
_LONGEST_SIZE = 16
_LONGEST_TOLD = 18
_WHEN = re.compile(
    r"(?:计划|预计|将|拟)?(?:于|在|到)?(?:20\d\d年|[今明后]年|年)?(?:\d{1,2}月)?(?:上半年|下半年|[一二三四]季度)?(?:采收季|汛)?份?[底末初内中]?之?前?$"
)
_SIZE = re.compile(
    r"(?<=[\u4e00-\u9fff）)])各?约?\d[\d.]*[万余多]*(?:[架个台套亩座张间栋辆吨兆]|千瓦|平方|公里|万千瓦)[^\d，、]{0,6}$"
)
_CLOSES = re.compile(
    r"(?:[一二三四五六七八九]期[^，、]{0,12}|(?:至|到|了)?[约近共超过达]{0,2}\d[\d.]*[^，、]{0,10}|工作|任务|步伐|项目)?$"
)
_NO_BARE = re.compile(r"^.{0,3}$|^\d|(?:配套|重点|重大|新建|续建|元以上|储备|招商)项目$|^[^“]*”|“[^”]*$")
_NOT_MADE = re.compile(r"[的被未已在]$|(?:开工|规划|项目|城市|园区|设施|工程|体系)$")


@dataclass(frozen=True, slots=True)
class Subject:
    """Undertakings in front of what is said of them.

    Attributes:
        run: where their list stands.
        stage: by what is said.
        bare: whether the last has no head, so that only what is said shows that it is an undertaking.
        rest: where the clause goes on.
    """

    run: tuple[int, int]
    stage: Stage
    bare: bool
    rest: int


def subject(text: str, start: int, end: int, places: Sequence[Found]) -> Subject | None:
    """The undertakings that a clause begins with and says something of; None where it begins with none.

    Args:
        text: of the unit.
        start: where the clause begins, behind dates and adverbs.
        end: where it ends.
        places: those that the unit names.
    """
    if text.startswith(_frames().fragments, start) and not text.startswith(NO_FRAGMENTS, start):
        return None
    if text.startswith(words().several, start) and not text.startswith(NOT_SEVERAL, start):
        return None
    known = _frames()
    bare = None
    for match in known.pattern.finditer(text, start + _SHORTEST, min(end, start + _LONGEST_CLAUSE)):
        said = match[0]
        closes = said in known.ends
        if text.startswith(known.nouns, match.end(), end) or (closes and not _CLOSES.match(text, match.end(), end)):
            continue
        until = _before(text, start, match.start())
        listed = members(text, start, until) if until - start >= _SHORTEST else []
        if not listed or listed[-1][1] - listed[-1][0] < _SHORTEST:
            continue
        last = listed[-1]
        name = text[slice(*last)]
        name = name if name.endswith("示范项目") else name.removesuffix("项目").removesuffix("等")
        named = holds_a_name(name, last, places)
        if head_of(name) is not None and (named or len(listed) > 1):
            return Subject((start, until), known.stages[said], bare=False, rest=match.end())
        if bare is None and said in known.bare and named and "的" not in name:
            bare = Subject((start, until), known.stages[said], bare=True, rest=match.end())
    return bare


def bare_members(text: str, said: Subject, places: Sequence[Found]) -> Iterator[Undertaking]:
    """The members of a list without a head that only what is said shows to be undertakings (甲硅材料二期投产)."""
    if not said.bare:
        return
    for start, end in members(text, *said.run):
        until = end - 1 if text.endswith("等", start, end) else end
        name = text[start:until]
        named = holds_a_name(name, (start, until), places) and _NO_BARE.search(name) is None
        if named and not refused(name, (start, until), "", places, trusted=True):
            yield Undertaking(name, said.stage, ((start, until),), (), "subject")


def bare_behind(text: str, follows: tuple[int, int, Stage], end: int, places: Sequence[Found]) -> Iterator[Undertaking]:
    """The members without a head of a list that only the verb behind it shows to be undertakings."""
    start, until, stage = follows
    if _frames().pattern_bare.search(text, until, end):
        until -= 1 if text.endswith("等", start, until) else 0
        yield from bare_members(text, Subject((start, until), stage, bare=True, rest=end), places)


def making(text: str, start: int, end: int) -> Iterator[tuple[int, Stage]]:
    """Where what is made begins behind each verb of making in the middle of a clause, and the verb's stage."""
    known = _frames()
    for match in known.makes.finditer(text, start, min(end, start + _LONGEST_CLAUSE)):
        if match.start() > start and _NOT_MADE.search(text, start, match.start()):
            continue
        if not text.startswith((*known.nouns, "、"), match.end(), end):
            yield match.end(), known.made[match[0]]


def _before(text: str, start: int, end: int) -> int:
    """Where the undertaking ends in front of adverbs, dates and sizes."""
    shorter: int | None = end
    while shorter is not None and shorter > start:
        end = shorter
        adverb = text.endswith(_frames().between, start, end)
        shorter = next(end - len(w) for w in _frames().between if text.endswith(w, start, end)) if adverb else None
        if (
            shorter is not None
            and head_of(text[max(start, end - _LONGEST_SIZE) : end])
            and not head_of(text[start:shorter])
        ):
            shorter = None
        told = TOLD.search(text, max(start, end - _LONGEST_TOLD), end) if shorter is None else None
        shorter = told.start() if told and told.start() > start else shorter
        when = _WHEN.search(text, max(start, end - _LONGEST_WHEN), end)
        if shorter is None and when and when.start() < end:
            shorter = when.start()
        size = _SIZE.search(text, max(start, end - _LONGEST_SIZE), end)
        if shorter is None and size:
            shorter = size.start()
    return end


@dataclass(frozen=True, slots=True)
class Frames:
    """The words of `project_frames.toml`."""

    pattern: re.Pattern[str]
    stages: dict[str, Stage]
    ends: frozenset[str]
    bare: frozenset[str]
    pattern_bare: re.Pattern[str]
    between: tuple[str, ...]
    nouns: tuple[str, ...]
    fragments: tuple[str, ...]
    makes: re.Pattern[str]
    made: dict[str, Stage]


@cache
def _frames() -> Frames:
    table = word_lists("project_frames")
    said = {word: stage for kind in ("ends", "says") for stage, listed in table[kind].items() for word in listed}
    says = {word for listed in table["says"].values() for word in listed}
    made = {word: stage for stage, listed in table["makes"].items() if stage != "nouns" for word in listed}
    between = {*table["between"]["words"], *words().adverbs} - {"和", "及", "以及", "在建"}
    return Frames(
        pattern=re.compile(either(said)),
        stages=said,
        ends=frozenset(said) - says,
        bare=frozenset(table["bare"]["words"]),
        pattern_bare=re.compile(either(table["bare"]["words"])),
        between=tuple(sorted(between, key=len, reverse=True)),
        nouns=tuple(table["nouns"]["words"]),
        fragments=tuple(table["fragments"]["words"]),
        makes=re.compile(either(made)),
        made=made,
    )
