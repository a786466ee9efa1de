"""The word lists beside the components: TOML files, read once each by what is named after them."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

T = TypeVar("T")


@cache
def word_lists(name: str) -> dict[str, Any]:
    """The tables and lists of `<name>.toml`, read once and for reading alone.

    Args:
        name: the file's name without extension.
    """
    return tomllib.loads(files("extract").joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def either(names: Iterable[str]) -> str:
    """A pattern of any of some words, the longest first."""
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


def opening(*listed: Iterable[str]) -> str:
    """A look ahead for the first characters of some words; a search passes over all others at once."""
    return f"(?=[{re.escape(''.join(sorted({word[0] for words in listed for word in words})))}])"


def by_last(listed: Iterable[tuple[str, T]]) -> dict[str, tuple[tuple[str, T], ...]]:
    """Words, each with what is known of it, by their last character and in their order: few can end a text."""
    found: defaultdict[str, list[tuple[str, T]]] = defaultdict(list)
    for word, known in listed:
        found[word[-1]].append((word, known))
    return {last: tuple(words) for last, words in found.items()}
