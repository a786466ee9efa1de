"""Industries by where they stand: in a list of industries, in front of 产业, behind 发展, in the name of a park."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from extract.brackets import bracketed, split
from extract.components import Found, floor_of, scan, stop_of
from extract.industries.areas import behind_places, region_length, short_names
from extract.industries.goods import goods, is_branch, is_goods
from extract.industries.words import governed_ends, governor_scanner, governs, grammar, words
from extract.projects.words import leading_word

Run = tuple[int, int]

_KIND = (
    "(?:[十百千万]{0,2}亿(?:元)?级)?(?:世界级|国家级|省级)?"
    "(?:主导|先导|支柱|优势|特色|重点|战略性?新兴|新兴|新|传统|未来|先进|现代|农业|工业)*"
)
_LIST_END = re.compile(
    r"(?=[“”一二三四五六七八九十两\d百千万特优支主首等板产全行跨世国先创])"
    rf"(?:(?:“[^“”，。；、]{{2,9}}”|“?[一二三四五六七八九十两\d]+[大个条类]){_KIND}(?:产业链|产业|制造业|行业|集群|赛道)(?!化)"
    r"|(?:[十百千万\d]+亿(?:元级|元|级)(?:特色|优势|支柱|主导|重点|首位|传统)*|(?:(?<![、等的大个])(?:特色|优势|支柱|主导|首位))+)"
    "(?:产业链|产业集群|产业|行业)(?![化园基])"
    "|(?:世界级|国家级?|创新型|先进)+(?:产业集群|集群|制造业集群)"
    "|等(?!方式|形式|手段|渠道|措施|因素)(?:[^，。；、（）]{0,8}?)(?:产业|行业|业态|产业链|集群|赛道|制造业|服务业|商贸业|消费品工业|种养)(?!化|园)"
    "|等(?P<kind>[^，。；、（）]{0,8}?)(?P<whole>种植|养殖|(?:精深|深|初|粗|进口|来料)?加工)(?!化|园|业|企业)"
    "|等[^，。；、（）]{0,4}(?:服务外包|服务贸易|旅游|经济|农业|加工业|种植业|养殖业|手工业)(?=[，。；]|企业|市场|基地)"
    "|等(?:[^，。；、（）]{0,6}?)(?P<field>领域|方向)|(?<!、)板块(?=建设|发展|[，。；])"
    "|(?<!、)(?:产业集群|全产业链|跨境产业链|产业(?!化|技术|引进|转移|合作|对接|政策|项目|[园城带]|基地|小镇|走廊|发展、)|行业))"
)
GROUP = re.compile(
    "等[^，。；、（）]{0,6}(?:品|药材|水果|蔬菜|粮|花卉|水产|苗木|畜禽|杂粮|林果|食用菌|金属)(?:种植|养殖)"
)
_WATCHED = re.compile("[^，。；、]{0,6}(?:安全|排放|监管|执法|整治|检查|隐患|违法|失信|信用|推行|清理|审批|电价)")
RANKED = re.compile(
    "(?:[上中]下游|上中下游|世界级|国家级?|先进|创新型|[十百千万\\d]+亿(?:元级|元|级)|首位|跨境|支柱|主导|优势|特色|重点|[一二三四五六七八九十]大)+(?:农业|工业)?$"
)
_HYPERNYM = re.compile(
    "[品药材果菜物种]$|粮食?$|花卉$|水产$|药材$|苗木$|饲草$|食用菌$|畜禽$|杂粮$|金属$|石材$|坚果$|林果$"
)
_OF_GOODS = re.compile("等[^，。；]{0,16}(?:产品|品牌|特产|商标|项目|企业|公司|景区|景点|中心|平台)")
_GROWN = re.compile("(?:发展|培育|壮大|做强|做大|做优|主攻|布局|招引|做精)(?![、和与及，])")
_TOTAL = re.compile("等(?P<name>[^，。；、（）等]{3,8})(?=[，。；])")
_USED = re.compile("等[^，。；、]{0,6}(?:技术(?!研发|攻关|产品|产业)|手段|工具|应用)")
_THEN = re.compile("(?<!、)(?:开展|实施|组织|联合|推进|推动|加强|加快|建设|打造|引进|布局|形成|谋划)")
_MEMBERS, _SEVERAL, _MOST, _REMEMBERED = 2, 3, 40, 256
_REACH, _LONG = 60, 160
_SCOPE = re.compile(
    "(?:[沪苏浙皖宁杭甬锡常京津冀粤港澳深穗渝川]{2,4}(?=软件|数字|电子|高端|先进|智能|新|现代|装备|生物|产业)"
    "|[皖苏浙赣鄂湘川渝黔滇桂粤闽鲁豫冀晋陕甘蒙辽吉黑琼][东西南北中]{1,2}(?=[^、，。；]{2})|长三角(?:区域|地区)?|[东中西]部(?:地区)?|(?:世界|国际|国内|全球)(?:一流|领先)|中西部(?:地区)?|双[核城圈]|(?:中国|我国)?[南北西东][方部]|沿海(?:地区)?|两岸|首位|区域|沿线(?:国家|地区|省份|城市|县市)?(?:和地区)?|全国|国家级?|省级|市级|[我全][国省市县区]|[省市县区镇]内|供[沪粤港京]{1,2}|外延|级(?=种)|即(?![时墨配])|全域|地区(?=世界级|国家级)|跨区域|经济特区|新增(?:供[沪粤港京]{1,2})?)+"
)
_BODY = re.compile(
    "(?=[^、，。；]{2,9}[区团司州])[^、，。；]{1,8}(?:商务区|开发区|经开区|高新区|新区|片区|示范区|集团|公司|自治州)"
)
_PLACES_SUMMED = re.compile("(?:地区?|省市?|市|县|城市|国家?|[一二三四五六七八九十\\d]+[市省县区地国])")
_SHORT = frozenset("沪宁杭甬苏浙皖锡常京津冀粤港澳深穗渝川湘赣鄂闽")
_SHORT_NAME, _LIST_BREAKS = 2, frozenset("、，。；：和与及等\n")
_LEVELS = frozenset("省市县区州")
_AREAS = ("地区", "区域", "城市群")
_NO_NAME = re.compile(
    "(?:(?<![石盐焦炼能煤磷轻])(?<!^文)化|(?<!机器)人|(?<!人工)(?<!具身)(?<!类脑)(?<!群体)智能|集体经济|振兴|倍增|攻坚|人才|者|组织|机构|体系|平台|模式|主体|企业|大学|学院|首位|消费|类)$"
    "|^[高低大长强全多].{0,3}(?:值|性|时|效益|含量|载重)$"
    "|^(?:标准化|规模化?|集约化|适度|现代化)+(?:养殖|种植|种养|经营)$"
)
_FACILITY_END = ("园", "园区", "基地", "小镇", "中心", "街区", "走廊", "工程", "项目", "铁路", "公路", "机场")
_ODD = re.compile(r"\d{2}|[百千万]吨(?!级)|^\+|—|一二三|转移|产业|[“”的\x00]|[一两二三四五六七八九十][大个条类项家]")
_SHORTEST, _LONGEST, _SHORT_BODY = 2, 10, 4
DEPENDENT = re.compile("[及和与](?:关键|核心)?(?:零部件|系统|部件|材料|配件|组件|装备|加工|制品|应用)$")
SOFT = re.compile("以及|(?<!参)(?:和(?![田县龙顺政硕静布林浩])|[与及])")
JOINED = re.compile("[、和与及]")
_PART = re.compile("(?:(?!以及|和(?![田县龙顺政硕静布林浩])|[与及]).)+")
_JOINT = re.compile("、|以及|[和与及]")


def listed(text: str, masked: str, places: Sequence[Found]) -> Iterator[Run]:
    """The members of a list that 等产业 or 三大主导产业 sums up, where one is a known sector or ends like one.

    Args:
        text: of a unit.
        masked: the text with its bracketed runs blanked.
        places: the divisions named.
    """
    for match in _LIST_END.finditer(masked):
        floor = floor_of(masked, match.start(), "，。；：《》“”\n")
        end = match.start()
        if masked[end - 1 : end] == "”":  # “锂电新能源、铜材料”两大主导产业
            end -= 1
            floor = max(masked.rfind("“", max(0, end - _REACH), end) + 1, end - _REACH)
        if (
            match["whole"]
            and not match["whole"].endswith("加工")
            and _HYPERNYM.search(text, match.start("kind"), match.end("kind"))
        ):
            yield match.start("kind"), match.end()  # 连翘、黄芩等道地中药材种植 is one branch
            continue
        members = behind_places(text, members_of(text, masked, floor, end, places))
        members = [behind_place(text, *m) for m in members]
        if len(members) < _MEMBERS or any(
            text.endswith(_FACILITY_END, *m) and text[slice(*m)] not in words().names for m in members
        ):
            continue
        known = [x_y for x_y in members if is_known(text, *x_y) or is_branch(text, *x_y)]
        if match["field"]:
            members = [m for m in members if m in known or not words().no_goods.of(text, *m)]
            most = 2 * len(known) > len(members) and words().list_verbs.search(masked, floor, end) is not None
        else:
            most = bool(known) or any(text[x:y] in words().members for x, y in members)
        if most and not _WATCHED.match(masked, match.end()):
            placed = sum(_is_placed(text, x, places) for x, _ in members) >= _SEVERAL
            for x, y in members:
                single = _is_variety(text, x, y, places) and not (placed and text[y - 1] not in goods().eaten)
                if not single and not text.endswith(words().public, x, y):
                    yield from named(text, x, y)


def behind_place(text: str, start: int, end: int) -> Run:
    """A member of a list without the place in front of a trade, where the place is named by its short name alone."""
    at = start + _SHORT_NAME
    if (
        (end - at < _SHORTEST and text[at:end] not in words().members)
        or text[start:at] not in short_names()
        or is_known(text, start, end)
    ):
        return start, end
    return (at, end) if is_known(text, at, end) or _is_kind(text, at, end) else (start, end)


def _is_variety(text: str, start: int, end: int, places: Sequence[Found]) -> bool:
    """Whether it is a single product of a place (芦溪紫皮大蒜), no trade of it (荣昌生猪)."""
    if _is_placed(text, start, places):
        return not (is_known(text, start, end) or text[start:end] in words().members or _is_kind(text, start, end))
    return False


def _is_placed(text: str, start: int, places: Sequence[Found]) -> bool:
    return start > 0 and text[start - 1] not in _LIST_BREAKS and any(p.end == start for p in places)


def _is_kind(text: str, start: int, end: int) -> bool:
    return is_branch(text, start, end) and (text.endswith(goods().kinds, start, end) or not is_goods(text, start, end))


def governed(text: str, masked: str) -> Iterator[Run]:
    """The members of a list that 聚焦, 重点发展 and the like govern, where most are known."""
    for _, start in scan(governor_scanner(), masked):
        stop = stop_of(masked, start, "，。；：《》“”等\n")
        if not JOINED.search(masked, start, stop):
            continue
        if _OF_GOODS.match(masked, stop) or GROUP.match(masked, stop):
            continue
        first = masked.find("、", start, stop) + 1
        if first and (then := _THEN.search(masked, first, stop)):
            stop = then.start()  # 聚焦差别化纤维、功能性面料开展攻关
        members = members_of(text, masked, start, stop, ())
        made = words().technologies if not _USED.match(masked, stop) else ()
        known = [(x, y) for x, y in members if is_known(text, x, y) or text[x:y] in made]
        if known and 2 * len(known) > len(members):
            likely = known if len(members) <= _MEMBERS else members
            for x, y in likely:
                if (x, y) in known or not governs(text, x, y):
                    yield from named(text, x, y)


def grown(text: str, places: Sequence[Found]) -> Iterator[Run]:
    """The members of a list that 发展 and the like govern, up to the stop, which end like an industry."""
    for match in _GROWN.finditer(text):
        stop = stop_of(text, match.end(), "，。；：（）《》“”等\n")
        if _OF_GOODS.match(text, stop) or GROUP.match(text, stop):
            continue
        end = min(stop, match.end() + _LONG)
        for a, b in split(text[match.end() : end], "、"):
            first = a == 0
            for part in _PART.finditer(text[match.end() + a : match.end() + b]):
                x, y = match.end() + a + part.start(), match.end() + a + part.end()
                while first and (word := leading_word(text, x, y)):
                    x += len(word)
                first = False
                x = next((p.end for p in places if p.start == x and p.end < y), x)
                x = scope.end() if (scope := _SCOPE.match(text, x, y)) else x
                x = behind_place(text, x, y)[0]
                x = words().scale.match(text, x, y).end()  # type: ignore[union-attr]  # it matches nothing, too
                if (text[x:y] in words().governed or is_branch(text, x, y)) and not governs(text, x, y):
                    yield from named(text, x, y)
        total = _TOTAL.match(text, stop)
        if total and total["name"] in words().governed:  # 发展铁水、公铁等多式联运
            yield total.span("name")


def is_known(text: str, start: int, end: int) -> bool:
    """Whether a run is the name of a sector, or a trade with what qualifies it."""
    if text[start:end] in words().trades:
        return True
    if text[end - 1] == "业" and end - start > _SHORTEST and text[end - 2] != "产":
        end -= grammar().fullmatch(text, start, end) is None  # 装备制造业
    if grammar().fullmatch(text, start, end) or text[start:end] in words().trades:
        return True
    quality = words().qualities.match(text, start, end)
    return quality is not None and text[quality.end() : end] in words().names


def members_of(text: str, masked: str, floor: int, end: int, places: Sequence[Found]) -> list[Run]:
    """The members of the list between two places; those before a word that governs belong to another list."""
    members: list[Run] = []
    parts = split(masked[floor:end], "、")[-_MOST:]
    for a, b in parts:
        x, y = floor + a, floor + b
        cuts = [(x, y)]
        if soft := SOFT.search(masked[x:y]):
            halves = [(x, x + soft.start()), (x + soft.end(), y)]
            whole = is_known(text, x, y) or (soft[0] == "及" and DEPENDENT.search(text, x, y))  # 北斗及应用
            if not whole and (
                y == end
                or soft[0] == "以及"
                or all(_is_thing(text, name_start(text, *half, places), half[1]) for half in halves)
            ):
                cuts = halves
        if members and governs(masked, x, y) and governs(_JOINT.sub("、、", masked[x:y])):
            at = name_start(text, x, y, places)  # 与甲、乙等地开展氟化工材料、储能等产业链协作
            if text[at - 1] == "等" and (area := _PLACES_SUMMED.match(text, at, y)):
                at = area.end()  # 承接上海、无锡等地封装测试、功率器件
            members = []
            if at == x or not (is_known(text, at, y) or words().morphemes.of(text, at, y)):
                break
            cuts = [(at, y)]
        cuts = [(x, y - len(masked[x:y]) + len(masked[x:y].rstrip("\x00"))) for x, y in cuts]
        for i, (x, y) in enumerate(cuts):
            tail = DEPENDENT.search(masked, x, y)  # 燃料电池电堆及系统
            members.append((name_start(text, x, tail.start() if tail else y, places) if i == 0 else x, y))
    return [(x, y) for x, y in members if x < y]


def _is_thing(text: str, start: int, end: int) -> bool:
    return is_known(text, start, end) or is_goods(text, start, end)


def without_brackets(text: str) -> str:
    """The text with its bracketed runs blanked, each character by one."""
    kept, at = [], 0
    for group in bracketed(text):
        if group.start >= at:  # those that nothing closes begin inside each other
            kept += [text[at : group.start], "\x00" * (group.end - group.start)]
            at = group.end
    return "".join((*kept, text[at:]))


def name_start(text: str, start: int, end: int, places: Sequence[Found]) -> int:
    """Where the name of an industry starts: behind the last word that governs it, and behind a place."""
    inner = tuple((p.start, p.end) for p in places if start <= p.start and p.end < end)
    return _name_start(text, start, end, inner)


@lru_cache(maxsize=_REMEMBERED)  # the rules ask for the members of one list in turn
def _name_start(text: str, start: int, end: int, inner: tuple[Run, ...]) -> int:
    at = start
    for stop in governed_ends(text, start, end):
        if at < stop < end:
            at = stop
    while (
        text[at:end] not in words().names
        and (word := leading_word(text, at, end))
        and text[at : at + _SHORT_NAME] not in short_names()
    ):
        at += len(word)
    region = region_length(text, at, end)
    while inner and not region and (after := next((b for a, b in inner if a == at), at)) > at:
        at = after  # 沪宁杭软件信息; 粤港澳大湾区 begins with places
    scope = _SCOPE.match(text, at + region, end)
    whole = scope and end - at > _SHORT_BODY and _BODY.match(text, at, end - 1)  # 滇中新区石化
    at = whole.end() if whole else scope.end() if scope else at + region
    at = max([at, *(b for a, b in inner if at < a)])  # 中电科芜湖通用航空
    body = _BODY.match(text, at, end - 1) if end - at > _SHORT_BODY else None
    at = body.end() if body else at  # 虹桥商务区会展
    if region or (inner and any(b == at for _, b in inner)):
        at += len(next((word for word in _AREAS if text.startswith(word, at, end)), ""))  # 成渝地区电子信息
    scale = words().scale.match(text, at, end)
    at = scale.end() if scale else at
    at += text.startswith("以上", at - 1)  # 亿元以上光电子信息: 以 governs
    level = (
        text[at : at + 1] in _LEVELS
        or text[at - 1 : at + 1] == "等地"
        or (start < at < end and text[at] in _SHORT and text[at - 1] in _SHORT)
    )
    if level and is_known(text, at + 1, end):  # 组建省低空经济产业创新中心, 承接沪宁杭软件信息
        at += 1
    return at


def named(text: str, start: int, end: int) -> Iterator[Run]:
    """A run, where it can be the name of an industry."""
    start += 2 * text.startswith("其中", start, end)
    name = text[start:end]
    if name in words().no_industry or name.startswith(("各", "我", "其他", "一批")) or len(name) > _LONGEST:
        return
    listed = name in words().names or name in words().members
    if not listed and name in short_names():
        return  # 晋江、石狮运动鞋服
    if listed or (len(name) >= _SHORTEST and not _ODD.search(name) and not _NO_NAME.search(name)):
        yield start, end
