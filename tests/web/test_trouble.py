"""Errors as readers in a browser see them, and as clients do."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.web.servers import Server, serving

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o . ?p ?q ?r }"
MARKUP = "<img src=x onerror=alert(1)>"


@pytest.mark.parametrize(
    ("path", "status", "heading"),
    [
        ("/nothing", 404, "没有这一页"),
        ("/questions/nothing", 404, "没有这一页"),
        ("/sparql?query=SELECT", 400, "请求有误"),
        ("/sparql?update=CLEAR%20ALL", 403, "只能读，不能改"),
        ("/id/place/320300?format=exe", 406, "没有这种格式"),
        ("/plans?table=plans&format=exe", 400, "请求有误"),
        ("/id/place/999999", 404, "没有这一对象"),
    ],
)
def test_a_browser_gets_a_page_that_says_what_to_do(plans_server: Server, path: str, status: int, heading: str) -> None:
    """An error is a page in the language of the reader, whose links lead on; its status stays."""
    found = plans_server.ask(path, Accept=BROWSER, Accept_Language="zh-CN")
    assert (status, "text/html") == (found.status, found.media)
    assert f"<h1>{heading}</h1>" in found.text
    assert 'role="alert"' in found.text
    assert "script-src 'self'" in found.headers["content-security-policy"]
    assert str(len(found.body)) == found.headers["content-length"]
    english = plans_server.ask(f"{path}{'&' if '?' in path else '?'}lang=en", Accept=BROWSER)
    assert '<html lang="en">' in english.text
    assert heading not in english.text


@pytest.mark.parametrize(
    "accept", ["*/*", "text/plain", "application/json", "application/sparql-results+json, */*;q=0.1"]
)
def test_a_client_gets_plain_text(plans_server: Server, accept: str) -> None:
    """Who does not like HTML better is told in plain text, as before."""
    found = plans_server.ask("/sparql?query=SELECT", Accept=accept)
    assert (400, "text/plain") == (found.status, found.media)
    assert (404, "text/plain") == (plans_server.ask("/nothing").status, plans_server.ask("/nothing").media)


def test_a_head_has_no_body(plans_server: Server) -> None:
    """HEAD says what is wrong by its status alone."""
    found = plans_server.ask("/nothing", method="HEAD", Accept=BROWSER)
    assert (404, b"") == (found.status, found.body)


def test_what_takes_too_long_is_a_page(plans_store: Path) -> None:
    """A question beyond the limit of time is a page with advice and a link that tries again."""
    with serving(plans_store, "--timeout", "0.5") as server:
        asked = f"/sparql?query={quote(SLOW)}"
        found = server.ask(asked, Accept=BROWSER, Accept_Language="en")
        assert (504, "text/html") == (found.status, found.media)
        assert "<h1>This takes too long</h1>" in found.text
        assert "add LIMIT" in found.text
        assert re.search(r'<a href="/sparql\?query=SELECT[^"]*">Try again</a>', found.text)
        assert "text/plain" == server.ask(asked).media


def test_markup_in_an_address_stays_text(plans_server: Server) -> None:
    """What stands in an address is text in the page that says that it is wrong."""
    for path in (f"/{MARKUP}", f"/sparql?query={MARKUP}", f"/plans?table=a&format={MARKUP}", f"/a?lang=en&x={MARKUP}"):
        found = plans_server.ask(quote(path, safe="/?=&"), Accept=BROWSER)
        assert "text/html" == found.media
        assert "<img" not in found.text


# ---------------------------------------------------------------- under a path

ROOT = "/pläne/deltakg"
PAGES = ("/", "/projects", "/cooperation", "/id/place/320300", "/id/plan/suzhou/unit/15", "/questions", "/sparql/page")
LINK = re.compile(r'\b(?:href|src|action|data-suggest|data-terms)="([^"#][^"]*)"')


@pytest.fixture(scope="module")
def under_a_path(plans_store: Path) -> Iterator[Server]:
    """A server that is reached under a path."""
    with serving(plans_store, "--base-url", f"http://localhost{ROOT}/") as running:
        yield running


@pytest.mark.parametrize("path", PAGES)
def test_every_link_begins_with_the_path(under_a_path: Server, path: str) -> None:
    """Behind a proxy that has it under a path, links, forms, style and scripts begin with that path, and are there."""
    found = under_a_path.ask(quote(ROOT + path, safe="/"), Accept=BROWSER)
    assert 200 == found.status
    links = {link.replace("&amp;", "&").partition("#")[0] for link in LINK.findall(found.text)}
    assert [] == sorted(link for link in links if not link.startswith(quote(ROOT) + "/"))
    for link in sorted(links)[:: max(1, len(links) // 12)]:
        assert (200, link) == (under_a_path.ask(link, Accept=BROWSER).status, link)


def test_a_proxy_may_take_the_path_away(under_a_path: Server) -> None:
    """Whether the proxy hands on the path or not, the same page is given, from the same cache."""
    with_it = under_a_path.ask(quote(f"{ROOT}/id/place/320300"), Accept=BROWSER)
    assert with_it.body == under_a_path.ask("/id/place/320300", Accept=BROWSER).body
    assert 200 == under_a_path.ask(quote(ROOT), Accept=BROWSER).status
    assert 404 == under_a_path.ask(quote(f"{ROOT}x/id/place/320300"), Accept=BROWSER).status


def test_addresses_in_json_begin_with_the_path(under_a_path: Server) -> None:
    """So do those of suggestions, of the catalogue, and of what a name may mean; IRIs of the data stay."""
    (first, *_) = json.loads(under_a_path.ask(quote(f"{ROOT}/suggestions") + "?q=xuzhou").body)
    assert (f"{quote(ROOT)}/id/place/320300", "https://w3id.org/deltakg/id/place/320300") == (
        first["href"],
        first["iri"],
    )
    assert all(one["href"].startswith(quote(ROOT)) for one in json.loads(under_a_path.ask("/queries").body))
    asked = under_a_path.ask(quote(f"{ROOT}/queries/projects-involving") + "?place=suzhou")
    assert all(one["href"].startswith(quote(ROOT)) for one in json.loads(asked.body)["candidates"])
    described = json.loads(under_a_path.ask("/openapi.json").body)
    assert [f"http://localhost{ROOT}"] == [one["url"] for one in described["servers"]]


def test_an_error_under_a_path_leads_back(under_a_path: Server) -> None:
    """The page of an error has its links under the path, too."""
    found = under_a_path.ask(quote(f"{ROOT}/nothing"), Accept=BROWSER)
    assert 404 == found.status
    assert f'href="{quote(ROOT)}/"' in found.text
