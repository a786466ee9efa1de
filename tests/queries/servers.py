"""Servers for the tests of endpoints: one that says what it is told to, and the one of Oxigraph."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socket import create_connection, socket
from threading import Thread
from typing import NamedTuple
from urllib.parse import parse_qs

SELECT_NOTHING = b'{"head": {"vars": ["x"]}, "results": {"bindings": []}}'
RESULTS = "application/sparql-results+json"


class Reply(NamedTuple):
    """What a server answers: a status, headers, a body, and how long it waits before the body."""

    status: int = 200
    body: bytes = SELECT_NOTHING
    headers: tuple[tuple[str, str], ...] = (("Content-Type", RESULTS),)
    wait: float = 0.0
    promised: int = 0
    """Bytes that it says there are more than there are."""


class Request(NamedTuple):
    """What a server was asked: headers by name, and the question."""

    headers: dict[str, str]
    question: str


class Scripted:
    """A server that gives its replies one after the other, the last one for ever.

    Attributes:
        url: its address.
        requests: what it was asked.
    """

    def __init__(self, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}/sparql"
        self.requests: list[Request] = []


@contextmanager
def scripted(*replies: Reply) -> Iterator[Scripted]:
    """A server that gives these replies."""
    left = list(replies)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
            state.requests.append(Request(dict(self.headers), form["query"][0]))
            reply = left.pop(0) if len(left) > 1 else left[0]
            if not reply.status:
                return  # the connection ends without an answer
            self.send_response(reply.status)
            for name, text in reply.headers:
                self.send_header(name, text)
            self.send_header("Content-Length", str(len(reply.body) + reply.promised))
            self.end_headers()
            with suppress(BrokenPipeError, ConnectionResetError):
                for piece in (reply.body[:1], reply.body[1:2], reply.body[2:]):
                    self.wfile.write(piece)
                    self.wfile.flush()
                    time.sleep(reply.wait)

        def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - named so there
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    state = Scripted(server.server_address[1])
    thread = Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield state
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def free_port() -> int:
    """A port that nobody listens at."""
    with socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextmanager
def oxigraph(quads: Path, folder: Path) -> Iterator[str]:
    """The server of Oxigraph over a file of N-Quads, as a process of its own; gives its endpoint."""
    program = str(Path(sys.executable).with_name("oxigraph"))
    place = ["--location", str(folder)]
    subprocess.run([program, "load", *place, "--file", str(quads)], check=True, capture_output=True)
    port = free_port()
    with subprocess.Popen(
        [program, "serve-read-only", *place, "--bind", f"127.0.0.1:{port}"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as server:
        try:
            for _ in range(500):
                with suppress(OSError), create_connection(("127.0.0.1", port), 1):
                    break
                time.sleep(0.02)
            yield f"http://127.0.0.1:{port}/query"
        finally:
            server.terminate()
