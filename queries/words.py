"""What `ask.toml` says of words: the notions that they stand for, and the words that say nothing."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import ahocorasick_rs

from queries.catalogue import read
from queries.spans import STOP, WORD, Meaning, best, is_whole

_WORD = re.compile(r"[a-z][\w'-]*", re.ASCII)
_TELLING = 2
"""Letters at the beginning of a word by which patterns are found that may fit; each has more before its `*`."""


@cache
def data() -> Mapping[str, Any]:
    """What `ask.toml` says."""
    return tomllib.loads(read("ask.toml"))


class Words:
    """Words by what they mean.

    Attributes:
        exact: meanings by word.
    """

    def __init__(self) -> None:
        self.exact: defaultdict[str, set[Meaning]] = defaultdict(set)
        self._begun: defaultdict[str, list[tuple[re.Pattern[str], Meaning]]] = defaultdict(list)

    def add(self, words: Mapping[str, str], meaning: Meaning) -> None:
        """Words of both languages that mean something; `*` ends any word that begins so, `?` is any letter."""
        for word in (*words["zh"].split(), *_listed(words["en"])):
            if any(mark in word for mark in "*?"):
                pattern = r"[\w-]*".join(re.escape(part).replace(r"\?", ".") for part in word.split("*"))
                self._begun[word[:_TELLING]].append((re.compile(rf"(?<![\w-]){pattern}(?![\w])"), meaning))
            else:
                self.exact[word].add(meaning)

    def begun(self, text: str) -> Iterator[tuple[tuple[int, int], Meaning]]:
        """Where words stand that are told by their beginning."""
        for start in {word[:_TELLING] for word in _WORD.findall(text)}:
            for pattern, meaning in self._begun.get(start, ()):
                for match in pattern.finditer(text):
                    yield match.span(), meaning


def words() -> Words:
    """Every word of `ask.toml`: those that say nothing, notions, and values of vocabularies."""
    found = _notions()
    for kind, notations in data()["values"].items():
        for notation, said in notations.items():
            found.add(said, Meaning(kind, notation))
    return found


@cache
def _asides() -> re.Pattern[str]:
    return re.compile("|".join((*data()["asides"]["zh"], *data()["asides"]["en"])))


def without_asides(text: str) -> str:
    """A folded text without greetings, thanks, and who asks and why; all of it where nothing else is said.

    Args:
        text: what is asked, names and all or with something in their place.
    """
    left = " ".join(_asides().sub(" ", text).split())
    return left if re.search(r"\w|□", left) else text


def _notions() -> Words:
    found = Words()
    found.add(data()["stop"], Meaning(STOP, ""))
    for notion, said in data()["words"].items():
        found.add(said, Meaning(WORD, notion))
    return found


@cache
def _scanner() -> tuple[Words, list[str], ahocorasick_rs.AhoCorasick]:
    known = _notions()
    keys = sorted(known.exact)
    return known, keys, ahocorasick_rs.AhoCorasick(keys)


@cache
def notions(text: str) -> frozenset[str]:
    """The notions that a folded text without names speaks of."""
    known, keys, scanner = _scanner()
    found: defaultdict[tuple[int, int], set[Meaning]] = defaultdict(set)
    for index, start, end in scanner.find_matches_as_indexes(text, overlapping=True):
        if is_whole(text, start, end):
            found[start, end] |= known.exact[keys[index]]
    for span, meaning in known.begun(text):
        found[span].add(meaning)
    return frozenset(one.value for span in best(text, found) for one in span.meanings if one.kind == WORD)


def _listed(words: str) -> list[str]:
    return [" ".join(word.split()) for word in words.split(",") if word.strip()]
