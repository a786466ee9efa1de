"""Whether words are common ones, of which no proper name is made.

The words are `common_words.csv`, made by `scripts/make_common.py`.
"""

from functools import cache
from importlib.resources import files

_PAIR = 2


def is_common(word: str) -> bool:
    """Whether a word of two characters is a common one (智能; not 小鹏)."""
    return word in _words()


def reads_plainly(text: str) -> bool:
    """Whether a text can be cut into common words of two characters, one character at most left over: 农产品, 国有."""
    spare = len(text) % _PAIR
    cuts = range(0, len(text), _PAIR) if spare else (len(text),)
    for at in cuts:
        rest = text[:at] + text[at + spare :]
        if all(is_common(rest[i : i + _PAIR]) for i in range(0, len(rest), _PAIR)):
            return True
    return False


@cache
def _words() -> frozenset[str]:
    lines = files("extract.words").joinpath("common_words.csv").read_text(encoding="utf-8").splitlines()
    return frozenset(lines[2:])
