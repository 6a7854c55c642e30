"""The third set of documents without any fault."""
