"""SPARQL 1.1 Protocol, its query operation: by GET, by POST of a form, and by POST of the question itself."""

from collections.abc import Sequence
from typing import NamedTuple

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from web.addresses import address_of
from web.forms import FORM, Parameters, RejectedError, body_of, in_address, media_type, parameters
from web.negotiation import BOOLEANS, SOLUTIONS, TRIPLES, Chosen, Format, chosen, offered
from web.service import service_of

PATH = "/sparql"
_QUERY = "application/sparql-query"
_UPDATE = "application/sparql-update"
_DEFAULT = frozenset({"x-rdflib:default", "x-arq:DefaultGraph"})
"""What rdflib and Jena call the default graph of a dataset, behind `urn:`; they send it where no graph is named."""
_NO_UPDATES = "this graph is read-only: updates are not accepted over HTTP"


class Operation(NamedTuple):
    """A query operation of the protocol.

    Attributes:
        query: the question.
        default_graphs: IRIs that make the default graph.
        named_graphs: IRIs of the named graphs.
        forms: the formats that parameters ask for.
    """

    query: str
    default_graphs: Sequence[str]
    named_graphs: Sequence[str]
    forms: Sequence[str]


async def sparql(request: Request) -> Response:
    """Answer a question; without one, describe the service."""
    accept = accepted(request)
    said = in_address(request)
    if request.method != "POST" and not {name for name, _ in said.pairs} - {"format", "output"}:
        return await _description(request, forms_of(said), accept)
    operation = await _operation(request, said)
    wanted = {
        "solutions": chosen(SOLUTIONS, accept, *operation.forms),
        "boolean": chosen(BOOLEANS, accept, *operation.forms),
        "triples": chosen(TRIPLES, accept, *operation.forms),
    }
    if not any(wanted.values()):
        raise unacceptable([*SOLUTIONS, *TRIPLES])
    arguments = {
        "query": operation.query,
        "default_graphs": operation.default_graphs,
        "named_graphs": operation.named_graphs,
        "wanted": wanted,
    }
    return await service_of(request).answer(request, "web.jobs:sparql", arguments)


async def void(request: Request) -> Response:
    """Describe the data, as VoID."""
    form = chosen(TRIPLES, accepted(request), *forms_of(in_address(request)))
    if form is None:
        raise unacceptable(TRIPLES)
    return await _described(request, "void", form)


def routes() -> list[BaseRoute]:
    """The routes of the protocol and of the descriptions."""
    return [
        Route(PATH, sparql, methods=["GET", "POST"], name="sparql"),
        Route("/.well-known/void", void, methods=["GET"], name="void"),
    ]


def accepted(request: Request) -> str:
    """The Accept header, or all of them as one."""
    return ", ".join(request.headers.getlist("accept"))


def forms_of(said: Parameters) -> list[str]:
    """The formats that parameters ask for; clients give several names of one."""
    return [*said.all("format"), *said.all("output")]


def unacceptable(formats: Sequence[Format]) -> RejectedError:
    """The error where a client likes no format that there is."""
    return RejectedError(406, f"this can be had as {offered(dict.fromkeys(formats))}")


async def _description(request: Request, named: Sequence[str], accept: str) -> Response:
    page = getattr(request.app.state, "sparql_page", None)
    if page is not None and not named:
        html = Format("html", ("text/html", "application/xhtml+xml"))
        form = chosen([*TRIPLES, html], accept)
        if form and form.name == "html":
            response: Response = await page(request)
            return response
    form = chosen(TRIPLES, accept, *named)
    if form is None:
        raise unacceptable(TRIPLES)
    return await _described(request, "service", form)


async def _described(request: Request, what: str, form: Chosen) -> Response:
    arguments = {"what": what, "address": address_of(request), "form": form}
    return await service_of(request).answer(request, "web.jobs:description", arguments)


async def _operation(request: Request, said: Parameters) -> Operation:
    """What a request asks.

    Raises:
        RejectedError: where it is no query operation of the protocol.
    """
    if said.all("update"):
        raise RejectedError(403, _NO_UPDATES)
    if request.method != "POST":
        return _operation_of(said, said)
    settings = service_of(request).settings
    media = media_type(request)
    if media == _UPDATE:
        raise RejectedError(403, _NO_UPDATES)
    if media not in {_QUERY, FORM}:
        raise RejectedError(
            415, f"POST a question as {_QUERY}, or a form as {FORM}", {"accept-post": f"{_QUERY}, {FORM}"}
        )
    body = await body_of(request, settings.body, settings.reading * 2)
    if said.all("query"):
        raise RejectedError(400, "a POST has its question in the body; this one has one in its address")
    if media == _QUERY:
        try:
            asked = Parameters([("query", body.decode())])
        except UnicodeDecodeError:
            raise RejectedError(400, "the question is no UTF-8") from None
        return _operation_of(asked, said)
    form = Parameters(parameters(body, "the form"))
    if form.all("update"):
        raise RejectedError(403, _NO_UPDATES)
    return _operation_of(form, Parameters([*form.pairs, *said.pairs]))


def _operation_of(asked: Parameters, said: Parameters) -> Operation:
    query = (asked.one("query") or "").removeprefix("\ufeff")  # a mark of the order of bytes, as some editors write
    if not query.strip():
        raise RejectedError(400, "the question is missing: give the parameter query")
    default, named = said.all("default-graph-uri"), said.all("named-graph-uri")
    if not named and _DEFAULT.issuperset(graph.partition(":")[2] for graph in default):
        default = []
    return Operation(query, default, named, forms_of(said))
