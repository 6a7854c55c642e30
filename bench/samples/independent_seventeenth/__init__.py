"""The seventeenth set of independent documents."""
