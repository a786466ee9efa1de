"""Whether a clause joins the own side with those that it names, and why it does not."""

import re
from collections.abc import Sequence

from extract.components import Found
from extract.cooperation.actors import Actors
from extract.cooperation.mechanisms import Wording
from extract.cooperation.sides import Sides
from extract.cooperation.values import Counterpart
from extract.cooperation.words import words
from extract.targets.figures import figures

_SUBJECT = re.compile("(?:积极|大力|主动)?(?:支持|推动|促进|鼓励|引导)?")
_TITLE = re.compile("(?:重点|主要|工作)?(?:任务|事项|名称)(?:名称)?：[^与同和，]{2,12}$")
_OPENING = re.compile("(?:积极|主动|大力)?(?:支持|推动|推进|促进|率先|同步|继续)?[与同]")
_STATUS = re.compile(
    "水平|程度|差距|相比|交界|边界|之间|毗连|相当|通达|可达|小时|分钟|距离|相邻|接壤|同步(?:达|实现)|出口达|进出口(?:总|额)|贸易额"
)
_REACH = 8
_AS_MAIN = ("重点", "主攻方向", "重点区域", "主阵地", "主战场", "重点方向", "重点地区", "主要方向")
_BEARING = ("重点", "载体", "平台", "主体", "依托", "支点", "抓手", "主战场", "主阵地", "支撑", "龙头", "核心", "基础")
_ZONES_BEAR = re.compile("[^，与同]{0,6}以[^，与同]{2,60}(?:园|(?<!地)区|基地|科技城|港|）)(?:等[^，、]{0,8})?为")
_LISTED = ("、", "和", "及", "与")
_AIMED_AT = re.compile("(?:瞄准|聚焦|锁定|锚定|盯住|盯紧|主攻|(?<![\u4e00-\u9fff])以)(?:国内|省外|市外|境外|周边)?$")
_ATTRACTS = re.compile("招商|招引|引进|引入|承接|推介|招才|引才|引智|招揽|吸引|对接")
_SENTENCE_END = re.compile("[。；\n]")
_MADE_BY_TWO = re.compile("[协合]作|引进|引入|招引|共建|合建|联建|园区|科技园|产业园")


class Joins:
    """Reads whether the clauses of one unit join.

    Args:
        text: the unit's text.
        wording: what its words tell.
        sides: who is who in it.
        actors: who of the own side stands beside a partner.
        places: the divisions named.
        ideology: whether it states guiding principles, and no tie.
        preamble: whether it is the notice in front.
    """

    def __init__(
        self,
        text: str,
        *,
        wording: Wording,
        sides: Sides,
        actors: Actors,
        places: Sequence[Found],
        ideology: bool,
        preamble: bool,
    ) -> None:
        self._text = text
        self._wording = wording
        self._sides = sides
        self._actors = actors
        self._places = places
        self._ideology = ideology
        self._preamble = preamble

    def objection(self, start: int, clause: str, counterparts: Sequence[Counterpart]) -> str:
        """Why a clause joins nobody; "" where it does.

        Args:
            start: where the clause starts.
            clause: its text.
            counterparts: what it names outside the own side.
        """
        if self._ideology and not (self._preamble and figures(clause, 0, len(clause))):
            return "ideology"
        end = start + len(clause)
        if words().excluded.search(clause) or _TITLE.match(clause) or self._bears(start, end):
            return "compares"
        found = words().joining.finditer(self._wording.without_names, start, end)
        joins = any(words().joining.match(self._text, m.start(), end) for m in found)
        joins = joins or self._aims(start, end, counterparts)
        if not joins and (self._preamble or not self._opens_with(start, end, counterparts)):
            return "no_joining_word"
        return "others" if self._among_others(start, clause) else ""

    def _aims(self, start: int, end: int, counterparts: Sequence[Counterpart]) -> bool:
        """Whether the sentence says to draw something from those a clause aims at: 瞄准甲、乙等城市，开展精准招商."""
        first = min((c.start for c in counterparts if c.entity.kind != "organization"), default=end)
        aimed = _AIMED_AT.search(self._text, max(start, first - _REACH), first)
        if aimed is None or (aimed[0].startswith("以") and not self._text.endswith(_AS_MAIN, first, end)):
            return False
        if self._bears(start, end):
            return False
        stop = _SENTENCE_END.search(self._text, end)
        return _ATTRACTS.search(self._text, end, stop.start() if stop else len(self._text)) is not None

    def _bears(self, start: int, end: int) -> bool:
        """Whether a clause but says which zones at home bear what follows: 以甲高新区、粤桂…试验区为重点."""
        if not self._text.endswith(_BEARING, start, end) or not _ZONES_BEAR.match(self._text, start, end):
            return False
        return any(start <= p.start < end and not self._sides.is_outside(p.division) for p in self._places)

    def stands_here(self, partner: Counterpart, clause: str) -> bool:
        """Whether the name is that of a branch at home (国能甲电厂), not of a park that two make (张江甲科技园).

        Args:
            partner: what a clause names.
            clause: the clause.
        """
        return self._sides.host(partner) is not None and not _MADE_BY_TWO.search(clause)

    def _opens_with(self, start: int, end: int, counterparts: Sequence[Counterpart]) -> bool:
        """Whether 与 joins the own side with another (与甲市推行“一票到底”), or that comes to it (甲集团在乙县投资)."""
        last = (c for c in counterparts if c.entity.kind != "region" and self._text[c.end : c.end + 1] not in _LISTED)
        if any(self._actors.comes(c.end, end) for c in last):
            return True
        if _STATUS.search(self._text, start, end):
            return False
        opened = _OPENING.match(self._text, start)
        starts = [c.start for c in counterparts]
        return (opened is not None and opened.end() in starts) or any(self._actors.is_coupled(c, start) for c in starts)

    def _among_others(self, start: int, clause: str) -> bool:
        """甲与乙共建 where neither is of the own side: a subject outside and its partner."""
        lead = _SUBJECT.match(clause)
        at = start + (lead.end() if lead else 0)
        first = next((p for p in self._places if p.start == at), None)
        if first is None or first.rule in ("abbreviation", "group") or not self._sides.is_outside(first.division):
            return False
        joined = re.compile("[与同]").match(self._text, first.end)
        return joined is not None and any(
            p.start == joined.end() and self._sides.is_outside(p.division) for p in self._places
        )
