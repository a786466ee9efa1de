"""Undertakings of lists: what closes one, what its members share, and the lists of boxes and annexes."""

from pathlib import Path

import pytest

from extract.facts import ProjectMention
from extract.files.reading import read
from extract.pipeline import Extractor
from extract.projects.proper import is_ordinary
from tests.extract.passages import facts

GUIZHOU = "520000"
SHANDONG = "370000"


def named(text: str, jurisdiction: str = GUIZHOU) -> dict[str, str]:
    """Stage of each project that a text mentions, by name."""
    return {f.project.name: f.stage for f in facts(text, ProjectMention, jurisdiction)}


@pytest.mark.parametrize(
    ("text", "names", "stage"),
    [
        ("抓好裕龙石化、万华蓬莱、魏桥铝业等重大项目建设。", ["裕龙石化", "万华蓬莱", "魏桥铝业"], "underway"),
        ("加快瓮安煤矿、织金电厂二期等项目前期工作。", ["瓮安煤矿", "织金电厂二期"], "preparatory"),
        ("推动沂蒙山、微山湖等景区提质。", ["沂蒙山景区", "微山湖景区"], "underway"),
        ("打造翠屏山、马踏洞等商圈。", ["翠屏山商圈", "马踏洞商圈"], "underway"),
        ("确保贵黄大道、数博大道延伸段等年内建成通车。", ["贵黄大道", "数博大道延伸段"], "operating"),
        ("确保贵黄大道、阅江大桥南引道等建成或取得实质性进展。", ["贵黄大道", "阅江大桥南引道"], "operating"),
        (
            "推进国道G210线遵义至息烽段、G326线绥阳段等国省干线改扩建。",
            ["国道G210线遵义至息烽段改扩建", "国道G326线绥阳段改扩建"],
            "underway",
        ),
        (
            "建设飞南资源、新荣昌等危险废物综合利用项目和贵阳热力电厂二期。",
            ["飞南资源危险废物综合利用", "新荣昌危险废物综合利用", "贵阳热力电厂二期"],
            "underway",
        ),
        ("依托中国天眼、遵义会议纪念馆等载体开展研学。", ["中国天眼", "遵义会议纪念馆"], "operating"),
        (
            "整治清水江、舞阳河、都柳江防洪薄弱段堤防126公里。",
            ["清水江防洪薄弱段堤防", "舞阳河防洪薄弱段堤防", "都柳江防洪薄弱段堤防"],
            "underway",
        ),
        (
            "推进220千伏睦岗、狮岗、亭江等电网工程。",
            ["220千伏睦岗电网工程", "220千伏狮岗电网工程", "220千伏亭江电网工程"],
            "underway",
        ),
        (
            "谋划凤山大桥扩建、羚山大桥、遵义湿地沿线市政道路项目。",
            ["凤山大桥扩建", "羚山大桥", "遵义湿地沿线市政道路"],
            "planned",
        ),
        (
            "共建“贵州大数据研究院”“遵义酱酒创新中心”等平台10个以上。",
            ["“贵州大数据研究院”", "“遵义酱酒创新中心”"],
            "underway",
        ),
        (
            "推进遵义松林煤矿、习水仙源煤矿等矿坑综合治理。",
            ["遵义松林煤矿矿坑综合治理", "习水仙源煤矿矿坑综合治理"],
            "underway",
        ),
        ("实施威宁草海、红枫湖等湖泊生态修复。", ["威宁草海生态修复", "红枫湖生态修复"], "underway"),
        (
            "建设遵义至赤水、毕节至威宁省际快速通道。",
            ["遵义至赤水省际快速通道", "毕节至威宁省际快速通道"],
            "underway",
        ),
        (
            "研究开通贵阳—黄果树、遵义—赤水低空直升机航线。",
            ["贵阳—黄果树低空直升机航线", "遵义—赤水低空直升机航线"],
            "planned",
        ),
        ("支持建设黎平、兴义、铜仁等支线机场。", ["黎平支线机场", "兴义支线机场", "铜仁支线机场"], "planned"),
        ("稳定开行“黔欧”“黔新”等中欧班列。", ["“黔欧”中欧班列", "“黔新”中欧班列"], "operating"),
        (
            "加快六盘水水城、铜仁万山等独立工矿区搬迁改造试点。",
            ["六盘水水城独立工矿区搬迁改造试点", "铜仁万山独立工矿区搬迁改造试点"],
            "underway",
        ),
        (
            "加快贵州射电望远镜、贵州大学山地灾害模拟装置等重大科技基础设施建设。",
            ["贵州射电望远镜", "贵州大学山地灾害模拟装置"],
            "underway",
        ),
        ("实施G210、G320、S101等普通国省道提质改造。", ["G210提质改造", "G320提质改造", "S101提质改造"], "underway"),
        (
            "加快桐梓—正安、威宁—赫章高速公路（金斗、海拉段）建设。",
            ["桐梓—正安高速公路", "威宁—赫章高速公路（金斗、海拉段）"],
            "underway",
        ),
        (
            "实施兴义万峰林、毕节飞雄、铜仁凤凰机场改扩建工程。",
            ["兴义万峰林机场改扩建工程", "毕节飞雄机场改扩建工程", "铜仁凤凰机场改扩建工程"],
            "underway",
        ),
        (
            "推进芙蓉江、羊磴河、洪渡河等跨界河流联合治理。",
            ["芙蓉江联合治理", "羊磴河联合治理", "洪渡河联合治理"],
            "underway",
        ),
        ("研究渝黔铁路外绕工程。", ["渝黔铁路外绕工程"], "planned"),
        ("实施凤山湿地公园修复、雷公山自然保护区提升。", ["凤山湿地公园", "雷公山自然保护区"], "underway"),
    ],
)
def test_members_of_a_closed_list_are_undertakings(text: str, names: list[str], stage: str) -> None:
    """What sums up a list says what its members are, though they have no head, and what they share."""
    assert dict.fromkeys(names, stage) == named(text)


@pytest.mark.parametrize(
    "text",
    [
        "加快推进老旧小区改造、污水管网、停车场等项目建设。",
        "推进高标准农田建设、畜禽粪污资源化利用、农村厕所改造等项目。",
        "支持清华大学、山东大学、山东高速集团等开展科研攻关。",
        "支持企业实施智能化改造、绿色化改造、数字化转型等项目。",
        "发展数字经济、平台经济、共享经济等新业态项目。",
        "依托世界互联网大会、进博会等平台开展招商。",
        "加快建设充电桩、换电站、加氢站等基础设施。",
        "培育壮大新能源汽车、高端装备、生物医药等产业集群。",
        "推动城区道路改扩建、农村公路提档升级。",
        "积极争取中央预算内投资、地方政府专项债券等资金支持项目建设。",
        "在产业园区、商业街区、旅游景区建设充电设施。",
        "推广在道路桥梁、抗裂路面、海上平台中的应用。",
        "依托淘宝、京东、抖音等平台，开展直播带货。",
        "支持历下区、章丘区、莱芜区等县区建设产业园区。",
        "做优做强黄牛、生猪、蛋鸡等特色养殖基地。",
        "依托小商品城、国际陆港、综合保税区等平台，发展跨境电商。",
    ],
)
def test_lists_of_classes_and_actors_stay_out(text: str) -> None:
    """Classes that 等项目 sums up, and bodies that act, are no undertakings."""
    assert {} == named(text, SHANDONG)


def test_numbers_in_quotes_are_explained() -> None:
    """“两轴”，即甲走廊和乙走廊: what a number stands for are undertakings of their own."""
    text = "“两轴”，即“贵阳—遵义”科创走廊和“贵阳—安顺”文旅走廊。“双基地”，即毕节氢能装备制造基地。"
    assert {"贵阳", "毕节"} == {name.strip("“")[:2] for name in named(text)}
    assert {} == named("“两化”，即新型工业化和信息化。")


def test_kind_of_the_first_lends_its_place() -> None:
    """甲铁路口岸、公路口岸: what has no name of its own lies where the first of its kind does."""
    assert ["贵阳铁路口岸", "贵阳公路口岸"] == list(named("加快贵阳铁路口岸、公路口岸提质改造。"))


def test_lines_planned_with_neighbours() -> None:
    """推进甲至乙等出省通道与某省的规划对接 involves that province."""
    found = facts("推进松桃至花垣、铜仁至凤凰等出省通道与湖南省的规划对接。", ProjectMention, GUIZHOU)
    assert ["松桃至花垣出省通道", "铜仁至凤凰出省通道"] == [f.project.name for f in found]
    assert all("湖南省" in {p.name for p in f.places} for f in found)


def test_heading_in_ordinary_words_names_a_class() -> None:
    """建设现代物流枢纽。推进甲、乙建设。: the sentences below tell which ones; an undertaking of a name stays."""
    assert ["遵义综合物流园"] == list(named("建设现代物流枢纽。推进遵义综合物流园建设。"))
    assert ["贵阳国际陆港"] == list(named("建设贵阳国际陆港。完善仓储、配送功能。"))


def test_zone_that_builds_is_no_undertaking() -> None:
    """支持甲新区建设乙产业园 is about the park; 支持甲医院建设三甲医院 about the hospital."""
    assert {"氢能产业园": "planned"} == named("支持青岛西海岸新区、青岛胶东示范区建设氢能产业园。", SHANDONG)
    hospitals = ["市中西医结合医院", "市妇女儿童医院"]
    assert hospitals == list(named("支持市中西医结合医院、市妇女儿童医院建设三甲医院。", SHANDONG))


def test_places_in_front_of_the_verb_are_involved() -> None:
    """在甲、乙设立 X and 联合甲开通 X involve them; the place in the name of a body does not."""
    (found,) = facts("率先在织金县、纳雍县毗邻地带设立“产业合作示范园区”。", ProjectMention, "520500")
    assert ["织金县", "纳雍县"] == [place.name for place in found.places]
    (found,) = facts("联合贵州大学建设织金磷煤化工研究院。", ProjectMention, "520500")
    assert ["织金县"] == [place.name for place in found.places]


def test_two_joined_by_a_link_are_one() -> None:
    """甲段与乙线联络工程 names one work."""
    assert {"汉巴南铁路南充至巴中段与既有达成线联络工程": "starting"} == named(
        "开工建设汉巴南铁路南充至巴中段与既有达成线联络工程。", "511700"
    )


def test_brackets_with_figures_are_left_out_of_names() -> None:
    """（怀集至郁南段） belongs to a name, （境内139公里） does not."""
    text = "建成怀阳高速二期（怀集至郁南段）、西安至重庆高铁安康至重庆段（达州境内139公里）。"
    assert ["怀阳高速二期（怀集至郁南段）", "西安至重庆高铁安康至重庆段"] == list(named(text, "511700"))


def test_umbrella_gives_way_to_its_members() -> None:
    """“三横三纵”快速路 is no undertaking of its own where the sentence names the roads."""
    assert ["贵黄大道", "花溪大道"] == list(named("加快“三横三纵”城市快速路建设，确保贵黄大道、花溪大道等建成。"))


@pytest.mark.parametrize(
    ("words", "ordinary"), [("污水管网", True), ("农村道路", True), ("喜珍电路", False), ("合林立业", False)]
)
def test_ordinary_words_make_no_name(words: str, *, ordinary: bool) -> None:
    """What ordinary words cover is a class; a rest that they leave is a name."""
    assert ordinary == is_ordinary(words)


def boxes(tmp_path: Path, body: str) -> list[tuple[str, str, str]]:
    """Unit, name and stage of each project of a plan with a box."""
    path = tmp_path / "plan.txt"
    path.write_text(
        f"贵阳市推进发展实施方案\n\n一、重点任务\n\n1.完善基础设施。持续补短板。\n\n{body}\n", encoding="utf-8"
    )
    found = Extractor().extract(read(path)).facts
    return [(f.unit, f.project.name, f.stage) for f in found if isinstance(f, ProjectMention)]


def test_items_of_a_box_of_projects(tmp_path: Path) -> None:
    """Under a title of projects every item is one, whatever its noun; notes give the stage, figures are left out."""
    body = """专栏1　基础设施重点项目
铁路：贵南高铁、盘兴铁路（在建）；黄百铁路扩能、水柏铁路（前期）。
高速公路：纳晴高速、德余高速，估算总投资约580亿元。
能源：织金气田产能建设、盘州—兴义500千伏线路、贵阳抽水蓄能（总装机150万千瓦）。"""
    assert [
        ("专栏1.1", "贵南高铁", "underway"),
        ("专栏1.1", "盘兴铁路", "underway"),
        ("专栏1.1", "黄百铁路扩能", "preparatory"),
        ("专栏1.1", "水柏铁路", "preparatory"),
        ("专栏1.2", "纳晴高速", "underway"),
        ("专栏1.2", "德余高速", "underway"),
        ("专栏1.3", "织金气田产能建设", "underway"),
        ("专栏1.3", "盘州—兴义500千伏线路", "underway"),
        ("专栏1.3", "贵阳抽水蓄能", "underway"),
    ] == boxes(tmp_path, body)


def test_boxes_of_other_things_hold_no_list_of_projects(tmp_path: Path) -> None:
    """Lists of products, bodies and figures in a box are no undertakings."""
    body = """专栏1　特色产业
白酒：金沙窖酒、毕节大曲。
省级平台：推进改革。
新能源：到2025年，装机规模达到1500万千瓦。
重点产品：辣椒、茶叶、刺梨、天麻。
重点企业：茅台集团、老干妈公司、瓮福集团。
责任单位：市发展改革委、市财政局。"""
    assert [] == boxes(tmp_path, body)


@pytest.mark.parametrize(
    "text", ["甲、" * 50_000, "建设" + "甲乙、" * 30_000 + "等项目。", "“" * 50_000, "建设" + "（" * 50_000]
)
def test_long_texts_of_one_kind_stay_quick(text: str) -> None:
    """A hundred thousand characters of one kind are read in time that grows with their number."""
    assert {} == named(text)
