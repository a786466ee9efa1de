"""Industries in front of 产业, and in the title of a measure that runs into the text (大数据及信息技术产业)."""

import re
from collections.abc import Iterator, Sequence

from extract.components import Found, floor_of
from extract.industries.goods import is_branch
from extract.industries.lists import DEPENDENT, RANKED, SOFT, Run, behind_place, is_known, name_start, named
from extract.industries.served import lists
from extract.industries.words import governs, grammar, words

_HEAD = re.compile(
    "(?=[产全行集])(?:产业集群|全产业链|产业链|产业(?!化)(?P<site>[园城带]|基地|小镇|走廊|集聚区)?"
    "|(?P<field>行业)(?!协会|商会|组织|学会|联盟|联合会|监管|主管|管理|自律|规范|准入|标准|部门|企业|壁垒|专家|平均|[^，。；、]{0,2}大会)"
    "|(?<![产业市])集群(?=建设|培育|发展|产值|[，。；、]))"
)
_STOPS = "，。；：、“”（）《》\n"
_SCHOOLS = ("学院", "技术研究院", "研究院", "创新中心", "技术创新")
_TITLE = re.compile(
    r"^(?:(?:做强|做大|做优|发展|培育|壮大|振兴)(?:做强|做大|壮大)?)?(?P<name>[\u4e00-\u9fffA-Z0-9、]{2,14}?)(?P<head>(?<!等)全?产业(?:链|集群)?|(?<!等)(?<!服务)(?<!重点)行业)?(?=[。（])",
    re.MULTILINE,
)


_CENTRE = re.compile(
    "(?=国家)国家(?:级|地方共建|数字化|绿色|智能化)*(?P<name>[\u4e00-\u9fffA-Z0-9]{2,12}?)(?:制造业|产业|技术)?创新中心"
)


def centred(text: str) -> Iterator[Run]:
    """The branch of a national centre of innovation (国家先进功能纤维创新中心)."""
    for match in _CENTRE.finditer(text) if "创新中心" in text else ():
        x, y = match.span("name")
        if (is_known(text, x, y) or is_branch(text, x, y)) and not governs(text, x, y):
            yield from named(text, x, y)


def before_head(text: str, places: Sequence[Found]) -> Iterator[Run]:
    """What stands right before 产业 (中医药文化旅游产业), where it says more than the kind of industry."""
    for match in _HEAD.finditer(text):
        if text.startswith(("基金", "扶贫", "工人"), match.end()):
            continue
        floor = max(floor_of(text, match.start(), _STOPS), match.start() - 12)
        start, end = behind_place(text, name_start(text, floor, match.start(), places), match.start())
        if (whole := _joined(text, floor, start, match, places)) >= 0:
            yield from named(text, whole, end)
            continue
        tail = RANKED.search(text, start, end)
        if tail and start < tail.start():  # 酱香白酒首位产业
            if is_known(text, start, tail.start()) or is_branch(text, start, tail.start()):
                yield from named(text, start, tail.start())
            continue
        known = next((at for at in range(start, end - 1) if _is_name(text, at, match)), None)
        school = text.startswith(_SCHOOLS, match.end())  # 甲集团合办智能家电产业学院, 乙机器人产业技术研究院
        group = text[start:end] in words().members and text[start - 1 : start] != "等"
        ends = group or is_branch(text, start, end)
        if not (ends and not ((match["site"] or school) and known)):
            if known is None:
                continue
            # in front of it stands whose it is: 信丰电子信息产业园
            technology = text[known:end] in words().technologies
            whose = not is_known(text, start, known) and text[start:known] not in words().members
            start = known if technology or whose else start
        yield from named(text, start, end)
        if match["site"]:
            yield from _listed_before(text, start, places)


def _listed_before(text: str, start: int, places: Sequence[Found]) -> Iterator[Run]:
    """The branches of a list whose last one stands in front of 产业基地 (绿色石化、高端钢铁产业基地)."""
    while text[start - 1 : start] == "、":
        end = start - 1
        floor = floor_of(text, end, f"、{_STOPS}")
        start = name_start(text, max(floor, end - 12), end, places)
        if start == end or not is_known(text, start, end):
            return
        yield from named(text, start, end)
        start = start if start == floor else 0


def _is_name(text: str, start: int, head: re.Match[str]) -> bool:
    """Whether a name stands between a place and what it is in front of (媒体行业)."""
    name = text[start : head.start()]
    field = head["field"] is not None and name in lists().fields
    return field or name in words().technologies or is_known(text, start, head.start())


def _joined(text: str, floor: int, start: int, head: re.Match[str], places: Sequence[Found]) -> int:
    """Where two names start that make one chain or one cluster (汽车及零部件产业链, 锂电及新材料产业集群); or -1."""
    joint = DEPENDENT.search(text, floor, head.start())
    if joint and not head["site"]:
        low = max(floor_of(text, joint.start(), _STOPS), joint.start() - 10)
        whole = name_start(text, low, joint.start(), places)
        if is_known(text, whole, joint.start()):
            return whole
    if not head[0].endswith("集群") or text[start - 1 : start] != "及":
        return -1
    low = max(floor_of(text, start - 1, _STOPS), start - 12)
    first = name_start(text, low, start - 1, places)
    both = all(is_known(text, *m) or is_branch(text, *m) for m in ((first, start - 1), (start, head.start())))
    return first if both else -1


def headed(text: str) -> Iterator[Run]:
    """What the title that runs into a unit names (汽车及零部件产业链。大数据及信息技术产业。)."""
    for match in _TITLE.finditer(text):
        start, end = match.span("name")
        known = is_known(text, start, end) and match["name"] not in words().no_industry
        if match["head"] and RANKED.search(text, start, end):
            continue
        if not match["head"]:
            if match["name"] == "农业" or (known and match["name"].endswith(("业", "经济"))):
                yield start, end
            elif joint := SOFT.search(match["name"]):
                halves = [(start, start + joint.start()), (start + joint.end(), end)]  # 现代物流和电子商务。
                if all(grammar().fullmatch(text, *half) for half in halves):
                    yield from halves
        elif known or DEPENDENT.search(match["name"]):
            yield from named(text, start, end)
        else:
            parts = [(start + p.start(), start + p.end()) for p in re.finditer("[^、和与及]+", match["name"])]
            if all(name_start(text, x, y, ()) == x for x, y in parts):
                for x, y in parts:
                    yield from named(text, x, y)
