"""What makes it doubtful that words which spell the name of a division mean it."""

import re

from extract.common_words import is_common
from extract.components import Profile, related
from extract.places.names import longer
from extract.places.words import words
from gazetteer.divisions import Division, gazetteer

_HAN = re.compile(r"[\u4e00-\u9fff]")
_NATURE = frozenset("河江湖溪山岭海岛港桥")
_PAIR = 2
_WATERS = frozenset("河江湖溪")
_LEADS = frozenset("在于至到对由从和与及同经往向以")
_WIDE = ("country", "province")
_LONGEST_RIVER = 6
_AMONG_RIVERS = re.compile("[江河][、和与—－–-]+$")
_RIVER_BEHIND = re.compile("[、和与—－–-]+[\u4e00-\u9fff]{1,3}?[江河](?![省市县区州])")
_HELPED = ("帮扶", "支援", "协作", "对口", "援助", "助力", "—", "－", "–", "-")
_JOINED = re.compile("[—－–-]|协作|两地|对口")


def is_word_of_province(division: Division, own: Division | None) -> bool:
    """Whether a county is called by a word, in the plan of a province: 新兴 is no 新兴县 in each plan of 广东省."""
    return own is not None and own.level in _WIDE and division.ordinary and division.level == "county"


def is_plain_word(text: str, start: int, end: int, *, at_home: bool = False) -> bool:
    """Whether a county's name is a word of any plan (合作, 资源), and no zone is called after it."""
    name = text[start:end]
    plain = name in words().plain_words or (name in words().plain_afar and not at_home)
    return plain and not text.startswith(words().zones, end)


def is_port(text: str, end: int, name: str) -> bool:
    """Whether a county's name is known far and wide (义乌小商品城), or that of its port is (太仓港)."""
    return name in words().known_counties or (name in words().port_counties and text.startswith("港", end))


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether a county's short name is no seam of two words (特大城市), nor that of a mountain or a plain."""
    name = text[start:end]
    if name in words().two_words or (len(name) == _PAIR and name[-1] in _NATURE):
        return False
    if is_common(text[start - 1 : start + 1]) or is_common(text[end - 1 : end + 1]):
        return False
    return not text.startswith(words().of_land, end)


def is_hidden(text: str, start: int, end: int, profile: Profile) -> bool:
    """Whether a longer word, a river or a mountain, or a part of the country is likelier than a division.

    Args:
        text: the text as read.
        start: of the name.
        end: behind it.
        profile: that of the plan.
    """
    if text[start:end] in longer():
        return not _is_place_of_river(text, start, end, profile.own)
    return _is_region(text[start:end], profile)


def _is_region(name: str, profile: Profile) -> bool:
    """Whether a city's name is that of a part of the country besides, and the plan is not about the city: 海西."""
    if name not in words().regions_besides:
        return False
    province, *shown = words().regions_besides[name]
    own = profile.own.code if profile.own else ""
    return not own.startswith(province) and not any(profile.prints(word) for word in shown)


def is_unlikely(text: str, start: int, end: int, *, kin: bool) -> bool:
    """Whether a river or a town (清水河 on a line), or the end of a word (太阳山) is likelier than a county far away.

    Args:
        text: the text as read.
        start: of the name.
        end: behind it.
        kin: whether a place of its province stands beside it.
    """
    return (text[end - 1] in _WATERS and not kin) or is_common(text[start - 1 : start + 1])


def stands_apart(text: str, start: int, own: Division | None) -> bool:
    """Whether no word runs into a name (中心城区 is no 城区), and the plan is none of a whole province."""
    wide = own is not None and own.level in _WIDE
    return not wide and _HAN.match(text[start - 1 : start]) is None


def _is_place_of_river(text: str, start: int, end: int, own: Division | None) -> bool:
    """Whether what spells a river is the division called after it: the plan's own, or one that is joined or helped."""
    name = text[start:end]
    if name not in words().rivers or text.startswith(words().of_river, end):
        return False
    named = [d for d in gazetteer().named(name) if d.short == name]
    if (
        not named
        or _AMONG_RIVERS.search(text[max(0, start - _LONGEST_RIVER) : start])
        or _RIVER_BEHIND.match(text, end)
    ):
        return False
    if own is not None and own.level not in _WIDE and any(related(d, own) for d in named):
        return True
    return named[0].level == "prefecture" and (text.endswith(_HELPED, 0, start) or _JOINED.match(text, end) is not None)


def ends_water(text: str, start: int, end: int, division: Division) -> bool:
    """Whether a county's short name ends that of a river: 新河 in 子牙新河."""
    before = text[start - 1 : start]
    if division.level != "county" or text[end - 1] not in _WATERS or not _HAN.match(before):
        return False
    return before not in _LEADS and not is_common(text[max(0, start - 2) : start])


def parted(text: str, start: int) -> bool:
    """Whether no word runs into a name that starts there: a mark or a word that joins names stands in front."""
    before = text[start - 1 : start]
    return _HAN.match(before) is None or before in words().joints


def joined_word(text: str, start: int, name: str) -> bool:
    """Whether 和 in front of 县 is the conjunction: 和县 behind a name is a county of any name."""
    return name[0] == "和" and _HAN.match(text[start - 1 : start]) is not None
