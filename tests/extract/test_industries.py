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
    ],
)
def test_names_industries(text: str, expected: set[str]) -> None:
    """The longest name counts; tools, kinds of industry and words in the name of a fair do not."""
    assert expected == named(text)
