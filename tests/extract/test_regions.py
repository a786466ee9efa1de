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
    ],
)
def test_leaves_others_alone(text: str) -> None:
    """Places, zones, initiatives and unnamed areas are no regions."""
    assert [] == named(text)
