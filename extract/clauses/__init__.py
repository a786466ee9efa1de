"""Responsibility clauses as text: how they begin and end, and the bodies that they list."""
