"""The seventh set of documents without any fault."""
