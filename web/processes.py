"""A worker as its server sees it: a process that is started, asked, and ended."""

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from web.replies import Reply, packed, read
from web.settings import Settings

_ROOT = str(Path(__file__).parents[1])
_PROGRAM = "from web.worker import main; main()"
_BUFFER = 1 << 20
_NICER = 10


class WorkerDiedError(Exception):
    """A worker ended before it answered."""


class WorkerFailedError(Exception):
    """A worker could not be started, its store being unreadable."""


class Process:
    """A worker that has been started.

    Attributes:
        generation: of the store that it answered from last.
    """

    def __init__(
        self, process: "subprocess.Popen[bytes]", reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        self._process = process
        self._reader = reader
        self._writer = writer
        self.generation = 0

    @classmethod
    async def start(cls, store: str, settings: Settings) -> "Process":
        """Start a worker and wait until it is ready.

        Raises:
            WorkerFailedError: where it cannot open the store.
            WorkerDiedError: where it ended instead.
        """
        options = {
            "store": store,
            "timeout": settings.timeout,
            "memory": settings.memory,
            "max_rows": settings.max_rows,
            "max_bytes": settings.max_bytes,
        }
        ours, theirs = socket.socketpair()
        with theirs:
            environment = {**os.environ, "PYTHONPATH": _ROOT, "MALLOC_ARENA_MAX": "2"}
            command = [sys.executable, "-P", "-c", _PROGRAM, str(theirs.fileno()), json.dumps(options)]
            process = subprocess.Popen(  # noqa: ASYNC220, S603 - it takes milliseconds, and the command is ours
                command,
                env=environment,
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        try:
            started = cls(process, *await asyncio.open_connection(sock=ours, limit=_BUFFER))
        except BaseException:
            ours.close()
            process.kill()
            raise
        try:
            await started._reply()
        except BaseException:
            started.kill()
            raise
        return started

    def is_alive(self) -> bool:
        """Whether it has not ended, as far as its connection tells."""
        return not self._reader.at_eof() and not self._writer.is_closing()

    async def ask(self, job: str, arguments: dict[str, Any]) -> Reply:
        """Have a job done.

        Raises:
            WorkerDiedError: where the worker ended instead.
        """
        try:
            self._writer.write(packed({"job": job, "arguments": arguments}))
            await self._writer.drain()
        except OSError as error:
            raise WorkerDiedError from error
        return await self._reply()

    async def _reply(self) -> Reply:
        try:
            head, body = await read(self._reader)
        except (asyncio.IncompleteReadError, OSError) as error:
            raise WorkerDiedError from error
        if "failed" in head:
            raise WorkerFailedError(head["failed"])
        self.generation = head["generation"]
        return Reply(head["status"], head["headers"], body, head["lasting"])

    def yield_to_others(self) -> None:
        """Let other processes go first; it cannot be taken back."""
        with suppress(OSError):
            os.setpriority(os.PRIO_PGRP, self._process.pid, _NICER)  # on Linux a thread has its own priority

    def kill(self) -> None:
        """End it, whatever it does."""
        self._writer.close()
        with suppress(OSError):
            os.killpg(self._process.pid, signal.SIGKILL)
        asyncio.get_running_loop().run_in_executor(None, self._process.wait)
