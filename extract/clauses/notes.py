"""Notes that say once, for the clauses of a paper, which of the bodies leads: 列第一位的为牵头单位，下同."""

import re
from typing import NamedTuple

from extract.brackets import split
from extract.clauses.named import Body

_LEADING = "(?:主要|责任|总)?(?:牵头|主办|主要责任|主责)"
_ORDERED = "列|排|居|位|位列|位居|名列|排名|排序|排列|排位|列在|排在|位于|放在"
_ONE = "(?:列|位|个|名|家|面|顺位|序位|位次)?(?:的|者)?(?:责任)?(?:单位|部门)?(?:的|者)?"
FIRST_LEADS = re.compile(
    rf"(?:{_ORDERED})?(?:第[一1]|首|(?<=[排列位])在?最?前(?=面|列|位|的))"
    rf"(?:{_ONE}(?:为|是|即为?|系){_LEADING}|(?!牵头|负责){_ONE}(?:负责)?牵头)"
    rf"|牵头(?:责任)?(?:单位|部门)(?:均|都)?(?:{_ORDERED})(?:在|于)?(?:第[一1]|首|最?前)[位个名列面]?"
)
"""The statement that the body named first leads (列第一位的为牵头单位)."""

_SIGNS = {
    "分号": "；", "；": "；", "顿号": "、", "、": "、", "逗号": "，", "，": "，",
    "斜杠": "/", "斜线": "/", "/": "/", "／": "/",
}  # fmt: skip
_SIGN = f'[“"‘（(]?(?:{"|".join(_SIGNS)})[”"’）)]?(?:之|以)?'
LEADS_BEFORE = re.compile(
    rf"[“\"‘（(]?(?P<sign>{'|'.join(_SIGNS)})[”\"’）)]?(?:之|以)?前[面边]?的?(?:责任)?(?:部门|单位|者)?的?(?:均|都)?(?:为|是|即为?|系)?"
    rf"{_LEADING}(?:责任)?(?:单位|部门)?(?:[，,；;。]?(?:(?:{_SIGN})?后|其[他余])[^，,；;。）)]{{0,20}})?"
)
"""The statement that the bodies in front of a sign lead (分号前为牵头单位，分号后为配合单位)."""
_ASKED = re.compile("第[一1]|首|前")
_FROM_HERE = re.compile("下同|以下")
_NEAR = 20


class Order(NamedTuple):
    """Which of the bodies of a clause leads where the clause itself does not say it.

    Attributes:
        first: the first.
        before: those in front of this sign; "" where no sign parts them.
    """

    first: bool = False
    before: str = ""

    @property
    def is_known(self) -> bool:
        """Something was said."""
        return self.first or bool(self.before)


def note(text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
    """The note that stands first in a text."""
    until = len(text) if end is None else end
    if _ASKED.search(text, start, until) is None:
        return None
    found = [m for m in (FIRST_LEADS.search(text, start, until), LEADS_BEFORE.search(text, start, until)) if m]
    return min(found, key=re.Match.start, default=None)


def meaning(said: re.Match[str]) -> Order:
    """What a note says."""
    return Order(first=True) if said.re is FIRST_LEADS else Order(before=_SIGNS[said["sign"]])


def holds_from_here(said: re.Match[str]) -> bool:
    """Whether a note is for what follows alone (分号前为牵头单位，下同).

    That the first leads counts wherever a paper says it, as the guidelines have it.
    """
    near = said.string[max(0, said.start() - _NEAR) : said.end() + _NEAR]
    return said.re is LEADS_BEFORE and _FROM_HERE.search(near) is not None


def ordered(text: str, found: list[Body], order: Order) -> list[Body]:
    """The bodies of a clause, the first as its leader, or those in front of the sign that parts leaders from others."""
    if order.first:
        return [(*found[0][:2], "lead"), *found[1:]]
    parts = split(text, order.before, found[0][0], found[-1][1])
    leaders = [body for body in found if body[1] <= parts[0][1]]
    return [(*body[:2], "lead") for body in leaders] + found[len(leaders) :] if len(parts) > 1 else found
