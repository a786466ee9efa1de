"""Made-up units, read by the pipeline's components."""

from dataclasses import fields
from functools import cache
from typing import TypeVar

from extract.clauses.notes import Order
from extract.components import Profile
from extract.facts import Fact, Span
from extract.pipeline import COMPONENTS, Extractor
from extract.plan import Extraction, Plan, Section, Unit, UnitKind
from extract.rules import rules
from gazetteer.divisions import gazetteer

SUZHOU, QIAOCHENG, ANHUI, CENTRE = "341300", "341602", "340000", "100000"

FactKind = TypeVar("FactKind", bound=Fact)


@cache
def extractor(components: tuple[str, ...] = COMPONENTS) -> Extractor:
    """One extractor a set of components."""
    return Extractor(components)


def unit(text: str, *, kind: UnitKind = "measure", name: str = "1", section: str | None = None) -> Unit:
    """A unit that is printed as it is read."""
    return Unit(name, kind, section, f"第{name}条", text, tuple(range(len(text))))


def profile(
    jurisdiction: str = SUZHOU, *, first_leads: bool = False, heading: str = "", period: tuple[int, int] | None = None
) -> Profile:
    """The profile of a plan of a division."""
    sections = (Section("三", heading, None, Span(0, 1)),) if heading else ()
    plan = Plan("made-up", "行动计划", None, None, None, period, jurisdiction, sections, ())
    return Profile(plan, gazetteer().get(jurisdiction), {"1": Order(first=True)} if first_leads else {})


def facts(
    text: str,
    kind: type[FactKind],
    jurisdiction: str = SUZHOU,
    *,
    unit_kind: UnitKind = "measure",
    period: tuple[int, int] | None = None,
) -> list[FactKind]:
    """The facts of one kind that a text states."""
    found = extractor().facts(unit(text, kind=unit_kind), profile(jurisdiction, period=period))
    assert [] == [fact.rule for fact in found if fact.rule not in rules()], "a rule that rules.toml does not explain"
    return [fact for fact in found if isinstance(fact, kind)]


def told(extraction: Extraction) -> set[tuple[str, ...]]:
    """What the facts of a document say, wherever they stand and whatever rule found them."""
    return {
        (
            fact.kind,
            *(str(getattr(fact, field.name)) for field in fields(fact) if field.name not in {"rule", "evidence"}),
        )
        for fact in extraction.facts
    }
