"""Which generation of a store is current, and how a reader holds it.

    current                  one line: the format and the number of the current generation
    generations/<n>/graph/   the database, never changed
    generations/<n>/lock     shared by its readers; holds the base IRI

This is on the way to every question, so it imports nothing that is slow to import (pathlib is).
"""

import fcntl
import os

from kg.errors import BusyStoreError, DamagedStoreError, NewerStoreError, NoStoreError, OlderStoreError, StorePath

FORMAT = 2
"""Counts up when an older deltakg could no longer read a store, or a newer one no longer answers from it."""
POINTER = "current"

LONGEST_BASE = 4096
"""Bytes of the longest base IRI."""

_TRIES = 100


def current(store: StorePath, *, replacing: bool = False) -> int:
    """The number of the current generation.

    Args:
        store: its folder.
        replacing: whether all that it holds is about to be made anew, so that an older format does no harm.

    Raises:
        NoStoreError: where there is no store.
        NewerStoreError: where a newer deltakg wrote it.
        OlderStoreError: where an older one did.
        DamagedStoreError: where the pointer cannot be read.
    """
    try:
        descriptor = os.open(f"{os.fspath(store)}/{POINTER}", os.O_RDONLY)
    except (FileNotFoundError, NotADirectoryError):
        raise NoStoreError(store) from None
    try:
        words = os.read(descriptor, 100).split()
    finally:
        os.close(descriptor)
    if not words or not all(word.isdigit() for word in words):
        raise DamagedStoreError(store, f"`{POINTER}` does not point")
    if (version := int(words[0])) > FORMAT:
        raise NewerStoreError(store, version, FORMAT)
    if version < FORMAT and not replacing:
        raise OlderStoreError(store, version, FORMAT)
    return int(words[-1])


def folder(store: StorePath, generation: int) -> str:
    """The folder of a generation."""
    return f"{os.fspath(store)}/generations/{generation}"


def hold(store: StorePath) -> tuple[int, int]:
    """Hold the current generation against removal.

    Returns:
        Its number, and the file descriptor that holds it until it is closed.

    Raises:
        StoreError: as `current` does, and where the generation is not there.
    """
    generation = current(store)
    for _ in range(_TRIES):
        held = _held(f"{folder(store, generation)}/lock")
        if held is not None:
            return generation, held
        moved = current(store)
        if moved == generation:
            raise DamagedStoreError(store, f"generation {generation} is missing")
        generation = moved
    raise BusyStoreError(store)


def _held(lock: str) -> int | None:
    """The lock's descriptor, None where a writer has removed the generation or is about to."""
    try:
        descriptor = os.open(lock, os.O_RDONLY)
    except FileNotFoundError:
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
        if os.fstat(descriptor).st_nlink:
            return descriptor
    except BlockingIOError:
        pass
    os.close(descriptor)
    return None
