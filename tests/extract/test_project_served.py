"""Works that a plan serves, what closes lists of kinds and routes, who is told to build, and what is no undertaking."""

import pytest

from extract.facts import ProjectMention
from tests.extract.passages import facts

GUANGDONG, GUIZHOU, HUBEI, XINJIANG, SICHUAN, SHANDONG = "441300", "520500", "421000", "650400", "510400", "371500"
DAQING, JIANGXI, SHAANXI = "230600", "361100", "610200"


def named(text: str, jurisdiction: str) -> dict[str, str]:
    """The projects that a text mentions, and their stage."""
    return {f.project.name: f.stage for f in facts(text, ProjectMention, jurisdiction)}


def involved(text: str, jurisdiction: str) -> dict[str, set[str]]:
    """The projects that a text mentions, and the places that they involve."""
    return {f.project.name: {p.name for p in f.places} for f in facts(text, ProjectMention, jurisdiction)}


@pytest.mark.parametrize(
    ("text", "jurisdiction", "expected"),
    [
        (
            "提升织金、纳雍火车站货运能力，做好夹岩灌溉工程供水保障。",
            GUIZHOU,
            {"织金火车站": "underway", "纳雍火车站": "underway", "夹岩灌溉工程": "operating"},
        ),
        ("加强大竹河水库、马鞍山水库管护。", SICHUAN, {"大竹河水库": "operating", "马鞍山水库": "operating"}),
        (
            "推动荆州—武汉、荆州—宜昌货运航线常态化运营。",
            HUBEI,
            {"荆州—武汉货运航线": "operating", "荆州—宜昌货运航线": "operating"},
        ),
        (
            "支持显岗水库创建国家水利风景区。",
            GUANGDONG,
            {"显岗水库": "planned", "国家水利风景区": "planned"},
        ),
        (
            "鼓励惠州平潭机场、潮汕机场等运输机场增设通用航空设施。",
            GUANGDONG,
            {"惠州平潭机场": "planned", "潮汕机场": "planned"},
        ),
        (
            "对倒天河水库、利民水库等15座中小型水库实施除险加固。",
            GUIZHOU,
            {"倒天河水库": "underway", "利民水库": "underway"},
        ),
        ("推进关羽祠、开元观等文物保护利用。", HUBEI, {"关羽祠": "operating", "开元观": "operating"}),
    ],
)
def test_works_that_are_served(text: str, jurisdiction: str, expected: dict[str, str]) -> None:
    """Works that exist count where they are raised, seek a title, are to do something, or are kept."""
    assert expected == named(text, jurisdiction)


@pytest.mark.parametrize(
    ("text", "jurisdiction", "expected"),
    [
        ("重点抓好化屋村、中坝村等30个乡村旅游重点村提升。", GUIZHOU, ["化屋村", "中坝村"]),
        ("推进赤水河、六冲河等重点河流综合治理。", GUIZHOU, ["赤水河综合治理", "六冲河综合治理"]),
        (
            "推进大河沿水库除险加固和煤窑沟水库清淤增容工程。",
            XINJIANG,
            ["大河沿水库除险加固工程", "煤窑沟水库清淤增容工程"],
        ),
        (
            "加快七星关区水厂扩建及配套管网工程、黔西市东风湖清淤和生态修复工程建设。",
            GUIZHOU,
            ["七星关区水厂扩建及配套管网工程", "黔西市东风湖清淤和生态修复工程"],
        ),
        (
            "推进中国（荆州）、中国（宜昌）跨境电子商务综合试验区建设。",
            HUBEI,
            ["中国（荆州）跨境电子商务综合试验区", "中国（宜昌）跨境电子商务综合试验区"],
        ),
        (
            "开通荆州港至上海港、武汉阳逻港集装箱班轮航线。",
            HUBEI,
            ["荆州港至上海港集装箱班轮航线", "荆州港至武汉阳逻港集装箱班轮航线"],
        ),
        (
            "开通城区至荆州古城、洪湖湿地等重点景区旅游直通车。",
            HUBEI,
            ["城区至荆州古城旅游直通车", "城区至洪湖湿地旅游直通车"],
        ),
        ("推进位山、郭口引黄闸改建。", SHANDONG, ["位山引黄闸改建", "郭口引黄闸改建"]),
        ("推进彭楼灌区、陶城铺灌区改扩建。", SHANDONG, ["彭楼灌区改扩建", "陶城铺灌区改扩建"]),
        ("争取饶北河治理、丰溪河综合整治列入中小河流治理项目。", JIANGXI, ["饶北河治理", "丰溪河综合整治"]),
        (
            "打造高昌故城、交河故城等5A级景区和火焰山国家地质公园。",
            XINJIANG,
            ["高昌故城", "交河故城", "火焰山国家地质公园"],
        ),
        (
            "推进高昌区120万吨/年乙烯项目、鄯善县碳捕集与封存示范区建设。",
            XINJIANG,
            ["高昌区120万吨/年乙烯项目", "鄯善县碳捕集与封存示范区"],
        ),
        ("推进火焰山创建国家级旅游度假区。", XINJIANG, ["国家级旅游度假区"]),
        ("用好药王山、陈炉古镇等文旅资源。", SHAANXI, ["陈炉古镇"]),
        ("加快铅山工业园区扩区调区。", JIANGXI, ["铅山工业园区"]),
        ("推进鄯善县危险废物处置项目建设。", XINJIANG, ["鄯善县危险废物处置项目"]),
        ("推进二塘沟引水线路向托克逊县延伸工程。", XINJIANG, ["二塘沟引水线路向托克逊县延伸工程"]),
        ("支持企业牵头组建省钒钛新材料创新中心。", SICHUAN, ["省钒钛新材料创新中心"]),
    ],
)
def test_names_are_whole(text: str, jurisdiction: str, expected: list[str]) -> None:
    """Members take what sums up their kind, what runs on a route, and what is done to each; one work is not parted."""
    assert expected == list(named(text, jurisdiction))


@pytest.mark.parametrize(
    ("text", "jurisdiction", "expected"),
    [
        (
            "支持博罗县与深圳市坪山区共建稔平半岛能源科技岛，打造罗浮山康养基地。",
            GUANGDONG,
            {
                "稔平半岛能源科技岛": {"博罗县", "深圳市", "坪山区"},
                "罗浮山康养基地": {"博罗县", "深圳市", "坪山区"},
            },
        ),
        (
            "支持林甸县打造国家现代农业产业园、肇州县扩建老街基农产品加工园。",
            DAQING,
            {"国家现代农业产业园": {"林甸县"}, "老街基农产品加工园": {"肇州县"}},
        ),
        ("推动“荆品名门”展销中心落户深圳。", HUBEI, {"“荆品名门”展销中心": {"深圳市"}}),
        ("建设乌蒙旅游公路，串联织金县、大方县。", GUIZHOU, {"乌蒙旅游公路": {"织金县", "大方县"}}),
        ("推动攀枝花学院与四川大学共建国家钒钛新材料产业创新中心。", SICHUAN, {"国家钒钛新材料产业创新中心": set()}),
        ("支持仁和区建设航空运动飞行营地。", SICHUAN, {"航空运动飞行营地": {"仁和区"}}),
    ],
)
def test_places_of_those_who_build(text: str, jurisdiction: str, expected: dict[str, set[str]]) -> None:
    """Who is told to build takes part to the end of the sentence, and so does what a road goes through."""
    assert expected == involved(text, jurisdiction)


@pytest.mark.parametrize(
    ("text", "jurisdiction"),
    [
        ("建成省级现代农业产业园5个、国家级科技企业孵化器2家。", GUIZHOU),
        ("推进适老化改造、散煤治理和河道“清四乱”常态化规范化整治。", SHANDONG),
        ("推动洪湖市与监利市在长江大保护、路网连通等方面合作。", HUBEI),
        ("扩大松滋港区与上港集团合作。", HUBEI),
        ("鼓励有条件的市设立低空经济产业基金。", HUBEI),
        ("争取布局研发、制造、试飞和交付基地。", SICHUAN),
        ("推进江陵县、公安县等县（市）大中型灌区续建配套与节水改造。", HUBEI),
        ("完善供水、供暖、污水处理、适老化改造等配套。", SHANDONG),
    ],
)
def test_no_undertakings(text: str, jurisdiction: str) -> None:
    """Classes of which there are several, what is done everywhere, and who cooperates are no undertakings."""
    assert {} == named(text, jurisdiction)
