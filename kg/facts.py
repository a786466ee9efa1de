"""The facts of a store in the form of the annotation guidelines: one line a unit, also where it has none.

Everything comes from the graph, which is lossless for it. Lists are in printed order.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple, TypeAlias

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from kg.errors import UnknownStemError
from kg.identity import Names
from kg.store import Reader
from ontology.terms import DK, MECHANISM, OA, PARTNER_KIND, RDF, RDFS, ROLE, STAGE, XSD

Line: TypeAlias = dict[str, Any]
"""A unit as the guidelines write it, ready for JSON; the shape of an entry depends on its key."""

KEYS = (
    "lead", "support", "places", "regions", "projects", "partners", "cooperation", "industries", "targets", "policies",
)  # fmt: skip
"""The lists of a line, after `doc` and `unit`."""

_NOTATION = {iri: notation for scheme in (ROLE, STAGE, MECHANISM, PARTNER_KIND) for notation, iri in scheme.items()}


def export(reader: Reader, stems: Sequence[str] = ()) -> Iterator[Line]:
    """The lines of the plans of these stems, of all where none is given, in printed order of their units.

    Raises:
        UnknownStemError: where the store holds no such plan, before the first line.
    """
    plans = _by_subject(reader.graph.quads_for_pattern(None, NamedNode(DK.stem), None, DefaultGraph()))
    known = tuple(sorted(_Node(statements).text(DK.stem) for statements in plans.values()))
    for stem in stems:
        if stem not in known:
            raise UnknownStemError(stem, known)
    return (line for stem in dict.fromkeys(stems or known) for line in _Export(reader, stem).lines())


class Found(NamedTuple):
    """An entry of a unit's list, and the rules that found it.

    Attributes:
        unit: id of the unit.
        key: of the list.
        entry: as a line has it.
        rules: by name, sorted.
    """

    unit: str
    key: str
    entry: Any
    rules: tuple[str, ...]


def found(reader: Reader, stem: str) -> Iterator[Found]:
    """The entries of all lines of a plan of a store, each with the rules that found it."""
    return _Export(reader, stem).found()


_Statements: TypeAlias = dict[str, list[NamedNode | Literal]]


def _by_subject(quads: Iterable[Quad]) -> dict[str, _Statements]:
    subjects: dict[str, _Statements] = {}
    for quad in quads:
        subject, value = quad.subject, quad.object
        # Data graphs have no blank nodes.
        if isinstance(subject, NamedNode) and isinstance(value, (NamedNode, Literal)):
            subjects.setdefault(subject.value, {}).setdefault(quad.predicate.value, []).append(value)
    return subjects


class _Node:
    """The statements about one thing."""

    def __init__(self, statements: _Statements) -> None:
        self._statements = statements

    def values(self, predicate: str) -> list[str]:
        return [value.value for value in self._statements.get(predicate, ())]

    def text(self, predicate: str) -> str:
        """The one value, "" where there is none."""
        return next(iter(self.values(predicate)), "")

    def number(self, predicate: str) -> int | float | str | None:
        """The one value as JSON has it: a number where it is one."""
        for value in self._statements.get(predicate, ()):
            datatype = value.datatype.value if isinstance(value, Literal) else ""
            if datatype == XSD.integer:
                return int(value.value)
            return float(value.value) if datatype == XSD.decimal else value.value
        return None


class _Export:
    """The export of one plan."""

    def __init__(self, reader: Reader, stem: str) -> None:
        self._graph = reader.graph
        self._stem = stem
        graph = NamedNode(Names(reader.base).plan_graph(stem))
        self._subjects = _by_subject(self._graph.quads_for_pattern(None, None, None, graph))
        self._labels: dict[str, str] = {}

    def lines(self) -> Iterator[Line]:
        for unit, facts in self._units():
            lists: dict[str, list[Any]] = {key: [] for key in KEYS}
            for one in self._found(unit, facts):
                lists[one.key].append(one.entry)
            yield {"doc": self._stem, "unit": unit, **lists}

    def found(self) -> Iterator[Found]:
        for unit, facts in self._units():
            yield from self._found(unit, facts)

    def _units(self) -> Iterator[tuple[str, list[_Node]]]:
        units = []
        facts: defaultdict[str, list[_Node]] = defaultdict(list)
        for iri, statements in self._subjects.items():
            node = _Node(statements)
            types = node.values(RDF.type)
            if DK.Unit in types:
                units.append((int(node.text(DK.order)), node.text(DK.unitId), iri))
            elif DK.Fact in types:
                facts[node.text(DK.inUnit)].append(node)
        for _, unit, iri in sorted(units):
            yield unit, sorted(facts[iri], key=self._printed)

    def _found(self, unit: str, facts: list[_Node]) -> Iterator[Found]:
        for fact in facts:
            for key, entry in self._entries(fact):
                yield Found(unit, key, entry, tuple(sorted(fact.values(DK.rule))))

    def _printed(self, fact: _Node) -> tuple[int, int, str]:
        """Where the fact first stands, and what else tells it from another at the same spot."""
        spans = [_Node(self._subjects[evidence]) for evidence in fact.values(DK.evidence)]
        start, end = min((int(span.text(OA.start)), int(span.text(OA.end))) for span in spans)
        return start, end, "".join(sorted(fact.values(DK.asWritten)) + sorted(fact.values(DK.partner)))

    def _entries(self, fact: _Node) -> Iterator[tuple[str, Any]]:
        kinds = fact.values(RDF.type)
        wordings = sorted(fact.values(DK.asWritten))
        for kind, key in (
            (DK.Responsibility, _NOTATION.get(fact.text(DK.role), "")),
            (DK.IndustryMention, "industries"),
            (DK.Citation, "policies"),
        ):
            if kind in kinds:
                yield from ((key, wording) for wording in wordings)
        for kind, key, thing in ((DK.PlaceMention, "places", DK.place), (DK.RegionMention, "regions", DK.region)):
            if kind in kinds:
                yield key, self._label(fact.text(thing))
        if DK.ProjectMention in kinds:
            places = sorted(map(self._label, fact.values(DK.involvedPlace)))
            stage = _NOTATION[fact.text(DK.stage)]
            yield from (("projects", {"name": name, "stage": stage, "places": places}) for name in wordings)
        if DK.PartnerMention in kinds:
            kind = _NOTATION[fact.text(DK.partnerKind)]
            yield from (("partners", {"name": name, "kind": kind}) for name in wordings)
        if DK.CooperationTie in kinds:
            party, partner = self._label(fact.text(DK.party)), self._label(fact.text(DK.partner))
            mechanism = _NOTATION[fact.text(DK.mechanism)]
            yield "cooperation", {"party": party, "partner": partner, "mechanism": mechanism}
        if DK.Target in kinds:
            yield "targets", _target(fact)

    def _label(self, iri: str) -> str:
        """The Chinese name of a thing; that of a place is the gazetteer's."""
        if iri not in self._labels:
            quads = self._graph.quads_for_pattern(NamedNode(iri), NamedNode(RDFS.label), None, DefaultGraph())
            literals = (quad.object for quad in quads)
            names = [name.value for name in literals if isinstance(name, Literal) and name.language == "zh"]
            self._labels[iri] = min(names)
        return self._labels[iri]


def _target(fact: _Node) -> dict[str, int | float | str | None]:
    return {
        "indicator": fact.text(DK.indicator),
        "op": fact.text(DK.operator),
        "value": fact.number(DK.value),
        "unit": fact.text(DK.unitOfMeasure),
        "year": "annual" if fact.text(DK.annual) == "true" else fact.number(DK.dueYear),
    }
