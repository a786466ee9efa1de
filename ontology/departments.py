"""Departments by the names that plans write: 发展改革委, 发改委 and 发展和改革委 are one department.

`departments.csv` beside it holds the kinds; its first lines say how a row is read.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

_SHORT_ENDINGS = {"委员会": "委", "办公室": "办"}


@dataclass(frozen=True, slots=True)
class Department:
    """A kind of department, and one ending of its name.

    Attributes:
        stem: the formal name without place (`发展和改革委员会`).
        english: its field in English (`Development and Reform`).
        field: what it is grouped under (`economy`, `party`, `vertical` …).
        national: the formal name of the national body, empty where there is none.
        form: how a formal name is composed, of `{place}` (宿州市) and `{short}` (宿州).
        notes: at which levels or in which years it bears the name.
    """

    stem: str
    english: str
    field: str
    national: str
    form: str
    notes: str

    def formal_name(self, place: str, short: str = "") -> str:
        """The formal name in a place.

        Args:
            place: official name of the division, 宿州市.
            short: its name without the generic ending, 宿州; the official name where it has none.
        """
        return self.form.format(place=place, short=short or place)


@cache
def written_names() -> Mapping[str, Department]:
    """Every way to write a department, without its place, and the department that is meant."""
    names: dict[str, Department] = {}
    text = files("ontology").joinpath("departments.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(line for line in text.splitlines() if not line.startswith("#")):
        departments: dict[str, Department] = {}
        for ending in (ending.removeprefix("-") for ending in row["endings"].split("|")):
            form = row["form"] or "{place}{stem}{ending}"
            departments[ending] = Department(
                stem=row["stem"] + ending,
                english=row["english"],
                field=row["field"],
                national=row["national"],
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


def department(written: str) -> Department | None:
    """The department that a written name without its place means, None where the table has none."""
    return written_names().get(written)
