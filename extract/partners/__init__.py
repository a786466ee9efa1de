"""The organisations outside the plan's own government."""
