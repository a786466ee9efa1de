"""A small store with odd data, and servers as processes of their own."""

import http.client
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlencode, urlsplit

import pyoxigraph

from kg.generations import writing
from ontology.terms import BASE

ROOT = Path(__file__).parents[2]
PROGRAM = "from cli import main; main()"
A, B = "http://example.org/a", "http://example.org/b"
ODD = r"""
PREFIX : <http://example.org/>
:a { :s :p 1 . :s :q "shared" . }
:b { :s :p 2 . :s :q "shared" . :t :r "<script>alert('x')</script> & \"quoted\"" . }
:odd { :o :p "control\u0001\u0000\uFFFF\r\nend", "tab\there", "徐州"@zh, "a,b", "" , "\uD83D\uDE00"^^:type .
       :o <http://example.org/7> "no name" . }
"""
"""Two graphs that share a triple, and literals that formats have trouble with."""


def make_store(path: Path, trig: str = ODD) -> None:
    """Make a store of quads, or its next generation; the default graph is the merge of all graphs."""
    quads = list(pyoxigraph.parse(trig.replace(r"\uD83D\uDE00", "\U0001f600"), format=pyoxigraph.RdfFormat.TRIG))
    merge = {pyoxigraph.Quad(quad.subject, quad.predicate, quad.object) for quad in quads}
    with writing(path, create=True) as writer:
        begun = writer.begin()
        graph = pyoxigraph.Store(begun / "graph")
        graph.extend([*quads, *merge])
        graph.flush()
        del graph
        (begun / "manifest.json").write_text('{"base": "", "shards": [], "documents": []}', encoding="utf-8")
        writer.publish(BASE)


class Answered(NamedTuple):
    """What a server answered."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode()

    @property
    def media(self) -> str:
        """The media type, without parameters."""
        return (self.headers["content-type"] or "").partition(";")[0]


class Server(NamedTuple):
    """A server that runs.

    Attributes:
        process: its process.
        address: where it is.
    """

    process: "subprocess.Popen[str]"
    address: str

    @property
    def port(self) -> int:
        """Its port."""
        return urlsplit(self.address).port or 0

    def ask(
        self,
        path: str = "/sparql",
        *,
        method: str = "GET",
        body: bytes | None = None,
        timeout: float = 60,
        said: list[tuple[str, str]] | None = None,
        source: str = "127.0.0.1",
        **headers: Any,  # noqa: ANN401 - as keywords are unpacked
    ) -> Answered:
        """Send a request.

        Args:
            path: what is asked for.
            method: of HTTP.
            body: of the request.
            timeout: seconds to wait for an answer.
            said: parameters that are encoded into the path.
            source: the address of the client.
            headers: with `_` for `-`.
        """
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout, (source, 0))
        encoded = f"?{urlencode(said)}" if said else ""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            connection.request(method, path + encoded, body, named)
            response = connection.getresponse()
            return Answered(response.status, response.headers, response.read())
        finally:
            connection.close()

    def sparql(self, query: str, timeout: float = 60, **headers: Any) -> Answered:  # noqa: ANN401 - as above
        """Ask a question by GET."""
        return self.ask(said=[("query", query)], timeout=timeout, **headers)

    def stop(self) -> int:
        """End it as a system does, and say what it ended with."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(60)


@contextmanager
def serving(
    store: Path, *options: str, log: Path | None = None, out: int | None = None, program: str = PROGRAM
) -> Iterator[Server]:
    """Run `deltakg serve` on a free port.

    Args:
        store: what it serves.
        options: of the verb.
        log: where its standard output goes, nowhere where None.
        out: its standard output, as `subprocess` has it.
        program: what runs the command line.
    """
    command = [sys.executable, "-c", program, "serve", "--port", "0", *options]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "DELTAKG_STORE": str(store)}
    written = log.open("w") if log else None
    stdout = written or out or subprocess.DEVNULL
    process = subprocess.Popen(command, env=environment, stdout=stdout, stderr=subprocess.PIPE, text=True)
    assert process.stderr
    try:
        line = process.stderr.readline()
        found = re.search(r"http://\S+", line)
        assert found, line + process.stderr.read()
        yield Server(process, found[0].rstrip("/"))
    finally:
        process.kill()
        process.wait()
        process.stderr.close()
        if written:
            written.close()
        if process.stdout:
            process.stdout.close()
