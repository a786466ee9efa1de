"""The verbs that ask: query, queries, sparql."""
# ruff: noqa: PLC0415 - each verb imports what it needs

import sys

import click

from commands.completion import complete_argument, complete_level, complete_question
from commands.options import PATH, engine_options, examples, language_of_heads, output_options
from commands.output import asked, choose, is_terminal, layout_of, print_answer, say, told, write
from queries.formats import FORMATS, format_of


@click.command(
    epilog=examples(
        "deltakg query projects-involving 徐州",
        "deltakg query cooperation-between 宿州 徐州 --level as-group",
        "deltakg query measures-led-by 市发展改革委 --output measures.csv",
    )
)
@click.argument("name", shell_complete=complete_question)
@click.argument("arguments", nargs=-1, shell_complete=complete_argument)
@click.option(
    "--level", metavar="LEVEL", shell_complete=complete_level, help="How wide: named, within, known or as-group."
)
@click.option("--limit", type=click.IntRange(min=0), metavar="N", help="Print at most so many rows.")
@engine_options
@output_options()
def query(
    name: str, arguments: tuple[str, ...], level: str | None, limit: int | None, form: str | None, output: str | None
) -> None:
    """Ask a question of the catalogue.

    `deltakg queries` lists the questions. Arguments are given in order, or as NAME=VALUE.
    A place may be 徐州, 徐州市, Xuzhou, xuzhou or 320300.
    """
    from queries.ask import ask
    from queries.catalogue import question

    wanted = question(name)  # a wrong name is said even where there is no store
    with asked() as engine:
        found = ask(engine, wanted, arguments, level=level, limit=limit, choose=choose)
        told(found.readings)
        print_answer(found.rows, form, output, layout_of(found.question))
        if not found.rows.rows and limit != 0:
            from queries.emptiness import why

            for line in why(engine, found, arguments, level=level):
                say(line)


@click.command(epilog=examples("deltakg queries", "deltakg queries projects-involving"))
@click.argument("name", required=False, shell_complete=complete_question)
@output_options()
def queries(name: str | None, form: str | None, output: str | None) -> None:
    """List the questions in their groups, or show one of them."""
    from queries.catalogue import grouped, question
    from queries.listing import described, listed
    from queries.tables import Layout

    language = language_of_heads()
    form = form or format_of(output or "", FORMATS)
    if name is None:
        everything = [one for questions in grouped().values() for one in questions]
        print_answer(listed(everything, language), form, output, Layout(hidden=("example",)))
    elif form == FORMATS[0]:
        write([described(question(name), language)], form, output)
    else:
        print_answer(listed([question(name)], language), form, output)


@click.command(
    epilog=examples(
        "deltakg sparql 'SELECT ?stem { ?plan a dk:Plan ; dk:stem ?stem }'",
        "deltakg sparql -f question.rq --format json",
    )
)
@click.argument("text", required=False, metavar="[QUERY]")
@click.option(
    "--file", "-f", type=PATH, metavar="FILE", help="Read the question from a file, `-` being standard input."
)
@engine_options
@output_options()
def sparql(text: str | None, file: str | None, form: str | None, output: str | None) -> None:
    """Ask the graph in SPARQL.

    SELECT, ASK, CONSTRUCT and DESCRIBE are answered. The question is an argument, a file, or standard input.
    The prefixes of the graph need no PREFIX lines.
    """
    from queries.guard import check
    from queries.terms import prefixes

    question = _sparql(text, file)
    check(question)
    with asked() as engine:
        print_answer(engine.ask(question, prefixes()), form, output)


def _sparql(text: str | None, file: str | None) -> str:
    """The question, from wherever it is."""
    if text is not None and file is not None:
        msg = "give the question as an argument or as a file, not both"
        raise click.UsageError(msg)
    if text is not None:
        return text
    if file is None and (not sys.stdin or is_terminal(sys.stdin)):
        msg = "give a question as an argument, with --file, or on standard input"
        raise click.UsageError(msg)
    from queries.reading import question_file

    return question_file("-" if file is None else file)
