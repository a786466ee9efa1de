"""What ends the object of a verb, what members of a list share, and what is named there but not built."""

import pytest

from extract.facts import ProjectMention
from tests.extract.passages import facts

HUBEI = "420000"


def named(text: str, jurisdiction: str = HUBEI) -> list[tuple[str, str]]:
    """Name and stage of the projects that a text mentions."""
    return [(f.project.name, f.stage) for f in facts(text, ProjectMention, jurisdiction)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("提升兰州西站枢纽功能。", [("兰州西站", "underway")]),
        ("发挥宜昌港出海口作用。", [("宜昌港", "operating")]),
        ("增强喀什综合保税区平台作用。", [("喀什综合保税区", "operating")]),
        ("提升襄阳综合交通枢纽功能。", [("襄阳综合交通枢纽", "underway")]),
        ("推进榆林科创新城扩园提质。", [("榆林科创新城", "underway")]),
        ("推进襄阳高新区扩容升位。", [("襄阳高新区", "underway")]),
        ("推进西气东输天然气管道互联互通。", [("西气东输天然气管道", "underway")]),
        (
            "协同推进安康至来凤高速公路、巫山至巴东快速通道对接。",
            [("安康至来凤高速公路", "underway"), ("巫山至巴东快速通道", "underway")],
        ),
        (
            "研究安康至岚皋公路延伸至城口、巫溪至镇坪高速公路。",
            [("安康至岚皋公路", "planned"), ("巫溪至镇坪高速公路", "planned")],
        ),
        ("加强洪湖湿地和候鸟自然保护区保护修复。", [("洪湖湿地和候鸟自然保护区", "operating")]),
        ("优化咸阳至西安跨市公交线路。", [("咸阳至西安跨市公交线路", "underway")]),
    ],
)
def test_what_a_thing_is_to_others_or_becomes_is_no_part_of_its_name(
    text: str, expected: list[tuple[str, str]]
) -> None:
    """A role in front of 功能, two verbs of growing, and how far a line reaches end a name, and do not belong to it."""
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "实施国道312线、省道201线等国省干线改造。",
            [("国道312线改造", "underway"), ("省道201线改造", "underway")],
        ),
        (
            "实施清江流域治理、汉江流域修复等重大工程。",
            [("清江流域治理工程", "underway"), ("汉江流域修复工程", "underway")],
        ),
        (
            "推进黄陂大道—武英公路、孝汉大道东延等市际对接道路建设。",
            [("黄陂大道—武英公路", "underway"), ("孝汉大道东延", "underway")],
        ),
        (
            "共建汉江流域柑橘、蔬菜产业带。",
            [("汉江流域柑橘产业带", "underway"), ("汉江流域蔬菜产业带", "underway")],
        ),
        (
            "加快黄骅港散货港区原油码头一期、综合港区20万吨级航道改造提升工程建设。",
            [("黄骅港散货港区原油码头一期", "underway"), ("黄骅港综合港区20万吨级航道改造提升工程", "underway")],
        ),
    ],
)
def test_members_share_what_stands_in_front_of_the_first_or_behind_the_last(
    text: str, expected: list[tuple[str, str]]
) -> None:
    """A port or an area in front counts for all; so do repairs of roads and the 工程 that sums up."""
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("争创国家级产业工人队伍建设改革试点。", [("国家级产业工人队伍建设改革试点", "planned")]),
        ("支持都江堰市争创天府旅游名镇。", [("天府旅游名镇", "planned")]),
        ("推进沧州市中心医院创建三级甲等医院。", [("三级甲等医院", "planned")]),
        ("推进改革试点。", []),
    ],
)
def test_titles_of_trials_brands_and_hospitals_are_awarded(text: str, expected: list[tuple[str, str]]) -> None:
    """争创 and 创建 govern what a higher level awards: also a trial with its rank, a grade of hospitals."""
    assert named(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "推动北部湾港由装卸港向贸易港转型。",
        "推动河南大学附属中学、华西医院等优质资源向县域下沉。",
        "鼓励企业接入国家工业互联网平台。",
        "鼓励有条件的县建设面向老年人的康养小镇。",
        "加快建设武陵山区现代化示范市和茶叶之都。",
        "支持衡阳高新区、松木经开区错位发展储能材料产业。",
        "支持株洲高新区、醴陵经开区差异化布局先进陶瓷。",
        "支持赫章县半夏、威宁县苹果等特色农业发展。",
        "新建3万吨级泊位4个、万吨级码头2个。",
        "推进六盘水煤层气综合利用。",
        "推进江河湖库生态修复。",
        "加快格力、美的、海信等家电企业生产线建设。",
        "积极参与雄安新区重点工程建设。",
        "推进铺门镇、灵峰镇与南丰镇、诗洞镇等毗邻乡镇公路对接。",
        "打造亿吨大港。",
    ],
)
def test_what_acts_turns_or_is_a_class_is_no_project(text: str) -> None:
    """Who acts or lends, what turns into something, sizes, resources and aims build nothing."""
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "续建：芜湖至黄山高速公路、池州至黄山高铁；前期：巢湖通用机场；谋划：安庆至九江铁路二线。",
            [
                ("芜湖至黄山高速公路", "underway"),
                ("池州至黄山高铁", "underway"),
                ("巢湖通用机场", "preparatory"),
                ("安庆至九江铁路二线", "planned"),
            ],
        ),
        (
            "项目名称：安庆港赤水作业区二期工程\n建设性质：新开工\n建设内容：新建2000吨级泊位6个",
            [("安庆港赤水作业区二期工程", "starting")],
        ),
        ("建设芜湖宣州机场。建成运营芜湖宣州机场，加快航线网络培育。", [("芜湖宣州机场", "operating")]),
        (
            "争取国家支持设立成渝铁路运输中心、西部陆海新通道重庆物流枢纽。",
            [("成渝铁路运输中心", "planned"), ("西部陆海新通道重庆物流枢纽", "planned")],
        ),
        ("推进南大港湿地申报世界自然遗产工作。", [("世界自然遗产", "planned")]),
        ("启动汾湖大道南延对接丁枫线前期研究。", [("汾湖大道南延", "preparatory")]),
        ("支持广安市申建省级新区。", [("省级新区", "planned")]),
        ("规划研究京沪高铁辅助通道。", [("京沪高铁辅助通道", "planned")]),
    ],
)
def test_labels_and_the_text_below_a_heading_say_how_far_an_undertaking_is(
    text: str, expected: list[tuple[str, str]]
) -> None:
    """A label in front of a list, a cell of the row and what follows a heading give the stage."""
    assert [(f.project.name, f.stage) for f in facts(text, ProjectMention, "340000")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("加快嘉陵江利泽、涪江双江航电枢纽建设。", ["嘉陵江利泽航电枢纽", "涪江双江航电枢纽"]),
        ("实施府河、孝义河河口湿地水质净化工程。", ["府河河口湿地水质净化工程", "孝义河河口湿地水质净化工程"]),
        (
            "推进重庆江北国际机场T3B航站楼及第四跑道建设。",
            ["重庆江北国际机场T3B航站楼", "重庆江北国际机场第四跑道"],
        ),
        (
            "加快建设西安至延安、西安至十堰、兰州至合作铁路。",
            ["西安至延安铁路", "西安至十堰铁路", "兰州至合作铁路"],
        ),
        (
            "实施长江、嘉陵江等重要江河绿色生态廊道建设。",
            ["长江绿色生态廊道", "嘉陵江绿色生态廊道"],
        ),
        (
            "实施黄河流域矿山生态修复、国家储备林、沿黄生态廊道等重大工程。",
            ["黄河流域矿山生态修复工程", "国家储备林工程", "沿黄生态廊道"],
        ),
        (
            "推进辽宁江苏共建产业园、中韩（大连）循环经济产业园建设。",
            ["辽宁江苏共建产业园", "中韩（大连）循环经济产业园"],
        ),
        ("加密至广州、深圳等城市货运航线。", []),
        ("支持昆山花桥国际商务城、太仓高新区、相城高铁新城融入北向拓展带。", []),
        ("支持铜仁学院等院校参加职教联盟。", []),
        ("支持北京儿童医院托管保定市儿童医院。", []),
    ],
)
def test_rivers_airports_and_works_lend_what_the_next_one_lacks(text: str, expected: list[str]) -> None:
    """What a river's work, an airport or 工程 says of one makes the others whole; who acts is none."""
    assert [name for name, _ in named(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "确保成自宜高铁全线铺轨、宜宾站西配楼投用。",
            [("成自宜高铁", "underway"), ("宜宾站西配楼", "operating")],
        ),
        ("争取泸州至宜宾城际纳入国家中长期铁路网规划修编。", [("泸州至宜宾城际", "planned")]),
        (
            "协助三峡集团做好向家坝电站、溪洛渡电站安全运行。",
            [("向家坝电站", "operating"), ("溪洛渡电站", "operating")],
        ),
        (
            "依托贵广、南广高铁开通“广西周末游”专列。",
            [("贵广高铁", "operating"), ("南广高铁", "operating"), ("“广西周末游”专列", "underway")],
        ),
        (
            "完成西环路、圣城街、金海路雨污分流管网改造。",
            [
                ("西环路雨污分流管网改造", "underway"),
                ("圣城街雨污分流管网改造", "underway"),
                ("金海路雨污分流管网改造", "underway"),
            ],
        ),
        ("完成羊田路、寿尧路大修。", [("羊田路大修", "underway"), ("寿尧路大修", "underway")]),
        ("推进湖北大学在荆州设立研究生培养基地。", [("研究生培养基地", "underway")]),
        ("在武汉光谷设立研发飞地。", [("研发飞地", "underway")]),
        ("支持开行宜昌—武汉—上海集装箱班轮。", [("宜昌—武汉—上海集装箱班轮", "planned")]),
        ("支持物流企业建海外仓。", []),
        ("支持宜昌打造超百亿级产业园区。", []),
    ],
)
def test_rails_streets_and_bases_of_research(text: str, expected: list[tuple[str, str]]) -> None:
    """Laying rails closes a member; streets share what is done to the last; 研究 and 研发 may begin a name."""
    assert sorted(named(text)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("加强神农架国家公园、恩施大峡谷地质公园建设。", ["恩施大峡谷地质公园", "神农架国家公园"]),
        ("加强省药品审评与监测评价中心建设。", ["省药品审评与监测评价中心"]),
        ("加强产业园区建设，加强农村4G网络建设。", []),
        ("实施好沪渝蓉高铁武汉至宜昌段、呼南高铁襄荆段等重大项目。", ["呼南高铁襄荆段", "沪渝蓉高铁武汉至宜昌段"]),
        ("建设皖北承接产业转移集聚区。", ["皖北承接产业转移集聚区"]),
        ("建设襄阳及周边地区一体化园区。", ["襄阳及周边地区一体化园区"]),
    ],
)
def test_what_is_strengthened_is_built_where_it_has_a_name(text: str, expected: list[str]) -> None:
    """加强…建设 governs one thing with a name; a part of a province in front names one, and so does what is around."""
    assert sorted(name for name, _ in named(text)) == expected


def test_how_large_those_are_that_are_summed_up_is_no_part_of_their_names() -> None:
    """等大型水库 gives each member 水库."""
    assert [name for name, _ in named("加快凤山、花滩子等大型水库建设。")] == ["凤山水库", "花滩子水库"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("用好武汉新港综合试验区平台。", [("武汉新港综合试验区", "operating")]),
        ("发挥鄂州花湖机场国际物流核心枢纽优势。", [("鄂州花湖机场", "operating")]),
        (
            "实施国道318线宜昌段、国道209线恩施段升级改造。",
            [("国道318线宜昌段升级改造", "underway"), ("国道209线恩施段升级改造", "underway")],
        ),
        ("推进光谷联合（黄石）科技城建设。", [("光谷联合（黄石）科技城", "underway")]),
        ("建设清江污水处理设施。", [("清江污水处理设施", "underway")]),
    ],
)
def test_zones_roads_and_sites_by_their_names(text: str, expected: list[tuple[str, str]]) -> None:
    """A zone that serves as a platform is the zone; what is done to the last road is done to those before it."""
    assert expected == named(text)


@pytest.mark.parametrize(
    "text",
    [
        "推广智能灌溉系统，推广大型燃煤电厂热电联产改造。",
        "推进城乡配电网建设，深化移动通信网络覆盖。",
        "稳妥推进农村屋顶分布式光伏发电。",
        "探索“总部+基地”“研发+生产”等合作模式。",
        "新建农房要避开地质灾害点。",
        "支持外贸企业运用新技术自建数字平台。",
        "新建小（1）型水库，实施全过程污染物治理。",
    ],
)
def test_what_is_everywhere_or_only_used_more_widely_is_no_project(text: str) -> None:
    """Grids and roads of ordinary names, ways of working together, and what is to be spread are none."""
    assert [] == named(text)
