"""The names that divisions are looked for by, and what is none though one may begin or end in it."""

from functools import cache

import ahocorasick_rs

from extract.components import dictionary
from extract.places.abbreviations import group_names
from extract.places.words import words
from gazetteer.divisions import COUNTRY, gazetteer


@cache
def scanner() -> ahocorasick_rs.AhoCorasick:
    """A scanner of full, short and former names, and of longer words that hide them."""
    names = {*longer(), *gazetteer().earlier_names(), *gazetteer().earlier_shorts}
    for division in gazetteer().divisions():
        if division.code != COUNTRY:
            names.update(n for n in (division.name, division.short, *division.brief, *division.former) if len(n) > 1)
    return dictionary(names)


@cache
def names_besides() -> frozenset[str]:
    """What may name something else than a division: what `longer` holds, and parts of the country."""
    return longer() | words().regions_besides.keys()


@cache
def longer() -> frozenset[str]:
    """What is no division though one may begin or end in it: words, rivers, mountains, groups of places."""
    return frozenset({*words().longer, *words().rivers, *words().mountains, *group_names()})
