"""Why a figure is no aim: part of a name, a count of what exists, a condition, money that is granted."""

import re

from extract.figures import Figure
from extract.target_sizes import is_in_name
from extract.target_words import words

_CONDITION = re.compile(
    r"的[\u4e00-\u9fff]{0,6}?(?:企业|单位|主体|项目|机构|平台|家庭农场|合作社|个人|园区|贷款|人员|大户)"
)
_EXISTING = re.compile(r"(?:等|的|这|该|共|现有|已有|已核准的|纳入)$|第$")
OF_THING = re.compile(
    r"(?:以上|级)?的?(?:企业|园区|项目|产业|产业集群|集群|基地|主体|平台|工程)(?=\d)"
)  # 100亿元企业5家
_CONDITIONS = re.compile(f"(?:且|并且|或者|或|同时).*{_CONDITION.pattern}")
SHARE_OF = re.compile("[^，、]{2,20}的$")
_LISTED_BEFORE = re.compile("[、和与及—][^、，]{1,12}$")
_COUNTS = frozenset("两三四五六七八九十")
TIMES = ("天", "日", "小时", "分钟", "年", "个月", "岁")


def objection_to(figure: Figure, text: str, start: int, at: int, end: int) -> str:
    """Why a figure is no aim: part of a name (“人才30条”), a count of what exists, money granted; else "".

    Args:
        figure: the figure.
        text: of the unit.
        start: of its clause.
        at: behind the figure before it.
        end: of the clause.
    """
    if text.count("“", start, figure.start) > text.count("”", start, figure.start):
        return "quoted"
    if _is_existing(text, at, figure):
        return "existing"
    sized = figure.unit == "吨" and figure.suffix.endswith("以下") and text[figure.end : figure.end + 1] > "一"
    if sized or _CONDITION.match(text, figure.end) or _CONDITIONS.match(text, figure.end, end):
        return "condition"
    if is_in_name(text, figure) or figure.unit.endswith("级"):
        return "in_name"
    if figure.unit in TIMES and text.startswith(("内", "以内", "免"), figure.end):
        return "existing" if not words().compared.search(text, max(at, figure.start - 4), figure.start) else ""
    return "granted" if words().granted.search(text, start, end) else ""


def _is_existing(text: str, at: int, figure: Figure) -> bool:
    """Whether a figure counts what is named or there: 甲、乙两个园区, 等5家; not 打通甲路等7条路, 平均水平的85%."""
    before = text[at : figure.start]
    if text[figure.start] in _COUNTS and _LISTED_BEFORE.search(before):
        return True
    found = _EXISTING.search(before)
    if found is None:
        return False
    if found[0] == "等":
        return not (figure.unit in ("条", "座", "处") and words().making.match(before) is not None)
    return not (
        found[0] == "的" and any(SHARE_OF.fullmatch(before, w.end()) for w in words().compared.finditer(before))
    )
