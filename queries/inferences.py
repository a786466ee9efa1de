"""What follows from the graph, as rows: what a reasoner found, and why a statement holds."""

from difflib import ndiff
from typing import TYPE_CHECKING

from pyoxigraph import Literal

from queries.engine import Rows

if TYPE_CHECKING:
    from ontology.reasoner import Outcome


def reasoned(found: "Outcome", taxonomy: str, taken: int, held: int) -> Rows:
    """What a reasoner found, as rows: what was asked, what it says, and in what that is wrong.

    Args:
        found: what it found.
        taxonomy: the classes as they are to stand.
        taken: how many individuals it was given.
        held: of how many.
    """
    hint = "" if found.consistent else "something is at once what nothing can be at once, such as place and agency"
    rows = [("individuals", f"{taken} of {held}", ""), ("consistent", "yes" if found.consistent else "no", hint)]
    if found.consistent:
        names = ", ".join(found.unsatisfiable)
        rows.append(("unsatisfiable classes", str(len(found.unsatisfiable)), names))
        changes = [line for line in ndiff(taxonomy.splitlines(), found.taxonomy().splitlines()) if line[0] in "+-"]
        rows.append(("taxonomy", "differs" if changes else "as the ontology says", ", ".join(changes)))
    return Rows(("question", "answer", "detail"), tuple(tuple(map(Literal, row)) for row in rows))
