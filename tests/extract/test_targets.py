"""Quantified aims."""

import pytest

from extract.facts import Target
from tests.extract.passages import facts

Row = tuple[str, str, int | float | str, str, int | str | None]


def aims(text: str) -> list[Row]:
    """Indicator, comparison, value, unit and year of the targets of a text."""
    return [(f.as_written, f.op, f.value, f.unit_of_measure, f.year) for f in facts(text, Target)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("到2025年森林覆盖率达到24%。", [("森林覆盖率", "=", 24, "%", 2025)]),
        ("到2025年种植面积达到60万亩左右。", [("种植面积", "~", 60, "万亩", 2025)]),
        (
            "确保基金规模2021年不低于5亿元、2023年不低于10亿元。",
            [("基金规模", ">=", 5, "亿元", 2021), ("基金规模", ">=", 10, "亿元", 2023)],
        ),
        ("确保每年至少取得2项以上实质性合作成果。", [("实质性合作成果", ">=", 2, "项", "annual")]),
        ("到2020年用水总量控制在3.43亿立方米以内。", [("用水总量", "<=", 3.43, "亿立方米", 2020)]),
        (
            "到2020年，甲类用水量、乙类用水量比2015年分别下降31%、25%以上。",
            [("甲类用水量", "-", 31, "%", 2020), ("乙类用水量", "-", 25, "%", 2020)],
        ),
        (
            "到2020年进出口总额突破4.8亿美元、年均增长10%以上。",
            [("进出口总额", ">", 4.8, "亿美元", 2020), ("进出口总额", "+", 10, "%", "annual")],
        ),
        ("居民收入差距力争达到1:2左右。", [("居民收入差距", "~", "1:2", "", None)]),
        ("水质改善至Ⅴ类。", [("水质", "=", "Ⅴ", "类", None)]),
        (
            "力争到2025年培育国家级龙头企业3家、省级35家。",
            [("国家级龙头企业", "=", 3, "家", 2025), ("省级", "=", 35, "家", 2025)],
        ),
        ("完成9.3万户农村厕所改造任务。", [("农村厕所改造", "=", 9.3, "万户", None)]),
        ("共建3小时鲜活农产品物流圈。", [("鲜活农产品物流圈", "=", 3, "小时", None)]),
        (
            "2025年、2030年产值分别达到100亿元、200亿元。",
            [("产值", "=", 100, "亿元", 2025), ("产值", "=", 200, "亿元", 2030)],
        ),
        ("推动每个园区至少与沪苏浙共建1个产业合作平台。", [("产业合作平台", ">=", 1, "个", None)]),
        ("森林覆盖率从20%提高到24%。", [("森林覆盖率", "=", 24, "%", None)]),
        (
            "到2025年示范农场和示范社分别达到10000家。",
            [("示范农场", "=", 10000, "家", 2025), ("示范社", "=", 10000, "家", 2025)],
        ),
        ("2020年底前将平均审查周期压缩至4个月以内。", [("平均审查周期", "<=", 4, "个月", 2020)]),
        ("年平均培训农民不少于3万人。", [("培训农民", ">=", 3, "万人", "annual")]),
        (
            "培育100个标杆企业和1000个示范场景。",
            [("标杆企业", "=", 100, "个", None), ("示范场景", "=", 1000, "个", None)],
        ),
        ("营业收入超1万亿元。", [("营业收入", ">", 1, "万亿元", None)]),
    ],
)
def test_reads_targets(text: str, expected: list[Row]) -> None:
    """Indicator, comparison, value in the printed unit and due year are read; figures of a list are parted."""
    assert expected == aims(text)


@pytest.mark.parametrize(
    "text",
    [
        "落实省市“人才30条”。",
        "给予最高500万元补助。",
        "研发费用年增长20%以上的企业优先。",
        "共纳入892个中药饮片品种。",
        "到2023年取得新进展。",
        "将8个乡镇打造成示范区。",
        "发展5G网络和G60科创走廊。",
    ],
)
def test_leaves_other_figures_alone(text: str) -> None:
    """Names, grants, counts of what exists and years are no targets."""
    assert [] == aims(text)


def test_due_year_holds_until_the_next_one() -> None:
    """A year named once holds for the paragraphs below it."""
    text = "到2025年，格局基本形成。\n——覆盖率达到80%以上。\n到2035年，水平达到90%。"
    assert [2025, 2035] == [row[4] for row in aims(text)]
