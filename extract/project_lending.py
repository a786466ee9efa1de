"""What members of a list of undertakings lend those beside them: a modifier, a rank, an origin, a repair."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.components import Found
from extract.project_names import head_of
from extract.project_words import words

_FIELD = re.compile(r"[^、，的和与及]{2,10}领域")
_LINE = re.compile(r"(?:高速|高铁|铁路|轨道|国道|省道|航道|干线)$")
_ROAD = re.compile(r"[GSX]\d")
_RANK = re.compile(r"\d+千伏|[国省县]道(?=[GSX]\d)")
_ORIGIN = re.compile(r"[\u4e00-\u9fff]{0,8}至(?=[\u4e00-\u9fff]{2})")
_ROUTES = ("航线", "直航", "班列", "班轮", "专列", "直飞航线")
_REPAIRS = ("修缮", "除险加固", "贯通提升", "治理", "整治", "复航整治", "修复")
_BODY = re.compile(r"(?:大学|学院|公司|集团)$")
_WHOLE = re.compile(r"地铁|铁路|高铁|高速|轨道")
_MIN_MODIFIER = 2


@dataclass(slots=True)
class Item:
    """A member of a list: the runs of text that make its name, in order, and what they read together."""

    runs: list[tuple[int, int]]

    def name(self, text: str) -> str:
        """The name, runs joined."""
        return "".join(text[a:b] for a, b in self.runs)


def lend_works(text: str, done: list[Item]) -> None:
    """甲高速、乙高速甲段“四改八”扩建: what is done to the last line is done to those before it, and so are repairs."""
    if done and text.endswith(_REPAIRS, *done[-1].runs[-1]):
        end = done[-1].runs[-1][1]
        repair = next(r for r in _REPAIRS if text.endswith(r, *done[-1].runs[-1]))
        for item in done[:-1]:
            head = head_of(item.name(text))
            if len(item.runs) == 1 and head not in (None, *words().acts, *words().acts_of_named, "工程"):
                item.runs.append((end - len(repair), end))
    for i, item in enumerate(done[:-1]):
        start, end = item.runs[0]
        if len(item.runs) == 1 and _LINE.search(text[start:end]):
            a, b = done[-1].runs[0]
            line = re.match(r"[\u4e00-\u9fff]{2,4}?(?:高速|高铁|铁路)(?=[\u4e00-\u9fff]+[“”])", text[a:b])
            if line:
                done[i] = Item([(start, end), (a + line.end(), b)])


def lend_modifier(  # noqa: C901 - one step for each kind of modifier
    text: str, items: list[Item], places: Sequence[Found]
) -> None:
    """A modifier in front of the first member's places counts for those after it that begin with a place."""
    if len(items) < 2:  # noqa: PLR2004 - a list has two members
        return
    a, b = items[0].runs[0]
    if text.endswith(_ROUTES, *items[-1].runs[-1]) and (origin := _ORIGIN.match(text, a, b)):
        for item in items[1:]:
            if not any(mark in text[slice(*item.runs[0])] for mark in "至—经-"):
                item.runs.insert(0, origin.span())
        return
    field = _FIELD.match(text, a, b)
    if field and field.end() < b:
        for item in items[1:]:
            item.runs.insert(0, field.span())
        return
    _lend_rank(text, items)
    while len(items) > 1 and not any(p.start == items[1].runs[0][0] for p in places):
        items = items[1:]
        a, b = items[0].runs[0]
    opening = text.find("（", a, b)
    first = next(
        (
            p.start
            for p in sorted(places, key=lambda p: p.start)
            if a < p.start < b and not 0 <= opening < p.start < text.find("）", a)
        ),
        None,
    )
    if first is not None and _BODY.search(text, a, first):
        return
    if first is None or first - a < _MIN_MODIFIER or _head_inside(text[a:first]) is None:
        return
    head = head_of(text[a:b])
    for item in items[1:]:
        start, end = item.runs[0]
        alike = len(items[0].runs) > 1 or (
            head_of(text[start:end]) == head and not _WHOLE.search(text, start, end)
        )  # 来安大道快速路 is whole
        if alike and any(p.start == start for p in places):
            item.runs.insert(0, (a, first))


def _lend_rank(text: str, items: list[Item]) -> None:
    """220千伏甲、乙电网工程; 国道G1线甲段、G2线: what ranks a member ranks those behind it that say no rank."""
    rank: re.Match[str] | None = None
    lent = False
    for item in items:
        start, end = item.runs[0]
        said = _RANK.match(text, start, end)
        shares = lent or len(item.runs) > 1
        lent = len(item.runs) > 1
        if said or rank is None:
            rank = said
        elif _ROAD.match(text, start, end) if rank[0].endswith("道") else shares:
            item.runs.insert(0, rank.span())
        else:
            rank = None


def _head_inside(modifier: str) -> str | None:
    return head_of(modifier) or ("段" if _LINE.search(modifier) else None)
