"""Pictures: the matrix of cooperation on its page, and those of `viz` as pages of their own."""

import html
import re
from collections.abc import Callable, Mapping
from typing import Any

from viz.contents import Contents, contents
from viz.matrix import Matrix, matrix
from web.pages.answers import answer
from web.pages.site import Site

_POLICY = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]*)"')
_ANSWERS = {"mutual": "⇄", "one-sided": "→", "unanswered": "?"}


def cooperation(site: Site) -> dict[str, Any]:
    """What the template of cooperation shows: who names whom, and by which mechanisms."""
    found = site.kept("matrix", lambda: matrix(contents(site.engine)))
    blocks = [_block(site, found, number) for number, block in enumerate(found.blocks) if block.cells]
    tables = [answer(site, name, {}).table for name in ("cooperation-matrix", "cooperation-mechanisms")]
    return {"blocks": blocks, "tables": tables}


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
        ends = {"first": _path(site, one), "second": _path(site, other)}
        href = site.address("/questions/cooperation-between", ends) if other in found.drawn.entities else ""
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
    page = PICTURES[name](contents(site.engine)).html(site.language)
    said = _POLICY.search(page)
    policy = html.unescape(said[1]) if said else "default-src 'none'"
    return page, f"{policy}; frame-ancestors 'none'"


def _graph(drawn: Contents) -> Any:  # noqa: ANN401 - what all pictures have in common is html()
    from viz.explorer import explorer  # noqa: PLC0415 - slow to import

    return explorer(drawn)


def _map(drawn: Contents) -> Any:  # noqa: ANN401 - as above
    from viz.map import cooperation_map  # noqa: PLC0415 - slow to import

    return cooperation_map(drawn)


def _timeline(drawn: Contents) -> Any:  # noqa: ANN401 - as above
    from viz.timeline import timeline  # noqa: PLC0415 - slow to import

    return timeline(drawn)


PICTURES: Mapping[str, Callable[[Contents], Any]] = {
    "graph": _graph,
    "matrix": matrix,
    "map": _map,
    "timeline": _timeline,
}
"""The pictures, with what draws each."""


def _path(site: Site, iri: str) -> str:
    return iri.removeprefix(f"{site.engine.base}id/")
