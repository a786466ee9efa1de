"""Regions, groups of places and the abbreviations that they are written by."""

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from gazetteer.divisions import gazetteer
from gazetteer.regions import expand_abbreviations, place_group_named, place_groups, region_named, regions

ROOT = Path(__file__).parents[2]


def written(codes: tuple[str, ...] | None) -> list[str] | None:
    """Write codes as names."""
    return None if codes is None else [gazetteer()[code].name for code in codes]


@pytest.mark.parametrize(
    "alias", ["长三角", "长江三角洲", "长江三角洲区域", "长三角地区", "长三角区域", "长三角城市群"]
)
def test_variants_are_one_region(alias: str) -> None:
    """All names of the Yangtze River Delta lead to 长三角."""
    assert region_named(alias) is regions()["长三角"]


@pytest.mark.parametrize(
    ("name", "count", "one"),
    [
        ("长三角", 4, "安徽省"),
        ("淮海经济区", 10, "宿州市"),
        ("G60科创走廊", 9, "松江区"),
        ("长江经济带", 11, "贵州省"),
        ("粤港澳大湾区", 11, "澳门特别行政区"),
        ("皖北", 6, "亳州市"),
        ("苏北", 5, "徐州市"),
        ("南京都市圈", 10, "溧阳市"),
        ("上海大都市圈", 9, "无锡市"),
        ("中原城市群", 30, "济源市"),
        ("长三角中心区", 27, "宣城市"),
        ("淮河生态经济带", 29, "桐柏县"),
        ("海峡西岸经济区", 12, "温州市"),
        ("皖南", 0, ""),
    ],
)
def test_members_are_those_of_the_document(name: str, count: int, one: str) -> None:
    """A region has as many members as the document that defines it lists."""
    region = regions()[name]
    assert count == len(region.members)
    assert not one or one in (written(region.members) or [])


def test_provinces_of_the_four_parts_make_the_mainland() -> None:
    """East, centre, west and north-east share out the 31 provinces of the mainland."""
    parts = [code for name in ("东部地区", "中部地区", "西部地区", "东北") for code in regions()[name].members]
    provinces = {division.code for division in gazetteer().divisions() if division.level == "province"}
    assert {*provinces} - {"710000", "810000", "820000"} == {*parts}
    assert len(parts) == 31


def test_no_alias_means_two_regions() -> None:
    """Names and aliases of regions are all different, and none is a division's."""
    aliases = [alias for region in regions().values() for alias in (region.name, *region.aliases)]
    assert [alias for alias, times in Counter(aliases).items() if times > 1] == []
    assert [alias for alias in aliases if gazetteer().named(alias)] == []


def test_every_entry_names_its_source_and_says_why_it_has_no_members() -> None:
    """No region or group stands without a source; a region without members has a note or a customary name."""
    assert all(region.source for region in regions().values())
    assert all(group.source for group in place_groups().values())
    bare = [region for region in regions().values() if not region.members]
    assert [region.name for region in bare if not (region.note or "no document" in region.source)] == []


def test_member_names_are_unambiguous() -> None:
    """Each member of the table is the full name of exactly one division at its level."""
    table = tomllib.loads((ROOT / "gazetteer" / "regions.toml").read_text(encoding="utf-8"))
    for entry in (*table["region"], *table["group"]):
        members = entry.get("members", ())
        assert len(members) == len(set(members))
        for member in members:
            found = [division for division in gazetteer().named(member) if division.name == member]
            assert len([division for division in found if division.level == found[0].level]) == 1, member


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("沪苏浙", ["上海市", "江苏省", "浙江省"]),
        ("苏浙沪", ["江苏省", "浙江省", "上海市"]),
        ("沪苏浙皖", ["上海市", "江苏省", "浙江省", "安徽省"]),
        ("苏皖", ["江苏省", "安徽省"]),
        ("皖苏鲁豫", ["安徽省", "江苏省", "山东省", "河南省"]),
        ("京津冀", ["北京市", "天津市", "河北省"]),
        ("川渝", ["四川省", "重庆市"]),
        ("粤港澳", ["广东省", "香港特别行政区", "澳门特别行政区"]),
        ("陕甘宁", ["陕西省", "甘肃省", "宁夏回族自治区"]),
        ("沪", None),
        ("", None),
        ("沪苏沪", None),
        ("川蜀", None),
        ("合作", None),
        ("徐宿", None),
        ("沪甬", None),
    ],
)
def test_abbreviations_of_provinces_are_expanded(text: str, expected: list[str] | None) -> None:
    """Two or more different provinces by one character each, in the order written; anything else is none."""
    assert expected == written(expand_abbreviations(text))


@pytest.mark.parametrize(
    ("text", "near", "expected"),
    [
        ("宿马", "341300", ["宿州市", "马鞍山市"]),
        ("徐宿", "341300", ["徐州市", "宿州市"]),
        ("徐宿", "320300", ["徐州市", "宿迁市"]),
        ("沪甬", "330000", ["上海市", "宁波市"]),
        ("沪苏浙", "341300", ["上海市", "江苏省", "浙江省"]),
        ("宿淮", "341300", None),
        ("合作", "341300", None),
    ],
)
def test_cities_are_read_near_a_division(text: str, near: str, expected: list[str] | None) -> None:
    """Near a division, a character that several cities share means the one of that province."""
    assert expected == written(expand_abbreviations(text, near))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("青吴嘉", ["青浦区", "吴江区", "嘉善县"]),
        ("苏锡常", ["苏州市", "无锡市", "常州市"]),
        ("沪宁", ["上海市", "南京市"]),
        ("成渝", ["成都市", "重庆市"]),
        ("沪苏浙", ["上海市", "江苏省", "浙江省"]),
    ],
)
def test_groups_of_the_table_come_before_abbreviations(text: str, expected: list[str]) -> None:
    """A group is what the table says (沪宁 is no 宁夏), else what its characters say."""
    group = place_group_named(text)
    assert group is not None
    assert expected == written(group.members)
    assert text == group.name


def test_unknown_names_are_none() -> None:
    """What is no region is None; what is no group is None."""
    assert region_named("一带一路") is None
    assert place_group_named("一带一路") is None
