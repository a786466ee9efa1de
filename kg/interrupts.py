"""Ctrl-C while a store is changed: it ends the work whatever happens to it, and leaves the store as it was."""

import signal
import sys
import threading
from types import FrameType, TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from kg.inputs import Progress

LAST = "derive"
"""The stage after which a change is published."""


class Interruptible:
    """The progress of a change that Ctrl-C ends. Use it in `with`, around the imports of the work as well.

    Python raises KeyboardInterrupt wherever it happens to be, and an import or a call out of C may swallow
    it. So it is remembered, and raised again at the next step. A second Ctrl-C would only disturb the
    tidying up, and one after the last step comes too late to leave the store as it was: these are passed over.

    Where Ctrl-C is ignored or handled by the program, or this is not its main thread, that stays so.

    Args:
        progress: what to call at each step.
    """

    def __init__(self, progress: "Progress") -> None:
        self._progress = progress
        self._heard = False
        self._made = False
        self._installed = False

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Go on to the next step, or end here.

        Raises:
            KeyboardInterrupt: where Ctrl-C was pressed.
        """
        self._progress(stage, done, total)
        if self._heard:
            raise KeyboardInterrupt
        self._made = stage == LAST

    def __enter__(self) -> Self:
        in_main = threading.current_thread() is threading.main_thread()
        if in_main and signal.getsignal(signal.SIGINT) is signal.default_int_handler:
            self._installed = True
            sys.unraisablehook = self._unraisable
            signal.signal(signal.SIGINT, self._hear)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let Ctrl-C be as usual; an error that it was turned into is an interrupt again."""
        if self._installed:
            signal.signal(signal.SIGINT, signal.default_int_handler)
            sys.unraisablehook = sys.__unraisablehook__
        if self._heard and not self._made and not isinstance(error, KeyboardInterrupt):
            raise KeyboardInterrupt from error

    def _hear(self, number: int, frame: FrameType | None) -> None:
        del number, frame
        first, self._heard = not self._heard, True
        if first and not self._made:
            raise KeyboardInterrupt

    def _unraisable(self, unraisable: "sys.UnraisableHookArgs") -> None:
        """An interrupt that Python cannot raise needs no word: it is remembered."""
        if unraisable.exc_type is not KeyboardInterrupt:
            sys.__unraisablehook__(unraisable)
