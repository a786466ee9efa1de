"""What pictures are drawn from: the entities, facts, units and plans of a graph, asked for once."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from queries.engine import Engine
from queries.terms import value

CLASSES = {
    "AdministrativeDivision": "place",
    "Zone": "zone",
    "Region": "region",
    "PlaceGroup": "group",
    "Agency": "agency",
    "AgencyGroup": "agency-group",
    "Organization": "organization",
    "Project": "project",
    "Industry": "industry",
    "Policy": "policy",
    "Unit": "unit",
}
"""Classes of the ontology that are drawn, with their kind in pictures; of two, the first is taken."""

_SIGNS = {">=": "≥", "<=": "≤", "~": "≈", "-": "−"}
"""Operators as print has them."""

_MUNICIPALITY = "市"
"""How a province ends that is a city at once: 上海市."""


@dataclass(frozen=True, slots=True)
class Entity:
    """Something that facts speak of.

    Attributes:
        iri: its IRI.
        kind: one of the values of `CLASSES`.
        label: its official name.
        level: level of an administrative division, "" for everything else.
        upper: IRI of what it lies in or belongs to, "" where nothing is known.
        english: its English name, "" where there is none.
        names: every other name, in any language.
    """

    iri: str
    kind: str
    label: str
    level: str = ""
    upper: str = ""
    english: str = ""
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """A passage of a plan.

    Attributes:
        iri: its IRI.
        document: stem of its plan.
        name: its id inside the plan.
        locator: how a citation points at it.
        citation: how it is cited.
    """

    iri: str
    document: str
    name: str
    locator: str
    citation: str


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan.

    Attributes:
        document: its stem.
        title: its title, the stem where it has none.
        place: IRI of its jurisdiction, "" where that is unknown.
        period: first and last year, None for one that is unknown.
    """

    document: str
    title: str
    place: str
    period: tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Target:
    """What a fact that is a target says.

    Attributes:
        indicator: what is measured.
        operator: how the figure is meant, as `dk:operator` says.
        value: the figure as the graph writes it.
        measured: the unit of measure.
        year: the due year, None where there is none.
        annual: whether it is for each year.
    """

    indicator: str
    operator: str
    value: str
    measured: str
    year: int | None
    annual: bool

    def said(self) -> str:
        """The target in a line: `常住人口城镇化率 ≥ 50%`."""
        return f"{self.indicator} {_SIGNS.get(self.operator, self.operator)} {self.value}{self.measured}"


@dataclass(frozen=True, slots=True)
class Statement:
    """A fact, with the sentence that it rests on.

    Attributes:
        iri: its IRI.
        kind: its class, as the ontology names it.
        unit: the passage that states it.
        sentence: the sentence around its evidence.
        citation: how it is cited.
        detail: notation of its mechanism, stage, role or kind of partner, "" where it has none.
        roles: IRIs of what it speaks of, by the name of the property.
        target: what it says, where it is a target.
    """

    iri: str
    kind: str
    unit: Unit
    sentence: str
    citation: str
    detail: str
    roles: Mapping[str, tuple[str, ...]]
    target: Target | None = None


@dataclass(frozen=True, slots=True)
class Contents:
    """What a graph holds that can be drawn.

    Attributes:
        entities: all entities by IRI, also places that no fact names.
        statements: all facts, in printed order.
        units: all units by IRI, in printed order.
        plans: all plans by stem.
        words: names of notations and classes: scheme, then notation, then language.
    """

    entities: Mapping[str, Entity]
    statements: tuple[Statement, ...]
    units: Mapping[str, Unit]
    plans: Mapping[str, Plan]
    words: Mapping[str, Mapping[str, Mapping[str, str]]]

    def english(self, iri: str) -> str:
        """The English name of something, "" where it has none, or where it is a notation."""
        entity = self.entities.get(iri)
        return entity.english if entity else ""

    def city(self, iri: str) -> str:
        """The city that a place, a zone or an agency lies in, which is what ties are counted for.

        That is the prefecture; a municipality as a whole; a county that its province governs directly. What
        stands above cities, and what is no place, is itself.
        """
        chain = [iri]
        while (entity := self.entities.get(chain[-1])) and entity.upper and entity.upper not in chain:
            if entity.level in {"prefecture", "province", "country"}:
                break
            chain.append(entity.upper)
        here = self.entities.get(iri)
        if here is None or here.kind not in {"place", "zone", "agency", "agency-group"}:
            return iri
        last = self.entities.get(chain[-1])
        if last and last.level == "prefecture":
            return last.iri
        if last and last.level == "province" and len(chain) > 1 and not last.label.endswith(_MUNICIPALITY):
            return chain[-2]
        return chain[-1]


def contents(engine: Engine) -> Contents:
    """Ask for all that can be drawn.

    Raises:
        EngineError: where the store cannot answer.
    """
    units = {
        row["unit"]: Unit(row["unit"], row["document"], row["name"], row["locator"], row["citation"])
        for row in _ask(engine, "units")
    }
    plans = {
        row["document"]: Plan(
            row["document"], row["title"] or row["document"], row["place"], (_year(row["from"]), _year(row["to"]))
        )
        for row in reversed(_ask(engine, "plans"))  # of several rows for one plan, the first counts
    }
    words: defaultdict[str, defaultdict[str, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
    for row in _ask(engine, "words"):
        words[row["scheme"]][row["notation"]].setdefault(row["language"], row["label"])
    return Contents(_entities(engine), _statements(engine, units), units, dict(sorted(plans.items())), words)


def _entities(engine: Engine) -> dict[str, Entity]:
    names: defaultdict[str, list[str]] = defaultdict(list)
    for row in _ask(engine, "names"):
        names[row["entity"]].append(row["name"])
    found: dict[str, Entity] = {}
    rank = list(CLASSES)
    rows = sorted(
        _ask(engine, "entities"), key=lambda row: (row["entity"], rank.index(row["class"].rpartition("#")[2]))
    )
    for row in rows:
        iri = row["entity"]
        if iri not in found:
            kind = CLASSES[row["class"].rpartition("#")[2]]
            others = tuple(sorted({*names[iri]} - {row["label"]}))
            found[iri] = Entity(iri, kind, row["label"], row["level"], row["upper"], row["english"], others)
    return found


def _statements(engine: Engine, units: Mapping[str, Unit]) -> tuple[Statement, ...]:
    roles: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in _ask(engine, "roles"):
        roles[row["fact"]][row["role"].rpartition("#")[2]].append(row["entity"])
    found: dict[str, Statement] = {}
    for row in _ask(engine, "facts"):
        about = {role: tuple(entities) for role, entities in roles[row["fact"]].items()}
        kind = row["class"].rpartition("#")[2]
        found[row["fact"]] = Statement(
            row["fact"],
            kind,
            units[row["unit"]],
            row["sentence"],
            row["citation"],
            row["detail"],
            about,
            _target(row),
        )
    return tuple(found.values())


def _target(row: Mapping[str, str]) -> Target | None:
    if not row["indicator"]:
        return None
    year, annual = _year(row["year"]), row["annual"] == "true"
    return Target(row["indicator"], row["operator"], row["value"], row["measured"], year, annual)


def _year(text: str) -> int | None:
    return int(text) if text else None


def _ask(engine: Engine, name: str) -> list[dict[str, str]]:
    """The rows of a question of this folder, "" where a variable is unbound."""
    found = engine.rows(files("viz").joinpath(f"{name}.rq").read_text(encoding="utf-8"))
    return [dict(zip(found.columns, map(value, row), strict=True)) for row in found.rows]
