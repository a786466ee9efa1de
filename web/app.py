"""The application: all routes, behind one gate, with the workers that answer them.

Pages are added as further routes: `create_app(…, pages=routes)`. They stand before the others, and have their
questions answered by `web.service.service_of(request).answer`. A page that is to be at `/sparql` for browsers,
where no question is asked, is `app.state.sparql_page`, a function from a request to a response.
"""

import os
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute

from web import graph_store, health, openapi, questions, sparql
from web.forms import RejectedError
from web.gate import Gate, Paged
from web.replies import text
from web.service import Answer, Service
from web.settings import Settings

_SAID = {
    404: "there is nothing here; / lists what there is",
    405: "this address has no such method; what it has is in Allow. The graph is read-only",
}


def create_app(
    store: str | os.PathLike[str],
    settings: Settings | None = None,
    *,
    pages: Sequence[BaseRoute] = (),
    paged: Paged | None = None,
    log: Callable[[str], object] = lambda _: None,
) -> Starlette:
    """Make the application.

    Args:
        store: the store's folder.
        settings: what the server is told; the defaults where None.
        pages: routes of pages, which stand before those of the protocols.
        paged: makes a page of an error for who likes one.
        log: takes the lines of the access log.
    """
    told = settings or Settings()
    service = Service(os.fspath(store), told)
    routes = [
        *pages,
        *sparql.routes(),
        *graph_store.routes(),
        *questions.routes(),
        *openapi.routes(),
        *health.routes(),
    ]

    @asynccontextmanager
    async def running(app: Starlette) -> AsyncIterator[None]:
        del app
        await service.pool.start()
        try:
            yield
        finally:
            await service.pool.stop()

    app = Starlette(
        routes=routes,
        middleware=[Middleware(Gate, service=service, routes=routes, log=log, paged=paged)],
        exception_handlers={RejectedError: _rejected, HTTPException: _refused},
        lifespan=running,
    )
    app.router.redirect_slashes = False
    app.state.service = service
    return app


async def _rejected(request: Request, error: Exception) -> Response:
    del request
    assert isinstance(error, RejectedError)  # noqa: S101 - it is registered for it
    return Answer(error.reply)


async def _refused(request: Request, error: Exception) -> Response:
    del request
    assert isinstance(error, HTTPException)  # noqa: S101 - it is registered for it
    return Answer(text(error.status_code, _SAID.get(error.status_code, "refused"), dict(error.headers or {})))
