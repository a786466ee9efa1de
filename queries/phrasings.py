"""How like a question is to the ways in which people ask for each question of the catalogue.

`phrasings.tsv` holds examples, with slots for what they name. A text becomes features: its characters and
words, pairs and triples of them, and the notions of `ask.toml` that they stand for. The likeness of two
texts is the cosine of their features, each weighed by how rare it is. What an example says for or against
each question stands in `phrasings.weights`, found by regularised logistic regression over the
likenesses (`queries/scripts/weigh.py`); a score is the sum over the examples. Nothing is asked but these files.
"""

import math
import re
from base64 import b85decode
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import combinations, pairwise
from typing import NamedTuple

from queries.catalogue import read
from queries.spans import CJK, folded
from queries.words import notions, without_asides

NONE = "none"
"""The name of what no question of the catalogue answers."""
SLOT = "□"
"""What stands for anything that is named."""
TURNED = "~"
"""What ends the name of a question for examples that name its second argument before its first."""

_ORDERED = frozenset({"only-in-plan"})
"""Questions that ask something else when their names are exchanged."""
_NAMED = re.compile(r"\{([A-Z]+)\}")
_PIECE = re.compile(rf"[{CJK}]|{SLOT}|[^\W_{CJK}]+(?:'[a-z]+)?")
_TRIPLE = 0.25
"""How much three words in a row count, and two with another between them, beside a word."""
_NOTION = 1.3
"""How much a notion counts."""
_PAIR = 0.9
"""How much two notions in one question count."""
_UNKNOWN = 0.4
"""How much a feature that no example has takes from a likeness, beside one that one example has."""
_SHORT, _LONG = 3, 5
"""Letters of a word below which its ending is left alone."""


class Phrasing(NamedTuple):
    """An example of how a question is asked.

    Attributes:
        name: the question of the catalogue, or `NONE`.
        text: the phrasing, folded, with `SLOT` for what it names.
        slots: the names of the parameters that stand there, in order.
    """

    name: str
    text: str
    slots: tuple[str, ...]

    @property
    def column(self) -> str:
        """What it is an example for: its question, with `TURNED` where its names stand the other way round."""
        both = [slot for slot in self.slots if slot in {"FIRST", "SECOND"}]
        return f"{self.name}{TURNED}" if self.name in _ORDERED and both == ["SECOND", "FIRST"] else self.name


class Likeness:
    """Weighed features of examples, and how like a text is to them.

    Args:
        texts: the examples, folded, with `SLOT` for names.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        found = [features(text) for text in texts]
        rarity = Counter(feature for one in found for feature in one)
        self._rarity = {feature: math.log((len(texts) + 1) / many) for feature, many in rarity.items()}
        self._unknown = _UNKNOWN * math.log(len(texts) + 1) ** 2
        self._examples: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        for index, one in enumerate(found):
            for feature, weight in self.vector(one).items():
                self._examples[feature].append((index, weight))

    def vector(self, found: Mapping[str, float]) -> dict[str, float]:
        """The features that examples have, weighed, in a vector of length 1 where all are known."""
        known = {feature: much * self._rarity[feature] for feature, much in found.items() if feature in self._rarity}
        unknown = sum(much * much for feature, much in found.items() if feature not in self._rarity)
        size = math.sqrt(sum(weight * weight for weight in known.values()) + self._unknown * unknown) or 1.0
        return {feature: weight / size for feature, weight in known.items()}

    def examples(self, feature: str) -> list[tuple[int, float]]:
        """The examples that have a feature, with its weight in each."""
        return self._examples[feature]


class Matcher:
    """What a text may ask for, by examples and what each says for every question.

    Args:
        texts: the examples, folded, with `SLOT` for names.
        weights: for each example, how much likeness to it speaks for each question.
    """

    def __init__(self, texts: Sequence[str], weights: Sequence[Sequence[float]]) -> None:
        self._likeness = Likeness(texts)
        self._weights = weights
        self._rows: dict[str, list[float]] = {}
        self._scores: dict[str, list[float]] = {}

    def scores(self, text: str) -> list[float]:
        """For each question, how much a folded text with `SLOT` for names speaks for it."""
        if text not in self._scores:
            vector = self._likeness.vector(features(text))
            rows = [(weight, self._row(feature)) for feature, weight in vector.items()]
            many = len(self._weights[0])
            self._scores[text] = [sum(weight * row[column] for weight, row in rows) for column in range(many)]
        return self._scores[text]

    def _row(self, feature: str) -> list[float]:
        if feature not in self._rows:
            row = [0.0] * len(self._weights[0])
            for index, weight in self._likeness.examples(feature):
                for column, one in enumerate(self._weights[index]):
                    if one:
                        row[column] += weight * one
            self._rows[feature] = row
        return self._rows[feature]


def features(text: str) -> dict[str, float]:
    """What a folded text is made of, with how much of it there is.

    Args:
        text: what is asked, with `SLOT` for what it names.
    """
    text = without_asides(text)
    pieces = [_stem(piece) for piece in _PIECE.findall(text)]
    found: Counter[str] = Counter(pieces)
    whole = ["^", *pieces, "$"]
    found.update(map(" ".join, pairwise(whole)))
    longer = Counter(map(" ".join, zip(whole, whole[1:], whole[2:], strict=False)))
    if not re.search(f"[{CJK}]", text):
        longer.update(f"{one} … {other}" for one, other in zip(whole, whole[2:], strict=False))
    counted = {feature: 1 + math.log(many) for feature, many in found.items()}
    counted |= {feature: _TRIPLE * (1 + math.log(many)) for feature, many in longer.items()}
    said = sorted(frozenset().union(*map(notions, text.split(SLOT))))
    counted |= {f"={notion}": _NOTION for notion in said}
    return counted | {f"={one} {other}": _PAIR for one, other in combinations(said, 2)}


def _stem(word: str) -> str:
    """An English word without the endings that say nothing: `leads`, `leading` and `lead` are one."""
    if not word.isascii():
        return word
    word = word.removesuffix("'s")
    if len(word) > _SHORT:
        for end, instead in (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("s", "")):
            if word.endswith(end) and not word.endswith(("ss", "us")):
                word = word.removesuffix(end) + instead
                break
    if len(word) > _LONG:
        for end in ("ing", "ed"):
            if word.endswith(end):
                word = word.removesuffix(end)
                word = word[:-1] if word[-1] == word[-2] and word[-1] not in "lsz" else word
                break
    return word.removesuffix("e") if len(word) > _SHORT + 1 else word


@cache
def phrasings() -> tuple[Phrasing, ...]:
    """The examples of `phrasings.tsv`."""
    lines = (line.split("\t") for line in read("phrasings.tsv").splitlines() if not line.startswith("#"))
    return tuple(Phrasing(name, folded(_NAMED.sub(SLOT, text)), tuple(_NAMED.findall(text))) for name, _, text in lines)


def columns(examples: Iterable[Phrasing]) -> list[str]:
    """The names that examples are for, sorted."""
    return sorted({one.column for one in examples})


@cache
def matcher() -> tuple[list[str], Matcher]:
    """The names of the questions, and what scores them, from the files of the project."""
    _, scale, *rows = read("phrasings.weights").splitlines()
    weights = [[(byte - 128) * float(scale) for byte in b85decode(row)] for row in rows]
    return columns(phrasings()), Matcher([one.text for one in phrasings()], weights)
