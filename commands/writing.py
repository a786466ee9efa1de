"""The verbs that change a store: build, add, remove."""
# ruff: noqa: PLC0415 - each verb imports what it needs

from typing import TYPE_CHECKING

import click

from commands.completion import complete_stem
from commands.options import PATH, examples, store_folder, store_options
from commands.output import say
from commands.progress import showing_progress

if TYPE_CHECKING:
    from kg.build import Outcome


def _base(context: click.Context, parameter: click.Parameter, value: str | None) -> str:
    from kg.identity import BASE, Names

    try:
        return Names(value or BASE).base
    except ValueError as error:
        raise click.BadParameter(str(error), context, parameter) from None


def _done(outcome: "Outcome") -> None:
    for notice in outcome.notices:
        say(notice)
    many = len(outcome.documents)
    stems = ", ".join(document.stem for document in outcome.documents[:5]) + (", …" if many > 5 else "")  # noqa: PLR2004 - a line's worth
    say(f"{store_folder()} holds {many} document{'' if many == 1 else 's'}{f': {stems}' if stems else ''}")


@click.command(epilog=examples("deltakg build documents"))
@click.argument("inputs", nargs=-1, required=True, type=PATH, metavar="FILE|FOLDER...")
@click.option("--base", callback=_base, metavar="IRI", help="Where id/ and graph/ stand in the graph.")
@store_options
def build(inputs: tuple[str, ...], base: str) -> None:
    """Make the store anew from documents.

    Whatever it held before is gone from it; where building fails it is as it was.
    """
    with showing_progress() as progress:
        from kg.build import build as make

        outcome = make(store_folder(), inputs, base=base, progress=progress)
    _done(outcome)


@click.command(epilog=examples("deltakg add documents/suzhou.txt"))
@click.argument("inputs", nargs=-1, required=True, type=PATH, metavar="FILE|FOLDER...")
@store_options
def add(inputs: tuple[str, ...]) -> None:
    """Add documents to the store.

    A document whose stem the store holds already is replaced.
    """
    with showing_progress() as progress:
        from kg.build import add as put

        outcome = put(store_folder(), inputs, progress=progress)
    _done(outcome)


@click.command(epilog=examples("deltakg remove suzhou"))
@click.argument("stems", nargs=-1, required=True, metavar="STEM...", shell_complete=complete_stem)
@store_options
def remove(stems: tuple[str, ...]) -> None:
    """Remove documents from the store by stem.

    A stem is the name of a document's file without its extension.
    """
    with showing_progress() as progress:
        from kg.build import remove as take

        outcome = take(store_folder(), stems, progress=progress)
    _done(outcome)
