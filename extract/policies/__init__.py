"""The titles that a unit cites."""
