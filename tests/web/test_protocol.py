"""SPARQL 1.1 Protocol, clause by clause of its query operation, and the Graph Store Protocol as far as it reads."""

import csv
import io
import json
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pyoxigraph
import pytest

from kg.build import import_file
from tests.web.servers import A, B, Server, serving

FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"
ASK = "ASK {}"
SELECT = "SELECT ?o { <http://example.org/s> <http://example.org/p> ?o } ORDER BY ?o"
CONSTRUCT = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o FILTER(ISNUMERIC(?o)) }"
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
WITH_A = [("default-graph-uri", A)]


def bindings(body: bytes) -> list[dict[str, Any]]:
    """The solutions of a result in JSON."""
    found: list[dict[str, Any]] = json.loads(body)["results"]["bindings"]
    return found


def numbers(body: bytes) -> list[int]:
    """The one column of a result in JSON."""
    return [int(value["value"]) for row in bindings(body) for value in row.values()]


# 2.1 Query operation: the three ways to send it


def test_by_get(server: Server) -> None:
    """2.1.1: a GET has the question percent-encoded in `query`."""
    found = server.sparql(SELECT)
    assert (200, "application/sparql-results+json", [1, 2]) == (found.status, found.media, numbers(found.body))


def test_by_post_of_a_form(server: Server) -> None:
    """2.1.2: a POST of a form has the same parameters in its body."""
    body = f"query={quote(SELECT)}&default-graph-uri={quote(A)}".encode()
    found = server.ask(method="POST", body=body, Content_Type=FORM)
    assert (200, [1]) == (found.status, numbers(found.body))


def test_by_post_of_the_question(server: Server) -> None:
    """2.1.3: a POST of a question has it as its body, unencoded, and the graphs in the address."""
    found = server.ask(method="POST", body=SELECT.encode(), said=WITH_A, Content_Type=DIRECT)
    assert (200, [1]) == (found.status, numbers(found.body))


@pytest.mark.parametrize(
    "content_type", ["Application/SPARQL-Query", f"{DIRECT}; charset=UTF-8", f'{DIRECT};charset="utf-8"']
)
def test_types_of_bodies_are_compared_as_types(content_type: str, server: Server) -> None:
    """2.1.3: case and a charset of UTF-8 make no difference."""
    assert 200 == server.ask(method="POST", body=ASK.encode(), Content_Type=content_type).status


def test_the_encodings_of_a_space(server: Server) -> None:
    """2.1.1, 2.1.2: a space is + or %20, in an address and in a form; in a direct POST + is +."""
    for encoded in ("SELECT+(1%2B1+AS+?n){}", "SELECT%20(1%2B1%20AS%20?n)%7B%7D"):
        assert [2] == numbers(server.ask(f"/sparql?query={encoded}").body)
        assert [2] == numbers(server.ask(method="POST", body=f"query={encoded}".encode(), Content_Type=FORM).body)
    assert [2] == numbers(server.ask(method="POST", body=b"SELECT (1+1 AS ?n) {}", Content_Type=DIRECT).body)


def test_text_beyond_ascii(server: Server) -> None:
    """2.1: questions are UTF-8, whichever way they are sent."""
    query = 'SELECT ?s { ?s ?p "徐州"@zh }'
    direct = server.ask(method="POST", body=query.encode(), Content_Type=DIRECT)
    form = server.ask(method="POST", body=f"query={quote(query)}".encode(), Content_Type=FORM)
    assert 1 == len(bindings(server.sparql(query).body))
    assert server.sparql(query).body == direct.body == form.body


def test_a_mark_of_the_order_of_bytes_is_no_part_of_a_question(server: Server) -> None:
    """2.1: a file of an editor that begins with one can be sent as it is."""
    marked = "\ufeffASK {}"
    for found in (server.ask(method="POST", body=marked.encode(), Content_Type=DIRECT), server.sparql(marked)):
        assert 200 == found.status


# 2.1.4 Specifying an RDF dataset


@pytest.mark.parametrize(
    ("said", "query", "expected"),
    [
        ([], COUNT, [11]),
        ([("default-graph-uri", "urn:x-arq:DefaultGraph")], COUNT, [11]),
        ([("default-graph-uri", A)], COUNT, [2]),
        ([("default-graph-uri", A), ("default-graph-uri", B)], COUNT, [4]),
        ([("default-graph-uri", A), ("default-graph-uri", A)], COUNT, [2]),
        ([("named-graph-uri", A)], COUNT, [0]),
        ([("default-graph-uri", A)], "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }", [0]),
        ([("named-graph-uri", A)], "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }", [2]),
        ([("named-graph-uri", A), ("named-graph-uri", B)], "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }", [5]),
        (
            [("default-graph-uri", A), ("default-graph-uri", B), ("named-graph-uri", A)],
            "SELECT (COUNT(*) AS ?n) { ?s ?p ?o . GRAPH ?g { ?s ?p ?o } }",
            [2],
        ),
    ],
)
def test_the_dataset_of_the_protocol(
    said: list[tuple[str, str]], query: str, expected: list[int], server: Server
) -> None:
    """2.1.4: the default graph is the merge of those named, each triple once; others are not there."""
    body = "&".join(f"{name}={quote(value)}" for name, value in [("query", query), *said]).encode()
    assert expected == numbers(server.ask(said=[("query", query), *said]).body)
    assert expected == numbers(server.ask(method="POST", body=body, Content_Type=FORM).body)
    assert expected == numbers(server.ask(method="POST", body=query.encode(), said=said, Content_Type=DIRECT).body)


def test_the_dataset_of_the_question(server: Server) -> None:
    """2.1.4: FROM and FROM NAMED choose graphs of the store, and the protocol's choice goes before theirs."""
    query = "SELECT (COUNT(*) AS ?n) FROM <http://example.org/a> FROM <http://example.org/b> { ?s ?p ?o }"
    assert [4] == numbers(server.sparql(query).body)
    named = "PREFIX e: <http://example.org/> SELECT (COUNT(*) AS ?n) FROM NAMED e:b { GRAPH ?g { ?s ?p ?o } }"
    assert [3] == numbers(server.sparql(named).body)
    assert [2] == numbers(server.ask(said=[("query", query), *WITH_A]).body)
    outside = query.replace(B, "http://elsewhere.example/")
    assert [2] == numbers(server.ask(said=[("query", outside), *WITH_A]).body)


@pytest.mark.parametrize("parameter", ["default-graph-uri", "named-graph-uri", "FROM", "FROM NAMED"])
def test_graphs_outside_the_store_are_refused(parameter: str, server: Server) -> None:
    """2.1.4, 2.1.5: a service may refuse a dataset; nothing outside the store is read."""
    if parameter.startswith("FROM"):
        found = server.sparql(f"SELECT * {parameter} <http://127.0.0.1:{server.port}/health> {{ ?s ?p ?o }}")
    else:
        found = server.ask(said=[("query", ASK), (parameter, "file:///etc/passwd")])
    assert (400, "text/plain") == (found.status, found.media)
    assert "no graph" in found.text


# 2.1.5, 2.1.6 Responses


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("application/sparql-results+json", "application/sparql-results+json"),
        ("application/json", "application/json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("application/xml", "application/xml"),
        ("text/csv", "text/csv"),
        ("text/tab-separated-values", "text/tab-separated-values"),
        ("*/*", "application/sparql-results+json"),
        ("text/*", "text/csv"),
        ("application/*;q=0.5, text/csv;q=0.4", "application/sparql-results+json"),
        ("text/csv;q=0.1, application/sparql-results+xml;q=0.9", "application/sparql-results+xml"),
        ("TEXT/CSV", "text/csv"),
        ("text/html, text/csv;q=0.2", "text/csv"),
        ("*/*, application/sparql-results+json;q=0", "application/sparql-results+xml"),
        ("text/csv;header=present", "text/csv"),
        ("nonsense", "application/sparql-results+json"),
        ("text/turtle, text/csv;q=0.001", "text/csv"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "application/xml"),
    ],
)
def test_the_format_of_solutions_is_negotiated(accept: str, media: str, server: Server) -> None:
    """2.1.6: the answer to SELECT is in the format that Accept likes best."""
    found = server.sparql(SELECT, Accept=accept)
    assert (200, media) == (found.status, found.media)
    assert "Accept" in found.headers["Vary"]


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("text/turtle", "text/turtle"),
        ("application/n-triples", "application/n-triples"),
        ("application/rdf+xml", "application/rdf+xml"),
        ("application/ld+json", "application/ld+json"),
        ("application/trig", "application/trig"),
        ("application/n-quads", "application/n-quads"),
        ("*/*", "text/turtle"),
        ("application/*", "application/n-triples"),
        ("text/n3", "text/n3"),
        ("application/sparql-results+json, application/ld+json;q=0.2", "application/ld+json"),
    ],
)
def test_the_format_of_graphs_is_negotiated(accept: str, media: str, server: Server) -> None:
    """2.1.6: the answer to CONSTRUCT and DESCRIBE is in a format of RDF, and holds the same triples in each."""
    found = server.sparql(CONSTRUCT, Accept=accept)
    assert (200, media) == (found.status, found.media)
    known = pyoxigraph.RdfFormat.from_media_type(media)
    assert 2 == len(list(pyoxigraph.parse(found.body, format=known)))
    assert 200 == server.sparql("DESCRIBE <http://example.org/s>", Accept=accept).status


@pytest.mark.parametrize("accept", ["application/sparql-results+json", "application/sparql-results+xml"])
def test_the_answer_to_ask(accept: str, server: Server) -> None:
    """2.1.6: the answer to ASK is a truth, in JSON or XML."""
    found = server.sparql(ASK, Accept=accept)
    assert (200, accept) == (found.status, found.media)
    known = pyoxigraph.QueryResultsFormat.from_media_type(accept)
    assert known
    assert bool(pyoxigraph.parse_query_results(found.body, format=known))


@pytest.mark.parametrize(
    ("query", "accept"),
    [(SELECT, "text/html"), (SELECT, "text/turtle"), (CONSTRUCT, "text/csv"), (ASK, "text/csv"), (SELECT, "image/*")],
)
def test_what_cannot_be_accepted_is_406(query: str, accept: str, server: Server) -> None:
    """2.1.6: where no format is liked, the answer says which there are; who reads HTML alone has it as a page."""
    found = server.sparql(query, Accept=accept)
    assert (406, "text/html" if accept == "text/html" else "text/plain") == (found.status, found.media)
    assert "application/" in found.text


@pytest.mark.parametrize("parameter", ["format", "output"])
def test_a_parameter_names_the_format(parameter: str, server: Server) -> None:
    """A parameter goes before Accept; `json` and `xml` fit each kind of answer."""
    cases = {
        (SELECT, "csv"): "text/csv",
        (SELECT, "json"): "application/sparql-results+json",
        (CONSTRUCT, "json"): "application/ld+json",
        (CONSTRUCT, "xml"): "application/rdf+xml",
        (CONSTRUCT, "nt"): "application/n-triples",
        (CONSTRUCT, "text/turtle"): "text/turtle",
    }
    for (query, name), media in cases.items():
        assert media == server.ask(said=[("query", query), (parameter, name)], Accept="text/html").media
    assert 406 == server.ask(said=[("query", SELECT), (parameter, "xlsx")]).status
    several = [("query", SELECT), (parameter, "none"), (parameter, "text/tab-separated-values"), ("results", "tsv")]
    assert "text/tab-separated-values" == server.ask(said=several).media


@pytest.mark.parametrize(
    "query",
    ["SELEC", "SELECT * {", "SELECT * { ?s nope:x ?o }", "INSERT DATA { <a:a> <a:b> 1 }", "LOAD <http://x/>", "{"],
)
def test_no_sparql_is_400(query: str, server: Server) -> None:
    """2.1.5: a string that is no SPARQL query is 400, with the reason."""
    found = server.sparql(query)
    assert (400, "text/plain") == (found.status, found.media)
    assert found.text.startswith("SPARQL")


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("?query=", 400),
        ("?query=%20", 400),
        ("?default-graph-uri=http://example.org/a", 400),
        ("?nothing=1", 400),
        ("?query=ASK{}&query=ASK{}", 400),
        ("?query=%FF%FE", 400),
        ("?query=ASK{}%", 400),
        ("?query=ASK{}%zz", 400),
        ("?update=CLEAR+ALL", 403),
        ("?query=ASK{}&update=CLEAR+ALL", 403),
        ("?query=ASK{}&unknown=1", 200),
    ],
)
def test_malformed_addresses(path: str, status: int, server: Server) -> None:
    """2.1.5: no question, two, or one that is no UTF-8 are 400; updates are refused; others are passed over."""
    assert status == server.ask(f"/sparql{path}").status


@pytest.mark.parametrize(
    ("content_type", "body", "status"),
    [
        (None, b"ASK {}", 415),
        ("text/plain", b"ASK {}", 415),
        ("application/json", b"{}", 415),
        ("multipart/form-data; boundary=x", b"--x--", 415),
        (f"{DIRECT}; charset=latin-1", b"ASK {}", 415),
        (DIRECT, b"", 400),
        (DIRECT, b"\xff", 400),
        (DIRECT, b"query=ASK{}", 400),
        (FORM, b"", 400),
        (FORM, b"ASK {}", 400),
        (FORM, b"query=ASK{}&query=ASK{}", 400),
        (FORM, b"query=%FF", 400),
        (FORM, b"query=\xff", 400),
        (FORM, b"query=%4", 400),
        (FORM, b"update=CLEAR+ALL", 403),
        ("application/sparql-update", b"CLEAR ALL", 403),
    ],
)
def test_malformed_bodies(content_type: str | None, body: bytes, status: int, server: Server) -> None:
    """2.1.5: bodies of other types are 415, what is no question 400, updates 403."""
    headers: dict[str, Any] = {"Content_Type": content_type} if content_type else {}
    found = server.ask(method="POST", body=body, **headers)
    assert (status, "text/plain", "nosniff") == (found.status, found.media, found.headers["X-Content-Type-Options"])
    assert found.text.strip()


def test_a_question_in_two_places_is_400(server: Server) -> None:
    """2.1: a POST has its question in the body alone."""
    for body, media in ((b"query=ASK{}", FORM), (b"ASK {}", DIRECT)):
        assert 400 == server.ask("/sparql?query=ASK{}", method="POST", body=body, Content_Type=media).status


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE"])
@pytest.mark.parametrize("path", ["/sparql", "/graphs", "/queries"])
def test_other_methods_are_405(method: str, path: str, server: Server) -> None:
    """Only GET, HEAD and POST ask; what there is stands in Allow."""
    found = server.ask(path, method=method)
    assert 405 == found.status
    assert {"GET", "HEAD"} <= {name.strip() for name in found.headers["Allow"].split(",")}


def test_head_is_get_without_the_body(server: Server) -> None:
    """HEAD gives the status and the headers of GET."""
    said = [("query", SELECT)]
    whole, head = server.ask(said=said), server.ask(said=said, method="HEAD")
    assert (200, b"", whole.media) == (head.status, head.body, head.media)
    assert whole.headers["Content-Length"] == head.headers["Content-Length"] == str(len(whole.body))
    assert 400 == server.ask(said=[("query", "SELEC")], method="HEAD").status


def test_options_and_cors(server: Server) -> None:
    """4: pages of any origin may read, none with credentials; OPTIONS says what there is."""
    found = server.ask(method="OPTIONS", Origin="http://page.example", Access_Control_Request_Method="POST")
    assert (204, "*") == (found.status, found.headers["Access-Control-Allow-Origin"])
    assert {"GET", "HEAD", "OPTIONS", "POST"} == {name.strip() for name in found.headers["Allow"].split(",")}
    assert "POST" in found.headers["Access-Control-Allow-Methods"]
    assert "Content-Type" in found.headers["Access-Control-Allow-Headers"]
    for answer in (found, server.sparql(ASK, Origin="http://page.example"), server.sparql("SELEC")):
        assert "*" == answer.headers["Access-Control-Allow-Origin"]
        assert answer.headers["Access-Control-Allow-Credentials"] is None


# Results


def test_the_formats_of_solutions_say_the_same(server: Server) -> None:
    """Each format is well-formed whatever the literals hold, and the engine reads the same terms from it."""
    query = "SELECT ?o ?none { <http://example.org/o> <http://example.org/p> ?o } ORDER BY ?o"
    found = {name: server.ask(said=[("query", query), ("format", name)]) for name in ("json", "xml", "tsv", "csv")}
    read = {
        name: [row[0] for row in pyoxigraph.parse_query_results(found[name].body, format=known)]  # type: ignore[union-attr]
        for name, known in (("json", pyoxigraph.QueryResultsFormat.JSON), ("tsv", pyoxigraph.QueryResultsFormat.TSV))
    }
    values = [row["o"]["value"] for row in bindings(found["json"].body)]
    assert {"control\x01\x00\uffff\r\nend", "tab\there", "徐州", "a,b", "", "\U0001f600"} == set(values)
    assert values == [term.value for term in read["json"]]
    assert read["json"] == read["tsv"]
    document = ET.fromstring(found["xml"].body)  # noqa: S314 - our own
    texts = ["".join(node.itertext()) for node in document.iter() if node.tag.endswith("}literal")]
    assert [value.translate({1: 0xFFFD, 0: 0xFFFD, 0xFFFF: 0xFFFD}) for value in values] == texts
    assert "U+FFFD" in found["xml"].headers["Deltakg-Replaced"]
    rows = list(csv.reader(io.StringIO(found["csv"].text, newline="")))
    assert [["o", "none"], *([value, ""] for value in values)] == rows
    assert found["csv"].body.startswith(b"o,none\r\n")


def test_graphs_are_well_formed(server: Server) -> None:
    """RDF/XML replaces what XML cannot hold, and says so; a predicate that it cannot write is 406."""
    query = "CONSTRUCT WHERE { ?s <http://example.org/p> ?o }"
    found = server.sparql(query, Accept="application/rdf+xml")
    assert "U+FFFD" in found.headers["Deltakg-Replaced"]
    texts = {node.text for node in ET.fromstring(found.body).iter() if node.tag.endswith("}p") or node.tag == "p"}  # noqa: S314 - our own
    assert "control\ufffd\ufffd\ufffd\r\nend" in texts
    unwritable = server.sparql("CONSTRUCT WHERE { ?s <http://example.org/7> ?o }", Accept="application/rdf+xml")
    assert (406, True) == (unwritable.status, "http://example.org/7" in unwritable.text)


def test_triple_terms_are_written(server: Server) -> None:
    """What RDF 1.2 adds is written where the format can, else 406."""
    query = "SELECT (<<( <a:s> <a:p> 'x'@en--ltr )>> AS ?t) {}"
    for name in ("json", "xml", "tsv", "csv"):
        assert 200 == server.ask(said=[("query", query), ("format", name)]).status
    (row,) = bindings(server.sparql(query).body)
    assert {"type": "literal", "value": "x", "xml:lang": "en", "its:dir": "ltr"} == row["t"]["value"]["object"]
    construct = "CONSTRUCT { <a:s> <a:p> <<( <a:s> <a:p> 1 )>> } WHERE {}"
    assert 406 == server.sparql(construct, Accept="application/ld+json").status
    assert 200 == server.sparql(construct, Accept="text/turtle").status


def test_relative_iris_are_of_the_data(server: Server) -> None:
    """An IRI without a scheme is relative to the base of the store."""
    assert (
        "https://w3id.org/deltakg/id/place/320300"
        == bindings(server.sparql("SELECT (<id/place/320300> AS ?x) {}").body)[0]["x"]["value"]
    )


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ("SELECT (GROUP_CONCAT(?n) AS ?all) { VALUES ?n { 1 2 } }", ['""']),
        ("SELECT (GROUP_CONCAT(STR(?n)) AS ?all) { VALUES ?n { 1 2 } }", ["1 2"]),
        ("SELECT ?x { <http://example.org/none> <http://example.org/p>* ?x }", []),
    ],
)
def test_where_the_engine_goes_its_own_way(query: str, rows: list[str], server: Server) -> None:
    """What docs/serving.md says that the engine does apart from SPARQL 1.1 is so, until it is not."""
    assert rows == server.sparql(query, Accept="text/csv").text.splitlines()[1:]


# Service Description, VoID, Graph Store Protocol


@pytest.mark.parametrize("accept", ["*/*", "text/turtle", "application/rdf+xml", "application/ld+json"])
def test_the_service_is_described(accept: str, server: Server) -> None:
    """Without a question the service describes itself, in a format of RDF, at the address that it was asked at."""
    found = server.ask(Accept=accept)
    known = pyoxigraph.RdfFormat.from_media_type(found.media)
    store = pyoxigraph.Store()
    store.load(found.body, format=known)
    sd = "PREFIX sd: <http://www.w3.org/ns/sparql-service-description#>"
    asked = f"{sd} SELECT ?e ?g {{ ?s a sd:Service ; sd:endpoint ?e ; sd:defaultDataset/sd:namedGraph/sd:name ?g }}"
    solutions = store.query(asked)
    assert isinstance(solutions, pyoxigraph.QuerySolutions)
    assert {(f"{server.address}/sparql", f"http://example.org/{name}") for name in ("a", "b", "odd")} == {
        (row["e"].value, row["g"].value) for row in solutions
    }
    assert 406 == server.ask(Accept="application/sparql-results+json").status
    assert 406 == server.ask("/sparql?format=csv").status


@pytest.mark.parametrize(
    ("trig", "graphs"),
    [("<http://example.org/s> a 1 .", 0), ("<http://example.org/g> { <http://example.org/s> a 1 }", 1)],
)
def test_a_dataset_as_it_is_describes_itself(trig: str, graphs: int, tmp_path: Path) -> None:
    """Without named graphs there is a description too; only a default graph that is a merge is said to be one."""
    (tmp_path / "own.trig").write_text(trig, encoding="utf-8")
    import_file(tmp_path / "store", tmp_path / "own.trig", as_is=True)
    with serving(tmp_path / "store") as own:
        found = own.ask(Accept="text/turtle").text
    sd = "http://www.w3.org/ns/sparql-service-description"
    assert f"{sd}#endpoint> <{own.address}/sparql>" in found
    assert graphs == found.count(f"a <{sd}#NamedGraph>")
    assert "UnionDefaultGraph" not in found


def test_a_default_graph_that_is_a_merge_is_said_to_be_one(server: Server) -> None:
    """The default graph holds the merge of all graphs, which the description says."""
    assert "UnionDefaultGraph" in server.ask(Accept="text/turtle").text


def test_the_data_are_described(server: Server) -> None:
    """VoID says how many triples there are, and where to ask."""
    found = server.ask("/.well-known/void", Accept="application/n-triples")
    assert (200, "application/n-triples") == (found.status, found.media)
    assert f"<{server.address}/sparql>" in found.text
    assert '<http://rdfs.org/ns/void#triples> "11"^^' in found.text


def test_graphs_are_read(server: Server) -> None:
    """A named graph and the default graph are given in each format; one that is not there is 404."""
    found = server.ask("/graphs", said=[("graph", A)], Accept="application/n-triples")
    assert (200, 2) == (found.status, len(found.text.splitlines()))
    assert 11 == len(server.ask("/graphs?default", Accept="application/n-triples").text.splitlines())
    assert b"" == server.ask("/graphs?default", method="HEAD").body
    for path, status in (
        ("?graph=http://nowhere/", 404),
        ("?graph=:", 400),
        ("?graph=", 400),
        ("?graph=graph/a", 400),
        ("?graph=http://example.org/a%20b", 400),
        ("", 400),
        ("?default&graph=x", 400),
        ("?default=1", 400),
    ):
        assert status == server.ask(f"/graphs{path}").status
    assert 406 == server.ask("/graphs?default", Accept="text/csv").status
    for method in ("PUT", "POST", "DELETE", "PATCH"):
        written = server.ask("/graphs", said=[("graph", A)], method=method, body=b"")
        assert (405, True) == (written.status, "GET" in written.headers["Allow"])
