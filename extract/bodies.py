"""The names of bodies in a responsibility clause: how a list of them is parted, and what stays together."""

import re
from itertools import pairwise

from extract.brackets import CLOSING, split, track

_ENDINGS = (
    "[局委办厅部院署会社行处所站室队校团馆台厂网司]|中心|政府|部门|单位|地区|公司|集团|县区|区县|乡镇|街道|园区|机构|企业|银行"
    "|大学|海关|小组|专班|妇联|残联|工商联|科协|[县市区镇乡]"
)
_ENDS = re.compile(rf"(?:{_ENDINGS})$")
_AGENCY = re.compile(
    r"(?:各|国家|中央|[省市县区州盟旗]|自治区|\w{2,4}[省市县区]).*(?:[局委办厅署]|委员会|政府|管委会|办公室)$"
    r"|各?(?:有关|相关)\w{0,4}(?:部门|单位)$"
)
_SECOND_NAME = re.compile(r"[（(〔［\[][^）)〕］\]]*[）)〕］\]]$")
_JOINT = re.compile(r"等(?=.)|以及|及其|及|和|与|会同|并")
_BARE_NOUN = re.compile(r"(?:部门|单位|机构|地区|企业)(?=$|等|以及|及|和|与)")
_INTRODUCTION = re.compile(r"由|以及|及|和|其中|会同|\d{1,2}\.")
_GLUED = re.compile(r"(?<=[局厅委办部院])(?=[省市县区州各][\u4e00-\u9fff]{2})")
_REST = re.compile(r"等(?:部门|单位)?$")
_LEVELS = (
    "(?:省|自治区|直辖市|设区的?市|地级市|市|自治州|州|地区|盟|自治县|县|区|旗|乡|镇|民族乡|街道|街|园区|开发区|功能区|管理区"
    "|新区|县级)"
)
_GOVERNMENT = (
    "(?:[（(〔［\\[][^）)〕］\\]]{0,20}[）)〕］\\]])?级?(?:人民政府|政府|管委会|管理委员会|办事处|党工委|党委)?"
)
_EACH = re.compile(rf"各{_LEVELS}+$")
_EACH_NEXT = re.compile(
    rf"{_LEVELS}+{_GOVERNMENT}(?=$|等|[、，,]|按|依|根据|分别|共同|牵头|负责|配合|参与|协同|协助|落实|组织)"
)
_NO_BODY = re.compile(r"\d{4}年|\d{1,2}月|年底|长期|持续|完成|[：:]")
_SHORTEST, _LONGEST = 2, 40
_SHORTEST_AGENCY = 4


def is_body(name: str) -> bool:
    """Whether a name ends as the names of bodies do."""
    return _ENDS.search(_SECOND_NAME.sub("", name)) is not None


def is_agency(name: str) -> bool:
    """Whether a name is that of an agency even where nothing around it says so: 市教育局, 各县区人民政府."""
    return _AGENCY.match(_SECOND_NAME.sub("", name)) is not None


def chunks(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The parts of a clause between commas outside brackets; 各市、县〔市、区〕政府 is one."""
    merged: list[tuple[int, int]] = []
    opens = False
    for a, b in split(text, "、，,", start, end):
        part = text[a:b]
        opens = opens and _EACH_NEXT.match(part) is not None
        if opens:
            merged[-1] = (merged[-1][0], b)
        else:
            merged.append((a, b))
            opens = _EACH.match(part) is not None
    return merged


def bodies(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The bodies that a chunk names: 等, 及, 和 between bodies part them, inside a name they do not."""
    introduction = _INTRODUCTION.match(text, start, end)
    at = introduction.end() if introduction else start
    names = []
    for joint in _JOINT.finditer(text, at, end):
        right = text[joint.end() : end]
        if joint.start() <= at or len(right) < _SHORTEST or _BARE_NOUN.match(right):
            continue
        if is_body(text[at : joint.start()]) and not _in_brackets(text, at, joint.start()):
            names.append((at, joint.start()))
            at = joint.end()
    rest = _REST.search(text, at, end)
    names.append((at, rest.start() if rest else end))
    names = [part for name in names for part in _unglued(text, *name)]
    return [(a, b) for a, b in names if _SHORTEST <= b - a <= _LONGEST and not _NO_BODY.search(text, a, b)]


def _unglued(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Agencies that white space alone parted: 市教育局 市财政局."""
    if text[end - 1 : end] in tuple(CLOSING):
        return [(start, end)]
    cuts = [start]
    for place in _GLUED.finditer(text, start, end):
        at = place.start()
        if at - cuts[-1] >= _SHORTEST_AGENCY and is_agency(text[cuts[-1] : at]) and is_agency(text[at:end]):
            cuts.append(at)
    return list(pairwise([*cuts, end]))


def _in_brackets(text: str, start: int, at: int) -> bool:
    opened: list[int] = []
    track(opened, text[start:at])
    return bool(opened)
