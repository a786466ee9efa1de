"""A server that is left open: what is asked of it to harm it does not."""

import json
import os
import re
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from pathlib import Path

import pytest

from tests.web.servers import ODD, A, Answered, Server, make_store, serving

ENDLESS = "SELECT (COUNT(*) AS ?n) { " + " ".join(f"?a{n} ?b{n} ?c{n} ." for n in range(12)) + " }"
QUICK = "SELECT (1 AS ?x) {}"
FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"
GREEDY = (
    "SELECT (GROUP_CONCAT(?s) AS ?x) { "
    + " ".join(f"VALUES ?v{n} {{ {' '.join(map(str, range(30)))} }}" for n in range(5))
    + ' BIND(CONCAT(STR(?v0), "'
    + "x" * 1000
    + '", STR(?v1), STR(?v2), STR(?v3), STR(?v4)) AS ?s) }'
)


@pytest.fixture(scope="module")
def small(odd_store: Path) -> Iterator[Server]:
    """A server with low limits."""
    limits = ["--timeout", "2", "--workers", "1", "--max-rows", "5", "--max-bytes", "3000", "--memory", "100"]
    with serving(odd_store, *limits, "--queue", "10") as running:
        yield running


def posted(server: Server, query: str) -> Answered:
    """The answer to a question of any length."""
    return server.ask(method="POST", body=query.encode(), Content_Type=DIRECT)


def workers(server: Server) -> list[int]:
    """The process numbers of a server's workers."""
    children = Path(f"/proc/{server.process.pid}/task/{server.process.pid}/children").read_text(encoding="ascii")
    return [int(child) for child in children.split()]


def eventually(holds: Callable[[], bool], seconds: float = 20) -> bool:
    """Whether something comes to hold."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if holds():
            return True
        time.sleep(0.05)
    return False


def raw(server: Server, sent: bytes, *, seconds: float = 30) -> bytes:
    """All that a server answers to bytes, until it closes the connection."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=seconds) as connection:
        connection.sendall(sent)
        found = b""
        with suppress(ConnectionResetError):
            while piece := connection.recv(65536):
                found += piece
        return found


# Time, memory, length


def test_an_endless_question_is_ended(small: Server) -> None:
    """At the limit of time a question ends, its worker with it, and the next is answered."""
    before = set(workers(small))
    found = small.sparql(ENDLESS)
    assert (504, "text/plain") == (found.status, found.media)
    assert "2 seconds" in found.text
    assert 200 == small.sparql(QUICK).status
    assert eventually(lambda: not before & set(workers(small)))


def test_endless_questions_keep_nobody_from_an_answer(odd_store: Path) -> None:
    """With more endless questions than workers, another client is answered, and a ping at once."""
    with serving(odd_store, "--timeout", "30", "--workers", "2") as server, ThreadPoolExecutor(5) as pool:
        endless = [pool.submit(server.sparql, ENDLESS) for _ in range(5)]
        time.sleep(0.5)
        begun = time.monotonic()
        assert 200 == server.ask("/health").status
        assert time.monotonic() - begun < 2
        assert 200 == server.sparql(QUICK).status
        assert time.monotonic() - begun < 20
        assert not any(one.done() for one in endless)
        server.process.kill()


def test_a_client_that_floods_keeps_no_other_from_an_answer(odd_store: Path) -> None:
    """While one client has more endless questions than there are places, others are answered, again and again."""
    said = [("query", ENDLESS)]
    with serving(odd_store, "--timeout", "40", "--workers", "1") as server, ThreadPoolExecutor(20) as pool:
        endless = [pool.submit(server.ask, said=said, source="127.0.0.2") for _ in range(20)]
        assert eventually(lambda: len(workers(server)) >= 4)
        begun = time.monotonic()
        for number, source in enumerate(("127.0.0.3", "127.0.0.3", "127.0.0.4")):
            time.sleep(1.5)
            assert 200 == server.ask(said=[("query", f"SELECT ({number} AS ?x) {{}}")], source=source).status
        assert time.monotonic() - begun < 30
        assert not any(one.done() for one in endless)
        server.process.kill()


def test_what_nobody_waits_for_is_ended(odd_store: Path) -> None:
    """A client that goes takes its question with it."""
    with serving(odd_store, "--timeout", "60", "--workers", "1") as server:
        (worker,) = workers(server)
        for _ in range(8):
            with pytest.raises(TimeoutError):
                server.sparql(ENDLESS, timeout=0.3)
        assert 200 == server.sparql(QUICK).status
        assert eventually(lambda: worker not in workers(server) and 1 == len(workers(server)))


def test_a_full_queue_says_so(small: Server) -> None:
    """Beyond the questions that may wait, one is told to come again; the others are answered."""
    with ThreadPoolExecutor(30) as pool:
        found = list(pool.map(lambda _: small.sparql(ENDLESS), range(30)))
    statuses = [one.status for one in found]
    assert {503, 504} == set(statuses)
    assert all(one.headers["Retry-After"] for one in found if one.status == 503)
    assert 200 == small.sparql(QUICK).status


def test_a_greedy_question_is_ended(odd_store: Path) -> None:
    """At the limit of memory a question ends, its client is told, and the next is answered."""
    with serving(odd_store, "--timeout", "60", "--workers", "1", "--memory", "50") as server:
        found = server.sparql(GREEDY)
        assert (500, "text/plain") == (found.status, found.media)
        assert "memory" in found.text
        assert 200 == server.sparql(QUICK).status


def test_a_worker_that_dies_is_replaced(odd_store: Path) -> None:
    """Workers that are ended from outside are replaced; whoever waits for one is told."""
    with serving(odd_store, "--workers", "2") as server, ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(server.sparql, ENDLESS)
        time.sleep(0.5)
        killed = workers(server)
        for worker in killed:
            os.kill(worker, signal.SIGKILL)
        assert 500 == waiting.result().status
        assert eventually(lambda: 2 == len(set(workers(server)) - set(killed)))
        assert 200 == server.sparql(QUICK).status


def test_workers_end_with_their_server(odd_store: Path) -> None:
    """A server that is killed leaves no worker behind, not even one that is busy."""
    with serving(odd_store, "--timeout", "1") as server, ThreadPoolExecutor(1) as pool:
        busy = pool.submit(server.sparql, ENDLESS)
        time.sleep(0.5)
        left = workers(server)
        server.process.kill()
        assert isinstance(busy.exception(), OSError)
        assert left
        assert eventually(lambda: not any(Path(f"/proc/{one}/exe").exists() for one in left))


@pytest.mark.parametrize("name", ["json", "xml", "csv", "tsv"])
def test_rows_beyond_the_limit_are_cut(name: str, small: Server) -> None:
    """An answer of more rows than the limit is well-formed, has that many, and says so."""
    found = small.ask(said=[("query", "SELECT ?s { ?s ?p ?o }"), ("format", name)])
    assert (200, "rows 5") == (found.status, found.headers["Deltakg-Truncated"])
    rows = {
        "json": lambda: len(json.loads(found.body)["results"]["bindings"]),
        "xml": lambda: found.text.count("<result>"),
    }
    assert 5 == rows.get(name, lambda: len(found.text.splitlines()) - 1)()
    assert (name in {"json", "xml"}) == ("cut at the limit" in found.text)
    whole = small.ask(said=[("query", "SELECT ?s { ?s ?p ?o } LIMIT 5"), ("format", name)])
    assert whole.headers["Deltakg-Truncated"] is None


def test_bytes_beyond_the_limit_are_cut(small: Server) -> None:
    """An answer of more bytes than the limit is well-formed, shorter, and says so; also a graph, and a question's."""
    long = "SELECT ?x { VALUES ?n { 1 2 3 4 } BIND('" + "徐" * 500 + "' AS ?x) }"
    for name in ("json", "xml", "csv", "tsv"):
        found = posted(small, long) if name == "json" else small.ask(said=[("query", long), ("format", name)])
        assert (200, "bytes 3000") == (found.status, found.headers["Deltakg-Truncated"])
        assert len(found.body) < 3500
    graph = posted(
        small, "CONSTRUCT { ?n <a:p> ?x } WHERE { VALUES ?n { <a:1> <a:2> <a:3> } BIND('" + "x" * 2000 + "' AS ?x) }"
    )
    assert (200, "bytes 3000") == (graph.status, graph.headers["Deltakg-Truncated"])
    assert "# this answer was cut" in graph.text
    assert "rows 5" == small.ask("/graphs?default").headers["Deltakg-Truncated"]


def test_regular_expressions_do_not_freeze_it(small: Server) -> None:
    """Expressions that other engines take for ever over are answered, refused, or ended."""
    for pattern in ("(a+)+$", "(a|aa)+$", "(.*)*b", "a{1000}{1000}{100}", "(?:a?){500}a{500}"):
        found = posted(small, f"SELECT (REGEX('{'a' * 5000}!', '{pattern}') AS ?x) {{}}")
        assert found.status in {200, 504}
    assert 200 == small.sparql(QUICK).status


# Size and shape of what is asked


def test_long_questions_are_413(small: Server) -> None:
    """A question beyond the limit, and a body beyond it, are refused before they are parsed."""
    assert 413 == posted(small, QUICK + "#" * 600_000).status
    assert 413 == posted(small, QUICK + "#" * 6_000_000).status
    assert 413 == small.ask(method="POST", body=b"query=" + b"x" * 6_000_000, Content_Type=FORM).status
    assert 200 == posted(small, QUICK + "#" * 400_000).status


@pytest.mark.parametrize("opening", ["{", "(", "[", "{ SELECT * {", "<<("])
def test_deep_nesting_is_400(opening: str, small: Server) -> None:
    """A question nested too deeply for the engine is refused before it is parsed."""
    before = workers(small)
    closing_marks = "".join({"{": "}", "(": ")", "[": "]"}.get(mark, "") for mark in reversed(opening))
    found = posted(small, f"SELECT * {{ {opening * 5000} {closing_marks * 5000} }}")
    assert (400, True) == (found.status, "brackets" in found.text)
    assert before == workers(small)


def test_long_heads_are_refused(small: Server) -> None:
    """An address that is too long is 414, headers that are too long 431, what is no HTTP 400."""
    long = b"x" * 200_000
    assert raw(small, b"GET /sparql?query=" + long).startswith(b"HTTP/1.1 414 ")
    assert raw(small, b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + long).startswith(b"HTTP/1.1 431 ")
    for sent in (
        b"nonsense\r\n\r\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET /\x00 HTTP/1.1\r\nHost: localhost\r\n\r\n",
    ):
        assert raw(small, sent).startswith(b"HTTP/1.1 400 ")
    assert 400 == small.ask("/sparql?" + "&".join(["x=1"] * 1000)).status


# What would leave the store


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <URL> { ?s ?p ?o } }",
        "SELECT * { SERVICE SILENT <URL> { ?s ?p ?o } }",
        "ASK { service<URL>{ ?s ?p ?o } }",
        "SELECT * { FILTER(1<2)SERVICE#>\n<URL>{ ?s ?p ?o } }",
        "SELECT * { ?s ?p trueSERVICE <URL> { ?a ?b ?c } }",
        "SELECT * { SERVICESILENT<URL>{ ?s ?p ?o } }",
        "SELECT * { VALUES ?u { <URL> } SERVICE ?u { ?s ?p ?o } }",
        "SELECT * FROM <URL> { ?s ?p ?o }",
        "SELECT * FROM NAMED <URL> { GRAPH ?g { ?s ?p ?o } }",
        "LOAD <URL>",
        "INSERT DATA { <a:a> <a:b> 1 } ; LOAD <URL>",
        "CONSTRUCT { ?s ?p ?o } WHERE { { SELECT * { SERVICE <URL> { ?s ?p ?o } } } }",
    ],
)
def test_nothing_is_fetched(query: str, server: Server) -> None:
    """Whatever would ask another server is refused, and no connection is made."""
    with closing(socket.create_server(("127.0.0.1", 0))) as canary:
        canary.settimeout(0.3)
        found = server.sparql(query.replace("URL", f"http://127.0.0.1:{canary.getsockname()[1]}/"))
        assert (400, "text/plain") == (found.status, found.media)
        with pytest.raises(TimeoutError):
            canary.accept()


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ('SERVICE <http://x> { ?s ?p ?o }' AS ?x) {}",
        'SELECT ("""LOAD\nFROM <x> SERVICE <x> {""" AS ?x) {}',
        "SELECT (1 AS ?service) {} # SERVICE <http://x> { FROM <x>",
        "SELECT (<http://service/SERVICE#FROM> AS ?x) {}",
        "PREFIX service: <a:b> SELECT (service:load AS ?from) {}",
    ],
)
def test_words_alone_are_no_matter(query: str, server: Server) -> None:
    """In strings, comments, IRIs, names and variables the words are only words."""
    assert 200 == server.sparql(query).status


def test_a_store_is_never_changed(server: Server, odd_store: Path) -> None:
    """No way of asking writes: the files stay as they are."""

    def files() -> dict[str, int]:
        return {str(path): path.stat().st_mtime_ns for path in odd_store.rglob("*") if path.is_file()}

    before = files()
    server.ask(said=[("update", "CLEAR ALL")])
    server.ask(method="POST", body=b"CLEAR ALL", Content_Type="application/sparql-update")
    server.ask("/graphs", said=[("graph", A)], method="DELETE")
    server.sparql("DROP ALL")
    assert before == files()
    assert server.sparql("ASK { ?s ?p ?o }").text.endswith("true}\n")


# Clients


def test_slow_clients_are_dropped(odd_store: Path) -> None:
    """A head, a body, or a reader that takes for ever ends the connection."""
    program = (
        "import web.app, web.settings as s; usual = s.Settings; "
        "s.Settings = lambda **said: usual(**said, reading=0.5, writing=0.5, idle=1.0); from cli import main; main()"
    )
    with serving(odd_store, program=program) as server:
        assert raw(server, b"").startswith(b"HTTP/1.1 408 ")
        assert raw(server, b"GET / HTTP/1.1\r\nHost: local").startswith(b"HTTP/1.1 408 ")
        head = b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
        assert raw(server, head + b"Content-Length: 100\r\n\r\nASK").startswith(b"HTTP/1.1 408 ")
        finished = raw(server, b"GET /health HTTP/1.1\r\nHost: localhost\r\n\r\nGET")
        assert finished.startswith(b"HTTP/1.1 200 ")
        with socket.create_connection(("127.0.0.1", server.port), timeout=30) as reader:
            reader.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            values = " ".join(map(str, range(300)))
            query = f"SELECT * {{ VALUES ?a {{ {values} }} VALUES ?b {{ {values} }} }}".encode()
            reader.sendall(head + b"Content-Length: %d\r\n\r\n" % len(query) + query)
            time.sleep(3)
            found = b""
            with suppress(ConnectionResetError):
                while piece := reader.recv(65536):
                    found += piece
            assert 0 < len(found) < int(re.findall(rb"content-length: (\d+)", found)[0])


def test_long_answers_that_nobody_reads_are_limited(odd_store: Path) -> None:
    """While clients hold long answers up to the limit, no other long one is begun; short ones are given."""
    program = (
        "import web.app, web.settings as s; usual = s.Settings; "
        "s.Settings = lambda **said: usual(**said, sending=20_000_000, cache=1000); from cli import main; main()"
    )
    values = " ".join(map(str, range(300)))
    long = f"SELECT * {{ VALUES ?a {{ {values} }} VALUES ?b {{ {values} }} }}"
    with serving(odd_store, program=program) as server:
        whole = posted(server, long)
        assert 10_000_000 < len(whole.body) < 20_000_000
        with socket.create_connection(("127.0.0.1", server.port), timeout=30) as reader:
            head = f"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: {DIRECT}\r\nContent-Length: {len(long)}"
            reader.sendall(f"{head}\r\n\r\n{long}".encode())
            assert b"HTTP/1.1 200" == reader.recv(12)
            refused = posted(server, long)
            assert (503, True) == (refused.status, bool(refused.headers["Retry-After"]))
            assert 200 == server.sparql(QUICK).status
        assert eventually(lambda: posted(server, long).status == 200)


def test_slow_clients_hold_up_nobody(server: Server) -> None:
    """While many connections send nothing, others are answered."""
    idle = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(200)]
    try:
        for connection in idle:
            connection.sendall(b"GET /sparql?query=")
        assert 200 == server.sparql(QUICK).status
    finally:
        for connection in idle:
            connection.close()


def test_a_client_that_closes_its_side_is_answered(server: Server) -> None:
    """Who says all it asks and then closes its side gets its answers; one that takes long is not begun for it."""

    def asked(sent: bytes) -> bytes:
        with socket.create_connection(("127.0.0.1", server.port), timeout=30) as connection:
            connection.sendall(sent)
            connection.shutdown(socket.SHUT_WR)
            return b"".join(iter(lambda: connection.recv(65536), b""))

    one = b"GET /sparql?query=ASK%7B%7D%23closed HTTP/1.1\r\nHost: localhost\r\n\r\n"
    assert asked(one).startswith(b"HTTP/1.1 200 ")
    assert 2 == asked(one + one.replace(b"closed", b"again")).count(b"HTTP/1.1 200 ")
    slow = (
        f"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: {DIRECT}\r\nContent-Length: {len(ENDLESS)}\r\n\r\n"
    )
    begun = time.monotonic()
    assert b"" == asked((slow + ENDLESS).encode())
    assert time.monotonic() - begun < 4
    assert b"" == asked(slow.encode())


def test_a_body_in_broken_pieces_is_400(server: Server) -> None:
    """A body whose pieces cannot be told apart is refused in words."""
    head = f"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: {DIRECT}\r\nTransfer-Encoding: chunked\r\n\r\n"
    assert raw(server, f"{head}zz\r\nASK".encode()).startswith(b"HTTP/1.1 400 ")
    assert raw(server, f"{head}3\r\nASK\r\nzz".encode() + b"\r\n").startswith(b"HTTP/1.1 400 ")


@pytest.mark.parametrize("media", ["text/plain", "application/sparql-update", DIRECT])
def test_a_refused_body_is_no_request(media: str, server: Server) -> None:
    """A body beyond ASCII that comes after the answer leaves the connection as it was: the next request is answered."""
    body = "ASK { ?s ?p '徐州' }".encode()
    head = f"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: {media}\r\nContent-Length: {len(body)}\r\n\r\n"
    with socket.create_connection(("127.0.0.1", server.port), timeout=30) as connection:
        connection.sendall(head.encode())
        if media != DIRECT:
            assert connection.recv(12).startswith(b"HTTP/1.1 4")
        connection.sendall(body + b"GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        assert b"".join(iter(lambda: connection.recv(65536), b"")).endswith(b'{"status":"ok"}')


def test_http_1_0_needs_no_host(server: Server) -> None:
    """A check of a proxy that speaks HTTP/1.0 is answered, with Host and without; a foreign Host is not."""
    assert raw(server, b"GET /health HTTP/1.0\r\n\r\n").startswith(b"HTTP/1.1 200 ")
    assert raw(server, b"GET /health HTTP/1.0\r\nHost: localhost\r\n\r\n").startswith(b"HTTP/1.1 200 ")
    assert raw(server, b"GET /health HTTP/1.0\r\nHost: evil.example\r\n\r\n").startswith(b"HTTP/1.1 400 ")


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost", 200),
        ("127.0.0.1:8000", 200),
        ("[::1]:1", 200),
        ("LOCALHOST.:80", 200),
        ("evil.example", 400),
        ("evil.example:8000", 400),
        ("localhost.evil.example", 400),
        ("localhost:80@evil.example", 400),
        ("10.0.0.1", 400),
        ("", 400),
        ("[::1", 400),
    ],
)
def test_requests_to_other_names_are_refused(host: str, status: int, server: Server) -> None:
    """A page whose name was pointed at this machine cannot read through a reader's browser."""
    found = raw(server, f"GET /health HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
    assert found.startswith(f"HTTP/1.1 {status} ".encode())
    assert b"evil" not in found


@pytest.mark.parametrize(
    ("address", "host", "status"),
    [
        ("http://localhost/health", "localhost", 200),
        ("HTTPS://LOCALHOST:80/health?x=http://localhost/", "localhost", 200),
        ("http://localhost", "localhost", 200),
        ("http://localhost?query", "localhost", 200),
        ("http://localhost/health", "evil.example", 200),
        ("http://localhost/http://localhost/health", "localhost", 404),
        ("http://evil.example/health", "localhost", 400),
        ("http://localhost:80@evil.example/health", "localhost", 400),
        ("http:///health", "localhost", 400),
        ("ftp://localhost/health", "localhost", 404),
    ],
)
def test_an_address_may_be_absolute(address: str, host: str, status: int, server: Server) -> None:
    """RFC 9112, 3.2.2: what is sent as to a proxy is answered; the host of the address counts, not the header."""
    found = raw(server, f"GET {address} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
    assert found.startswith(f"HTTP/1.1 {status} ".encode())
    assert b"evil" not in found


def test_other_names_can_be_allowed(odd_store: Path) -> None:
    """The names that a server is started with are its own, and its address from outside stands in descriptions."""
    options = ["--allow-host", "Graph.example", "--base-url", "https://plans.example/kg"]
    with serving(odd_store, *options) as server:
        for host, status in (("graph.example", 200), ("plans.example:443", 200), ("other.example", 400)):
            assert status == server.ask("/health", Host=host).status
        assert "https://plans.example/kg/sparql" in server.ask("/sparql", Accept="application/n-triples").text
        assert "https://plans.example/kg" in server.ask("/openapi.json").text


@pytest.mark.parametrize(
    "path",
    [
        "/sparql?query=%3Cscript%3Ealert(1)%3C/script%3E",
        "/sparql?query=SELECT%20*%20%7B%20%3Fs%20%3Cscript%3E",
        "/sparql?query=ASK{}&default-graph-uri=http://x/%22%3E%3Cscript%3E",
        "/graphs?graph=http://x/%3Cscript%3Ealert(1)%3C/script%3E",
        "/queries/%3Cscript%3E",
        "/queries/projects-involving?%3Cscript%3E=1",
        "/queries/projects-involving?place=%3Cscript%3E",
        "/%3Cscript%3Ealert(1)%3C/script%3E",
        "/sparql?query=SELECT(%22%3Cscript%3E%22AS%3Fx)%7B%7D&format=%3Cscript%3E",
        "/graphs?graph=http://x/%0d%0aX-Injected:1",
    ],
)
def test_nothing_is_reflected_as_markup(path: str, server: Server) -> None:
    """What a request says comes back as plain text or JSON at most, which no browser takes for a page."""
    found = server.ask(path, Accept="text/html,*/*")
    assert found.media in {"text/plain", "application/json"}
    assert "nosniff" == found.headers["X-Content-Type-Options"]
    assert "default-src 'none'" in found.headers["Content-Security-Policy"]
    assert found.headers["X-Injected"] is None
    assert 400 <= found.status < 500


def test_the_access_log_has_a_line_a_request(odd_store: Path, tmp_path: Path) -> None:
    """Each request is one line with its status and size; nothing in it ends the line or is made up."""
    log = tmp_path / "log"
    with serving(odd_store, log=log) as server:
        server.sparql(QUICK)
        server.ask("/%0a127.0.0.1%20%22GET%20/forged%22%20200", X_Forwarded_For="6.6.6.6")
        raw(server, b'GET /"\x7f HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n')
        raw(server, b'GET /a"b HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n')
        assert 0 == server.stop()
    lines = log.read_text(encoding="utf-8").splitlines()
    pattern = re.compile(r'127\.0\.0\.1 \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ "[A-Z]+ [!#-~]+" \d{3} \d+ \d+ms')
    assert [] == [line for line in lines if not pattern.fullmatch(line)]
    assert 3 == len(lines)
    assert '"GET /sparql?query=SELECT+%281+AS+%3Fx%29+%7B%7D" 200 ' in lines[0]
    assert "%0a127.0.0.1" in lines[1]
    assert r"/a\x22b" in lines[2]


def test_a_log_that_nobody_reads_holds_up_nobody(odd_store: Path) -> None:
    """Where standard output is full, requests are answered all the same."""
    with serving(odd_store, out=subprocess.PIPE) as server:
        for _ in range(60):
            assert 404 == server.ask("/" + "x" * 1900).status
        assert 200 == server.sparql(QUICK).status


# Running


def test_it_stops_when_answers_are_given(odd_store: Path) -> None:
    """On SIGTERM nothing new is accepted, what runs is answered, and it ends well."""
    slow = "SELECT (COUNT(*) AS ?n) { " + " ".join(f"?a{n} ?b{n} ?c{n} ." for n in range(6)) + " }"
    with serving(odd_store, "--timeout", "20") as server, ThreadPoolExecutor(1) as pool:
        running = pool.submit(server.sparql, slow)
        time.sleep(0.3)
        left = workers(server)
        assert 0 == server.stop()
        assert 200 == running.result().status
        with pytest.raises(ConnectionRefusedError):
            server.ask("/health")
        assert eventually(lambda: not any(Path(f"/proc/{one}/exe").exists() for one in left))


def test_endless_questions_do_not_keep_it_running(odd_store: Path) -> None:
    """A question that does not end is ended at its limit when the server stops."""
    with serving(odd_store, "--timeout", "2") as server, ThreadPoolExecutor(1) as pool:
        running = pool.submit(server.sparql, ENDLESS)
        time.sleep(0.3)
        assert 0 == server.stop()
        assert running.exception() or running.result().status == 504


def test_a_second_interrupt_ends_it_at_once(odd_store: Path) -> None:
    """Who presses Ctrl-C again does not wait for what runs, and reads no traceback."""
    with serving(odd_store, "--timeout", "60") as server, ThreadPoolExecutor(1) as pool:
        pool.submit(server.sparql, ENDLESS)
        time.sleep(0.5)
        server.process.send_signal(signal.SIGINT)
        time.sleep(0.5)
        assert server.process.poll() is None
        server.process.send_signal(signal.SIGINT)
        assert 0 == server.process.wait(10)
        assert server.process.stderr
        assert "stopped\n" == server.process.stderr.read()


def test_a_new_generation_is_taken_up(tmp_path: Path) -> None:
    """What a writer adds is in the next answer; a question that runs is finished on what it began with."""
    store = tmp_path / "store"
    make_store(store)
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    slow = "SELECT (COUNT(*) AS ?n) { " + " ".join(f"?a{n} ?b{n} ?c{n} ." for n in range(6)) + " }"
    with serving(store, "--workers", "2", "--timeout", "30") as server, ThreadPoolExecutor(1) as pool:
        assert '"11"' in server.sparql(count).text
        running = pool.submit(server.sparql, slow)
        time.sleep(0.2)
        make_store(store, ODD + ":new { :n :p 3 }")
        assert '"12"' in server.sparql(count).text
        assert f'"{11**6}"' in running.result().text
        assert f'"{12**6}"' in server.sparql(slow).text
        assert 2 == json.loads(server.ask("/ready").body)["generation"]
        make_store(store)
        make_store(store)
        kept = {path.name for path in (store / "generations").iterdir()}
        assert eventually(lambda: json.loads(server.ask("/ready").body)["generation"] == 4)
        assert {"3", "4"} <= kept


def test_names_are_read_in_the_newest_generation(tmp_path: Path) -> None:
    """What a name means is what it means in the store as it is, however often it was asked for before."""
    place = (
        "GRAPH :g { <https://w3id.org/deltakg/id/place/%d> a dk:AdministrativeDivision ; dk:code '%d' ;"
        " dk:level 'prefecture' ; <http://www.w3.org/2000/01/rdf-schema#label> '甲市'@zh }"
    )
    head = "PREFIX : <http://example.org/> PREFIX dk: <https://w3id.org/deltakg/ontology#>\n"
    store = tmp_path / "store"
    make_store(store, head + place % (1, 1))
    with serving(store, "--workers", "1") as server:
        for limit in range(3):
            assert (
                200 == server.ask("/queries/projects-involving", said=[("place", "甲市"), ("limit", str(limit))]).status
            )
        make_store(store, head + place % (1, 1) + place % (2, 2))
        found = server.ask("/queries/projects-involving", said=[("place", "甲市"), ("limit", "3")])
        assert (300, 2) == (found.status, len(json.loads(found.body)["candidates"]))


def test_a_store_that_is_gone_is_said(tmp_path: Path) -> None:
    """Where the store is taken away the server says that it is not ready, and is again when it is back."""
    store = tmp_path / "store"
    make_store(store)
    with serving(store) as server:
        store.rename(tmp_path / "away")
        assert eventually(lambda: server.ask("/ready").status == 503)
        assert (503, True) == ((found := server.sparql(QUICK)).status, bool(found.headers["Retry-After"]))
        assert 200 == server.ask("/health").status
        (tmp_path / "away").rename(store)
        assert eventually(lambda: server.ask("/ready").status == 200)
        assert 200 == server.sparql(QUICK).status


def test_an_address_in_use_is_said(server: Server, odd_store: Path) -> None:
    """A port that is taken, and a store that is none, end it at once with the reason."""
    with pytest.raises(AssertionError, match="cannot be listened to"), serving(odd_store, "--port", str(server.port)):
        pass
    with pytest.raises(AssertionError, match="no store is here"), serving(odd_store / "none"):
        pass


def test_many_clients_get_their_own_answers(server: Server) -> None:
    """Clients at once each get the answer to what they asked, from the cache or not."""

    def ask(number: int) -> bool:
        return f'"{number % 50}"' in server.sparql(f"SELECT ({number % 50} AS ?x) {{}}").text

    with ThreadPoolExecutor(40) as pool:
        assert all(pool.map(ask, range(400)))
    assert threading.active_count() < 100
