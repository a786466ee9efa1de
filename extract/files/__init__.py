"""From a file to its text, whatever kind of file it is."""
