"""The fifth set of documents without any fault."""
