"""Undertakings that quotation marks name (“甲链通”平台), and those that are relied on by such names."""

import re
from collections.abc import Iterator

from extract.facts import Stage
from extract.projects.objects import Undertaking

_NAMED = re.compile(
    r"(?<=“)[^“”，。]{6,24}工程(?=”)|(?:国家级|国家|省级|市级)?“(?!揭榜挂帅|专精特新|放管服|单一窗口|赛马)[^“”]{2,20}”(?:(?![向在与和的等])[\u4e00-\u9fff]){0,6}?(?:工程|平台|园区|产业园|APP|App|小程序|客户端|公众号)(?!区|师|计划|行动|创建|攻坚|体系|矩阵|集群|用户|企业)"
)
_COUNTED = re.compile(r"(?:达到?|超过|突破)?\d+(?:\.\d+)?万?余?[个家座]")
_RELIED_ON_QUOTED = re.compile(r"依托((?:“[^“”]{2,20}”、?){1,6})等?[^，“”]{0,6}(?:平台|载体|基地|阵地|系统)")
_QUOTED = re.compile(r"“[^“”]{2,20}”")


def quoted(text: str, at: int, until: int, stage: Stage) -> Iterator[Undertaking]:
    """The undertakings of a run that quotation marks name, none of a class that is counted."""
    for named in _NAMED.finditer(text, at, until):
        if not _COUNTED.match(text, named.end()) and text[named.start() - 1] not in "等批个家":
            yield Undertaking(named[0], stage, (named.span(),), (), "quoted")


def quoted_grounds(text: str, at: int, until: int) -> Iterator[Undertaking]:
    """What a clause relies on by names in quotation marks (依托“甲办”“乙通”等平台)."""
    for grounds in _RELIED_ON_QUOTED.finditer(text, at, until):
        for named in _QUOTED.finditer(text, *grounds.span(1)):
            yield Undertaking(named[0], "operating", (named.span(),), (), "quoted")
