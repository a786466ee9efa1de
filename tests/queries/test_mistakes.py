"""What is said of questions that are no SPARQL: where the mistake is, and what was expected."""

from pathlib import Path

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.catalogue import names, question
from queries.mistakes import mistake
from queries.syntax import stop, tokens
from queries.terms import prefixes

TERMS = ("dk:Project", "rdfs:label")
_WORDS = "SELECT ASK WHERE FILTER BY LIMIT GROUP AS VALUES ?x ?y dk:a foo:b <a> <a 'b 'c' “ ， { } ( ) [ ] . , ; 1 * ="
PIECES = st.sampled_from([*_WORDS.split(), "\n"])


def told(sparql: str) -> tuple[int, int, str]:
    """Line, column and the English words about a question that the engine refuses."""
    with pytest.raises(SyntaxError) as caught:
        pyoxigraph.Store().query(sparql, base_iri="base:", prefixes=prefixes())
    found = mistake(sparql, str(caught.value), prefixes(), TERMS)
    return found.line, found.column, found.said["en"]


@pytest.mark.parametrize(
    ("sparql", "line", "column", "words"),
    [
        ("SELECT * {\n  ?s ?p ?o\n", 2, 11, "the “{” of line 1, column 10 is not closed; write “}”"),
        ("SELECT * { ?s ?p ?o FILTER(?o > 3 }", 1, 35, "the “(” of line 1, column 27 is not closed; write “)”"),
        ("SELECT * { ?s ?p ?o ) }", 1, 21, "no “(” belongs to this “)”"),
        ("SELECT * {}\n}", 2, 1, "no “{” belongs to this “}”"),
        ("SELECT * {\n  ?s ?p\n  LIMIT 3", 3, 3, "“LIMIT” cannot stand here; expected an object"),
        ("SELECT * { ?s }", 1, 15, "“}” cannot stand here; expected a property such as rdfs:label"),
        ("SELET * { ?s ?p ?o }", 1, 1, "did you mean SELECT?"),
        ("SELECT * { ?s a dk:Project FILTR(?s = 3) }", 1, 28, "did you mean FILTER?"),
        ("SELECT * { ?s label 'a' }", 1, 15, "did you mean rdfs:label?"),
        ("SELECT * { ?s a project }", 1, 17, "did you mean dk:Project?"),
        ("SELECT ?s, ?o { ?s ?p ?o }", 1, 10, "variables have spaces between them"),
        ("SELECT * { ?s ?p ?o FILTER ?o = 3 }", 1, 28, "FILTER(…)"),
        ("SELECT * { ?s ?p ?o ?a ?b ?c }", 1, 21, "a “.” stands before a new statement"),
        ("SELECT * { ?s ?p ?o } ORDER ?s", 1, 29, "expected BY"),
        ("SELECT * { ?s ?p ?o } LIMIT", 1, 28, "the query ends here and is not complete; expected a whole number"),
        ("SELECT * { ?s rdfs:label '徐州 }", 1, 26, "the text that begins here is not closed"),
        ("SELECT * { ?s rdfs:label “徐州” }", 1, 26, 'is no sign of SPARQL; write "'),
        ("SELECT * { ?s ?p ?o，?q }", 1, 20, "“，” is no sign of SPARQL; write ,"),
        ("SELECT * { ?s ?p ?o FILTER(?o == 3) }", 1, 31, "write ="),
        ("SELECT * { ?s <a b> ?o }", 1, 15, "after “<” an IRI is expected"),
        ("SELECT * { ?s foo:bar ?o }", 1, 15, "the prefix “foo:” is not declared; begin with PREFIX foo: <…>"),
        ("PREFIX dk <http://x>\nSELECT * {}", 1, 8, "a prefix with its colon"),
        ("SELECT ?c (COUNT(?s) AS ?n) { ?s a ?c }", 1, 8, "?c of SELECT is neither grouped nor counted"),
        ("SELECT * { ?s ?p ?o } GROUP BY ?s", 1, 8, "SELECT * cannot stand with GROUP BY"),
        ("SELECT ?s (1 AS ?s) { ?s ?p ?o }", 1, 17, "a variable behind AS is in use already"),
        ("SELECT * { VALUES (?a ?b) { (1 'b'@zh) (2) } }", 1, 40, "VALUES has 2 variables, and this row 1"),
        ("", 1, 1, "expected PREFIX, SELECT, CONSTRUCT, DESCRIBE or ASK"),
    ],
)
def test_a_mistake_is_told_where_it_is(sparql: str, line: int, column: int, words: str) -> None:
    """A typical mistake has its line and column, and says in plain words what was expected."""
    found = told(sparql)
    assert (line, column) == found[:2], found
    assert words in found[2]


@pytest.mark.parametrize("name", names())
def test_the_grammar_reads_every_question_of_the_catalogue(name: str) -> None:
    """What is a question leaves the grammar nowhere."""
    assert None is stop(tokens(question(name).sparql()), frozenset())


@pytest.mark.parametrize(
    "file", sorted(Path(__file__).parents[2].glob("*/**/*-violation.rq")), ids=lambda file: file.stem
)
def test_the_grammar_reads_every_violation_query(file: Path) -> None:
    """Nor do the queries that look for what must not be."""
    assert None is stop(tokens(file.read_text(encoding="utf-8")), frozenset())


@given(st.lists(PIECES, max_size=25).map(" ".join))
def test_whatever_the_engine_refuses_is_told(sparql: str) -> None:
    """Each refusal has a place inside the text and words in both languages; what it takes, the grammar takes too."""
    try:
        pyoxigraph.Store().query(sparql, base_iri="base:", prefixes=prefixes())
    except SyntaxError as error:
        found = mistake(sparql, str(error), prefixes(), TERMS, (1, 1))
        assert 1 <= found.line <= sparql.count("\n") + 1
        assert 1 <= found.column <= len(sparql.split("\n")[found.line - 1]) + 1
        assert {"zh", "en"} == {language for language, said in found.said.items() if said}
    except (OSError, ValueError, RuntimeError):
        return
    else:
        assert None is stop(tokens(sparql), frozenset())


def test_what_cannot_be_told_is_said_as_the_engine_has_it() -> None:
    """A question too deep or too long to look into has the place and the words of the engine."""
    for sparql in ("SELECT * { FILTER(" + "(" * 400 + "}", "SELECT * { " + "?s ?p ?o . " * 3000):
        found = mistake(sparql, "expected FOO", prefixes(), at=(1, 7))
        assert (1, 7, "the engine refuses this: FOO") == (found.line, found.column, found.said["en"])
