"""Passages in traditional characters: an annex by a partner in a simplified plan, or one sentence of it."""

import pytest
from opencc import OpenCC

from extract.plan import Document, Extraction
from extract.structure.characters import plain
from tests.extract.passages import extractor, told

PLAN = (
    "蚌埠市承接产业转移行动方案\n一、总体要求\n深入贯彻国家战略，推动与长三角地区产业协同发展，机关与体系建设加快，总规模达到500亿元。\n二、重点任务\n"
    "1.推进跨省铁路建设。加快徐州—淮北铁路前期工作。（市发展改革委牵头，市财政局配合）\n"
)
PORT = "2.推进港口合作。建设蚌埠港，与南京港开展合作。（责任单位：市水利局、市财政局）\n"
ANNEX = (
    "附件\n皖港合作事项\n一、任务\n1.推动与香港大学、香港科技大学合作，建设皖港联合创新中心。（责任单位：市科技局、市教育局）\n"
    "2.引进台湾鸿海精密工业股份有限公司，发展集成电路产业。（牵头单位：市发展改革委；配合单位：市商务局）\n"
)


def extracted(text: str) -> Extraction:
    """What a text says."""
    return extractor().extract(Document("made-up", "0" * 64, "utf-8", "text", text))


@pytest.mark.parametrize("script", ["s2t", "s2tw", "s2hk"])
def test_a_passage_says_the_same_in_traditional_characters(script: str) -> None:
    """Facts of an annex or a measure in the other script are those of the simplified text, and quote what it prints."""
    convert = OpenCC(script).convert
    wanted = extracted(PLAN + PORT + ANNEX)
    for text in (
        PLAN + PORT + convert(ANNEX),
        PLAN + convert(PORT) + ANNEX,
        convert(PLAN + PORT + ANNEX),
        PLAN + convert(PORT + ANNEX).replace("\n", "\n　　"),
    ):
        found = extracted(text)
        assert told(wanted) == told(found)
        assert [unit.text for unit in wanted.plan.units] == [unit.text for unit in found.plan.units]
        assert all(0 <= span.start < span.end <= len(text) for fact in found.facts for span in fact.evidence)


@pytest.mark.parametrize(
    "text", ["学习於凤至精神，建设乾县园区。", "建设國字号园区，推进产业发展，完善体系。", "。。\n\n。"]
)
def test_a_character_or_two_change_no_script(text: str) -> None:
    """Names with a traditional character stay in simplified text, and 乾县 is no 干县."""
    assert text == plain(text)
