"""What can go wrong in reading a document, each error holding the file that offended."""

from pathlib import Path

from deltakg import DeltakgError


class DocumentError(DeltakgError, ValueError):
    """A document cannot be used: the message names the file, what is wrong and what to do.

    Attributes:
        path: the file.
        reason: what is wrong, without the file's name.
    """

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class InputNotFoundError(DeltakgError, FileNotFoundError):
    """An input names no file, or a folder without documents."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path

    def __str__(self) -> str:
        """The message alone: OSError would print a tuple."""
        return str(self.args[0])
