"""The rules by which statements follow from facts, out of `derivations.toml`: in words, and as SPARQL that explains."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolution, QuerySolutions, Store, Triple

from ontology.terms import PREFIXES, RDF

Term: TypeAlias = NamedNode | BlankNode | Literal | Triple
Binding: TypeAlias = dict[str, Term]

_ANY = "*"
_CHAIN = "+"
_ALL = "UNDEF"


@dataclass(frozen=True, slots=True)
class Rule:
    """A way in which a statement `?s <property> ?o` follows.

    Attributes:
        name: `part-of-project`.
        property: IRI of what it derives, "" for any.
        pattern: SPARQL of what must hold.
        facts: variables of the pattern that are facts.
        premises: what else it rests on: subject, property and object, each a variable or a prefixed name; a chain where
            the property ends in `+`.
        decides: whether the pattern holds of nothing but what follows.
        words: what the rule says, by language (`en`, `zh`).
    """

    name: str
    property: str
    pattern: str
    facts: tuple[str, ...]
    premises: tuple[tuple[str, str, str], ...]
    decides: bool
    words: dict[str, str]

    def bindings(
        self, graph: Store, subject: str = "UNDEF", object_: str = "UNDEF", by: str = "UNDEF"
    ) -> list[Binding]:
        """What the variables of the pattern stand for, in each way that it holds.

        Args:
            graph: a store whose default graph holds the merge of all graphs.
            subject: the subject of the statement as SPARQL writes it, any where it is not given.
            object_: its object.
            by: its property, for a rule of any.
        """
        question = f"SELECT * {{ VALUES (?s ?p ?o) {{ ({subject} {by} {object_}) }} {self.pattern} }}"
        found = graph.query(question, prefixes=PREFIXES)
        assert isinstance(found, QuerySolutions)  # noqa: S101 - a SELECT
        names = [variable.value for variable in found.variables]
        return [_bound(names, row) for row in found]

    def rests_on(self, graph: Store, binding: Binding) -> tuple[Triple, ...]:
        """The statements of the premises for one way in which the pattern holds, chains step by step."""
        return tuple(step for premise in self.premises for step in _steps(graph, premise, binding))


def _bound(names: list[str], row: QuerySolution) -> Binding:
    return {name: term for name in names if (term := row[name]) is not None}


def _steps(graph: Store, premise: tuple[str, str, str], binding: Binding) -> Iterator[Triple]:
    subject, property_, value = (_term(part.removesuffix(_CHAIN), binding) for part in premise)
    if not (isinstance(subject, NamedNode) and isinstance(property_, NamedNode) and value is not None):
        return
    if premise[1].endswith(_CHAIN):
        yield from _chain(graph, subject, property_, value)
    else:
        yield Triple(subject, property_, value)


def _term(part: str, binding: Binding) -> Term | None:
    return binding.get(part[1:]) if part.startswith("?") else NamedNode(expanded(part))


def _chain(graph: Store, start: NamedNode, by: NamedNode, end: Term) -> list[Triple]:
    """The steps of a shortest chain, none where a thing is its own end."""
    chains: dict[Term, list[Triple]] = {start: []}
    ahead: list[Term] = [start]
    for one in ahead:
        if one == end or not isinstance(one, NamedNode):
            continue
        for quad in sorted(graph.quads_for_pattern(one, by, None, None), key=str):
            if quad.object not in chains:
                chains[quad.object] = [*chains[one], quad.triple]
                ahead.append(quad.object)
    return chains.get(end, [])


def expanded(name: str) -> str:
    """The IRI of a prefixed name (`dk:leads`, `a`); another text as it is.

    Raises:
        KeyError: where nobody knows the prefix.
    """
    if name == "a":
        return RDF.type
    prefix, colon, local = name.partition(":")
    return PREFIXES[prefix] + local if colon and not local.startswith("//") else name


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, in the order of the table."""
    table = tomllib.loads(files("kg").joinpath("derivations.toml").read_text(encoding="utf-8"))
    return tuple(_rule(entry) for entry in table["rule"])


def _rule(entry: dict[str, str | bool | list[str]]) -> Rule:
    property_ = str(entry["property"])
    premises = entry.get("premises", [])
    facts = entry.get("facts", [])
    assert isinstance(premises, list)  # noqa: S101 - the table is ours
    assert isinstance(facts, list)  # noqa: S101 - the table is ours
    steps = []
    for premise in premises:
        subject, by, value = premise.split()
        steps.append((subject, by, value))
    return Rule(
        name=str(entry["name"]),
        property="" if property_ == _ANY else expanded(property_),
        pattern=str(entry["pattern"]),
        facts=tuple(facts),
        premises=tuple(steps),
        decides=entry.get("decides") is not False,
        words={language: str(entry[language]) for language in ("en", "zh")},
    )
