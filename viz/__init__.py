"""Pictures of the graph, as files."""
