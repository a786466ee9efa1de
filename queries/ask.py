"""Asking a question of the catalogue."""

from collections.abc import Sequence
from typing import NamedTuple

from queries.catalogue import Question, question
from queries.engine import Engine, Rows
from queries.names import Choose, Reading, refuse
from queries.parameters import bind


class Asked(NamedTuple):
    """An answer, and how the question was understood.

    Attributes:
        question: the question.
        readings: how each name was read.
        rows: the answer.
    """

    question: Question
    readings: tuple[Reading, ...]
    rows: Rows


def ask(
    engine: Engine,
    name: str | Question,
    arguments: Sequence[str] = (),
    *,
    level: str | None = None,
    limit: int | None = None,
    choose: Choose = refuse,
) -> Asked:
    """Ask a question of the catalogue.

    Args:
        engine: the store that answers.
        name: the question, or its name.
        arguments: its arguments by position, or as `name=value`.
        level: the widest level to answer with, None for the question's own default.
        limit: the most rows to give, None for all.
        choose: what to do with a name that may mean several things.

    Raises:
        UnknownQuestionError: where the catalogue has no such question.
        UsageError: where the arguments do not fit it.
        EngineError: where the store cannot answer.
    """
    asked = question(name) if isinstance(name, str) else name
    bound = bind(engine, asked, arguments, level=level, choose=choose)
    columns, rows = engine.rows(bound.sparql)
    return Asked(asked, bound.readings, Rows(columns, rows[:limit]))
