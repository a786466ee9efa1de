"""The value types that extraction emits: spans, entities and one class a kind of fact.

The fields of `docs/guidelines.md` are the kinds; nothing here knows RDF, and nothing imports spaCy.
"""

from dataclasses import dataclass
from typing import ClassVar, Literal, TypeAlias

EntityKind: TypeAlias = Literal[
    "place", "zone", "region", "place_group", "agency", "agency_group", "organization", "project", "policy"
]
Role: TypeAlias = Literal["lead", "support"]
Stage: TypeAlias = Literal["planned", "preparatory", "starting", "underway", "operating"]
Mechanism: TypeAlias = Literal[
    "strategic", "pairing", "joint-park", "agreement", "alliance", "benchmark", "innovation", "industry",
    "transport", "energy", "water-ecology", "data", "trade", "public-service", "finance", "governance",
]  # fmt: skip
PartnerKind: TypeAlias = Literal[
    "company", "university", "institute", "alliance", "association", "government", "park", "platform",
    "hospital", "finance", "event", "other",
]  # fmt: skip
Operator: TypeAlias = Literal["=", ">=", "<=", ">", "~", "+", "-"]
CitationRelation: TypeAlias = Literal["implements", "based-on", "cites"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open run of characters, in code points of the document's text as the file prints it.

    Raises:
        ValueError: where it is empty or reversed, or starts before the text.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            msg = f"a span needs 0 ≤ start < end, not {self.start}…{self.end}"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True, order=True)
class Entity:
    """Something that facts speak of, by what makes it one thing: its kind, its jurisdiction, its name.

    Attributes:
        kind: what it is.
        name: the official name of a place, the formal name of an agency, else the name as complete.
        jurisdiction: a division's code (GB/T 2260, township 9 digits): the place's own for a place, the one that
            it belongs to for an agency, a zone, a group, a project or a policy ("100000" for national);
            empty for a region and an organization, whose name alone identifies them.
        members: for a group the entities that it is known to stand for; else empty.
    """

    kind: EntityKind
    name: str
    jurisdiction: str = ""
    members: tuple["Entity", ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of the guidelines, as one passage states it.

    Attributes:
        unit: id of the unit that states it.
        rule: name of the rule that found it (`component.rule`).
        as_written: the wording in the passage, complete on its own.
        evidence: the printed characters that it rests on, in order; several where a head is distributed.

    Raises:
        ValueError: where there is no evidence.
    """

    kind: ClassVar[str]

    unit: str
    rule: str
    as_written: str
    evidence: tuple[Span, ...]

    def __post_init__(self) -> None:
        if not self.evidence:
            msg = f"a fact needs evidence: {self!r}"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Responsibility(Fact):
    """An agency or group leads or supports the unit's measure."""

    kind: ClassVar[str] = "Responsibility"

    agency: Entity
    role: Role


@dataclass(frozen=True, slots=True)
class PlaceMention(Fact):
    """An administrative division is named."""

    kind: ClassVar[str] = "PlaceMention"

    place: Entity


@dataclass(frozen=True, slots=True)
class RegionMention(Fact):
    """An area above the local level that is no division is named."""

    kind: ClassVar[str] = "RegionMention"

    region: Entity


@dataclass(frozen=True, slots=True)
class ProjectMention(Fact):
    """A concrete undertaking, with its stage and the places that the passage says it involves."""

    kind: ClassVar[str] = "ProjectMention"

    project: Entity
    stage: Stage
    places: tuple[Entity, ...] = ()


@dataclass(frozen=True, slots=True)
class PartnerMention(Fact):
    """An organization outside the plan's own government is named."""

    kind: ClassVar[str] = "PartnerMention"

    organization: Entity
    partner_kind: PartnerKind


@dataclass(frozen=True, slots=True)
class CooperationTie(Fact):
    """A party of the plan's own side is tied to a place, region or organization outside it."""

    kind: ClassVar[str] = "CooperationTie"

    party: Entity
    partner: Entity
    mechanism: Mechanism


@dataclass(frozen=True, slots=True)
class IndustryMention(Fact):
    """An industry that the unit develops, attracts or serves; `as_written` is its name."""

    kind: ClassVar[str] = "IndustryMention"


@dataclass(frozen=True, slots=True)
class Target(Fact):
    """A quantified aim; `as_written` is its indicator.

    Attributes:
        op: the comparison.
        value: a number in `unit` as printed, a string where it is none ("1:2", "Ⅴ").
        unit_of_measure: as printed (`亿元` stays 亿元), empty where none.
        year: the due year, "annual" for each year, None where none is said.
    """

    kind: ClassVar[str] = "Target"

    op: Operator
    value: int | float | str
    unit_of_measure: str = ""
    year: int | Literal["annual"] | None = None


@dataclass(frozen=True, slots=True)
class Citation(Fact):
    """A policy is cited by its title; `relation`: the plan carries it out, rests on it, or neither."""

    kind: ClassVar[str] = "Citation"

    policy: Entity
    relation: CitationRelation = "cites"
