"""The questions of the catalogue over HTTP, their description, and clients that others wrote."""

import json
import socket
from typing import Any
from urllib.parse import quote, unquote

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from rdflib import Dataset, Graph
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from schemathesis import checks
from SPARQLWrapper import JSON, JSONLD, N3, POST, POSTDIRECTLY, TSV, TURTLE, SPARQLWrapper

from queries.ask import ask
from queries.catalogue import names, question
from queries.engine import Embedded, Rows
from queries.formats import FORMATS
from queries.output import rendered
from tests.web.servers import Server
from web.openapi import described
from web.questions import catalogue, formats

PROJECTS = "/queries/projects-involving"
XUZHOU = [("place", "徐州")]


def example(name: str) -> list[tuple[str, str]]:
    """The arguments of a question's own example."""
    return [(one.name, one.example) for one in question(name).arguments if one.default is None]


@pytest.mark.parametrize("name", names())
def test_an_answer_is_that_of_the_command_line(name: str, plans_server: Server, plans: Embedded) -> None:
    """Each question of the catalogue, asked by its example, has the embedded engine's answer."""
    said = example(name)
    found = plans_server.ask(f"/queries/{name}", said=said)
    asked = ask(plans, name, [f"{key}={value}" for key, value in said])
    assert (200, "application/json") == (found.status, found.media)
    assert "".join(rendered(asked.rows, "json")) == found.text


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_can_be_had(form: str, plans_server: Server, plans: Embedded) -> None:
    """Each format of answers is given by name and by Accept, and its media type is known."""
    (known,) = (one for one in formats() if one.name == form)
    named = plans_server.ask(PROJECTS, said=[*XUZHOU, ("format", form)])
    negotiated = plans_server.ask(PROJECTS, said=XUZHOU, Accept=f"{known.types[0]}, application/pdf")
    assert (200, known.types[0]) == (named.status, named.media)
    assert (named.body, named.media) == (negotiated.body, negotiated.media)
    rows = ask(plans, "projects-involving", ["徐州"]).rows
    if form in {"csv", "jsonl"}:
        assert "".join(rendered(rows, form)) == named.text
    assert 200 == plans_server.ask(PROJECTS, said=[*XUZHOU, ("format", form)], method="HEAD").status


def test_heads_are_in_the_language_asked_for(plans_server: Server) -> None:
    """A table has its heads in English or Chinese, and as many rows as were asked for."""
    table = [*XUZHOU, ("format", "markdown"), ("limit", "2")]
    assert "| 项目 |" in plans_server.ask(PROJECTS, said=[*table, ("language", "zh")]).text
    found = plans_server.ask(PROJECTS, said=table)
    assert "| Project |" in found.text
    assert 4 == len(found.text.strip().splitlines())


def test_an_address_may_be_typed_as_it_is_read(plans_server: Server) -> None:
    """Characters beyond ASCII need no percent-encoding, as curl sends them; they are UTF-8 all the same."""
    for encoding, status in (("utf-8", b"200"), ("gb18030", b"400")):
        request = f"GET {PROJECTS}?place=徐州 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
        with socket.create_connection(("127.0.0.1", plans_server.port), timeout=60) as connection:
            connection.sendall(request.encode(encoding))
            assert b"HTTP/1.1 " + status == connection.recv(12)


def test_levels_are_taken(plans_server: Server) -> None:
    """A wider level has more rows."""
    narrow, wide = (
        json.loads(plans_server.ask(PROJECTS, said=[*XUZHOU, ("level", level)]).body) for level in ("named", "as-group")
    )
    assert 0 < len(narrow) < len(wide)


def test_a_name_that_may_mean_several_things_is_300(plans_server: Server) -> None:
    """The candidates are listed, each with the address that asks of it."""
    found = plans_server.ask(PROJECTS, said=[("place", "suzhou"), ("level", "named")])
    content = json.loads(found.body)
    assert (300, "place", "suzhou") == (found.status, content["parameter"], content["text"])
    assert ["苏州市", "宿州市"] == [candidate["name"] for candidate in content["candidates"]]
    for candidate in content["candidates"]:
        assert "level=named" in candidate["href"]
        assert 200 == plans_server.ask(candidate["href"]).status


def test_a_name_that_is_unknown_is_404(plans_server: Server) -> None:
    """The names that look like it are listed; so they are of an unknown question."""
    found = plans_server.ask(PROJECTS, said=[("place", "xuzhoooo")])
    content = json.loads(found.body)
    assert (404, "place", "xuzhoooo") == (found.status, content["parameter"], content["text"])
    assert "Xuzhou" in content["nearest"]
    unknown = plans_server.ask("/queries/projects-involvin")
    assert (404, "projects-involving") == (unknown.status, json.loads(unknown.body)["nearest"][0])


@pytest.mark.parametrize(
    "said",
    [
        [],
        [("place", "")],
        [("place", "徐州"), ("place", "宿州")],
        [("place", "徐州"), ("city", "x")],
        [("place", "徐州"), ("limit", "-1")],
        [("place", "徐州"), ("limit", "many")],
        [("place", "徐州"), ("level", "wide")],
        [("place", "徐州"), ("language", "fr")],
        [("place", "徐" * 2000)],
    ],
)
def test_arguments_that_do_not_fit_are_400(said: list[tuple[str, str]], plans_server: Server) -> None:
    """A parameter that is missing, unknown, given twice, or of no sense is 400, and named."""
    assert 400 == plans_server.ask(PROJECTS, said=said).status


def test_formats_that_there_are_not_are_406(plans_server: Server) -> None:
    """An unknown format is refused, by name and by Accept."""
    assert 406 == plans_server.ask(PROJECTS, said=[*XUZHOU, ("format", "pdf")]).status
    assert 406 == plans_server.ask(PROJECTS, said=XUZHOU, Accept="application/pdf").status


def test_a_reading_that_is_not_plain_is_said(plans_server: Server) -> None:
    """How a name was read stands in a header, percent-encoded."""
    found = plans_server.ask(PROJECTS, said=[("place", "xuzhou")])
    assert unquote(found.headers["Deltakg-Reading"]).startswith("xuzhou is read as 徐州市")
    assert plans_server.ask(PROJECTS, said=[("place", "徐州市")]).headers["Deltakg-Reading"] is None


def test_questions_are_listed(plans_server: Server) -> None:
    """The list holds the whole catalogue, and its examples are answered."""
    listed = json.loads(plans_server.ask("/queries").body)
    assert names() == [one["name"] for one in listed]
    assert 200 == plans_server.ask(quote(listed[0]["example"], safe="/?=&%+")).status


def test_an_answer_in_sparql_is_the_engines(plans_server: Server, plans: Embedded) -> None:
    """The text of a question, sent as SPARQL, has the same rows in the same order; the prefixes need no saying."""
    for name in names():
        found = json.loads(plans_server.sparql(question(name).text).body)
        answer = plans.ask(question(name).text)
        assert isinstance(answer, Rows)
        columns = found["head"]["vars"]
        rows = [[row.get(column, {}).get("value") for column in columns] for row in found["results"]["bindings"]]
        assert [[getattr(term, "value", None) for term in row] for row in answer.rows] == rows
    assert 200 == plans_server.sparql("ASK { ?plan a dk:Plan }").status


# The description in OpenAPI


def test_the_description_follows_the_catalogue(plans_server: Server) -> None:
    """Each question has a path with its parameters; nothing is described that there is not."""
    content = json.loads(plans_server.ask("/openapi.json").body)
    assert "3.1.0" == content["openapi"]
    assert plans_server.address == content["servers"][0]["url"]
    assert {f"/queries/{name}" for name in names()} == {
        path for path in content["paths"] if path.count("/") == 2 and "queries" in path
    }
    for name, one in catalogue().items():
        parameters = content["paths"][f"/queries/{name}"]["get"]["parameters"]
        needed = {parameter["name"] for parameter in parameters if parameter["required"]}
        assert {argument.name for argument in one.arguments if argument.default is None} == needed


schemathesis.serializer.alias("application/sparql-query", "text/plain")
SCHEMA = schemathesis.openapi.from_dict(described()).exclude(path_regex="^/queries/(?!projects-involving|workload-by)")
SCHEMA.config.phases.coverage.enabled = False


@pytest.mark.slow
@SCHEMA.parametrize()
@settings(max_examples=3, deadline=None, database=None, suppress_health_check=list(HealthCheck))
def test_made_up_requests_are_answered_as_described(case: schemathesis.Case[Any], plans_server: Server) -> None:
    """Whatever fits the description, or does not, is answered as described, and never with 500.

    Any text fits the description of a question in SPARQL, and most texts are none. Of the catalogue, whose
    questions have one route, two are asked.
    """
    case.call_and_validate(base_url=plans_server.address, excluded_checks=[checks.positive_data_acceptance])


# Clients of others


@pytest.mark.parametrize("method", ["GET", POST])
def test_sparqlwrapper_is_answered(method: str, plans_server: Server) -> None:
    """SPARQLWrapper asks by GET, by form and directly, and reads what it is given."""
    client = SPARQLWrapper(f"{plans_server.address}/sparql")
    client.setMethod(method)
    client.setReturnFormat(JSON)
    client.setQuery("SELECT ?stem { ?plan a dk:Plan ; dk:stem ?stem } ORDER BY ?stem")
    for sent in (None, POSTDIRECTLY) if method == POST else (None,):
        if sent:
            client.setRequestMethod(sent)
        found: Any = client.query().convert()
        assert ["qiaocheng", "suzhou"] == [row["stem"]["value"] for row in found["results"]["bindings"]]
    client.setReturnFormat(TURTLE)
    client.setQuery("CONSTRUCT { ?plan dk:stem ?stem } WHERE { ?plan dk:stem ?stem }")
    graph: Any = client.query().convert()
    assert b"suzhou" in graph
    client.setReturnFormat(N3)
    assert b"suzhou" in client.query().convert()  # type: ignore[operator]
    client.setReturnFormat(JSONLD)
    assert 2 == len(json.loads(client.query().response.read()))
    client.setReturnFormat(TSV)
    client.setQuery("SELECT ?stem { ?plan a dk:Plan ; dk:stem ?stem } ORDER BY ?stem")
    assert b'?stem\n"qiaocheng"\n"suzhou"\n' == client.query().convert()


@pytest.mark.filterwarnings("ignore:Dataset.default_context is deprecated:DeprecationWarning")  # rdflib's own use
@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
def test_rdflib_is_answered(method: str, plans_server: Server) -> None:
    """A graph and a dataset of rdflib over the endpoint ask the default graph, by whatever name."""
    query = "SELECT ?stem { ?plan <https://w3id.org/deltakg/ontology#stem> ?stem } ORDER BY ?stem"
    for made in (Graph, Dataset):
        found = made(SPARQLStore(f"{plans_server.address}/sparql", method=method)).query(query)
        assert ["qiaocheng", "suzhou"] == [str(row[0]) for row in found]  # type: ignore[index]
