"""Saving answers as files."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from deltakg import DeltakgError
from queries.errors import OutputError

_BOM = b"\xef\xbb\xbf"


@contextmanager
def saving(path: str) -> Iterator[BinaryIO]:
    """A file that is written whole or not at all.

    Args:
        path: the file; what is there is replaced at the end, and stays where writing fails.

    Raises:
        OutputError: where it cannot be written.
    """
    try:
        target = Path(path).resolve()  # a link stays a link
        if target.exists() and not target.is_file():  # a device or a pipe, which is not replaced
            with target.open("wb") as file:
                yield file
            return
        written = target.with_name(f".{target.name}.{os.getpid()}")
        try:
            with written.open("wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            written.replace(target)
        finally:
            with suppress(OSError):
                written.unlink()
    except DeltakgError:
        raise
    except OSError as error:
        raise OutputError(path, error) from error


def save(path: str, pieces: Iterable[str], *, form: str = "") -> None:
    """Write text to a file, whole or not at all; CSV begins with a byte order mark, by which Excel knows UTF-8.

    Args:
        path: the file.
        pieces: its text.
        form: the format of the text.

    Raises:
        OutputError: where it cannot be written; what was there stays.
    """
    with saving(path) as file:
        file.write(_BOM if form == "csv" else b"")
        file.writelines(piece.encode() for piece in pieces)
