"""White space inside a long line that parts its paragraphs, as texts have it that lost their line ends."""

import re

from extract.clauses.words import ENDS_IN_LABEL
from extract.numbering import number_at

LONG_LINE = 200
"""Characters from which on a line may hold several paragraphs."""
_NARROW_SPACE = re.compile(r"(?<![\x00-(*-\-/-\x7f])[ \u00a0\u3000\t]+(?=[^\x00-\x7f]|\d{1,3}[.、)）]\D|\(\d)")
_NEAR = 6
_LONGEST_LABEL = 16
_SELDOM = 20


def narrow_gaps(text: str, start: int, end: int) -> list[re.Match[str]]:
    """The white space that parts paragraphs of a long line: where it is rare, and often behind a stop, all does."""
    if end - start < LONG_LINE:
        return []
    gaps: list[re.Match[str]] = []
    for gap in _NARROW_SPACE.finditer(text, start, end):
        number = number_at(text, gaps[-1].end() if gaps else start)
        if not (number and number.end == gap.start()) and not _parts_nothing(text, start, gap.start()):
            gaps.append(gap)
    behind_stop = sum(text[gap.start() - 1] in "。；：！？）)" for gap in gaps)
    return gaps if 3 * behind_stop > len(gaps) and _SELDOM * len(gaps) < end - start else []


def _parts_nothing(text: str, start: int, at: int) -> bool:
    """Whether white space follows the number of its own paragraph, or a label that says who comes."""
    return at - start <= _NEAR or ENDS_IN_LABEL.search(text, max(start, at - _LONGEST_LABEL), at) is not None
