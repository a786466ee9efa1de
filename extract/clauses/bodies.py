"""The names of bodies in a responsibility clause: how a list of them is parted, and what stays together."""

import re
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from extract.brackets import CLOSING, OPENING, split, track
from extract.word_lists import either, word_lists
from gazetteer.divisions import gazetteer
from ontology.departments import department

_ENDINGS = (
    "[局委办厅部院署会社行处所站室队校团馆台厂网司]|中心|政府|部门|单位|方面|地区|公司|集团|县区|区县|乡镇|街道|园区|机构|企业|银行"
    "|大学|海关|(?:小|工作|专责|推进|协调|专项)组|专班|[妇残文侨台社]联|工商联|社科联|[科作记]协|[县市区镇乡]|各村|社区"
    "|[\u4e00-\u9fff](?:移动|电信|联通|铁塔|石油|石化|海油|储粮|电网)"
)
_ENDS = re.compile(rf"(?:{_ENDINGS})$")
_AGENCY = re.compile(
    r"(?:各|国家|国务院|中央|[省市县区州盟旗]|自治区|\w{2,4}[省市县区]).*(?:[局委办厅署]|委员会|政府|管委会|办公室)$"
    r"|(?:各|[省市县区州旗]直|全[省市县区州旗])(?:有关|相关|各)?\w{0,4}(?:部门|单位)$|(?:有关|相关)\w{0,4}(?:部门|单位)$"
    r"|各(?:省|地级市|市|自治州|州|地区|盟|县级市|县|区|旗|镇|乡|街道|街|办|场|团|园区|开发区|功能区)+$"
    r"|(?:中央|[省市县])驻\w{1,3}(?:有关|相关|各)?(?:单位|机构|企业)$"
)
_COMMITTEE = re.compile(r"(?:[省市县区州盟旗]|自治区)委\w{2,}[部校办室]$|团(?:[省市县区州盟旗]|自治区)委$")
_GROUP = re.compile(
    r"(?:(?:[省市县区州]属|[驻在][\u4e00-\u9fff]{1,2})(?:各|有关|相关|各有关|各相关)?|各|有关|相关|各有关|各相关)大?"
    r"(?:国有)?(?:企业|高校|高等学校|院校|银行|金融机构|医院|学校|平台公司|园区|科研院所|高校院所)$"
)
_LEVEL = re.compile(r"(?:自治区|自治州|[省市县区州盟旗镇乡])(?=\w{2})")
_SHORT_OF_LEVEL = re.compile("[省市县区州盟旗][\u4e00-\u9fff]{2,4}")
_ALONE = re.compile(r"[局委办厅部院署联会]$")
_OFFICE = re.compile("(?:[^格布结]局|厅|署|集团|公司|海关|总队|总站)$")
_DIVISION = re.compile(r"\w{2,}(?:自治[县州旗区]|[省市县区旗镇乡]|街道)$")
COUNTED = re.compile("[一-鿿]{2,4}[二两三四五六七八九十]+(?:省区?|市|州|县)")
"""A number of divisions of an area, as one: 东北三省."""
_TOWN = re.compile("[\u4e00-\u9fff]{2,3}(?:镇|乡|街道)")
_ZONE = re.compile("[\u4e00-\u9fff]{2,6}(?:经开区|高新区|开发区|试验区|管委会)")
_OF_ZONE = re.compile(r"(?![如含即由原])[^\W省市县区]{4,8}局$")
_SECOND_NAME = re.compile(r"[（(〔［\[][^）)〕］\]]*[）)〕］\]]$")
_JOINT = re.compile(r"等(?:以及|及|和|与)?(?=.)|以及|及其|及|和|与|会同|并")
_SAME = "(?:[（(〔［](?:部门|单位|机构)[）)〕］])?"
_BARE_NOUN = re.compile(rf"(?:部门|单位|机构|地区|企业){_SAME}(?=$|等|以及|及|和|与)")
_INTRODUCTION = re.compile(r"(?:[此本该]|上述|以上)[\u4e00-\u9fff]{0,6}?由|由|以及|及|和|其中|会同|\d{1,2}\.|[①-⑳]")
_GLUED = re.compile(r"(?<=[局厅委办部院])(?=[省市县区州各][\u4e00-\u9fff]{2})")
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛"
    "闫段雷龙史陶黎贺毛郝顾龚邵万覃武钱戴严莫孔向汤"
)
_PERSON = re.compile(rf"(?<=[局委办厅部院署会社])[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}$")
_PERSON_ALONE = re.compile(rf"[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}")
_LONGEST_PERSON = 3
_REST = re.compile(rf"等(?:(?:部门|单位){_SAME})?$")
_LEVELS = (
    "(?:直管市|省直管县|省|自治区|直辖市|设区的?市|地级市|市|自治州|州|地区|盟|自治县|县|区|旗|乡|镇|民族乡|街道|街|园区|开发区|功能区|管理区"
    "|新区|县级)"
)
_GOVERNMENT = (
    "(?:[（(〔［\\[][^）)〕］\\]]{0,20}[）)〕］\\]])?级?(?:人民政府|政府|管委会|管理委员会|办事处|党工委|党委)?"
)
_EACH = re.compile(
    rf"(?:各|有关|相关|各有关|各相关|沿线|(?:沿[江海河湖边]|[省市]内|全[省市])各?(?:有关|相关)?|(?:(?!等|及|和|与)[\u4e00-\u9fff]){{2,8}}(?:各|有关|相关|等)){_LEVELS}+(?:[（(〔［][^）)〕］]{{0,20}}[）)〕］])?$"
)
_PARTY_AND = re.compile(
    "(?:(?:党委|行署|行政公署|[市区县州旗）)]委)、(?:人民)?政府|党工委、(?:管委会|管理委员会|办事处))(?=$|按|负责|配合|牵头|落实)"
)
_EACH_NEXT = re.compile(
    rf"{_LEVELS}+{_GOVERNMENT}(?=$|等|以及|及|和|[、，,]|按|依|根据|分别|共同|牵头|负责|配合|参与|协同|协助|落实|组织)"
)
_NO_BODY = re.compile(
    r"\d{4}年|\d{1,2}月|年底|长期|持续|完成|常态化|[：:]"
    r"|\d(?:公里|万|亿|亩|座|%|平方|[个家](?:部门|单位|成员))|^[一二三四五六七八九十]+[个家](?:部门|单位)"
)
_NUMBER = re.compile(r"\d{1,2}$")  # of the next: 1.市教育局2.市财政局
_SHORTEST, _LONGEST = 2, 40
_SHORTEST_AGENCY = 4
_LONGEST_PLACE = 4
_LEAST_LISTED, _LONGEST_SHORT = 2, 6
_BEFORE = 5


class _Words(NamedTuple):
    """The patterns of `bodies.toml`."""

    institutions: re.Pattern[str]
    of_centre: re.Pattern[str]
    endings: re.Pattern[str]
    not_levels: re.Pattern[str]
    common: re.Pattern[str]


@cache
def _words() -> _Words:
    table = word_lists("bodies")
    return _Words(
        institutions=re.compile(f"(?:{either(table['institutions'])})$"),
        of_centre=re.compile(rf"(?:{either(table['centre'])})\w+(?:{either(table['institutions'])})$"),
        endings=re.compile(f"(?:{either(table['endings'])})$"),
        not_levels=re.compile(either(table["not_levels"])),
        common=re.compile(either(table["common"])),
    )


def is_body(name: str) -> bool:
    """Whether a name ends as the names of bodies do."""
    return _ENDS.search(_SECOND_NAME.sub("", name)) is not None


def is_agency(name: str) -> bool:
    """Whether a name is that of an agency even where nothing around it says so: 市教育局, 各县区人民政府."""
    return _AGENCY.match(_SECOND_NAME.sub("", name)) is not None


def is_agency_or_place(name: str) -> bool:
    """Whether a name is that of an agency, or of a township or a zone that answers for tasks beside agencies."""
    return is_agency(name) or _TOWN.fullmatch(name) is not None or _ZONE.fullmatch(name) is not None


def is_known_body(name: str) -> bool:
    """Whether a name is that of an agency or an institution even where nothing around it says so: 县妇联."""
    return _is_certain(name) or _is_institution(name) or (_LEVEL.match(name) is not None and is_body(name))


def ends_short(names: list[str]) -> bool:
    """Whether a list of bodies ends with a short name: 市财政局、市城投; 县人防、县供电; not 企业、个人."""
    if len(names) < _LEAST_LISTED or len(names[-1]) > _LONGEST_SHORT:
        return False
    of_level = [_SHORT_OF_LEVEL.fullmatch(name) and not _words().not_levels.match(name) for name in names]
    return all(of_level) or (is_known_body(names[0]) and (not _words().common.search(names[-1])))


def is_list_of_bodies(names: list[str]) -> bool:
    """Whether names that stand alone are those of bodies: an agency among them, most of them bodies, no common noun.

    A division in full counts where bodies are most (市水利局、来安县), or where an agency stands first.
    """
    plain = [_SECOND_NAME.sub("", name) for name in names]
    of_zone = [_OF_ZONE.fullmatch(name) is not None and not _words().common.search(name) for name in plain]
    agencies = [_is_certain(name) for name in plain]
    agencies = agencies if any(agencies) else of_zone  # which calls its own otherwise: 经贸发展局、建设管理局
    bodies_among = [
        certain or zone or _is_institution(name) for certain, zone, name in zip(agencies, of_zone, plain, strict=True)
    ]
    most = 2 * sum(bodies_among) >= len(plain) or agencies[:1] == [True]
    return (
        any(agencies)
        and most
        and all(
            _is_division(n) or (agencies[0] and _is_office(n))
            for n, b in zip(plain, bodies_among, strict=True)
            if not b
        )
    )


def _is_certain(name: str) -> bool:
    """An agency of any kind: of a committee (市委宣传部), a mass organisation (市妇联), or one without a place."""
    if _words().common.search(name):
        return False
    if _AGENCY.match(name) or _COMMITTEE.match(name):
        return True
    level = _LEVEL.match(name)
    return department(name[level.end() :] if level else name) is not None and _ALONE.search(name) is not None


def _is_institution(name: str) -> bool:
    """A body by its ending, behind a level or the name of a place, or by an ending that only bodies have."""
    known = _words()
    if _GROUP.match(name):
        return True
    if known.common.search(name):
        return False
    if known.endings.search(name) or known.of_centre.match(name):
        return True
    if known.institutions.search(name) is None:
        return False
    return (_LEVEL.match(name) is not None and known.not_levels.match(name) is None) or _names_place(name)


def _names_place(name: str) -> bool:
    """A division stands in it, not as the whole of it: 南通海事局, 国网滁州供电公司."""
    return any(
        gazetteer().named(name[a:b])
        for a in range(len(name) - _SHORTEST)
        for b in range(a + _SHORTEST, min(len(name), a + _LONGEST_PLACE + 1))
    )


def _is_office(name: str) -> bool:
    """An ending that hardly anything but a body has, which counts among agencies: 民航西北局, 西部机场集团."""
    return _OFFICE.search(name) is not None and _words().common.search(name) is None


def _is_division(name: str) -> bool:
    if COUNTED.fullmatch(name) or _TOWN.fullmatch(name) or _ZONE.fullmatch(name):
        return True
    return _DIVISION.fullmatch(name) is not None and bool(gazetteer().named(name))


def is_remark(part: str) -> bool:
    """Whether a part of a clause says until when or how, and names nobody: 2025年底前, 持续推进."""
    return _NO_BODY.search(part) is not None


def chunks(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The parts of a clause between commas outside brackets; 各市、县〔市、区〕政府 is one."""
    merged: list[tuple[int, int]] = []
    opens = False
    for a, b in _between_commas(text, start, end):
        part = text[a:b]
        opens = opens and _EACH_NEXT.match(part) is not None
        if opens or (merged and _PARTY_AND.search(text[max(0, a - _BEFORE) : b])):
            merged[-1] = (merged[-1][0], b)
        else:
            merged.append((a, b))
            opens = _EACH.match(part) is not None
    return merged


def _between_commas(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The parts between commas; a stroke parts bodies too (市商务局/市财政局)."""
    parts = []
    for a, b in split(text, "、，,", start, end):
        strokes = split(text, "/／+＋&＆", a, b)
        parts += strokes if all(is_body(text[slice(*one)]) for one in strokes[:-1]) else [(a, b)]
    return parts


def bodies(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The bodies that a chunk names: 等, 及, 和 between bodies part them, inside a name they do not."""
    introduction = _INTRODUCTION.match(text, start, end)
    joined = introduction is not None and (introduction[0] == "会同" or not _begins_with_place(text, start, end))
    at = introduction.end() if introduction and joined else start
    names = []
    for joint in _JOINT.finditer(text, at, end):
        right = text[joint.end() : end]
        if (
            joint.start() <= at
            or (right in ("政府", "人民政府") and text[joint.start() - 1] == "委")
            or len(right) < _SHORTEST
            or _BARE_NOUN.match(right)
        ):
            continue
        if is_body(text[at : joint.start()]) and not in_brackets(text, at, joint.start()):
            others = _REST.search(text, at, joint.start())  # 全国老龄办等部门和甲会
            names.append((at, others.start() if others else joint.start()))
            at = joint.end()
    if text[end : end + 1] == "." and (number := _NUMBER.search(text, at, end)):
        end = number.start()
    end -= text[end - 1 : end] in tuple(OPENING)  # 市教育局（联系人：张三）
    rest = _REST.search(text, at, end)
    names.append((at, rest.start() if rest else end))
    names = [part for name in names for part in _unglued(text, *_without_person(text, *name))]
    return [(a, b) for a, b in names if _SHORTEST <= b - a <= _LONGEST and not _is_nobody(text, a, b)]


def _begins_with_place(text: str, start: int, end: int) -> bool:
    """Whether a division's full name stands there whose first character may lead to a name: 和县政府, 和平区."""
    tops = range(start + _SHORTEST, min(end, start + _LONGEST_PLACE) + 1)
    return any(division.name == text[start:at] for at in tops for division in gazetteer().named(text[start:at]))


def _is_nobody(text: str, start: int, end: int) -> bool:
    """Whether a part names a time, a number of bodies, or a person."""
    if _NO_BODY.search(text, start, end):
        return True
    listed = text[start - 1 : start] == "、" or text[end : end + 1] == "、"  # 高店、方村镇人民政府
    return not (listed or is_body(text[start:end]) or gazetteer().named(text[start:end])) and (
        _PERSON_ALONE.fullmatch(text, start, end) is not None
    )


def _without_person(text: str, start: int, end: int) -> tuple[int, int]:
    """A body without the person who answers for it: 市教育局张三."""
    person = _PERSON.search(text, max(start, end - _LONGEST_PERSON), end)
    if person is None or is_body(text[start:end]) or not is_agency(text[start : person.start()]):
        return start, end
    return start, person.start()


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


def in_brackets(text: str, start: int, at: int) -> bool:
    """Whether a bracket is open at a place that opens behind another."""
    opened: list[int] = []
    track(opened, text[start:at])
    return bool(opened)
