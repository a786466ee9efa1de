"""Answers in the formats in which they are printed and saved."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from queries.engine import Answer, Rows, Triples, Truth
from queries.tables import Layout
from queries.terms import prefixes, value

if TYPE_CHECKING:
    from queries.engine import Term

WIDTH = 100
"""Columns of a table where no terminal says how wide it is."""


def rendered(answer: Answer, form: str, layout: Layout | None = None, *, columns: int = WIDTH) -> Iterator[str]:
    """The text of an answer, in pieces that end in a newline.

    Tables show IRIs short; all other formats give them whole. A graph as a table is Turtle.

    Args:
        answer: what was answered.
        form: one of `queries.formats.FORMATS`.
        layout: heads of the columns, and how a table shows them.
        columns: the width that a table may take.
    """
    if isinstance(answer, Truth):
        said = "true" if answer.true else "false"
        heads = {"csv": "answer\n", "tsv": "answer\n", "markdown": "| answer |\n| --- |\n"}
        yield heads.get(form, "") + (f"| {said} |\n" if form == "markdown" else f"{said}\n")
        return
    if isinstance(answer, Triples):
        if form == "table":
            yield _turtle(answer)
            return
        answer = Rows(
            ("subject", "predicate", "object"),
            tuple((one.subject, one.predicate, one.object) for one in answer.triples),
        )
    yield from _FORMS[form](answer, layout or Layout(), columns)


def _table(rows: Rows, layout: Layout, columns: int) -> Iterator[str]:
    from queries.tables import table  # noqa: PLC0415 - only for this format

    return (f"{line}\n" for line in table(rows, layout, columns))


def _markdown(rows: Rows, layout: Layout, _columns: int) -> Iterator[str]:
    from queries.tables import markdown  # noqa: PLC0415 - only for this format

    return (f"{line}\n" for line in markdown(rows, layout))


def _separated(delimiter: str) -> Callable[[Rows, Layout, int], Iterator[str]]:
    def pieces(rows: Rows, _layout: Layout, _columns: int) -> Iterator[str]:
        import csv  # noqa: PLC0415 - only for this format
        from io import StringIO  # noqa: PLC0415 - only for this format

        buffer = StringIO(newline="")
        writer = csv.writer(buffer, delimiter=delimiter, lineterminator="\n")
        writer.writerow(rows.columns)
        writer.writerows([value(term) for term in row] for row in rows.rows)
        yield buffer.getvalue()

    return pieces


def _json(rows: Rows, _layout: Layout, _columns: int) -> Iterator[str]:
    lines = [line.removesuffix("\n") for line in _jsonl(rows, _layout, _columns)]
    yield "[\n" + ",\n".join(lines) + "\n]\n" if lines else "[]\n"


def _jsonl(rows: Rows, _layout: Layout, _columns: int) -> Iterator[str]:
    import json  # noqa: PLC0415 - only for this format

    for row in rows.rows:
        yield json.dumps(dict(zip(rows.columns, map(_plain, row), strict=True)), ensure_ascii=False) + "\n"


def _plain(term: "Term | None") -> str | int | float | bool | None:
    """The value of a term as JSON has it; what JSON has no value for stays text."""
    if term is None:
        return None
    text = value(term)
    datatype = getattr(term, "datatype", None)
    namespace, _, local = datatype.value.rpartition("#") if datatype else ("", "", "")
    if namespace.endswith("/XMLSchema"):
        if local == "integer":
            return int(text)
        if local in {"decimal", "double", "float"} and text not in {"NaN", "INF", "-INF"}:
            return float(text)
        if local == "boolean":
            return text == "true"
    return text


def _turtle(answer: Triples) -> str:
    from pyoxigraph import RdfFormat, serialize  # noqa: PLC0415 - only for this format

    known = prefixes()
    text = (serialize(answer.triples, format=RdfFormat.TURTLE, prefixes=known) or b"").decode()
    body = "".join(line for line in text.splitlines(keepends=True) if not line.startswith("@prefix "))
    used = (f"@prefix {prefix}: <{known[prefix]}> .\n" for prefix in sorted(known) if f"{prefix}:" in body)
    return "".join(used) + body


_FORMS = {
    "table": _table,
    "csv": _separated(","),
    "tsv": _separated("\t"),
    "json": _json,
    "jsonl": _jsonl,
    "markdown": _markdown,
}
