"""Goods by the morphology of their names, for frames in which only a branch of production can stand."""

import re
from dataclasses import dataclass
from functools import cache

from extract.industry_words import words
from extract.word_lists import word_lists

_SHORTEST, _LONGEST = 2, 8
_ODD = re.compile(r"\d{2}|一二三|产业|[“”的\x00]|[一两二三四五六七八九十][大个条类项家种]|公司|集团|企业")


@dataclass(frozen=True, slots=True)
class Goods:
    """The word lists of `goods.toml`."""

    ends: tuple[str, ...]
    characters: frozenset[str]
    no_goods: tuple[str, ...]
    done: tuple[str, ...]
    manners: frozenset[str]
    sites: tuple[str, ...]


@cache
def goods() -> Goods:
    """The word lists, read once."""
    table = word_lists("goods")
    return Goods(
        ends=tuple(table["ends"]),
        characters=frozenset(table["characters"]),
        no_goods=tuple(table["no_goods"]),
        done=tuple(sorted(table["done"], key=len, reverse=True)),
        manners=frozenset(table["manners"]),
        sites=tuple(table["sites"]),
    )


def is_goods(text: str, start: int, end: int) -> bool:
    """Whether a run is called like goods: by the last word or the last character of its name."""
    if not _SHORTEST <= end - start <= _LONGEST or _ODD.search(text, start, end):
        return False
    if text.endswith(goods().ends, start, end):
        return True
    return text[end - 1] in goods().characters and not text.endswith(goods().no_goods, start, end)


def is_branch(text: str, start: int, end: int) -> bool:
    """Whether a run is goods and what is done to them (连翘加工), or goods, or ends like an industry."""
    return is_goods(text, start, end) or worked(text, start, end) or text.endswith(words().morphemes, start, end)


def worked(text: str, start: int, end: int) -> bool:
    """Whether a run is goods and what is done to them."""
    done = next((word for word in goods().done if text.endswith(word, start + 1, end)), "")
    name = text[start : end - len(done)]
    if not done or name in goods().manners:
        return False
    return name in words().names or name in words().members or is_goods(text, start, end - len(done))
