"""The first page, and the lists: plans, places, agencies, projects, partners, industries, policies, regions."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from ontology.terms import STAGE
from queries.catalogue import grouped, groups
from queries.matching import folded
from web.pages.search import Entry, entries, found
from web.pages.site import Site
from web.pages.tables import Cell, Column, Row, Table, arranged

LISTS: Mapping[str, tuple[str, ...]] = {
    "plans": ("plan",),
    "places": ("place", "zone"),
    "agencies": ("agency", "agency-group"),
    "projects": ("project",),
    "partners": ("organization",),
    "industries": ("industry",),
    "policies": ("policy",),
    "regions": ("region", "group"),
}
"""The lists, with the kinds of things that each has."""

SUGGESTED = 12
"""Names that are suggested while one types."""
_FOUND = 200


class Holding(NamedTuple):
    """A plan on the first page."""

    title: str
    href: str
    number: str
    place: Cell
    period: str
    measures: str
    facts: str


def home(site: Site) -> dict[str, Any]:
    """What the template of the first page shows."""
    counts = {name: len(_named(site, kinds)) for name, kinds in LISTS.items()}
    asked = [
        (groups()[group][site.language], [(one.name, one.title(site.language)) for one in questions])
        for group, questions in grouped().items()
    ]
    return {"counts": counts, "plans": _holdings(site), "groups": asked, "tables": []}


def search(site: Site) -> dict[str, Any]:
    """What the template of a search shows."""
    text = site.asked.query.get("q", "").strip()
    hits = found(site, text)
    rows = [
        Row(
            {
                "name": _name(site, entry),
                "kind": Cell(kind_of(site, entry)),
                "upper": _upper(site, entry),
                "facts": Cell(str(entry.facts)),
            }
        )
        for entry in hits[:_FOUND]
    ]
    keys = ("name", "kind", "upper", "facts")
    columns = [Column(key, site.t(f"column.{key}")) for key in keys]
    table = arranged(site, Table("found", site.t("search.found"), columns, keys, rows, len(rows)))
    return {"text": text, "hits": len(hits), "tables": [table] if rows else []}


def suggestions(site: Site) -> list[dict[str, str]]:
    """What may be meant by what was typed so far."""
    return [
        {
            "label": entry.label,
            "english": entry.english,
            "kind": kind_of(site, entry),
            "href": site.href(entry.iri),
            "iri": entry.iri,
        }
        for entry in found(site, site.asked.query.get("q", ""))[:SUGGESTED]
    ]


def listed(site: Site, name: str) -> dict[str, Any]:
    """What the template of a list shows.

    Args:
        site: the page's.
        name: one of `LISTS`.
    """
    query = site.asked.query
    text, stage = query.get("q", ""), query.get("stage", "")
    if name == "plans":
        keys, rows = _plan_rows(site)
    elif name == "projects":
        keys, rows = _project_rows(site, stage)
    elif name == "agencies":
        keys, rows = _agency_rows(site)
    else:
        keys, rows = _rows(site, LISTS[name])
    rows = [row for row in rows if _holds(row, text)]
    columns = [Column(key, site.t(f"column.{key}")) for key in keys]
    table = arranged(site, Table(name, site.t(f"list.{name}"), columns, keys, rows, len(rows)), 200)
    return {
        "name": name,
        "text": text,
        "stage": stage,
        "stages": [(one, site.word("stage", one)) for one in STAGES] if name == "projects" else [],
        "tables": [table],
    }


STAGES = tuple(sorted(STAGE, key=("planned", "preparatory", "starting", "underway", "operating").index))
"""The stages of projects, in their order."""


def kind_of(site: Site, entry: Entry) -> str:
    """What an entry is, in words."""
    return site.t(f"rank.{entry.rank}") if entry.rank and entry.kind == "place" else site.t(f"kind.{entry.kind}")


def _named(site: Site, kinds: Sequence[str]) -> list[Entry]:
    """What is of these kinds; of places those that facts speak of alone, since the world has so many."""
    return [entry for entry in entries(site) if entry.kind in kinds and (entry.facts or entry.kind == "plan")]


def _name(site: Site, entry: Entry) -> Cell:
    return Cell(entry.label, site.href(entry.iri), entry.english if site.language == "en" else "")


def _upper(site: Site, entry: Entry) -> Cell:
    return Cell(entry.upper, note=entry.upper_english if site.language == "en" else "")


def _holds(row: Row, text: str) -> bool:
    """Whether the name in a row holds one of the words of a text; every name does where there is none."""
    words = [folded(word) for word in text.replace("/", " ").replace("、", " ").split()]
    name = folded(f"{row.cells['name'].text} {row.cells['name'].note}")
    return not words or any(word in name for word in words)


def _rows(site: Site, kinds: Sequence[str]) -> tuple[tuple[str, ...], list[Row]]:
    shown = sorted(_named(site, kinds), key=lambda entry: (-entry.facts, entry.iri))
    keys = ["name", "facts"]
    if any(entry.upper for entry in shown):
        keys.insert(1, "upper")
    if len({kind_of(site, entry) for entry in shown}) > 1:
        keys.insert(1, "kind")
    return tuple(keys), [
        Row(
            {
                "name": _name(site, entry),
                "kind": Cell(kind_of(site, entry)),
                "upper": _upper(site, entry),
                "facts": Cell(str(entry.facts)),
            }
        )
        for entry in shown
    ]


def _agency_rows(site: Site) -> tuple[tuple[str, ...], list[Row]]:
    duties: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for row in site.rows("duties"):
        duties[row["agency"]][row["role"]] = row["passages"]
    shown = _named(site, LISTS["agencies"])
    shown.sort(key=lambda entry: (-int(duties[entry.iri].get("lead", 0)), -entry.facts, entry.iri))
    return ("name", "upper", "leads", "supports"), [
        Row(
            {
                "name": _name(site, entry),
                "upper": _upper(site, entry),
                "leads": Cell(duties[entry.iri].get("lead", "0")),
                "supports": Cell(duties[entry.iri].get("support", "0")),
            }
        )
        for entry in shown
    ]


def _project_rows(site: Site, stage: str) -> tuple[tuple[str, ...], list[Row]]:
    names: dict[str, str] = {}
    stages: defaultdict[str, dict[str, None]] = defaultdict(dict)
    places: defaultdict[str, dict[str, None]] = defaultdict(dict)
    plans: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for row in site.rows("projects"):
        if stage and row["stage"] != stage:
            continue
        names[row["project"]] = row["name"]
        stages[row["project"]][row["stage"]] = None
        plans[row["project"]][row["document"]] = None
        if row["place"]:
            places[row["project"]][row["place"]] = None
    comma = ", " if site.language == "en" else "、"
    english = {one.label: one.english for one in entries(site) if one.kind == "place" and site.language == "en"}
    return ("name", "stage", "places", "document"), [
        Row(
            {
                "name": Cell(name, site.href(iri)),
                "stage": Cell(comma.join(site.word("stage", one) for one in STAGES if one in stages[iri])),
                "places": Cell("、".join(places[iri]), note=comma.join(filter(None, map(english.get, places[iri])))),
                "document": Cell(
                    comma.join(plans[iri]),
                    parts=tuple(Cell(stem, site.href(site.id(f"plan/{stem}"))) for stem in plans[iri]),
                ),
            }
        )
        for iri, name in names.items()
    ]


def _holdings(site: Site) -> list[Holding]:
    found = {}
    for row in site.rows("holdings"):
        period = "–".join(filter(None, (row["from"], row["to"])))
        english = row["placeEnglish"] if site.language == "en" else ""
        place = Cell(row["placeName"], site.href(row["place"]), english)
        title = row["title"] or row["stem"]
        found[row["plan"]] = Holding(
            title, site.href(row["plan"]), row["number"], place, period, row["measures"] or "0", row["facts"] or "0"
        )
    return list(found.values())


def _plan_rows(site: Site) -> tuple[tuple[str, ...], list[Row]]:
    return ("name", "upper", "period", "number", "measures", "facts"), [
        Row(
            {
                "name": Cell(one.title, one.href),
                "upper": one.place,
                "period": Cell(one.period),
                "number": Cell(one.number),
                "measures": Cell(one.measures),
                "facts": Cell(one.facts),
            }
        )
        for one in _holdings(site)
    ]
