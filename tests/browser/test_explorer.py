"""The explorer in a browser: found, filtered, read and saved by mouse and by keyboard."""

import time
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from playwright.sync_api import Page

from queries.engine import Embedded
from tests.browser.conftest import Open
from tests.viz.made_up import MARKUP, made_up
from viz.contents import contents
from viz.explorer import explorer, focused

READY = "html[data-ready]"
OVERLAPS = """() => {
  const all = [...boxes().values()];
  const over = (one, other) => one.id < other.id && Math.abs(one.x - other.x) < one.w + other.w
    && Math.abs(one.y + one.below - other.y - other.below) < one.h + other.h;
  return all.flatMap((one) => all.filter((other) => over(one, other)).map((other) => [one.id, other.id]));
}"""
SPOT = """() => {
  const { id } = nodes.find((one) => one.name === "徐州市");
  return network.canvasToDOM(network.getPosition(id));
}"""


@pytest.fixture(scope="module")
def html(plans: Embedded) -> str:
    """The explorer of the two plans."""
    return explorer(contents(plans)).html("zh")


@pytest.fixture
def page(open_page: Open, html: str) -> Page:
    """The explorer of the two plans, ready."""
    watched = open_page(html)
    watched.page.wait_for_selector(READY)
    return watched.page


def drawn(page: Page) -> set[str]:
    """The names of the nodes that are drawn."""
    found: list[str] = page.evaluate("shown.nodes.getIds().map((id) => nodes[id].name)")
    return set(found)


def where(page: Page) -> dict[str, dict[str, float]]:
    """Where each drawn node stands, by name."""
    found: dict[str, dict[str, float]] = page.evaluate(
        "Object.fromEntries(shown.nodes.getIds().map((id) => [nodes[id].name, network.getPosition(id)]))"
    )
    return found


def test_it_opens_alone_and_soon(open_page: Open, html: str) -> None:
    """It is ready within two seconds, without an error and without asking for anything outside itself."""
    begun = time.monotonic()
    watched = open_page(html)
    watched.page.wait_for_selector(READY)
    took = time.monotonic() - begun
    watched.page.wait_for_timeout(300)
    assert [] == watched.complaints
    assert [] == watched.outside()
    assert took < 2


def test_it_begins_with_who_is_tied_to_whom(page: Page) -> None:
    """Cities, regions and organizations are drawn, joined by ties, and no label covers another."""
    assert {"宿州市", "亳州市", "徐州市", "长三角", "中国矿业大学"} <= drawn(page)
    assert page.evaluate("shown.edges.get().every((edge) => edge.kind === 'city-tie')")
    assert [] == page.evaluate(OVERLAPS)


@pytest.mark.parametrize("typed", ["徐州", "xuzhou", "Xuzhou", "徐州市"])
def test_the_search_finds_a_city(page: Page, typed: str) -> None:
    """徐州市 is the first completion for its names in Chinese, pinyin and English; Enter tells its facts."""
    page.fill("#search", typed)
    assert page.locator("#found li").first.inner_text().startswith("徐州市")
    page.press("#search", "Enter")
    page.wait_for_selector("#panel blockquote")
    assert "徐州市" == page.locator("#panel h2").inner_text()


def test_a_search_for_what_is_not_drawn_draws_it(page: Page) -> None:
    """A project that the view does not hold is shown with its neighbours."""
    page.fill("#search", "徐州轨道交通1号线")
    page.press("#search", "Enter")
    page.wait_for_selector("#panel blockquote")
    assert "focus" == page.input_value("#view")
    assert {"徐州轨道交通1号线", "徐州市", "萧县"} <= drawn(page)


def test_a_filter_changes_the_picture_and_moves_nothing(page: Page) -> None:
    """Without organizations fewer nodes are drawn, each where it stood; with them again all are."""
    page.click("#filters summary")
    before = where(page)
    page.uncheck("#classes input[value=organization]")
    fewer = where(page)
    assert "中国矿业大学" not in fewer
    assert {} == {name: spot for name, spot in fewer.items() if before[name] != spot}
    page.check("#classes input[value=organization]")
    assert before == where(page)


def test_filters_of_mechanism_document_and_degree(page: Page) -> None:
    """Each filter leaves what it says: ties of one mechanism, of one plan, of nodes with several neighbours."""
    page.click("#filters summary")
    page.click("[data-none=mechanisms]")
    page.check("#mechanisms input[value=joint-park]")
    assert {"joint-park"} == set(page.evaluate("shown.edges.get().map((edge) => edge.detail)"))
    page.click("[data-all=mechanisms]")
    page.uncheck("#documents input[value=suzhou]")
    assert "宿州市" not in drawn(page)
    page.check("#documents input[value=suzhou]")
    page.evaluate("byId('degree').value = 2; byId('degree').dispatchEvent(new Event('change', { bubbles: true }))")
    assert {"宿州市", "亳州市", "长三角", "沪苏浙"} <= drawn(page)
    assert "中国矿业大学" not in drawn(page)


def test_a_click_shows_the_sentence(page: Page) -> None:
    """A click on a node tells its facts, each with its sentence and citation; one on a line those of the tie."""
    spot = page.evaluate(SPOT)
    frame = page.locator("#network").bounding_box()
    assert frame
    page.mouse.click(frame["x"] + spot["x"], frame["y"] + spot["y"])
    page.wait_for_selector("#panel blockquote")
    text = page.locator("#panel").inner_text()
    assert "推进宿州徐州现代产业园区" in text
    assert "《宿州市推进长三角一体化发展三年行动计划（2021-2023年）》第14条" in text
    assert "宿州市 → 徐州市 · 共建园区" in text
    page.evaluate("tellEdge(shown.edges.get().find((edge) => nodes[edge.to].name === '阜阳市'))")
    assert "→ 阜阳市" in page.locator("#panel h2").inner_text()
    assert page.locator("#panel cite").count() > 0


def test_the_keyboard_is_enough(page: Page) -> None:
    """`/` searches, arrows choose, Enter tells, Tab and Enter expand, Escape goes back to the list."""
    page.keyboard.press("/")
    page.keyboard.type("zhou")
    page.keyboard.press("ArrowDown")
    chosen = page.locator("#found li[aria-selected=true]").evaluate("(one) => one.firstChild.textContent")
    page.keyboard.press("Enter")
    page.wait_for_selector("#panel blockquote")
    assert chosen == page.locator("#panel h2").inner_text()
    many = len(drawn(page))
    page.locator("#panel button").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("html[data-drawn=focus]")
    assert many < len(drawn(page))
    page.locator("#network").focus()
    scale = page.evaluate("network.getScale()")
    page.keyboard.press("+")
    assert scale < page.evaluate("network.getScale()")
    page.keyboard.press("Escape")
    page.wait_for_selector("#panel .rows button")
    page.locator("#panel .rows button").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#panel blockquote")


def test_every_view_settles(page: Page) -> None:
    """Each view is drawn, at rest, with nothing over another."""
    for view in ("tie", "involves", "lead", "all", "city-tie"):
        page.select_option("#view", view)
        page.wait_for_selector(f"html[data-drawn={view}]")
        assert [] == page.evaluate(OVERLAPS)
        rest = where(page)
        page.wait_for_timeout(150)
        assert rest == where(page)


def test_it_speaks_two_languages(page: Page) -> None:
    """The button turns every word of the page, and names that have an English one."""
    page.click("#language")
    assert "en" == page.evaluate("document.documentElement.lang")
    assert "Who is tied to whom" == page.locator("h1").inner_text() == page.title()
    assert "徐州市\nXuzhou" == page.evaluate("shown.nodes.get().find((one) => one.label.startsWith('徐州市')).label")


def test_pictures_are_saved(page: Page, tmp_path: Path) -> None:
    """SVG and PNG hold the whole picture; the SVG is well-formed."""
    for name, magic in (("svg", b"<svg"), ("png", b"\x89PNG")):
        with page.expect_download() as waiting:
            page.click(f"#{name}")
        waiting.value.save_as(tmp_path / name)
        content = (tmp_path / name).read_bytes()
        assert content.startswith(magic)
    text = (tmp_path / "svg").read_text(encoding="utf-8")
    assert "svg" == ET.fromstring(text).tag.rpartition("}")[2]  # noqa: S314 - our own
    assert "宿州市" in text


def test_the_whole_picture_is_printed(page: Page) -> None:
    """On paper stands all that is drawn, on white, and afterwards the page is as it was."""
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    printed = page.locator("#printed")
    assert printed.is_visible()
    assert not page.locator("#panel").is_visible()
    assert {"宿州市", "徐州市", "长三角"} <= set(printed.locator("tspan").all_text_contents())
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert 0 == printed.count()


@pytest.mark.parametrize("dark", [False, True])
def test_anybody_can_use_it(open_page: Open, html: str, dark: bool) -> None:  # noqa: FBT001 - a parameter of pytest
    """No serious violation is found by axe, in light and dark, with the list and with facts."""
    watched = open_page(html, dark=dark)
    watched.page.wait_for_selector(READY)
    assert [] == watched.serious()
    watched.page.evaluate("choose(nodes.find((one) => one.name === '徐州市').id)")
    watched.page.wait_for_selector("#panel blockquote")
    assert [] == watched.serious()


def test_it_fits_a_telephone(open_page: Open, html: str) -> None:
    """On a narrow screen nothing is wider than the screen."""
    page = open_page(html, width=390, height=844).page
    page.wait_for_selector(READY)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_name_that_looks_like_markup_stays_text(open_page: Open) -> None:
    """It is said in the list, the search, the panel and the saved picture, and is no element anywhere."""
    watched = open_page(explorer(made_up()).html("en"))
    page = watched.page
    page.wait_for_selector(READY)
    page.fill("#search", "onerror")
    assert page.locator("#found li").first.inner_text().startswith(MARKUP)
    page.press("#search", "Enter")
    page.wait_for_selector("#panel blockquote")
    assert MARKUP == page.locator("#panel h2").inner_text()
    svg = page.evaluate("svg().text")
    assert "<img" not in svg
    assert 0 == page.locator("img").count()
    assert "broken" != page.title()
    assert [] == watched.complaints


def test_a_focus_is_drawn(open_page: Open, plans: Embedded) -> None:
    """With a focus the page begins with what is around it, and says whose it is."""
    graph = contents(plans)
    xuzhou = next(iri for iri, one in graph.entities.items() if one.label == "徐州市")
    picture = focused(graph, [xuzhou], 1)
    page = open_page(picture.html("zh")).page
    page.wait_for_selector(READY)
    assert "徐州市" == page.locator("h1").inner_text()
    ends = {end for edge in picture.edges() for end in (edge.source, edge.target)}
    assert {picture.network.nodes[end].label for end in ends} == drawn(page)


def test_a_view_of_much_begins_with_what_can_be_read(open_page: Open, plans: Embedded) -> None:
    """Of everything those nodes are drawn first that have so many neighbours that few are left; the filter has all."""
    page = open_page(explorer(contents(plans)).html("zh"), width=1280).page
    page.wait_for_selector(READY)
    assert "1" == page.locator("#least").text_content()
    page.select_option("#view", "all")
    page.wait_for_selector("[data-drawn=all]")
    least = int(page.locator("#least").text_content() or 0)
    assert 1 < least
    assert page.evaluate("shown.nodes.length <= CROWD && shown.edges.length <= LINES")
    few = page.evaluate("shown.nodes.length")
    page.evaluate(
        f"byId('degree').value = {least - 1}; byId('degree').dispatchEvent(new Event('change', {{ bubbles: true }}))"
    )
    page.wait_for_function(f"shown.nodes.length > {few}")
    assert page.evaluate("shown.nodes.length > CROWD || shown.edges.length > LINES")


def test_the_picture_ends_above_what_its_shapes_mean(open_page: Open, plans: Embedded) -> None:
    """Legends of any length lie beneath the picture, and none on it, on a screen and on a phone."""
    for wide in (1280, 390):
        page = open_page(explorer(contents(plans)).html("en"), width=wide).page
        page.wait_for_selector(READY)
        for view in ("city-tie", "all"):
            page.select_option("#view", view)
            page.wait_for_selector(f"[data-drawn={view}]")
            page.wait_for_timeout(200)
            picture, legend = (page.locator(one).bounding_box() for one in ("#network", ".legend"))
            assert picture
            assert legend
            assert picture["y"] + picture["height"] <= legend["y"] + 1


def test_what_lines_and_shapes_mean_is_told_beneath_the_picture(open_page: Open, plans: Embedded) -> None:
    """The classes and mechanisms that are drawn stand beneath with their samples, and go with them; filters are closed.

    The saved picture tells the same.
    """
    page = open_page(explorer(contents(plans)).html("zh"), width=1280).page
    page.wait_for_selector("[data-ready=yes]")
    assert page.locator("#filters").get_attribute("open") is None
    told = page.locator("#legend li")
    assert {"战略合作", "共建园区", "产业"} <= {one.strip() for one in told.all_inner_texts()}
    assert told.count() == page.locator("#legend line").count()
    classes = page.locator("#kinds li")
    assert ["行政区划", "区域", "地方合称", "组织"] == [one.strip() for one in classes.all_inner_texts()]
    assert classes.count() == page.locator("#kinds .swatch").count()
    saved = page.evaluate("svg().text")
    assert all(f">{one}</text>" in saved for one in ("行政区划", "组织", "战略合作"))
    page.locator("#filters summary").click()
    page.uncheck("#classes input[value=organization]")
    page.wait_for_function("!document.querySelector('#kinds').textContent.includes('组织')")
    page.uncheck("#mechanisms input[value=joint-park]")
    page.wait_for_function("!document.querySelector('#legend').textContent.includes('共建园区')")
