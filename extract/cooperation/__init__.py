"""The ties between the own side and others."""
