"""The workers of a server, and who is answered next.

- Clients take turns: each waits in a line of its own, and who has fewest questions running is next.
- A question that takes longer than a moment is moved to the slow ones: its worker yields to others, and
  another worker takes its place among the quick ones. So endless questions keep nobody from an answer.
- Two places are kept from any one client, so that another need not wait until its questions end.
- At the limit of time a worker is ended, and another started. So it is where a client has gone.
"""

import asyncio
import os
from collections import Counter, deque
from collections.abc import Coroutine
from typing import Any

from kg import pointer
from kg.errors import StoreError
from web.processes import Process, WorkerDiedError, WorkerFailedError
from web.replies import Reply
from web.settings import Settings

_MOMENT = 1.0
"""Seconds after which a question is slow."""
_SOONER = 0.3
"""Seconds after which a question is slow while others wait."""
_AGAIN = 0.2
"""Seconds between two looks at a question that is running."""
_PATIENCE = 1.5
"""How many times as long as a question may take one may wait: what stands in its way has ended by then."""
_RESERVED = 2
"""Places that no client gets which has all the others."""
_ROUND = 1.0
"""Seconds between two looks at whether the store has a new generation."""


class BusyError(Exception):
    """Too many questions wait, or this one waited too long."""


class Asked:
    """A question that waits or is answered."""

    def __init__(self, job: str, arguments: dict[str, Any], client: str) -> None:
        self.job = job
        self.arguments = arguments
        self.client = client
        self.answer: asyncio.Future[tuple[int, Reply]] = asyncio.get_running_loop().create_future()
        self.left = False


def refuse(asked: Asked, error: Exception) -> None:
    """Let a question end in an error, unless it has ended already."""
    if not asked.answer.done():
        asked.answer.set_exception(error)


class Running:
    """A question that a worker answers."""

    def __init__(self, asked: Asked, process: Process) -> None:
        self.asked = asked
        self.process = process
        self.begun = asyncio.get_running_loop().time()
        self.slow = False
        self.yielding = False
        self.task: asyncio.Task[None] | None = None


class Pool:
    """The workers of a server.

    Args:
        store: the store's folder.
        settings: of the server.

    Attributes:
        failure: why no worker can be started, "" where one can.
    """

    def __init__(self, store: str, settings: Settings) -> None:
        self.store = store
        self.settings = settings
        self.failure = ""
        self._slow_places = settings.workers + 4
        self._lines: dict[str, deque[Asked]] = {}
        self._waiting = 0
        self._idle: list[Process] = []
        self._running: set[Running] = set()
        self._starting = 0
        self._tasks: set[asyncio.Task[None]] = set()
        self._begun = asyncio.Event()
        self._stopped = False
        self._seen = (0, 0)
        self._generation = 0

    async def start(self) -> None:
        """Start the workers, and wait until the first is ready or cannot be."""
        self._fill()
        await self._begun.wait()
        self._spawn(self._look())

    async def stop(self) -> None:
        """End all workers; what is still asked is not answered."""
        self._stopped = True
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for line in self._lines.values():
            for asked in line:
                refuse(asked, BusyError())
        while self._idle:
            self._idle.pop().kill()

    def is_ready(self) -> bool:
        """Whether a question can be answered."""
        return bool(self._idle or self._running) and self.generation() > 0

    def generation(self) -> int:
        """The store's generation now, 0 where it cannot be read; the file that says so is read when it is a new one."""
        try:
            found = os.stat(f"{self.store}/{pointer.POINTER}")  # noqa: PTH116 - a path would cost more than the look
            seen = (found.st_ino, found.st_mtime_ns)
            if seen != self._seen:
                self._generation = pointer.current(self.store)
                self._seen = seen
        except (StoreError, OSError):
            return 0
        return self._generation

    async def run(self, job: str, arguments: dict[str, Any], client: str) -> tuple[int, Reply]:
        """Have a job done by a worker.

        Args:
            job: `module:function`.
            arguments: of the function, as JSON can say them.
            client: who asks; clients take turns.

        Returns:
            The generation of the store that was asked, and the reply.

        Raises:
            BusyError: where too many questions wait.
            TimeoutError: where it took too long.
            WorkerDiedError: where it ended the worker.
        """
        if self._waiting >= self.settings.queue or self._stopped:
            raise BusyError
        asked = Asked(job, arguments, client)
        self._lines.setdefault(client, deque()).append(asked)
        self._waiting += 1
        patience = asyncio.get_running_loop().call_later(self.settings.timeout * _PATIENCE, self._give_up, asked)
        self._dispatch()
        try:
            return await asked.answer
        finally:
            patience.cancel()
            self._leave(asked)

    def _leave(self, asked: Asked) -> None:
        """Take a question that nobody waits for any more out of its line; a worker that has it ends when it is slow."""
        asked.left = True
        line = self._lines.get(asked.client)
        if line and asked in line:
            line.remove(asked)
            self._waiting -= 1
            if not line:
                del self._lines[asked.client]

    def _give_up(self, asked: Asked) -> None:
        line = self._lines.get(asked.client)
        if line and asked in line:
            refuse(asked, BusyError())

    def _dispatch(self) -> None:
        """Give waiting questions to idle workers, one client after another."""
        for process in [process for process in self._idle if not process.is_alive()]:
            self._idle.remove(process)
            process.kill()
        while self._idle and (client := self._next()) is not None:
            line = self._lines[client]
            asked = line.popleft()
            self._waiting -= 1
            del self._lines[client]
            if line:
                self._lines[client] = line  # behind the others
            if asked.answer.done():
                continue
            self._give(asked, self._idle.pop())
        self._fill()

    def _next(self) -> str | None:
        """The client whose turn it is: of those that have fewest questions running, the one that waited longest."""
        running = Counter(one.asked.client for one in self._running)
        client = min(self._lines, key=running.__getitem__, default=None)
        most = self.settings.workers + self._slow_places - _RESERVED
        return None if client is None or running[client] >= most else client

    def _give(self, asked: Asked, process: Process) -> None:
        running = Running(asked, process)
        self._running.add(running)
        running.task = self._spawn(self._answer(running))

    async def _answer(self, running: Running) -> None:
        asked, process = running.asked, running.process
        slow = asyncio.get_running_loop().call_later(_SOONER, self._watch, running)
        keep = False
        try:
            async with asyncio.timeout(self.settings.timeout):
                reply = await process.ask(asked.job, asked.arguments)
            keep = not running.yielding
            if not asked.answer.done():
                asked.answer.set_result((process.generation, reply))
        except (TimeoutError, WorkerDiedError) as error:
            refuse(asked, error)
        finally:
            slow.cancel()
            self._running.discard(running)
            refuse(asked, BusyError())  # where nothing was said, the server being stopped
            if keep and not self._stopped and self._missing() > 0:
                self._idle.append(process)
            else:
                process.kill()
            if not self._stopped:
                self._dispatch()

    def _watch(self, running: Running) -> None:
        """Move a question to the slow ones when it is, if there is a place; end it then, if nobody waits for it."""
        if running not in self._running or running.task is None:
            return
        loop = asyncio.get_running_loop()
        late = loop.time() - running.begun >= _MOMENT
        if late and running.asked.left:
            running.task.cancel()
            return
        places = self._slow_places
        if not any(client != running.asked.client for client in self._lines):
            places -= _RESERVED
        if not running.slow and (late or self._lines) and self._slow_running() < places:
            running.slow = True
            self._fill()
        if late and running.slow and not running.yielding:
            running.yielding = True
            running.process.yield_to_others()
        loop.call_later(_AGAIN, self._watch, running)

    def _slow_running(self) -> int:
        return sum(running.slow for running in self._running)

    def _fill(self) -> None:
        """Start as many workers as are wanted: the quick ones, and one for each slow question."""
        for _ in range(self._missing()):
            self._starting += 1
            self._spawn(self._started())

    def _missing(self) -> int:
        """How many workers fewer there are than are wanted, below 0 where there are more."""
        there = len(self._idle) + len(self._running) + self._starting
        return self.settings.workers + self._slow_running() - there

    async def _started(self) -> None:
        try:
            process = await Process.start(self.store, self.settings)
        except (WorkerFailedError, WorkerDiedError, OSError) as error:
            self.failure = str(error) or "a worker cannot be started"
            self._begun.set()
            await asyncio.sleep(_ROUND)
            self._starting -= 1
        except BaseException:
            self._starting -= 1
            raise
        else:
            self.failure = ""
            self._starting -= 1
            self._idle.append(process)
            self._begun.set()
        if not self._stopped:
            self._dispatch()

    async def _look(self) -> None:
        """Have idle workers open a new generation, so that none holds an old one for long."""
        while True:
            await asyncio.sleep(_ROUND)
            current = self.generation()
            for process in [process for process in self._idle if current and process.generation != current]:
                self._idle.remove(process)
                self._give(Asked("web.jobs:refresh", {}, ""), process)
            self._dispatch()

    def _spawn(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task
