"""Labels of bodies whose colon is another sign: 责任单位——市教育局, 【牵头】市教育局, 牵头单位（市教育局）."""

import re

from extract.clauses.bodies import is_body, is_known_body
from extract.clauses.words import ENDS_IN_LABEL, names_bodies

_SIGN = re.compile("(?<=[位门])[ \u3000]{0,2}(?:—{1,2}|[–\\-→⇒=／/]{1,2})[ \u3000]{0,2}(?=[\u4e00-\u9fff])")
_BRACKETED = re.compile(
    "[【〖［\\[](?P<label>[\u4e00-\u9fff]{2,8}(?:单位|部门)|牵头|主办|主责|责任|配合|参与|协办|协同)[】〗］\\]](?=[\u4e00-\u9fff])"
)
_IN_BRACKETS = re.compile("(?<=[位门])[（(](?P<said>[^（()）\n]{3,200})[）)](?=[；;，,。、\n\r]|$)")
_SPACED = re.compile("[（(](?P<said>[^（()）、，,；;：:\n]{4,120})[）)]")
_VERB = re.compile("(?:按职责|共同|分别|具体)?(?:分工)?(?:牵头(?:负责)?|配合|负责|参与|协办|主办)$")
_LIST = re.compile(r"[、，,；;。（(）)【】\[\]\s]|(?=牵头|配合|负责)")
_BOUNDS = tuple("。；;，,、 \u3000\t\n\r")
_ASKED = re.compile("单位|部门|[【〖［\\[][牵主责配参协]")
_NEAR, _SHORTEST, _LONGEST = 12, 3, 40


def with_colon_signs(text: str) -> str:
    """The text with a colon for the sign between a label and the bodies that it names; a character stands for one.

    Bodies in a bracket that white space alone parts stand with 、 between them (市教育局牵头　市财政局配合).
    """
    found: list[tuple[int, int, str]] = []
    if _ASKED.search(text):
        found += [(*run.span(), "：") for run in _SIGN.finditer(text) if _names(text, run.start(), run.end())]
        for run in _BRACKETED.finditer(text):
            line_start = text[max(0, run.start() - 1) : run.start()] in ("", "\n")
            whole = run["label"].endswith(("单位", "部门"))
            if is_body(_name(text, run.end())) and not (whole and line_start):
                found += [(run.start(), run.start() + 1, " "), (run.end() - 1, run.end(), "：")]
        for run in _IN_BRACKETS.finditer(text):
            at = run.start()
            label = _label(text, at)
            bound = label is not None and (not label or text[label - 1] in _BOUNDS)
            if bound and _is_body_at(text, run.start("said")):
                found += [(at, at + 1, "："), (run.end() - 1, run.end(), " ")]
    found += [gap for run in _SPACED.finditer(text) for gap in _gaps(run)]
    if not found:
        return text
    signs = list(text)
    for start, end, sign in found:
        signs[start:end] = sign.ljust(end - start)
    return "".join(signs)


def _names(text: str, end: int, start: int) -> bool:
    """A label ends in front of a sign, and a body begins behind it."""
    return _label(text, end) is not None and _is_body_at(text, start)


def _label(text: str, end: int) -> int | None:
    """Where the label of bodies begins that ends there."""
    start = max(0, end - _NEAR)
    label = ENDS_IN_LABEL.search(text[start:end] + "：")
    return start + label.start() if label and not label["other"] else None


def _is_body_at(text: str, start: int) -> bool:
    name = _name(text, start)
    return is_known_body(name) or (len(name) >= _SHORTEST and is_body(name) and not names_bodies(name))


def _name(text: str, start: int) -> str:
    """What stands there, to the next sign."""
    return _LIST.split(text[start : start + _LONGEST], maxsplit=1)[0]


def _gaps(run: re.Match[str]) -> list[tuple[int, int, str]]:
    """The white space in a bracket between bodies, where each word is one with or without what it does."""
    said = run["said"]
    words = said.split()
    if len(words) < 2 or not any(map(_VERB.search, words)):  # noqa: PLR2004 - two words have one gap
        return []
    names = [_VERB.sub("", word) for word in words]
    if not (all(map(is_body, names)) and is_known_body(names[0])):
        return []
    start = run.start("said")
    return [(start + gap.start(), start + gap.end(), "、") for gap in re.finditer(r"(?<=\S)\s+(?=\S)", said)]
