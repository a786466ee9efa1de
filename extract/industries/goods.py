"""Goods by the morphology of their names, for frames in which only a branch of production can stand."""

import re
from dataclasses import dataclass
from functools import cache

from extract.industries.words import words
from extract.word_lists import Endings, word_lists

_SHORTEST, _LONGEST = 2, 10
_ODD = re.compile(r"\d{2}|一二三|产业|[“”的\x00]|[一两二三四五六七八九十][大个条类项家种]|公司|集团|企业")


@dataclass(frozen=True, slots=True)
class Goods:
    """The word lists of `goods.toml`."""

    ends: Endings
    characters: frozenset[str]
    no_goods: Endings
    done: Endings
    manners: frozenset[str]
    kinds: tuple[str, ...]
    eaten: frozenset[str]
    sites: tuple[str, ...]


@cache
def goods() -> Goods:
    """The word lists, read once."""
    table = word_lists("goods")
    return Goods(
        ends=Endings(table["ends"]),
        characters=frozenset(table["characters"]),
        no_goods=Endings(table["no_goods"]),
        done=Endings(table["done"]),
        manners=frozenset(table["manners"]),
        kinds=tuple(table["kinds"]),
        eaten=frozenset(table["eaten"]),
        sites=tuple(table["sites"]),
    )


def is_goods(text: str, start: int, end: int) -> bool:
    """Whether a run is called like goods: by the last word or the last character of its name."""
    if not _SHORTEST <= end - start <= _LONGEST:
        return False
    known = goods()
    if not known.ends.of(text, start, end) and (
        text[end - 1] not in known.characters or known.no_goods.of(text, start, end)
    ):
        return False
    return _ODD.search(text, start, end) is None


def is_branch(text: str, start: int, end: int) -> bool:
    """Whether a run is goods and what is done to them (连翘加工), or goods, or ends like an industry."""
    ends = words().morphemes.of(text, start, end) != "" and not text.endswith(words().public, start, end)
    return ends or is_goods(text, start, end) or worked(text, start, end)


def worked(text: str, start: int, end: int) -> bool:
    """Whether a run is goods and what is done to them."""
    done = goods().done.of(text, start + 1, end)
    name = text[start : end - len(done)]
    if not done or name in goods().manners:
        return False
    return name in words().names or name in words().members or is_goods(text, start, end - len(done))
