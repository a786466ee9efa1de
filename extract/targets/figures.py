"""The figures of a text: numbers with their units, ratios and classes of quality."""

import re
from dataclasses import dataclass

from extract.numbering import number_at
from extract.targets.words import words

_CLASS = re.compile(r"(?:改善|达|提升|保持)(?:到|至|在|为)?(?P<number>[ⅠⅡⅢⅣⅤ])(?P<unit>类)(?P<suffix>及?以上)?")
_PRODUCT = re.compile(
    r"(?P<number>(?<![\d.])\d{1,4}[×✕xX]\d{1,5}(?:\.\d+)?)(?P<unit>万?千瓦|兆瓦|吨/日|万?吨|平方米|米)"
)
_SHARE = re.compile(
    "百分之(?!百[\u4e00-\u9fff])(?P<number>[一二两三四五六七八九十百零〇\\d]{1,5}(?:[点.][一二三四五六七八九零〇\\d]{1,2})?)(?!点)"
    "(?P<suffix>及?以上|左右|以内|之内|以下)?"
)
_OF_NAME = re.compile(r"\d[:：∶]$|(?<![A-Za-z])[A-Za-z]\d*$|PM$|(?:电科|兵器|中船|航天)第?$")
_RATIO = re.compile(r"(?P<number>(?<![\d.])\d++(?:\.\d+)?(?:[:：∶]\d++(?:\.\d+)?)+)(?P<suffix>左右|以上|以内)?")

_QUARTER = re.compile("[一1]刻钟(?=”?[\u4e00-\u9fff]{1,12}圈(?!”(?!建设)))")
_NUMERAL = re.compile(r"[\d一二两三四五六七八九十百千万半ⅠⅡⅢⅣⅤ]")  # a figure needs one, and one of the rare forms
_RARE = re.compile("[:：∶ⅠⅡⅢⅣⅤ×✕xX]")  # one of these besides
_BARE = re.compile(r"(?<![\d.:：∶])(?P<number>\d++(?:\.\d+)?)(?P<suffix>左右|以上|以内|以下)?(?=[，。；、）)\n]|$)")
_BEFORE_BARE = 20  # characters in front of such a number that say what it measures
_OF_CALENDAR = re.compile(r"(?:^|[^\d.])(?:19|20)\d{2}$")  # 2025年, 2021—2025年; not 11.3年
_RANGE = re.compile(r"[-—–－~～至到]")
_CIRCLE_NAMED = re.compile(r"(?:\d+|半)(?:小时|分钟)(?:[^“”，]{1,10}圈”|”[^“”，。]{1,10}圈)")
_HAN = re.compile("[\u4e00-\u9fff]")
_LONGEST_NAME = 3
_ONES = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10000}


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit, where it stands.

    Attributes:
        form: `plain` (60万亩), `ratio` (1:2), `class` (Ⅴ类), `product` (4×30万千瓦) or `bare`, which has no unit.
        suffix: what behind it says how to compare (以上, 左右).
    """

    start: int
    end: int
    value: int | float | str
    unit: str
    suffix: str
    form: str


def figures(text: str, start: int, end: int) -> list[Figure]:
    """The figures of a clause, in order; years, dates, ordinals and 一个 are none."""
    found: list[Figure] = []
    if _NUMERAL.search(text, start, end) is None:
        return found
    forms = [("plain", words().figure)]
    if _RARE.search(text, start, end):
        forms += [("ratio", _RATIO), ("class", _CLASS), ("product", _PRODUCT)]
    for form, pattern in forms:
        for match in pattern.finditer(text, start, end):
            groups = match.groupdict()
            unit = groups.get("unit") or ""
            dated = form == "plain" and (
                (unit in words().dates and not _is_kinds(text, match))
                or (unit == "年" and _OF_CALENDAR.search(match["number"]) is not None)
            )
            if (
                not dated
                and match["number"] != "一"
                and (
                    text[match.start() - 1 : match.start()] not in tuple("“第-—×✕")
                    or _CIRCLE_NAMED.match(text, match.start()) is not None  # “1小时通勤圈”
                )
                and not _OF_NAME.search(text, max(start, match.start() - _LONGEST_NAME), match.start())
            ):
                suffix = groups.get("suffix") or ("左右" if text[match.start() - 1 : match.start()] == "约" else "")
                found.append(Figure(*match.span(), _value(match["number"]), unit, suffix, form))
    if text.find("百分之", start, end) >= 0:
        found += [
            Figure(*match.span(), _share(match["number"]), "%", match["suffix"] or "", "plain")
            for match in _SHARE.finditer(text, start, end)
        ]
    if text.find("刻钟", start, end) >= 0:
        found += [Figure(*match.span(), 1, "刻钟", "", "plain") for match in _QUARTER.finditer(text, start, end)]
    found += [
        Figure(*match.span(), _value(match["number"]), "", match["suffix"] or "", "bare")
        for match in _BARE.finditer(text, start, end)
        if words().unitless.search(text, max(start, match.start() - _BEFORE_BARE), match.start())
    ]
    return sorted(found, key=lambda f: f.start)


def _is_kinds(text: str, match: re.Match[str]) -> bool:
    """Whether kinds are counted: 电子证照亮证34类, not 5类企业 nor 第3类."""
    behind, before = text[match.end() : match.end() + 1], text[match.start() - 1 : match.start()]
    return match["unit"] == "类" and not _HAN.match(behind) and _HAN.match(before) is not None and before != "第"


def _value(number: str) -> int | float | str:
    plain = number.replace(",", "").replace("：", ":").replace("∶", ":")
    if _RANGE.search(plain):
        return plain.replace("%", "")
    if plain == "半":
        return 0.5
    if re.fullmatch(r"\d+", plain):
        return int(plain)
    if re.fullmatch(r"\d+\.\d+", plain):
        return float(plain)
    if set(plain) <= {*_SCALES, *_ONES, "零"} and set(plain) & set(_SCALES):
        return _worth(plain)
    if ":" in plain:
        return plain
    if plain in _ONES:
        return _ONES[plain]
    numeral = number_at(f"{plain}、")  # 二十三 is written in figures as in headings
    return numeral.value if numeral else plain


def _share(number: str) -> int | float | str:
    """The number of 百分之七十一, 百分之九点五."""
    whole, _, part = number.replace("点", ".").partition(".")
    value = whole if whole.isascii() else str(_worth(whole))
    digits = "".join(str(_ONES.get(sign, 0)) if not sign.isascii() else sign for sign in part)
    return _value(f"{value}.{digits}" if digits else value)


def _worth(numeral: str) -> int:
    """What a numeral with 百, 千 or 万 is worth: 千 1000, 两千五百 2500."""
    worth, digit = 0, 0
    for sign in numeral:
        if sign in _ONES:
            digit = _ONES[sign]
        elif sign in _SCALES:
            worth += (digit or 1) * _SCALES[sign]
            digit = 0
    return worth + digit
