"""RDF that others made comes in, stays, and goes out again."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import CanonicalizationAlgorithm, Dataset, RdfFormat, parse

from kg.build import Outcome, add, build, remove
from kg.build import import_file as import_into
from kg.errors import AsItIsError, RdfFileError, SameStemError, UnknownStemError
from kg.export import dump
from kg.identity import Names
from kg.rdf_files import FORMATS, read
from kg.statistics import stats
from kg.store import Store
from tests.kg.made_up import MadeUpPipeline

pytestmark = pytest.mark.usefixtures("small_world")
Write = Callable[[str, str], Path]

TRIG = """PREFIX : <http://e/>
:a :b _:x , [ :c "丁"@zh ] .
:g { _:x :b :a . :a :b _:x }
GRAPH _:g { :d :e :f }
"""
AS_NODES = "https://w3id.org/deltakg/id/genid/roads/"
GRAPH = "https://w3id.org/deltakg/graph/import/roads"
ONE = {
    "nt": "<http://e/a> <http://e/b> 'no' .".replace("'", '"'),
    "nq": '<http://e/a> <http://e/b> "no" <http://e/g> .',
    "ttl": '@prefix e: <http://e/> . e:a e:b "no" .',
    "trig": '@prefix e: <http://e/> . e:g { e:a e:b "no" }',
    "rdf": '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><r:Description r:about="http://e/a">'
    '<b xmlns="http://e/">no</b></r:Description></r:RDF>',
    "jsonld": '{"@id": "http://e/a", "http://e/b": "no"}',
}
BOMB = "".join(f'<!ENTITY {a} "{f"&{b};" * 10}">' for a, b in zip("bcdefghi", "abcdefgh", strict=True))
BOMB = f'<!ENTITY a "{"a" * 99}">' + BOMB


def import_file(*arguments: Any, **options: Any) -> Outcome:  # noqa: ANN401 - those of the function
    """Import beside documents of made-up plans."""
    return import_into(*arguments, pipeline=MadeUpPipeline(), **options)


def lines(store: Path) -> bytes:
    """The sorted N-Quads of a store."""
    out = io.BytesIO()
    with Store(store).open() as reader:
        dump(reader, "nquads", out)
    return out.getvalue()


def of(text: bytes, mark: str) -> set[str]:
    """The lines that hold a mark."""
    return {line for line in text.decode().splitlines() if mark in line}


def canonical(quads: object) -> set[str]:
    """Quads with blank nodes named by what they are."""
    dataset = Dataset(quads)  # type: ignore[arg-type]  # quads
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return {str(quad) for quad in dataset}


@pytest.mark.parametrize("suffix", ONE)
def test_every_format_comes_in(suffix: str, tmp_path: Path, write_text: Write) -> None:
    """In its own graph, or in that which the file names, and in the merge; `remove` takes it out again."""
    store = tmp_path / "s"
    build(store, [write_text("a.txt", "徐州。")], pipeline=MadeUpPipeline())
    before = lines(store)
    outcome = import_file(store, write_text(f"roads.{suffix}", ONE[suffix]))
    assert ["a"] == [document.stem for document in outcome.documents]
    assert [("roads", f"roads.{suffix}", 1)] == [(one.stem, one.file, one.quads) for one in outcome.imports]
    graph = "http://e/g" if suffix in {"nq", "trig"} else GRAPH
    statement = '<http://e/a> <http://e/b> "no"'
    assert {f"{statement} .", f"{statement} <{graph}> ."} == of(lines(store), "http://e/")
    remove(store, ["roads"], pipeline=MadeUpPipeline())
    assert before == lines(store)


def test_graphs_keep_their_names_and_blank_nodes_get_some(tmp_path: Path, write_text: Write) -> None:
    """What a named graph holds stands there and in the merge; the rest of the default graph gets a graph of its own."""
    import_file(tmp_path / "s", write_text("roads.trig", TRIG))
    a, b, c = ("<http://e/" + name + ">" for name in "abc")
    x, other, g = (f"<{AS_NODES}{number}>" for number in (1, 2, 3))
    d = "<http://e/d> <http://e/e> <http://e/f>"
    expected = {
        f"{a} {b} {x}": "<http://e/g>",
        f"{x} {b} {a}": "<http://e/g>",
        f"{a} {b} {other}": f"<{GRAPH}>",
        f'{other} {c} "丁"@zh': f"<{GRAPH}>",
        d: g,
    }
    found = of(lines(tmp_path / "s"), "//e/")
    assert {f"{triple} ." for triple in expected} | {
        f"{triple} {graph} ." for triple, graph in expected.items()
    } == found
    assert [] == [line for line in found if "_:" in line]


def test_a_dataset_is_kept_exactly(tmp_path: Path, write_text: Write) -> None:
    """With `as_is` the store holds the file's dataset and nothing else: default graph, names, blank nodes."""
    file = write_text("roads.trig", TRIG)
    store = tmp_path / "s"
    import_file(store, file, as_is=True)
    held = lines(store)
    assert canonical(parse(path=file)) == canonical(parse(held, RdfFormat.N_QUADS))
    other = write_text("more.ttl", "<http://e/x> <http://e/y> _:x .")
    import_file(store, other, as_is=True)
    both = [*parse(held, RdfFormat.N_QUADS), *parse(b"<http://e/x> <http://e/y> _:other .", RdfFormat.TURTLE)]
    assert canonical(both) == canonical(parse(lines(store), RdfFormat.N_QUADS))
    remove(store, ["more"])
    assert held == lines(store)


def test_a_dataset_that_is_kept_exactly_stands_alone(tmp_path: Path, write_text: Write) -> None:
    """Nothing is added to it, and it is added to nothing; `build` makes the store anew."""
    file, text, store = write_text("roads.trig", TRIG), write_text("a.txt", "徐州。"), tmp_path / "s"
    import_file(store, file, as_is=True)
    held = lines(store)
    with pytest.raises(AsItIsError, match="shares its store with nothing else"):
        add(store, [text], pipeline=MadeUpPipeline())
    with pytest.raises(AsItIsError):
        import_file(store, file, name="b")
    assert held == lines(store)
    outcome = build(store, [text], pipeline=MadeUpPipeline())
    assert ("roads: no longer imported; import roads.trig again to have it",) == outcome.notices
    with pytest.raises(AsItIsError):
        import_file(store, file, as_is=True)
    assert () == Store(store).open().imports()


def test_a_dump_comes_in_as_what_it_was(tmp_path: Path, write_text: Write) -> None:
    """The N-Quads of a store, imported into another, add what they hold, graph by graph, and nothing else."""
    build(tmp_path / "s", [write_text("a.txt", "徐州。")], pipeline=MadeUpPipeline())
    before = lines(tmp_path / "s")
    file = tmp_path / "dump.nq"
    file.write_bytes(b"\n".join(line for line in before.split(b"\n") if b"_:" not in line))  # but axioms
    build(tmp_path / "t", [write_text("b.txt", "徐州。")], pipeline=MadeUpPipeline())
    alone = set(lines(tmp_path / "t").splitlines())
    import_file(tmp_path / "t", file)
    assert set(before.splitlines()) | alone == set(lines(tmp_path / "t").splitlines())
    assert not of(lines(tmp_path / "t"), "graph/import/")


def test_imports_stay_when_documents_change(tmp_path: Path, write_text: Write) -> None:
    """`add` and `remove` keep them, whatever the order; another import of the name replaces, and says so."""
    a, b = write_text("a.txt", "徐州。"), write_text("b.txt", "宿州。")
    roads = write_text("roads.ttl", ONE["ttl"])
    one, other = tmp_path / "s", tmp_path / "t"
    build(one, [a], pipeline=MadeUpPipeline())
    import_file(one, roads)
    add(one, [b], pipeline=MadeUpPipeline())
    build(other, [a, b, write_text("c.txt", "阜阳。")], pipeline=MadeUpPipeline())
    import_file(other, roads)
    remove(other, ["c"], pipeline=MadeUpPipeline())
    assert lines(one) == lines(other)
    roads.write_text("", encoding="utf-8")
    assert ("roads: replaced",) == import_file(one, roads).notices
    assert not of(lines(one), "//e/")
    with Store(one).open() as reader:
        assert [("roads", 0)] == [(held.stem, held.quads) for held in stats(reader).imports]
        assert reader.imports() == stats(reader).imports


def test_a_name_is_used_once(tmp_path: Path, write_text: Write) -> None:
    """A document and an import cannot be called the same; another name can be given."""
    store = tmp_path / "s"
    file = write_text("a.ttl", ONE["ttl"])
    build(store, [write_text("a.txt", "徐州。")], pipeline=MadeUpPipeline())
    with pytest.raises(SameStemError, match=r"a\.ttl and a\.txt would both be stored as 'a'"):
        import_file(store, file)
    import_file(store, file, name="b")
    with pytest.raises(SameStemError, match=r"b\.txt and the import of a\.ttl"):
        add(store, [write_text("b.txt", "徐州。")], pipeline=MadeUpPipeline())
    with pytest.raises(UnknownStemError, match="it holds a, b"):
        remove(store, ["x"])


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.ttl", "<http://e/a> <http://e/b>\n <http://e/c d> .", ":2: Invalid IRI code point"),
        ("a.nq", '<http://e/a> <http://e/b> "x" .\nnothing', ":2: "),
        ("a.jsonld", '{"@id": "http://e/a",\n}', ":2: "),
        ("a.jsonld", '{"@context": "https://schema.org/", "name": "x"}', ": names a context of another place"),
        ("a.jsonld", '{"@context": {"@import": "https://schema.org/"}}', ": names a context of another place"),
        (
            "a.rdf",
            "<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><r:Description>",
            ":1: no element found",
        ),
        ("a.rdf", '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r>&x;</r>', ": "),
        ("a.rdf", "<!DOCTYPE r [" + BOMB + "]><r>&i;</r>", ":1: limit on input amplification factor"),
        ("a.csv", "a,b", ": its name ends in none of .nt, .nq, .ttl, .trig, .rdf, .xml, .owl, .jsonld, .json,"),
        ("missing.ttl", "", ": cannot be read (No such file or directory)"),
    ],
)
def test_what_cannot_be_read_is_one_line(name: str, text: str, said: str, tmp_path: Path, write_text: Write) -> None:
    """The file, the line and what is wrong; no store comes to be."""
    file = write_text(name, text) if text else tmp_path / name
    with pytest.raises(RdfFileError) as caught:
        import_file(tmp_path / "s", file)
    assert str(caught.value).startswith(f"{file}{said}")
    assert "\n" not in str(caught.value)
    assert not (tmp_path / "s").exists()


def test_a_file_that_cannot_be_read_leaves_a_store_as_it_was(tmp_path: Path, write_text: Write) -> None:
    """Also where an import of that name is there."""
    import_file(tmp_path / "s", write_text("a.ttl", ONE["ttl"]), as_is=True)
    held = {path: path.read_bytes() for path in (tmp_path / "s").rglob("*") if path.is_file()}
    with pytest.raises(RdfFileError):
        import_file(tmp_path / "s", write_text("a.ttl", "?"), as_is=True)
    assert held == {path: path.read_bytes() for path in (tmp_path / "s").rglob("*") if path.is_file()}


def test_relative_names_are_read_against_something_that_lasts(write_text: Write) -> None:
    """Against the graph of the import, never a folder of this machine; or against what is given."""
    file = write_text("roads.ttl", "\ufeff<#a> <http://e/b> <c> .")
    assert f"<{GRAPH}#a> <http://e/b> <{GRAPH.removesuffix('roads')}c> ." in read(file, Names()).content.decode()
    content = read(file, Names(), relative_to="http://o/x").content.decode()
    assert "<http://o/x#a> <http://e/b> <http://o/c> ." in content


def test_names_of_imports_are_checked(write_text: Write) -> None:
    """A name cannot lead anywhere, nor can a line of it be mistaken for another."""
    for name in ("a/b", "a\nb"):
        with pytest.raises(RdfFileError, match="--name"):
            read(write_text("a.ttl", ""), Names(), stem=name)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(text=st.text(max_size=60), suffix=st.sampled_from(sorted(FORMATS)))
def test_any_file_is_read_or_explained(text: str, suffix: str, tmp_path: Path) -> None:
    """Whatever a file holds, it gives statements or one clear error."""
    file = tmp_path / f"x{suffix}"
    file.write_text(text, encoding="utf-8")
    try:
        assert read(file, Names()).quads >= 0
    except RdfFileError as error:
        said = str(error)
        assert said.startswith(f"{file}:")
