"""The verbs that show what a store holds: facts, show, stats, export."""
# ruff: noqa: PLC0415 - each verb imports what it needs

from typing import Any

import click

from commands.completion import complete_stem
from commands.options import engine_options, examples, output_options
from commands.output import asked, choose, columns, layout_of, opened, print_answer, standard_output, told, write
from queries.formats import FORMATS, GRAPHS, LINES, format_of


@click.command(epilog=examples("deltakg facts suzhou > facts.jsonl"))
@click.argument("stems", nargs=-1, metavar="[STEM]...", shell_complete=complete_stem)
@output_options(LINES)
def facts(stems: tuple[str, ...], form: str | None, output: str | None) -> None:
    """Print the facts of plans, one unit a line.

    The form is that of the annotation guidelines: a line for every unit, also where it states nothing.
    """
    import json

    from kg.facts import export as lines_of

    form = form or format_of(output or "", LINES)
    with opened() as engine:
        lines = (json.dumps(line, ensure_ascii=False) for line in lines_of(engine.reader, stems))
        write(["[\n", ",\n".join(lines), "\n]\n"] if form == "json" else (f"{line}\n" for line in lines), form, output)


@click.command(epilog=examples("deltakg show suzhou", "deltakg show suzhou 15", "deltakg show 徐州"))
@click.argument("names", nargs=-1, required=True, metavar="NAME | PLAN MEASURE", shell_complete=complete_stem)
@click.option("--limit", type=click.IntRange(min=0), metavar="N", help="Print at most so many rows.")
@engine_options
@output_options()
def show(names: tuple[str, ...], limit: int | None, form: str | None, output: str | None) -> None:
    """Show one thing and what is said of it.

    A plan, a measure of it, a place, an agency, a project, a policy, or a fact by the first digits of its id.
    """
    from queries.output import rendered
    from queries.show import heading
    from queries.show import show as find

    form = form or format_of(output or "", FORMATS)
    with asked() as engine:
        shown = find(engine, names, limit=limit, choose=choose)
        told([shown.reading])
        head = heading(shown, columns(output)) if form == FORMATS[0] else ()
        body = rendered(shown.listed.rows, form, layout_of(shown.listed.question), columns=columns(output))
        write([*head, *body], form, output)


@click.command(epilog=examples("deltakg stats"))
@output_options()
def stats(form: str | None, output: str | None) -> None:
    """Count what the store holds."""
    from kg.statistics import stats as count
    from queries.listing import counted

    with opened() as engine:
        print_answer(counted(count(engine.reader)), form, output)


@click.command(epilog=examples("deltakg export --output graph.trig"))
@output_options(GRAPHS)
def export(form: str | None, output: str | None) -> None:
    """Write the whole graph in a format of RDF.

    N-Quads and TriG hold each graph and the merge of all, Turtle and JSON-LD the merge alone.
    """
    from kg.export import dump

    chosen: Any = form or format_of(output or "", GRAPHS)
    with opened() as engine:
        if output:
            from queries.saving import saving

            with saving(output) as file:
                dump(engine.reader, chosen, file)
        else:
            with standard_output() as out:
                dump(engine.reader, chosen, out)
