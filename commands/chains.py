"""The verb that looks for ties through third ones: chain."""
# ruff: noqa: PLC0415 - each verb imports what it needs

import click

from commands.completion import complete_name
from commands.options import engine_options, examples, language_of_heads, output_options
from commands.output import asked, choose, print_answer, say, told


@click.command(epilog=examples("deltakg chain 谯城区 徐州", "deltakg chain 亳州 上海 --hops 2"))
@click.argument("first", shell_complete=complete_name("place", "organization"))
@click.argument("second", shell_complete=complete_name("place", "organization"))
@click.option("--hops", type=click.IntRange(min=1), metavar="N", help="The most ties that a chain may have.")
@engine_options
@output_options()
def chain(first: str, second: str, hops: int | None, form: str | None, output: str | None) -> None:
    """Show how two sides are tied through others.

    A side is a place or an organization. The shortest chains of ties are given, a row for each step; ties with
    a region or a group such as 沪苏浙 do not count.
    """
    from queries.chains import HOPS, chains, laid_out, rows
    from queries.names import resolve

    kinds = ("place", "organization")
    with asked() as engine:
        ends = [resolve(engine, kinds, name, choose=choose) for name in (first, second)]
        told(ends)
        one, other = (end.taken for end in ends)
        found = chains(engine, one.iri, other.iri, hops=hops or HOPS)
        if not found:
            say(f"no chain of at most {hops or HOPS} ties leads from {one.label} to {other.label}")
        print_answer(rows(found), form, output, laid_out(language_of_heads()))
