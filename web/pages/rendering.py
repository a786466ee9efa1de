"""Pages as HTML, rendered from templates that escape everything."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FunctionLoader, StrictUndefined

from deltakg import __version__
from web.pages.answers import anchor
from web.pages.site import Page
from web.pages.statics import address
from web.replies import Reply

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""What a page may load and do: its style and script from this server, and nothing else."""
HTML = "text/html; charset=utf-8"


def rendered(page: Page, template: str, shown: Mapping[str, Any], status: int = 200) -> Reply:
    """A page as a reply.

    Args:
        page: the language and the addresses.
        template: a file of `templates/`.
        shown: what it shows.
        status: of HTTP.
    """
    body = (
        _environment()
        .get_template(template)
        .render(
            site=page,
            t=page.t,
            url=page.url,
            version=__version__,
            static=lambda name: page.root + address(name),
            anchor_of=anchor,
            **shown,
        )
    )
    headers = {
        "content-type": HTML,
        "content-language": page.language,
        "content-security-policy": POLICY,
        "vary": "Accept, Accept-Language",
    }
    return Reply(status, headers, body.encode(errors="xmlcharrefreplace"), lasting=status == 200)  # noqa: PLR2004 - OK


@cache
def _environment() -> Environment:
    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        loader=FunctionLoader(_template),
    )
    environment.filters["segment"] = lambda said: quote(said, safe="")
    return environment


def _template(name: str) -> str:
    return files("web").joinpath(f"templates/{name}").read_text(encoding="utf-8")
