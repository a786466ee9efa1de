"""What a server is told when it is started."""

import os
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

LOOPBACK = ("localhost", "127.0.0.1", "::1")
"""The names of this machine to itself."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a server is told when it is started.

    Attributes:
        timeout: seconds that a question may take; it is ended then.
        workers: processes that answer quick questions at once.
        max_rows: the most rows or triples of an answer; it says so where it is cut.
        max_bytes: the most bytes of an answer; it says so where it is cut.
        memory: bytes that a question may take besides the open store.
        queue: the most questions that may wait.
        hosts: names that a request may be addressed to; `*` for any.
        base_url: where the server is reached from outside, None where that is what requests are addressed to. A
            proxy may have it under a path.
        proxied: whether a proxy on this machine says who asks.
        cache: bytes of answers that are kept to be given again.
        sending: bytes of answers that are being sent, beyond which none is begun.
        body: the most bytes of a request's body.
        connections: the most connections at once.
        reading: seconds that a client may take to send the head of a request, or its body.
        writing: seconds that a client may take to read a piece of an answer.
        idle: seconds that a connection is kept for a further request.
    """

    timeout: float = 10.0
    workers: int = max(2, os.cpu_count() or 2)
    max_rows: int = 100_000
    max_bytes: int = 32 << 20
    memory: int = 1 << 30
    queue: int = 500
    hosts: tuple[str, ...] = LOOPBACK
    base_url: str | None = None
    proxied: bool = False
    cache: int = 64 << 20
    sending: int = 512 << 20
    body: int = 4 << 20
    connections: int = 1000
    reading: float = 10.0
    writing: float = 30.0
    idle: float = 15.0

    @property
    def root(self) -> str:
        """The path that the server is reached under from outside: "", or one with a slash in front and none behind."""
        return quote(unquote(urlsplit(self.base_url or "").path).rstrip("/"), safe="/")
