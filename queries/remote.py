"""Asking SPARQL of an endpoint, through SPARQLWrapper.

A question is posted as a form, which every SPARQL 1.1 endpoint takes at any length, and the answer is
read by the engine of this machine: terms, types and language tags are the same as from a store here.
Redirections are not followed, for a posted question would be lost on the way and credentials given away.
"""

import os
import re
import socket
import ssl
import time
from collections.abc import Callable, Mapping
from http.client import HTTPException, HTTPResponse, IncompleteRead
from typing import NoReturn
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

import pyoxigraph
from SPARQLWrapper import JSON, POST, TURTLE, SPARQLWrapper

from deltakg import __version__
from ontology.terms import BASE
from queries.catalogue import read
from queries.display import clean
from queries.engine import Answer, Engine, answer_of, explained
from queries.errors import EndpointError
from queries.guard import form
from queries.terms import value

SECONDS = 60.0
"""How long an answer may take."""
TRIES = 4
LONGEST_PAUSE = 30.0
"""Seconds that are waited at most before a question is asked again."""
USER, PASSWORD, TOKEN = "DELTAKG_ENDPOINT_USER", "DELTAKG_ENDPOINT_PASSWORD", "DELTAKG_ENDPOINT_TOKEN"
"""The variables of the environment that credentials are taken from."""

_BUSY = frozenset({429, 502, 503, 504})
_UNAUTHORIZED, _BAD_REQUEST = 401, 400
_SAID = {
    403: "does not let you ask (403 Forbidden)",
    404: "is no endpoint (404 Not Found); check the address",
    405: "takes no posted questions (405 Method Not Allowed); check the address",
    413: "does not take a question of this length (413)",
}
_TRUNCATED = "Deltakg-Truncated"
"""The header by which a server of deltakg says that an answer is not whole."""
_PIECE = 1 << 16
_LONGEST = 300
_FORMS = {"SELECT": JSON, "ASK": JSON, "CONSTRUCT": TURTLE, "DESCRIBE": TURTLE}
_OURS = re.compile(r"^SPARQL line (\d+), column (\d+): ")
"""How a server of deltakg says where a mistake is; the question's own line stands below it."""
_MARKUP = re.compile(r"<(style|script|title)\b.*?</\1>|<[^>]*>", re.DOTALL | re.IGNORECASE)


class _Staying(HTTPRedirectHandler):
    """Follows no redirection."""

    def redirect_request(self, *_: object) -> None:
        """Let the answer be what it is, which is an error then."""


class _Wrapper(SPARQLWrapper):
    def request(self) -> Request:
        """The request that it would send; it is sent here, where redirections and credentials are minded."""
        request: Request = self._createRequest()
        return request


class _TryAgainError(Exception):
    """The question may be asked again; `error` is what is said when it is not."""

    def __init__(self, error: EndpointError, after: float | None = None) -> None:
        super().__init__(str(error))
        self.error = error
        self.after = after


class Remote(Engine):
    """Answers from a SPARQL 1.1 endpoint that holds a graph of deltakg.

    Args:
        endpoint: its address.
        seconds: how long an answer may take, from asking to its last byte.
        environment: where credentials are taken from.
        pause: waits so many seconds.

    Raises:
        EndpointError: where the address is none.
    """

    def __init__(
        self,
        endpoint: str,
        *,
        seconds: float = SECONDS,
        environment: Mapping[str, str] = os.environ,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        self.endpoint = _checked(endpoint)
        self._seconds = seconds
        self._environment = environment
        self._pause = pause
        self._opener = build_opener(_Staying)
        self._base = ""

    @property
    def base(self) -> str:
        """Where `id/` and `graph/` stand in the graph of the endpoint, by any place or plan of it."""
        if not self._base:
            found = [value(thing) for (thing,) in self.rows(read("lookups/base.rq")).rows]
            self._base = found[0].rpartition("id/")[0] if found else BASE
        return self._base

    def ask(self, sparql: str, prefixes: dict[str, str] | None = None) -> Answer:
        """Ask any SPARQL question, as `Engine.ask` says."""
        said = "".join(
            f"PREFIX {prefix}: <{namespace}> "
            for prefix, namespace in (prefixes or {}).items()
            if _is_used(prefix, sparql)
        )
        wrapper = _Wrapper(self.endpoint, agent=f"deltakg/{__version__}")
        wrapper.setQuery(said + sparql)
        wrapper.queryType = form(sparql)
        wrapper.setReturnFormat(_FORMS[wrapper.queryType])
        wrapper.setMethod(POST)
        if token := self._environment.get(TOKEN):
            wrapper.addCustomHttpHeader("Authorization", f"Bearer {token}")
        elif user := self._environment.get(USER):
            wrapper.setCredentials(user, self._environment.get(PASSWORD, ""))
        try:
            body, media_type = self._patiently(wrapper.request())
        except _BadQuestionError as error:
            raise explained(str(error), sparql, before=len(said)) from None
        return self._read(body, media_type)

    def _patiently(self, request: Request) -> tuple[bytes, str]:
        """Ask, and ask again while the endpoint is busy or the connection breaks; the body and its media type."""
        for number in range(TRIES):
            try:
                return self._once(request)
            except _TryAgainError as error:
                wait = 0.5 * 2**number if error.after is None else error.after
                if number == TRIES - 1 or wait > LONGEST_PAUSE:
                    raise error.error from None
                self._pause(wait)
        raise AssertionError  # the last try returns or raises

    def _once(self, request: Request) -> tuple[bytes, str]:
        until = time.monotonic() + self._seconds
        try:
            with self._opener.open(request, timeout=self._seconds) as response:
                return self._body(response, until), response.headers.get("Content-Type", "")
        except EndpointError:
            raise
        except HTTPError as error:
            with error:
                self._refused(error)
        except TimeoutError:
            raise self._late() from None
        except URLError as error:
            self._unreached(error.reason)
        except (OSError, HTTPException) as error:
            self._unreached(error)

    def _body(self, response: HTTPResponse, until: float) -> bytes:
        if limit := response.headers.get(_TRUNCATED):
            raise EndpointError(self.endpoint, f"cuts its answer at a limit ({clean(limit)}); ask for less")
        pieces = []
        while piece := response.read1(_PIECE):
            pieces.append(piece)
            if time.monotonic() > until:
                raise TimeoutError
        body = b"".join(pieces)
        if response.length:  # it promised more
            raise IncompleteRead(body, response.length)
        return body

    def _late(self) -> EndpointError:
        many = f"{self._seconds:g} second{'' if self._seconds == 1 else 's'}"
        return EndpointError(self.endpoint, f"gave no answer within {many}; ask for less, or wait longer (--timeout)")

    def _unreached(self, reason: object) -> NoReturn:
        """Say why no answer came."""
        if isinstance(reason, TimeoutError):
            raise self._late()
        if isinstance(reason, socket.gaierror) and reason.errno != socket.EAI_AGAIN:
            host = urlsplit(self.endpoint).hostname
            raise EndpointError(self.endpoint, f"there is no host {host!r}; check the address")
        if isinstance(reason, ssl.SSLCertVerificationError):
            raise EndpointError(self.endpoint, f"its certificate cannot be verified ({reason.verify_message})")
        said = (reason.strerror if isinstance(reason, OSError) else "") or str(reason) or "the connection broke"
        raise _TryAgainError(EndpointError(self.endpoint, f"cannot be reached ({clean(said)})"))

    def _refused(self, error: HTTPError) -> NoReturn:
        """Say what an HTTP status means."""
        status = error.code
        if status == _BAD_REQUEST:
            raise _BadQuestionError(_message(error) or "the endpoint says that this is no SPARQL (400)")
        if status == _UNAUTHORIZED:
            given = TOKEN if self._environment.get(TOKEN) else USER if self._environment.get(USER) else ""
            reason = f"does not accept the credentials of {given}" if given else "asks for credentials"
            remedy = "correct them" if given else f"set {USER} and {PASSWORD}, or {TOKEN}"
            raise EndpointError(self.endpoint, f"{reason} (401 Unauthorized); {remedy}", status)
        if status in range(300, 400):
            place = clean(error.headers.get("Location", "elsewhere"))
            raise EndpointError(self.endpoint, f"has moved to {place} ({status}); give that address", status)
        reason = _SAID.get(status) or f"answers {status} {clean(error.reason or '')}".rstrip()
        message = _message(error)
        failed = EndpointError(self.endpoint, reason + (f": {message}" if message else ""), status)
        if status in _BUSY:
            after = error.headers.get("Retry-After", "")
            raise _TryAgainError(failed, _seconds(after))
        raise failed

    def _read(self, body: bytes, media_type: str) -> Answer:
        rows = pyoxigraph.QueryResultsFormat.from_media_type(media_type)
        graph = pyoxigraph.RdfFormat.from_media_type(media_type)
        try:
            if rows in {pyoxigraph.QueryResultsFormat.JSON, pyoxigraph.QueryResultsFormat.XML}:
                return answer_of(pyoxigraph.parse_query_results(body, rows))
            if graph:
                return answer_of(quad.triple for quad in pyoxigraph.parse(body, graph, base_iri=self.endpoint))
        except (SyntaxError, ValueError) as error:
            shown = clean(str(error))[:_LONGEST]
            raise EndpointError(self.endpoint, f"its answer cannot be read ({shown})") from None
        what = clean(media_type.partition(";")[0]) or "something without a media type"
        raise EndpointError(
            self.endpoint, f"answers with {what}, which is no SPARQL result; is this the address of an endpoint?"
        )


class _BadQuestionError(Exception):
    """The endpoint refused the question; the message is the endpoint's."""


def _checked(endpoint: str) -> str:
    """The address, if it is one that can be asked."""
    try:
        parts = urlsplit(endpoint)
        usable = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if not usable or not endpoint.isprintable() or " " in endpoint:
        raise EndpointError(endpoint, "is no address of an endpoint; give one that begins with http or https")
    if parts.username is not None:
        raise EndpointError(
            parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl(),
            f"give no credentials in the address; set {USER} and {PASSWORD}",
        )
    return endpoint


def _is_used(prefix: str, sparql: str) -> bool:
    """Whether a question seems to use a prefix and does not say what it is."""
    used = re.search(rf"(?<![\w.-]){prefix}:", sparql)
    return bool(used) and not re.search(rf"\bprefix\s+{prefix}:", sparql, re.IGNORECASE)


def _seconds(retry_after: str) -> float | None:
    """What `Retry-After` says, as seconds from now; None where it says nothing."""
    if retry_after.strip().isdecimal():
        return float(retry_after)
    from email.utils import parsedate_to_datetime  # noqa: PLC0415 - rarely needed

    try:
        return max(parsedate_to_datetime(retry_after).timestamp() - time.time(), 0.0)
    except (TypeError, ValueError):
        return None


def _message(error: HTTPError) -> str:
    """What the server says of an error, in one line without markup."""
    try:
        text = error.read(_PIECE).decode(errors="replace")
    except (OSError, HTTPException):
        return ""
    if "html" in error.headers.get("Content-Type", ""):
        text = _MARKUP.sub(" ", text)
    ours, line = _OURS.subn(r"error at \1:\2: ", text.lstrip().partition("\n")[0])
    text = clean(" ".join((ours if line else text).split()))
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
