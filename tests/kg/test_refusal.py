"""A document that violates a rule is left out and named, and the others are stored."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from extract.facts import PlaceMention, Span
from extract.plan import Document, Extraction
from kg.build import add, build
from kg.errors import NoStoreError, RefusedError
from kg.store import Store
from tests.kg.made_up import XUZHOU, MadeUpPipeline

pytestmark = pytest.mark.usefixtures("small_world")
Write = Callable[[str, str], Path]


class Careless(MadeUpPipeline):
    """Quotes the first character of a text that says so, whichever unit states the fact."""

    def extract(self, document: Document) -> Extraction:
        """A fact of the last unit whose evidence stands in the first."""
        found = super().extract(document)
        if "越界" not in document.text:
            return found
        outside = PlaceMention(found.plan.units[-1].id, "careless", "徐州", (Span(0, 2),), XUZHOU)
        return replace(found, facts=(*found.facts, outside))


def content(store: Path) -> dict[str, str]:
    """The documents that a store holds, by stem, with their texts."""
    with Store(store).open() as reader:
        return {document.stem: reader.text(document.sha256) for document in reader.documents()}


def test_a_document_that_violates_a_rule_is_left_out_and_the_others_are_stored(
    tmp_path: Path, write_text: Write
) -> None:
    """It is named with its unit and its fact, and the rule."""
    good, bad = write_text("good.txt", "支持徐州\n"), write_text("bad.txt", "徐州\n越界\n")
    outcome = build(tmp_path / "store", [good, bad], pipeline=Careless())
    assert {"good": "支持徐州\n"} == content(tmp_path / "store")
    (violation,) = outcome.refused
    assert ("bad", "evidence-outside-unit", "徐州") == (violation.document, violation.check, violation.value)
    assert violation.fact
    assert violation.described().startswith("bad, unit ")


def test_what_is_stored_is_what_a_build_without_the_document_stores(tmp_path: Path, write_text: Write) -> None:
    """Nothing of it stays behind: neither text nor shard."""
    good, bad = write_text("good.txt", "支持徐州\n"), write_text("bad.txt", "徐州\n越界\n")
    stores = tmp_path / "with", tmp_path / "without"
    build(stores[0], [good, bad], pipeline=Careless())
    build(stores[1], [good], pipeline=Careless())
    with_, without = (
        {path.name for folder in ("shards", "texts") for path in (one / folder).iterdir()} for one in stores
    )
    assert without == with_


def test_what_the_store_has_of_it_stays(tmp_path: Path, write_text: Write) -> None:
    """A worse version does not take the place of a sound one, and nothing says that it did."""
    store = tmp_path / "store"
    build(store, [write_text("one.txt", "支持徐州\n")], pipeline=Careless())
    outcome = add(store, [write_text("one.txt", "徐州\n越界\n"), write_text("two.txt", "宿州\n")], pipeline=Careless())
    assert {"one": "支持徐州\n", "two": "宿州\n"} == content(store)
    assert ["one"] == [violation.document for violation in outcome.refused]
    assert () == outcome.notices


def test_where_every_document_violates_a_rule_nothing_is_stored(tmp_path: Path, write_text: Write) -> None:
    """There is no store of nothing."""
    with pytest.raises(RefusedError, match="bad, unit ") as raised:
        build(tmp_path / "store", [write_text("bad.txt", "徐州\n越界\n")], pipeline=Careless())
    assert ["bad"] == [violation.document for violation in raised.value.violations]
    with pytest.raises(NoStoreError):
        Store(tmp_path / "store").open()
