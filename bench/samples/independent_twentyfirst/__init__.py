"""The twenty-first set of independent documents."""
