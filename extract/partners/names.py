"""What makes words the proper name of an organisation of another side: where it starts, and what speaks against it."""

import re
from functools import cache

from spacy.tokens import Doc

from extract.components import Found, Passage, around, marked, passage, scan, within
from extract.facts import PartnerKind
from extract.partners.words import name_scanner, words
from extract.places.grouped import ABBREVIATED
from extract.projects.words import leading_word
from gazetteer.divisions import COUNTRY, gazetteer
from gazetteer.regions import expand_abbreviations

INDEPENDENT = ("university", "institute", "hospital")
SUPERIOR = {"市": ("county",), "省": ("county", "prefecture")}
_STOPS = re.compile(r"[，。；：、！？\n（）()《》【】|｜]")
_OURS = re.compile(r"我[省市县区]|全[省市县区]|本[省市县区地]")
_NO_NAME = re.compile(
    r"会商会|配套|各|的|\d+[个家名位所批]|[一二三四五六七八九十几多][家所批]|[廊域区圈境群]内|等|[+＋]|[两三四][市地县区省]|双方|大型(?=[^客机船])|(?:粮食|运动|时间|爱心|道德|文明|积分|种子)银行"
)
_JOINED = re.compile(
    r"借鉴|学习|对标|复制推广|合作|对接|交流|衔接|沟通|签订|签署|签约|共建|联合|联动|联手|携手|牵手|共推|共同|协作|互设|互派|跨区|轮值|参加|承接|推广|汇报|层级|引进|引入|结对|进驻|直供|飞地|赴会|复制|接入|用好|共享|错位|在[我本][省市县区州]"
)
_SHARED_ZONE = re.compile("跨界|边界|边际|省际|区域合作|毗邻|一体化(?:发展)?示范区")
_FREE_TRADE = ("自由贸易试验区", "自贸试验区", "自贸区", "自由贸易港")
_LEARNT_FROM = re.compile("(?:学习|借鉴|对标|推广)[^，。；]*[、和]$")
_FAR = 40
_LOOKED_TO = ("对接", "借鉴", "学习", "对标", "推广", "复制", "与")
NEED_JOINING = ("platform", "park", "government", "university")
_MADE = re.compile("(?:共建|建设|建立|建成|组建|设立|成立|新建|打造|搭建|培育|创建)$")
_SET_UP = re.compile("(?:组建|设立|成立)$")
_CAN_BE_MADE = ("association", "platform", "park", "institute", "finance", "other")
_BRANCHING = re.compile("[\u4e00-\u9fff]{2,3}分[院所]")
_DONE_TOGETHER = re.compile("共[建同]|合作|携手|联手|签")
_SUPERIOR_KINDS = ("government", "company")
_OF_PROVINCE = ("institute", "hospital")
_OF_NATION = ("finance", "association", "alliance", "event", "company")
_OF_STATE = re.compile(
    "(?:国家|全国)级?(?:区域|产业|工程|技术|制造业|临床|医学|质量|重点|企业|新型|科技|研究|创新|医疗|检验|检测|监测|应用|示范|综合)*"
    "(?:中心|实验室|研究院|平台)"
)
_OF_LEVEL = re.compile("[省市县区][属级直管内外域]")
_OF_CLASS = ("大赛", "论坛")
_IN_COUNTRY = re.compile("中国(?!移动|联通|电信|石油|石化|铁[路建塔]|建筑|中|电|能|科学院)[\u4e00-\u9fff]{2,4}[和与]$")
_OF_FIRM = re.compile("(?:集团|公司)[^“]{3,}(?:联盟|合作组织)$")  # 河北港口集团世界一流港口联盟
_OF_COUNTRY = re.compile("全国(?!性).{4}")
_FUNDS = ("产业投资基金", "产业基金", "转化基金")
_CLASSED = ("company", "hospital")
_BORNE = ("institute", "hospital", "other")
_AND = frozenset("与和及")
_BODIES = ("研究所", "研究院", "监测所", "设计院", "试验站", "观测站")
_IN_LEGAL_NAMES = frozenset(
    ("联合", "合作", "建设", "联动", "协同", "协调", "组织", "引导", "新建", "由", "从", "同", "和", "向", "到", "聚焦")
)
_ACADEMY = "中科院"
_MIN_NAME, _GROUP = 4, 3
_LONGEST_COMPANY = 6
_LONGEST_BANK = 8
_BANKS = ("银行", "农商行", "农信社", "信用社")
_STATE_FUNDS = ("控", "投")
_LONG = ("有限公司", "旅行社", "事务所")
LEGAL = ("有限公司", "有限责任公司")
_FORMS = re.compile("(?:集团|股份|控股|有限|责任|实业|[总分子]?公司)+")
_OWN_NAME = {"company": 2, "finance": 2, "alliance": 4}


def name_start(text: str, start: int, end: int) -> int:
    """Where a name starts: behind the last stop or the last word that governs it."""
    floor = max(0, end - 30)
    for match in _STOPS.finditer(text, floor, start):
        bracket = match[0] in "（）()" and re.search(r"（[\u4e00-\u9fff]{1,6}）", text[floor:end])
        floor = floor if bracket else match.end()
    at = max((m.end() for m in words().leads.finditer(text, floor, end) if m.end() <= start), default=floor)
    at = _legal_start(text, floor, at, end)
    while word := leading_word(text, at, start - 1):
        at += len(word)
    if text.count("“", at, end) != text.count("”", at, end) or text.startswith("”", at):
        at = max(at, text.rfind("“", at, end) + 1)
    return at


def _legal_start(text: str, floor: int, at: int, end: int) -> int:
    """Where the full name of a company starts that has a word like 联合 in it: 芜湖联合飞机科技有限公司.

    So does an institute's behind the ministry that it is of (自然资源部天津海水淡化与综合利用研究所), and before two
    sciences of its own (中国科学院南京地理与湖泊研究所).
    """
    if at > floor and text.endswith(LEGAL, 0, end):
        found = words().leads.finditer(text, floor, at)
        return max((m.end() for m in found if m[0] not in _IN_LEGAL_NAMES), default=floor)
    if at > floor and text.endswith(_BODIES, 0, end):
        for a, b in scan(name_scanner(), text[floor:at]):
            if text[floor + a : floor + b] in _bearers() and not _DONE_TOGETHER.search(text, floor + b, at):
                return floor + a
    joined = _IN_COUNTRY.search(text, floor, at) if at > floor and text[at - 1] in _AND else None
    if joined and _is_institute(text, end) and not (words().proper.match(text, at) or _of_place(text, at)):
        return joined.start()  # 中国皮革和制鞋工业研究院
    if at > floor and text[at - 1] in _AND and text.endswith(words().sciences, 0, at - 1) and _is_institute(text, end):
        left = name_start(text, at - 1, at - 1)
        proper = words().proper.match(text, left) or _of_place(text, left)
        return left if left < at - 1 and proper and not _of_place(text, at) else at
    return at


def _is_institute(text: str, end: int) -> bool:
    return text.endswith((*_BODIES, "中心", "实验室", "学院", "大学"), 0, end)


def _of_place(text: str, start: int) -> bool:
    """Whether a place's name begins here, or a known body's."""
    return any(gazetteer().named(text[start : start + n]) for n in (2, 3, 4))


@cache
def _bearers() -> frozenset[str]:
    """Ministries and the like that institutes are named after."""
    return frozenset((*words().ministries, "中国科学院", "中国农业科学院", "中国林业科学研究院", "中国水产科学研究院"))


def objection_to(start: int, end: int, kind: PartnerKind, doc: Doc) -> str:
    """Why words are no proper name of another side; "" where they are.

    Platforms, parks and offices count where the clause joins them to the plan's.
    """
    here = passage(doc)
    text, name = here.unit.text, here.unit.text[start:end]
    places: list[Found] = doc.user_data.get("places", [])
    inner = [p for p in places if start <= p.start < end]
    if kind == "park" and _is_shared_park(start, end, places, here):
        return "own_side"
    if name in words().seats and kind != "park" and seats_here(name, here):
        return "own_side"
    if kind == "company" and _FORMS.fullmatch(name):
        return "class"  # 集团公司
    if kind == "company" and text.startswith("债", end):
        return "no_proper_name"  # 支持企业发行公司债券
    branched = _BRANCHING.match(text, end)  # 组建河南省科学院豫东分院
    made = _SET_UP if kind == "company" else _MADE if kind in _CAN_BE_MADE else None
    if made is not None and not branched and made.search(text, max(0, start - 2), start):
        return "made"
    if any(p.end == end for p in inner) or _misshapen(name, kind, has_place=bool(inner)):
        return "no_proper_name"
    apart = kind == "event" or name.endswith(_BANKS) or (kind in (*INDEPENDENT, "company") and is_wide(here))
    apart = apart or (kind in _OF_NATION and here.profile.own is not None and here.profile.own.code == COUNTRY)
    apart = apart or (kind == "company" and (name.startswith(words().national) or name.endswith(LEGAL)))
    abroad = kind == "association" and (name.startswith(words().countries) or not _is_own(inner[:1], here))
    of_own = not apart and not abroad and _is_own(inner, here)
    if of_own or _OURS.search(name) or (name[0] in "省市县区" and not _of_superior(name, kind, here)):
        return "own_side"
    region = next((text[b:end] for a, b in marked(doc, "regions") if start <= a < end), "")
    near = here.profile.own.code if here.profile.own is not None else ""
    stem = name.removesuffix(_ending(name, kind))
    if kind == "alliance":
        stem = stem.removesuffix("医院")  # 京津医院医联体
    fewest = 2 if kind in ("alliance", "hospital") and not gazetteer().named(stem) else _GROUP
    if kind != "company" and fewest <= len(stem) <= 2 * _GROUP and expand_abbreviations(stem, near):
        return "class"  # 沪宁杭银行
    return _unnamed(name, kind, region, has_place=bool(inner)) or _unjoined(start, end, kind, text)


def _is_shared_park(start: int, end: int, places: list[Found], here: Passage) -> bool:
    """Whether a park is of a plan of the whole country, or lies on both sides and is not looked to as another's."""
    text, own = here.unit.text, here.profile.own
    if own is not None and own.code == COUNTRY:
        return True
    inner = [p for p in places if start <= p.start < end]
    if text.endswith(_FREE_TRADE, start, end) and _is_own([p for p in places if p.start == end], here):
        return True  # 辽宁自贸试验区沈阳片区
    looked_to = text.endswith(_LOOKED_TO, 0, start) or _LEARNT_FROM.search(text, max(0, start - _FAR), start)
    if looked_to:
        return False
    name = text[start:end]
    above = own is not None and any(within(own.code, p.division.code) for p in inner)
    if above and name.endswith(_FREE_TRADE) and text[start - 1 : start] not in ("、", "和"):
        return True  # 抢抓中国（湖南）自由贸易试验区机遇 in a plan of 郴州
    # 长三角生态绿色一体化发展示范区; 川渝高竹新区 in a plan of 四川
    return _SHARED_ZONE.search(name) is not None or _is_of_own_and_other(inner, start, here)


def _is_of_own_and_other(places: list[Found], start: int, here: Passage) -> bool:
    """Whether a compound of abbreviations begins a name that holds the own side, or one above it, and another."""
    own = here.profile.own
    first = [p.division for p in places if p.rule in ABBREVIATED and start <= p.start <= start + 1]
    if own is None:
        return False
    held = [here.profile.is_own(d.code) or within(own.code, d.code) for d in first]
    return any(held) and not all(held)


def _is_own(places: list[Found], here: Passage) -> bool:
    return any(here.profile.is_own(p.division.code) for p in places)


def _misshapen(name: str, kind: PartnerKind, *, has_place: bool) -> bool:
    unplaced = not has_place and words().proper.match(name) is None and name[0] not in SUPERIOR
    unplaced = unplaced and not (kind == "company" and any(a == 0 for a, _ in scan(name_scanner(), name)))
    if kind == "company" and unplaced and len(name) > _LONGEST_COMPANY and not name.endswith(_LONG):
        return True
    if kind == "company" and name.endswith(_STATE_FUNDS) and not has_place:
        return True  # 吸引天使风投
    return (
        (len(name) < _MIN_NAME and name != _ACADEMY)
        or _NO_NAME.search(name) is not None
        or name.count("“") != name.count("”")
    )


def _unnamed(name: str, kind: PartnerKind, of_region: str, *, has_place: bool) -> str:
    """Why a name means no single body: what is left of it without common words, a place, a region says too little.

    Args:
        name: the name.
        kind: by its ending.
        of_region: what stands in it behind the name of a region; "" where it has none.
        has_place: whether a division is named in it.
    """
    if name == _ACADEMY:
        return ""
    rest = name[1:] if kind == "company" and name[0] in SUPERIOR else name
    of_state = kind == "hospital" and name.startswith("国家") and name.endswith("中心")
    if _OF_LEVEL.match(name) or _OF_STATE.fullmatch(name) or of_state:
        return "class"  # 省属企业集团, 国家工程研究中心
    classes = words().classes if kind in _CLASSED else words().generic
    while rest.startswith(classes) and not (kind == "company" and name[0] in SUPERIOR):
        rest = rest.removeprefix(next(g for g in classes if rest.startswith(g)))
    ending = _ending(name, kind)
    office = kind == "government" and re.sub("^(?:区域|地区)", "", of_region) not in ("", ending)
    field = kind == "alliance" and len(of_region.removeprefix("地区").removeprefix("区域")) > len(ending) + 1
    if len(rest) <= len(ending) and not ((has_place or of_region) and kind == "event") and not office and not field:
        return "class"
    if kind == "finance" and len(name) - len(ending) > _LONGEST_BANK:
        return "no_proper_name"
    if name.endswith(words().aims) or (kind == "alliance" and _OF_FIRM.search(name)):
        return "position"
    of_country = kind == "event" and _OF_COUNTRY.match(name)  # 全国糖酒商品交易会
    if has_place or of_region or name[0] in ("“", *SUPERIOR) or words().proper.match(name) or of_country:
        worldwide = kind in NEED_JOINING and re.match("世界|国际|全球", name) and not has_place and not of_region
        return "no_proper_name" if worldwide else ""
    if kind in _BORNE and any(a == 0 for a, _ in scan(name_scanner(), name)):
        return ""
    if (kind == "event" and name.endswith(_OF_CLASS)) or name.endswith(_FUNDS):
        return "class"
    own_name = kind not in (*NEED_JOINING, "institute", "other") and len(rest) - len(ending) >= _OWN_NAME.get(kind, 5)
    return "" if own_name else "no_proper_name"


def _ending(name: str, kind: PartnerKind) -> str:
    endings = words().endings_of[kind]
    return next(e for e in endings if name.endswith(e)) if name.endswith(endings) else ""


def _unjoined(start: int, end: int, kind: PartnerKind, text: str) -> str:
    """Why the name of a platform, a park or an office is none that the clause joins to the plan's side."""
    if kind not in NEED_JOINING or text.endswith("海关", start, end):
        return ""
    if end - start - len(_ending(text[start:end], kind)) <= 1:
        return "no_proper_name"
    first, last = around(text, start, end, "。；，\n")
    quoted = text[start] == "“"  # the 合作 in “一地六县”合作区 joins nobody
    joined = _JOINED.search(text, first, start if quoted else last) or (quoted and _JOINED.search(text, end, last))
    return "" if joined else "not_joined"


def _of_superior(name: str, kind: PartnerKind, here: Passage) -> bool:
    """An office or a company of the city in the plan of a county; its province's institutes and hospitals too."""
    own = here.profile.own
    return (
        (kind in _SUPERIOR_KINDS or (kind in _OF_PROVINCE and name[0] == "省"))
        and own is not None
        and own.level in SUPERIOR.get(name[0], ())
        and own.name[-1] != name[0]
    )


def seats_here(name: str, here: Passage) -> bool:
    """Whether a park or a laboratory lies in the plan's own jurisdiction."""
    own, seat = here.profile.own, words().seats[name]
    return own is not None and (own.code == COUNTRY or seat.startswith(own.name) or seat.endswith(own.name))


def is_wide(here: Passage) -> bool:
    """Whether the plan is of a province or the centre: its universities and hospitals are no part of its government."""
    own = here.profile.own
    return own is not None and (own.code == COUNTRY or own.level == "province")
