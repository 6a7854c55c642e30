"""The first set of documents without any fault."""
