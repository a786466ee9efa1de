"""What the tests of the command line share: running it in this process, and as a process of its own."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import IO

import pytest

import cli

ROOT = Path(__file__).parents[2]


Run = Callable[..., tuple[int, str, str]]
"""Runs the command line: the exit status, and what went to standard output and to standard error."""
Stream = int | IO[str]
Start = Callable[..., "subprocess.Popen[str]"]
"""Starts the command line as a process of its own."""


@pytest.fixture
def run(plans_store: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command line in this process, on the store of the two plans unless another is named."""
    for name in ("DELTAKG_LANGUAGE", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DELTAKG_STORE", str(plans_store))

    def call(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        status = cli.run(arguments)
        return status, *capsys.readouterr()

    return call


@pytest.fixture
def start(plans_store: Path) -> Start:
    """Start the command line as its script does; text in and out is UTF-8."""

    def begin(
        *arguments: str,
        program: str = "from cli import main; main()",
        prefix: Sequence[str] = (),
        stdin: Stream = subprocess.DEVNULL,
        stdout: Stream = subprocess.PIPE,
        stderr: Stream = subprocess.PIPE,
        env: Mapping[str, str] | None = None,
    ) -> "subprocess.Popen[str]":
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "DELTAKG_STORE": str(plans_store)}
        return subprocess.Popen(
            [*prefix, sys.executable, "-c", program, *arguments],
            env=environment | dict(env or {}),
            encoding="utf-8",
            stdin=stdin,
            stdout=stdout,
            stderr=stderr,
        )

    return begin
