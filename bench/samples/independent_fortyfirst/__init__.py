"""The forty-first set of independent documents."""
