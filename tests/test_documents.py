"""The plans of the corpus."""

import hashlib
import tomllib
from pathlib import Path

import pytest

DOCUMENTS = Path(__file__).parents[1] / "documents"
SHA256 = {
    "qiaocheng.txt": "fea4b539e4acb76539d4bfb6ba84f4dfae6207556530aa9fe3daaf4e7a0c922b",
    "suzhou.txt": "791d621cb32a2b6628f5a093811ce127c3434f858f65d7fa96bc1db2525b5465",
}


@pytest.mark.parametrize("name", SHA256)
def test_a_plan_is_as_it_was_received(name: str) -> None:
    """A plan is the user's own file, byte for byte: every offset in the graph counts in it."""
    assert SHA256[name] == hashlib.sha256((DOCUMENTS / name).read_bytes()).hexdigest()


def test_the_corpus_is_what_the_sources_describe() -> None:
    """`sources.toml` has a table for each plan in the folder, with the legal basis of its reuse, and no other."""
    sources = tomllib.loads((DOCUMENTS / "sources.toml").read_text(encoding="utf-8"))
    assert set(SHA256) == {path.name for path in DOCUMENTS.glob("*.txt")}
    assert set(SHA256) == {f"{stem}.txt" for stem, table in sources.items() if table["legal_basis"]}
