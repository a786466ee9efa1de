"""What contradicts the rules of the graph, found by the `*-violation.rq` of the ontology, and whose it is.

A build asks them of every generation that it makes, so this module imports little; the shapes are
the other half (`kg.validation`).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TypeAlias

from pyoxigraph import DefaultGraph, Literal, NamedNode, QuerySolutions, Store

from ontology.terms import DK, OA, PROV

Texts: TypeAlias = Callable[[str], str]
"""Gives the text of a document as decoded by the SHA-256 of its bytes; KeyError where it is not known."""

_SUFFIX = "-violation.rq"
_QUOTE = "evidence-quote"
_QUOTE_MESSAGES = MappingProxyType(
    {
        "en": "Evidence quotes the characters that the document has from its start to its end.",
        "zh": "依据的引文须与文件中起止之间的原文一致。",
    }
)
_MERGE = DefaultGraph()


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """One thing in the graph that a rule forbids.

    Attributes:
        document: stem of the plan that it is in; "" for what is in none, such as a place of the gazetteer.
        unit: id of the unit, "" where it is in none.
        fact: IRI of the fact, "" where it is in none.
        node: IRI of what the rule speaks of: the fact itself, an evidence, an agency …
        check: name of the rule: a shape (`Fact.evidence`), or a query without its ending (`part-of-circle`).
        value: what offends, as text; "" where something is missing.
        messages: what the rule asks for, by language (`en`, `zh`).
    """

    document: str
    unit: str
    fact: str
    node: str
    check: str
    value: str
    messages: tuple[tuple[str, str], ...]

    def message(self, language: str = "en") -> str:
        """What the rule asks for, in one language."""
        return dict(self.messages)[language]

    def described(self) -> str:
        """The violation in one line: `suzhou, unit 15: Evidence … (evidence-length: 徐州)`."""
        where = ", ".join(filter(None, (self.document, self.unit and f"unit {self.unit}")))
        return f"{where}: {self.message()} ({self.check}: {self.value})"


@dataclass(frozen=True, slots=True)
class Rule:
    """A query that must have no rows.

    Attributes:
        name: its file's name without the ending.
        query: SPARQL; it selects `?node`, what offends, and `?value`, in what.
        messages: what it asks for, by language.
    """

    name: str
    query: str
    messages: tuple[tuple[str, str], ...]


@cache
def rules() -> tuple[Rule, ...]:
    """The rules, by name; the lines of a file that begin with `#+` hold its messages."""
    found = []
    for file in files("ontology").iterdir():
        if file.name.endswith(_SUFFIX):
            query = file.read_text(encoding="utf-8")
            heads = (line.removeprefix("#+ ").split(": ", 1) for line in query.splitlines() if line.startswith("#+ "))
            found.append(Rule(file.name.removesuffix(_SUFFIX), query, tuple((key, said) for key, said in heads)))
    return tuple(sorted(found, key=lambda rule: rule.name))


def violations(graph: Store, texts: Texts | None = None) -> Iterator[Violation]:
    """What the queries find, rule by rule.

    Args:
        graph: a store whose default graph holds the merge of all graphs.
        texts: where given, every quote is compared with the document's text.
    """
    owners = Owners(graph)
    for rule in rules():
        found = graph.query(rule.query)
        if isinstance(found, QuerySolutions):
            for row in found:
                yield owners.violation(row["node"].value, rule.name, row["value"].value, rule.messages)
    if texts:
        for node, value in _misquoted(graph, texts):
            yield owners.violation(node, _QUOTE, value, tuple(_QUOTE_MESSAGES.items()))


def _misquoted(graph: Store, texts: Texts) -> Iterator[tuple[str, str]]:
    """Evidence that does not quote its document."""
    known: dict[str, str | None] = {}
    for quad in graph.quads_for_pattern(None, NamedNode(OA.exact), None, _MERGE):
        evidence, exact = quad.subject, quad.object
        if not (isinstance(evidence, NamedNode) and isinstance(exact, Literal)):
            continue
        for document in _objects(graph, evidence, PROV.wasQuotedFrom):
            if document.value not in known:
                known[document.value] = _text(graph, document, texts)
            text = known[document.value]
            spans = [_objects(graph, evidence, end) for end in (OA.start, OA.end)]
            if (
                text is not None
                and all(spans)
                and text[slice(*(int(found[0].value) for found in spans))] != exact.value
            ):
                yield evidence.value, exact.value


def _text(graph: Store, document: NamedNode | Literal, texts: Texts) -> str | None:
    for sha256 in _objects(graph, document, DK.sha256):
        try:
            return texts(sha256.value)
        except KeyError:
            continue
    return None


def _objects(graph: Store, subject: NamedNode | Literal | None, predicate: str) -> list[NamedNode | Literal]:
    """The values of a property, in an order that stays."""
    if not isinstance(subject, NamedNode):
        return []
    quads = graph.quads_for_pattern(subject, NamedNode(predicate), None, _MERGE)
    return sorted((quad.object for quad in quads if isinstance(quad.object, (NamedNode, Literal))), key=str)


def _subjects(graph: Store, predicate: str | None, value: NamedNode) -> list[NamedNode]:
    """What has a value, by one property or by any, in an order that stays."""
    quads = graph.quads_for_pattern(None, NamedNode(predicate) if predicate else None, value, _MERGE)
    return sorted({quad.subject for quad in quads if isinstance(quad.subject, NamedNode)}, key=str)


class Owners:
    """Finds whose a violation is: the plan, the unit and the fact that a node belongs to.

    Args:
        graph: a store whose default graph holds the merge of all graphs.
    """

    def __init__(self, graph: Store) -> None:
        self._graph = graph

    def violation(self, node: str, check: str, value: str, messages: tuple[tuple[str, str], ...]) -> Violation:
        """The violation of a rule by a node, with its owners named."""
        subject = NamedNode(node)
        fact = subject if self._has(subject, DK.inUnit, DK.rule) else self._fact_of(subject)
        unit = subject if self._has(subject, DK.unitId) else self._one(fact, DK.inUnit)
        plan = self._one(unit, DK.inPlan) or self._one(fact or subject, DK.inPlan) or self._plan_of(subject)
        return Violation(
            document=self._text(plan, DK.stem),
            unit=self._text(unit, DK.unitId),
            fact=fact.value if fact else "",
            node=node,
            check=check,
            value=value,
            messages=messages,
        )

    def _has(self, subject: NamedNode, *predicates: str) -> bool:
        return any(_objects(self._graph, subject, predicate) for predicate in predicates)

    def _one(self, subject: NamedNode | None, predicate: str) -> NamedNode | None:
        values = _objects(self._graph, subject, predicate)
        return next((value for value in values if isinstance(value, NamedNode)), None)

    def _text(self, subject: NamedNode | None, predicate: str) -> str:
        return next((value.value for value in _objects(self._graph, subject, predicate)), "")

    def _fact_of(self, node: NamedNode) -> NamedNode | None:
        """The first fact that rests on an evidence or speaks of a thing; units, plans and places are no one fact's."""
        if self._has(node, DK.unitId, DK.stem, DK.code, DK.level, DK.sha256):
            return None
        return next((one for one in _subjects(self._graph, None, node) if self._has(one, DK.inUnit)), None)

    def _plan_of(self, node: NamedNode) -> NamedNode | None:
        """The plan itself, or the one that comes from a document or an extraction."""
        if self._has(node, DK.stem):
            return node
        found = [_subjects(self._graph, term, node) for term in (PROV.wasDerivedFrom, PROV.wasGeneratedBy)]
        return next((plan for plans in found for plan in plans), None)
