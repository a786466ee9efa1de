"""A store can be written out, counted, and seen through rdflib."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from kg.build import build
from kg.export import FORMATS, dump
from kg.identity import Names
from kg.rdflib_view import graph
from kg.statistics import stats
from kg.store import Reader, Store
from ontology.terms import DK
from tests.kg.conftest import CODES
from tests.kg.made_up import MadeUpPipeline

RDF_FORMATS = {
    "nquads": RdfFormat.N_QUADS,
    "trig": RdfFormat.TRIG,
    "turtle": RdfFormat.TURTLE,
    "jsonld": RdfFormat.JSON_LD,
}


@pytest.fixture
def reader(tmp_path: Path, small_world: None, write_text: Callable[[str, str], Path]) -> Iterator[Reader]:  # noqa: ARG001 - for what it does
    """A store of two documents, open."""
    paths = [write_text("a.txt", "徐州和宿州。\n铜山。"), write_text("b.txt", "“阜阳”。\t\\")]
    build(tmp_path / "s", paths, pipeline=MadeUpPipeline())
    with Store(tmp_path / "s").open() as opened:
        yield opened


def dumped(reader: Reader, format_: str) -> bytes:
    """The store in a format."""
    out = io.BytesIO()
    dump(reader, format_, out)  # type: ignore[arg-type]  # one of the formats
    return out.getvalue()


@pytest.mark.parametrize("format_", FORMATS)
def test_a_dump_reads_back_as_the_store(reader: Reader, format_: str) -> None:
    """Every graph and the merge where the format has graphs, else the merge; lists of axioms apart."""
    merge_only = format_ in {"turtle", "jsonld"}
    read = {str(quad) for quad in parse(dumped(reader, format_), RDF_FORMATS[format_]) if "_:" not in str(quad)}
    held = {
        str(quad)
        for quad in reader.graph
        if "_:" not in str(quad) and not (merge_only and "graph/" in str(quad.graph_name))
    }
    assert held == read
    assert len(held) > 900


def test_nquads_are_sorted_lines_each_once(reader: Reader) -> None:
    """By code point."""
    lines = dumped(reader, "nquads").decode().split("\n")
    assert lines[:-1] == sorted(set(lines[:-1]))
    assert lines[-1] == ""


def test_an_unknown_format_is_refused_by_name(reader: Reader) -> None:
    """With those that there are."""
    with pytest.raises(ValueError, match="no export format 'rdfxml'; choose nquads, trig, turtle, jsonld"):
        dump(reader, "rdfxml", io.BytesIO())  # type: ignore[arg-type]  # that is the point


def test_a_store_is_counted(reader: Reader) -> None:
    """Plans with their units and facts, things by class, and the triples of the merge."""
    counted = stats(reader)
    assert [(plan.stem, plan.units, plan.facts) for plan in counted.plans] == [
        ("a", 2, {"PlaceMention": 3}),
        ("b", 1, {"PlaceMention": 1}),
    ]
    assert counted.things == {"AdministrativeDivision": len(CODES), "Evidence": 4}
    assert counted.triples == len([quad for quad in reader.graph if "graph/" not in str(quad.graph_name)])
    assert counted.generation == 1


def test_rdflib_sees_the_merge_or_one_graph(reader: Reader) -> None:
    """Nothing is copied."""
    from rdflib import RDF, URIRef  # noqa: PLC0415 - slow to import

    merge = graph(reader)
    assert stats(reader).triples == len(merge)
    assert len(set(merge.subjects(RDF.type, URIRef(DK.Plan)))) == 2
    one = graph(reader, Names().plan_graph("a"))
    assert {"a"} == {str(stem) for stem in one.objects(None, URIRef(DK.stem))}
