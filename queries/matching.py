"""Comparing what was typed with the names that there are."""

import unicodedata
from collections.abc import Iterable, Mapping


def folded(text: str) -> str:
    """A name for comparing: NFKC, in one case, letters, digits and full stops alone."""
    return "".join(
        character
        for character in unicodedata.normalize("NFKC", text).casefold()
        if character.isalnum() or character == "."
    )


def same(text: str, names: Mapping[str, Iterable[str]]) -> list[str]:
    """The keys of the names that are the same text but for case, spaces and marks: xi'an, Xi’an, XIAN."""
    wanted = folded(text)
    latin = text.isascii()  # then no other name can be the same, and most need no folding
    return [
        key
        for key, written in names.items()
        if wanted and any(folded(name) == wanted for name in written if name.isascii() or not latin)
    ]


def partly(text: str, names: Mapping[str, Iterable[str]], *, scattered: bool) -> list[str]:
    """The keys of the names that hold a text: at their end, else anywhere, else with other characters between.

    Args:
        text: what was typed, at least two characters.
        names: the names of each key.
        scattered: whether other characters may stand between those that were typed (发改委 in 发展和改革委员会).
    """
    wanted = folded(text)
    if len(wanted) < 2:  # noqa: PLR2004 - one character is in too many names
        return []
    comparing = {key: [folded(name) for name in written] for key, written in names.items()}
    tiers = [str.endswith, str.__contains__, *([_holds_in_order] if scattered else [])]
    for holds in tiers:
        if found := [key for key, written in comparing.items() if any(holds(name, wanted) for name in written)]:
            return found
    return []


def _holds_in_order(name: str, wanted: str) -> bool:
    rest = iter(name)
    return all(character in rest for character in wanted)


def consumed(text: str, names: Iterable[str]) -> bool:
    """Whether a text is nothing but some of the names, one after another: 江苏徐州市."""
    longest = sorted(names, key=len, reverse=True)
    while text:
        name = next((name for name in longest if name and text.startswith(name)), None)
        if name is None:
            return False
        text = text[len(name) :]
    return True
