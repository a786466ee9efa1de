"""SPARQL 1.1 Graph Store HTTP Protocol, as far as it reads."""

import re

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from web.forms import RejectedError, in_address
from web.negotiation import TRIPLES, chosen
from web.service import service_of
from web.sparql import accepted, forms_of, unacceptable

_ABSOLUTE = re.compile(r"[a-z][a-z0-9+.-]*:[^\x00-\x20<>\"{}|\\^`]+\Z", re.IGNORECASE | re.ASCII)


async def graphs(request: Request) -> Response:
    """Give a named graph, or the default graph."""
    said = in_address(request)
    named, default = said.one("graph"), said.one("default")
    if (named is None) == (default is None):
        raise RejectedError(400, "name a graph with ?graph=IRI, or the default graph with ?default")
    if default:
        raise RejectedError(400, "the parameter default has no value")
    if named is not None and not _ABSOLUTE.match(named):
        raise RejectedError(400, "the name of a graph is a whole IRI, with its scheme")
    form = chosen(TRIPLES, accepted(request), *forms_of(said))
    if form is None:
        raise unacceptable(TRIPLES)
    return await service_of(request).answer(request, "web.jobs:graph", {"graph": named, "form": form})


def routes() -> list[BaseRoute]:
    """The route of the graph store."""
    return [Route("/graphs", graphs, methods=["GET"], name="graphs")]
