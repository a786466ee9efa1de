"""Text on a terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.display import clean, padded, width, wrapped

TEXT = st.text(alphabet="徐州市推进，。（）《》“”abc 12-—é\u0301〔〕", max_size=60)


@pytest.mark.parametrize(
    ("text", "columns"),
    [("abc", 3), ("徐州", 4), ("（a）", 5), ("e\u0301", 1), ("", 0), ("第15条", 6)],
)
def test_chinese_characters_are_two_columns_wide(text: str, columns: int) -> None:
    """Full-width characters take two columns, combining ones none."""
    assert columns == width(text)


@given(text=TEXT, columns=st.integers(min_value=2, max_value=30))
def test_lines_fit_and_lose_nothing(text: str, columns: int) -> None:
    """Every line fits, and together they are the text but for spaces."""
    lines = wrapped(text, columns)
    assert all(width(line) <= columns for line in lines)
    assert "".join(text.split()) == "".join("".join(lines).split())


def test_marks_stay_with_their_words() -> None:
    """A closing mark begins no line, an opening one ends none, and a number stays whole."""
    assert ["徐州", "（铜山", "区），", "2021年"] == wrapped("徐州（铜山区），2021年", 7)


def test_what_is_wider_than_a_line_is_broken() -> None:
    """A word that fits on no line is cut."""
    assert ["abcd", "efg"] == wrapped("abcdefg", 4)
    assert [""] == wrapped("", 4)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("ProjectMention", ["Project", "Mention"]),
        ("projects.object", ["projects.", "object"]),
        ("place/320300/铜山", ["place/", "320300/铜山"]),
        ("https://w3id.org/", ["https://", "w3id.org/"]),
        ("own-name_", ["own-name_"]),
    ],
)
def test_an_identifier_is_broken_at_its_joints(text: str, lines: list[str]) -> None:
    """Behind a point or a dash, and before a capital within it."""
    assert lines == wrapped(text, 11)


def test_nothing_commands_the_terminal() -> None:
    """Control characters of a document become spaces."""
    assert "a [31mb c" == clean("a\x1b[31mb\nc")


def test_padding_counts_columns() -> None:
    """Cells are filled to a width in columns, on either side."""
    assert ["徐州  ", "    15"] == [padded("徐州", 6), padded("15", 6, right=True)]
