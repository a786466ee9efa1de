"""Which verb governs the undertakings of a clause, before them (建设 X) or behind them (X 建成投用), and its stage."""

import re
from collections.abc import Sequence

from extract.components import Found
from extract.facts import Stage
from extract.projects.words import leading_word, words

_BUILD = (
    "(?:(?:合作|联合|共同)?(?:共建(?!共享|共治|共管|共用|机制)|联建|建设|打造|创建|争创|申报|设立|成立|组建|建立|搭建|实施|推进"
    "|新建|续建|扩建|改建|开工|启动|建成|谋划|规划建设|开发|开通|推出|布局|投资建设|建好|加快|加密|开行|争取|运营|申建|合办|共办))"
)
_LEAD_IN = re.compile(
    # 一是, ①, （1）
    r"[一二三四五六七八九十]{1,2}(?:是要?|要)|其[一二三四五]是?|[①-⑳❶-❿㈠-㈩]|[（(]\d{1,2}[）)]|\d{1,2}[.．、)）](?!\d)"
    # 到2025年底前, 今年, “十四五”期间
    r"|(?:到|至|在|于|自|截至)?(?:20\d\d(?:[—–\-~至]20\d\d)?年|[今明后]年|本年度?|年内|年底前?|“?十[三四五六七]五”?(?=期间|末))"
    r"(?:期间|[上下]半年|第?[一二三四1-4]季度)?(?:\d{1,2}月)?(?:年?[底末初中]|内)?(?:之?前|以前|起)?"
    r"|\d{1,2}月(?:\d{1,2}日|份)?[底末初内]?(?:之?前|以前)?"
    # 为建设 X 提供支撑
    rf"|为(?={_BUILD})"
    # 投资5亿元
    r"|(?:计划|预计)?(?:总?投资|投入|安排|筹集|统筹|落实)(?:各类|财政)?(?:资金)?(?:约|近|超过?|不少于|不低于)?[\d.]{1,9}[万亿]{1,2}元"
    r"(?:以上|左右)?(?:资金)?"
    # 由市水利局实施, 联合高校建设
    rf"|由[^，、]{{2,20}}?(?={_BUILD})|(?:联合|会同|携手|联手|联动|配合|协助|督促)(?!{_BUILD}|做好|抓好|开展|完成|深化|办好|推动)[^，]{{2,25}}?(?=(?:{_BUILD}|做好|抓好|开展|完成|深化|办好|推动)[^，]{{4}})|[（(][迁扩改新重]建[）)]"
    # 通过人工智能模型建立
    r"|(?:通过|利用|借助|运用|采用|结合)[^，]{2,25}?(?=(?:建设|打造|搭建|组建|建成|建立|开发|构建|谋划|实施|新建|设立)[^，]{4})"
)
# The characters that a lead-in begins with.
_LEADS = frozenset(
    "一二三四五六七八九十其（(0123456789到至在于自截今明后本年“为计预总投安筹统落由联会携配协督通利借运采结"
).union(map(chr, (*range(0x2460, 0x2474), *range(0x2776, 0x2780), *range(0x3220, 0x322A))))
_ASIDE = re.compile(
    # 甲与乙、丙共建
    r"(?:[^，、：:与]{2,14}|)与[^，]{2,40}?(?=(?:共建(?!共享|共治|共管|共用|机制)|共办|合办|联办|合建|联建|共推|共创"
    r"|(?:合作|联合|共同|携手)(?:共建|建设|打造|设立|组建|成立|搭建|实施|推进))[^，]{4})|"
    r"在[^，（）()]{1,30}?(?:[（(][^（()）]{1,40}[）)])?(?=建设|设立|建立|组建|搭建|打造|布局|开设|布点|新建|合建|共建|建成|推进|开展|规划|谋划|开工|启动建设|选址|创建|改建|扩建|投资建设|推广应用|投放|推出|成立|开通|落地|实施|上线)|[^，：:]{0,60}与[^，]{2,25}?(?:合作|联合|共同|联手|携手)(?=打造|建设|共建|搭建|设立|开发|推出|建立|组建|实施)"
    r"|(?:国家|中央|上级|省|自治区|国家部委|有关部委|国家有关部委|省直有关部门|国家和省)(?:层面)?(?:给予|予以)?(?:支持|批复|批准|同意|授权)"
    r"(?=在|设立|建设|布局|创建|将|开展|组建|成立|实施)"
    rf"|[^，、]{{2,14}}?(?:联合|会同|携手)(?!{_BUILD})[^，]{{2,30}}?(?={_BUILD}[^，]{{4}})"
    r"|(?:[^，、。]{2,20}?[省市县区州镇]|地方|各[省市县区]|[^，、。]{0,20}?(?=[省市县区大学高院公集企园产经开医机地各部单研检设协商联新示合试石化工])(?:大学|学院|高校|院所|公司|集团|企业|园区|产业园|高新区|经开区|开发区|医院|机构|地区|各地|各方|部门|单位|研究院|检验院|检测院|设计院|研究所|检验所|协会|商会|联盟|新区|示范区|合作区|试验区|石化区|化工区|工业区|经济区|集聚区|合作社|[省市县区][\u4e00-\u9fff]{1,6}[局委院厅部办]))"
    r"(?=(?:牵头|共建|创建|争创|申报|建设|打造|设立|成立|组建|建立|探索|参与|联合|共同|完善|实施|推进|依托|新建|续建|开工建设|启动建设|启动|谋划|开工|争取|引入|扩建|加快|申建|冲刺|申报|抓紧建设|建成|抓好|重点抓好|办好|用好|高标准|高水平|高质量|着力|稳步)[^，。]{4,})"
)
RELIED_ON = re.compile(
    r"(?:依托|以)[^，]{2,25}?(?=(?:申报|申建|争创|创建|设立|建设|打造|搭建|组建|建成|开通|开行)[^，]{3,})"
    r"|依托[^，]{4,60}?(?=(?:做大|做强|做优|培育|承接|拓展|开展|推动|布局|完善|举办|引进|引育|归集|扩大|开设|加快|构建|形成|提供|深化"
    r"|集聚(?!发展|区)|攻关|常态化|突破|组织|探索|吸引|推行|实现|促进|强化|加强|建立|向(?!阳)|为(?=[^，]{2,12}(?:企业|提供))"
    r"|发展(?!示范|区|中心|基地|平台|研究|带|试验|先行|核心|集团))[^，]{3,})"
)
_WHEN = re.compile(
    r"(?:计划|预计|将)?(?:于|在|到)?(?:(?:20\d\d年|年)(?:\d{1,2}月)?|\d{1,2}月"
    r"|(?:20\d\d年)?(?:[上下]半年|[一二三四]季度))份?[底末初内]?前?$"
)
_LISTED = re.compile(
    r"(?:列|纳|进)入[^，。；]{0,16}?(?:规划|盘子|笼子|路网|版图|名录|项目库|储备库|储备|计划|清单|名单|重[大点](?:水利|交通|能源|产业|建设|基础设施|水网|合作)?(?:项目|工程)|治理项目|建设项目|实施项目|支持项目|储备项目|专项|支持范围|台账|总盘子)(?:布局|范围|支持|修编|修订|调整|中期调整)?$"
)
TOLD = re.compile(
    r"(?<=[\u4e00-\u9fff）)])(?:按(?:照)?[^，、按]{2,10}|由[^，、由的]{2,8}|在[\u4e00-\u9fff]{2,3}|分[一二三四五]期)$"
)
_SAID_INSIDE = re.compile(r"(?:列入|列为|纳入|处于)(?<=[\u4e00-\u9fff]{6})")
_SUMMED = re.compile(r"等[^、，等]{1,8}项目$")
_TAKES = re.compile(r"[将把]")
_BODY = re.compile(
    r"[^、，与及]{0,12}?(?:大学|师范|农大|科大|港集团|舟山港|医院|医学院|商会|协会|学院|公司|集团|医院|银行|研究院|院所|[局厅委办])"
)
_LONGEST_WHEN = 14
_LINES = ("航道", "铁路", "公路", "高速", "通道", "支线", "复线", "泊位", "段", "线")
_HURRIES = ("加快", "推进", "加快推进")
_RUNS = ("达产", "达效", "达产达效", "满产", "投产", "并网", "达容", "并网发电")
# Verbs that name a branch of work where they begin a list.
_NOUNS = frozenset({"研发", "开发", "运营", "推广", "改造", "整治"})
_LONGEST_LISTED = 30


def governing(text: str, start: int, end: int) -> tuple[int, Stage | None]:
    """Where what a clause governs begins, and the stage of the verb before it; None where no verb stands there.

    Adverbs, numbers, dates, sums, actors, 与…合作 and 在… before the last verb are passed over (积极推动与甲合作建 X).
    """
    at, last, stage, encouraged = start, start, None, False
    while at < end:
        lead_in = RELIED_ON.match(text, at, end) if text[at] in "依以" else None
        lead_in = lead_in or (_LEAD_IN.match(text, at, end) if text[at] in _LEADS else None)
        at = lead_in.end() if lead_in else at
        if stage is not None and text.startswith("、", at) and leading_word(text, at + 1, end) in words().verbs:
            at += 1  # 新建、续建 X
        word = leading_word(text, at, end)
        if word in _NOUNS and text.startswith("、", at + len(word)):
            break  # 研发、制造、试飞基地
        if not word:
            aside = _ASIDE.match(text, at, end)
            if aside is None and lead_in is None:
                break
            last = at if stage is not None and aside is None else last  # 争取“十四五”期间甲段开工
            at = aside.end() if aside else at
            continue
        at += len(word)
        found = words().verbs.get(word)
        encouraged = encouraged or word == "鼓励"
        if found is not None:
            found = "planned" if encouraged and found == "underway" else found
            last = at
            stage = None if word == "完成" and stage == "planned" and not encouraged else stage  # 力争完成
            stage = found if stage is None or not (stage == "planned" and found == "underway") else stage
    return (last if stage is not None else at), stage


def beside_verb(text: str, start: int, end: int, places: Sequence[Found]) -> tuple[tuple[int, int], ...]:
    """The runs of the places in front of a verb which build, or where or with which it is built (支持甲县与乙市共建).

    A place in the name of a body is none of them.
    """
    inside = (p for p in places if start <= p.start and p.end <= end)
    return tuple((p.start, p.end) for p in inside if not _BODY.match(text, p.end, end))


def behind(text: str, start: int, end: int) -> tuple[int, int, Stage] | None:
    """What a verb behind it governs, without adverbs and dates between them, and the verb's stage (X 年底建成)."""
    reach = max(start, end - _LONGEST_LISTED)
    listed = _LISTED.search(text, reach, end) if text.find("入", reach, end) >= 0 else None
    if listed:
        taken = _TAKES.search(text, start, listed.start())  # 争取国家将 X 列入规划
        return (taken.end() if taken else start), listed.start(), "planned"
    if text.endswith("直通车", start, end) or _SAID_INSIDE.search(text, start, end):
        return None
    for verb, stage in words().behind.get(text[end - 1 : end], ()):
        if text.endswith(verb, start, end):
            return start, _without_adverbs(text, start, end - len(verb)), stage
    return None


def said_behind(text: str, front: tuple[int, int], end: int, verb: Stage | None) -> tuple[int, int, Stage] | None:
    """What a verb behind it governs, and its stage, with the verb in front (争取甲码头开工, 加快甲工厂达产)."""
    at, begin = front
    if verb is not None and text.endswith("扩能", begin, end) and text.endswith(_LINES, begin, end - 2):
        return None  # 推进甲航道扩能
    follows = behind(text, begin, end)
    if follows is None:
        return None
    stage = follows[2]
    if stage == "starting" and text.endswith("争取", at, begin):
        stage = "planned"
    if stage == "operating" and text.endswith(_HURRIES, at, begin) and text.endswith(_RUNS, begin, end):
        stage = "underway"
    return (*follows[:2], stage)


def _without_adverbs(text: str, start: int, end: int) -> int:
    shorter: int | None = end
    while shorter is not None:
        end = shorter
        if text.endswith("项目", start, end) and _SUMMED.search(text, max(start, end - _LONGEST_WHEN), end):
            break  # 甲、乙等龙头项目|投产
        adverb = text.endswith(words().between, start, end)
        shorter = next(end - len(w) for w in words().between if text.endswith(w, start, end)) if adverb else None
        told = TOLD.search(text, max(start, end - _LONGEST_WHEN), end) if shorter is None else None
        shorter = told.start() if told and told.start() > start else shorter
        when = _WHEN.search(text, max(start, end - _LONGEST_WHEN), end)
        if shorter is None and when:
            shorter = when.start()
    return end
