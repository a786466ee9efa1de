"""From the arguments of a question to the terms in its `VALUES` lines."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from queries.catalogue import Parameter, Question
from queries.engine import Engine
from queries.errors import ArgumentError, did_you_mean
from queries.names import Choose, Reading, refuse, resolve
from queries.terms import iri, is_text, literal

LEVELS = ("named", "within", "known", "as-group")
"""How a place or an agency may be involved, from the nearest to the widest."""

VALUES = ("text", "year")
"""The kinds of parameters that are values, and name nothing in the graph."""

_YEAR_DIGITS = 4
_NUMERALS = str.maketrans("〇○零一二三四五六七八九", "000123456789")


class Bound(NamedTuple):
    """A question that can be asked.

    Attributes:
        sparql: the question with the terms of its arguments.
        readings: how each name was read.
    """

    sparql: str
    readings: tuple[Reading, ...]


def bind(
    engine: Engine,
    question: Question,
    arguments: Sequence[str],
    *,
    level: str | None = None,
    choose: Choose = refuse,
) -> Bound:
    """Put arguments into a question.

    Args:
        engine: the store whose names they are.
        question: the question.
        arguments: by position, or as `name=value`.
        level: the widest level to answer with, None for the question's own default.
        choose: what to do with a name that may mean several things.

    Raises:
        ArgumentError: where an argument is missing, too many, or unknown, or the level is.
        UnknownNameError: where nothing is called as an argument says.
        AmbiguousNameError: where several things are and `choose` takes none.
    """
    texts = assigned(question, arguments)
    read: dict[str, Reading] = {}
    terms: dict[str, Iterable[str]] = {}
    given = [parameter for parameter in question.arguments if parameter.name in texts]
    for parameter in sorted(given, key=lambda one: one.kinds != ("plan",)):  # the plan tells what else is meant
        text = texts[parameter.name]
        if parameter.kinds[0] in VALUES:
            terms[parameter.name] = [_value(question, parameter, text)]
            continue
        plan = read["plan"].taken.iri if "plan" in read else ""
        read[parameter.name] = resolve(engine, parameter.kinds, text, plan=plan, choose=choose)
        terms[parameter.name] = [iri(read[parameter.name].taken.iri)]
    if level is not None:
        terms |= _levels(question, level)
    return Bound(question.bound(terms), tuple(read[one.name] for one in given if one.name in read))


def _value(question: Question, parameter: Parameter, text: str) -> str:
    """The term of a text or a year, which name nothing."""
    text = text.strip()
    if parameter.kinds == ("text",):
        if text and is_text(text):
            return literal(text)
        raise ArgumentError(question.name, f"{parameter.name} is empty, or no UTF-8; give a word to look for")
    digits = unicodedata.normalize("NFKC", text).removesuffix("年").translate(_NUMERALS)
    if len(digits) == _YEAR_DIGITS and digits.isdecimal():
        return str(int(digits))
    raise ArgumentError(question.name, f"{text!r} is no year; write it in four digits, as 2025")


def assigned(question: Question, arguments: Sequence[str]) -> dict[str, str]:
    """Which argument is for which parameter.

    Args:
        question: the question.
        arguments: by position, or as `name=value`.

    Raises:
        ArgumentError: where one is missing, given twice, unknown, or too many.
    """
    names = {parameter.name: parameter for parameter in question.arguments}
    texts: dict[str, str] = {}
    for argument in arguments:
        name, equals, text = argument.partition("=")
        if not (equals and name.isascii() and name.isidentifier()):
            name, text = next((free for free in names if free not in texts), ""), argument
            if not name:
                raise ArgumentError(question.name, f"{argument!r} is one argument too many; usage: {question.usage()}")
        elif name not in names:
            raise _unknown_parameter(question, name, names)
        elif name in texts:
            raise ArgumentError(question.name, f"{name} is given twice")
        texts[name] = text
    for name, parameter in names.items():
        if parameter.default is None and not texts.get(name, "").strip():
            reason = f"{name} is missing ({parameter.titles['en']}); for example: {question.example()}"
            raise ArgumentError(question.name, reason)
    return texts


def _unknown_parameter(question: Question, name: str, names: Mapping[str, Parameter]) -> ArgumentError:
    from queries.suggestions import near  # noqa: PLC0415 - only on failure

    hint = did_you_mean(near(name, names)) or f"; usage: {question.usage()}"
    return ArgumentError(question.name, f"there is no parameter {name!r}{hint}")


def _levels(question: Question, level: str) -> dict[str, Iterable[str]]:
    names = [parameter.name for parameter in question.parameters if parameter.kinds == ("level",)]
    if not names:
        raise ArgumentError(question.name, "has no levels; leave --level out")
    if level not in LEVELS:
        from queries.suggestions import near  # noqa: PLC0415 - only on failure

        hint = did_you_mean(near(level, LEVELS)) or f"; choose from {', '.join(LEVELS)}"
        raise ArgumentError(question.name, f"there is no level {level!r}{hint}")
    reached = LEVELS[: LEVELS.index(level) + 1]
    return {name: [literal(one) for one in reached] for name in names}
