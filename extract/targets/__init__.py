"""The quantified aims of a unit."""
