"""What a responsibility clause says: the bodies that it names, and what each does."""

from dataclasses import dataclass

from extract.facts import Role

Body = tuple[int, int, Role | None]
"""Where a name of a body stands, and what the clause says that it does."""


@dataclass(frozen=True, slots=True)
class Named:
    """A body that a clause names, by its place in the text of the unit.

    Attributes:
        head: where the head stands that it shares with a later one (献县、青县政府); empty where it has its own.
    """

    start: int
    end: int
    role: Role
    head: tuple[int, int] | None = None

    @property
    def runs(self) -> tuple[tuple[int, int], ...]:
        """Where it is written: its name, and the head that it shares."""
        return ((self.start, self.end), self.head) if self.head else ((self.start, self.end),)

    def written(self, text: str) -> str:
        """Its name, complete on its own."""
        return "".join(text[slice(*run)] for run in self.runs)


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause, its place in the text of the unit (brackets included), the bodies that it names, and its form.

    The form is `verb` (甲牵头，乙负责), `label` (责任单位：甲), `list` (甲、乙 alone) or `line` (a line 牵头单位：甲).
    """

    start: int
    end: int
    named: tuple[Named, ...]
    form: str
