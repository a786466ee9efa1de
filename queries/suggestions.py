"""What someone may have meant; imported only when a name was not found."""

from collections.abc import Iterable

_LEAST = 50
_LEAST_LATIN = 65
"""Per cent; of two Chinese characters one may be wrong, while any two words of letters share some."""
_MOST = 3


def near(text: str, names: Iterable[str]) -> tuple[str, ...]:
    """The names that look most like a text, best first, at most three.

    Args:
        text: what was typed.
        names: what there is; one that occurs twice counts once.
    """
    from rapidfuzz import fuzz, process, utils  # noqa: PLC0415 - slow to import

    choices = sorted(set(names))
    found = process.extract(
        text,
        choices,
        scorer=fuzz.ratio,
        processor=utils.default_process,
        limit=_MOST,
        score_cutoff=_LEAST_LATIN if text.isascii() else _LEAST,
    )
    return tuple(name for name, _, _ in found)
