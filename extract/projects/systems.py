"""Systems that are linked with each other (与省一体化大数据平台衔接), or of which an example says what they are for."""

import re
from collections.abc import Iterator, Sequence

from extract.components import Found
from extract.projects.names import head_of, objection
from extract.projects.objects import Undertaking
from extract.projects.proper import is_ordinary
from extract.tracing import reject

# The last characters of words that say so.
LINKS = frozenset("接通享合换联")
_SYSTEM = r"[^，、。；与和同等]{2,30}?(?:平台|系统|数据库|专网|单一窗口”?)"
_LINKED = re.compile(
    rf"(?P<first>{_SYSTEM})?与(?P<system>{_SYSTEM})的?(?:(?:有效|无缝|实时|数据|信息|系统|业务|资源|全面|深度|全量)*"
    r"(?:衔接|对接|互联互通|互通|联通|贯通|融合|共享|联网|打通|连接|交换)[、和及]?)+$"
)
_OWN = re.compile(r"[省市县区](?!级|场|域|民|政|外|内|际)|国家(?!级)|全[国省市县区](?!性)|“")
_LINKS = ("加强", "强化", "推进", "推动", "实现", "深化", "做好", "加快")
_SYSTEMS = ("平台", "系统", "大模型", "数据库")
_BODIES = ("企业", "机构", "单位", "部门", "高校", "院校", "主体", "城市", "地区")
_LEAST_SUM = 6
_LONGEST_EXAMPLE = 8


def linked(text: str, start: int, end: int, places: Sequence[Found]) -> Iterator[Undertaking]:
    """The systems that a clause says are linked with each other; each has a level or a place to tell it by.

    Args:
        text: of the unit.
        start: where the clause goes on behind verbs and adverbs.
        end: where it ends.
        places: those that the unit names.
    """
    other = text.find("与", start, end)
    begins = text.endswith(_LINKS, start, other)  # 推动各部门|加强与甲平台衔接
    match = _LINKED.match(text, other if begins else start, end)
    if match is None:
        return
    for part in ("first", "system"):
        run = match.span(part)
        name = text[slice(*run)]
        own = _OWN.match(name) is not None or any(p.start == run[0] for p in places)
        if own and head_of(name) is not None and not objection(name, "对接", places, run):
            yield Undertaking(name, "underway", (run,), (), "linked")
        elif name:
            reject("projects.says_little", *run)


def of_example(
    text: str, start: int, etc: int | None, end: int, places: Sequence[Found]
) -> tuple[tuple[int, int], ...] | None:
    """The runs of a facility of which a single example says what it is for (构建传统戏剧等数字化体验平台)."""
    if etc is None or end - etc <= _LEAST_SUM or not text.endswith(_SYSTEMS, etc, end):
        return None
    said = text[start:etc]
    one = 1 < len(said) <= _LONGEST_EXAMPLE and is_ordinary(said) and is_ordinary(text[etc + 1 : end])
    placed = any(start <= p.start < end for p in places)
    if not one or placed or head_of(said) is not None or said.endswith(_BODIES):
        return None
    whole = text[start:etc] + text[etc + 1 : end]
    return None if objection(whole, "", (), (start, end)) else ((start, etc), (etc + 1, end))
