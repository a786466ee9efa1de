"""Members of closed lists made whole: what a member takes of the word that closes the list, or of another member."""

import re
from collections.abc import Iterator, Sequence

from extract.components import Found
from extract.projects.lending import ROADS, ROUTES, Item
from extract.projects.list_words import list_words
from extract.projects.names import head_of
from extract.projects.shares import shared_behind_places
from extract.projects.words import heads_of, words

_SHORTEST = 2
_SIGHTS = ("景区", "景点", "公园", "街区", "园区", "场馆")
_MADE_THERE = ("遗址公园", "国家公园", "文化公园")
_KIND = re.compile(
    r"(?:河流|河道|江河|支流|干支流|溪流|湖泊|河湖|水库|水闸|涵闸|闸坝|桥梁|道路|街道|街区|古村落|古村|村庄|古镇|海湾|泵站|灌区|港区|岛屿)(?=[\u4e00-\u9fff]{2})"
)
_ONLY_PLACES = "至经到和与、—–－-~（）()"
_WATERS = "河江湖溪水川海港沟渠涌浜塘"
_REPAIRS = ("治理", "修复", "整治", "加固", "修缮", "清淤", "疏浚")
_LINES = ("铁路", "高铁", "高速", "公路", "城际", "快速路", "快速通道", "航道")


def made_whole(
    text: str,
    n: int,
    listed: Sequence[Item],
    lent: tuple[int, int] | None,
    act: tuple[int, int] | None,
    places: Sequence[Found],
) -> Item:
    """A member of a closed list with what makes it whole.

    Args:
        text: of the unit.
        n: which member.
        listed: the members.
        lent: the run that every member without a head takes.
        act: the run of what is done to each.
        places: those that the unit names.
    """
    item = listed[n]
    run = item.runs[0]
    name = text[slice(*run)]
    taken = _taken(text, run, lent) if lent else None
    if taken is not None:
        return Item([(run[0] + 1, run[1]) if name.startswith("至") and taken == lent else run, taken])
    placed = lent is not None and any(p.end == run[1] for p in places) and is_of_places(text, run, places)
    street = lent is not None and name.endswith(words().streets)
    street = street and not (lent is not None and name.endswith("公路") and text.endswith(ROADS, *lent))
    if (head_of(name) is not None and not placed and not street) or name.endswith(list_words().acts):
        return Item([run, act]) if act and not name.endswith(list_words().acts) else item
    sights = lent is not None and text.endswith(_SIGHTS, *lent) and not text.endswith(_MADE_THERE, *lent)
    if lent and (placed or not sights or not (name.endswith(list_words().whole) and len(name) > _SHORTEST)):
        return Item([run, without_overlap(text, run, lent)])
    lent = next((s for other in listed[n + 1 :] if (s := shared_behind_places(text, run, other.runs[0], places))), None)
    if lent is None and is_of_places(text, run, places):
        lent = next((s for other in reversed(listed[:n]) if (s := _line_of(text, other.runs[0]))), None)
    return Item([run, lent]) if lent else Item([run, act]) if act else item


def with_shared_prefix(text: str, items: list[Item], summed: tuple[int, int]) -> Iterator[Item]:
    """智慧交通、旅游、教育等智慧城市工程: the short members behind the first take its prefix and the head."""
    start = items[0].runs[0][0]
    head = next((h for h in heads_of(text[slice(*summed)]) if h in words().shared), None)
    prefix = next((p for p in words().prefixes if text.startswith(p, start)), None)
    if head is not None and prefix is not None:
        for item in items[1:]:
            if item.runs[0][1] - item.runs[0][0] <= _SHORTEST:
                yield Item([(start, start + len(prefix)), *item.runs, (summed[1] - len(head), summed[1])])


def without_overlap(text: str, run: tuple[int, int], lent: tuple[int, int]) -> tuple[int, int]:
    """What is lent without the word that the member ends in (甲诗路|诗路文化带)."""
    start, end = lent
    again = text[start : start + _SHORTEST]
    return (start + _SHORTEST, end) if end - start > _SHORTEST and text.endswith(again, *run) else lent


def _taken(text: str, run: tuple[int, int], lent: tuple[int, int]) -> tuple[int, int] | None:
    """What any member takes, with a head or without: what runs there, or how what it names is repaired."""
    name = text[slice(*run)]
    kind = _KIND.match(text, *lent)
    water = kind is not None and kind[0][0] in _WATERS and name[-1] in _WATERS
    if kind and (water or name.endswith((kind[0][0], kind[0][-1]))):
        return kind.end(), lent[1]  # 甲河、乙河等重点河流|综合治理
    if text.endswith((*ROUTES, *list_words().taken), *lent):
        whole = name.endswith(("段", "线")) and not text.endswith(ROUTES, *lent)
        return None if whole or name.endswith((*ROUTES, *list_words().taken)) else lent
    if not text.endswith(_REPAIRS, *lent) or name.endswith((*list_words().acts, "工程")):
        return None
    done = next((act for act in list_words().acts if text.endswith(act, *lent)), "")
    alike = name[-1] == text[lent[1] - len(done) - 1]
    return ((lent[1] - len(done), lent[1]) if alike else lent) if done else None  # 甲矿、乙矿等矿坑|综合治理


def _line_of(text: str, run: tuple[int, int]) -> tuple[int, int] | None:
    """The run of the head of a line (铁路); None where a run ends in none."""
    head = next((h for h in heads_of(text[slice(*run)]) if h in _LINES), None)
    return (run[1] - len(head), run[1]) if head else None


def is_of_places(text: str, run: tuple[int, int], places: Sequence[Found]) -> bool:
    """Whether a run holds places and what joins them, and nothing else (黔江经开江至达州)."""
    inside = {i for p in places if run[0] <= p.start and p.end <= run[1] for i in range(p.start, p.end)}
    return bool(inside) and all(i in inside or text[i] in _ONLY_PLACES for i in range(*run))
