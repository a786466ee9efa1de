"""Branches that a measure serves: their companies and people, what is bought of them, the fields of a list."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from extract.components import Found, around, floor_of
from extract.industries.goods import is_goods
from extract.industries.lists import Run, is_known, members_of, name_start, named
from extract.industries.objects import is_industry, may_be
from extract.industries.words import governs, words
from extract.word_lists import Endings, either, opening, word_lists

_STOPS = "，。；：《》“”（）\n"
_BREAKS = f"、{_STOPS}"
_JOINTS = ("以及", "、", "和", "与", "及")
_REACH, _MOST, _LEAST, _SPECIFIC = 120, 20, 2, 3
_BOUGHT, _GOODS, _SERVICE, _OF_SERVICE, _COMPANY = "消费", "产品", "服务商", "服务", "企业"
_NO_HEAD = "(?!家|级|化|法|税|年金|标准|券|者|品|总量|强度|结构|帮扶|贷|卡|质量|追溯|认证|生产许可|责任)"
_ACTORS = re.compile("等?(?:参与|利用|为[^，。；、]{1,10}(?:开展|提供)|提供|开展助|开展老年|向社区)")
_TECHNIQUE = "技术"
_RAISED = re.compile("培育|引进|招引|壮大|集聚|培优")
_FIELDS = re.compile(
    "等(?:(?P<field>[^，。；、（）]{0,6}(?:领域|行业|方向|赛道))(?![^，。；]{0,4}(?:监管|执法|治理|安全))"
    "|(?:生活性?|生产性|专业|商务|现代|高端|新型|科技)服务(?![站点中平设圈机])"
    "|[^，。；、（）]{0,8}企业"
    "|[^，。；、（）]{0,4}生产线|(?:产业)?合作(?=[，。；]|$)"
    "|[^，。；、（）]{0,4}(?:研发制造|研制|生产制造|研发生产)"
    "|[^，。；、（）]{0,8}(?:产业园|产业基地|生产基地|种植基地|养殖基地|产业带|优势区|示范园|交易市场|批发市场))"
    "|(?:种植|养殖|栽培)(?:面积|规模)|(?<!等)领域(?=[^，。；、]{0,6}合作|共建|对接|协作)"
)
_ADVANTAGES = re.compile(
    "(?:等(?:领域|产业|行业|方面)?)?的?(?:配套|比较|先发|领先|制造|研发|产业|领域)优势(?=[，。；])"
)
_ONE_SECTOR = re.compile("(?:农业|工业|制造|服务|商贸|文旅|文化)[^，。；、]{0,2}领域")
_ABOUT = re.compile("(?<=[市地区州等县省城国业院校学家企司])在(?![建线岗职校])")
_FEW_FIELDS, _FIELD, _ADVANTAGE = 3, "领域", "优势"
_USED = re.compile(
    "合作|对接|共建|应用|场景|示范|试点|开放|开展|推广|落地|数字化|智能化|数智|转型|更新|改造|赋能|融合|布局|建设|打造|形成|培育"
    "|推动|标准|外资|准入|信贷|金融|支持|贷款|投放|优势|做强|投资|突破|智能体|模型|数据集|语料"
)
_TRADED_GOODS = re.compile(
    "等(?P<kind>[^，。；、（）等]{0,6}?)(?:产品|商品|货物|农产品|特产|消费品|农特产品|设备|装备)(?![牌加]|质量|和服务)"
)
_NO_GOODS = re.compile(
    "金融|信贷|保险|理财|债|贷|旅游|文旅|文化|文创|品牌|认证|服务|数据|线路|地标|政务|公共|审批|违禁|假冒|伪劣|危险"
)
_SOLD = re.compile("供应|直供|外销|出口|进口|销往|调运|输送|展销")
_TO_MARKET = (
    "进入[^，。；]{0,12}市场|(?:面向|拓展|抢占|打入|融入|走进|供应)[^，。；]{0,14}(?:市场|销售)"
    "|纳入[^，。；]{0,14}(?:补贴|以旧换新|换新|采购)"
)


@dataclass(frozen=True, slots=True)
class Served:
    """The word lists of `served.toml`.

    Attributes:
        heads: those who carry a branch on, and what is bought of it.
        kinds: what may stand between a branch and a head.
        before: what may stand in front of a branch there.
        names: the branches that stand in front of companies and people.
        goods: those that stand in front of 产品.
        bought: those that stand in front of 消费.
        provided: those that stand in front of 服务商.
        fields: the branches of a list that 等领域 sums up.
        watched: what keeps a sentence from developing anything.
        traded: what is done with goods as a line of trade, behind a list of them.
    """

    heads: re.Pattern[str]
    kinds: Endings
    before: Endings
    names: Endings
    goods: Endings
    bought: Endings
    provided: Endings
    fields: frozenset[str]
    watched: re.Pattern[str]
    traded: re.Pattern[str]


@cache
def lists() -> Served:
    """The word lists, read once."""
    table = word_lists("served")
    wide = {*table["too_wide"], *words().no_industry}
    names = words().trades | words().governed | words().members | set(words().sectors) | set(words().technologies)
    usual = [name for name in names - wide if len(name) >= _LEAST]
    return Served(
        heads=re.compile(f"{opening(table['heads'])}(?:{either(table['heads'])}){_NO_HEAD}"),
        kinds=Endings(table["kinds"]),
        before=Endings(table["before"]),
        names=Endings(usual),
        goods=Endings(name for name in words().trades - wide if len(name) >= _LEAST),
        bought=Endings(table["bought"]),
        provided=Endings((*usual, *table["provided"])),
        fields=frozenset(table["fields"]),
        watched=re.compile(either(table["watched"])),
        traded=re.compile(f"[^，。；]{{0,14}}?(?:{either(table['traded'])}|{_TO_MARKET})"),
    )


def with_heads(text: str, places: Sequence[Found]) -> Iterator[Run]:
    """The branches in front of companies, people and consumption: 家政企业, 集成电路领域高端人才, 餐饮、住宿消费.

    Args:
        text: of a unit.
        places: the divisions named.
    """
    known = lists()
    for match in known.heads.finditer(text):
        head, end = match[0], match.start()
        of_goods = head == _GOODS or _TECHNIQUE in head
        names = known.goods if of_goods else {_BOUGHT: known.bought, _SERVICE: known.provided}.get(head, known.names)
        floor = max(end - _REACH, 0)
        while head != _BOUGHT and (kind := known.kinds.of(text, floor, end)) and not names.of(text, floor, end):
            end -= len(kind)
        acts = head == _COMPANY and _ACTORS.match(text, match.end())  # 鼓励物流企业参与海外仓建设
        if acts or not names.of(text, floor, end) or _is_watched(text, *match.span()):
            continue
        floor, joint = floor_of(text, end, _STOPS), 0
        for _ in range(_MOST):
            start = end - len(names.of(text, floor, end))
            if start == end and (head != _COMPANY or not joint):
                break
            find = _whole if start < end else _of_goods
            start, joint = find(text, start, end, floor, places)
            if start < 0:
                break
            if head != _SERVICE:
                yield from named(text, start, end)
            elif text.startswith(_SERVICE, end) and _RAISED.search(text, floor_of(text, start, "，。；\n"), start):
                yield start, end + len(_OF_SERVICE)  # 培育人工智能服务商
            if not joint:
                break
            end = start - joint


def _is_watched(text: str, start: int, end: int) -> bool:
    return lists().watched.search(text, *around(text, start, end, _STOPS)) is not None


def _whole(text: str, start: int, end: int, floor: int, places: Sequence[Found]) -> tuple[int, int]:
    """Where the name starts that a known one ends, and how long the joint in front of it is; -1 where it is a part."""
    low = max(floor_of(text, start, _BREAKS), floor, end - _REACH)
    at = name_start(text, low, start + 1, places)
    while at < start and (joint := next((j for j in _JOINTS if text.startswith(j, at)), "")):
        at += len(joint)
    if at < start and words().qualities.fullmatch(text, at, start):
        start = at
    elif (
        at < start
        and not lists().before.of(text, at, start)
        and (end - start <= _SPECIFIC or not is_known(text, start, end))
    ):
        return -1, 0
    joint = next((j for j in _JOINTS if text.endswith(j, floor, start)), "")
    return start, len(joint)


def _of_goods(text: str, start: int, end: int, floor: int, places: Sequence[Found]) -> tuple[int, int]:
    """The same where no list knows the name, which is one of goods (管道装备、钢材、建材企业)."""
    start = name_start(text, max(floor_of(text, end, _BREAKS), floor, end - _REACH), end, places)
    if not is_goods(text, start, end) or governs(text, start, end) or text[start:end] in words().no_industry:
        return -1, 0
    return start, int(text[start - 1 : start] == "、")


def in_fields(text: str, masked: str, places: Sequence[Found]) -> Iterator[Run]:
    """The branches of a list that 等领域 sums up, where something is to be used or renewed (制造、金融等领域…应用场景).

    Args:
        text: of a unit.
        masked: the text with its bracketed runs blanked.
        places: the divisions named.
    """
    advantages = _ADVANTAGES.finditer(masked) if _ADVANTAGE in masked else ()
    for match in (*advantages, *_FIELDS.finditer(masked)):
        field = match.groupdict().get("field")
        left, right = around(masked, match.start(), match.end(), "。；\n")
        if lists().watched.search(masked, left, right):
            continue
        floor = max(floor_of(masked, match.start(), _STOPS), match.start() - _REACH)
        for about in _ABOUT.finditer(masked, floor, match.start()) if field else ():
            floor = about.end()  # 与甲、乙等城市在文旅、物流等领域合作
        members = members_of(text, masked, floor, match.start(), places)
        known = [(x, y) for x, y in members if _is_field(text, x, y, listed=not field and match[0] != _FIELD)]
        wide = field and not _ONE_SECTOR.match(field)
        strict = [m for m in known if text[slice(*m)] not in lists().fields]
        if field and len(strict) < _FEW_FIELDS and not _USED.search(masked, match.end(), right):
            continue
        if len(known) >= (_FEW_FIELDS if wide and len(strict) < _LEAST else _LEAST) and 2 * len(known) >= len(members):
            yield from known
            sure = match[0].endswith(_ADVANTAGE) and 2 * len(known) > len(members)  # 曲轴、制动系统等领域的配套优势
            more = (m for m in members if (sure or text[slice(*m)] in words().members) and may_be(text, *m))
            yield from (m for m in more if m not in known)


def _is_field(text: str, start: int, end: int, *, listed: bool) -> bool:
    """Whether a member of such a list is a branch; in front of services and companies more of them can be."""
    name = text[start:end]
    if (
        name in lists().fields
        or name in words().technologies
        or is_known(text, start, end)
        or is_goods(text, start, end)
    ):
        return True
    return listed and (name in words().members or lists().bought.of(text, start, end) == name)


def traded(text: str, masked: str, places: Sequence[Found]) -> Iterator[Run]:
    """The goods of a list that are sold, exported, repaired or subsidised (生猪、陶瓷等产品扩大出口).

    Args:
        text: of a unit.
        masked: the text with its bracketed runs blanked.
        places: the divisions named.
    """
    for match in _TRADED_GOODS.finditer(masked):
        floor = max(floor_of(masked, match.start(), _STOPS), match.start() - _REACH)
        sold = lists().traded.match(masked, match.end()) or _SOLD.search(masked, floor, match.start())
        if not sold or (_NO_GOODS.search(match["kind"]) and match["kind"] != "文化"):
            continue
        members = members_of(text, masked, floor, match.start(), places)
        sure = [m for m in members if is_industry(text, *m)]
        if len(members) >= _LEAST and 2 * len(sure) >= len(members) and all(may_be(text, *m) for m in members):
            for x, y in members:
                yield from named(text, x, y)
