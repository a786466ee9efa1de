"""The word lists of `projects.toml`: verbs and their stages, heads, classes, scopes."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from extract.facts import Stage
from extract.word_lists import Endings, by_last, either, opening, word_lists


@dataclass(frozen=True, slots=True)
class Words:
    """The word lists of `projects.toml`."""

    heads: tuple[str, ...]
    classes: frozenset[str]
    several: tuple[str, ...]
    need_place: tuple[str, ...]
    in_use: tuple[str, ...]
    class_endings: tuple[str, ...]
    sums_of_class: tuple[str, ...]
    weak: frozenset[str]
    not_in_names: tuple[str, ...]
    positions: tuple[str, ...]
    scopes: tuple[str, ...]
    shared: frozenset[str]
    unique: tuple[str, ...]
    figures: tuple[str, ...]
    not_heads: tuple[str, ...]
    lines: frozenset[str]
    no_line_names: frozenset[str]
    prefixes: tuple[str, ...]
    streets: tuple[str, ...]
    complete: tuple[str, ...]
    done: tuple[str, ...]
    actors: tuple[str, ...]
    joint_acts: tuple[str, ...]
    verbs: dict[str, Stage]
    adverbs: frozenset[str]
    nouns: frozenset[str]
    tails: Endings
    tail_stages: Mapping[str, Stage | None]
    behind: Mapping[str, tuple[tuple[str, Stage], ...]]
    between: tuple[str, ...]
    joining: tuple[str, ...]
    institutes: tuple[str, ...]
    zones: tuple[str, ...]
    acts: tuple[str, ...]
    acts_of_named: tuple[str, ...]
    titles: tuple[str, ...]
    works: tuple[str, ...]


@cache
def words() -> Words:
    """The word lists, longest first where the longest must win."""
    table, lists = word_lists("projects"), word_lists("project_lists")
    stages = reversed(table["tails"].items())  # of two stages, the earlier one
    tails = {t: None if stage == "none" else stage for stage, listed in stages for t in listed}
    bettered = table["bettered"]["words"]
    tails = {**{first + second: None for first in bettered for second in bettered if first != second}, **tails}
    behind = [(verb, stage) for stage, listed in table["behind"].items() for verb in listed]
    return Words(
        heads=tuple(sorted(set(table["heads"]), key=len, reverse=True)),
        classes=frozenset(table["classes"]),
        several=tuple(table["several"]),
        need_place=tuple(table["need_place"]),
        in_use=tuple(table["in_use"]),
        class_endings=tuple(table["class_endings"]),
        sums_of_class=tuple(table["sums_of_class"]),
        weak=frozenset(table["weak"]),
        not_in_names=tuple(table["not_in_names"]),
        positions=tuple(table["positions"]),
        scopes=tuple(table["scopes"]),
        shared=frozenset(table["shared"]),
        unique=tuple(table["unique"]),
        figures=tuple(table["figures"]),
        not_heads=tuple(table["not_heads"]),
        lines=frozenset(table["lines"]),
        no_line_names=frozenset(table["no_line_names"]),
        prefixes=tuple(table["prefixes"]),
        streets=tuple(table["streets"]),
        complete=tuple(table["complete"]),
        done=tuple(sorted(table["done"], key=len, reverse=True)),
        actors=tuple(table["actors"]),
        joint_acts=tuple(table["joint_acts"]),
        verbs={verb: stage for stage, listed in table["stages"].items() for verb in listed},
        adverbs=frozenset(table["adverbs"]["words"]),
        nouns=frozenset(table["nouns"]),
        tails=Endings(tails),
        tail_stages=tails,
        behind=by_last(sorted(behind, key=lambda t: len(t[0]), reverse=True)),
        between=tuple(table["between"]["words"]),
        zones=tuple(lists["zones"]),
        institutes=tuple(lists["institutes"]),
        joining=tuple(lists["joining"]),
        works=tuple(sorted(lists["works"], key=len, reverse=True)),
        acts=tuple(sorted(lists["kept"], key=len, reverse=True)),
        acts_of_named=tuple(sorted(lists["kept_of_named"], key=len, reverse=True)),
        titles=tuple(table["titles"]["nouns"]),
    )


@cache
def _leading() -> re.Pattern[str]:
    known = {*words().verbs, *words().adverbs, *words().nouns}
    return re.compile(f"{opening(known)}(?:{either(known)})")


def leading_word(text: str, start: int, end: int) -> str:
    """The longest verb or adverb that may stand before an object and stands at `start`; "" where none does."""
    match = _leading().match(text, start, end)
    return match[0] if match and match[0] not in words().nouns else ""


def heads_of(name: str) -> list[str]:
    """The heads that a name ends in, the longest first (示范园区, 园区)."""
    heads, longest = _heads()
    return [name[-n:] for n in range(min(longest, len(name)), 0, -1) if name[-n:] in heads]


@cache
def _heads() -> tuple[frozenset[str], int]:
    return frozenset(words().heads), len(words().heads[0])
