"""Titles between 《 and 》."""

import pytest

from extract.facts import Citation
from tests.extract.passages import SUZHOU, facts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("落实《长江三角洲区域一体化发展规划纲要》。", [("长江三角洲区域一体化发展规划纲要", "100000")]),
        ("落实安徽省《行动计划》和我市《行动方案》。", [("行动计划", "340000"), ("行动方案", SUZHOU)]),
        ("落实《安徽省养老条例》。", [("安徽省养老条例", "340000")]),
        ("《关于印发《办法》的通知》已收悉。", [("关于印发《办法》的通知", "100000")]),
        ("发挥“华佗”品牌作用。", []),
        ("《》为空。", []),
    ],
)
def test_cites(text: str, expected: list[tuple[str, str]]) -> None:
    """A title is cited without its marks; whose paper it is, the place before it or in it says."""
    assert expected == [(fact.policy.name, fact.policy.jurisdiction) for fact in facts(text, Citation)]
