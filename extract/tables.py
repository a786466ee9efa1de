"""Tables: the text of a row, each cell behind its header, so that it reads like lines (责任单位：市教育局)."""

from extract.bodies import is_body
from extract.clauses import names_bodies
from extract.lines import Cell

_COLON = "："


def labels(header: tuple[Cell, ...]) -> list[str]:
    """What the cells of a row of headers say."""
    return ["".join(line.text for line in cell.lines) for cell in header]


def states_duties(header: list[str]) -> bool:
    """Whether a column says who is responsible."""
    return any(map(names_bodies, header))


def row_text(row: tuple[Cell, ...], header: list[str]) -> tuple[str, tuple[int, ...]]:
    """The text of a row, a line for each cell that holds something: its header, a colon, and what it holds.

    Headers are printed once, far above the row: their characters, the colon and the newline behind a cell count as
    the bar in front of the cell, so that the places of the characters go up.

    Args:
        row: the cells.
        header: what the headers above them say; a column without one has "" or none.

    Returns:
        The text, and the place of each character in the document's text.
    """
    text: list[str] = []
    offsets: list[int] = []
    for n, cell in enumerate(row):
        if not cell.lines:
            continue
        label = header[n] if n < len(header) else ""
        before = "\n" * bool(text) + (label + _COLON if label else "")
        text.append(before)
        offsets += [cell.bar] * len(before)
        for m, line in enumerate(cell.lines):
            if m and names_bodies(label) and is_body(cell.lines[m - 1].text):
                text.append("、")  # bodies that stand below each other in a cell are a list
                offsets.append(offsets[-1])
            text.append(line.text)
            offsets += line.offsets
    return "".join(text), tuple(offsets)
