"""Industries by what is done with a list of goods: those that 主攻 governs, and those that 配套 and 产品 close."""

import re
from collections.abc import Iterator, Sequence

from extract.components import Found, floor_of, stop_of
from extract.industry_lists import Run, is_known, members_of, named
from extract.industry_words import governing, grammar, words

_STOPS = "，。；：《》“”（）\n"
_SOME = re.compile("等|以及|配套|短板|缺口|外溢|溢出|转移|产能|[一二两三四五六七八九十\\d]+[大个条类](?!人)")
_BRANDS = re.compile("等[^，。；]{0,20}(?:品牌|特产|商标|企业|公司|景区|产品认证)")
_MATCHED, _MOVED = "配套(?=[，。；、（在]|布局|项目|企业|落地|能力)", "项目(?=转移|落户|集聚|外迁)"
_CLOSES = (
    f"上下游{_MATCHED}|产业链{_MATCHED}|{_MATCHED}|领域{_MOVED}|{_MOVED}|短板(?=[，。；、])|缺口(?=[，。；、])"
    "|向(?:终端|下游|高端|中高端|精深加工|精细化)[^，。；]{0,6}(?=延伸|发展|攀升|迈进|转型)"
)
_GOODS = re.compile(  # each of its ways begins with a character: a search passes over all others at once
    f"{_CLOSES}|等(?:{_CLOSES})|等(?:优势|下游|终端|高端|系列|拳头|深加工|精深加工|主导|主打|关键|新型|高附加值)*产品"
)
_MAKES = re.compile("发展|壮大|做[大强优精]|主攻|主抓|延伸|生产|培育|引导")
_SUPPLIES = re.compile("承接|补齐|补强|推动|引进|招引|带动|新建|发展|集聚|支持|引导|吸引")
_LEAST = 2
_REACH = 80


def pursued(text: str, masked: str, places: Sequence[Found]) -> Iterator[Run]:
    """The members of a list of goods that a verb governs whose object is always an industry (主攻, 主抓, 招引).

    Args:
        text: of a unit.
        masked: the text with its bracketed runs blanked.
        places: the divisions named.
    """
    for match in words().pursues.finditer(masked):
        stop = stop_of(masked, match.end(), _STOPS)
        stop = min(stop, match.end() + _REACH)
        end = some.start() if (some := _SOME.search(masked, match.end(), stop)) else stop
        if _BRANDS.match(masked, end):
            continue
        members = [m for m in members_of(text, masked, match.end(), end, places) if m[0] >= match.end()]
        narrow = match["narrow"] is not None
        sure = [m for m in members if _is_industry(text, *m)]
        if not all(_may_be(text, *m) for m in members):
            members = sure
        elif not narrow and (len(members) < _LEAST or not sure):
            members = [m for m in sure if is_known(text, *m)]
        for x, y in members:
            yield from named(text, x, y)


def supplied(text: str, masked: str, places: Sequence[Found]) -> Iterator[Run]:
    """The members of a list that 配套, 项目转移 or 等下游产品 close, where what governs it makes or takes them."""
    for match in _GOODS.finditer(masked):
        floor = floor_of(masked, match.start(), _STOPS)
        verbs = _MAKES if match[0].endswith("产品") else _SUPPLIES
        if not verbs.search(masked, floor, match.start()):
            continue
        members = members_of(text, masked, floor, match.start(), places)
        if len(members) >= _LEAST and all(_may_be(text, *m) for m in members):
            for x, y in members:
                yield from named(text, x, y)


def _is_industry(text: str, x: int, y: int) -> bool:
    return is_known(text, x, y) or (text.endswith(words().morphemes, x, y) and not governing().search(text, x, y))


def _may_be(text: str, x: int, y: int) -> bool:
    """Whether a member of such a list can be goods: no thing of another kind by its end."""
    if grammar().fullmatch(text, x, y):
        return True
    return not text.endswith(words().no_goods, x, y) and not governing().search(text, x, y)
