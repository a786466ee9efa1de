"""From a question in plain language to questions of the catalogue, ranked by how likely it asks for each.

No language model is asked. `queries.lexicon` finds what the question names; `queries.fillings` gives it to the
parameters of each question of the catalogue; and `queries.phrasings` says how like the rest is to the ways in which
people ask for that question, or for what no question answers. The likelihoods add up to 1.
"""

import math
import re
import shlex
from collections.abc import Sequence
from typing import NamedTuple

from queries.catalogue import Question, question
from queries.engine import Engine
from queries.errors import NotUnderstoodError
from queries.fillings import Fillings
from queries.lexicon import Lexicon
from queries.lookup import CONCEPTS
from queries.phrasings import NONE, TURNED, Matcher, matcher

CONFIDENT = 0.35
"""The likelihood below which a question is not answered: set by examples that were held out."""
NEAREST = 3

_SAFE = re.compile(r"[\w@%+=:,./-]+")
_GUESSED = 4.0
"""What it takes from a score that an argument is not said; such a question is offered, never answered."""


class Interpretation(NamedTuple):
    """What a question may ask of the catalogue.

    Attributes:
        question: the question of the catalogue.
        arguments: its arguments by position.
        confidence: how likely this is what is asked, from 0 to 1; 0 where an argument is not said.
        score: by which interpretations are ranked.
        unexplained: the names that it leaves out of account.
    """

    question: Question
    arguments: tuple[str, ...]
    confidence: float
    score: float
    unexplained: tuple[str, ...]

    def call(self) -> str:
        """How it is asked again: `deltakg query projects-involving 徐州`."""
        return " ".join(["deltakg query", self.question.name, *map(_quoted, self.arguments)])


def understand(engine: Engine, text: str, lexicon: Lexicon | None = None) -> list[Interpretation]:
    """What a question in plain language may ask, each question of the catalogue once, the likeliest first.

    Args:
        engine: the graph whose names it may hold.
        text: the question, in Chinese or English.
        lexicon: the words and names of that graph, where they have been read already.
    """
    fillings = Fillings(text, lexicon or Lexicon(engine))
    columns, match = matcher()
    ways = [_best(name, fillings, match, index) for index, name in enumerate(columns) if name != NONE]
    ways.sort(key=lambda one: (one[0].confidence, one[0].score))
    scored = list({one.question.name: one for one, _ in ways}.values())
    likeliest, text = ways[-1]
    named = text if _takes_a_concept(likeliest.question) else fillings.unfilled().text
    nothing = match.scores(named)[columns.index(NONE)]
    total = math.exp(nothing) + sum(math.exp(one.score) for one in scored if one.confidence)
    ranked = [one._replace(confidence=one.confidence * math.exp(one.score) / total) for one in scored]
    return sorted(ranked, key=lambda one: (-one.confidence, -one.score, one.question.name))


def chosen(text: str, ranked: Sequence[Interpretation]) -> Interpretation:
    """The interpretation that is answered.

    Raises:
        NotUnderstoodError: where none is likely, or what no question answers is likelier, with the nearest.
    """
    nothing = 1 - sum(one.confidence for one in ranked)
    if ranked and ranked[0].confidence >= max(CONFIDENT, nothing):
        return ranked[0]
    raise NotUnderstoodError(text, tuple(sorted(ranked, key=lambda one: -one.score))[:NEAREST])


def _takes_a_concept(asked: Question) -> bool:
    """Whether a question needs a stage, a mechanism or the like, whose words are in no slot unless they are taken."""
    return any(one.default is None and set(one.kinds) <= set(CONCEPTS) for one in asked.arguments)


def _best(name: str, fillings: Fillings, match: Matcher, column: int) -> tuple[Interpretation, str]:
    """The likeliest way to fill a question of the catalogue, its confidence 1, or 0 where it cannot; and its text."""
    asked = question(name.removesuffix(TURNED))
    found = [
        (Interpretation(asked, one.arguments, 1.0, match.scores(one.text)[column] - one.cost, one.surplus), one.text)
        for one in fillings.of(asked, turned=name.endswith(TURNED))
    ]
    if found:
        return max(found, key=lambda one: one[0].score)
    left = fillings.unfilled()
    score = match.scores(left.text)[column] - _GUESSED
    return Interpretation(asked, fillings.guessed(asked), 0.0, score, left.surplus), left.text


def _quoted(argument: str) -> str:
    return argument if _SAFE.fullmatch(argument) else shlex.quote(argument)
