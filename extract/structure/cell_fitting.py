"""Lines of a table that lost its frame, fitted to its columns: which of them make a cell, as the headers tell.

A cell may be wrapped over several lines, or be empty; bodies, times and sums tell their columns from the rest.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from extract.brackets import CLOSING, OPENING
from extract.clauses.bodies import is_agency, is_body
from extract.clauses.words import names_bodies
from extract.structure.table_fields import columns
from extract.word_lists import word_lists
from gazetteer.divisions import gazetteer
from ontology.departments import department

_DUE = re.compile("(?:时限|时间|期限|年限|工期|节点)(?:要求)?$")
_SUM = re.compile("投资|金额|资金|万元|亿元")
_PERSON = re.compile("领导|责任人|负责人|联系人")
_OF_BODY = re.compile("[局委厅镇乡]|政府|单位|部门|公司|街道")
_NO_PERSON = re.compile(r"[局委厅镇乡\d]|政府|公司")
_REMARK = re.compile("备注|说明")
_IS_DUE = re.compile(r"\d{1,2}月|(?<!\d)20\d{2}(?:年|$|[-—－~～至./])|年底|长期|持续|全年|常态|季度|每[年月季]|即时")
_IS_SUM = re.compile(r"(?:约|不低于)?[\d.,，—~～-]+(?:万|亿)?元?|[/—－-]+")
_NATURE = re.compile("(?:新建|续建|新开工|在建|改?扩建|改建|前期|储备|谋划|竣工|迁建|技改|拟建)(?:项目|工作)?")
_NOBODY = re.compile(r"[/—–－-]+|无|暂无")
_LIST = re.compile("[、，,；;]|\n")
_GOES_ON = re.compile(r"[、，,和与及或的—\-（(〔《“/]$")
_COMES_BEHIND = re.compile(r"[、，,。；;）)〕》”和与及等—\-/]")
_BEGINS = re.compile("[省市县区州盟旗镇乡各团]|自治|国家|国务院|国网|中[央国]|人行|人民银行|有关|相关|[全驻在]")
_RESTS = frozenset(("办公室", "委员会", "人民政府", "管委会", "管理局", "服务局", "保障局"))
_EACH_LEVEL = re.compile("各[省市县区旗州镇乡街]{1,3}")
_SHORTEST, _LONGEST_PLACE = 3, 4
_MOST_LINES = 10
_RAGGED = 2
_LONGEST_PERSON, _LONGEST_NATURE, _LONGEST_DUE = 12, 6, 16
_NEVER = float("-inf")

_EMPTY = {"who": -1.5, "remark": -0.2}
_FITS, _MISSES, _ODD = 2.0, -3.0, -1.0
_CUT, _UNCUT, _UNPROVEN = 0.3, -2.0, -0.2


@lru_cache(maxsize=256)
def kind(header: str) -> str:
    """What the cells below a header name: `who`, `due`, `sum`, `person`, `nature`, `remark`, or any `text`."""
    if names_bodies(header) or re.search("(?:单位|部门)$", header):
        return "who" if header != "单位" else "text"
    if header in word_lists("cells")["due"] or _DUE.search(header):
        return "due"
    for pattern, name in ((_SUM, "sum"), (_PERSON, "person"), (_REMARK, "remark")):
        if pattern.search(header):
            return name
    return "nature" if header.endswith("性质") else "text"


def perfect(what: str) -> float:
    """What a cell of a kind is worth that fits it in every way."""
    return {"who": _FITS, "due": _FITS, "sum": _FITS, "nature": _FITS, "person": 1.0}.get(what, 0.0)


class Fitting:
    """The best ways to read lines as the cells of a row.

    Args:
        lines: of one row and of what stands behind it, in order.
        kinds: of the columns; the first holds the number of the row.
        margins: how wide the lines of a column may be; none where it is unknown.
    """

    def __init__(self, lines: Sequence[str], kinds: Sequence[str], margins: Sequence[int] = ()) -> None:
        self._lines, self._known = lines, dict[tuple[int, int, str, int], float]()
        count = len(lines)
        best = [_NEVER, 0.0] + [_NEVER] * (count - 1)
        self._ways: list[list[int]] = []
        for column, what in enumerate(kinds[1:], 1):
            behind, way = [_NEVER] * (count + 1), [0] * (count + 1)
            for start, before in enumerate(best):
                if before == _NEVER:
                    continue
                for end in range(start, min(count, start + _MOST_LINES) + 1):
                    value = before + self._worth(start, end, what, margins[column] if margins else 0)
                    if value > behind[end]:
                        behind[end], way[end] = value, start
            best = behind
            self._ways.append(way)
        self.worth = best
        """How well the first lines fit the columns, by how many they are."""

    def starts(self) -> list[int]:
        """The line at which each cell starts where all lines are those of the row; and the end behind the last."""
        at = len(self._lines)
        starts = [at]
        for way in reversed(self._ways):
            at = way[at]
            starts.append(at)
        return [0, *starts[::-1]]

    def _worth(self, start: int, end: int, what: str, margin: int) -> float:
        if start == end:
            return _EMPTY.get(what, -2.0)
        key = start, end, what, margin
        if key not in self._known:
            cell = self._lines[start:end]
            self._known[key] = _fit(cell, what) + _joints(cell, what, margin)
        return self._known[key]


def is_wrapped(said: str, behind: str) -> bool:
    """Whether the first of two lines ends in the middle of something, or the second begins so."""
    is_open = sum(map(said.count, OPENING)) > sum(map(said.count, CLOSING))
    return is_open or _GOES_ON.search(said) is not None or _COMES_BEHIND.match(behind) is not None


def _joints(cell: Sequence[str], what: str, margin: int) -> float:
    """What it is worth to read lines as one cell, by the ends of all but the last."""
    if len(cell) == 1:
        return 0.0
    worth, wide = 0.0, max(margin, *map(columns, cell[:-1]))
    for n, (upper, lower) in enumerate(pairwise(cell), 1):
        if is_wrapped(upper, lower):
            worth += _CUT
        elif what == "who" and parts_bodies("".join(cell[:n]), lower):
            worth += _CUT / 2
        elif columns(upper) < wide - _RAGGED or columns(lower) > wide + _RAGGED:
            worth += _UNCUT
        else:
            worth += _UNPROVEN
    return worth


def _fit(cell: Sequence[str], what: str) -> float:
    """How much lines look like a cell of a kind."""
    said = "".join(cell)
    if what == "who":
        return _bodies(cell)
    if what == "due":
        timely = _IS_DUE.search(said) and not _OF_BODY.search(said)
        return _FITS if timely or _NOBODY.fullmatch(said) else _MISSES
    if what == "sum":
        return _FITS if _IS_SUM.fullmatch(said) else _MISSES
    if what == "nature":
        return _FITS if _NATURE.fullmatch(said) else 0.0 if len(said) <= _LONGEST_NATURE else _MISSES
    if what == "person":
        return 1.0 if len(said) <= _LONGEST_PERSON and not _NO_PERSON.search(said) else _MISSES
    if _IS_SUM.fullmatch(said) or _NATURE.fullmatch(said) or (len(said) <= _LONGEST_DUE and _IS_DUE.search(said)):
        return _ODD
    return _ODD * 2 if any(map(_names_agencies, cell)) or _names_agencies(said) else 0.0


def parts_bodies(upper: str, lower: str) -> bool:
    """Whether a body ends with a line, and the next line begins with another: 县财政局 above 县水务局.

    Args:
        upper: the line, with those before it.
        lower: the next line.
    """
    before, behind = _LIST.split(upper)[-1], _LIST.split(lower)[0]
    if _EACH_LEVEL.fullmatch(before) and behind[:1] in tuple("市县区旗州镇乡街"):
        return False  # 各县市↵区人民政府
    return is_body(before) and len(before) >= _SHORTEST and _begins_well(before) and _begins_anew(behind)


def _names_agencies(said: str) -> bool:
    return all(map(is_agency, filter(None, _LIST.split(said))))


def _bodies(lines: Sequence[str]) -> float:
    """How much lines look like names of bodies: in a list that is wrapped, or each in a line."""
    said = ""
    for line in lines:
        said += "\n" * parts_bodies(said, line) + line
    names = [name for name in _LIST.split(said.rstrip("等")) if name]
    if _NOBODY.fullmatch(said) or all(is_body(name) and _begins_well(name) for name in names):
        return _FITS if min(map(len, names), default=2) > 1 else _MISSES
    return _MISSES / 3 if all(map(is_body, names)) else _MISSES


def _begins_anew(name: str) -> bool:
    """Whether a name is whole: no rest such as 保障局, 办公室 or 人民政府."""
    return len(name) >= _SHORTEST and name not in _RESTS and is_body(name) and _begins_well(name)


@lru_cache(maxsize=1024)
def _begins_well(name: str) -> bool:
    """Whether the first characters are those of a body: a level, a place, or all is a known department."""
    if _BEGINS.match(name) or department(name) is not None:
        return True
    return any(gazetteer().named(name[:n]) for n in range(2, _LONGEST_PLACE + 1))
