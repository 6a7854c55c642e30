"""The thirteenth set of independent documents."""
