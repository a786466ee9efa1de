"""Lines that are written aside: a reader of the log that is slow, or has gone, holds nobody up."""

import logging
import sys
import threading
from collections import deque
from contextlib import suppress
from typing import TextIO

_PAUSE = 0.1
"""Seconds between two looks at what waits."""
_MOST = 10_000
"""Lines that wait to be written; further ones are dropped and counted."""


class Lines:
    """Writes lines in a thread of its own.

    Args:
        stream: where to.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._waiting: deque[str] = deque()
        self._dropped = 0
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._write, daemon=True)
        self._thread.start()

    def __call__(self, line: str) -> None:
        """Write a line, without waiting for it."""
        if len(self._waiting) < _MOST:
            self._waiting.append(line)
        else:
            self._dropped += 1

    def close(self, seconds: float = 1.0) -> None:
        """Write what waits, for so long at most."""
        self._closing.set()
        self._thread.join(seconds)

    def _write(self) -> None:
        """Write what waits, a few times a second: to wake for each line would take longer than to answer."""
        ended = False
        while not ended:
            ended = self._closing.wait(_PAUSE)
            lines = [self._waiting.popleft() for _ in range(len(self._waiting))]
            if self._dropped:
                lines.append(f"{self._dropped} lines were dropped")
                self._dropped = 0
            if lines:
                with suppress(OSError, ValueError):
                    self._stream.write("\n".join([*lines, ""]))
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
