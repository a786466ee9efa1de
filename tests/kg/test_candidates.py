"""What looks like a fact and gave none."""

import pytest

from kg.candidates import Candidate, candidates
from tests.extract.passages import extractor, profile, unit


def found(text: str, kind: str = "") -> list[Candidate]:
    """The candidates of a made-up unit, of one kind or of all."""
    known = profile()
    listed = candidates(known.plan, extractor().explain(unit(text), known))
    return [one for one in listed if kind in ("", one.kind)]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("徐州市、铜山区交流频繁的城区合作机构发展很快。", "cooperation", []),
        ("宿州市与徐州市的差距在合作中缩小。", "cooperation", [("宿州市、徐州市", "cooperation.compares")]),
        ("埇桥区与萧县合作。", "cooperation", []),
        ("埇桥区与徐州市合作。", "cooperation", []),
        ("支持龙头企业集团发展。", "partners", [("龙头企业集团", "partners.class")]),
        ("清风智慧联合会。", "partners", [("清风智慧联合会", "partners.no_proper_name")]),
        ("培养大学生。", "partners", []),
        ("推进公司改革。", "partners", []),
        ("（徐州大学牵头）", "partners", []),
        ("到2025年，实现亩均400公顷。", "targets", [("400公顷", "targets.no_aim")]),
        ("森林覆盖率达到24%以上。", "targets", []),
        ("给予培育企业10万元补助。", "targets", [("10万元", "targets.granted")]),
        ("全市共有3家。", "targets", []),
        ("落实《》要求。", "policies", [("《》", "empty")]),
        ("落实《行动计划要求。", "policies", [("《行动计划要求。", "unclosed")]),
        ("落实《关于印发《办法》的通知》。", "policies", []),
        ("推进工作。（牵头负责）", "responsibilities", [("（牵头负责）", "no_body")]),
        ("推进工作。（市教育局牵头）", "responsibilities", []),
        ("推进工作（含各类项目）。", "responsibilities", []),
        ("推进工作。\n责任单位：", "responsibilities", [("责任单位：", "no_body")]),
        (
            "推进工作。（南京大学、东南大学）",
            "responsibilities",
            [("（南京大学、东南大学）", "responsibilities.no_duty")],
        ),
        ("推进工作（一期、二期）。", "responsibilities", []),
        ("全市有清风智慧园区。", "projects", [("全市有清风智慧园区", "projects.no_verb")]),
        ("清风大桥效益明显。", "projects", [("清风大桥", "undertaking")]),
        ("建设徐宿大桥。", "projects", []),
        ("推进基地化。", "projects", []),
        ("云端芯片前景可期。", "industries", [("云端芯片", "industry")]),
        ("发展轴承产业。", "industries", []),
        ("经济社会发展。", "industries", []),
        ("隆昌客商来访。", "places", [("隆昌", "places.far")]),
        ("义乌客商来访。", "places", []),
        ("隆昌市客商来访。", "places", []),
        ("（徐州市教育局牵头）", "places", []),
    ],
)
def test_candidates(text: str, kind: str, expected: list[tuple[str, str]]) -> None:
    """Each kind is found by wide words, and what became a fact or is of the own side alone is none."""
    assert expected == [(one.text, one.reason) for one in found(text, kind)]


def test_a_candidate_brings_its_sentence_and_says_why() -> None:
    """The sentence is whole, and the reason is in words of both languages."""
    (one,) = found("推进工作。给予培育企业10万元补助。完成。")
    assert ("made-up", "1", "给予培育企业10万元补助。") == (one.plan, one.unit, one.sentence)
    assert one.says.en
    assert one.says.zh
