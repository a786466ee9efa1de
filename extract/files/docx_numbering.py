"""The numbers that Word prints in front of paragraphs, which stand nowhere in the text: `（一）`, `1.`, `第一章`.

Source: ECMA-376, part 1, 17.9 (numbering) and 17.18.59 (formats of numbers).
"""

from dataclasses import dataclass
from typing import Any, TypeAlias

from docx.oxml.ns import qn

from extract.files.numerals import written

Element: TypeAlias = Any
"""An element of lxml, which has no types."""

_LEVELS = 9


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list.

    Attributes:
        form: the name of the format of its number.
        text: what is printed; `%1` stands for the number of the first level.
        start: its first number.
        restarts: the level behind whose numbers it starts over, counted from 1; 0 for none, None for any above it.
        suffix: what parts the number from the text.
        legal: all numbers in it are written in figures.
        style: the style of paragraphs that stand on it.
    """

    form: str = "decimal"
    text: str = ""
    start: int = 1
    restarts: int | None = None
    suffix: str = " "
    legal: bool = False
    style: str = ""


class Numbering:
    """The lists of a file, counted as its paragraphs come.

    Args:
        part: the root of `numbering.xml`, None where there is none.
        styles: which list and level the paragraphs of a style stand on, "" and None where it does not say.
    """

    def __init__(self, part: Element | None, styles: dict[str, tuple[str, int | None]]) -> None:
        self._styles = styles
        self._lists: dict[str, dict[int, Level]] = {}
        self._links: dict[str, str] = {}
        self._of: dict[str, str] = {}
        self._overrides: dict[str, dict[int, Level]] = {}
        self._starts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        for element in part if part is not None else ():
            if element.tag == qn("w:abstractNum"):
                self._add_list(element)
            elif element.tag == qn("w:num"):
                self._add_use(element)

    def _add_list(self, element: Element) -> None:
        name = element.get(qn("w:abstractNumId"), "")
        levels = (_level(level) for level in element.iterchildren(qn("w:lvl")))
        self._lists[name] = dict(levels)
        if link := _value(element, "w:numStyleLink"):
            self._links[name] = link

    def _add_use(self, element: Element) -> None:
        name = element.get(qn("w:numId"), "")
        self._of[name] = _value(element, "w:abstractNumId") or ""
        self._overrides[name], self._starts[name] = {}, {}
        for override in element.iterchildren(qn("w:lvlOverride")):
            at = _number(override.get(qn("w:ilvl")), 0)
            for level in override.iterchildren(qn("w:lvl")):
                self._overrides[name][at] = _level(level)[1]
            if (start := _value(override, "w:startOverride")) is not None:
                self._starts[name][at] = _number(start, 1)

    def label(self, use: str, level: int | None, style: str) -> str:
        """What is printed in front of a paragraph; it is counted.

        Args:
            use: the list that the paragraph names, "" where it leaves that to its style.
            level: the level that it names.
            style: its style.
        """
        of_style, level_of_style = self._styles.get(style, ("", None))
        use = use or of_style
        name = self._name(use)
        levels = self._lists.get(name, {}) | self._overrides.get(use, {})
        if level is None:
            named = next((at for at, one in levels.items() if style and one.style == style), None)
            level = level_of_style if named is None else named
        at = min(max(level or 0, 0), _LEVELS - 1)
        if at not in levels:
            return ""
        counts = self._counts.setdefault(name, {})
        starts = self._starts.get(use, {})
        if at in starts:  # a use of a list that starts it anew does so once
            counts[at] = starts.pop(at)
        else:
            counts[at] = counts.get(at, levels[at].start - 1) + 1
        for deeper in [deeper for deeper in counts if deeper > at]:
            after = levels[deeper].restarts if deeper in levels else None
            if after is None or at < after:
                del counts[deeper]
        return _printed(levels, counts, at)

    def _name(self, use: str) -> str:
        """The list that a use is of; a list may be that of a style."""
        name = self._of.get(use, "")
        if name in self._links:
            name = self._of.get(self._styles.get(self._links[name], ("", None))[0], name)
        return name


def _printed(levels: dict[int, Level], counts: dict[int, int], at: int) -> str:
    level = levels[at]
    said = level.text
    for n in range(_LEVELS):
        if f"%{n + 1}" in said:
            one = levels.get(n, Level())
            form = "decimal" if level.legal else one.form
            said = said.replace(f"%{n + 1}", written(counts.get(n, one.start), form))
    return said + level.suffix if said and level.form != "bullet" else ""


def _level(element: Element) -> tuple[int, Level]:
    restarts = _value(element, "w:lvlRestart")
    parts = {"tab": " ", "space": " ", "nothing": ""}
    level = Level(
        form=_value(element, "w:numFmt") or "decimal",
        text=_value(element, "w:lvlText") or "",
        start=_number(_value(element, "w:start"), 0),
        restarts=None if restarts is None else _number(restarts, 0),
        suffix=parts.get(_value(element, "w:suff") or "tab", " "),
        legal=element.find(qn("w:isLgl")) is not None,
        style=_value(element, "w:pStyle") or "",
    )
    return _number(element.get(qn("w:ilvl")), 0), level


def _value(element: Element, name: str) -> str | None:
    child = element.find(qn(name))
    return None if child is None else child.get(qn("w:val"))


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 6 else otherwise  # noqa: PLR2004 - no list is longer
