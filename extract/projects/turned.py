"""Undertakings that something else is made into (将甲、乙等乡镇打造成 X)."""

import re
from collections.abc import Iterator, Sequence

from extract.components import Found, Passage
from extract.projects.names import head_of, is_specific
from extract.projects.objects import Undertaking
from extract.tracing import reject

_MADE_INTO = re.compile(
    r"(?:将|把)(?P<what>[^，]{2,60}?)(?:打造|建设|培育|布局|发展|建)(?:成为?|为|成)(?P<made>[^，]{2,40})$"
)


def turned(text: str, start: int, end: int) -> re.Match[str] | None:
    """What a clause makes into what (将甲打造成乙); None where it makes nothing into another thing."""
    turns = text.find("将", start, end) >= 0 or text.find("把", start, end) >= 0
    return _MADE_INTO.search(text, start, end) if turns else None


def made_of(text: str, made: re.Match[str], places: Sequence[Found], here: Passage) -> Iterator[Undertaking]:
    """将甲、乙等乡镇的部分区域打造成 X: X involves them; the whole jurisdiction made into X is a positioning aim."""
    inside = [p for p in places if made.start("what") <= p.start < made.end("what")]
    own = here.profile.own
    if not inside or (own is not None and any(p.division.code == own.code for p in inside) and len(inside) == 1):
        reject("projects.position", *made.span("made"))
        return
    start, end = made.span("made")
    start = max(
        [start, *(start + text[start:end].rfind(word) + len(word) for word in ("个", "条") if word in text[start:end])]
    )
    name = text[start:end]
    if head_of(name) and is_specific(name, "打造", places, (start, end)):
        yield Undertaking(name, "underway", ((start, end),), (made.span("what"),), "made_into")
