"""Whether words hold a name of their own: ordinary words cover a class (污水管网) and not a name (喜珍电路)."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files

from extract.components import Found
from extract.word_lists import word_lists

_MARKED = re.compile(r"[A-Za-z]|[“”]|\d+(?:千伏|号|万千瓦|路)|[国省县]道\d|[—–－-]")
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_LONGEST = 40


def holds_a_name(words: str, run: tuple[int, int], places: Sequence[Found]) -> bool:
    """Whether words name one thing: they name a place, hold Latin letters or marks, or more than ordinary words.

    Args:
        words: what stands in the run.
        run: where it stands.
        places: those that the text names.
    """
    if any(run[0] <= p.start < run[1] for p in places) or _MARKED.search(words):
        return True
    return holds_a_word(words)


def holds_a_word(words: str) -> bool:
    """Whether words hold more than ordinary ones (金马大道)."""
    return any(not is_ordinary(part) for part in _HAN.findall(words))


@lru_cache(maxsize=4096)
def is_ordinary(words: str) -> bool:
    """Whether ordinary words of two characters, and a few single ones, cover words without a rest."""
    covered = [True] + [False] * len(words[:_LONGEST])
    pairs, single = _pairs(), _single()
    for end in range(1, len(covered)):
        covered[end] = (covered[end - 1] and words[end - 1] in single) or (
            end > 1 and covered[end - 2] and words[end - 2 : end] in pairs
        )
    return covered[-1]


def is_word(pair: str) -> bool:
    """Whether two characters are an ordinary word."""
    return pair in _pairs()


@cache
def _pairs() -> frozenset[str]:
    lines = files("extract.words").joinpath("ordinary.csv").read_text(encoding="utf-8").splitlines()[2:]
    listed = (first + second for first, _, seconds in (line.partition(",") for line in lines) for second in seconds)
    return frozenset(listed) | frozenset(word_lists("project_lists")["plain"]["words"])


@cache
def _single() -> frozenset[str]:
    return frozenset(word_lists("project_lists")["plain"]["characters"])
