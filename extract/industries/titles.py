"""Industries in front of 产业, and in the title of a measure that runs into the text (大数据及信息技术产业)."""

import re
from collections.abc import Iterator, Sequence

from extract.components import Found, floor_of
from extract.industries.goods import is_branch
from extract.industries.lists import DEPENDENT, RANKED, SOFT, Run, is_known, name_start, named
from extract.industries.words import governs, grammar, words

_HEAD = re.compile("产业集群|全产业链|产业链|产业(?!化)(?P<site>[园城带]|基地|小镇|走廊|集聚区)?")
_TITLE = re.compile(
    r"^(?:(?:做强|做大|做优|发展|培育|壮大|振兴)(?:做强|做大|壮大)?)?(?P<name>[\u4e00-\u9fffA-Z0-9、]{2,14}?)(?P<head>全?产业(?:链|集群)?)?(?=[。（])",
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
        floor = floor_of(text, match.start(), "，。；：、“”（）《》\n")
        if text.startswith(("基金", "扶贫", "工人"), match.end()):
            continue
        start = name_start(text, max(floor, match.start() - 12), match.start(), places)
        joint = DEPENDENT.search(text, max(floor, match.start() - 12), match.start())
        if joint and not match["site"]:  # 汽车及零部件产业链
            whole = name_start(text, max(floor, joint.start() - 10), joint.start(), places)
            if is_known(text, whole, joint.start()):
                yield from named(text, whole, match.start())
                continue
        if text.startswith(("基金", "扶贫", "工人"), match.end()):
            continue
        tail = RANKED.search(text, start, match.start())
        if tail and start < tail.start():  # 酱香白酒首位产业
            if is_known(text, start, tail.start()) or is_branch(text, start, tail.start()):
                yield from named(text, start, tail.start())
            continue
        known = next((at for at in range(start, match.start() - 1) if is_known(text, at, match.start())), None)
        school = text.startswith("学院", match.end())  # 甲集团合办智能家电产业学院
        group = text[start : match.start()] in words().members and text[start - 1 : start] != "等"
        ends = group or is_branch(text, start, match.start())
        if ends and not ((match["site"] or school) and known):
            yield from named(text, start, match.start())
        elif known is not None:
            known = start if is_known(text, start, known) else known
            # in front of it stands whose it is: 信丰电子信息产业园
            yield from named(text, known, match.start())


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
