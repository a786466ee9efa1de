"""A process that answers questions, one at a time, until its server ends it.

It holds the store open to read, opens it again where a writer has made a new generation, and has a
limit to its memory. Should its server be gone, an alarm ends it.
"""

import json
import os
import signal
import socket
import sys
import threading
from contextlib import suppress
from importlib import import_module
from typing import Any

from deltakg import DeltakgError
from kg.errors import StoreError
from kg.store import Reader, Store
from web.engine import Context, Direct, Limits, Names
from web.failures import failed
from web.replies import Reply, packed, received, text

_STACK = 256 << 20
"""Bytes of stack, on which the engine walks a question; only what is used is taken."""
_GRACE = 2.0
"""Seconds after the limit at which a worker ends itself, its server having failed to."""
_EAGER = ("queries.ask", "queries.names", "queries.output", "web.jobs")
"""What is imported before the first question."""


class Worker:
    """The state of a worker.

    Args:
        connection: to the server.
        options: `store`, `timeout`, `memory`, `max_rows`, `max_bytes` of the server's settings.
    """

    def __init__(self, connection: socket.socket, options: dict[str, Any]) -> None:
        self.connection = connection
        self.options = options
        self.limits = Limits(options["max_rows"], options["max_bytes"])
        self.reader: Reader | None = None
        self.context: Context | None = None

    def serve(self) -> None:
        """Answer until the server closes the connection."""
        with suppress(OSError):  # the server has gone
            try:
                self._opened()
            except StoreError as error:
                self.connection.sendall(packed({"failed": str(error)}))
                return
            for name in _EAGER:
                import_module(name)
            self._tell(text(200, "ready"))
            while (asked := received(self.connection)) is not None:
                signal.setitimer(signal.ITIMER_REAL, self.options["timeout"] + _GRACE)
                self._tell(self._answer(asked["job"], asked["arguments"]))
                signal.setitimer(signal.ITIMER_REAL, 0)

    def _tell(self, reply: Reply) -> None:
        generation = self.reader.generation if self.reader else 0
        head = {"status": reply.status, "headers": reply.headers, "lasting": reply.lasting, "generation": generation}
        self.connection.sendall(packed(head, reply.body))

    def _answer(self, job: str, arguments: dict[str, Any]) -> Reply:
        """Do a job, `module:function`, which its server named."""
        module, _, function = job.partition(":")
        try:
            reply: Reply = getattr(import_module(module), function)(self._opened(), **arguments)
        except DeltakgError as error:
            return failed(error)
        except MemoryError:
            os._exit(1)
        return reply

    def _opened(self) -> Context:
        """The store as it is now."""
        if self.context is None or self.reader is None or not self.reader.is_current():
            newer = Store(self.options["store"]).open()
            if self.reader:
                self.reader.close()
            self.reader = newer
            self.context = Context(Direct(newer), self.limits, Names(newer))
            limit_memory(self.options["memory"])
        return self.context


def limit_memory(beyond: int) -> None:
    """Let this process take no more memory than so many bytes beyond what it has; Linux alone can say and limit it."""
    import resource  # noqa: PLC0415 - not on every system

    with suppress(OSError, ValueError):
        with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123 - no path of ours
            pages = int(file.read().split()[0])
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + beyond, hard))


def main() -> None:
    """Answer over the socket that the first argument numbers, with the options that the second holds."""
    connection = socket.socket(fileno=int(sys.argv[1]))
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the server ends its workers
    threading.stack_size(_STACK)
    thread = threading.Thread(target=Worker(connection, json.loads(sys.argv[2])).serve)
    thread.start()
    thread.join()
    os._exit(0)
