"""The ontology: OWL terms, SKOS vocabularies, shapes and the constants generated from them."""
