"""The page of a plan, which is its text with the facts marked, and that of one of its passages."""

from collections import Counter, defaultdict
from typing import Any, NamedTuple

from ontology.terms import DK
from queries.terms import iri as written
from web.pages.answers import anchor, answer
from web.pages.marks import Mark, Run, offsets, paragraphs
from web.pages.site import Site
from web.pages.things import Thing, properties

TABLES = (
    "measures-of-plan",
    "projects-of-plan",
    "targets-of-plan",
    "partners-of-plan",
    "places-of-plan",
    "industries-of-plan",
    "policies-cited",
    "measures-without-lead",
)
"""Questions about a plan, which its page leads to."""


class Shown(NamedTuple):
    """A passage as it is shown.

    Attributes:
        iri: its IRI.
        href: address of its page.
        anchor: its id on the page of its plan.
        name: its id inside the plan.
        locator: how a citation points at it.
        citation: how it is cited.
        paragraphs: its text in runs.
    """

    iri: str
    href: str
    anchor: str
    name: str
    locator: str
    citation: str
    paragraphs: list[list[Run]]


class Heading(NamedTuple):
    """A heading of a plan: its level from 2, and its id on the page."""

    label: str
    level: int
    anchor: str


def plan_page(site: Site, about: Thing) -> dict[str, Any]:
    """What the template of a plan shows."""
    passages = _passages(site, about.iri)
    marks = _marks(site, about.iri)
    printed = _printed(site, about.iri)
    items: list[Shown | Heading] = []
    waiting = _headings(site, about.iri)
    for row in passages:
        while waiting and waiting[0][0] <= int(row["start"]):
            items.append(waiting.pop(0)[1])
        items.append(_shown(site, row, printed, marks.get(row["unit"], [])))
    kinds = Counter(kind for _, kind in {(mark.fact, mark.kind) for held in marks.values() for mark in held})
    links = [(site.t(f"section.{name}"), site.url(f"/questions/{name}", plan=about.one(DK.stem))) for name in TABLES]
    return {
        "about": about,
        "properties": properties(site, about),
        "items": items,
        "contents": [item for item in items if isinstance(item, Heading)],
        "kinds": [(kind, count) for kind, count in sorted(kinds.items())],
        "links": links,
        "tables": [],
        "heading": Heading,
        "anchor": anchor,
    }


def unit_page(site: Site, about: Thing) -> dict[str, Any]:
    """What the template of a passage shows."""
    plan = about.one(DK.inPlan)
    passages = _passages(site, plan)
    here = next(index for index, row in enumerate(passages) if row["unit"] == about.iri)
    row = passages[here]
    facts = answer(
        site,
        "facts-of-measure",
        {"plan": plan, "measure": about.iri},
        title=site.t("section.facts"),
        most=1000,
        brief=True,
    ).table
    found = _marks(site, plan).get(about.iri, [])
    return {
        "about": about,
        "plan": site.called([plan])[plan],
        "plan_href": site.href(plan),
        "unit": _shown(site, row, _printed(site, plan), found),
        "before": passages[here - 1] if here else None,
        "after": passages[here + 1] if here + 1 < len(passages) else None,
        "kinds": sorted(Counter(kind for _, kind in {(mark.fact, mark.kind) for mark in found}).items()),
        "properties": properties(site, about),
        "tables": [facts] if facts.count else [],
        "anchor": anchor,
    }


def _passages(site: Site, plan: str) -> list[dict[str, str]]:
    return site.kept(f"passages {plan}", lambda: site.rows("passages", plan=[written(plan)]))


def _marks(site: Site, plan: str) -> dict[str, list[Mark]]:
    """The facts of a plan with their printed spans, by passage."""
    found: defaultdict[str, list[Mark]] = defaultdict(list)
    for row in site.rows("evidence", plan=[written(plan)]):
        mark = Mark(row["fact"], row["class"], row["written"], int(row["start"]), int(row["end"]))
        found[row["unit"]].append(mark)
    return found


def _printed(site: Site, plan: str) -> str:
    """The text of a plan's document, "" where the store has none."""
    for row in site.rows("document", plan=[written(plan)]):
        try:
            return site.engine.reader.text(row["sha256"])
        except KeyError:
            continue
    return ""


def _shown(site: Site, row: dict[str, str], printed: str, marks: list[Mark]) -> Shown:
    start, end = int(row["start"]), int(row["end"])
    places = offsets(row["text"], printed[start:end], start)
    return Shown(
        row["unit"],
        site.href(row["unit"]),
        f"u-{row['name']}",
        row["name"],
        row["locator"],
        row["citation"],
        paragraphs(row["text"], places, marks),
    )


def _headings(site: Site, plan: str) -> list[tuple[int, Heading]]:
    rows = site.rows("sections", plan=[written(plan)])
    upper = {row["section"]: row["upper"] for row in rows}
    found = []
    for number, row in enumerate(rows):
        level, above = 2, row["upper"]
        while above and level < 6:  # noqa: PLR2004 - the least heading of HTML
            level, above = level + 1, upper.get(above, "")
        found.append((int(row["start"]), Heading(row["label"], level, f"s-{number}")))
    return found
