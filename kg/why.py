"""Why a statement holds: the graph that states it, or the rule that it follows by, with facts and their sentences."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from types import MappingProxyType

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, QuerySolutions, Store, Triple

from deltakg import DeltakgError
from kg.derivations import Rule, rules
from kg.identity import Names
from kg.store import Reader
from ontology.terms import DCTERMS, PREFIXES

_MERGE = DefaultGraph()
_STATED = MappingProxyType(
    {
        "plan": {"en": "The document says so.", "zh": "文件如此陈述。"},
        "gazetteer": {"en": "The world knows so; no document says it.", "zh": "属外部知识，并非文件所述。"},
        "ontology": {"en": "The ontology says so.", "zh": "本体如此规定。"},
        "import": {"en": "An imported file says so.", "zh": "导入的文件如此陈述。"},
    }
)
_FACTS = """
SELECT ?fact ?kind ?plan ?unit ?wording ?sentence ?citation {
  VALUES ?fact { %s }
  ?fact a ?class ; dk:citation ?citation ; dk:inUnit ?in . ?class rdfs:subClassOf dk:Fact .
  BIND(STRAFTER(STR(?class), "#") AS ?kind)
  ?in dk:unitId ?unit ; dk:order ?order ; dk:inPlan/dk:stem ?plan .
  { SELECT ?fact (MIN(?written) AS ?wording) { VALUES ?fact { %s } ?fact dk:asWritten ?written } GROUP BY ?fact }
  OPTIONAL { ?fact dk:sentence ?sentence }
} ORDER BY ?plan ?order ?kind ?fact"""
_OF = """
SELECT DISTINCT ?fact {
  VALUES ?thing { %s } { ?thing a dk:Fact BIND(?thing AS ?fact) } UNION { ?fact dk:evidence ?thing }
}"""


@dataclass(frozen=True, slots=True)
class StatedFact:
    """A fact that a statement rests on.

    Attributes:
        iri: its IRI.
        kind: `PlaceMention`, `ProjectMention` …
        plan: stem of the plan.
        unit: id of the unit.
        wording: how the unit words it.
        sentence: the sentence around it.
        citation: the ready citation.
    """

    iri: str
    kind: str
    plan: str
    unit: str
    wording: str
    sentence: str
    citation: str


@dataclass(frozen=True, slots=True)
class Premise:
    """A statement that another rests on.

    Attributes:
        statement: what it says.
        source: what states it: `plan`, `gazetteer`, `ontology` or `import`; `derived` where it follows itself.
    """

    statement: Triple
    source: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """One reason why a statement holds.

    Attributes:
        statement: what holds.
        rule: the rule that it follows by; `plan`, `gazetteer`, `ontology` or `import` where it is stated.
        words: what that means, by language (`en`, `zh`).
        facts: the facts that it rests on, in the order of the plans.
        premises: the other statements that it rests on.
        graphs: the IRIs of the graphs that state it.
    """

    statement: Triple
    rule: str
    words: dict[str, str] = field(hash=False)
    facts: tuple[StatedFact, ...] = ()
    premises: tuple[Premise, ...] = ()
    graphs: tuple[str, ...] = ()


class NotHeldError(DeltakgError, LookupError):
    """Nothing in a store says or implies a statement.

    Attributes:
        statement: what was asked about.
        others: the IRIs of the properties that hold between the two all the same.
    """

    def __init__(self, statement: Triple, others: tuple[str, ...]) -> None:
        hint = f"; what holds between the two is {', '.join(map(_short, others))}" if others else ""
        said = " ".join(_short(getattr(term, "value", str(term))) for term in statement)
        super().__init__(f"nothing in this store says or implies: {said}{hint}")
        self.statement = statement
        self.others = others


def _short(text: str) -> str:
    """An IRI of the data by its path, a term by its local name."""
    return text.rpartition("/id/")[2] if "/id/" in text else text.rpartition("#")[2] or text


def why(reader: Reader, statement: Triple) -> tuple[Explanation, ...]:
    """Why a statement holds, and after it why its premises do that follow themselves.

    Args:
        reader: an open store.
        statement: what holds; it need not be written in the graph where the ontology implies it.

    Raises:
        NotHeldError: where it does not.
    """
    found = list(_reasons(reader, statement))
    if not found:
        raise NotHeldError(statement, tuple(sorted(_between(reader.graph, statement))))
    explained = {statement}
    for one in found:  # which grows
        for premise in one.premises:
            if premise.source == "derived" and premise.statement not in explained:
                explained.add(premise.statement)
                found.extend(_reasons(reader, premise.statement))
    return tuple(found)


def _reasons(reader: Reader, statement: Triple) -> Iterator[Explanation]:
    written = bool(_quads(reader.graph, statement))
    graphs = _stating(reader, statement)
    for kind in _STATED:
        of_kind = tuple(name for name in graphs if _kind(reader, name) == kind)
        if of_kind:
            facts = _facts_about(reader.graph, statement) if kind == "plan" else ()
            premises = _sources(reader.graph, statement) if kind == "gazetteer" else ()
            yield Explanation(statement, kind, _STATED[kind], facts, _premises(reader, premises), of_kind)
    if not graphs:
        for rule in rules():
            if rule.property in ("", statement.predicate.value) and (written or rule.decides):
                yield from _by(reader, rule, statement)


def _stating(reader: Reader, statement: Triple) -> list[str]:
    """The IRIs of the graphs that state something, rather than hold what was derived."""
    inferred = Names(reader.base).graph("inferred")
    names = (quad.graph_name for quad in _quads(reader.graph, statement))
    return sorted(name.value for name in names if isinstance(name, NamedNode) and name.value != inferred)


def _quads(graph: Store, statement: Triple) -> list[Quad]:
    """A statement in each graph that holds it, the merge among them."""
    return list(graph.quads_for_pattern(statement.subject, statement.predicate, statement.object, None))


def _kind(reader: Reader, graph: str) -> str:
    name = graph.removeprefix(Names(reader.base).graph("")).partition("/")[0]
    return name if name in _STATED else "import"


def _premises(reader: Reader, statements: Iterable[Triple]) -> tuple[Premise, ...]:
    found = []
    for statement in statements:
        stating = _stating(reader, statement)
        found.append(Premise(statement, _kind(reader, stating[0]) if stating else "derived"))
    return tuple(found)


def _by(reader: Reader, rule: Rule, statement: Triple) -> Iterator[Explanation]:
    """How a rule gives a statement: an explanation for each set of premises, with all facts that go with them."""
    graph = reader.graph
    facts: dict[tuple[Triple, ...], set[NamedNode]] = {}
    subject, by, value = map(str, statement)
    for binding in rule.bindings(graph, subject, value, by):
        premises = rule.rests_on(graph, binding)
        found = (binding.get(name) for name in rule.facts)
        facts.setdefault(premises, set()).update(fact for fact in found if isinstance(fact, NamedNode))
    for premises in sorted(facts, key=lambda steps: (len(steps), str(steps))):
        rests = _premises(reader, premises)
        yield Explanation(statement, rule.name, rule.words, _described(graph, facts[premises]), rests)


def _described(graph: Store, facts: Iterable[NamedNode]) -> tuple[StatedFact, ...]:
    names = " ".join(sorted(map(str, facts)))
    rows = _rows(graph, _FACTS.replace("%s", names)) if names else ()
    return tuple(StatedFact(*row) for row in rows)


def _facts_about(graph: Store, statement: Triple) -> tuple[StatedFact, ...]:
    """The fact that a statement is about, or those that rest on the evidence that it is about."""
    rows = _rows(graph, _OF.replace("%s", str(statement.subject)))
    return _described(graph, [NamedNode(fact) for (fact,) in rows])


def _sources(graph: Store, statement: Triple) -> Iterator[Triple]:
    """Where world knowledge of a thing comes from, as far as the graph says."""
    source = NamedNode(DCTERMS.source)
    for thing in (statement.subject, statement.object):
        if isinstance(thing, NamedNode) and statement.predicate != source:
            yield from (quad.triple for quad in graph.quads_for_pattern(thing, source, None, _MERGE))


def _between(graph: Store, statement: Triple) -> set[str]:
    """What holds between the two ends of a statement, either way."""
    ends = (statement.subject, statement.object)
    quads: list[Quad] = []
    for one, other in (ends, ends[::-1]):
        if isinstance(one, NamedNode):
            quads += graph.quads_for_pattern(one, None, other, _MERGE)
    return {quad.predicate.value for quad in quads}


def _rows(graph: Store, question: str) -> list[tuple[str, ...]]:
    found = graph.query(question, prefixes=PREFIXES)
    assert isinstance(found, QuerySolutions)  # noqa: S101 - a SELECT
    return [tuple(term.value if isinstance(term, (NamedNode, Literal)) else "" for term in row) for row in found]
