"""What is refused before a question of someone's own reaches the engine.

pyoxigraph would follow SERVICE to other machines, treats FROM as a choice of graphs that the merge
does not need, and ends the process where a question is nested too deeply.
"""

import re

from queries.errors import RefusedError
from queries.terms import is_text

LONGEST = 500_000
"""Characters of the longest question."""
DEEPEST = 500
"""Brackets that may be open at once."""

_TOKEN = re.compile(
    r"""
      \#[^\n]*                                              # a comment
    | <[^<>"{}|^`\\\x00-\x20]*>                             # an IRI
    | '''(?:[^\\]|\\.)*?''' | \"""(?:[^\\]|\\.)*?\"""       # a long string
    | '(?:[^'\\\n]|\\.)*' | "(?:[^"\\\n]|\\.)*"             # a string
    | [?$@][\w-]+                                           # a variable, a language
    | (?P<name>[^\W\d_][\w.-]*)?:[^\s{}()\[\];,|/^*+?!=<>"']*   # a name with a prefix
    | (?P<word>[^\W\d_]\w*)                                 # a word of the language
    | (?P<open>[{(\[]) | (?P<close>[})\]])
    """,
    re.VERBOSE | re.DOTALL,
)
_REFUSED = {
    "SERVICE": "SERVICE would ask another server; this store answers from its own graph alone",
    "FROM": "FROM is not needed: the default graph holds everything; name one graph with GRAPH <…> { … }",
}
_UPDATES = frozenset({"LOAD", "INSERT", "DELETE", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"})


def check(sparql: str) -> None:
    """Refuse what must not be asked of a store.

    Args:
        sparql: the question as typed; whether it is SPARQL at all is for the engine to say.

    Raises:
        RefusedError: where it would leave the store (SERVICE, FROM), change it (LOAD, INSERT …), or is too
            long or too deeply nested for the engine.
    """
    if not is_text(sparql):
        msg = "this is no UTF-8"
        raise RefusedError(msg)
    if len(sparql) > LONGEST:
        msg = f"a question of more than {LONGEST:,} characters is not asked"
        raise RefusedError(msg)
    depth = 0
    begun = False
    for token in _TOKEN.finditer(sparql):
        word = (token["word"] or "").upper()
        if reason := _REFUSED.get(word):
            raise _refused(sparql, token.start(), reason)
        if depth == 0 and not begun and word in _UPDATES:
            raise _refused(sparql, token.start(), "questions only; `deltakg add` and `deltakg remove` change a store")
        begun = begun or word in {"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"}
        depth += bool(token["open"]) - bool(token["close"])
        if depth > DEEPEST:
            raise _refused(sparql, token.start(), f"more than {DEEPEST} brackets are open at once")


def _refused(sparql: str, position: int, reason: str) -> RefusedError:
    line = sparql.count("\n", 0, position) + 1
    return RefusedError(reason, line, position - sparql.rfind("\n", 0, position))
