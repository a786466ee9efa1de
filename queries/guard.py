"""What is refused before a question of someone's own reaches the engine.

pyoxigraph would follow SERVICE to other machines, treats FROM as a choice of graphs that the merge
does not need, and ends the process where a question is nested too deeply.

Words are told apart by a list of tokens, which is quick and says where something stands. It is no
proof: SPARQL's `<` begins an IRI or compares, as the grammar has it, and its words need no space
between them. So where the letters of SERVICE occur at all, the engine's own parser decides (see
`_leaves`).
"""

import re
from typing import NamedTuple

import pyoxigraph

from queries.errors import RefusedError
from queries.terms import is_text, prefixes

LONGEST = 500_000
"""Characters of the longest question."""
DEEPEST = 500
"""Brackets that may be open at once."""

_TOKEN = re.compile(
    r"""
      \#[^\n]*                                              # a comment
    | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)                     # an IRI
    | '''(?:[^\\]|\\.)*?''' | \"""(?:[^\\]|\\.)*?\"""       # a long string
    | '(?:[^'\\\n]|\\.)*' | "(?:[^"\\\n]|\\.)*"             # a string
    | [?$@][\w-]+                                           # a variable, a language
    | (?P<name>([^\W\d_][\w.-]*)?:[^\s{}()\[\];,|/^*+?!=<>"']*)  # a name with a prefix
    | (?P<word>[^\W\d_]\w*)                                 # a word of the language
    | (?P<open>[{(\[]) | (?P<close>[})\]])
    """,
    re.VERBOSE | re.DOTALL,
)
_SERVICE = "SERVICE would ask another server; this store answers from its own graph alone"
_FROM = "FROM is not needed: the default graph holds everything; name one graph with GRAPH <…> { … }"
_FORMS = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
_UPDATES = frozenset({"LOAD", "INSERT", "DELETE", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"})


_LEAVING = re.compile("s(?=ervice)", re.IGNORECASE)
_POSITION = re.compile(r"error at (\d+):")
_UNSPOKEN = "zqxjkvw"
"""Letters that, before `ervice`, make no word of SPARQL."""


class Dataset(NamedTuple):
    """The graphs that a question is asked of, by IRI.

    Attributes:
        default: those whose merge is the default graph.
        named: those that GRAPH may name.
    """

    default: tuple[str, ...]
    named: tuple[str, ...]


def check(sparql: str, *, with_from: bool = False) -> None:
    """Refuse what must not be asked of a store.

    Args:
        sparql: the question as typed; whether it is SPARQL at all is for the engine to say.
        with_from: whether FROM is let through; `dataset` says what it names.

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
        if word == "SERVICE":
            raise _refused(sparql, token.start(), _SERVICE)
        if word == "FROM" and not with_from:
            raise _refused(sparql, token.start(), _FROM)
        if depth == 0 and not begun and word in _UPDATES:
            raise _refused(sparql, token.start(), "questions only; `deltakg add` and `deltakg remove` change a store")
        begun = begun or word in _FORMS
        depth += bool(token["open"]) - bool(token["close"])
        if depth > DEEPEST:
            raise _refused(sparql, token.start(), f"more than {DEEPEST} brackets are open at once")
    if (found := _LEAVING.search(sparql)) and _leaves(sparql):
        raise _refused(sparql, found.start(), _SERVICE)


def form(sparql: str) -> str:
    """Which of its four forms a question has: SELECT, ASK, CONSTRUCT or DESCRIBE; SELECT where it is none of them."""
    words = ((token["word"] or "").upper() for token in _TOKEN.finditer(sparql))
    return next((word for word in words if word in _FORMS), "SELECT")


def dataset(sparql: str, base: str) -> Dataset | None:
    """The graphs that a question names with FROM and FROM NAMED, None where it names none.

    Args:
        sparql: a question that was checked.
        base: what relative IRIs are relative to.
    """
    written: dict[str, list[str]] = {"FROM": [], "NAMED": []}
    depth, form, behind = 0, -1, ""
    for token in _TOKEN.finditer(sparql):
        word = (token["word"] or "").upper()
        if form < 0 and word in _FORMS:
            form = token.start()
        if behind and (graph := token["iri"] or token["name"]):
            written[behind].append(graph)
        depth += bool(token["open"]) - bool(token["close"])
        if depth == 0 and word in {"FROM", "FROMNAMED"}:
            behind = "NAMED" if word == "FROMNAMED" else "FROM"
        elif behind and word == "NAMED":
            behind = "NAMED"
        elif not token[0].startswith("#"):
            behind = ""
    if not any(written.values()):
        return None
    return Dataset(*(tuple(_resolved(sparql[:form], graphs, base)) for graphs in written.values()))


def _resolved(prologue: str, graphs: list[str], base: str) -> list[str]:
    """IRIs in full, as the engine reads them behind the question's own PREFIX and BASE lines."""
    if not graphs:
        return []
    columns = " ".join(f"({graph} AS ?g{number})" for number, graph in enumerate(graphs))
    try:
        rows = pyoxigraph.Store().query(f"{prologue}\nSELECT {columns} {{}}", base_iri=base, prefixes=prefixes())
    except SyntaxError:
        return []  # then the question is no SPARQL either, which the engine says better
    assert isinstance(rows, pyoxigraph.QuerySolutions)  # noqa: S101 - a SELECT
    return [term.value for row in rows for term in row if isinstance(term, pyoxigraph.NamedNode)]


def _leaves(sparql: str) -> bool:
    """Whether the letters SERVICE are the word of the language anywhere, as the engine's own parser has it.

    Another letter is put for the S. In a string, a comment, a name or an IRI that changes nothing of the
    grammar, so a question that is SPARQL stays so; it stops to be where SERVICE was the word. An empty store
    parses it. What was no SPARQL before is let through: that is for the engine to say.
    """
    letter = next((one for one in _UNSPOKEN if f"{one}ervice" not in sparql.lower()), None)
    if letter is None:
        return True
    changed = _LEAVING.sub(lambda found: letter.upper() if found[0] == "S" else letter, sparql)
    if _line_of_mistake(changed) is None:
        return False
    # An end that is no SPARQL keeps the question itself from being asked: if all before it is, the mistake is there.
    mistake = _line_of_mistake(f"{sparql}\n\0")
    return mistake is None or mistake > sparql.count("\n") + 1


def _line_of_mistake(sparql: str) -> int | None:
    """The line at which a question stops to be SPARQL, the last where none is said; None where it is SPARQL."""
    try:
        pyoxigraph.Store().query(sparql, base_iri="base:", prefixes=prefixes())
    except SyntaxError as error:
        found = _POSITION.match(str(error))
        return int(found[1]) if found else len(sparql)
    except (OSError, ValueError, RuntimeError):  # SPARQL that an empty store cannot answer
        return None
    return None


def _refused(sparql: str, position: int, reason: str) -> RefusedError:
    line = sparql.count("\n", 0, position) + 1
    return RefusedError(reason, line, position - sparql.rfind("\n", 0, position))
