"""The documents, each a function that gives its draft."""
