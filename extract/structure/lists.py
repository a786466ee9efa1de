"""Lists of points that one responsibility clause behind them makes a single measure."""

from extract.clauses.clauses import says_only_who
from extract.structure.duties import says_who
from extract.structure.naming import Part
from extract.structure.tables import name_duties

_FEW, _LEAST = 4, 3


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
