"""The addresses of the workbench."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from queries.guard import LONGEST as LONGEST_QUESTION
from web.forms import RejectedError, in_address
from web.health import entrance
from web.negotiation import TRIPLES, Format, chosen
from web.pages.downloads import FORMATS
from web.pages.lists import LISTS
from web.pages.pictures import PICTURES
from web.pages.site import LANGUAGES, liked
from web.pages.statics import held
from web.questions import LONGEST, catalogue
from web.replies import text
from web.service import Answer, service_of
from web.sparql import accepted, unacceptable

_HTML = Format("html", ("text/html", "application/xhtml+xml"))
_PLAIN = Format("text", ("text/plain",))
_TYPES = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
    "txt": "text/plain; charset=utf-8",
}
_KEPT = "public, max-age=31536000, immutable"


def routes() -> list[BaseRoute]:
    """The routes of all pages."""
    return [
        Route("/", _home, methods=["GET"], name="home"),
        Route("/search", _page("search"), methods=["GET"], name="search"),
        Route("/suggestions", _job("suggestions"), methods=["GET"], name="suggestions"),
        Route("/sparql/terms", _job("terms"), methods=["GET"], name="terms"),
        Route("/cooperation", _page("cooperation"), methods=["GET"], name="cooperation"),
        Route("/questions", _page("questions"), methods=["GET"], name="question pages"),
        Route("/questions/{name}", _question, methods=["GET"], name="question page"),
        Route("/sparql/page", sparql_page, methods=["GET"], name="sparql page"),
        Route("/pictures/{name}", _picture, methods=["GET"], name="picture"),
        Route("/static/{name}", _static, methods=["GET"], name="static"),
        Route("/id/{path:path}", _thing, methods=["GET"], name="thing"),
        Route("/vocabulary", _thing, methods=["GET"], name="vocabularies"),
        Route("/vocabulary/{path:path}", _thing, methods=["GET"], name="concept"),
        Route("/ontology", _thing, methods=["GET"], name="ontology"),
        Route("/ontology/{path}", _thing, methods=["GET"], name="term"),
        *(Route(f"/{name}", _page("list", name), methods=["GET"], name=f"list of {name}") for name in LISTS),
    ]


async def sparql_page(request: Request) -> Response:
    """The page that asks in SPARQL, which stands at `/sparql` too for browsers that ask nothing."""
    return await _given(request, "sparql", path="/sparql/page")


async def _home(request: Request) -> Response:
    form = chosen([_PLAIN, _HTML], accepted(request))
    return await (_given(request, "home") if form and form.name == "html" else entrance(request))


async def _question(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in catalogue():
        return Answer(text(404, "no question is called so; /questions lists them"))
    return await _given(request, "question", name)


async def _thing(request: Request) -> Response:
    said = in_address(request)
    named = said.one("format") if said.one("table") is None else "html"
    form = chosen([*TRIPLES, _HTML], accepted(request), named)
    if form is None:
        raise unacceptable([_HTML, *TRIPLES])
    path = request.scope["path"].removeprefix("/")
    if form.name == "html":
        return await _given(request, path if path in {"vocabulary", "ontology"} else "thing", path)
    return await service_of(request).answer(request, "web.pages.jobs:described", {"path": path, "form": form})


async def _picture(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in PICTURES:
        return Answer(text(404, f"there is no such picture; there are {', '.join(PICTURES)}"))
    arguments = {"name": name, "asked": _asked(request)}
    return await service_of(request).answer(request, "web.pages.jobs:picture", arguments)


async def _static(request: Request) -> Response:
    name = request.path_params["name"]
    kind = name.rpartition(".")[2]
    body = held(name) if kind in _TYPES else None
    if body is None:
        return Answer(text(404, "there is no such file"))
    return Response(body, headers={"content-type": _TYPES[kind], "cache-control": _KEPT})


def _job(name: str) -> Any:  # noqa: ANN401 - what a route takes
    async def done(request: Request) -> Response:
        return await service_of(request).answer(request, f"web.pages.jobs:{name}", {"asked": _asked(request)})

    return done


def _page(view: str, name: str = "") -> Any:  # noqa: ANN401 - what a route takes
    async def given(request: Request) -> Response:
        return await _given(request, view, name)

    return given


async def _given(request: Request, view: str, name: str = "", path: str = "") -> Response:
    arguments = {"view": view, "name": name, "asked": _asked(request, path)}
    return await service_of(request).answer(request, "web.pages.jobs:page", arguments)


def _asked(request: Request, path: str = "") -> dict[str, Any]:
    """The fields of `Asked`.

    Raises:
        RejectedError: where the address cannot be read, or is too long.
    """
    said = in_address(request)
    query = {name: said.one(name) or "" for name, _ in said.pairs}
    for name, value in query.items():
        most = LONGEST_QUESTION if name == "query" else LONGEST
        if len(value) > most:
            raise RejectedError(400, f"the parameter {name} may have {most:,} characters")
    language, table, form = (query.pop(name, "") for name in ("lang", "table", "format"))
    if table and form not in FORMATS:
        raise RejectedError(400, f"a table can be had as {', '.join(FORMATS)}")
    carried = language in LANGUAGES
    return {
        "path": path or request.url.path,
        "query": query,
        "language": language if carried else liked(request.headers.get("accept-language", "")),
        "carried": carried,
        "table": table,
        "form": form if table else "",
        "root": service_of(request).settings.root,
    }
