"""Written names of agencies become formal names with a jurisdiction."""

import pytest

from extract.responsibilities.agencies import agency
from tests.extract.passages import ANHUI, CENTRE, QIAOCHENG, SUZHOU

ZHEJIANG, XIANGZHOU, JIASHAN, DALI = "330000", "451322", "330421", "532900"


@pytest.mark.parametrize(
    ("written", "plan", "name", "jurisdiction"),
    [
        ("市发展改革委", SUZHOU, "宿州市发展和改革委员会", SUZHOU),
        ("宿州市发展和改革委员会", SUZHOU, "宿州市发展和改革委员会", SUZHOU),
        ("市发改委", SUZHOU, "宿州市发展和改革委员会", SUZHOU),
        ("市发展改革委", QIAOCHENG, "亳州市发展和改革委员会", "341600"),
        ("区财政局", QIAOCHENG, "谯城区财政局", QIAOCHENG),
        ("省发改委", QIAOCHENG, "安徽省发展和改革委员会", ANHUI),
        ("市住房城乡建设局", SUZHOU, "宿州市住房和城乡建设局", SUZHOU),
        ("市委组织部", SUZHOU, "中共宿州市委组织部", SUZHOU),
        ("泗县人民政府", SUZHOU, "泗县人民政府", "341324"),
        ("杭州市政府", ZHEJIANG, "杭州市人民政府", "330100"),
        ("人行宿州市中心支行", SUZHOU, "中国人民银行宿州市中心支行", SUZHOU),
        ("宿州高新区管委会", SUZHOU, "宿州高新区管理委员会", SUZHOU),
        ("省市场监管局（省知识产权局）", ZHEJIANG, "浙江省市场监督管理局", ZHEJIANG),
        ("国家发展改革委", CENTRE, "国家发展和改革委员会", CENTRE),
        ("发展改革委", CENTRE, "国家发展和改革委员会", CENTRE),
        ("市场监管总局", CENTRE, "国家市场监督管理总局", CENTRE),
        ("国务院办公厅", CENTRE, "国务院办公厅", CENTRE),
        ("县公安局交警大队", XIANGZHOU, "象州县公安局交警大队", XIANGZHOU),
        ("华数集团", ZHEJIANG, "华数集团", ZHEJIANG),
        ("祥符荡科创绿谷管委会", JIASHAN, "祥符荡科创绿谷管理委员会", JIASHAN),
        ("大云镇", JIASHAN, "大云镇人民政府", "330421102"),
        ("惠民街道办事处", JIASHAN, "惠民街道办事处", "330421003"),
        ("漾濞等县人民政府", DALI, "漾濞彝族自治县人民政府", "532922"),
        ("祥云", DALI, "祥云县人民政府", "532923"),
        ("莘县政府", "371500", "莘县人民政府", "371522"),
        ("四川省广安市政府", "500000", "广安市人民政府", "511600"),
        ("西湖区政府", "330100", "西湖区人民政府", "330106"),
        ("甘孜州人民政府", "510000", "甘孜藏族自治州人民政府", "513300"),
        ("道真县政府", "520000", "道真仡佬族苗族自治县人民政府", "520325"),
        ("财政厅", SUZHOU, "安徽省财政厅", ANHUI),
        ("团市委", SUZHOU, "共青团宿州市委员会", SUZHOU),
        ("市委金融办", SUZHOU, "中共宿州市委金融办", SUZHOU),
        ("中国农业银行宿州分行", SUZHOU, "中国农业银行宿州分行", SUZHOU),
    ],
)
def test_formal_name(written: str, plan: str, name: str, jurisdiction: str) -> None:
    """Variants of one agency come under its formal name, in the division that the name means in that plan."""
    found = agency(written, plan)
    assert ("agency", name, jurisdiction) == (found.kind, found.name, found.jurisdiction)


@pytest.mark.parametrize(
    ("written", "plan", "members"),
    [
        ("各县区人民政府", SUZHOU, ["埇桥区", "砀山县", "萧县", "灵璧县", "泗县"]),
        ("各县、区政府", SUZHOU, ["埇桥区", "砀山县", "萧县", "灵璧县", "泗县"]),
        ("有关县区人民政府", SUZHOU, []),
        ("市管园区管委会", SUZHOU, []),
        ("国务院相关部门", CENTRE, []),
        ("各县区", SUZHOU, ["埇桥区", "砀山县", "萧县", "灵璧县", "泗县"]),
        ("各金融机构", ANHUI, []),
    ],
)
def test_groups_know_their_members(written: str, plan: str, members: list[str]) -> None:
    """各 governments of a division stand for those in it; 有关 and groups of other bodies for nobody by name."""
    found = agency(written, plan)
    assert "agency_group" == found.kind
    assert [f"{name}人民政府" for name in members] == [member.name for member in found.members]


def test_written_variants_are_one_group() -> None:
    """市管园区管委会 and 各市管园区管委会 are the same bodies."""
    assert agency("各市管园区管委会", SUZHOU) == agency("市管园区管委会", SUZHOU)
    assert agency("各县区人民政府", SUZHOU) == agency("各县、区政府", SUZHOU)


def test_provinces_group_has_cities_and_counties() -> None:
    """各市、县〔市、区〕政府 of a province are its prefectures and its counties."""
    members = {member.name for member in agency("各市、县〔市、区〕政府", ZHEJIANG).members}
    assert {"杭州市人民政府", "西湖区人民政府", "义乌市人民政府"} <= members
