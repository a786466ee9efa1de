"""Parts that say who is responsible, and lists of points that one clause behind them makes a single measure."""

import re

from extract.brackets import CLOSING
from extract.clauses.clauses import clauses, says_only_who
from extract.structure.naming import Part
from extract.structure.paragraphs import Paragraph
from extract.structure.tables import name_duties

_WHO = "(?:牵头|责任|主办|主责|配合|参与|参加|协办|协同|协作|承办|负责|落实|实施|支持)(?:单位|部门|主体)"
CLAUSE = re.compile(
    rf"(?:{_WHO}[^，。；、]{{0,6}}?[：:]|[（(〔【［\[]{_WHO})|(?:负责|牵头|配合|参与|参加|落实|协办|承办|实施)[。.]?[）)〕】］\]]"
)
"""What a responsibility clause has somewhere: a label, or a verb in front of the bracket that closes it."""

_BRACKET_END = re.compile(f"[{re.escape(CLOSING)}][。；;]?$")
_BY_DUTY = re.compile("(?:职责|职能|任务|分工)负责。?$")
_FEW, _LEAST = 4, 3


def says_who(paragraph: Paragraph) -> bool:
    """A paragraph holds a responsibility clause, be it one that only lists bodies at its end."""
    if CLAUSE.search(paragraph.text):
        return True
    end, text = paragraph.tail, paragraph.text
    if _BRACKET_END.search(end):
        return any(clauses(text, first_leads=False))
    said = "牵头" in end or _BY_DUTY.search(end) is not None
    return said and any(clause.end >= len(text.rstrip("。")) for clause in clauses(text, first_leads=False))


def has_clause(part: Part) -> bool:
    """A paragraph of its own, or a table in it, says who is responsible."""
    return any(map(says_who, part.node.paragraphs)) or any(name_duties(table.rows) for table in part.node.tables)


def mark_lists(root: Part) -> None:
    """Mark the parts whose numbers count the points of one measure: a clause behind the last of them is for all.

    Those beside such a part are measures without numbers in them, each with a clause of its own, or lists too.
    """
    for part in root.walk():
        beside = [below for below in part.below if below.node.kind == "part"]
        with_clause = [one for one in beside if one.is_leaf and has_clause(one)]
        if len(beside) >= _FEW and 3 * len(with_clause) >= 2 * len(beside):
            for one in beside:
                one.holds_list = _is_list(one)
        elif len(beside) >= _LEAST and not with_clause and all(map(_is_list, beside)):
            for one in beside:
                one.holds_list = True


def _is_list(part: Part) -> bool:
    """A clause stands behind the last of its points, in a line of its own, and none before."""
    points = [below for below in part.below if below.node.kind == "part"]
    last = points[-1].node.paragraphs[1:] if points else []
    return (
        bool(last)
        and says_only_who(last[-1].text)
        and all(point.is_leaf for point in points)
        and not any(map(has_clause, [part, *points[:-1]]))
    )
