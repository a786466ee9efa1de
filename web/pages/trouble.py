"""Errors as pages, for readers in a browser: what happened, what to do, and the server's own words."""

from urllib.parse import parse_qsl

from starlette.datastructures import Headers
from starlette.types import Scope

from web.negotiation import Format, chosen
from web.pages.rendering import rendered
from web.pages.site import LANGUAGES, Asked, Page, liked, words
from web.replies import Reply

_FORMS = (Format("text", ("text/plain",)), Format("html", ("text/html", "application/xhtml+xml")))
_PASSING = frozenset({500, 503, 504})
"""Statuses that another try may not have."""


def as_page(scope: Scope, reply: Reply, root: str) -> Reply:
    """An error as who asked likes it: a page where text/html is liked better than plain text, else as it is.

    Args:
        scope: what was asked.
        reply: the error, in plain text.
        root: the path that addresses begin with.
    """
    headers = Headers(scope=scope)
    form = chosen(_FORMS, ", ".join(headers.getlist("accept")))
    if form is None or form.name != "html":
        return reply
    query = dict(parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True, errors="replace"))
    language = query.pop("lang", "")
    carried = language in LANGUAGES
    spoken = language if carried else liked(headers.get("accept-language", ""))
    page = Page(Asked(scope["path"], query, spoken, carried, root=root))
    kind = str(reply.status) if f"failed.{reply.status}" in words()[spoken] else "other"
    shown = {
        "heading": page.t(f"failed.{kind}"),
        "advice": page.t(f"failed.{kind}.do"),
        "said": reply.body.decode().strip(),
        "retry": page.here() if reply.status in _PASSING and scope["method"] == "GET" else "",
    }
    found = rendered(page, "error.html", shown, reply.status)
    return found._replace(headers={**reply.headers, **found.headers})
