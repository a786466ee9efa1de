"""What is done to the things that a figure counts: 对甲、乙等23座水闸实施除险加固, 左堤达到50年一遇防洪标准."""

import re

from extract.targets.figures import Figure
from extract.targets.names import indicator
from extract.targets.words import words

_PREDICATE = re.compile(
    r"(?:不断|持续|稳步|进一步|大幅|明显|显著|有所|稳定|快速|逐步|全面)?(?:扩大|壮大|提升|增长|提高|增强|改善|优化|加快|攀升)$"
    r"|(?:[一二两三四五六七八九十\d]{1,2}年)?(?:内|实现)?(?:翻[一两二三]?番|倍增)$"
)
_DONE = re.compile(
    "(?P<thing>[^、，。；：（(\\d]{2,12}?)(?:全部|全面)?(?:建成|投运|投用|投产|达标|上线|落成|竣工|通车)(?!的)(?P<made>[^、，。；（(\\d]{0,10})"
)
_DEED = re.compile(
    r"(?P<thing>[^，。；、（(\d]{2,14}?)的?(?:全面)?(?:实施|进行|开展)?"
    r"(?P<deed>(?:除险)?加固|改造(?:提升)?|提升(?:改造)?|提档升级|升级(?:改造)?|整治|治理|修复|扩容|清淤|维修|更新|建设|创建"
    r"|(?:数字化|智能化|绿色|网络化)+转型(?:升级)?|上云(?:用云|上平台)?|达标)"
    r"(?:工程|任务|工作)?(?=[，。；、）]|$)"
)
_TREATS = re.compile("(?:对|将|把|推进|推动|加快|抓好|启动|组织|完成|实施)[^，]*$")
_THING = re.compile(
    r"(?:以上|左右)?的?(?:在[^，。；]{2,40}?方面[^，。；、]{0,8}的)?"
    r"(?P<thing>[^、，。；（(\d]{1,10}(?:\d[\d.]*[万亿]?|[十百千万]*[千百十万]?亿)(?:元(?:人民币)?|吨|亩|人|平方米)(?:以上)?的[^、，。；（(\d]{2,16}|(?:[45]G|[48]K|3D|[2345]A级?)?[^、，。；（(\d]{2,24})"
)  # 10家产值超100亿元的龙头企业
_DEEDS_ALONE = re.compile("(?:新建|改建|扩建|改造|建设|提升|治理|修复)[与和、及]?")
_LANES = re.compile("(?:双向|单向)?[两二四六八十\\d]{1,2}车道(?:以上)?")
_VERBS = re.compile("^.*(?:推进|推动|加快|抓好|启动|组织|完成|实施|对|将|把)")
_STANDARD = re.compile("(?:的)?(?P<noun>(?:防洪|防潮|排涝|除涝|治涝|防涝|设计)*(?:标准|能力))")
_MERE_TASKS = re.compile(
    "(?:重点|主要|具体|工作|年度|专项|改革|创新|政策|保障|便民|惠民|利民|为民|民生)*(?:任务|举措|措施|行动|工作|清单|制度|机制|政策|要求|办法|实事)(?:任务|清单)?"
)
_DEEDS = ("建设", "改造", "治理", "修复", "整治", "培训", "扩建", "改建")  # behind the thing: 碧道建设240公里
_COUNTED = ("个", "家", "所", "座", "处", "条", "项", "套")
SUMS = ("共计", "总计", "合计", "累计")
"""What leads to another measure of what the figure before it counts."""
LISTS = ("、", "和", "与", "及")
"""What stands between the members of a list."""
_SHORTEST = 2
_AND = re.compile("[、和与及]")
_GRANTS = re.compile("(?:每年|统筹|共|累计)*(?:安排|列支|拿出|筹措|筹集|投入|整合|统筹)$")
_FOR = ("用于", "专项用于", "作为", "支持")
_FOR_WHAT = re.compile("以上?(?:专项)?用于|(?:专项)?用于|支持|作为")


def treated(text: str, figure: Figure, before: str, end: int) -> str:
    """The things behind a figure with what is done to them (20个老旧小区改造); "" where nothing is.

    Args:
        text: of the unit.
        figure: the figure.
        before: what stands in front of it, behind the figure before.
        end: of its clause.
    """
    deed = _DEED.match(text, figure.end, end) if _TREATS.search(before) else None
    if deed is None:
        return ""
    led = indicator(_VERBS.sub("", before)) if _DEEDS_ALONE.fullmatch(deed["thing"]) else ""
    return led or deed["thing"] + deed["deed"]  # 推进高标准农田60万亩新建与改造


def finished(text: str, figure: Figure, before: str, end: int) -> str:
    """The things behind a figure that are finished (数据中心3000架机柜投运); "" where none are."""
    done = _DONE.match(text, figure.end, end)
    if done is None:
        return ""
    # 130个中心村建成污水处理设施
    return indicator(re.split("[：:]", before)[-1]) + (done[0] if done["made"] else done["thing"])


def standard(text: str, figure: Figure, name: str, last: str) -> str:
    """What is to withstand a flood of so many years: 左堤达到50年一遇防洪标准; the noun may stand in the last one."""
    said = _STANDARD.match(text, figure.end) or _STANDARD.search(last)
    noun = said["noun"] if said else "防洪标准"
    return name if name.endswith(("标准", "能力")) or len(name) < _SHORTEST else name + noun


def counts_tasks(text: str, figure: Figure) -> bool:
    """Whether a figure counts tasks or measures, which are no aims: 20项重点任务."""
    return figure.unit in ("项", "个", "条") and _MERE_TASKS.match(text, figure.end) is not None


def thing_behind(text: str, start: int, end: int) -> str:
    """The things that the figure in front of a place counts; "" where none are named."""
    match = _THING.match(text, start, end)
    if match and match["thing"].startswith(SUMS):  # 断头路打通3条共计45公里
        return ""
    return re.sub(r"(?:任务|工作|等|目标|和|与|及)$", "", match["thing"]) if match else ""


def led_behind(before: str, between: str, behind: str) -> str:
    """What a verb leads behind a figure with a word that compares, money with what it is for; "" where none does.

    Args:
        before: what stands in front of the word that compares: 每年安排, 预算内资金安排.
        between: what stands between that word and a figure that counts.
        behind: what stands behind the figure: 新增用地指标, 用于前期工作.
    """
    if behind.startswith(_FOR):
        name = indicator(_GRANTS.sub("", before))
        return name + behind if len(name) >= _SHORTEST and _GRANTS.search(before) else ""
    led = words().makes.search(before) and len(behind) >= _SHORTEST
    return behind if led or (between and words().makes.search(between)) else ""


def is_measure_alone(noun: str) -> bool:
    """Whether words say how something rises or how wide it is, and not what: 增长, 双向四车道."""
    return words().compared.fullmatch(noun) is not None or _LANES.fullmatch(noun) is not None


def grown_before(text: str, at: int, last: int) -> str:
    """What the clause in front of a comma says to grow, where no figure stands in it: 成交额翻两番，达到1200亿元.

    Args:
        text: of the unit.
        at: where the clause starts.
        last: where the figure before ends.
    """
    opened = max(text.rfind(stop, 0, at - 1) for stop in "，。；;\n") + 1
    named = _PREDICATE.search(text, opened, max(at - 1, opened)) if last <= opened else None
    return indicator(text[opened : named.start()]) if named else ""


def subject_before(text: str, at: int) -> str:
    """What the clause in front of a comma speaks of (产值不断扩大，), or makes (开通甲至乙班轮航线，每周不少于6班)."""
    opened = max(text.rfind(stop, 0, at - 1) for stop in "，。；;\n") + 1
    named = _PREDICATE.search(text, opened, max(at - 1, opened))
    if named:
        return indicator(text[opened : named.start()])
    made = list(words().making.finditer(text, opened, max(at - 1, opened)))
    return indicator(text[made[-1].end() : at - 1]) if made else ""


def led_by(text: str, verbs: list[int], at: int, end: int) -> str:
    """What stands in front of a figure behind the last verb that leads a noun: 完成红树林种植和修复1500亩.

    Args:
        text: of the unit.
        verbs: where verbs end.
        at: where the figure before ends; what stands in front of it is left out.
        end: where the figure begins.
    """
    for start in reversed([max(verb, at) for verb in verbs]):
        if len(words().making.sub("", text[start:end]).strip("和与及、的")) >= _SHORTEST:
            return text[start:end].lstrip("和与及、")
    return text[at:end]


def made_noun(text: str, figure: Figure, making: list[re.Match[str]], at: int, end: int) -> str:
    """What a verb makes, in front of its figure; "" where it stands behind, or a list is summed up there.

    Args:
        text: of the unit.
        figure: the figure.
        making: the verbs in front of it, of which the last stands behind the figure before.
        at: where the figure before ends.
        end: of the clause.
    """
    noun = indicator(re.split("[、和]$", text[making[-1].end() : figure.start])[-1])
    listed = text.endswith(LISTS, at, figure.start)
    summed = text.endswith("等", at, figure.start)
    if summed and thing_behind(text, figure.end, end):  # 打通甲路、乙路等7条瓶颈路段
        return ""
    if summed:  # 培训导游、讲解员等1000人次
        return indicator(text[making[-1].end() : figure.start - 1])
    deed = making[-1][0] in _DEEDS and not listed and figure.unit not in _COUNTED  # not 每县建设1个产业园
    behind = "" if deed else thing_behind(text, figure.end, end)
    if len(noun) < _SHORTEST and len(behind) < _SHORTEST:  # 碧道建设240公里; 建设国家储备林120万亩
        led = led_by(text, [verb.end() for verb in making[:-1]], at, figure.start)
        return "" if words().making.fullmatch(led.strip("，")) else indicator(led)  # 改造120公里管网
    members = len(_AND.findall(noun)) + 1
    if members > 1 and members == figure.value and figure.unit in _COUNTED and thing_behind(text, figure.end, end):
        return ""  # 新建甲、乙、丙3座垃圾转运站
    paid = _FOR_WHAT.match(text, figure.end) if figure.unit.endswith("元") and not noun else None
    if paid:  # 预算内资金安排5000万元用于
        return indicator(text[at : making[-1].start()]) + thing_behind(text, figure.end, end)
    return noun
