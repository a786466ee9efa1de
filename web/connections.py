"""A connection of HTTP that clients cannot hold by being slow.

uvicorn's own waits for ever for the head of a request, and for a client to read its answer.
"""

import asyncio
import re
import socket
import struct
import sys
from contextlib import suppress
from http import HTTPStatus
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle

from web.settings import Settings

_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
_HALF_CLOSED = 1.0
"""Seconds in which an answer begins to a client that has closed its side."""
_NOTHING_LEFT = struct.pack("ii", 1, 0)


class Connection(H11Protocol):
    """A connection with limits of time; `limited` makes a class of it with settings."""

    settings = Settings()

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - as uvicorn has them
        super().__init__(*args, **kwargs)
        self._reading: asyncio.TimerHandle | None = None
        self._writing: asyncio.TimerHandle | None = None
        self._ended = False

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for a request, unless there are too many connections."""
        super().connection_made(transport)
        if len(self.connections) > self.settings.connections:
            self._close(HTTPStatus.SERVICE_UNAVAILABLE, "too many connections; try again", "Retry-After: 5\r\n")
            return
        self._await_head()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget it."""
        self._unset()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Read a part of a request."""
        if self.transport.is_closing():
            return
        before = self.cycle
        if not data.isascii() and self._awaits_address():
            data = _encoded(data)
        try:
            super().data_received(data)
        except h11.LocalProtocolError:  # it cannot be answered any more
            self._cut()
            return
        if self.cycle is not before and self._reading:
            self._reading.cancel()
            self._reading = None
        if self._is_between():
            self._await_head()

    def on_response_complete(self) -> None:
        """Wait for the next request; until it begins, uvicorn's limit for idle connections counts."""
        super().on_response_complete()
        if self._ended and not self.transport.is_closing():
            if self._is_between():
                self.transport.close()
            else:  # the next of several that were sent together
                self._answer_soon()
        if self.transport.is_closing():
            self._await_reader()

    def eof_received(self) -> bool | None:  # type: ignore[override]
        """Answer a client that has closed its side, if that takes no more than a moment: it may also have gone."""
        if self._is_between() or self.cycle.more_body:
            return None
        self._ended = True
        self._answer_soon()
        return True

    def send_400_response(self, msg: str) -> None:
        """Say what is wrong with a request that cannot be read."""
        error = sys.exc_info()[1]
        status = HTTPStatus(getattr(error, "error_status_hint", 400))
        if status == HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE and b"\n" not in self.conn.trailing_data[0]:
            status = HTTPStatus.REQUEST_URI_TOO_LONG
        if not self._is_between():
            if self.cycle.response_started:
                self._cut()
                return
            self.cycle.disconnected = True  # what it might answer is said here
            self.cycle.message_event.set()
        self._close(status, msg)

    def timeout_keep_alive_handler(self) -> None:
        """Close a connection that nothing is asked on; one whose client does not read is cut."""
        if self.transport.get_write_buffer_size():
            self._cut()
        else:
            super().timeout_keep_alive_handler()

    def pause_writing(self) -> None:
        """Wait for the client to read."""
        super().pause_writing()
        self._await_reader()

    def resume_writing(self) -> None:
        """Go on: the client has read."""
        if self._writing:
            self._writing.cancel()
            self._writing = None
        super().resume_writing()

    def _unsupported_upgrade_warning(self) -> None:
        """Say nothing: who asks for another protocol is answered in this one."""

    def _is_between(self) -> bool:
        """Whether no request is being answered."""
        return self.cycle is None or self.cycle.response_complete

    def _awaits_address(self) -> bool:
        """Whether what comes next is of the first line of a request: not of the body of one that was refused unread."""
        return self._is_between() and self.conn.their_state is h11.IDLE and b"\n" not in self.conn.trailing_data[0]

    def _await_head(self) -> None:
        if self._reading is None:
            self._reading = self.loop.call_later(self.settings.reading, self._too_slow)

    def _await_reader(self) -> None:
        if self._writing is None:
            self._writing = self.loop.call_later(self.settings.writing, self._cut)

    def _answer_soon(self) -> None:
        """Close the connection unless the answer begins soon."""
        self.loop.call_later(_HALF_CLOSED, self._close_unanswered, self.cycle)

    def _close_unanswered(self, cycle: RequestResponseCycle) -> None:
        if not cycle.response_started:
            self.transport.close()

    def _too_slow(self) -> None:
        self._reading = None
        if self.transport.is_closing():
            return
        if self.cycle is None:
            self._close(HTTPStatus.REQUEST_TIMEOUT, "the request did not arrive in time")
        else:
            self._cut()

    def _close(self, status: HTTPStatus, message: str, headers: str = "") -> None:
        body = f"{message}\n"
        head = (
            f"HTTP/1.1 {status.value} {status.phrase}\r\nContent-Type: text/plain; charset=utf-8\r\n"
            f"X-Content-Type-Options: nosniff\r\nContent-Length: {len(body)}\r\n{headers}Connection: close\r\n\r\n"
        )
        self.transport.write(f"{head}{body}".encode())
        self.transport.close()
        self._await_reader()

    def _cut(self) -> None:
        """End it at once, with what the system still holds for a client that does not read."""
        opened = self.transport.get_extra_info("socket")
        if opened is not None:
            with suppress(OSError):
                opened.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NOTHING_LEFT)
        self.transport.abort()

    def _unset(self) -> None:
        for timer in (self._reading, self._writing):
            if timer:
                timer.cancel()
        self._reading = self._writing = None


def _encoded(data: bytes) -> bytes:
    """The beginning of a request with its address percent-encoded, as a person may have typed it."""
    line, newline, rest = data.partition(b"\n")
    return _BEYOND_ASCII.sub(lambda found: b"%%%02X" % found[0][0], line) + newline + rest


def limited(settings: Settings) -> type[Connection]:
    """The class of connections of a server with these settings."""
    return type("LimitedConnection", (Connection,), {"settings": settings})
