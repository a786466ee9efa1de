"""The places that projects involve: those of lines by one character each, of their ends far away, and of who builds."""

import pytest

from extract.components import Profile
from extract.facts import PlaceMention, ProjectMention
from extract.plan import Plan
from gazetteer.divisions import gazetteer
from tests.extract.passages import extractor, facts, unit

SUIHUA, ANKANG, WUXI, BAODING, FUZHOU, HEIHE = "231200", "610900", "320200", "130600", "350100", "231100"
GANZHOU, DAZHOU, SUINING, WUZHOU = "360700", "511700", "510900", "450400"


def involved(text: str, jurisdiction: str) -> dict[str, list[str]]:
    """The places of each project that a text mentions."""
    return {f.project.name: sorted(p.name for p in f.places) for f in facts(text, ProjectMention, jurisdiction)}


@pytest.mark.parametrize(
    ("text", "jurisdiction", "places"),
    [
        ("加快哈伊高铁绥化段建设。", SUIHUA, ["伊春市", "哈尔滨市", "绥化市"]),
        ("加快西渝高铁安康段建设。", ANKANG, ["安康市", "西安市", "重庆市"]),
        ("推进宜马高速公路建设。", WUXI, ["宜兴市", "马鞍山市"]),
        ("推进安岚高速公路建设。", ANKANG, ["安康市", "岚皋县"]),
        ("加快京沪高铁无锡段沿线整治，推进沪渝蓉高铁无锡段建设。", WUXI, ["无锡市"]),
        ("推进锡太高速公路北延工程。", WUXI, []),
    ],
)
def test_lines_through_the_own_side(text: str, jurisdiction: str, places: list[str]) -> None:
    """A line whose section lies on the own side stands for the cities of its name; one prolonged is there already."""
    assert places == sorted({f.place.name for f in facts(text, PlaceMention, jurisdiction)})


@pytest.mark.parametrize(
    ("text", "name", "places"),
    [
        ("开工平利至竹溪高速公路。", "平利至竹溪高速公路", ["平利县", "竹溪县"]),
        ("推进白河至郧西公路建设。", "白河至郧西公路", ["白河县", "郧西县"]),
        ("建设旬阳—郧西毗邻地区合作示范区。", "旬阳—郧西毗邻地区合作示范区", ["旬阳市", "郧西县"]),
        ("推进平利至清水河高速公路建设。", "平利至清水河高速公路", ["平利县"]),
    ],
)
def test_lines_end_in_counties_next_door(text: str, name: str, places: list[str]) -> None:
    """The far end of a road is a county where its province borders on the own one, though its name be a word."""
    assert {name: places} == involved(text, ANKANG)


def test_regions_in_names_stand_for_no_places() -> None:
    """A project named after a region that spells provinces involves only the places besides."""
    assert {"京津冀国家技术创新中心保定中心": ["保定市"]} == involved(
        "加快京津冀国家技术创新中心保定中心建设。", BAODING
    )
    assert {"京津科技城": ["北京市", "天津市"]} == involved("建设京津科技城。", BAODING)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("支持西安交通大学、安康学院共建富硒产业研究院。", {"富硒产业研究院": []}),
        ("与武汉理工大学合作建设新材料中试平台。", {"新材料中试平台": []}),
        ("支持汉滨区建设毛绒玩具产业园。", {"毛绒玩具产业园": ["汉滨区"]}),
        ("联合郑州果树研究所共建猕猴桃种质资源圃。", {"猕猴桃种质资源圃": []}),
    ],
)
def test_names_of_bodies_that_build_are_no_places(text: str, expected: dict[str, list[str]]) -> None:
    """The place after which a university or an institute is named is not where it builds."""
    assert expected == involved(text, ANKANG)


def test_what_is_relied_on_keeps_to_its_own_places() -> None:
    """What a place relies on involves that place only where its own name does."""
    found = involved("支持福清市依托江阴港城经济区建设新材料产业园。", FUZHOU)
    assert "福清市" in found["新材料产业园"]
    assert "福清市" not in found["江阴港城经济区"]


def test_towns_whose_stem_holds_another_name() -> None:
    """A town of three characters is found by its stem, though its first two name a county elsewhere."""
    assert ["独山港镇"] == [f.place.name for f in facts("建成独山港区铁路专用线。", PlaceMention, "330482")]


def test_cities_called_after_rivers_in_lists_of_ports() -> None:
    """Cities that are called after rivers are cities where the list closes with ports of entry."""
    found = {f.place.name for f in facts("提升绥芬河、黑河、同江等口岸通关能力。", PlaceMention, HEIHE)}
    assert {"绥芬河市", "黑河市"} <= found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("南康区要抓住外贸转型机遇，加快建设国际家具设计研究院。", {"国际家具设计研究院": ["南康区"]}),
        ("章贡区重点发展软件业，打造数字经济创新中心。", {"数字经济创新中心": ["章贡区"]}),
        (
            "会昌县实施医用耗材产业园项目，大余县推进钨新材料检测中心建设。",
            {"医用耗材产业园": ["会昌县"], "钨新材料检测中心": ["大余县"]},
        ),
        (
            "加强与韶关、郴州等城市旅游合作，联合打造南岭生态文化旅游精品线路。",
            {"南岭生态文化旅游精品线路": ["郴州市", "韶关市"]},
        ),
        (
            "与梅州市、龙岩市开展联合巡河，共同实施韩江水环境综合治理工程。",
            {"韩江水环境综合治理工程": ["梅州市", "龙岩市"]},
        ),
        (
            "与梅州市、龙岩市协同推进寻乌至平远高速公路建设。",
            {"寻乌至平远高速公路": ["寻乌县", "平远县"]},
        ),
    ],
)
def test_of_whom_a_sentence_speaks(text: str, expected: dict[str, list[str]]) -> None:
    """Who is to act, alone or together, builds what names no place; a line goes between its own ends alone."""
    assert expected == involved(text, GANZHOU)


def test_groups_of_the_own_city_and_a_county_outside() -> None:
    """The own city and a county that the plan prints are grouped by a character each, in names of lines too."""
    text = "与潼南区深化合作，推进遂潼一体化发展。建成遂潼快捷通道遂宁段，加快建设成达万高铁遂宁段。"
    here = unit(text)
    plan = Plan("made-up", "行动计划", None, None, None, None, SUINING, (), (here,))
    found = extractor().facts(here, Profile(plan, gazetteer()[SUINING], {}))
    projects = {f.project.name: {p.name for p in f.places} for f in found if isinstance(f, ProjectMention)}
    assert {"潼南区", "遂宁市"} == projects["遂潼快捷通道遂宁段"]
    assert {"万州区", "成都市", "达州市", "遂宁市"} == projects["成达万高铁遂宁段"]


def test_no_road_leads_to_a_county_far_away() -> None:
    """The end of a road that spells a county in no province next door is a town that is unknown."""
    assert {"达州至信都高速公路": ["达州市"]} == involved("推进达州至信都高速公路建设。", DAZHOU)


def test_provinces_of_a_railway_make_an_alliance() -> None:
    """Provinces in front of a railway whose cities join forces are places, not the name of the railway."""
    found = {f.place.name for f in facts("参加粤桂黔滇高铁旅游联盟。", PlaceMention, WUZHOU)}
    assert {"广东省", "广西壮族自治区", "贵州省", "云南省"} == found


@pytest.mark.parametrize(
    ("text", "jurisdiction", "places"),
    [
        ("加快渝昆高铁、成渝中线高铁前期工作。", "500000", ["成都市", "昆明市", "重庆市"]),
        ("推进朝天门至涪陵段航道整治。", "500000", ["涪陵区"]),
        ("建设武汉东湖综保区二期。", "420000", ["武汉市"]),
        ("推进江汉运河、江汉平原水系治理。", "420000", []),
        ("加快津潍高铁河北段建设。", "130000", ["天津市", "河北省", "潍坊市"]),
        ("开展浙赣粤运河前期论证。", "360000", ["广东省", "江西省", "浙江省"]),
        ("推进婺源与开化毗邻合作。", "360000", ["婺源县", "开化县"]),
        ("办好深赣“港产城”特别合作区、赣深组合港。", GANZHOU, ["深圳市", "赣州市"]),
    ],
)
def test_lines_areas_and_borders_of_provinces(text: str, jurisdiction: str, places: list[str]) -> None:
    """Railways between capitals, canals that are planned and counties on both sides of a border are places."""
    assert places == sorted({f.place.name for f in facts(text, PlaceMention, jurisdiction)})


def test_counties_of_nationalities_by_their_short_forms() -> None:
    """A county of a nationality is called by its first name and 县; a river that holds a town's name is none."""
    text = "与贵州道真县、务川县联动，实施怀洪新河灌区改造。"
    found = [f.place.name for f in facts(text, PlaceMention, "320000")]
    assert ["贵州省", "道真仡佬族苗族自治县", "务川仡佬族苗族自治县"] == found
