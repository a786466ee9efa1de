"""Facts in the form of the guidelines, without a store between."""

import pytest

from kg.entries import entry
from kg.facts import KEYS, export
from queries.engine import Embedded
from tests.extract.test_pipeline import STEMS, extraction


@pytest.mark.parametrize("stem", STEMS)
def test_entries_are_those_of_the_store(stem: str, plans: Embedded) -> None:
    """What a fact is said to be when it is extracted is what the store says of it, unit by unit."""
    given: dict[str, set[tuple[str, str]]] = {}
    for fact in extraction(stem).facts:
        key, said = entry(fact)
        given.setdefault(fact.unit, set()).add((key, repr(said)))
    for line in export(plans.reader, [stem]):
        stored = {(key, repr(said)) for key in KEYS for said in line[key]}
        assert stored == given.get(line["unit"], set())
