"""How two sides act together: the mechanism that a clause or the name of an undertaking states."""

import re
from collections.abc import Iterable, Sequence

from extract.cooperation_words import words
from extract.facts import Mechanism
from extract.sides import Counterpart

BY_KIND: dict[str, Mechanism] = {
    "university": "innovation",
    "institute": "innovation",
    "hospital": "public-service",
}
"""What organisations of a kind are joined for where no word says it."""

_BY_NAME: tuple[tuple[re.Pattern[str], Mechanism], ...] = (
    (re.compile("技术(?:产权)?交易|技术转移|科技成果|产业技术研究院|创新中心|科学中心|实验室"), "innovation"),
    (re.compile("贸促会|贸易促进|投资推广"), "trade"),
    (re.compile("知识产权"), "governance"),
    (re.compile("数据(?:交易|要素|公司|集团|中心)|算力"), "data"),
    (re.compile("(?:证券|股权|期货)[^，]*(?:交易|公司)|银行|保险|基金|证券|中信建投|投资控股"), "finance"),
    (re.compile("(?:港|机场|港口集团|港务集团|港务|航空|航运|机场集团|铁路局|铁路集团)(?:集团|公司)?$"), "transport"),
    (
        re.compile("批发市场|农产品|(?<!技术)(?<!产权)(?<!期货)(?<!股权)(?<!数据)(?<!权)交易(?:中心|市场)|超市|商超"),
        "industry",
    ),
    (re.compile("博物[院馆]|文旅|旅行|景区"), "public-service"),
)
"""What the name of an organisation says that it is joined for, where no word of the clause does."""

_CARRIES_OUT = re.compile("(?:执行|落实|履行)[^，]{0,24}(?:协议|备忘录|共识)")
_ZONES = re.compile("经济技术开发区|高新技术产业(?:开发区|园区)|高新技术开发区|高新区|经开区")
_ATTRACTED = re.compile("引进|招引|引入|吸引|落户|签约")
_TAKES_OVER = re.compile(r"承接[^，]*(?:产业|业态|企业|产能|功能|商户|制造业|项目)[^，]*(?:转移|外溢|溢出|疏解)")
_MAKES_ALLIANCE = re.compile(
    "(?:建立|组建|成立|共建|打造|构建|发起|筹建|筹组|的)[^，]{0,16}(?:联盟|医联体|医共体|联合体)|(?:深化|开展|加强)[^，]{0,8}(?:专科联盟|医联体)"
)
_INTO = re.compile("进入|进军|融入")
_RELATION = re.compile(
    "(?:建立|缔结|结成|结为|签订|签署|达成|设立|共建|合建)[^，]{0,16}(?:关系|飞地|协议|备忘录|共识|城市|对子)"
)


def of_name(name: str) -> Mechanism | None:
    """The mechanism that the name of an undertaking states, by its head."""
    tests: tuple[tuple[str, Mechanism], ...] = (
        ("班列$", "trade"),
        ("(?:高速|公路|铁路|高铁)[^，]{0,12}联络线", "transport"),
        ("天然气|输气|输油|电网|输变电|管道|管网|供热|千伏|特高压|输电|直流工程|油气", "energy"),
        (
            "铁路|高铁|高速|公路|轨道|机场|航道|(?<!香)港(?!澳|资|籍|人)|大桥|通道|地铁|号线|快线|航线|国道|省道|客专|接口|断头路|路段|快速路|城际$|绕城|公交|[路道线]对接|连接线|联络线",
            "transport",
        ),
        ("光纤|数据|算力|通信|网络|云(?!南|浮|阳|城|安|龙)", "data"),
        (
            "毗邻|协作区|协作园|飞岛|功能区|园区|产业园|合作[^，。；]{0,4}试验区|合作区|合作新区|科技园|飞地|(?:合作|协同|一体化|毗邻|共建|产业|承接|边界|边贸)[^，]{0,10}示范[区园]",
            "joint-park",
        ),
        ("水库|调水|供水|引水|灌区|水系|引调水|湿地|防洪", "water-ecology"),
        ("研究院|创新中心|研发|实验室|科创|创新走廊|科技走廊|创新创业", "innovation"),
        ("旅游|文化|文旅|康养|风景道|步道|游线|医疗", "public-service"),
        ("基地$|产业带|[油茶果菜药竹]带|优势带|示范带|经济带|产业走廊|产业集群|集散中心|交易中心|物流", "industry"),
    )
    return next((mechanism for pattern, mechanism in tests if re.search(pattern, name)), None)


class Wording:
    """The words of a unit's text that tell a mechanism.

    Args:
        text: the text.
        names: where organisations are named: their words are no topic of the clause.
    """

    def __init__(self, text: str, names: Iterable[tuple[int, int]]) -> None:
        self._text = text
        self.without_names = _masked(text, names)
        self._topics = _ZONES.sub(lambda m: " " * len(m[0]), self.without_names)

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
        of_region = self._topic(partner.start, partner.end, forward=True) if partner.kind == "region" else None
        if of_region:  # 巴蜀文化旅游走廊
            return of_region, True
        if re.search("招商|招引|项目", self._text[slice(*sentence)]):
            return "industry", False
        if partner.kind in BY_KIND:
            return BY_KIND[partner.kind], False
        return self._topic(sentence[0], start, forward=False) or "strategic", False

    def _worded(self, start: int, end: int, partner: Counterpart, rest: Sequence[tuple[int, int]]) -> Mechanism | None:
        """What the clause, or one behind it that names no side of its own, words."""
        clause = self._text[start:end]
        if partner.kind == "alliance" and re.search(
            "参与|参加|加入|建设|组建|成立|建立|共建|打造|发起|构建|组成|筹建|搭建|融入", clause
        ):
            return "alliance"
        if _MAKES_ALLIANCE.search(self._text, partner.end, end):
            return "alliance"
        form = self._form(start, end) or next((f for a, b in rest if (f := self._form_of_relation(a, b))), None)
        if form:
            return form
        if _TAKES_OVER.search(clause):
            return "industry"
        if words().trade_fairs.search(clause) and partner.kind in ("region", "group"):
            return "trade"
        object_at = max((m.end() for m in _INTO.finditer(self._text, partner.end, end)), default=partner.end)
        near = (
            self._head(partner.end, end)
            or self._topic(object_at, end, forward=True)
            or (self._topic(partner.end, end, forward=True) if object_at != partner.end else None)
            or self._topic(start, partner.start, forward=False)
        )
        carried_out = (self._form(a, b) for a, b in rest if _CARRIES_OUT.search(self._text, a, b))
        return (
            near
            or next((form for form in carried_out if form), None)
            or self._by_name(start, partner)
            or next((topic for a, b in rest if (topic := self._topic(a, b, forward=True))), None)
        )

    def _by_name(self, start: int, partner: Counterpart) -> Mechanism | None:
        """What an organisation's name says that it is joined for; a company that is attracted is industry."""
        if partner.entity.kind != "organization":
            return None
        named = next((m for pattern, m in _BY_NAME if pattern.search(partner.entity.name)), None)
        attracted = partner.kind == "company" and _ATTRACTED.search(self._text, start, partner.start)
        return named or ("industry" if attracted else None)

    def _head(self, start: int, end: int) -> Mechanism | None:
        """The topic of an object whose head decides, whatever stands before it: 光伏实验室, 公共服务标准."""
        named = {m: self._text if m == "trade" else self._topics for m, _ in words().head}  # 办好甲博览会
        return next((m for m, p in words().head if p.search(named[m], start, end)), None)

    def _form(self, start: int, end: int) -> Mechanism | None:
        """The word of form in a clause; an alliance is one only as the partner."""
        return next((m for m, p in words().form if m != "alliance" and p.search(self._topics, start, end)), None)

    def _form_of_relation(self, start: int, end: int) -> Mechanism | None:
        """The form that a later clause gives to the relation: 争取建立战略合作关系."""
        return self._form(start, end) if _RELATION.search(self._text, start, end) else None

    def _topic(self, start: int, end: int, *, forward: bool) -> Mechanism | None:
        """The topic whose word stands first in a stretch of text, or last."""
        found = [
            (match.start() if forward else -match.end(), match.start() - match.end(), mechanism)
            for mechanism, pattern in words().topic
            for match in pattern.finditer(self._topics, start, end)
        ]
        return min(found)[2] if found else None


def _masked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with the names of organisations blanked: their words are no topic of the clause."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
