"""What every request passes: the check of its host, what all answers say, and the access log."""

import re
from collections.abc import Callable, Iterable
from time import gmtime, perf_counter, strftime
from urllib.parse import unquote

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.routing import BaseRoute, Match
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web.addresses import is_ours
from web.replies import Reply, text
from web.service import Answer, Service
from web.settings import LOOPBACK

_SAID = Headers(
    {
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
        "access-control-allow-origin": "*",
        "access-control-expose-headers": "Deltakg-Reading, Deltakg-Replaced, Deltakg-Truncated, Retry-After",
        "cache-control": "no-cache",
        "vary": "Accept",
    }
).raw
"""What an answer says unless it says otherwise itself. Any page may read the graph; none with a reader's name."""
_UNPRINTABLE = re.compile(r"[^ !#-\[\]-~]")
_ABSOLUTE = re.compile(rb"https?://([^/]*)", re.IGNORECASE)
_LONGEST = 2000
_GONE = 499
_ERRORS = 400


Paged = Callable[[Scope, Reply, str], Reply]
"""Makes a page of an error: of what was asked, what was to be said, and the path that addresses begin with."""


class Gate:
    """The middleware around all routes.

    Args:
        app: what it stands before.
        service: which keeps answers, and knows the settings.
        routes: all routes, which say the methods that an address has.
        log: takes the lines of the access log.
        paged: makes a page of an error for who likes one, None where errors are plain text for everybody.
    """

    def __init__(
        self,
        app: ASGIApp,
        service: Service,
        routes: Iterable[BaseRoute],
        log: Callable[[str], object],
        paged: Paged | None = None,
    ) -> None:
        self.app = app
        self.service = service
        self.routes = tuple(routes)
        self.log = log
        self.paged = paged

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer it here."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        begun = perf_counter()
        asked, scope = scope, inside(in_origin_form(scope), self.service.settings.root)
        status = _GONE
        size = 0

        async def told(message: Message) -> None:
            nonlocal status, size
            if message["type"] == "http.response.start":
                status = message["status"]
                there = {name for name, _ in message["headers"]}
                message["headers"] = [*message["headers"], *(pair for pair in _SAID if pair[0] not in there)]
            else:
                size += len(message.get("body", b""))
            await send(message)

        paged = self.paged
        if paged and scope["method"] != "HEAD":  # which has no body to be made of
            passed: Send = _Held(told, lambda reply: paged(scope, reply, self.service.settings.root))
        else:
            passed = told
        try:
            await (self._answer(scope) or self.app)(scope, receive, passed)
        except Exception:
            if status == _GONE:  # nothing was said yet; what went wrong is logged by whoever called
                await Answer(text(500, "this could not be answered"))(scope, receive, passed)
            raise
        finally:
            self.log(line(asked, status, size, perf_counter() - begun))

    def _answer(self, scope: Scope) -> Response | None:
        """What is answered without a look at the request's own matter."""
        host = Headers(scope=scope).get("host")
        if host is None and scope["http_version"] == "1.0":  # no browser asks so, and a check of a proxy may
            host = LOOPBACK[0]
        if not is_ours(host or "", self.service.settings):
            said = "this server answers to other names; start it with --allow-host and the name that it is reached by"
            return Answer(text(400, said))
        if scope["method"] == "OPTIONS" and (methods := self._methods(scope)):
            headers = {
                "allow": methods,
                "access-control-allow-methods": methods,
                "access-control-allow-headers": "Accept, Content-Type",
                "access-control-max-age": "86400",
            }
            return Response(status_code=204, headers=headers)
        return self.service.kept(scope)

    def _methods(self, scope: Scope) -> str:
        methods = {"OPTIONS"}
        for route in self.routes:
            if route.matches(scope)[0] != Match.NONE:
                methods |= getattr(route, "methods", None) or set()
        return ", ".join(sorted(methods)) if len(methods) > 1 else ""


class _Held:
    """Passes an answer on, and what is an error in plain text as a page.

    Args:
        send: where to.
        paged: makes the page.
    """

    def __init__(self, send: Send, paged: Callable[[Reply], Reply]) -> None:
        self._send = send
        self._paged = paged
        self._begun: Message | None = None
        self._body = b""

    async def __call__(self, message: Message) -> None:
        """Pass a message on, or hold it until the error is whole."""
        if message["type"] == "http.response.start" and message["status"] >= _ERRORS and _is_text(message):
            self._begun = message
            return
        if self._begun is None:
            await self._send(message)
            return
        self._body += message.get("body", b"")
        if message.get("more_body"):
            return
        said = {name.decode("latin-1"): value.decode("latin-1") for name, value in self._begun["headers"]}
        said.pop("content-length", None)
        reply = self._paged(Reply(self._begun["status"], said, self._body))
        answer = Answer(reply)
        await self._send({"type": "http.response.start", "status": reply.status, "headers": answer.raw_headers})
        await self._send({"type": "http.response.body", "body": reply.body})


def _is_text(message: Message) -> bool:
    return any(name == b"content-type" and value.startswith(b"text/plain") for name, value in message["headers"])


def in_origin_form(scope: Scope) -> Scope:
    """A request as a client sends it that goes through no proxy: `GET /x` for `GET http://host/x` (RFC 9112, 3.2.2).

    Args:
        scope: the request; the host of its address stands for that of its header.
    """
    found = _ABSOLUTE.match(scope["raw_path"])
    if not found:
        return scope
    path = scope["raw_path"][found.end() :] or b"/"
    headers = [(b"host", found[1]), *(pair for pair in scope["headers"] if pair[0] != b"host")]
    return {**scope, "path": unquote(path.decode("ascii")), "raw_path": path, "headers": headers}


def inside(scope: Scope, root: str) -> Scope:
    """A request as the routes have it: without the path that a proxy has the server under, where the proxy left it.

    Args:
        scope: the request.
        root: that path, as `Settings.root` has it.
    """
    path = unquote(root)
    if not root or not f"{scope['path']}/".startswith(f"{path}/"):
        return scope
    rest = b"/".join(scope["raw_path"].split(b"/")[root.count("/") + 1 :])
    return {**scope, "path": scope["path"].removeprefix(path) or "/", "raw_path": b"/" + rest}


def line(scope: Scope, status: int, size: int, seconds: float) -> str:
    """A line of the access log; nothing of a request can end it or look like another part of it."""
    client = scope["client"][0] if scope.get("client") else "-"
    address = scope.get("raw_path", b"").decode("latin-1")
    if scope["query_string"]:
        address += "?" + scope["query_string"].decode("latin-1")
    request = _UNPRINTABLE.sub(_escaped, f"{scope['method']} {address}"[:_LONGEST])
    now = strftime("%Y-%m-%dT%H:%M:%SZ", gmtime())
    return f'{_UNPRINTABLE.sub(_escaped, client)} {now} "{request}" {status} {size} {seconds * 1000:.0f}ms'


def _escaped(found: re.Match[str]) -> str:
    return f"\\x{ord(found[0]):02x}"
