"""The timeline: targets by the year in which they are due, and projects by stage within the period of their plan."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from queries.engine import Rows
from viz.contents import Contents, Plan, Statement
from viz.page import page, palette, table, text_of

ANNUAL, UNDATED = "annual", "undated"
"""Columns beside the years: what is due each year, and what has no year."""


class Part(NamedTuple):
    """What one share of a bar stands for.

    Attributes:
        stage: notation of the stage.
        start: where it begins, as a share of the bar's length.
        length: its share of the bar.
        mentions: the facts: each project once at this stage, in printed order.
    """

    stage: str
    start: float
    length: float
    mentions: Sequence[Statement]


class Line(NamedTuple):
    """What one plan aims at.

    Attributes:
        plan: the plan.
        targets: facts that are targets, by year, `ANNUAL` or `UNDATED`.
        stages: its projects by stage, as the parts of a bar.
    """

    plan: Plan
    targets: Mapping[int | str, Sequence[Statement]]
    stages: Sequence[Part]


class Timeline(NamedTuple):
    """All plans along the years.

    Attributes:
        drawn: the graph.
        columns: the years that a target or a period names, then `ANNUAL` and `UNDATED` where they are needed.
        lines: the plans.
    """

    drawn: Contents
    columns: Sequence[int | str]
    lines: Sequence[Line]

    def table(self) -> Rows:
        """A row for each target and each project at a stage."""
        return table(("document", "what", "when", "name", "detail", "sentence", "citation"), self._rows())

    def _rows(self) -> Iterator[Sequence[object]]:
        for line in self.lines:
            for column in self.columns:
                for one in line.targets.get(column, ()):
                    yield self._row(line, "target", column, self.said(one), one)
            period = "–".join(str(year) for year in line.plan.period if year)
            for part in line.stages:
                for one in part.mentions:
                    yield self._row(line, "project", period, self.project(one), one)

    @staticmethod
    def _row(line: Line, what: str, when: object, name: str, one: Statement) -> Sequence[object]:
        return line.plan.document, what, when, name, one.detail, one.sentence, one.citation

    @staticmethod
    def said(one: Statement) -> str:
        """What a target says, in a line."""
        return one.target.said() if one.target else ""

    def grouped(self, targets: Sequence[Statement]) -> Mapping[str, Sequence[Statement]]:
        """Targets by what they say: several passages may say the same."""
        found: dict[str, list[Statement]] = {}
        for one in targets:
            found.setdefault(self.said(one), []).append(one)
        return found

    def is_empty(self, column: int | str) -> bool:
        """Whether no plan aims at anything in a column."""
        return not any(line.targets.get(column) for line in self.lines)

    def project(self, one: Statement) -> str:
        """The name of the project that a fact mentions."""
        return "、".join(self.drawn.entities[iri].label for iri in one.roles.get("project", ()))

    def html(self, language: str) -> str:
        """The page.

        Args:
            language: `en` or `zh`, which it is shown in at first.
        """
        return page(
            "timeline.html",
            self.drawn,
            language,
            scripts=[text_of("assets/page.js")],
            styles=[text_of("assets/page.css"), text_of("assets/timeline.css")],
            timeline=self,
        )


def timeline(drawn: Contents) -> Timeline:
    """The timeline of a graph."""
    lines = [_line(drawn, plan) for plan in drawn.plans.values()]
    lines = [line for line in lines if line.targets or line.stages]
    named = {column for line in lines for column in line.targets}
    years = {year for line in lines for year in line.plan.period if year} | {
        one for one in named if isinstance(one, int)
    }
    return Timeline(drawn, [*sorted(years), *(column for column in (ANNUAL, UNDATED) if column in named)], lines)


def _line(drawn: Contents, plan: Plan) -> Line:
    targets: dict[int | str, list[Statement]] = {}
    stages: dict[str, dict[tuple[str, ...], Statement]] = {}
    for one in drawn.statements:
        if one.unit.document != plan.document:
            continue
        if one.target:
            column = one.target.year or (ANNUAL if one.target.annual else UNDATED)
            targets.setdefault(column, []).append(one)
        elif one.kind == "ProjectMention":
            stages.setdefault(one.detail, {}).setdefault(one.roles.get("project", ()), one)
    total = sum(map(len, stages.values()))
    parts, start = [], 0.0
    for stage in palette()["stage"]:
        if mentions := stages.get(stage):
            length = len(mentions) / total
            parts.append(Part(stage, start, length, tuple(mentions.values())))
            start += length
    return Line(plan, targets, parts)
