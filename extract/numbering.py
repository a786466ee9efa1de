"""The numbers that Chinese official papers print before their parts (GB/T 9704: 一、（一）1.（1）; GB/T 1.1: 1.1)."""

import re
from dataclasses import dataclass
from unicodedata import numeric

from extract.word_lists import either, opening, word_lists

_DIGITS = "零一二三四五六七八九"


def _written(value: int) -> str:
    """A number from 1 to 199 in Chinese numerals."""
    hundreds, tens, ones = value // 100, value // 10 % 10, value % 10
    if hundreds:
        between = "" if tens else "零" * bool(ones)
        return "一百" + (_DIGITS[tens] + "十" if tens else between) + (_DIGITS[ones] if ones else "")
    return (_DIGITS[tens] if tens > 1 else "") + ("十" if tens else "") + (_DIGITS[ones] if ones else "")


NUMERALS = {_written(value): value for value in range(1, 200)}
"""The numbers from 1 to 199 by their Chinese numerals."""
_CN = "[零〇一二三四五六七八九十百壹贰叁肆伍陆柒捌玖拾]{1,5}"
_FORMAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾〇", "一二三四五六七八九十零")
# a figure behind the point makes it a decimal fraction, unless it begins a word of its own: 1.5G网络, 2.2025年
_NO_FRACTION = r"(?!\d)|(?=\dG)|(?=\dD)|(?=\d{4}年)"
_WORDS = word_lists("numbering")["counted"]
_COUNTER = rf"之{_CN}|[（(](?:{_CN}|\d{{1,2}})[）)]|{_CN}|\d{{1,2}}"
COUNTED = rf"(?P<counted>{opening(_WORDS)}(?:{either(_WORDS)})(?:{_COUNTER})|第(?:{_CN}|\d{{1,3}})项)"
"""Pattern of a number behind the word for what it counts: 任务一, 第1项."""
COUNTED_FIRSTS = "".join(sorted({word[0] for word in _WORDS} | {"【"}))
"""The characters that such a number begins with."""
_FORMS = {
    "chapter": rf"第(?P<chapter>{_CN}|\d{{1,3}})(?P<word>编|篇|部分|章|节|条)(?!的|、|和|至|规定|款|所)",
    "decimal": r"(?P<decimal>\d{1,3}(?:\.\d{1,3}){1,3})(?!\d|\.\d|[%亿万千百元倍个]|[GD年])[、.]?",
    "cn": rf"(?P<cn>{_CN})(?:、(?!{_CN}、)|\.(?!\d))",
    "(cn)": rf"[（(〔〈【](?P<pcn>{_CN})[）)〕〉】]、?",
    "n": rf"(?P<n>\d{{1,3}})[.、](?:{_NO_FRACTION})",
    "(n)": r"[（(](?P<pn>\d{1,3})[）)]、?",
    "n)": r"(?P<nb>\d{1,3})[）)]、?",
    "sign": "(?P<sign>[⑴-⒇⒈-⒛㈠-㈩])[、.]?",
    "counted": rf"【?{COUNTED}(?:】[：:、]?|[：:、]|\.(?!\d))",
}
_NUMBER = re.compile("|".join(_FORMS.values()))
_BARE = re.compile(rf"(?P<bare>\d{{1,2}})|(?P<cn>{_CN})|{COUNTED}")
_FIGURE = re.compile(rf"{_CN}|\d{{1,3}}")

_RUNNING = frozenset({"n", "(n)"})
CHAPTERS = frozenset({"chapter编", "chapter篇", "chapter部分", "chapter章", "chapter节"})
"""The styles of the chapters of a long paper."""
ARTICLE = "chapter条"
"""The style of the articles of a regulation (第二条)."""
PADDED = "0n"
"""The style of numbers that are filled up to two digits (01), which are printed in boxes alone."""


@dataclass(frozen=True, slots=True)
class Number:
    """A printed number.

    Attributes:
        style: how it is written: `cn` 一、, `(cn)` （一）, `n` 1., `(n)` （1）, `n)` 1), `chapter章` 第一章,
            `word任务` 任务一, `digit任务` 任务1, `decimal1` 1 and `decimal3` 9.1.1, by how many figures it has.
        value: what it counts; -1 where the characters make no number.
        component: what it adds to the path of a unit: `一`, `（一）`, `1`, `（1）`, `第一章`, `9.1.1`.
        end: where the text behind it starts.
    """

    style: str
    value: int
    component: str
    end: int

    @property
    def figures(self) -> tuple[int, ...]:
        """The figures of a decimal number, whose component is the whole path by itself; else empty."""
        return tuple(map(int, self.component.split("."))) if self.style.startswith("decimal") else ()


def may_run(style: str) -> bool:
    """Whether numbers of a style are in Arabic digits, which may run on through a document."""
    return style in _RUNNING or style.startswith("digit")


def is_counted(style: str) -> bool:
    """Whether a word for what it counts stands with a number of a style (任务一)."""
    return style.startswith(("word", "digit"))


def number_at(text: str, start: int = 0) -> Number | None:
    """The number printed at a place of a text, None where there is none."""
    match = _NUMBER.match(text, start)
    if match is None:
        return None
    group = match.lastgroup if match.lastgroup != "word" else "chapter"
    return _number(str(group), match[str(group)], match)


def bare_number(text: str, end: int) -> Number | None:
    """The number that the first characters of a text make when white space alone parts them from the rest (1 总则)."""
    match = _BARE.fullmatch(text, 0, end)
    return _number(str(match.lastgroup), text[:end], match) if match else number_at(text)


def _number(group: str, printed: str, match: re.Match[str]) -> Number:
    end = match.end()
    if group == "chapter":
        return Number(f"chapter{match['word']}", _value(printed), f"第{printed}{match['word']}", end)
    if group == "decimal":
        figures = printed.split(".")
        return Number(f"decimal{len(figures)}", int(figures[-1]), printed, end)
    if group == "bare":
        return Number(PADDED if printed.startswith("0") else "decimal1", int(printed), printed, end)
    if group == "sign":
        return _sign(printed, end)
    if group == "counted":
        return _counted(printed, end)
    if group in ("pcn", "pn"):
        return Number("(cn)" if group == "pcn" else "(n)", _value(printed), f"（{printed}）", end)
    return Number("n)" if group == "nb" else group, _value(printed), printed, end)


def _counted(printed: str, end: int) -> Number:
    """A number behind the word for what it counts."""
    figure = _FIGURE.search(printed)
    said = figure[0] if figure else ""
    return Number(("digit" if said.isdecimal() else "word") + printed.replace(said, ""), _value(said), printed, end)


def _sign(printed: str, end: int) -> Number:
    """A number that is one sign of its own: ⑴, ⒈ or ㈠."""
    value = int(numeric(printed))
    if printed >= "㈠":
        return Number("(cn)", value, f"（{_written(value)}）", end)
    return Number("n", value, str(value), end) if printed >= "⒈" else Number("(n)", value, f"（{value}）", end)


def _value(printed: str) -> int:
    """The number that 二十三 or 23 writes; -1 where the characters make none (百十)."""
    return int(printed) if printed.isdecimal() else NUMERALS.get(printed.translate(_FORMAL), -1)
