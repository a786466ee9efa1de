"""What the clauses around a name tell of it: who is to build it, what it goes through, what is done to it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from extract.components import Found
from extract.facts import Stage
from extract.projects.objects import Undertaking
from extract.projects.verbs import beside_verb
from extract.projects.words import leading_word
from extract.word_lists import either, word_lists

_WITH = ("与", "同", "和", "联合", "会同", "携手", "依托")
# No word, or one that says what all are to do.
_ANEW = frozenset({"", "推进", "推动", "统筹", "统筹推进", "加快推进", "协同推进", "全面推进"})
_TOGETHER = ("联合", "共同", "合力", "携手", "联手", "探索共建", "共建", "合作共建", "协同")
_COOPERATE = ("合作", "协作", "对接", "联动", "互动", "联系", "交流", "结对", "衔接")
_LONGEST_CLAUSE = 300
_LABEL = re.compile(r"\s*(?P<who>[^，。；：:、\n]{2,14})[：:]")
_CHAINED = re.compile(r"[、和与及同跟]|等(?:地区?|[市县区州][（(]?[市县区]?[）)]?|县市区?|市县区?)?")


def through(text: str, at: int, until: int, found: list[Undertaking]) -> list[Undertaking]:
    """Undertakings with the places that the clause behind them goes through (建设甲旅游公路，串联乙、丙等县)."""
    if not found or not text.startswith(_through(), at, until):
        return found
    return [replace(undertaking, sides=(*undertaking.sides, (at, until))) for undertaking in found]


def done_to(text: str, at: int, until: int) -> tuple[int, int] | None:
    """The run of a list of which a clause says what is done to each (对甲水库、乙水库等15座水库实施除险加固)."""
    done = _done_to().match(text, at, until) if text.startswith(("对", "将"), at) else None
    return done.span("listed") if done else None


@dataclass(frozen=True, slots=True)
class Told:
    """Who is to build, as an earlier clause of the sentence says (支持甲县建设 X，打造 Y), and whether it only may.

    Those of a clause that speaks of acting together build what the next one begins with 联合 or 共同 (`jointly`);
    they, and of whom the sentence speaks (甲县要…，建设 X), count where nothing else names a place (`spoken_of`).
    """

    sides: tuple[tuple[int, int], ...] = ()
    planned: bool = False
    before: bool = False
    jointly: tuple[tuple[int, int], ...] = ()
    spoken_of: bool = False


NOBODY = Told()


def labelled(text: str, start: int, end: int, places: Sequence[Found]) -> Told:
    """The place that a label in front of a sentence names, or whose zone it names (甲区：建设 X; 甲高新区：推进 Y)."""
    if not places:
        return NOBODY
    label = _LABEL.match(text, start, end)
    if label is None:
        if not any(p.start == start for p in places):
            return NOBODY
        behind = _chain_end(text, start, end, places)
        speaks = behind > start and text[behind - 1] in "县区市旗州镇" and _speaks().match(text, behind, end)
        sides = tuple((p.start, p.end) for p in places if start <= p.start < behind)
        return Told(sides, spoken_of=True) if speaks else NOBODY
    at, until = label.span("who")
    first = next((p for p in places if p.start == at and p.end <= until), None)
    zone = label["who"].endswith(tuple(word_lists("project_lists")["zones_that_act"]))
    return Told(((first.start, first.end),)) if first and (zone or first.end == until) else NOBODY


def told_by(text: str, at: int, until: int, told: Told, places: Sequence[Found]) -> Told:
    """What a clause says of who is to build, or what an earlier one has said where it begins with a verb."""
    joint = _jointly(text, at, until, told, places)
    if joint is not None:
        return joint
    if not told.sides and text[at] not in _begins():
        return NOBODY
    moves = _tells().match(text, at, until)
    if moves is None:
        if not told.sides or not _goes_on(text, at, until):
            return NOBODY
        return replace(told, before=True, planned=told.planned and not text.startswith(_WITH, at, until))
    end = _chain_end(text, moves.end(), until, places)
    if end == moves.end() or _acts().match(text, end, until) is None:
        return NOBODY
    return Told(beside_verb(text, moves.end(), end, places), moves["verb"] in ("支持", "鼓励"))


def _jointly(text: str, at: int, until: int, told: Told, places: Sequence[Found]) -> Told | None:
    """What clauses say of those who act together (深化与甲、乙合作，联合打造 X); None where they say nothing of it."""
    if told.jointly and text.startswith(_TOGETHER, at, until):
        return Told(told.jointly, spoken_of=True)
    if not text.endswith(_COOPERATE, at, until) and not text.startswith(("与", "同"), at):
        return None
    if text.find("与", at, until) < 0 and text.find("同", at, until) < 0:
        return None
    sides = beside_verb(text, at, until, places)
    return replace(NOBODY, jointly=sides) if sides else None


def by_actor(text: str, at: int, until: int, told: Told, places: Sequence[Found]) -> Iterator[tuple[int, int, Told]]:
    """The parts of a clause that tell several to build, and whom each tells (支持甲县建设 X、乙县打造 Y)."""
    start, sides = at, told.sides
    if sides and not told.before and until - at < _LONGEST_CLAUSE:
        for place in places:
            own = start < place.start < until and text[place.start - 1] == "、"
            if own and (place.start, place.end) not in sides and _acts().match(text, place.end, until):
                yield start, place.start - 1, told
                start, told = place.start, Told(((place.start, place.end),), told.planned, before=True)
    yield start, until, told


def _goes_on(text: str, at: int, until: int) -> bool:
    """Whether a clause without an actor of its own begins: with a verb, or with whom one acts."""
    return text.startswith(_WITH, at, until) or leading_word(text, at, until) not in _ANEW


def _chain_end(text: str, start: int, end: int, places: Sequence[Found]) -> int:
    """The end of the places that begin a run, and of those with which they act (甲县与乙市丙区)."""
    at, behind_place = start, start
    while at < end:
        place = max((p.end for p in places if p.start == at and p.end <= end), default=None)
        joint = _CHAINED.match(text, at, end)
        if place is None and (joint is None or at == start):
            break
        at = place if place is not None else joint.end() if joint else at
        behind_place = at if place is not None or (joint and joint[0].startswith("等")) else behind_place
    return behind_place


def as_told(undertaking: Undertaking, told: Told) -> Undertaking:
    """An undertaking with the places that are told to build it."""
    if not told.sides:
        return undertaking
    if told.spoken_of:
        return replace(undertaking, subjects=(*undertaking.subjects, *told.sides))
    planned = told.before and told.planned and undertaking.stage == "underway"
    stage: Stage = "planned" if planned else undertaking.stage
    return replace(undertaking, stage=stage, sides=(*undertaking.sides, *told.sides))


@cache
def _begins() -> frozenset[str]:
    table = word_lists("project_frames")["told"]
    return frozenset(word[0] for word in (*table["adverbs"], *table["verbs"]))


@cache
def _tells() -> re.Pattern[str]:
    table = word_lists("project_frames")["told"]
    return re.compile(rf"(?:{either(table['adverbs'])})*(?P<verb>{either(table['verbs'])})")


@cache
def _speaks() -> re.Pattern[str]:
    return re.compile(either(word_lists("project_frames")["told"]["speaks"]))


@cache
def _acts() -> re.Pattern[str]:
    return re.compile(either(word_lists("project_frames")["told"]["acts"]))


@cache
def _through() -> tuple[str, ...]:
    return tuple(word_lists("project_frames")["told"]["through"])


@cache
def _done_to() -> re.Pattern[str]:
    table = word_lists("project_frames")["done_to"]
    return re.compile(
        rf"[对将](?P<listed>[^，。；：]{{4,100}}?)(?:{either(table['adverbs'])})?(?:{either(table['verbs'])})"
        rf"(?:{either(table['manners'])})*(?:{either(table['acts'])})(?:工程)?$"
    )
