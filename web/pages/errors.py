"""What can go wrong with a page, beside what goes wrong with a question."""

from deltakg import DeltakgError


class UnknownThingError(DeltakgError, LookupError):
    """The graph has no such thing.

    Attributes:
        path: of its page, without the slash in front.
    """

    def __init__(self, path: str) -> None:
        super().__init__(f"the graph holds nothing at {path}; search for its name")
        self.path = path
