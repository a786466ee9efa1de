"""Text on a terminal: how wide it is, and where a line may break."""

import re
import unicodedata

_WIDE = frozenset("WF")
_OPENING = "（《〈“‘「『【〔［｛"
_CLOSING = "，。、；：？！）》〉”’」』】〕］｝…"
_UNIT = re.compile(rf"[{_OPENING}]*(?:[!-~]+|[^\s])[{_CLOSING}]*|\s+")
_JOINT = re.compile(r"(?<=[./:#_-])(?![./:#_-])|(?<=[a-z])(?=[A-Z])")


def clean(text: str) -> str:
    """A text in one line, with nothing in it that a terminal would obey."""
    if text.isprintable():
        return text
    return " ".join("".join(character if character.isprintable() else " " for character in text).split())


def width(text: str) -> int:
    """How many columns a text takes; Chinese characters take two."""
    if text.isascii():
        return len(text)
    return sum(map(_columns, text))


def _columns(character: str) -> int:
    if unicodedata.east_asian_width(character) in _WIDE:
        return 2
    return 0 if unicodedata.combining(character) else 1


def unbroken(text: str) -> int:
    """How many columns the widest part of a text takes that `wrapped` would rather not break."""
    return max((width(unit) for unit in _UNIT.findall(text) if not unit.isspace()), default=0)


def padded(text: str, columns: int, *, right: bool = False) -> str:
    """A text with spaces up to a width, after it, or before it to set it right."""
    spaces = " " * (columns - width(text))
    return spaces + text if right else text + spaces


def wrapped(text: str, columns: int) -> list[str]:
    """A text in lines of at most so many columns, at least two.

    Lines break between Chinese characters and at spaces; a closing mark begins no line, an opening
    mark ends none, and a run of letters and digits stays whole unless it is wider than a line; it is
    then broken behind its points and dashes, or before its capitals, if it has any.
    """
    lines: list[str] = []
    line, used = "", 0
    for unit in _UNIT.findall(text):
        needed = width(unit)
        if used + (needed if not unit.isspace() else 0) <= columns:
            line, used = line + unit, used + needed
            continue
        if line.strip():
            lines.append(line.rstrip())
        line, used = ("", 0) if unit.isspace() else (unit, needed)
        while used > columns:
            cut = _fitting(line, columns)
            lines.append(line[:cut])
            line = line[cut:]
            used = width(line)
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def _fitting(text: str, columns: int) -> int:
    """How many characters of a text that is too wide go into a line: up to its last joint that fits; at least one."""
    taken = 0
    fitting = 0
    while taken + _columns(text[fitting]) <= columns:
        taken += _columns(text[fitting])
        fitting += 1
    joints = (joint.start() for joint in _JOINT.finditer(text[: fitting + 1], 1))
    return max((joint for joint in joints if joint <= fitting), default=max(fitting, 1))
