"""Arguments, and what they are for."""

import pytest

from queries.ask import ask
from queries.catalogue import Question, question
from queries.engine import Embedded
from queries.errors import ArgumentError
from queries.parameters import assigned, bind

TIES = question("cooperation-between")


@pytest.mark.parametrize(
    "arguments",
    [["宿州", "徐州", "suzhou"], ["first=宿州", "second=徐州", "plan=suzhou"], ["second=徐州", "宿州", "suzhou"]],
)
def test_arguments_are_given_in_order_or_by_name(arguments: list[str]) -> None:
    """An argument without a name is for the first parameter that is still free."""
    assert {"first": "宿州", "second": "徐州", "plan": "suzhou"} == assigned(TIES, arguments)


def test_what_is_no_name_is_text() -> None:
    """Only a parameter's name makes a text before `=` one."""
    assert {"first": "a=b c", "second": "徐=州"} == assigned(TIES, ["first=a=b c", "徐=州"])


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        ([], "first is missing (One side); for example: deltakg query cooperation-between 宿州 徐州"),
        (["宿州", " "], "second is missing"),
        (
            ["宿州", "徐州", "suzhou", "x"],
            "'x' is one argument too many; usage: cooperation-between FIRST SECOND [PLAN]",
        ),
        (["frist=宿州"], "there is no parameter 'frist'; did you mean first?"),
        (["qqqqqqqq=宿州"], "there is no parameter 'qqqqqqqq'; usage: cooperation-between"),
        (["first=a", "first=b"], "first is given twice"),
    ],
)
def test_wrong_arguments_are_explained(arguments: list[str], hint: str) -> None:
    """What is missing, too much or misspelt is said with what would be right."""
    with pytest.raises(ArgumentError) as caught:
        assigned(TIES, arguments)
    assert f"cooperation-between: {hint}" in str(caught.value)


@pytest.mark.parametrize(
    ("level", "terms"),
    [
        ("named", '"named"'),
        ("within", '"named" "within"'),
        ("as-group", '"named" "within" "known" "as-group"'),
    ],
)
def test_a_level_holds_those_before_it(level: str, terms: str, engine: Embedded) -> None:
    """The level that is asked for is the widest of the answer, not the only one."""
    made = bind(engine, TIES, ["宿州", "徐州"], level=level)
    assert f"VALUES ?level {{ {terms} }}" in made.sparql


@pytest.mark.parametrize(
    ("asked", "level", "hint"),
    [
        (TIES, "nmed", "did you mean named?"),
        (TIES, "zz", "choose from named, within, known, as-group"),
        (question("policies-cited"), "named", "has no levels"),
    ],
)
def test_wrong_levels_are_explained(asked: Question, level: str, hint: str, engine: Embedded) -> None:
    """A level that does not exist, or where there is none, is refused."""
    arguments = ["宿州", "徐州"] if asked is TIES else []
    with pytest.raises(ArgumentError) as caught:
        bind(engine, asked, arguments, level=level)
    assert hint in str(caught.value)


def test_an_answer_may_be_limited(engine: Embedded) -> None:
    """The first rows are given, as many as are asked for."""
    whole = ask(engine, "projects-involving", ["徐州"]).rows
    assert whole.rows[:1] == ask(engine, "projects-involving", ["徐州"], limit=1).rows.rows
    assert () == ask(engine, "projects-involving", ["徐州"], limit=0).rows.rows


@pytest.mark.parametrize("text", ["2025", " 2025年", "２０２５", "二〇二五年", "二零二五"])
def test_a_year_may_be_written_in_many_ways(text: str, engine: Embedded) -> None:
    """Digits of any width and Chinese numerals say a year, with 年 or without."""
    assert "VALUES ?year { 2025 }" in bind(engine, question("targets-by-year"), [text]).sparql


@pytest.mark.parametrize("text", ["25", "二〇二", "20255", "MMXX", "二千零二十五"])
def test_what_is_no_year_is_refused(text: str, engine: Embedded) -> None:
    """What has not four digits is told to be no year."""
    with pytest.raises(ArgumentError, match="is no year"):
        bind(engine, question("targets-by-year"), [text])
