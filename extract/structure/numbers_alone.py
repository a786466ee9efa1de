"""Numbers that stand in a line of their own, as a browser sets them that copies a list: put in front of their text."""

from collections.abc import Iterator
from dataclasses import replace

from extract.structure.furniture import NUMBER_ALONE
from extract.structure.lines import Line


def with_numbers(found: list[Line]) -> Iterator[Line]:
    """The lines, a number that stands alone put in front of the text behind it."""
    number: Line | None = None
    for line in found:
        alone = not line.cells and NUMBER_ALONE.fullmatch(line.text) is not None
        if number is not None and (alone or line.cells):
            yield number
            number = None
        if alone:
            number = line
        elif number is not None:
            yield replace(line, text=number.text + line.text, offsets=number.offsets + line.offsets, gap=0)
            number = None
        else:
            yield line
    if number is not None:
        yield number
