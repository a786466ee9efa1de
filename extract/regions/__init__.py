"""The named areas above the local level."""
