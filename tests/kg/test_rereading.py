"""Plans read anew, out of a store or out of files."""

from pathlib import Path

import pytest

from extract.files.reading import read
from extract.structure.plans import plan
from kg.errors import NoStoreError, UnknownStemError
from kg.rereading import documents, explained, unit_named
from tests.conftest import DOCUMENTS
from tests.extract.passages import extractor
from tests.extract.test_pipeline import extraction


def test_a_stored_document_is_the_one_that_was_read(plans_store: Path) -> None:
    """Its text, and what `sources.toml` said of it, come back, so that its facts do."""
    stored, given = documents(str(plans_store), ("suzhou", str(DOCUMENTS / "suzhou.txt")))
    assert read(DOCUMENTS / "suzhou.txt") == stored == given
    facts = tuple(fact for _, one in explained(extractor(), stored) for fact in one.facts)
    assert extraction("suzhou").facts == facts


def test_all_of_a_store_is_read_where_nothing_is_named(plans_store: Path) -> None:
    """By stem."""
    assert ["qiaocheng", "suzhou"] == [document.stem for document in documents(str(plans_store), ())]


def test_a_file_needs_no_store_and_a_stem_does(tmp_path: Path, plans_store: Path) -> None:
    """What is neither is an unknown stem."""
    assert ["suzhou"] == [one.stem for one in documents(str(tmp_path), (str(DOCUMENTS / "suzhou.txt"),))]
    with pytest.raises(NoStoreError):
        list(documents(str(tmp_path), ("suzhou",)))
    with pytest.raises(UnknownStemError, match="did you mean 'suzhou'"):
        list(documents(str(plans_store), ("suzho",)))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("15", "15"),
        ("第15条", "15"),
        ("§前言", "§前言"),
        ("前言", "§前言"),
        ("§一（二）", "§一（二）"),
        ("一/二", "§一（二）"),
        ("999", None),
        ("", None),
    ],
)
def test_a_unit_is_named_by_id_or_locator(name: str, expected: str | None) -> None:
    """In any width of brackets."""
    found = unit_named(plan(read(DOCUMENTS / "suzhou.txt")), name)
    assert expected == (found and found.id)
