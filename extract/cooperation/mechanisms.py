"""How two sides act together: the mechanism that a clause or the name of an undertaking states."""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from extract.components import around
from extract.cooperation.values import Counterpart
from extract.cooperation.words import words
from extract.facts import Mechanism

BY_KIND: dict[str, Mechanism] = {
    "university": "innovation",
    "institute": "innovation",
    "hospital": "public-service",
}
"""What organisations of a kind are joined for where no word says it."""

_OF_SCHOLARS: tuple[Mechanism, ...] = ("innovation", "public-service", "data", "finance", "governance")
_FITTING: dict[str, tuple[Mechanism, ...]] = {
    "university": _OF_SCHOLARS,
    "institute": _OF_SCHOLARS,
    "hospital": ("public-service", "innovation"),
}
"""The topics that fit organisations of a kind; of another, such as a trade, they do research."""

_CARRIES_OUT = re.compile("(?:执行|落实|履行)[^，]{0,24}(?:协议|备忘录|共识)")
_ZONES = re.compile("经济技术开发区|高新技术产业(?:开发区|园区)|高新技术开发区|高新区|经开区")
_BRACKETS = re.compile("（[^（）]*）")
_ATTRACTED = re.compile("引进|招引|引入|吸引|落户|签约")
_TAKES_PART = re.compile("(?<!合作)参与(?!方)|落户|入驻")
_TAKES_OVER = re.compile(r"承接[^，]*(?:产业|业态|企业|产能|商户|制造业|项目)[^，]*(?:转移|外溢|溢出|疏解)")
_MAKES_ALLIANCE = re.compile(
    "(?:建立|组建|成立|共建|打造|构建|发起|筹建|筹组|的)[^，]{0,16}(?:联盟|(?<!医疗)联合体)|(?:组建|成立|组成)[^，]{0,16}(?:医联体|医共体)|(?:深化|开展|加强)[^，]{0,8}专科联盟"
)
_LEARNS = re.compile("(?:积极|主动|充分)?(?:学习|借鉴|复制推广)(?![，、])[^，]{0,30}(?:经验|做法|模式|成果)")
_SIDES = ("place", "park", "group")
_AT_END = re.compile("[，。；”\n]|$|建设(?:[，。；]|$)")
_ALONE = re.compile("[，、。；”\n]|$|建设|一体化|发展|取得|核心|支撑|规划|同城")
_FIELDS = re.compile("[在就][^，]{2,40}(?:方面|领域|环节)")
_PARTNERS = re.compile("等[^，、。与和的]{0,6}(?:企业|公司|高校|院所|院校|机构|单位)")
_BARE = re.compile(
    "(?:、[^，]*|等[^，、]{0,8})?(?:之间)?的?(?:开展|进行|深化|加强|深度|全面|全方位|务实|友好|洽谈|沟通|交流|合作|对接|衔接|联系|协同|协作|联动)+"
    "(?:关系|机制)?(?:[，。；]|$)"
)
_DEALS = re.compile("招商|招引|项目")
_IN_TOUCH = re.compile("沟通|联系|交流合作")
_LONGEST_TITLE = 30
_LINKED = re.compile("互联互通(?=[，。；、]|$)")  # roads, if nothing is said to be
_INTO = re.compile("进入|进军|融入")
_AREA_OF_MANY = re.compile("(?:产业|区域|经济|发展)合作(?:示范|试验)?区建设$")
_RELATION = re.compile(
    "(?:建立|缔结|结成|结为|签订|签署|达成|设立|共建|合建)[^，]{0,16}(?:关系|飞地|协议|备忘录|共识|城市|对子)"
)


def of_name(name: str) -> Mechanism | None:
    """The mechanism that the name of an undertaking states, by its head."""
    return next((mechanism for mechanism, pattern in words().works if pattern.search(name)), None)


class Wording:
    """The words of a unit's text that tell a mechanism.

    Args:
        text: the text.
        names: where organisations are named: their words are no topic of the clause.
        regions: where regions are named, whose words are none either (流域).
    """

    def __init__(self, text: str, names: Iterable[tuple[int, int]], regions: Iterable[tuple[int, int]]) -> None:
        self._text = text
        stop = text.find("。")
        self._title = max(stop, 0) if stop <= _LONGEST_TITLE else 0
        self.without_names = _masked(text, names)
        told = _BRACKETS.sub(_blank, self.without_names) if "（" in text else self.without_names
        self._forms = _ZONES.sub(_blank, told)
        modifying = [(a, b) for a, b in regions if not _AT_END.match(text, b)]  # 共建甲科创走廊 is what the sides do
        self._topics = _masked(self._forms, modifying)

    def leave_out(self, names: Iterable[tuple[int, int]]) -> None:
        """Leave the words of more names out.

        Args:
            names: where zones and institutions of the own side are named.
        """
        self._forms, self._topics = _masked(self._forms, names), _masked(self._topics, names)

    def of_clause(
        self,
        start: int,
        end: int,
        sentence: tuple[int, int],
        partner: Counterpart,
        rest: Sequence[tuple[int, int]],
    ) -> tuple[Mechanism, bool]:
        """The word of form, else the topic nearest to the object of the joining verb, else of the sentence.

        Args:
            start: where the clause starts.
            end: behind it.
            sentence: the sentence that it is part of.
            partner: the side that it names.
            rest: the clauses behind it that name no side of their own.

        Returns:
            The mechanism, and whether the clause or those behind it word it.
        """
        worded = self._worded(start, end, partner, rest)
        if worded:
            return worded, True
        of_region = _last_topic(self._text, partner.start, partner.end) if partner.kind == "region" else None
        if of_region:  # 巴蜀文化旅游走廊
            return of_region, True
        if _DEALS.search(self._text, *sentence):
            return "industry", False
        if partner.kind in BY_KIND:
            return BY_KIND[partner.kind], False
        stated = self._form_of_title if self._title < start else None
        return stated or self._before(sentence[0], start) or "strategic", False

    @cached_property
    def _in_joint_park(self) -> bool:
        """Whether the title names a park of two; 推进长三角产业合作区建设 tells but the area that many are of."""
        return self._form_of_title == "joint-park" and _AREA_OF_MANY.search(self._text, 0, self._title) is None

    @cached_property
    def _form_of_title(self) -> Mechanism | None:
        return self._form(0, self._title) if self._title else None

    def _before(self, sentence: int, start: int) -> Mechanism | None:
        """The last topic of its sentence in front of a clause, or else the first of the title of the unit."""
        titled = self._topic(0, self._title, forward=True) if 0 < self._title < start else None
        return self._topic(sentence, start, forward=False) or titled

    def learns(self, rest: Sequence[tuple[int, int]]) -> bool:
        """Whether a later clause learns from those whom one joins: 与甲园区合作，学习借鉴其经验.

        Args:
            rest: the clauses behind it that name no side of their own.
        """
        return any(_LEARNS.match(self._text, a, b) for a, b in rest)

    def _worded(self, start: int, end: int, partner: Counterpart, rest: Sequence[tuple[int, int]]) -> Mechanism | None:
        """What the clause, or one behind it that names no side of its own, words."""
        clause = self._text[start:end]
        if partner.kind == "alliance" and re.search(
            "参与|参加|加入|建设|组建|成立|建立|共建|打造|发起|构建|组成|筹建|搭建|融入", clause
        ):
            return "alliance"
        if _MAKES_ALLIANCE.search(self._text, partner.end, end):
            return "alliance"
        form = (
            self._form(start, end)
            or self._of_metropolis(partner)
            or next((f for a, b in rest if (f := self._form_of_relation(a, b))), None)
        )
        if form:
            return form
        if partner.kind in _SIDES and self._title < start and self._in_joint_park:
            return "joint-park"  # 建设科创飞地。在甲设立孵化器
        if _TAKES_OVER.search(clause):
            return "industry"
        if words().trade_fairs.search(clause) and partner.kind in ("region", "group", "place"):
            return "trade"
        if self._is_bare(start, end, partner):
            return "industry" if _DEALS.search(self._text, *around(self._text, start, end, "。；\n")) else "strategic"
        summed = _PARTNERS.search(self._text, partner.end, end)  # 对接甲等企业布局数据存储
        behind = summed.end() if summed else partner.end
        object_at = max((m.end() for m in _INTO.finditer(self._text, behind, end)), default=behind)
        near = (
            self._head(partner.end, end)
            or self._topic(object_at, end, forward=True)
            or (self._topic(partner.end, end, forward=True) if object_at != partner.end else None)
            or self._listed_topic(start, partner.start)
            or self._by_name(start, end, partner)
            or self._topic(start, partner.start, forward=False)
            or ("transport" if _LINKED.search(self._topics, partner.end, end) else None)
        )
        if near and partner.kind in _FITTING and near not in _FITTING[partner.kind]:
            return BY_KIND[partner.kind]
        carried_out = (self._form(a, b) for a, b in rest if _CARRIES_OUT.search(self._text, a, b))
        return (
            near
            or next((form for form in carried_out if form), None)
            or ("strategic" if "同城化" in clause else None)
            or next((topic for a, b in rest if (topic := self._fitting(partner, a, b))), None)
        )

    def _fitting(self, partner: Counterpart, start: int, end: int) -> Mechanism | None:
        """The topic of a later clause, for scholars one that fits them: 与甲大学合作，建设茶叶科技小院."""
        topic = self._head(start, end) or self._topic(start, end, forward=True)
        return topic if topic in _FITTING.get(partner.kind, (topic,)) else None

    def _is_bare(self, start: int, end: int, partner: Counterpart) -> bool:
        """Whether a clause says of a company but that one works with it, of another side that one is in touch with it.

        What later clauses do is then no topic of the relation: 深化与甲集团合作，加密…航线.
        """
        bare = _BARE.match(self._text, partner.end, end)
        if bare is None or (partner.kind != "company" and not _IN_TOUCH.search(bare[0])):
            return False
        summed = _PARTNERS.search(self._text, partner.end, end)  # the 企业 of 甲等企业 is no topic
        behind = self._topic(summed.end() if summed else partner.end, end, forward=True)
        around_it = (self._topic(start, partner.start, forward=False), behind)
        return around_it == (None, None)

    def _of_metropolis(self, partner: Counterpart) -> Mechanism | None:
        """The form of being in the area of a great city, where nothing else is said of it: 参与甲都市圈建设."""
        alone = partner.entity.name.endswith("都市圈") and _ALONE.match(self._text, partner.end)
        return "strategic" if alone else None

    def _by_name(self, start: int, end: int, partner: Counterpart) -> Mechanism | None:
        """What an organisation's name says that it is joined for; a company that is attracted is industry."""
        if partner.entity.kind != "organization":
            return None
        named = next((m for m, pattern in words().by_name if pattern.search(partner.entity.name)), None)
        attracted = partner.kind == "company" and (
            _ATTRACTED.search(self._text, start, partner.start) or _TAKES_PART.search(self._text, partner.end, end)
        )
        return named or ("industry" if attracted else None)

    def _head(self, start: int, end: int) -> Mechanism | None:
        """The topic of an object whose head decides, whatever stands before it: 光伏实验室, 公共服务标准."""
        named = {m: self._text if m == "trade" else self._topics for m, _ in words().head}  # 办好甲博览会
        return next((m for m, p in words().head if p.search(named[m], start, end)), None)

    def _form(self, start: int, end: int) -> Mechanism | None:
        """The word of form in a clause; an alliance is one only as the partner."""
        return next((m for m, p in words().form if m != "alliance" and p.search(self._forms, start, end)), None)

    def _form_of_relation(self, start: int, end: int) -> Mechanism | None:
        """The form that a later clause gives to the relation: 争取建立战略合作关系."""
        return self._form(start, end) if _RELATION.search(self._text, start, end) else None

    def _listed_topic(self, start: int, end: int) -> Mechanism | None:
        """The first of the topics that a clause lists in front of the partner: 在产业、交通等方面与甲合作."""
        listed = _FIELDS.search(self._text, start, end)
        return self._topic(*listed.span(), forward=True) if listed else None

    def _topic(self, start: int, end: int, *, forward: bool) -> Mechanism | None:
        """The topic whose word stands first in a stretch of text, or last."""
        found = _topics(self._topics, start, end)
        return min(found, key=lambda t: (t[0] if forward else -t[1], t[0] - t[1]))[2] if found else None


def _topics(text: str, start: int, end: int) -> list[tuple[int, int, Mechanism]]:
    """The words of a topic in a stretch of text, as (start, end, mechanism)."""
    return [
        (*match.span(), mechanism)
        for mechanism, pattern in words().topic
        for match in pattern.finditer(text, start, end)
    ]


def _last_topic(text: str, start: int, end: int) -> Mechanism | None:
    """The topic of the head of a name: 沿沪宁产业创新带."""
    found = _topics(text, start, end)
    return max(found, key=lambda t: (t[1], t[1] - t[0]))[2] if found else None


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _masked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with the names of organisations blanked: their words are no topic of the clause."""
    pieces, at = [], 0
    for start, end in sorted(spans):
        if end > at:
            pieces += [text[at:start], " " * (end - max(start, at))]
            at = end
    return "".join([*pieces, text[at:]]) if pieces else text
