"""Asking in plain words by the command line."""

import json
from collections.abc import Callable

import pytest

from queries.catalogue import question

Run = Callable[..., tuple[int, str, str]]


def test_a_question_is_answered_and_told(run: Run) -> None:
    """The rows are those of the question that was chosen, which is told on standard error with how to ask it again."""
    status, out, said = run("ask", "徐州参与了哪些项目", "--format", "csv")
    assert (0, out) == run("query", "projects-involving", "徐州", "--format", "csv")[:2]
    assert status == 0
    assert f"{question('projects-involving').title()}: deltakg query projects-involving 徐州\n" in said
    assert "徐州 is read as 徐州市" in said


def test_words_need_no_quotation_marks(run: Run) -> None:
    """A question may be several arguments; the limit and the language are those of `query`."""
    status, out, said = run(
        "ask", "which", "projects", "involve", "Xuzhou", "--limit", "2", "-F", "jsonl", "--language", "zh"
    )
    assert (0, 2) == (status, len(out.splitlines()))
    assert said.startswith(f"{question('projects-involving').title('zh')}: deltakg query projects-involving Xuzhou\n")


@pytest.mark.parametrize("option", ["--dry-run", "--explain"])
def test_the_ranking_is_shown_without_an_answer(option: str, run: Run) -> None:
    """Each interpretation with its call, its title, its confidence, and what it leaves unexplained; best first."""
    status, out, said = run("ask", "谁牵头轨道交通", option, "--format", "json")
    rows = json.loads(out)
    assert (0, "") == (status, said)
    assert "deltakg query leads-on-topic 轨道交通" == rows[0]["call"]
    assert 0.5 < float(rows[0]["confidence"]) <= 1
    assert len(rows) > 1


def test_what_is_not_understood_is_said_with_what_is_near(run: Run) -> None:
    """Wrong usage: nothing is answered, three calls that come near are named."""
    status, out, said = run("ask", "为什么徐州的项目这么贵")
    assert (2, "") == (status, out)
    assert said.startswith("Error: this is not understood well enough to be answered: 为什么徐州的项目这么贵; nearest ")
    assert "  deltakg query projects-involving 徐州   " in said
    assert 3 == said.count("  deltakg query ")
    assert 2 == run("ask", "hello")[0]


def test_what_is_left_out_of_account_is_said(run: Run) -> None:
    """A topic beside a year is no part of the question that is asked."""
    status, _, said = run("ask", "What must be done by 2025 in agriculture?")
    assert status == 0
    assert "left out of account: agriculture\n" in said


def test_a_name_of_several_places_is_asked_back(run: Run) -> None:
    """Suzhou may be two cities, and plans speak of both; nobody is there to say which, so the candidates are listed."""
    status, out, said = run("ask", "everything about Suzhou")
    assert (2, "") == (status, out)
    assert "苏州市" in said
    assert "宿州市" in said


def test_a_name_of_several_places_is_read_as_the_one_with_an_answer(run: Run) -> None:
    """Only one of the two cities that are called Suzhou has projects; which one was read is said."""
    status, out, said = run("ask", "which projects involve Suzhou")
    assert status == 0
    assert "宿州" in out
    assert "Suzhou is read as 宿州市 (安徽省, 341300), not 苏州市 (江苏省, 320500)" in said
