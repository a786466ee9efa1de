"""What a request says: its parameters, strictly decoded, and its body, within limits."""

import asyncio
import re
from collections.abc import Iterable
from urllib.parse import unquote_to_bytes

from starlette.requests import ClientDisconnect, Request

from deltakg import DeltakgError
from web.replies import Reply, text

FORM = "application/x-www-form-urlencoded"

_BROKEN = re.compile(rb"%(?![0-9A-Fa-f]{2})")
_MOST = 200
"""Parameters of a request."""
_PATIENCE = 16
"""How many times the most bytes of a body are read and thrown away, so that the client hears the answer."""


class RejectedError(DeltakgError, ValueError):
    """A request is not answered.

    Attributes:
        reply: what is said instead.
    """

    def __init__(self, status: int, message: str, headers: dict[str, str] | None = None) -> None:
        super().__init__(message)
        self.reply: Reply = text(status, message, headers)


class Parameters:
    """The parameters of a request.

    Args:
        pairs: names and values, in their order.
    """

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self.pairs = tuple(pairs)

    def all(self, name: str) -> list[str]:
        """The values of a parameter."""
        return [value for key, value in self.pairs if key == name]

    def one(self, name: str) -> str | None:
        """The value of a parameter that may stand once, None where it does not stand.

        Raises:
            RejectedError: where it stands several times.
        """
        values = self.all(name)
        if len(values) > 1:
            raise RejectedError(400, f"the parameter {name} stands {len(values)} times; give it once")
        return values[0] if values else None


def parameters(encoded: bytes, where: str) -> list[tuple[str, str]]:
    """The pairs of a query string or a form.

    Args:
        encoded: as it was sent.
        where: what it is, for the error.

    Raises:
        RejectedError: where it is not percent-encoded UTF-8, or too much.
    """
    if _BROKEN.search(encoded):
        raise RejectedError(400, f"{where} has a % that is followed by no two hexadecimal digits; write %25 for %")
    pairs = [pair for pair in encoded.split(b"&") if pair]
    if len(pairs) > _MOST:
        raise RejectedError(400, f"{where} has {len(pairs)} parameters; {_MOST} are read")
    return [
        (_decoded(name, where), _decoded(value, where)) for name, _, value in (one.partition(b"=") for one in pairs)
    ]


def in_address(request: Request) -> Parameters:
    """The parameters of a request's address.

    Raises:
        RejectedError: where they cannot be read.
    """
    return Parameters(parameters(request.scope["query_string"], "the address"))


def _decoded(encoded: bytes, where: str) -> str:
    try:
        return unquote_to_bytes(encoded.replace(b"+", b" ")).decode()
    except UnicodeDecodeError:
        raise RejectedError(400, f"{where} is no UTF-8") from None


def media_type(request: Request) -> str:
    """What the body of a request is, in lower case, without parameters.

    Raises:
        RejectedError: where it is said to be in another encoding than UTF-8.
    """
    media, *rest = request.headers.get("content-type", "").split(";")
    for parameter in rest:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset" and value.strip().strip('"').lower() not in {"utf-8", "utf8", "us-ascii"}:
            raise RejectedError(415, "a request is read in UTF-8 alone")
    return media.strip().lower()


async def body_of(request: Request, most: int, seconds: float) -> bytes:
    """The body of a request.

    Args:
        request: the request.
        most: bytes of the longest.
        seconds: that it may take.

    Raises:
        RejectedError: where it is longer, or slower, or was never finished.
    """
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise RejectedError(415, "a body is read as it is, without Content-Encoding")
    found = bytearray()
    size = 0
    try:
        async with asyncio.timeout(seconds):
            async for piece in request.stream():
                size += len(piece)
                if size <= most:
                    found += piece
                elif size > most * _PATIENCE:
                    break
    except TimeoutError:
        raise RejectedError(408, "the body of the request did not arrive in time", {"connection": "close"}) from None
    except ClientDisconnect:
        raise RejectedError(400, "the body of the request ended early", {"connection": "close"}) from None
    if size > most:
        raise RejectedError(413, f"a body may have {most:,} bytes", {"connection": "close"})
    return bytes(found)
