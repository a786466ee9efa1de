"""What workers do for pages: each job answers a request as HTML, as a table to download, or as RDF."""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pyoxigraph import QueryTriples

from deltakg import DeltakgError
from queries.errors import SparqlError, UsageError
from queries.terms import iri as written
from viz.errors import MissingPackageError, PictureError
from web.engine import Context, failures
from web.graphs import UnwritableError, graph
from web.jobs import graph as whole_graph
from web.pages import asking, entities, lists, pictures, plans, sparql, vocabulary
from web.pages.downloads import FORMATS
from web.pages.downloads import written as file_of
from web.pages.errors import UnknownThingError
from web.pages.rendering import HTML, rendered
from web.pages.site import Asked, Site, iri_of
from web.pages.tables import Table
from web.pages.things import thing
from web.replies import JSON, Reply, text


def page(context: Context, view: str, name: str, asked: Mapping[str, Any]) -> Reply:
    """Answer with a page, or with one of its tables.

    Args:
        context: the store and the limits.
        view: one of `VIEWS`.
        name: of the list, the question, or what the page is about; "" where there is one such page alone.
        asked: the fields of `Asked`.
    """
    site = Site(context.engine, Asked(**asked), context.limits)
    try:
        template, shown = VIEWS[view](site, name)
    except UnknownThingError as error:
        return _error(site, 404, "error.unknown", error)
    except (UsageError, SparqlError) as error:
        return _error(site, 400, "error.usage", error)
    if site.asked.table:
        return _download(site, shown["tables"])
    status = shown.pop("status", 200)
    return rendered(site, template, shown, status)


def suggestions(context: Context, asked: Mapping[str, Any]) -> Reply:
    """Answer with what may be meant by what was typed so far, as JSON."""
    site = Site(context.engine, Asked(**asked), context.limits)
    body = json.dumps(lists.suggestions(site), ensure_ascii=False).encode(errors="backslashreplace")
    return Reply(200, {"content-type": JSON, "vary": "Accept-Language"}, body, lasting=True)


def terms(context: Context, asked: Mapping[str, Any]) -> Reply:
    """Answer with the terms that a question in SPARQL may use, as JSON."""
    site = Site(context.engine, Asked(**asked), context.limits)
    body = json.dumps(sparql.terms(site), ensure_ascii=False).encode(errors="backslashreplace")
    return Reply(200, {"content-type": JSON, "vary": "Accept-Language"}, body, lasting=True)


def picture(context: Context, name: str, asked: Mapping[str, Any]) -> Reply:
    """Answer with a picture as a page of its own.

    Args:
        context: the store and the limits.
        name: one of `pictures.PICTURES`.
        asked: the fields of `Asked`.
    """
    site = Site(context.engine, Asked(**asked), context.limits)
    try:
        drawn, policy = pictures.picture(site, name)
    except (PictureError, MissingPackageError) as error:
        return _error(site, 404, "error.picture", error)
    headers = {"content-type": HTML, "content-security-policy": policy, "vary": "Accept-Language"}
    return Reply(200, headers, drawn.encode(errors="xmlcharrefreplace"), lasting=True)


def described(context: Context, path: str, form: Sequence[str]) -> Reply:
    """Answer with what the graph says of a thing, as RDF: the triples that it stands in.

    Args:
        context: the store and the limits.
        path: of its page, without the slash in front; `ontology` and `vocabulary` are all words.
        form: the format and the media type.
    """
    engine = context.engine
    if path in {"ontology", "vocabulary"}:
        return whole_graph(context, f"{engine.base}graph/ontology", form)
    try:
        term = written(iri_of(engine.base, path))
    except ValueError:
        return text(404, str(UnknownThingError(path)))
    question = f"CONSTRUCT {{ {term} ?p ?o . ?s ?q {term} }} WHERE {{ {{ {term} ?p ?o }} UNION {{ ?s ?q {term} }} }}"
    with failures(question):
        found = engine.reader.query(question)
        assert isinstance(found, QueryTriples)  # noqa: S101 - it is a CONSTRUCT
        triples = sorted(set(found), key=str)
    if not triples:
        return text(404, str(UnknownThingError(path)))
    try:
        body, cut, _ = graph(triples, form[0], context.limits)
    except UnwritableError as error:
        return text(406, str(error))
    return Reply(200, {"content-type": form[1], **({"deltakg-truncated": cut} if cut else {})}, body, lasting=True)


# ---------------------------------------------------------------- views


Shown = tuple[str, dict[str, Any]]


def _thing(site: Site, path: str) -> Shown:
    about = thing(site, path)
    if about.kind == "plan":
        return "plan.html", plans.plan_page(site, about)
    if about.kind == "unit":
        return "unit.html", plans.unit_page(site, about)
    return "thing.html", entities.page(site, about)


VIEWS: Mapping[str, Callable[[Site, str], Shown]] = {
    "home": lambda site, _: ("home.html", lists.home(site)),
    "search": lambda site, _: ("search.html", lists.search(site)),
    "list": lambda site, name: ("list.html", lists.listed(site, name)),
    "cooperation": lambda site, _: ("cooperation.html", pictures.cooperation(site)),
    "questions": lambda site, _: ("questions.html", asking.questions(site)),
    "question": lambda site, name: ("question.html", asking.question_page(site, name)),
    "sparql": lambda site, _: ("sparql.html", sparql.sparql_page(site)),
    "thing": _thing,
    "vocabulary": lambda site, _: ("words.html", vocabulary.vocabularies(site)),
    "ontology": lambda site, _: ("words.html", vocabulary.ontology(site)),
}
"""The pages, with what makes each: its template and what that shows."""


# ---------------------------------------------------------------- replies


def _download(site: Site, tables: Sequence[Table]) -> Reply:
    table = next((one for one in tables if one.id == site.asked.table), None)
    if table is None or site.asked.form not in FORMATS:
        return text(404, "this page has no such table, or it cannot be had in this format")
    name = f"deltakg-{table.id}.{site.asked.form}"
    headers = {
        "content-type": FORMATS[site.asked.form],
        "content-disposition": f'attachment; filename="{name}"',
        "vary": "Accept, Accept-Language",
    }
    return Reply(200, headers, file_of(table, site.asked.form), lasting=True)


def _error(site: Site, status: int, key: str, error: DeltakgError) -> Reply:
    shown = {"heading": site.t(key), "advice": site.t(f"{key}.do"), "said": str(error), "retry": ""}
    return rendered(site, "error.html", shown, status)
