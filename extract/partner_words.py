"""The word lists of `partners.toml`: endings and names of organisations, and what may stand around them."""

import re
from dataclasses import dataclass
from functools import cache

import ahocorasick_rs

from extract.components import dictionary
from extract.facts import PartnerKind
from extract.word_lists import word_lists
from gazetteer.universities import University, universities

_MIN_ALIAS = 3


@dataclass(frozen=True, slots=True)
class Words:
    """The word lists of `partners.toml`."""

    endings: tuple[tuple[str, PartnerKind], ...]
    companies: frozenset[str]
    ambiguous: frozenset[str]
    does: tuple[str, ...]
    parks: frozenset[str]
    events: frozenset[str]
    aims: tuple[str, ...]
    generic: tuple[str, ...]
    institutes: frozenset[str]
    leads: re.Pattern[str]


@cache
def words() -> Words:
    """The word lists, the longest ending first."""
    table = word_lists("partners")
    endings = [(ending, kind) for kind, listed in table["kinds"].items() for ending in listed]
    return Words(
        endings=tuple(sorted(endings, key=lambda e: len(e[0]), reverse=True)),
        companies=frozenset(table["companies"]["names"]),
        ambiguous=frozenset(table["companies"]["ambiguous"]),
        does=tuple(table["companies"]["does"]),
        parks=frozenset(table["parks"]["names"]),
        events=frozenset(table["events"]["names"]),
        aims=tuple(table["aims"]["endings"]),
        institutes=frozenset(table["institutes"]["names"]),
        leads=re.compile("|".join(table["leads"]["words"])),
        generic=tuple(sorted(table["generic"]["words"], key=len, reverse=True)),
    )


@cache
def universities_by_name() -> dict[str, University]:
    """Universities by each of their names that is long enough to be no other word."""
    return {
        name: university
        for university in universities().values()
        for name in (university.name, *university.aliases)
        if len(name) >= _MIN_ALIAS
    }


@cache
def name_scanner() -> ahocorasick_rs.AhoCorasick:
    """A scanner of the names that the lists and the table of universities know."""
    known = words()
    return dictionary(
        (*known.companies, *known.ambiguous, *known.parks, *known.events, *known.institutes, *universities_by_name())
    )


@cache
def ending_scanner() -> ahocorasick_rs.AhoCorasick:
    """A scanner of the endings."""
    return dictionary(ending for ending, _ in words().endings)
