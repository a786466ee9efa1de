"""The word lists of `partners.toml`: endings and names of organisations, and what may stand around them."""

import re
from dataclasses import dataclass
from functools import cache

import ahocorasick_rs

from extract.common_words import reads_plainly
from extract.components import Passage, dictionary, scan
from extract.facts import PartnerKind
from extract.word_lists import either, word_lists
from gazetteer.companies import companies
from gazetteer.universities import University, universities

_MIN_ALIAS = 3
_COMPANIES = ("names", "carriers", "makers", "works", "finance")


@dataclass(frozen=True, slots=True)
class Words:
    """The word lists of `partners.toml`."""

    endings: tuple[tuple[str, PartnerKind], ...]
    kinds: dict[str, PartnerKind]
    endings_of: dict[PartnerKind, tuple[str, ...]]
    companies: frozenset[str]
    finance: frozenset[str]
    ambiguous: frozenset[str]
    does: tuple[str, ...]
    brands: frozenset[str]
    parks: frozenset[str]
    seats: dict[str, str]
    short_names: dict[str, str]
    countries: tuple[str, ...]
    events: frozenset[str]
    aims: tuple[str, ...]
    generic: tuple[str, ...]
    classes: tuple[str, ...]
    bodies: frozenset[str]
    bodies_joined: re.Pattern[str]
    universities: frozenset[str]
    institutes: frozenset[str]
    hospitals: frozenset[str]
    ministries: frozenset[str]
    proper: re.Pattern[str]
    leads: re.Pattern[str]
    sciences: tuple[str, ...]
    closers: tuple[str, ...]
    bearers: tuple[str, ...]
    fields: tuple[str, ...]
    leading: tuple[str, ...]
    trades: tuple[str, ...]
    trade_characters: frozenset[str]
    kinds_of_company: frozenset[str]
    no_ending: frozenset[str]
    sure_trades: tuple[str, ...]
    works: tuple[str, ...]
    longer_trades: tuple[str, ...]
    acts: tuple[str, ...]
    deals: tuple[str, ...]
    no_company: frozenset[str]
    backing: tuple[str, ...]
    moving: tuple[str, ...]
    agents: tuple[str, ...]
    no_body: tuple[str, ...]
    not_before: tuple[str, ...]
    operators: tuple[str, ...]
    no_operators: tuple[str, ...]
    national: tuple[str, ...]
    departments: tuple[str, ...]
    academy: tuple[str, ...]
    of_sar: tuple[str, ...]
    of_countries: tuple[str, ...]
    gates: tuple[str, ...]


@cache
def words() -> Words:
    """The word lists, the longest ending first."""
    table = word_lists("partners")
    members = table["members"]
    endings = [(ending, kind) for kind, listed in table["kinds"].items() for ending in listed]
    return Words(
        endings_of={kind: tuple(sorted(listed, key=len, reverse=True)) for kind, listed in table["kinds"].items()},
        endings=tuple(sorted(endings, key=lambda e: len(e[0]), reverse=True)),
        kinds=dict(sorted(endings, key=lambda e: len(e[0]), reverse=True)),
        companies=frozenset(name for key in _COMPANIES for name in table["companies"][key]),
        finance=frozenset(table["companies"]["finance"]),
        ambiguous=frozenset(table["companies"]["ambiguous"]),
        does=tuple(table["companies"]["does"]),
        brands=frozenset(table["companies"]["brands"]),
        parks=frozenset(name for names in table["parks"].values() for name in names),
        seats={name: seat for key in ("parks", "laboratories") for seat, names in table[key].items() for name in names},
        short_names=table["short_names"],
        countries=tuple(sorted(table["proper"]["countries"], key=len, reverse=True)),
        events=frozenset(table["events"]["names"]),
        aims=tuple(table["aims"]["endings"]),
        bodies=frozenset(table["bodies"]["names"]),
        bodies_joined=re.compile(either(table["bodies"]["joined"])),
        universities=frozenset(table["universities"]["names"]),
        institutes=frozenset(name for names in table["laboratories"].values() for name in names),
        hospitals=frozenset(table["institutes"]["hospitals"]),
        ministries=frozenset(table["ministries"]["names"]),
        proper=re.compile("|".join((*table["proper"]["words"], *table["proper"]["countries"]))),
        sciences=tuple(table["sciences"]["words"]),
        leads=re.compile("|".join(table["leads"]["words"])),
        generic=tuple(sorted(table["generic"]["words"], key=len, reverse=True)),
        classes=tuple(sorted((*table["generic"]["words"], *table["generic"]["companies"]), key=len, reverse=True)),
        closers=tuple(members["closers"]),
        bearers=tuple(members["bearers"]),
        fields=tuple(members["fields"]),
        leading=tuple(members["leading"]),
        trades=tuple(sorted(members["trades"], key=len, reverse=True)),
        trade_characters=frozenset(members["trade_characters"]),
        kinds_of_company=frozenset(members["kinds"]),
        no_ending=frozenset(members["no_ending"]),
        sure_trades=tuple(sorted(members["sure_trades"], key=len, reverse=True)),
        works=tuple(members["works"]),
        longer_trades=tuple(members["longer_trades"]),
        acts=tuple(members["acts"]),
        deals=tuple(members["deals"]),
        no_company=frozenset(members["no_company"]),
        backing=tuple(members["backing"]),
        moving=tuple(members["moving"]),
        agents=tuple(members["agents"]),
        no_body=(*members["no_body"], *members["no_bodies"], *word_lists("goods")["characters"]),
        not_before=tuple(table["parks_in_words"]["not_before"]),
        operators=tuple(table["forms"]["operators"]),
        no_operators=tuple(table["forms"]["no_operators"]),
        national=tuple(table["forms"]["national"]),
        departments=tuple(table["forms"]["departments"]),
        of_countries=tuple(table["forms"]["of_countries"]),
        of_sar=tuple(table["forms"]["of_sar"]),
        gates=tuple(table["forms"]["gates"]),
        academy=tuple(table["forms"]["academy"]),
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
def listed_names() -> frozenset[str]:
    """Short names of listed companies that are no common words besides, and do not begin like a park (张江高科)."""
    parks = tuple(words().parks)
    sure = (name for name, ordinary in companies().items() if not ordinary)
    return frozenset(name for name in sure if not reads_plainly(name) and not name.startswith(parks))


def known_names(here: Passage) -> list[tuple[int, int]]:
    """Where names stand in a unit that the lists and the table of universities know, looked for once."""
    if here.names is None:
        here.names = scan(name_scanner(), here.unit.text)
    return here.names


@cache
def name_scanner() -> ahocorasick_rs.AhoCorasick:
    """A scanner of the names that the lists and the table of universities know."""
    known = words()
    return dictionary(
        (
            *listed_names(),
            *known.companies,
            *known.ambiguous,
            *known.parks,
            *known.events,
            *known.bodies,
            *known.universities,
            *known.institutes,
            *known.hospitals,
            *known.ministries,
            *universities_by_name(),
        )
    )


@cache
def ending_scanner() -> ahocorasick_rs.AhoCorasick:
    """A scanner of the endings."""
    return dictionary(ending for ending, _ in words().endings)


def is_known(name: str) -> bool:
    """Whether a company is known by a name."""
    return name in words().companies or name in words().ambiguous or name in listed_names()
