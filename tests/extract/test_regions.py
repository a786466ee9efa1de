"""Named areas above the local level."""

import pytest

from extract.facts import RegionMention
from tests.extract.passages import facts


def named(text: str) -> list[str]:
    """The names of the regions that a text mentions, sorted."""
    return sorted({fact.region.name for fact in facts(text, RegionMention)})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("融入长江三角洲区域，服务长三角地区。", ["长三角"]),
        ("参与皖北承接产业转移，支持鲁西南发展。", ["皖北", "鲁西南"]),
        ("打造徐州都市圈，对接G60科创走廊。", ["G60科创走廊", "徐州都市圈"]),
        ("建立沱河、新汴河等流域补偿机制。", ["新汴河流域", "沱河流域"]),
        ("推进我区淮河流域治理。", ["淮河流域"]),
        ("加快涡河等重点流域治理。", ["涡河流域"]),
        ("推广新安江流域经验。", ["新安江流域"]),
        ("提高长江中下游双季稻机械化水平。", ["长江中下游"]),
        ("参与长江中游城市群建设。", ["长江中游城市群"]),
        ("对接关中平原，联动黔中地区。", ["关中平原城市群", "黔中城市群"]),
        ("融入粤港澳大湾区，建设大湾区卫星城。", ["粤港澳大湾区"]),
        ("推进成渝地区双城经济圈建设，唱好双城经济圈大戏。", ["成渝地区双城经济圈"]),
        ("建设珠三角核心区，连接大西南，辐射粤西北。", ["大西南", "珠三角核心区", "粤西北"]),
        ("扩大对东盟、南亚、中东等地出口。", ["东盟", "中东", "南亚"]),
        ("共建巴蜀文化旅游走廊、齐鲁文化旅游走廊。", ["巴蜀文化旅游走廊", "齐鲁文化旅游走廊"]),
        ("推进川渝东北区域协同，支持渝东北川东北苎麻产业。", ["川东北", "川渝东北", "渝东北"]),
        ("对接广深港、广珠澳科技创新走廊。", ["广深港科技创新走廊", "广珠澳科技创新走廊"]),
        ("推进武汉都市圈、沈阳现代化都市圈建设。", ["武汉都市圈", "沈阳现代化都市圈"]),
        ("推进贵阳—贵安—安顺都市圈建设，对接大湾区。", ["粤港澳大湾区", "贵阳—贵安—安顺都市圈"]),
        ("服务雄安新区建设，编制滁河流域方案。", ["滁河流域", "雄安新区"]),
        ("建设京南物流园、京西南旅游线，引进陕西北人集团。", []),
        ("建设太行山生态屏障。", ["太行山"]),
        ("推进川南渝西融合发展。", ["川南渝西"]),
        ("融入成渝地区世界级产业集群。", ["成渝地区"]),
        ("参与中蒙俄经济走廊建设。", ["中蒙俄经济走廊"]),
        ("开发中东铁路小镇。", []),
        ("共建沿沪宁产业创新带、环杭州湾经济区。", ["沿沪宁产业创新带", "环杭州湾经济区"]),
        ("打造环渤海物流基地。", ["环渤海"]),
        ("参与秦巴地区、三峡库区生态保护。", ["秦巴山区", "长江三峡库区"]),
        ("浙中科创大走廊串珠成链，商定浙西南合作备忘录。", ["浙中科创大走廊", "浙西南"]),
        ("金华南站动工，川东港整治。", []),
    ],
)
def test_names_regions(text: str, expected: list[str]) -> None:
    """Variants come under one name; a shared head is distributed."""
    assert expected == named(text)


@pytest.mark.parametrize(
    "text",
    [
        "对接沪苏浙中医药机构。",
        "加强重点流域、跨界河流域治理。",
        "融入一带一路。",
        "建设承接产业转移集聚区、临空经济区。",
        "走进黔南、湘西。",
        "与华中科技大学、西南石油大学合作。",
        "建设中华中医药博览园。",
        "加快四川东出北上通道建设。",
        "集中东西两翼力量。",
        "打造万亩粮食经济带。",
    ],
)
def test_leaves_others_alone(text: str) -> None:
    """Places, zones, initiatives and unnamed areas are no regions."""
    assert [] == named(text)


def test_the_own_bay_of_a_province() -> None:
    """In plans of Zhejiang 大湾区 is its own."""
    assert [] == [fact.region.name for fact in facts("建设大湾区。", RegionMention, "330000")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("参加沿黄九省（区）旅游联盟，面向西北五省、东北三省。", ["东北三省", "沿黄九省（区）", "西北五省"]),
        ("建设华南技术转移中心，辐射华南地区、华东。", ["华东", "华南"]),
        ("面向沪苏浙、京津冀、粤港澳大湾区等区域招商。", ["京津冀", "粤港澳大湾区"]),
        ("打造虹桥国际开放枢纽金南翼，加强与东盟、南太平洋岛国交流。", ["东盟", "南太平洋岛国", "虹桥国际开放枢纽"]),
        ("支持鲁西集团、赣东村镇银行发展，推出太行山水线路。", []),
        ("参加中国—中东欧国家博览会。", []),
        ("共建太湖湾科创带，加快建设沿淮经济带、汉江生态经济带。", ["太湖湾科创带", "汉江生态经济带", "沿淮经济带"]),
        ("支持“三区三州”等深度贫困地区。", ["三区三州"]),
    ],
)
def test_names_areas_of_many_provinces(text: str, expected: list[str]) -> None:
    """Areas by a number of provinces and areas as printed count; names of companies and fairs do not."""
    assert expected == named(text)
