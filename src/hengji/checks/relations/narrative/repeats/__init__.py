"""One quantity told more than once, in text and in tables."""
