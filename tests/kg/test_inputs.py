"""What goes into a store: documents of every kind, and what is said of files that do not."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from extract.errors import DocumentError
from extract.plan import Document, Found
from kg.build import add, build
from kg.errors import InputsError
from kg.store import Store
from tests.extract.papers import WRITERS
from tests.kg.made_up import MadeUpPipeline

PLAN = "云川市港口发展行动方案\n一、重点任务\n（一）建设港口。加快白渡港区建设，对接徐州市。（市交通运输局牵头）\n"


class Skipping(MadeUpPipeline):
    """Leaves out as many files as it is told."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self._skipped = tuple(Path(f"{n}.xls") for n in range(count))

    def find(self, inputs: Iterable[Path]) -> Found:
        """The files, and those that were left out."""
        return Found(super().find(inputs).paths, self._skipped)


@pytest.mark.parametrize(
    ("count", "notices"),
    [
        (0, ()),
        (1, ("skipped 1 file of other kinds: 0.xls",)),
        (7, ("skipped 7 files of other kinds: 0.xls, 1.xls, 2.xls, 3.xls, 4.xls, …",)),
    ],
)
def test_what_was_skipped_is_said(tmp_path: Path, count: int, notices: tuple[str, ...]) -> None:
    """A build and an addition say how many files of the inputs they left out, and name the first of them."""
    file = tmp_path / "alpha.txt"
    file.write_text("徐州市", encoding="utf-8")
    assert notices == build(tmp_path / "store", [file], pipeline=Skipping(count)).notices
    assert (*notices, "alpha: replaced") == add(tmp_path / "store", [file], pipeline=Skipping(count)).notices


def test_all_inputs_that_cannot_be_used_are_named(tmp_path: Path) -> None:
    """One line for each: files that cannot be read, that are no plans, that are not there; the store is as it was."""
    folder = tmp_path / "plans"
    folder.mkdir()
    for name, content in (("good.txt", PLAN), ("empty.txt", ""), ("note.txt", "徐州市很好。"), ("bad.pdf", "%PDF-1.7")):
        (folder / name).write_text(content, encoding="utf-8")
    store = tmp_path / "store"
    build(store, [folder / "good.txt"])
    with pytest.raises(InputsError) as several:
        build(store, [folder, tmp_path / "none.txt"])
    first, *lines = str(several.value).splitlines()
    assert "4 inputs cannot be used, so the store stays as it is:" == first
    names = [folder / "bad.pdf", folder / "empty.txt", folder / "note.txt", tmp_path / "none.txt"]
    assert sorted(f"  {name}" for name in names) == sorted(line.partition(": ")[0] for line in lines)
    with Store(store).open() as reader:
        assert ["good"] == [document.stem for document in reader.documents()]


def test_all_documents_that_are_no_plans_are_named(tmp_path: Path) -> None:
    """Also where all can be read; of one alone the error is as it is."""
    for name, content in (("good", PLAN), ("one", "徐州市很好。"), ("two", "宿州市很好。")):
        (tmp_path / f"{name}.txt").write_text(content, encoding="utf-8")
    with pytest.raises(InputsError) as several:
        build(tmp_path / "store", [tmp_path])
    assert ["one.txt", "two.txt"] == [str(error).partition(":")[0] for error in several.value.errors]
    with pytest.raises(DocumentError, match=r"one\.txt: no heading"):
        build(tmp_path / "store", [tmp_path / "one.txt", tmp_path / "good.txt"])


def test_pages_that_cannot_be_read_are_told_of(tmp_path: Path) -> None:
    """A build reads the others, and says in one line which were not."""

    class Paged(MadeUpPipeline):
        def read(self, path: Path) -> Document:
            return replace(super().read(path), unread=(2,))

    file = tmp_path / "alpha.txt"
    file.write_text("徐州市", encoding="utf-8")
    (notice,) = build(tmp_path / "store", [file], pipeline=Paged()).notices
    assert notice.startswith("alpha: page 2 has no text")


def test_a_store_keeps_what_readers_make(tmp_path: Path) -> None:
    """A folder of all kinds of files becomes a store that knows who read each, quotes its text, and pages of a PDF."""
    for suffix, write in WRITERS.items():
        (tmp_path / f"{suffix[1:]}{suffix}").write_bytes(write(PLAN.replace("方案", f"方案{suffix[1:].upper()}", 1)))
    (tmp_path / "plain.txt").write_text(PLAN, encoding="utf-8")
    (tmp_path / "~$docx.docx").write_bytes(b"")
    outcome = build(tmp_path / "store", [tmp_path])
    assert "skipped 1 file of other kinds: ~$docx.docx" in outcome.notices
    readers = {document.stem: document.reader for document in outcome.documents}
    wanted = {"docx": "docx (python-docx)", "html": "html (trafilatura)", "pdf": "pdf (pypdfium2)", "plain": "text"}
    assert wanted == readers
    question = """
    PREFIX dk: <https://w3id.org/deltakg/ontology#> PREFIX oa: <http://www.w3.org/ns/oa#>
    PREFIX prov: <http://www.w3.org/ns/prov#>
    SELECT ?sha256 ?start ?end ?exact ?page {
      ?evidence a dk:Evidence ; oa:start ?start ; oa:end ?end ; oa:exact ?exact ; prov:wasQuotedFrom/dk:sha256 ?sha256
      OPTIONAL { ?evidence dk:page ?page }
    }"""
    with Store(tmp_path / "store").open() as reader:
        rows = [[term and term.value for term in row] for row in reader.query(question)]  # type: ignore[union-attr]  # a SELECT
    kinds = {document.sha256: document.stem for document in outcome.documents}
    assert set(wanted) == {kinds[sha256] for sha256, *_ in rows}
    for sha256, start, end, exact, page in rows:
        text = (tmp_path / "store" / "texts" / f"{sha256}.txt").read_bytes().decode()
        assert exact == text[int(start) : int(end)]
        assert ("1" if kinds[sha256] == "pdf" else None) == page
