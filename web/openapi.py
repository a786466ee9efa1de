"""The description of the server in OpenAPI 3.1, made from the catalogue and the formats that there are."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from deltakg import __version__
from queries.catalogue import Parameter, Question
from queries.parameters import LEVELS
from web.addresses import address_of
from web.forms import FORM
from web.negotiation import SOLUTIONS, TRIPLES, Format
from web.questions import LANGUAGES, LONGEST, catalogue, formats, has_levels

_PLAIN = "text/plain"
_JSON = "application/json"
_SAID = {
    300: "a name may mean several things, which are listed",
    400: "the request cannot be understood",
    403: "updates are refused",
    404: "there is no such thing",
    406: "there is no format that the client accepts",
    408: "the request did not arrive in time",
    413: "the request is too long",
    415: "the body is of another type",
    500: "the question could not be answered",
    503: "too many questions wait, or the store cannot be read now",
    504: "the question takes too long",
}
_ALWAYS = (400, 406, 500, 503, 504)


async def openapi(request: Request) -> Response:
    """Give the description."""
    return JSONResponse({**described(), "servers": [{"url": address_of(request).rstrip("/")}]})


def routes() -> list[BaseRoute]:
    """The route of the description."""
    return [Route("/openapi.json", openapi, methods=["GET"], name="openapi")]


@cache
def described() -> dict[str, Any]:
    """The description, but for where the server is."""
    everything = [*SOLUTIONS, *TRIPLES]
    graphs = [
        _parameter("default-graph-uri", "A graph of the default graph", many=True),
        _parameter("named-graph-uri", "A named graph", many=True),
    ]
    query = {**_parameter("query", "A question in SPARQL 1.1"), "example": "SELECT * { ?s ?p ?o } LIMIT 3"}
    properties = {one["name"]: one["schema"] for one in (query, *graphs)}
    form = {"schema": {"type": "object", "properties": properties, "required": ["query"]}}
    posted = {"content": {FORM: form, "application/sparql-query": {"schema": {"type": "string"}}}, "required": True}
    paths: dict[str, Any] = {
        "/sparql": {
            "get": _operation(
                "Ask a question, or without one describe this service",
                everything,
                [query, *graphs, _format(everything)],
                [403, 413],
            ),
            "post": _operation("Ask a question", everything, graphs, [403, 408, 413, 415]) | {"requestBody": posted},
        },
        "/graphs": {
            "get": _operation(
                "Read a graph",
                TRIPLES,
                [_parameter("graph", "IRI of a graph"), _parameter("default", "The default graph"), _format(TRIPLES)],
                [404],
            )
        },
        "/.well-known/void": {"get": _operation("Describe the data", TRIPLES, [_format(TRIPLES)])},
        "/queries": {"get": _simple("List the questions of the catalogue")},
        "/openapi.json": {"get": _simple("This description")},
        "/health": {"get": _simple("Whether the server runs")},
        "/ready": {"get": _simple("Whether questions can be answered", 503)},
    }
    paths |= {f"/queries/{name}": {"get": _question(one)} for name, one in catalogue().items()}
    information = {
        "title": "deltakg",
        "version": __version__,
        "summary": "A knowledge graph of Chinese regional plans",
        "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
    }
    return {"openapi": "3.1.0", "info": information, "paths": paths}


def _question(one: Question) -> dict[str, Any]:
    parameters = [_argument(parameter) for parameter in one.arguments]
    if has_levels(one):
        parameters.append(_parameter("level", "The widest level to answer with", choices=LEVELS))
    limit = {"type": "integer", "minimum": 0, "maximum": 999_999_999}
    parameters += [
        {**_parameter("limit", "The most rows"), "schema": limit},
        _parameter("language", "Of the heads of a table", choices=LANGUAGES),
        _format(formats()),
    ]
    described = _operation(one.title(), formats(), parameters, [300, 404])
    for status in (300, 400, 404):
        described["responses"][str(status)]["content"] |= _content([_JSON])
    return described | {"description": f"{one.description()}\n\n{one.title('zh')}。{one.description('zh')}"}


def _argument(parameter: Parameter) -> dict[str, Any]:
    title = f"{parameter.titles['en']} / {parameter.titles['zh']} ({' or '.join(parameter.kinds)})"
    described = {**_parameter(parameter.name, title), "required": parameter.default is None}
    schema = {"type": "string", "minLength": 1, "maxLength": LONGEST, "pattern": r"\S"}
    return described | {"example": parameter.example, "schema": schema}


def _parameter(name: str, says: str, *, choices: Sequence[str] = (), many: bool = False) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "string", **({"enum": list(choices)} if choices else {})}
    if many:
        schema = {"type": "array", "items": schema}
    return {"name": name, "in": "query", "description": says, "required": False, "schema": schema}


def _format(known: Iterable[Format]) -> dict[str, Any]:
    return _parameter("format", "The format, else by Accept", choices=list(dict.fromkeys(one.name for one in known)))


def _operation(
    summary: str, known: Iterable[Format], parameters: Sequence[Mapping[str, Any]], more: Sequence[int] = ()
) -> dict[str, Any]:
    types = [media for one in known for media in one.types]
    responses = {"200": {"description": "the answer", "content": _content(types)}}
    responses |= {
        str(status): {"description": _SAID[status], "content": _content([_PLAIN])}
        for status in sorted({*_ALWAYS, *more})
    }
    return {"summary": summary, "parameters": list(parameters), "responses": responses}


def _simple(summary: str, *statuses: int) -> dict[str, Any]:
    said = {200: "the answer", **{status: _SAID[status] for status in statuses}}
    return {
        "summary": summary,
        "responses": {str(one): {"description": says, "content": _content([_JSON])} for one, says in said.items()},
    }


def _content(types: Iterable[str]) -> dict[str, Any]:
    return {media: {} for media in types}
