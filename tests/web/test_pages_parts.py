"""The parts that pages are made of: marked text, cells for spreadsheets, sorting, languages, the small picture."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from web.pages.answers import runs
from web.pages.downloads import plain
from web.pages.graph import MOST, Partner, wheel
from web.pages.marks import Mark, offsets, paragraphs
from web.pages.site import liked
from web.pages.tables import sort_key

TEXTS = st.text("甲乙丙 \n，。2项", max_size=40)


@given(TEXTS, st.lists(st.tuples(st.integers(0, 45), st.integers(0, 9)), max_size=6))
def test_marks_change_nothing_of_a_text(printed: str, spans: list[tuple[int, int]]) -> None:
    """Whatever is marked, the runs of a passage together are its text."""
    text = printed.replace(" ", "")
    marks = [Mark(f"f{n}", "Target", "", start, start + length) for n, (start, length) in enumerate(spans)]
    shown = paragraphs(text, offsets(text, printed, 0), marks)
    lines = [line for line in text.split("\n") if line.strip()]
    assert lines == ["".join(run.text for run in line) for line in shown]


@given(TEXTS)
def test_offsets_point_at_the_printed_characters(printed: str) -> None:
    """Each character as read is the one that its offset points at; white space has none."""
    text = printed.replace(" ", "")
    for character, place in zip(text, offsets(text, printed, 7), strict=True):
        assert (place == -1) == character.isspace()
        assert place == -1 or character == printed[place - 7]


def test_headers_above_the_cells_of_a_row_have_no_offset() -> None:
    """What a table prints once, far above, is aligned with no character of a cell; the cell with its own."""
    text, printed = "序号：2\n2022年内容：新建2022米\n责任单位：甲局", "2\n新建2022米\n责任单位：甲局"
    places = offsets(text, printed, 5)
    assert "新建2022米" == "".join(printed[place - 5] for place in places[13:20])
    assert [-1] * 8 == places[5:13]
    assert "责任单位：甲局" == "".join(printed[place - 5] for place in places[-7:])


def test_marks_of_a_broken_line_meet() -> None:
    """Words that a line break parts in print are marked as one."""
    (line,) = paragraphs(
        "市农业农村局牵头", offsets("市农业农村局牵头", "市农业\n农村局牵头", 10), [Mark("f", "R", "", 10, 17)]
    )
    assert [("市农业农村局", True), ("牵头", False)] == [(run.text, bool(run.marks)) for run in line]


@given(TEXTS, st.lists(TEXTS, max_size=4))
def test_a_sentence_is_whole_whatever_is_quoted(sentence: str, quoted: list[str]) -> None:
    """The runs of a sentence together are the sentence."""
    assert sentence == "".join(text for text, _ in runs(sentence, quoted))


def test_quoted_words_are_marked_without_their_line_break() -> None:
    """Words as printed are found in the sentence as read."""
    assert [("由", False), ("市农业农村局", True), ("牵头", False)] == runs("由市农业农村局牵头", ["市农业\n农村局"])


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("+cmd|x", "'+cmd|x"),
        ("-徐州", "'-徐州"),
        ("\t=1", "'\t=1"),
        ("-5.2", "-5.2"),
        ("+", "+"),
        ("徐州=", "徐州="),
        ("", ""),
    ],
)
def test_no_text_in_csv_begins_a_formula(text: str, written: str) -> None:
    """An apostrophe stands before what a spreadsheet would evaluate; a number or a sign alone stays."""
    assert written == plain(text)


def test_numbers_are_sorted_as_numbers_and_names_by_their_sound() -> None:
    """Numbers come first, by size; Chinese names follow in the order of their pinyin."""
    assert ["9", "10", "A", "安徽", "宿州", "徐州"] == sorted(["徐州", "10", "宿州", "A", "安徽", "9"], key=sort_key)


@pytest.mark.parametrize(
    ("header", "language"),
    [("", "zh"), ("fr", "zh"), ("en", "en"), ("EN-us", "en"), ("zh;q=0.5,en;q=0.8", "en"), ("en;q=0,zh-TW", "zh")],
)
def test_the_language_is_the_one_liked_best(header: str, language: str) -> None:
    """Accept-Language counts with its qualities; without one of ours it is Chinese."""
    assert language == liked(header)


@given(st.lists(st.integers(1, 99), min_size=1, max_size=40))
def test_the_picture_stays_in_its_frame(ties: list[int]) -> None:
    """However many partners there are, the most are drawn inside the frame, the rest counted."""
    found = wheel([Partner(str(number), "", one, answers=False) for number, one in enumerate(sorted(ties)[::-1])])
    assert min(len(ties), MOST) == len(found.spokes)
    assert len(ties) == len(found.spokes) + found.left_out
    assert all(0 < one.x < found.width and 0 < one.y < found.height for one in found.spokes)
