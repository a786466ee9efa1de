"""The verbs that reason: reason, why."""
# ruff: noqa: PLC0415 - each verb imports what it needs

from typing import TYPE_CHECKING

import click

from commands.options import PATH, examples, language_of_heads, output_options, store_folder
from commands.output import choose, columns, opened, print_answer, told, write
from queries.formats import FORMATS, format_of

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
    """Ask a reasoner whether the graph contradicts itself.

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


@click.command(
    epilog=examples(
        "deltakg why 徐州轨道交通1号线 involves 江苏",
        "deltakg why suzhou/15 involvesAsGroup 上海",
        "deltakg why 宿州 tiedWith 徐州 --format json",
    )
)
@click.argument("subject")
@click.argument("property_", metavar="PROPERTY")
@click.argument("object_", metavar="OBJECT")
@output_options()
def why(subject: str, property_: str, object_: str, form: str | None, output: str | None) -> None:
    """Explain why a statement holds.

    It says which document, or what the world knows, states it; or by which rule it follows, with the facts that it
    rests on, their sentences and citations, and what else it takes, such as which place lies in which. A subject or
    object is a name, a code, a plan with its unit (suzhou/15), a prefixed name or an IRI; a property is a name of the
    ontology (involvesNamed), a label in either language, or an IRI.
    """
    from kg.why import why as ask
    from queries.inferences import explained, reasons
    from queries.statements import statement

    form = form or format_of(output or "", FORMATS)
    language = language_of_heads()
    with opened() as engine:
        asked = statement(engine, subject, property_, object_, choose)
        told(asked.readings)
        rows = explained(engine, ask(engine.reader, asked.triple), language)
    if form == FORMATS[0]:
        write(reasons(rows, language, columns(output)), form, output)
    else:
        print_answer(rows, form, output)
