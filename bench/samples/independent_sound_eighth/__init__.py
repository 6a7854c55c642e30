"""The eighth set of documents without any fault."""
