"""What someone may have meant; imported only when a name was not found."""

from collections.abc import Iterable

_LEAST = 50
_LEAST_LATIN = 65
"""Per cent; of two Chinese characters one may be wrong, while any two words of letters share some."""
_CONSIDERED = 200
_MOST = 3


def near(text: str, names: Iterable[str]) -> tuple[str, ...]:
    """The names that look most like a text, best first, at most three.

    Of Chinese names that look equally like it, those that sound like it come first: 徐州 for 徐洲.

    Args:
        text: what was typed.
        names: what there is; one that occurs twice counts once.
    """
    from rapidfuzz import fuzz, process, utils  # noqa: PLC0415 - slow to import

    latin = text.isascii()
    found = process.extract(
        text,
        sorted(set(names)),
        scorer=fuzz.ratio,
        processor=utils.default_process,
        limit=_MOST if latin else _CONSIDERED,
        score_cutoff=_LEAST_LATIN if latin else _LEAST,
    )
    if not latin and found:
        from pypinyin import lazy_pinyin  # noqa: PLC0415 - slow to import

        spoken = lazy_pinyin(text)
        found.sort(key=lambda one: (-one[1], -fuzz.ratio(spoken, lazy_pinyin(one[0]))))
    return tuple(name for name, _, _ in found[:_MOST])
