"""Concrete undertakings, their stage and places."""

import pytest

from extract.facts import ProjectMention
from extract.plan import UnitKind
from tests.extract.passages import QIAOCHENG, SUZHOU, facts

CHUZHOU = "341100"


def named(text: str, jurisdiction: str = SUZHOU, *, unit_kind: UnitKind = "measure") -> list[tuple[str, str]]:
    """Name and stage of the projects that a text mentions."""
    return [(f.project.name, f.stage) for f in facts(text, ProjectMention, jurisdiction, unit_kind=unit_kind)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "开工建设宿州—固镇、徐州—淮北—阜阳高速公路。",
            [("宿州—固镇高速公路", "starting"), ("徐州—淮北—阜阳高速公路", "starting")],
        ),
        (
            "加快宿州民航机场和萧县、灵璧通用机场前期工作。",
            [("宿州民航机场", "preparatory"), ("萧县通用机场", "preparatory"), ("灵璧通用机场", "preparatory")],
        ),
        ("建成运营砀山、泗县通用机场。", [("砀山通用机场", "operating"), ("泗县通用机场", "operating")]),
        (
            "推进省级天然气主干管网蚌埠—宿州段、固镇—灵璧段项目建设。",
            [("省级天然气主干管网蚌埠—宿州段", "underway"), ("省级天然气主干管网固镇—灵璧段", "underway")],
        ),
        ("规划建设埇桥—铜山省际毗邻地区新型功能区。", [("埇桥—铜山省际毗邻地区新型功能区", "planned")]),
        ("积极对接引江济淮二期工程规划建设。", [("引江济淮二期工程", "planned")]),
        (
            "加快建设小型超算中心和云计算、生物医药研发平台。",
            [("小型超算中心", "underway"), ("云计算研发平台", "underway"), ("生物医药研发平台", "underway")],
        ),
        ("推进宿州徐州现代产业园区等省际产业合作园区建设。", [("宿州徐州现代产业园区", "underway")]),
        ("推深做实“四送一服”双千工程。", [("“四送一服”双千工程", "underway")]),
        ("争取设立宿州内陆无水港。", [("宿州内陆无水港", "planned")]),
        ("建设智慧交通、智慧旅游等智慧城市工程。", [("智慧交通工程", "underway"), ("智慧旅游工程", "underway")]),
        (
            "协同推进新汴河、黄河故道和符离大道等生态廊道建设。",
            [("新汴河生态廊道", "underway"), ("黄河故道生态廊道", "underway"), ("符离大道生态廊道", "underway")],
        ),
        ("加快建设全省联网、规则统一的农村产权交易市场。", [("农村产权交易市场", "underway")]),
        (
            "依托亳州中药材商品交易中心建设道地药材溯源平台。",
            [("亳州中药材商品交易中心", "operating"), ("道地药材溯源平台", "underway")],
        ),
        ("高水平推进“一港十中心”建设。", [("“一港十中心”", "underway")]),
        ("严格落实国家“东数西算”工程布局要求。", [("国家“东数西算”工程", "underway")]),
    ],
)
def test_names_projects(text: str, expected: list[tuple[str, str]]) -> None:
    """The verb gives the stage, a noun of an earlier stage outranks it; shared heads and modifiers are distributed."""
    assert expected == named(text)


@pytest.mark.parametrize(
    "text",
    [
        "加快建设一批产业园区和各类创新平台。",
        "完善农村公路网络，推进5G网络建设。",
        "打造长三角区域重要的绿色农产品供应基地。",
        "将宿州市打造成区域物流中心。",
        "推动大模型向设备运维、质量检测等多元场景延伸。",
        "实施质量提升行动和人才计划。",
        "支持申报建设保税物流中心、保税仓库等海关特殊监管场所。",
        "加强与中国农科院合作。",
        "加快“5G+工业互联网”向园区、产业集群延伸覆盖。",
        "打造数据汇聚枢纽。",
        "支持国家人工智能应用中试基地等公共平台汇聚数据。",
        "深化“一带一路”建设，实施“千人计划”人才工程计划。",
    ],
)
def test_leaves_classes_and_aims_alone(text: str) -> None:
    """Classes, positioning aims and programmes are no projects."""
    assert [] == named(text)


def test_line_that_is_extended_involves_both_ends() -> None:
    """徐州轨道交通1号线延伸到萧县 is 徐州's line, and involves 萧县."""
    (found,) = facts("推进徐州轨道交通1号线延伸到萧县项目前期工作。", ProjectMention)
    assert "徐州轨道交通1号线" == found.project.name
    assert ["徐州市", "萧县"] == [place.name for place in found.places]


def test_distributed_head_has_two_spans() -> None:
    """A name that is put together rests on the characters of both its parts."""
    text = "开工建设宿州—固镇、徐州—淮北高速公路。"
    first = facts(text, ProjectMention)[0]
    assert ["宿州—固镇", "高速公路"] == [text[s.start : s.end] for s in first.evidence]


def test_heading_of_a_box_item_is_a_project() -> None:
    """高标准农田建设工程。 at the head of an item of a box names it."""
    text = "高标准农田建设工程。统筹推进土地整治。"
    for mark in ("", "——", "●"):
        assert [("高标准农田建设工程", "underway")] == named(mark + text, QIAOCHENG, unit_kind="box")
    for rest in ("：线路全长8.5公里。", "，规划年接卸能力200万吨。"):
        assert [("汊河港铁路专用线工程", "underway")] == named(f"汊河港铁路专用线工程{rest}", CHUZHOU, unit_kind="box")
    assert [] == named(text, QIAOCHENG)


def test_part_of_the_jurisdiction_made_into_a_zone() -> None:
    """将甲镇、乙镇打造成 X names X, which involves them."""
    (found,) = facts("将古井镇、芦庙镇的部分区域打造成北部循环农业区。", ProjectMention, QIAOCHENG)
    assert ("北部循环农业区", ["古井镇", "芦庙镇"]) == (found.project.name, [p.name for p in found.places])


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("一是实施滁河治理工程。", "underway"),
        ("①实施滁河治理工程；", "underway"),
        ("（2）实施滁河治理工程。", "underway"),
        ("2024年实施滁河治理工程。", "underway"),
        ("今年开工建设滁河治理工程。", "starting"),
        ("2025年底前建成滁河治理工程。", "operating"),
        ("力争2025年建成滁河治理工程。", "operating"),
        ("“十四五”期间实施滁河治理工程。", "underway"),
        ("投资5亿元建设滁河治理工程。", "underway"),
        ("强力推进滁河治理工程建设。", "underway"),
        ("由市水利局实施滁河治理工程。", "underway"),
        ("联合高校建设滁河治理工程。", "underway"),
        ("支持来安县实施滁河治理工程。", "planned"),
        ("支持来安县依托水库建设滁河治理工程。", "planned"),
        ("通过政府购买服务实施滁河治理工程。", "underway"),
        ("来安县与浦口区、六合区共建滁河治理工程。", "underway"),
        ("新建、续建滁河治理工程。", "underway"),
        ("完成滁河治理工程。", "underway"),
        ("成立滁河治理工程。", "underway"),
        ("为建设滁河治理工程提供有力支撑。", "underway"),
    ],
)
def test_what_stands_before_the_verb_is_passed_over(text: str, stage: str) -> None:
    """Numbers, dates, sums, adverbs and actors before a verb are no part of the name, and hide no undertaking."""
    assert [("滁河治理工程", stage)] == named(text, CHUZHOU)


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("滁河大桥建成投用。", "operating"),
        ("滁河大桥已经开工。", "starting"),
        ("推动滁河大桥尽快开工。", "starting"),
        ("确保滁河大桥开工建设。", "starting"),
        ("滁河大桥2025年底前建成通车。", "operating"),
        ("力争滁河大桥12月底前建成通车。", "operating"),
        ("推进滁河大桥投入运营。", "operating"),
        ("争取将滁河大桥列入国家规划。", "planned"),
        ("争取滁河大桥纳入省“十五五”规划。", "planned"),
    ],
)
def test_verb_behind_gives_the_stage(text: str, stage: str) -> None:
    """X 建成投用, 推动 X 开工 and 争取将 X 列入规划 have the verb that counts behind the name."""
    assert [("滁河大桥", stage)] == named(text, CHUZHOU)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("实施市委、市政府“千企升级”工程。", ["“千企升级”工程"]),
        ("争取升级为综合保税区。", ["综合保税区"]),
        ("组建总规模不低于100亿元的低空经济产业基金。", ["低空经济产业基金"]),
        ("建成镇广高速公路、滁天高速公路。", ["镇广高速公路", "滁天高速公路"]),
        ("建设全省首个氢能检测中心，建成国内首座漂浮式风电平台。", ["氢能检测中心", "漂浮式风电平台"]),
        ("推进合新高铁、通苏嘉甬高铁建设。", ["合新高铁", "通苏嘉甬高铁"]),
        ("建成滁宁城际铁路二期。", ["滁宁城际铁路二期"]),
        ("推进G328国道建设。", ["G328国道"]),
        ("推进滁河铁路专用线、全椒煤炭储配基地建设。", ["滁河铁路专用线", "全椒煤炭储配基地"]),
        ("建设滁通路、石小路滁河大桥。", ["滁通路", "石小路滁河大桥"]),
        ("建设滁州科技馆、市图书馆新馆、市体育中心。", ["滁州科技馆", "市图书馆新馆", "市体育中心"]),
        ("建设保税物流中心（B型）、滁州国际陆港。", ["保税物流中心（B型）", "滁州国际陆港"]),
        (
            "推进沪苏湖铁路来安段、来安大道快速路、通苏嘉甬高铁建设。",
            ["沪苏湖铁路来安段", "来安大道快速路", "通苏嘉甬高铁"],
        ),
        ("推进滁州站、全椒站改造工程。", ["滁州站改造工程", "全椒站改造工程"]),
        (
            "来安县与浦口区共建顶山—汊河、浦口—南谯省际毗邻地区新型功能区。",
            ["顶山—汊河省际毗邻地区新型功能区", "浦口—南谯省际毗邻地区新型功能区"],
        ),
        ("建设沪滁生物医药协同创新园。", ["沪滁生物医药协同创新园"]),
        ("建设人工智能学院，研发网络治理大模型。", ["人工智能学院", "网络治理大模型"]),
        ("布局工业互联网领域中试平台、概念验证中心。", ["工业互联网领域中试平台", "工业互联网领域概念验证中心"]),
        (
            "打造中成药、药材与配方颗粒两大基地以及医疗器械、药用辅料两大园区。",
            ["中成药基地", "药材与配方颗粒基地", "医疗器械园区", "药用辅料园区"],
        ),
        (
            "建设智慧政务管理、智慧设施管理和智慧公共服务三大平台。",
            ["智慧政务管理平台", "智慧设施管理平台", "智慧公共服务平台"],
        ),
        ("推进智慧交通、警务等智慧城市工程建设。", ["智慧交通工程", "智慧警务工程"]),
        ("建设应用基地。鼓励地方申报建设人工智能应用基地。", ["人工智能应用基地"]),
        ("加快广清城际铁路北延线、广清永高铁建设。", ["广清城际铁路北延线", "广清永高铁"]),
        ("依托“善治讲堂”“在线学习”等平台开发课程。", ["“善治讲堂”", "“在线学习”"]),
    ],
)
def test_members_of_a_list_that_are_whole_stay_as_they_are(text: str, expected: list[str]) -> None:
    """A line by the characters of its places, a hall or a plant is a name; what is done to each is shared."""
    assert expected == [name for name, _ in named(text, CHUZHOU)]


@pytest.mark.parametrize(
    "text",
    [
        "支持滁州高新区与江宁开发区合作。",
        "推动滁州市第一人民医院与南京鼓楼医院共建专科联盟。",
        "推动江苏大学与滁州学院对接。",
        "支持来安县开发区与浦口开发区共建园区。",
        "推进审批管理系统与规划、消防等系统数据共享。",
        "支持推进产业技术体系、科技创新联盟等平台建设。",
        "充分发挥现代农业产业园、农业科技园区的引领作用。",
        "推进国省干线公路、县乡公路改造，打造旅游公路，发展货运铁路。",
        "走出新路，开发新产品，完成投资100亿元。",
        "将符合条件的项目纳入省重点项目清单。",
        "建设国家级和省级创新平台。",
        "推进长江、淮河两大流域治理，统筹城市、农村两大市场。",
        "创新体系基本建成，城市轨道交通网络建成。",
    ],
)
def test_actors_and_kinds_of_lines_are_no_projects(text: str) -> None:
    """Parks, colleges and hospitals that act together, and words that only look like a line's name, give none."""
    assert [] == named(text, CHUZHOU)


def test_a_cell_names_a_project() -> None:
    """What a column of projects holds is one, once, with the stage that the text beside it says."""
    row = "序号：1\n重点项目：徐宿高速公路\n主要内容：开工建设徐宿高速公路\n责任单位：市财政局"
    assert [("徐宿高速公路", "starting")] == named(row)
    assert [("徐宿高速公路", "underway")] == named("项目名称：徐宿高速公路\n责任单位：市财政局")
    assert [] == named("重点任务：徐宿高速公路\n责任单位：市财政局")
    assert [] == named("项目名称：开展招商活动\n责任单位：市财政局")
