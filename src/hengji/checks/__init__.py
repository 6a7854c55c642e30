"""Figures of a document, the relations between them, and which cannot be true."""
