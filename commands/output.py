"""What verbs print: answers on standard output, all else on standard error."""
# ruff: noqa: PLC0415 - each verb imports what it needs

import errno
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO, TextIO

import click

from commands.options import language_of_heads, setting, store_folder
from deltakg import DeltakgError
from queries.formats import FORMATS, format_of

if TYPE_CHECKING:
    from queries.catalogue import Question
    from queries.engine import Answer, Embedded, Engine
    from queries.errors import AmbiguousNameError
    from queries.lookup import Candidate
    from queries.names import Reading
    from queries.tables import Layout


def say(text: str) -> None:
    """Tell the reader something that is no answer."""
    if not setting("quiet"):
        click.echo(text, err=True)


@contextmanager
def opened() -> "Iterator[Embedded]":
    """Open the store that the options name, for questions."""
    from kg.store import Store
    from queries.engine import Embedded

    with Store(store_folder()).open() as reader:
        yield Embedded(reader)


@contextmanager
def asked() -> "Iterator[Engine]":
    """What the options name to answer questions: an endpoint, or a store, which is opened."""
    endpoint = setting("endpoint")
    if endpoint is None:
        if setting("timeout"):
            msg = "--timeout is for --endpoint; a store of this machine is waited for"
            raise click.UsageError(msg)
        with opened() as engine:
            yield engine
        return
    if setting("store"):
        msg = "give a store or an endpoint, not both"
        raise click.UsageError(msg)
    from queries.remote import SECONDS, Remote

    yield Remote(endpoint, seconds=setting("timeout") or SECONDS)


def columns(output: str | None) -> int:
    """How wide a table may be: as the terminal is, and always the same in a file or a pipe."""
    from queries.output import WIDTH

    if output:
        return WIDTH
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or WIDTH
    except (AttributeError, OSError, ValueError):  # closed, or no terminal
        return WIDTH


def write(pieces: Iterable[str], form: str, output: str | None) -> None:
    """Print text, or save it."""
    if output:
        from queries.saving import save

        save(output, pieces, form=form)
        return
    with standard_output():
        for piece in pieces:
            sys.stdout.write(piece)


class ReaderLeftError(Exception):
    """Whoever reads standard output has read enough; click would make it an error."""


@contextmanager
def standard_output() -> Iterator[BinaryIO]:
    """Standard output as bytes, with what goes wrong there explained."""
    from queries.errors import OutputError

    where = "standard output"
    if sys.stdout is None:
        raise OutputError(where, OSError(errno.EBADF, "it is closed"))
    try:
        yield sys.stdout.buffer
        sys.stdout.flush()
    except BrokenPipeError:
        raise ReaderLeftError from None
    except OSError as error:
        if isinstance(error, DeltakgError):
            raise
        raise OutputError(where, error) from error


def print_answer(found: "Answer", form: str | None, output: str | None, layout: "Layout | None" = None) -> None:
    """Print what an engine found, or save it."""
    from queries.engine import Rows, Triples
    from queries.output import rendered

    if not form:
        form = format_of(output or "", (*FORMATS, "turtle") if isinstance(found, Triples) else FORMATS)
        form = FORMATS[0] if form == "turtle" else form  # which is how a graph is shown
    if form == FORMATS[0] and isinstance(found, Rows) and not found.rows:
        say("no rows")
    write(rendered(found, form, layout, columns=columns(output)), form, output)


def layout_of(question: "Question") -> "Layout":
    """Say how the rows of a question are laid out, with heads in the language of the reader."""
    from queries.tables import Layout

    language = language_of_heads()
    heads = {name: titles[language] for name, titles in question.columns.items()}
    return Layout(heads, question.hidden, question.below)


def told(readings: "Iterable[Reading]") -> None:
    """Tell how names were read, where that is not plain."""
    for reading in readings:
        if not reading.is_plain():
            say(reading.described())


def is_terminal(stream: TextIO | None) -> bool:
    """Whether someone sits at a stream, which may also be closed."""
    return bool(stream and stream.isatty())


def choose(error: "AmbiguousNameError") -> "Candidate":
    """Ask back, where there is someone to ask."""
    if not (is_terminal(sys.stdin) and is_terminal(sys.stderr)):
        raise error
    click.echo(f"{error.text!r} may be", err=True)
    for number, candidate in enumerate(error.candidates, start=1):
        click.echo(f"{number:>4}  {candidate.described()}", err=True)
    chosen = click.prompt("which one", type=click.IntRange(1, len(error.candidates)), err=True)
    return error.candidates[chosen - 1]
