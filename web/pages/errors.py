"""What can go wrong with a page, beside what goes wrong with a question."""

from deltakg import DeltakgError


class UnknownThingError(DeltakgError, LookupError):
    """The graph has no such thing.

    Attributes:
        path: its path, after `id/`.
    """

    def __init__(self, path: str) -> None:
        super().__init__(f"the graph holds nothing at id/{path}; search for its name")
        self.path = path
