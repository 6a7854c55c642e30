"""The sixth set of documents without any fault."""
