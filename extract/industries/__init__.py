"""The industries that a unit develops, attracts or serves."""
