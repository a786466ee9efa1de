"""Bodies that white space parts behind a label."""

import pytest

from extract.plan import Document
from extract.structure.spaced_bodies import parted
from tests.extract.passages import extractor


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("责任单位：县财政局 县商务局", "责任单位：县财政局、县商务局"),
        (
            "牵头单位：县财政局　　配合单位：县商务局  各镇（街道）",
            "牵头单位：县财政局　　配合单位：县商务局、 各镇（街道）",
        ),
        ("（责任单位：县财政局 县商务局 营盘镇）", "（责任单位：县财政局、县商务局、营盘镇）"),
        ("责任单位：县财政局  县商\n务局  县林业局\n县水利局", "责任单位：县财政局、 县商\n务局、 县林业局、县水利局"),
        ("责任单位：县财政局  各\n镇（街道）", "责任单位：县财政局、 各\n镇（街道）"),
        ("责任单位：县财政局\n县商务局要加强调度。", "责任单位：县财政局\n县商务局要加强调度。"),
        ("责任单位：县财政局 县商务局\n2. 建设县林业局大楼", "责任单位：县财政局、县商务局\n2. 建设县林业局大楼"),
        ("责任单位：\n市财政局\n市水利局\n2、修路", "责任单位：\n市财政局、市水利局\n2、修路"),
        ("责任单位：市财政局\n　　　市水利局\n完成时限：6月", "责任单位：市财政局、　　　市水利局\n完成时限：6月"),
        ("责任单位：市财政局\n云川市人民政府\n2024年3月5日", "责任单位：市财政局\n云川市人民政府\n2024年3月5日"),
        ("责任领导：张 三 责任单位：县财政局", "责任领导：张 三 责任单位：县财政局"),
        ("责任单位：县卫生 健康局", "责任单位：县卫生 健康局"),
        ("县财政局 县商务局", "县财政局 县商务局"),
    ],
)
def test_white_space_between_bodies_parts_them(printed: str, read: str) -> None:
    """White space parts two names of bodies behind a label, not a name, a label or prose; the length stays."""
    assert read == parted(printed)
    assert len(printed) == len(read)


def test_facts_quote_what_is_printed() -> None:
    """Each body is one responsibility, and quotes its own characters."""
    text = "云川市方案\n一、甲\n1．建港口。\n责任单位：市财政局  市水\n利局  市商务局\n2．建机场。（市财政局负责）"
    facts = extractor().extract(Document("made-up", "0" * 64, "utf-8", "text", text)).facts
    quotes = [
        "".join("".join(quote.split()) for quote in (text[s.start : s.end] for s in fact.evidence)) for fact in facts
    ]
    assert {"市财政局", "市水利局", "市商务局"} <= {fact.as_written for fact in facts}
    assert all("、" not in quote for quote in quotes)
