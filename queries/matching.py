"""Comparing what was typed with the names that there are."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

_BEYOND_LATIN = "\u0250"
"""The first character behind the letters of Latin; what begins with one is no pinyin and no English."""


def folded(text: str) -> str:
    """A name for comparing: NFKC, in one case, letters without tones, digits and full stops alone."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    if not plain.isascii():
        plain = unicodedata.normalize("NFD", plain)
    return "".join(character for character in plain if character.isalnum() or character == ".")


def same(text: str, names: Mapping[str, Iterable[str]]) -> list[str]:
    """The keys of the names that are the same text but for case, spaces, tones and marks: xi'an, Xi’an, XIAN, Xī'ān."""
    wanted = folded(text)
    latin = wanted.isascii()  # then no other name can be the same, and most need no folding
    return [
        key
        for key, written in names.items()
        if wanted and any(folded(name) == wanted for name in written if name < _BEYOND_LATIN or not latin)
    ]


def spoken(text: str, names: Mapping[str, Iterable[str]]) -> list[str]:
    """The keys of the Chinese names whose pinyin is a text, else of those whose pinyin ends with it.

    Args:
        text: what was typed, at least five letters without spaces.
        names: the names of each key.
    """
    wanted = folded(text)
    if not wanted.isalpha() or not wanted.isascii() or len(wanted) < _LEAST_LATIN:
        return []
    whole, ending = [], []
    for key, written in names.items():
        read = [_readings(name) for name in written if name >= _BEYOND_LATIN]
        if any(0 in _begins(wanted, one) for one in read):
            whole.append(key)
        elif not whole and any(0 in _begins(wanted, one[start:]) for one in read for start in range(1, len(one))):
            ending.append(key)
    return whole or ending


def _readings(name: str) -> list[list[str]]:
    """For each character of a name, every way to say it: 长 is chang and zhang."""
    from pypinyin import Style, pinyin  # noqa: PLC0415 - slow to import

    return [[way.replace("ü", "u") for way in ways] for ways in pinyin(folded(name), Style.NORMAL, heteronym=True)]


def _begins(wanted: str, readings: Sequence[Sequence[str]]) -> set[int]:
    """Where in a text a name may begin that ends with it, as its characters may be said."""
    ends = {len(wanted)}
    for ways in reversed(readings):
        ends = {end - len(way) for end in ends for way in ways if wanted.endswith(way, 0, end)}
        if not ends:
            break
    return ends


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


def without_level(text: str) -> str:
    """An English name of a place without the word for what it is: Xuzhou of Xuzhou City."""
    return _LEVEL.sub("", text)


_LEVEL = re.compile(r"\s+(?:city|municipality|prefecture|province)\s*\Z", re.IGNORECASE)


def simplified(text: str) -> str:
    """A text with its traditional characters as simplified ones."""
    from opencc import OpenCC  # noqa: PLC0415 - slow to import, and few names need it

    return str(OpenCC("t2s").convert(text))


_LEAST_LATIN = 5
_LEAST_CHINESE = 4
_LEAST_SPOKEN = 2


def slips(text: str, names: Mapping[str, Iterable[str]]) -> list[str]:
    """The keys of the names that differ from a text by one small slip.

    A letter or a character may be wrong, missing, too many, or have changed places with its neighbour
    (xuzhuo), in at least five letters or four characters; in shorter Chinese names one character may be
    another of the same sound (徐洲). A text with digits is a code or a number, and has no slips.

    Args:
        text: what was typed.
        names: the names of each key.
    """
    wanted = folded(text)
    if any(character.isdigit() for character in wanted):
        return []
    if len(wanted) >= (_LEAST_LATIN if wanted.isascii() else _LEAST_CHINESE):
        return _one_off(wanted, names)
    return [] if wanted.isascii() or len(wanted) < _LEAST_SPOKEN else _sounding(wanted, names)


def _one_off(wanted: str, names: Mapping[str, Iterable[str]]) -> list[str]:
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - slow to import

    return [
        key
        for key, written in names.items()
        if any(
            abs(len(name) - len(wanted)) <= 1
            and name.isascii() == wanted.isascii()
            and OSA.distance(wanted, folded(name), score_cutoff=1) == 1
            for name in written
        )
    ]


def _sounding(wanted: str, names: Mapping[str, Iterable[str]]) -> list[str]:
    from pypinyin import lazy_pinyin  # noqa: PLC0415 - slow to import

    def is_it(name: str) -> bool:
        if len(name) != len(wanted) or name.isascii():
            return False
        return sum(map(str.__ne__, name, wanted)) == 1 and lazy_pinyin(name) == said

    said = lazy_pinyin(wanted)
    return [key for key, written in names.items() if any(map(is_it, written))]
