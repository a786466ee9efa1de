"""Searching all names: Chinese, English, pinyin, its initials, and codes."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ontology.terms import RDFS, SKOS
from queries.matching import folded
from web.pages.site import Site
from web.pages.things import KINDS

_RANKS = ("country", "province", "prefecture", "county", "township")


class Entry(NamedTuple):
    """Something that can be found.

    Attributes:
        iri: its IRI.
        kind: a value of `things.KINDS`.
        label: its official name.
        english: its English name, "" where it has none.
        upper: name of what it lies in or belongs to, "" for none.
        upper_english: the same in English, "" where there is none.
        rank: level of an administrative division, else "".
        facts: how many facts speak of it.
        names: everything it is called, folded.
    """

    iri: str
    kind: str
    label: str
    english: str
    upper: str
    upper_english: str
    rank: str
    facts: int
    names: tuple[str, ...]


def entries(site: Site) -> Sequence[Entry]:
    """Everything that can be found, by IRI."""
    return site.kept("entries", lambda: _entries(site))


def found(site: Site, text: str) -> list[Entry]:
    """What is called so, begins so, or holds a text, the best first.

    What is exactly called so comes first, then what begins so; of these what facts speak of most, then what stands
    higher.

    Args:
        site: the page's.
        text: what was typed.
    """
    words = [word for word in map(folded, text.split()) if word]
    if not words:
        return []
    ranked = []
    for entry in entries(site):
        scores = [_score(word, entry.names) for word in words]
        if (joined := _score("".join(words), entry.names)) is not None:
            scores = [joined]
        known = [score for score in scores if score is not None]
        if len(known) == len(scores):
            rank = _RANKS.index(entry.rank) if entry.rank in _RANKS else 2
            ranked.append((max(known), -min(entry.facts, 1), rank, -entry.facts, entry.iri, entry))
    return [one[-1] for one in sorted(ranked, key=lambda one: one[:-1])]


def _score(word: str, names: Sequence[str]) -> int | None:
    """How well a word fits, from 0; None where it does not."""
    best: int | None = None
    for name in names:
        if word in name and (len(word) > 1 or name.startswith(word)):
            score = 0 if name == word else 1 if name.startswith(word) else 2
            best = score if best is None else min(best, score)
    return best


def _entries(site: Site) -> list[Entry]:
    labels: defaultdict[str, dict[str, str]] = defaultdict(dict)
    names: defaultdict[str, set[str]] = defaultdict(set)
    for row in site.rows("named"):
        names[row["entity"]].add(row["name"])
        if row["property"] in {RDFS.label, SKOS.prefLabel}:
            own = labels[row["entity"]]
            own[row["language"]] = min(own.get(row["language"], row["name"]), row["name"])
    classes = {row["entity"]: row["class"] for row in site.rows("classes")}
    uppers = {row["entity"]: row["upper"] for row in sorted(site.rows("upper"), key=lambda row: row["upper"])}
    levels = {row["entity"]: row["level"] for row in site.rows("levels")}
    facts = {row["entity"]: int(row["facts"]) for row in site.rows("counted")}
    return [
        _entry(iri, KINDS[kind], labels, names[iri], labels[uppers.get(iri, "")], levels, facts)
        for iri, kind in sorted(classes.items())
    ]


def _entry(
    iri: str,
    kind: str,
    labels: Mapping[str, Mapping[str, str]],
    names: set[str],
    upper: Mapping[str, str],
    levels: Mapping[str, str],
    facts: Mapping[str, int],
) -> Entry:
    own = labels.get(iri, {})
    label = own.get("zh") or min([*own.values(), *names], default=iri.rpartition("/")[2])
    known = {folded(name) for name in (*names, label)} - {""}
    if iri in facts and kind != "place":
        known |= _spoken(label)
    named = own.get("en", ""), upper.get("zh", ""), upper.get("en", "")
    return Entry(iri, kind, label, *named, levels.get(iri, ""), facts.get(iri, 0), tuple(sorted(known)))


def _spoken(label: str) -> set[str]:
    """A Chinese name in pinyin, and its initials."""
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415 - slow to import

    return {
        folded("".join(lazy_pinyin(label))),
        folded("".join(lazy_pinyin(label, style=Style.FIRST_LETTER))),
    }
