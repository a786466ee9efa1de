"""Objects of verbs that say what is done with a thing that exists, or by two of them together: nothing is built."""

import re
from collections.abc import Sequence
from functools import cache

from extract.components import Found
from extract.facts import Stage
from extract.projects.actors import MOVES, goes_ahead
from extract.projects.ends import cooperates
from extract.projects.lists import items
from extract.projects.names import head_of
from extract.projects.objects import act_jointly, named_from, until_etc
from extract.projects.proper import holds_a_name
from extract.projects.words import words
from extract.tracing import reject
from extract.word_lists import word_lists

_KEPT = "保护管理"
_KEEPS = ("保护修复", "生态保护", "生态保护修复", "生态修复", "保护与修复")
_OF_NATURE = ("保护区", "湿地公园", "森林公园", "地质公园", "国家公园", "湿地", "遗址公园")
_WHITHER = ("至", "到", "往返")
_FRAGMENTS = ("在", "对", "向", "从", "以")
NO_FRAGMENTS = ("向家坝", "向阳", "从化", "从江", "对俄", "以色列")
_SUPPORTS = re.compile(
    r"(?<=[\u4e00-\u9fff])对(?![外口接标俄华台])[^，对]{2,60}?(?:支持|扶持|倾斜|投入|保障|帮扶|监管|指导|供给|宣传|培训|救助|奖补|补贴|补助|贡献|支撑|带动|引领)(?:作用|力度|强度|水平|范围|能力)?$"
)
_COOPERATES = re.compile(r"[与同和跟][^，]*(?:合作|交流|对接|协作|沟通)")
_ROUTES = re.compile(r"(?:至|到|往返)[^，。]*(?:航线|航空线)")
_CITIES = ("之都", "之城", "之乡", "之地", "名城", "强市", "强区", "强县")
_SPREADS = ("推广", "推广应用")
AIMING = ("打造", "建设", "建成")
_BECOMES = re.compile(r"由[^，由]{2,12}向[^，]{2,14}(?:转变|转型|升级|转化|迈进|跨越|拓展|延伸)$")


def is_no_work(text: str, run: tuple[int, int], verb: str, stage: Stage, tail: str) -> bool:
    """Whether a verb says only what is done with a thing that exists, or by two of them together."""
    start, end = run
    if tail in ("规划", "建设规划") and verb.endswith(("纳入", "列入", "编制", "落实")):
        return True  # 纳入城际铁路规划
    acts = verb.endswith(("实施", "开展")) and text.endswith(("行动", "计划"), start, end)
    if acts and "工程" not in text[start:end]:
        return True  # 实施甲产业园、乙创业园提升行动
    if verb.endswith(_SPREADS) and not text.endswith("平台", start, end):
        return True  # 推广甲系统, 推广乙改造: known things are to be used more widely
    fostered = verb.endswith("加强") and tail not in ("保护管理", "管理保护")
    fostered = fostered and not text.endswith("综合治理", start, end)
    if fostered or (verb.endswith("接") and stage == "underway"):
        if head_of(text[start:end]):
            reject("projects.verb", start, end)
        return True
    moved = verb.endswith((*MOVES, "推进", "促进", "探索", "深化"))
    if moved and (act_jointly(text, start, end) or goes_ahead(text, start, end + len(tail))):
        reject("projects.actor", start, end)
        return True
    if tail == "对接" and text.find("与", start, end) > 0 and until_etc(text, start, end) is not None:
        reject("projects.actor", start, end)
        return True  # 甲镇与乙镇、丙镇等乡镇公路对接
    if cooperates(text, start, end, tail):
        reject("projects.actor", start, end)
        return True
    return False


def is_position(text: str, start: int, end: int, verb: str, places: Sequence[Found]) -> bool:
    """Whether what describes a thing in front of its name is how far it is to matter (打造具有国际影响力的|甲中心)."""
    if "打造" not in verb or text.find("的", start, end) < 0 or not text.endswith(words().positions, start, end):
        return False
    said = text[start : named_from(text, start, end, places)]
    if any(scope in said for scope in words().scopes if scope != "具有"):
        reject("projects.position", start, end)
        return True
    return False


def strengthened(
    text: str, run: tuple[int, int], stage: Stage, tail: str, places: Sequence[Found]
) -> tuple[int, Stage, str]:
    """What 加强 governs: where it ends, its stage, and what ends it: 保护管理 where it is kept or built.

    Args:
        text: of the unit.
        run: of the object without what ends it.
        stage: by the verb.
        tail: what ends the object.
        places: those that the unit names.
    """
    start, end = run
    if text.endswith("综合治理", start, end):
        return end, "underway", tail
    built = tail == "建设" and not text.endswith(("网络", "系统"), start, end)
    if built and holds_a_name(text[start:end], run, places):
        return end, "underway", _KEPT
    if tail in _KEEPS and text.endswith(_OF_NATURE, start, end):
        return end, "operating", _KEPT
    if text.endswith("保护", start, end) and head_of(text[start : end - 2]):
        return end - 2, "operating", _KEPT
    return end, stage, tail


def begins_otherwise(text: str, start: int, end: int) -> bool:
    """Whether what a verb governs begins otherwise: 向…, 与甲港的机制, 甲港由能源港向综合港转变."""
    if text.find("对", start + 1, end) >= 0 and _SUPPORTS.search(text, start, end):
        return True  # 加大出口信用保险对海外仓等的支持力度
    if text.find("由", start, end) >= 0 and _BECOMES.search(text, start, end):
        return True
    if text.startswith(_WHITHER, start) and _ROUTES.match(text, start, end):
        return True  # 加密至甲、乙等城市航线
    fragment = text.startswith(_FRAGMENTS, start) and not text.startswith(NO_FRAGMENTS, start)
    with_others = text.startswith("与", start)
    return fragment or with_others or _COOPERATES.match(text, start, end) is not None


@cache
def _aims() -> tuple[str, ...]:
    return tuple(word_lists("project_frames")["base"]["aims"])


def is_aim(text: str, start: int, end: int) -> bool:
    """Whether a list names what a place wants to be: a member says so (打造甲示范区、品质生活之城)."""
    joint = next((at for mark in "和与" if (at := text.find(mark, start, end)) >= 0), -1)
    aims = _aims() if text.endswith("打造", 0, start) else _CITIES
    if joint >= 0 and text.endswith(aims, start, joint):
        return True
    return (joint >= 0 or "、" in text[start:end]) and any(
        text.endswith(aims, *item.runs[0]) for item in items(text, start, end, ())
    )
