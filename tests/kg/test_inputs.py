"""What goes into a store: documents of every kind, and what is said of files that do not."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from extract.plan import Found
from kg.build import add, build
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
