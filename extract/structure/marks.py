"""Signs in front of labels and between the fields of a line, read as what they part: ★牵头单位, 任务1|责任单位."""

import re
from collections.abc import Iterator

from extract.clauses.words import LABEL

_ASKED = re.compile("单位|部门|时限|时间|领导|责任人")
_MARK = re.compile(
    r"[★☆※●○◎◆◇■□▪▶►➢✓✦❖⊙▲△][ \u3000]{0,3}(?=[\u4e00-\u9fff])|(?m:^)[ \t\u3000]*[-*+•·][ \t\u3000]+(?=[\u4e00-\u9fff])"
)
_BARRED = re.compile(r"^[^|\n]+\|[^\n]*$", re.MULTILINE)
_RULE = re.compile(r"[\s:|-]+")
_DRAWN_RULE = re.compile(r"^[ \t\u3000]*(?:[\u2500\u2501\u250c-\u257f+][\u2500-\u257f+\- \t\u3000=]*)$", re.MULTILINE)
_DRAWN = re.compile("[─━═]|\\+-")
_BEFORE_LABEL = re.compile(r"[ \t\u3000]*")
_FEWEST_BARS = 2
_BAR = "│"


def without_marks(text: str) -> str:
    """The text with spaces for the ornaments in front of labels, and with bars without a frame read as such.

    A bar in front of a label parts lines, one between the other fields of its line white space; where the line holds
    no label it is one of a table.

    Args:
        text: of a document; a character stands for one.
    """
    if _ASKED.search(text) is None:
        return text
    signs: list[str] | None = None
    for mark in _MARK.finditer(text):
        if LABEL.match(text, mark.end()):
            signs = signs or list(text)
            signs[mark.start() : mark.end()] = " " * (mark.end() - mark.start())
    for rule in _drawn_rules(text):
        signs = signs or list(text)
        signs[rule.start() : rule.end()] = " " * len(rule[0])
    for line in _BARRED.finditer(text) if "|" in text else ():
        bars = [at for at in range(*line.span()) if text[at] == "|"]
        if len(bars) < _FEWEST_BARS or line[0].lstrip().startswith("|") or line[0].rstrip().endswith("|"):
            continue
        signs = signs or list(text)
        if _RULE.fullmatch(line[0]):
            signs[line.start() : line.end()] = " " * len(line[0])
            continue
        labelled = {at for at in bars if LABEL.match(text, _BEFORE_LABEL.match(text, at + 1).end())}  # type: ignore[union-attr]  # it matches nothing, too
        for at in bars:
            signs[at] = "\n" if at in labelled else " " if labelled else _BAR
    return "".join(signs) if signs else text


def _drawn_rules(text: str) -> Iterator[re.Match[str]]:
    """The lines that draw the frame of a table."""
    return _DRAWN_RULE.finditer(text) if _DRAWN.search(text) else iter(())
