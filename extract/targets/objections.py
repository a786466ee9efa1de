"""Why a figure is no aim: part of a name, a count of what exists, a condition, money that is granted."""

import re

from extract.targets.figures import Figure
from extract.targets.rates import PART, URGED, reached
from extract.targets.sizes import circle, is_in_name, is_reached, of_thing
from extract.targets.words import words

_CONDITION = re.compile(
    r"(?:人民币)?的[\u4e00-\u9fff]{0,8}?(?:企业|市场|产业集群|集群|单位|主体|项目|机构|平台|家庭农场|合作社|个人|园区|贷款|人员|大户)"
)
_RULE = re.compile("的?[\u4e00-\u9fff]{2,10}?(?:纳入|给予|优先|享受|必须|一律|可以|按照)")  # 5000万元以上项目纳入…库
_TERM = re.compile("(?:期限|有效期|年龄)[^，、]{0,6}$")
_IF = re.compile("的[，、）]")  # 投入超过1000万元的，按…给予补助
_SOUGHT = re.compile("(?:力争|全年|年内|积极)*(?:争取|安排|筹集|落实|下达|兑现|发放|统筹)")
_FUNDS = re.compile("(?:性)?(?:资金|专项)")
_STANDARD_RISES = re.compile(
    "(?:补助|补贴|资助)标准(?:(?:逐步|统一|分别)?(?:提高|提升|增加|调整|达)[到至为]?|[^，。]{0,6}(?:提高|增加)到)"
)
_TO_WHOM = re.compile("对")
_EXISTING = re.compile(r"(?:等(?=首批$)|等|首批|连续|的|这|该|共|现有|已有|已核准的|纳入)$|第$")
_OF_THING = re.compile(
    r"(?:以上|级)?(?:（[^（）]{1,16}）|）)?(?:的[\u4e00-\u9fff]{0,10}?)?(?:企业|园区|项目|产业|产业集群|集群|基地|主体|平台|工程)"
    r"(?:数量|总数|数)?(?:达到|达|突破|超过|不少于|不低于|发展到|增加到)?(?=\d)"
)  # 100亿元企业5家
_BOUND_OF_THING = re.compile(
    r"(?<=以上|以下|以内|之内)(?:（[^（）]{1,16}）)?(?:的[\u4e00-\u9fff]{1,10}?|[\u4e00-\u9fff]{2,10}?)"
    r"(?:(?:占比|比例|比重|覆盖率|数量|总数|数)?(?:达到|达|占|突破|超过|不少于|不低于|不超过|稳定在|控制在|提高到)|(?:占比|比例|比重|率|数))?(?=\d)"
)  # 收入50万元以上的村达到60%; 3岁以下婴幼儿托位数4.5个
_WHOM = re.compile("[^，。；、的]{0,6}?(?:企业|项目|单位|机构|平台|主体|个人|人才|基地|园区)")
_REACH_OF = ("覆盖率", "服务覆盖率", "服务半径")
_RATE = re.compile("(?:[^效功频]率|占比|比例|比重)[^率]{0,4}$")
_CONDITIONS = re.compile(f"(?:且|并且|或者|或|同时).*{_CONDITION.pattern}")
SHARE_OF = re.compile("[^，、]{2,20}的$")
_LISTED_BEFORE = re.compile("[、和与及—][^、，]{1,12}$")
_SPEAKS_OF = ("涉及", "包括", "下辖", "辖", "共涉及", "范围涉及", "范围包括")
_COUNTS = frozenset("两三四五六七八九十")
_WHO_OR_WHERE = re.compile(
    "(?:毗邻|沿线|重点|相关|有关|主要)?(?:乡镇|县|市|区|街道|村|社区|部门|单位|城市|国家|地区|方面|领域|环节|行业|产业|类|省|家?企业|高校|院校|专业|项目|公司|镇)"
)
_LED = re.compile("(?:20\\d{2}年|每年|累计|共|全年|年内|力争|重点|加快|全面|抓好|推动|推进|积极|联合)+")
_TREATED = re.compile(
    r"[^，。；、（(\d]{2,14}?(?:(?:除险)?加固|改造(?:提升)?|提升(?:改造)?|提档升级|升级(?:改造)?|整治|治理|修复|扩容|清淤|维修|更新)(?:工程|任务|工作)?(?=[，。；、）]|$)"
)
_ALL_DAY = 24
_TAKES = re.compile("(?:左右)?的?(?:时间|努力)")
_MEETS = re.compile("(?:以上)?[^，。；、]{0,12}?(?:联席会|座谈会|会议|例会|会商|调度会|办公会|推进会)")
_COUNTED = ("个", "家", "项", "座", "所", "条", "处", "名", "户", "场", "次")
TIMES = ("天", "日", "小时", "分钟", "年", "个月", "岁")


_OF_CIRCLE = re.compile(
    r"[\u4e00-\u9fff]{1,8}圈[\u4e00-\u9fff]{0,10}?(?:\d|率)"
)  # 15分钟生活圈示范片区5个, 15分钟生活圈覆盖率


def is_of_name(figure: Figure, text: str) -> bool:
    """Whether a figure bounds what the next one counts: 100亿元企业5家, 收入50万元以上的村达到60%."""
    # 5万吨级泊位3个; 每10万人拥有律师35名
    if (
        _OF_THING.match(text, figure.end)
        or text.startswith("级", figure.end)
        or figure.unit.endswith("级")  # 百亿级文旅产业集群10个
        or text[max(0, figure.start - 1) : figure.start] == "每"
    ):
        return True
    if text.startswith("的", figure.end) and text[figure.end + 1 : figure.end + 2].isdigit():
        return True  # 超100亿元的1家
    if text.startswith(_REACH_OF, figure.end) and figure.unit in ("米", "公里", "小时", "分钟"):
        return True  # 公交站点500米覆盖率
    if figure.unit in ("小时", "分钟", "刻钟") and _OF_CIRCLE.match(text, figure.end):
        return True
    if figure.suffix in ("以上", "以下", "以内") and text[figure.end : figure.end + 1].isdigit():  # 50亿元以上2个
        return True
    counted = figure.unit in _COUNTED
    bound = _BOUND_OF_THING.match(text, figure.end) if figure.suffix else None
    if bound is not None and counted and not _RATE.search(bound[0]):
        return False  # 30户以上自然村通宽带率达到100% is bound
    if bound is not None and bound[0].endswith(("和", "与", "及")):  # 年产1000架以上飞机和10万台以上控制器
        return False
    return bound is not None and words().making.search(bound[0]) is None


def objection_to(figure: Figure, text: str, start: int, at: int, end: int) -> str:
    """Why a figure is no aim: part of a name (“人才30条”), a count of what exists, money granted; else "".

    Args:
        figure: the figure.
        text: of the unit.
        start: of its clause.
        at: behind the figure before it.
        end: of the clause.
    """
    if text.count("“", start, figure.start) > text.count("”", start, figure.start) and not circle(text, figure):
        return "quoted"
    if text.startswith(("注：", "注:"), start) or _is_existing(text, at, figure):
        return "existing"
    sized = figure.unit == "吨" and figure.suffix.endswith("以下") and text[figure.end : figure.end + 1] > "一"
    if not figure.suffix and words().sizes.search(text[at : figure.start]) and of_thing(text, figure):
        return ""  # 总投资50亿元的抽水蓄能电站项目
    if URGED.search(text, at, figure.start) and reached(text, figure, "", end):
        return ""  # 推动60%以上的规上工业企业实现数字化改造
    if (
        sized
        or _IF.match(text, figure.end)
        or text.rfind("（或", at, figure.start)
        > text.rfind("）", at, figure.start)  # 达到70%（或较2020年提高5个百分点）
        or (figure.suffix in ("以上", "以下", "以内") and _RULE.match(text, figure.end))
        or _TERM.search(text, at, figure.start)
        or text.startswith(("凡", "对于"), start)
        or (figure.suffix and text.startswith("对", start) and _WHOM.match(text, figure.end))
        or _CONDITION.match(text, figure.end)
        or _CONDITIONS.match(text, figure.end, end)
    ):
        return "condition"
    if is_in_name(text, figure) or figure.unit.endswith("级"):
        return "in_name"
    met = _MEETS.match(text, figure.end) if figure.unit == "次" else None
    if met and (met[0] in ("会议", "例会") or text.find("每年", start, figure.start) < 0):
        return "existing"
    if figure.unit in TIMES and (figure.value == _ALL_DAY or _TAKES.match(text, figure.end)):
        return "existing"  # 24小时通关; 用5—10年时间
    within = text.startswith(("内", "以内", "免"), figure.end) and not is_reached(text, figure)
    if figure.unit in TIMES and within:
        return "existing" if not words().compared.search(text, max(at, figure.start - 4), figure.start) else ""
    return "granted" if _is_granted(text, start, end) else ""


def _is_granted(text: str, start: int, end: int) -> bool:
    """Whether a clause tells what is granted; money of that kind that is sought is an aim: 争取省级补助资金3亿元."""
    said = words().granted.search(text, start, end)
    if said is None or (_STANDARD_RISES.search(text, said.start(), end) and not _TO_WHOM.match(text, start)):
        return False
    sought = _SOUGHT.match(text, start) is not None
    return not sought or not _FUNDS.match(text, said.end())


def _is_made_of(text: str, before: str, figure: Figure) -> bool:
    """Whether a list that a figure sums up names what is to be made, or treated: 建成甲、乙等12个驿站."""
    if _WHO_OR_WHERE.match(text, figure.end):
        return False
    led = _LED.match(before)
    return words().making.match(before, led.end() if led else 0) is not None or (
        _TREATED.match(text, figure.end) is not None
    )


def _is_existing(text: str, at: int, figure: Figure) -> bool:
    """Whether a figure counts what is named or there: 甲、乙两个园区, 等5家; not 打通甲路等7条路, 平均水平的85%."""
    before = text[at : figure.start]
    if before.startswith(_SPEAKS_OF):
        return True  # 涉及甲区、乙市16个镇
    if text[figure.start] in _COUNTS and _LISTED_BEFORE.search(before):
        return True
    found = _EXISTING.search(before)
    if found is None:
        return False
    if found[0] == "等":
        return not _is_made_of(text, before, figure)
    if found[0] == "的" and circle(text, figure):
        return False  # 覆盖城乡的15分钟健身圈
    if found[0] == "的" and figure.unit == "%" and PART.search(before):  # 占总装机的50%
        return False
    return not (
        found[0] == "的" and any(SHARE_OF.fullmatch(before, w.end()) for w in words().compared.finditer(before))
    )
