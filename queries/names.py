"""Finding what a typed name means: 徐州, 徐州市, Xuzhou, xuzhou and 320300 are one place.

A name is looked up as it stands, among official names, variants, codes, numbers and notations. What
is not found so is compared with every name, leniently: in any case and any spelling of pinyin or
English; for a place also behind the names of what it lies in (徐州鼓楼区); for other things by their
end or their middle, by their pinyin, and for agencies by what departments are called (发改委, finance bureau).
Traditional characters are read as simplified ones, and English words for topics as Chinese ones. A small slip
(xuzhuo, 徐洲) finds the one name that it may be, which the reading says, unless something else is called so.

Of several places the one of the highest administrative level is meant. Where several stand on that
level, and where several things of another kind are found, none is taken, unless a plan is given that names
only one of them.
"""

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from queries import lookup
from queries.engine import Engine
from queries.errors import AmbiguousNameError, UnknownNameError
from queries.lookup import CONCEPTS, Candidate
from queries.terms import is_text, path

_RANKS = ("country", "province", "prefecture", "county", "township", "")
_LEAST_DIGITS = 4
_ARTICLES = {"agency": "an", "organization": "an", "industry": "an"}


class Reading(NamedTuple):
    """How a typed name was read.

    Attributes:
        text: what was typed.
        taken: what it is taken to mean.
        others: what it may also mean, on lower levels.
    """

    text: str
    taken: Candidate
    others: tuple[Candidate, ...] = ()

    def is_plain(self) -> bool:
        """Whether nothing needs to be said: it was typed as it is called, and nothing else is called so."""
        as_called = self.text in {self.taken.label, self.taken.code, path(self.taken.iri)}
        return (as_called or self.taken.kind == "fact") and not self.others

    def described(self) -> str:
        """The reading in a line: `xuzhou is read as 徐州市 (江苏省, 320300), not 叙州区 (宜宾市, 511504)`."""
        shown = [other.described() for other in self.others[:2]]
        if len(self.others) > len(shown):
            shown.append(f"{len(self.others) - len(shown)} more")
        return f"{self.text} is read as {self.taken.described()}" + (f", not {' or '.join(shown)}" if shown else "")


Choose: TypeAlias = Callable[[AmbiguousNameError], Candidate]
"""Asks back which of several candidates is meant, or raises the error that it is given."""


def refuse(error: AmbiguousNameError) -> Candidate:
    """Do not ask back."""
    raise error


def resolve(engine: Engine, kinds: tuple[str, ...], text: str, *, plan: str = "", choose: Choose = refuse) -> Reading:
    """What a name means.

    Args:
        engine: the store that is asked.
        kinds: what it may name, the first kind that has it winning.
        text: the name, a code, a number, an IRI or the path of one (`place/320300`).
        plan: IRI of the plan whose unit is named, or that the question is restricted to, "" for none.
        choose: what to do where several things are called so, on one level.

    Raises:
        UnknownNameError: where nothing is called so, with names that look like it.
        AmbiguousNameError: where several things are and `choose` takes none.
    """
    text = text.strip()
    if not text or not is_text(text):
        raise UnknownNameError(text, kinds)
    inside = f"{plan}/" if plan and kinds == ("unit",) else ""
    found = _inside(inside, _exactly(engine, kinds, text))
    if not found:
        known = {entity: names for entity, names in lookup.labels(engine, kinds).items() if entity.startswith(inside)}
        found = _inside(inside, _leniently(engine, kinds, text, known))
        if not found:
            raise _unknown(engine, kinds, text, known)
    if plan and len(found) > 1 and found[0].kind not in {"place", "unit"}:
        named = lookup.named_in(engine, plan, [candidate.iri for candidate in found])
        found = [candidate for candidate in found if candidate.iri in named] or found
    return _chosen(text, kinds, found, choose)


def completions(engine: Engine, kinds: tuple[str, ...], begun: str, *, plan: str = "") -> list[str]:
    """The names that begin so, sorted.

    Args:
        engine: the store that is asked.
        kinds: what is to be named.
        begun: the beginning of the name.
        plan: IRI of the plan whose unit is named.
    """
    plan = f"{plan}/" if plan else ""
    if kinds == ("fact",):
        names = [path(fact).partition("/")[2] for fact in lookup.facts(engine)]
    else:
        known = lookup.labels(engine, kinds)
        names = [name for entity, written in known.items() if entity.startswith(plan) for name in written]
    return sorted({name for name in names if name.startswith(begun)})


def _exactly(engine: Engine, kinds: tuple[str, ...], text: str) -> list[Candidate]:
    if "://" in text:
        return lookup.described(engine, kinds, [text.strip("<>")])
    if "/" in text and (found := lookup.described(engine, kinds, [f"{engine.base}id/{text}"])):
        return found
    if kinds == ("fact",):
        begun = f"{engine.base}id/fact/{text}"
        whole = len(text) >= _LEAST_DIGITS
        return lookup.described(
            engine, kinds, [fact for fact in lookup.facts(engine) if whole and fact.startswith(begun)]
        )
    return lookup.exactly(engine, kinds, [text])


def _leniently(engine: Engine, kinds: tuple[str, ...], text: str, known: dict[str, list[str]]) -> list[Candidate]:
    from queries import matching  # noqa: PLC0415 - not needed for a name as it is written

    if not text.isascii() and (simple := matching.simplified(text)) != text:
        if found := _exactly(engine, kinds, simple):
            return found
        text = simple
    if found := lookup.described(engine, kinds, matching.same(text, known)):
        return found
    for way in (_in_parts, _departments, _numbered, _partly, _otherwise, _slips):
        if found := way(engine, kinds, text, known):
            return found
    return []


def _in_parts(engine: Engine, kinds: tuple[str, ...], text: str, known: dict[str, list[str]]) -> list[Candidate]:
    """The places that are named with what they lie in, or with the English word for what they are."""
    from queries import matching  # noqa: PLC0415 - not needed for a name as it is written

    if "place" not in kinds:
        return []
    if found := _behind_others(engine, text):
        return found
    name = matching.without_level(text)
    return lookup.described(engine, ("place",), matching.same(name, known)) if name != text else []


def _partly(engine: Engine, kinds: tuple[str, ...], text: str, known: dict[str, list[str]]) -> list[Candidate]:
    from queries import matching  # noqa: PLC0415 - not needed for a name as it is written

    for kind in kinds:
        if kind not in {"place", "unit", "fact", *CONCEPTS}:
            like = matching.partly(text, known, scattered=kind == "agency")
            if found := lookup.described(engine, (kind,), like):
                return found
    return []


def _slips(engine: Engine, kinds: tuple[str, ...], text: str, known: dict[str, list[str]]) -> list[Candidate]:
    """What a text names but for a small slip, unless it is the very name of something of another kind."""
    from queries import matching  # noqa: PLC0415 - not needed for a name as it is written

    if kinds == ("unit",) or lookup.exactly(engine, tuple(lookup.KINDS), [text]):
        return []
    return lookup.described(engine, kinds, matching.slips(text, known))


def _otherwise(engine: Engine, kinds: tuple[str, ...], text: str, known: dict[str, list[str]]) -> list[Candidate]:
    """What has a name of Latin letters in Chinese alone: by its pinyin, or by a word for it."""
    from queries import matching  # noqa: PLC0415 - not needed for a name as it is written

    if not text.isascii() or kinds in {("fact",), ("unit",)}:
        return []
    others = tuple(kind for kind in kinds if kind != "place")  # whose names have their pinyin in the store
    if others and (found := lookup.described(engine, others, matching.spoken(text, known))):
        return found
    from queries.words import data  # noqa: PLC0415 - slow to import

    said = text.casefold()
    for chinese in (data()["names"].get(said, "") + " " + data()["topics"].get(said, "")).split():
        if found := _exactly(engine, others, chinese) or _leniently(engine, others, chinese, known):
            return found
    return []


def _numbered(engine: Engine, kinds: tuple[str, ...], text: str, known: dict[str, list[str]]) -> list[Candidate]:
    """The units of a number in Chinese numerals: 第十五条, 十五."""
    del known
    if kinds != ("unit",):
        return []
    from extract.numbering import NUMERALS  # noqa: PLC0415 - not needed for a name as it is written

    number = NUMERALS.get(text.removeprefix("第").removesuffix("条"))
    return [] if number is None else lookup.exactly(engine, kinds, [str(number)])


def _departments(engine: Engine, kinds: tuple[str, ...], text: str, known: dict[str, list[str]]) -> list[Candidate]:
    if "agency" not in kinds:
        return []
    from queries.bureaus import like  # noqa: PLC0415 - not needed for a name as it is written

    return lookup.described(engine, ("agency",), like(text, known))


def _behind_others(engine: Engine, text: str) -> list[Candidate]:
    """The places that are named behind the names of what they lie in, as 鼓楼区 in 江苏徐州鼓楼区."""
    from queries.matching import consumed  # noqa: PLC0415 - not needed for a name as it is written

    for start in range(1, len(text) - 1):
        found = lookup.exactly(engine, ("place",), [text[start:]])
        uppers = lookup.above(engine, [candidate.iri for candidate in found]) if found else {}
        if found := [candidate for candidate in found if consumed(text[:start], uppers.get(candidate.iri, ()))]:
            return found
    return []


def _unknown(engine: Engine, kinds: tuple[str, ...], text: str, known: dict[str, list[str]]) -> UnknownNameError:
    if others := lookup.exactly(engine, tuple(lookup.KINDS), [text]):
        return UnknownNameError(text, kinds, other=f"{_ARTICLES.get(others[0].kind, 'a')} {others[0].kind}")
    from queries.suggestions import near  # noqa: PLC0415 - only on failure

    like = near(text, (name for names in known.values() for name in names))
    return UnknownNameError(text, kinds, like, held=tuple(lookup.stems(engine)) if kinds == ("plan",) else ())


def _inside(plan: str, found: list[Candidate]) -> list[Candidate]:
    return [candidate for candidate in found if candidate.iri.startswith(plan)]


def _chosen(text: str, kinds: tuple[str, ...], found: list[Candidate], choose: Choose) -> Reading:
    kind = min((candidate.kind for candidate in found), key=kinds.index)
    ranked = sorted(
        (candidate for candidate in found if candidate.kind == kind),
        key=lambda candidate: (_RANKS.index(candidate.rank), candidate.code, candidate.iri),
    )
    highest = [candidate for candidate in ranked if candidate.rank == ranked[0].rank]
    if len(highest) > 1:
        return Reading(text, choose(AmbiguousNameError(text, tuple(highest))))
    return Reading(text, ranked[0], tuple(ranked[1:]))
