"""What can go wrong in asking, each error holding what offended and saying what to do."""

from typing import TYPE_CHECKING

from deltakg import DeltakgError

if TYPE_CHECKING:
    from queries.lookup import Candidate
    from queries.plain import Interpretation


def did_you_mean(near: tuple[str, ...]) -> str:
    """`; did you mean 徐州市 or 叙州区?`, empty where nothing is near."""
    return f"; did you mean {' or '.join(near)}?" if near else ""


class HeaderError(DeltakgError, ValueError):
    """The header of a `.rq` file is not in the subset of YAML that is read.

    Attributes:
        line: number of the line that offends, from 1.
    """

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(f"line {line} of the header: {reason}")
        self.line = line


class UsageError(DeltakgError, ValueError):
    """The question was put wrongly: a name, an argument or a choice is wrong.

    Attributes:
        exit_status: what a program ends with that is used wrongly.
    """

    exit_status = 2


class FormatError(UsageError):
    """The name of a file to write asks for a format that is not written here.

    Attributes:
        path: the file.
        formats: the formats that are.
    """

    def __init__(self, path: str, formats: tuple[str, ...]) -> None:
        super().__init__(
            f"{path}: no such file is written here, but {', '.join(formats)}; name it so, or choose with --format"
        )
        self.path = path
        self.formats = formats


class UnknownQuestionError(UsageError, LookupError):
    """The catalogue has no question of this name.

    Attributes:
        name: what was asked for.
        near: names that look like it.
    """

    def __init__(self, name: str, near: tuple[str, ...]) -> None:
        super().__init__(f"no question is called {name!r}{did_you_mean(near) or ';'} `deltakg queries` lists them all")
        self.name = name
        self.near = near


class ArgumentError(UsageError):
    """The arguments do not fit the question's parameters.

    Attributes:
        question: name of the question.
    """

    def __init__(self, question: str, reason: str) -> None:
        super().__init__(f"{question}: {reason}")
        self.question = question


class UnknownNameError(UsageError, LookupError):
    """Nothing in the store is called so.

    Attributes:
        text: what was typed.
        kinds: what it should name (place, agency …), () for anything.
        near: names that look like it.
        other: what is called so and is of another kind (`a region`), "" where nothing is.
        held: names that there are, of which the first are said where none looks like it.
    """

    shown = 12

    def __init__(
        self,
        text: str,
        kinds: tuple[str, ...],
        near: tuple[str, ...] = (),
        other: str = "",
        held: tuple[str, ...] = (),
    ) -> None:
        hint = f"; it is the name of {other}" if other else did_you_mean(near)
        if held and not hint:
            hint = f"; it holds {', '.join(held[: self.shown])}{', …' if len(held) > self.shown else ''}"
        what = f"no {' or '.join(kinds)}" if kinds else "nothing"
        super().__init__(f"{what} in this store is called {text!r}{hint}")
        self.text = text
        self.kinds = kinds
        self.near = near
        self.other = other
        self.held = held


class UnknownUnitError(UsageError, LookupError):
    """A plan has no unit of this id.

    Attributes:
        stem: the plan's.
        unit: what was asked for.
        held: the ids that there are, of which the first are said where none looks like it.
    """

    shown = 12

    def __init__(self, stem: str, unit: str, near: tuple[str, ...], held: tuple[str, ...]) -> None:
        listed = f"; it has {', '.join(held[: self.shown])}{', …' if len(held) > self.shown else ''}"
        super().__init__(f"{stem} has no unit {unit!r}{did_you_mean(near) or listed}")
        self.stem = stem
        self.unit = unit
        self.held = held


class AmbiguousNameError(UsageError, LookupError):
    """Several things are called so, and none of them ranks above the others.

    Attributes:
        text: what was typed.
        candidates: what it may mean, in the order of their codes or names.
    """

    shown = 12

    def __init__(self, text: str, candidates: "tuple[Candidate, ...]") -> None:
        listed = [f"  {candidate.described()}" for candidate in candidates[: self.shown]]
        if len(candidates) > self.shown:
            listed.append(f"  … and {len(candidates) - self.shown} more")
        lines = "\n".join(listed)
        super().__init__(
            f"{text!r} may be any of these; write more of the name, or the code or path behind it:\n{lines}"
        )
        self.text = text
        self.candidates = candidates


class NotUnderstoodError(UsageError):
    """A question in plain language is not understood well enough to be answered.

    Attributes:
        text: the question.
        near: the interpretations that come nearest, best first.
    """

    def __init__(self, text: str, near: "tuple[Interpretation, ...]") -> None:
        lines = "".join(f"\n  {one.call()}   {one.question.title()}" for one in near)
        nearest = f"; nearest is{lines}" if near else "; `deltakg queries` lists what can be asked"
        super().__init__(f"this is not understood well enough to be answered: {text}{nearest}")
        self.text = text
        self.near = near


class SparqlError(DeltakgError, ValueError):
    """The text is no SPARQL question.

    Attributes:
        line: number of the line where reading it failed, from 1; 0 where unknown.
        column: number of the character in that line, from 1; 0 where unknown.
    """

    def __init__(self, reason: str, line: int = 0, column: int = 0, source: str = "") -> None:
        where = f"line {line}, column {column}: " if line else ""
        super().__init__(f"SPARQL {where}{reason}" + (f"\n  {source}" if source else ""))
        self.line = line
        self.column = column


class RefusedError(SparqlError):
    """The question would leave the store or change it, which is refused."""


class QuestionFileError(DeltakgError, OSError):
    """A file with a question cannot be read.

    Attributes:
        path: the file.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path

    def __str__(self) -> str:
        """The message alone: OSError may print a tuple."""
        return str(self.args[0])


class EngineError(DeltakgError, OSError):
    """The store could not answer."""

    def __str__(self) -> str:
        """The message alone: OSError may print a tuple."""
        return str(self.args[0])


class EndpointError(EngineError):
    """An endpoint could not be asked, or did not answer.

    Attributes:
        endpoint: its address.
        status: the HTTP status that it answered with, 0 where it answered none.
    """

    def __init__(self, endpoint: str, reason: str, status: int = 0) -> None:
        super().__init__(f"{endpoint}: {reason}")
        self.endpoint = endpoint
        self.status = status


class OutputError(DeltakgError, OSError):
    """The answer could not be written.

    Attributes:
        path: the file.
    """

    def __init__(self, path: str, error: OSError) -> None:
        super().__init__(f"{path}: cannot be written ({error.strerror or error})")
        self.path = path
        self.errno = error.errno

    def __str__(self) -> str:
        """The message alone: OSError would print a tuple."""
        return str(self.args[0])
