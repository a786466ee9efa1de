"""What follows from the graph, as rows: what a reasoner found, and why a statement holds."""

from collections.abc import Iterable, Iterator
from difflib import ndiff
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Triple

from queries.catalogue import bound, read
from queries.display import clean, wrapped
from queries.engine import Engine, Row, Rows, Term
from queries.tables import Layout, table
from queries.terms import path, short, value

if TYPE_CHECKING:
    from kg.why import Explanation
    from ontology.reasoner import Outcome


def reasoned(found: "Outcome", taxonomy: str, taken: int, held: int) -> Rows:
    """What a reasoner found, as rows: what was asked, what it says, and in what that is wrong.

    Args:
        found: what it found.
        taxonomy: the classes as they are to stand.
        taken: how many individuals it was given.
        held: of how many.
    """
    hint = "" if found.consistent else "something is at once what nothing can be at once, such as place and agency"
    rows = [("individuals", f"{taken} of {held}", ""), ("consistent", "yes" if found.consistent else "no", hint)]
    if found.consistent:
        names = ", ".join(found.unsatisfiable)
        rows.append(("unsatisfiable classes", str(len(found.unsatisfiable)), names))
        changes = [line for line in ndiff(taxonomy.splitlines(), found.taxonomy().splitlines()) if line[0] in "+-"]
        rows.append(("taxonomy", "differs" if changes else "as the ontology says", ", ".join(changes)))
    return Rows(("question", "answer", "detail"), tuple(tuple(map(Literal, row)) for row in rows))


REASONS = (
    "reason", "subject", "property", "object", "statement", "rule", "says", "source", "premise", "fact", "plan", "unit",
    "sentence", "citation",
)  # fmt: skip
"""The columns of the reasons for a statement; the first seven are the same for all that one reason rests on."""
_HEADS = {"source": "来源", "premise": "依据", "fact": "事实", "plan": "文件", "unit": "单元"}
_SHARED = 7


def explained(engine: Engine, found: "Iterable[Explanation]", language: str) -> Rows:
    """Why a statement holds, as rows: one for each fact, and one for each other statement, that a reason rests on.

    Args:
        engine: the store that it holds in.
        found: the reasons.
        language: of what the rules say.
    """
    found = list(found)
    triples = [one.statement for one in found] + [rest.statement for one in found for rest in one.premises]
    names = _names(engine, {term for triple in triples for term in triple})

    def said(triple: Triple) -> str:
        return " ".join(called(term) for term in triple)

    def called(term: Term) -> str:
        """A thing by its Chinese name; a term of the ontology by what is typed for it, unless Chinese is read."""
        known = names.get(str(term)) if language == "zh" or "#" not in value(term) else None
        return known or clean(short(term))

    rows: list[Row] = []
    for number, one in enumerate(found, start=1):
        head = map(Literal, (said(one.statement), one.rule, one.words[language]))
        shared = (Literal(number), *one.statement, *head)
        for fact in one.facts:
            about = map(Literal, (fact.plan, fact.unit, fact.sentence, fact.citation))
            rows.append((*shared, Literal(fact.kind), Literal(fact.wording), NamedNode(fact.iri), *about))
        rests = [(rest.source, said(rest.statement)) for rest in one.premises]
        if not one.facts and not rests:
            rests = [("graph", path(graph)) for graph in one.graphs]
        rows += [
            (*shared, Literal(source), Literal(premise), None, None, None, None, None) for source, premise in rests
        ]
    return Rows(REASONS, tuple(rows))


def _names(engine: Engine, terms: "Iterable[Term]") -> dict[str, str]:
    """What things are called in Chinese, by their IRIs as SPARQL writes them."""
    entities = sorted(str(term) for term in terms if isinstance(term, NamedNode))
    rows = engine.rows(bound(read("lookups/called.rq"), {"entity": entities})).rows
    return {str(entity): value(name) for entity, name in rows}


def reasons(rows: Rows, language: str, columns: int) -> Iterator[str]:
    """Reasons as text to read: each statement with the rule in words, and beneath it what it rests on.

    Args:
        rows: what `explained` gives.
        language: of the heads.
        columns: the width that they may take.
    """
    layout = Layout(_HEADS if language == "zh" else {}, (*REASONS[:_SHARED],), ("sentence", "citation"))
    for number, (shared, together) in enumerate(groupby(rows.rows, key=itemgetter(slice(_SHARED)))):
        if number:
            yield "\n"
        *_, statement, rule, says = map(value, shared)
        for text in (statement, f"{says} ({rule})"):
            yield from (f"{line}\n" for line in wrapped(clean(text), columns))
        yield "\n"
        yield from (f"{line}\n" for line in table(Rows(rows.columns, tuple(together)), layout, columns))
