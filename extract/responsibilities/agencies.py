"""Who a written name of an agency means: its formal name, its jurisdiction, and the members of a group."""

import re
from functools import lru_cache

from extract.brackets import CLOSING, OPENING
from extract.components import related
from extract.facts import Entity
from extract.structure.metadata import leading_division
from gazetteer.divisions import COUNTRY, Division, gazetteer
from ontology.departments import Department, department

_LEVELS_ALONE = "(?:省|自治区|直辖市|市|自治州|州|盟|县|区|旗|乡|镇|街道|街|园区|开发区|功能区)"
_GROUP = re.compile(
    rf"^(?:各|有关|相关|其他|其它|所有|全[省市县区]|[省市县区]直)|^(?:国务院|[省市县区])?(?:有关|相关|各)"
    rf"|^(?:[省市县区]管|[省市县]级)?(?:园区|开发区|功能区)管(?:委会|理委员会)$|^{_LEVELS_ALONE}{{2,}}$|(?:部门|单位|机构|地区|企业)$"
)
_MEMBERS = re.compile(rf"^各(?:{_LEVELS_ALONE}|[、（）()及和])+(?:党委)?[、和]?(?:人民政府|政府)?$")
_BRANCH = re.compile(r"(?:分行|支行|分公司|支公司|分局|中心支行|办事处)$")
_TOWN_BODY = re.compile(r"^(?P<town>.{2,6}?(?:镇|乡|街道))(?P<body>人民政府|政府|办事处|党委|党工委)?$")
_YOUTH = re.compile(r"^团(?P<level>[省市县区])委$")
_SOME = re.compile(r"等(?:[省市州县区旗镇乡]{1,2})?(?=(?:人民)?政府$)")
_LEVEL_WORD = re.compile(r"^(?:自治区|自治州|省|市|州|盟|县|区|旗|镇|乡|街道)")
_LEVELS = {
    **dict.fromkeys(("省", "自治区"), "province"),
    **dict.fromkeys(("州", "自治州", "盟"), "prefecture"),
    **dict.fromkeys(("县", "区", "旗"), "county"),
    **dict.fromkeys(("镇", "乡", "街道"), "township"),
}
_GOVERNMENT = re.compile(r"^(?:人民)?政府(?P<office>办公?[室厅]|办)?$")
_RULES = re.compile("(?:人民)?政府$")
_LEVEL_LEFT = re.compile("(?:自治)?[州县旗](?=(?:人民)?政府)")
_OFFICES = {"办": "办公室", None: ""}
_NATIONAL = re.compile(r"^(?:国家|中央|中国)")
_NATIONAL_ENDING = re.compile(r"(?:部|总局|总署|署)$")
_TOWN_ENDINGS = ("镇", "乡", "街道")


@lru_cache(maxsize=4096)
def agency(written: str, jurisdiction: str) -> Entity:
    """The agency or group that a plan's clause names.

    Args:
        written: the name as it stands in the clause (`市发展改革委`).
        jurisdiction: code of the division that the plan is for; "" where it is unknown.
    """
    name = _SOME.sub("", _YOUTH.sub(r"\g<level>团委", _without_second_name(written)))
    if _GROUP.search(name) and department(name) is None and leading_division(name) is None:
        return _group(name, jurisdiction)
    return _single(name, jurisdiction)


def _without_second_name(written: str) -> str:
    """市场监管局（知识产权局） has one body and two signs; the first is its name."""
    if written.startswith("各"):  # 各乡镇（街道） is one group
        return written
    at = next((i for i, c in enumerate(written) if c in OPENING and written[-1] in CLOSING and i > 1), None)
    return written[:at]


def _single(name: str, jurisdiction: str) -> Entity:
    own = gazetteer().get(jurisdiction)
    if name.startswith("国务院"):
        return Entity("agency", name, COUNTRY)
    plain = department(_NATIONAL.sub("", name)) if _NATIONAL.match(name) else department(name)
    if plain is not None and (_NATIONAL.match(name) or _is_national(name, plain, own)):
        return Entity("agency", plain.national or name, COUNTRY)
    if _NATIONAL.match(name) and not _BRANCH.search(name) and leading_division(name) is None:
        return Entity("agency", name, COUNTRY)
    if plain is not None and own is not None:
        own = _at_level("省", own) or own if name.endswith("厅") else own  # 省教育厅、财政厅: only a province has such
        return Entity("agency", plain.formal_name(own.name, own.short), own.code)
    level = _LEVEL_WORD.match(name)
    place = _at_level(level[0], own) if level else None
    if level and place is not None:
        rest = name[level.end() :]
        formal = _formal(rest, place)
        party = "中共" if rest.startswith("委") else ""
        return Entity("agency", formal or party + place.name + _managed(rest), place.code)
    return _township(name, own) or _with_place_name(name, own)


def _is_national(name: str, plain: Department, own: Division | None) -> bool:
    if own is None or own.code == COUNTRY:
        return True
    return bool(plain.national) and _NATIONAL_ENDING.search(name) is not None and not plain.stem.startswith("组织")


def _township(name: str, own: Division | None) -> Entity | None:
    """古井镇, 古井镇人民政府 or 薛阁街道: the government of a township of the plan's own side."""
    match = _TOWN_BODY.match(name)
    if match is None or own is None or own.level not in ("prefecture", "county"):
        return None
    found = [d for d in gazetteer().townships(own.code) if d.name in (match["town"], match["town"] + "办事处")]
    if len(found) != 1:
        return None
    (town,) = found
    if match["body"] in ("党委", "党工委"):
        return Entity("agency", f"中共{town.name}{'委员会' if match['body'] == '党委' else '工作委员会'}", town.code)
    return Entity("agency", _government(town), town.code)


def _with_place_name(name: str, own: Division | None) -> Entity:
    """A name with the name of its place in front (萧县人民政府) or, of a known kind, inside (人行宿州市中心支行).

    Many short names are words of other names (南华大学, 大同镇), so what is no known kind of body belongs to the
    plan's own jurisdiction unless it begins with the full name of another.
    """
    named = [d for d in gazetteer().named(_RULES.sub("", name)) if related(d, own)]
    if len(named) == 1:  # 祥云、弥渡等县人民政府; 西湖区政府, of several in the country the own side's
        return Entity("agency", _government(named[0]), named[0].code)
    for at in range(len(name) - 1):
        place = leading_division(name[at:])
        if place is None or not (at == 0 or place.level in ("province", "prefecture") or related(place, own)):
            continue
        called = place.name if name.startswith(place.name, name.find(place.name, at)) else place.short
        start = name.find(called, at)
        if not called or start < 0:
            continue
        led = gazetteer().path(place.code).endswith(name[:start] + place.name)  # 四川省广安市政府
        rest = ("" if led else name[:start]) + name[start + len(called) :]
        if called == place.short and (level := _LEVEL_LEFT.match(rest)) and place.name.endswith(level[0]):
            rest = rest[level.end() :]  # 甘孜州人民政府
        formal = _formal(rest, place) if rest else f"{place.name}人民政府"
        if formal and (called == place.name or not place.ordinary or related(place, own)):
            return Entity("agency", formal, place.code)
        if at == 0 and (called == place.name or related(place, own)):
            return Entity("agency", _managed(name), place.code)
    return Entity("agency", _managed(name), own.code if own else COUNTRY)


def _formal(rest: str, place: Division) -> str | None:
    """The formal name of what is left of a name when its place is taken away; None where it is not known."""
    government = _GOVERNMENT.match(rest)
    if government:
        office = government["office"]
        return f"{place.name}人民政府{_OFFICES.get(office, office) or ''}"
    if rest in ("委", "委员会"):
        return f"中共{place.name}委员会"
    found = department(rest)
    if found is None and rest.startswith("委"):
        found = department(rest[1:])
        # the committee's own bodies alone: 市委金融办 is no bureau of the government
        found = found if found is not None and found.form.startswith("中共") else None
    return found.formal_name(place.name, place.short) if found else None


def _managed(name: str) -> str:
    return re.sub("管委会$", "管理委员会", name)


def _at_level(word: str, own: Division | None) -> Division | None:
    """The division that 市, 省 or 县 means in a plan of this one: itself or the one above at that level."""
    if own is None or own.code == COUNTRY:
        return None
    chain = (own, *gazetteer().ancestors(own.code))
    if word == "市":
        cities = [d for d in chain if d.level in ("prefecture", "province") or d.name.endswith("市")]
        return next((d for d in cities if d.name.endswith("市")), None)
    return next((d for d in chain if d.level == _LEVELS[word]), None)


def _group(name: str, jurisdiction: str) -> Entity:
    own = gazetteer().get(jurisdiction)
    text = re.sub(r"(?<!人民)政府$", "人民政府", _managed(name))
    text = text.replace("〔", "（").replace("〕", "）").replace("(", "（").replace(")", "）")
    text = re.sub(r"(?<=各[县区])、(?=[县区])", "", text)
    if re.match(r"[省市县]管", text):
        text = "各" + text
    return Entity("agency_group", text, jurisdiction or COUNTRY, _members(text, own))


def _members(text: str, own: Division | None) -> tuple[Entity, ...]:
    """The governments that 各…人民政府 stands for; nothing for a group that only some belong to."""
    if own is None or _MEMBERS.match(text) is None:
        return ()
    places = gazetteer()
    below: list[Division] = []
    if own.level == "country":
        below = [d for d in places.children(own.code) if re.search("省|自治区|直辖市|地区", text)]
    elif own.level == "province":
        prefectures = [d for d in places.children(own.code) if d.level == "prefecture"]
        direct = [d for d in places.children(own.code) if d.level == "county"]
        counties = [d for p in prefectures for d in places.children(p.code) if d.level == "county"] + direct
        below = (prefectures if re.search("[市州盟]", text) else []) + (counties if re.search("[县区旗]", text) else [])
        if not prefectures:
            below = direct
    elif own.level == "prefecture":
        below = [d for d in places.children(own.code) if re.search("[县区旗]", text)]
    elif own.level == "county":
        below = [d for d in places.townships(own.code) if any(w in text and d.name.endswith(w) for w in _TOWN_ENDINGS)]
    return tuple(Entity("agency", _government(d), d.code) for d in sorted(below, key=lambda d: d.code))


def _government(place: Division) -> str:
    return f"{place.name}办事处" if place.name.endswith("街道") else f"{place.name}人民政府"
