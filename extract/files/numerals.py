"""How the numbers of lists are written, by the names that Word and web pages have for it.

Source: ECMA-376, part 1, 17.18.59 (formats of numbers); CSS Counter Styles Level 3, 6 and 7.
"""

from collections.abc import Callable

from extract.numbering import NUMERALS

_WRITTEN = {value: numeral for numeral, value in NUMERALS.items()}
_FORMAL = str.maketrans("一二三四五六七八九十百", "壹贰叁肆伍陆柒捌玖拾佰")
_ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_WIDE = {ord("0") + n: ord("０") + n for n in range(10)}
_CHINESE_DIGITS = {ord("0") + n: digit for n, digit in enumerate("〇一二三四五六七八九")}


def _chinese(value: int) -> str:
    return _WRITTEN.get(value, str(value))


def _formal(value: int) -> str:
    return _chinese(value).translate(_FORMAL)


def _digits(value: int) -> str:
    return str(value).translate(_CHINESE_DIGITS)


def _roman(value: int) -> str:
    said = ""
    for worth, sign in _ROMAN:
        while 0 < worth <= value < 400:  # noqa: PLR2004 - no list goes as far as CD
            said, value = said + sign, value - worth
    return said


def _letters(value: int) -> str:
    return chr(ord("A") + (value - 1) % 26) * ((value - 1) // 26 + 1) if 0 < value < 260 else str(value)  # noqa: PLR2004 - ten turns of the alphabet


def _sign(first: str, count: int) -> Callable[[int], str]:
    """Signs that follow each other in Unicode: ① ② ③."""
    return lambda value: chr(ord(first) + value - 1) if 0 < value <= count else str(value)


_FORMS: dict[str, Callable[[int], str]] = {
    "bullet": lambda _: "",
    "none": lambda _: "",
    "decimalZero": lambda value: f"{value:02}",
    "decimalFullWidth": lambda value: str(value).translate(_WIDE),
    "decimalFullWidth2": lambda value: str(value).translate(_WIDE),
    "decimalEnclosedCircle": _sign("①", 20),
    "decimalEnclosedCircleChinese": _sign("①", 20),
    "decimalEnclosedParen": _sign("⑴", 20),
    "decimalEnclosedFullstop": _sign("⒈", 20),
    "ideographEnclosedCircle": _sign("㊀", 10),
    **dict.fromkeys(["upperRoman", "upper-roman", "I"], _roman),
    **dict.fromkeys(["lowerRoman", "lower-roman", "i"], lambda value: _roman(value).lower()),
    **dict.fromkeys(["upperLetter", "upper-alpha", "upper-latin", "A"], _letters),
    **dict.fromkeys(["lowerLetter", "lower-alpha", "lower-latin", "a"], lambda value: _letters(value).lower()),
    **dict.fromkeys(["ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital", "cjk-decimal"], _digits),
    **dict.fromkeys(["chineseLegalSimplified", "ideographLegalTraditional", "simp-chinese-formal"], _formal),
    **dict.fromkeys(["chineseCounting", "chineseCountingThousand", "japaneseCounting"], _chinese),
    **dict.fromkeys(["taiwaneseCounting", "taiwaneseCountingThousand"], _chinese),
    **dict.fromkeys(["cjk-ideographic", "simp-chinese-informal", "trad-chinese-informal"], _chinese),
}


def written(value: int, form: str) -> str:
    """A number as a list prints it; in figures where the form is none of those above."""
    return _FORMS.get(form, str)(value)
