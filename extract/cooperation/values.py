"""The value types of ties in the making."""

from dataclasses import dataclass

from extract.facts import Entity


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A place, group, region or organisation outside the own side, where the text names it."""

    start: int
    end: int
    entity: Entity
    kind: str


Couple = tuple[Entity, Counterpart, tuple[tuple[int, int], ...]]
"""One of the own side and one outside, and where both are named."""
