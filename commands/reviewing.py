"""The verbs for who reviews extraction: explain, candidates."""
# ruff: noqa: PLC0415 - each verb imports what it needs

import os
import sys
from typing import TYPE_CHECKING

import click

from commands.completion import complete_stem
from commands.options import examples, language_of_heads, output_options, store_folder
from commands.output import columns, is_terminal, print_answer, say, write
from queries.formats import REPORTS, format_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extract.plan import Document


def _told(documents: "Iterable[Document]") -> "Iterator[Document]":
    """The documents; of each it is said what pages cannot be read."""
    for document in documents:
        if notice := document.notice():
            say(notice)
        yield document


@click.command(
    epilog=examples(
        "deltakg explain suzhou 15", "deltakg explain plan.txt 第15条", "deltakg explain suzhou 15 --output 15.html"
    )
)
@click.argument("plan", shell_complete=complete_stem)
@click.argument("unit")
@output_options(REPORTS)
def explain(plan: str, unit: str, form: str | None, output: str | None) -> None:
    """Show a unit with its facts marked, and what was left out.

    PLAN is a plan of the store or a file, UNIT an id as `deltakg facts` prints it. Each fact is numbered, with the
    rule that found it, and so is each candidate, with the reason why it is no fact. The text is extracted anew,
    so that rules that have changed since the store was built show. A terminal gets colours, unless NO_COLOR is set.
    """
    from difflib import get_close_matches

    from extract.pipeline import Extractor, profile_of
    from extract.structure.plans import plan as structure
    from kg.rereading import documents, unit_named
    from queries.errors import UnknownUnitError
    from queries.explanation import shown
    from queries.marks import explanation

    (document,) = _told(documents(store_folder(), (plan,)))
    read = structure(document)
    wanted = unit_named(read, unit)
    if wanted is None:
        held = tuple(one.id for one in read.units)
        raise UnknownUnitError(read.stem, unit, tuple(get_close_matches(unit, held, n=3)), held)
    found = explanation(document, read, Extractor().explain(wanted, profile_of(read)))
    form = form or format_of(output or "", REPORTS)
    colour = not output and is_terminal(sys.stdout) and not os.environ.get("NO_COLOR")
    write(shown(found, form, language_of_heads(), columns=columns(output), colour=colour), form, output)


@click.command(
    epilog=examples("deltakg candidates suzhou", "deltakg candidates --kind cooperation --output candidates.csv")
)
@click.argument("plans", nargs=-1, metavar="[PLAN]...", shell_complete=complete_stem)
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice(
        ("cooperation", "partners", "targets", "policies", "responsibilities", "projects", "industries", "places")
    ),
    help="List only these.",
)
@output_options()
def candidates(plans: tuple[str, ...], kinds: tuple[str, ...], form: str | None, output: str | None) -> None:
    """List what looks like a fact and gave none.

    Sentences with two places and a word of cooperation but no tie; names that end like an organisation's, an
    undertaking's or an industry's, and divisions, that became nothing; figures in a sentence that aims at something;
    marks 《》 and brackets like those of a clause that gave nothing. PLAN is a plan of the store or a file; all of
    the store where none is named.
    """
    from extract.pipeline import Extractor
    from kg.candidates import candidates as find
    from kg.rereading import documents, explained
    from queries.candidates import laid_out, rows

    extractor = Extractor()
    language = language_of_heads()
    found = (
        candidate
        for document in _told(documents(store_folder(), plans))
        for read, one in explained(extractor, document)
        for candidate in find(read, one)
        if not kinds or candidate.kind in kinds
    )
    print_answer(rows(found, language), form, output, laid_out(language))
