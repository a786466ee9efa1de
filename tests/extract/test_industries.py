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
    ],
)
def test_names_industries(text: str, expected: set[str]) -> None:
    """The longest name counts; tools, kinds of industry and words in the name of a fair do not."""
    assert expected == named(text)
