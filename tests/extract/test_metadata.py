"""What a plan prints about itself."""

import pytest

from extract.plan import Document, Plan
from extract.structure.metadata import leading_division
from extract.structure.plans import plan


def read(head: str, tail: str = "", stem: str = "made-up") -> Plan:
    """A plan with this head and these last lines."""
    return plan(Document(stem, "0" * 64, "utf-8", "text", f"{head}\n一、总体要求\n加快建设。\n{tail}"))


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("云川市工业发展方案\n为加快，制定本方案。", "云川市工业发展方案"),
        ("云川市工业和\n信息化发展方案", "云川市工业和信息化发展方案"),
        ("云川市工业发展方案\n（2021—2025年）", "云川市工业发展方案（2021—2025年）"),
        ("云川市工业发展方案（试行）\n（征求意见稿）", "云川市工业发展方案（试行）"),
        ("市政府关于印发《云川市工业发展方案》的通知\n各县区：\n现印发。\n云川市工业发展方案", "云川市工业发展方案"),
        ("市政府关于印发《云川市工业发展方案》的通知\n各县区：\n现印发。", "云川市工业发展方案"),
        ("云川市人民政府关于发展工业的意见\n各县区：\n提出以下意见。", "云川市人民政府关于发展工业的意见"),
        ("云川市人民政府关于发展工业的意见云政发〔2021〕3号\n各县区：", "云川市人民政府关于发展工业的意见"),
        ("# 云川市工业发展方案\n", "云川市工业发展方案"),
        ("云川市工业发展方案(2021-2025年)", "云川市工业发展方案（2021-2025年）"),
        ("云川市工业强基工程\n", "云川市工业强基工程"),
        ("标　　题：云川市工业发展方案\n来　　源：市政府网\n公文种类：方案\n云川市工业发展方案", "云川市工业发展方案"),
        ("云川市发展第十四个五年规划\n和远景目标纲要", "云川市发展第十四个五年规划和远景目标纲要"),
        ("云川市人民政府\n二〇二一年十二月\n云川市工业发展规划", "云川市工业发展规划"),
        ("附件1\n云川市工业发展方案\n为加快，制定本方案。", "云川市工业发展方案"),
        ("", "made-up"),
    ],
)
def test_the_title(head: str, title: str) -> None:
    """The last title over the text, in one line or several, its brackets full-width; a notice may only quote it."""
    assert title == read(head).title


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("宿政发〔2021〕12号", "宿政发〔2021〕12号"),
        ("宿政办秘〔 2021 〕 5 号", "宿政办秘〔2021〕5号"),
        ("宿政发[2021]12号", "宿政发[2021]12号"),
        ("宿政发［2021］12号", "宿政发［2021］12号"),
        ("宿政发（2021）12号", "宿政发（2021）12号"),
        ("宿政发(2021)12号", "宿政发(2021)12号"),
        ("宿政发【2021】12号", "宿政发【2021】12号"),
        ("宿政发〔２０２１〕１２号", "宿政发〔2021〕12号"),
        ("宿政发〔2021〕12\n号", "宿政发〔2021〕12号"),
        ("云川市发展办法宿政发〔2021〕12号", "宿政发〔2021〕12号"),
        ("云川市发展办法", None),
        ("为落实《办法》（皖政发〔2020〕1号），制定本方案。", None),
    ],
)
def test_the_number(line: str, number: str | None) -> None:
    """The number stands in a line of the head, in brackets of any shape; one that is cited is not the paper's own."""
    assert number == read(f"云川市方案\n{line}").number


@pytest.mark.parametrize(
    ("head", "tail", "issuer"),
    [
        ("云川市人民政府办公室关于印发云川市方案的通知", "", "云川市人民政府办公室"),
        ("云川市人民政府印发关于工业发展方案的通知", "", "云川市人民政府"),
        ("云川市人民政府文件\n云政发〔2021〕1号\n关于印发云川市方案的通知", "", "云川市人民政府"),
        ("云川市方案", "云川市发展和改革委员会\n2021年1月1日", "云川市发展和改革委员会"),
        ("关于印发云川市方案的通知\n各县区：\n现印发。\n云川市财政局\n2021年1月1日\n云川市方案", "", "云川市财政局"),
        ("云川市优化布局方案", "优化项目布局", None),
        ("云川市方案", "", None),
    ],
)
def test_the_issuer(head: str, tail: str, issuer: str | None) -> None:
    """Who issued it: the subject of the notice's title, the letterhead, or the signature; no other line."""
    assert issuer == read(head, tail).issuer


@pytest.mark.parametrize(
    ("said", "adopted"),
    [
        ("《云川市方案》已经2021年4月8日市政府第57次常务会议审议通过，现印发。", "2021-04-08"),
        ("本方案经市委2022年12月31日会议同意，请执行。", "2022-12-31"),
        ("本方案自2021年4月28日起执行。", None),
        ("已经市政府同意，现印发给你们。", None),
    ],
)
def test_the_adoption(said: str, adopted: str | None) -> None:
    """The day on which a body adopted it, as an ISO date; absent where only later dates are printed."""
    assert adopted == read(f"云川市方案\n{said}").adopted


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("云川市行动计划（2021-2023年）", (2021, 2023)),
        ("云川市行动计划（2021—2025年）", (2021, 2025)),
        ("云川市行动计划(2021年至2025年)", (2021, 2025)),
        ("云川市行动计划（２０２１～２０２５）", (2021, 2025)),
        ("云川市“十四五”水利发展规划", (2021, 2025)),
        ("云川市经济社会发展第十三个五年规划", (2016, 2020)),
        ("云川市三年行动计划", None),
        ("云川市2024年行动计划", None),
    ],
)
def test_the_period(title: str, period: tuple[int, int] | None) -> None:
    """First and last year stand in brackets behind the title, or the title names a five-year plan."""
    assert period == read(title).period


@pytest.mark.parametrize(
    ("head", "code"),
    [
        ("宿州市行动计划", "341300"),
        ("亳州市谯城区行动方案", "341602"),
        ("安徽省推进一体化行动计划", "340000"),
        ("浙江文化发展方案", "330000"),
        ("中共徐州市委关于发展的意见", "320300"),
        ("关于印发萧县路长制实施方案的通知\n各乡镇：\n现印发。\n路长制实施方案", "341322"),
        ("关于印发路长制实施方案的通知\n各乡镇：\n现印发。\n萧县人民政府\n2021年1月1日\n路长制实施方案", "341322"),
        ("国务院关于发展农业的意见", "100000"),
        ("国家发展改革委关于印发城市群发展规划的通知", "100000"),
        ("工业和信息化部等八部门关于印发行动计划的通知", "100000"),
        ("中华人民共和国发展规划纲要", "100000"),
        ("大理州对接成都市行动方案", "532900"),
        ("博州对接成都市行动方案", "652700"),
        ("海南州关于对接成都市的行动方案", "632500"),
        ("巴州对接成都市行动方案\n一、总体要求\n推进库尔勒市建设。", "652800"),
        ("巴州对接成都市行动方案\n一、总体要求\n推进巴中市东部新区建设。", "511902"),
        ("关于印发石林县行动方案的通知\n各乡镇：\n现印发。\n行动方案", "530126"),
        ("禾丰县实施方案", ""),
        ("省委宣传部关于发展的意见", ""),
        ("行动计划", ""),
    ],
)
def test_the_jurisdiction(head: str, code: str) -> None:
    """The division that title, issuer or notice name first, as deep as the names go on; a part of a name is none."""
    assert code == read(head).jurisdiction


def test_the_file_may_tell_the_jurisdiction() -> None:
    """Where the text names no division, the name of the file may."""
    assert "341300" == read("行动计划", stem="宿州市行动计划").jurisdiction


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("江苏省徐州市铜山区", "320312"),
        ("徐州市政府", "320300"),
        ("徐州", "320300"),
        ("北京市朝阳区", "110105"),
        ("安徽省亳州", "340000"),
        ("朝阳区", None),
        ("合作发展", None),
        ("市教育局", None),
        ("", None),
    ],
)
def test_the_division_at_the_start(text: str, code: str | None) -> None:
    """A chain of full names gives the lowest; a name of several divisions, or an ordinary word, gives none."""
    found = leading_division(text)
    assert code == (found.code if found else None)
