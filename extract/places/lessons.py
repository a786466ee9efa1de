"""Counties far away by their short names, from whom a text learns, or with whom it does something."""

from collections.abc import Mapping, Sequence

from extract.places.words import words
from gazetteer.divisions import Division, gazetteer


def learned_from(
    text: str, starting: Mapping[int, tuple[int, int]], start: int, end: int, candidates: Sequence[Division]
) -> bool:
    """Whether a text learns, takes from or acts with a county: 学习义乌经验, 承接昆山产业转移, 联合曲阜开展.

    Args:
        text: the text as read.
        starting: where names stand, by where they start.
        start: of the name.
        end: behind it.
        candidates: the divisions of that name; several are none.
    """
    if len(candidates) > 1 or text[start:end] != candidates[0].short:
        return False
    if candidates[0].ordinary:  # 赴石狮、常熟招引
        after = starting.get(end + 1) if text[end : end + 1] == "、" else None
        beside = gazetteer().named(text[slice(*after)]) if after else ()
        plain = len(beside) == 1 and not beside[0].ordinary and beside[0].level == "county"
        return plain and text.endswith(words().learns, 0, start)
    joined = text.endswith(words().joins, 0, start) and text.startswith(words().after_joined, end)
    return joined or text.endswith(words().learns, 0, start) or text.startswith(words().lessons, end)
