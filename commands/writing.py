"""The verbs that change a store: build, add, import, remove."""
# ruff: noqa: PLC0415 - each verb imports what it needs

from typing import TYPE_CHECKING

import click

from commands.completion import complete_stem
from commands.options import PATH, examples, store_folder, store_options
from commands.output import say
from commands.progress import showing_progress

if TYPE_CHECKING:
    from kg.build import Outcome

_SHOWN = 5
"""Stems in a line."""


def _base(context: click.Context, parameter: click.Parameter, value: str | None) -> str:
    from kg.identity import BASE, Names

    try:
        return Names(value or BASE).base
    except ValueError as error:
        raise click.BadParameter(str(error), context, parameter) from None


def _iri(context: click.Context, parameter: click.Parameter, value: str | None) -> str:
    from kg.identity import is_absolute

    if value and not is_absolute(value):
        msg = f"{value!r} is no absolute IRI"
        raise click.BadParameter(msg, context, parameter)
    return value or ""


def _done(outcome: "Outcome") -> int:
    """Say what a call did; gives the exit status."""
    for notice in outcome.notices:
        say(notice)
    for violation in outcome.refused:
        click.echo(f"left out: {violation.described()}", err=True)
    held = _counted("document", [document.stem for document in outcome.documents])
    if outcome.imports:
        held += f"; {_counted('import', [one.stem for one in outcome.imports])}"
    say(f"{store_folder()} holds {held}")
    return 1 if outcome.refused else 0


def _counted(what: str, stems: list[str]) -> str:
    """`2 documents: qiaocheng, suzhou`."""
    shown = ", ".join(stems[:_SHOWN]) + (", …" if len(stems) > _SHOWN else "")
    return f"{len(stems)} {what}{'' if len(stems) == 1 else 's'}{f': {shown}' if shown else ''}"


@click.command(epilog=examples("deltakg build documents", "deltakg build 'plans/*.pdf' notice.docx"))
@click.argument("inputs", nargs=-1, required=True, type=PATH, metavar="FILE|FOLDER...")
@click.option("--base", callback=_base, metavar="IRI", help="Where id/ and graph/ stand in the graph.")
@store_options
def build(inputs: tuple[str, ...], base: str) -> int:
    """Make the store anew from documents.

    Text (.txt, .md), Word (.docx), PDF and web pages (.html) are read; a folder stands for those in it, a pattern in
    quotes ('plans/*.pdf') for those that match.

    Whatever it held before is gone from it; where building fails it is as it was. A document that violates a rule of
    the ontology is left out and named, and the exit status is 1.
    """
    with showing_progress() as progress:
        from kg.build import build as make

        outcome = make(store_folder(), inputs, base=base, progress=progress)
    return _done(outcome)


@click.command(epilog=examples("deltakg add documents/suzhou.txt"))
@click.argument("inputs", nargs=-1, required=True, type=PATH, metavar="FILE|FOLDER...")
@store_options
def add(inputs: tuple[str, ...]) -> int:
    """Add documents to the store.

    A document whose stem the store holds already is replaced. One that violates a rule of the ontology is left out
    and named, and the exit status is 1.
    """
    with showing_progress() as progress:
        from kg.build import add as put

        outcome = put(store_folder(), inputs, progress=progress)
    return _done(outcome)


@click.command("import", epilog=examples("deltakg import roads.ttl", "deltakg import tests.trig --as-is --store new"))
@click.argument("file", type=PATH, metavar="FILE")
@click.option("--name", metavar="STEM", default="", help="What it is called. [default: the file's name]")
@click.option("--as-is", is_flag=True, help="Keep the dataset exactly as it is, in a store of its own.")
@click.option(
    "--base", metavar="IRI", callback=_iri, help="What relative IRIs are relative to. [default: the import's graph]"
)
@store_options
def import_(file: str, name: str, as_is: bool, base: str) -> None:  # noqa: FBT001 - click gives it by name
    """Import RDF that others made.

    FILE is N-Triples, N-Quads, Turtle, TriG, RDF/XML or JSON-LD. Its graphs keep their names and are merged into the
    default graph like everything else; blank nodes get IRIs. `remove` takes it out again, and `build`, which makes
    the store anew, drops it. Nothing is fetched: a JSON-LD context must stand in the file.
    """
    with showing_progress() as progress:
        from kg.build import import_file

        outcome = import_file(store_folder(), file, name=name, as_is=as_is, relative_to=base, progress=progress)
    _done(outcome)


@click.command(epilog=examples("deltakg remove suzhou"))
@click.argument("stems", nargs=-1, required=True, metavar="STEM...", shell_complete=complete_stem)
@store_options
def remove(stems: tuple[str, ...]) -> None:
    """Remove documents and imports from the store by stem.

    A stem is the name of a document's file without its extension.
    """
    with showing_progress() as progress:
        from kg.build import remove as take

        outcome = take(store_folder(), stems, progress=progress)
    _done(outcome)
