"""Answers in every format."""

import json
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode

from queries.ask import Asked, ask
from queries.catalogue import names, question
from queries.engine import Answer, Embedded, Rows, Triples, Truth
from queries.errors import FormatError, OutputError
from queries.formats import FORMATS, GRAPHS, format_of
from queries.listing import counted, described, listed
from queries.output import rendered
from queries.saving import save, saving
from queries.show import heading, show
from queries.tables import Layout
from queries.terms import short

GOLDEN = Path(__file__).parent / "golden"
SUFFIXES = {"table": "txt", "markdown": "md"}
ODD = Rows(
    ("iri", "text", "number", "none", "blank"),
    (
        (NamedNode("https://example.org/a"), Literal('a|b\n"c"\t<d>\\'), Literal(15), None, BlankNode("x")),
        (NamedNode("https://example.org/b#c"), Literal("=1,2"), Literal(2.5), None, BlankNode("y")),
    ),
)


def layout(asked: Asked, language: str = "en") -> Layout:
    """How a question lays out its answer."""
    heads = {name: titles[language] for name, titles in asked.question.columns.items()}
    return Layout(heads, asked.question.hidden, asked.question.below)


def text(answer: Answer, form: str, shown: Layout | None = None, columns: int = 80) -> str:
    """An answer as text."""
    return "".join(rendered(answer, form, shown, columns=columns))


@pytest.mark.parametrize("form", FORMATS)
def test_an_answer_in_each_format(form: str, engine: Embedded) -> None:
    """Each format shows an answer as its file in `golden/` does."""
    asked = ask(engine, "projects-involving", ["徐州"])
    golden = GOLDEN / f"projects-involving.{SUFFIXES.get(form, form)}"
    assert golden.read_text(encoding="utf-8") == text(asked.rows, form, layout(asked))


def test_rows_that_share_their_sentence_stand_together(engine: Embedded) -> None:
    """What stands beneath several rows is printed once, and the heads are in the language that is asked for."""
    asked = ask(engine, "agencies-of-measure", ["suzhou", "14"])
    golden = GOLDEN / "agencies-of-measure.zh.txt"
    assert golden.read_text(encoding="utf-8") == text(asked.rows, "table", layout(asked, "zh"), 60)


@pytest.mark.parametrize("columns", [20, 40, 60, 80, 200])
def test_a_table_stays_in_its_width(columns: int, engine: Embedded) -> None:
    """A table is narrowed until it fits, as far as its columns can be."""
    asked = ask(engine, "measures-led-by", ["市发展改革委"])
    lines = text(asked.rows, "table", Layout({}, ("fact", "sentence", "unit", "document"), ()), columns).splitlines()
    assert all(sum(2 if ord(character) > 0x2E80 else 1 for character in line) <= max(columns, 30) for line in lines)


def test_a_table_breaks_prose_before_identifiers() -> None:
    """Where a table is too wide the quoted text is wrapped; kinds, rules and file names stay whole."""
    cells = ("谯城区现代生态农业核心示范区", "ProjectMention", "projects.object", "qiaocheng.txt")
    rows = Rows(("Quoted", "Kind", "Rule", "File"), (tuple(map(Literal, cells)),))
    _, _, first, *_ = text(rows, "table", columns=60).splitlines()
    assert ["谯城区现代生", *cells[1:]] == first.split()


def test_identifiers_are_broken_where_there_is_no_room() -> None:
    """The widest first, so that short ones stay whole."""
    rows = Rows(("a", "b"), ((Literal("a" * 40), Literal("b" * 10)),))
    assert ["a" * 18, "a" * 18, "aaaa"] == [
        line.split()[0] for line in text(rows, "table", columns=30).splitlines()[2:]
    ]


@pytest.mark.parametrize("form", FORMATS)
def test_odd_values_survive(form: str) -> None:
    """Quotes, bars, breaks, numbers and what is unbound come through as the format writes them."""
    golden = GOLDEN / f"odd.{SUFFIXES.get(form, form)}"
    assert golden.read_text(encoding="utf-8") == text(ODD, form)


@pytest.mark.parametrize("form", FORMATS)
def test_no_rows_are_an_answer(form: str) -> None:
    """An answer without rows has its heads, or is an empty list."""
    expected = {"csv": "a,b\n", "tsv": "a\tb\n", "json": "[]\n", "jsonl": "", "table": "a  b\n─  ─\n"}
    assert expected.get(form, "| a | b |\n| --- | --- |\n") == text(Rows(("a", "b"), ()), form)


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("table", "true\n"),
        ("csv", "answer\ntrue\n"),
        ("json", "true\n"),
        ("markdown", "| answer |\n| --- |\n| true |\n"),
    ],
)
def test_a_truth_in_each_format(form: str, expected: str) -> None:
    """The answer to an ASK is a word, under a head where the format has one."""
    assert expected == text(Truth(true=True), form)


def test_a_graph_is_turtle_or_rows(engine: Embedded) -> None:
    """Triples print as Turtle with the prefixes they use, or as rows in the formats of data."""
    found = engine.ask("CONSTRUCT { ?s dk:stem 'suzhou' } WHERE { ?s dk:stem 'suzhou' }", {"dk": question_namespace()})
    assert isinstance(found, Triples)
    plan = "https://w3id.org/deltakg/id/plan/suzhou"
    assert f'@prefix dk: <{question_namespace()}> .\n<{plan}> dk:stem "suzhou" .\n' == text(found, "table")
    assert f"subject,predicate,object\n{plan},{question_namespace()}stem,suzhou\n" == text(found, "csv")


def question_namespace() -> str:
    """The namespace of the ontology, as a question declares it."""
    line = next(line for line in question("policies-cited").text.splitlines() if line.startswith("PREFIX dk:"))
    return line.partition("<")[2].rstrip(">")


@pytest.mark.parametrize(
    ("iri", "expected"),
    [
        ("https://w3id.org/deltakg/id/place/320300", "place/320300"),
        ("https://example.org/kg#id/place/320300", "place/320300"),
        ("https://w3id.org/deltakg/id/fact/156afc247e5f7a90", "156afc24"),
        ("https://w3id.org/deltakg/ontology#Plan", "Plan"),
        ("https://w3id.org/deltakg/vocabulary/stage/planned", "https://w3id.org/deltakg/vocabulary/stage/planned"),
    ],
)
def test_iris_are_short_in_tables(iri: str, expected: str) -> None:
    """What a table shows of an IRI is what can be typed for it."""
    assert expected == short(NamedNode(iri))


@pytest.mark.parametrize(
    ("path", "formats", "expected"),
    [
        ("a.csv", FORMATS, "csv"), ("a.MD", FORMATS, "markdown"), ("a.txt", FORMATS, "table"), ("a", FORMATS, "table"),
        ("a.ttl", GRAPHS, "turtle"), ("a.nq", GRAPHS, "nquads"), ("csv", GRAPHS, "nquads"), ("a.b/c", GRAPHS, "nquads"),
    ],
)  # fmt: skip
def test_a_file_name_chooses_the_format(path: str, formats: tuple[str, ...], expected: str) -> None:
    """Where no format is named the ending of the file's name chooses it."""
    assert expected == format_of(path, formats)


@pytest.mark.parametrize(("path", "formats"), [("a.xlsx", FORMATS), ("a.html", FORMATS), ("a.csv", GRAPHS)])
def test_a_file_is_not_named_after_what_it_does_not_hold(path: str, formats: tuple[str, ...]) -> None:
    """A name that asks for a format that there is elsewhere is refused, with those that there are here."""
    with pytest.raises(FormatError, match=", ".join(formats)) as error:
        format_of(path, formats)
    assert (path, formats, 2) == (error.value.path, error.value.formats, error.value.exit_status)


def test_csv_files_begin_with_a_mark(tmp_path: Path) -> None:
    """Excel knows UTF-8 by the mark; other formats have none."""
    save(str(tmp_path / "a.csv"), ["徐州\n"], form="csv")
    save(str(tmp_path / "a.tsv"), ["徐州\n"], form="tsv")
    assert "\ufeff徐州\n".encode() == (tmp_path / "a.csv").read_bytes()
    assert "徐州\n".encode() == (tmp_path / "a.tsv").read_bytes()


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    """Where writing fails what was there stays, and nothing else is left behind."""
    file = tmp_path / "a.txt"
    file.write_text("old", encoding="utf-8")

    def pieces() -> Iterator[str]:
        yield "new"
        raise OSError(28, "No space left on device")

    with pytest.raises(OutputError, match="No space left on device"):
        save(str(file), pieces())
    assert "old" == file.read_text(encoding="utf-8")
    assert [file] == list(tmp_path.iterdir())


@pytest.mark.parametrize("path", ["missing/a.txt", "."])
def test_a_file_that_cannot_be_written_is_named(path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error says which file and why."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(OutputError) as caught:
        save(path, ["new"])
    assert str(caught.value).startswith(f"{path}: cannot be written (")


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """Writing through a link changes the file that it leads to."""
    (tmp_path / "link").symlink_to(tmp_path / "file")
    save(str(tmp_path / "link"), ["new"])
    assert (tmp_path / "link").is_symlink()
    assert "new" == (tmp_path / "file").read_text(encoding="utf-8")


def test_a_device_is_written_to_and_stays() -> None:
    """A device is no file that could be replaced."""
    save(os.devnull, ["new"])
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)
    with pytest.raises(OutputError, match="No space left"), saving("/dev/full") as file:
        file.write(b"new")


def test_the_catalogue_is_listed() -> None:
    """The list has a row for each question, in the language that is asked for."""
    rows = listed(map(question, names()), "zh").rows
    assert len(names()) == len(rows)
    assert ["地方", "projects-involving PLACE [PLAN]", "涉及某地的项目", "deltakg query projects-involving 徐州"] == [
        short(term) for row in rows for term in row if "projects-involving" in short(row[1])
    ]


def test_a_question_is_described_with_its_sparql() -> None:
    """What is shown of a question ends in SPARQL that can be asked as it stands."""
    shown = described(question("projects-involving"))
    assert "Example: deltakg query projects-involving 徐州" in shown
    assert question("projects-involving").sparql() in shown
    assert "#+" not in shown


@pytest.mark.parametrize(
    ("given", "label", "name"),
    [
        (["suzhou"], "宿州市推进长三角一体化发展三年行动计划（2021-2023年）", "measures-of-plan"),
        (["suzhou", "15"], "15", "facts-of-measure"),
        (["suzhou/15"], "15", "facts-of-measure"),
        (["徐州"], "徐州市", "facts-about"),
        (["place/320300"], "徐州市", "facts-about"),
        (["https://w3id.org/deltakg/id/region/长三角"], "长三角", "facts-about"),
        (["市科技局"], "宿州市科学技术局", "facts-about"),
        (["156afc24"], "156afc247e5f7a90", "evidence-of"),
        (["fact/156afc247e5f7a90"], "156afc247e5f7a90", "evidence-of"),
    ],
)
def test_anything_can_be_shown(given: list[str], label: str, name: str, engine: Embedded) -> None:
    """A plan shows its measures, a measure its facts, a fact its evidence, anything else the facts about it."""
    shown = show(engine, given)
    assert (label, name) == (shown.reading.taken.label, shown.listed.question.name)
    assert shown.listed.rows.rows


def test_what_is_shown_has_a_heading(engine: Embedded) -> None:
    """Above the rows stands what is said of the thing itself, in the width that there is."""
    lines = "".join(heading(show(engine, ["place/320300"]), 40))
    assert lines.startswith("徐州市\n  path      place/320300\n")
    assert "  partOf    江苏省\n" in lines


def test_counts_are_rows(plans: Embedded) -> None:
    """The counts of a store name the plan, or nothing for the whole store."""
    from kg.statistics import stats  # noqa: PLC0415 - beside its only use

    rows = [json.loads(line) for line in text(counted(stats(plans.reader)), "jsonl").splitlines()]
    assert {"plan": "suzhou", "what": "units", "count": 87} in rows
    assert {"plan": "qiaocheng", "what": "units", "count": 150} in rows
