"""The README in both languages: true, and saying the same."""

import re
import subprocess
import sys
from os import environ
from pathlib import Path
from shutil import copytree

import pytest

ROOT = Path(__file__).parents[1]
READMES = ("README.md", "README.zh.md")
OTHERS = ("make", "git", "cd", "uv", "pip", "pipx")
"""Commands that a README shows and that are not ours to run here."""

ELISION = "…"
"""A line of output that stands for any number of lines."""

pytestmark = pytest.mark.skipif(not (ROOT / "README.md").exists(), reason="README.md is not written yet")


def text(readme: str) -> str:
    """A README as it stands."""
    return (ROOT / readme).read_text(encoding="utf-8")


def prose(readme: str) -> str:
    """A README without its code blocks, in which a `#` is no heading and a `|` no table."""
    return re.sub(r"^```.*?^```$", "", text(readme), flags=re.MULTILINE | re.DOTALL)


def session(readme: str) -> list[tuple[str, list[str]]]:
    """The commands of a README's console blocks, in order, each with the lines that it is shown to print."""
    shown: list[tuple[str, list[str]]] = []
    for block in re.findall(r"^```console\n(.*?)^```$", text(readme), flags=re.MULTILINE | re.DOTALL):
        for line in block.splitlines():
            if line.startswith("$ "):
                shown.append((line[2:].split("  #")[0].strip(), []))
            else:
                shown[-1][1].append(line.rstrip())
    return shown


def prints(expected: list[str], printed: list[str]) -> bool:
    """Whether lines were printed as shown, `…` standing for any number of them."""
    pattern = "".join(r"(?:.*\n)*" if line == ELISION else re.escape(line) + r"\n" for line in expected)
    return re.fullmatch(pattern, "".join(f"{line.rstrip()}\n" for line in printed)) is not None


@pytest.mark.slow
@pytest.mark.parametrize("readme", READMES)
def test_the_commands_print_what_is_shown(readme: str, tmp_path: Path) -> None:
    """Every `deltakg` command of a README runs, in order, and prints the lines below it, if there are any."""
    copytree(ROOT / "documents", tmp_path / "documents")
    environment = {name: value for name, value in environ.items() if not name.startswith("DELTAKG_")}
    environment["PATH"] = f"{Path(sys.executable).parent}:{environ['PATH']}"
    ran = 0
    for command, expected in session(readme):
        if command.split()[0] in OTHERS:
            continue
        assert "deltakg" == command.split()[0].removeprefix(".venv/bin/")
        run = subprocess.run(
            ["bash", "-o", "pipefail", "-c", command.removeprefix(".venv/bin/")],  # noqa: S607 - found on PATH
            cwd=tmp_path,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        assert 0 == run.returncode, f"$ {command}\n{run.stdout}"
        assert not expected or prints(expected, run.stdout.splitlines()), f"$ {command}\n{run.stdout}"
        ran += 1
    assert ran


def test_both_languages_run_the_same_commands() -> None:
    """The commands and what they print are the same in both languages."""
    assert session("README.md") == session("README.zh.md")


def test_both_languages_have_the_same_headings() -> None:
    """The headings have the same levels in the same order."""
    levels = [[len(mark) for mark in re.findall(r"^(#+) ", prose(readme), re.MULTILINE)] for readme in READMES]
    assert levels[0] == levels[1]


def test_both_languages_have_the_same_tables() -> None:
    """The tables have the same number of rows and columns, and the same code in each row."""
    english, chinese = (
        [(row.count("|"), re.findall(r"`[^`]+`", row)) for row in re.findall(r"^\|.*$", prose(readme), re.MULTILINE)]
        for readme in READMES
    )
    assert english == chinese
