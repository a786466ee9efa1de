"""The verb that takes a question in plain language: ask."""
# ruff: noqa: PLC0415 - each verb imports what it needs

import click

from commands.options import engine_options, examples, language_of_heads, output_options
from commands.output import asked, choose, layout_of, print_answer, say, told


@click.command(
    epilog=examples(
        "deltakg ask which projects involve Xuzhou",
        "deltakg ask 谁牵头轨道交通",
        "deltakg ask 宿州和徐州有哪些合作 --dry-run",
    )
)
@click.argument("words", nargs=-1, required=True, metavar="QUESTION...")
@click.option("--dry-run", "--explain", "dry_run", is_flag=True, help="Show how it is understood; ask nothing.")
@click.option("--limit", type=click.IntRange(min=0), metavar="N", help="Print at most so many rows.")
@engine_options
@output_options()
def ask(words: tuple[str, ...], dry_run: bool, limit: int | None, form: str | None, output: str | None) -> None:  # noqa: FBT001 - click gives it by name
    """Ask in plain words, Chinese or English.

    The words are matched with the questions of the catalogue and the names in the graph. Which question was chosen,
    and how to ask it again, is told on standard error. What the catalogue has no question for is not answered; the
    three that come nearest are shown.
    """
    from queries.ask import ask as answer
    from queries.listing import interpreted
    from queries.plain import chosen, understand
    from queries.settling import settled

    text = " ".join(words)
    language = language_of_heads()
    with asked() as engine:
        ranked = understand(engine, text)
        if dry_run:
            print_answer(interpreted(ranked, language), form, output)
            return
        taken, readings = settled(engine, chosen(text, ranked))
        say(f"{taken.question.title(language)}: {taken.call()}")
        if taken.unexplained:
            say(f"left out of account: {', '.join(taken.unexplained)}")
        found = answer(engine, taken.question, taken.arguments, limit=limit, choose=choose)
        told(readings)
        told(found.readings)
        if not found.rows.rows and limit != 0:
            from queries.emptiness import why

            for line in why(engine, found, taken.arguments):
                say(line)
        print_answer(found.rows, form, output, layout_of(found.question))
