"""What the world knows, as statements: divisions, their names and parents, regions and groups of places.

A store holds all divisions down to counties; a township is stated by the shard of the document that
names it. Nothing here comes from a document.
"""

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import gazetteer as gazetteer_folder
from gazetteer.divisions import COUNTRY, Division, gazetteer
from gazetteer.regions import place_groups, regions
from gazetteer.zones import zone_names
from kg.identity import Names
from kg.nquads import Quads, iri, literal
from ontology.terms import DCTERMS, DK, RDF, RDFS, SKOS

_PINYIN = "zh-latn-pinyin"
_TYPE = iri(RDF.type)
_LABEL = iri(RDFS.label)
_ALT = iri(SKOS.altLabel)


def division_statements(division: Division, names: Names) -> Iterator[str]:
    """What the gazetteer says of one division."""
    place = iri(names.place(division.code))
    yield f"{place} {_TYPE} {iri(DK.AdministrativeDivision)}"
    yield f"{place} {_TYPE} {iri(DK.Place)}"
    yield f"{place} {iri(DK.code)} {literal(division.code)}"
    yield f"{place} {iri(DK.level)} {literal(division.level)}"
    yield f"{place} {_LABEL} {literal(division.name, 'zh')}"
    if division.english:
        yield f"{place} {_LABEL} {literal(division.english, 'en')}"
    if division.pinyin:
        yield f"{place} {_LABEL} {literal(division.pinyin, _PINYIN)}"
    if division.parent:
        yield f"{place} {iri(DK.partOf)} {iri(names.place(division.parent))}"
    for name in dict.fromkeys((division.short, *division.brief, *division.former)):
        if name and name != division.name:
            yield f"{place} {_ALT} {literal(name, 'zh')}"
    for name in division.former:
        yield f"{place} {iri(DK.formerName)} {literal(name, 'zh')}"


def zone_statements(zone: str, name: str, jurisdiction: str) -> Iterator[str]:
    """What a zone is called in Latin letters; nothing where it is not called after its division.

    Args:
        zone: the zone, as a term.
        name: as written.
        jurisdiction: code of the division that it lies in.
    """
    division = gazetteer().get(jurisdiction)
    if division and (names := zone_names(name, division)):
        yield f"{zone} {_LABEL} {literal(names.english, 'en')}"
        yield f"{zone} {_LABEL} {literal(names.pinyin, _PINYIN)}"


def _named(thing: str, kind: str, name: str, source: str) -> Iterator[str]:
    yield f"{thing} {_TYPE} {iri(kind)}"
    yield f"{thing} {_LABEL} {literal(name, 'zh')}"
    if source:
        yield f"{thing} {iri(DCTERMS.source)} {literal(source)}"


def lines(base: str) -> list[str]:
    """The N-Quads lines of the gazetteer's graph, and of the merge, sorted."""
    names = Names(base)
    quads = Quads()
    graph = quads.graph(names.graph("gazetteer"))
    for division in gazetteer().divisions():
        graph.update(division_statements(division, names))
    for region in regions().values():
        thing = iri(names.region(region.name))
        graph.update(_named(thing, DK.Region, region.name, region.source))
        if region.english:
            graph.add(f"{thing} {_LABEL} {literal(region.english, 'en')}")
        graph.update(f"{thing} {_ALT} {literal(alias, 'zh')}" for alias in region.aliases)
        graph.update(f"{iri(names.place(code))} {iri(DK.memberOf)} {thing}" for code in region.members)
    for group in place_groups().values():
        thing = iri(names.place_group(group.name))
        graph.update(_named(thing, DK.PlaceGroup, group.name, group.source))
        graph.update(f"{iri(names.place(code))} {iri(DK.memberOf)} {thing}" for code in group.members)
    return quads.lines()


@cache
def data_hash() -> str:
    """A hash of the gazetteer's data files; what was made from other data is made again."""
    folder = Path(gazetteer_folder.__file__ or "").parent
    digest = hashlib.sha256()
    for file in sorted([*folder.glob("*.csv"), *folder.glob("*.toml")]):
        digest.update(file.name.encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()


def containers(code: str) -> tuple[str, ...]:
    """The codes of the divisions that a place lies in, the nearest first, up to the province; none if unknown."""
    if gazetteer().get(code) is None:
        return ()
    return tuple(division.code for division in gazetteer().ancestors(code) if division.code != COUNTRY)
