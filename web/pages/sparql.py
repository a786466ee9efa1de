"""The page that asks the graph in SPARQL, and works without scripts."""

from typing import Any

import pyoxigraph

from queries import guard
from queries.engine import Term
from queries.errors import SparqlError
from queries.terms import prefixes, value
from web.engine import failures
from web.pages.site import Site
from web.pages.tables import Cell, Column, Row, Table, arranged
from web.questions import catalogue
from web.sparql import PATH

_MOST = 200
EXAMPLE = """SELECT ?name ?stage ?sentence
WHERE {
  ?fact a dk:ProjectMention ; dk:project/rdfs:label ?name ; dk:stage/skos:notation ?stage ; dk:sentence ?sentence .
  FILTER(LANG(?name) = "zh")
}
LIMIT 20"""
"""What stands in the field at first."""


def sparql_page(site: Site) -> dict[str, Any]:
    """What the template of the page shows: the question, and its answer or what is wrong with it."""
    query = site.asked.query.get("query", "")
    example = catalogue().get(site.asked.query.get("example", ""))
    text = query or (example.sparql() if example else EXAMPLE)
    shown: dict[str, Any] = {
        "text": text,
        "asked": bool(query.strip()),
        "examples": [(one.name, one.title(site.language)) for one in catalogue().values()],
        "prefixes": sorted(prefixes().items()),
        "tables": [],
        "failure": "",
        "line": 0,
        "column": 0,
        "truth": None,
        "formats": [],
        "cut": False,
        "most": _MOST,
        "status": 200,
    }
    if not query.strip():
        return shown
    try:
        return shown | _answered(site, query.replace("\r\n", "\n"))
    except SparqlError as error:
        failure = {"failure": str(error).partition("\n")[0], "line": error.line, "column": error.column, "status": 400}
        return shown | failure


def terms(site: Site) -> list[dict[str, str]]:
    """The terms that a question may use, as it writes them, with what they are called."""
    found: dict[str, list[str]] = {}
    for row in site.rows("terms"):
        if text := _shortened(row["term"]):
            found.setdefault(text, [])
            if row["label"] and row["label"] not in found[text]:
                found[text].append(row["label"])
    return [{"text": text, "label": " · ".join(labels)} for text, labels in sorted(found.items())]


def _shortened(iri: str) -> str:
    """An IRI with a prefix, "" where there is none for it."""
    return next((f"{prefix}:{iri.removeprefix(space)}" for prefix, space in _spaces() if iri.startswith(space)), "")


def _answered(site: Site, query: str) -> dict[str, Any]:
    guard.check(query, with_from=True)
    engine = site.engine
    found = engine.results(query, guard.dataset(query, engine.base))
    if isinstance(found, pyoxigraph.QueryBoolean):
        return {"truth": bool(found), "formats": _links(site, query, ("json", "xml"))}
    most = site.limits.rows if site.asked.table else _MOST
    with failures(query):
        if isinstance(found, pyoxigraph.QuerySolutions):
            columns = [variable.value for variable in found.variables]
            rows = [tuple(row) for _, row in zip(range(most + 1), found, strict=False)]
            formats = _links(site, query, ("csv", "tsv", "json", "xml"))
        else:
            columns = ["subject", "predicate", "object"]
            rows = [(one.subject, one.predicate, one.object) for _, one in zip(range(most + 1), found, strict=False)]
            formats = _links(site, query, ("turtle", "jsonld", "ntriples"))
    cells = [Row({name: _cell(site, term) for name, term in zip(columns, row, strict=True)}) for row in rows[:most]]
    table = Table("results", site.t("sparql.answer"), [Column(one, one) for one in columns], columns, cells, len(cells))
    return {"tables": [arranged(site, table, most)], "formats": formats, "cut": len(rows) > most, "most": most}


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
