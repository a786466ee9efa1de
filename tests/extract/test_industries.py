"""Industries that a unit develops, attracts or serves."""

import pytest

from extract.facts import IndustryMention
from tests.extract.passages import facts


def named(text: str) -> set[str]:
    """The industries that a text mentions."""
    return {fact.as_written for fact in facts(text, IndustryMention)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("重点承接现代中医药、电子信息、轻纺织造等产业。", {"现代中医药", "电子信息", "轻纺织造"}),
        ("重点培育云计算产业集群。", {"云计算"}),
        ("推进灵璧轴承研发中心建设。", {"轴承"}),
        ("承接数字创意文化产业转移。", {"数字创意文化"}),
        ("运用大数据等技术提供服务。", set()),
        ("推进“区块链接”建设，发展主导产业。", set()),
        ("参加世界智能制造大会。", set()),
        ("推动大数据、物联网产业发展。", {"大数据", "物联网"}),
        ("推动人工智能在物流场景的应用，建设示范平台。", set()),
        ("推进工业互联网与人工智能融合发展。", set()),
        ("大力发展机器人、无人机。", {"机器人", "无人机"}),
        ("重点发展演艺、出版、现代旅游等产业。", {"演艺", "出版", "现代旅游"}),
        ("加快推进关键技术的研究和产业引进。", set()),
        ("支持新型农业经营主体发展。", set()),
        ("加强粮食安全监管，发展粮食加工企业。", {"粮食"}),
        ("大力发展总部经济、夜间经济和直播电商。", {"总部经济", "夜间经济", "直播电商"}),
        ("发展新能源汽车零部件、光伏组件。", {"新能源汽车零部件", "光伏组件"}),
        ("培育茶叶、肉牛、美妆产业，推动工业设计发展。", {"茶叶", "肉牛", "美妆", "工业设计"}),
        ("承接粤港澳大湾区电子信息产业，承接昆山电子信息产业转移。", {"电子信息"}),
        ("打造千亿级先进光伏产业集群，做强菜心、红茶等五大百亿级农业产业。", {"先进光伏", "菜心", "红茶"}),
        ("支持定远盐化工业园建设。", {"盐化工"}),
        ("积极发展农用航空，发展县域经济、循环经济和普惠金融。", {"农用航空"}),
        ("建设健康养生服务体系，打造文化休闲养生旅游目的地。", {"健康养生", "文化休闲养生旅游"}),
        ("建设人工智能学院，打造人工智能行业应用基地。", {"人工智能"}),
        ("完善公共法律服务体系，促进小农户与现代农业发展有机衔接。", set()),
        ("抢抓数字经济发展机遇，加强中医药文化推广。", set()),
        ("支持农机服务组织发展，推动检验检测结果互认。", set()),
    ],
)
def test_names_industries(text: str, expected: set[str]) -> None:
    """The longest name counts; tools, kinds of industry and words in the name of a fair do not."""
    assert expected == named(text)
