"""Names that say what kind of thing is meant and no more: classes, of which there are many."""

import re
from collections.abc import Sequence

from extract.components import Found
from extract.projects.proper import holds_a_name, is_ordinary
from extract.projects.words import words

# 孵化机构和创新中心; 综合服务和产业园区“两平台”
_JOINTS = frozenset("和及与、")
_JOINS = re.compile(
    r"(?:机构|企业|队伍|组织|网点|设施|团队|协作|合作|交流|招商)[和及与]|[和及与、][^“”]{2,16}“[两三四五六七八九十][^“”]{1,6}”$"
)
_OF_FIELD = re.compile(r"[^、，的]{2,10}领域的?[国家全省级重点]*(?:实验室|(?:制造业|技术|产业)创新中心|工程研究中心)$")
_LEVELS = re.compile(r"(?:国家|[国省市县区乡])级?(?:、[省市县区乡镇村]级?)+(?![、级]|.级|一体|贯通|联动|联网|共享)")
_OF_LEVELS = re.compile(
    r"(?:国家|[国省市州县区乡镇村]){2,4}[两二三四]级(?!联|一体|贯通|协同|共享|统筹|[^的]{0,14}(?:平台|系统))"
)
_EACH_ROAD = re.compile(r"通(?:自然村|建制村|行政村|村民小组|[乡镇县村组屯户])[^，、]{0,8}(?:公路|道路|路)$")
_CAMPAIGN = re.compile(r"(?:攻关|提升|突破|培育|强基|固本|示范|保护和修复|修复)(?:重大)?工程$")
_AGAIN = "新一轮"
_LEAST_LISTED = 3
_GRADED = ("重要", "重大", "主要", "关键", "骨干")
_SIZED = re.compile(
    r"(?:[\d.—-]+万?吨级?|[大中小]型?[（(][12][）)]型?|[一二三四五六七八九十百千]*万?吨级)(?:及?以上)?(?P<what>[\u4e00-\u9fff]{2,6})$"
)
_OF_PLACE = ("重点工程", "重大工程", "重点项目", "重大项目", "综合利用")
_EVERYWHERE = ("网络", "电网", "配电网", "管网", "光网", "发电", "公路", "道路", "国省干线")
"""Kinds of things that a place has all over, so that ordinary words tell none of them from the others."""
_FURNISHES = re.compile(r"(?:厕所|停车场|停车位|停车设施|充电桩|卫生室|农家书屋|垃圾桶|路灯|标识标牌|标牌)$")
"""What towns, roads and sights are furnished with; so is what stands in a list with them."""
_OF_SITE = re.compile(r"[区站园城港]重[点大](?:工程|项目)$")


def is_class(name: str, bare: str, run: tuple[int, int], places: Sequence[Found], *, named: bool) -> bool:
    """Whether a name says what kind of thing is meant, or how large, and no more; a place may stand in front."""
    known = words()
    sized = _SIZED.match(name if "型" in name else bare) if "吨" in bare or "型" in name else None
    if (
        bare.removeprefix(_AGAIN) in known.classes
        or ("领域" in bare and _OF_FIELD.match(bare))
        or ("、" in bare and _LEVELS.match(bare))
        or ("级" in bare and _OF_LEVELS.match(bare))
        or (bare[0] == "通" and _EACH_ROAD.match(bare))
        or (not _JOINTS.isdisjoint(name) and _JOINS.search(name))
        or (sized and (sized["what"] in known.need_place or is_ordinary(sized["what"])))
    ):
        return True  # 2000吨级泊位
    if (bare.startswith(_GRADED) and is_ordinary(bare) and not _CAMPAIGN.search(bare)) or (
        bare.startswith("配套") and not named
    ):
        return True
    if bare.endswith(_EVERYWHERE) and not (named or bare.startswith(known.unique)) and is_ordinary(bare):
        return True  # 移动通信网络, 农村屋顶分布式光伏发电
    if bare.endswith(_OF_PLACE):
        front = max((p.end - run[0] for p in places if p.start == run[0] and p.end <= run[1]), default=0)
        rest = bare[front:]
        if rest in _OF_PLACE or _OF_SITE.search(bare) or (rest.endswith("综合利用") and is_ordinary(rest)):
            return True  # 甲新区重点工程, 甲市天然气综合利用
    unique = bare.startswith(known.unique) and not bare.startswith("国家级")
    return bare.endswith(known.class_endings) and not (named or unique)


def are_everywhere(text: str, runs: Sequence[tuple[int, int]], places: Sequence[Found]) -> bool:
    """Whether members of a list say what many places have each: one of them is furniture, and none has a name."""
    if len(runs) < _LEAST_LISTED or not any(_FURNISHES.search(text, *run) for run in runs):
        return False
    return not any(holds_a_name(text[a:b], (a, b), places) for a, b in runs)
