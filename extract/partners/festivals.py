"""Festivals, races and shows that a verb holds or takes part in: 办好当涂螃蟹节, 举办昭君文化节、农民歌会."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extract.components import Found
from extract.partners.ports import Named
from extract.projects.proper import is_ordinary
from extract.word_lists import either, word_lists

_KINDS = re.compile("[节赛展会周]|马拉松|嘉年华")
_FAR = 60
_LONGEST = 18
_SHOWN = re.compile("(?<![发开拓进扩施会参])展(?=$|[、，。；等和与及”）]|会)")
_HELD = re.compile("[举承主协申筹联]办|办[好响]|打[响造]|参加|参与|参展|组织|开展")
_HELD_BEFORE = re.compile("(?:[举承主协申筹联]办|办[好响]|打[响造]|参加|参与|参展|组织|开展)[^，。；：\n]*$")
_FESTIVAL = re.compile(
    "(?P<name>(?:(?![和与及])[\u4e00-\u9fff·]){1,9}?(?:(?<![环季细春情关时调枝章小过])节|(?<![发开拓进扩施])展|赛|马拉松))(?=$|[、，。；等和与及”）]|活动|赛事|系列|品牌)"
)
_HOLDING = re.compile(
    "(?:[举承筹申协联]办|办好|参加|组团参加)(?:好|了)?(?:[一两几][届场次])?(?P<members>[^，。；：！？\n]{4,120})"
)
_EVENT = re.compile(
    "(?:^|(?<=[、和与及好办加届场次]))(?P<name>(?P<stem>(?:(?![、和与及]|等)[\u4e00-\u9fff—·]){2,12}?)"
    "(?:文化节|旅游节|艺术节|美食节|花会|灯会|歌会|庙会|节庆?|博览会|博会|交易会|艺术周|电影周|观鸟周|文化周|嘉年华|公开赛|大会|峰会|论坛|马拉松|拉力赛|巡回赛|锦标赛))"
    "(?=$|[、，。；等和与及]|活动|系列)"
)
_DAY = re.compile(
    "(?:世界|国际|全国|国家|中国)(?:(?![法工假周纪生交当同近每与和及的]|节假)[\u4e00-\u9fff]){1,8}?"
    "(?:(?:宣传|活动|主题|科普|双创|创业)[周月日]|(?<![旬一两三四每上下本])[日周](?=[、，。；”]|等|活动))"
)
_CLASSES = ("各类", "一批", "系列", "线上", "线下", "国内", "境内", "境外", "全省", "全市", "全国")


def festivals(text: str, places: Sequence[Found]) -> Iterator[Named]:
    """Festivals, races, shows and the like that a verb holds, by their place or a name that is not all ordinary words.

    Args:
        text: the text as read.
        places: the divisions named.
    """
    if _KINDS.search(text) is not None and _HELD.search(text) is not None:
        yield from _of_places(text, places)
        yield from _held(text)
        yield from _abroad(text)
    for match in _DAY.finditer(text) if "日" in text or "周" in text or "宣传月" in text else ():
        yield *match.span(), "event", "festival"


def _of_places(text: str, places: Sequence[Found]) -> Iterator[Named]:
    """Those called by their place: 办好当涂螃蟹节, 举办太湖马拉松赛."""
    starts = {p.start for p in places}
    for place in places:
        match = _FESTIVAL.match(text, place.end)
        if (
            match
            and (place.start - 1 not in starts)
            and _HELD_BEFORE.search(text, max(0, place.start - _FAR), place.start)
        ):
            yield place.start, match.end("name"), "event", "festival"


def _abroad(text: str) -> Iterator[Named]:
    """Exhibitions abroad that one takes part in: 参加德国汉诺威工业展."""
    for shown in _SHOWN.finditer(text):
        match = _shown_abroad().search(text, max(0, shown.end() - _LONGEST), shown.end())
        if match and _HELD_BEFORE.search(text, max(0, match.start() - _FAR), match.start()):
            yield *match.span(), "event", "festival"


def _held(text: str) -> Iterator[Named]:
    """Events that a verb holds or takes part in, by names of which not all is ordinary: 办好昭君文化节、农民歌会."""
    for match in _HOLDING.finditer(text):
        for member in _EVENT.finditer(text, *match.span("members")):
            if not is_ordinary(member["stem"]) and member["stem"][:2] not in _CLASSES:
                yield *member.span("name"), "event", "festival"


@cache
def _shown_abroad() -> re.Pattern[str]:
    table = word_lists("abroad")
    names = either((*word_lists("partners")["proper"]["countries"], *table["countries"], *table["cities"]))
    return re.compile(f"(?:{names}){{1,2}}(?:(?![和与及])[\u4e00-\u9fff]){{2,10}}$")
