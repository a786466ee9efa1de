"""The pages of things: a place, an agency, a project, a partner, an industry, a policy, a region, and anything else."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from queries.terms import iri as written
from web.pages import vocabulary
from web.pages.answers import answer
from web.pages.atlas import atlas
from web.pages.graph import Partner, shortened, wheel
from web.pages.site import Named, Site
from web.pages.tables import Cell, Column, Row, Table, arranged
from web.pages.things import KINDS, WORDS, Property, Thing, properties

FEW = 25
"""Rows of each table of a page that has several."""


def page(site: Site, about: Thing) -> dict[str, Any]:
    """What the template of a thing shows."""
    sections: list[Table] = []
    extra: dict[str, Any] = {}
    path = site.path(about.iri)
    for name, arguments, level in _QUESTIONS.get(about.kind, ()):
        given = dict.fromkeys(arguments, about.iri)
        answered = answer(
            site, name, given, id=name, level=level, most=FEW, about=about.label, title=site.t(f"section.{name}")
        )
        if answered.table.count:
            sections.append(answered.table)
    if about.kind in {"place", "zone"}:
        table, partners, ties = partnership(site, about)
        extra["wheel"] = wheel(partners) if len(partners) > 1 else None  # of one the table says it all
        extra["atlas"] = atlas(site, ties, about.iri)
        sections = [*([table] if table.count else []), *sections, *_inside(site, about)]
    elif about.kind in {"project", "industry", "organization"}:
        sections += _responsible(site, about)
    elif about.kind in {"agency-group", "group", "region"}:
        sections += _members(site, about)
    elif about.kind in WORDS:
        sections += vocabulary.sections(site, about.kind, about.iri, about.said)
    known = {"place": ("graph", "map"), "zone": ("graph",), **dict.fromkeys(WORDS, ())}
    drawn = known.get(about.kind, ("graph",) if sections else ())
    pictures = [(site.t(f"picture.{name}"), site.url(f"/pictures/{name}", about=path)) for name in drawn]
    said = properties(site, about)
    if about.kind in {"class", "property"}:
        said.append(
            Property(site.t("ontology.used"), [Cell(site.t("ontology.times", count=vocabulary.used(site, about.iri)))])
        )
    return {"about": about, "properties": said, "tables": sections, "pictures": pictures, **extra}


_QUESTIONS: Mapping[str, tuple[tuple[str, tuple[str, ...], str | None], ...]] = {
    "place": (
        ("projects-involving", ("place",), None),
        ("cooperation-of", ("side",), None),
        ("measures-involving", ("place",), None),
    ),
    "zone": (
        ("projects-involving", ("place",), None),
        ("cooperation-of", ("side",), None),
        ("facts-about", ("entity",), None),
    ),
    "region": (("cooperation-of", ("side",), None), ("measures-naming-region", ("region",), None)),
    "group": (("cooperation-of", ("side",), None), ("facts-about", ("entity",), None)),
    "agency": (
        ("measures-led-by", ("agency",), None),
        ("measures-supported-by", ("agency",), None),
        ("agencies-working-with", ("agency",), None),
    ),
    "agency-group": (
        ("measures-led-by", ("agency",), None),
        ("measures-supported-by", ("agency",), None),
        ("agencies-working-with", ("agency",), None),
    ),
    "project": (("facts-about", ("entity",), None),),
    "organization": (("cooperation-of", ("side",), None), ("mentions-of-partner", ("organization",), None)),
    "industry": (("measures-on-industry", ("industry",), None), ("projects-by-industry", ("industry",), None)),
    "policy": (("plans-citing", ("policy",), None),),
    "fact": (("evidence-of", ("fact",), None),),
}
"""The questions that the page of each kind answers, with the parameters that the thing is given for."""


def partnership(site: Site, about: Thing) -> tuple[Table, list[Partner], list[tuple[str, str, int]]]:
    """With whom a place is tied: as a table, for the picture, and for the map; those of the most ties first."""
    facts: defaultdict[str, dict[str, set[str]]] = defaultdict(lambda: {"out": set(), "in": set()})
    mechanisms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row in site.rows("partners", side=[written(about.iri)]):
        if row["fact"] not in facts[row["other"]][row["here"]]:
            facts[row["other"]][row["here"]].add(row["fact"])
            mechanisms[row["other"]][row["mechanism"]] += 1
    called = site.called(facts)
    order = sorted(facts, key=lambda iri: (-len(facts[iri]["out"] | facts[iri]["in"]), iri))
    rows, partners, ties = [], [], []
    for iri in order:
        named = called.get(iri) or Named(iri.rpartition("/")[2], "")
        ways = ", " if site.language == "en" else "、"
        said = ways.join(site.word("mechanism", one) for one, _ in mechanisms[iri].most_common())
        cells = {
            "partner": Cell(named.label, site.href(iri), named.english if site.language == "en" else ""),
            "out": Cell(str(len(facts[iri]["out"]))),
            "in": Cell(str(len(facts[iri]["in"]))),
            "mechanisms": Cell(said),
            "sentences": Cell(
                site.t("sentences"), site.between(site.path(about.iri), site.path(iri), site.path(about.iri))
            ),
        }
        rows.append(Row(cells))
        many = len(facts[iri]["out"] | facts[iri]["in"])
        ends = ((about.iri, iri, len(facts[iri]["out"])), (iri, about.iri, len(facts[iri]["in"])))
        ties += [one for one in ends if one[2]]
        label = named.english if site.language == "en" and named.english else named.label
        partners.append(Partner(shortened(label), site.href(iri), many, bool(facts[iri]["in"])))
    is_named_back = any(row.cells["in"].text != "0" for row in rows)
    keys = ("partner", "out", *(("in",) if is_named_back else ()), "mechanisms", "sentences")
    return _table(site, "partners", keys, rows, site.t("partners.note")), partners, ties


def _inside(site: Site, about: Thing) -> list[Table]:
    """What lies in a place: its parts, its agencies, its plans, a table for each."""
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in site.rows("inside", place=[written(about.iri)]):
        kind = KINDS[row["class"]]
        found[{"zone": "place", "agency-group": "agency"}.get(kind, kind)].append(_listed(site, row))
    return [_names(site, f"inside-{kind}", rows) for kind, rows in found.items()]


def _members(site: Site, about: Thing) -> list[Table]:
    rows = [_listed(site, row) for row in site.rows("members", group=[written(about.iri)])]
    return [_names(site, "members", rows)] if rows else []


def _listed(site: Site, row: Mapping[str, str]) -> Row:
    return Row(
        {
            "name": Cell(row["label"], site.href(row["entity"])),
            "english": Cell(row["english"]),
            "code": Cell(row["code"]),
        }
    )


def _names(site: Site, name: str, rows: Sequence[Row]) -> Table:
    """A table of names, without columns that are empty."""
    keys = [key for key in ("name", "english", "code") if any(row.cells[key].text for row in rows)]
    return _table(site, name, keys, rows)


def _table(site: Site, name: str, keys: Sequence[str], rows: Sequence[Row], note: str = "") -> Table:
    columns = [Column(key, site.t(f"column.{key}")) for key in keys]
    return arranged(site, Table(name, site.t(f"section.{name}"), columns, keys, rows, len(rows), note=note), FEW)


def _responsible(site: Site, about: Thing) -> list[Table]:
    rows = [
        Row(
            {
                "name": Cell(row["label"], site.href(row["agency"]), row["english"] if site.language == "en" else ""),
                "role": Cell(site.word("role", row["role"])),
                "passages": Cell(row["passages"]),
            }
        )
        for row in site.rows("responsible", entity=[written(about.iri)])
    ]
    return [_table(site, "responsible", ("name", "role", "passages"), rows)] if rows else []
