"""Heads of government that several names share: 献县、河间市、青县政府 are 献县政府, 河间市政府 and 青县政府."""

import re

from extract.facts import Role
from gazetteer.divisions import gazetteer
from ontology.departments import department

Body = tuple[int, int, Role | None]
"""Where a name of a body stands, and what the clause says that it does."""

_HEAD = re.compile(
    r"(?!各|有关|相关|其他|沿[黄江线海淮途边湖]|所有|全[省市县区])(?P<name>[\u4e00-\u9fff]{1,12}?)(?P<some>等[一二三四五六七八九十\d]{0,2})?"
    r"(?P<zone>国家级?高新区|国家级?经开区|高新区|经开区|高新技术产业开发区|经济技术开发区|经济开发区|开发区|综合保税区|综保区|新区|度假区|园区)?"
    r"(?P<level>省|市|自治州|州|盟|县|区|旗|自治县|乡|镇|街道)?(?P<body>人民政府|政府|管委会|管理委员会|办事处|(?<=街道)办|党工委|党委)$"
)
_ZONE = re.compile(
    "(?:[高经新园][开新]?区|开发区|保税区|度假区|示范区|试验区|新城|新区|片区|自贸区|产业园|科技城|空港区|港区|风景区|景区)$"
)
_TOWN = re.compile(r"[\u4e00-\u9fff]{1,6}(?P<level>乡|镇|街道)$")
_FULL = re.compile(r"(?P<short>[\u4e00-\u9fff]{1,10}?)(?:自治[州县旗]|[省市州盟县区旗])$")
_BARE = re.compile(r"[\u4e00-\u9fff]{2,5}$")
_JOINTS = frozenset(("、", "和", "与", "及", "以及"))
_MANAGED = ("管委会", "管理委员会", "党工委")
_GOVERNED = ("人民政府", "政府", "党委")
_TOWNS = ("乡", "镇", "街道")

Shared = dict[int, tuple[tuple[int, int], ...]]
"""Of a name by the place where it starts: the runs of text that, joined, write it in full."""


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
        own = _HEAD.match(text, start, end)
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
    if _TOWN.match(name) or _ZONE.search(name) or _is_full(name):
        return True
    return _BARE.match(name) is not None and _tail(name, head) is not None


def _is_full(name: str) -> bool:
    """Whether a division bears the name with a level behind it: 青县, 河间市, also 道真县 for 道真仡佬族苗族自治县."""
    places, full = gazetteer(), _FULL.match(name)
    return full is not None and (
        any(name == d.name or name in d.former for d in places.named(name))
        or any(d.name[-1] == name[-1] for d in places.named(full["short"]))
    )


def _tail(name: str, head: re.Match[str]) -> int | None:
    """Where the part of a head begins that completes the name of a place; None where it has nothing of the head."""
    body, level, zone = head["body"], head["level"], head["zone"]
    town = _TOWN.match(name)
    if town:
        shares = level in _TOWNS and (town["level"] == "街道") == (level == "街道")
        return head.start("body") if shares else None
    if _is_full(name):
        return head.start("body") if body in _GOVERNED else None
    if _ZONE.search(name):
        return head.start("body") if body in _MANAGED else None
    if zone and not level:  # 合肥、芜湖高新区管委会
        return head.start("zone") if gazetteer().named(name) and gazetteer().named(head["name"]) else None
    if level in _TOWNS:
        return head.start("level") if department(name) is None else None
    return head.start("level") if level and any(d.name.endswith(level) for d in gazetteer().named(name)) else None
