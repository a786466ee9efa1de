"""The pages of words: vocabularies with their concepts, and the ontology with its classes and properties."""

from collections.abc import Mapping, Sequence
from typing import Any

from ontology.terms import SKOS
from queries.terms import iri as written
from web.pages.answers import answer
from web.pages.site import Site
from web.pages.tables import Cell, Column, Row, Table, arranged

FEW = 25
_ALL = 1000
"""Rows of a table that is the whole page."""
_ASKED: Mapping[str, tuple[str, str]] = {
    "mechanism": ("cooperation-by-mechanism", "mechanism"),
    "stage": ("projects-by-stage", "stage"),
    "partner-kind": ("partners-by-kind", "kind"),
}
"""The question that tells where a concept is used, and its parameter, by vocabulary."""


def vocabularies(site: Site) -> dict[str, Any]:
    """What the template of all vocabularies shows."""
    rows = [
        Row(
            {
                **_named(site, row, row["scheme"]),
                "definition": _meaning(site, row),
                "concepts": Cell(row["concepts"]),
            }
        )
        for row in site.rows("schemes")
    ]
    keys = ("name", "definition", "concepts")
    return {"heading": site.t("vocabulary.title"), "about": "", "tables": [_table(site, "schemes", keys, rows, _ALL)]}


def ontology(site: Site) -> dict[str, Any]:
    """What the template of the ontology shows: classes, then properties, each at the fragment that its IRI has."""
    found: dict[str, list[Row]] = {"class": [], "property": []}
    seen: set[str] = set()
    for row in site.rows("ontology"):
        local = row["term"].rpartition("#")[2]
        if local in seen:
            continue
        seen.add(local)
        cells = {
            "term": Cell(f"dk:{local}", site.href(row["term"])),
            "name": Cell(row["label" if site.language == "zh" else "english"] or row["label"]),
            "definition": _meaning(site, row),
        }
        found[row["kind"]].append(Row(cells, None, local))
    keys = ("term", "name", "definition")
    tables = [_table(site, f"terms-{kind}", keys, rows, _ALL) for kind, rows in found.items()]
    return {"heading": site.t("ontology.title"), "about": site.t("ontology.about"), "tables": tables}


def sections(site: Site, kind: str, iri: str, said: Mapping[str, Sequence[Mapping[str, str]]]) -> list[Table]:
    """The tables of the page of a word.

    Args:
        site: the page's.
        kind: `concept`, `scheme`, `class` or `property`.
        iri: of the word.
        said: values by property, as `things.Thing` has them.
    """
    term = [written(iri)]
    if kind in {"class", "property"}:
        return _list(site, "referring", site.rows("referring", term=term))
    rows = [
        Row(
            {
                "notation": Cell(row["notation"]),
                **_named(site, row, row["concept"]),
                "definition": _meaning(site, row),
            }
        )
        for row in {row["concept"]: row for row in site.rows("concepts", above=term)}.values()
    ]
    keys = [key for key in ("notation", "name", "definition") if any(row.cells[key].text for row in rows)]
    tables = [_table(site, "concepts" if kind == "scheme" else "narrower", keys, rows, _ALL)] if rows else []
    if kind == "concept":
        tables += _list(site, "bearers", site.rows("bearers", concept=term))
        scheme = iri.rpartition("/vocabulary/")[2].partition("/")[0]
        notation = next((row["value"] for row in said.get(SKOS.notation, ())), "")
        if scheme in _ASKED and notation:
            name, parameter = _ASKED[scheme]
            answered = answer(site, name, {parameter: notation}, most=FEW, about=notation)
            tables += [answered.table] if answered.table.count else []
    return tables


def used(site: Site, iri: str) -> int:
    """How often a class or a property is used."""
    return int(site.rows("instances", term=[written(iri)])[0]["many"])


def _list(site: Site, name: str, found: Sequence[Mapping[str, str]]) -> list[Table]:
    """A table of what says something of a word, and by which property; [] where nothing does."""
    rows = [
        Row(
            {
                **_named(site, row, row["entity"]),
                "property": Cell(site.property(row["property"]), site.href(row["property"])),
            }
        )
        for row in found
    ]
    return [_table(site, name, ("name", "property"), rows, FEW)] if rows else []


def _named(site: Site, row: Mapping[str, str], iri: str) -> dict[str, Cell]:
    local = iri.rpartition("#")[2].rpartition("/")[2]
    label, english = row["label"] or row["english"] or local, row["english"]
    shown, beside = (english, label) if site.language == "en" and english else (label, "")
    return {"name": Cell(shown, site.href(iri), beside)}


def _meaning(site: Site, row: Mapping[str, str]) -> Cell:
    own = row["definition" if site.language == "zh" else "explained"]
    return Cell(own or row["definition"] or row["explained"])


def _table(site: Site, name: str, keys: Sequence[str], rows: Sequence[Row], most: int) -> Table:
    columns = [Column(key, site.t(f"column.{key}")) for key in keys]
    return arranged(site, Table(name, site.t(f"section.{name}"), columns, keys, rows, len(rows)), most)
