"""Objects of verbs that say what is done with a thing that exists, or by two of them together: nothing is built."""

import re

from extract.facts import Stage
from extract.projects.actors import MOVES, goes_ahead
from extract.projects.ends import cooperates
from extract.projects.names import head_of
from extract.projects.objects import act_jointly
from extract.tracing import reject

_FRAGMENTS = ("在", "对", "向", "从", "以")
NO_FRAGMENTS = ("向家坝", "向阳", "从化", "从江", "对俄", "以色列")
_SUPPORTS = re.compile(
    r"(?<=[\u4e00-\u9fff])对(?![外口接标俄华台])[^，对]{2,60}?(?:支持|扶持|倾斜|投入|保障|帮扶|监管|指导|供给|宣传|培训|救助|奖补|补贴|补助|贡献|支撑|带动|引领)(?:作用|力度|强度|水平|范围|能力)?$"
)
_COOPERATES = re.compile(r"[与同和跟][^，]*(?:合作|交流|对接|协作|沟通)")


def is_no_work(text: str, run: tuple[int, int], verb: str, stage: Stage, tail: str) -> bool:
    """Whether a verb says only what is done with a thing that exists, or by two of them together."""
    start, end = run
    if tail in ("规划", "建设规划") and verb.endswith(("纳入", "列入", "编制", "落实")):
        return True  # 纳入城际铁路规划
    strengthened = verb.endswith("加强") and tail not in ("保护管理", "管理保护")
    strengthened = strengthened and not text.endswith("综合治理", start, end)
    if strengthened or (verb.endswith("接") and stage == "underway"):
        if head_of(text[start:end]):
            reject("projects.verb", start, end)
        return True
    moved = verb.endswith((*MOVES, "推进", "促进", "探索", "深化"))
    if moved and (act_jointly(text, start, end) or goes_ahead(text, start, end + len(tail))):
        reject("projects.actor", start, end)
        return True
    if cooperates(text, start, end, tail):
        reject("projects.actor", start, end)
        return True
    return False


def begins_otherwise(text: str, start: int, end: int) -> bool:
    """Whether what a verb governs begins with a fragment (向…), or says with whom one acts (完善与甲港的机制)."""
    if _SUPPORTS.search(text, start, end):
        return True  # 加大出口信用保险对海外仓等的支持力度
    fragment = text.startswith(_FRAGMENTS, start) and not text.startswith(NO_FRAGMENTS, start)
    with_others = text.startswith("与", start)
    return fragment or with_others or _COOPERATES.match(text, start, end) is not None
