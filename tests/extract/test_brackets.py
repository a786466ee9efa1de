"""Brackets of any shape."""

from hypothesis import given
from hypothesis import strategies as st

from extract.brackets import CLOSING, OPENING, bracketed, split, track

TEXTS = st.text(alphabet=[*OPENING, *CLOSING, "甲", "、", "\n"], max_size=40)


def groups(text: str) -> list[tuple[str, int]]:
    """The bracketed runs of a text and how deep they stand."""
    return [(text[group.start : group.end], group.depth) for group in bracketed(text)]


def test_runs_are_nested() -> None:
    """Outer runs come before those inside; shapes need not agree."""
    assert [("（甲〔乙〕)", 0), ("〔乙〕", 1), ("【丙］", 0)] == groups("（甲〔乙〕)【丙］")


def test_a_run_that_nothing_closes_ends_with_its_line() -> None:
    """An open bracket reaches to the end of the line and hides nothing behind it."""
    assert [("（甲（乙）", 0), ("（乙）", 0), ("（丙）", 0), ("（丁", 0)] == groups("（甲（乙）\n（丙）（丁")


def test_parts_stand_outside_brackets() -> None:
    """Separators inside brackets part nothing; empty parts are left out."""
    text = "甲、乙（丙、丁）、、戊）、己"
    assert ["甲", "乙（丙、丁）", "戊）", "己"] == [text[a:b] for a, b in split(text, "、")]


@given(TEXTS)
def test_runs_lie_in_one_line(text: str) -> None:
    """Every run begins with an opening bracket, ends with a closing one or its line, and runs never cross."""
    found = bracketed(text)
    assert found == sorted(found)
    for group in found:
        run = text[group.start : group.end]
        assert run[0] in OPENING
        assert run[-1] in CLOSING or text[group.end : group.end + 1] in ("\n", "")
        assert "\n" not in run
        assert 0 <= group.end - group.inner_end <= 1
    closed = [(group.start, group.end) for group in found if group.inner_end < group.end]
    assert not any(a < c < b < d for a, b in closed for c, d in closed)


@given(TEXTS, st.integers(0, 40))
def test_tracking_may_pause(text: str, at: int) -> None:
    """The open brackets of a text are those of its first part, gone on with in the rest."""
    whole: list[int] = []
    track(whole, text)
    parts: list[int] = []
    track(parts, text[:at])
    track(parts, text[at:], min(at, len(text)))
    assert whole == parts
