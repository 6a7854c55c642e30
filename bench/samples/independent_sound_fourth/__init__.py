"""The fourth set of documents without any fault."""
