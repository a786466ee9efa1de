"""Errors as replies: which status, and what is said."""

from deltakg import DeltakgError
from kg.errors import StoreError
from queries.errors import EngineError, SparqlError, UsageError
from web.replies import Reply, text


def failed(error: DeltakgError) -> Reply:
    """What a client is told of an error: 400 for what it asked wrongly, 500 and 503 for what it cannot help."""
    if isinstance(error, StoreError):
        return text(503, "the store cannot be read now; try again", {"retry-after": "5"})
    if isinstance(error, EngineError):
        return text(500, str(error))
    if isinstance(error, SparqlError | UsageError | LookupError):
        return text(400, str(error))
    return text(500, "this could not be answered")
