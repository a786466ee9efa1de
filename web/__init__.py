"""The SPARQL endpoint and the workbench."""
