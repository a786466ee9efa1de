"""The results of SELECT and ASK in the four formats of SPARQL, well-formed whatever a literal holds."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from json.encoder import encode_basestring as quoted
from typing import NamedTuple

import pyoxigraph
from pyoxigraph import BlankNode, Literal, NamedNode

from ontology.terms import XSD
from queries.engine import Row, Term
from web.engine import Limits

_NOT_XML = re.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\U00010000-\\U0010FFFF]")
_REPLACED = "\N{REPLACEMENT CHARACTER}"
_QUOTED_IN_CSV = re.compile('[",\\r\\n]')


class Written(NamedTuple):
    """An answer as bytes.

    Attributes:
        body: the bytes.
        cut: the limit that it was cut at, `rows 1000`; "" where it is whole.
        replaced: whether there were characters that the format cannot hold.
    """

    body: bytes
    cut: str = ""
    replaced: bool = False


def cut_at(what: str, limit: int) -> str:
    """What is said of an answer that was cut."""
    return f"{what} {limit}"


def explanation(cut: str) -> str:
    """The sentence that stands in an answer that was cut."""
    return f"this answer was cut at the limit of this server: {cut}"


def solutions(columns: tuple[str, ...], rows: Iterable[Row], form: str, limits: Limits) -> Written:
    """The answer to a SELECT.

    Args:
        columns: the variables, without question marks.
        rows: the solutions; no more are taken than are written.
        form: json, xml, csv or tsv.
        limits: at which it is cut.
    """
    writer = _WRITERS[form](columns)
    pieces = [writer.head().encode()]
    size, cut = len(pieces[0]), ""
    for number, row in enumerate(rows):
        if number == limits.rows:
            cut = cut_at("rows", limits.rows)
            break
        piece = writer.row(row, first=number == 0).encode()
        size += len(piece)
        if size > limits.bytes:
            cut = cut_at("bytes", limits.bytes)
            break
        pieces.append(piece)
    pieces.append(writer.foot(cut).encode())
    return Written(b"".join(pieces), cut, writer.replaced)


def truth(true: bool, form: str) -> Written:  # noqa: FBT001 - it is what is written
    """The answer to an ASK, as json or xml."""
    said = "true" if true else "false"
    if form == "json":
        return Written(f'{{"head":{{}},"boolean":{said}}}\n'.encode())
    return Written(f"{_xml_root()}<head/><boolean>{said}</boolean></sparql>\n".encode())


class _Json:
    """Query Results JSON Format; an answer that was cut says so in a member of its own."""

    replaced = False

    def __init__(self, columns: tuple[str, ...]) -> None:
        self.columns = columns
        self.keys = [f"{quoted(name)}:" for name in columns]
        self.known: dict[Term, str] = {}

    def head(self) -> str:
        return f'{{"head":{{"vars":[{",".join(map(quoted, self.columns))}]}},"results":{{"bindings":[\n'

    def row(self, row: Row, *, first: bool) -> str:
        cells = [key + self.term(term) for key, term in zip(self.keys, row, strict=True) if term is not None]
        return ("{" if first else ",\n{") + ",".join(cells) + "}"

    def foot(self, cut: str) -> str:
        said = f',"truncated":{quoted(explanation(cut))}' if cut else ""
        return f"\n]}}{said}}}\n"

    def term(self, term: Term) -> str:
        written = self.known.get(term)
        if written is None:
            written = self.known[term] = self._term(term)
        return written

    def _term(self, term: Term) -> str:
        if isinstance(term, NamedNode):
            return f'{{"type":"uri","value":{quoted(term.value)}}}'
        if isinstance(term, BlankNode):
            return f'{{"type":"bnode","value":{quoted(term.value)}}}'
        if isinstance(term, Literal):
            return f'{{"type":"literal","value":{quoted(term.value)}{self._kind(term)}}}'
        parts = (("subject", term.subject), ("predicate", term.predicate), ("object", term.object))
        return (
            f'{{"type":"triple","value":{{{",".join(f"{quoted(name)}:{self.term(part)}" for name, part in parts)}}}}}'
        )

    def _kind(self, term: Literal) -> str:
        if term.language:
            direction = f',"its:dir":{quoted(str(term.direction.value))}' if term.direction else ""
            return f',"xml:lang":{quoted(term.language)}{direction}'
        return "" if term.datatype.value == XSD.string else f',"datatype":{quoted(term.datatype.value)}'


@cache
def _xml_root() -> str:
    """The beginning of a document, with its namespace, as the engine has it."""
    none = pyoxigraph.Store().query("SELECT * {}")
    assert isinstance(none, pyoxigraph.QuerySolutions)  # noqa: S101 - a SELECT
    written = (none.serialize(format=pyoxigraph.QueryResultsFormat.XML) or b"").decode()
    return written[: written.index(">", written.index("<sparql")) + 1]


class _Xml:
    """Query Results XML Format; it says in a comment where it was cut.

    What XML 1.0 cannot hold is replaced.
    """

    def __init__(self, columns: tuple[str, ...]) -> None:
        self.columns = [self.escaped(name) for name in columns]
        self.known: dict[Term, str] = {}
        self.replaced = False

    def head(self) -> str:
        variables = "".join(f'<variable name="{name}"/>' for name in self.columns)
        return f"{_xml_root()}<head>{variables}</head><results>\n"

    def row(self, row: Row, *, first: bool) -> str:
        del first
        bound = zip(self.columns, row, strict=True)
        cells = [f'<binding name="{name}">{self.term(term)}</binding>' for name, term in bound if term is not None]
        return f"<result>{''.join(cells)}</result>\n"

    def foot(self, cut: str) -> str:
        return f"</results>{f'<!-- {explanation(cut)} -->' if cut else ''}</sparql>\n"

    def term(self, term: Term) -> str:
        written = self.known.get(term)
        if written is None:
            written = self.known[term] = self._term(term)
        return written

    def _term(self, term: Term) -> str:
        if isinstance(term, NamedNode):
            return f"<uri>{self.escaped(term.value)}</uri>"
        if isinstance(term, BlankNode):
            return f"<bnode>{self.escaped(term.value)}</bnode>"
        if isinstance(term, Literal):
            return f"<literal{self._kind(term)}>{self.escaped(term.value)}</literal>"
        parts = (("subject", term.subject), ("predicate", term.predicate), ("object", term.object))
        return f"<triple>{''.join(f'<{name}>{self.term(part)}</{name}>' for name, part in parts)}</triple>"

    def _kind(self, term: Literal) -> str:
        if term.language:
            return f' xml:lang="{self.escaped(term.language)}"'
        return "" if term.datatype.value == XSD.string else f' datatype="{self.escaped(term.datatype.value)}"'

    def escaped(self, text: str) -> str:
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
        if text.isprintable():
            return text
        whole = in_xml(text)
        self.replaced = self.replaced or whole != text
        return whole.replace("\r", "&#13;")


class _Csv:
    """CSV by RFC 4180: values without their kinds. It has no place to say that it was cut."""

    replaced = False

    def __init__(self, columns: tuple[str, ...]) -> None:
        self.columns = columns

    def head(self) -> str:
        return self._line(self.columns)

    def row(self, row: Row, *, first: bool) -> str:
        del first
        return self._line(["" if term is None else _plain(term) for term in row])

    def foot(self, cut: str) -> str:
        del cut
        return ""

    def _line(self, texts: Iterable[str]) -> str:
        cells = [f'"{text.replace(chr(34), chr(34) * 2)}"' if _QUOTED_IN_CSV.search(text) else text for text in texts]
        return f"{','.join(cells)}\r\n" if cells != [""] else '""\r\n'  # a line that is empty is no row to most readers


class _Tsv:
    """TSV: terms as Turtle writes them. It has no place to say that it was cut."""

    replaced = False

    def __init__(self, columns: tuple[str, ...]) -> None:
        self.columns = columns

    def head(self) -> str:
        return "\t".join(f"?{name}" for name in self.columns) + "\n"

    def row(self, row: Row, *, first: bool) -> str:
        del first
        return "\t".join("" if term is None else str(term) for term in row) + "\n"

    def foot(self, cut: str) -> str:
        del cut
        return ""


def _plain(term: Term) -> str:
    return term.value if isinstance(term, NamedNode | Literal) else str(term)


_WRITERS: dict[str, Callable[[tuple[str, ...]], _Json | _Xml | _Csv | _Tsv]] = {
    "json": _Json,
    "xml": _Xml,
    "csv": _Csv,
    "tsv": _Tsv,
}


def in_xml(text: str) -> str:
    """A text with what XML 1.0 cannot hold replaced."""
    return _NOT_XML.sub(_REPLACED, text)


def rows_of(found: pyoxigraph.QuerySolutions) -> Iterator[Row]:
    """The solutions one by one, as the engine finds them."""
    return (tuple(solution) for solution in found)
