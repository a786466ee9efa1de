"""What workers do: each job takes its arguments as JSON has them and gives a reply."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode, urljoin

import pyoxigraph

from kg.void import description as store_description
from queries import guard
from queries.catalogue import Question
from queries.catalogue import bound as with_terms
from queries.catalogue import question as catalogued
from queries.engine import Rows
from queries.errors import AmbiguousNameError, UnknownNameError, UsageError
from queries.output import rendered
from queries.parameters import bind
from queries.tables import Layout
from queries.terms import path
from web.engine import Context, UnknownGraphError, failures
from web.graphs import UnwritableError, fitted
from web.graphs import graph as written_graph
from web.negotiation import BOOLEANS, SOLUTIONS, TRIPLES, Format, offered
from web.replies import Reply, data, text
from web.results import Written, rows_of, solutions, truth

if TYPE_CHECKING:
    from queries.lookup import Candidate
    from queries.names import Reading

Wanted = Mapping[str, Sequence[str] | None]
"""The format and the media type for each kind of answer (solutions, boolean, triples), None where none is wanted."""

_CHANGING = re.compile("rand|now|uuid|bnode", re.IGNORECASE)
"""What may make the same question have another answer; found in a name it costs no more than time."""


def sparql(
    context: Context, query: str, default_graphs: Sequence[str], named_graphs: Sequence[str], wanted: Wanted
) -> Reply:
    """Answer a question in SPARQL.

    Args:
        context: the store and the limits.
        query: the question.
        default_graphs: IRIs of the graphs that the protocol asks for, which count more than FROM.
        named_graphs: the same for GRAPH.
        wanted: the formats that the client likes.
    """
    engine, limits = context.engine, context.limits
    if len(query) > guard.LONGEST:
        return text(413, f"a question may have {guard.LONGEST:,} characters; this one has {len(query):,}")
    guard.check(query, with_from=True)
    if default_graphs or named_graphs:
        dataset: guard.Dataset | None = guard.Dataset(tuple(default_graphs), tuple(named_graphs))
    else:
        dataset = guard.dataset(query, engine.base)
    found = engine.results(query, dataset)
    lasting = not _CHANGING.search(query)
    if isinstance(found, pyoxigraph.QueryBoolean):
        form = wanted["boolean"]
        return _answered(truth(bool(found), form[0]), form[1], lasting) if form else _unacceptable(BOOLEANS)
    with failures(query):
        if isinstance(found, pyoxigraph.QuerySolutions):
            if not (form := wanted["solutions"]):
                return _unacceptable(SOLUTIONS)
            columns = tuple(variable.value for variable in found.variables)
            return _answered(solutions(columns, rows_of(found), form[0], limits), form[1], lasting)
        if not (form := wanted["triples"]):
            return _unacceptable(TRIPLES)
        return _graph(sorted(_distinct(found, limits.rows), key=str), form, context, lasting=lasting)


def graph(context: Context, graph: str | None, form: Sequence[str]) -> Reply:
    """Give a graph of the store.

    Args:
        context: the store and the limits.
        graph: its IRI, None for the default graph.
        form: the format and the media type.
    """
    engine = context.engine
    try:
        node = pyoxigraph.DefaultGraph() if graph is None else engine.graph(graph)
    except UnknownGraphError as error:
        return text(404, str(error))
    quads = engine.reader.graph.quads_for_pattern(None, None, None, node)
    return _graph((quad.triple for quad in quads), form, context)


def description(context: Context, what: str, address: str, form: Sequence[str]) -> Reply:
    """Describe this service and its data.

    Args:
        context: the store and the limits.
        what: the name of a file beside this one, without `.rq`.
        address: where the server is reached, which its own IRIs are relative to.
        form: the format and the media type.
    """
    engine = context.engine
    sparql = files("web").joinpath(f"{what}.rq").read_text(encoding="utf-8")
    if what == "service" and any(one.as_is for one in engine.reader.imports()):
        sparql = with_terms(
            sparql, {"feature": ()}
        )  # a dataset as it is has its own default graph, which merges nothing
    with failures(sparql):
        found = engine.reader.query(sparql, base_iri=address)
        assert isinstance(found, pyoxigraph.QueryTriples)  # noqa: S101 - ours
        said = set(found)
        if what == "void":  # what the store holds, beside where it is served
            said.update(store_description(engine.reader, urljoin(address, ".well-known/void")))
        return _graph(sorted(said, key=str), form, context)


def question(
    context: Context,
    name: str,
    arguments: Mapping[str, str],
    level: str | None,
    limit: int | None,
    language: str,
    form: Sequence[str],
    root: str,
) -> Reply:
    """Answer a question of the catalogue.

    Args:
        context: the store and the limits.
        name: of the question.
        arguments: by parameter.
        level: the widest level to answer with.
        limit: the most rows.
        language: of the heads of a table.
        form: the format and the media type.
        root: the path that addresses begin with.
    """
    given = {**arguments, **({"level": level} if level is not None else {})}
    try:
        said = [f"{key}={text}" for key, text in arguments.items()]
        asked = _catalogued(name)
        bound = bind(context.names, asked, said, level=level)
    except AmbiguousNameError as error:
        return _ambiguous(f"{root}/queries/{name}", error, given)
    except UnknownNameError as error:
        return _unknown(error, given)
    except UsageError as error:
        return data(400, {"error": str(error)})
    columns, found = context.engine.rows(bound.sparql)
    heads = {column: titles[language] for column, titles in asked.columns.items()}
    layout = Layout(heads, asked.hidden, asked.below)

    def write(rows: Sequence[Any]) -> bytes:
        pieces = rendered(Rows(columns, tuple(rows)), form[0], layout)
        return b"".join(piece.encode() for piece in pieces)

    body, cut = fitted(found[:limit], write, context.limits)
    reply = _answered(Written(body, cut), form[1], lasting=True)
    return reply._replace(headers={**reply.headers, **_read(bound.readings)})


@cache
def _catalogued(name: str) -> Question:
    return catalogued(name)


def refresh(context: Context) -> Reply:
    """Do nothing but open the newest generation, which any job does first."""
    return text(200, str(context.engine.reader.generation))


def _distinct(found: pyoxigraph.QueryTriples, most: int) -> set[pyoxigraph.Triple]:
    """The triples, each once, and no more than one beyond the most."""
    distinct: set[pyoxigraph.Triple] = set()
    for triple in found:
        distinct.add(triple)
        if len(distinct) > most:
            break
    return distinct


def _graph(triples: Any, form: Sequence[str], context: Context, *, lasting: bool = True) -> Reply:  # noqa: ANN401 - any iterable
    try:
        return _answered(written_graph(triples, form[0], context.limits), form[1], lasting)
    except UnwritableError as error:
        return text(406, str(error))


def _answered(written: Written, media: str, lasting: bool) -> Reply:  # noqa: FBT001 - private
    headers = {"content-type": media}
    if written.cut:
        headers["deltakg-truncated"] = written.cut
    if written.replaced:
        headers["deltakg-replaced"] = "characters that XML cannot hold stand as U+FFFD"
    return Reply(200, headers, written.body, lasting)


def _unacceptable(formats: Sequence[Format]) -> Reply:
    return text(406, f"the answer to this question can be had as {offered(formats)}")


def _ambiguous(address: str, error: AmbiguousNameError, given: Mapping[str, str]) -> Reply:
    parameter = _parameter(error.text, given)

    def shown(candidate: "Candidate") -> dict[str, str]:
        key = path(candidate.iri)
        href = f"{address}?{urlencode({**given, parameter: key})}"
        return {
            "name": candidate.label,
            "kind": candidate.kind,
            "code": candidate.code,
            "in": candidate.above,
            "path": key,
            "iri": candidate.iri,
            "href": href,
        }

    content = {
        "error": f"{parameter} may be any of these; ask with the path of one",
        "parameter": parameter,
        "text": error.text,
        "candidates": [shown(candidate) for candidate in error.candidates],
    }
    return data(300, content)._replace(lasting=True)


def _unknown(error: UnknownNameError, given: Mapping[str, str]) -> Reply:
    content = {
        "error": str(error),
        "parameter": _parameter(error.text, given),
        "text": error.text,
        "nearest": list(error.near),
    }
    return data(404, content)._replace(lasting=True)


def _parameter(text: str, given: Mapping[str, str]) -> str:
    return next((name for name, said in given.items() if said.strip() == text), "")


def _read(readings: "Sequence[Reading]") -> dict[str, str]:
    """How names were read, percent-encoded, where that is not plain."""
    said = "; ".join(reading.described() for reading in readings if not reading.is_plain())
    return {"deltakg-reading": quote(said)} if said else {}
