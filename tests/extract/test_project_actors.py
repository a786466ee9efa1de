"""Who builds and what is built; titles to win; what members of a list share besides places; labels of boxes."""

import pytest

from extract.components import Profile
from extract.facts import ProjectMention, Span
from extract.plan import Plan, Section
from gazetteer.divisions import gazetteer
from tests.extract.passages import CENTRE, extractor, facts, unit

YUNLONG, QIQIHAR, SUZHOU, QUZHOU, HEFEI = "532929", "230200", "320500", "330800", "340100"


def named(text: str, jurisdiction: str) -> dict[str, str]:
    """The projects that a text mentions, and their stage."""
    return {f.project.name: f.stage for f in facts(text, ProjectMention, jurisdiction)}


@pytest.mark.parametrize(
    ("text", "jurisdiction", "expected"),
    [
        (
            "支持科大讯飞、阳光电源等建设合肥先进计算创新平台。",
            HEFEI,
            {"合肥先进计算创新平台": "planned"},
        ),
        ("支持徐工集团在肥东县布局工程机械配送中心。", HEFEI, {"工程机械配送中心": "planned"}),
        ("鼓励龙头企业在县域布局加工园区。", HEFEI, {}),
        (
            "支持中粮集团、北大荒集团等企业在富裕县、讷河市投资建设富裕粮食物流产业园。",
            QIQIHAR,
            {"富裕粮食物流产业园": "planned"},
        ),
        ("支持中粮集团、北大荒集团在富裕县、讷河市扩大收储规模。", QIQIHAR, {}),
        ("推动扎龙自然保护区、碾子山滑雪场与长隆集团、广之旅开展线路合作。", QIQIHAR, {}),
        ("推动合肥电网建设与智能化运用。", HEFEI, {"合肥电网": "underway"}),
        ("支持苏州大学、苏州科技大学等高校增设飞行器制造工程、机器人工程等专业。", SUZHOU, {}),
        ("推动苏州一中、苏州市第三中学等与上海中学结对帮扶。", SUZHOU, {}),
        ("推进与南京鼓楼医院、江苏省人民医院等组建专科联盟。", SUZHOU, {}),
        (
            "推进相城区、苏州高新区、常熟市污水处理厂建设。",
            SUZHOU,
            {"相城区污水处理厂": "underway", "常熟市污水处理厂": "underway"},
        ),
    ],
)
def test_builders_are_not_built(text: str, jurisdiction: str, expected: dict[str, str]) -> None:
    """Bodies, zones and places that are to build or to act together are no undertakings; what they build is one."""
    assert expected == named(text, jurisdiction)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("推进诺邓镇全国乡村治理示范镇创建。", {"全国乡村治理示范镇": "planned"}),
        ("支持漕涧镇创建省级文明乡镇。", {"省级文明乡镇": "planned"}),
        (
            "提档升级诺邓古镇、沙溪古镇，做好大理至保山铁路开工前各项准备工作。",
            {"诺邓古镇": "underway", "沙溪古镇": "underway", "大理至保山铁路": "preparatory"},
        ),
        ("加快国家健康医疗大数据中心（大理）筹建。", {"国家健康医疗大数据中心（大理）": "preparatory"}),
        ("做好中缅油气管道云龙段安全运行维护。", {"中缅油气管道云龙段": "operating"}),
        ("依托云南农业大学、大理大学建设核桃研究中心。", {"核桃研究中心": "underway"}),
        ("扩大诺邓黑猪原种场养殖规模。", {"诺邓黑猪原种场": "underway"}),
        ("在泸水市、剑川县推广应用生猪产业数字监管平台。", {"生猪产业数字监管平台": "underway"}),
        ("完成废弃矿山治理5000亩。", {}),
    ],
)
def test_verbs_of_the_genre(text: str, expected: dict[str, str]) -> None:
    """What is upgraded, won, prepared, kept running or spread is an undertaking; whom one learns from is none."""
    assert expected == named(text, YUNLONG)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "启动白石镇、宝丰乡2023年高标准农田建设项目。",
            ["白石镇2023年高标准农田建设", "宝丰乡2023年高标准农田建设"],
        ),
        ("实施团结、关坪片区农村供水保障工程。", ["团结片区农村供水保障工程", "关坪片区农村供水保障工程"]),
        (
            "实施漕涧片区、团结片区农村供水保障工程。",
            ["漕涧片区农村供水保障工程", "团结片区农村供水保障工程"],
        ),
        ("推进宝丰古镇、功果桥镇旧州村等乡村旅游重点村建设。", ["宝丰古镇", "功果桥镇旧州村"]),
        ("完善“一网通办”“一网统管”平台。", ["“一网通办”平台", "“一网统管”平台"]),
        ("构建“综合型+行业型”工业互联网平台体系。", []),
        (
            "新开通云龙至永平、漕涧至泸水城际公交线路2条以上。",
            ["云龙至永平城际公交线路", "漕涧至泸水城际公交线路"],
        ),
        ("完成白石镇顺荡村人居环境整治项目、诺邓古村修缮工程。", ["白石镇顺荡村人居环境整治项目", "诺邓古村修缮工程"]),
        ("推广“粤省事”“粤商通”平台。", ["“粤省事”平台", "“粤商通”平台"]),
        ("推动宏泰纸业、信义玻璃、云龙智慧产业园等龙头项目扩产。", ["宏泰纸业", "信义玻璃", "云龙智慧产业园"]),
        ("建设苍山度假酒店、洱海度假酒店等高端度假酒店。", ["苍山度假酒店", "洱海度假酒店"]),
        ("争取“十四五”期间大瑞铁路保山段开工。", ["大瑞铁路保山段"]),
        ("打通云龙至兰坪、剑川至兰坪等出省通道。", ["云龙至兰坪出省通道", "剑川至兰坪出省通道"]),
    ],
)
def test_members_share_kinds_towns_and_quotes(text: str, expected: list[str]) -> None:
    """Members take what stands behind the kind or the town of another, or behind the last quotation marks."""
    assert sorted(expected) == sorted(named(text, YUNLONG))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("创建国家现代农业产业园、农业现代化示范区，建设农业绿色发展先行区。", []),
        (
            "建设国家数字农业农村系统，实施“互联网+”农产品出村进城工程。",
            ["国家数字农业农村系统", "“互联网+”农产品出村进城工程"],
        ),
        ("支持建设海南自由贸易港洋浦港区，研究建设赣粤运河。", ["海南自由贸易港洋浦港区", "赣粤运河"]),
    ],
)
def test_titles_that_the_centre_awards(text: str, expected: list[str]) -> None:
    """In a plan of the centre the areas that it awards are classes; systems, programmes and names are not."""
    assert expected == list(named(text, CENTRE))


def test_places_of_labels() -> None:
    """The place that a label names is involved in what stands behind it."""
    text = "吴江区：重点发展光通信，建设盛泽纺织工业互联网平台、太湖数据中心。"
    involved = {f.project.name: [p.name for p in f.places] for f in facts(text, ProjectMention, SUZHOU)}
    assert {"盛泽纺织工业互联网平台": ["吴江区", "盛泽镇"], "太湖数据中心": ["吴江区"]} == {
        name: sorted(places) for name, places in involved.items()
    }


def test_facilities_keep_their_own_noun() -> None:
    """A park takes nothing of the enclaves behind it in its list."""
    assert {"衢州海创园", "衢州（深圳）生态飞地"} == set(named("建好衢州海创园、衢州（深圳）生态飞地。", QUZHOU))


def box(text: str, heading: str) -> list[str]:
    """The projects of an item of a box under a heading."""
    sections = (Section("专栏1", heading, None, Span(0, 1)),)
    plan = Plan("made-up", "行动计划", None, None, None, None, SUZHOU, sections, ())
    profile = Profile(plan, gazetteer().get(SUZHOU), {})
    found = extractor().facts(unit(text, kind="box", section="专栏1"), profile)
    return [f.project.name for f in found if isinstance(f, ProjectMention)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "普通公路。国道348线木渎至光福段、省道205线甪直至角直段。",
            ["国道348线木渎至光福段", "省道205线甪直至角直段"],
        ),
        ("创新平台。姑苏实验室、苏州大数据交易所。", ["姑苏实验室", "苏州大数据交易所"]),
        (
            "苏州高新区：重点发展软件和信息服务、医疗器械，推进太湖云谷数字产业园建设。",
            ["太湖云谷数字产业园"],
        ),
        ("智能化改造诊断工程。组织服务机构为企业提供诊断。", ["智能化改造诊断工程"]),
    ],
)
def test_labels_of_boxes(text: str, expected: list[str]) -> None:
    """A short label with a list behind it is no undertaking, nor is the zone that a label names as actor."""
    assert expected == box(text, "重点项目")


@pytest.mark.parametrize(
    "text",
    [
        "支持青岛、烟台、威海发展海洋牧场、水产加工。",
        "推动山东大学、中国海洋大学、青岛科技大学加入海洋科技创新联盟。",
        "支持岳阳、常德、益阳等市依托口岸发展保税物流、跨境电商等业务。",
        "支持南宁、柳州、桂林等地开展低空旅游试点。",
        "支持温州港、台州港、嘉兴港等港口加密近洋航线。",
    ],
)
def test_places_and_bodies_of_a_list_that_act_are_not_built(text: str) -> None:
    """支持甲、乙等市依托…发展…, with or without 等, says what they do; its words are no undertakings."""
    assert {} == named(text, CENTRE)


def test_what_places_of_a_list_build_is_built_by_them_all() -> None:
    """支持甲、乙建设 X、Y has places build: none of them stands in a name, and all are involved."""
    found = facts("支持遵义、毕节、六盘水建设煤化工产业园、新材料中试基地。", ProjectMention, "520000")
    assert ["煤化工产业园", "新材料中试基地"] == [f.project.name for f in found]
    assert [{"遵义市", "毕节市", "六盘水市"}] * 2 == [{p.name for p in f.places} for f in found]


@pytest.mark.parametrize(
    ("text", "name", "stage"),
    [
        ("推进湖北、湖南、江西三省共建长江中游技术交易大市场。", "长江中游技术交易大市场", "underway"),
        ("支持四川、重庆依托天府新区、两江新区申报建设国家自主创新示范区。", "国家自主创新示范区", "planned"),
        ("在海南省设立自由贸易试验区。", "自由贸易试验区", "underway"),
        ("推进吉林大学、东北师范大学等高校建设吉林省人工智能研究院。", "吉林省人工智能研究院", "underway"),
        ("推动湖州、嘉兴、绍兴共建杭州湾数字经济示范区。", "杭州湾数字经济示范区", "underway"),
        ("支持兰州新区创建国家级新区。", "国家级新区", "planned"),
        ("加快榆林民用机场选址和前期工作。", "榆林民用机场", "preparatory"),
    ],
)
def test_titles_that_places_of_the_country_are_to_build(text: str, name: str, stage: str) -> None:
    """In a plan of the centre, too, what is told to one place, or to several, is one."""
    assert stage == named(text, CENTRE).get(name)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("友达光电G6项目。总投资50亿元。", ["友达光电G6"]),
        ("盛虹石化高纯乙烯项目。总投资50亿元。", ["盛虹石化高纯乙烯项目"]),
        ("重点产业项目。总投资50亿元。", []),
    ],
)
def test_headings_of_boxes_that_end_in_project(text: str, expected: list[str]) -> None:
    """A heading with a name of its own is one; 项目 is a part of the name where it says what is made."""
    assert expected == box(text, "重点项目")


def test_measures_of_a_section_of_programmes_are_headed_by_one() -> None:
    """Under 实施重点工程 the run-in heading of a measure names a programme; elsewhere it is a heading."""

    def programmes(heading: str) -> list[str]:
        sections = (Section("三", heading, None, Span(0, 1)),)
        plan = Plan("made-up", "工作方案", None, None, None, None, SUZHOU, sections, ())
        here = unit("园区节能环保提升工程。引导企业集聚。", section="三")
        found = extractor().facts(here, Profile(plan, gazetteer().get(SUZHOU), {}))
        return [f.project.name for f in found if isinstance(f, ProjectMention)]

    assert ["园区节能环保提升工程"] == programmes("实施节能减排重点工程")
    assert [] == programmes("健全政策机制")
