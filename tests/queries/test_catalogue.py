"""The catalogue: what every question must have, and how it is bound."""

import re

import pytest

from queries.ask import ask
from queries.catalogue import Question, bound, grouped, groups, names, question
from queries.engine import Embedded
from queries.errors import UnknownQuestionError
from queries.lookup import KINDS
from queries.parameters import LEVELS, bind
from queries.parameters import VALUES as VALUE_KINDS

ELEVEN = {
    "projects-involving", "measures-involving", "measures-led-by", "measures-supported-by", "agencies-of-measure",
    "places-of-plan", "projects-by-stage", "cooperation-between", "workload-by-agency", "policies-cited", "evidence-of",
}  # fmt: skip
ALL = [question(name) for name in names()]
every_question = pytest.mark.parametrize("asked", ALL, ids=[asked.name for asked in ALL])
A_FACT = {"level", "document", "unit", "sentence", "citation"}
VALUES = re.compile(r"^\s*VALUES \?(\w+) \{ (.+) \}$", re.MULTILINE)


def test_the_catalogue_answers_what_planners_ask() -> None:
    """The eleven questions of the beginning are there."""
    assert set() == ELEVEN - set(names())


@every_question
def test_a_question_says_what_it_is(asked: Question) -> None:
    """Every question has a title and a description, and every parameter what it is, in both languages."""
    for language in ("en", "zh"):
        assert asked.title(language)
        assert asked.description(language)
        assert all(parameter.titles[language] for parameter in asked.parameters)
    assert re.search("[一-龥]", asked.title("zh"))


@every_question
def test_the_header_holds_nothing_unknown(asked: Question) -> None:
    """A misspelt key of a header is found."""
    known = re.compile(
        r"group|(title|description)\.(en|zh)|parameter\.\w+\.(kind|en|zh|example|default)|column\.\w+|hidden|below"
    )
    assert [] == [key for key in asked.header if not known.fullmatch(key)]
    assert set() == {kind for one in asked.parameters for kind in one.kinds} - {*KINDS, *VALUE_KINDS, "level"}


def test_every_question_stands_in_one_group() -> None:
    """The groups hold every question once, and none is empty; at least 36 questions can be asked."""
    listed = [asked.name for questions in grouped().values() for asked in questions]
    assert names() == sorted(listed)
    assert all(grouped().values())
    assert all({"en", "zh"} == set(titles) for titles in groups().values())
    assert len(listed) >= 36


@every_question
def test_the_order_is_total(asked: Question) -> None:
    """The rows have one order: it ends in what no two rows share, or names every column that tells them apart."""
    order = asked.text.rpartition("ORDER BY ")[2].split()
    assert not asked.text.rstrip().endswith("}")
    columns = set(asked.columns)
    assert "fact" not in columns or order[-1] == "?fact" or asked.name == "evidence-of"


@every_question
def test_the_columns_are_those_of_the_answer(asked: Question, engine: Embedded) -> None:
    """The header names every column of the answer, in its order, and lays out none but those."""
    assert list(engine.rows(asked.text).columns) == list(asked.columns)
    assert set() == {*asked.hidden, *asked.below} - set(asked.columns)


@every_question
def test_a_row_can_be_quoted_or_says_what_lists_it(asked: Question) -> None:
    """A row that states a fact brings level, document, unit, sentence and citation; a count names its question."""
    columns = set(asked.columns)
    assert ("fact" in columns) != ("question" in columns)
    assert "question" in columns or columns >= A_FACT


@every_question
def test_a_parameter_is_a_line_of_its_own(asked: Question) -> None:
    """Each parameter has its `VALUES` line, and there are no such lines with IRIs beside them."""
    lines = dict(VALUES.findall(asked.text))
    declared = {parameter.name for parameter in asked.parameters}
    assert set() == declared - set(lines)
    assert set() == {name for name, terms in lines.items() if "/id/" in terms} - declared


def rest_of_group(text: str) -> str:
    """What follows up to the brace that closes the group."""
    depth = 1
    for index, character in enumerate(text):
        depth += (character == "{") - (character == "}")
        if not depth:
            return text[:index]
    return text


@every_question
def test_a_parameter_stands_in_the_group_that_uses_it(asked: Question) -> None:
    """A `VALUES` line stands in the group of what uses it, and before it; elsewhere it is a hundred times slower."""
    body = asked.sparql()
    for parameter in asked.parameters:
        for line in re.finditer(rf"VALUES \?{parameter.name} {{ .+ }}\n", body):
            assert re.search(rf"\?{parameter.name}\b", rest_of_group(body[line.end() :]))


@every_question
def test_a_file_asks_its_own_example(asked: Question, engine: Embedded) -> None:
    """The terms that stand in a file are those of its examples and defaults: it runs as it stands, anywhere."""
    examples = [one.example for one in asked.arguments if one.default is None]
    levels = [one.default for one in asked.parameters if one.kinds == ("level",)]
    made = bind(engine, asked, examples, level=levels[0] if levels else None)
    assert asked.text == made.sparql
    assert engine.rows(asked.text).rows or asked.name == "projects-by-stage"


@every_question
def test_binding_replaces_the_terms_and_nothing_else(asked: Question) -> None:
    """All lines but those of the parameter stay as they are, comments and similar names included."""
    for parameter in asked.parameters:
        changed = asked.bound({parameter.name: ["<urn:x>"]}).split("\n")
        for before, after in zip(asked.text.split("\n"), changed, strict=True):
            is_line = before.strip().startswith(f"VALUES ?{parameter.name} {{")
            assert (f"VALUES ?{parameter.name} {{ <urn:x> }}" if is_line else before.strip()) == after.strip()


def test_binding_takes_any_term_as_it_is() -> None:
    """A term with backslashes and braces is put in as it is written."""
    assert 'VALUES ?x { "\\\\1 } {" }' == bound("VALUES ?x { <urn:a> }", {"x": ['"\\\\1 } {"']})


def test_binding_an_unknown_parameter_is_an_error() -> None:
    """A parameter that the text does not have is a KeyError."""
    with pytest.raises(KeyError):
        bound("VALUES ?x { 1 }", {"y": ["2"]})


@pytest.mark.parametrize("name", ["projects-involvin", "project-involving", "Projects_Involving"])
def test_a_misspelt_question_is_offered(name: str) -> None:
    """A name that is nearly one of the catalogue's brings that one."""
    with pytest.raises(UnknownQuestionError) as caught:
        question(name)
    assert "projects-involving" in caught.value.near
    assert "did you mean" in str(caught.value)


@pytest.mark.parametrize("name", ["", "x" * 300, "../cli", "lookups/exact", "a\nb", "catalogue.py", "-"])
def test_no_name_leads_out_of_the_catalogue(name: str) -> None:
    """Only questions of the catalogue are found, whatever is typed."""
    with pytest.raises(UnknownQuestionError):
        question(name)


def counts(engine: Embedded, name: str, arguments: list[str]) -> list[tuple[str, int]]:
    """For each row of a count: the question that lists it, and how many it counted."""
    rows = ask(engine, name, arguments).rows
    at = rows.columns.index
    counted = next(column for column in rows.columns if column in {"measures", "facts", "ties"})
    return [(str(row[at("question")].value), int(row[at(counted)].value)) for row in rows.rows]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("places-of-plan", ["suzhou"]),
        ("regions-of-plan", ["suzhou"]),
        ("industries-of-plan", ["suzhou"]),
        ("workload-by-agency", []),
        ("measures-of-plan", ["suzhou"]),
        ("cooperation-matrix", []),
        ("cooperation-mechanisms", []),
        ("shared-between-plans", ["suzhou", "qiaocheng"]),
        ("only-in-plan", ["suzhou", "qiaocheng"]),
    ],
)
def test_a_count_is_what_its_question_lists(name: str, arguments: list[str], engine: Embedded) -> None:
    """The question that a count names lists as many rows as it counts."""
    for listing, count in counts(engine, name, arguments):
        asked, *rest = listing.split(" --level ")
        words = asked.split(" ")
        assert count == len(ask(engine, words[0], words[1:], level=rest[0] if rest else None).rows.rows), listing


def test_levels_reach_from_the_nearest_to_the_widest() -> None:
    """The levels are those of the vocabulary, each holding those before it."""
    assert ("named", "within", "known", "as-group") == LEVELS
