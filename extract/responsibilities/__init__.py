"""Who leads a measure and who supports it."""
