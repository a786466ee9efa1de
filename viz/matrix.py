"""The matrix: which city names which as a partner, and by which mechanisms."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import sqrt
from typing import NamedTuple

from queries.engine import Rows
from viz.contents import Contents
from viz.page import evidence, page, palette, table, text_of
from viz.ties import ties

_CITY = frozenset({"place", "zone"})
_SHADES = 6


class Cell(NamedTuple):
    """What one city says of another, or by one mechanism.

    Attributes:
        row: IRI of the city whose plans speak.
        column: IRI of the partner, or notation of a mechanism.
        statements: positions of the facts.
        answer: `mutual`, `one-sided` or `unanswered`, as the words of pictures say; "" for a mechanism or a
            partner that no plan can be of.
    """

    row: str
    column: str
    statements: tuple[int, ...]
    answer: str = ""

    @property
    def ties(self) -> int:
        """How many ties."""
        return len(self.statements)


class Block(NamedTuple):
    """A heat map.

    Attributes:
        name: `city-by-city`, `others` or `city-by-mechanism`.
        columns: IRIs or notations, those of the most ties first.
        cells: by row and column; what is not there is 0.
    """

    name: str
    columns: Sequence[str]
    cells: Mapping[tuple[str, str], Cell]

    def shade(self, count: int) -> int:
        """How dark a cell is, from 1."""
        most = max(cell.ties for cell in self.cells.values())
        return max(1, round(_SHADES * sqrt(count / most)))


class Matrix(NamedTuple):
    """All heat maps of a graph, which have the same rows.

    Attributes:
        drawn: the graph.
        rows: IRIs of the cities whose plans state ties, those of the most first.
        blocks: the heat maps.
    """

    drawn: Contents
    rows: Sequence[str]
    blocks: Sequence[Block]

    def named(self, key: str) -> str:
        """What a row or column is called in its own words."""
        entity = self.drawn.entities.get(key)
        return entity.label if entity else key

    def table(self) -> Rows:
        """A row for each cell that is not 0."""
        return table(
            (
                "part",
                "city",
                "partner_or_mechanism",
                "ties",
                "answer",
                "citations",
                "city_en",
                "partner_or_mechanism_en",
            ),
            (
                (
                    block.name,
                    self.named(cell.row),
                    self.named(cell.column),
                    cell.ties,
                    cell.answer,
                    "; ".join(dict.fromkeys(self.drawn.statements[one].citation for one in cell.statements)),
                    self.drawn.english(cell.row),
                    self.drawn.english(cell.column),
                )
                for block in self.blocks
                for cell in self._sorted(block)
            ),
        )

    def _sorted(self, block: Block) -> list[Cell]:
        keys = [(row, column) for row in self.rows for column in block.columns]
        return [block.cells[key] for key in keys if key in block.cells]

    def html(self, language: str) -> str:
        """The page.

        Args:
            language: `en` or `zh`, which it is shown in at first.
        """
        blocks = [block for block in self.blocks if block.cells]
        cells = [(block, cell) for block in blocks if block.name != "city-by-mechanism" for cell in self._sorted(block)]
        quoted = [(cell, evidence(self.drawn, cell.statements)) for _, cell in cells]
        return page(
            "matrix.html",
            self.drawn,
            language,
            scripts=[text_of("assets/page.js")],
            styles=[text_of("assets/page.css"), text_of("assets/matrix.css")],
            matrix=self,
            blocks=blocks,
            quoted=quoted,
            numbers={(cell.row, cell.column): number for number, (_, cell) in enumerate(cells)},
        )


def matrix(drawn: Contents) -> Matrix:
    """The heat maps of a graph."""
    number = {statement.iri: position for position, statement in enumerate(drawn.statements)}
    by_partner: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    by_mechanism: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for tie in ties(drawn, by_city=True):
        by_partner[tie.party, tie.partner].append(number[tie.statement.iri])
        by_mechanism[tie.party, tie.mechanism].append(number[tie.statement.iri])
    speaking = {drawn.city(plan.place) for plan in drawn.plans.values() if plan.place}
    pairs = {}
    for (row, column), positions in by_partner.items():
        answer = "mutual" if (column, row) in by_partner else "one-sided" if column in speaking else "unanswered"
        is_city = _is_city(drawn, column)
        pairs[row, column] = Cell(row, column, tuple(positions), answer if is_city else "")
    mechanisms = {key: Cell(*key, tuple(positions)) for key, positions in by_mechanism.items()}
    cities = {key: cell for key, cell in pairs.items() if _is_city(drawn, key[1])}
    others = {key: cell for key, cell in pairs.items() if key not in cities}
    totals = Counter({row: sum(cell.ties for cell in pairs.values() if cell.row == row) for row, _ in pairs})
    rows = [row for row, _ in sorted(totals.items(), key=lambda item: (-item[1], item[0]))]
    known = [notation for notation in palette()["mechanism"] if any(key[1] == notation for key in mechanisms)]
    return Matrix(
        drawn,
        rows,
        (
            Block("city-by-city", _ranked(cities), cities),
            Block("others", _ranked(others), others),
            Block("city-by-mechanism", known, mechanisms),
        ),
    )


def _is_city(drawn: Contents, iri: str) -> bool:
    entity = drawn.entities.get(iri)
    return entity is not None and entity.kind in _CITY


def _ranked(cells: Mapping[tuple[str, str], Cell]) -> list[str]:
    """The columns, those of the most ties first."""
    totals: Counter[str] = Counter()
    for cell in cells.values():
        totals[cell.column] += cell.ties
    return [column for column, _ in sorted(totals.items(), key=lambda item: (-item[1], item[0]))]
