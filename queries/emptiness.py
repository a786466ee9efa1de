"""Why an answer has no rows: what the graph knows of each name, and what would give some."""

from collections.abc import Iterator, Sequence

from queries import lookup
from queries.ask import Asked, ask
from queries.catalogue import Question, bound, read
from queries.engine import Engine
from queries.names import Reading
from queries.parameters import LEVELS, assigned
from queries.terms import iri, value

_SEARCH = "measures-mentioning"
_UNSAID = frozenset({"plan", "unit", "fact"})
"""Kinds that plans hold, and do not name."""


def why(engine: Engine, asked: Asked, arguments: Sequence[str], *, level: str | None = None) -> Iterator[str]:
    """Say why an answer is empty, a line for each thing that there is to say.

    Args:
        engine: what was asked.
        asked: the answer, which has no rows.
        arguments: the arguments as they were given.
        level: the level as it was given.
    """
    question = asked.question
    texts = assigned(question, arguments)
    taken = {one.text: one.taken.iri for one in asked.readings}
    resolved = {name: taken.get(text.strip(), text) for name, text in texts.items()}
    for reading in asked.readings:
        if reading.taken.kind not in _UNSAID:
            yield from _known(engine, reading)
    for parameter in question.arguments:
        if parameter.kinds == ("text",):
            yield from _held(engine, texts[parameter.name], known=question.name == _SEARCH)
    yield from _wider(engine, question, resolved, level)
    stems = lookup.stems(engine)
    if "plan" in resolved and question.arguments[-1].default and len(stems) > 1:
        rest = {name: text for name, text in resolved.items() if name != "plan"}
        if many := _count(engine, question, rest, level):
            yield f"in all plans together there are {_rows(many)}; leave the plan out"
    yield f"documents read: {', '.join(stems) or 'none'}"


def _known(engine: Engine, reading: Reading) -> Iterator[str]:
    thing = reading.taken
    found = engine.rows(bound(read("lookups/mentioned.rq"), {"entity": [iri(thing.iri)]})).rows
    if found:
        counts = ", ".join(f"{value(many)} in {value(document)}" for document, many in found)
        yield f"the graph knows {thing.label}; facts that name it: {counts}"
        return
    from queries.suggestions import near  # noqa: PLC0415 - slow to import

    yield f"the graph knows {thing.label}, and no plan names it"
    classes = [f"dk:{name}" for name in lookup.KINDS[thing.kind]]
    if thing.kind not in lookup.CONCEPTS:
        names = [
            value(name) for (name,) in engine.rows(bound(read("lookups/named-things.rq"), {"class": classes})).rows
        ]
        if like := near(thing.label, names):
            yield f"plans name {', '.join(like)}"


def _held(engine: Engine, text: str, *, known: bool) -> Iterator[str]:
    """How many passages hold a text, unless that is known, and how many hold it in simplified characters."""
    from queries.matching import simplified  # noqa: PLC0415 - slow to import

    for one in dict.fromkeys((text, text if text.isascii() else simplified(text))):
        if one == text and known:
            continue
        many = len(ask(engine, _SEARCH, [one]).rows.rows)
        yield f"passages whose text holds {one}: {many}" + (f"; `deltakg query {_SEARCH} {one}`" if many else "")


def _wider(engine: Engine, question: Question, texts: dict[str, str], level: str | None) -> Iterator[str]:
    """The nearest of the wider levels that gives rows."""
    defaults = [one.default for one in question.parameters if one.kinds == ("level",)]
    if not defaults:
        return
    for wider in LEVELS[LEVELS.index(level or defaults[0] or LEVELS[0]) + 1 :]:
        if many := _count(engine, question, texts, wider):
            yield f"--level {wider} gives {_rows(many)}"
            return


def _count(engine: Engine, question: Question, texts: dict[str, str], level: str | None) -> int:
    arguments = [f"{name}={text}" for name, text in texts.items()]
    return len(ask(engine, question, arguments, level=level).rows.rows)


def _rows(many: int) -> str:
    return "1 row" if many == 1 else f"{many} rows"
