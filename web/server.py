"""A server that runs until it is told to stop."""

import asyncio
import logging
import resource
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType

from starlette.applications import Starlette
from uvicorn import Config
from uvicorn import Server as Uvicorn

from deltakg import DeltakgError
from web.connections import limited
from web.settings import Settings

_HEAD = 128 << 10
"""Bytes of the longest head of a request; a question of up to so many can be asked by GET."""
_BACKLOG = 512
_AFTER = 3
"""Seconds after the limit of a question at which a server that is to stop no longer waits for answers."""


class AddressError(DeltakgError, OSError):
    """The server cannot listen there.

    Attributes:
        address: the host and the port.
    """

    def __init__(self, address: str, error: OSError) -> None:
        super().__init__(f"{address}: cannot be listened to ({error.strerror or error}); name another --port or --host")
        self.address = address

    def __str__(self) -> str:
        """The message alone: OSError may print a tuple."""
        return str(self.args[0])


class _Server(Uvicorn):
    """uvicorn's server, which is not ended by the signal that it was told to stop with."""

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Stop; at a second Ctrl-C at once, without a word on each request that is not answered then."""
        super().handle_exit(sig, frame)
        if self.force_exit:
            logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        usual = {one: signal.signal(one, self.handle_exit) for one in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            for one, handler in usual.items():
                signal.signal(one, handler)


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens.

    Args:
        host: a name or an address of this machine.
        port: 0 for any that is free.

    Raises:
        AddressError: where it cannot.
    """
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        opened = socket.socket(family, kind, protocol)
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        opened.bind(address)
        opened.listen(_BACKLOG)
    except OSError as error:
        address_of_it = f"{host}:{port}"
        raise AddressError(address_of_it, error) from error
    opened.setblocking(False)  # noqa: FBT003 - as the library has it
    return opened


def serve(app: Starlette, opened: socket.socket, settings: Settings, ready: Callable[[], object]) -> None:
    """Serve until SIGTERM or Ctrl-C; requests that run are then finished, within their limit.

    Args:
        app: the application.
        opened: the socket that listens.
        settings: of the server.
        ready: called when requests are answered.
    """
    _allow_connections(settings.connections)
    config = Config(
        app,
        http=limited(settings),
        ws="none",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=settings.proxied,
        timeout_keep_alive=max(1, round(settings.idle)),
        timeout_graceful_shutdown=round(settings.timeout) + _AFTER,
        h11_max_incomplete_event_size=_HEAD,
        lifespan="on",
    )
    server = _Server(config)

    async def run() -> None:
        asyncio.get_running_loop().create_task(_announce(server, ready)).add_done_callback(lambda _: None)
        await server.serve([opened])

    asyncio.run(run())


async def _announce(server: Uvicorn, ready: Callable[[], object]) -> None:
    while not server.started:  # noqa: ASYNC110 - uvicorn has no event for it
        await asyncio.sleep(0.01)
    ready()


def _allow_connections(many: int) -> None:
    """Have the system allow as many open files as connections and workers need, as far as it may."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = many + 200
    if soft < wanted:
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (min(wanted, hard) if hard > 0 else wanted, hard))
