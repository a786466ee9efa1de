"""The SPARQL page: answers as chart, network and text, mistakes in words, and the editor where it was bundled."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from queries.engine import Embedded, Rows
from queries.terms import prefixes, value
from web.engine import Context, Direct, Limits, Names
from web.pages import jobs, statics
from web.pages.chart import MOST as BARS
from web.pages.network import MOST as NODES

BY_CLASS = """SELECT ?c (COUNT(?f) AS ?n) (COUNT(DISTINCT ?u) AS ?units) {
  ?f a ?c ; dk:inUnit ?u FILTER(?c IN (dk:Target, dk:Citation)) } GROUP BY ?c ORDER BY ?n"""
TIES = "SELECT ?a ?b { ?t a dk:CooperationTie ; dk:party ?a ; dk:partner ?b }"
XUZHOU = "<https://w3id.org/deltakg/id/place/320300>"
Show = Callable[..., str]


@pytest.fixture
def show(plans: Embedded) -> Show:
    """The page for a question, in a view and a language."""
    reader = plans.reader
    context = Context(Direct(reader), Limits(100_000, 1 << 25), Names(reader))

    def shown(query: str, language: str = "en", status: int = 200, **asked: str) -> str:
        given = {"path": "/sparql/page", "query": {"query": query, **asked}, "language": language}
        reply = jobs.page(context, "sparql", "", given)
        assert status == reply.status
        return reply.body.decode()

    return shown


def data_of(page: str) -> dict[str, list[dict[str, object]]]:
    """What the script of a network reads."""
    found = re.search(r'<script type="application/json" id="network-data">(.*?)</script>', page)
    assert found
    made: dict[str, list[dict[str, object]]] = json.loads(found[1])
    return made


def test_a_chart_has_a_bar_for_each_row(show: Show) -> None:
    """Bars are as long as their numbers, named as the graph calls things, and another column can be drawn instead."""
    page = show(BY_CLASS, view="chart")
    assert ["citation", "target"] == [name.lower() for name in re.findall(r'<text y="\d+">([^<]*)</text>', page)]
    amounts = [float(one) for one in re.findall(r'class="amount"[^>]*>([\d.]+)<', page)]
    lengths = [float(one) for one in re.findall(r'<rect x="[\d.]+%" y="\d+" width="([\d.]+)%" height="14"', page)]
    assert pytest.approx(amounts[0] / amounts[1], rel=0.01) == lengths[0] / lengths[1]
    assert "n by c" in page
    assert re.search(r'<a href="[^"]*value=units[^"]*">units</a>', page)
    assert "units by c" in show(BY_CLASS, view="chart", value="units")
    assert "按 c 列出的 n" in show(BY_CLASS, "zh", view="chart")


def test_numbers_on_both_sides_of_nothing_share_a_line(show: Show) -> None:
    """Bars of numbers below 0 end where those above begin; what is no number has no bar, and is counted."""
    page = show("SELECT * { VALUES (?x ?n) { ('a' -5) ('b' 5.5) ('c' UNDEF) } }", view="chart")
    (left, width), (right, _) = (
        (float(x), float(w)) for x, w in re.findall(r'<rect x="([\d.]+)%" y="\d+" width="([\d.]+)%" height="14"', page)
    )
    assert 0 == left
    assert pytest.approx(right, abs=0.1) == left + width
    assert "1 further rows are not drawn" in page


def test_a_chart_is_named_by_words_rather_than_iris(show: Show) -> None:
    """Where a row has a text and a thing, the text names the bar and the thing is its link."""
    page = show(f"SELECT ?place ?name (7 AS ?n) {{ VALUES ?place {{ {XUZHOU} }} ?place dk:code ?name }}", view="chart")
    assert re.search(r'<a href="/id/place/320300"><text y="14">320300</text></a>', page)


def test_a_chart_is_bounded(show: Show) -> None:
    """No more bars are drawn than one can read, and it says how many are not."""
    page = show("SELECT ?name (1 AS ?n) { ?s rdfs:label ?name } LIMIT 100", view="chart")
    assert BARS == page.count('class="amount"')
    assert f"{100 - BARS} further rows are not drawn" in page


@pytest.mark.parametrize(
    ("query", "view", "words"),
    [
        ("SELECT ?a ?b { VALUES (?a ?b) { ('1' '2') } }", "chart", "no column holds numbers alone"),
        ("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", "chart", "and none of names"),
        ("SELECT * { ?s dk:nothing ?o }", "chart", "There is nothing to chart"),
        ("ASK {}", "chart", "There is nothing to chart"),
        ("SELECT ?name { ?s rdfs:label ?name } LIMIT 3", "graph", "two columns of things"),
        ("SELECT * { ?s dk:nothing ?o }", "graph", "There is nothing to draw"),
        ("ASK {}", "graph", "There is nothing to draw"),
        ("SELECT ?n { VALUES ?n { 'x'^^xsd:integer } }", "chart", "no column holds numbers alone"),
    ],
)
def test_what_cannot_be_drawn_says_why(show: Show, query: str, view: str, words: str) -> None:
    """Where an answer makes no picture, a sentence says what it lacks, and the other views are a click away."""
    page = show(query, view=view)
    assert words in page
    assert "<figure" not in page
    assert re.search(r'<nav class="views".*href="/sparql/page\?query=[^"]*#answer">Table</a>', page)


@pytest.mark.parametrize(
    ("query", "edge"),
    [
        (f"DESCRIBE {XUZHOU}", ("徐州市", "江苏省")),
        (f"CONSTRUCT {{ {XUZHOU} dk:x ?o }} {{ {XUZHOU} dk:partOf ?o }}", ("徐州市", "江苏省")),
        (f"SELECT ?p ?s ?o {{ VALUES ?s {{ {XUZHOU} }} ?s ?p ?o }}", ("徐州市", "江苏省")),
        (
            f"SELECT ?one ?n ?other {{ VALUES ?one {{ {XUZHOU} }} ?one dk:code ?n ; dk:partOf ?other }}",
            ("徐州市", "江苏省"),
        ),
    ],
)
def test_triples_and_pairs_make_a_network(show: Show, query: str, edge: tuple[str, str]) -> None:
    """CONSTRUCT, DESCRIBE, SELECT of triples or of two things are drawn, and listed for who reads no picture."""
    page = show(query, "zh", view="graph")
    found = data_of(page)
    names = {node["id"]: node["name"] for node in found["nodes"]}
    assert edge in {(names[one["from"]], names[one["to"]]) for one in found["edges"]}
    (place,) = [node for node in found["nodes"] if node["name"] == "徐州市"]
    assert ("place", "/id/place/320300") == (place["kind"], place["href"])
    assert re.search(r'<td[^>]*><a href="/id/place/320300">徐州市</a>', page)
    for script in ("vis-network.js", "picture.js", "network.js"):
        assert f'src="/static/{script}?v=' in page


def test_what_joins_two_things_is_one_line(show: Show) -> None:
    """Several relations between two things are a line with their names, and a row of the list each."""
    pairs = f"VALUES (?s ?p ?o) {{ ({XUZHOU} dk:a {XUZHOU}) ({XUZHOU} dk:b {XUZHOU}) }}"
    page = show(f"SELECT * {{ {pairs} }}", view="graph")
    assert [{"from": 0, "to": 0, "label": "a\nb"}] == data_of(page)["edges"]
    assert 2 == page.partition('id="edges"')[2].count("<tr>") - 1


def test_a_network_is_bounded(show: Show) -> None:
    """No more nodes are drawn than can be told apart, with a notice; every edge has both of its ends."""
    page = show("CONSTRUCT WHERE { ?s dk:partOf ?o }", view="graph")
    found = data_of(page)
    assert NODES - 1 <= len(found["nodes"]) <= NODES
    ids = {node["id"] for node in found["nodes"]}
    assert all({one["from"], one["to"]} <= ids for one in found["edges"])
    assert re.search(r"The first \d+ nodes are drawn; \d+ further edges are not", page)
    assert "The first 2000 rows are looked at" in page


@pytest.mark.parametrize(
    ("query", "words"),
    [
        (TIES, "&#34;vars&#34;"),
        (f"DESCRIBE {XUZHOU}", "dk:AdministrativeDivision"),
        ("ASK {}", "&#34;boolean&#34;:true"),
    ],
)
def test_an_answer_is_shown_as_it_is(show: Show, query: str, words: str) -> None:
    """The raw view holds what the endpoint answers: JSON, or Turtle of a graph."""
    page = show(query, view="raw")
    assert words in page.partition('<pre class="raw"')[2].partition("</pre>")[0].replace(": ", ":")


def test_an_unknown_view_is_the_table(show: Show) -> None:
    """The table is what is shown where nothing else is asked for; the form keeps the view that is."""
    assert '<section class="table" id="results">' in show(TIES, view="pie")
    assert '<input type="hidden" name="view" value="chart">' in show(TIES, view="chart")


@pytest.mark.parametrize(
    ("language", "words"), [("zh", "第 1 行第 10 列的“{”没有闭合"), ("en", "is not closed; write “}”")]
)
def test_a_mistake_is_said_in_words(show: Show, language: str, words: str) -> None:
    """The page says line, column and what was expected, marks it, and tells the editor."""
    page = show("SELECT * {\n  ?s ?p ?o\n", language, status=400)
    assert words in page
    assert 'data-line="2" data-column="11" data-length="0"' in page
    assert re.search(r'class="bad" aria-current="true"><code>  \?s \?p \?o<mark> </mark></code>', page)
    assert 'aria-describedby="failure"' in page


def test_what_is_refused_says_why_and_where(show: Show) -> None:
    """SERVICE is refused with its own words, at its place."""
    page = show("SELECT * {\n SERVICE <http://example.org/> {} }", status=400)
    assert '<p id="failure">SERVICE would ask another server' in page
    assert "line 2, column 2" in page


# ---------------------------------------------------------------- the editor


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of what pages load, without a bundle."""
    for file in statics.FOLDER.iterdir():
        if not file.name.startswith("editor."):
            (tmp_path / file.name).write_bytes(file.read_bytes())
    monkeypatch.setattr(statics, "FOLDER", tmp_path)
    statics.address.cache_clear()
    yield tmp_path
    statics.address.cache_clear()


def test_without_the_bundle_the_field_is_plain(show: Show, folder: Path) -> None:
    """Nothing is loaded that is not there; the field and its form are as ever."""
    assert folder.is_dir()
    page = show(TIES)
    assert "editor.js" not in page
    assert '<textarea id="query" name="query"' in page
    assert None is statics.held("editor.js")


def test_with_the_bundle_the_page_loads_it(show: Show, folder: Path) -> None:
    """The bundle has an address that changes with it, and stands beside the field that it takes the place of."""
    (folder / "editor.js").write_text("one", encoding="utf-8")
    first = re.findall(r'src="(/static/editor.js\?v=\w+)"', show(TIES))
    statics.address.cache_clear()
    (folder / "editor.js").write_text("other", encoding="utf-8")
    second = re.findall(r'src="(/static/editor.js\?v=\w+)"', show(TIES))
    assert 1 == len(first) == len(second)
    assert first != second
    assert b"other" == statics.held("editor.js")
    assert '<textarea id="query" name="query"' in show(TIES)


def test_terms_are_told_with_their_kind(plans: Embedded) -> None:
    """What completes a question: prefixes, classes and properties with their Chinese and English names, concepts."""
    reader = plans.reader
    context = Context(Direct(reader), Limits(1000, 1 << 20), Names(reader))
    reply = jobs.terms(context, {"path": "/sparql/terms", "query": {}, "language": "zh"})
    found = {one["text"]: one for one in json.loads(reply.body)}
    assert ("prefix", "https://w3id.org/deltakg/ontology#") == (found["dk:"]["kind"], found["dk:"]["label"])
    assert ("class", "项目 · project") == (found["dk:Project"]["kind"], found["dk:Project"]["label"])
    english = jobs.terms(context, {"path": "/sparql/terms", "query": {}, "language": "en"})
    assert "project · 项目" in {one["label"] for one in json.loads(english.body)}
    assert "property" == found["dk:involvesNamed"]["kind"]
    assert "concept" == found["v:stage\\/underway"]["kind"]
    answer = plans.ask("SELECT ?n { v:stage\\/underway skos:notation ?n }", prefixes())
    assert isinstance(answer, Rows)
    assert [["underway"]] == [[value(term) for term in row] for row in answer.rows]


def test_the_lock_of_the_bundle_names_no_place() -> None:
    """The packages of the bundle are pinned with hashes, and neither the lock nor a setting names a host."""
    assets = Path(__file__).parents[2] / "web" / "assets"
    packages = json.loads((assets / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert [] == [name for name, one in packages.items() if name and not one["integrity"].startswith("sha512-")]
    for name in ("package.json", "package-lock.json", ".npmrc"):
        assert "://" not in (assets / name).read_text(encoding="utf-8")
