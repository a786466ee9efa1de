"""Stars that mark a body of a clause (*市教育局、市财政局), among those that Markdown sets for emphasis."""

import re

from extract.clauses.bodies import is_body

_STAR = re.compile(r"(?<!\*)\*(?!\*)")
_PARTS = re.compile("[、，,；;：:（(〔［【）)〕］】。|/]")
_BULLET = re.compile(r"\s*\*\s+[（(\d一二三四五六七八九十第]")
_IN_FRONT = (*"（(〔［【：:、，,；;/", "")
_BEHIND = (*"）)〕］】、，,；;。/", "")
_OPENING, _CLOSING = tuple("（(〔［【"), tuple("）)〕］】")
_LONGEST = 40


def stars(text: str) -> frozenset[int]:
    """The places of the stars that mark the body behind or in front of them; two around one run are emphasis.

    Args:
        text: a line, or what a cell holds.
    """
    found: list[int] = []
    opened = -1
    bullet = _BULLET.match(text)
    for star in _STAR.finditer(text, bullet.end() if bullet else 0):
        at = star.start()
        if text[at - 1 : at] in _OPENING and text[at + 1 : at + 2] in _CLOSING:  # 市教育局（*）
            found.append(at)
        elif _begins(text, at):
            found += [opened] * (opened >= 0)
            opened = at
        elif opened >= 0 and text[at + 1 : at + 2] in _BEHIND:
            opened = -1
        elif _ends(text, at):
            found.append(at)
    found += [opened] * (opened >= 0)
    return frozenset(at for at in found if _marks_body(text, at))


def _begins(text: str, at: int) -> bool:
    before = text[:at].rstrip(" \\")[-1:] if at else ""
    return before in _IN_FRONT and text[at + 1 : at + 2] not in _BEHIND


def _ends(text: str, at: int) -> bool:
    return text[at + 1 : at + 2] in _BEHIND


def _marks_body(text: str, at: int) -> bool:
    """The run between the star and the next sign, on the side where no sign stands beside it, is the name of a body."""
    behind = _PARTS.split(text[at + 1 : at + _LONGEST], 1)[0].strip()
    before = _PARTS.split(text[max(0, at - _LONGEST) : at].rstrip("（(〔［【"))[-1].strip()
    return is_body(behind or before)
