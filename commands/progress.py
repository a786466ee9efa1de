"""Progress bars on standard error."""
# ruff: noqa: PLC0415 - each verb imports what it needs

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from commands.options import setting
from commands.output import is_terminal

if TYPE_CHECKING:
    from kg.inputs import Progress


class Bars:
    """Progress bars on standard error, one for each stage of the work."""

    def __init__(self) -> None:
        self._stage = ""
        self._bar: Any = None

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Draw how many of a stage are done."""
        if setting("quiet") or not is_terminal(sys.stderr):
            return
        if stage != self._stage:
            self.finish()
            self._stage = stage
            self._bar = click.progressbar(length=total, label=f"{stage:<7}", file=sys.stderr)
            self._bar.__enter__()
        self._bar.update(done - self._bar.pos)

    def finish(self) -> None:
        """End the line of the bar that is drawn."""
        if self._bar:
            self._bar.__exit__(None, None, None)
            self._bar = None


@contextmanager
def showing_progress() -> "Iterator[Progress]":
    """Bars for work that Ctrl-C ends, also while it is still being imported."""
    from kg.interrupts import Interruptible

    bars = Bars()
    with Interruptible(bars) as progress:
        try:
            yield progress
        finally:
            bars.finish()
