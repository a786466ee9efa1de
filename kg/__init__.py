"""From facts to RDF, and the store that keeps it."""
