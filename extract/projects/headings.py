"""Undertakings of a run-in heading that are named in short, or as a class, and told in the text below it."""

import re
from functools import cache

from extract.components import Passage
from extract.projects.objects import Undertaking
from extract.projects.proper import is_ordinary
from extract.word_lists import word_lists

_HEADING = re.compile(r"[^，。；\n]{4,25}。(?=.)")
_PART = "部"  # of a country or a province: 西部…基地 is one


def heading_end(here: Passage) -> int:
    """Where the run-in heading of a measure ends; 0 where it has none."""
    heading = _HEADING.match(here.unit.text) if here.unit.kind == "measure" else None
    return heading.end() if heading else 0


def addressed(here: Passage) -> bool:
    """Whether a unit stands in front of the plan, where those stand to whom it is sent."""
    return here.unit.id.endswith("§前言")


def drop_headings(here: Passage, found: dict[str, Undertaking]) -> None:
    """Drop what the heading of a unit names in short (建设应用基地。申报建设人工智能应用基地), or as a class.

    Args:
        here: the unit.
        found: undertakings of the unit by their name without quotation marks.
    """
    heading = _HEADING.match(here.unit.text)
    if heading is None:
        return
    for key, undertaking in list(found.items()):
        if undertaking.runs[-1][1] > heading.end():
            continue
        ordinary = here.unit.kind == "measure" and undertaking.rule == "object" and key.endswith(_classes())
        ordinary = ordinary and is_ordinary(key) and key[1] != _PART
        if ordinary or any(k.endswith(key) for k in found if k != key):
            del found[key]


@cache
def _classes() -> tuple[str, ...]:
    return tuple(word_lists("project_frames")["headings"]["classes"])
