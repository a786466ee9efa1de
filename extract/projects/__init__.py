"""The undertakings that a unit names, with their stages and places."""
