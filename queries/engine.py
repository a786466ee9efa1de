"""Asking SPARQL: what every engine does, and the engine that asks an open store on this machine.

Results are read whole, in a thread: pyoxigraph cannot cancel a question, but while a thread waits for
it Ctrl-C can end the program.
"""

import re
import threading
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, TypeVar

import pyoxigraph

from queries.errors import EngineError, SparqlError

if TYPE_CHECKING:
    from kg.store import Reader

Term: TypeAlias = pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal | pyoxigraph.Triple
Row: TypeAlias = tuple[Term | None, ...]
T = TypeVar("T")

_LONGEST = 160
_CHARACTERS = re.compile(r"(?:, )?\['.*?'\](?=,|$)|(?:, )?\[_\]")
"""Classes of characters, in the engine's list of what it expected."""
_STACK = 256 << 20
"""Bytes that a question may take on the stack, on which the engine walks it; only what is used is taken."""


class Rows(NamedTuple):
    """The answer to a SELECT: rows under columns.

    Attributes:
        columns: the variables, without question marks.
        rows: a term, or None where it is unbound, for each column.
    """

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


class Triples(NamedTuple):
    """The answer to a CONSTRUCT or DESCRIBE, sorted by their N-Triples."""

    triples: tuple[pyoxigraph.Triple, ...]


class Truth(NamedTuple):
    """The answer to an ASK."""

    true: bool


Answer: TypeAlias = Rows | Triples | Truth


class Engine(ABC):
    """What answers questions: a store on this machine, or an endpoint (`queries.remote`)."""

    @property
    @abstractmethod
    def base(self) -> str:
        """Where `id/` and `graph/` stand in what it asks."""

    @abstractmethod
    def ask(self, sparql: str, prefixes: dict[str, str] | None = None) -> Answer:
        """Ask any SPARQL question.

        Args:
            sparql: the question; `queries.guard` says which ones are safe to ask.
            prefixes: namespaces by prefix that the question uses without saying them.

        Raises:
            SparqlError: where it is no SPARQL, with the line.
            EngineError: where no answer can be had.
        """

    def rows(self, sparql: str) -> Rows:
        """Ask a SELECT question.

        Raises:
            SparqlError: where it is no SPARQL, or no SELECT.
            EngineError: where no answer can be had.
        """
        answer = self.ask(sparql)
        if not isinstance(answer, Rows):
            msg = "expected a SELECT question"
            raise SparqlError(msg)
        return answer


class Embedded(Engine):
    """Answers from a store on this machine.

    Attributes:
        reader: the open store.
    """

    def __init__(self, reader: "Reader") -> None:
        self.reader = reader

    @property
    def base(self) -> str:
        """Where the store's `id/` and `graph/` stand."""
        return self.reader.base

    def ask(self, sparql: str, prefixes: dict[str, str] | None = None) -> Answer:
        """Ask any SPARQL question, as `Engine.ask` says."""
        try:
            return _in_a_thread(lambda: self._ask(sparql, prefixes))
        except SyntaxError as error:
            raise _in_words(explained(str(error), sparql), sparql, prefixes) from None
        except OSError as error:
            msg = f"the store could not answer: {error}"
            raise EngineError(msg) from error

    def _ask(self, sparql: str, prefixes: dict[str, str] | None) -> Answer:
        return answer_of(self.reader.query(sparql, prefixes=prefixes))


def answer_of(results: "pyoxigraph.QuerySolutions | pyoxigraph.QueryBoolean | Iterable[pyoxigraph.Triple]") -> Answer:
    """Results read to their end."""
    if isinstance(results, pyoxigraph.QuerySolutions):
        columns = tuple(variable.value for variable in results.variables)
        return Rows(columns, tuple(tuple(solution) for solution in results))
    if isinstance(results, pyoxigraph.QueryBoolean):
        return Truth(bool(results))
    return Triples(tuple(sorted(set(results), key=str)))


def _in_a_thread(work: Callable[[], T]) -> T:
    """What the work returns or raises; Ctrl-C is heard while it goes on."""
    outcome: list[T] = []
    failure: list[BaseException] = []

    def run() -> None:
        try:
            outcome.append(work())
        except BaseException as error:  # noqa: BLE001 - raised again by the thread that waits
            failure.append(error)

    usual = threading.stack_size(_STACK)
    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    threading.stack_size(usual)
    thread.join()
    if failure:
        raise failure[0]
    return outcome[0]


def explained(message: str, sparql: str, *, before: int = 0) -> SparqlError:
    """The engine's `error at 3:5: expected …`, with the line that it speaks of.

    Args:
        message: what the engine says.
        sparql: the question as typed.
        before: how many characters were sent before it, in its first line.
    """
    position, _, reason = message.removeprefix("error at ").partition(": ")
    line, _, column = position.partition(":")
    if not (line.isdigit() and column.isdigit()):
        return SparqlError(message)
    at = int(column) - (before if line == "1" else 0)
    source = sparql.split("\n")
    shown = source[int(line) - 1].strip() if int(line) <= len(source) else ""
    said = _CHARACTERS.sub("", " ".join(reason.split())).removesuffix("expected").strip() or "this is no SPARQL"
    return SparqlError(said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…", int(line), at, shown[:_LONGEST])


def _in_words(error: SparqlError, sparql: str, known: dict[str, str] | None) -> SparqlError:
    """The error with what was expected in plain words."""
    from queries.mistakes import mistake  # noqa: PLC0415 - needed for mistakes alone
    from queries.terms import prefixes  # noqa: PLC0415 - as above

    found = mistake(sparql, str(error).partition("\n")[0], known or prefixes(), (), (error.line, error.column))
    source = sparql.split("\n")[found.line - 1].strip() if found.line else ""
    return SparqlError(found.said["en"], found.line, found.column, source[:_LONGEST])
