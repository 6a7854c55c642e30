"""The fourteenth set of independent documents."""
