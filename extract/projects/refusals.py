"""Why a member of a list of undertakings is none: a class, a clause, who acts, or words that say little."""

import re
from collections.abc import Sequence
from functools import cache

from extract.components import Found
from extract.projects.names import head_of, objection
from extract.projects.words import words
from extract.word_lists import word_lists

_LONGEST = 26
_SHORTEST = 2
_FORGIVEN = frozenset({"no_place", "says_little"})
_NO_NAME = re.compile(
    r"[，。；：]|\d{4}年(?!度?[\u4e00-\u9fff]{6,}$)|(?:重点|大力|积极|着力)发展(?!区|带|中心|轴|片区|板块)|达到|超过|不低于|不少于|以上|以内|^(?:在|对|向|以|从|为|将|把|由|按|其中|包括|以及)|(?:企业|产业|产业链|集群|政策|机制|体系|制度|能力|水平|行动|计划|活动|问题|工作|方面|领域|人才|产品|品牌|政府|单位|部门|院所|高校|重大|重点"
    r"|会|论坛|节|大赛|[展赛]|联盟|[员金券贷险]|大学|学院|公司|集团|银行|数据集|评测)$|的"
)


def refused(name: str, run: tuple[int, int], verb: str, places: Sequence[Found], *, trusted: bool) -> str:
    """Why a member of a list of undertakings is none; "" where it is one.

    Args:
        name: of the member.
        run: where it stands.
        verb: that governs the list; "" in a box.
        places: those that the unit names.
        trusted: whether the member, or most of its list, holds a name of its own.
    """
    if head_of(name) is not None:
        why = objection(name, verb, places, run)
        return "" if why in _FORGIVEN and trusted else why
    bare = re.sub(r"[（(][^（()）]*[）)]", "", name)
    if not trusted or len(bare) < _SHORTEST:
        return "says_little"
    if len(bare) > _LONGEST:
        return "too_long"
    if len(name) == run[1] - run[0] and any(p.start == run[0] and p.end == run[1] for p in places):
        return "actor"
    known = words()
    if bare in known.classes or bare.endswith(known.sums_of_class) or bare.startswith(known.several):
        return "class"
    return (
        "no_name"
        if _NO_NAME.search(bare) or bare.startswith(_verbs()) or re.search(r"\d+(?:个|家|条|项|户|人)", bare)
        else ""
    )


@cache
def _verbs() -> tuple[str, ...]:
    return tuple(word_lists("governing")["verbs"])
