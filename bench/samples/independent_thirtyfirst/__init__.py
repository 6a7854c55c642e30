"""The thirty-first set of independent documents."""
