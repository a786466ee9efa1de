"""The places that projects involve: those of lines by one character each, of their ends far away, and of who builds."""

import pytest

from extract.facts import PlaceMention, ProjectMention
from tests.extract.passages import facts

SUIHUA, ANKANG, WUXI, BAODING, FUZHOU, HEIHE = "231200", "610900", "320200", "130600", "350100", "231100"


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
