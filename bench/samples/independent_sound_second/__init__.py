"""The second set of documents without any fault."""
