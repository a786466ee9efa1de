"""What sums up a list is lent whole to its members; what clauses say of works that exist."""

import pytest

from extract.facts import ProjectMention
from tests.extract.passages import facts

SHAANXI = "610000"


def named(text: str) -> dict[str, str]:
    """Stage of each project that a text mentions, by name."""
    return {f.project.name: f.stage for f in facts(text, ProjectMention, SHAANXI)}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "打造南昌万寿宫、九江浪井、景德镇陶溪川等文化旅游商圈。",
            ["南昌万寿宫文化旅游商圈", "九江浪井文化旅游商圈", "景德镇陶溪川文化旅游商圈"],
        ),
        ("开通长沙至岳阳、长沙至郴州等低空载人航线。", ["长沙至岳阳低空载人航线", "长沙至郴州低空载人航线"]),
        ("加快遂宁安居、绵阳盐亭等抽水蓄能电站建设。", ["遂宁安居抽水蓄能电站", "绵阳盐亭抽水蓄能电站"]),
        (
            "加快甘肃皇城、青海同德、宁夏牛首山抽水蓄能电站建设。",
            ["甘肃皇城抽水蓄能电站", "青海同德抽水蓄能电站", "宁夏牛首山抽水蓄能电站"],
        ),
        (
            "推动鄂尔多斯陆港型、呼和浩特商贸服务型国家物流枢纽建设。",
            ["鄂尔多斯陆港型国家物流枢纽", "呼和浩特商贸服务型国家物流枢纽"],
        ),
        ("完善黄骅港、曹妃甸港区、京唐港等疏港铁路。", ["黄骅港疏港铁路", "曹妃甸港区疏港铁路", "京唐港疏港铁路"]),
        ("建设川东北、陕北安塞等国家级示范区。", ["川东北国家级示范区", "陕北安塞国家级示范区"]),
        ("支持开通兰州至迪拜、卡拉奇的货运包机。", ["兰州至迪拜货运包机", "兰州至卡拉奇货运包机"]),
        ("实施海阳凤城、莱州三山岛等作业区规划。", ["海阳凤城作业区", "莱州三山岛作业区"]),
        ("谋划临汾至霍州、长治—邯郸等城际铁路。", ["临汾至霍州城际铁路", "长治—邯郸城际铁路"]),
        ("推动城市轨道交通1号线、2号线建设。", ["城市轨道交通1号线", "城市轨道交通2号线"]),
        ("加快海阳核电3、4号机组建设。", ["海阳核电3号机组", "海阳核电4号机组"]),
        ("推进钦州港区8号、9号码头建设。", ["钦州港区8号码头", "钦州港区9号码头"]),
        ("推进引汉济渭、滇中引水等重大水利工程。", ["引汉济渭工程", "滇中引水工程"]),
        ("加快赣州黄金、上饶三清山等支线机场提质扩容。", ["赣州黄金支线机场", "上饶三清山支线机场"]),
    ],
)
def test_members_take_all_of_what_sums_them_up(text: str, names: list[str]) -> None:
    """What stands behind 等 or behind the last name goes to each member whole, but for how important or how many."""
    assert sorted(names) == sorted(named(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("加快洛阳中医药产业园转型升级。", {"洛阳中医药产业园": "underway"}),
        ("实施国道338线定边至盐池段升级改造。", {"国道338线定边至盐池段升级改造": "underway"}),
        ("完善祥云物流园仓储、加工、检测等功能。", {"祥云物流园": "underway"}),
        (
            "推动太行一号旅游公路长治、晋城段贯通。",
            {"太行一号旅游公路长治段": "operating", "太行一号旅游公路晋城段": "operating"},
        ),
        (
            "推进鄯善石材产业园、华电伊犁煤制气项目建设。",
            {"鄯善石材产业园": "underway", "华电伊犁煤制气项目": "underway"},
        ),
        ("依托已建成的榆林智能制造产业园开展定向招商。", {"榆林智能制造产业园": "operating"}),
        ("依托延安先进计算产业平台归集企业数据。", {"延安先进计算产业平台": "operating"}),
        ("银川智慧健康特色小镇增设三万平方米标准厂房。", {"银川智慧健康特色小镇": "underway"}),
        ("推进泸沽湖、杞麓湖生态修复。", {"泸沽湖生态修复": "underway", "杞麓湖生态修复": "underway"}),
        ("配合国家和省开展赣粤运河规划研究。", {"赣粤运河": "planned"}),
    ],
)
def test_what_is_said_of_works_is_no_part_of_their_name(text: str, expected: dict[str, str]) -> None:
    """What becomes of a facility is left out of its name; what is done to a road or a lake belongs to it."""
    assert expected == named(text)


@pytest.mark.parametrize(
    "text",
    [
        "大力推广锅庄、赛马、摔跤等传统体育项目。",
        "支持养殖企业建设冷库、预制菜生产线。",
        "支持甘肃农业大学、青海师范大学等院校完善相关专业设置。",
        "推动省级医院向固原、中卫等地延伸。",
        "推进包头稀土高新区、鄂尔多斯高新区协同创新。",
        "做优做强滩羊、肉牛、奶牛等特色养殖基地。",
    ],
)
def test_what_people_or_bodies_do_is_no_undertaking(text: str) -> None:
    """What people do, what any firms may build, and zones or bodies that act by themselves give no undertaking."""
    assert named(text) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("支持黄骅港、秦皇岛港做大做强。", {"黄骅港": "underway", "秦皇岛港": "underway"}),
        (
            "加快天水电子元器件工厂、白银铜铝箔产业园达产。",
            {"天水电子元器件工厂": "underway", "白银铜铝箔产业园": "underway"},
        ),
        ("争取大同机场三期尽早开工。", {"大同机场三期": "planned"}),
        ("推进西江航道扩能。", {"西江航道扩能": "underway"}),
        ("开展绥芬河边境经济合作区扩区前期研究。", {"绥芬河边境经济合作区": "preparatory"}),
        ("以建设“河西氢走廊”为抓手扩大示范应用。", {"“河西氢走廊”": "underway"}),
        (
            "推进酒泉—嘉峪关、金昌—武威等“产业飞地”和兰州科创园等“科创飞地”建设。",
            {"酒泉—嘉峪关“产业飞地”": "underway", "金昌—武威“产业飞地”": "underway", "兰州科创园": "underway"},
        ),
    ],
)
def test_what_is_said_of_what_exists_gives_the_stage(text: str, expected: dict[str, str]) -> None:
    """What is backed to grow, or hurried to run, is underway; what is striven for is planned."""
    assert expected == named(text)


@pytest.mark.parametrize(
    "text",
    [
        "加快实施重大节水改造工程。",
        "持续整治非法码头。",
        "支持西安医学院附属医院、延安大学附属医院在青海承担帮扶任务。",
        "推动华为、浪潮等企业总部落户榆林。",
        "开通急救绿色通道。",
    ],
)
def test_classes_and_clauses_are_no_names(text: str) -> None:
    """What only rank or blame tells, what a clause says, and ways of working are no undertakings."""
    assert named(text) == {}
