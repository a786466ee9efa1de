"""What a worker answers, and the messages that carry it."""

import json
import socket
import struct
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:  # to import it takes a third of the start of a worker
    from asyncio import StreamReader

_LENGTHS = struct.Struct(">II")

TEXT = "text/plain; charset=utf-8"
JSON = "application/json"


class Reply(NamedTuple):
    """An answer to a request.

    Attributes:
        status: of HTTP.
        headers: of HTTP, in ASCII.
        body: its bytes.
        lasting: whether the same question has the same answer while the store stays as it is.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes
    lasting: bool = False


def text(status: int, message: str, headers: Mapping[str, str] | None = None) -> Reply:
    """A reply to a reader: plain text, in which nothing of a request can be more than text."""
    body = f"{message}\n".encode(errors="backslashreplace")
    return Reply(status, {"content-type": TEXT, **(headers or {})}, body)


def data(status: int, content: object, headers: Mapping[str, str] | None = None) -> Reply:
    """A reply to a program: JSON."""
    body = json.dumps(content, ensure_ascii=False, indent=1).encode(errors="backslashreplace")
    return Reply(status, {"content-type": JSON, **(headers or {})}, body + b"\n")


def packed(head: Mapping[str, Any], body: bytes = b"") -> bytes:
    """A message: its head in JSON and its body, each behind its length."""
    written = json.dumps(head).encode()
    return _LENGTHS.pack(len(written), len(body)) + written + body


def received(connection: socket.socket) -> dict[str, Any] | None:
    """The head of the next message, None where the other side has gone."""
    lengths = _exactly(connection, _LENGTHS.size)
    if lengths is None:
        return None
    head = _exactly(connection, sum(_LENGTHS.unpack(lengths)))
    return None if head is None else dict(json.loads(head))


def _exactly(connection: socket.socket, size: int) -> bytes | None:
    found = bytearray()
    while len(found) < size:
        piece = connection.recv(size - len(found))
        if not piece:
            return None
        found += piece
    return bytes(found)


async def read(stream: "StreamReader") -> tuple[dict[str, Any], bytes]:
    """The next message: its head and its body.

    Raises:
        IncompleteReadError: where the other side has gone.
    """
    head, body = _LENGTHS.unpack(await stream.readexactly(_LENGTHS.size))
    both = await stream.readexactly(head + body)
    return json.loads(both[:head]), both[head:]
