"""What every folder of deltakg shares: the version and the root of the error tree."""

__version__ = "0.1.0"


class DeltakgError(Exception):
    """An error that deltakg can explain: its message says what, where, and what to do.

    Subclasses also derive from the builtin that a caller would catch, and hold the object that
    offended (a path, a line, a query's name). `cli.py` alone turns one into an exit status.
    """
