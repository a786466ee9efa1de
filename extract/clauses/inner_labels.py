"""Labels inside a sentence: 建设茶园2万亩，责任单位为县农业农村局."""

import re

from extract.clauses.bodies import in_brackets, is_body, is_known_body
from extract.clauses.words import LABEL, SHORT_LABEL, label_at

_ASKED = re.compile(
    "(?:单位|部门)[为是]?[：:]|(?:单位|部门)[为是]|(?<=[，,；;])(?:牵头|主办|主责|责任|配合|参与|协办|协同)[：:]"
)
_STOPS = tuple("，,；;")
_LIST = re.compile("[、，,；;。（(：:]")
_LONGEST_LABEL, _LONGEST, _LONGEST_SENTENCE = 12, 40, 5000


def inner_label(text: str, start: int, end: int) -> int:
    """Where the clause begins that ends a sentence: at a label of bodies in it, else at its start.

    The first body behind the label is named in full, or another such label follows.

    Args:
        text: of a unit.
        start: where the sentence begins.
        end: where it ends.
    """
    if end - start > _LONGEST_SENTENCE or _ASKED.search(text, start, end) is None or label_at(text, start, end):
        return start
    for asked in _ASKED.finditer(text, start, end):
        at = max(start, asked.start() - _LONGEST_LABEL)
        label = next((m for m in LABEL.finditer(text, at, asked.end()) if m.end() == asked.end()), None)
        label = label or next((m for m in SHORT_LABEL.finditer(text, at, asked.end()) if m.end() == asked.end()), None)
        if label is None or label["other"]:
            continue
        if label.start() == start:
            return start
        name = _LIST.split(text[label.end() : min(end, label.end() + _LONGEST)], 1)[0]
        if (other := LABEL.search(name + "：")) is not None:
            name = name[: other.start()]  # white space stood between: 牵头单位：县财政局 配合单位：县水利局
        stopped = text[label.start() - 1] in _STOPS
        known = is_known_body(name) or (stopped and is_body(name))
        if known and (stopped or asked[0][-1] in "：:") and not in_brackets(text, start, label.start()):
            return label.start()
    return start


def says_who(text: str, start: int, end: int) -> bool:
    """Whether a label of bodies follows one of persons or of times: 牵头领导：张三；责任单位：市教育局.

    One in a bracket is a clause of its own: 完成时限：年底（责任单位：市教育局）.
    """
    said = (label for label in LABEL.finditer(text, start, end) if not label["other"])
    return any(not in_brackets(text, start, label.start()) for label in said)
