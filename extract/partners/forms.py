"""Organisations by the form of their name: institutes by number, hospitals by nickname, offices of other places.

And those that are named as the parent of a branch of the own side: 南师附中 in 南师附中滁州分校.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extract.components import Found, Profile
from extract.facts import PartnerKind
from extract.partners.festivals import festivals
from extract.partners.names import name_start
from extract.partners.ports import Named, ports
from extract.partners.sights import sights
from extract.partners.words import words
from extract.word_lists import either

_NUMBERED = re.compile(
    "(?:中电科|中国电科|中国电子科技集团(?:公司)?|(?:中国)?航天(?:科[工技](?:集团)?)?|中国兵器(?:工业)?(?:集团)?|中国船舶(?:集团)?|中航工业|中船重?工?(?:集团)?|中航(?:工业)?)"
    "第?(?:[0-9]{1,4}|[一二三四五六七八九十〇○零百]{1,4})(?:研究)?[所院]"
    "|(?:中国(?:电建|能建|中铁|建筑|交建|中冶)|中[铁交建冶])(?:(?:集团)?(?:华[东北南中]|[西东]北|西南|中南|北京|上海|成都|昆明|贵阳)(?:勘测设计|设计)?(?:研究)?|[一二三四五六七八九]?(?:勘察)?设计)院"
    "|(?:中国科学院|中科院)(?:(?![与和及在等的院所分])[\u4e00-\u9fff]){1,8}(?:所|(?<!大学)(?<!科学)(?<!学)(?<!研究)院(?!所))(?![\u4e00-\u9fff]?长|[有需属])"
)
_BUREAU = re.compile(
    "中国铁路[\u4e00-\u9fff]{2,4}局(?:集团)?|中(?:[铁交建冶核]|国水电|国电建|国水利水电|电建)第?(?:[一二三四五六七八九]|十[一二三四五六七八九]?|二十[一二三四五]?)(?:工程|航|公)?局(?:集团)?|中铁(?:大桥|隧道|电气化|上海|北京|广州)局(?:集团)?"
)
_NICKNAME = re.compile(
    "(?:[\u4e00-\u9fff]{1,3}大|[\u4e00-\u9fff]{2}医大)(?:学)?(?:附属)?第?[一二三四五六](?:附)?院|[\u4e00-\u9fff]{1,3}大附[一二三四五六]?院"
)
_BRANCH = re.compile(
    "[）)]?(?:分中心|分院|分校|分部|分园|分所|分馆|分公司|校区|院区|医院|学校|中学|小学|实验学校|附属|片区|中心|研究院|基地)"
)
_PARENT = re.compile(
    "(?:医院|学校|附中|附小|大学|学院|研究院|研究所|科学院|中科院|农科院|林科院|实验室|博物馆|图书馆|(?:国家|国际|省)[\u4e00-\u9fff]{2,12}中心|[一二三四五六七八九]中|中学|小学)$"
)
_SHARED = re.compile("(?P<stems>[一-鿿]{2,3}(?:、[一-鿿]{2,3})*)[、和](?P<last>[一-鿿]{2,3})(?P<ending>医院|批发市场)")
_OF_LIST = re.compile(
    "(?:与|和|同|对接|联合|携手|赴)(?P<names>[一-鿿]{2,6}(?:、[一-鿿]{2,6}){0,5}(?:[和与及][一-鿿]{2,6}?)?)"
    "(?:等(?:[一二两三四五六七八九十]?[个大家])?|[两二三四五六七八九](?:个|大)?)"
    "(?P<ending>景区|(?:国际)?机场|综合保税区|综保区|保税区|(?:农产品)?批发市场|高新区|经开区|片区|中学|医院)"
)
_ACADEMIES = re.compile(
    "(?P<head>中国科学院|中科院|中国农业科学院|中国农科院|中国林科院|中国水产科学研究院)[^、，。；与和]{2,12}?所[、和]"
    "(?P<second>(?!中国|中科)[^、，。；与和等]{2,10}研究所)"
)
_WHOLE_SITES = (
    "石刻",
    "石窟",
    "牌坊",
    "古镇",
    "古城",
    "古村",
    "古寨",
    "故居",
    "旧址",
    "遗址",
    "公园",
    "湿地",
    "瀑布",
    "大佛",
)
_STEMS = re.compile("(?:(?![和与及](?![县田平]))[一-鿿])+")
_SHORTEST = 4
_SAR = ("810000", "820000")
_SCHOOL = re.compile(
    "(?:高新|铁路|交大|师大)?第?[一二三四五六七八九十]{1,2}(?:中(?:学)?|小(?:学)?|高)(?=[、，。；等和与及的]|合作|结对|共建|分校|联合|建立|开展|附)"
)


def formed(text: str, places: Sequence[Found], profile: Profile) -> Iterator[Named]:
    """Organisations by the form of their name.

    Args:
        text: the text as read.
        places: the divisions named.
        profile: of the plan.
    """
    for match in _NUMBERED.finditer(text) if "所" in text or "院" in text else ():
        yield *match.span(), "institute", "numbered"
    yield from ports(text, places, profile)
    yield from sights(text, places, profile)
    for match in _BUREAU.finditer(text):
        yield *match.span(), "company", "numbered"
    for match in _NICKNAME.finditer(text) if "大" in text and "院" in text else ():
        start = max(match.start(), name_start(text, match.end() - 2, match.end()))
        if match.end() - start >= _SHORTEST:
            yield start, match.end(), "hospital", "nickname"
    yield from _superiors(text, profile)
    yield from _offices(text)
    yield from festivals(text, places)
    for place in places:
        yield from _operators(text, place)
        if profile.is_own(place.division.code):
            yield from _parents(text, place)
            if place.end - place.start > 1 and (own := _academy().match(text, place.end)):
                yield place.start, own.end(), "institute", "academy"
        elif place.end - place.start > 1:
            yield from _of_place(text, place)


def sharing(
    text: str, places: Sequence[Found], profile: Profile
) -> Iterator[tuple[str, PartnerKind, tuple[tuple[int, int], ...]]]:
    """Names that share a place outside and an ending: 北京协和、天坛医院 are 北京协和医院 and 北京天坛医院.

    Yields:
        The name, its kind and the runs that make it.
    """
    starts = {place.start for place in places}
    own = {place.start for place in places if profile.is_own(place.division.code)}
    for match in _OF_LIST.finditer(text):
        for stem in _STEMS.finditer(text, *match.span("names")):
            whole = match["ending"] == "景区" and stem[0].endswith(_WHOLE_SITES)  # 甲石刻、乙石牌坊等景区
            known = match["ending"] != "片区" or stem[0].endswith(tuple(words().parks))
            if whole or not known or stem.start() in own or stem[0].endswith(match["ending"]):
                continue
            if stem[0][0] not in "市县区省第":
                kind = words().kinds.get(match["ending"], "other")
                yield stem[0] + match["ending"], kind, (stem.span(), match.span("ending"))
    for place in places:
        shared = _SHARED.match(text, place.end)
        if shared is None or profile.is_own(place.division.code):
            continue
        kind = words().kinds.get(shared["ending"], "other")
        for stem in re.finditer("[一-鿿]+", text[shared.start() : shared.end("last")]):
            start, end = shared.start() + stem.start(), shared.start() + stem.end()
            of_other = stem[0][0] in "省市县区" or stem[0].endswith(shared["ending"])
            if start not in starts and not of_other:
                runs = ((place.start, place.end), (start, end), shared.span("ending"))
                yield "".join(text[a:b] for a, b in runs), kind, runs


def sisters(text: str) -> Iterator[tuple[str, PartnerKind, tuple[tuple[int, int], ...]]]:
    """Institutes that share the academy of the one in front: 中国科学院高能物理研究所、近代物理研究所.

    Yields:
        The name, its kind and the runs that make it.
    """
    for match in _ACADEMIES.finditer(text) if "所" in text else ():
        yield match["head"] + match["second"], "institute", (match.span("head"), match.span("second"))


def _of_place(text: str, place: Found) -> Iterator[Named]:
    """Departments, schools and institutes of the academy of another place."""
    if place.division.code in _SAR and (match := _of_sar().match(text, place.end)):
        yield place.start, match.end(), "government", "department"
    elif match := _SCHOOL.match(text, place.end):
        yield place.start, match.end(), "other", "school"
    elif match := _department().match(text, place.end):
        yield place.start, match.end(), "government", "department"
    elif match := _academy().match(text, place.end):
        of = next((name for name in ("中国科学院", "中科院") if text.endswith(name, 0, place.start)), "")
        yield place.start - len(of), match.end(), "institute", "academy"


def _offices(text: str) -> Iterator[Named]:
    """Offices of countries: 新加坡企业发展局."""
    if any(office in text for office in words().of_countries):
        for match in _of_country().finditer(text):
            yield *match.span(), "government", "department"


def _superiors(text: str, profile: Profile) -> Iterator[Named]:
    """Departments of the province in the plan of a city or county: 省水利厅."""
    if profile.own is not None and profile.own.level in {"county", "prefecture"}:
        for level, of_level in _of_province().items():
            for match in of_level.finditer(text) if level in text else ():
                yield *match.span(), "government", "superior"


def _operators(text: str, place: Found) -> Iterator[Named]:
    """A national company's company of a province: 江苏移动."""
    if place.division.level == "province" and (operator := _operator().match(text, place.end)):
        yield place.start, operator.end(), "company", "operator"


def _parents(text: str, place: Found) -> Iterator[Named]:
    """The body in front of an own place whose branch is named behind it (北京儿童医院保定医院)."""
    match = _BRANCH.match(text, place.end)
    if match is None:
        return
    end = place.start - 1 if text[place.start - 1 : place.start] in ("（", "(") else place.start
    start = name_start(text, end, end)
    if end - start >= _SHORTEST and _PARENT.search(text, start, end) and text[start] not in "市县区省":
        name = text[start:end]
        kind: PartnerKind = next((k for e, k in words().endings if name.endswith(e)), "other")
        yield start, end, kind, "parent"


@cache
def _of_sar() -> re.Pattern[str]:
    return re.compile(f"(?:特别行政区)?(?:政府)?[\u4e00-\u9fff]{{2,8}}?(?:{either(words().of_sar)})(?![长限])")


@cache
def _of_country() -> re.Pattern[str]:
    return re.compile(
        f"(?:{either(words().countries)})[\u4e00-\u9fff]{{0,10}}?(?:{either(words().of_countries)})(?![\u4e00-\u9fff]?长)"
    )


@cache
def _department() -> re.Pattern[str]:
    return re.compile(
        f"[省市县区]?(?:{either(words().departments)})(?:委员会|[委局厅署])(?:教研[室院]|教科院)?(?![员托名])"
    )


@cache
def _of_province() -> dict[str, re.Pattern[str]]:
    office = f"(?:{either(words().departments)})(?:委员会|[委局厅])(?![员托])"
    fronts = {"省": "(?<![全我本各跨外出两三四首来到在入赴])", "自治区": "(?<!族)"}
    return {level: re.compile(f"{front}{level}{office}") for level, front in fronts.items()}


@cache
def _operator() -> re.Pattern[str]:
    return re.compile(f"(?:{either(words().operators)})(?!{either(words().no_operators)})")


@cache
def _academy() -> re.Pattern[str]:
    return re.compile(f"(?:{either(words().academy)})(?:研究)?所")
