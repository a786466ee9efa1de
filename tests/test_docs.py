"""The pages beside the README: current, and true of the project."""

import re
import runpy
from pathlib import Path

import pytest

import deltakg

ROOT = Path(__file__).parents[1]
PAGES = sorted(path.relative_to(ROOT).as_posix() for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])


def text(page: str) -> str:
    """A page as it stands."""
    return (ROOT / page).read_text(encoding="utf-8")


def test_the_reference_is_current() -> None:
    """The committed reference is what the commands and questions say today; `make docs` writes it anew."""
    made = runpy.run_path(str(ROOT / "docs" / "make_reference.py"))["reference"]()
    assert made == text("docs/reference.md")


def test_the_screenshots_are_all_there_and_small() -> None:
    """Each screenshot that `make docs` writes is committed, no other, and none larger than a repository should hold."""
    script = runpy.run_path(str(ROOT / "docs" / "make_screenshots.py"))
    found = {path.stem: path.stat().st_size for path in script["FOLDER"].glob("*.png")}
    assert set(script["PICTURES"]) == set(found)
    assert max(found.values()) <= script["LARGEST"]


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    """A link to a file of the project leads to a file that exists."""
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text(page))
    assert [] == [link for link in links if not (ROOT / page).parent.joinpath(link).exists()]


def test_the_changelog_speaks_of_this_version() -> None:
    """The changelog tells what is new and speaks of the version that the program prints."""
    assert "## [Unreleased]" in text("CHANGELOG.md")
    assert deltakg.__version__ in text("CHANGELOG.md")


def test_contributors_are_told_every_target() -> None:
    """The targets that contributors are told of are those of the Makefile that are explained there."""
    targets = set(re.findall(r"^([a-z]+):.*## ", text("Makefile"), re.MULTILINE))
    assert targets - {"clean", "help"} == set(re.findall(r"`make ([a-z]+)`", text("CONTRIBUTING.md")))


def test_contributors_are_told_every_folder() -> None:
    """The folders of the design stand in the order of the imports in the table of contributors."""
    layers = runpy.run_path(str(ROOT / "tests" / "test_layers.py"))["LAYERS"]
    told = re.findall(r"^\| `([a-z]+)(?:/|\.py)` \|", text("CONTRIBUTING.md"), re.MULTILINE)
    assert [layer for layer in layers if layer in told] == told
    assert {path.parent.name for path in ROOT.glob("*/__init__.py")} <= set(told)
