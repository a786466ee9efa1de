"""The catalogue of questions as forms, and their answers."""

from typing import Any

from queries.catalogue import grouped, groups
from queries.errors import AmbiguousNameError, UsageError
from queries.parameters import LEVELS
from queries.terms import path
from web.pages.answers import answer
from web.pages.lists import STAGES
from web.pages.site import Named, Site
from web.pages.tables import Cell
from web.questions import catalogue, has_levels

_CHOICES = {"stage": STAGES}


def questions(site: Site) -> dict[str, Any]:
    """What the template of the catalogue shows."""
    language = site.language
    found = [
        (
            group,
            groups()[group][language],
            [(one.name, one.title(language), one.description(language)) for one in those],
        )
        for group, those in grouped().items()
    ]
    return {"groups": found, "tables": []}


def question_page(site: Site, name: str) -> dict[str, Any]:
    """What the template of a question shows: its form, and the answer where it is asked.

    Args:
        site: the page's.
        name: of a question that there is.
    """
    whole = catalogue()[name]
    query = site.asked.query
    given = {one.name: query[one.name] for one in whole.arguments if query.get(one.name, "").strip()}
    needed = [one.name for one in whole.arguments if one.default is None]
    shown: dict[str, Any] = {
        "question": whole,
        "given": given,
        "fields": [_field(site, one) for one in whole.arguments],
        "level": query.get("level", ""),
        "levels": [(one, site.word("level", one)) for one in LEVELS] if has_levels(whole) else [],
        "default_level": next((one.default for one in whole.parameters if one.kinds == ("level",)), ""),
        "tables": [],
        "readings": [],
        "alone": "",
        "failure": "",
        "candidates": [],
        "asked": bool(given) or not needed,
        "status": 200,
    }
    if not all(one in given for one in needed):
        if given:
            shown |= {"failure": site.t("question.missing"), "asked": False}
        return shown
    alone = _alone(site) if {"party", "partner"} <= whole.columns.keys() else []
    try:
        answered = answer(
            site, name, given, level=query.get("level") or None, id="answer", alone=[one.label for one in alone]
        )
    except AmbiguousNameError as error:
        parameter = next(
            (key for key, text in given.items() if text.strip() == error.text), needed[0] if needed else ""
        )
        candidates = [Cell(one.described(), site.here(**{parameter: path(one.iri)})) for one in error.candidates]
        return shown | {"failure": site.t("question.ambiguous", text=error.text), "candidates": candidates}
    except UsageError as error:
        return shown | {"failure": str(error), "status": 400}
    readings = [
        Cell(
            "" if one.text == path(one.taken.iri) else site.t("question.read", text=one.text),  # a path means one thing
            site.href(one.taken.iri),
            one.taken.described(),
        )
        for one in answered.readings
    ]
    shown |= {"tables": [answered.table], "readings": readings}
    names = " · ".join((site.language == "en" and one.english) or one.label for one in alone)
    return shown | {"alone": site.t("question.alone", names=names) if alone else ""}


def _alone(site: Site) -> list[Named]:
    """What the sides are called that are meant without what lies in them; the address has their paths."""
    iris = [site.id(one) for one in site.asked.query.get("alone", "").split()]
    try:
        return list(site.called(iris).values())
    except ValueError:  # what is no IRI is no side
        return []


def _field(site: Site, one: Any) -> dict[str, Any]:  # noqa: ANN401 - a parameter of the catalogue
    choices: list[tuple[str, str]] = []
    for kind in one.kinds:
        if kind in {"stage", "mechanism", "partner-kind"}:
            found = {notation for scheme, notation in site.vocabulary() if scheme == kind}
            order = [key for key in _CHOICES.get(kind, sorted(found)) if key in found]
            choices = [(notation, site.word(kind, notation)) for notation in order]
    if one.kinds == ("plan",):
        choices = [(row["stem"], f"{row['stem']} · {row['title']}") for row in site.rows("holdings")]
        choices = list(dict(choices).items())
    return {
        "name": one.name,
        "title": one.titles[site.language],
        "example": one.example,
        "needed": one.default is None,
        "choices": choices,
        "suggests": not set(one.kinds) & {"text", "year", "fact", "unit", "level"},
    }
