"""What is no answer of the graph, as rows: the catalogue, and the counts of a store."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from pyoxigraph import Literal

from queries.catalogue import Question, groups
from queries.engine import Rows
from queries.parameters import LEVELS

if TYPE_CHECKING:
    from kg.statistics import Statistics
    from queries.plain import Interpretation

_NEAREST, _UNLIKELY = 3, 0.01


def listed(questions: Iterable[Question], language: str = "en") -> Rows:
    """Questions as rows: their group, the call, what it asks, an example."""
    titles = groups()
    rows = [
        (titles[question.group][language], question.usage(), question.title(language), question.example())
        for question in questions
    ]
    return Rows(("group", "question", "title", "example"), tuple(tuple(map(Literal, row)) for row in rows))


def described(question: Question, language: str = "en") -> str:
    """A question as text to read: what it asks, its parameters, an example, and its SPARQL."""
    lines = [question.usage(), "", f"{question.title(language)}. {question.description(language)}", ""]
    for parameter in question.parameters:
        default = f"; default {parameter.default}" if parameter.default else ""
        name = "--level" if parameter.kinds == ("level",) else parameter.name.upper()
        kinds = " | ".join(LEVELS if parameter.kinds == ("level",) else parameter.kinds)
        lines.append(f"  {name:<10} {parameter.titles[language]} ({kinds}{default})")
    lines += ["", f"Example: {question.example()}", "", question.sparql()]
    return "\n".join(lines)


def interpreted(ranked: Iterable["Interpretation"], language: str = "en") -> Rows:
    """What a question in plain language may ask, as rows, best first: the call, its title, how likely it is.

    What is less likely than one in a hundred is left out, but for the first three.
    """
    rows = [
        (one.call(), one.question.title(language), f"{one.confidence:.2f}", " ".join(one.unexplained))
        for n, one in enumerate(ranked)
        if n < _NEAREST or one.confidence >= _UNLIKELY
    ]
    return Rows(("call", "title", "confidence", "unexplained"), tuple(tuple(map(Literal, row)) for row in rows))


def counted(statistics: "Statistics") -> Rows:
    """The counts of a store as rows: of which plan, or of the whole store, how many of what."""
    counts: list[tuple[str, str, int]] = []
    for plan in statistics.plans:
        counts.append((plan.stem, "units", plan.units))
        counts += [(plan.stem, kind, many) for kind, many in plan.facts.items()]
    counts += [(one.stem, "imported", one.quads) for one in statistics.imports]
    counts += [("", kind, many) for kind, many in statistics.things.items()]
    counts.append(("", "triples", statistics.triples))
    return Rows(
        ("plan", "what", "count"), tuple((Literal(plan), Literal(what), Literal(many)) for plan, what, many in counts)
    )
