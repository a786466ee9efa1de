"""Names of undertakings: their head, and what makes a name that of one thing."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from extract.components import Found
from extract.projects.awards import OF_RANK, award_of
from extract.projects.classes import is_class
from extract.projects.proper import holds_a_word, is_ordinary
from extract.projects.words import heads_of, words
from extract.tracing import reject
from gazetteer.divisions import gazetteer

_QUOTES = re.compile(r"[“”‘’\"]")
_PHASE = re.compile(r"(?:[（(][^（()）]{1,16}[）)]|第?[一二三四五六七八九\d]期|(?<![\d.])\d\.\d版?)+$")
_OF_PHASE = re.compile(r"(?<=[\u4e00-\u9fff]{3}[\u4e00-\u9fff”])[一二三四五六七八九\d]期[）)]?$")
_BRACKET = re.compile(r"[（(][^（()）]*[）)]")
_DESCRIBED = re.compile("的(?:.{1,6}|.+[和与].+)$")
_UNIFIED = re.compile(r"(?:全[国省市州区县旗盟]|省市县[^，的]{0,4})(?:集中)?(?:统一|一体|一体化|联网|贯通)的")
_ROAD = re.compile(r"(?<![A-Za-z\d])[GSXY]\d{1,4}$|[国省县]道[GSX]?\d{1,4}线?$")
_PART_OF_LINE = re.compile(
    r"[\u4e00-\u9fff]段$|\d+号线$|[A-Z]\d{1,2}线$|[东西南北]延(?:[线段]|伸[线段]?)?(?:至[\u4e00-\u9fff]{2,6})?$"
    r"|[A-Z]\d?区$|(?<=[\u4e00-\u9fff]{3})(?:[二三四]线|[内外东西南北中]环线?|[东西南北]线|[直复]线|线位|引道)$"
)
_FOUNDED_JOINTLY = re.compile(
    r"合作共建(?=平台|园区|基地)|(?:国家地方|央地|省部|部省|部市|省市|校地|校企|院地|政企|两地|川渝|沪苏)共建"
)
_DEED_OF_IT = re.compile(r"(?:引进|提升)(?=中心|基地|平台|示范|服务|隔离|中转|检疫|繁育)")
_SHARED = re.compile(r"共建(?=(?:产业|工业|科技|创新|合作|飞地){0,2}(?:园|园区|实验室|中心|基地|合作区|示范区)$)")
_ROAD_ENDS = ("改造", "升级", "提升", "整治", "大修", "中修", "改线", "拓宽", "扩容")
_ROAD_ACT = re.compile(
    r"(?:[\u4e00-\u9fff]段|[GSXY]\d{1,4}线?)(?P<act>(?:路面|航道|道路|公路)?(?:升级改造|改造升级|改造提升|提升改造|提质改造|升级|整治|大修|中修|拓宽改造|改线|拓宽|扩容))$"
)
_TRIED = ("协同创新", "商业运行", "监测", "区域化管理", "规划管理", "应急救援", "一体化", "功能性", "单制")
_OWN_LEVEL = re.compile(r"[省市县区镇](?![级域场际外内民情直属政里乡村城市区])[\u4e00-\u9fff]{3}")
_OWN_NAME = re.compile(r"(?:[河江湖海山岛]|[A-Z0-9]|号)$")
_COUNTED = re.compile(r"\d+[座条个处家所栋间台套]|第?[一二三四五六七八九十]+批|第[一二三四五六七八九]实验室")
_MIN_MODIFIER = 2
NOT_SEVERAL = ("条子", "家乡", "家具", "家居", "家电", "家纺", "个旧")
_LEAST_PHASED = 5
_OF_LINE = re.compile(r"(?P<stem>[\u4e00-\u9fff]{2,5}?)(?:铁路|高铁|高速公路|高速)(?=[\u4e00-\u9fff])")
_LEAST_SITED = 4
_TITLE = "称号"
_WEAVES = ("构建", "形成", "织密", "健全")
_PHASED = re.compile(r"[一二三四五六七八九]期$")
_OF_BODY = re.compile(
    r"[\u4e00-\u9fff]{2}(?:医院|保健院|中学|大学|学院|学校)[\u4e00-\u9fff]{0,4}(?:病区|院区|校区|大楼|教学用房|[东西南北]区)$|[馆院](?:[东西南北新]馆|[东西南北新]院)$"
)
_NO_THING = re.compile(
    r"(?:提升|提质|常态化|规范化|专项|集中|联合|流域|小区|社区|管网|房屋?|村|农田|环境|人居|设施|厕所|街巷|水体|校舍|电梯|企业|产业|生态|线路|电网|农网|配网|用地|土地|设备|技术|体系|流程|系统|班列|航线|航班|专列|专线)$"
)
_OF_STREET = re.compile(
    r"[\u4e00-\u9fff]{1,4}(?<!市政)(?<!城市)(?:大道|(?<![道公铁线电主次支])路|街)[\u4e00-\u9fff]{2}"
)
_OF_REGION = re.compile(
    r"(?:[晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川贵滇陕陇甘蒙藏疆冀][东西南北中](?!方|国)|关中|胶东|皖江|淮海|闽三角|川渝|粤港澳)[\u4e00-\u9fff]{3}"
)
_OF_NATION = re.compile(
    r"[\u4e00-\u9fff]{2,8}(?<!创建)(?<!建设)(?:国家|省)级?(?:考古遗址|湿地|森林|地质|矿山|沙漠|草原|城市湿地|自然)(?:公园|保护区)$"
)
_JOINED = range(2, 6)
_MAX_NAME = 40
_MAX_STEM = 16
_RIVER = re.compile(
    r"(?!河湖|江河|江湖|湖库|库湾|内河|中小|重[点要]|主要|城[市区]|农村|黑臭|跨界|骨干|大江|沿|环|临|滨|矿山|荒山|青山|火山|[上下登进出]山)[\u4e00-\u9fff]{1,3}(?<![矿荒青火])(?:[河江湖溪山](?![河江湖流道岸滨畔景心长湾区])|(?<![海远大近外西东南北半群全])[洋峡岛湾](?![区流]))"
)
_WORKS_AND_WORKS = re.compile(
    r"(?:清淤|治理|整治|加固|改造|扩建|新建|改建|迁建|修复|修缮|保护|疏浚|配套|工程)与[\u4e00-\u9fff]{2,12}$"
)
_PAIR = re.compile(r"(?P<first>[\u4e00-\u9fff]{2})与(?P<second>[\u4e00-\u9fff]{2,6})$")
_IN_CLAUSE = re.compile(r"[的和及]|体系|健全")
_NO_NAME = re.compile(
    r"[《》]|全过程|(?:重点|大力|积极|主要|优先|着力)发展(?!区|带|中心|轴|片区|板块)|自建|要(?:避开|符合|达到|建立|坚持|做到|充分|严格|按|优先|尽量|注重)|[线路]进[港园厂码企库]|的通知|并与|(?:企业|单位|机构|用户)(?:接入|入驻)|企业(?:建|设|赴)|公司(?:加密|开通|开行)|来自|托管(?!中心|平台|服务|机构|园|班)|^(?:企业|高校|学校|群众|居民|市民|农户|游客|学生|人才)(?:对接|使用|参与|参加|入驻|进入|利用|接入|接入)|^至|各类|落户|年内|全年|依规|加装|搞好|约定|列入|纳入|力争|同步规划|争创的|更名|转设|升格为|应与|应当|作为|以上|以下|以内|\d+(?:个|家|条|项)|联合(?!创新|科技城|科技园|实验|研究|体|培养|办学|装置|中心|基地|平台|学院|动力|重工|水泥|化工|汽车|重卡|警务|站|国)"
)


# A place that builds it, or where it is built, makes a thing one where its name does not.
_FOUNDED = ("自由贸易试验区", "自贸区", "综合保税区", "开发区", "试验区")
_SITED = frozenset({"no_place"})
_OF_ALL = (
    "公路",
    "管网",
    "学校",
    "医院",
    "幼儿园",
    "小学",
    "中学",
    "敬老院",
    "养老院",
    "卫生院",
    "厂房",
    "公园",
    "广场",
    "步道",
    "绿道",
    "街区",
    "冷库",
    "站",
    "厂",
    "网络",
    "电网",
    "企业",
    "路",
    "配套",
)


def bare_of(name: str) -> str:
    """A name without quotation marks, and without what its last bracket or the number of its phase adds."""
    return _PHASE.sub("", _QUOTES.sub("", name))


@lru_cache(maxsize=4096)
def head_of(name: str) -> str | None:
    """The head that ends a name, None where it ends in none."""
    bare = bare_of(name)
    if bare.endswith("试点") and len(bare) > _MIN_MODIFIER:
        stem = bare.removesuffix("试点")
        if stem.endswith(_TRIED) or head_of(stem):
            return "试点"
        return _TITLE if OF_RANK.match(bare) else None  # of a facility, or awarded; not of a policy
    other = next((n for n in words().not_heads if bare.endswith(n)), "") if bare.endswith(words().not_heads) else ""
    if other and len(other) >= len(next(iter(heads_of(bare)), "")):
        return None
    if _PART_OF_LINE.search(bare):
        return "段"
    act = next((act for act in words().acts if bare.endswith(act) and len(bare) > len(act) + 1), None)
    if act is not None or (act := act_of_named(bare)):
        return act
    if _ROAD.search(bare):
        return "国道"
    found = next(iter(heads_of(bare)), None) or ("期" if _OF_PHASE.search(name) else None)
    return found or (_TITLE if OF_RANK.match(bare) and bare.endswith(words().titles) else None)


def act_of_named(bare: str) -> str:
    """What is done to a thing that has a head or more than ordinary words (甲机场航站楼|改造); "" where nothing is."""
    road = _ROAD_ACT.search(bare) if bare.endswith(_ROAD_ENDS) else None
    if road is not None:
        return road["act"]  # 国道G1线甲至乙段升级改造
    if not bare.endswith(words().acts_of_named):
        return ""
    act = next(act for act in words().acts_of_named if bare.endswith(act))
    stem = bare.removesuffix(act)
    named = holds_a_word(stem) or _RIVER.match(stem) is not None or _is_line(stem)
    thing = _OF_STREET.match(stem) is not None or (len(stem) > 1 and not _NO_THING.search(stem) and named)
    return act if thing and (len(stem) <= _MAX_STEM or head_of(stem) is not None) else ""


def is_specific(name: str, verb: str, places: Sequence[Found], run: tuple[int, int], *, sided: bool = False) -> bool:
    """One instance is meant: its name has a place, or says what it is for; no class, no positioning aim."""
    why = objection(name, verb, places, run)
    if sided and why == "class" and verb.endswith("设立") and name.endswith(_FOUNDED):
        why = ""  # 在甲省设立自由贸易试验区
    brief = sided and why == "says_little" and name.endswith("中心") and len(bare_of(name)) >= _LEAST_SITED
    if brief and verb.endswith(("建设", "设立", "建立", "创办", "布局")):
        why = ""  # 支持甲港区建设供氢中心
    if sided and why in _SITED and not bare_of(name).endswith((*_OF_ALL, *words().acts)):
        why = ""
    if why:
        reject(f"projects.{why}", *run)
    return not why


def objection(  # noqa: C901 - one line for each objection
    name: str, verb: str, places: Sequence[Found], run: tuple[int, int]
) -> str:
    """Why a name means no one instance; "" where it means one."""
    bare = _BRACKET.sub("", bare_of(name))
    known = words()
    if (bare.startswith(known.several) and not bare.startswith(NOT_SEVERAL)) or _COUNTED.match(bare):
        return "several"
    named = any(run[0] <= p.start < run[1] for p in places)
    if len(name) > _MAX_NAME:
        return "too_long"
    if is_class(name, bare, run, places, named=named):
        return "class"
    act = next((act for act in known.acts if bare.endswith(act)), "") if bare.endswith(known.acts) else ""
    act = act or act_of_named(bare)
    if name.count("“") != name.count("”"):
        return "no_name"
    if _NO_NAME.search(bare) or (_says_done(bare.removesuffix(act), named=named) and not bare.endswith("工程")):
        return "no_name"
    if "的" in bare and _DESCRIBED.search(bare) and not (named or name.startswith("“") or _UNIFIED.match(bare)):
        return "described"
    if "打造" in verb and (_is_position(bare) or (bare.endswith(known.figures) and not named)):
        return "position"
    if award_of(bare, verb):
        return ""
    if head_of(name) == _TITLE:
        return "class"
    if name[0] == "“" and verb.endswith(_WEAVES) and bare.endswith("网络") and not named:
        rest = name[name.find("”") + 1 :]
        if is_ordinary(rest.replace("无人机", "")):
            return "position"  # 构建“干—支—末”物流网络
    heads = heads_of(bare) or [""]
    named = (
        named or _OWN_LEVEL.match(bare) is not None or (_PHASED.search(name) is not None and len(bare) > _LEAST_PHASED)
    )
    named = named or (bare.endswith("基金") and (verb.endswith(("设立", "组建")) or bare.startswith(("国家", "省级"))))
    named = named or _OF_REGION.match(bare) is not None
    named = named or _OF_BODY.search(bare) is not None or _OF_NATION.match(bare) is not None
    act = act or ("期" if heads == [""] and _OF_PHASE.search(name) else "")
    act = act or (heads[0] if heads[0] in known.need_place else "")
    stem = bare.removesuffix(act)
    if act and not named and not (_is_called(stem) or _has_own_name(bare, heads[0])):
        return "no_place"
    modifier = len(bare) - len(heads[-1])
    weak = (
        heads[-1] in known.weak
        and not (named or name.startswith("“") or _RIVER.match(bare) or _has_own_name(bare, heads[-1]))
        and not (_PHASED.search(name) and holds_a_word(bare))
    )
    return "" if modifier > (3 if weak else 1) else "says_little"


def _says_done(bare: str, *, named: bool) -> bool:
    """Whether a word stands in it that stands in no name; 与 may stand in that of an institute (…材料与工艺实验室)."""
    bare = _FOUNDED_JOINTLY.sub("", bare) if "共建" in bare else bare
    bare = _SHARED.sub("", bare) if named and "共建" in bare else bare
    bare = _DEED_OF_IT.sub("", bare) if "引进" in bare or "提升" in bare else bare
    institute = named and bare.endswith(words().institutes)
    institute = institute or _WORKS_AND_WORKS.search(bare) is not None or _is_pair(bare)
    return any(word in bare for word in words().not_in_names if not (institute and word == "与"))


def _is_pair(bare: str) -> bool:
    """Whether 与 joins two ordinary words that say what a thing is for (碳捕集与封存示范区)."""
    pairs = (_PAIR.search(bare.removesuffix(head)) for head in heads_of(bare))
    return any(pair is not None and is_ordinary(pair["second"]) for pair in pairs)


def _is_called(stem: str) -> bool:
    """Whether what stands before a head is a name that ordinary words do not make (金马大道)."""
    short = len(stem) <= _MAX_STEM and not stem.startswith(words().scopes)
    line = _OF_LINE.match(stem)
    if _is_line(stem) or (line is not None and joins_places(line["stem"])):
        return True  # 内六铁路|改造, 京沪高铁辅助|通道
    if "—" in stem and _IN_CLAUSE.search(stem) is None:
        return True
    return short and _IN_CLAUSE.search(stem) is None and (_RIVER.match(stem) is not None or holds_a_word(stem))


def _has_own_name(bare: str, head: str) -> bool:
    """Whether what stands before a head, or before a line at its end (滁河铁路专用线), is a name of its own."""
    stem = bare.removesuffix(head)
    line = next((h for h in heads_of(stem) if h in words().lines), None)
    of_line = line is not None and (_OWN_NAME.search(stem[: -len(line)]) or joins_places(stem.removesuffix(line)))
    return _OWN_NAME.search(stem) is not None or bool(of_line) or (head in words().lines and joins_places(stem))


def joins_places(stem: str) -> bool:
    """Whether it may be the name of a line by one character a place that it joins: 镇广, 合新, 通苏嘉甬."""
    known = words()
    joined = stem.removesuffix("城际").removesuffix("综合运输").removesuffix("综合交通")
    return (
        len(joined) in _JOINED
        and _of_places().issuperset(joined)
        and not any(word in joined for word in known.no_line_names)
        and not any(line in joined for line in known.lines)
    )


@cache
def _of_places() -> frozenset[str]:
    """The characters of short names of counties and above, and of abbreviations of provinces."""
    divisions = [d for d in gazetteer().divisions() if d.level != "township"]
    return frozenset(c for d in divisions for c in (*(d.short or d.name[:-1]), *d.abbreviations))


def _is_line(stem: str) -> bool:
    """Whether a name is that of a line that joins places (内六铁路)."""
    return any(h in words().lines and joins_places(stem.removesuffix(h)) for h in heads_of(stem)[:1])


def _is_position(bare: str) -> bool:
    """A scope or a rank in front of 基地, 中心 and the like: what a place wants to be, not what is built."""
    known = words()
    return (
        bare.endswith(known.positions)
        and any(s in bare[:-2] for s in known.scopes)
        and not (bare.endswith(known.in_use) or _UNIFIED.match(bare))
    )
