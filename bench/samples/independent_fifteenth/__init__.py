"""The fifteenth set of independent documents."""
