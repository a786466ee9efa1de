"""The page for notebooks is true."""

import re
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "docs" / "notebooks.md"
CELL = re.compile(r"^```python\n(.*?)^```\n(?:\n```text\n(.*?)^```\n)?", re.MULTILINE | re.DOTALL)


def test_the_page_runs_and_prints_what_it_says(
    plans_store: Path,
    endpoint: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Its cells run one after the other, in a folder with a store, and print what stands below them."""
    (tmp_path / ".deltakg").symlink_to(plans_store)
    monkeypatch.chdir(tmp_path)
    cells = CELL.findall(PAGE.read_text(encoding="utf-8"))
    names: dict[str, object] = {}
    for code, expected in cells:
        exec(code.replace("http://localhost:8000/sparql", endpoint), names)  # noqa: S102 - our own page
        assert expected == capsys.readouterr().out
    assert len(cells) > 5
