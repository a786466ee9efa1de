"""Whether the server runs, and whether it can answer."""

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from web.service import service_of

_ENTRANCES = """deltakg serves a knowledge graph, to read.

/sparql            SPARQL 1.1 Protocol; without a question, the Service Description
/graphs            SPARQL 1.1 Graph Store Protocol: ?graph=IRI or ?default
/queries           the questions of the catalogue; /queries/NAME answers one
/openapi.json      all of this for programs
/.well-known/void  what data there is
/health, /ready    whether this server runs, and can answer
"""


async def entrance(request: Request) -> Response:
    """Say what there is."""
    del request
    return PlainTextResponse(_ENTRANCES)


async def health(request: Request) -> Response:
    """Say that the server runs; no worker is asked."""
    del request
    return JSONResponse({"status": "ok"})


async def ready(request: Request) -> Response:
    """Say whether a question can be answered, and from which generation of the store."""
    pool = service_of(request).pool
    if not pool.is_ready():
        return JSONResponse({"status": "not ready"}, 503, {"retry-after": "5"})
    return JSONResponse({"status": "ready", "generation": pool.generation()})


def routes() -> list[BaseRoute]:
    """The routes of what is no answer of the graph."""
    return [
        Route("/", entrance, methods=["GET"], name="entrance"),
        Route("/health", health, methods=["GET"], name="health"),
        Route("/ready", ready, methods=["GET"], name="ready"),
    ]
