"""The catalogue of questions: the `.rq` files beside this module, each with a header that describes it.

A file runs as it stands in any SPARQL engine, with its defaults. A parameter is a line
`VALUES ?place { <default> }` inside the select that uses it; binding a parameter replaces the terms
of that line and nothing else. The header's keys are

    group                       what it is listed under, one of `groups.toml`
    title.en, title.zh, description.en, description.zh
    parameter.<name>.kind       what it names, one or more kinds of `queries.lookup`, the first found wins; or
                                text, year, level
    parameter.<name>.en, .zh    what it is
    parameter.<name>.example    a value to try
    parameter.<name>.default    what leaving it out means; without it the parameter is needed
    column.<variable>           head of the column, English and Chinese parted by ` / `
    hidden, below               columns that a table leaves out, or sets beneath their row
"""

import os
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from queries.errors import UnknownQuestionError
from queries.header import parse

_FOLDER = os.path.dirname(__file__)  # noqa: PTH120 - pathlib is slow to import, and this is on the way to every question
_SUFFIX = ".rq"


class Parameter(NamedTuple):
    """A parameter of a question.

    Attributes:
        name: its variable, without the question mark.
        kinds: what it may name, the first that is found winning.
        titles: what it is, by language.
        example: a value to try.
        default: what leaving it out means, None where it is needed.
    """

    name: str
    kinds: tuple[str, ...]
    titles: Mapping[str, str]
    example: str
    default: str | None


class Question:
    """A question of the catalogue.

    Args:
        name: the file's name without `.rq`.
        text: the file.

    Attributes:
        name: the file's name without `.rq`.
        text: the file: SPARQL with its header.
        header: the header as it stands.
        group: what it is listed under.
        parameters: in the order in which arguments are given.
        columns: variables of the answer, with their heads by language.
        hidden: columns that a table leaves out.
        below: columns that a table sets beneath their row.

    Raises:
        HeaderError: where the header cannot be read.
    """

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text
        self.header = parse(text)
        self.group = self.header.get("group", "")
        names = [key.split(".")[1] for key in self.header if key.startswith("parameter.") and key.endswith(".kind")]
        self.parameters = tuple(map(self._parameter, names))
        self.columns = {
            key.removeprefix("column."): dict(zip(("en", "zh"), titles.split(" / "), strict=True))
            for key, titles in self.header.items()
            if key.startswith("column.")
        }
        self.hidden = tuple(self.header.get("hidden", "").split())
        self.below = tuple(self.header.get("below", "").split())

    def _parameter(self, name: str) -> Parameter:
        field = {key.rpartition(".")[2]: text for key, text in self.header.items() if f"parameter.{name}." in key}
        titles = {language: field[language] for language in ("en", "zh")}
        return Parameter(name, tuple(field["kind"].split()), titles, field["example"], field.get("default"))

    @property
    def arguments(self) -> tuple[Parameter, ...]:
        """The parameters that are given by position: all but the level, which has an option of its own."""
        return tuple(parameter for parameter in self.parameters if parameter.kinds != ("level",))

    def title(self, language: str = "en") -> str:
        """What it asks, in a few words."""
        return self.header[f"title.{language}"]

    def description(self, language: str = "en") -> str:
        """What it answers, in a sentence or two."""
        return self.header[f"description.{language}"]

    def usage(self) -> str:
        """How it is called: `cooperation-between FIRST SECOND [PLAN]`."""
        names = [
            parameter.name.upper() if parameter.default is None else f"[{parameter.name.upper()}]"
            for parameter in self.arguments
        ]
        return " ".join([self.name, *names])

    def example(self) -> str:
        """A call to try: `deltakg query projects-involving 徐州`."""
        examples = [parameter.example for parameter in self.arguments if parameter.default is None]
        return " ".join(["deltakg query", self.name, *examples])

    def sparql(self) -> str:
        """The question without its header."""
        lines = self.text.split("\n")
        return "\n".join(lines[len(self.header) :]).lstrip("\n")

    def bound(self, values: Mapping[str, Iterable[str]]) -> str:
        """The question with these terms in the place of its defaults.

        Args:
            values: terms by parameter, written as SPARQL writes them; one that is left out keeps its default.

        Raises:
            KeyError: where the question has no such parameter.
        """
        return bound(self.text, values)


def bound(text: str, values: Mapping[str, Iterable[str]]) -> str:
    """SPARQL with these terms in its `VALUES` lines; everything else stays as it is.

    Args:
        text: SPARQL with a line `VALUES ?name { … }` for each of the parameters, or several such lines.
        values: terms by parameter, written as SPARQL writes them.

    Raises:
        KeyError: where there is no such line.
    """
    lines = text.split("\n")
    for name, terms in values.items():
        start = f"VALUES ?{name} {{"
        found = [index for index, line in enumerate(lines) if line.lstrip().startswith(start)]
        if not found:
            raise KeyError(name)
        line = f"{start} {' '.join(terms)} }}"
        for index in found:
            indent = lines[index][: lines[index].index(start)]
            lines[index] = indent + line
    return "\n".join(lines)


def names() -> list[str]:
    """The names of all questions, sorted."""
    return sorted(file.removesuffix(_SUFFIX) for file in os.listdir(_FOLDER) if file.endswith(_SUFFIX))  # noqa: PTH208 - as above


def groups() -> dict[str, dict[str, str]]:
    """The titles of the groups by language, in the order in which they are listed."""
    import tomllib  # noqa: PLC0415 - not needed to ask a question

    return tomllib.loads(read("groups.toml"))


def grouped() -> dict[str, list[Question]]:
    """All questions by group, the groups in the order in which they are listed."""
    questions = [question(name) for name in names()]
    return {group: [one for one in questions if one.group == group] for group in groups()}


def question(name: str) -> Question:
    """A question by its name.

    Raises:
        UnknownQuestionError: where there is none, with the names that look like it.
    """
    known = names()
    if name not in known:
        from queries.suggestions import near  # noqa: PLC0415 - only on failure

        raise UnknownQuestionError(name, near(name, known))
    return Question(name, read(f"{name}{_SUFFIX}"))


def read(file: str) -> str:
    """The text of a data file in this folder."""
    with open(f"{_FOLDER}/{file}", encoding="utf-8") as stream:  # noqa: PTH123 - as above
        return stream.read()
