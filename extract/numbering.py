"""The numbers that Chinese official papers print before their parts (GB/T 9704: 一、（一）1.（1）; GB/T 1.1: 1.1)."""

import re
from dataclasses import dataclass
from functools import cache

from cn2an import cn2an

_CHINESE = "零〇一二三四五六七八九十百两"
_CN = f"[{_CHINESE}]{{1,5}}"
_FORMS = (
    # style, pattern of the number as printed
    ("chapter", rf"第(?P<chapter>{_CN}|\d{{1,3}})(?P<word>编|篇|部分|章|节|条)(?![的、和至规])"),
    ("decimal", r"(?P<decimal>\d{1,3}(?:\.\d{1,3}){1,3})(?![\d.%亿万千百元倍个])[、.]?"),
    ("cn", rf"(?P<cn>{_CN})[、.](?!\d)"),
    ("(cn)", rf"[（(〔](?P<pcn>{_CN})[）)〕]、?"),
    ("n", r"(?P<n>\d{1,3})[.、](?!\d)"),
    ("(n)", r"[（(](?P<pn>\d{1,3})[）)]、?"),
    ("n)", r"(?P<nb>\d{1,3})[）)]"),
)
_NUMBER = re.compile("|".join(f"(?:{pattern})" for _, pattern in _FORMS))
_GROUPS = {"chapter": "chapter", "decimal": "decimal", "cn": "cn", "pcn": "(cn)", "n": "n", "pn": "(n)", "nb": "n)"}
ARABIC = frozenset({"n", "(n)"})
"""The styles whose number may run on through a document."""


@dataclass(frozen=True, slots=True)
class Number:
    """A printed number.

    Attributes:
        style: how it is written (`cn` 一、, `(cn)` （一）, `n` 1., `(n)` （1）, `n)` 1), `chapter章`, `decimal2` 1.1 …).
        value: what it counts.
        component: what it adds to the path of a unit (`一`, `（一）`, `1`, `第一章`, `9.1.1`).
        end: where the text behind it starts.
    """

    style: str
    value: int
    component: str
    end: int

    @property
    def whole(self) -> bool:
        """Its component says the whole path by itself."""
        return self.style.startswith("decimal")


def number_at(text: str, start: int = 0) -> Number | None:
    """The number printed at a place of a text, None where there is none."""
    match = _NUMBER.match(text, start)
    if match is None:
        return None
    group = match.lastgroup if match.lastgroup != "word" else "chapter"
    if group is None:
        return None
    printed = match[group]
    style = _GROUPS[group]
    if style == "chapter":
        return Number(f"chapter{match['word']}", _value(printed), f"第{printed}{match['word']}", match.end())
    if style == "decimal":
        return Number(f"decimal{printed.count('.') + 1}", int(printed.rpartition(".")[2]), printed, match.end())
    component = f"（{printed}）" if style in ("(cn)", "(n)") else printed
    return Number(style, _value(printed), component, match.end())


@cache
def _value(printed: str) -> int:
    """The number that 二十三, 廿三 or 23 writes; -1 where the characters make none (百十)."""
    try:
        return int(cn2an(printed, "smart"))
    except ValueError:
        return -1
