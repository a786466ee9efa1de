"""What of a run that spells a place's name is one: its ending may begin the next word, or it is a river or a number."""

import re

from extract.common_words import is_common
from extract.places.lines import cities_by_character
from extract.places.words import words
from gazetteer.divisions import Division, gazetteer

_HAN = re.compile(r"[\u4e00-\u9fff]")
_NUMERALS = frozenset("一二三四五六七八九十百千万双")
_AND = frozenset("和与及")
_MEASURES = frozenset("台个大项级类方")
_WATERS = frozenset("河江湖溪")
_MARSHES = frozenset("洼淀泊荡")
_VILLAGE = re.compile(r"村(?=$|[^\u4e00-\u9fff]|[和与及等以为的是入在至到])")
_WAYS = frozenset("铁路速道线")
_CROSSINGS = re.compile(r"(?:、[^，。、]{2,4}){0,4}等?[两三四五六七]?个?(?:口岸|市|县)")
_SHORT = 2
_PROVINCE_DIGITS = 2
_CITY_DIGITS = 4
_MAKES = frozenset("造形建完达变生组构集合养促落")
_CITY_WORDS = ("城市", "都市", "门市")
_MOUNTAIN_SIDES = frozenset(("山西", "山东"))
_OF_MOUNTAINS = frozenset("峰麓坡脚侧门崖站")
_SIDES = frozenset("东西南北")
_WATER_WORDS = ("江北", "江南", "江东", "江西", "江苏", "江宁", "河南", "河北", "河东", "河西", "湖南", "湖北", "湖州")


def trimmed(text: str, start: int, end: int, own: Division | None = None) -> tuple[int, int] | None:
    """The name without an ending that begins the next word (徐州市场), None where it is no name at all.

    Args:
        text: the text as read.
        start: where the name starts.
        end: behind the name.
        own: the division that the plan is for, whose waters bear the names of its own counties (罗源湾 in 福州).
    """
    known = words()
    name, after = text[start:end], text[end : end + 1]
    ends = {"市": known.after_city, "县": known.after_county, "区": known.after_district}.get(name[-1], ())
    if after and after in ends:
        if not gazetteer().named(name[:-1]):
            return None
        end, name = end - 1, name[:-1]
    before = text[start - 1 : start]
    sided = (before and name[0] in _SIDES and before in _SIDES) or (after and _is_side(name, after))
    if sided or (end - start == _SHORT and _is_amid_cities(text, start, end, own)):
        return None  # 北川 in 渝东北川东北
    if after and _is_of_water_or_village(text, end, name, own):
        return None
    if after == "山" and is_county_short(name) and not text.startswith(known.after_mountain, end):
        return None  # 鼎湖山
    if _joins_word(text, start, name):
        return None  # 沿海城市 is no 海城市
    counted = text[end : end + 1] in _MEASURES and not text.startswith(known.great, end)  # 六安大数据中心
    if name[0] in _NUMERALS and counted and not name.endswith(("市", "县", "区")):
        return None
    if name[-1] in _WATERS and _lists_waters(text, start, end):
        return None
    if name[-1] in "南北东西" and name[0] in "河湖山江海云" and text.startswith(known.after_water, end):
        return None if _HAN.match(before) and before not in _WAYS else (start, end)  # 津潍高铁河北段
    return start, end


def is_seam(text: str, start: int, end: int) -> bool:
    """Whether the short name of a county lies across two words, one of which may be 和: 以上高频, 载体和平台."""
    if end - start != _SHORT or start == 0:
        return False
    if text[start - 1].isdigit() and text[start] in _NUMERALS:
        return True  # 1200万载重吨
    if text[start - 1] == "沿" and text[start] in "江河湖海":
        return is_county_short(text[start:end])  # 沿江城市
    before, after = text[start - 1 : start + 1], text[end - 1 : end + 1]
    if after == "高速":
        return True  # 晋阳|高速公路: that of 阳高 would be 阳高高速
    begins = text[end - 1] in _AND or is_common(after) or (len(after) == _SHORT and bool(gazetteer().named(after)))
    if not begins:
        return False
    ends = is_common(before) or (text[start] in _AND and text[end - 1] not in _AND)
    return ends and is_county_short(text[start:end])


def _is_amid_cities(text: str, start: int, end: int, own: Division | None) -> bool:
    """Whether a name of another province is spelt by characters of cities in a row: 黄南 in 衢黄南饶."""
    sides = {text[start - 1 : start], text[end : end + 1]}
    if (
        own is None
        or end - start != _SHORT
        or not sides <= cities_by_character().keys()
        or is_common(text[max(0, start - 2) : start])
    ):
        return False
    named = gazetteer().named(text[start:end])
    if any(d.level == "province" for d in named):
        return False  # 古镇浙江大学旧址
    return all(d.code[:_PROVINCE_DIGITS] != own.code[:_PROVINCE_DIGITS] for d in named)


def _joins_word(text: str, start: int, name: str) -> bool:
    """Whether a name's first character ends a word: 沿海城市, 各项城市, 建成都市圈; not where a verb stands there."""
    if name[0] == "成" and text[start - 1 : start] in _MAKES:
        return True
    if not name.endswith(_CITY_WORDS):
        return False
    pair = text[max(0, start - 1) : start + 1]
    word = is_common(pair) or pair in words().before_city or bool(gazetteer().named(pair))
    return word and not is_common(text[max(0, start - 2) : start])


def _is_of_water_or_village(text: str, end: int, name: str, own: Division | None) -> bool:
    """A river (漾濞江), a bay (胶州湾), a marsh (文安洼), or a village: 沁水县南阳村 is no 南阳市."""
    after = text[end]
    if after == "村":
        return _VILLAGE.match(text, end) is not None and name[-1] not in "省市县区"
    bay = after == "湾" and not text.startswith("湾区", end)
    water = bay or after in _MARSHES or (after in _WATERS and not text.startswith(_WATER_WORDS, end))
    return water and is_county_short(name) and (after == "河" or not _is_own(name, own))


def _is_own(name: str, own: Division | None) -> bool:
    """Whether the plan is of a city, or of a county, and a county of that city is called by the name."""
    if own is None or own.level not in {"prefecture", "county"} or name in words().great_waters:
        return False
    city = own.code[:_CITY_DIGITS]
    return any(d.level == "county" and d.code.startswith(city) for d in gazetteer().named(name))


def _is_side(name: str, after: str) -> bool:
    """A side of a mountain (华山西峰) or a direction (黔西北), which spells a name with what is in front of it."""
    of_mountain = name in _MOUNTAIN_SIDES and after in _OF_MOUNTAINS
    return of_mountain or (name[-1] in "东西" and after in "南北" and len(name) == _SHORT and is_county_short(name))


def _lists_waters(text: str, start: int, end: int) -> bool:
    """Among rivers or lakes a name like 包河 is one of them."""
    if _CROSSINGS.match(text, end):
        return False  # 绥芬河、黑河、满洲里等口岸
    if text.startswith(("流域", "水质", "干流", "支流", "河道", "上游", "下游"), end):
        return True
    other = text[max(0, start - 3) : start - 1]
    if (
        text[start - 1 : start] == "、"
        and gazetteer().named(other)
        and _HAN.match(text[max(0, start - 4) : max(0, start - 3)]) is None
        and not text.startswith(("、", "等河", "等江"), end)
    ):
        return False  # 兰溪、浦江三座水厂
    before, after = text[max(0, start - 2) : start], re.match(r"、[\u4e00-\u9fff]{1,3}(?=[、和等流])", text[end:])
    return (before[1:] == "、" and before[0] in (*_WATERS, "水")) or (after is not None and after[0][-1] in _WATERS)


def is_county_short(name: str) -> bool:
    """The short name of counties alone: in front of 江 it is a river (澜沧江, 漾濞江)."""
    return all(d.level == "county" and d.name != name for d in gazetteer().named(name))
