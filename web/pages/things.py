"""Things of the graph: what an address is about, what it is called, and what is said of it, in words."""

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from ontology.terms import BASE, DCTERMS, DK, PREFIXES, PROV, RDF, RDFS, SKOS
from queries.terms import iri as written
from web.pages.errors import UnknownThingError
from web.pages.site import Site, iri_of
from web.pages.tables import Cell

KINDS = {
    DK.AdministrativeDivision: "place",
    DK.Zone: "zone",
    DK.Region: "region",
    DK.PlaceGroup: "group",
    DK.Agency: "agency",
    DK.AgencyGroup: "agency-group",
    DK.Project: "project",
    DK.Organization: "organization",
    DK.Industry: "industry",
    DK.Policy: "policy",
    DK.Plan: "plan",
    DK.Section: "section",
    DK.Measure: "unit",
    DK.BoxItem: "unit",
    DK.Passage: "unit",
    DK.Fact: "fact",
    DK.Evidence: "evidence",
    DK.Document: "document",
    DK.Extraction: "extraction",
    SKOS.Concept: "concept",
    SKOS.ConceptScheme: "scheme",
    f"{PREFIXES['owl']}Class": "class",
    **dict.fromkeys((f"{PREFIXES['owl']}{kind}Property" for kind in ("Object", "Datatype", "Annotation")), "property"),
}
"""Classes with the kind of page that their things have; of several the first."""

_HASH = 64
"""Digits of a SHA-256."""
_UNSAID = frozenset(
    {RDF.type, RDFS.label, SKOS.prefLabel, SKOS.altLabel, DK.leads, DK.supports, DK.tiedWith, DK.namesAsPartner}
    | {DK.text, DK.sentence, DK.start, DK.end, DK.order, SKOS.inScheme, SKOS.topConceptOf}
    | {DK.involvesNamed, DK.involvesWithin, DK.involvesKnown, DK.involvesAsGroup, DK.mentionsPlace}
    | {DCTERMS.title, PROV.wasGeneratedBy, DK.stem, DK.locator, DK.citation, DK.unitId, DK.asWritten}
    | {DK.mentionsPartner, DK.mentionsProject, DK.mentionsRegion, DK.mentionsIndustry, DK.involves}
)
"""Properties that a page says elsewhere, or that are for programs."""

_FIRST = (
    SKOS.definition,
    DK.number,
    DK.issuer,
    DK.jurisdiction,
    DCTERMS.dateAccepted,
    DK.periodStart,
    DK.periodEnd,
    DK.code,
    DK.level,
)
"""Properties that stand first, in this order."""

WORDS = ("concept", "scheme", "class", "property")
"""Kinds of things that are words, and no part of the world."""


class Property(NamedTuple):
    """A line about a thing: what is said, the values, and the address of what is said."""

    name: str
    values: list[Cell]
    href: str = ""


class Thing(NamedTuple):
    """What a page is about.

    Attributes:
        iri: its IRI.
        kind: a value of `KINDS`.
        label: its official name.
        english: its English name, "" where it has none.
        others: its other names.
        said: values by property: text, language, label, English label.
    """

    iri: str
    kind: str
    label: str
    english: str
    others: list[str]
    said: Mapping[str, list[dict[str, str]]]

    def one(self, name: str) -> str:
        """The first value of a property, "" where it has none."""
        return self.said[name][0]["value"] if name in self.said else ""


def thing(site: Site, path: str) -> Thing:
    """What an address is about.

    Args:
        site: the page's.
        path: of its page, without the slash in front.

    Raises:
        UnknownThingError: where the graph has no such thing.
    """
    iri = iri_of(site.engine.base, path)
    said: defaultdict[str, list[dict[str, str]]] = defaultdict(list)
    try:
        term = written(iri)
    except ValueError:
        raise UnknownThingError(path) from None
    for row in site.rows("described", entity=[term]):
        if row["value"] not in {one["value"] for one in said[row["property"]]} or row["property"] == RDFS.label:
            said[row["property"]].append(row)
    if not said:
        raise UnknownThingError(path)
    classes = {row["value"] for row in said.get(RDF.type, ())}
    kind = next((kind for name, kind in KINDS.items() if name in classes), "other")
    labels = [*said.get(RDFS.label, ()), *said.get(SKOS.prefLabel, ())]
    by_language = {row["language"]: row["value"] for row in reversed(labels)}
    label = by_language.get("zh") or next(iter(by_language.values()), path.rpartition("/")[2])
    english = by_language.get("en", "")
    if kind == "fact" and DK.asWritten in said:
        label = said[DK.asWritten][0]["value"]
    others = [row["value"] for row in said.get(SKOS.altLabel, ()) if row["value"] not in {label, english}]
    if kind in WORDS and site.language == "en" and english:  # a word is as good in English
        label, english, others = english, "", [label, *others]
    return Thing(iri, kind, label, english, others, dict(said))


def properties(site: Site, about: Thing) -> list[Property]:
    """The lines about a thing itself, in words."""
    found = []
    rank = {name: number for number, name in enumerate(_FIRST)}
    told = {"project": {DK.involvesNamed}, "concept": {SKOS.inScheme}}.get(about.kind, set())
    for name, rows in sorted(about.said.items(), key=lambda one: (rank.get(one[0], len(rank)), one[0])):
        if name in _UNSAID - told:
            continue
        values = []
        own = [row for row in rows if row["language"] == site.language]
        for row in own or rows:  # what is said in several languages is told in that of the page
            text = row["label"] or _short(site, row["value"])
            if name == DK.level and about.kind == "place":
                text = site.t(f"rank.{text}")
            note = row["english"] if site.language == "en" and row["label"] else ""
            concept = row["value"].startswith(f"{BASE}vocabulary/")
            if concept and note:
                text, note = note, ""
            href = site.href(row["value"])
            values.append(Cell(text, href, note))
        found.append(Property(site.property(name), values, site.href(name)))
    return found


def _short(site: Site, value: str) -> str:
    """The path of something that has no name, and the first digits of a long hash."""
    text = site.path(value)
    head, slash, name = text.rpartition("/")
    return f"{head}{slash}{name[:12]}…" if len(name) == _HASH and name.isalnum() else text
