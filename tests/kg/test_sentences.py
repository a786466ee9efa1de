"""A fact is shown with the sentences that its evidence stands in, as read."""

import pytest

from extract.facts import Span
from extract.plan import Unit
from kg.sentences import Sentences

TEXT = "推进徐州高速。支持“萧县通用机场。”加快！\n第二段没有句号"


def unit(text: str, *, shift: int = 0) -> Unit:
    """A unit whose text was read from `shift` on."""
    return Unit("1", "measure", None, "第1条", text, tuple(range(shift, shift + len(text))))


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("徐州", "推进徐州高速。"),
        ("萧县", "支持“萧县通用机场。”"),
        ("加快", "加快！"),
        ("第二段", "第二段没有句号"),
        ("。支持", "推进徐州高速。支持“萧县通用机场。”"),
    ],
)
def test_a_sentence_ends_with_its_mark_and_what_closes_it(words: str, sentence: str) -> None:
    """A closing quotation mark belongs to the sentence before it; a paragraph ends one too."""
    start = TEXT.index(words) + 100
    assert sentence == Sentences(unit(TEXT, shift=100)).around([Span(start, start + len(words))])


def test_sentences_that_do_not_adjoin_are_parted_by_an_omission() -> None:
    """What stands between them is not quoted."""
    spans = [Span(TEXT.index("第二"), TEXT.index("第二") + 2), Span(2, 4)]
    assert Sentences(unit(TEXT)).around(spans) == "推进徐州高速。……第二段没有句号"


def test_breaks_mended_in_reading_do_not_break_a_sentence() -> None:
    """Offsets jump where a page broke, the sentence does not."""
    broken = Unit("1", "measure", None, "第1条", "市农业农村局。完", (0, 1, 2, 7, 8, 9, 10, 11))
    assert Sentences(broken).around([Span(1, 9)]) == "市农业农村局。"


def test_evidence_outside_the_unit_gives_no_sentence() -> None:
    """Nothing is made up."""
    assert Sentences(unit(TEXT)).around([Span(500, 510)]) == ""
