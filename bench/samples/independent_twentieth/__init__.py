"""The twentieth set of independent documents."""
