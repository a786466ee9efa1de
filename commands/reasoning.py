"""The verbs that reason: reason."""
# ruff: noqa: PLC0415 - each verb imports what it needs

from typing import TYPE_CHECKING

import click

from commands.options import PATH, examples, output_options, store_folder
from commands.output import print_answer

if TYPE_CHECKING:
    from kg.sample import Sample


@click.command(epilog=examples("deltakg reason", "deltakg reason graph.ttl", "deltakg reason --sample 100"))
@click.argument("file", required=False, type=PATH, metavar="[FILE]")
@click.option(
    "--sample",
    "per_class",
    type=click.IntRange(min=1),
    default=20,
    show_default=True,
    metavar="N",
    help="How many individuals of each class, besides what they lead to.",
)
@click.option("--all", "everything", is_flag=True, help="Take all individuals, which takes long.")
@output_options()
def reason(file: str | None, per_class: int, everything: bool, form: str | None, output: str | None) -> int:  # noqa: FBT001 - click gives it by name
    """Ask a reasoner whether the ontology and the graph contradict themselves.

    HermiT reads the ontology with a sample of individuals of the store, or of FILE, an RDF file; it needs Java.
    The exit status is 1 where something contradicts itself, where nothing can be in some class, or where the
    classes stand otherwise than the ontology's taxonomy says.
    """
    from ontology.reasoner import TAXONOMY
    from ontology.reasoner import reason as ask
    from queries.inferences import reasoned

    taken = _sample(file, 0 if everything else per_class)
    found = ask(taken.triples)
    committed = TAXONOMY.read_text(encoding="utf-8")
    print_answer(reasoned(found, committed, taken.taken, taken.held), form, output)
    return 0 if found.consistent and not found.unsatisfiable and found.taxonomy() == committed else 1


def _sample(file: str | None, per_class: int) -> "Sample":
    from kg.sample import sample, sample_of_file
    from kg.store import Store

    if file:
        return sample_of_file(file, per_class)
    with Store(store_folder()).open() as reader:
        return sample(reader.graph, per_class)
