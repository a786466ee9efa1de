"""Counties that their neighbours in a text prove: far ones that it learns from, several of a name in a list."""

import re
from collections.abc import Iterable, Mapping, Sequence

from extract.components import Found, within
from extract.places.lines import adjoin
from extract.places.words import words
from gazetteer.divisions import Division, gazetteer

_DASHES = ("—", "——", "－", "-", "–", "~", "～", "―", "至", "到")
_WATERS = frozenset("河湖")
_PLAIN = frozenset(("城区", "郊区", "矿区", "市区"))
_WAY = re.compile(
    r"(?:(?:[—－–~～―至到-]{1,2}[^，。；、：]{2,6}?|[（(][^，。；（）()]{1,8}[）)])?"
    r"等?(?:[一二三四五六七八九十\d]{1,2}条)?(?:省际|次区域|跨界|跨省)?|、[^，。；：]{2,60}?)"
    r"(?:高速|铁路|公路|高铁|城际|市域|快速|轨道|通道|国道|省道|航道|航线|输气|天然气|管道|旅游公路|毗邻地?区|合作|一体化|协同|融合)"
)

_AND = ("与", "和", "同")
_BORDER = re.compile(r"[^，。；]{0,24}?(?:毗邻|接壤|交界|省际边界)")
_ROAD = re.compile(r"(?:高速|公路|快速路|快速通道|城际|市域|国道|省道)")


def is_behind_other(start: int, one: Division, found: Iterable[Found]) -> bool:
    """Whether a name stands right behind that of a place in which the division does not lie: it is a part of that."""
    return any(f.end == start and not within(one.code, f.division.code) for f in found)


def is_on_way(text: str, beside: Sequence[tuple[str, Division, int]], one: Division, own: Division | None) -> bool:
    """Whether a road joins a division with a place beside it, in a province next door (筠连至大关高速), or the border.

    Args:
        text: the text as read.
        beside: what stands between the two, the other place, and where both end.
        one: the division.
        own: that of the plan.
    """
    if own is None or one.short[-1:] in _WATERS:
        return False
    return any(
        adjoin(one, other, own)
        and ((between in _DASHES and _WAY.match(text, at)) or (between in _AND and _BORDER.match(text, at)))
        for between, other, at in beside
    )


def leads_too_far(text: str, beside: Sequence[tuple[str, Division, int]], one: Division, own: Division | None) -> bool:
    """Whether a road would lead to a division from a place beside it that is nowhere near: a town of its name is meant.

    Args:
        text: the text as read.
        beside: what stands between the two, the other place, and where both end.
        one: the division.
        own: that of the plan.
    """
    joined = [(at, other) for between, other, at in beside if own is not None and between in _DASHES]
    return any(not adjoin(one, other, own or one) and _ROAD.match(text, at) for at, other in joined)


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
    return (
        _opens_list(text, starting, start, end)
        or joined
        or text.endswith(words().learns, 0, start)
        or text.startswith(words().lessons, end)
    )


def _opens_list(text: str, starting: Mapping[int, tuple[int, int]], start: int, end: int) -> bool:
    """Whether two counties whose names are nothing else stand behind 与: 与太仓、昆山建立机制, 到慈溪、义乌举办."""
    after = starting.get(end + 1) if text[end : end + 1] == "、" else None
    if after is None or not text.endswith(words().opens_list, 0, start):
        return False
    beside = gazetteer().named(text[slice(*after)])
    return len(beside) == 1 and not beside[0].ordinary and beside[0].level == "county"


def _named(text: str, code: str) -> bool:
    division = gazetteer().get(code)
    return division is not None and bool(division.short) and division.short in text


def of_same_parent(
    text: str, beside: tuple[tuple[int, int] | None, tuple[int, int] | None], name: str, candidates: Sequence[Division]
) -> Division | None:
    """Of several divisions of one full name the one that has a parent in common with its neighbour in a list.

    Args:
        text: the text as read.
        beside: where the names in front of it and behind it in its list stand.
        name: the name.
        candidates: the divisions of that name.
    """
    if name in _PLAIN and not any(d.parent and _named(text, d.parent) for d in candidates):
        return None  # 限购地区实施城区、郊区指标差异
    for other in beside:
        if other is not None:
            parents = {d.parent for d in gazetteer().named(text[slice(*other)]) if d.level == "county"}
            meant = [d for d in candidates if d.parent in parents and d.name == name]
            if len(meant) == 1:
                return meant[0]
    return None
