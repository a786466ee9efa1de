"""What routes have a question answered by: the cache and the workers, and what is said where they fail."""

import asyncio
from collections.abc import MutableMapping
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from web.cache import Cache, Key, key_of, key_of_request
from web.pool import BusyError, Pool
from web.processes import WorkerDiedError
from web.replies import Reply, text
from web.settings import Settings

_PIECE = 256 << 10
_UNWATCHED = 0.1
"""Seconds after which it is looked whether a client still waits."""


class Service:
    """Has questions answered.

    Args:
        store: the store's folder.
        settings: of the server.

    Attributes:
        settings: of the server.
        pool: the workers.
        sending: bytes of answers that clients have not read yet, but for those that are kept anyway.
    """

    def __init__(self, store: str, settings: Settings) -> None:
        self.settings = settings
        self.pool = Pool(store, settings)
        self.cache = Cache(settings.cache)
        self.sending = 0

    async def answer(self, request: Request, job: str, arguments: dict[str, Any]) -> "Answer":
        """Have a job done for a request, by the cache or a worker.

        Args:
            request: whose client it is done for; where it goes, the job is given up.
            job: `module:function`; see `web.jobs`.
            arguments: of the function, as JSON can say them.
        """
        key = key_of_request(request.scope) or key_of(job, arguments)
        if kept := self.cache.get(self.pool.generation(), key):
            return Answer(kept)
        client = request.client.host if request.client else ""
        reply = await self._asked(request, key, self.pool.run(job, arguments, client))
        if self.sending + len(reply.body) > self.settings.sending:
            return Answer(text(503, "too many long answers are being sent; try again", {"retry-after": "5"}))
        return Answer(reply, self)

    def kept(self, scope: Scope) -> "Answer | None":
        """The answer to a request that was given before, None where it is not kept; the request is not even read."""
        key = key_of_request(scope)
        reply = self.cache.get(self.pool.generation(), key) if key else None
        return Answer(reply) if reply else None

    async def _asked(self, request: Request, key: Key, run: Any) -> Reply:  # noqa: ANN401 - a coroutine
        work = asyncio.ensure_future(run)
        try:
            generation, reply = await self._while_there(request, work)
        except BusyError:
            return text(503, "too many questions wait here; try again", {"retry-after": "5"})
        except TimeoutError:
            return text(504, f"this question takes longer than the {self.settings.timeout:g} seconds of this server")
        except WorkerDiedError:
            return text(
                500, "this question ended the process that answered it; it may need more memory than it may take"
            )
        finally:
            work.cancel()
        self.cache.put(generation, key, reply)
        return reply

    async def _while_there(self, request: Request, work: "asyncio.Future[tuple[int, Reply]]") -> tuple[int, Reply]:
        done, _ = await asyncio.wait({work}, timeout=_UNWATCHED)
        if not done:
            gone = asyncio.ensure_future(_left(request))
            either: set[asyncio.Future[Any]] = {work, gone}
            try:
                await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
            finally:
                gone.cancel()
            if not work.done():
                raise BusyError  # nobody reads it
        return work.result()


class Answer(Response):
    """A reply as a response, which is sent in pieces: a client that reads none for long can be told by it.

    Args:
        reply: what is sent.
        service: which counts what is being sent, None where it need not.
    """

    def __init__(self, reply: Reply, service: Service | None = None) -> None:
        super().__init__(reply.body, reply.status, dict(reply.headers))
        self.service = service

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send it."""
        del receive
        if self.service:
            self.service.sending += len(self.body)
        try:
            await self._send(scope, send)
        finally:
            if self.service:
                self.service.sending -= len(self.body)

    async def _send(self, scope: Scope, send: Send) -> None:
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        body = b"" if scope["method"] == "HEAD" else memoryview(self.body)
        for start in range(0, len(body), _PIECE):
            more = start + _PIECE < len(body)
            await send({"type": "http.response.body", "body": bytes(body[start : start + _PIECE]), "more_body": more})
        if not body:
            await send({"type": "http.response.body", "body": b""})


async def _left(request: Request) -> None:
    """Wait until the client has gone."""
    while True:
        message: MutableMapping[str, Any] = await request.receive()
        if message["type"] == "http.disconnect":
            return


def service_of(request: Request) -> Service:
    """The service of the application that a request is for."""
    service: Service = request.app.state.service
    return service
