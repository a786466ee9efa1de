"""The forms in which parts are numbered."""

import pytest

from extract.numbering import bare_number, number_at


@pytest.mark.parametrize(
    ("text", "style", "value", "component", "rest"),
    [
        ("一、总体要求", "cn", 1, "一", "总体要求"),
        ("二十三、甲", "cn", 23, "二十三", "甲"),
        ("一百零二、甲", "cn", 102, "一百零二", "甲"),
        ("一〇二、甲", "cn", -1, "一〇二", "甲"),
        ("十.甲", "cn", 10, "十", "甲"),
        ("一、2021年工作", "cn", 1, "一", "2021年工作"),
        ("（一）甲", "(cn)", 1, "（一）", "甲"),
        ("(十二)甲", "(cn)", 12, "（十二）", "甲"),
        ("〔三〕、甲", "(cn)", 3, "（三）", "甲"),
        ("1.甲", "n", 1, "1", "甲"),
        ("12、甲", "n", 12, "12", "甲"),
        ("1.5G网络", "n", 1, "1", "5G网络"),
        ("3.3D打印", "n", 3, "3", "3D打印"),
        ("2.2025年底前", "n", 2, "2", "2025年底前"),
        ("（98）甲", "(n)", 98, "（98）", "甲"),
        ("(1)、甲", "(n)", 1, "（1）", "甲"),
        ("1）甲", "n)", 1, "1", "甲"),
        ("9.1.1甲", "decimal3", 1, "9.1.1", "甲"),
        ("1.2、甲", "decimal2", 2, "1.2", "甲"),
        ("第一章总则", "chapter章", 1, "第一章", "总则"),
        ("第12节甲", "chapter节", 12, "第12节", "甲"),
        ("第三部分甲", "chapter部分", 3, "第三部分", "甲"),
        ("第五条甲", "chapter条", 5, "第五条", "甲"),
        ("⑴甲", "(n)", 1, "（1）", "甲"),
        ("⒉、甲", "n", 2, "2", "甲"),
        ("㈢甲", "(cn)", 3, "（三）", "甲"),
        ("任务一：甲", "word任务", 1, "任务一", "甲"),
        ("重点任务十二、甲", "word重点任务", 12, "重点任务十二", "甲"),
        ("专项行动2.甲", "digit专项行动", 2, "专项行动2", "甲"),
        ("【措施三】甲", "word措施", 3, "措施三", "甲"),
        ("工程（四）：甲", "word工程（）", 4, "工程（四）", "甲"),
        ("第1项：甲", "digit第项", 1, "第1项", "甲"),
        ("条一：甲", "word条", 1, "条一", "甲"),
    ],
)
def test_a_number_is_read(text: str, style: str, value: int, component: str, rest: str) -> None:
    """A printed number tells its style, what it counts, what it adds to a path, and where the text behind it starts."""
    number = number_at(text)
    assert number is not None
    assert (style, value, component, rest) == (number.style, number.value, number.component, text[number.end :])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "甲",
        "2021年",
        "5个",
        "1.5万人",
        "3.2%",
        "12.5亿元",
        "1、2号线",
        "一是推进",
        "任务一是推进",
        "工程一期：建设",
        "行动一览表",
        "项目1.5亿元",
        "第一项任务",
        "①甲",
        "一二三产业",
        "一、二、三产业",
        "第一条的规定",
        "（甲）",
    ],
)
def test_what_is_no_number(text: str) -> None:
    """Quantities, years, 一是 and ① number nothing."""
    assert number_at(text) is None


def test_a_number_inside_a_text() -> None:
    """A number is found at any place of a text."""
    number = number_at("甲。（二）乙", 2)
    assert number is not None
    assert ("（二）", 5) == (number.component, number.end)


def test_a_figure_before_white_space() -> None:
    """Where white space alone parts a figure from the text, it is a number too: 1 总则, 一 总则."""
    decimal, chinese = bare_number("1总则", 1), bare_number("一总则", 1)
    assert decimal is not None
    assert chinese is not None
    assert ("decimal1", "1", (1,)) == (decimal.style, decimal.component, decimal.figures)
    assert ("cn", "一", ()) == (chinese.style, chinese.component, chinese.figures)


def test_figures_of_decimals() -> None:
    """The figures of a decimal number are its whole path; other styles have none."""
    decimal, other = number_at("9.1.12甲"), number_at("9.甲")
    assert decimal is not None
    assert other is not None
    assert ((9, 1, 12), ()) == (decimal.figures, other.figures)
