"""Paragraphs that say who is responsible."""

import re

from extract.brackets import CLOSING
from extract.clauses.clauses import clauses
from extract.structure.paragraphs import Paragraph

_WHO = "(?:牵头|责任|主办|主责|配合|参与|参加|协办|协同|协作|承办|负责|落实|实施|支持)(?:单位|部门|主体)"
CLAUSE = re.compile(
    rf"(?:{_WHO}[^，。；、]{{0,6}}?[：:]|[（(〔【［\[]{_WHO})|(?:负责|牵头|配合|参与|参加|落实|协办|承办|实施)[。.]?[）)〕】］\]]"
)
"""What a responsibility clause has somewhere: a label, or a verb in front of the bracket that closes it."""

_BRACKET_END = re.compile(f"[{re.escape(CLOSING)}][。；;]?$")
_BY_DUTY = re.compile("(?:(?:职责|职能|任务|分工)负责|为责任(?:单位|部门|主体))。?$")


def says_who(paragraph: Paragraph) -> bool:
    """A paragraph holds a responsibility clause, be it one that only lists bodies at its end."""
    if CLAUSE.search(paragraph.text):
        return True
    end, text = paragraph.tail, paragraph.text
    if _BRACKET_END.search(end):
        return any(clauses(text, first_leads=False))
    said = "牵头" in end or _BY_DUTY.search(end) is not None
    return said and any(clause.end >= len(text.rstrip("。")) for clause in clauses(text, first_leads=False))
