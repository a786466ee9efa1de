"""Answers that are kept to be given again, until they are too many or the store has changed."""

import json
from collections import OrderedDict
from typing import Any

from starlette.types import Scope

from web.replies import Reply

_OVERHEAD = 1000
_SHARE = 16
"""An answer may take one part in so many of the whole."""


Key = tuple[object, ...]


def key_of(job: str, arguments: dict[str, Any]) -> Key:
    """What a question is known by: all that its answer depends on, but for the store."""
    return job, json.dumps(arguments, sort_keys=True)


def key_of_request(scope: Scope) -> Key | None:
    """What a request is known by before it is read, None where its answer depends on a body.

    HEAD is asked as GET is.
    """
    if scope["method"] not in {"GET", "HEAD"}:
        return None
    said = [pair for pair in scope["headers"] if pair[0] in {b"accept", b"accept-language", b"host"}]
    return scope["scheme"], scope["raw_path"], scope["query_string"], *said


class Cache:
    """The answers given last, of one generation of the store.

    Args:
        size: bytes of all answers together.
    """

    def __init__(self, size: int) -> None:
        self.size = size
        self._generation = 0
        self._taken = 0
        self._replies: OrderedDict[Key, Reply] = OrderedDict()

    def get(self, generation: int, key: Key) -> Reply | None:
        """The answer to a question, None where it is not kept."""
        if generation != self._generation or key not in self._replies:
            return None
        self._replies.move_to_end(key)
        return self._replies[key]

    def put(self, generation: int, key: Key, reply: Reply) -> None:
        """Keep an answer that a generation gave, if it lasts and is not too long; one of an older generation is not."""
        cost = _cost(key, reply)
        if not reply.lasting or cost * _SHARE > self.size or generation < self._generation or key in self._replies:
            return
        if generation > self._generation:
            self._replies.clear()
            self._generation, self._taken = generation, 0
        self._replies[key] = reply
        self._taken += cost
        while self._taken > self.size:
            oldest, gone = self._replies.popitem(last=False)
            self._taken -= _cost(oldest, gone)


def _cost(key: Key, reply: Reply) -> int:
    """Bytes that a kept answer takes, more or less."""
    return len(reply.body) + sum(len(part) for part in key if isinstance(part, str | bytes)) + _OVERHEAD
