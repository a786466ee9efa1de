"""Lists that a number sums up, with as many members as it says (甲、乙和丙三大基地; 甲—乙、丙—丁两座大桥)."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extract.brackets import split
from extract.components import Found
from extract.projects.lending import Item
from extract.projects.names import head_of
from extract.projects.proper import holds_a_name
from extract.projects.wholes import without_overlap
from extract.projects.words import words
from extract.word_lists import word_lists

_NUMBERS = {"两": 2, **{c: n for n, c in enumerate("二三四五六七八九十", 2)}}
_SOFT = re.compile(r"以及|和(?!美乡村|谐|平[区县镇]|田[市地县]|县)|及(?!周边|其周边|其他|附近)|与")
_MEASURED = re.compile(
    r"(?P<number>各?[一两二三四五六七八九十]|(?<!\d)\d{1,2})(?P<measure>[大个座条处段项所家对支片])(?P<head>[^、，。；\d]{2,18})$"
)
_NUMBERED = re.compile(
    r"(?<=[\u4e00-\u9fff\d）)])(?:各一|[两二三四五六七八九]|(?<!\d)\d)[大个座条处项所家对片](?=[\u4e00-\u9fff]{2})"
)
_GENERAL = re.compile(r"^(?:重大|重点|主要|关键|骨干)")
_LONGEST_HEAD = 10
_LONGEST = 24
_SHORTEST = 2


def counted(text: str, start: int, end: int) -> Iterator[Item]:
    """The members of a list that a number and 大 sum up (甲、乙和丙三大基地)."""
    for match in _counted_head().finditer(text, start, end) if text.find("大", start, end) >= 0 else ():
        parts = _parts(text, start, match.start(), _NUMBERS[match["number"]])
        named = (part for part in parts if not text.startswith(words().not_in_names, part[0]))
        yield from (Item([part, match.span("head")]) for part in named)
        joint = _SOFT.match(text, match.end(), end)
        start = joint.end() if joint else match.end()


def summed_up(text: str, start: int, end: int, places: Sequence[Found]) -> tuple[list[Item], int] | None:
    """The members of the first list of a run that a number and a measure word sum up, made whole, and where it ends."""
    for match in _NUMBERED.finditer(text, start + 2 * _SHORTEST, end):
        for until in range(min(match.end() + _LONGEST_HEAD, end), match.end() + 1, -1):
            if head_of("某某" + text[match.end() : until]) is None and not text.endswith(_sums(), match.end(), until):
                continue
            listed = measured(text, start, until, places)
            if listed:
                return listed, until
        number = _NUMBERS.get(text[match.start()])
        parts = _parts(text, start, match.start(), number) if number else []
        if parts and all(head_of(text[a:b]) and holds_a_name(text[a:b], (a, b), places) for a, b in parts):
            return [Item([part]) for part in parts], match.end()
    return None


def measured(text: str, start: int, end: int, places: Sequence[Found]) -> list[Item]:
    """The members of a list that a number and a measure word at its end sum up (甲—乙、丙—丁两座大桥), made whole.

    Where the members are whole and what sums them up says nothing of what they are, they stay as they are.

    Args:
        text: of the unit.
        start: where the list begins.
        end: where what sums it up ends.
        places: those that the unit names.
    """
    match = _MEASURED.search(text, max(start, end - _LONGEST), end)
    if match is None or match.start() - start < 2 * _SHORTEST:
        return []
    said = match["number"]
    if said == "一":
        return []
    number = text.count("、", start, match.start()) + 1 if said.startswith("各") else _NUMBERS.get(said) or int(said)
    parts = _parts(text, start, match.start(), number)
    if not parts or 2 * sum(holds_a_name(text[a:b], (a, b), places) for a, b in parts) < len(parts):
        return []
    head = match.span("measure")[0] if match["measure"] == "段" else match.start("head"), match.end("head")
    whole = all(head_of(text[a:b]) for a, b in parts)
    if whole and (head_of(match["head"]) or match["head"].endswith(_sums()) or _GENERAL.match(match["head"])):
        return [Item([part]) for part in parts]
    if head_of("某某" + text[slice(*head)]) is None:
        return []
    return [
        Item([*shared, part, without_overlap(text, part, head)])
        for part, shared in zip(parts, _shared(text, parts, places), strict=True)
    ]


def _shared(text: str, parts: list[tuple[int, int]], places: Sequence[Found]) -> list[list[tuple[int, int]]]:
    """What the members behind the first share with it: 涿州与 of 涿州与长阳、良乡3处接口."""
    a, b = parts[0]
    last = max((p.start for p in places if a < p.start and p.end == b), default=a)
    joined = last > a and any(mark in text[a:last] for mark in "与至")
    bare = all(any(p.start == c and p.end == d for p in places) for c, d in parts[1:])
    return [[], *([[(a, last)] if joined and bare else [] for _ in parts[1:]])]


def _parts(text: str, start: int, end: int, number: int) -> list[tuple[int, int]]:
    """The members of a list of as many as a number says; none where it has another number of them."""
    parts = [(start + a, start + b) for a, b in split(text[start:end], "、")]
    soft = _SOFT.search(text, parts[-1][0] + 1, parts[-1][1] - 1) if parts else None
    if soft and len(parts) == number - 1:
        parts[-1:] = [(parts[-1][0], soft.start()), (soft.end(), parts[-1][1])]
    return parts if len(parts) == number else []


@cache
def _sums() -> tuple[str, ...]:
    lists = word_lists("project_lists")
    return (*lists["sums"], *lists["counted"])


@cache
def _counted_head() -> re.Pattern[str]:
    heads = "|".join(sorted(words().heads, key=len, reverse=True))
    return re.compile(
        rf"(?P<number>[两二三四五六七八九十])大(?:智慧|重点|重大|骨干|特色)?(?P<head>{heads})(?=体系$|$|以及|和|及|、)"
    )
