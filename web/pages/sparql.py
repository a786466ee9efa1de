"""The page that asks the graph in SPARQL, and works without scripts."""

from collections.abc import Sequence
from itertools import islice
from typing import Any, NamedTuple

import pyoxigraph

from queries import guard
from queries.engine import Term
from queries.errors import RefusedError, SparqlError
from queries.mistakes import mistake
from queries.terms import prefixes, value
from viz.page import inside_script
from web.engine import Limits, failures
from web.graphs import graph
from web.pages import statics
from web.pages.chart import chart
from web.pages.network import network
from web.pages.site import Site
from web.pages.tables import Cell, Column, Row, Table, arranged
from web.questions import catalogue
from web.results import solutions, truth
from web.sparql import PATH

_RESULTS = "results"
VIEWS = ("table", "chart", "graph", "raw")
"""How an answer is shown: `?view=`."""
_MOST = {"table": 200, "chart": 1000, "graph": 2000, "raw": 200}
"""Rows that are shown, or looked at to draw."""
_RAW = 200_000
"""Bytes that are shown of an answer as it is."""
EXAMPLE = """SELECT ?name ?stage ?sentence
WHERE {
  ?fact a dk:ProjectMention ; dk:project/rdfs:label ?name ; dk:stage/skos:notation ?stage ; dk:sentence ?sentence .
  FILTER(LANG(?name) = "zh")
}
LIMIT 20"""
"""What stands in the field at first."""


def sparql_page(site: Site) -> dict[str, Any]:
    """What the template of the page shows: the question, and its answer or what is wrong with it."""
    asked = site.asked.query
    query = asked.get("query", "")
    example = catalogue().get(asked.get("example", ""))
    text = query or (example.sparql() if example else EXAMPLE)
    view = "table" if asked.get("view") not in VIEWS or site.asked.table == _RESULTS else asked["view"]
    shown: dict[str, Any] = {
        "text": text,
        "editor": statics.has_editor(),
        "examples": [(one.name, one.title(site.language)) for one in catalogue().values()],
        "prefixes": sorted(prefixes().items()),
        "view": view,
        "views": [],
        "tables": [],
        "failure": None,
        "truth": None,
        "chart": None,
        "network": None,
        "raw": None,
        "why_not": "",
        "formats": [],
        "cut": False,
        "most": _MOST[view],
        "status": 200,
    }
    if not query.strip():
        return shown
    try:
        return shown | _answered(site, query.replace("\r\n", "\n"), view)
    except SparqlError as error:
        return shown | {"failure": _failure(site, query.replace("\r\n", "\n"), error), "status": 400}


def terms(site: Site) -> list[dict[str, str]]:
    """The terms that a question may use, as it writes them, with what they are called and their kind."""
    found: dict[str, dict[str, list[str]]] = {}
    for row in site.rows("terms"):
        if text := _shortened(row["term"]).replace("/", "\\/"):  # as the name of a vocabulary's concept is written
            kind = found.setdefault(text, {}).setdefault(row["kind"], [])
            if row["label"] and row["label"] not in kind:
                kind.insert(0 if row["language"] == site.language else len(kind), row["label"])
    spaces = [{"text": f"{prefix}:", "label": space, "kind": "prefix"} for prefix, space in sorted(prefixes().items())]
    return spaces + [
        {"text": text, "label": " · ".join(next(iter(kinds.values()))), "kind": next(iter(kinds))}
        for text, kinds in sorted(found.items())
    ]


class Failure(NamedTuple):
    """What is wrong with a question.

    Attributes:
        said: in words.
        line, column: where, from 1; 0 where it is not known.
        length: characters that are wrong.
        detail: what the engine says, "" where it adds nothing.
    """

    said: str
    line: int
    column: int
    length: int
    detail: str


def _failure(site: Site, query: str, error: SparqlError) -> Failure:
    said = str(error).partition("\n")[0]
    if isinstance(error, RefusedError):
        return Failure(said.partition(": ")[2] if error.line else said, error.line, error.column, 0, "")
    names = [one["text"] for one in site.kept("terms", lambda: terms(site))]
    found = mistake(query, said, prefixes(), names, (error.line, error.column))
    return Failure(found.said[site.language], found.line, found.column, found.length, said)


def _shortened(iri: str) -> str:
    """An IRI with a prefix, "" where there is none for it."""
    return next((f"{prefix}:{iri.removeprefix(space)}" for prefix, space in _spaces() if iri.startswith(space)), "")


def _answered(site: Site, query: str, view: str) -> dict[str, Any]:
    guard.check(query, with_from=True)
    engine = site.engine
    found = engine.results(query, guard.dataset(query, engine.base))
    if isinstance(found, pyoxigraph.QueryBoolean):
        raw = truth(bool(found), "json").body if view == "raw" else None
        reasons = {"chart": "chart.no-rows", "graph": "network.no-rows"}
        return {
            "truth": bool(found),
            "raw": raw.decode() if raw else None,
            "views": _views(site, view),
            "why_not": site.t(reasons[view]) if view in reasons else "",
            "formats": _links(site, query, ("json", "xml")),
        }
    most = site.limits.rows if site.asked.table == _RESULTS else min(_MOST[view], site.limits.rows)
    limits = Limits(most, _RAW)
    with failures(query):
        if isinstance(found, pyoxigraph.QuerySolutions):
            columns = [variable.value for variable in found.variables]
            rows = [tuple(row) for row in islice(found, most + 1)]
            forms: tuple[str, ...] = ("csv", "tsv", "json", "xml")
            raw = solutions(tuple(columns), rows[:most], "json", limits).body if view == "raw" else None
        else:
            columns = ["subject", "predicate", "object"]
            triples = list(islice(found, most + 1))
            rows = [(one.subject, one.predicate, one.object) for one in triples]
            forms = ("turtle", "jsonld", "ntriples")
            raw = graph(triples[:most], "turtle", limits).body if view == "raw" else None
    shown = {"formats": _links(site, query, forms), "views": _views(site, view), "cut": len(rows) > most, "most": most}
    if raw is not None:
        return shown | {"raw": raw.decode(errors="replace")}
    if view == "table":
        return shown | {"tables": [_table(site, columns, rows[:most], most)]}
    drawn = _drawn(site, view, columns, rows[:most])
    return shown | drawn


def _drawn(site: Site, view: str, columns: Sequence[str], rows: Sequence[tuple[Term | None, ...]]) -> dict[str, Any]:
    """A chart or a network, or why there is none."""
    if view == "chart":
        bars = chart(site, columns, rows, site.asked.query.get("value", ""))
        return {"why_not": site.t(bars)} if isinstance(bars, str) else {"chart": bars}
    found = network(site, columns, rows)
    if isinstance(found, str):
        return {"why_not": site.t(found)}
    return {"network": found, "network_data": inside_script(found.data()), "tables": [found.table(site)]}


def _views(site: Site, view: str) -> list[tuple[str, str, bool]]:
    """The views with their addresses, and which of them this is."""
    return [
        (one, f"{site.here(view=one if one != 'table' else '', value='', sort='', **{'from': ''})}#answer", one == view)
        for one in VIEWS
    ]


def _table(site: Site, columns: Sequence[str], rows: Sequence[tuple[Term | None, ...]], most: int) -> Table:
    cells = [Row({name: _cell(site, term) for name, term in zip(columns, row, strict=True)}) for row in rows]
    heads = [Column(one, one) for one in columns]
    return arranged(site, Table(_RESULTS, site.t("sparql.answer"), heads, columns, cells, len(cells)), most)


def _cell(site: Site, term: Term | None) -> Cell:
    text = value(term)
    if isinstance(term, pyoxigraph.NamedNode):
        short = _shortened(text) or text
        inside = f"{site.engine.base}id/"
        return Cell(short if not text.startswith(inside) else text.removeprefix(inside), site.href(text))
    note = f"@{term.language}" if isinstance(term, pyoxigraph.Literal) and term.language else ""
    return Cell(text, note=note)


def _spaces() -> list[tuple[str, str]]:
    return sorted(prefixes().items(), key=lambda one: -len(one[1]))


def _links(site: Site, query: str, forms: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(form, site.address(PATH, {"query": query, "format": form})) for form in forms]
