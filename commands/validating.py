"""The verb that checks a graph: validate."""
# ruff: noqa: PLC0415 - each verb imports what it needs

import re
import sys
from typing import TYPE_CHECKING

import click

from commands.options import PATH, examples, language_of_heads, output_options, store_folder
from commands.output import say, write
from commands.progress import showing_progress
from queries.formats import FORMATS, format_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.violations import Violation
    from queries.engine import Rows

_COLUMNS = ("document", "unit", "fact", "node", "check", "value", "message")
_HEADS = dict(zip(_COLUMNS, ("文件", "单元", "事实", "节点", "规则", "值", "要求"), strict=True))
_LONGEST = 40


@click.command(epilog=examples("deltakg validate", "deltakg validate graph.nq --format csv"))
@click.argument("file", required=False, type=PATH, metavar="[FILE]")
@output_options()
def validate(file: str | None, form: str | None, output: str | None) -> int:
    """Check the graph against the ontology's rules.

    FILE is an RDF file; the store is checked where none is given. A line for each violation names the document, the
    unit and the fact, the rule, what offends, and what the rule asks for. The exit status is 1 where there are any.
    """
    found = _found(file)
    if found or form or output:
        from queries.output import rendered
        from queries.tables import Layout

        form = form or format_of(output or "", FORMATS)
        rows = _rows(found, whole=form != FORMATS[0])
        heads = _HEADS if language_of_heads() == "zh" else {}
        hidden = ("node",) if all(one.fact for one in found) else ()
        # A line each: a terminal may break it, a table does not.
        write(rendered(rows, form, Layout(heads, hidden), columns=sys.maxsize), form, output)
    many = len(found)
    say(f"{file or store_folder()}: {many or 'no'} violation{'' if many == 1 else 's'}")
    return 1 if found else 0


def _found(file: str | None) -> "list[Violation]":
    with showing_progress() as progress:
        from pathlib import Path

        from kg.store import Store
        from kg.validation import validate_file, validate_store

        if file:
            return validate_file(Path(file), progress)
        with Store(store_folder()).open() as reader:
            return validate_store(reader, progress)


def _rows(violations: "Iterable[Violation]", *, whole: bool) -> "Rows":
    """Violations as rows; long values are cut unless whole ones are wanted."""
    from pyoxigraph import Literal, NamedNode

    from queries.engine import Rows

    language = language_of_heads()
    rows = []
    for one in violations:
        value = one.value if whole or len(one.value) <= _LONGEST else f"{one.value[:_LONGEST]}…"
        offends = NamedNode(one.value) if "://" in one.value and not re.search(r"\s", one.value) else Literal(value)
        fact = NamedNode(one.fact) if one.fact else None
        who = (Literal(one.document), Literal(one.unit), fact, NamedNode(one.node))
        rows.append((*who, Literal(one.check), offends, Literal(one.message(language))))
    return Rows(_COLUMNS, tuple(rows))
