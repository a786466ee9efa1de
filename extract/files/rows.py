"""Tables as text: the form in which every reader writes a table, so that structure finds its rows.

A row is a line of its cells between bars, as in Markdown: `| 1 | 新建幼儿园5所 | 市教育局<br>市财政局 |`. A bar in a
cell has a backslash in front, lines in a cell are parted by `<br>`. What a merged cell holds stands in each row that
it reaches into, and in a header in each column; elsewhere in the first column alone. A table of one column is a frame
around text, and its lines are lines.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

MOST_COLUMNS = 200
"""More columns than this are not made, whatever a file claims."""


_LABEL = re.compile(r"[\u4e00-\u9fff]{0,8}(?:单位|部门|时限|时间|任务|措施|目标|内容|责任人|备注)[：:]?")


class Merged(NamedTuple):
    """A cell as a file gives it.

    Attributes:
        text: its lines.
        columns: how many columns it takes.
        rows: how many rows.
    """

    text: str
    columns: int = 1
    rows: int = 1


def table_text(rows: Sequence[Sequence[Merged]]) -> str:
    """The text of a table.

    Args:
        rows: the cells of each row; one that reaches down from a row above is not repeated.
    """
    grid = [row for row in _grid(rows) if any(row)]
    width = max(map(len, grid), default=0)
    if width == 1:
        return "\n".join(cell for row in grid for cell in row)
    return "\n".join(_row(row + [""] * (width - len(row))) for row in grid)


def labelled(cells: Sequence[str]) -> str:
    """The lines of a row of a table that stands in a cell: a label and what it says are one.

    Args:
        cells: the lines of each cell.
    """
    if len(cells) == 2 and _LABEL.fullmatch(cells[0]) and cells[1] and not _LABEL.fullmatch(cells[1]):  # noqa: PLR2004 - label and what it says
        return f"{cells[0].rstrip('：:')}：{cells[1]}"
    return "\n".join(filter(None, cells))


def _grid(rows: Sequence[Sequence[Merged]]) -> list[list[str]]:
    """A text for every column of every row."""
    grid: list[list[str]] = []
    reaching: dict[int, tuple[str, int]] = {}
    header_is_due = True
    for row in rows:
        cells: dict[int, str] = {}
        below: dict[int, tuple[str, int]] = {}
        for column, (text, left) in reaching.items():
            cells[column] = text
            if left > 1:
                below[column] = text, left - 1
        whole = len(row) == 1 and not cells
        column = 0
        for cell in row:
            while column in cells:
                column += 1
            text = cell.text.strip()
            for at in range(column, min(column + max(cell.columns, 1), MOST_COLUMNS)):
                said = text if at == column or (header_is_due and not whole) else ""
                cells[at] = said
                if cell.rows > 1:
                    below[at] = said, cell.rows - 1
            column += max(cell.columns, 1)
        reaching = below
        if any(cells.values()):
            header_is_due = header_is_due and whole
            grid.append([cells.get(at, "") for at in range(max(cells) + 1)])
    return grid


def _row(cells: list[str]) -> str:
    lines = ("<br>".join(filter(None, map(str.strip, cell.splitlines()))) for cell in cells)
    return "| " + " | ".join(line.replace("|", "\\|") for line in lines) + " |"
