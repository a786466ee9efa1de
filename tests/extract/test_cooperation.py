"""Ties between the own side and others."""

import pytest

from extract.facts import CooperationTie
from tests.extract.passages import CENTRE, SUZHOU, facts


def ties(text: str, jurisdiction: str = SUZHOU) -> set[tuple[str, str, str]]:
    """Party, partner and mechanism of the ties that a text states."""
    return {(f.party.name, f.partner.name, f.mechanism) for f in facts(text, CooperationTie, jurisdiction)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "支持埇桥区与徐州市铜山区、萧县与徐州市泉山区等开展战略合作。",
            {("埇桥区", "铜山区", "strategic"), ("萧县", "泉山区", "strategic")},
        ),
        ("开工建设宿州—固镇高速公路。", {("宿州市", "固镇县", "transport")}),
        ("推进徐州轨道交通1号线延伸到萧县项目前期工作。", {("萧县", "徐州市", "transport")}),
        ("规划建设埇桥—铜山省际毗邻地区新型功能区。", {("埇桥区", "铜山区", "joint-park")}),
        ("推动宿州高新区参与皖北试验区建设。", {("宿州高新区", "皖北", "strategic")}),
        ("对标江苏省南北合作经验。", {("宿州市", "江苏省", "benchmark")}),
        ("积极引进沪苏浙优质中小学资源。", {("宿州市", "沪苏浙", "public-service")}),
        ("加强与中国农科院合作，开展产学研。", {("宿州市", "中国农科院", "innovation")}),
        ("积极参与长三角港口联盟建设。", {("宿州市", "长三角港口联盟", "alliance")}),
        ("落实与上海科创办签订的《创新发展合作备忘录》。", {("宿州市", "上海科创办", "agreement")}),
        ("参与长三角区域量子保密网络建设。", {("宿州市", "长三角", "data")}),
    ],
)
def test_states_ties(text: str, expected: set[tuple[str, str, str]]) -> None:
    """A joining word ties the most specific own side to each other side; form outranks topic."""
    assert expected == ties(text)


@pytest.mark.parametrize(
    "text",
    [
        "人均收入与长三角平均水平的差距进一步缩小。",
        "抢抓长三角一体化机遇。",
        "落实国家和省支持皖北发展政策。",
        "加强与安徽省有关部门汇报衔接。",
        "徐州—淮北—阜阳高速公路开工。",
        "埇桥区与萧县合作建设园区。",
        "加强区域合作和跨界协作。",
    ],
)
def test_states_no_tie(text: str) -> None:
    """Comparisons, slogans, superiors, own places among themselves and unnamed others are no ties."""
    assert set() == ties(text)


def test_plan_of_the_centre_ties_nobody() -> None:
    """A plan of the whole country has no other side."""
    assert set() == ties("支持长三角与京津冀合作。", CENTRE)


def test_group_keeps_its_members() -> None:
    """沪苏浙 is one partner that stands for three places."""
    (tie,) = facts("加强与沪苏浙科技合作。", CooperationTie)
    assert ["上海市", "江苏省", "浙江省"] == [member.name for member in tie.partner.members]
