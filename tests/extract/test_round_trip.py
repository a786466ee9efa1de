"""Plans written in every kind of file and in traditional characters, and read back: what they say stays the same."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from opencc import OpenCC

from deltakg import DeltakgError
from extract.files.kinds import SUFFIXES
from extract.files.reading import read
from extract.plan import Document, Extraction
from tests.extract.papers import WRITERS, as_page, as_pdf, as_word
from tests.extract.passages import extractor, told

DOCUMENTS = Path(__file__).parents[2] / "documents"
NAMES = ["suzhou", "qiaocheng"]
SEEDS = (
    as_word("一、甲\n（一）乙。"),
    as_pdf("云川市行动方案\n一、甲\n（一）加快建设港口。"),
    as_page("一、甲\n（一）乙。"),
)


@cache
def stated(name: str) -> Extraction:
    """What the text of a plan states."""
    return extractor().extract(read(DOCUMENTS / f"{name}.txt"))


def units(extraction: Extraction) -> dict[str, str]:
    """The text of each unit, without line ends."""
    return {unit.id: unit.text.replace("\n", "") for unit in extraction.plan.units}


def quotes(extraction: Extraction) -> bool:
    """Whether all evidence lies in the text and quotes characters."""
    text = extraction.document.text
    spans = [span for fact in extraction.facts for span in fact.evidence]
    return all(span.end <= len(text) and text[span.start : span.end].strip() for span in spans)


@pytest.mark.parametrize("suffix", WRITERS)
@pytest.mark.parametrize("name", NAMES)
def test_a_plan_says_the_same_in_every_kind_of_file(name: str, suffix: str, tmp_path: Path) -> None:
    """A plan written as a Word file, a web page or a PDF and read back has the same units and states the same facts."""
    path = tmp_path / f"{name}{suffix}"
    path.write_bytes(WRITERS[suffix](stated(name).document.text))
    found = extractor().extract(read(path))
    assert suffix[1:] in found.document.reader
    assert units(stated(name)) == units(found)
    assert told(stated(name)) == told(found)
    assert quotes(found)


@pytest.mark.parametrize("script", ["s2t", "s2tw", "s2hk"])
@pytest.mark.parametrize("name", NAMES)
def test_a_plan_says_the_same_in_traditional_characters(name: str, script: str) -> None:
    """A plan in traditional characters has the same units and states nearly all the same, and quotes what it prints."""
    source = stated(name).document
    text = OpenCC(script).convert(source.text)
    assert len(source.text) == len(text)
    found = extractor().extract(Document(source.stem, source.sha256, "utf-8", "text", text, source.source))
    assert list(units(stated(name))) == list(units(found))
    said, again = told(stated(name)), told(found)
    assert 0.97 * len(said | again) <= len(said & again)
    assert quotes(found)


@settings(deadline=None, max_examples=60)
@given(suffix=st.sampled_from(sorted(SUFFIXES)), data=st.data())
def test_any_bytes_are_a_document_or_refused(
    tmp_path_factory: pytest.TempPathFactory, suffix: str, data: st.DataObject
) -> None:
    """Any bytes under any name give a document or one clear line: random ones, and files with bytes changed or cut."""
    held = data.draw(
        st.one_of(st.binary(max_size=400), st.builds(damaged, st.sampled_from(SEEDS), st.integers(0, 999)))
    )
    path = tmp_path_factory.getbasetemp() / f"any{suffix}"
    path.write_bytes(held)
    refused = ""
    try:
        document = read(path)
    except DeltakgError as error:
        refused = str(error)
    if refused:
        assert refused.startswith(f"{path}: ")
        assert "\n" not in refused
        assert "; " in refused
    else:
        assert document.text.strip()
        assert document.text.encode().decode() == document.text


def damaged(held: bytes, seed: int) -> bytes:
    """A file with a few bytes changed, a piece left out or the end cut off."""
    random = Random(seed)  # noqa: S311 - of no secret
    changed = bytearray(held)
    for _ in range(random.randrange(1, 9)):
        changed[random.randrange(len(changed))] = random.randrange(256)
    at = random.randrange(len(changed))
    ways: tuple[Callable[[], bytes], ...] = (
        lambda: bytes(changed),
        lambda: bytes(changed[:at]),
        lambda: bytes(changed[:at] + changed[at + random.randrange(99) :]),
    )
    return random.choice(ways)()
