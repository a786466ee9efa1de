"""Works that a clause begins with, whatever it says of them (甲枢纽保持常态通航), and members that each have a verb."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from extract.components import Found
from extract.facts import Stage
from extract.projects.lending import Item
from extract.projects.lists import completed, items, members
from extract.projects.names import NOT_SEVERAL, head_of
from extract.projects.objects import Undertaking
from extract.projects.proper import holds_a_name
from extract.projects.refusals import refused
from extract.projects.unbuilt import NO_FRAGMENTS
from extract.projects.words import words
from extract.word_lists import either, word_lists

_LONGEST_CLAUSE = 120
_LEAST_BEFORE = 6
_ALSO = re.compile(r"并(?=(?:启动|谋划|推进|加快|争取|设立|组建|报)[^，、]{4,})")
_BEHIND = r"(?:[（(][^（）()]{1,16}[）)]|[一二三四五六七八九]期|首期|[东西南北]段)?"
_PHASE = re.compile(
    r"(?P<first>[一二三四五六七]期)(?P<said>[^，、。；：\n期]{0,14})[、，和](?P<verb>[^，、。；：\n]{0,4})(?P<second>[一二三四五六七]期)"
)


def standing(
    text: str, start: int, end: int, number: tuple[list[Item], int] | None, places: Sequence[Found]
) -> tuple[list[Undertaking], int]:
    """The works that a clause begins with and says something of, and where the clause goes on.

    Works do not act, so that whatever a clause says of them is done to them; parks, bodies and platforms do, and are
    left out.

    Args:
        text: of the unit.
        start: where the clause begins, behind dates and adverbs.
        end: where it ends.
        number: the list that a number sums up at its beginning, and where that ends; None where none does.
        places: those that the unit names.
    """
    known = _frames()
    if text.startswith(known.fragments, start) and not text.startswith(NO_FRAGMENTS, start):
        return [], start
    if text.startswith(words().several, start) and not text.startswith(NOT_SEVERAL, start):
        return [], start
    until = min(end, start + _LONGEST_CLAUSE)
    if number is not None and number[1] < end and known.begins.match(text, number[1], end):
        return _undertakings(text, number[0], _said(text, number[1], end), places), number[1]
    for match in known.works.finditer(text, start + 2, until):
        begins = known.begins.match(text, match.end(), end)
        if begins is None:
            continue
        listed = items(text, start, match.end(), places)
        named = [holds_a_name(text[a:b], (a, b), places) for item in listed for a, b in item.runs]
        if not named[-1] and not 2 * sum(named) > len(named):
            return [], start
        stage = _said(text, match.end(), end)
        found = _undertakings(text, completed(text, listed, places, None, ""), stage, places)
        return (found, match.end()) if len(found) == len(listed) else ([], start)
    return [], start


def _undertakings(text: str, made: Sequence[Item], stage: Stage, places: Sequence[Found]) -> list[Undertaking]:
    found = []
    for item in made:
        name = item.name(text)
        if name.startswith(_actions()):
            continue
        if head_of(name) is not None and not refused(name, item.runs[0], "", places, trusted=True):
            found.append(Undertaking(name, stage, tuple(item.runs), (), "standing"))
    return found


@cache
def _actions() -> tuple[str, ...]:
    return tuple(word_lists("governing")["verbs"])


def _said(text: str, start: int, end: int) -> Stage:
    """The stage of the first word behind works that says one."""
    match = _frames().stages_pattern.search(text, start, end)
    return _frames().stages[match[0]] if match else "underway"


def parted(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The parts of a clause whose members each end in what is said of them (甲一期开工、乙投用)."""
    also_said = text.find("并", start, end) >= 0
    if not also_said and text.find("、", start, end) < 0:
        return [(start, end)]
    runs: list[tuple[int, int]] = []
    listed = members(text, start, end) if "、" in text[start:end] else [(start, end)]
    for a, b in listed:
        begin = runs.pop()[0] if runs and not text.endswith(_frames().closes, *runs[-1]) else a
        also = _ALSO.search(text, max(begin, a) + _LEAST_BEFORE, b) if also_said and b - a > 2 * _LEAST_BEFORE else None
        runs += [(begin, also.start()), (also.end(), b)] if also else [(begin, b)]
    return runs


def next_phases(text: str, found: Sequence[Undertaking]) -> Iterator[Undertaking]:
    """The second phase of an undertaking whose first is named in front of it (甲医院一期建成、二期开工)."""
    for match in _PHASE.finditer(text) if text.count("期") > 1 else ():
        first = next((u for u in found if u.runs[-1][1] == match.end("first")), None)
        if first is not None and (not match["verb"] or match["verb"] in _frames().verbs):
            stage = _frames().verbs.get(match["verb"]) or _said(text, match.end(), match.end() + 8)
            runs = (*first.runs[:-1], (first.runs[-1][0], match.start("first")), match.span("second"))
            yield Undertaking("".join(text[a:b] for a, b in runs), stage, runs, first.around, first.rule)


@dataclass(frozen=True, slots=True)
class Frames:
    """The words of `[standing]` in `project_frames.toml`, and those that say a stage."""

    works: re.Pattern[str]
    begins: re.Pattern[str]
    fragments: tuple[str, ...]
    closes: tuple[str, ...]
    stages: dict[str, Stage]
    stages_pattern: re.Pattern[str]
    verbs: dict[str, Stage]


@cache
def _frames() -> Frames:
    table = word_lists("project_frames")
    stages = {
        word: stage for kind in ("says", "standing_says") for stage, listed in table[kind].items() for word in listed
    }
    standing_words = table["standing"]
    begins = either(
        {*standing_words["begins"], *words().adverbs, *stages, *table["between"]["words"]}
        - {"和", "及", "以及", "将", "主体", "建设", "要"}
    )
    return Frames(
        works=re.compile(f"(?:{either(standing_words['works'])}){_BEHIND}"),
        begins=re.compile(
            rf"(?:{begins}|20\d\d年|\d{{1,2}}月|按(?![钮揉摩])|于|由(?=[^，]{{2,12}}(?:建设|启动|实施|推进)))"
        ),
        fragments=tuple(table["fragments"]["words"]),
        closes=tuple(table["standing"]["closes"]),
        stages=stages,
        stages_pattern=re.compile(either(stages)),
        verbs=words().verbs,
    )
