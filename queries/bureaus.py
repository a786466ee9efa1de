"""Agencies by the words that people use for departments: 发改委, 文旅局, finance bureau.

What a department may be called is the table `ontology/departments.csv`.
"""

from collections.abc import Iterable, Iterator, Mapping

from ontology.departments import department, written_names

_LEFT_OUT = frozenset(
    (
        *("the", "a", "an", "of", "and", "for", "city", "municipal", "district", "county", "provincial"),
        *("bureau", "department", "commission", "committee", "office"),
    )
)
"""English words that tell no department from another."""


def like(text: str, names: Mapping[str, Iterable[str]]) -> list[str]:
    """The keys of the agencies that a department's name, in variants, in English or in pinyin, may mean.

    Args:
        text: a department as it is spoken of, with or without the place in front.
        names: the names of each agency.
    """
    meant = list(_in_english(text) or _in_pinyin(text) if text.isascii() else _in_chinese(text))
    return [key for key, written in names.items() if any(_is(name, *one) for name in written for one in meant)]


def _is(name: str, place: str, stem: str) -> bool:
    """Whether a formal name is that of a department, in the place if one was said: 市 is any city."""
    before = name.removesuffix(stem)
    return before != name and (before.startswith(place) or before.endswith(place))


def _in_chinese(text: str) -> Iterator[tuple[str, str]]:
    """The place in front and the formal name, as the longest name of a department at the end says."""
    for start in range(len(text)):
        if found := department(text[start:]):
            yield text[:start], found.stem
            return


def _in_english(text: str) -> set[tuple[str, str]]:
    wanted = _words(text)
    known = written_names().values() if wanted else ()
    return {("", one.stem) for one in known if _words(one.english.replace("{place}", "")) == wanted}


def _in_pinyin(text: str) -> set[tuple[str, str]]:
    from queries.matching import spoken  # noqa: PLC0415 - most names are written otherwise

    known = written_names()
    return {("", known[name].stem) for name in spoken(text, {name: (name,) for name in known})}


def _words(text: str) -> frozenset[str]:
    return frozenset(text.lower().replace("-", " ").split()) - _LEFT_OUT
