"""Heads of government that several names share: 献县、河间市、青县政府 are 献县政府, 河间市政府 and 青县政府."""

import re
from functools import cache
from typing import NamedTuple

from extract.clauses.bodies import COUNTED, is_known_body
from extract.clauses.named import Body
from extract.word_lists import either, word_lists
from gazetteer.divisions import gazetteer
from ontology.departments import department

_BARE = re.compile(r"[\u4e00-\u9fff]{2,5}$")
_JOINTS = frozenset(("、", "和", "与", "及", "以及"))

Shared = dict[int, tuple[tuple[int, int], ...]]
"""Of a name by the place where it starts: the runs of text that, joined, write it in full."""


class _Words(NamedTuple):
    """The lists of `bodies.toml` on heads of government, most as patterns."""

    head: re.Pattern[str]
    zone: re.Pattern[str]
    town: re.Pattern[str]
    full: re.Pattern[str]
    managed: frozenset[str]
    governed: frozenset[str]
    towns: frozenset[str]


@cache
def _words() -> _Words:
    table = word_lists("bodies")["heads"]
    levels, towns = table["levels"], table["towns"]
    bodies = either((*table["governed"], *table["managed"], *table["of_towns"]))
    return _Words(
        head=re.compile(
            rf"(?!沿[黄江线海淮途边湖]|全[省市县区]|{either(table['classes'])})(?P<name>[\u4e00-\u9fff]{{1,12}}?)"
            rf"(?P<some>等[一二三四五六七八九十\d]{{0,2}})?(?P<zone>{either(table['zones'])})?"
            rf"(?P<level>{either((*levels, *towns))})?(?P<body>{bodies}|(?<=街道)办)$"
        ),
        zone=re.compile(f"(?:[高经新园][开新]?区|{either(table['named_zones'])})$"),
        town=re.compile(rf"[\u4e00-\u9fff]{{1,6}}(?P<level>{either(towns)})$"),
        full=re.compile(rf"(?P<short>[\u4e00-\u9fff]{{1,10}}?)(?:{either(levels)}|自治旗)$"),
        managed=frozenset(table["managed"]),
        governed=frozenset(table["governed"]),
        towns=frozenset(towns),
    )


def shared_heads(text: str, found: list[Body]) -> Shared:
    """The names of a clause that stand in front of a head which they share with the last of their list.

    A member must be a division by name, with its level or with that of the head; one of a township's level, or a zone
    before 管委会, is known by its form. What has a head of its own ends the list, and groups stay as written.

    Args:
        text: of the unit.
        found: the bodies that the clause names, in order.
    """
    written: Shared = {}
    head: re.Match[str] | None = None
    after = last = -1
    for start, end, _ in reversed(found):
        own = _words().head.match(text, start, end)
        if own:
            head, last = own, start
        elif head and text[end:after] in _JOINTS and _is_place(text[start:end], head):
            tail = _tail(text[start:end], head)
            if tail is not None:
                written[start] = ((start, end), (tail, head.end()))
            if head["some"] and last not in written:  # 合肥、芜湖等市人民政府
                written[last] = (head.span("name"), (head.end("some"), head.end()))
        else:
            head = None
        after = start
    return written


def _is_place(name: str, head: re.Match[str]) -> bool:
    """Whether a name is that of a place or a zone, so that the list goes on in front of it."""
    if _words().town.match(name) or _words().zone.search(name) or _is_full(name) or COUNTED.fullmatch(name):
        return True
    return _BARE.match(name) is not None and _tail(name, head) is not None


def _is_full(name: str) -> bool:
    """Whether a division bears the name with a level behind it: 青县, 河间市, also 道真县 for 道真仡佬族苗族自治县."""
    places, full = gazetteer(), _words().full.match(name)
    return full is not None and (
        any(name == d.name or name in d.former for d in places.named(name))
        or any(d.name[-1] == name[-1] for d in places.named(full["short"]))
    )


def _tail(name: str, head: re.Match[str]) -> int | None:
    """Where the part of a head begins that completes the name of a place; None where it has nothing of the head."""
    body, level, zone = head["body"], head["level"], head["zone"]
    town = _words().town.match(name)
    if town:
        shares = level in _words().towns and (town["level"] == "街道") == (level == "街道")
        return head.start("body") if shares else None
    if _is_full(name) or COUNTED.fullmatch(name):
        return head.start("body") if body in _words().governed else None
    if _words().zone.search(name):
        return head.start("body") if body in _words().managed else None
    if zone and not level:  # 合肥、芜湖高新区管委会
        return head.start("zone") if gazetteer().named(name) and gazetteer().named(head["name"]) else None
    if level in _words().towns:
        return head.start("level") if department(name) is None and not is_known_body(name) else None
    if not level:  # 马尾、福清人民政府
        both = gazetteer().named(name) and gazetteer().named(head["name"])
        return head.start("body") if both and body in _words().governed else None
    return head.start("level") if any(d.name.endswith(level) for d in gazetteer().named(name)) else None
