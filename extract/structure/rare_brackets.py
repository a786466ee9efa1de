"""Brackets of rare shapes around a responsibility clause: 〈责任单位：市教育局〉, ｛市教育局牵头｝."""

import re

from extract.clauses.words import label_at, verb_at_end

_PAIRS = "〈〉‹›＜＞<>⟨⟩｛｝{}﹛﹜﹝﹞﹙﹚〘〙〚〛⦅⦆｟｠❲❳❨❩︵︶︹︺⟮⟯⟦⟧⁅⁆｢｣"
_SHAPES = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))
_MARKS = {"《": "》", "“": "”"}
"""Marks of titles and of quotes, inside which a label alone tells a clause, behind a stop."""
_STOPS = tuple("。；！\n")
_ANY = "".join((*_SHAPES, *_SHAPES.values(), *_MARKS, *_MARKS.values()))
_ASKED = re.compile("单位|部门|牵头|负责|配合|落实|主办")
_OPENING = re.escape("".join((*_SHAPES, *_MARKS)))
_RUN = re.compile(f"[{_OPENING}](?P<said>[^{re.escape(_ANY)}]{{4,400}})[{re.escape(_ANY)}]")


def with_round(text: str) -> str:
    """The text with round brackets for the rare ones that hold a clause: a label in front, or a verb of duty behind.

    Args:
        text: of a document; a character stands for one.
    """
    signs: list[str] | None = None
    for run in _RUN.finditer(text):
        opening, closing = run[0][0], run[0][-1]
        if _SHAPES.get(opening, _MARKS.get(opening)) != closing or _ASKED.search(run["said"]) is None:
            continue
        start, end = run.span("said")
        stopped = opening in _SHAPES or text[run.start() - 1 : run.start()] in _STOPS
        if (stopped and label_at(text, start, end)) or (opening in _SHAPES and verb_at_end(text, start, end)):
            signs = signs or list(text)
            signs[run.start()], signs[end] = "（", "）"
    return "".join(signs) if signs else text
