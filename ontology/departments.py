"""Departments by the names that plans write: 发展改革委, 发改委 and 发展和改革委 are one department.

`departments.csv` beside it holds the kinds; its first lines say how a row is read.
`department_endings.csv` says how the endings read in English.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from ontology.tables import concept, rows

_SHORT_ENDINGS = {"委员会": "委", "办公室": "办"}
_BUREAU = "局"
_MINISTRY = "部"


@dataclass(frozen=True, slots=True)
class Department:
    """A kind of department, and one ending of its name.

    Attributes:
        kind: the stem without ending, which all departments of the kind share (`发展和改革`).
        stem: the formal name without place (`发展和改革委员会`).
        english: the same in English, with `{place}` where the division stands, if it does
            (`{place} Development and Reform Commission`).
        field: its field of duty (`economy`, `party`, `vertical` …), a notation of the scheme of duties.
        national: the formal name of the national body, empty where there is none.
        national_english: the same as that body prints it in English.
        form: how a formal name is composed, of `{place}` (宿州市) and `{short}` (宿州).
        notes: at which levels or in which years it bears the name.
    """

    kind: str
    stem: str
    english: str
    field: str
    national: str
    national_english: str
    form: str
    notes: str

    @property
    def concept(self) -> str:
        """The IRI of the kind."""
        return concept("department", self.kind)

    def formal_name(self, place: str, short: str = "") -> str:
        """The formal name in a place.

        Args:
            place: official name of the division, 宿州市.
            short: its name without the generic ending, 宿州; the official name where it has none.
        """
        return self.form.format(place=place, short=short or place)

    def english_name(self, place: str = "") -> str:
        """The name in English, as governments print it.

        Args:
            place: the division with what it is, Suzhou Municipal; without one the name of any such department.
        """
        return " ".join(self.english.format(place=place).split())


@cache
def written_names() -> Mapping[str, Department]:
    """Every way to write a department, without its place, and the department that is meant."""
    names: dict[str, Department] = {}
    endings = {row["ending"]: row["form"] for row in rows("department_endings.csv")}
    for row in rows("departments.csv"):
        departments: dict[str, Department] = {}
        for ending in (ending.removeprefix("-") for ending in row["endings"].split("|")):
            form = row["form"] or "{place}{stem}{ending}"
            departments[ending] = Department(
                kind=row["stem"],
                stem=row["stem"] + ending,
                english=_english(row, ending, endings.get(ending)),
                field=row["field"],
                national=row["national"],
                national_english=row["national_english"],
                form=form.replace("{stem}", row["stem"]).replace("{ending}", ending),
                notes=row["level_notes"],
            )
        for variant in filter(None, (row["stem"], *row["variants"].split("|"))):
            whole, is_whole, meant = variant.partition("=")
            if is_whole:
                names.setdefault(whole, departments[meant])
                continue
            for ending, department in departments.items():
                names.setdefault(whole + ending, department)
                names.setdefault(whole + _SHORT_ENDINGS.get(ending, ending), department)
    return MappingProxyType(names)


def _english(row: Mapping[str, str], ending: str, form: str | None) -> str:
    """The name in English with a place for the division (`{place} Bureau of Finance`); a national body has none."""
    party = row["field"] == "party"
    if form == "" or (ending == _MINISTRY and not party):
        return row["national_english"] or f"Ministry of {row['english']}"
    field = row["english"].removeprefix("=")
    is_whole = form is None or field != row["english"] or (ending == _BUREAU and field.endswith("Administration"))
    name = field if is_whole else str(form).replace("{english}", field)
    if "{place}" in name:
        return name
    return f"{name} of the CPC {{place}} Committee" if party and form else f"{{place}} {name}"


def department(written: str) -> Department | None:
    """The department that a written name without its place means, None where the table has none."""
    return written_names().get(written)
