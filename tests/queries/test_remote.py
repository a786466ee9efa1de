"""Asking an endpoint: the same answers as from a store here, and what can go wrong on the way."""

from collections.abc import Iterator

import pytest

from queries.ask import ask
from queries.catalogue import names, question
from queries.engine import Embedded, Rows, Triples, Truth
from queries.errors import EndpointError, SparqlError
from queries.plain import understand
from queries.remote import LONGEST_PAUSE, PASSWORD, TOKEN, TRIES, USER, Remote
from queries.show import show
from queries.terms import prefixes
from tests.queries.servers import Reply, free_port, scripted
from tests.web.servers import serving

HTML = (("Content-Type", "text/html; charset=utf-8"),)
BUSY = Reply(503, b"", ())


@pytest.fixture(scope="session", params=["oxigraph", "deltakg"])
def remote(request: pytest.FixtureRequest) -> Iterator[Remote]:
    """An engine that asks Oxigraph's server, and one that asks our own."""
    if request.param == "oxigraph":
        yield Remote(request.getfixturevalue("endpoint"), environment={})
        return
    with serving(request.getfixturevalue("plans_store")) as server:
        yield Remote(f"{server.address}/sparql", environment={})


@pytest.mark.parametrize("name", names())
def test_a_question_has_the_same_rows_as_from_a_store(name: str, plans: Embedded, remote: Remote) -> None:
    """Every question of the catalogue, with its examples: columns, terms with types and languages, order, readings."""
    arguments = [parameter.example for parameter in question(name).arguments if parameter.default is None]
    here, there = ask(plans, name, arguments), ask(remote, name, arguments)
    assert here.readings == there.readings
    assert here.rows == there.rows


def test_a_thing_is_shown_as_from_a_store(plans: Embedded, remote: Remote) -> None:
    """Names are looked up there as here."""
    for name in ("宿州", "suzhou/15"):
        here, there = show(plans, [name], limit=3), show(remote, [name], limit=3)
        assert here[:2] == there[:2]
        assert here.listed.rows == there.listed.rows


def test_plain_language_is_understood_as_from_a_store(plans: Embedded, remote: Remote) -> None:
    """The names of a graph are read there as here."""
    text = "谁牵头轨道交通"
    here, there = (understand(engine, text) for engine in (plans, remote))
    assert [one.call() for one in here] == [one.call() for one in there]


def test_the_four_forms_are_answered(plans: Embedded, remote: Remote) -> None:
    """SELECT gives rows, ASK a truth, CONSTRUCT and DESCRIBE triples, those of a store here."""
    for sparql, kind in (
        ('SELECT * { ?s dk:stem ?stem ; dk:periodEnd ?end BIND(STRLANG("a", "en-GB") AS ?c) } ORDER BY ?stem', Rows),
        ("#+ title: ask it\nASK { ?s dk:stem 'suzhou' }", Truth),
        ("CONSTRUCT WHERE { ?s dk:stem ?select }", Triples),
        ("describe <https://w3id.org/deltakg/id/place/320300>", Triples),
    ):
        found = remote.ask(sparql, prefixes())
        assert isinstance(found, kind)
        assert plans.ask(sparql, prefixes()) == found


def test_the_base_is_that_of_the_graph(plans: Embedded, remote: Remote) -> None:
    """Paths of things are read under the base of the graph that is asked."""
    assert plans.base == remote.base


def test_a_mistake_is_shown_where_it_is(remote: Remote) -> None:
    """What the server says of a question names the line and column of what was typed, not of what was sent."""
    with pytest.raises(SparqlError) as caught:
        remote.ask("SELECT ?s { ?s dk:stem }", prefixes())
    assert (1, 24) == (caught.value.line, caught.value.column)
    assert "SELECT ?s { ?s dk:stem }" in str(caught.value)


def test_only_what_is_used_is_declared() -> None:
    """A prefix that the question declares itself, or does not use, is not sent."""
    with scripted(Reply()) as server:
        engine = Remote(server.url, environment={})
        engine.ask("PREFIX a: <urn:x> SELECT * { ?s a:b b:c }", {"a": "urn:a", "b": "urn:b", "c": "urn:c"})
    assert "PREFIX b: <urn:b> PREFIX a: <urn:x> SELECT * { ?s a:b b:c }" == server.requests[0].question


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (Reply(401, b"", ()), f"asks for credentials (401 Unauthorized); set {USER} and {PASSWORD}, or {TOKEN}"),
        (Reply(403, b"<h1>No</h1>", HTML), "does not let you ask (403 Forbidden): No"),
        (Reply(404, b"", ()), "is no endpoint (404 Not Found); check the address"),
        (Reply(302, b"", (("Location", "http://127.0.0.2/x"),)), "has moved to http://127.0.0.2/x (302); give that"),
        (Reply(500, b"out of\n\x1b[31mmemory", ()), "answers 500 Internal Server Error: out of [31mmemory"),
        (Reply(200, b"<p>Welcome", HTML), "answers with text/html, which is no SPARQL result"),
        (Reply(200, b"x,y\n", (("Content-Type", "text/csv"),)), "answers with text/csv, which is no SPARQL result"),
        (Reply(200, b"{", ()), "answers with something without a media type"),
        (Reply(headers=(("Deltakg-Truncated", "rows 9"),)), "cuts its answer at a limit (rows 9); ask for less"),
        (Reply(200, b"{"), "its answer cannot be read ("),
    ],
    ids=["401", "403", "404", "302", "500", "html", "csv", "untyped", "limited", "cut"],
)
def test_an_answer_that_is_none_is_one_clear_line(reply: Reply, said: str) -> None:
    """Each status and content type has a line of its own, which names the address; it is asked once."""
    with scripted(reply) as server, pytest.raises(EndpointError) as caught:
        Remote(server.url, environment={}).ask("SELECT ?x {}")
    assert str(caught.value).startswith(f"{server.url}: {said}")
    assert "\n" not in str(caught.value)
    assert "\x1b" not in str(caught.value)
    assert 1 == len(server.requests)


def test_what_a_server_says_of_a_question_is_shown() -> None:
    """A 400 is a mistake in the question, with the message of the server."""
    with scripted(Reply(400, b"Lexical error <b>here</b>", HTML)) as server, pytest.raises(SparqlError) as caught:
        Remote(server.url, environment={}).ask("SELECT ?x {}")
    assert "SPARQL Lexical error here" == str(caught.value)


@pytest.mark.parametrize(
    ("replies", "pauses"),
    [
        ((BUSY, Reply(502, b"", ()), Reply(504, b"", ()), Reply()), [0.5, 1.0, 2.0]),
        ((Reply(503, b"", (("Retry-After", "7"),)), Reply()), [7.0]),
        ((Reply(429, b"", (("Retry-After", "Thu, 01 Jan 1970 00:00:00 GMT"),)), Reply()), [0.0]),
        ((Reply(503, b"", (("Retry-After", "soon"),)), Reply()), [0.5]),
        ((Reply(0), Reply()), [0.5]),
        ((Reply(promised=9), Reply()), [0.5]),
    ],
    ids=["backoff", "seconds", "date", "nonsense", "broken", "cut"],
)
def test_a_busy_endpoint_is_asked_again(replies: tuple[Reply, ...], pauses: list[float]) -> None:
    """After pauses that double, or as long as the endpoint says; also where the connection breaks."""
    waited: list[float] = []
    with scripted(*replies) as server:
        assert Rows(("x",), ()) == Remote(server.url, environment={}, pause=waited.append).ask("SELECT ?x {}")
    assert pauses == waited
    assert len(replies) == len(server.requests)


def test_an_endpoint_that_stays_busy_is_left() -> None:
    """After some tries, or at once where it wants a long wait."""
    waited: list[float] = []
    with scripted(BUSY) as server, pytest.raises(EndpointError, match="answers 503 Service Unavailable") as caught:
        Remote(server.url, environment={}, pause=waited.append).ask("ASK {}")
    assert (503, TRIES, TRIES - 1) == (caught.value.status, len(server.requests), len(waited))
    late = Reply(503, b"", (("Retry-After", str(LONGEST_PAUSE + 1)[:2]), ("Content-Type", "text/plain")))
    with scripted(late) as server, pytest.raises(EndpointError):
        Remote(server.url, environment={}, pause=waited.append).ask("ASK {}")
    assert 1 == len(server.requests)


def test_nobody_there_is_said() -> None:
    """A refused connection is tried again and then said; a host that does not exist is said at once."""
    waited: list[float] = []
    with pytest.raises(EndpointError, match=r"cannot be reached \(Connection refused\)"):
        Remote(f"http://127.0.0.1:{free_port()}/", environment={}, pause=waited.append).ask("ASK {}")
    assert TRIES - 1 == len(waited)
    with pytest.raises(EndpointError, match=r"there is no host 'nowhere\.invalid'"):
        Remote("http://nowhere.invalid/sparql", environment={}, pause=waited.append).ask("ASK {}")
    assert TRIES - 1 == len(waited)


@pytest.mark.parametrize("reply", [Reply(wait=0.4), Reply(body=b"{" + b" " * 9, wait=0.15)], ids=["silent", "slow"])
def test_a_slow_answer_ends(reply: Reply) -> None:
    """The time counts from the question to the last byte of the answer."""
    with (
        scripted(reply) as server,
        pytest.raises(EndpointError, match=r"no answer within 0\.2 seconds; .*--timeout"),
    ):
        Remote(server.url, seconds=0.2, environment={}).ask("SELECT ?x {}")


@pytest.mark.parametrize(
    ("environment", "sent"),
    [
        ({}, None),
        ({USER: "ann", PASSWORD: "密:x"}, "Basic YW5uOuWvhjp4"),
        ({TOKEN: "t0", USER: "ann", PASSWORD: "b"}, "Bearer t0"),
    ],
)
def test_credentials_come_from_the_environment(environment: dict[str, str], sent: str | None) -> None:
    """A token, or a user and a password; what does not accept them is said without them."""
    with scripted(Reply(), Reply(401, b"", ())) as server:
        engine = Remote(server.url, environment=environment)
        engine.ask("SELECT ?x {}")
        assert sent == server.requests[0].headers.get("Authorization")
        with pytest.raises(EndpointError) as caught:
            engine.ask("SELECT ?x {}")
    assert ("does not accept the credentials of" in str(caught.value)) == bool(environment)
    assert all(secret not in str(caught.value) for secret in ("t0", "密:x", "ann"))


@pytest.mark.parametrize(
    "address",
    [
        "",
        "x",
        "file:///etc/passwd",
        "ftp://a/b",
        "http://",
        "http://[::1",
        "http://a:b/",
        "http://a/ b",
        "http://a/\nb",
    ],
)
def test_what_is_no_address_is_refused(address: str) -> None:
    """Nothing but http and https is asked."""
    with pytest.raises(EndpointError, match="is no address of an endpoint"):
        Remote(address)


def test_credentials_in_an_address_are_refused_and_not_repeated() -> None:
    """They would stand in histories and logs."""
    with pytest.raises(EndpointError) as caught:
        Remote("https://ann:secret@example.org/sparql")
    assert f"https://example.org/sparql: give no credentials in the address; set {USER} and {PASSWORD}" == str(
        caught.value
    )
