"""Component `policies`: the titles between 《 and 》, and who issued them."""

import re

from spacy.language import Language
from spacy.tokens import Doc

from extract.components import mark, passage
from extract.facts import Citation, Entity
from extract.metadata import leading_division
from gazetteer.divisions import COUNTRY

_TITLE = re.compile(r"《([^《》]*(?:《[^《》]*》[^《》]*)*)》")
_OURS = re.compile(r"(?:我[省市县区州]|本[省市县区])$")


@Language.component("policies")
def policies(doc: Doc) -> Doc:
    """Emit a citation for each title; a title in a title stays part of it."""
    here = passage(doc)
    text = here.unit.text
    found = [m for m in _TITLE.finditer(text) if m[1].strip()]
    mark(doc, "policies", (m.span() for m in found))
    for match in found:
        title = re.sub(r"\s+", "", match[1])
        here.facts.append(
            Citation(
                unit=here.unit.id,
                rule="policies.title",
                as_written=title,
                evidence=here.evidence(match.span(1)),
                policy=Entity("policy", title, _issuer(title, text[: match.start()], here.profile.side.jurisdiction)),
            )
        )
    return doc


def _issuer(title: str, before: str, own: str) -> str:
    """Whose paper it is: of the place that begins the title or stands right before it, else of the centre."""
    division = leading_division(title)
    if division is not None:
        return division.code
    if _OURS.search(before):
        return own
    for length in range(min(11, len(before)), 1, -1):
        division = leading_division(before[-length:])
        if division is not None and before[-length:] in (division.name, division.short):
            return division.code
    return COUNTRY
