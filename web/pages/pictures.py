"""Pictures: the matrix of cooperation on its page, and those of `viz` as pages of their own."""

import html
import re
from collections.abc import Callable, Mapping
from typing import Any, Protocol

from markupsafe import Markup

from viz.contents import Contents, contents
from viz.matrix import Matrix, matrix
from web.pages.answers import answer
from web.pages.atlas import atlas
from web.pages.site import Site

_POLICY = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]*)"')
_HOPS = 2
"""Steps from what a network is drawn around."""
_ANSWERS = {"mutual": "⇄", "one-sided": "→", "unanswered": "?"}


class Picture(Protocol):
    """What is drawn."""

    def html(self, language: str) -> str:
        """The page."""


def cooperation(site: Site) -> dict[str, Any]:
    """What the template of cooperation shows: who names whom, and by which mechanisms."""
    found = site.kept("matrix", lambda: matrix(site.kept("contents", lambda: contents(site.engine))))
    blocks = [_block(site, found, number) for number, block in enumerate(found.blocks) if block.cells]
    tables = [answer(site, name, {}).table for name in ("cooperation-matrix", "cooperation-mechanisms")]
    cities = next(block for block in found.blocks if block.name == "city-by-city")
    drawn = atlas(site, [(row, column, cell.ties) for (row, column), cell in cities.cells.items()])
    return {"blocks": blocks, "tables": tables, "atlas": drawn}


def _block(site: Site, found: Matrix, number: int) -> dict[str, Any]:
    """A heat map as the template shows it; the one of those that are no cities stands on its side, being long."""
    block = found.blocks[number]
    flipped = block.name == "others"
    rows, columns = (block.columns, found.rows) if flipped else (found.rows, block.columns)

    def called(key: str) -> dict[str, str]:
        entity = found.drawn.entities.get(key)
        if entity is None:
            return {"label": site.word("mechanism", key), "href": ""}
        english = site.language == "en" and entity.english
        return {"label": entity.english if english else entity.label, "href": site.href(key)}

    def cell(row: str, column: str) -> dict[str, Any] | None:
        one, other = (column, row) if flipped else (row, column)
        held = block.cells.get((one, other))
        if held is None:
            return None
        href = site.between(site.path(one), site.path(other)) if other in found.drawn.entities else ""
        return {
            "ties": held.ties,
            "shade": block.shade(held.ties),
            "answer": _ANSWERS.get(held.answer, ""),
            "says": site.t(f"answer.{held.answer}") if held.answer else "",
            "href": href,
        }

    return {
        "name": block.name,
        "title": site.t(f"matrix.{block.name}"),
        "columns": [called(column) for column in columns],
        "rows": [(called(row), [cell(row, column) for column in columns], row) for row in rows],
    }


def picture(site: Site, name: str) -> tuple[str, str]:
    """A picture as a page of its own, and the policy that it may be shown under.

    Args:
        site: the page's.
        name: one of `PICTURES`.
    """
    about = site.asked.query.get("about", "")
    drawn = site.kept("contents", lambda: contents(site.engine))
    page = PICTURES[name](drawn, site.id(about) if about else "").html(site.language)
    said = _POLICY.search(page)
    policy = html.unescape(said[1]) if said else "default-src 'none'"
    back = Markup('<header><a class="back" href="{}">{}</a>').format(
        site.href(site.id(about)) if about else site.url("/"), f"← {_called(site, about)}"
    )
    return page.replace("<header>", back, 1), f"{policy}; frame-ancestors 'none'"


def _called(site: Site, about: str) -> str:
    """What the page is called that a picture leads back to."""
    named = site.called([site.id(about)]).get(site.id(about)) if about else None
    if named is None:
        return site.t("site")
    return named.english if site.language == "en" and named.english else named.label


def _graph(drawn: Contents, about: str) -> Picture:
    from viz.explorer import explorer, focused  # noqa: PLC0415 - slow to import

    return focused(drawn, [about], _HOPS) if about else explorer(drawn)


def _matrix(drawn: Contents, about: str) -> Picture:
    del about
    return matrix(drawn)


def _map(drawn: Contents, about: str) -> Picture:
    from viz.map import cooperation_map  # noqa: PLC0415 - slow to import

    return cooperation_map(drawn, about)


def _timeline(drawn: Contents, about: str) -> Picture:
    from viz.timeline import timeline  # noqa: PLC0415 - slow to import

    del about
    return timeline(drawn)


PICTURES: Mapping[str, Callable[[Contents, str], Picture]] = {
    "graph": _graph,
    "matrix": _matrix,
    "map": _map,
    "timeline": _timeline,
}
"""The pictures, with what draws each around something or as a whole."""
