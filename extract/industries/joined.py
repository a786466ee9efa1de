"""Branches that a sentence joins: 先进制造业和现代服务业融合, 覆盖整机、航电系统的全产业链."""

import re
from collections.abc import Iterator, Sequence

from extract.brackets import split
from extract.components import Found, floor_of
from extract.industries.goods import is_goods
from extract.industries.lists import Run, is_known, members_of, named
from extract.industries.served import lists
from extract.industries.words import governed_ends, words

_FUSED = re.compile(
    "(?=[推促深加支探])(?:推进|推动|促进|深化|加快|支持|探索)(?P<one>[^，。；：“”（）《》和与同]{2,12})[和与同]"
    "(?P<others>[^，。；：“”（）《》]{2,40}?)(?:等)?(?:产业|业态|行业|领域)?(?:深度|跨界|交叉|协同|有机|联动|一体)*融合(?!应用|创新中心|平台)"
)
_COVERED = re.compile(
    "(?=[覆涵囊])(?:覆盖|涵盖|囊括)(?P<list>[^，。；：“”（）]{4,60}?)(?:等)?的[^，。；]{0,14}?(?:产业链|产业集群|产业体系|制造基地|产业格局)"
)
_CHAIN = re.compile(
    "[\u4e00-\u9fffA-Z0-9]{1,8}(?:—+[\u4e00-\u9fffA-Z0-9]{1,8}){2,6}|[\u4e00-\u9fff]{2,6}—[\u4e00-\u9fff]{2,6}(?=”?(?:一体化|产业链|全产业链))"
)
_LINK, _DASH = re.compile("[^—]+"), re.compile(r"\w—\w")
_WEIGHTY = re.compile(
    "(?:以|面向)(?P<list>[^，。；：“”（）以]{3,50}?)(?:等)?"
    "(?:为(?:重点|主(?![体要的])|主导|主攻|特色|支柱)(?!的)|(?:领域|行业|产业)?(?=开展|提供|输出))"
)
_STANDARDS = re.compile(
    "(?=[加推制研完建健开参构])(?:加快|推动|推进|制定|研制|完善|建立|健全|开展|参与|构建)(?P<list>[^，。；：“”（）]{4,50}?)等"
    "[^，。；、等]{0,8}?标准(?:制定|制修订|研制|体系|建设|化|规范|[，。；]|$)"
)
_SUITED = re.compile(
    "(?:发展|推广|生产|研发|研制|开发|推出|以及|和)(?:适应|适合|适宜|适用于?|面向|满足|符合|贴近)[^，。；的]{2,30}的"
    "(?!各|多种|一批|一系列|新的)(?P<name>[^，。；、的和与及]{3,12}?)(?=[，。；、和与及]|以及|$)"
)
_MODELS = re.compile("(?:领域|行业)(?:垂直|垂类|专用)*的?(?:大模型|智能体)(?!幻觉|治理|安全)")
_LONGEST_FIELD = 6
_LEAST, _AFTER, _STOPS = 2, 4, "，。；：“”（）《》\n"
_WIDE = frozenset(
    {"文化", "旅游", "体育", "教育", "科技", "农业", "商业", "商贸", "工业", "文旅", "健康", "金融", "产业"}
)
_NO_SIDE = frozenset({"工业", "信息", "互联网", "软件", "新一代信息技术", "信息技术", "数字经济", "制造", "能源"})


def fused(text: str, masked: str, places: Sequence[Found]) -> Iterator[Run]:
    """The branches that are to grow together, where most that is joined is one; a technique that is put to use is none.

    Args:
        text: of a unit.
        masked: the text with its bracketed runs blanked.
        places: the divisions named.
    """
    for place in re.finditer("融合", masked):
        match = _FUSED.search(masked, floor_of(masked, place.start(), _STOPS), place.end() + _AFTER)
        if not match or match.end() != place.end():
            continue
        members = members_of(text, masked, *match.span("one"), places)
        members += members_of(text, masked, *match.span("others"), places)
        sides = {text[x:y] for x, y in members}
        known = [m for m in members if _is_joined(text, *m)]
        if not sides.intersection(words().technologies) and 2 * len(known) > len(members) > 1 and not sides <= _WIDE:
            yield from known


def _is_joined(text: str, start: int, end: int) -> bool:
    name = text[start:end]
    if name in _NO_SIDE:
        return False
    return name in lists().fields or name in words().members or is_known(text, start, end)


def covered(text: str, masked: str, places: Sequence[Found]) -> Iterator[Run]:
    """The branches of a chain or a base that covers them (建设覆盖航空发动机、航电系统的全产业链制造基地).

    Args:
        text: of a unit.
        masked: the text with its bracketed runs blanked.
        places: the divisions named.
    """
    for match in _COVERED.finditer(masked) if "盖" in masked or "囊括" in masked else ():
        members = members_of(text, masked, *match.span("list"), places)
        known = [m for m in members if is_known(text, *m) or is_goods(text, *m)]
        if len(members) >= _LEAST and 2 * len(known) >= len(members):
            for x, y in known:
                if text[x:y] not in words().sums:
                    yield from named(text, x, y)


def chained(text: str) -> Iterator[Run]:
    """The links of a chain of making (多晶硅—单晶硅棒—硅片), where most are goods or trades."""
    for match in _CHAIN.finditer(text) if "—" in text and _DASH.search(text) else ():
        links = [(match.start() + link.start(), match.start() + link.end()) for link in _LINK.finditer(match[0])]
        first, end = links[0]
        links[0] = (max([first, *(at for at in governed_ends(text, first, end) if at < end)]), end)
        known = [m for m in links if is_known(text, *m) or is_goods(text, *m) or text[slice(*m)] in words().members]
        whole = len(links) > _LEAST or text[match.end() : match.end() + 1] != "”"
        if whole and 2 * len(known) > len(links):
            for x, y in known:
                yield from named(text, x, y)


def weighty(text: str, masked: str, places: Sequence[Found]) -> Iterator[Run]:
    """The branches that a sentence makes its main ones or turns to (以生猪、肉鸭为重点, 面向家具、纺织开展)."""
    for match in _WEIGHTY.finditer(masked):
        members = members_of(text, masked, *match.span("list"), places)
        known = [m for m in members if _is_joined(text, *m)]
        if len(members) >= _LEAST and 2 * len(known) > len(members):
            yield from known


def standardized(text: str, masked: str, places: Sequence[Found]) -> Iterator[Run]:
    """The branches for which standards are made (制定精准农业、智能农机等标准), where most that is listed is one."""
    for match in _STANDARDS.finditer(masked) if "标准" in masked else ():
        members = split(masked, "、", *match.span("list"))
        known = [m for m in members if _is_joined(text, *m)]
        if len(members) >= _LEAST and 2 * len(known) > len(members) == len(
            members_of(text, masked, *match.span("list"), places)
        ):
            yield from members


def suited(text: str, masked: str) -> Iterator[Run]:
    """The goods that are to suit a place or a use (发展适应山区作业的小型农机以及适应特产需要的专用农机)."""
    for match in _SUITED.finditer(masked) if "的" in masked else ():
        x, y = match.span("name")
        if any(is_known(text, at, y) for at in range(x, y - 1)) or is_goods(text, x, y):
            yield x, y


def modelled(text: str) -> Iterator[Run]:
    """The fields for which models are made (打造新闻传播领域大模型)."""
    for match in _MODELS.finditer(text) if "模型" in text or "智能体" in text else ():
        y = match.start()
        field = next((at for at in range(y - _LONGEST_FIELD, y - 1) if text[max(at, 0) : y] in lists().fields), y)
        if field < y:
            yield max(field, 0), y
