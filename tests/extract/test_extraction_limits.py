"""Extraction takes time in proportion to the length of the text, whatever it is made of."""

import time
from contextlib import suppress

import pytest

from extract.errors import DocumentError
from extract.plan import Document
from tests.extract.passages import extractor

HEAD = "宿州市方案\n一、甲\n（一）乙。"
LENGTH = 100_000
SECONDS = 20
"""Of the processor: the slowest of these takes two, and what grows with the square of a part's length takes minutes."""
REPEATED = (  # noqa: SIM905 - so many marks are read more easily without quotation marks
    "（ ） （） “ ” “” 《 》 《》 7 1. 1, 1: 1% 30亿元 2025年 徐州、 徐州— 合作 沪苏浙 苏 州 江 "
    "建设产业园、 产业 大学 公司 等 的 与 达到 打造 长三角 （甲牵头） 、 ， 。 "
).split()


def seconds(text: str) -> float:
    """How long the processor extracts a text, or refuses it."""
    made = extractor()  # loads what is loaded once
    start = time.process_time()
    with suppress(DocumentError):
        made.extract(Document("made-up", "0" * 64, "utf-8", "text", text))
    return time.process_time() - start


@pytest.mark.slow
@pytest.mark.parametrize("mark", REPEATED)
def test_no_text_takes_long(mark: str) -> None:
    """10⁵ characters of one mark or word over and over are extracted in good time."""
    assert SECONDS > seconds(HEAD + mark * (LENGTH // len(mark)))


@pytest.mark.slow
@pytest.mark.parametrize("mark", ["（", "“", "《", "7", "1%"])
def test_a_million_characters_end(mark: str) -> None:
    """10⁶ brackets, quotes or figures are extracted ten times as slowly at most, or refused without a heading."""
    assert 10 * SECONDS > seconds(HEAD + mark * (10 * LENGTH // len(mark)))
    assert SECONDS > seconds(mark * (10 * LENGTH // len(mark)))
