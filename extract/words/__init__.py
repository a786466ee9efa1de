"""The words that rules are made of: lists and tables, each with its source."""
