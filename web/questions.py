"""The questions of the catalogue over HTTP: their list, and each with its parameters."""

from functools import cache
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from queries.catalogue import Question, names, question
from queries.errors import UnknownQuestionError
from queries.formats import FORMATS
from queries.parameters import LEVELS
from web.forms import Parameters, RejectedError, in_address
from web.negotiation import Format, chosen
from web.replies import data
from web.service import Answer, service_of
from web.sparql import accepted, unacceptable

_TYPES = {
    "table": ("text/plain",),
    "csv": ("text/csv",),
    "tsv": ("text/tab-separated-values",),
    "json": ("application/json",),
    "jsonl": ("application/jsonl", "application/x-ndjson"),
    "markdown": ("text/markdown",),
}
OPTIONS = ("format", "language", "limit", "level")
"""The parameters that every question has; the level only where the question has levels."""
LANGUAGES = ("en", "zh")
LONGEST = 1000
"""Characters of the longest argument."""
_DIGITS = 9


@cache
def formats() -> tuple[Format, ...]:
    """The formats of answers; JSON is what a client gets that has no wish."""
    known = [Format(name, _TYPES[name]) for name in FORMATS if name in _TYPES]
    return tuple(sorted(known, key=lambda form: form.name != "json"))


@cache
def catalogue() -> dict[str, Question]:
    """All questions, by name."""
    return {name: question(name) for name in names()}


async def listed(request: Request) -> Response:
    """List the questions."""
    root = service_of(request).settings.root
    return JSONResponse([_shown(one, root) for one in catalogue().values()])


async def asked(request: Request) -> Response:
    """Answer a question of the catalogue."""
    name = request.path_params["name"]
    wanted = catalogue().get(name)
    if wanted is None:
        return _unknown(name)
    said = in_address(request)
    _check(wanted, said)
    form = chosen(formats(), accepted(request), said.one("format"))
    if form is None:
        raise unacceptable(formats())
    arguments = {
        "name": name,
        "arguments": {one.name: text for one in wanted.arguments if (text := said.one(one.name)) is not None},
        "level": said.one("level"),
        "limit": _limit(said.one("limit")),
        "language": said.one("language") or LANGUAGES[0],
        "form": form,
        "root": service_of(request).settings.root,
    }
    return await service_of(request).answer(request, "web.jobs:question", arguments)


def routes() -> list[BaseRoute]:
    """The routes of the catalogue."""
    return [
        Route("/queries", listed, methods=["GET"], name="questions"),
        Route("/queries/{name}", asked, methods=["GET"], name="question"),
    ]


def has_levels(wanted: Question) -> bool:
    """Whether a question has levels of involvement to choose from."""
    return any(parameter.kinds == ("level",) for parameter in wanted.parameters)


def _check(wanted: Question, said: Parameters) -> None:
    """See that a request names parameters of the question alone, with values that can be read."""
    known = {*(one.name for one in wanted.arguments), *OPTIONS}
    if not has_levels(wanted):
        known.discard("level")
    for name, text in said.pairs:
        if name not in known:
            raise RejectedError(400, f"{wanted.name} has no parameter {name!r}; it has {', '.join(sorted(known))}")
        if len(text) > LONGEST:
            raise RejectedError(400, f"the parameter {name} may have {LONGEST:,} characters")
    if (language := said.one("language")) is not None and language not in LANGUAGES:
        raise RejectedError(400, f"there is no language {language!r}; choose {' or '.join(LANGUAGES)}")
    if (level := said.one("level")) is not None and level not in LEVELS:
        raise RejectedError(400, f"there is no level {level!r}; choose from {', '.join(LEVELS)}")


def _limit(text: str | None) -> int | None:
    if text is None:
        return None
    if not (text.isascii() and text.isdecimal() and len(text) <= _DIGITS):
        raise RejectedError(400, "limit is a number of rows")
    return int(text)


def _unknown(name: str) -> Response:
    from queries.suggestions import near  # noqa: PLC0415 - slow to import, and only on failure

    error = UnknownQuestionError(name, near(name[:LONGEST], catalogue()))
    content = {"error": f"no question is called {name!r}; /queries lists them", "nearest": list(error.near)}
    return Answer(data(404, content))


def _shown(one: Question, root: str) -> dict[str, Any]:
    """A question as the list has it."""
    needed = {parameter.name: parameter.example for parameter in one.arguments if parameter.default is None}
    query = f"?{urlencode(needed)}" if needed else ""
    return {
        "name": one.name,
        "title": {language: one.title(language) for language in LANGUAGES},
        "description": {language: one.description(language) for language in LANGUAGES},
        "parameters": [
            {
                "name": parameter.name,
                "kinds": list(parameter.kinds),
                "title": dict(parameter.titles),
                "example": parameter.example,
                "needed": parameter.default is None,
            }
            for parameter in one.parameters
        ],
        "columns": one.columns,
        "href": f"{root}/queries/{one.name}",
        "example": f"{root}/queries/{one.name}{query}",
    }
