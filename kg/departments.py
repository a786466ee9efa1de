"""What the world knows of an agency by its formal name: the kind of department that it is, and its name in English."""

from collections.abc import Iterator, Mapping
from functools import cache

from gazetteer.divisions import COUNTRY, Division, gazetteer
from kg.nquads import iri, literal
from ontology.departments import Department, written_names
from ontology.terms import DK, RDFS

_DEPARTMENT = iri(DK.department)
_LABEL = iri(RDFS.label)
_GOVERNMENT = "人民政府"
_DIRECT = "vertical"


def department_statements(agency: str, name: str, jurisdiction: str) -> Iterator[str]:
    """What is known of an agency; nothing where the table has no such department.

    Args:
        agency: the agency, as a term.
        name: its formal name.
        jurisdiction: code of the division that it belongs to, "" where unknown.
    """
    division = gazetteer().get(jurisdiction)
    if division is None:
        return
    department = _formal_names(division).get(name)
    if department:
        yield f"{agency} {_DEPARTMENT} {iri(department.concept)}"
    if english := _english(division, name, department):
        yield f"{agency} {_LABEL} {literal(english, 'en')}"


@cache
def _formal_names(division: Division) -> Mapping[str, Department]:
    """The departments of a division by their formal names there."""
    departments = dict.fromkeys(written_names().values())
    if division.code == COUNTRY:
        return {one.national: one for one in departments if one.national}
    # Where the form leaves the ending out (宿州海关), the ending that the table has first is meant.
    return {one.formal_name(division.name, division.short): one for one in reversed(departments)}


def _english(division: Division, name: str, department: Department | None) -> str:
    if department and division.code == COUNTRY:
        return department.national_english
    if not division.english:
        return ""
    if department:
        direct = department.field == _DIRECT
        return department.english_name(division.english if direct else adjective(division))
    return f"{adjective(division)} People's Government" if name == division.name + _GOVERNMENT else ""


def adjective(division: Division) -> str:
    """A division in front of the name of an agency: Suzhou Municipal, Anhui Provincial, Xiao County."""
    if division.name.endswith("省"):
        return f"{division.english} Provincial"
    if division.name.endswith("市"):
        return f"{division.english.removesuffix(' City')} Municipal"
    return f"{division.english} Regional" if division.name.endswith("自治区") else division.english
