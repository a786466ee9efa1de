"""Answers that are kept to be given again, until they are too many or the store has changed."""

import json
from collections import OrderedDict
from typing import Any

from web.replies import Reply

_SHARE = 16
"""An answer may take one part in so many of the whole."""


def key_of(job: str, arguments: dict[str, Any]) -> str:
    """What a question is known by: all that its answer depends on, but for the store."""
    return f"{job} {json.dumps(arguments, sort_keys=True)}"


class Cache:
    """The answers given last, of one generation of the store.

    Args:
        size: bytes of all answers together.
    """

    def __init__(self, size: int) -> None:
        self.size = size
        self._generation = 0
        self._taken = 0
        self._replies: OrderedDict[str, Reply] = OrderedDict()

    def get(self, generation: int, key: str) -> Reply | None:
        """The answer to a question, None where it is not kept."""
        if generation != self._generation or key not in self._replies:
            return None
        self._replies.move_to_end(key)
        return self._replies[key]

    def put(self, generation: int, key: str, reply: Reply) -> None:
        """Keep an answer that a generation gave, if it lasts and is not too long; one of an older generation is not."""
        cost = len(reply.body) + len(key)
        if not reply.lasting or cost * _SHARE > self.size or generation < self._generation or key in self._replies:
            return
        if generation > self._generation:
            self._replies.clear()
            self._generation, self._taken = generation, 0
        self._replies[key] = reply
        self._taken += cost
        while self._taken > self.size:
            oldest, gone = self._replies.popitem(last=False)
            self._taken -= len(gone.body) + len(oldest)
