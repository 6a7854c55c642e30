"""The eighteenth set of independent documents."""
