"""Asking SPARQL, and what is refused."""

from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.store import Reader
from queries import guard
from queries.engine import Embedded, Rows, Triples, Truth
from queries.errors import EngineError, RefusedError, SparqlError
from queries.terms import prefixes


def test_the_four_forms_are_answered(engine: Embedded) -> None:
    """SELECT gives rows, ASK a truth, CONSTRUCT and DESCRIBE triples."""
    assert isinstance(engine.ask("SELECT ?s { ?s ?p ?o } LIMIT 1"), Rows)
    assert Truth(true=True) == engine.ask("ASK { ?s dk:stem 'suzhou' }", prefixes())
    assert isinstance(engine.ask("DESCRIBE <https://w3id.org/deltakg/id/place/320300>"), Triples)
    made = engine.ask("CONSTRUCT { ?s dk:stem ?stem } WHERE { ?s dk:stem ?stem }", prefixes())
    assert isinstance(made, Triples)
    assert ["qiaocheng", "suzhou", "xuzhou"] == [getattr(triple.object, "value", "") for triple in made.triples]


def test_an_unbound_variable_is_none(engine: Embedded) -> None:
    """A variable without a value leaves its place empty."""
    assert Rows(("x",), ((None,),)) == engine.ask("SELECT ?x {}")


@pytest.mark.parametrize(
    ("sparql", "line", "column", "said"),
    [
        ("SELECT * WHERE {\n  ?s ?p }", 2, 9, "expected an object: a variable"),
        ("SELEC", 1, 1, "did you mean SELECT?"),
        ("", 1, 1, "is not complete"),
        ("SELECT ?x {\n\n ?x nope:a ?y }", 3, 5, "PREFIX nope: <…>"),
        ("SELECT ?x {} GROUP BY ?y", 1, 8, "put it into GROUP BY"),
    ],
)
def test_a_mistake_is_shown_where_it_is(sparql: str, line: int, column: int, said: str, engine: Embedded) -> None:
    """What is no SPARQL is said with the line and column of what is wrong, in plain words, in a line or two."""
    with pytest.raises(SparqlError) as caught:
        engine.ask(sparql)
    assert (line, column) == (caught.value.line, caught.value.column)
    assert str(caught.value).startswith(f"SPARQL line {line}, column {column}: ")
    assert said in str(caught.value)
    assert len(str(caught.value)) < 500


def test_only_select_gives_rows(engine: Embedded) -> None:
    """Where rows are needed, another form is an error."""
    with pytest.raises(SparqlError, match="SELECT"):
        engine.rows("ASK {}")


def test_a_store_that_cannot_be_read_is_said() -> None:
    """A failure of the database is an error of ours."""

    class Broken:
        def query(self, sparql: str, **_: object) -> None:
            raise OSError(sparql)

    with pytest.raises(EngineError, match="the store could not answer"):
        Embedded(cast("Reader", Broken())).ask("ASK {}")


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT ?from ?service { ?s dk:from ?o } # FROM <x>",
        "SELECT * { <http://x/FROM> from:service :load }",
        "SELECT * { ?s ?p '''a\n' FROM \"b''' , \"SERVICE\", 'INSERT' }",
        "PREFIX from: <http://a> SELECT * { ?s from:x ?o }",
        'SELECT * { ?s ?p "a"@from-x }',
        "SELECT (1 AS ?insert) { ?with ?delete ?drop }",
        "PREFIX service: <http://a#> SELECT * { GRAPH service:SERVICE { ?zervice ?Service ?service } }",
        'SELECT * { ?s ?p """\nSERVICE <http://x> { ?s ?p ?o }""" , \'SERVICE <x>{}\' } # SERVICE <x> {',
        "SELECT * { VALUES (?a ?b) { (<urn:service> <http://service/#SERVICE>) } FILTER(?a<?b && ?b>?a) }",
        "ASK { SELECT nothing SERVICES }",
        "CONSTRUCT { ?s a <#from> } WHERE { ?s ?p 5 }",
        "SELECT * { FILTER(" + "(" * 400 + "1" + ")" * 400 + ") }",
    ],
)
def test_words_in_names_and_strings_are_no_words(sparql: str) -> None:
    """Variables, prefixed names, IRIs, strings, languages and comments may hold any word."""
    guard.check(sparql)


@pytest.mark.parametrize(
    ("sparql", "line", "hint"),
    [
        ("SELECT * FROM <x> {}", 1, "FROM"),
        ("SELECT*FROM<x>{}", 1, "FROM"),
        ("SELECT * FROM NAMED <x> {}", 1, "FROM"),
        ("SELECT * {\n service <http://x> {} }", 2, "SERVICE"),
        ("SELECT * { ?s a:b/c:d ?o . SERVICE SILENT ?s {} }", 1, "SERVICE"),
        ("SELECT * { FILTER(1<2)SERVICE<http://x>{} }", 1, "SERVICE"),
        ("SELECT * { FILTER(1<2)SERVICE#>\n<http://x>{} }", 1, "SERVICE"),
        ('SELECT * { FILTER(1<2#>"""\n)SERVICE<http://x>{} #"""\n}', 2, "SERVICE"),
        ("SELECT * { ?s ?p trueSERVICE <http://x> {} }", 1, "SERVICE"),
        ("SELECT * { SERVICESILENT<http://x>{} }", 1, "SERVICE"),
        ("PREFIX x: <http://x/> SELECT * { SERVICEx:y{} }", 1, "SERVICE"),
        ('SELECT * { VALUES ?x {"""b"} SERVICESILENT<http://x>{} }', 1, "SERVICE"),
        ("SELECT * { ?zervice ?qervice ?xervice . SERVICESILENT?s{} }", 1, "SERVICE"),
        ("LOAD <x>", 1, "deltakg add"),
        ("PREFIX a: <b>\nINSERT DATA {}", 2, "deltakg add"),
        ("DELETE WHERE { ?s ?p ?o }", 1, "deltakg remove"),
        ("SELECT * " + "{" * 600, 1, "brackets"),
        ("ASK {}" + " " * guard.LONGEST, 0, "characters"),
    ],
)
def test_what_would_leave_or_change_the_store_is_refused(sparql: str, line: int, hint: str) -> None:
    """SERVICE, FROM and updates are refused with their line, and so is what would end the process."""
    with pytest.raises(RefusedError) as caught:
        guard.check(sparql)
    assert line == caught.value.line
    assert hint in str(caught.value)


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT * WHERE " + "{" * 500 + "}" * 500,
        "SELECT * { FILTER(" + "!" * 20_000 + "true) }",
        "SELECT * { " + "OPTIONAL {} " * 5_000 + "}",
        "SELECT * { FILTER(" + "+".join("1" * 5_000) + " > 0) }",
    ],
    ids=["groups", "nots", "optionals", "sums"],
)
def test_what_is_asked_does_not_end_the_process(sparql: str, engine: Embedded) -> None:
    """A question of any depth that is not refused is answered."""
    guard.check(sparql)
    assert isinstance(engine.ask(sparql), Rows)


@pytest.mark.parametrize(
    ("sparql", "expected"),
    [
        ("SELECT * { ?s ?p 'FROM <x>' }", None),
        ("SELECT * FROM <x> FROM NAMED <http://y/> {}", (("http://base/x",), ("http://y/",))),
        ("BASE <http://z/> PREFIX g: <#> SELECT*FROM#here\ng:b FROMNAMED<c>{}", (("http://z/#b",), ("http://z/c",))),
        ("PREFIX : <http://z/> CONSTRUCT { ?s ?p 1 } FROM dk:a FROM :b WHERE {}", (("dk:a", "http://z/b"), ())),
        ("ASK FROM nope:a {}", ((), ())),
    ],
)
def test_the_graphs_of_a_question_are_read(sparql: str, expected: tuple[tuple[str, ...], ...] | None) -> None:
    """FROM and FROM NAMED are let through where asked for, and their IRIs read as the engine reads them."""
    guard.check(sparql, with_from=True)
    found = guard.dataset(sparql, "http://base/")
    known = prefixes()["dk"]
    shortened = found and tuple(tuple(iri.replace(known, "dk:") for iri in graphs) for graphs in found)
    assert expected == shortened


@given(text=st.text(alphabet="SERVICE{}()<>'\"#\\?:@ \n徐", max_size=40))
def test_any_text_is_looked_through(text: str) -> None:
    """Looking for what is refused never fails otherwise."""
    try:
        guard.check(text)
    except RefusedError as error:
        refused = error
        assert "SERVICE" in str(refused)
