"""What speaks against an industry: a tool, a name of another kind, a sentence that develops nothing."""

import re

from extract.components import around, floor_of
from extract.industries.controlled import is_controlled
from extract.industries.lists import name_start
from extract.industries.words import words

_DEVELOPS = re.compile(
    r"(?<!产)业要|发展|合作|交流|做[精优活响]|培育|壮大|承接|布局|招引|主攻|打造|共建|推进|推动|加快|引进|建设|做强|做大|聚焦|围绕|支持|产业|集群|基地|园|中心|企业|开发|提升|构建|完善|实施|促进|新业态|示范|平台|研发|项目|工程|优势|体系|水平|能源|利用|市场|转型|种植|贸易|加工|竞争力|服务|依托|领域|出口|业态|赛道|招引|配套|交易额|中试|攻关|总产值|增加值|营收|攻克|研制|量产|投产|满产|扩建|扩大|释放"
)
_USED = re.compile("[^，。；\n]{0,40}?(?:[中上]|领域|方面|场景|行业|等)的?(?:规模化|示范|推广|广泛)?(?:应用|使用|运用)")
_TOOL_ENDS = re.compile("[用于助过托]")  # 运用, 基于, 借助, 通过, 依托: a cheap look before the long one
_CERTIFIED = re.compile("认证|认定|无公害|地理标志|三品一标")
_BOUND = frozenset("壮扩做重加放强")  # 壮大健康产业 names no 大健康
_CULTURE = re.compile("(?:、[^，。；、]{1,8})*(?:推广|资源|内涵|遗产|传承|传播|交流|素养)")
_BUILT = re.compile("(?:建设|建好|建成|打造|依托|推进|加快|用好|发挥)(?:[^，。；、争创申获]{2,12})?$")
_RANK = re.compile("(?:国家|全国|部|省)级?(?:级|骨干|特色|优势|重点|新型)*$")
_TITLED = re.compile("(?:产业)?(?:[^，。；、]{0,4}示范|园(?!区)|试点|先行|物流枢纽|基地|强镇|之乡)")
_OTHER_NAME = re.compile(
    "(?:产业)?(?:发展|投资|控股|开发)?(?:集团(?!化)|有限公司|股份)|(?:产业)?(?:投资|引导|并购)基金|(?:[\u4e00-\u9fff]{2})?贷(?=[、，。；款产])"
    "|开放共享|展(?=[、，。；]|会|览会)|首批次|(?:游)?客(?=“|源)|游(?=、|客)|(?<=检验检测)(?:中心|室|覆盖|站)|(?:发展)?(?:工作)?(?:专班|领导小组)"
    "|(?:工程|技术|维修)?专业(?!镇|村|市场|园|基地)|[^，。；、]{0,3}险(?![峻要种])|(?:[、及和与][^，。；、]{1,6})*(?:产品)?(?:检测|试验)?鉴定|(?:[、及和与][^，。；、]{1,6})*(?:质量)?(?:安全(?:监管|管理|监督|执法|生产|检查)|监管(?!中心|仓|场)|抽检|执法)"
)
_OF_SERVICE = re.compile(
    "(?:公共)?(?:服务)?(?:体系|能力|供给|保障|网络|设施|水平|质量|资源|机构|标准|报告|和标准|队伍|人员|防护|防线|监测|审查|责任制|宣传|意识|风险|事件|态势|等级保护)"
)
_LED = re.compile("(?:等[^，。；、]{0,5}|[一二两三四五六七八九十]大)$")
_LISTS_ON = ("、", "等")
_LISTED_COMPANIES = re.compile("(?:、[^，。；、]{2,8}){0,6}等[^，。；、]{0,8}(?:企业|公司|集团)")
_CHANCE = re.compile("机遇|抵押|质押|担保融资")
_KINDS_OF_PLACES, _PARKS = frozenset("的、和与"), re.compile("园区[、和与等]")  # 矿区、物流园区和码头
_GOES_ON = frozenset("、和与及等")
_MORE = "(?:[、和与及][^，。；、等\n]{1,10}){0,8}"
_ASPECT = re.compile(_MORE + "等[^，。；、\n]{0,3}(?:方面|环节)")
_PROBLEM = re.compile(_MORE + "等[^，。；、“”\n]{0,3}(?:“卡脖子”)?(?:问题|难题|工具)")
_ASPECTS = ("服务", "设计", "检测", "认证", "金融", "物流", "营销", "展示", "贸易")  # 在研发设计、检验检测等方面合作
_CURBED = re.compile("压减|淘汰|关停|严格控制(?!在)|严控|化解|遏制|禁止|不得(?:新|审)|严禁|取缔|抑制")
_TAUGHT = re.compile(
    "(?:维修|[^，。；、\n]{0,4})" + _MORE + "等[^，。；、\n]{0,4}专业"
    "(?=建设|设置|学科|群|人才|教师|[，。；]|$)|专业建设"
)
_ZONE = re.compile("(?:示范|先行|试验|核心)?区(?!域)")
_STATION = re.compile("[一二三四五六七八九十\\d—-]+[号期]|机组|前期|厂址|规划站点|(?<=核电)项目")
_POWER = ("核电", "抽水蓄能")
_HUBS = ("园区", "集散", "枢纽", "节点", "通道", "配送", "分拨", "交易")
_BRAND = re.compile("”(?:、?“[^”]{2,6}”){0,4}[^，。；“]{0,4}品牌")
_BESIDE = frozenset("、和与及")
_BEHIND_DESIGN = ("产业", "服务", "企业", "外包", "高端")
_SUMMED = re.compile(
    _MORE + "等[^，。；、\n]{0,3}(?:配套服务|配套功能|保障服务|要素保障|“?[一二三四五六七八九十]大?体系"
    "|冷链(?:物流|运输|配送))"
)
_PARTAKES = re.compile(_MORE + "企业等?(?:参与|利用|为[^，。；、\n]{1,10}(?:开展|提供))")
_REGULATED = re.compile(
    "[^，。；、]{0,2}(?:注册人|技术审评|上市许可|简化注册)|企业(?:异地)?监管"
    "|市场(?:联合)?(?:执法|监管|秩序|整治)|(?:生产)?储备|(?<=服务)进(?:社区|校园|农村|乡村|家庭)"
)
_TESTED = re.compile("[^，。；、]{0,2}(?:成熟度|系统解决方案|水平评估)|新?模式(?!创新)")
_BASIC = re.compile(_MORE + "等[^，。；、\n]{0,6}(?:基础设施|市政设施)")
_FUSED = re.compile(_MORE + "等[^，。；、\n]{0,5}技术[^，。；、\n]{0,8}(?:融合|应用|运用|赋能|手段)")
_MEANS = ("新一代信息技术", "信息技术", "数字科技", "空间信息", "增材制造", "3D打印")
_TURNED_ON = re.compile(
    _MORE + "(?:等[^，。；、\n]{0,5}技术)?(?:与|同|在|和)[^，。；、\n]{1,14}(?:融合|应用|赋能|集成)|赋能|手段"
)
_ADMINISTERED = re.compile(
    _MORE
    + "等[^，。；、\n]{0,6}(?:(?:产品|品种)(?=[^，。；\n]{0,4}(?:监管|抽检|执法|安全))|领域|行业|环节)[^。；\n]{0,10}?"
    + "(?:推行|清理|简化|惩戒|信用|监管|执法|整治|违法|乱象|安全|收费|审批|证照|承诺|“?一卡|“?一码|通办)"
)
_CLEANED = re.compile(_MORE + "(?:等[^，。；、\n]{0,4})?(?:行业|企业)?[^，。；、\n]{0,4}超低排放")
_AMOUNTS = (
    "比例",
    "运量",
    "航线",
    "率",
    "废弃物",
    "粪污",
    "污染",
    "尾水",
    "废水",
    "占比",
    "保有量",
    "适老化",
    "机具",
    "试验场",
)
_COMPUTING = ("算力", "智算", "智能计算", "超级计算")
_COMPUTED = re.compile("[^，。；、]{0,6}?中心|集群|基础设施|设施|网|券|资源|单元|规模|调度|供给|布局")
_AWARDED = re.compile("国家(?:级)?$")


_FIRST_SETS = ("首批次", "首台套", "首版次")


def objection(text: str, start: int, end: int, *, served: bool = False) -> str | None:
    """Why a run that names an industry is none that is developed: the name of a reason; None where nothing objects.

    Args:
        text: of a unit.
        start: where the name starts.
        end: where it ends.
        served: whether those who carry it on stand behind it, so that no word of developing is needed.
    """
    floor, stop = around(text, start, end, "，。；\n")
    near = text[max(0, start - 20) : start]
    used = _TOOL_ENDS.search(near) and not text.startswith("产业", end) and words().tools.search(near)
    applied = not served and "在" in text[floor:start] and _USED.match(text, end)
    if used or applied or text.startswith(("接", "圈"), end) or _is_means(text, start, end):
        return "tool"
    if _in_other_name(text, start, end) or _of_another_kind(text, start, end):
        return "in_name"
    if ("施" in text and _BASIC.match(text, end)) or ("专业" in text and _TAUGHT.match(text, end)):
        return "in_name"
    if text.startswith("研发设计", end - 4) and not served and not text.startswith(_BEHIND_DESIGN, end):
        return "not_developed"
    goes_on = text[end : end + 1] in _GOES_ON
    if goes_on and (_SUMMED.match(text, end) or _PROBLEM.match(text, end) or text.startswith("实体经济", end + 1)):
        return "not_developed"
    if (goes_on or text.startswith("企业", end)) and _PARTAKES.match(text, end):
        return "not_developed"
    if text[start - 1 : start] == "“" and _BRAND.match(text, end):
        return "in_name"
    if _CURBED.search(text, floor, start) or is_controlled(text, start, end, floor, stop):
        return "not_developed"
    led = text.startswith(("发展）领导小组", "）领导小组"), end)
    if led or _CHANCE.search(text, floor, stop):
        return "not_developed"
    return None if served or _DEVELOPS.search(text, *around(text, start, end, "。\n")) else "not_developed"


def _is_means(text: str, start: int, end: int) -> bool:
    """Whether it is one of the techniques that are joined to a trade or used in it (新一代信息技术与制造业融合)."""
    if text.startswith("产业", end):
        return False
    means = text.startswith(_MEANS, start, end) or text[start:end] in words().technologies
    fused = text[end : end + 1] in _GOES_ON and _FUSED.match(text, end)
    return bool(fused or (means and _TURNED_ON.match(text, end)))


def _is_award(text: str, start: int, end: int) -> bool:
    """Whether 先进制造业 stands in the title that a higher level awards (争创国家先进制造业集群)."""
    return text.startswith("集群", end) and _AWARDED.search(text, max(0, start - 4), start) is not None


def _in_other_name(text: str, start: int, end: int) -> bool:
    """Whether the name of a company, a title that is awarded or an office goes on behind the run."""
    if text[start - 1 : start] in _KINDS_OF_PLACES and _PARKS.match(text, end):
        return True
    if text[end : end + 1] in _LISTS_ON and _LISTED_COMPANIES.match(text, end) and _is_tail(text, start):
        return True
    titled = _TITLED.match(text, end)
    rank = _RANK.search(text, max(0, start - 8), start) if titled else None
    if titled and rank and titled[0].endswith("基地") and "示范" not in titled[0]:
        titled = None if _BUILT.search(text, 0, rank.start()) else titled  # 建设国家中药材良种繁育基地
    return bool((titled and rank) or _OTHER_NAME.match(text, end) or text.startswith(words().not_inside, end))


def _of_another_kind(text: str, start: int, end: int) -> bool:
    """Whether it is a public service, a heritage, a check of quality or but the sum of a list."""
    name = text[start:end]
    if name.endswith("服务") and not name.endswith("社会化服务") and text.startswith("组织", end):
        return True
    if name.endswith("文化") and _CULTURE.match(text, end):
        return True
    if name == "现代服务业" and text.startswith("合作区", end):  # 前海深港现代服务业合作区
        return True
    if _is_site(text, start, end) or _is_step(text, start, end):
        return True
    if name == "检验检测" and text.endswith("质量", 0, start):
        return True
    if name == "先进制造业" and (_LED.search(text, max(0, start - 8), start) or _is_award(text, start, end)):
        return True
    if text[start - 1 : start] == "等" and name in words().sums:
        return True
    if text[end : end + 1] in _GOES_ON and name.endswith(_ASPECTS) and _ASPECT.match(text, end):
        return True
    served = name.endswith(words().services) and _OF_SERVICE.match(text, end)
    return (
        bool(served)
        or text.endswith(_FIRST_SETS, 0, start)
        or _cuts(text, start, end)
        or _is_measured(text, start, end)
    )


def _is_site(text: str, start: int, end: int) -> bool:
    """Whether an area, a power station or what is licensed is named (临空经济区, 红沿河核电二期, 医疗器械注册人)."""
    name = text[start:end]
    if name.endswith("经济"):
        zone = _ZONE.match(text, end)
        return zone is not None and (zone[0] == "区" or name in words().zones)
    if name == "物流":
        return text.startswith(_HUBS, end)
    if name.endswith(_POWER) and _STATION.match(text, end):
        return True
    return bool(_REGULATED.match(text, end) or (name == "智能制造" and _TESTED.match(text, end)))


def _is_step(text: str, start: int, end: int) -> bool:
    """Whether a step of work is named among others (研发设计、生产控制等工业软件)."""
    steps = words().steps
    if text[start:end] not in steps:
        return False
    after = text[end : end + 1] in _BESIDE and text.startswith(steps, end + 1)
    return after or (text[start - 1 : start] in _BESIDE and text.endswith(steps, 0, start - 1))


def _cuts(text: str, start: int, end: int) -> bool:
    """Whether the run is cut out of other words (壮大健康产业, 纺织品, 航空港, 研发设计类), or is a certificate."""
    if text.startswith("大", start) and text[start - 1 : start] in _BOUND:
        return True
    if text.startswith("纺织", end - 2) and text.startswith("品", end):
        return True
    if text.startswith("空港", start) and text[start - 1] == "航":
        return True
    if text.startswith("绿色食品", start) and _CERTIFIED.search(text, *around(text, start, end, "，。；\n")):
        return True
    return text[end : end + 1] == "类" and text[end + 1 : end + 3] != "企业"


def _is_measured(text: str, start: int, end: int) -> bool:
    """Whether a rate, a waste, an amount of computing or an indicator is named, or a field that is administered."""
    if text.startswith(_AMOUNTS, end) or (text.endswith(_COMPUTING, start, end) and _COMPUTED.match(text, end)):
        return True
    if text[end : end + 1] in _GOES_ON and _ADMINISTERED.match(text, end):
        return True
    if "超低排放" in text and _CLEANED.match(text, end):
        return True
    return "指标名称" in text and "指标名称" in text[floor_of(text, start, "，。；\n") : start]


def _is_tail(text: str, start: int) -> bool:
    """Whether a run is but the end of a member of a list, whose first word no verb is: 斯达半导体."""
    before = max(text.rfind(stop, 0, start) for stop in "、，。；：\n和与及")
    return before + 1 < start and name_start(text, before + 1, start + 1, ()) == before + 1
