"""Labels that white space parts from what they say: 责任单位 市教育局、市财政局, a line each."""

import re
from collections.abc import Iterator

from extract.clauses.bodies import is_body, is_known_body
from extract.clauses.words import LABEL, names_bodies

_ASKED = re.compile("(?:单位|部门)[ \u3000]")
_LINE = re.compile(r"^[ \u3000\t]*(?P<label>[\u4e00-\u9fff]{2,8})[ \u3000]+(?P<said>[^\s、，；]+)", re.MULTILINE)
_FEWEST = 2


def with_colons(text: str) -> str:
    """The text with a colon for the white space behind each label, where several lines begin so.

    What is behind a label of bodies must be one, twice a known one: a line of headers (责任单位 完成时限) says none.

    Args:
        text: of a document; a character stands for one.
    """
    if _ASKED.search(text) is None:
        return text
    lines = list(_labelled(text))
    if sum(names_bodies(line["label"]) and is_known_body(line["said"]) for line in lines) < _FEWEST:
        return text
    signs = list(text)
    for line in lines:
        signs[line.end("label")] = "："
    return "".join(signs)


def _labelled(text: str) -> Iterator[re.Match[str]]:
    for line in _LINE.finditer(text):
        label, said = line["label"], line["said"]
        if LABEL.fullmatch(label + "：") is None or (LABEL.fullmatch(said + "：") and not is_known_body(said)):
            continue
        if not names_bodies(label) or is_body(said):
            yield line
