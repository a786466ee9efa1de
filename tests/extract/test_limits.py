"""Reading takes time in proportion to the length of the text, whatever it is made of."""

import time

import pytest

from extract.clauses.clauses import clauses
from extract.errors import DocumentError
from extract.plan import Document
from extract.structure.plans import plan

LENGTH = 100_000
SECONDS = 8
"""Of the processor: the slowest of these takes one, and what grows with the square of the length takes minutes."""

REPEATED = [
    *(
        "（",
        "）",
        "（）",
        "“",
        "《方案》",
        "1",
        "1.",
        "1.1",
        "\n",
        "字\n",
        "一",
        "一、",
        "一、\n",
        "一、甲乙\n",
        "（一）",
        "（一）\n",
    ),
    *(
        "（一）甲乙丙。",
        "（1）甲。",
        "1）",
        "-",
        ".",
        " ",
        "\u3000",
        "\t",
        "|",
        "|a|b|\n",
        "|责任单位|任务|\n",
        "*",
        "#",
        "# 方案\n",
    ),
    *(
        "方案\n",
        "方案（）",
        "专栏\n",
        "专栏1\n1．甲。\n",
        "附件1\n",
        "附件：1.甲\n",
        "第一章",
        "责任单位：",
        "责任单位：市教育局\n",
    ),
    *(
        "职责权限",
        "牵头",
        "（甲局牵头）",
        "（负责（负责",
        "各市、县、",
        "市教育局等",
        "。1、",
        "）一、",
        "皖政办〔2021〕1号\n",
        "抄送：\n",
    ),
    *(
        "—1—",
        "。市政府2021年1月1日\n",
        "局",
        "一是",
        "國發",
        "&nbsp;",
        "目录\n",
        "一、（一）1.（1）1）第一章第一节1.1",
        "云川市行动方案\n一、总则\n",
    ),
]
ENDED = [
    "-" * LENGTH + "x",
    "." * LENGTH + "x",
    "一、甲\n（市教育局" + "职责权限" * (LENGTH // 4) + "x）",
    "局" * LENGTH + "x\n一、甲",
]


def seconds(text: str) -> float:
    """How long the processor reads a text and its clauses, or refuses it."""
    start = time.process_time()
    try:
        found = plan(Document("made-up", "0" * 64, "utf-8", "text", text))
    except DocumentError:
        return time.process_time() - start
    for unit in found.units:
        list(clauses(unit.text, first_leads=True))
    return time.process_time() - start


@pytest.mark.slow
@pytest.mark.parametrize(
    "text", [*(mark * (LENGTH // len(mark)) for mark in REPEATED), *ENDED], ids=lambda text: repr(text[:9])
)
def test_no_text_takes_long(text: str) -> None:
    """10⁵ characters of one mark over and over, below a heading, are read in good time."""
    assert SECONDS > seconds("云川市方案\n一、甲\n（一）乙。" + text)


@pytest.mark.slow
@pytest.mark.parametrize("mark", ["（", "“", "7", "）（", "一、"])
def test_a_million_characters_end(mark: str) -> None:
    """10⁶ brackets, quotes or figures on one line are read or refused, ten times as slowly at most."""
    assert 10 * SECONDS > seconds(mark * (10 * LENGTH // len(mark)))
