"""Lines that are written aside: a reader of the log that is slow, or has gone, holds nobody up."""

import logging
import queue
import sys
import threading
from contextlib import suppress
from typing import TextIO

_MOST = 10_000
"""Lines that wait to be written; further ones are dropped and counted."""


class Lines:
    """Writes lines in a thread of its own.

    Args:
        stream: where to.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._waiting: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._dropped = 0
        self._thread = threading.Thread(target=self._write, daemon=True)
        self._thread.start()

    def __call__(self, line: str) -> None:
        """Write a line, without waiting for it."""
        if self._waiting.qsize() >= _MOST:
            self._dropped += 1
            return
        if self._dropped:
            self._waiting.put(f"{self._dropped} lines were dropped")
            self._dropped = 0
        self._waiting.put(line)

    def close(self, seconds: float = 1.0) -> None:
        """Write what waits, for so long at most."""
        self._waiting.put(None)
        self._thread.join(seconds)

    def _write(self) -> None:
        while (line := self._waiting.get()) is not None:
            with suppress(OSError, ValueError):
                self._stream.write(f"{line}\n")
                self._stream.flush()


class Handler(logging.Handler):
    """Hands the log of the libraries to `Lines`.

    Args:
        lines: which take it.
    """

    def __init__(self, lines: Lines) -> None:
        super().__init__(logging.WARNING)
        self.lines = lines

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record, each of its lines as one."""
        for line in self.format(record).splitlines():
            self.lines(line)


def errors() -> Lines:
    """Lines to standard error, which take the log of the libraries too."""
    lines = Lines(sys.stderr)
    logging.basicConfig(handlers=[Handler(lines)], level=logging.WARNING, force=True)
    return lines
