"""The SPARQL editor that `make assets` bundles: typed into, completed, corrected, and left by Tab."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.test_workbench import Reader
from tests.web.servers import serving
from web.pages.statics import has_editor

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not has_editor(), reason="the editor is not bundled: make assets"),
]
TIES = (
    "SELECT ?a ?b ?m { ?t a dk:CooperationTie ; dk:party ?a ; dk:partner ?b ; dk:mechanism/skos:notation ?m } LIMIT 20"
)
COUNTS = "SELECT ?c (COUNT(*) AS ?n) { ?s a ?c } GROUP BY ?c ORDER BY DESC(?n) LIMIT 9"
MISTAKE = "SELECT ?name {\n  ?s rdfs:label ?name\n  FILTER ?name = '徐州'\n}"


@pytest.fixture(scope="module")
def address(plans_store: Path) -> Iterator[str]:
    """Where the two plans are served."""
    with serving(plans_store) as running:
        yield running.address


@pytest.fixture
def reader(browser: Browser, address: str) -> Iterator[Reader]:
    """A reader, whose windows are closed at the end."""
    made = Reader(browser, address)
    yield made
    for context in made.contexts:
        context.close()


def editor(page: Page) -> Locator:
    """What is typed into."""
    return page.get_by_role("textbox", name=re.compile("查询|Query"))


def emptied(page: Page) -> Locator:
    """The editor without a word, with the focus in it."""
    field = editor(page)
    field.focus()
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    return field


def take(page: Page, text: str) -> None:
    """Take the first completion that holds a text, by the keyboard."""
    wanted = page.locator("[role=option]", has_text=text).first
    wanted.wait_for()
    page.wait_for_timeout(150)  # the editor takes no key for a completion that has only just come up
    for _ in range(40):
        if text in page.locator("[role=option][aria-selected=true]").inner_text():
            break
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")


def written(page: Page) -> str:
    """What the form would send."""
    return page.locator("textarea#query").input_value()


@pytest.mark.parametrize("path", ["", f"?query={TIES}", f"?view=chart&query={COUNTS}", f"?view=graph&query={TIES}"])
def test_it_is_quiet_and_open_to_all(reader: Reader, path: str) -> None:
    """No complaint under the strict policy, no request elsewhere, no serious violation, in every colour and width."""
    for width, dark, language in ((1280, False, "zh-CN"), (1280, True, "en"), (390, True, "zh-CN")):
        watched = reader.opens(f"/sparql/page{path}", width=width, dark=dark, language=language)
        expect(editor(watched.page)).to_be_visible()
        assert not watched.page.locator("textarea#query").is_visible()
        if "graph" in path:
            watched.page.wait_for_selector("#network[data-ready]")
        assert [] == watched.complaints
        assert [] == reader.is_elsewhere(watched)
        assert [] == watched.serious()
        assert 0 >= watched.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")


def test_it_completes_and_asks(reader: Reader) -> None:
    """Prefixes, classes and properties by either language, variables and names are completed; Ctrl+Enter asks."""
    watched = reader.opens("/sparql/page")
    page = watched.page
    field = emptied(page)
    field.press_sequentially("SELECT ?fact {")
    page.keyboard.press("Delete")  # the bracket that was closed by itself
    field.press_sequentially(" ?fact a 合作关")
    take(page, "dk:CooperationTie")
    field.press_sequentially(" ; dk:partn")
    take(page, "dk:partner")
    field.press_sequentially(" xuzhou")
    take(page, "徐州市")
    field.press_sequentially(" . ?fa")
    take(page, "?fact")
    field.press_sequentially(" sk")
    take(page, "skos:")
    field.press_sequentially("not ?n }")
    assert (
        "SELECT ?fact { ?fact a dk:CooperationTie ; dk:partner <https://w3id.org/deltakg/id/place/320300> . "
        "?fact skos:not ?n }" == written(page)
    )
    for _ in range(len("skos:not ?n }")):
        page.keyboard.press("Backspace")
    field.press_sequentially("dk:sentence ?n }")
    page.keyboard.press("Control+Enter")
    page.locator("#results tbody tr").first.wait_for()
    assert "dk:sentence ?n }" in written(page)
    assert [] == watched.complaints


def test_nothing_is_completed_in_a_text(reader: Reader) -> None:
    """Inside quotes and comments one types in peace."""
    page = reader.opens("/sparql/page").page
    emptied(page).press_sequentially("# dk:par")
    page.wait_for_timeout(600)
    assert 0 == page.locator("[role=option]").count()
    emptied(page).press_sequentially("ASK { ?s ?p 'dk:par")
    page.wait_for_timeout(600)
    assert 0 == page.locator("[role=option]").count()


def test_the_keyboard_is_not_kept(reader: Reader) -> None:
    """Tab goes into the editor and out of it again, also when completions were closed by Escape."""
    page = reader.opens("/sparql/page").page
    page.get_by_role("button", name="填入").focus()
    page.keyboard.press("Tab")
    expect(editor(page)).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="运行")).to_be_focused()
    emptied(page).press_sequentially("SELECT ?s { ?s dk:par")
    page.locator("[role=option]").first.wait_for()
    page.keyboard.press("Escape")
    assert 0 == page.locator("[role=option]").count()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="运行")).to_be_focused()


def test_a_mistake_is_marked_until_it_is_mended(reader: Reader) -> None:
    """The words that are wrong are marked at their line, told to who reads no colours, and unmarked by a change."""
    page = reader.opens(f"/sparql/page?query={MISTAKE}", language="en").page
    assert "?name" == page.locator(".cm-bad").inner_text()
    assert "FILTER ?name" in page.locator(".cm-bad-line").inner_text()
    field = editor(page)
    assert "true" == field.get_attribute("aria-invalid")
    assert "a condition stands in brackets" in (field.get_attribute("aria-description") or "")
    field.focus()
    page.keyboard.type("(")
    assert 0 == page.locator(".cm-bad").count()


def test_the_form_and_its_label_are_as_ever(reader: Reader) -> None:
    """A click on the label goes into the editor, and the button sends what stands there, in the view that is shown."""
    page = reader.opens(f"/sparql/page?view=chart&query={TIES}").page
    page.locator("label[for=query]").click()
    expect(editor(page)).to_be_focused()
    emptied(page)
    page.keyboard.insert_text("SELECT ?n ?x { VALUES (?n ?x) { ('one' 1) ('two' 2) } }")
    page.get_by_role("button", name="运行").click()
    page.locator("figure.chart rect").first.wait_for()
    assert ["one", "two"] == page.locator("figure.chart text:not(.amount)").all_text_contents()


def test_a_network_leads_to_its_things(reader: Reader) -> None:
    """A click on a node opens its page; the arrows move the picture, and the wheel leaves it alone at first."""
    page = reader.opens(f"/sparql/page?view=graph&query={TIES}").page
    page.wait_for_selector("#network[data-ready]")
    scale = page.evaluate("network.getScale()")
    page.locator("#network").hover()
    page.mouse.wheel(0, 300)
    assert scale == page.evaluate("network.getScale()")
    page.locator("#network").focus()
    page.keyboard.press("+")
    assert scale < page.evaluate("network.getScale()")
    page.keyboard.press("0")
    page.wait_for_timeout(100)
    page.locator("#network").scroll_into_view_if_needed()
    spot = page.evaluate("network.canvasToDOM(network.getPosition(data.nodes.find((one) => one.href).id))")
    frame = page.locator("#network").bounding_box()
    assert frame
    page.mouse.click(frame["x"] + spot["x"], frame["y"] + spot["y"])
    page.wait_for_url("**/id/**")
