"""The word lists beside the components: TOML files, read once each by what is named after them."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

T = TypeVar("T")
_BRANCH = 16


@cache
def word_lists(name: str) -> dict[str, Any]:
    """The tables and lists of `<name>.toml`, read once and for reading alone.

    Args:
        name: the file's name without extension.
    """
    return tomllib.loads(files("extract.words").joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def either(names: Iterable[str]) -> str:
    """A pattern of any of some words, the longest first."""
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


def tree(names: Iterable[str]) -> str:
    """A pattern of any of very many words, the longest first, that asks for each character once."""
    followers: defaultdict[str, set[str]] = defaultdict(set)
    for name in names:
        followers[name[0]].add(name[1:])
    firsts = sorted(followers)
    ways = []
    for i in range(0, len(firsts), _BRANCH):
        some = firsts[i : i + _BRANCH]
        ways.append(f"(?={_one_of(some)})(?:{'|'.join(_branch(first, followers[first]) for first in some)})")
    return "|".join(ways)


def _branch(first: str, rests: set[str]) -> str:
    longer = rests - {""}
    if not longer:
        return re.escape(first)
    if len(longer) == 1:
        body = re.escape(next(iter(longer)))
        return re.escape(first) + (f"(?:{body})?" if "" in rests else body)
    followers: defaultdict[str, set[str]] = defaultdict(set)
    for rest in longer:
        followers[rest[0]].add(rest[1:])
    body = "|".join(_branch(c, followers[c]) for c in sorted(followers))
    return f"{re.escape(first)}(?:{body}){'?' if '' in rests else ''}"


def opening(*listed: Iterable[str]) -> str:
    """A look ahead for the first two characters of some words; a search passes over all others at once."""
    starts = {word[:2] for words in listed for word in words}
    longer, alone = [s for s in starts if len(s) > 1], [s for s in starts if len(s) == 1]
    ways = [_one_of(s[0] for s in longer) + _one_of(s[1] for s in longer)] if longer else []
    return f"(?={'|'.join([*ways, _one_of(alone)] if alone else ways)})"


def _one_of(characters: Iterable[str]) -> str:
    return f"[{re.escape(''.join(sorted(set(characters))))}]"


class Endings:
    """Words that a run may end in, looked up by their lengths: an `endswith` asks for each of them.

    Attributes:
        words: those words.
    """

    def __init__(self, listed: Iterable[str]) -> None:
        self.words = frozenset(listed)
        self._lengths = sorted({len(word) for word in self.words}, reverse=True)
        self._last = frozenset(word[-1] for word in self.words)

    def of(self, text: str, start: int, end: int) -> str:
        """The longest of the words that a run of a text ends in; "" where it ends in none."""
        if end <= start or text[end - 1] not in self._last:
            return ""
        for length in self._lengths:
            if start <= end - length and text[end - length : end] in self.words:
                return text[end - length : end]
        return ""


def by_last(listed: Iterable[tuple[str, T]]) -> dict[str, tuple[tuple[str, T], ...]]:
    """Words, each with what is known of it, by their last character and in their order: few can end a text."""
    found: defaultdict[str, list[tuple[str, T]]] = defaultdict(list)
    for word, known in listed:
        found[word[-1]].append((word, known))
    return {last: tuple(words) for last, words in found.items()}
