"""The workbench: pages to browse the graph, rendered on the server and readable without scripts."""
